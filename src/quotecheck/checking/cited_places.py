"""Whether words stand at the place that is cited, and which of several places is that one (QC306)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from quotecheck.checking.known import KnownSource
from quotecheck.checking.states import ALIKE
from quotecheck.matching.pieces import find_exact
from quotecheck.matching.query import read_query
from quotecheck.matching.search import Hit
from quotecheck.model import Code, Place, Span, Statement, Verdict
from quotecheck.verdicts.citations import NEAR_PARAGRAPHS, Citation, is_place, names_source, place_words, read_citation
from quotecheck.verdicts.facts import Fact
from quotecheck.verdicts.judge import Considered, Judgement


def cited_first(statement: Statement, hits: list[Hit], source: KnownSource) -> list[Hit]:
    """The passages of a source, those at the place that the statement cites before the others.

    Args:
        statement: What was asked; where it cites no place, the order stays.
        hits: The passages, in any order.
        source: Their source.
    """
    if statement.source is None or len(hits) < 2:
        return hits
    citation = read_citation(statement.source)
    if citation.kind is None:
        return hits
    return sorted(hits, key=lambda hit: _stands_at(citation, source, hit.start, hit.end) is not True)


def preferred(
    statement: Statement, judged: Sequence[tuple[Considered, Judgement]], sources: Sequence[KnownSource]
) -> Sequence[tuple[Considered, Judgement]]:
    """The same passages; of equally good ones, that at the place which is cited decides.

    Args:
        statement: What was asked.
        judged: What was looked at, the best first.
        sources: All sources.
    """
    if statement.source is None or len(judged) < 2:
        return judged
    citation, (best, judgement) = read_citation(statement.source), judged[0]
    if citation.kind is None:
        return judged
    for pair in judged:
        one, other = pair
        if other.rank != judgement.rank or one.comparison.score < best.comparison.score - ALIKE:
            break
        found = sources[one.order]
        if names_source(citation, one.text) and _stands_at(citation, found, one.comparison.start, one.comparison.end):
            return [pair, *(each for each in judged if each is not pair)]
    return judged


def wrong_place(
    statement: Statement, judged: Sequence[tuple[Considered, Judgement]], sources: Sequence[KnownSource]
) -> Iterator[Fact]:
    """QC306 where the right words stand at another place than the one cited.

    Args:
        statement: What was asked.
        judged: What was looked at, the deciding passage first.
        sources: All sources.
    """
    if statement.source is None or not judged or judged[0][1].verdict not in {Verdict.EXACT, Verdict.PARAPHRASED}:
        return
    citation, considered = read_citation(statement.source), judged[0][0]
    comparison, source = considered.comparison, sources[considered.order]
    if not names_source(citation, considered.text):
        return  # the source that is cited was not given
    if _stands_at(citation, source, comparison.start, comparison.end) is not False:
        return
    whole = comparison.source.stretch(comparison.start, comparison.end)
    found = _called(citation, source, whole)
    yield Fact(code=Code.WRONG_PLACE, source=(whole,), gaps={"cited": statement.source, "found": found})


def _stands_at(citation: Citation, source: KnownSource, start: int, end: int) -> bool | None:
    """True if the tokens from ``start`` to ``end`` stand where they are cited; None if it cannot be told."""
    if citation.kind is None:
        return None
    whole = source.tokens.stretch(start, end)
    if citation.words is not None:
        return _in_fragment(citation.words, source, whole)
    first, last = source.text.place(whole.start), source.text.place(max(whole.start, whole.end - 1))
    if citation.kind == "paragraph" and first.paragraph is None:
        first, last = (_counted(source.text.content, at) for at in (whole.start, whole.end))
        near = NEAR_PARAGRAPHS
        citation = attrs.evolve(citation, value=citation.value - near, last=(citation.last or citation.value) + near)
    return is_place(citation, first, last)


def _in_fragment(words: tuple[str, str], source: KnownSource, whole: Span) -> bool | None:
    """True if a passage shares words with the stretch that a link names; None where that is not in the source."""
    first = find_exact(read_query(words[0]), source.index)
    if not first:
        return None
    last = find_exact(read_query(words[1]), source.index) if words[1] else first
    for hit in first:
        ends = [other.end for other in last if other.end >= hit.end]
        stretch = source.tokens.stretch(hit.start, min(ends, default=hit.end))
        if stretch.overlaps(whole):
            return True
    return False


def _counted(content: str, at: int) -> Place:
    """The paragraph of an offset, counted by empty lines."""
    before = content[:at]
    number = 1 + sum(1 for block in before.split("\n\n")[:-1] if block.strip())
    return Place(paragraph=number)


def _called(citation: Citation, source: KnownSource, whole: Span) -> str:
    """The place where the words stand, as a person writes it, of the sort that was cited."""
    place = source.text.place(whole.start)
    if citation.kind == "paragraph" and place.paragraph is None:
        place = _counted(source.text.content, whole.start)
    if citation.kind != "words":
        return place_words(citation.kind or "line", place)
    for kind in ("page", "time", "line", "paragraph"):
        if getattr(place, kind) is not None:
            return place_words(kind, place)
    return place_words("paragraph", _counted(source.text.content, whole.start))
