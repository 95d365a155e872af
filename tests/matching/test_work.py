"""How much is done for a query, counted and not timed: a change that makes search dearer shows here."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from quotecheck.matching import align, search
from quotecheck.matching.index import MemoryIndex
from quotecheck.matching.pieces import find
from quotecheck.matching.query import read_query

TEXTS = Path(__file__).parents[2] / "fixtures" / "public-domain"
SYLLABLES = ("ba", "ko", "ri", "tu", "me", "sol", "dan", "fi", "ga", "ven")


def text_of(size: int, chance: random.Random) -> list[str]:
    """Words as often as words are: the first ones very often, most of them seldom."""
    words = ["".join(chance.choice(SYLLABLES) for _ in range(chance.randint(1, 4))) for _ in range(5000)]
    return [words[min(int(chance.paretovariate(0.45)), len(words) - 1)] for _ in range(size)]


def real_words() -> list[str]:
    """The words of six texts of different kinds."""
    return [word for path in sorted(TEXTS.glob("*.txt")) for word in path.read_text(encoding="utf-8").split()]


@pytest.mark.parametrize(
    ("text", "kind", "most_aligned", "most_cells"),
    [
        ("made up", "one word changed", 3.2, 1_800),
        ("made up", "absent", 134, 170_000),  # its words are all alike in letters: nothing can be left out for that
        ("real", "one word changed", 1.1, 80),
        ("real", "absent", 0.2, 160),
    ],
)
def test_the_work_for_a_query_has_a_measure(
    text: str, kind: str, most_aligned: float, most_cells: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stretches aligned and cells filled for a query, over fifty of them."""
    chance = random.Random(8)
    words = text_of(60_000, chance) if text == "made up" else real_words()
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
