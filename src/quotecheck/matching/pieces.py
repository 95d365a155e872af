"""Queries of several pieces: the pieces of an ellipsis in order, and the pieces of a splice in any order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

import attrs

from quotecheck.matching.align import ADDED, Step, StepKind
from quotecheck.matching.index import SourceIndex
from quotecheck.matching.query import Query
from quotecheck.matching.search import MOST_PLACES, Hit, exact_hits, exact_runs, find_run

FARTHEST: Final = 4000
"""Tokens over which an ellipsis may reach: about the longest single utterance."""
MOST_TRIES: Final = 400
"""Places that are tried to find the next place of a piece."""


def find(query: Query, index: SourceIndex, over: Sequence[tuple[int, int]] = ()) -> list[Hit]:
    """The passages of a source that hold a query's words, best first.

    Args:
        query: What to look for.
        index: The source.
        over: Token ranges of the source that are not of its words, ascending.

    Returns:
        Exact places if there are any; else the nearest passages; empty if nothing is like the query.
    """
    if not query.pieces:
        return []
    places = [find_run(query.keys[a:b], index, over, query.optional[a:b], a) for a, b in query.pieces]
    if len(places) == 1:
        return places[0]
    pivot = min(range(len(places)), key=lambda at: (not places[at], len(places[at]), at))
    chains = [_grown(query, index, places, pivot, hit) for hit in places[pivot]]
    return sorted(chains, key=lambda hit: (hit.cost, hit.start))


def find_exact(query: Query, index: SourceIndex) -> list[Hit]:
    """The places where a query's words stand one after the other; none for a query with ellipses or brackets."""
    if len(query.pieces) != 1 or any(query.optional):
        return []
    return exact_hits(query.keys, index)


def _grown(query: Query, index: SourceIndex, places: Sequence[list[Hit]], pivot: int, hit: Hit) -> Hit:
    """The chain that grows from one place of the pivot piece to both sides, each piece at its nearest place."""
    chain = hit
    for at in range(pivot + 1, len(places)):
        chain = _joined(chain, _nearest(query, index, places, at, chain.end, forward=True), query.pieces[at])
    for at in range(pivot - 1, -1, -1):
        chain = _joined(_nearest(query, index, places, at, chain.start, forward=False), chain, query.pieces[at])
    return chain


def _nearest(
    query: Query, index: SourceIndex, places: Sequence[list[Hit]], at: int, border: int, *, forward: bool
) -> Hit | None:
    """The nearest place of piece ``at`` after (or before) ``border``, within reach."""
    first, past = query.pieces[at]
    run = _next_run(query.keys[first:past], index, border, forward=forward)
    if run is not None:
        return Hit(0, (Step(StepKind.PAIRED, first, past, run, run + past - first),), run, run + past - first)
    if forward:
        fitting = [hit for hit in places[at] if border <= hit.start < border + FARTHEST]
        return min(fitting, key=lambda hit: (hit.cost, hit.start), default=None)
    fitting = [hit for hit in places[at] if border - FARTHEST < hit.end <= border]
    return min(fitting, key=lambda hit: (hit.cost, -hit.start), default=None)


def _next_run(keys: Sequence[str], index: SourceIndex, border: int, *, forward: bool) -> int | None:
    """First token of the nearest exact run of ``keys`` after (or before) ``border``."""
    source, wanted = index.tokens.keys, list(keys)
    rarest = min(range(len(wanted)), key=lambda at: len(index.places(wanted[at])))
    places = index.places(wanted[rarest])
    if forward:
        low = bisect_left(places, border + rarest)
        near: Sequence[int] = places[low : low + MOST_TRIES]
    else:
        high = bisect_left(places, border - len(wanted) + rarest + 1)
        near = places[max(0, high - MOST_TRIES) : high][::-1]
    for place in near:
        start = place - rarest
        if start < 0 or abs(start - border) > FARTHEST:
            continue
        if list(source[start : start + len(wanted)]) == wanted:
            return start
    return None


def _joined(left: Hit | None, right: Hit | None, piece: tuple[int, int]) -> Hit:
    """Two neighbours as one hit; a piece that was not found is added words."""
    first, past = piece
    if left is None and right is not None:
        lacking = Step(StepKind.ADDED, first, past, right.start, right.start)
        return attrs.evolve(right, cost=right.cost + ADDED * (past - first), steps=(lacking, *right.steps))
    if right is None and left is not None:
        lacking = Step(StepKind.ADDED, first, past, left.end, left.end)
        return attrs.evolve(left, cost=left.cost + ADDED * (past - first), steps=(*left.steps, lacking))
    if left is None or right is None:
        raise ValueError("one of two neighbours must be found")
    border = left.steps[-1].past
    gap = Step(StepKind.OMITTED, border, border, left.end, right.start)
    cost = left.cost + right.cost + min(40, (right.start - left.end) // 8)
    return Hit(cost, (*left.steps, gap, *right.steps), left.start, right.end)


@attrs.frozen
class Piece:
    """A run of a query that stands somewhere in a source.

    Attributes:
        first: First query token.
        past: One past the last query token.
        starts: First source token of each place, ascending.
    """

    first: int
    past: int
    starts: tuple[int, ...]


def cover(keys: Sequence[str], index: SourceIndex, *, shortest: int = 3, most: int = 4) -> tuple[Piece, ...]:
    """The fewest runs of a source that the query is put together from, taken greedily from the left.

    Args:
        keys: Keys of the query's tokens.
        index: The source.
        shortest: Tokens below which a run is left out.
        most: Runs above which the query is no splice.

    Returns:
        The runs in the order of the query; tokens between them stand nowhere.
    """
    runs: list[Piece] = []
    at = 0
    while at < len(keys) and len(runs) <= most:
        size, starts = _longest_run(keys, index, at)
        if size >= shortest:
            runs.append(Piece(at, at + size, starts))
        at += max(1, size)
    return tuple(runs)


def _longest_run(keys: Sequence[str], index: SourceIndex, first: int) -> tuple[int, tuple[int, ...]]:
    """The longest run of the source that the keys from ``first`` on begin with: its length and its places."""
    source = index.tokens.keys
    starts: Sequence[int] = index.places(keys[first])
    size = 1 if starts else 0
    while size and first + size < len(keys):
        longer = [at for at in starts if at + size < len(source) and source[at + size] == keys[first + size]]
        if not longer:
            break
        starts, size = longer, size + 1
    return size, tuple(starts[:MOST_PLACES])


__all__ = ["FARTHEST", "Piece", "cover", "exact_runs", "find", "find_exact"]
