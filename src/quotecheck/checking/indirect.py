"""One indirect statement against the sources: what bears it out, what contradicts it, what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs

from quotecheck.aids import Aids
from quotecheck.checking.claims import Found, find_claims, units_of
from quotecheck.checking.denied import turned
from quotecheck.checking.known import KnownSource
from quotecheck.checking.matter import matter_of
from quotecheck.checking.nearly import LIKE, replaced
from quotecheck.checking.opinions import second_opinion, with_roles
from quotecheck.matching.compare import Comparison
from quotecheck.matching.query import Query
from quotecheck.meaning.calibration import calibrated
from quotecheck.meaning.changes import Reason, Word
from quotecheck.meaning.confidence import shipped
from quotecheck.meaning.features import Claim, features, together
from quotecheck.meaning.pairing import Grade
from quotecheck.meaning.units import Unit
from quotecheck.model import Calibration, Code, Span, Statement, Verdict
from quotecheck.text.tokens import Tokens
from quotecheck.verdicts.attribution import Relation, attribute
from quotecheck.verdicts.facts import Fact
from quotecheck.verdicts.judge import Considered, Judgement
from quotecheck.verdicts.words import Likeness, WordsFound

NO_AIDS: Final = Aids()
SUPPORTED: Final = 0.5
"""Probability from which a passage bears a statement out."""
NOWHERE: Final = 0.1
"""Probability below which nothing like it is there, and no doubt is left."""
SHORT_SOURCE: Final = 60
"""Tokens up to which a source is too short for what it does not say to be sure: its words may mean it all the same."""
CONTRADICTED: Final = 0.93
"""How often a contradiction is one."""
DOUBTED: Final = 0.7
"""How often a doubt is right."""
MOST_NAMED: Final = 4
"""Words that a message says nothing bears out."""


def check_indirect(
    statement: Statement,
    query: Query,
    sources: Sequence[KnownSource],
    aids: Aids = NO_AIDS,
    calibration: Calibration | None = None,
) -> list[tuple[Considered, Judgement]]:
    """What each source has for a statement, the one that decides first.

    Args:
        statement: An indirect or mixed statement.
        query: Its words.
        sources: In the order given.
        aids: What is plugged in.
        calibration: Of the confidence model; None for none.
    """
    judged = [
        pair
        for order, source in enumerate(sources)
        if (weighed := weigh(statement, query, source, aids, calibration)) is not None
        for pair in _in_source(statement, query, order, source, weighed)
    ]
    return sorted(judged, key=lambda pair: (pair[1].rank, -pair[0].comparison.score, pair[0].order))


@attrs.frozen(kw_only=True, eq=False)
class Weighed:
    """A statement against one source: its sentences, and how likely the source bears it out.

    Attributes:
        found: Each sentence with what the source has for it.
        numbers: Those of the statement, for the model of confidence.
        likely: Probability that the source bears it out.
        doubt: Why a judge that is plugged in takes it for contradicted, as half a sentence; "" if none does.
    """

    found: tuple[Found, ...]
    numbers: Mapping[str, float]
    likely: float
    doubt: str = ""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Each sentence with its passage."""
        return tuple(one.claim for one in self.found)

    @property
    def share(self) -> float:
        """The share of the statement that its passages have."""
        return sum(claim.covered for claim in self.claims) / len(self.claims)

    @property
    def contradictions(self) -> tuple[Reason, ...]:
        """The reasons of the sentences that are close enough to their passage."""
        return tuple(reason for claim in self.claims for reason in claim.contradictions)

    @property
    def verbatim(self) -> bool:
        """True if every word stands in the passages and nothing turns their meaning."""
        return not any(reason.sure for claim in self.claims for reason in claim.reasons) and all(
            grade is Grade.SAME for claim in self.claims for grade in claim.pairing.grades
        )


def weigh(
    statement: Statement,
    query: Query,
    source: KnownSource,
    aids: Aids = NO_AIDS,
    calibration: Calibration | None = None,
) -> Weighed | None:
    """A statement against one source; None if the source has nothing like it. Arguments as ``check_indirect``."""
    claims = find_claims(statement, units_of(query, source.language), source, query, aids.vectors)
    found = tuple(with_roles(one, query, source, aids.syntax) for one in claims)
    size = len(source.tokens)
    if not size or not found or (size > SHORT_SOURCE and not any(one.number >= 0 for one in found)):
        return None
    numbers = together([features(one.claim, size=size) for one in found])
    likely = calibrated(shipped().probability(numbers), numbers, calibration)
    weighed = Weighed(found=found, numbers=numbers, likely=likely)
    if aids.judge is None or weighed.contradictions or weighed.verbatim:
        return weighed
    likely, doubt = second_opinion(aids.judge, query, source, found, likely)
    return attrs.evolve(weighed, likely=likely, doubt=doubt)


def _in_source(
    statement: Statement, query: Query, order: int, source: KnownSource, weighed: Weighed
) -> Iterator[tuple[Considered, Judgement]]:
    considered = _considered(statement, query, order, source, weighed)
    judgement = _judgement(statement, query, source, considered, weighed)
    yield considered, turned(statement, considered, judgement, _wrong_speaker(statement, considered, source.tokens))


