"""Letters to segments: stretches of one line that stand together. Lines, columns and order come after."""

from __future__ import annotations

import math
import re
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

import attrs

from quotecheck.reading.pdf.glyphs import Glyphs

_SPACE: Final = 0.17  # of the letters' height: a wider gap parts words, whatever the library says
_NO_SPACE: Final = 0.05  # of the letters' height: a narrower gap parts none
_APART: Final = 1.3  # of the letters' height: a wider gap parts segments
_RAISED: Final = 0.2  # of the letters' height: a figure that stands higher is raised
_TRIED: Final = 40  # letters of a stretch by which its direction is told
_FARTHEST: Final = 100_000.0  # points; letters beyond it are nowhere
_UNMAPPED: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f\ue000-\uf8ff\ufffd\ufffe\uffff]")


@attrs.define
class Segment:
    """Letters that stand together in one line.

    Attributes:
        text: The letters.
        left: Where they begin, in points.
        right: Where they end.
        base: Where they stand: the line under letters without a tail.
        top: Where the highest ends.
        first: Width of the first word.
    """

    text: str
    left: float
    right: float
    base: float
    top: float
    first: float

    @property
    def height(self) -> float:
        """From base to top."""
        return max(self.top - self.base, 0.1)

    @property
    def middle(self) -> float:
        """Half-way up."""
        return (self.base + self.top) / 2


def segments_of(glyphs: Glyphs) -> tuple[list[Segment], list[Segment]]:
    """The segments of a page in the order in which they are drawn.

    Args:
        glyphs: Its letters.

    Returns:
        Those that run as most of the page's do, turned so that they run from left to right; and those that stand
        across (a stamp in the margin).
    """
    sides = _seen(glyphs)
    letters = _UNMAPPED.sub("\ufffd", glyphs.text)
    found: dict[int, list[Segment]] = {}
    counts: dict[int, int] = {}
    turned: dict[int, _Sides] = {}
    for start, end in _stretches(glyphs.text):
        turn = _turn(letters, sides, start, end)
        if turn is None:
            turn = max(counts, key=lambda one: counts[one], default=0)
        counts[turn] = counts.get(turn, 0) + end - start
        if turn not in turned:
            turned[turn] = _turned(sides, turn)
        found.setdefault(turn, []).extend(_parted(letters, turned[turn], start, end))
    main = max(counts, key=lambda one: (counts[one], -one), default=0)
    return found.get(main, []), [one for turn, some in sorted(found.items()) if turn != main for one in some]


class _Sides(NamedTuple):
    """The sides of every letter's box; a letter that is not seen has none: NaN."""

    lefts: list[float]
    tops: list[float]
    rights: list[float]
    bottoms: list[float]


def _seen(glyphs: Glyphs) -> _Sides:
    """The boxes of the letters that stand on the page: what stands beside it, nobody reads."""
    sides = _Sides(*(glyphs.boxes[side::4].tolist() for side in range(4)))
    left, bottom, right, top = (max(-_FARTHEST, min(_FARTHEST, value)) for value in glyphs.frame)
    for index, (one, high, other, low) in enumerate(zip(*sides, strict=True)):
        if not (2 * left <= one + other <= 2 * right and 2 * bottom <= high + low <= 2 * top):
            sides.lefts[index] = math.nan
    return sides


def _stretches(text: str) -> list[tuple[int, int]]:
    """What stands between the library's line breaks."""
    bounds = [0, *(match.end() for match in re.finditer(r"[\r\n]+", text)), len(text)]
    return [(start, end) for start, end in pairwise(bounds) if text[start:end].strip()]


def _turn(letters: str, sides: _Sides, start: int, end: int) -> int | None:
    """The quarter turn that a stretch runs in: 0 to the right, 1 up, 2 to the left, 3 down; None if it is too short."""
    shown = [index for index in range(start, min(end, start + _TRIED)) if not letters[index].isspace()]
    if len(shown) < 3:
        return None
    lefts, tops, rights, bottoms = sides
    steps = [0, 0, 0, 0]
    for one, other in pairwise(shown):
        across = lefts[other] + rights[other] - lefts[one] - rights[one]
        up = tops[other] + bottoms[other] - tops[one] - bottoms[one]
        if abs(across) >= abs(up):
            steps[0 if across >= 0 else 2] += 1
        elif abs(up) > abs(across):
            steps[1 if up >= 0 else 3] += 1
    return steps.index(max(steps))


