# /// script
# requires-python = ">=3.11"
# dependencies = ["pyte>=0.8.2"]
# ///
"""Draws ``docs/pictures/editors.svg``: Neovim with the language server, as a terminal shows it.

    QUOTECHECK=.venv/bin/quotecheck NVIM=nvim python scripts/picture_of_editor.py

A real editor starts the real server on a draft of this repository; what stands on its screen is drawn, sign by sign.
Neovim 0.11 or newer.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pyte

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "pictures" / "editors.svg"
COLUMNS, ROWS = 104, 28
WIDTH, HEIGHT, SIZE = 8.4, 18, 14  # of a cell, and of its letters, in pixels
LONGEST = 90  # seconds
INK, PAPER = "#1f2328", "#ffffff"
INIT = """\
vim.o.swapfile, vim.o.number, vim.o.wrap, vim.o.linebreak = false, true, true, true
vim.o.laststatus, vim.o.ruler, vim.o.showcmd, vim.o.background = 2, false, false, 'light'
vim.o.termguicolors = true
vim.cmd('hi DiagnosticUnderlineError gui=underline guisp=#cf222e guifg=#cf222e')
vim.cmd('hi DiagnosticUnderlineInfo gui=NONE')
vim.o.winborder = 'rounded'
vim.diagnostic.config({ virtual_text = false, signs = { text = { '✗', '!', '·', '·' } } })
vim.lsp.config('quotecheck', {
  cmd = { vim.env.QUOTECHECK, 'lsp' },
  filetypes = { 'markdown' },
  root_markers = { 'quotecheck.toml' },
})
vim.lsp.enable('quotecheck')
"""


class Terminal:
    """A program in a terminal, and what stands on its screen."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self.screen)
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
        self.process = subprocess.Popen(
            command, cwd=folder, stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True
        )
        os.close(slave)

    def type(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def read(self, seconds: float) -> None:
        """Take in what the program draws."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if select.select([self._master], [], [], left)[0]:
                self._stream.feed(os.read(self._master, 65536))

    def until(self, words: str) -> None:
        """Wait until some words stand on the screen."""
        end = time.monotonic() + LONGEST
        while words not in "\n".join(self.screen.display):
            if time.monotonic() > end:
                sys.exit("\n".join([*self.screen.display, f"no {words!r} on the screen"]))
            self.read(0.2)
        self.read(1)


def colour(name: str, default: str) -> str:
    named = {"default": default, "black": "#1f2328", "red": "#cf222e", "green": "#1a7f37", "brown": "#9a6700"}
    named |= {"blue": "#0969da", "magenta": "#8250df", "cyan": "#1b7c83", "white": "#6e7781"}
    return named.get(name, f"#{name}" if len(name) == 6 else default)


def drawn(screen: pyte.Screen) -> Iterator[str]:
    """The screen as SVG, a run of equal signs at a time."""
    width, height = COLUMNS * WIDTH, ROWS * HEIGHT
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" width="{width:.0f}" '
        f'height="{height}" font-family="ui-monospace, DejaVu Sans Mono, Menlo, Consolas, monospace" '
        f'font-size="{SIZE}"><rect width="100%" height="100%" fill="{PAPER}"/>'
    )
    for row in range(ROWS):
        column = 0
        while column < COLUMNS:
            first = screen.buffer[row][column]
            end = column
            while end < COLUMNS and screen.buffer[row][end]._replace(data="") == first._replace(data=""):
                end += 1
            words = "".join(screen.buffer[row][at].data for at in range(column, end))
            ink, paper = colour(first.fg, INK), colour(first.bg, PAPER)
            if first.reverse:
                ink, paper = paper, ink
            x, y = column * WIDTH, row * HEIGHT
            length = (end - column) * WIDTH
            if paper != PAPER:
                yield f'<rect x="{x:.1f}" y="{y}" width="{length:.1f}" height="{HEIGHT}" fill="{paper}"/>'
            if words.strip():
                bold = ' font-weight="bold"' if first.bold else ""
                yield (
                    f'<text x="{x:.1f}" y="{y + SIZE}" fill="{ink}"{bold} textLength="{length:.1f}" '
                    f'xml:space="preserve">{escape(words)}</text>'
                )
            if first.underscore:
                under = y + HEIGHT - 2
                yield f'<path d="M{x:.1f} {under}h{length:.1f}" stroke="#cf222e" stroke-width="1.5"/>'
            column = end
    yield "</svg>"


def main() -> None:
    os.environ["QUOTECHECK"] = os.path.abspath(shutil.which(os.environ.get("QUOTECHECK", "quotecheck")) or "quotecheck")
    with tempfile.TemporaryDirectory() as folder:
        desk = Path(folder)
        (desk / "init.lua").write_text(INIT, "utf-8")
        (desk / "quotecheck.toml").write_text('sources = ["interviews"]\n', "utf-8")
        (desk / "interviews").mkdir()
        shutil.copy(ROOT / "seeds" / "000_2c78b3c84b36b317.txt", desk / "interviews" / "no-fly-zone.txt")
        shutil.copy(ROOT / "fixtures" / "drafts" / "no-fly-zone.md", desk / "draft.md")
        editor = Terminal([os.environ.get("NVIM", "nvim"), "--clean", "-u", "init.lua", "draft.md"], desk)
        editor.until("✗")
        editor.type("/defensive\r:noh\r")
        editor.type("K")
        editor.until("polarity")
        editor.type(":\x1b")
        editor.read(1)
        PICTURE.write_text("\n".join(drawn(editor.screen)) + "\n", "utf-8")
        editor.type("\x1b:qa!\r")
        editor.read(1)
        editor.process.wait(LONGEST)


if __name__ == "__main__":
    main()
