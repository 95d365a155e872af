"""Draws ``docs/pictures/rooms.svg``: the rooms in the order of the import contract, and which of them imports which.

    python scripts/picture_of_rooms.py

Rows come from the contract in ``pyproject.toml``, arrows from the import statements; nothing is imported. An arrow that
others make needless (a room imports what its neighbour imports too) is left out.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "quotecheck"
PICTURE = ROOT / "docs" / "pictures" / "rooms.svg"
WIDTH, ROW, HIGH, MARGIN, GAP, ASIDE, SIZE = 960, 84, 36, 20, 24, 130, 15  # pixels
INK, PAPER, LINE, FILL = "#1f2328", "#ffffff", "#8c959f", "#f0f3f6"


def rows() -> list[list[str]]:
    """The rooms, those that import first, as the contract has them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    return [re.findall(r"\w+", layer) for layer in layers]


def imports(room: str) -> set[str]:
    """The other rooms that a room's modules import, at once or late."""
    path = SOURCE / room
    modules = sorted(path.rglob("*.py")) if path.is_dir() else [path.with_suffix(".py")]
    named = {name for module in modules for name in imported(ast.parse(module.read_text("utf-8")))}
    parts = (name.split(".") for name in named)
    return {name[1] for name in parts if name[0] == "quotecheck" and len(name) > 1} - {room}


def imported(tree: ast.AST) -> Iterator[str]:
    """The full names that a module imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names if node.module == "quotecheck")
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


def arrows(all_rows: list[list[str]]) -> list[tuple[str, str]]:
    """(who imports, who is imported), without what follows from the others."""
    rooms = [room for row in all_rows for room in row]
    direct = {room: imports(room) & set(rooms) for room in rooms}
    reached: dict[str, set[str]] = {}
    for room in reversed(rooms):  # what is imported comes later, so it is known already
        reached[room] = direct[room].union(*(reached.get(below, set()) for below in direct[room]))
    return [(room, below) for room in rooms for below in needed(direct[room], reached, rooms)]


def needed(direct: set[str], reached: Mapping[str, set[str]], rooms: list[str]) -> list[str]:
    """What no other room that is imported imports already, in order."""
    return [one for one in rooms if one in direct and not any(one in reached[other] for other in direct - {one})]


def draw() -> str:
    """The picture, as SVG."""
    placed = {room: (x, y, wide) for room, x, y, wide in boxes(rows())}
    height = MARGIN * 2 + ROW * (len(rows()) - 1) + HIGH
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif" '
        f'font-size="{SIZE}" role="img" aria-label="The rooms: each imports only from rows below its own">',
        f'<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        f'<path d="M0 0L8 4L0 8z" fill="{LINE}"/></marker></defs>',
        f'<rect width="{WIDTH}" height="{height}" fill="{PAPER}"/>',
    ]
    for above, below in arrows(rows()):
        (x1, y1, w1), (x2, y2, w2) = placed[above], placed[below]
        parts.append(
            f'<path d="M{x1 + w1 // 2} {y1 + HIGH}L{x2 + w2 // 2} {y2 - 1}" stroke="{LINE}" stroke-width="1.3" '
            f'fill="none" marker-end="url(#tip)"/>'
        )
    for room, (x, y, wide) in placed.items():
        parts.append(f'<rect x="{x}" y="{y}" width="{wide}" height="{HIGH}" rx="6" fill="{FILL}" stroke="{LINE}"/>')
        middle, base = x + wide // 2, y + HIGH // 2 + SIZE // 3
        parts.append(f'<text x="{middle}" y="{base}" text-anchor="middle" fill="{INK}">{escape(room)}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def boxes(all_rows: list[list[str]]) -> Iterator[tuple[str, int, int, int]]:
    """Room, left, top and width of each box; a row stands in the middle, one of a single box by turns beside it."""
    for number, row in enumerate(all_rows):
        widths = [len(room) * 9 + 36 for room in row]
        x = (WIDTH - sum(widths) - GAP * (len(row) - 1)) // 2 + (ASIDE if len(row) == 1 and number % 2 else 0)
        for room, wide in zip(row, widths, strict=True):
            yield room, x, MARGIN + number * ROW, wide
            x += wide + GAP


if __name__ == "__main__":
    PICTURE.write_text(draw(), encoding="utf-8")
