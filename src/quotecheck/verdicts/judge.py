"""The table that turns what was observed into a verdict. Nothing is searched or read here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from quotecheck.language.function_words import is_function_word
from quotecheck.matching.compare import Comparison
from quotecheck.matching.differences import DifferenceKind
from quotecheck.model import Code, Statement, Text, Verdict
from quotecheck.verdicts.attribution import Attribution, Relation
from quotecheck.verdicts.facts import Fact
from quotecheck.verdicts.words import Likeness, WordsFound


@attrs.frozen(kw_only=True, eq=False)
class Considered:
    """One passage that was looked at for a statement.

    Attributes:
        order: Number of its source among the sources, from 0.
        text: Its source.
        comparison: The statement's words against the passage's.
        words: What the words are to it.
        attribution: Who speaks there, against the one named.
        cited: False if the statement cites another source.
    """

    order: int
    text: Text
    comparison: Comparison
    words: WordsFound
    attribution: Attribution
    cited: bool = True


@attrs.frozen(kw_only=True)
class Judgement:
    """A verdict for one passage.

    Attributes:
        verdict: One of the four.
        facts: What is to be said of it.
        rank: Place in the order of outcomes: the lowest wins.
        confidence: Probability that the verdict is right.
    """

    verdict: Verdict
    facts: tuple[Fact, ...]
    rank: int
    confidence: float


# For a direct statement: exact, then word for word by someone else, then paraphrased, then otherwise misattributed,
# then absent. (likeness, relation) -> (verdict, codes besides the words' own, rank, confidence)
_Row = tuple[Verdict, tuple[Code, ...], int, float]
_BY_RELATION: Final[dict[tuple[Likeness, Relation], _Row]] = {
    (Likeness.EXACT, Relation.SAME): (Verdict.EXACT, (), 0, 0.99),
    (Likeness.EXACT, Relation.NOT_ASKED): (Verdict.EXACT, (), 0, 0.99),
    (Likeness.EXACT, Relation.RELAYED): (Verdict.EXACT, (Code.RELAYED,), 1, 0.95),
    (Likeness.EXACT, Relation.UNCONFIRMED): (Verdict.EXACT, (Code.SPEAKER_UNCONFIRMED,), 2, 0.85),
    (Likeness.EXACT, Relation.DENIED): (Verdict.EXACT, (Code.CUT_SHORT,), 2, 0.85),
    (Likeness.EXACT, Relation.DIFFERENT): (Verdict.MISATTRIBUTED, (Code.WRONG_SPEAKER,), 3, 0.93),
    (Likeness.EXACT, Relation.NARRATION): (Verdict.MISATTRIBUTED, (Code.NARRATION,), 4, 0.9),
    (Likeness.EXACT, Relation.REPORTED): (Verdict.PARAPHRASED, (Code.PROMOTED_PARAPHRASE,), 5, 0.85),
    (Likeness.ALTERED, Relation.SAME): (Verdict.PARAPHRASED, (), 6, 0.85),
    (Likeness.ALTERED, Relation.NOT_ASKED): (Verdict.PARAPHRASED, (), 6, 0.85),
    (Likeness.ALTERED, Relation.RELAYED): (Verdict.PARAPHRASED, (Code.RELAYED,), 6, 0.8),
    (Likeness.ALTERED, Relation.REPORTED): (Verdict.PARAPHRASED, (Code.PROMOTED_PARAPHRASE,), 6, 0.8),
    (Likeness.ALTERED, Relation.UNCONFIRMED): (Verdict.PARAPHRASED, (Code.SPEAKER_UNCONFIRMED,), 7, 0.7),
    (Likeness.ALTERED, Relation.DENIED): (Verdict.PARAPHRASED, (Code.SPEAKER_UNCONFIRMED,), 7, 0.7),
    (Likeness.ALTERED, Relation.DIFFERENT): (Verdict.MISATTRIBUTED, (Code.WRONG_SPEAKER,), 8, 0.8),
    (Likeness.ALTERED, Relation.NARRATION): (Verdict.MISATTRIBUTED, (Code.NARRATION,), 8, 0.75),
    (Likeness.EXACT, Relation.SPLICED): (Verdict.ABSENT, (Code.SPLICED,), 9, 0.9),
    (Likeness.ALTERED, Relation.SPLICED): (Verdict.ABSENT, (Code.SPLICED,), 10, 0.9),
}
_BESIDE_A_SPLICE: Final = frozenset({Code.TYPOGRAPHY, Code.MARKED_OMISSION, Code.BRACKETED, Code.SPELLING})
_TURNED: Final = 11
_UNLIKE: Final = 20
_TURNED_RANKS: Final = range(_TURNED, _TURNED + 3)
_OF_ANOTHER: Final = frozenset({Relation.DIFFERENT, Relation.NARRATION})
TELLING: Final = 4
"""Words from which a statement is somebody's and no phrase of everybody's."""
_OUTDONE: Final = 5
MOSTLY: Final = 0.65
"""Share of the statement's words that a passage by another must keep for the statement to be taken from it."""
HALF_KEPT: Final = 0.5
"""What a word counts for that stands where the source has its opposite, or another of its kind."""
_IN_PLACE: Final = frozenset({Code.POLARITY, Code.FIGURE, Code.STRENGTH})
CLEARLY: Final = 0.08
"""Share of the words by which one passage is clearly nearer than another."""
_FAR: Final = {Relation.SAME: 0, Relation.RELAYED: 0, Relation.NOT_ASKED: 0, Relation.REPORTED: 1}


