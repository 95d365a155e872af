"""``python -m benchmarks.peers TEXT…``: the time of a whole verdict beside a bare search by letters, on the same words.

Everything is measured in one run and told as a ratio, so that what else the machine does falls on both alike.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

import attrs
from rapidfuzz import fuzz

from benchmarks.pages import add_command_and_out, write
from benchmarks.tables import markdown
from quotecheck import Checker, Source

NAME: Final = "peers"
KINDS: Final = ("verbatim with noise", "one word changed", "absent")
SIZES: Final = (10_000, 100_000, 1_000_000)
NEAR: Final = 40
"""Code points by which a place may be off and still be the right one."""
_OTHERS: Final = ("carriage", "Tuesday", "green", "purchased", "indeed", "horse", "seventeen", "gladly")

INTRODUCTION: Final = """\
Quotations of 8 to 30 words from real texts, looked for in as many code points of them. `quotecheck` is a whole check
with verdict, differences and evidence, reading and indexing the text included; `RapidFuzz` is
`fuzz.partial_ratio_alignment` alone, which gives a place and a score. Processor time of this process in milliseconds a
candidate; `place` is the share of candidates whose right place was found."""


@attrs.frozen
class Asked:
    """A candidate: its words, and where they were taken from; -1 if nowhere."""

    words: str
    start: int


def candidates(text: str, kind: str, count: int, chance: random.Random) -> list[Asked]:
    """Quotations of one kind out of a text."""
    places = [(match.start(), match.end()) for match in re.finditer(r"\S+", text)]
    asked = []
    for _ in range(count):
        size = chance.randint(8, 30)
        first = chance.randrange(max(1, len(places) - size))
        start, end = places[first][0], places[min(first + size, len(places)) - 1][1]
        words = text[start:end].split()
        if kind == "absent":
            words = [text[slice(*chance.choice(places))] for _ in words]
        elif kind == "one word changed":
            words[chance.randrange(1, max(2, len(words) - 1))] = chance.choice(_OTHERS)
        quoted = " ".join(words)
        if kind == "verbatim with noise":
            quoted = quoted.replace('"', "”").replace("'", "’").replace("--", " — ")
        asked.append(Asked(quoted, -1 if kind == "absent" else start))
    return asked


def ours(text: str) -> Callable[[str], int]:
    """Where quotecheck finds some words; -1 if nowhere."""
    checker = Checker([Source.from_text(text, id="text")])

    def place(words: str) -> int:
        result = checker.check(words)
        passed = result.verdict is not None and result.evidence is not None
        return result.evidence.passages[0].start if passed and result.evidence else -1

    return place


def bare(text: str) -> Callable[[str], int]:
    """Where RapidFuzz finds them."""

    def place(words: str) -> int:
        found = fuzz.partial_ratio_alignment(words, text)
        return found.dest_start if found is not None else -1

    return place


def timed(make: Callable[[str], Callable[[str], int]], text: str, asked: Sequence[Asked]) -> tuple[float, float]:
    """Milliseconds a candidate, and the share of right places."""
    began = time.process_time()
    place = make(text)
    found = [place(one.words) for one in asked]
    took = (time.process_time() - began) * 1000 / len(asked)
    there = [(at, one.start) for at, one in zip(found, asked, strict=True) if one.start >= 0]
    right = sum(text[at:].lstrip() != "" and abs(at - start) <= NEAR for at, start in there)
    return took, right / len(there) if there else float("nan")


def rows(text: str, sizes: Sequence[int], count: int, compared: int) -> Iterator[list[str]]:
    """The table's lines. RapidFuzz is asked for ``compared`` candidates only, since each takes as long as the text."""
    for size in sizes:
        part = text[:size]
        for kind in KINDS:
            asked = candidates(part, kind, count, random.Random(size))
            own, own_right = timed(ours, part, asked)
            other, other_right = timed(bare, part, asked[:compared])
            shares = (f"{right:.1%}" if right == right else "–" for right in (own_right, other_right))
            yield [f"{size:,}", kind, f"{own:.2f}", f"{other:.2f}", f"{other / own:.1f}", *shares]


def measure(paths: Sequence[str], sizes: Sequence[int], count: int, compared: int) -> str:
    """The table, as Markdown, with the most memory that the process had."""
    text = "\n\n".join(Path(path).read_text(encoding="utf-8") for path in paths)
    sizes = [size for size in sizes if size <= len(text)] or [len(text)]  # a text that came twice has no right places
    heads = ["code points", "kind", "quotecheck", "RapidFuzz", "times faster", "place", "place, RapidFuzz"]
    table = markdown(heads, list(rows(text, sizes, count, compared)))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    python = ".".join(map(str, sys.version_info[:3]))
    told = f"Python {python}; {count} candidates a line, {compared} of them for RapidFuzz; {memory} MB at most."
    return "\n".join([INTRODUCTION, "", told, "", table])


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table and, with ``--out``, puts it into a page between its markers."""
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{NAME}", description=__doc__)
    parser.add_argument("texts", nargs="+", metavar="TEXT", help="plain texts in the public domain, taken together")
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), metavar="N", help="code points")
    parser.add_argument("--count", type=int, default=1000, help="candidates of each kind (default: %(default)s)")
    parser.add_argument("--compared", type=int, default=40, help="of them, for RapidFuzz (default: %(default)s)")
    add_command_and_out(parser)
    asked = parser.parse_args(arguments)
    write(NAME, measure(asked.texts, asked.sizes, asked.count, min(asked.compared, asked.count)), asked.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
