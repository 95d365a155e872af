"""What was measured of several tools, as Markdown tables and as pictures. Nothing is measured here."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

import attrs

from benchmarks.candidates import AWAY, KINDS, MADE, NOISE
from benchmarks.charts import Axis, Series, bars, lines
from benchmarks.peers_cells import MEMORY, Cell
from benchmarks.tables import NOTHING, markdown

OURS: Final = "quotecheck"
SHOWN_COUNTS: Final = (1, 100, 10_000)
FEW_ANSWERS: Final = 100
"""Answers below which a share says of how many."""
ENDED: Final = {"time": "too slow", MEMORY: "memory"}


@attrs.frozen(kw_only=True)
class Setting:
    """What is measured.

    Attributes:
        tools: In the order of the columns.
        sizes: Code points of the sources.
        counts: Numbers of candidates.
        limit: Seconds of answering that a tool gets for each source.
        processors: Of this machine.
    """

    tools: tuple[str, ...]
    sizes: tuple[int, ...]
    counts: tuple[int, ...]
    limit: float
    processors: int


Cells = Mapping[tuple[str, int], Cell]


def tables(cells: Sequence[Cell], setting: Setting) -> str:
    """All tables."""
    by = {(one.tool, one.size): one for one in cells}
    names = {tool: by[tool, size].version for size in setting.sizes for tool in setting.tools}
    heads = [names[tool] for tool in setting.tools]
    parts = [
        made(),
        _told(setting, by),
        "### Time, reading in included\n",
        "Of `quotecheck` milliseconds a candidate; of the others how many times as long.\n",
        markdown(["source", "candidates", *heads], _times(by, setting), words=1),
        "### Time of one candidate, once the source is read in\n",
        "The median: of `quotecheck` milliseconds, of the others how many times as long. Where there are few answers, "
        "it holds what a tool works out once.\n",
        markdown(["source", "kind", *heads], _each(by, setting), words=2),
        "### Memory\n",
        "The most that the process held: of `quotecheck` megabytes, of the others how many times as much.\n",
        markdown(["source", *heads], _memory(by, setting)),
        "### Right place\n",
        markdown(["source", "kind", *heads], _shares(by, setting, _place, without=AWAY), words=2),
        "### Right verdict\n",
        markdown(["source", "kind", *heads], [*_shares(by, setting, _verdict), *_passed(by, setting)], words=2),
    ]
    return "\n".join(parts)


def _told(setting: Setting, by: Cells) -> str:
    python = ".".join(map(str, sys.version_info[:3]))
    asked = max(one.asked for one in by.values())
    scores = [
        f"{one.version} {one.thresholds[0]:.3f} and {one.thresholds[1]:.3f}"
        for one in (by[tool, _middle(setting)] for tool in setting.tools)
        if one.thresholds
    ]
    thresholds = f" Thresholds at {_size(_middle(setting))}: {'; '.join(scores)}." if scores else ""
    return (
        f"Python {python}, {setting.processors} processors; {asked:,} candidates, a quarter of each kind; "
        f"{setting.limit:g} seconds of answering for each tool and source. `~`: it was stopped before it had answered "
        f"that many, and the rest is reckoned as long as the second half of its answers. *of n*: so many answers only."
        f"{thresholds}\n"
    )


def _times(by: Cells, setting: Setting) -> Iterator[list[str]]:
    for size in setting.sizes:
        for count in [count for count in SHOWN_COUNTS if count <= by[OURS, size].asked]:
            took = {tool: by[tool, size].all_in(count) for tool in setting.tools}
            own = took[OURS]
            cells = []
            for tool in setting.tools:
                one = took[tool]
                if one is None or own is None:
                    cells.append(_why(by[tool, size]))
                    continue
                shown = _number(own[0] * 1000) if tool == OURS else _times_as(one[0], own[0])
                cells.append(shown if one[1] else f"~{shown}")
            yield [_size(size), f"{count:,}", *cells]


def _each(by: Cells, setting: Setting) -> Iterator[list[str]]:
    for size in setting.sizes:
        for kind in KINDS:
            own = by[OURS, size].kinds[kind].milliseconds
            cells = []
            for tool in setting.tools:
                took = by[tool, size].kinds[kind].milliseconds
                if took is None or own is None:
                    cells.append(_why(by[tool, size]))
                else:
                    cells.append(_number(took) if tool == OURS else _times_as(took, own))
            yield [_size(size), kind, *cells]


def _memory(by: Cells, setting: Setting) -> Iterator[list[str]]:
    for size in setting.sizes:
        own = by[OURS, size].peak
        cells = []
        for tool in setting.tools:
            peak = by[tool, size].peak
            if peak is None or own is None or by[tool, size].ended == MEMORY:
                cells.append(_why(by[tool, size]))
            else:
                cells.append(f"{peak / 1e6:,.0f}" if tool == OURS else _times_as(peak, own))
        yield [_size(size), *cells]


def _place(one: Cell, kind: str) -> int | None:
    return one.kinds[kind].places


def _verdict(one: Cell, kind: str) -> int | None:
    return one.kinds[kind].verdicts


def _shares(
    by: Cells, setting: Setting, right: Callable[[Cell, str], int | None], without: str = ""
) -> Iterator[list[str]]:
    for size in setting.sizes:
        for kind in [kind for kind in KINDS if kind != without]:
            cells = []
            for tool in setting.tools:
                one = by[tool, size]
                cells.append(_share(right(one, kind), one.kinds[kind].answered, _why(one)))
            yield [_size(size), kind, *cells]


def _passed(by: Cells, setting: Setting) -> Iterator[list[str]]:
    """Candidates that do not stand there word for word and are said to."""
    for size in setting.sizes:
        cells = []
        for tool in setting.tools:
            kinds = [kind for name, kind in by[tool, size].kinds.items() if name != NOISE]
            answered = sum(kind.answered for kind in kinds)
            cells.append(
                f"{sum(kind.passed for kind in kinds):,} of {answered:,}" if answered else _why(by[tool, size])
            )
        yield [_size(size), "*exact*, and wrong", *cells]


def _share(right: int | None, answered: int, why: str) -> str:
    if not answered:
        return why
    if right is None:
        return NOTHING
    return f"{right / answered:.1%}" + (f" of {answered}" if answered < FEW_ANSWERS else "")


def _why(one: Cell) -> str:
    return ENDED.get(one.ended or "", NOTHING)


def _times_as(value: float, own: float) -> str:
    return f"{_number(value / own)} ×" if own else NOTHING


def _number(value: float) -> str:
    """Two or three figures that count."""
    if value >= 10:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 1 else f"{value:.2f}" if value >= 0.1 else f"{value:.3f}"


def _size(size: float) -> str:
    if size >= 1_000_000_000:
        return f"{size / 1_000_000_000:g} GB"
    if size >= 1_000_000:
        return f"{size / 1_000_000:g} MB"
    return f"{size / 1_000:g} kB" if size >= 1_000 else f"{size:g} B"


def _middle(setting: Setting) -> int:
    """The size whose verdicts are drawn: the largest of up to a megabyte, else the smallest."""
    return max((size for size in setting.sizes if size <= 1_000_000), default=setting.sizes[0])


def pictures(cells: Sequence[Cell], setting: Setting) -> dict[str, str]:
    """By name of the file, the pictures."""
    by = {(one.tool, one.size): one for one in cells}
    middle = _middle(setting)
    count = max((count for count in setting.counts if count <= 100), default=setting.counts[0])
    took = Axis("time of a candidate", lambda value: f"{value * 1000:,g} ms" if value < 1 else f"{value:,g} s")
    sizes = Axis("size of the source", _size)
    held = Axis("most memory held", lambda value: _size(value))

    def series(points: Callable[[str], Iterator[tuple[float, float]]]) -> list[Series]:
        return [Series(tool, tuple(points(tool))) for tool in setting.tools]

    def by_size(tool: str) -> Iterator[tuple[float, float]]:
        for size in setting.sizes:
            value = by[tool, size].all_in(count)
            if value:
                yield size, value[0]

    def by_count(tool: str) -> Iterator[tuple[float, float]]:
        for number in setting.counts:
            value = by[tool, middle].all_in(number)
            if value and (value[1] or number == min(n for n in setting.counts if n >= by[tool, middle].answered)):
                yield number, value[0]

    def memory(tool: str) -> Iterator[tuple[float, float]]:
        for size in setting.sizes:
            peak = by[tool, size].peak
            if peak and by[tool, size].ended != MEMORY:
                yield size, peak

    def verdicts(kind: str) -> Iterator[tuple[float, float]]:
        for number, tool in enumerate(setting.tools):
            of = by[tool, middle].kinds[kind]
            if of.answered:
                yield number, of.verdicts / of.answered

    numbers = Axis("number of candidates", lambda value: f"{value:,g}")
    right = [Series(kind, tuple(verdicts(kind))) for kind in KINDS]
    return {
        "peers-size.svg": lines(
            f"Time of a candidate, {count:,} of them, reading in included", sizes, took, series(by_size)
        ),
        "peers-count.svg": lines(
            f"Time of a candidate in {_size(middle)}, reading in included", numbers, took, series(by_count)
        ),
        "peers-memory.svg": lines("Memory", sizes, held, series(memory)),
        "peers-verdicts.svg": bars(f"Right verdicts in {_size(middle)}", setting.tools, "share", right),
    }


def made() -> str:
    """How each kind of candidate is made, as a list."""
    return "".join(f"- *{kind}*: {how}\n" for kind, how in MADE.items())
