"""Words put together from several places of the sources and given as one quotation (QC406)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import attrs

from quotecheck.checking.known import KnownSource
from quotecheck.matching.align import Step, StepKind
from quotecheck.matching.compare import compare
from quotecheck.matching.pieces import Piece, cover
from quotecheck.matching.query import Query
from quotecheck.matching.search import Hit
from quotecheck.model import Code, Statement, Verdict
from quotecheck.speech.people import Sameness
from quotecheck.speech.people import compare as compare_names
from quotecheck.verdicts.attribution import Attribution, Relation
from quotecheck.verdicts.facts import Fact
from quotecheck.verdicts.judge import Considered, Judgement
from quotecheck.verdicts.words import Likeness, WordsFound

COVERED: Final = 0.9
"""Share of a statement's words that the pieces of a splice must hold."""
SHORT: Final = 3
"""Words of the shortest piece up to which far places alone make a splice: no one passage explains the statement."""
NEAR: Final = 40
"""Tokens between two pieces up to which they may be one utterance with words left out."""


def splice(
    statement: Statement, query: Query, sources: Sequence[KnownSource], *, shortest: int = 3
) -> tuple[Considered, Judgement] | None:
    """The statement as a splice of far places or of several speakers; None if it is none.

    Args:
        statement: A direct statement that no single passage bears out.
        query: Its words.
        sources: In the order given.
        shortest: Words that each piece must have.
    """
    for order, source in enumerate(sources):
        pieces = cover(query.keys, source.index, shortest=shortest)
        held = sum(piece.past - piece.first for piece in pieces)
        if not 2 <= len(pieces) <= 3 or held < COVERED * len(query):
            continue
        places = _places(pieces)
        if (shortest <= SHORT and _far_apart(pieces, places)) or _by_several(pieces, places, source):
            return _spliced(statement, query, order, source, pieces, places)
    return None


def _places(pieces: Sequence[Piece]) -> list[int]:
    """One place for each piece, each as near to the one before as can be, in order if possible."""
    places = [pieces[0].starts[0]]
    for piece in pieces[1:]:
        before = places[-1]
        places.append(min(piece.starts, key=lambda at: (at < before, abs(at - before))))
    return places


def _far_apart(pieces: Sequence[Piece], places: Sequence[int]) -> bool:
    """True if a piece stands wholly before the one it follows, or far behind it."""
    spans = [(place, place + piece.past - piece.first) for piece, place in zip(pieces, places, strict=True)]
    return any(two[1] <= one[0] or two[0] - one[1] > NEAR for one, two in pairwise(spans))


def _by_several(pieces: Sequence[Piece], places: Sequence[int], source: KnownSource) -> bool:
    """True if two neighbouring pieces are words of different speakers."""
    voices = [source.voices.at(source.tokens.starts[place]) for place in places]
    named = [(one.speaker, two.speaker) for one, two in pairwise(voices)]
    return any(
        one and two and one != two and compare_names(one, two, source.register) is Sameness.DIFFERENT
        for one, two in named
    )


def _spliced(
    statement: Statement,
    query: Query,
    order: int,
    source: KnownSource,
    pieces: Sequence[Piece],
    places: Sequence[int],
) -> tuple[Considered, Judgement]:
    steps = tuple(
        Step(StepKind.PAIRED, piece.first, piece.past, place, place + piece.past - piece.first)
        for piece, place in zip(pieces, places, strict=True)
    )
    hit = Hit(0, steps, steps[0].start, steps[-1].end)
    stretches = tuple((step.start, step.end) for step in steps)
    comparison = attrs.evolve(compare(query, source.tokens, hit), stretches=stretches)
    spans = [source.tokens.stretch(*stretch) for stretch in stretches]
    told = source.voices.at(spans[0].start)
    facts = (
        Fact(
            code=Code.SPLICED,
            statement=tuple(query.tokens.stretch(piece.first, piece.past) for piece in pieces),
            source=tuple(spans),
            gaps={"said_by": told.speaker or "", "speaker": statement.speaker or ""},
        ),
    )
    considered = Considered(
        order=order,
        text=source.text,
        comparison=comparison,
        words=WordsFound(likeness=Likeness.TURNED, facts=facts),
        attribution=Attribution(relation=Relation.SPLICED, said_by=told.speaker, kind=told.kind),
    )
    return considered, Judgement(verdict=Verdict.ABSENT, facts=facts, rank=9, confidence=0.9)
