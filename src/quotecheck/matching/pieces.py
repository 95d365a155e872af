"""Queries of several pieces: the pieces of an ellipsis in order, and the pieces of a splice in any order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

import attrs

from quotecheck.matching.align import ADDED, Step, StepKind
from quotecheck.matching.index import SourceIndex
from quotecheck.matching.passable import NOTHING, Passable
from quotecheck.matching.query import Query
from quotecheck.matching.search import MOST_PLACES, Hit, exact_hits, exact_runs, find_run

FARTHEST: Final = 4000
"""Tokens over which an ellipsis may reach: about the longest single utterance."""
MOST_PIECES: Final = 200
"""Pieces of an ellipsis that are looked for in other words too; what comes after them is looked for as it stands."""
MOST_LINKS: Final = 2000
"""Pieces that are put at their places, for all the chains that may be the passage together."""
MOST_STARTS: Final = 10_000
"""Places of the first words of a run that are followed to its end."""
LONG_RUN: Final = 40
"""Tokens from which only the first places of a run are followed."""
MOST_FOLLOWED: Final = 4_000_000
"""Places that are looked at for all the runs of a query."""
MOST_TRIES: Final = 400
"""Places that are tried to find the next place of a piece."""


def find(query: Query, index: SourceIndex, over: Passable | Sequence[tuple[int, int]] = NOTHING) -> list[Hit]:
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
    over = Passable.of(over)
    if len(query.pieces) == 1:
        return find_run(query.keys, index, over, query.optional)
    near = [find_run(query.keys[a:b], index, over, query.optional[a:b], a) for a, b in query.pieces[:MOST_PIECES]]
    far = [exact_hits(query.keys[a:b], index, a, most=1) for a, b in query.pieces[MOST_PIECES:]]
    places = near + far
    some = range(len(near) if any(near) else len(places))
    pivot = min(some, key=lambda at: (not places[at], len(places[at]), at))
    chains = [
        _grown(query, index, places, pivot, hit) for hit in places[pivot][: max(1, MOST_LINKS // len(query.pieces))]
    ]
    return sorted(chains, key=lambda hit: (hit.cost, hit.start))


def find_exact(query: Query, index: SourceIndex) -> list[Hit]:
    """The places where a query's words stand one after the other; none for a query with ellipses or brackets."""
    if len(query.pieces) != 1 or any(query.optional):
        return []
    return exact_hits(query.keys, index)


def _grown(query: Query, index: SourceIndex, places: Sequence[list[Hit]], pivot: int, hit: Hit) -> Hit:
    """The chain that grows from one place of the pivot piece to both sides, each piece at its nearest place."""
    chain: list[Hit | None] = [None] * len(query.pieces)
    chain[pivot], border = hit, hit.end
    for at in range(pivot + 1, len(places)):
        found = chain[at] = _nearest(query, index, places, at, border, forward=True)
        border = found.end if found is not None else border
    border = hit.start
    for at in range(pivot - 1, -1, -1):
        found = chain[at] = _nearest(query, index, places, at, border, forward=False)
        border = found.start if found is not None else border
    return _joined(chain, query.pieces, border)


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


def _joined(chain: Sequence[Hit | None], pieces: Sequence[tuple[int, int]], start: int) -> Hit:
    """The places of the pieces as one hit from ``start`` on; a piece that was not found is added words."""
    steps: list[Step] = []
    cost, end, is_begun = 0, start, False
    for hit, (first, past) in zip(chain, pieces, strict=True):
        if hit is None:
            steps.append(Step(StepKind.ADDED, first, past, end, end))
            cost += ADDED * (past - first)
            continue
        if is_begun:
            steps.append(Step(StepKind.OMITTED, first, first, end, hit.start))
            cost += min(40, (hit.start - end) // 8)
        steps.extend(hit.steps)
        cost, end, is_begun = cost + hit.cost, hit.end, True
    return Hit(cost, tuple(steps), start, end)


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
    at, spare = 0, MOST_FOLLOWED
    while at + shortest <= len(keys) and len(runs) <= most and spare > 0:
        beginning = keys[at : at + shortest]
        spare -= min(len(index.places(key)) for key in beginning)
        size, starts = _longest_run(keys, index, at, exact_runs(beginning, index, most=MOST_STARTS), shortest)
        if starts:
            runs.append(Piece(at, at + size, starts))
        at += size if starts else 1
    return tuple(runs)


def _longest_run(
    keys: Sequence[str], index: SourceIndex, first: int, starts: Sequence[int], size: int
) -> tuple[int, tuple[int, ...]]:
    """The longest run of the source that the keys from ``first`` on begin with: its length and its places.

    ``starts`` are the places where the first ``size`` keys stand; if there are none, none is given back.
    """
    source = index.tokens.keys
    while starts and first + size < len(keys):
        longer = [at for at in starts if at + size < len(source) and source[at + size] == keys[first + size]]
        if not longer:
            break
        starts, size = longer if size < LONG_RUN else longer[:MOST_PLACES], size + 1
    return size, tuple(starts[:MOST_PLACES])


__all__ = ["FARTHEST", "Piece", "cover", "exact_runs", "find", "find_exact"]
