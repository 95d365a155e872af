"""One indirect statement against the sources: the sentences that share its matter, weighed by what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import log2
from typing import Final

from quotecheck.checking.known import KnownSource
from quotecheck.language.figures import Figure, read_figures, same_value
from quotecheck.language.morphology import lemmas
from quotecheck.language.saying import verbs_of_saying
from quotecheck.matching.compare import Comparison
from quotecheck.matching.query import Query
from quotecheck.meaning.changes import Word
from quotecheck.meaning.polarity import negations
from quotecheck.meaning.support import Support, content_keys, support
from quotecheck.model import Code, Span, Statement, Verdict
from quotecheck.text.tokens import Tokens, tokenize
from quotecheck.verdicts.attribution import Attribution, Relation, attribute
from quotecheck.verdicts.facts import Fact
from quotecheck.verdicts.judge import Considered, Judgement
from quotecheck.verdicts.words import Likeness, WordsFound

SUPPORTED: Final = 0.75
"""Share of the content words from which a passage bears a statement out."""
CONTRADICTED: Final = 0.65
"""Share from which another figure or another polarity is a contradiction and not another matter."""
RELATED: Final = 0.5
"""Share from which a passage speaks of the same matter."""
NEGATION_REACH: Final = 4
"""Tokens before a shared word within which a negation bears on it."""
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
        judged, key=lambda pair: (pair[1].rank, -_closeness(pair[0]), pair[0].order, pair[0].comparison.start)
    )


def _in_source(
    statement: Statement, query: Query, order: int, source: KnownSource
) -> Iterator[tuple[Considered, Judgement]]:
    wanted = _matter(statement, query, source.language)
    total = len(source.tokens) + 2

    def weight(key: str) -> float:
        return 1.0 + log2(total / (len(source.index.places(key)) + 1)) / 6

    for stretch in _stretches(wanted, source):
        found = support(wanted, source.tokens.keys[stretch[0] : stretch[1]], weight)
        considered = _considered(statement, query, order, source, stretch, wanted, found)
        yield considered, _judgement(statement, query, source, considered)


def _closeness(considered: Considered) -> float:
    """The share of the statement that a stretch bears out; a long stretch must bear out more."""
    comparison = considered.comparison
    return comparison.score - (comparison.end - comparison.start) / 600


def _matter(statement: Statement, query: Query, language: str) -> tuple[str, ...]:
    """The content words of what is claimed: the one who speaks and the verb of saying left out."""
    saying = verbs_of_saying(language)
    speaker = set(tokenize(statement.speaker or "").keys)
    keys = content_keys(query.keys, language)
    return tuple(key for key in keys if key not in saying and key not in speaker) or keys


def _stretches(wanted: Sequence[str], source: KnownSource) -> list[tuple[int, int]]:
    """Token ranges of the sentences that hold most of the wanted words, each alone and with its neighbours."""
    sentences = source.sentence_tokens
    votes: Counter[int] = Counter()
    for key in wanted:
        forms = {key} | {form for lemma in lemmas(key) for form in source.forms.get(lemma, ())}
        votes.update({source.sentence_of(at) for form in sorted(forms) for at in source.index.places(form)[:400]})
    ranked = sorted(votes, key=lambda at: (-votes[at], at))[:MOST_SENTENCES]
    found: list[tuple[int, int]] = []
    for at in ranked:
        low, high = max(0, at - 1), min(len(sentences) - 1, at + 1)
        found += [sentences[at], (sentences[low][0], sentences[high][1])]
    return found


def _considered(
    statement: Statement,
    query: Query,
    order: int,
    source: KnownSource,
    stretch: tuple[int, int],
    wanted: Sequence[str],
    found: Support,
) -> Considered:
    """The stretch as evidence: the words that bear the statement out say who speaks."""
    held = {form for key in wanted if key not in found.unmatched for form in lemmas(key)} | set(wanted)
    keys = source.tokens.keys
    places = [at for at in range(*stretch) if keys[at] in held or lemmas(keys[at]) & held]
    pairs = tuple((min(index, len(query) - 1), at) for index, at in enumerate(places))
    comparison = Comparison(query, source.tokens, (), pairs, (stretch,), found.share)
    told = attribute(statement.speaker, comparison, source.voices, source.text, source.register)
    return Considered(
        order=order,
        text=source.text,
        comparison=comparison,
        words=WordsFound(likeness=Likeness.ALTERED, facts=()),
        attribution=told,
    )


def _judgement(statement: Statement, query: Query, source: KnownSource, considered: Considered) -> Judgement:
    share, stretch = considered.comparison.score, considered.comparison.stretches[0]
    span = source.tokens.stretch(*stretch)
    if share < RELATED:
        return Judgement(verdict=Verdict.ABSENT, facts=(Fact(code=Code.NOT_FOUND),), rank=9, confidence=0.8)
    if share < CONTRADICTED:
        return Judgement(verdict=Verdict.ABSENT, facts=(Fact(code=Code.UNSURE),), rank=8, confidence=0.65)
    reason = _figure(query, source, span) or _polarity(query, considered, source.language)
    if reason is not None:
        return Judgement(verdict=Verdict.ABSENT, facts=(reason,), rank=5 if share >= SUPPORTED else 6, confidence=0.75)
    if share < SUPPORTED:
        return Judgement(verdict=Verdict.ABSENT, facts=(Fact(code=Code.UNSURE),), rank=7, confidence=0.6)
    if considered.attribution.relation is Relation.DIFFERENT:
        return Judgement(
            verdict=Verdict.MISATTRIBUTED,
            facts=(_wrong_speaker(statement, considered.attribution, span),),
            rank=3,
            confidence=0.75,
        )
    facts = [Fact(code=Code.REPORTED)]
    if statement.speaker and considered.attribution.relation is Relation.UNCONFIRMED:
        facts.append(Fact(code=Code.SPEAKER_UNCONFIRMED, gaps={"speaker": statement.speaker}))
    return Judgement(verdict=Verdict.PARAPHRASED, facts=tuple(facts), rank=1, confidence=share * 0.8)


def _wrong_speaker(statement: Statement, attribution: Attribution, span: Span) -> Fact:
    gaps = {"speaker": statement.speaker or "", "said_by": attribution.said_by or "someone it does not name"}
    return Fact(code=Code.WRONG_SPEAKER, source=(span,), gaps=gaps)


def _figure(query: Query, source: KnownSource, span: Span) -> Fact | None:
    """A figure of the statement's that the passage does not have."""
    said = read_figures(span.of(source.text.content), source.language)
    for one in _plain(read_figures(query.text, source.language)):
        if not any(same_value(one, other) for other in said):
            near = [other.span.shifted(span.start) for other in _plain(said) if other.unit == one.unit]
            return Fact(code=Code.FIGURE, statement=(one.span,), source=tuple(near[:1]))
    return None


def _plain(figures: Sequence[Figure]) -> list[Figure]:
    return [one for one in figures if not one.doubtful and one.unit not in {"label", "plural"}]


def _polarity(query: Query, considered: Considered, language: str) -> Fact | None:
    """A negation on one side alone, close to the words that the two share."""
    source = considered.comparison.source
    near = {at - back for _, at in considered.comparison.pairs for back in range(NEGATION_REACH + 1)}
    written = negations(_words(query.tokens, range(len(query))), language)
    said = negations(_words(source, sorted(at for at in near if at >= 0)), language)
    if bool(written) == bool(said):
        return None
    return Fact(
        code=Code.POLARITY,
        statement=tuple(query.tokens.span(word.index) for word in written),
        source=tuple(source.span(word.index) for word in said),
    )


def _words(tokens: Tokens, places: Iterable[int]) -> tuple[Word, ...]:
    return tuple(Word(tokens.sense(at), tokens.keys[at], False, at) for at in places)
