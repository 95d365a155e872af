"""A second reading of a PDF source, asked where a direct statement nearly stands in it, before a fault is told.

The second reading may take noise away: where both have the same letters and only it makes words of them, its words
are judged, at the place and with the speaker of the first. Where the two do not agree, a person must look: that is a
finding of its own (QC511), and neither reading is believed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

import attrs

from quotecheck.checking.direct import hits_in, is_doubtful, words_of
from quotecheck.checking.known import KnownSource
from quotecheck.checking.pages_again import LETTERS, SecondReading, bare, second_reading
from quotecheck.checking.states import States
from quotecheck.matching.compare import Comparison, compare
from quotecheck.matching.differences import Difference, DifferenceKind
from quotecheck.matching.query import Query
from quotecheck.matching.readings import Letters, SameLetters, letters_of, same_letters
from quotecheck.model import Code, Span, Statement, Text
from quotecheck.verdicts.attribution import GOOD, Attribution, Relation, attribute
from quotecheck.verdicts.declared import read_declared
from quotecheck.verdicts.facts import Fact
from quotecheck.verdicts.judge import Considered, Judgement, best
from quotecheck.verdicts.words import Likeness, WordsFound

NEARLY: Final = 0.5
"""Share of a statement's words that a passage has from which the second reader is asked about its page."""
FEWEST: Final = 12
"""Letters of a statement that may stand in the source with other spaces, or none."""
MOST_STRETCHES: Final = 4
"""Stretches of pages that are asked about for one statement."""
MOST_PLACES: Final = 3
"""Passages of a second reading that are looked at."""
AROUND: Final = 4
"""Words that are shown around a place where two readings differ."""


@attrs.frozen(kw_only=True)
class Doubt:
    """Two readings that do not agree.

    Attributes:
        fact: What is to be said of it.
        considered: The passage of the first reading; None if it has none that is like the statement.
        text: The source.
    """

    fact: Fact
    considered: Considered | None
    text: Text


def asked_again(
    statement: Statement,
    query: Query,
    judged: list[tuple[Considered, Judgement]],
    sources: Sequence[KnownSource],
    foldings: frozenset[str],
    states: States,
) -> tuple[list[tuple[Considered, Judgement]], Doubt | None]:
    """What was judged, and what a second reading has to say of it.

    Args:
        statement: A direct statement.
        query: Its words.
        judged: What was looked at in the first readings, the passage that decides first.
        sources: In the order given.
        foldings: Names of the policy's foldings beside the sound ones.
        states: Which sources are states of one another.

    Returns:
        The judgements, better ones before them; and a doubt where two readings do not agree. Nothing changes where
        the words are the first reading's already.
    """
    if not is_doubtful(judged):
        return judged, None
    better: list[Considered] = []
    doubt: Doubt | None = None
    for order, source in enumerate(sources):
        reading = second_reading(source)
        near = [one for one, _ in judged if one.order == order and one.comparison.score >= NEARLY]
        for (first, last), span in _stretches(query, near, reading).items() if reading else ():
            again = reading.of_pages(first, last) if reading else None
            for found in _exact(statement, query, again, source, foldings) if again else ():
                same = _in_first(found.source, found.span, source)
                if same is not None:
                    better.append(_considered(statement, found, same, order, source, states))
                elif doubt is None and _may_speak(statement, found, source):
                    nearest = next((one for one in near if _whole(one) == span), None)
                    doubt = Doubt(fact=_differ(found, source, span), considered=nearest, text=source.text)
    now = best(statement, better)
    if now and now[0][1].rank < (judged[0][1].rank if judged else now[0][1].rank + 1):
        return [*now, *judged], None
    return judged, doubt


@attrs.frozen(eq=False)
class _Again:
    """A passage of a second reading that has a statement's words."""

    source: KnownSource
    comparison: Comparison
    words: WordsFound

    @property
    def span(self) -> Span:
        """All of it."""
        return self.comparison.source.stretch(self.comparison.start, self.comparison.end)


