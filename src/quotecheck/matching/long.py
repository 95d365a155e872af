"""Alignment of queries too long for a table of ours: fewest edits in compiled code, the passage's ends free."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs
from rapidfuzz.distance import Levenshtein

from quotecheck.matching.align import ADDED, BRACKET_ADDED, DIFFERENT, LEAP, OMITTED, Alignment, Step, StepKind

ANCHOR: Final = 12
"""Equal words in a row that show where a long passage stands."""

_KINDS: Final = {
    "equal": StepKind.PAIRED,
    "replace": StepKind.PAIRED,
    "insert": StepKind.OMITTED,
    "delete": StepKind.ADDED,
}


def align_long(query: Sequence[str], source: Sequence[str], optional: bytes | None = None) -> Alignment:
    """An alignment of the whole query with a stretch of the source; not always the cheapest, but near it.

    Args:
        query: Keys of the query's tokens.
        source: Keys of the window's tokens.
        optional: For each query token, 1 if it is bracketed.

    Returns:
        The alignment; token indices are the window's.
    """
    optional = optional or bytes(len(query))
    needed = [at for at in range(len(query)) if not optional[at]] or list(range(len(query)))
    words = [query[at] for at in needed]
    low, high = _anchored(words, source)
    steps = _free(_steps(words, source[low:high]))
    steps = [attrs.evolve(step, start=step.start + low, end=step.end + low) for step in steps]
    if len(needed) < len(query):
        steps = list(_with_optional(steps, needed, len(query)))
    cost = sum(_cost(step, query, source, optional) for step in steps)
    return Alignment(cost, tuple(steps), steps[0].start, steps[-1].end)


def _steps(query: Sequence[str], source: Sequence[str]) -> list[Step]:
    return [
        Step(_KINDS[code.tag], code.src_start, code.src_end, code.dest_start, code.dest_end)
        for code in Levenshtein.opcodes(list(query), list(source))
    ]


def _anchored(query: Sequence[str], source: Sequence[str]) -> tuple[int, int]:
    """The stretch that the first and the last run of equal words tell the query to fill.

    Fewest edits leave the window's other words out at any place for the same price: without this, the query's first
    words would be put to any equal words far before the passage.
    """
    runs = [
        code
        for code in Levenshtein.opcodes(list(query), list(source))
        if code.tag == "equal" and code.src_end - code.src_start >= ANCHOR
    ]
    if not runs:
        return 0, len(source)
    low = runs[0].dest_start - runs[0].src_start
    high = runs[-1].dest_end + len(query) - runs[-1].src_end
    return max(0, low), min(len(source), high)


def _free(steps: Sequence[Step]) -> list[Step]:
    """The steps without what they leave out before the first word that they pair and after the last one."""
    paired = [at for at, step in enumerate(steps) if step.kind is StepKind.PAIRED]
    if not paired:
        return [Step(StepKind.ADDED, 0, max(step.past for step in steps), 0, 0)]
    middle = list(steps[paired[0] : paired[-1] + 1])
    first, last, size = middle[0], middle[-1], steps[-1].past
    if first.first:
        middle.insert(0, Step(StepKind.ADDED, 0, first.first, first.start, first.start))
    if last.past < size:
        middle.append(Step(StepKind.ADDED, last.past, size, last.end, last.end))
    return middle


def _with_optional(steps: Sequence[Step], needed: Sequence[int], size: int) -> Iterator[Step]:
    """Steps over the unbracketed tokens as steps over all: the bracketed ones between them are added words."""
    at = 0
    for step in steps:
        start = step.start
        if step.first == step.past:
            yield attrs.evolve(step, first=at, past=at)
            continue
        for first, past in _runs(needed[step.first : step.past]):
            if at < first:
                yield Step(StepKind.ADDED, at, first, start, start)
            end = start + past - first if step.kind is StepKind.PAIRED else start
            yield Step(step.kind, first, past, start, end)
            at, start = past, end
    if at < size:
        yield Step(StepKind.ADDED, at, size, steps[-1].end, steps[-1].end)


def _runs(positions: Sequence[int]) -> Iterator[tuple[int, int]]:
    first = past = positions[0]
    for at in positions:
        if at > past:
            yield first, past
            first = at
        past = at + 1
    yield first, past


def _cost(step: Step, query: Sequence[str], source: Sequence[str], optional: bytes) -> int:
    if step.kind is StepKind.OMITTED:
        return min(LEAP, OMITTED * (step.end - step.start))
    if step.kind is StepKind.ADDED:
        return sum(BRACKET_ADDED if optional[at] else ADDED for at in range(step.first, step.past))
    pairs = zip(query[step.first : step.past], source[step.start : step.end], strict=True)
    return DIFFERENT * sum(word != other for word, other in pairs)
