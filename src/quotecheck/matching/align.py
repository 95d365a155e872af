"""Alignment of a query with a window of a source, token by token: the query whole, the window free at both ends.

Semi-global alignment (Sellers 1980) with three moves of its own: stretches of the source that are not of its words
(page marks, an attribution that interrupts a quotation) are passed over for next to nothing; bracketed words of the
query need no match and may replace a run of the source's; and one long leap over the source costs no more than a few
words left out, so that an unmarked omission stays one match.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence
from typing import Final

import attrs

DIFFERENT: Final = 100
"""Cost of one word put in place of another."""
ALIKE: Final = 45
"""Cost where the two are alike in letters: more likely the same place than two unrelated words."""
ADDED: Final = 70
"""Cost of a word that the source lacks; two of these cost more than one replacement."""
OMITTED: Final = 60
"""Cost of a word of the source that is left out: less than a word added, so that more of the query finds its match."""
LEAP: Final = 320
"""Cost of leaving out any longer run: from five words on cheaper than word by word."""
OVER: Final = 2
"""Cost of passing over a stretch that is not of the source's words: none, but not for nothing."""
BRACKET_ADDED: Final = 4
"""Cost of a bracketed word that the source lacks."""
BRACKET_OMITTED: Final = 9
"""Cost of a source's word that a bracket stands for."""

Likeness = Callable[[str, str], bool]
"""Whether two different keys are alike in letters."""

_DIAGONAL, _ADD, _OMIT, _LEAP, _OVER = range(5)


class StepKind(enum.Enum):
    """What a run of an alignment does with the tokens of the two sides."""

    PAIRED = "paired"
    ADDED = "added"
    OMITTED = "omitted"
    OVER = "over"


@attrs.frozen
class Step:
    """A run of one kind in an alignment.

    Attributes:
        kind: ``PAIRED`` (one token of each side at a time, equal or not), ``ADDED`` (query only), ``OMITTED``
            (source only) or ``OVER`` (source only, and not of its words).
        first: First query token.
        past: One past the last query token.
        start: First source token.
        end: One past the last source token.
    """

    kind: StepKind
    first: int
    past: int
    start: int
    end: int


@attrs.frozen
class Alignment:
    """A query aligned with a stretch of a source.

    Attributes:
        cost: Sum over the moves; lower is better.
        steps: In order; together they cover the query.
        start: First source token.
        end: One past the last source token.
    """

    cost: int
    steps: tuple[Step, ...]
    start: int
    end: int


def align(
    query: Sequence[str],
    source: Sequence[str],
    *,
    optional: bytes | None = None,
    over: Sequence[tuple[int, int]] = (),
    alike: Likeness | None = None,
) -> Alignment:
    """The cheapest alignment of the whole query with a stretch of the source.

    Args:
        query: Keys of the query's tokens.
        source: Keys of the window's tokens.
        optional: For each query token, 1 if it is bracketed.
        over: Half-open ranges of the window that are not of the source's words.
        alike: Whether two different keys are alike in letters.

    Returns:
        The alignment of lowest cost; of equal ones, the first in the source. Token indices are the window's.
    """
    optional = optional or bytes(len(query))
    table = _Table(query, source, optional, over, alike)
    for row in range(1, len(query) + 1):
        table.fill(row)
    return table.trace()


class _Table:
    """The cells of one alignment: costs and the move that led to each, a row a query token."""

    def __init__(
        self,
        query: Sequence[str],
        source: Sequence[str],
        optional: bytes,
        over: Sequence[tuple[int, int]],
        alike: Likeness | None,
    ) -> None:
        self.query, self.source, self.optional = query, source, optional
        self.over = {end: start for start, end in over}
        self.alike = alike
        self.costs: list[list[int]] = [[0] * (len(source) + 1)]
        self.moves: list[bytearray] = [bytearray(len(source) + 1)]
        self.known: dict[tuple[str, str], int] = {}

    def fill(self, row: int) -> None:
        """One row of costs and moves: every way to have used ``row`` query tokens at each place of the window."""
        word, source, above = self.query[row - 1], self.source, self.costs[row - 1]
        bracketed = self.optional[row - 1]
        add = BRACKET_ADDED if bracketed else ADDED
        omit = BRACKET_OMITTED if bracketed or (row < len(self.query) and self.optional[row]) else OMITTED
        last = row == len(self.query)
        costs, moves = [above[0] + add], bytearray(len(source) + 1)
        moves[0] = _ADD
        over, price = self.over, self.price
        run = costs[0] + LEAP
        left = costs[0]
        for column, other in enumerate(source, 1):
            best = above[column - 1]
            move = _DIAGONAL
            if word != other:
                best += price(word, other)
            step = above[column] + add
            if step < best:
                best, move = step, _ADD
            if not last:
                step = left + omit
                if step < best:
                    best, move = step, _OMIT
                if run < best:
                    best, move = run, _LEAP
                if column in over:
                    step = costs[over[column]] + OVER
                    if step < best:
                        best, move = step, _OVER
            costs.append(best)
            moves[column] = move
            left = best
            if best + LEAP < run:
                run = best + LEAP
        self.costs.append(costs)
        self.moves.append(moves)

    def price(self, word: str, other: str) -> int:
        """What it costs to put one word for another."""
        if self.alike is None or word[0] != other[0]:
            return DIFFERENT
        pair = (word, other)
        known = self.known.get(pair)
        if known is None:
            known = self.known[pair] = ALIKE if self.alike(word, other) else DIFFERENT
        return known

    def trace(self) -> Alignment:
        """The way back from the cheapest end."""
        row = len(self.query)
        column = min(range(len(self.source) + 1), key=self.costs[row].__getitem__)
        cost, end = self.costs[row][column], column
        steps: list[Step] = []
        while row:
            kind, rows, before = self._back(row, column)
            steps.append(Step(kind, row - rows, row, before, column))
            row, column = row - rows, before
        return Alignment(cost, _merged(steps[::-1]), column, end)

    def _back(self, row: int, column: int) -> tuple[StepKind, int, int]:
        move = self.moves[row][column]
        if move == _DIAGONAL:
            return StepKind.PAIRED, 1, column - 1
        if move == _ADD:
            return StepKind.ADDED, 1, column
        if move == _OMIT:
            return StepKind.OMITTED, 0, column - 1
        if move == _OVER:
            return StepKind.OVER, 0, self.over[column]
        wanted, costs = self.costs[row][column] - LEAP, self.costs[row]
        return StepKind.OMITTED, 0, max(at for at in range(column) if costs[at] == wanted)


def _merged(steps: Sequence[Step]) -> tuple[Step, ...]:
    merged: list[Step] = []
    for step in steps:
        if merged and merged[-1].kind is step.kind and step.kind is not StepKind.OVER:
            last = merged[-1]
            merged[-1] = Step(step.kind, last.first, step.past, last.start, step.end)
        else:
            merged.append(step)
    return tuple(merged)
