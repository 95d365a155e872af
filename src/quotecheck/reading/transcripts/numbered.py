"""Printed pages and lines of plain records: depositions ("45:12"), the US Congressional Record ("[[Page H1202]]").

No specification: court reporters number the lines of each page from 1 (25 to a page in the federal courts of the United
States), and the Congressional Record's text, as govinfo.gov gives it, marks where each of its pages begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import attrs

_NUMBERED: Final = re.compile(r"(?m)^[ \t\f]{0,8}(\d{1,2})(?=[ \t]{1,60}\S|[ \t\r]*$)")
_PAGE_LINE: Final = re.compile(
    r"(?im)^[ \t\f]{0,90}(?:-{1,2}[ \t])?(?:[^\n]{0,60}\bpage[ \t]+)?(\d{1,5})(?:[ \t]+of[ \t]+\d{1,5})?"
    r"(?:[ \t]-{1,2})?[ \t\r]*$"
)
_RECORD_MARK: Final = re.compile(r"\[\[Page [A-Z]{0,2}(\d{1,6})\]\]")
_RECORD_HEAD: Final = re.compile(r"(?m)^\[Pages? [A-Z]{0,2}(\d{1,6})(?:[-–][A-Z]{0,2}\d{1,6})?\][ \t\r]*$")
_LEAST_LINES: Final = 5
_MOST_LINES: Final = 60
_LEAST_ALL: Final = 10  # numbered lines of a whole record
_HEAD: Final = 4000

Marks = tuple[tuple[int, int], ...]


@attrs.frozen
class Printed:
    """Where the printed pages and lines begin.

    Attributes:
        pages: (offset, page number), ascending; empty if the record has none.
        lines: (offset, number beside the line), ascending; empty if its lines are not numbered.
    """

    pages: Marks = ()
    lines: Marks = ()


def printed_in(content: str) -> Printed:
    """The printed pages and lines of a plain text; nothing where it has none. Its cost is linear in the text."""
    marks = [(found.start(), int(found[1])) for found in _RECORD_MARK.finditer(content)]
    if marks:
        head = _RECORD_HEAD.search(content, 0, _HEAD)
        first = [(0, int(head[1]))] if head else [(0, marks[0][1] - 1)]
        return Printed(pages=tuple([*first, *marks]))
    runs = _runs(content)
    if not runs:
        return Printed()
    return Printed(pages=_pages(content, runs), lines=tuple(line for run in runs for line in run))


def _runs(content: str) -> list[list[tuple[int, int]]]:
    """Lines that are numbered from 1, page by page; none unless nearly all of the text's lines are."""
    runs: list[list[tuple[int, int]]] = []
    for found in _NUMBERED.finditer(content):
        number = int(found[1])
        if runs and number == runs[-1][-1][1] + 1:
            runs[-1].append((found.start(), number))
        elif number == 1:
            runs.append([(found.start(), number)])
    runs = [run for run in runs if _LEAST_LINES <= len(run) <= _MOST_LINES]
    counted = sum(map(len, runs))
    if counted < _LEAST_ALL or len(runs) < 2:
        return []
    lines = sum(1 for line in content.split("\n") if line.strip())
    behind = sum(1 for line in content[runs[0][0][0] :].split("\n") if line.strip())
    return runs if 5 * counted >= 4 * (behind - 3 * len(runs)) and 2 * counted >= lines else []


def _pages(content: str, runs: Sequence[Sequence[tuple[int, int]]]) -> Marks:
    """The number of each page: above its first line, or else below its last."""
    starts = [run[0][0] for run in runs]
    ends = [_line_end(content, run[-1][0]) for run in runs]
    above = [
        _number(content, before, start) for before, start in zip([max(0, starts[0] - 400), *ends], starts, strict=False)
    ]
    below = [_number(content, end, after) for end, after in zip(ends, [*starts[1:], len(content)], strict=True)]
    for numbers in (above, below):
        known = [number for number in numbers if number is not None]
        if len(known) == len(numbers) and all(one < two for one, two in pairwise(known)):
            return tuple(zip(starts, known, strict=True))
    return ()


def _number(content: str, start: int, end: int) -> int | None:
    found = list(_PAGE_LINE.finditer(content, start, min(end, start + 1000)))
    return int(found[-1][1]) if found else None


def _line_end(content: str, at: int) -> int:
    end = content.find("\n", at)
    return len(content) if end < 0 else end
