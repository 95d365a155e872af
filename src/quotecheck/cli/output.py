"""Standard output and standard error: encoding, terminal, progress. What is written is made elsewhere."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from types import TracebackType

WIDTH = 100
"""Columns where there is no terminal to ask, and the most that are used where there is one."""


def use_utf8() -> None:
    """UTF-8 with plain line ends on both streams, whatever the locale; what cannot be encoded is escaped.

    A stream that was closed before the start goes nowhere: else a file opened later would take its number, and its
    words.
    """
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - as long as the process
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115 - as long as the process
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def write_line(line: str) -> None:
    """One line to standard output, at once: who reads a pipe sees each result when it is there.

    Raises:
        BrokenOff: if it cannot be written: a full disk.
        BrokenPipeError: if nobody reads it any more.
    """
    try:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        from quotecheck.model.errors import BrokenOff

        raise BrokenOff(f"standard output cannot be written: {error.strerror or error}") from error


def tell(message: str) -> None:
    """One line to standard error. Where that cannot be written, the run goes on: its exit code says what matters."""
    with contextlib.suppress(OSError):
        print(message, file=sys.stderr, flush=True)


def on_terminal() -> bool:
    """True if a person reads standard output."""
    return sys.stdout.isatty()


def wants_colour() -> bool:
    """True on a terminal that takes colour, unless NO_COLOR is set to anything."""
    return on_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def columns() -> int:
    """Columns to write in."""
    if not on_terminal():
        return WIDTH
    import shutil

    return min(max(shutil.get_terminal_size((WIDTH, 24)).columns, 40), WIDTH)


class Progress:
    """A count on standard error, only if that is a terminal and the results go elsewhere; it leaves nothing behind."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._count = 0
        self._on = sys.stderr.isatty() and not on_terminal()

    def __enter__(self) -> Progress:
        return self

    def step(self) -> None:
        """One more is done."""
        self._count += 1
        if self._on:
            sys.stderr.write(f"\r{self._count} {self._what}")
            sys.stderr.flush()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._on and self._count:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
