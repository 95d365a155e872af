"""Whether two spellings are one English word (QC108). Words that differ in meaning or in form never are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from quotecheck.language.en import spelling as en
from quotecheck.language.function_words import is_function_word
from quotecheck.language.morphology import is_common_word, is_known_word
from quotecheck.text.folding import in_form

__all__ = ["canonical_spelling", "may_join", "same_word"]

# Endings that a listed variant may carry. Longest first, so that "ing" is not read as "g".
_ENDINGS: Final = (
    "ically", "ments", "ment", "ings", "ing", "ally", "ness", "ers", "est", "ish", "ism", "less", "man", "men", "ful",
    "able", "ed", "er", "es", "al", "ly", "rs", "s", "d", "n", "r",
)  # fmt: skip
_ACCENTS: Final = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_JOINTS: Final = re.compile(r"[-\u2010\u2011 ]")
_SLAVIC: Final = re.compile(r"(?<=[a-z][a-z]sk)(?:iy|yy|yi|ij|ii|yj|i)\Z")
_OUR: Final = re.compile(rf"\A((?:un|dis|mis|be|re|en)?(?:{'|'.join(en.OUR_STEMS)}))our")
_RE: Final = re.compile(rf"\A({'|'.join(word[:-2] for word in en.RE_WORDS)})(?:re(s|d)?|r(ing|ed))\Z")
_LL: Final = re.compile(
    rf"\A((?:un|re|mis|out|pre)?(?:{'|'.join(en.L_STEMS)}))l(ed|ing|ings|er|ers|or|ors|ous|ously|ist|ists)\Z"
)
_ISE: Final = re.compile(r"(?<=[a-z][a-z])iz(?=(?:e|es|ed|er|ers|ing|ingly|able|ation|ations|ational)\Z)")
_YSE: Final = re.compile(r"(?<=l)yz(?=(?:e|es|ed|er|ers|ing)\Z)")
_OGUE: Final = re.compile(rf"\A({'|'.join(word[:-2] for word in en.OGUE_STEMS)})ue(?=s?\Z|d\Z)")
_LIGATURE: Final = re.compile("|".join(en.LIGATURE_PARTS))
# "prise" and "prize" are two words.
_NOT_ISE: Final = frozenset({"prize", "prizes", "prized", "prizing", "size", "sizes", "sized", "sizing", "sizer"})


def same_word(one: str, other: str, language: str = "en") -> bool:
    """True if two lower-cased spellings are one word to a reader.

    British and American, old and poetic spellings, hyphen or space at a joint ("to-morrow", "every where"), accents
    lost from names and borrowed words, transliterations. Never true where a figure is in play, and never for pairs
    that are two words ("affect"/"effect", "re-sign"/"resign", "may be"/"maybe", "resume"/"résumé").

    Args:
        one: Lower-cased; apostrophes ASCII; may hold a space where the other is joined.
        other: As ``one``; the order does not matter.
        language: BCP 47 tag of both. Outside English only joints, "ß" and umlauts written out are compared.
    """
    if one == other:
        return True
    if not _comparable(one, other) or not _comparable(other, one):
        return False
    if not language.lower().startswith("en"):
        return bool(_spellings_abroad(one) & _spellings_abroad(other))
    return bool(_spellings(one) & _spellings(other))


@lru_cache(maxsize=50_000)
def canonical_spelling(word: str) -> str:
    """One spelling for all variants of a word: equal for words that ``same_word`` takes as one, umlauts apart.

    Accents and joints are dropped only where ``same_word`` allows it for every partner.
    """
    return _canonical(word)


def is_one_word(parts: Sequence[str]) -> bool:
    """True for words that are written apart or together and are one word either way: "every where", "per cent".

    Args:
        parts: Lower-cased words as they stand apart.
    """
    return "".join(parts[1:]) in en.JOINED_AFTER.get(parts[0], ()) or tuple(parts) in {("per", "cent")}


def may_join(parts: Sequence[str]) -> bool:
    """True if words written apart may be one word written together: "every where", "to morrow", "news paper".

    False where the two mean different things ("may be"/"maybe", "every day"/"everyday") and where a function word
    happens to stand before a word ("the rapist", "in formed"); the caller has compared the letters.

    Args:
        parts: Lower-cased words as they stand apart, or the parts of a hyphenated word.
    """
    if "".join(parts) in en.JOINS_APART or not all(parts):
        return False
    first, rest = parts[0], "".join(parts[1:])
    if rest in en.JOINED_AFTER.get(first, ()):
        return True
    return all(len(part) > 2 and not is_function_word(part) and is_known_word(part) for part in parts)


def _comparable(one: str, other: str) -> bool:
    if not one or any(letter.isdigit() for letter in one):
        return False
    if _JOINTS.search(one) and not _JOINTS.search(other):
        return _JOINTS.sub("", one) not in en.JOINS_APART and (" " not in one or may_join(one.split()))
    return True


@lru_cache(maxsize=50_000)
def _spellings(word: str) -> frozenset[str]:
    """The canonical spelling, and a second one where an umlaut may be written out."""
    found = {_canonical(word)}
    written_out = word.translate(_UMLAUTS)
    if written_out != word:
        found.add(_canonical(written_out))
    return frozenset(found)


def _spellings_abroad(word: str) -> frozenset[str]:
    joined = _JOINTS.sub("", word).replace("ß", "ss")
    return frozenset({joined, joined.translate(_UMLAUTS)})


def _canonical(word: str) -> str:
    if word.endswith("'s") and len(word) > 3:
        return _canonical(word[:-2]) + "'s"
    plain = word if _keeps_accents(word) else _without_accents(word)
    plain = _poetic(_listed(plain))
    joined = _JOINTS.sub("", plain)
    return _by_rule(_listed(joined if joined in _variants() or plain != joined else plain))


@cache
def _variants() -> dict[str, str]:
    table: dict[str, str] = {}
    for canonical, *variants in (*en.GROUPS, *en.NAME_GROUPS):
        for variant in variants:
            table[variant] = table[_JOINTS.sub("", variant)] = _JOINTS.sub("", canonical)
    return table


def _listed(word: str) -> str:
    variants = _variants()
    if word in variants:
        return variants[word]
    for ending in _ENDINGS:
        if word.endswith(ending):
            base = variants.get(word[: -len(ending)])
            if base is not None and len(base) > 2:
                return base + ending
    return word


def _by_rule(word: str) -> str:
    if word not in _NOT_ISE:
        word = _YSE.sub("ys", _ISE.sub("is", word))
    word = _OUR.sub(r"\1or", word)
    word = _RE.sub(_er, word)
    word = _LL.sub(r"\1\2", word)
    word = _OGUE.sub(r"\1", word)
    word = _LIGATURE.sub(lambda match: match[0].replace("ae", "e").replace("oe", "e"), word)
    return _SLAVIC.sub("y", word)


def _er(match: re.Match[str]) -> str:
    """ "centres" → "centers", "centring" → "centering", "centred" → "centered"."""
    ending = match[2] or match[3] or ""
    return match[1] + "er" + ("ed" if ending == "d" else ending)


def _poetic(word: str) -> str:
    """ "strain'd" → "strained", "heav'n" → "heaven": an apostrophe for an e, where that gives a word."""
    base, mark, rest = word.partition("'")
    if not mark or not base or rest in {"s", "ll", "re", "ve", "t", "m"} or is_function_word(base):
        return word
    full = f"{base}e{rest}"
    return full if is_known_word(full) else word


def _keeps_accents(word: str) -> bool:
    """Accents count where the bare letters are another common English word ("rosé"), not in names ("müller")."""
    if word.isascii() or word in en.ACCENTS_OPTIONAL:
        return False
    bare = _without_accents(word)
    if word in en.ACCENTS_NEEDED or word in en.ACCENTS_ABROAD:
        return True
    return is_function_word(bare) or is_common_word(bare)


def _without_accents(word: str) -> str:
    if word.isascii():
        return word
    apart = in_form("NFD", word.translate(_ACCENTS))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
