"""A subtitle file to its cues: times and the lines they show, with offsets. What the lines say is not read here.

SubRip and WebVTT are parted alike: a line with an arrow begins a cue, which runs up to the next one. What stands
between (numbers, names of cues, notes, styles, regions) is not shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import attrs

MOST_CUES: Final = 500_000
"""Cues that are read; a day of captions has forty thousand."""

MOST_LINES: Final = 1_000_000
"""Lines that are read."""

_CLOCK: Final = r"(?:(\d{1,5}):)?(\d{1,3}):(\d{1,3})(?:[.,](\d{1,9}))?"
_TIMES: Final = re.compile(rf"[ \t]*{_CLOCK}[ \t]*--?>[ \t]*{_CLOCK}(?=[ \t\r]|$)")
_START: Final = re.compile(rf"[ \t]*{_CLOCK}[ \t]*--?>")
_ARROW: Final = "-->"
_BROKEN: Final = re.compile(
    r"[ \t]*+\d{1,5}:\d{2}(?::\d{2})?[.,]\d{1,3}[ \t]*+[-–—=]*+>?[ \t]*+[\d:.,]*+[ \t]*+"  # nothing is tried twice
)
_LINE: Final = re.compile(r"[^\r\n]*+(?:\r\n|\r|\n|\Z)")
_APART: Final = re.compile(r"(?:NOTE|STYLE|REGION)(?=[ \t]|$)")
_COUNTER: Final = re.compile(r"[ \t]*\d{1,9}[ \t]*$")
_SUBRIP: Final = re.compile(rf"\s*+(?:\d{{1,9}}[ \t]*+\r?\n)?[ \t]*+{_CLOCK}[ \t]*+-->[ \t]*\d")


class Line(NamedTuple):
    """A line of the file without its end."""

    start: int
    end: int


@attrs.frozen
class Cue:
    """What is shown at one time.

    Attributes:
        lines: Those that are not blank, in order.
        start: Seconds; None if they cannot be read.
        end: Seconds; None if they cannot be read.
        at: Offset of the line of its times.
    """

    lines: tuple[Line, ...]
    start: float | None
    end: float | None
    at: int


@attrs.frozen
class Parted:
    """A file's cues.

    Attributes:
        cues: In order of the file.
        header: The words of the head, up to the first cue (WebVTT's "Kind:" and "Language:").
        bad: Offsets of lines of times that cannot be read.
        cut: Offset at which reading stopped, having found too many cues; None if all were read.
    """

    cues: tuple[Cue, ...]
    header: str
    bad: tuple[int, ...]
    cut: int | None


def looks_like_subrip(head: str) -> bool:
    """True if a text begins as a SubRip file does: a number, a line of times."""
    return _SUBRIP.match(head.removeprefix("\ufeff")) is not None


def part(text: str, *, webvtt: bool) -> Parted:
    """The cues of a file.

    Args:
        text: The file's text.
        webvtt: True for WebVTT, whose notes, styles and regions are blocks of their own.
    """
    cues: list[Cue] = []
    bad: list[int] = []
    header = ""
    held: list[Line] = []  # lines since the last line of times
    times: Line | None = None
    cut: int | None = None
    for number, line in enumerate(_lines(text)):
        if number >= MOST_LINES:
            cut = line.start
            break
        if text.find(_ARROW, line.start, line.end) < 0 and not _broken_times(text, line, held):
            held.append(line)
            continue
        shown = _without_name(text, held)
        if times is None:
            header = text[: shown[-1].end if shown else 0]
        else:
            cues.append(_cue(text, times, shown, bad, webvtt=webvtt))
        if len(cues) >= MOST_CUES:
            cut = line.start
            break
        times, held = line, []
    if times is not None and len(cues) < MOST_CUES:
        cues.append(_cue(text, times, held, bad, webvtt=webvtt))
    return Parted(tuple(cues), header, tuple(bad), cut)


def _lines(text: str) -> Iterator[Line]:
    for match in _LINE.finditer(text):
        end = match.end()
        while end > match.start() and text[end - 1] in "\r\n":
            end -= 1
        yield Line(match.start(), end)


def _broken_times(text: str, line: Line, held: Sequence[Line]) -> bool:
    """True for times with another arrow, or cut off: below a blank line or a number, never among words."""
    if not held or not text[line.start : line.end].lstrip(" \t")[:1].isdigit():
        return False
    above = text[held[-1].start : held[-1].end]
    set_apart = not above.strip() or _COUNTER.match(above) is not None
    return set_apart and _BROKEN.fullmatch(text, line.start, line.end) is not None


def _without_name(text: str, held: Sequence[Line]) -> Sequence[Line]:
    """Without the number or name of the next cue, which stands right above its times."""
    if not held or not text[held[-1].start : held[-1].end].strip():
        return held
    above = text[held[-2].start : held[-2].end].strip() if len(held) > 1 else ""
    if not above or _COUNTER.match(text[held[-1].start : held[-1].end]):
        return held[:-1]
    return held


def _cue(text: str, times: Line, held: Sequence[Line], bad: list[int], *, webvtt: bool) -> Cue:
    start, end = _clocks(text[times.start : min(times.end, times.start + 200)])
    if start is None or end is None:
        bad.append(times.start)
    shown: list[Line] = []
    apart = False
    opens = False  # a block may begin: a blank line stands before
    for line in held:
        words = text[line.start : line.end]
        if not words.strip():
            opens, apart = True, False
            continue
        if webvtt and opens and _APART.match(words):
            apart = True
        opens = False
        if not apart:
            shown.append(line)
    return Cue(tuple(shown), start, end, times.start)


def _clocks(words: str) -> tuple[float | None, float | None]:
    both = _TIMES.match(words)
    if both:
        return _seconds(both.groups()[:4]), _seconds(both.groups()[4:])
    first = _START.match(words)
    return (_seconds(first.groups()) if first else None), None


def _seconds(clock: Sequence[str | None]) -> float:
    hours, minutes, seconds, part_of = clock
    whole = int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0)
    return round(whole + float(f"0.{part_of or 0}"), 3)
