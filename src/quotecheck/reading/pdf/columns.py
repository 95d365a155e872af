"""Segments to lines in the order in which they are read: rows, columns, and lines that run across columns."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby, pairwise
from statistics import median
from typing import Final

import attrs

from quotecheck.reading.pdf.segments import Segment

_BINS: Final = 1500  # into which a page's width is parted
_CROSSED: Final = 0.15  # of the height of a page's text may cross the gap between two columns
_AGREED: Final = 0.8  # of the rows that leave a gap somewhere leave it there
_BANDS: Final = 4  # stretches of columns between lines that run across; more of them are a table's
_BESIDE: Final = 0.6  # of a column's lines have one beside them in the other
_GAP: Final = 0.6  # of the letters' height: a narrower gap is none
_NARROW: Final = 0.16  # of the width: a narrower part is no column but labels or numbers
_WORDY: Final = 6.0  # letters' heights: half a column's segments are longer
_DENSER: Final = 2.5  # times as many lines in one column as in the other, over the same height
_FEWEST: Final = 3  # segments in a column
_MOST: Final = 8  # columns inside each other
_FAR: Final = 4.0  # letters' heights between two segments of a row: they are cells
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@attrs.define
class Line:
    """A line as it is read.

    Attributes:
        text: Its words.
        left: Where it begins, in points.
        right: Where it ends.
        base: Where its letters stand.
        height: From base to top.
        first: Width of its first word.
        column: Number of the column it stands in, counted over the page.
        page: Page number, from 1.
    """

    text: str
    left: float
    right: float
    base: float
    height: float
    first: float
    column: int
    page: int


def lines_of(segments: Sequence[Segment], page: int) -> list[Line]:
    """The lines of a page in the order in which they are read.

    Args:
        segments: All of them, in any order.
        page: Page number.
    """
    found: list[Line] = []
    for column, some in enumerate(_columns(list(segments), 0)):
        found += [_line(row, column, page) for row in rows(some)]
    return found


def rows(segments: Iterable[Segment]) -> list[list[Segment]]:
    """Segments that stand in one line of a column, from top to bottom, each row from left to right."""
    found: list[list[Segment]] = []
    widest: Segment | None = None
    for one in sorted(segments, key=lambda one: (-one.middle, one.left)):
        if widest is None or not _side_by_side(one, widest):
            found.append([one])
            widest = one
            continue
        found[-1].append(one)
        if one.right - one.left > widest.right - widest.left:
            widest = one
    return [sorted(row, key=lambda one: one.left) for row in found]


def _side_by_side(one: Segment, other: Segment) -> bool:
    overlap = min(one.top, other.top) - max(one.base, other.base)
    return overlap > 0.5 * min(one.height, other.height)


def _columns(segments: list[Segment], depth: int) -> list[list[Segment]]:
    """The segments parted into columns, in the order in which these are read."""
    gap = _gap(segments) if depth < _MOST else None
    if gap is None:
        return [segments] if segments else []
    low, high = gap
    centre = (low + high) / 2
    across = sorted((one for one in segments if one.left < low and one.right > high), key=lambda one: -one.middle)
    edges = [-one.middle for one in across]
    bands: list[tuple[list[Segment], list[Segment]]] = [([], []) for _ in range(len(across) + 1)]
    for one in segments:
        if not (one.left < low and one.right > high):
            sides = bands[bisect_left(edges, -one.middle)]
            sides[0 if (one.left + one.right) / 2 < centre else 1].append(one)
    return _read(bands, across, depth)


def _read(
    bands: Sequence[tuple[list[Segment], list[Segment]]], across: Sequence[Segment], depth: int
) -> list[list[Segment]]:
    """Band by band from the top, each from the left; the lines across stand between them, neighbours in one."""
    found: list[list[Segment]] = []
    held: list[Segment] = []
    for index, (left, right) in enumerate(bands):
        if left or right:
            if held:
                found.append(held)
                held = []
            found += _columns(left, depth + 1) + _columns(right, depth + 1)
        if index < len(across):
            held.append(across[index])
    return [*found, held] if held else found


def _gap(segments: Sequence[Segment]) -> tuple[float, float] | None:
    """The gap between two columns: words stand on both sides of it, and hardly a line, or few stretches, cross it."""
    if len(segments) < 2 * _FEWEST:
        return None
    start = min(one.left for one in segments)
    width = max(one.right for one in segments) - start
    if width <= 0:
        return None
    step = width / _BINS
    least = _GAP * median(one.height for one in segments)
    covered = _summed(((one.left, one.right, one.height) for one in segments), start, step)
    # One line across may be as high as half the others together: the headline of a short page.
    crossed = max(_CROSSED * max(covered), 1.05 * max(one.height for one in segments))
    free = _where([value <= crossed for value in covered], start, step)
    left_free = _summed(_free_between(segments, least), start, step)
    agreed = max(_FEWEST, _AGREED * max(left_free))
    shared = _where([value >= agreed for value in left_free], start, step)
    for some in (free, shared):
        fit = [one for one in some if one[1] - one[0] >= least and _parts(segments, *one, start, width)]
        if fit:
            return max(fit, key=lambda one: (one[1] - one[0], -one[0]))
    return None


def _free_between(segments: Sequence[Segment], least: float) -> Iterator[tuple[float, float, float]]:
    """What the rows leave free between two of their segments."""
    for row in rows(segments):
        for one, other in pairwise(row):
            if other.left - one.right >= least:
                yield one.right, other.left, 1.0


def _where(fits: Sequence[bool], start: float, step: float) -> list[tuple[float, float]]:
    """The stretches of the width over which something holds."""
    found: list[tuple[float, float]] = []
    at = 0
    for holds, some in groupby(fits):
        past = at + sum(1 for _ in some)
        if holds:
            found.append((start + at * step, start + past * step))
        at = past
    return found


def _summed(stretches: Iterable[tuple[float, float, float]], start: float, step: float) -> list[float]:
    """Over each small part of the width, the sum of the stretches (left, right, value) that lie over it."""
    change = [0.0] * (_BINS + 2)
    for left, right, value in stretches:
        change[min(_BINS, max(0, int((left - start) / step)))] += value
        change[min(_BINS, max(0, int((right - start) / step) + 1))] -= value
    return list(accumulate(change[:_BINS]))


def _parts(segments: Sequence[Segment], low: float, high: float, start: float, width: float) -> bool:
    """True if there are columns on both sides of a gap."""
    centre = (low + high) / 2
    left = [one for one in segments if one.right <= centre]
    right = [one for one in segments if one.left >= centre]
    if len(left) < _FEWEST or len(right) < _FEWEST or min(low - start, start + width - high) < _NARROW * width:
        return False
    for some in (left, right):
        if median((one.right - one.left) / one.height for one in some) < _WORDY:
            return False
    across = sorted(-one.middle for one in segments if one.left < low and one.right > high)
    bands = {bisect_left(across, -one.middle) for one in (*left, *right)}
    return len(bands) <= _BANDS and _stand_beside(left, right)


def _stand_beside(left: Sequence[Segment], right: Sequence[Segment]) -> bool:
    """True if most lines of the shorter column have lines of the other at their height, and not many more of them."""
    fewer, more = sorted((left, right), key=len)
    low, high = min(one.base for one in fewer), max(one.top for one in fewer)
    if sum(low <= one.middle <= high for one in more) > _DENSER * len(fewer):
        return False  # names, each beside a paragraph
    tops = sorted(one.top for one in more)
    bottoms = sorted(one.base for one in more)
    # Of those that begin below the line's top, all but those that end below its base are beside it.
    beside = sum(bisect_left(bottoms, one.top) > bisect_left(tops, one.base) for one in fewer)
    return beside >= _BESIDE * len(fewer)


def _line(row: Sequence[Segment], column: int, page: int) -> Line:
    widest = max(row, key=lambda one: one.right - one.left)
    texts: list[str] = []
    end = row[0].left
    for one in row:
        words = _raised(one, widest)
        if texts and words is one.text:
            texts.append("\t" if one.left - end > _FAR * widest.height else " " if one.left - end > 0 else "")
        texts.append(words)
        end = max(end, one.right)
    return Line("".join(texts), row[0].left, end, widest.base, widest.height, row[0].first, column, page)


def _raised(one: Segment, widest: Segment) -> str:
    """A raised figure stays one: it is no digit of the word or figure before it."""
    small = one is not widest and one.height < 0.85 * widest.height and one.base > widest.base + 0.2 * widest.height
    return one.text.translate(_RAISED) if small and one.text.isdecimal() and one.text.isascii() else one.text
