"""Charts as SVG: lines over two logarithmic axes, and groups of bars. The same figures give the same bytes.

Nothing is measured here, and nothing of what the figures mean is known.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from html import escape
from typing import Final

import attrs

WIDTH, HEIGHT, SIZE, SMALL = 860, 420, 14, 12  # pixels
LEFT, RIGHT, TOP, BOTTOM = 84, 190, 46, 58
INK, PAPER, RULE = "#1f2328", "#ffffff", "#d0d7de"
COLOURS: Final = ("#000000", "#d55e00", "#0072b2", "#009e73", "#cc79a7", "#8c6d00", "#56b4e9", "#7a7a7a")
"""Told apart by those who see fewer colours too, together with ``MARKS``."""
MARKS: Final = ("circle", "square", "triangle", "diamond")


@attrs.frozen
class Series:
    """A line or a row of bars.

    Attributes:
        name: What stands in the key.
        points: x and y of a line, in order of x; of bars, the number of the group and the height, 0 to 1.
    """

    name: str
    points: tuple[tuple[float, float], ...]


@attrs.frozen
class Axis:
    """A logarithmic axis.

    Attributes:
        name: What it shows, with the unit.
        shown: How a power of ten is written on it.
    """

    name: str
    shown: Callable[[float], str]


def lines(title: str, across: Axis, up: Axis, series: Sequence[Series]) -> str:
    """Lines with a mark at each point. Figures that are not above zero are left out."""
    series = [attrs.evolve(one, points=tuple(p for p in one.points if min(p) > 0)) for one in series]
    points = [point for one in series for point in one.points] or [(1.0, 1.0)]
    x_first, x_last = _decades([x for x, _ in points])
    y_first, y_last = _decades([y for _, y in points])

    def x_of(x: float) -> float:
        return LEFT + (math.log10(x) - x_first) / (x_last - x_first) * (WIDTH - LEFT - RIGHT)

    def y_of(y: float) -> float:
        return HEIGHT - BOTTOM - (math.log10(y) - y_first) / (y_last - y_first) * (HEIGHT - TOP - BOTTOM)

    parts = [*_head(title), *_names(across.name, up.name)]
    for power in range(x_first, x_last + 1):
        parts += _upright(x_of(10.0**power), across.shown(10.0**power))
    for power in range(y_first, y_last + 1):
        parts += _level(y_of(10.0**power), up.shown(10.0**power))
    for number, one in enumerate(series):
        placed = [(x_of(x), y_of(y)) for x, y in one.points]
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in placed)
        if len(placed) > 1:
            parts.append(f'<path d="M{path}" fill="none" stroke="{_colour(number)}" stroke-width="2"/>')
        parts += [_mark(number, x, y) for x, y in placed]
    return _whole([*parts, *_key(series, marks=True)])


def bars(title: str, groups: Sequence[str], up: str, series: Sequence[Series]) -> str:
    """Groups of bars, each 0 to 1 high; a bar that a series does not have is left out."""
    room = (WIDTH - LEFT - RIGHT) / max(1, len(groups))
    wide = room * 0.8 / max(1, len(series))

    def y_of(y: float) -> float:
        return HEIGHT - BOTTOM - y * (HEIGHT - TOP - BOTTOM)

    parts = [*_head(title), *_names("", up)]
    for step in range(0, 5):
        parts += _level(y_of(step / 4), f"{step * 25} %")
    for number, name in enumerate(groups):
        middle = LEFT + room * (number + 0.5)
        parts.append(_text(middle, HEIGHT - BOTTOM + SIZE + 6, name, "middle", SMALL))
    for number, one in enumerate(series):
        for group, share in one.points:
            left = LEFT + room * (group + 0.1) + wide * number
            top, base = y_of(share), y_of(0)
            high = max(base - top, 1.5)  # nought is seen too
            parts.append(
                f'<rect x="{left:.1f}" y="{base - high:.1f}" width="{max(wide - 1, 1):.1f}" height="{high:.1f}" '
                f'fill="{_colour(number)}"/>'
            )
    return _whole([*parts, *_key(series, marks=False)])


def _decades(values: Sequence[float]) -> tuple[int, int]:
    """The powers of ten that hold all values; never the same twice."""
    first, last = math.floor(math.log10(min(values)) + 1e-9), math.ceil(math.log10(max(values)) - 1e-9)
    return first, max(last, first + 1)


def _head(title: str) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" '
        f'font-size="{SIZE}" role="img" aria-label="{escape(title)}">'
    )
    yield f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>'
    yield f'<text x="{LEFT}" y="26" fill="{INK}" font-weight="bold">{escape(title)}</text>'


def _names(across: str, up: str) -> Iterator[str]:
    middle = TOP + (HEIGHT - TOP - BOTTOM) / 2
    yield _text(LEFT + (WIDTH - LEFT - RIGHT) / 2, HEIGHT - 14, across, "middle")
    yield (
        f'<text transform="translate(18 {middle:.0f}) rotate(-90)" text-anchor="middle" fill="{INK}">'
        f"{escape(up)}</text>"
    )


def _upright(x: float, shown: str) -> Iterator[str]:
    yield f'<path d="M{x:.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="{RULE}"/>'
    yield _text(x, HEIGHT - BOTTOM + SIZE + 6, shown, "middle")


def _level(y: float, shown: str) -> Iterator[str]:
    yield f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="{RULE}"/>'
    yield _text(LEFT - 8, y + SIZE / 3, shown, "end")


def _key(series: Sequence[Series], *, marks: bool) -> Iterator[str]:
    for number, one in enumerate(series):
        x, y = WIDTH - RIGHT + 26, TOP + 12 + number * (SIZE + 10)
        yield (
            _mark(number, x, y)
            if marks
            else f'<rect x="{x - 6}" y="{y - 6}" width="12" height="12" fill="{_colour(number)}"/>'
        )
        yield _text(x + 14, y + SIZE / 3, one.name, "start")


def _mark(number: int, x: float, y: float) -> str:
    colour, shape = _colour(number), MARKS[number % len(MARKS)]
    if shape == "circle":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4.5" fill="{colour}"/>'
    if shape == "square":
        return f'<rect x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8" fill="{colour}"/>'
    corners = [(0, -5.5), (5, 4), (-5, 4)] if shape == "triangle" else [(0, -6), (6, 0), (0, 6), (-6, 0)]
    drawn = "L".join(f"{x + dx:.1f} {y + dy:.1f}" for dx, dy in corners)
    return f'<path d="M{drawn}z" fill="{colour}"/>'


def _text(x: float, y: float, shown: str, anchor: str, size: int = SIZE) -> str:
    small = f' font-size="{size}"' if size != SIZE else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{INK}"{small}>{escape(shown)}</text>'


def _colour(number: int) -> str:
    return COLOURS[number % len(COLOURS)]


def _whole(parts: Sequence[str]) -> str:
    return "\n".join([*parts, "</svg>"]) + "\n"
