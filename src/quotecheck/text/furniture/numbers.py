"""Numbers and times in the margin: verses, lines, paragraphs, recording times. Figures of the prose are none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from quotecheck.model import Span
from quotecheck.text.furniture.pieces import Furniture, FurnitureKind

_LINE_START = re.compile(
    r"(?:\A|(?<=\n))[ \t]*(?:"
    r"(?P<verse>\d{1,3}:\d{1,3})(?=[ \t])"
    r"|(?P<time>(?:\d{1,2}:)?\d{1,2}:\d{2}(?:\.\d{1,3})?)(?=[ \t]*\n|[ \t]+[^-\s])"
    r"|(?P<stopped>\d{1,3})\.(?=[ \t])"
    r"|(?P<wide>\d{1,3})(?=(?:[ \t]{2}|\t)[ \t]*\S)"
    r"|(?P<number>\d{1,3})(?=[ \t]+\S)"
    r"|¶[ ]?(?P<paragraph>\d{1,3})(?=[ \t])"
    r"|(?P<section>§[ ]?\d{1,3})(?=[ \t])"
    r")"
)
_FIGURE_OPENS = re.compile(r"\n[ \t]*+[\d¶§]")
_BRACED = re.compile(r"\{\d{1,3}:\d{1,3}\}")
_WIDE_GAP = re.compile(r"[ \t]{3}")
_MARGIN = re.compile(r"(?<=[^\s])[ \t]{3,90}(\d{1,4})(?=[ \t]{0,9}(?:\n|\Z))")
_RUNS: Final = ("stopped", "wide", "number", "section")
_STOPS: Final = frozenset(".?!:;…\"”’'»)]*_—")
_OPENERS: Final = " \t\"“‘'«„([*_"
_MOST_SPREAD: Final = 3  # lines for each line that is counted: stage directions and labels count for none
_LAST_LINE: Final = 200  # code points before a line's start that are looked at


def line_numbers(content: str) -> Iterator[Furniture]:
    """Numbers of verses, lines and paragraphs, and times, that stand at the lines' starts and count up."""
    groups: dict[str, list[re.Match[str]]] = {name: [] for name in ("verse", "time", *_RUNS)}
    for match in _line_starts(content):
        name = match.lastgroup or ""
        if name in groups:
            groups[name].append(match)
        elif _opens(content, match) and _is_capital(content, match):
            yield Furniture(Span(match.start() + len(match[0]) - len(match[0].lstrip()), match.end()), _NUMBER)
    verses = groups["verse"]
    if _share(verses, _next_verse, "verse") >= 0.5 and _opens(content, verses[0]):
        yield from (_piece(match, "verse", _NUMBER) for match in verses)
    else:
        groups["time"] = sorted(groups["time"] + verses, key=lambda match: match.start())
    if groups["time"] and _may_be_clocks(content, groups["time"]):
        yield from _clocks(groups["time"])
    for name in _RUNS:
        for run in _runs(groups[name], name):
            if _opens(content, run[0]) and _is_margin(content, run, name):
                yield from (_piece(match, name, _NUMBER) for match in run)
    yield from (Furniture(Span(*match.span()), _NUMBER) for match in _BRACED.finditer(content))
    yield from _margins(content)


_NUMBER: Final = FurnitureKind.NUMBER


def _line_starts(content: str) -> Iterator[re.Match[str]]:
    """What ``_LINE_START`` finds, tried only at lines that open with a figure or a sign."""
    first = _LINE_START.match(content)
    if first is not None:
        yield first
    for seen in _FIGURE_OPENS.finditer(content):
        match = _LINE_START.match(content, seen.start() + 1)
        if match is not None:
            yield match


def _opens(content: str, match: re.Match[str]) -> bool:
    """True if no sentence runs over the line's end into the number: "We have / 10 houses" is no list."""
    above = content[max(0, match.start() - _LAST_LINE) : match.start()].rstrip(" \t")
    if not above.endswith("\n"):
        return True
    line = above[:-1].rstrip(" \t\r")
    return not line or line[-1] in "\n\f" or line[-1] in _STOPS


def _is_capital(content: str, match: re.Match[str]) -> bool:
    """True if what the number stands before begins as a sentence does."""
    words = content[match.end() : match.end() + 40].lstrip(".").lstrip(_OPENERS)
    return not words[:1].islower()


