"""Lines to paragraphs: where one begins, and footnotes and heads moved out of the sentences that they stand in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final

import attrs

from quotecheck.reading.pdf.columns import Line

_WIDE: Final = 1.35  # of the usual distance between lines: a wider one parts paragraphs
_PITCH: Final = 1.7  # of the letters' height: the distance where too few lines tell it
_FEW: Final = 3  # distances
_OTHER: Final = 1.18  # times higher or lower letters part paragraphs
_INDENT: Final = 0.9  # of the letters' height
_SMALL: Final = 0.93  # of the text's letters: footnotes are smaller
_ENDS: Final = re.compile(r"[.!?…:][\"”’»)\]⁰¹²³⁴⁵⁶⁷⁸⁹*†‡]{0,4}\Z")
_HYPHEN: Final = re.compile(r"\w[-\u00ad‐]\Z")
_NOTE: Final = re.compile(r"([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\d{1,3}|[*†‡§]{1,3})[.)]?[ \t]?\S")
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@attrs.frozen
class _Column:
    """The measures of a column.

    Attributes:
        left: Where most of its lines begin.
        right: Where the longest end.
        pitch: The usual distance between two lines; a guess if it has few.
        height: The usual height of its letters.
    """

    left: float
    right: float
    pitch: float
    height: float


@attrs.frozen
class Leaf:
    """A page as it is read.

    Attributes:
        heads: What stood above its text and is kept.
        lines: Its text.
        feet: What stood below its text or across it, and is kept.
    """

    heads: tuple[Line, ...]
    lines: tuple[Line, ...]
    feet: tuple[Line, ...]


def paragraphs_of(pages: Sequence[Leaf]) -> list[list[Line]]:
    """The paragraphs of a document in the order in which they are read.

    Args:
        pages: All of them, in order.

    Returns:
        Each as its lines. A footnote and a head come after the paragraph that runs over them.
    """
    found: list[list[Line]] = []
    now: list[Line] = []
    waiting: list[list[Line]] = []
    height = _usual_height(pages)
    for page in pages:
        waiting += [[line] for line in page.heads]
        for some in _by_column(page.lines):
            body, notes = _without_notes(some, height, page.lines)
            measures = _measured(body or some)
            for line in body:
                if not now or _begins(now[-1], line, measures):
                    if now:
                        found.append(now)
                    found += waiting
                    now, waiting = [], []
                now.append(line)
            waiting += notes
        waiting += [[line] for line in page.feet]
    return [one for one in (*found, now, *waiting) if one]


def _usual_height(pages: Sequence[Leaf]) -> float:
    heights: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            heights[round(line.height * 2) / 2] += len(line.text)
    return max(heights, key=lambda one: (heights[one], one), default=1.0)


def _by_column(lines: Sequence[Line]) -> Iterator[list[Line]]:
    some: list[Line] = []
    for line in lines:
        if some and some[-1].column != line.column:
            yield some
            some = []
        some.append(line)
    if some:
        yield some


def _measured(lines: Sequence[Line]) -> _Column:
    lefts = Counter(round(line.left) for line in lines)
    left = float(max(lefts, key=lambda one: (lefts[one], -one)))
    rights = sorted(line.right for line in lines)
    steps = [one.base - other.base for one, other in pairwise(lines)]
    # The lower half: between paragraphs the distance may be wider.
    steps = sorted(step for step in steps if step > 0)
    height = median(line.height for line in lines)
    pitch = median(steps[: (len(steps) + 1) // 2]) if steps else _PITCH * height
    if len(steps) < _FEW:
        pitch = min(pitch, _PITCH * height)
    return _Column(left, rights[-(-(len(rights) - 1) * 9 // 10)], pitch, height)


def _begins(before: Line, line: Line, measures: _Column) -> bool:
    """True if a line begins a paragraph."""
    if _HYPHEN.search(before.text) and line.text[:1].isalpha():
        return False
    if max(before.height, line.height) > _OTHER * min(before.height, line.height):
        return not _is_part(before, line)
    indented = line.left > measures.left + _INDENT * line.height
    ended = _ENDS.search(before.text) is not None
    if (before.page, before.column) != (line.page, line.column) and not (
        before.page == line.page and line.base < before.base
    ):
        return ended and (indented or line.text[:1] in '“"«„‘')
    usual = measures.pitch * max(1.0, line.height / measures.height)  # a heading's lines stand farther apart
    if before.base - line.base > _WIDE * usual:
        return True
    if indented and before.left < line.left - _INDENT * line.height / 2:
        return True
    return ended and _would_have_fitted(before, line, measures)


def _is_part(before: Line, line: Line) -> bool:
    """A line of a single sign or capitals has another height than its neighbours, and is of their paragraph still."""
    short = min(len(before.text), len(line.text)) <= 6
    return short and (before.page, before.column) == (line.page, line.column) and line.text[:1].islower()


def _would_have_fitted(before: Line, line: Line, measures: _Column) -> bool:
    return before.right + 0.4 * line.height + line.first < measures.right - 0.2 * line.height


def _without_notes(lines: list[Line], height: float, page: Sequence[Line]) -> tuple[list[Line], list[list[Line]]]:
    """A column without the footnotes at its bottom, and these."""
    first = len(lines)
    while first and lines[first - 1].height < _SMALL * height:
        first -= 1
    if first == 0:
        return lines, []  # a column in small letters is no footnote
    if first == len(lines):
        first = _by_mark(lines, page)
    notes: list[list[Line]] = []
    for line in lines[first:]:
        if not notes or _NOTE.match(line.text):
            notes.append([])
        notes[-1].append(line)
    return lines[:first], notes


def _by_mark(lines: Sequence[Line], page: Sequence[Line]) -> int:
    """Where notes begin that are set as large as the text: after a gap, with a mark that stands raised above."""
    pitch = _measured(lines).pitch
    for index in range(len(lines) - 1, max(0, len(lines) - 15), -1):
        mark = _NOTE.match(lines[index].text)
        if mark is None or lines[index - 1].base - lines[index].base <= _WIDE * pitch:
            continue
        raised = mark[1].translate(_RAISED)
        return index if any(raised in line.text for line in page if line is not lines[index]) else len(lines)
    return len(lines)
