"""The slow and obvious search that the fast one is held against: every alignment with every stretch of the source."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from quotecheck.matching.align import (
    ADDED,
    ALIKE,
    BRACKET_ADDED,
    BRACKET_OMITTED,
    DIFFERENT,
    LEAP,
    OMITTED,
    OVER,
    Step,
    StepKind,
)
from quotecheck.matching.likeness import alike

Ranges = Sequence[tuple[int, int]]


def pair_cost(word: str, other: str) -> int:
    """What it costs to put one word for another."""
    if word == other:
        return 0
    return ALIKE if word[0] == other[0] and alike(word, other) else DIFFERENT


def nearest(query: Sequence[str], source: Sequence[str], over: Ranges = (), optional: bytes = b"") -> tuple[int, int]:
    """Cost of the cheapest alignment with any stretch, and how many words are left out or added in one that costs so.

    The number is the least of all alignments of that cost; what is passed over is not counted.
    """
    optional = optional or bytes(len(query))
    row = [(0, 0)] * (len(source) + 1)
    for at, word in enumerate(query):
        above, row = row, []
        is_last = at + 1 == len(query)
        between = optional[at] or (not is_last and optional[at + 1])
        for column in range(len(source) + 1):
            ways = [_plus(above[column], BRACKET_ADDED if optional[at] else ADDED, 1)]
            if column:
                ways.append(_plus(above[column - 1], pair_cost(word, source[column - 1]), 0))
            if column and not is_last:
                ways.append(_plus(row[column - 1], BRACKET_OMITTED if between else OMITTED, 1))
                ways.extend(_plus(row[start], LEAP, column - start) for start in range(column))
                ways.extend(_plus(row[start], OVER, 0) for start, end in over if end == column)
            row.append(min(ways))
    return min(row)


def _plus(before: tuple[int, int], cost: int, words: int) -> tuple[int, int]:
    return before[0] + cost, before[1] + words


def cost_of(steps: Sequence[Step], query: Sequence[str], source: Sequence[str], optional: bytes = b"") -> int:
    """What an alignment costs, reckoned from its steps alone."""
    optional = (optional or bytes(len(query))) + b"\0"
    total = 0
    for step in steps:
        if step.kind is StepKind.PAIRED:
            pairs = zip(range(step.first, step.past), range(step.start, step.end), strict=True)
            total += sum(pair_cost(query[first], source[start]) for first, start in pairs)
        elif step.kind is StepKind.ADDED:
            total += sum(BRACKET_ADDED if optional[at] else ADDED for at in range(step.first, step.past))
        elif step.kind is StepKind.OVER:
            total += OVER
        else:
            beside = optional[step.first] or (step.first and optional[step.first - 1])
            total += min(LEAP, (step.end - step.start) * (BRACKET_OMITTED if beside else OMITTED))
    return total


def are_chained(steps: Sequence[Step], size: int) -> bool:
    """True if the steps follow each other without a gap on both sides and use the whole query."""
    ends = steps[0].first == 0 and steps[-1].past == size
    return ends and all(one.past == other.first and one.end == other.start for one, other in pairwise(steps))
