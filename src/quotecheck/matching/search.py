"""Where in a source a query's words stand: seeds from its rarest words, windows by votes, alignment in each.

Seed, vote and extend as sequence search does it (BLAST; minimap2, Li 2018). A passage that differs in at most ``k`` of
``n`` words holds at least one of any ``k + 1`` words of the query unchanged, so the ``k + 1`` rarest are enough.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log2
from typing import Final

import attrs
from rapidfuzz.distance import Levenshtein

from quotecheck.matching.align import Alignment, Step, StepKind, align
from quotecheck.matching.index import SourceIndex
from quotecheck.matching.likeness import alike

MOST_PLACES: Final = 64
"""Equal places that are told apart; more are not asked for."""
MOST_WINDOWS: Final = 6
"""Windows that are aligned for one query."""
MOST_SEEDS: Final = 6000
"""Places of rare words that are looked at for one query."""
LONG: Final = 300
"""Tokens from which a query is aligned in compiled code, without moves of our own."""
SHARED: Final = 0.4
"""Share of the query's words that a passage must hold for it to be called like the query."""


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
    if not keys:
        return []
    source = index.tokens.keys
    rarest = min(range(len(keys)), key=lambda at: len(index.places(keys[at])))
    wanted, found = list(keys), []
    budget = 40_000_000
    second = (rarest + 1) % len(wanted)
    for place in index.places(keys[rarest]):
        start = place - rarest
        if start < 0 or start + len(wanted) > len(source) or source[start + second] != wanted[second]:
            continue
        budget -= len(wanted)
        if list(source[start : start + len(wanted)]) == wanted:
            found.append(start)
            if len(found) >= most:
                break
        if budget < 0:
            break
    return found


def find_run(
    keys: Sequence[str],
    index: SourceIndex,
    over: Sequence[tuple[int, int]] = (),
    optional: bytes = b"",
    shift: int = 0,
) -> list[Hit]:
    """As ``find``, for one run of keys whose first is the query's token ``shift``."""
    if not any(optional):
        size = len(keys)
        runs = exact_runs(keys, index)
        if runs:
            step = StepKind.PAIRED
            return [Hit(0, (Step(step, shift, shift + size, at, at + size),), at, at + size) for at in runs]
    hits = [_moved(_aligned(keys, index, window, over, optional), shift) for window in _windows(keys, index, over)]
    good = [hit for hit in hits if _shared(hit, keys, index, shift) >= SHARED]
    return _distinct(sorted(good, key=lambda hit: (hit.cost, hit.start)))


def _shared(hit: Hit, keys: Sequence[str], index: SourceIndex, shift: int) -> float:
    """Share of the keys that stand in the passage as they are, the rare ones counting for more."""
    source = index.tokens.keys
    weights = [_weight(key, index) for key in keys]
    kept = sum(
        weights[step.first + at - shift]
        for step in hit.steps
        if step.kind is StepKind.PAIRED
        for at in range(step.past - step.first)
        if _like(keys[step.first + at - shift], source[step.start + at])
    )
    return kept / max(1e-9, sum(weights))


def _like(key: str, other: str) -> bool:
    return key == other or alike(key, other)


def _weight(key: str, index: SourceIndex) -> float:
    return 1.0 + log2((len(index.tokens) + 2) / (len(index.places(key)) + 1)) / 4


