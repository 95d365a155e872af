"""Alignment of a query with a window of a source, token by token: the query whole, the window free at both ends.

Semi-global alignment (Sellers 1980) with three moves of its own: stretches of the source that are not of its words
(page marks, an attribution that interrupts a quotation) are passed over for next to nothing; bracketed words of the
query need no match and may replace a run of the source's; and one long leap over the source costs no more than a few
words left out, so that an unmarked omission stays one match.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence
from itertools import accumulate, chain
from typing import Final

import attrs

from quotecheck.matching.reach import UNIT, Reach

DIFFERENT: Final = 100
"""Cost of one word put in place of another."""
ALIKE: Final = 45
"""Cost where the two are alike in letters: more likely the same place than two unrelated words."""
ADDED: Final = 90
"""Cost of a word that the source lacks; two of these cost more than one replacement."""
OMITTED: Final = 40
"""Cost of a word of the source that is left out: less than a word added, so that more of the query finds its match."""
LEAP: Final = 240
"""Cost of leaving out any longer run: from six words on as cheap as than word by word."""
OVER: Final = 2
"""Cost of passing over a stretch that is not of the source's words: none, but not for nothing."""
BRACKET_ADDED: Final = 4
"""Cost of a bracketed word that the source lacks."""
BRACKET_OMITTED: Final = 9
"""Cost of a source's word that a bracket stands for."""

Likeness = Callable[[str, str], bool]
"""Whether two different keys are alike in letters."""

_DIAGONAL, _ADD, _OMIT, _LEAP, _OVER = range(5)
_FAR: Final = 1 << 60
_LIMITS: Final = (150, LEAP - 1, 2 * LEAP)
"""Costs within which an alignment is looked for first: one word, some words, one leap."""


