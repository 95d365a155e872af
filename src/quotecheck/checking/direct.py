"""One direct statement against the sources: find, compare, attribute, judge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from quotecheck.checking.known import KnownSource
from quotecheck.checking.splices import splice
from quotecheck.matching.compare import compare
from quotecheck.matching.pieces import find
from quotecheck.matching.query import Query
from quotecheck.matching.search import Hit
from quotecheck.model import Statement
from quotecheck.verdicts.attribution import Attribution, Relation, attribute
from quotecheck.verdicts.judge import Considered, Judgement, best
from quotecheck.verdicts.words import Likeness, judge_words

ENOUGH: Final = 3
"""Places without a speaker to tell them apart that are looked at closely."""
DOUBTFUL: Final = 6
"""Rank from which a better explanation is looked for: words put together from several places."""


def check_direct(statement: Statement, query: Query, sources: Sequence[KnownSource]) -> list[tuple[Considered, Judgement]]:
    """Every passage that was looked at, the one that decides first; empty if nothing is like the statement.

    Args:
        statement: A direct statement.
        query: Its words.
        sources: In the order given.
    """
    considered = [one for order, source in enumerate(sources) for one in _in_source(statement, query, order, source)]
    judged = best(statement, considered)
    if not judged or judged[0][1].rank >= DOUBTFUL:
        put_together = splice(statement, query, sources)
        if put_together is not None:
            return [put_together, *judged]
    return judged


def hits_in(query: Query, source: KnownSource) -> list[Hit]:
    """The passages of a source for a query: exact ones as they stand, else with what may be passed over."""
    hits = find(query, source.index)
    if hits and hits[0].cost == 0:
        return hits
    return find(query, source.index, list(source.passed)) if source.passed else hits


def _in_source(statement: Statement, query: Query, order: int, source: KnownSource) -> Iterator[Considered]:
    hits = hits_in(query, source)
    if statement.speaker is None:
        hits = hits[:ENOUGH]
    cited = statement.source is None or cites(statement.source, source)
    for hit in hits:
        comparison = compare(query, source.tokens, hit)
        words = judge_words(comparison, passed=source.passed if hit.cost else {}, language=source.language, names=source.names)
        attribution = Attribution(relation=Relation.NOT_ASKED)
        if words.likeness is not Likeness.UNLIKE:
            attribution = attribute(statement.speaker, comparison, source.voices, source.text, source.register)
        yield Considered(
            order=order, text=source.text, comparison=comparison, words=words, attribution=attribution, cited=cited
        )


def cites(cited: str, source: KnownSource) -> bool:
    """True if ``cited`` is the source's id, path, title or the end of its path."""
    known = {source.text.id, source.text.path, source.text.title}
    path = (source.text.path or source.text.id).replace("\\", "/")
    return cited in known or path.endswith("/" + cited.replace("\\", "/").lstrip("./"))
