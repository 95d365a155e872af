"""Reported speech whose cue denies it: "X denied that …" says that it is not so, "X never said that …" claims nothing.

The words behind the cue are judged as they stand. Here the judgement is turned round.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from quotecheck.model import Code, CueKind, Statement, Verdict
from quotecheck.verdicts.attribution import Relation
from quotecheck.verdicts.facts import Fact
from quotecheck.verdicts.judge import Considered, Judgement

TURNED: Final = 0.8
"""How often a judgement that was turned round is right."""
_SHOWN: Final = 120
_TOLD: Final = "told"


def turned(statement: Statement, considered: Considered, judgement: Judgement, other: Fact) -> Judgement:
    """The judgement of a statement under its cue.

    Args:
        statement: An indirect or mixed statement.
        considered: The passage that the judgement is about.
        judgement: That of the words behind the cue alone.
        other: What is said if the words are another's (QC301).
    """
    if statement.cue_kind not in (CueKind.DENIAL, CueKind.UNSAID):
        return judgement
    if judgement.verdict is Verdict.PARAPHRASED:
        own = considered.attribution.relation is not Relation.UNCONFIRMED or statement.cue_kind is CueKind.DENIAL
        return _contradicted(statement, considered) if own else judgement
    turns = [fact for fact in judgement.facts if fact.code is Code.POLARITY]
    if statement.cue_kind is CueKind.UNSAID or judgement.verdict is not Verdict.ABSENT or not turns:
        return judgement
    rest = tuple(fact for fact in judgement.facts if fact.code is not Code.POLARITY)
    if rest:
        return attrs.evolve(judgement, facts=rest)
    if considered.attribution.relation is Relation.DIFFERENT:
        return Judgement(verdict=Verdict.MISATTRIBUTED, facts=(other,), rank=3, confidence=TURNED)
    told = [Fact(code=Code.REPORTED)]
    if statement.speaker and considered.attribution.relation is Relation.UNCONFIRMED:
        told.append(Fact(code=Code.SPEAKER_UNCONFIRMED, gaps={"speaker": statement.speaker}))
    return Judgement(verdict=Verdict.PARAPHRASED, facts=tuple(told), rank=1, confidence=TURNED)


def is_said_there(judged: Sequence[tuple[Considered, Judgement]]) -> bool:
    """True if words that are said not to have been said were said by their speaker: the one thing to be told of them.

    Args:
        judged: What was looked at for them, the deciding passage first.
    """
    return bool(judged) and judged[0][1].verdict is Verdict.ABSENT and _TOLD in judged[0][1].facts[0].gaps


def _contradicted(statement: Statement, considered: Considered) -> Judgement:
    comparison = considered.comparison
    spans = tuple(comparison.source.stretch(*stretch) for stretch in comparison.stretches)
    said = " ".join(span.of(comparison.source.content) for span in spans)
    said = said if len(said) <= _SHOWN else f"{said[:_SHOWN].rpartition(' ')[0]} …"
    cue = "never said" if statement.cue_kind is CueKind.UNSAID else statement.cue.text if statement.cue else "denied"
    fact = Fact(code=Code.POLARITY, source=spans, gaps={"statement": f"{cue} it", "source": said, _TOLD: "yes"})
    return Judgement(verdict=Verdict.ABSENT, facts=(fact,), rank=5, confidence=TURNED)
