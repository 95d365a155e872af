"""How much is done for a query, counted and not timed: a change that makes search dearer shows here."""

from __future__ import annotations

import random

import pytest

from quotecheck.matching import align, search
from quotecheck.matching.index import MemoryIndex
from quotecheck.matching.pieces import find
from quotecheck.matching.query import read_query

SYLLABLES = ("ba", "ko", "ri", "tu", "me", "sol", "dan", "fi", "ga", "ven")


def text_of(size: int, chance: random.Random) -> list[str]:
    """Words as often as words are: the first ones very often, most of them seldom."""
    words = ["".join(chance.choice(SYLLABLES) for _ in range(chance.randint(1, 4))) for _ in range(5000)]
    return [words[min(int(chance.paretovariate(0.45)), len(words) - 1)] for _ in range(size)]


@pytest.mark.parametrize(
    ("kind", "most_aligned", "most_cells"),
    [("one word changed", 6, 4_300), ("absent", 132, 158_000)],
)
def test_the_work_for_a_query_has_a_measure(
    kind: str, most_aligned: float, most_cells: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stretches aligned and cells filled for a query, over fifty of them."""
    chance = random.Random(8)
    words = text_of(60_000, chance)
    index = MemoryIndex.of(" ".join(words))
    counts = {"aligned": 0, "cells": 0}
    plain, fill = search._aligned, align._Table._fill

    def aligned(*given: object) -> object:
        counts["aligned"] += 1
        return plain(*given)  # type: ignore[arg-type]

    def filled(table: align._Table, row: int, most: int) -> None:
        fill(table, row, most)
        counts["cells"] += len(table.costs[row])

    monkeypatch.setattr(search, "_aligned", aligned)
    monkeypatch.setattr(align._Table, "_fill", filled)
    for _ in range(50):
        first = chance.randrange(len(words) - 20)
        asked = words[first : first + 20]
        if kind == "absent":
            chance.shuffle(asked)
            asked = [chance.choice(words) for _ in asked]
        else:
            asked[chance.randrange(1, 19)] = "another"
        find(read_query(" ".join(asked)), index)
    assert counts["aligned"] / 50 <= most_aligned
    assert counts["cells"] / 50 <= most_cells
