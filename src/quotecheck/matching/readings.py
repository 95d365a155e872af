"""Two readings of one page held against each other: whether they have the same letters. What is read is given.

Two readers of a PDF file agree on its letters and part them otherwise, or one of them lacks a character for a
ligature: that is noise. Where they have other letters, other figures or another order, nobody here knows who is right.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import attrs
import regex
from rapidfuzz.distance import Levenshtein

from quotecheck.language.function_words import is_function_word
from quotecheck.language.morphology import is_known_word
from quotecheck.model import Span
from quotecheck.text.folding import UNMAPPED, unify

LONGEST: Final = 5000
"""Code points of the longest passage that is held against another reading."""
FARTHEST: Final = 60
"""Words by which a passage may grow until both readings have a word's border there."""
MOST_LOST: Final = 3
"""Characters that may stand for one ligature."""

_LOST: Final = "\ufffd"
# What typefaces draw as one glyph. A reader that does not know the glyph's name loses all its letters.
_LIGATURES: Final = ("ffi", "ffl", "tti", "Th", "ff", "fi", "fl", "ft", "fj", "tt", "ti", "ct", "st")
_LIGATURE: Final = regex.compile("|".join(_LIGATURES))
_UNMAPPED: Final = regex.compile(f"[{UNMAPPED}]")
_BROKEN: Final = regex.compile(r"(?<=\w)[ \t]*+[-‐¬\u00ad\x02][ \t]*+\r?\n\s*+(?=\w)")
_QUOTES: Final = str.maketrans("“”„‟″", '"""""')
_LETTERS: Final = regex.compile(r"[\p{L}\p{M}]+")
_ALONE: Final = regex.compile(r"[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*")


@attrs.frozen
class Letters:
    """What a text says, without spaces and without the hyphens of broken lines.

    Attributes:
        text: The letters, figures and marks, in one form.
        at: Offset in the text of each.
        starts: Where words begin, as indices of ``text``, ascending; its length is the last.
    """

    text: str
    at: tuple[int, ...]
    starts: tuple[int, ...]

    def is_border(self, index: int) -> bool:
        """True if a word begins, or the last one ends, at an index."""
        found = bisect_left(self.starts, index)
        return found < len(self.starts) and self.starts[found] == index


@attrs.frozen
class SameLetters:
    """A passage of one reading as it stands in the other.

    Attributes:
        offsets: (offset in the second reading, offset in the first) of every letter that both have, ascending.
        end: Offset in the first reading behind the last.
        noise: Spans of the two readings, the first's before, that are parted otherwise or have lost letters.
    """

    offsets: tuple[tuple[int, int], ...]
    end: int
    noise: tuple[tuple[Span, Span], ...]

    def first(self, span: Span) -> Span:
        """A span of the second reading's passage as a span of the first."""
        return Span(self._at(span.start), max(self._at(span.start), self._past(span.end)))

    def _at(self, offset: int) -> int:
        index = bisect_left(self.offsets, (offset, -1))
        return self.offsets[index][1] if index < len(self.offsets) else self.end

    def _past(self, offset: int) -> int:
        index = bisect_left(self.offsets, (offset, -1)) - 1
        if index < 0:
            return self.offsets[0][1]
        return self.offsets[index][1] + 1


def letters_of(text: str) -> Letters:
    """The letters of a text."""
    broken = {at for match in _BROKEN.finditer(text) for at in range(match.start(), match.end())}
    out: list[str] = []
    at: list[int] = []
    starts: list[int] = []
    parted = True
    for offset, sign in enumerate(_UNMAPPED.sub(_LOST, text).translate(_QUOTES)):
        if sign.isspace() or offset in broken:
            parted = parted or offset not in broken
            continue
        shown = unify(sign)
        if parted and shown:
            starts.append(len(out))
            parted = False
        out += shown
        at += [offset] * len(shown)
    return Letters("".join(out), tuple(at), (*starts, len(out)))


def same_letters(first: Letters, second: Letters, passage: Span) -> SameLetters | None:
    """Where a passage of the second reading stands in the first, letter for letter.

    Args:
        first: The first reading of some pages.
        second: The second reading of the same pages.
        passage: Where it stands in the second reading.

    Returns:
        None if the first reading has other letters there, other figures, or parts them so that other words come of it:
        then both readings make sense, and they are not the same.
    """
    low, high = bisect_left(second.at, passage.start), bisect_left(second.at, passage.end)
    for _ in range(FARTHEST):
        if not 0 < high - low <= LONGEST:
            return None
        found = _found(first.text, second.text[low:high])
        if found is None:
            return None
        before, behind = first.is_border(found[0]), first.is_border(found[1])
        if before and behind and second.is_border(low) and second.is_border(high):
            return _mapped(first, second, found, (low, high))
        low = low if before and second.is_border(low) else _border_before(second, low)
        high = high if behind and second.is_border(high) else _border_behind(second, high)
        if low < 0 or high < 0:
            return None
    return None


