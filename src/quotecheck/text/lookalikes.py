"""Where a text is not what it looks like: look-alike letters, direction controls, invisible characters in words.

Nothing is folded here and no verdict is given: it is said where such characters stand (QC504). Properties of
characters come from ``regex`` and never from the interpreter, so that results do not depend on its Unicode version.
"""

from __future__ import annotations

import enum
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

import attrs
import regex

from quotecheck.model import Span

_SCRIPTS = ("Latin", "Cyrillic", "Greek", "Armenian", "Cherokee", "Lisu", "Coptic")
_UNSEEN = r"\p{Default_Ignorable_Code_Point}"
_WORD = regex.compile(rf"[\p{{L}}\p{{N}}][\p{{L}}\p{{N}}\p{{M}}{_UNSEEN}]*+")
_UNSEEN_RUN = regex.compile(rf"[{_UNSEEN}--[\u00ad]]++", regex.V1)
_FOREIGN = regex.compile(rf"[\p{{L}}{_UNSEEN}--[\p{{ASCII}}\u00a0-\u024f]]", regex.V1)
_DROPPED = regex.compile(_UNSEEN)
_LETTER = regex.compile(r"\p{L}")
_SMALL = regex.compile(r"\p{Ll}")
_ACRONYM_WITH_ENDING = regex.compile(r"(?:\p{Lu}(?:\p{N}|(?=\p{Lu}|\p{Ll}))){2,}\p{Ll}+")
_RIGHT_TO_LEFT = regex.compile(r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}]")
# Scripts whose words need no invisible character inside; digits of ASCII go with them.
_PLAIN_LETTER = regex.compile(
    r"[[\p{Latin}\p{Greek}\p{Cyrillic}\p{Armenian}\p{Georgian}\p{Hebrew}\p{Cherokee}0-9]&&[\p{L}\p{M}\p{N}]]", regex.V1
)
_MARK = regex.compile(r"\p{M}")

_EMBEDDINGS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_OVERRIDES = frozenset("\u202d\u202e")
_SELECTORS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
_TAGS = frozenset(map(chr, (0xE0001, *range(0xE0020, 0xE0080))))
_BLACK_FLAG, _CANCEL_TAG = "\U0001f3f4", "\U000e007f"
_MANIFEST_LENGTH = 8  # variation selectors: the magic word of a C2PA manifest has as many bytes
_HIDDEN_RUN = 3  # variation selectors in a row: more than any character takes
_NEAR, _FAR = 400, 20_000  # code points before and behind a foreign letter that are looked at in a long line
_ENCLOSING = frozenset("“”\"„«»‹›‘’'‚()[]{}*_`/「」『』（）")


class DisguiseKind(enum.Enum):
    """How characters hide what they are."""

    MIXED_SCRIPTS = "mixed scripts"
    FOREIGN_WORD = "foreign word"
    DIRECTION = "direction control"
    INVISIBLE = "invisible"


@attrs.frozen
class Disguise:
    """Characters that look like others, or like none.

    Attributes:
        span: The word with look-alike letters, or the run of controls or invisible characters.
        kind: How they hide.
        names: Unicode names of the characters, each once, in order.
        imitates: What the word looks like: its Latin skeleton, or, where a Latin letter stands in a word of another
            script, the word with that script's letter; empty for controls and invisible characters.
    """

    span: Span
    kind: DisguiseKind
    names: tuple[str, ...]
    imitates: str = ""


def skeleton(word: str) -> str:
    """The Latin letters that a reader sees in ``word``; characters that look like none stay.

    Args:
        word: Any characters. Invisible ones are left out.

    Returns:
        The word with each look-alike put by its Latin prototype. A skeleton's skeleton is itself.
    """
    table = _table().prototypes
    return "".join(table.get(char, char) for char in _DROPPED.sub("", word))