def _turned(sides: _Sides, turn: int) -> _Sides:
    """The boxes as they are when the page is turned so that its lines run to the right."""
    lefts, tops, rights, bottoms = sides
    if turn == 1:
        return _Sides(bottoms, [-one for one in lefts], tops, [-one for one in rights])
    if turn == 2:
        return _Sides(*([-one for one in side] for side in (rights, bottoms, lefts, tops)))
    if turn == 3:
        return _Sides([-one for one in tops], rights, [-one for one in bottoms], lefts)
    return sides


def _parted(letters: str, sides: _Sides, start: int, end: int) -> list[Segment]:
    """The segments of one stretch: a gap, another height or a step back begins a new one."""
    found: list[Segment] = []
    building = _Building()
    space = False
    for index in range(start, end):
        letter = letters[index]
        if letter.isspace():
            space = True
            continue
        left, top, right, bottom = sides.lefts[index], sides.tops[index], sides.rights[index], sides.bottoms[index]
        if not (left + top + right + bottom) < math.inf:
            continue
        if building.letters and not building.takes(letter, left, top, bottom):
            found.append(building.done())
            building = _Building()
            space = False
        building.add(letter, left, top, right, bottom, space)
        space = False
    if building.letters:
        found.append(building.done())
    return found


class _Building:
    """One segment on its way."""

    def __init__(self) -> None:
        self.letters: list[str] = []
        self._tops: list[float] = []
        self._bottoms: list[float] = []
        self._left = self._right = 0.0
        self._first: float | None = None

    def takes(self, letter: str, left: float, top: float, bottom: float) -> bool:
        """True if a letter at this place goes on with the segment."""
        high, low = self._tops[-1], self._bottoms[-1]
        height = max(self._tops[0] - self._bottoms[0], high - low, 1.0)
        if letter.isdecimal() is not self.letters[-1].isdecimal() and self._is_raised(letter, bottom, height):
            return False
        if min(top, high) - max(bottom, low) < 0.4 * min(top - bottom, high - low):
            # A comma and a quotation mark of one line do not overlap: they do with the segment.
            low, high = min(self._bottoms[-20:]), max(self._tops[-20:])
            if min(top, high) - max(bottom, low) < 0.6 * (top - bottom):
                return False
        return -height < left - self._right < _APART * height

    def _is_raised(self, letter: str, bottom: float, height: float) -> bool:
        """True between a word and the raised figure after it."""
        if letter.isdecimal():
            return bottom > median(self._bottoms[-20:]) + _RAISED * height
        return (
            len(self.letters) < 5
            and "".join(self.letters).isdecimal()
            and bottom < self._bottoms[-1] - _RAISED * height
        )

    def add(self, letter: str, left: float, top: float, right: float, bottom: float, space: bool) -> None:
        """One more letter."""
        if not self.letters:
            self._left = left
        elif self._is_space(left, max(self._tops[-1] - self._bottoms[-1], top - bottom, 1.0), space):
            self._first = self._right - self._left if self._first is None else self._first
            self.letters.append(" ")
        self.letters.append(letter)
        self._tops.append(top)
        self._bottoms.append(bottom)
        self._right = right

    def _is_space(self, left: float, height: float, told: bool) -> bool:
        """True if a space stands before a letter: by the gap, or as the library says where the gap does not deny it."""
        gap = left - self._right
        return gap > _SPACE * height or (told and gap > _NO_SPACE * height)

    def done(self) -> Segment:
        """The segment."""
        first = self._right - self._left if self._first is None else self._first
        return Segment("".join(self.letters), self._left, self._right, median(self._bottoms), max(self._tops), first)