def _border_before(letters: Letters, index: int) -> int:
    at = bisect_left(letters.starts, index) - 1
    return letters.starts[at] if at >= 0 else -1


def _border_behind(letters: Letters, index: int) -> int:
    at = bisect_left(letters.starts, index + 1)
    return letters.starts[at] if at < len(letters.starts) else -1


def _found(text: str, wanted: str) -> tuple[int, int] | None:
    """Where some letters stand, those of a ligature perhaps lost."""
    at = text.find(wanted)
    if at >= 0:
        return at, at + len(wanted)
    match = regex.search(_pattern(wanted), text)
    return match.span() if match is not None else None


def _pattern(wanted: str) -> str:
    """What matches some letters where a reader has no character for a glyph; nothing in it is tried twice."""
    out = []
    at = 0
    while at < len(wanted):
        ligature = _LIGATURE.match(wanted, at)
        if ligature is not None:
            out.append(f"(?>{ligature[0]}|[{_LOST}-]{{1,{MOST_LOST}}}|)")
            at = ligature.end()
            continue
        one = regex.escape(wanted[at])
        out.append(f"[{one}{_LOST}]" if wanted[at].isalpha() else one)
        at += 1
    return "".join(out)


def _mapped(first: Letters, second: Letters, found: tuple[int, int], wanted: tuple[int, int]) -> SameLetters | None:
    """The two readings word by word; None where both make sense and they are not the same."""
    pairs = list(_pairs(first.text[slice(*found)], second.text[slice(*wanted)], found[0], wanted[0]))
    if not pairs:
        return None
    start, end = (found[0], wanted[0]), (found[1], wanted[1])
    borders = {(one, other) for one, other in pairs if first.is_border(one) and second.is_border(other)}
    noise = []
    for (one, other), (past, behind) in pairwise(sorted({start, *borders, end})):
        if one == past:
            return None  # a whole word is lost
        mine, theirs = _words(first, one, past), _words(second, other, behind)
        if mine == theirs:
            continue
        if not _is_noise(mine, theirs):
            return None
        noise.append((_span(first, one, past), _span(second, other, behind)))
    offsets = tuple((second.at[other], first.at[one]) for one, other in pairs)
    return SameLetters(offsets, first.at[found[1] - 1] + 1, tuple(noise))


def _pairs(mine: str, theirs: str, one: int, other: int) -> Iterator[tuple[int, int]]:
    """Indices of the letters that both have."""
    if mine == theirs:
        yield from ((one + n, other + n) for n in range(len(mine)))
        return
    for block in Levenshtein.opcodes(mine, theirs):
        if block.tag == "equal":
            for n in range(block.src_end - block.src_start):
                yield one + block.src_start + n, other + block.dest_start + n


def _words(letters: Letters, start: int, past: int) -> list[str]:
    inside = letters.starts[bisect_left(letters.starts, start) : bisect_left(letters.starts, past)]
    return [letters.text[a:b] for a, b in pairwise([*inside, past])]


def _span(letters: Letters, start: int, past: int) -> Span:
    return Span(letters.at[start], letters.at[past - 1] + 1)


def _is_noise(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """True if the first reading makes no words and the second does, the figures being the same."""
    lost = sum(word.count(_LOST) for word in mine)
    if _figures(mine) != _figures(theirs) or 2 * lost > sum(map(len, mine)):
        return False
    return not all(map(_is_word, mine))


def _figures(words: Sequence[str]) -> list[str]:
    """What is left of words with figures in them when the letters are taken out."""
    rest = [part for word in words for part in _LETTERS.sub(" ", word).split()]
    return rest if any(any(sign.isdecimal() for sign in part) for part in rest) else []


def _is_word(word: str) -> bool:
    bare = _ALONE.search(word)
    if _LOST in word:
        return False
    if bare is None:
        return True  # a mark on its own
    return is_function_word(bare[0].lower()) if len(bare[0]) == 1 else is_known_word(bare[0])