def _whole(one: Considered) -> Span:
    return one.comparison.source.stretch(one.comparison.start, one.comparison.end)


def _stretches(query: Query, near: Sequence[Considered], reading: SecondReading) -> dict[tuple[int, int], Span]:
    """Where a statement nearly stands, in like words or in its letters parted otherwise, by first and last page."""
    text = reading.text
    spans = [_whole(one) for one in near[:MOST_STRETCHES]] or list(_by_letters(query, reading))
    found: dict[tuple[int, int], Span] = {}
    for span in spans:
        first, last = text.place(span.start).page, text.place(span.end).page
        if first is not None and last is not None:
            found.setdefault((first, last), span)
    return found


def _by_letters(query: Query, reading: SecondReading) -> Iterator[Span]:
    """Where the letters of a statement stand, however they are parted."""
    tokens = query.tokens
    pieces = [tokens.stretch(first, past).of(tokens.content) for first, past in query.pieces]
    wanted = max(map(bare, pieces), key=len, default="")
    at = reading.letters.find(wanted) if len(wanted) >= FEWEST else -1
    if at < 0:
        return
    past = 0
    start: int | None = None
    for match in LETTERS.finditer(reading.text.content):
        past += len(match[0].lower())
        if start is None and past > at:
            start = match.start()
        if start is not None and past >= at + len(wanted):
            yield Span(start, match.end())
            return


def _exact(
    statement: Statement, query: Query, again: KnownSource, source: KnownSource, foldings: frozenset[str]
) -> Iterator[_Again]:
    """The passages of a second reading that have a statement's words."""
    declared = read_declared(statement)
    for hit in hits_in(query, again)[:MOST_PLACES]:
        comparison = compare(query, again.tokens, hit)
        words = words_of(hit, comparison, again, foldings, declared, whole=source)
        if words.likeness is Likeness.EXACT:
            yield _Again(again, comparison, words)


def _in_first(again: KnownSource, passage: Span, source: KnownSource) -> SameLetters | None:
    """A passage of the second reading, letter for letter in the first, on the same pages."""
    first, last = again.text.origin.pages[0][1], again.text.origin.pages[-1][1]
    pages = source.text.origin.pages
    start = next((at for at, number in pages if number >= first), 0)
    end = next((at for at, number in pages if number > last), len(source.text.content))
    mine = _moved(letters_of(source.text.content[start:end]), start)
    return same_letters(mine, letters_of(again.text.content), passage)


def _moved(letters: Letters, by: int) -> Letters:
    return attrs.evolve(letters, at=tuple(at + by for at in letters.at))


def _considered(
    statement: Statement, found: _Again, same: SameLetters, order: int, source: KnownSource, states: States
) -> Considered:
    """The passage at its place in the first reading, with the words of the second."""
    comparison = _placed(found.comparison, same, source)
    noise = [one for one in comparison.differences if one.kind is DifferenceKind.NOISE]
    facts = [attrs.evolve(one, source=tuple(map(same.first, one.source))) for one in found.words.facts]
    facts = [one for one in facts if one.code not in {Code.VERBATIM, Code.EXTRACTION_NOISE}]
    facts.append(
        Fact(
            code=Code.EXTRACTION_NOISE,
            statement=tuple(one.statement for one in noise),
            source=tuple(one.source for one in noise),
        )
    )
    return Considered(
        order=order,
        text=source.text,
        comparison=comparison,
        words=WordsFound(likeness=Likeness.EXACT, facts=tuple(facts)),
        attribution=_attribution(statement, found, comparison, source),
        cited=states.cited(statement, order),
    )


