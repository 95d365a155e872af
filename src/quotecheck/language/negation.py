"""Negation in single words: negative words, contractions and affixes. Its scope in a clause is found elsewhere."""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import Final

from quotecheck.language.en import negation as en
from quotecheck.language.en.inflection import all_forms
from quotecheck.language.known import data, listed
from quotecheck.language.lexicon import entry
from quotecheck.language.morphology import is_known_word, lemmas, parts_of_speech
from quotecheck.language.tags import base_language

__all__ = [
    "expand_contraction",
    "is_implicit_negation",
    "is_negation",
    "is_weak_negation",
    "negates",
    "splits_negation",
]

_SHORTEST_BASE: Final = 3
_NEGATED_NOUNS: Final = ("ity", "ence", "ance", "ency", "ancy", "ness", "tion", "cy", "ice", "ment")


def is_negation(word: str, language: str = "en") -> bool:
    """True if the word negates by itself: "not", "don't", "never", "nobody", "without", "hardly"; "kein", "nunca".

    Args:
        word: Lower-cased, ASCII apostrophe.
        language: BCP 47 tag; only its first part counts. A language without data has none.
    """
    code = base_language(language)
    known = data(language, "negation")
    if word in listed(known, "NEGATIONS") or word in listed(known, "WEAK_NEGATIONS"):
        return True
    if code == "en":
        return word in en.BARE_NEGATIONS or splits_negation(word) is not None or word.removesuffix("'s") in en.NEGATIONS
    return word.startswith(tuple(listed(known, "BEGINNINGS")))


def is_weak_negation(word: str, language: str = "en") -> bool:
    """True for those that leave a little: "hardly", "seldom", "kaum", "apenas". They are negations too."""
    return word in listed(data(language, "negation"), "WEAK_NEGATIONS")


@lru_cache(maxsize=10_000)
def is_implicit_negation(word: str) -> bool:
    """True for English words that deny what depends on them: "fails", "refused", "lack", "unable", "refusal"."""
    return word in en.IMPLICIT_WORDS or word in _implicit_forms()


def splits_negation(word: str) -> tuple[str, str] | None:
    """The word before the negation and "not": "can't" → ("can", "not"). None if the word holds no "not".

    Args:
        word: Lower-cased, ASCII apostrophe. "dont" and its like, which are no other words, count.
    """
    if word == "cannot":
        return ("can", "not")
    if word in en.BARE_NEGATIONS:
        word = word[:-1] + "'t"
    joined = word.removesuffix("'ve").removeprefix("'")
    if not joined.endswith("n't"):
        return None
    base = joined.removesuffix("n't")
    base = en.BEFORE_NOT.get(base, base)
    return (base, "not") if base in en.AUXILIARIES_WITH_NOT else None


@lru_cache(maxsize=10_000)
def expand_contraction(word: str) -> tuple[tuple[str, ...], ...]:
    """The full forms that an English contraction may stand for, the likeliest first; () if it is none.

    "it's" → (("it", "is"), ("it", "has")); "don't" → (("do", "not"),); "gonna" → (("going", "to"),). A possessive
    looks like a contraction ("John's" → "John is", "John has"); the caller knows from its place which it is.

    Args:
        word: Lower-cased, ASCII apostrophe.
    """
    if word in en.JOINED:
        return en.JOINED[word]
    if word.endswith("in'") and len(word) > 4:
        return ((word[:-1] + "g",),)
    split = splits_negation(word)
    if split and not word.endswith("'ve"):
        return (("it", "is", "not"),) if split[0] == "tis" else (split,)
    base, mark, clitic = word.rpartition("'")
    meanings = en.CLITICS.get(mark + clitic)
    if not base or meanings is None:
        return ()
    starts = expand_contraction(base) or ((base,),)
    return tuple((*start, end) for start, end in product(starts, meanings))


@lru_cache(maxsize=20_000)
def negates(one: str, other: str) -> bool:
    """True if one English word is the other with a negative affix: "likely"/"unlikely", "careful"/"careless".

    Both must be words; pairs that only look so ("famous"/"infamous", "valuable"/"invaluable") do not count.

    Args:
        one: Lower-cased.
        other: Lower-cased; the order does not matter.
    """
    if one == other or not one or not other:
        return False
    if one.endswith(("less", "lessly")) or other.endswith(("less", "lessly")):
        return _less(one, other) or _less(other, one)
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORTEST_BASE or not long.endswith(short):
        return False
    if long in en.NOT_NEGATED or lemmas(long) & en.NOT_NEGATED:
        return False
    return _prefix_negates(long[: -len(short)], short, long)


def _prefix_negates(prefix: str, base: str, long: str) -> bool:
    if prefix in {"non", "non-"}:
        return is_known_word(base)
    if prefix in {"un", "un-"}:
        return bool(parts_of_speech(base) & set("arv")) or (is_known_word(base) and is_known_word(long))
    if prefix == "dis":
        return bool(parts_of_speech(base) & parts_of_speech(long))
    if prefix in {"de", "de-"}:
        return _are_antonyms(base, long)
    if prefix in en.ADJECTIVE_PREFIXES:
        fits = en.ADJECTIVE_PREFIXES[prefix]
        return _are_antonyms(base, long) or (
            (not fits or base[0] in fits) and prefix != "a" and _adjectival(base, long)
        )
    return False


def _adjectival(base: str, long: str) -> bool:
    """Both are adjectives or adverbs, or nouns made from adjectives: in- negates these and no others."""
    one, other = parts_of_speech(base), parts_of_speech(long)
    if one & other & {"a", "r"}:
        return True
    return "n" in one and "n" in other and base.endswith(_NEGATED_NOUNS)


def _are_antonyms(one: str, other: str) -> bool:
    others = lemmas(other)
    return any(known.antonyms & others for known in map(entry, lemmas(one)) if known)


def _less(long: str, short: str) -> bool:
    """ "careless" against "careful"/"carefully" or its base ("power"); the base must be a noun."""
    ending = "lessly" if long.endswith("lessly") else "less"
    if not long.endswith(ending) or long.removesuffix("ly") in en.NOT_NEGATED:
        return False
    stem = long[: -len(ending)]
    stems = {stem, stem[:-1] + "y"} if stem.endswith("i") else {stem}
    full = {base + ("fully" if ending == "lessly" else "ful") for base in stems}
    if short in full:
        return True
    return short in stems and ending == "less" and "n" in parts_of_speech(short) and is_known_word(long)


@lru_cache(maxsize=1)
def _implicit_forms() -> frozenset[str]:
    return all_forms(en.IMPLICIT_VERBS)
