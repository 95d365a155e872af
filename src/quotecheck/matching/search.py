"""Where in a source a query's words stand: its exact places, or else the nearest passages, each aligned.

Seed, vote and extend as sequence search does it (BLAST; minimap2, Li 2018). What is promised: no passage is nearer than
the first one found, if

* its alignment costs so little that even its heaviest words, ``ALIKE`` each, leave ``SHARED`` of the query's weight;
* no more than ``slack`` words are left out or added in it, ranges to be passed over not counted;
* its stretch is one of the ``MOST_LOOKED`` with the most of the query's words, common words looked up only as far as
  ``MOST_SEEDS`` allows, and ``MOST_CELLS`` suffice for the stretches that might be as near.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import attrs

from quotecheck.matching.align import ADDED, ALIKE, DIFFERENT, LEAP, OMITTED, Alignment, Step, StepKind, align_within
from quotecheck.matching.index import STRANGE, SourceIndex
from quotecheck.matching.likeness import alike
from quotecheck.matching.long import align_long
from quotecheck.matching.passable import NOTHING, Passable
from quotecheck.matching.windows import LONG, MOST_SEEDS, MOST_TRIED, SHARED, Field, Wanted, Window

MOST_PLACES: Final = 64
"""Equal places that are told apart; more are not asked for."""
MOST_PASSAGES: Final = 6
"""Passages that are given for a query that stands nowhere as it is."""
FIRST_SEEDS: Final = 6
"""Words that are looked up first, at least: where they show that nothing else is nearer, no others are."""
FIRST_PLACES: Final = 1500
"""Places of those words."""
MOST_LOOKED: Final = 64
"""Places of words in the query's order that are looked at, those with the most of them."""
MOST_TRIES: Final = 6
"""Stretches beyond what is promised that are aligned where nothing was found, to have something to show."""
TRIED_CELLS: Final = 10_000
"""Cells of alignments after which no more such stretches are aligned."""
MOST_CELLS: Final = 600_000
"""Cells of alignments, a query's token by a source's each, that are filled for one query."""
LONGEST: Final = 2000
"""Tokens from which even a very near query is."""


@attrs.frozen
class Hit:
    """A passage for a query.

    Attributes:
        cost: Of the alignment; 0 if all words are the same.
        steps: The alignment, with the source's own token indices; between two pieces stands an ``OMITTED`` step.
        start: First source token.
        end: One past the last source token.
    """

    cost: int
    steps: tuple[Step, ...]
    start: int
    end: int


def exact_runs(keys: Sequence[str], index: SourceIndex, *, most: int = MOST_PLACES) -> list[int]:
    """First tokens of the places where ``keys`` stand one after the other, ascending, at most ``most``."""
    wanted = index.code(keys)
    if not wanted or STRANGE in wanted:
        return []
    source, coded = index.tokens.keys, index.coded
    rarest = min(range(len(keys)), key=lambda at: len(index.places(keys[at])))
    found, budget = [], 40_000_000
    beside = 1 if rarest + 1 < len(keys) else -1 if rarest else 0  # compared first: most places end there
    sign, same, last = wanted[rarest + beside], list(keys), len(coded) - 1
    for place in index.places(keys[rarest]):
        if coded[min(place + beside, last)] != sign or not coded.startswith(wanted, max(0, place - rarest)):
            continue
        start = place - rarest
        budget -= len(wanted)
        if start >= 0 and list(source[start : start + len(wanted)]) == same:
            found.append(start)
            if len(found) >= most:
                break
        if budget < 0:
            break
    return found


def exact_hits(keys: Sequence[str], index: SourceIndex, shift: int = 0, *, most: int = MOST_PLACES) -> list[Hit]:
    """The places where ``keys`` stand one after the other, as hits; the first is the query's token ``shift``."""
    size = len(keys)
    return [
        Hit(0, (Step(StepKind.PAIRED, shift, shift + size, at, at + size),), at, at + size)
        for at in exact_runs(keys, index, most=most)
    ]