def _attribution(statement: Statement, found: _Again, comparison: Comparison, source: KnownSource) -> Attribution:
    """Who speaks: where the readings differ, the second if only it makes words of who spoke; else nobody is sure."""
    again = found.source
    mine = attribute(statement.speaker, comparison, source.voices, source.text, source.people)
    theirs = attribute(statement.speaker, found.comparison, again.voices, again.text, source.people)
    if (mine.relation, mine.said_by) == (theirs.relation, theirs.said_by) or statement.speaker is None:
        return mine
    if theirs.cue is not None:
        whole = Span(min(found.span.start, theirs.cue.start), max(found.span.end, theirs.cue.end))
        same = _in_first(again, whole, source)
        if same is not None and any(other.overlaps(theirs.cue) for _, other in same.noise):
            return attrs.evolve(theirs, cue=same.first(theirs.cue), seam=theirs.seam and same.first(theirs.seam))
    if mine.relation in GOOD or theirs.relation in GOOD:
        return Attribution(relation=Relation.UNCONFIRMED, kind=mine.kind)
    return mine


def _placed(comparison: Comparison, same: SameLetters, source: KnownSource) -> Comparison:
    """A comparison with the second reading as one with the first."""
    theirs, mine = comparison.source, source.tokens

    def moved(first: int, past: int) -> tuple[int, int]:
        if first == past:
            at = mine.between(same.first(Span(theirs.starts[first - 1], theirs.ends[first - 1])))[1] if first else 0
            return at, at
        start, end = mine.between(same.first(theirs.stretch(first, past)))
        return start, max(start, end)

    def difference(one: Difference) -> Difference:
        start, end = moved(one.start, one.end)
        return attrs.evolve(one, start=start, end=end, source=same.first(one.source))

    differences = [*map(difference, comparison.differences), *_noise(same, comparison, source)]
    return Comparison(
        comparison.query,
        mine,
        tuple(sorted(differences, key=lambda one: (one.first, one.start))),
        tuple((asked, moved(at, at + 1)[0]) for asked, at in comparison.pairs),
        tuple(moved(*stretch) for stretch in comparison.stretches),
        comparison.score,
    )


def _noise(same: SameLetters, comparison: Comparison, source: KnownSource) -> Iterator[Difference]:
    """Words of a statement that the first reading parts otherwise, neighbours together."""
    asked, theirs = comparison.query.tokens, comparison.source
    damaged = [
        (query, at)
        for query, at in comparison.pairs
        if any(other.overlaps(Span(theirs.starts[at], theirs.ends[at])) for _, other in same.noise)
    ]
    for _, group in groupby(enumerate(damaged), key=lambda one: one[1][0] - one[0]):
        some = [pair for _, pair in group]
        first, past = some[0][0], some[-1][0] + 1
        span = same.first(theirs.stretch(some[0][1], some[-1][1] + 1))
        start, end = source.tokens.between(span)
        yield Difference(DifferenceKind.NOISE, first, past, start, end, asked.stretch(first, past), span)


def _may_speak(statement: Statement, found: _Again, source: KnownSource) -> bool:
    """True if the second reading, had it been the only one, would have borne the statement out."""
    text, again = found.source.text, found.source
    said = attribute(statement.speaker, found.comparison, again.voices, text, source.people)
    return said.relation in GOOD and not any(fact.code is Code.CUT_SHORT for fact in found.words.facts)


def _differ(found: _Again, source: KnownSource, span: Span) -> Fact:
    """What is said where two readings do not agree."""
    mine, theirs = where_they_differ(span.of(source.text.content), found.span.of(found.source.text.content))
    page = found.source.text.place(found.span.start).page
    return Fact(
        code=Code.READINGS_DIFFER, source=(span,), gaps={"found": f"page {page}", "source": mine, "second": theirs}
    )


def where_they_differ(one: str, other: str) -> tuple[str, str]:
    """Two readings without what they have alike at both ends, but for a few words."""
    mine, theirs = one.split(), other.split()
    shorter = min(len(mine), len(theirs))
    head = next((n for n in range(shorter) if mine[n] != theirs[n]), shorter)
    tail = next((n for n in range(shorter - head) if mine[-1 - n] != theirs[-1 - n]), shorter - head)
    head, tail = max(0, head - AROUND), max(0, tail - AROUND)
    return " ".join(mine[head : len(mine) - tail]), " ".join(theirs[head : len(theirs) - tail])