def _considered(statement: Statement, query: Query, order: int, source: KnownSource, weighed: Weighed) -> Considered:
    """The sentences as evidence: the words that bear the statement out say who speaks."""
    sentences = matter_of(source).sentences
    stretches = tuple(sorted({sentences[one.number] for one in weighed.found if one.number >= 0})) or sentences[:1]
    pairs = tuple(
        (unit.first, claim.pairing.passage[place].first)
        for claim in weighed.claims
        for unit, place in zip(claim.pairing.statement, claim.pairing.to, strict=True)
        if place >= 0 and unit.content
    )
    comparison = Comparison(query, source.tokens, (), pairs, stretches, weighed.share)
    told = attribute(statement.speaker, comparison, source.voices, source.text, source.people)
    words = WordsFound(likeness=Likeness.ALTERED, facts=())
    return Considered(order=order, text=source.text, comparison=comparison, words=words, attribution=told)


def _judgement(
    statement: Statement, query: Query, source: KnownSource, considered: Considered, weighed: Weighed
) -> Judgement:
    likely = max(weighed.likely, 0.97) if weighed.verbatim else weighed.likely
    if weighed.contradictions:
        facts = _reasons(weighed.contradictions, query.tokens, source.tokens)
        return Judgement(verdict=Verdict.ABSENT, facts=facts, rank=5, confidence=CONTRADICTED)
    if weighed.share >= LIKE and (names := replaced(query, source, figures=likely < SUPPORTED)):
        return Judgement(verdict=Verdict.ABSENT, facts=names, rank=5, confidence=CONTRADICTED)
    doubt = next((claim.doubt for claim in weighed.claims if claim.doubt), "") or weighed.doubt
    if likely >= SUPPORTED and doubt:
        facts = (Fact(code=Code.UNSURE, gaps={"why": doubt}),)
        return Judgement(verdict=Verdict.ABSENT, facts=facts, rank=7, confidence=DOUBTED)
    if likely < SUPPORTED:
        nowhere = likely < NOWHERE and len(source.tokens) > SHORT_SOURCE
        code, rank = (Code.NOT_FOUND, 9) if nowhere else (Code.UNSURE, 7)
        facts = (_missing(code, query, weighed.claims),)
        return Judgement(verdict=Verdict.ABSENT, facts=facts, rank=rank, confidence=1.0 - likely)
    unborne = [unit for claim in weighed.claims for unit in claim.unborne]
    if unborne and not weighed.verbatim:
        facts = (_unsaid(Code.UNSURE, query, unborne),)
        return Judgement(verdict=Verdict.ABSENT, facts=facts, rank=7, confidence=DOUBTED)
    if considered.attribution.relation is Relation.DIFFERENT:
        fact = _wrong_speaker(statement, considered, source.tokens)
        return Judgement(verdict=Verdict.MISATTRIBUTED, facts=(fact,), rank=3, confidence=0.75)
    told = [Fact(code=Code.REPORTED)]
    if statement.speaker and considered.attribution.relation is Relation.UNCONFIRMED:
        told.append(Fact(code=Code.SPEAKER_UNCONFIRMED, gaps={"speaker": statement.speaker}))
    return Judgement(verdict=Verdict.PARAPHRASED, facts=tuple(told), rank=1, confidence=likely)


def _reasons(reasons: Sequence[Reason], written: Tokens, said: Tokens) -> tuple[Fact, ...]:
    return tuple(
        Fact(
            code=reason.code,
            statement=_spans(reason.written, written),
            source=_spans(reason.said, said),
            gaps={
                "statement": " ".join(word.text for word in reason.written),
                "source": " ".join(word.text for word in reason.said),
            },
        )
        for reason in reasons
    )


def _spans(words: Sequence[Word], tokens: Tokens) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(tokens.span(word.index) for word in words))


def _missing(code: Code, query: Query, claims: Sequence[Claim]) -> Fact:
    """Doubt, with the words that nothing bears out."""
    return _unsaid(code, query, [claim.pairing.statement[at] for claim in claims for at in claim.missing])


def _unsaid(code: Code, query: Query, units: Sequence[Unit]) -> Fact:
    named = ", ".join(f"“{unit.text}”" for unit in units[:MOST_NAMED])
    why = f"nothing there bears out {named}" if named else "its words are there, but not joined in this way"
    spans = tuple(dict.fromkeys(query.tokens.stretch(unit.first, unit.past) for unit in units))
    return Fact(code=code, statement=spans, gaps={"why": why})


def _wrong_speaker(statement: Statement, considered: Considered, tokens: Tokens) -> Fact:
    said_by = considered.attribution.said_by or "someone it does not name"
    spans = tuple(tokens.stretch(*stretch) for stretch in considered.comparison.stretches)
    return Fact(code=Code.WRONG_SPEAKER, source=spans, gaps={"speaker": statement.speaker or "", "said_by": said_by})
