"""Draws ``docs/pictures/check.svg``: what README's first command prints, as a terminal shows it.

    python scripts/picture_of_check.py

The command runs in a terminal of its own; the first results it prints and its sums are drawn, sign by sign, with "…"
for the results between. A test compares the picture with today's run.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from html import escape
from pathlib import Path

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "pictures" / "check.svg"
COMMAND = ("check", "fixtures/drafts/no-fly-zone.md", "--source", "seeds/", "--quiet")
COLUMNS, SHOWN = 96, 4  # of the terminal; results that are drawn
WIDTH, HEIGHT, SIZE, MARGIN = 8.4, 19, 14, 14  # of a cell, of its letters, and around, in pixels
INK, PAPER, FAINT = "#1f2328", "#ffffff", "#59636e"
COLOURS = {"31": "#cf222e", "32": "#1a7f37", "33": "#9a6700"}
SIGNS = re.compile(r"\x1b\[(\d*)m")


def printed() -> str:
    """What the command prints on a terminal, colours included."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, COLUMNS, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": os.pathsep.join(sys.path)}
    environment["COLUMNS"] = str(COLUMNS)  # whatever the caller's terminal says
    environment.pop("NO_COLOR", None)
    entry = "import sys; from quotecheck.cli import main; sys.exit(main())"
    process = subprocess.Popen(
        [sys.executable, "-c", entry, *COMMAND], cwd=ROOT, stdout=slave, stdin=slave, env=environment
    )
    os.close(slave)
    taken = b""
    with contextlib.suppress(OSError):  # how Linux says that the other end is closed
        while part := os.read(master, 65536):
            taken += part
    os.close(master)
    process.wait()
    return taken.decode("utf-8").replace("\r\n", "\n")


def chosen(text: str) -> list[str]:
    """The lines to draw: the command, the first results, the sums."""
    *results, sums = text.strip("\n").split("\n\n")
    kept = "\n\n".join([*results[:SHOWN], *(["…"] if len(results) > SHOWN else []), sums])
    return [f"$ quotecheck {' '.join(COMMAND)}", *kept.split("\n")]


def draw(text: str) -> str:
    """The picture of what was printed, as SVG."""
    lines = chosen(text)
    width, height = round(COLUMNS * WIDTH + 2 * MARGIN), len(lines) * HEIGHT + 2 * MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'font-family="ui-monospace, DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="{SIZE}">',
        f'<rect x="0.5" y="0.5" width="{width - 1}" height="{height - 1}" rx="8" fill="{PAPER}" stroke="#d1d9e0"/>',
    ]
    for row, line in enumerate(lines):
        for column, words, sign in runs(line):
            ink = FAINT if row == 0 else COLOURS.get(sign, INK)
            bold = ' font-weight="bold"' if sign == "1" else ""
            x, y = MARGIN + column * WIDTH, MARGIN + row * HEIGHT + SIZE
            parts.append(
                f'<text x="{x:.1f}" y="{y}" fill="{ink}"{bold} textLength="{len(words) * WIDTH:.1f}" '
                f'xml:space="preserve">{escape(words)}</text>'
            )
    return "\n".join([*parts, "</svg>"]) + "\n"


def runs(line: str) -> Iterator[tuple[int, str, str]]:
    """Column, words and sign of colour of each run of a line."""
    column, sign = 0, ""
    for number, part in enumerate(SIGNS.split(line)):
        if number % 2:
            sign = part
        elif part:
            words = part.strip(" ")
            if words:
                yield column + len(part) - len(part.lstrip(" ")), words, sign
            column += len(part)


if __name__ == "__main__":
    PICTURE.write_text(draw(printed()), encoding="utf-8")
