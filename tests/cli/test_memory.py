"""Memory does not follow the length of a list: what the plumbing holds at once is counted, allocation by allocation."""

from __future__ import annotations

import io
import json
import tracemalloc
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from quotecheck.checking.batch import CACHE, Batch
from quotecheck.model import Outcome, Problem, Result, Statement, Text
from quotecheck.reading import read_candidates
from quotecheck.reports.results_files import results_to

SHORT, LONG = 5_000, 200_000
MORE = 1 << 20  # bytes that a list forty times as long may take more


class Lines(io.RawIOBase):
    """A list that is made while it is read."""

    def __init__(self, lines: Iterator[bytes]) -> None:
        self._lines = lines

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = next(self._lines, b"")
        buffer[: len(data)] = data
        return len(data)


class Nothing(io.RawIOBase):
    """A file that forgets."""

    def __init__(self) -> None:
        self.size = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.size += len(data)
        return len(data)


class Checks:
    """A checker that says the same of everything: what it would cost is not looked at here."""

    def check(self, statement: Statement) -> Result:
        return Result(statement=statement, verdict=None, outcome=Outcome.UNCHECKED)


def batch(cache: int) -> Batch:
    def read(_: Any) -> tuple[list[Text], list[Problem]]:
        return [], [Problem(message="no such file", code="unreadable", fatal=True)]

    return Batch(lambda _: Checks(), read, shared=[Text(content="some words", id="a")], cache=cache)


def plain(number: int) -> dict[str, object]:
    return {"id": str(number), "text": f"the bridge number{number} will be rebuilt"}


def own(number: int) -> dict[str, object]:
    return {**plain(number), "source_text": f"the mill number{number} " * 400}


def missing(number: int) -> dict[str, object]:
    return {**plain(number), "sources": [f"missing/{number}.txt"]}


def peak(count: int, line: Callable[[int], dict[str, object]], name: str, cache: int = CACHE) -> int:
    """Bytes in use at the worst moment of a run over a list."""
    made = (json.dumps(line(number)).encode() + b"\n" for number in range(count))
    stream, out = io.BufferedReader(Lines(made), 1 << 16), Nothing()
    tracemalloc.start()
    try:
        with results_to(out, name) as results:  # type: ignore[arg-type]
            total = 0
            for _, result in batch(cache).pairs(read_candidates(stream, "list.jsonl")):
                results.add(result)
                total += 1
        worst = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert total == count and out.size > count
    return worst


@pytest.mark.long
@pytest.mark.parametrize("name", ["out.jsonl", "out.parquet"])
def test_a_list_of_200_000_lines_takes_what_a_short_one_takes(name: str) -> None:
    """To JSON Lines and to Parquet."""
    if name.endswith(".parquet"):
        pytest.importorskip("pyarrow")
    assert peak(LONG, plain, name) < peak(SHORT, plain, name) + MORE


@pytest.mark.slow
def test_sources_that_cannot_be_read_are_not_kept_for_ever() -> None:
    """A line each: the memory of ten thousand is the most."""
    assert peak(3 * 10_000, missing, "out.jsonl") < peak(15_000, missing, "out.jsonl") + MORE


@pytest.mark.slow
def test_lines_with_their_own_source() -> None:
    """What is kept is bounded by its code points."""
    short, long = (peak(count, own, "out.jsonl", cache=1 << 20) for count in (1_000, 5_000))
    assert long < short + MORE


def test_no_list_is_read_ahead() -> None:
    """A line is taken when the one before it was checked."""
    taken = []

    def lines() -> Iterator[bytes]:
        for number in range(100):
            taken.append(number)
            yield json.dumps(plain(number)).encode() + b"\n"

    stream = io.BufferedReader(Lines(lines()), 1 << 16)
    for done, _ in enumerate(batch(CACHE).pairs(read_candidates(stream, "list.jsonl")), 1):
        assert len(taken) <= done + 2