def find_run(
    keys: Sequence[str],
    index: SourceIndex,
    over: Passable = NOTHING,
    optional: bytes = b"",
    shift: int = 0,
) -> list[Hit]:
    """As ``find``, for one run of keys whose first is the query's token ``shift``."""
    exact = [] if any(optional) else exact_hits(keys, index, shift)
    if exact:
        return exact
    wanted = Wanted.of(keys, index, optional)
    if wanted.is_strange:
        return []
    field, near = Field(wanted, index, over), _Near(wanted, index, over)
    field.sow(wanted.rarest(FIRST_SEEDS, FIRST_PLACES))
    near.search(field, field.fullest(MOST_LOOKED))
    best = near.hits[0].cost if near.hits else ADDED * len(keys)
    if not near.hits or not field.is_beyond(best):
        telling = wanted.telling(MOST_SEEDS)
        field.sow(min(telling, wanted.missed(best) + 1) if near.hits else telling)
        near.search(field, field.likely(MOST_LOOKED, best) if len(keys) <= LONG else field.fullest(MOST_LOOKED))
    return [_moved(hit, shift, 0) for hit in near.passages()]


class _Waiting(NamedTuple):
    """A stretch that waits to be looked at: a tuple, for many are made and put in order for each query.

    Attributes:
        least: What an alignment in it costs at least.
        order: Its rank by seeds.
        low: First token, or the bucket of one whose tokens are not yet known.
        high: One past the last token, or -1.
        apart: Of a bucket, what a passage that passes over nothing costs at least; else 1 for part of a stretch.
    """

    least: int
    order: int
    low: int
    high: int
    apart: int = 0


