"""What is to be said of a check beside its verdict: marks, speakers, common words, disguised letters (QC50x)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from quotecheck.checking.cited_places import wrong_place
from quotecheck.checking.known import KnownSource
from quotecheck.checking.sequence import sequence
from quotecheck.language.function_words import is_function_word
from quotecheck.matching.query import Query
from quotecheck.model import Code, Kind, Statement
from quotecheck.text.lookalikes import disguised
from quotecheck.verdicts.facts import Fact
from quotecheck.verdicts.judge import Considered, Judgement

FEW: Final = 3
"""Words up to which a quotation may be too common to tell its place."""
NEIGHBOURHOOD: Final = 200
"""Code points on either side of a passage that are searched for disguised characters."""


def circumstances(
    statement: Statement,
    query: Query,
    judged: Sequence[tuple[Considered, Judgement]],
    sources: Sequence[KnownSource],
) -> Iterator[Fact]:
    """QC411, QC306 and QC501 to QC505 for a statement.

    Args:
        statement: What was asked.
        query: Its words.
        judged: What was looked at, the deciding passage first.
        sources: All sources.
    """
    if statement.unclosed:
        yield Fact(code=Code.UNCLOSED_QUOTATION)
    if statement.speaker is None and statement.kind is Kind.DIRECT:
        yield Fact(code=Code.NO_SPEAKER)
    if _too_common(query, judged):
        yield Fact(code=Code.TOO_COMMON)
    yield from _disguises(statement, judged)
    yield from wrong_place(statement, judged, sources)
    yield from sequence(statement, judged, sources)
    for source in sources:
        if any(problem.code in {"incomplete", "page-unread"} for problem in source.text.problems):
            yield Fact(code=Code.SOURCE_INCOMPLETE, gaps={"found": source.text.id})


def _too_common(query: Query, judged: Sequence[tuple[Considered, Judgement]]) -> bool:
    if len(query) > FEW:
        return False
    return len(judged) > 1 or all(is_function_word(key) for key in query.keys)


def _disguises(statement: Statement, judged: Sequence[tuple[Considered, Judgement]]) -> Iterator[Fact]:
    spans = tuple(one.span for one in disguised(statement.text))
    if spans:
        yield Fact(code=Code.DISGUISED_CHARACTERS, statement=spans)
    if not judged:
        return
    considered = judged[0][0]
    whole = considered.comparison.source.stretch(considered.comparison.start, considered.comparison.end)
    low = max(0, whole.start - NEIGHBOURHOOD)
    content = considered.text.content[low : whole.end + NEIGHBOURHOOD]
    found = tuple(one.span.shifted(low) for one in disguised(content))
    inside = tuple(span for span in found if span.overlaps(whole))
    if inside:
        yield Fact(code=Code.DISGUISED_CHARACTERS, source=inside)
