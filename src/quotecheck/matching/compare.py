"""A query held against the passage it was aligned with: every difference, with its kind and both places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs
import regex

from quotecheck.matching.align import Step, StepKind
from quotecheck.matching.differences import Difference, DifferenceKind
from quotecheck.matching.query import Query
from quotecheck.matching.search import Hit
from quotecheck.matching.settle import Settled, settle
from quotecheck.model import Span
from quotecheck.text.folding import unify
from quotecheck.text.punctuation import marks_between
from quotecheck.text.tokens import Tokens

_BRACKETED_LETTERS: Final = regex.compile(r"[\[(]\p{L}+[\])]")


@attrs.frozen(eq=False)
class Comparison:
    """What became of a query's words in a passage.

    Attributes:
        query: The words looked for.
        source: The source's tokens.
        differences: In the order of the query.
        pairs: (query token, source token) for every word that is the same but for case, in order.
        stretches: Token ranges of the source that the query's words stand in: split where it leaves words out with a
            mark and where it passes over what is not of the source's words.
        score: Share of the query's tokens that stand in the passage, conventions allowed.
    """

    query: Query
    source: Tokens
    differences: tuple[Difference, ...]
    pairs: tuple[tuple[int, int], ...]
    stretches: tuple[tuple[int, int], ...]
    score: float

    @property
    def start(self) -> int:
        """First source token."""
        return self.stretches[0][0]

    @property
    def end(self) -> int:
        """One past the last source token."""
        return self.stretches[-1][1]

    @property
    def changes(self) -> tuple[Difference, ...]:
        """The differences that are no conventions."""
        return tuple(one for one in self.differences if not one.is_convention)

    def said(self, one: Difference) -> str:
        """The source's words of a difference."""
        return one.source.of(self.source.content)

    def written(self, one: Difference) -> str:
        """The query's words of a difference."""
        return one.statement.of(self.query.text)


def compare(query: Query, source: Tokens, hit: Hit) -> Comparison:
    """All differences between a query and the passage of a hit.

    Args:
        query: The words looked for.
        source: The tokens of the source that the hit speaks of.
        hit: An alignment of the two.

    Returns:
        The comparison; its differences have spans in the query's text and in the source's content.
    """
    reading = _Reading(query, source)
    for step in hit.steps:
        reading.take(step)
    reading.flush()
    differences = sorted(
        (*reading.differences, *_signs(query, source, reading.pairs)), key=lambda one: (one.first, one.start)
    )
    lacking = sum(one.past - one.first for one in differences if not one.is_convention)
    return Comparison(
        query,
        source,
        tuple(differences),
        tuple(reading.pairs),
        _stretches(hit, differences),
        1.0 - lacking / max(1, len(query)),
    )


class _Reading:
    """The steps of an alignment, read into equal pairs and settled differences."""

    def __init__(self, query: Query, source: Tokens) -> None:
        self.query, self.source = query, source
        self.dots = {index for _, index in query.dots}
        self.pairs: list[tuple[int, int]] = []
        self.differences: list[Difference] = []
        self.run: tuple[int, int, int, int] | None = None

    def take(self, step: Step) -> None:
        """One step of the alignment."""
        if step.kind is StepKind.PAIRED:
            for at in range(step.past - step.first):
                self._pair(step.first + at, step.start + at)
        elif step.kind is StepKind.OVER:
            self._apart(DifferenceKind.PASSED, step)
        elif step.kind is StepKind.OMITTED and step.first in self.dots:
            self._apart(DifferenceKind.DOTTED, step)
        else:
            self._extend(step.first, step.past, step.start, step.end)

    def _pair(self, first: int, start: int) -> None:
        if self.query.keys[first] == self.source.keys[start]:
            self.flush()
            self.pairs.append((first, start))
        else:
            self._extend(first, first + 1, start, start + 1)

    def _apart(self, kind: DifferenceKind, step: Step) -> None:
        self.flush()
        if step.start < step.end:
            self.differences.append(self._difference(kind, step.first, step.past, step.start, step.end))

    def _extend(self, first: int, past: int, start: int, end: int) -> None:
        if self.run is None:
            self.run = first, past, start, end
        else:
            self.run = self.run[0], past, self.run[2], end

    def flush(self) -> None:
        """What a run of unequal tokens comes to."""
        if self.run is None:
            return
        first, past, start, end = self.run
        self.run = None
        optional = self.query.optional[first:past]
        if optional and all(optional):
            self.differences.append(self._difference(DifferenceKind.BRACKETED, first, past, start, end))
            return
        for one in settle(self.query.keys[first:past], self.source.keys[start:end]):
            self._settled(one, first, start)

    def _settled(self, one: Settled, first: int, start: int) -> None:
        place = one.first + first, one.past + first, one.start + start, one.end + start
        if one.kind is None:
            self.pairs.append((place[0], place[2]))
            return
        optional = self.query.optional[place[0] : place[1]]
        kind = DifferenceKind.BRACKETED if optional and all(optional) else self._altered(one.kind, *place)
        self.differences.append(self._difference(kind, *place))

    def _altered(self, kind: DifferenceKind, first: int, past: int, start: int, end: int) -> DifferenceKind:
        """A word whose bracketed letters are all that differs: ``question[s]``."""
        if kind is not DifferenceKind.REPLACED or past - first != 1 or end - start != 1:
            return kind
        written = self.query.tokens.word(first)
        bare = _BRACKETED_LETTERS.sub("", written).lower()
        said = self.source.keys[start]
        return DifferenceKind.BRACKETED if bare != written.lower() and bare and said.startswith(bare[:3]) else kind

    def _difference(self, kind: DifferenceKind, first: int, past: int, start: int, end: int) -> Difference:
        return Difference(
            kind,
            first,
            past,
            start,
            end,
            self.query.tokens.stretch(first, past),
            self.source.stretch(start, end),
        )


def _signs(query: Query, source: Tokens, pairs: Sequence[tuple[int, int]]) -> Iterator[Difference]:
    """Differences of case and of punctuation along the equal words."""
    before: tuple[int, int] | None = None
    text, content = query.text, source.content
    for first, start in pairs:
        word, other = query.tokens.span(first), source.span(start)
        if text[word.start : word.end] != content[other.start : other.end]:
            if unify(word.of(text)) != unify(other.of(content)):
                yield Difference(DifferenceKind.CAPITALS, first, first + 1, start, start + 1, word, other)
            elif "[" in word.of(text):
                yield Difference(DifferenceKind.BRACKETED, first, first + 1, start, start + 1, word, other)
        if before == (first - 1, start - 1):
            gap, other_gap = query.tokens.gap(first), source.gap(start)
            left, right = gap.of(text), other_gap.of(content)
            if left != right and marks_between(left) != marks_between(right):
                yield Difference(DifferenceKind.MARKS, first, first, start, start, gap, other_gap)
        before = first, start


def _stretches(hit: Hit, differences: Sequence[Difference]) -> tuple[tuple[int, int], ...]:
    apart = {DifferenceKind.PASSED, DifferenceKind.DOTTED}
    borders = [hit.start]
    for one in differences:
        if one.kind in apart:
            borders += [one.start, one.end]
    borders.append(hit.end)
    pairs = zip(borders[::2], borders[1::2], strict=True)
    return tuple((start, end) for start, end in pairs if start < end) or ((hit.start, hit.end),)
