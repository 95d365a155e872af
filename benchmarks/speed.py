"""``python -m benchmarks.speed``: whole processes beside a bare interpreter, and floors of what is done in memory."""

from __future__ import annotations

import argparse
import os
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import attrs

from benchmarks import floors
from benchmarks.pages import add_command_and_out, write
from benchmarks.tables import markdown

NAME = "speed"
RUNS = 15
SIZES = (100_000, 1_000_000)
CHECK = ("check", "fixtures/drafts/no-fly-zone.md", "--source", "seeds/")
BATCH = ("batch", "fixtures/candidates/no-fly-zone.jsonl", "--source", "seeds/", "--format", "jsonl")

INTRODUCTION = """\
Whole processes, from their start to their end, taken in turn so that what else the machine does falls on all alike.
Modules are compiled already, as they are once installed. `median` and `least` are elapsed time, `processor` is the
median of the time a processor was at work for it, all in milliseconds."""


@attrs.frozen
class Run:
    """One process: elapsed time and time on a processor, in seconds."""

    elapsed: float
    processor: float


def processes(command: str) -> Mapping[str, list[str]]:
    """What is run, by the name that the table gives it."""
    own = shlex.split(command)
    return {
        "bare interpreter": [sys.executable, "-c", "pass"],
        "`quotecheck --version`": [*own, "--version"],
        "`quotecheck check`, the draft of README's first command": [*own, *CHECK],
        "`quotecheck batch`, the list beside it": [*own, *BATCH],
    }


def timed(arguments: Sequence[str], compiled: str) -> Run:
    """Runs a process and takes its time.

    Args:
        arguments: What to run.
        compiled: Folder for compiled modules.

    Raises:
        RuntimeError: if it exits with anything but 0 or 1.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {**kept, "PYTHONPYCACHEPREFIX": compiled}
    before, began = os.times(), time.perf_counter()
    done = subprocess.run(arguments, capture_output=True, env=environment)
    elapsed, after = time.perf_counter() - began, os.times()
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{shlex.join(arguments)} exited {done.returncode}: {done.stderr[-2000:]!r}")
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(elapsed, used)


def cells(name: str, runs: Sequence[Run]) -> list[str]:
    """The table's line for one process."""
    elapsed = [run.elapsed for run in runs]
    figures = (statistics.median(elapsed), min(elapsed), statistics.median(run.processor for run in runs))
    return [name, *(f"{figure * 1000:.0f}" for figure in figures)]


def measure(command: str, count: int = RUNS) -> str:
    """The table, as Markdown, with the machine's load at the start. The first round is not counted."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    asked = processes(command)
    with tempfile.TemporaryDirectory() as compiled:
        rounds = [{name: timed(each, compiled) for name, each in asked.items()} for _ in range(count + 1)][1:]
    lines = [cells(name, [one[name] for one in rounds]) for name in asked]
    python = ".".join(map(str, sys.version_info[:3]))
    machine = (
        f"Python {python}, {os.cpu_count()} processors, {load:.1f} processes waiting for them; {count} runs of each."
    )
    return "\n".join([INTRODUCTION, "", machine, "", markdown(["process", "median", "least", "processor"], lines)])


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table and, with ``--out``, puts it into a page between its markers."""
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{NAME}", description=__doc__)
    parser.add_argument(
        "--runs", type=int, default=RUNS, metavar="N", help="runs of each process (default: %(default)s)"
    )
    parser.add_argument(
        "--texts", type=Path, nargs="+", metavar="TEXT", help="plain texts, taken together: measures floors too"
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), metavar="N", help="code points")
    parser.add_argument("--count", type=int, default=1000, help="candidates of each kind (default: %(default)s)")
    parser.add_argument("--compared", type=int, default=20, help="of them, for RapidFuzz (default: %(default)s)")
    parser.add_argument("--lines", type=int, default=10_000, help="lines for `batch` (default: %(default)s)")
    add_command_and_out(parser)
    asked = parser.parse_args(arguments)
    told = measure(asked.command, asked.runs)
    if asked.texts:
        compared = min(asked.compared, asked.count)
        limits = {"count": asked.count, "compared": compared, "lines": asked.lines}
        told = f"{told}\n{floors.measure(asked.texts, asked.sizes, asked.command, **limits)}"
    write(NAME, told, asked.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