def disguised(content: str) -> tuple[Disguise, ...]:
    """Where characters of a text are disguised.

    Words of one other script are no disguise, unless every letter of one looks Latin, the words around it are Latin,
    no marks set it off, and it is no known word (``сору`` for *copy*). Symbols (``kΩ``, ``TNFα``) and endings on an
    acronym (``SMSка``) are none either; nor are a byte order mark at the start, soft hyphens, joiners in scripts that
    need them, emoji sequences and C2PA manifests.

    Args:
        content: The text; its offsets count code points.

    Returns:
        The disguises in order of place.
    """
    if content.isascii():
        return ()
    found = [*_unseen(content), *_lookalikes(content)]
    return tuple(sorted(found, key=lambda one: one.span))


# --- the table ------------------------------------------------------------------------------------------------------


@attrs.frozen
class _Table:
    """What each look-alike stands for. ``back`` leads from a family and a Latin letter to the family's letter."""

    prototypes: dict[str, str]
    families: dict[str, str]
    weak: frozenset[str]
    alien: frozenset[str]
    back: dict[tuple[str, str], str]
    words: frozenset[str]


@lru_cache(maxsize=1)
def _table() -> _Table:
    prototypes: dict[str, str] = {}
    families: dict[str, str] = {}
    marked: dict[str, set[str]] = {"weak": set(), "alien": set(), "strong": set()}
    back: dict[tuple[str, str], str] = {}
    words: set[str] = set()
    for line in files("quotecheck.text").joinpath("data/lookalikes.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        family, strength, letters, *latin = line.split("\t")
        if family == "word":
            words.update(letters.split())
            continue
        for at, letter in enumerate(_letters(letters)):
            prototypes[letter] = latin[0][at % len(latin[0])]
            families[letter] = family
            marked[strength].add(letter)
            back.setdefault((family, prototypes[letter]), letter)
    weak, alien = frozenset(marked["weak"]), frozenset(marked["alien"])
    return _Table(prototypes, families, weak, alien, back, frozenset(words))


def _letters(written: str) -> list[str]:
    first, dash, last = written.partition("-")
    return [chr(point) for point in range(int(first, 16), int(last, 16) + 1)] if dash else list(written)


@lru_cache(maxsize=8192)
def _family(char: str) -> str:
    """The family of a letter: a look-alike's, its script in small letters, ``other``, or nothing for a non-letter."""
    known = _table().families.get(char)
    if known is not None:
        return known
    if not _LETTER.match(char):
        return ""
    return next((one.lower() for one in _SCRIPTS if regex.match(rf"\p{{Script={one}}}", char)), "other")


def _names(chars: str) -> tuple[str, ...]:
    return tuple(unicodedata.name(char, f"U+{ord(char):04X}") for char in dict.fromkeys(chars))


# --- look-alike letters ---------------------------------------------------------------------------------------------


@attrs.frozen
class _Word:
    """A word of a line: where it stands, its letters and the families they are of."""

    start: int
    end: int
    letters: str
    families: frozenset[str]


_PLAIN = _Word(0, 0, "", frozenset({"latin"}))
_FIGURE = _Word(0, 0, "", frozenset())


def _lookalikes(content: str) -> Iterator[Disguise]:
    latin_words: set[str] = set()  # filled when first asked for
    for low, high, start, end in _stretches(content):
        words = [_word(one) for one in _WORD.finditer(content, low, high)]
        for word in words:
            if start <= word.start < end and (disguise := _in_one_word(word)) is not None:
                yield disguise
        for word, apart in _wholly_alike(content, words):
            if not start <= word.start < end:
                continue
            if apart and not latin_words:
                latin_words.update(one[0].lower() for one in regex.finditer(r"[a-zA-Z]++", content))
            if not apart or skeleton(word.letters).lower() in latin_words:
                yield _disguise(word, DisguiseKind.FOREIGN_WORD, word.letters, skeleton(word.letters))


def _stretches(content: str) -> Iterator[tuple[int, int, int, int]]:
    """The lines with letters beyond the Latin ones, a long line in pieces: what stands far off tells nothing.

    Yields the borders of what is to be read, then those of the piece in it that is new.
    """
    at = 0
    while (found := _FOREIGN.search(content, at)) is not None:
        here = found.start()
        line_end = content.find("\n", here)
        line_end = len(content) if line_end < 0 else line_end
        end = _space_from(content, here + _FAR, line_end)
        yield _line_or_space_before(content, at, here), _space_from(content, end + _NEAR, line_end), at, end
        at = end


def _space_from(content: str, at: int, line_end: int) -> int:
    space = content.find(" ", at, line_end) if at < line_end else -1
    return space if space >= 0 else line_end


def _line_or_space_before(content: str, at: int, here: int) -> int:
    window = max(0, here - 2 * _NEAR)
    line = content.rfind("\n", window, here) + 1
    if line or not window:
        return line
    return content.rfind(" ", window, here - _NEAR) + 1 or at


def _word(found: regex.Match[str]) -> _Word:
    written = found[0]
    if written.isascii():
        return _FIGURE if written.isdigit() else _PLAIN  # only what they are is asked of these, not where they stand
    letters = _DROPPED.sub("", written)
    return _Word(found.start(), found.end(), letters, frozenset(map(_family, letters)) - {""})


def _disguise(word: _Word, kind: DisguiseKind, chars: str, imitates: str) -> Disguise:
    return Disguise(Span(word.start, word.end), kind, _names(chars), imitates)


def _in_one_word(word: _Word) -> Disguise | None:
    families = word.families - {"other"}
    if len(families) > 1:
        return _mixed(word)
    if families == {"mathematical"} and len(word.letters) > 2:
        return _disguise(word, DisguiseKind.FOREIGN_WORD, word.letters, skeleton(word.letters))
    return None


def _mixed(word: _Word) -> Disguise | None:
    counts = {family: 0 for family in ("latin", *sorted(word.families - {"latin", "other"}))}
    for char in word.letters:
        if (family := _family(char)) in counts:
            counts[family] += 1
    if _ACRONYM_WITH_ENDING.fullmatch(word.letters) and _switches(word.letters) == 1:
        return None
    host = max(counts, key=lambda family: counts[family])
    table, latin = _table(), skeleton(word.letters)
    if host != "latin" and latin.isascii():
        alike = "".join(char for char in word.letters if char in table.prototypes)
        return _disguise(word, DisguiseKind.MIXED_SCRIPTS, alike, latin)
    guests = [at for at in range(len(word.letters)) if _is_guest(word.letters, at, host)]
    if host != "latin":
        if len(guests) < sum(counts.values()) - counts[host]:
            return None  # two words in one, not one in disguise
        inside = frozenset(guests)
        latin = "".join(_as_in(host, char) if at in inside else char for at, char in enumerate(word.letters))
    alike = "".join(word.letters[at] for at in guests)
    return _disguise(word, DisguiseKind.MIXED_SCRIPTS, alike, latin) if guests else None


def _as_in(host: str, char: str) -> str:
    """The letter of the family ``host`` that looks like ``char``."""
    table = _table()
    return table.back.get((host, table.prototypes.get(char, char)), char)


def _is_guest(letters: str, at: int, host: str) -> bool:
    """True if the letter is of another family than the word's and passes for one of the word's."""
    char, table = letters[at], _table()
    family = _family(char)
    if family in ("", "other", host):
        return False
    if host != "latin":
        return len(letters) > 2 and (host, table.prototypes.get(char, char)) in table.back
    if char not in table.prototypes:
        return False
    return char not in table.weak or _inside_latin(letters, at)


def _inside_latin(letters: str, at: int) -> bool:
    """A symbol stands at a word's edge or between capitals (``TNFα``, ``NFκB``); a forgery stands in the word."""
    before, after = letters[at - 1 : at], letters[at + 1 : at + 3]
    small = [char for char in after if _family(char) == "latin" and _SMALL.match(char)]
    if not small or small[0] != after[0] or _family(before or " ") != "latin":
        return False
    return len(small) == 2 or _SMALL.match(before) is not None


def _switches(letters: str) -> int:
    families = [family for char in letters if (family := _family(char))]
    return sum(before != after for before, after in pairwise(families))


def _wholly_alike(content: str, words: list[_Word]) -> Iterator[tuple[_Word, bool]]:
    """The words of a line that look Latin in every letter, among Latin words.

    With each, True if it may well be a word of its own language: set off by marks, known, or near its like.
    """
    alike = [_looks_latin(word) for word in words]
    genuine = {family for word, like in zip(words, alike, strict=True) if not like for family in word.families}
    at = 0
    while at < len(words):
        past = at
        while past < len(words) and alike[past]:
            past += 1
        before = words[at - 1].families if at else frozenset()
        after = words[past].families if past < len(words) else frozenset()
        for word in words[at:past]:
            if _among_latin(word, before, after):
                yield word, _set_off(content, words[at], words[past - 1]) or _is_own(word, genuine)
        at = past + 1


def _looks_latin(word: _Word) -> bool:
    if len(word.families) != 1 or word.families & {"latin", "other", "mathematical"}:
        return False
    table = _table()
    letters = [char for char in word.letters if _family(char)]
    return all(char in table.prototypes and char not in table.weak for char in letters)


def _among_latin(word: _Word, before: frozenset[str], after: frozenset[str]) -> bool:
    latin = frozenset({"latin"})
    if len(word.letters) == 1:  # a lone Greek or fullwidth letter is a symbol
        return before == after == latin and word.families == {"cyrillic"}
    return before | after == latin


def _set_off(content: str, first: _Word, last: _Word) -> bool:
    """True if quotation marks, brackets or signs of emphasis stand on both sides, as round a word that is spoken of."""
    return (
        first.start > 0
        and last.end < len(content)
        and content[first.start - 1] in _ENCLOSING
        and content[last.end] in _ENCLOSING
    )


def _is_own(word: _Word, genuine: set[str]) -> bool:
    table = _table()
    if not word.families.isdisjoint(genuine):
        return True
    return len(word.letters) > 1 and word.letters.lower() in table.words and table.alien.isdisjoint(word.letters)


# --- controls and invisible characters ------------------------------------------------------------------------------


def _unseen(content: str) -> Iterator[Disguise]:
    line_end, right_to_left = -1, False
    for found in _UNSEEN_RUN.finditer(content):
        run, start = found[0], found.start()
        if start == 0 and run[0] == "\ufeff":
            run, start = run[1:], 1
        if not run or _is_legitimate(content, run, start):
            continue
        controls = "".join(char for char in run if char in _EMBEDDINGS)
        if controls and start >= line_end:
            begin, end = content.rfind("\n", max(0, line_end), start) + 1, content.find("\n", start)
            line_end = len(content) if end < 0 else end
            right_to_left = _RIGHT_TO_LEFT.search(content, begin, line_end) is not None
        if controls and (not right_to_left or not _OVERRIDES.isdisjoint(controls)):
            yield Disguise(Span(start, found.end()), DisguiseKind.DIRECTION, _names(controls))
        elif not controls and _hides(content, run, start, found.end()):
            yield Disguise(Span(start, found.end()), DisguiseKind.INVISIBLE, _names(run))


def _is_legitimate(content: str, run: str, start: int) -> bool:
    """True for a C2PA manifest and for the tags of a flag."""
    if run[0] == "\ufeff" and len(run) > _MANIFEST_LENGTH and _SELECTORS.issuperset(run[1:]):
        return True
    flag = start > 0 and content[start - 1] == _BLACK_FLAG
    return flag and run[-1] == _CANCEL_TAG and len(run) < 12 and _TAGS.issuperset(run)


def _hides(content: str, run: str, start: int, end: int) -> bool:
    if not _TAGS.isdisjoint(run) or sum(char in _SELECTORS for char in run) >= _HIDDEN_RUN:
        return True
    if not _in_plain_word(content, start - 1):
        return False
    if not _SELECTORS.isdisjoint(run):
        return content[start - 1] not in "0123456789"  # 1️⃣ and the slashed zero
    return end < len(content) and _PLAIN_LETTER.match(content, end) is not None and not _MARK.match(content, end)


def _in_plain_word(content: str, at: int) -> bool:
    """True if the character at ``at``, or the letter that marks there stand on, is of a script without joiners."""
    for back in range(at, max(-1, at - 4), -1):
        if not _MARK.match(content, back):
            return _PLAIN_LETTER.match(content, back) is not None
    return False