def judge(statement: Statement, considered: Considered) -> Judgement:
    """The verdict that one passage gives a direct statement.

    Args:
        statement: What was asked.
        considered: A passage with what was observed about it.
    """
    likeness, relation = considered.words.likeness, considered.attribution.relation
    if likeness is Likeness.UNLIKE:
        return Judgement(verdict=Verdict.ABSENT, facts=(Fact(code=Code.NOT_FOUND),), rank=_UNLIKE, confidence=0.93)
    if likeness is Likeness.TURNED and relation is Relation.SPLICED:
        kept = tuple(fact for fact in considered.words.facts if fact.code in _BESIDE_A_SPLICE)
        facts = (*kept, _speaker_fact(Code.SPLICED, statement, considered))
        return Judgement(verdict=Verdict.ABSENT, facts=facts, rank=_TURNED, confidence=0.9)
    if likeness is Likeness.TURNED:
        rank = _TURNED + _FAR.get(relation, 2)
        return Judgement(verdict=Verdict.ABSENT, facts=considered.words.facts, rank=rank, confidence=0.93)
    if likeness is Likeness.ALTERED and relation in _OF_ANOTHER and considered.comparison.score < MOSTLY:
        return Judgement(verdict=Verdict.ABSENT, facts=(Fact(code=Code.NOT_FOUND),), rank=_UNLIKE, confidence=0.8)
    verdict, codes, rank, confidence = _BY_RELATION[likeness, relation]
    facts = considered.words.facts + tuple(_speaker_fact(code, statement, considered) for code in codes)
    if not considered.cited and verdict in {Verdict.EXACT, Verdict.PARAPHRASED}:
        verdict, rank = Verdict.MISATTRIBUTED, 4 if likeness is Likeness.EXACT else 8
        facts += (Fact(code=Code.WRONG_SOURCE, gaps={"cited": statement.source or "", "found": considered.text.id}),)
    return Judgement(verdict=verdict, facts=facts, rank=rank, confidence=confidence)


def _speaker_fact(code: Code, statement: Statement, considered: Considered) -> Fact:
    attribution = considered.attribution
    comparison = considered.comparison
    source = tuple(comparison.source.stretch(*stretch) for stretch in comparison.stretches)
    if code is Code.CUT_SHORT and attribution.cue is not None:
        source = (attribution.cue,)
    return Fact(
        code=code,
        source=(attribution.seam,) if attribution.seam is not None else source,
        gaps={
            "speaker": statement.speaker or "",
            "said_by": attribution.said_by or "someone it does not name",
            "relayed_by": attribution.relayed_by or "",
        },
    )