def _distinct(hits: Sequence[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in hits:
        if not any(hit.start < other.end and other.start < hit.end for other in kept):
            kept.append(hit)
    return kept


def _moved(hit: tuple[Alignment, int], shift: int) -> Hit:
    alignment, base = hit
    steps = tuple(
        Step(step.kind, step.first + shift, step.past + shift, step.start + base, step.end + base)
        for step in alignment.steps
    )
    return Hit(alignment.cost, steps, alignment.start + base, alignment.end + base)


def _aligned(
    keys: Sequence[str],
    index: SourceIndex,
    window: tuple[int, int],
    over: Sequence[tuple[int, int]],
    optional: bytes,
) -> tuple[Alignment, int]:
    low, high = window
    source = index.tokens.keys[low:high]
    if len(keys) > LONG:
        return _align_long(keys, source), low
    inside = [(start - low, end - low) for start, end in over if low <= start and end <= high]
    return align(keys, source, optional=optional, over=inside, alike=alike), low


def _align_long(keys: Sequence[str], source: Sequence[str]) -> Alignment:
    """Alignment of a query too long for a table of ours: fewest edits, then the window's free ends cut off."""
    kinds = {
        "equal": StepKind.PAIRED,
        "replace": StepKind.PAIRED,
        "insert": StepKind.OMITTED,
        "delete": StepKind.ADDED,
    }
    steps = [
        Step(kinds[code.tag], code.src_start, code.src_end, code.dest_start, code.dest_end)
        for code in Levenshtein.opcodes(list(keys), list(source))
    ]
    while steps and steps[0].kind is StepKind.OMITTED:
        steps.pop(0)
    while steps and steps[-1].kind is StepKind.OMITTED:
        steps.pop()
    different = [step for step in steps if not _equal(step, keys, source)]
    cost = sum(100 * max(step.past - step.first, step.end - step.start) for step in different)
    return Alignment(cost, tuple(steps), steps[0].start if steps else 0, steps[-1].end if steps else 0)


def _equal(step: Step, keys: Sequence[str], source: Sequence[str]) -> bool:
    return step.kind is StepKind.PAIRED and list(keys[step.first : step.past]) == list(source[step.start : step.end])


def _windows(keys: Sequence[str], index: SourceIndex, over: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches of the source, as token ranges, in which enough rare words of the query stand together."""
    size = len(keys)
    width = max(8, size)
    votes: dict[int, float] = {}
    edges: dict[int, tuple[int, int]] = {}
    for at in _seeds(keys, index):
        weight, seen = _weight(keys[at], index), -1
        for place in index.places(keys[at]):
            bucket = (place - at) // width
            low, high = edges.get(bucket, (place - at, place - at))
            edges[bucket] = (min(low, place - at), max(high, place - at))
            if bucket != seen:  # one word votes once for a bucket
                votes[bucket] = votes.get(bucket, 0.0) + weight
                seen = bucket
    pairs = {bucket: votes[bucket] + votes.get(bucket + 1, 0.0) for bucket in votes}
    pairs |= {bucket - 1: votes[bucket] for bucket in votes if bucket - 1 not in votes}
    ranked = sorted(pairs, key=lambda bucket: (-pairs[bucket], bucket))[: MOST_WINDOWS * 2]
    best = pairs[ranked[0]] if ranked else 0.0
    found: list[tuple[int, int]] = []
    slack = size // 4 + 6
    for bucket in ranked:
        if pairs[bucket] < 0.4 * best or len(found) >= MOST_WINDOWS:
            break
        lows = [edges[one] for one in (bucket, bucket + 1) if one in edges]
        window = max(0, min(lows)[0] - slack), max(high for _, high in lows) + size + slack
        window = _stretched(window, over, len(index.tokens))
        if window not in found:
            found.append(window)
    return found


def _stretched(window: tuple[int, int], over: Sequence[tuple[int, int]], limit: int) -> tuple[int, int]:
    """The window made longer by what it holds that is not of the source's words."""
    low, high = window
    for start, end in over:
        if end < low:
            continue
        if start >= high or high - window[1] > 600:
            break
        high += end - start
    return low, min(limit, high)


def _seeds(keys: Sequence[str], index: SourceIndex) -> list[int]:
    """Positions of the query's rarest words: enough of them that a passage within the limit must hold one."""
    counts = [len(index.places(key)) for key in keys]
    order = sorted(range(len(keys)), key=lambda at: (counts[at], at))
    chosen: list[int] = []
    budget = MOST_SEEDS
    for at in order:
        if chosen and budget < counts[at]:
            break
        budget -= counts[at]
        chosen.append(at)
    return [at for at in chosen if counts[at]]