def _is_margin(content: str, run: Sequence[re.Match[str]], name: str) -> bool:
    """Verses count from 1 and begin as sentences do; a page's lines are all numbered, at a distance from the words."""
    if name == "stopped":
        return True
    if name == "wide":
        lines = content.count("\n", run[0].start(), run[-1].end()) + 1
        blank = content.count("\n\n", run[0].start(), run[-1].end())
        if len(run) * 5 >= (lines - blank) * 4:
            return True
    capitals = sum(_is_capital(content, match) for match in run)
    return _count(run[0], name) <= 1 and capitals * 5 >= len(run) * 4


def _margins(content: str) -> Iterator[Furniture]:
    """Every fifth line's number at its end: there are as many lines between two as their numbers tell."""
    wide = (_MARGIN.match(content, seen.start()) for seen in _WIDE_GAP.finditer(content))
    margins = [match for match in wide if match is not None]
    if len(margins) < 2 or _share(margins, _in_fives, 1) < 0.8:
        return
    counted = 0
    for one, two in pairwise(margins):
        lines = content.count("\n", one.end(), two.start())
        step = int(two[1]) - int(one[1])
        counted += 0 < step <= lines <= step * _MOST_SPREAD
    if counted * 5 >= (len(margins) - 1) * 4:
        yield from (Furniture(Span(*match.span(1)), _NUMBER) for match in margins)


def _piece(match: re.Match[str], name: str, kind: FurnitureKind) -> Furniture:
    end = match.end() if name == "stopped" else match.end(name)
    return Furniture(Span(match.start(name), end), kind)


def _share(matches: Sequence[re.Match[str]], follows: Callable[[str, str], bool], group: str | int) -> float:
    """Share of neighbours of which the second follows upon the first; 0 where there are no two."""
    if len(matches) < 2:
        return 0.0
    pairs = pairwise(matches)
    return sum(follows(one[group], two[group]) for one, two in pairs) / (len(matches) - 1)


def _next_verse(one: str, two: str) -> bool:
    chapter, verse = map(int, one.split(":"))
    chapter_after, verse_after = map(int, two.split(":"))
    return (chapter_after == chapter and verse_after == verse + 1) or (
        chapter_after == chapter + 1 and verse_after == 1
    )


def _in_fives(one: str, two: str) -> bool:
    return int(two) > int(one) and (int(two) - int(one)) % 5 == 0 and int(one) % 5 == 0


def _may_be_clocks(content: str, times: Sequence[re.Match[str]]) -> bool:
    """False for scores and hours of the prose: the first runs on from the line above, and no clock starts at 0."""
    name = "time" if times[0]["time"] else "verse"
    first = times[0][name]
    whole = all(len(match["verse"].split(":")[1]) == 2 for match in times if match["verse"])
    return whole and (first.count(":") == 2 or first.startswith(("0:", "00:")) or _opens(content, times[0]))


def _clocks(matches: Sequence[re.Match[str]]) -> Iterator[Furniture]:
    """Times at line starts that run up, as in a recording; a timetable with hours alone stays the text's own."""
    names = ["time" if match["time"] else "verse" for match in matches]
    seconds = [_seconds(match[name]) for match, name in zip(matches, names, strict=True)]
    rising = sum(a <= b for a, b in pairwise(seconds))
    with_seconds = [match for match, name in zip(matches, names, strict=True) if match[name].count(":") == 2]
    small = [second for second in seconds if second % 60]
    if (
        len(matches) >= 2
        and rising >= 0.9 * (len(matches) - 1)
        and (len(with_seconds) * 2 >= len(matches) or _odd(small))
    ):
        yield from (_piece(match, name, FurnitureKind.TIME) for match, name in zip(matches, names, strict=True))


def _odd(seconds: Sequence[int]) -> bool:
    """True if times are not a timetable's: not all at five minutes' steps."""
    return len(seconds) >= 3 and sum(second % 5 != 0 for second in seconds) * 3 >= len(seconds)


def _seconds(time: str) -> int:
    total = 0
    for part in time.split(".")[0].split(":"):
        total = total * 60 + int(part)
    return total


def _runs(matches: Sequence[re.Match[str]], name: str) -> Iterator[Sequence[re.Match[str]]]:
    """Those of at least three in a row that count up by one. A page of numbered lines begins again at 1."""
    run: list[re.Match[str]] = []
    for match in matches:
        if run and _count(match, name) == _count(run[-1], name) + 1:
            run.append(match)
            continue
        if len(run) >= 3:
            yield run
        run = [match]
    if len(run) >= 3:
        yield run


def _count(match: re.Match[str], name: str) -> int:
    return int(match[name].lstrip("§ "))