_UNITS: Final = tuple(cost // UNIT for cost in (ALIKE, DIFFERENT, ADDED, OMITTED, LEAP))


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
    found = align_within(query, source, ADDED * len(query), optional=optional, over=over, alike=alike)
    if found is None:
        raise AssertionError("to add every word is always within the limit")
    return found


def align_within(
    query: Sequence[str],
    source: Sequence[str],
    most: int,
    *,
    optional: bytes | None = None,
    over: Sequence[tuple[int, int]] = (),
    alike: Likeness | None = None,
    least: int = 0,
    cells: int | None = None,
) -> Alignment | None:
    """As ``align``, but None if every alignment costs more than ``most``, or if it takes more than ``cells`` cells.

    The work goes by the cost: cells from which ``most`` cannot be kept are passed by, and small limits are tried first,
    from ``least`` on if it is known that no alignment costs less.
    """
    table = _Table(query, source, optional or bytes(len(query)), over, alike)
    if cells is not None:
        table.spare = cells
    else:
        table.reach = table.reached(over)
    for limit in (*(one for one in _LIMITS if least <= one < most), most):
        found = table.within(limit)
        if found is not None:
            return found
    return None


class _Table:
    """The cells of one alignment: costs and the move that led to each, a row a query token.

    A row keeps only the columns from which a limit can still be kept; all others count as out of reach. Every cell of
    a cheapest alignment is kept, so that what is found does not depend on the limit.
    """

    def __init__(
        self,
        query: Sequence[str],
        source: Sequence[str],
        optional: bytes,
        over: Sequence[tuple[int, int]],
        alike: Likeness | None,
    ) -> None:
        self.query, self.source, self.optional, self.alike = query, source, optional, alike
        self.over: dict[int, list[int]] = {}
        for start, end in over:
            self.over.setdefault(end, []).append(start)
        self.places: dict[str, list[int]] = {}
        for place, key in enumerate(source):
            self.places.setdefault(key, []).append(place)
        self.initials: dict[str, list[str]] = {}
        for key in self.places:
            self.initials.setdefault(key[0], []).append(key)
        self.known: dict[str, list[int]] = {}
        self.rest = self._least_rest()
        self.last_over = self._last_over(over)
        self.costs: list[list[int]] = []
        self.moves: list[bytearray] = []
        self.lows: list[int] = []
        self.spare = _FAR
        self.reach: Reach | None = None

    def reached(self, over: Sequence[tuple[int, int]]) -> Reach:
        """Where alignments may begin."""
        ranges = [(start, end) for start, end in sorted(over) if start < end]
        return Reach(self.query, self.places, len(self.source), ranges, self.optional, self._alike_to, _UNITS)

    def _alike_to(self, word: str) -> list[str]:
        """The source's other keys that are alike to a word in letters."""
        if self.alike is None:
            return []
        return [other for other in self.initials.get(word[0], ()) if other != word and self.alike(word, other)]

    def _least_rest(self) -> list[int]:
        """For each row, the least that the query's words after it cost, wherever they are put."""
        rest = [0] * (len(self.query) + 1)
        for row in range(len(self.query) - 1, -1, -1):
            least = BRACKET_ADDED if self.optional[row] else ALIKE
            rest[row] = rest[row + 1] + (0 if self.query[row] in self.places else least)
        return rest

    def _last_over(self, over: Sequence[tuple[int, int]]) -> list[int]:
        """For each column, the last end of a stretch to be passed over that begins there or before."""
        ends = [0] * (len(self.source) + 1)
        for start, end in over:
            ends[start] = max(ends[start], end)
        return list(accumulate(ends, max)) if over else ends

    def prices(self, word: str) -> list[int]:
        """What it costs to put a word for each of the source's."""
        found = self.known.get(word)
        if found is None:
            found = self.known[word] = [DIFFERENT] * len(self.source)
            for place in self.places.get(word, ()):
                found[place] = 0
            for other in self._alike_to(word):
                for place in self.places[other]:
                    found[place] = ALIKE
        return found

    def within(self, limit: int) -> Alignment | None:
        """The cheapest alignment; None if it costs more than the limit."""
        low, past = 0, len(self.source) + 1
        levels: Sequence[Sequence[int]] = ()
        if self.reach is not None and limit < UNIT * len(self.query):
            levels = self.reach.within(limit // UNIT)
            starts = levels[limit // UNIT][0]
            if not starts:
                return None
            low, past = (starts & -starts).bit_length() - 1, starts.bit_length()
        self.costs, self.moves, self.lows = [[0] * (past - low)], [bytearray()], [low]
        for row in range(1, len(self.query) + 1):
            self._fill(row, limit - self.rest[row])
            self.spare -= len(self.costs[row])
            if self.spare < 0 or not self._narrow(row, limit, levels):
                return None
        return self._trace()

    def _fill(self, row: int, most: int) -> None:
        """One row of costs and moves: every way to have used ``row`` query tokens at each place within reach."""
        above, low, last = self.costs[row - 1], self.lows[row - 1], row == len(self.query)
        bracketed = self.optional[row - 1]
        add = BRACKET_ADDED if bracketed else ADDED
        omit = BRACKET_OMITTED if bracketed or (not last and self.optional[row]) else OMITTED
        leap, over = LEAP, self.over
        if last:  # the source is free at its end: nothing is left out there
            omit, leap, over = _FAR, _FAR, {}
        left = above[0] + add
        costs, moves, run = [left], bytearray((_ADD,)), left + leap
        prices = self.prices(self.query[row - 1])[low : low + len(above)]
        column = low
        for diagonal, up, price in zip(above, chain(above[1:], (_FAR,)), prices, strict=False):
            column += 1
            best, move = diagonal + price, _DIAGONAL
            if up + add < best:
                best, move = up + add, _ADD
            if left + omit < best:
                best, move = left + omit, _OMIT
            if run < best:
                best, move = run, _LEAP
            if column in over:
                passed = self._passed(costs, low, column)
                if passed < best:
                    best, move = passed, _OVER
            costs.append(best)
            moves.append(move)
            left = best
            if best + leap < run:
                run = best + leap
        self.costs.append(costs)
        self.moves.append(moves)
        self.lows.append(low)
        if not last:
            self._extend(costs, moves, low, omit, run, most)

    def _extend(self, costs: list[int], moves: bytearray, low: int, omit: int, run: int, most: int) -> None:
        """The row's cells to the right of what the row above reaches: source words left out or passed over."""
        column, width, left = low + len(costs) - 1, len(self.source), costs[-1]
        while column < width and (left + omit <= most or run <= most or column < self.last_over[column]):
            column += 1
            best, move = left + omit, _OMIT
            if run < best:
                best, move = run, _LEAP
            if column in self.over:
                passed = self._passed(costs, low, column)
                if passed < best:
                    best, move = passed, _OVER
            costs.append(best)
            moves.append(move)
            left = best
            run = min(run, best + LEAP)

    def _passed(self, costs: Sequence[int], low: int, column: int) -> int:
        """The least cost of coming to a column over a stretch that is not of the source's words."""
        return min([costs[start - low] + OVER for start in self.over[column] if low <= start < column], default=_FAR)

    def _narrow(self, row: int, limit: int, levels: Sequence[Sequence[int]]) -> bool:
        """Cuts off the cells at both ends of a row from which the limit cannot be kept; False if none is left."""
        costs, low, most = self.costs[row], self.lows[row], limit - self.rest[row]
        first, past = 0, len(costs)
        if levels:
            while first < past and not _goes_on(levels, row, low + first, costs[first], limit, most):
                first += 1
            while first < past and not _goes_on(levels, row, low + past - 1, costs[past - 1], limit, most):
                past -= 1
        else:
            while first < past and costs[first] > most:
                first += 1
            while first < past and costs[past - 1] > most:
                past -= 1
        if first or past < len(costs):
            self.costs[row], self.moves[row] = costs[first:past], self.moves[row][first:past]
            self.lows[row] += first
        return first < past

    def _trace(self) -> Alignment:
        """The way back from the cheapest end."""
        row = len(self.query)
        cost = min(self.costs[row], default=0)
        column = end = self.lows[row] + self.costs[row].index(cost)
        steps: list[Step] = []
        while row:
            kind, rows, before = self._back(row, column)
            steps.append(Step(kind, row - rows, row, before, column))
            row, column = row - rows, before
        return Alignment(cost, _merged(steps[::-1]), column, end)

    def _back(self, row: int, column: int) -> tuple[StepKind, int, int]:
        costs, low = self.costs[row], self.lows[row]
        move, cost = self.moves[row][column - low], costs[column - low]
        if move == _DIAGONAL:
            return StepKind.PAIRED, 1, column - 1
        if move == _ADD:
            return StepKind.ADDED, 1, column
        if move == _OMIT:
            return StepKind.OMITTED, 0, column - 1
        if move == _OVER:
            starts = (at for at in self.over[column] if at >= low)
            return StepKind.OVER, 0, next(at for at in starts if costs[at - low] + OVER == cost)
        return StepKind.OMITTED, 0, max(at for at in range(low, column) if costs[at - low] == cost - LEAP)


def _goes_on(levels: Sequence[Sequence[int]], row: int, column: int, cost: int, limit: int, most: int) -> bool:
    """True if the limit may be kept from a cell of a given cost on."""
    return cost <= most and bool(levels[(limit - cost) // UNIT][row] >> column & 1)


def _merged(steps: Sequence[Step]) -> tuple[Step, ...]:
    merged: list[Step] = []
    for step in steps:
        if merged and merged[-1].kind is step.kind and step.kind is not StepKind.OVER:
            last = merged[-1]
            merged[-1] = Step(step.kind, last.first, step.past, last.start, step.end)
        else:
            merged.append(step)
    return tuple(merged)
