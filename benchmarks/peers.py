"""``python -m benchmarks.peers TEXT… --peers DIR``: quotecheck beside other tools, on the same words, in one run.

Everything is told as a ratio to quotecheck, so that what else the machine does falls on all alike. How each tool is
asked stands in ``peers_asked``, in which versions in ``peers_set_up``, what is asked in ``candidates``, what is counted
in ``peers_cells``, how it is told in ``peers_told``.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import attrs

from benchmarks.candidates import KINDS, Asked, candidates
from benchmarks.floors import made_up
from benchmarks.pages import write
from benchmarks.peers_asked import TOOLS
from benchmarks.peers_cells import TIME, Cell, cell, ordered, read, run, written
from benchmarks.peers_set_up import python_of, set_up
from benchmarks.peers_told import Setting, pictures, tables

NAME: Final = "peers"
SIZES: Final = (10_000, 100_000, 1_000_000, 10_000_000)
COUNTS: Final = (1, 10, 100, 1_000, 10_000)
LARGE: Final = 10_000_000
"""Code points from which a tool has twice the time to answer, and above which there are ``FEW`` candidates."""
FEW: Final = 100
PATIENCE: Final = 8
"""Times its seconds of answering that a tool may take by the clock in all; above ``LARGE`` three times that."""
MANAGES: Final = 10
"""Answers to one source without which a tool is not asked about a larger one."""
HELD_BACK: Final = 50
"""One part in so many of the texts is in no source: absent quotations are taken from it."""


@attrs.frozen
class Ground:
    """What candidates are looked for in, and taken from.

    Attributes:
        text: The source.
        real: The stretch of it that is of the texts given; the rest is made up.
        elsewhere: Real text that it does not have.
    """

    text: str
    real: slice
    elsewhere: str


def ground(given: str, size: int) -> Ground:
    """A source of ``size`` code points; where the texts are too short, words made up stand before and after them."""
    at = len(given) - len(given) // HELD_BACK
    kept, elsewhere = given[:at], given[at:]
    if len(kept) >= size:
        return Ground(kept[:size], slice(0, size), elsewhere)
    more = made_up(size - len(kept))
    half = len(more) // 2
    return Ground(more[:half] + kept + more[half:], slice(half, half + len(kept)), elsewhere)


def asked_of(of: Ground, count: int) -> list[Asked]:
    """Candidates of all kinds by turns, ``count`` of them; the same ones every time."""
    each = -(-count // len(KINDS))
    made = {
        kind: candidates(
            of.text, kind, each, random.Random(f"{len(of.text)} {kind}"), part=of.real, elsewhere=of.elsewhere
        )
        for kind in KINDS
    }
    return ordered(made)[:count]


def measured(given: str, setting: Setting, peers: Path, known: Sequence[Cell]) -> Iterator[Cell]:
    """A cell for each tool and size; what is known is not measured again, what is too slow not at a larger size."""
    there = {(one.tool, one.size): one for one in known}
    for before, size in zip((0, *setting.sizes), setting.sizes, strict=False):
        missing = [tool for tool in setting.tools if (tool, size) not in there]
        slow = [there[tool, before] for tool in missing if before and there[tool, before].answered < MANAGES]
        there |= {(one.tool, size): left_out(one, size) for one in slow}
        missing = [tool for tool in missing if (tool, size) not in there]
        yield from (there[tool, size] for tool in setting.tools if tool not in missing)
        for one in _of_size(given, size, missing, setting, peers) if missing else ():
            there[one.tool, size] = one
            yield one


def left_out(before: Cell, size: int) -> Cell:
    """The cell of a tool that is not asked any more, by its cell at a smaller size."""
    nothing = cell(before.tool, "", [], [], ([{"tool": before.version}], before.ended or TIME))
    return attrs.evolve(nothing, size=size)


def _of_size(given: str, size: int, tools: Sequence[str], setting: Setting, peers: Path) -> Iterator[Cell]:
    of = ground(given, size)
    asked = asked_of(of, min(max(setting.counts), FEW) if size > LARGE else max(setting.counts))
    limit = setting.limit * (2 if size >= LARGE else 1)
    most = limit * PATIENCE * (3 if size > LARGE else 1)
    with tempfile.TemporaryDirectory() as folder:
        text, quotations = Path(folder, "source", "text.txt"), Path(folder, "quotations.jsonl")
        text.parent.mkdir()  # alone there: one of the tools reads all that is in a folder
        text.write_text(of.text, encoding="utf-8", newline="\n")
        quotations.write_text("".join(json.dumps({"words": one.words}) + "\n" for one in asked), encoding="utf-8")
        for tool in tools:
            told = run(tool, python_of(tool, peers), text, quotations, limit, most)
            made = cell(tool, of.text, asked, setting.counts, told)
            print(f"{made.version}, {size:,}: {made.answered} answers, {made.ended or 'all'}", file=sys.stderr)
            yield made


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the tables; with ``--out`` puts them into a page and the pictures beside it."""
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{NAME}", description=__doc__)
    parser.add_argument("texts", nargs="+", type=Path, metavar="TEXT", help="plain texts, taken together")
    parser.add_argument("--peers", type=Path, metavar="DIR", help="the tools' environments; made if they are not there")
    parser.add_argument("--tools", nargs="+", choices=TOOLS, default=list(TOOLS), help="default: all")
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=list(SIZES), metavar="N", help="code points of a source"
    )
    parser.add_argument("--counts", type=int, nargs="+", default=list(COUNTS), metavar="N", help="how many candidates")
    parser.add_argument("--limit", type=float, default=20.0, help="seconds a tool answers (default: %(default)s)")
    parser.add_argument("--keep", type=Path, help="file for what was measured; what it holds is not measured again")
    parser.add_argument("--out", type=Path, help="page to write the tables into, between its markers")
    given = parser.parse_args(arguments)
    if "quotecheck" not in given.tools:
        parser.error("without quotecheck there is nothing to compare with")
    setting = Setting(
        tools=tuple(given.tools),
        sizes=tuple(sorted(given.sizes)),
        counts=tuple(sorted(given.counts)),
        limit=given.limit,
        processors=os.cpu_count() or 1,
    )
    peers = (given.peers or Path("peers")).resolve()
    set_up(peers, setting.tools)
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in given.texts)
    known = list(read(given.keep)) if given.keep else []
    cells = []
    for one in measured(text, setting, peers, known):
        cells.append(one)
        if given.keep and one not in known:
            known.append(one)
            given.keep.write_text("".join(map(written, known)), encoding="utf-8")
    write(NAME, tables(cells, setting), given.out)
    for name, picture in pictures(cells, setting).items() if given.out else []:
        (given.out.parent / "pictures" / name).write_text(picture, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
