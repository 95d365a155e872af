"""Numbers and times in the margin: verses, lines, paragraphs, recording times. A list out of sequence has none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from quotecheck.model import Span
from quotecheck.text.furniture.pieces import Furniture, FurnitureKind

_LINE_START = re.compile(
    r"(?:\A|(?<=\n))[ \t]*(?:"
    r"(?P<verse>\d{1,3}:\d{1,3})(?=[ \t])"
    r"|(?P<time>(?:\d{1,2}:)?\d{1,2}:\d{2}(?:\.\d{1,3})?)(?=[ \t]*\n|[ \t]+[^-\s])"
    r"|(?P<stopped>\d{1,3})\.(?=[ \t])"
    r"|(?P<number>\d{1,3})(?=[ \t]+\S)"
    r"|(?P<paragraph>(?:¶|§)[ ]?\d{1,3})(?=[ \t]))"
)
_BRACED = re.compile(r"\{\d{1,3}:\d{1,3}\}")
_MARGIN = re.compile(r"(?<=[^\s])[ \t]{3,90}(\d{1,4})(?=[ \t]{0,9}(?:\n|\Z))")


def line_numbers(content: str) -> Iterator[Furniture]:
    """Numbers of verses, lines and paragraphs, and times, that stand at the lines' starts and count up."""
    groups: dict[str, list[re.Match[str]]] = {"verse": [], "time": [], "stopped": [], "number": []}
    for match in _LINE_START.finditer(content):
        name = match.lastgroup or ""
        if name == "paragraph":
            yield _piece(match, name, FurnitureKind.NUMBER)
        elif name in groups:
            groups[name].append(match)
    verses = groups["verse"]
    if _share(verses, _next_verse, "verse") >= 0.5:
        yield from (_piece(match, "verse", FurnitureKind.NUMBER) for match in verses)
    else:
        groups["time"] = sorted(groups["time"] + verses, key=lambda match: match.start())
    yield from _clocks(groups["time"])
    for name in ("stopped", "number"):
        yield from (_piece(match, name, FurnitureKind.NUMBER) for match in _runs(groups[name], name))
    yield from (Furniture(Span(*match.span()), FurnitureKind.NUMBER) for match in _BRACED.finditer(content))
    margins = list(_MARGIN.finditer(content))
    if len(margins) >= 2 and _share(margins, _in_fives, 1) >= 0.8:
        yield from (Furniture(Span(*match.span(1)), FurnitureKind.NUMBER) for match in margins)


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


def _runs(matches: Sequence[re.Match[str]], name: str) -> Iterator[re.Match[str]]:
    """Those of at least three in a row that count up by one. A page of numbered lines begins again at 1."""
    run: list[re.Match[str]] = []
    for match in matches:
        if run and int(match[name]) == int(run[-1][name]) + 1:
            run.append(match)
            continue
        if len(run) >= 3:
            yield from run
        run = [match]
    if len(run) >= 3:
        yield from run
