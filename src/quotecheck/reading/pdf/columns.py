"""Segments to lines in the order in which they are read: rows, columns, and lines that run across columns."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from statistics import median
from typing import Final

import attrs

from quotecheck.reading.pdf.segments import Segment

_BINS: Final = 1500  # into which a page's width is parted
_CROSSED: Final = 0.15  # of the height of a page's text may cross the gap between two columns
_GAP: Final = 0.6  # of the letters' height: a narrower gap is none
_NARROW: Final = 0.16  # of the width: a narrower part is no column but labels or numbers
_WORDY: Final = 6.0  # letters' heights: half a column's segments are longer
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
    """The gap between two columns: hardly a line crosses it, and words stand on both sides over the same height."""
    if len(segments) < 2 * _FEWEST:
        return None
    start = min(one.left for one in segments)
    width = max(one.right for one in segments) - start
    if width <= 0:
        return None
    step = width / _BINS
    covered = _covered(segments, start, step)
    least = _GAP * median(one.height for one in segments)
    # One line across may be as high as half the others together: the headline of a short page.
    crossed = max(_CROSSED * max(covered), 1.05 * max(one.height for one in segments))
    best: tuple[float, float] | None = None
    at = 0
    while at < _BINS:
        if covered[at] > crossed:
            at += 1
            continue
        end = at
        while end < _BINS and covered[end] <= crossed:
            end += 1
        low, high = start + at * step, start + end * step
        if (
            high - low >= least
            and _parts(segments, low, high, start, width)
            and (best is None or high - low > best[1] - best[0])
        ):
            best = (low, high)
        at = end
    return best


def _covered(segments: Iterable[Segment], start: float, step: float) -> list[float]:
    """Over each small part of the width, the height of all that stands there."""
    change = [0.0] * (_BINS + 2)
    for one in segments:
        first = min(_BINS, max(0, int((one.left - start) / step)))
        past = min(_BINS, max(0, int((one.right - start) / step) + 1))
        change[first] += one.height
        change[past] -= one.height
    total = 0.0
    found = []
    for value in change[:_BINS]:
        total += value
        found.append(total)
    return found


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
    bottom = max(min(one.base for one in left), min(one.base for one in right))
    top = min(max(one.top for one in left), max(one.top for one in right))
    shorter = min(max(one.top for one in some) - min(one.base for one in some) for some in (left, right))
    return top - bottom > 0.3 * shorter


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