class _Near:
    """The passages nearest to a query, from the stretch on that may hold the nearest."""

    def __init__(self, wanted: Wanted, index: SourceIndex, over: Passable) -> None:
        self.wanted, self.index, self.over = wanted, index, over
        self.source = index.tokens.keys
        self.promised = wanted.promised
        self.hits: list[Hit] = []
        self.done: list[Window] = []
        self.seen: set[tuple[int, int]] = set()
        self.cells = self.tries = self.doubted = 0

    def search(self, field: Field, pairs: Sequence[tuple[int, int, int]]) -> None:
        """Takes the passages of some of the field's pairs of buckets.

        Args:
            field: Where the seeds stand.
            pairs: For each what a passage there costs at least, what one costs that passes over nothing, and its
                first bucket.
        """
        # Stretches not yet looked at wait as their bucket alone, with what they cost at least.
        ranked = enumerate(pairs)
        heap = [_Waiting(least, order, bucket, -1, apart) for order, (least, apart, bucket) in ranked]
        heapq.heapify(heap)
        while heap and not self._settled(heap[0].least):
            one = heapq.heappop(heap)
            for more in self._look(one, field) if one.high < 0 else self._try(one, field):
                heapq.heappush(heap, more)

    def _look(self, one: _Waiting, field: Field) -> Iterator[_Waiting]:
        """The stretch of a bucket, if it is a new one and may be worth it."""
        if self.hits and one.least >= self._best() and self._settled(one.apart):
            return
        low, high = field.stretch(one.low)
        if (low, high) in self.seen or any(done.low <= low and high <= done.high for done in self.done):
            return
        self.seen.add((low, high))
        least = field.measured(low, high).least
        if self._may_be_like(low, high, len(self.wanted.coded) - least // ALIKE):
            yield _Waiting(least, one.order, low, high)

    def _may_be_like(self, low: int, high: int, held: int) -> bool:
        """False if ``held`` words of a stretch weigh too little, other spellings counted as long as they are tried."""
        inside = self.index.coded[low:high]
        if self.wanted.weighs_enough(inside, held):
            return True
        if self.doubted == MOST_TRIED or not self.wanted.weighs_enough(inside, held, self.wanted.lost):
            return False
        self.doubted += 1
        return True

    def _try(self, one: _Waiting, field: Field) -> Iterator[_Waiting]:
        """Aligns a stretch, or the part of it in which something nearer may stand; gives what is left to be tried."""
        window = Window(one.least, one.low, one.high)
        crossed = next((hit for hit in self.hits if hit.start < window.high and window.low < hit.end), None)
        if crossed is None:
            crossed = self._take(window, self._near())
        elif window.least < self._best():
            within = next((done for done in self.done if done.low <= crossed.start and crossed.end <= done.high), None)
            if one.apart or within is None or any(self.wanted.optional) or self._best() > LEAP:
                crossed = self._take(window, self._best() - 1) or crossed
            else:
                yield from self._outside(window, within, one.order, field)
        if crossed is not None and not one.apart:
            enough = (len(self.wanted.keys) + 1) // 2
            for low, high in ((window.low, crossed.start), (crossed.end, window.high)):
                if high - low >= enough:
                    yield _Waiting(field.measured(low, high).least, one.order, low, high)

    def _outside(self, window: Window, done: Window, order: int, field: Field) -> Iterator[_Waiting]:
        """The parts of a window in which a passage nearer than the best may stand that is not inside another one.

        Such a passage is no longer than the query and what the best's cost lets it leave out or pass over.
        """
        passed = sum(end - start for start, end in self.over.inside(window.low, window.high))
        reach = len(self.wanted.keys) + self._best() // OMITTED + passed
        parts = []
        if window.low < done.low:
            parts.append((window.low, min(window.high, done.low + reach)))
        if done.high < window.high:
            parts.append((max(window.low, done.high - reach), window.high))
        for low, high in parts:
            yield _Waiting(field.measured(low, high).least, order, low, high, apart=1)

    def _best(self) -> int:
        return self.hits[0].cost if self.hits else ADDED * len(self.wanted.keys)

    def _near(self) -> int:
        """Cost up to which a passage is worth to be told beside the nearest; without one, any cost."""
        return min(2 * self._best() + 2 * DIFFERENT, ADDED * len(self.wanted.keys)) if self.hits else self._best()

    def _settled(self, least: int) -> bool:
        """True if no stretch that costs so much at least is worth to be aligned."""
        if self.cells > MOST_CELLS:
            return True
        if not self.hits:
            return least > self.promised and (self.tries >= MOST_TRIES or self.cells > TRIED_CELLS)
        if least < self._best():
            return False
        # Other words cost more than the least: what is only beside the nearest is reckoned by the usual price.
        return len(self.hits) >= 2 * MOST_PASSAGES or least * DIFFERENT > self._near() * ALIKE

    def _take(self, window: Window, most: int) -> Hit | None:
        """The passage of a window, kept if it is like the query."""
        self.done.append(window)
        inside = self.source[window.low : window.high]
        sure = self.wanted.shares(len(self.wanted.coded) - window.least // ALIKE)
        if not sure and not self.wanted.may_share(inside):
            return None
        self.tries += 1
        cells = len(self.wanted.keys) * (window.high - window.low)
        self.cells += cells if len(self.wanted.keys) <= LONG else cells // 64
        if not sure and not self.wanted.may_share_in_order(inside):
            return None
        hit = _aligned(self.wanted, self.index, window, self.over, most)
        if hit is None or _shared(hit, self.wanted, self.source) < SHARED:
            return None
        self.hits = _distinct(sorted((*self.hits, hit), key=lambda one: (one.cost, one.start)))
        return hit

    def passages(self) -> list[Hit]:
        """The nearest passage and others as near, then those that share the heaviest words, in order of cost."""
        best = self._best()
        ranked = sorted(self.hits, key=lambda hit: (hit.cost > best, -_shared(hit, self.wanted, self.source)))
        return sorted(ranked[:MOST_PASSAGES], key=lambda hit: (hit.cost, hit.start))


def _shared(hit: Hit, wanted: Wanted, source: Sequence[str]) -> float:
    """Share of the unbracketed keys that stand in the passage as they are, the rare ones counting for more."""
    keys, weights = wanted.keys, wanted.weights
    kept = sum(
        weights[step.first + at]
        for step in hit.steps
        if step.kind is StepKind.PAIRED
        for at in range(step.past - step.first)
        if _like(keys[step.first + at], source[step.start + at])
    )
    return kept / max(1e-9, sum(weights))


def _like(key: str, other: str) -> bool:
    return key == other or alike(key, other)


def _distinct(hits: Sequence[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in hits:
        if not any(hit.start < other.end and other.start < hit.end for other in kept):
            kept.append(hit)
    return kept


def _moved(hit: Hit | Alignment, shift: int, base: int) -> Hit:
    steps = tuple(
        Step(step.kind, step.first + shift, step.past + shift, step.start + base, step.end + base) for step in hit.steps
    )
    return Hit(hit.cost, steps, hit.start + base, hit.end + base)


def _aligned(wanted: Wanted, index: SourceIndex, window: Window, over: Passable, most: int) -> Hit | None:
    """The query aligned with a window; None if it costs more than ``most``."""
    low, high = window.low, window.high
    keys, source = wanted.keys, index.tokens.keys[low:high]
    inside = [(start - low, end - low) for start, end in over.inside(low, high)]
    found = None
    if len(keys) <= LONGEST:
        near, cells = (most, None) if len(keys) <= LONG else (min(most, LEAP - 1), LONG * LONG)
        found = align_within(
            keys, source, near, optional=wanted.optional, over=inside, alike=alike, least=window.least, cells=cells
        )
    if found is None and len(keys) > LONG:
        found = align_long(keys, source, wanted.optional)
    return None if found is None else _moved(found, 0, low)
