"""One indirect statement against the sources: the sentences that share its matter, weighed by what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import log2
from typing import Final

from quotecheck.checking.known import KnownSource
from quotecheck.language.morphology import lemmas
from quotecheck.language.saying import verbs_of_saying
from quotecheck.matching.compare import Comparison
from quotecheck.matching.query import Query
from quotecheck.meaning.changes import Word
from quotecheck.meaning.polarity import negations
from quotecheck.meaning.support import content_keys, support
from quotecheck.model import Code, Statement, Verdict
from quotecheck.text.tokens import is_figure, tokenize
from quotecheck.verdicts.attribution import Attribution, Relation
from quotecheck.verdicts.facts import Fact
from quotecheck.verdicts.judge import Considered, Judgement
from quotecheck.verdicts.words import Likeness, WordsFound

SUPPORTED: Final = 0.75
"""Share of the content words from which a passage bears a statement out."""
RELATED: Final = 0.5
"""Share from which a passage speaks of the same matter."""
MOST_SENTENCES: Final = 6
"""Sentences of a source that are weighed for one statement."""


def check_indirect(
    statement: Statement, query: Query, sources: Sequence[KnownSource]
) -> list[tuple[Considered, Judgement]]:
    """Every stretch of the sources that speaks of the same matter, the one that decides first.

    Args:
        statement: An indirect or mixed statement.
        query: Its words.
        sources: In the order given.
    """
    judged = [
        (considered, judgement)
        for order, source in enumerate(sources)
        for considered, judgement in _in_source(statement, query, order, source)
    ]
    return sorted(
        judged, key=lambda pair: (pair[1].rank, -pair[0].comparison.score, pair[0].order, pair[0].comparison.start)
    )


def _in_source(
    statement: Statement, query: Query, order: int, source: KnownSource
) -> Iterator[tuple[Considered, Judgement]]:
    wanted = _matter(statement, query, source.language)
    total = len(source.tokens) + 2

    def weight(key: str) -> float:
        return 1.0 + log2(total / (len(source.index.places(key)) + 1)) / 6

    for first, past in _stretches(wanted, source):
        found = support(wanted, source.tokens.keys[first:past], weight)
        considered = _considered(statement, query, order, source, (first, past), found.share)
        yield considered, _judgement(query, source, (first, past), found.share, considered)


def _matter(statement: Statement, query: Query, language: str) -> tuple[str, ...]:
    """The content words of what is claimed: the one who speaks and the verb of saying left out."""
    saying = verbs_of_saying(language)
    speaker = set(read_words(statement.speaker or ""))
    keys = content_keys(query.keys, language)
    return tuple(key for key in keys if key not in saying and key not in speaker) or keys


def read_words(name: str) -> tuple[str, ...]:
    """The keys of a name."""
    return tuple(tokenize(name).keys)


def _stretches(wanted: Sequence[str], source: KnownSource) -> list[tuple[int, int]]:
    """Token ranges of the sentences that hold most of the wanted words, with their neighbour where that helps."""
    sentences = source.sentence_tokens
    votes: Counter[int] = Counter()
    for key in wanted:
        forms = {key} | {form for lemma in lemmas(key) for form in source.forms.get(lemma, ())}
        seen = {source.sentence_of(place) for form in sorted(forms) for place in source.index.places(form)[:400]}
        for at in seen:
            votes[at] += 1
    ranked = sorted(votes, key=lambda at: (-votes[at], at))[:MOST_SENTENCES]
    found: list[tuple[int, int]] = []
    for at in ranked:
        found.append(sentences[at])
        low, high = max(0, at - 1), min(len(sentences) - 1, at + 1)
        found.append((sentences[low][0], sentences[high][1]))
    return found


def _considered(
    statement: Statement, query: Query, order: int, source: KnownSource, stretch: tuple[int, int], share: float
) -> Considered:
    comparison = Comparison(query, source.tokens, (), (), (stretch,), share)
    told = source.voices.at(source.tokens.starts[stretch[0]])
    return Considered(
        order=order,
        text=source.text,
        comparison=comparison,
        words=WordsFound(likeness=Likeness.ALTERED, facts=()),
        attribution=Attribution(relation=Relation.NOT_ASKED, said_by=told.speaker, kind=told.kind),
    )


def _judgement(
    query: Query, source: KnownSource, stretch: tuple[int, int], share: float, considered: Considered
) -> Judgement:
    keys = source.tokens.keys[stretch[0] : stretch[1]]
    if share < RELATED:
        return Judgement(verdict=Verdict.ABSENT, facts=(Fact(code=Code.NOT_FOUND),), rank=9, confidence=0.8)
    reason = _reason(query, keys, source.language)
    if reason is not None:
        fact = Fact(code=reason, source=(source.tokens.stretch(*stretch),))
        return Judgement(verdict=Verdict.ABSENT, facts=(fact,), rank=5 if share >= SUPPORTED else 6, confidence=0.75)
    if share >= SUPPORTED:
        return Judgement(verdict=Verdict.PARAPHRASED, facts=(Fact(code=Code.REPORTED),), rank=1, confidence=share * 0.8)
    return Judgement(verdict=Verdict.ABSENT, facts=(Fact(code=Code.UNSURE),), rank=7, confidence=0.6)


def _reason(query: Query, keys: Sequence[str], language: str) -> Code | None:
    there = set(keys)
    if any(is_figure(key) and key not in there for key in query.keys):
        return Code.FIGURE
    left = negations(tuple(Word(key, key, False, at) for at, key in enumerate(query.keys)), language)
    right = negations(tuple(Word(key, key, False, at) for at, key in enumerate(keys)), language)
    return Code.POLARITY if bool(left) != bool(right) else None
