"""Marks in a headline: the content must be supported, the words need not be the speaker's own (QC509)."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from quotecheck.checking.indirect import check_indirect
from quotecheck.checking.known import KnownSource
from quotecheck.matching.query import Query
from quotecheck.model import Code, Kind, Policy, Span, Statement, Verdict, Zone
from quotecheck.verdicts.facts import Fact
from quotecheck.verdicts.judge import Considered, Judgement

Judged = Sequence[tuple[Considered, Judgement]]


def asks_for_content(policy: Policy) -> bool:
    """True if a policy lets the words of a headline's marks differ."""
    body, headline = (policy.severity(Code.ALTERED_QUOTATION, zone=zone) for zone in (Zone.BODY, Zone.HEADLINE))
    return headline.rank < body.rank


def in_headline(
    statement: Statement, query: Query, judged: Judged, sources: Sequence[KnownSource]
) -> tuple[Statement, Judged]:
    """A direct statement of a headline, judged by its content where its words are not the source's.

    Args:
        statement: What was asked.
        query: Its words.
        judged: What was looked at, as for any direct statement, the deciding passage first.
        sources: All sources.

    Returns:
        The statement and what was looked at, with QC509 where the content is supported. Where it is not, the statement
        is weighed as one of the body: a headline's marks excuse other words, not other content.
    """
    if judged and judged[0][1].verdict in {Verdict.EXACT, Verdict.MISATTRIBUTED}:
        return statement, judged
    plain = attrs.evolve(statement, zone=Zone.BODY)
    if judged and judged[0][1].verdict is Verdict.ABSENT and not _only_unlike(judged[0][1]):
        return plain, judged
    supported = check_indirect(attrs.evolve(statement, kind=Kind.INDIRECT), query, sources)
    if not supported or supported[0][1].verdict is not Verdict.PARAPHRASED:
        return plain, judged
    chosen = judged if judged and judged[0][1].verdict is Verdict.PARAPHRASED else supported
    considered, judgement = chosen[0]
    told = Fact(code=Code.HEADLINE_MARKS, source=_passage(considered), gaps={"statement": statement.text})
    kept = tuple(fact for fact in judgement.facts if fact.code is not Code.REPORTED)
    return statement, [(considered, attrs.evolve(judgement, facts=(*kept, told))), *chosen[1:]]


def _only_unlike(judgement: Judgement) -> bool:
    return all(fact.code is Code.NOT_FOUND for fact in judgement.facts)


def _passage(considered: Considered) -> tuple[Span, ...]:
    comparison = considered.comparison
    return tuple(comparison.source.stretch(*stretch) for stretch in comparison.stretches)