def best(statement: Statement, considered: Sequence[Considered]) -> list[tuple[Considered, Judgement]]:
    """All passages with their judgements, the one that decides first.

    Args:
        statement: What was asked.
        considered: Every passage that was looked at, in any order.

    Returns:
        In the order of outcomes; of equal ones, the one that keeps more words, then the first.
    """
    judged = [(one, judge(statement, one)) for one in considered]
    nearest = max((_nearness(one) for one, judgement in judged if judgement.rank in _TURNED_RANKS), default=(0.0, 0.0))
    judged = [(one, _demoted(one, judgement, nearest)) for one, judgement in judged]
    if len(statement.text.split()) >= TELLING and any(_gives_to_another(*pair) for pair in judged):
        judged = [(one, _outdone(judgement)) for one, judgement in judged]
    return sorted(
        judged,
        key=lambda pair: (
            pair[1].rank,
            -round(_likeness(*pair), 6),
            len(pair[1].facts),
            pair[0].order,
            pair[0].comparison.start,
        ),
    )


def _gives_to_another(one: Considered, judgement: Judgement) -> bool:
    """True if a source gives these very words to somebody else by name."""
    exact = one.words.likeness is Likeness.EXACT and one.attribution.relation is Relation.DIFFERENT
    return exact and one.attribution.said_by is not None and judgement.verdict is Verdict.MISATTRIBUTED


def _outdone(judgement: Judgement) -> Judgement:
    """A place that gives the words to nobody bears nobody out where another place gives them to somebody else."""
    unconfirmed = judgement.verdict is Verdict.EXACT and any(
        fact.code is Code.SPEAKER_UNCONFIRMED for fact in judgement.facts
    )
    return attrs.evolve(judgement, rank=_OUTDONE) if unconfirmed else judgement


def _likeness(one: Considered, judgement: Judgement) -> float:
    """Share of the words a passage keeps; where they turn its meaning, what stands in another order is kept too."""
    score = one.comparison.score
    if judgement.rank not in _TURNED_RANKS:
        return score
    query, source = one.comparison.query, one.comparison.source
    there = set(source.keys[one.comparison.start : one.comparison.end])
    return (score + sum(key in there for key in query.keys) / max(1, len(query))) / 2


def _nearness(one: Considered) -> tuple[float, float]:
    """Shares of a statement's content words, and of all its words, that a passage has."""
    query = one.comparison.query
    lost = {at for change in one.comparison.changes for at in range(change.first, change.past)}
    content = [at for at in range(len(query)) if not is_function_word(query.keys[at])]
    put = HALF_KEPT * _put_for_another(one) + _in_full(one)
    kept = one.comparison.score + put / max(1, len(query))
    return sum(at not in lost for at in content) / max(1, len(content)), kept


def _in_full(one: Considered) -> int:
    """Words that write a short form in full, or the reverse: "we have" for "we've" keeps them all."""
    return sum(
        change.past - change.first for change in one.comparison.changes if change.kind is DifferenceKind.EXPANDED
    )


def _put_for_another(one: Considered) -> int:
    """Words that turn the meaning in the place of the source's own: "early" for "late" is nearer than others."""
    if one.words.likeness is not Likeness.TURNED:
        return 0
    return sum(bool(fact.statement) and bool(fact.source) for fact in one.words.facts if fact.code in _IN_PLACE)


def _demoted(one: Considered, judgement: Judgement, nearest: tuple[float, float]) -> Judgement:
    """An altered quotation of a farther passage does not outweigh a turned meaning in a clearly nearer one."""
    altered = one.words.likeness is Likeness.ALTERED and judgement.rank < _TURNED
    if not altered:
        return judgement
    content, score = _nearness(one)
    if score + CLEARLY <= nearest[1] or (content + CLEARLY <= nearest[0] and score <= nearest[1]):
        return attrs.evolve(judgement, rank=_UNLIKE - 1)
    return judgement
