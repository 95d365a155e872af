"""Times in the lines of a plain-text transcript. Who speaks is not read here.

Otter ("Ada Brook  1:02:07"), Rev ("Ada Brook (00:12):"), Descript ("[00:00:12] Ada Brook: We …") and their like, of
which no program's own file was at hand but Otter's.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

_CLOCK: Final = r"(?:(?P<hours>\d{1,2}):)?(?P<minutes>\d{1,3}):(?P<seconds>[0-5]\d)(?:[.,](?P<part>\d{1,3}))?"
_TAIL: Final = re.compile(r"(?m):[0-5]\d(?:[.,]\d{1,3})?[)\]]?:?[ \t\r]{0,9}$")
_AFTER_NAME: Final = re.compile(rf"(?=[^\W\d_])[^\n\d:]{{1,60}}(?:[ ]{{2,}}|\t|[ ]?[(\[]){_CLOCK}[)\]]?:?[ \t\r]*")
_BEFORE: Final = re.compile(rf"(?m)^[ \t]{{0,9}}[(\[]{_CLOCK}[)\]](?=[ \t]*[^\s\d])")
_BARE: Final = re.compile(rf"(?m)^[ \t]{{0,9}}{_CLOCK}[ \t]+(?=[^\W\d_][^\n\d:]{{1,60}}:[ \t\r]*(?:\S|$))")
_BEHIND: Final = re.compile(rf"(?m)^(?=[^\W\d_])[^\n\d:()\[\]]{{1,60}}[ ]?[(\[]{_CLOCK}[)\]][ ]?:(?=[ \t]*\S)")
_LONGEST: Final = 90  # code points of a line that is a name and a time
_LEAST: Final = 3

Stamps = tuple[tuple[int, float], ...]


def times_of(content: str) -> Stamps:
    """The times at which the lines of a transcript begin.

    Args:
        content: A text's content.

    Returns:
        (offset of the line, seconds), ascending, if at least three lines are stamped one way and none goes back;
        else nothing: a timetable's times are not a recording's. Cost is linear in the length of ``content``.
    """
    for found in (_after_names(content), *(_matched(one, content) for one in (_BEFORE, _BARE, _BEHIND))):
        if len(found) >= _LEAST and all(before[1] <= after[1] for before, after in pairwise(found)):
            return found
    return ()


def _after_names(content: str) -> Stamps:
    found = []
    for tail in _TAIL.finditer(content):
        start = content.rfind("\n", max(0, tail.start() - _LONGEST), tail.start()) + 1
        match = _AFTER_NAME.fullmatch(content, start, tail.end()) if start or tail.start() < _LONGEST else None
        if match:
            found.append((start, _seconds(match)))
    return tuple(found)


def _matched(pattern: re.Pattern[str], content: str) -> Stamps:
    return tuple((match.start(), _seconds(match)) for match in pattern.finditer(content))


def _seconds(match: re.Match[str]) -> float:
    whole = int(match["hours"] or 0) * 3600 + int(match["minutes"]) * 60 + int(match["seconds"])
    return whole + float(f"0.{match['part'] or 0}")
