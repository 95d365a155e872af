"""One direct statement against the sources: find, compare, attribute, judge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from quotecheck.checking.cited_places import cited_first
from quotecheck.checking.known import KnownSource
from quotecheck.checking.splices import splice
from quotecheck.checking.states import States
from quotecheck.matching.compare import Comparison, compare
from quotecheck.matching.pieces import find, find_exact
from quotecheck.matching.query import Query
from quotecheck.matching.search import Hit
from quotecheck.model import Statement
from quotecheck.verdicts.attribution import Attribution, Relation, attribute
from quotecheck.verdicts.declared import Declared, read_declared
from quotecheck.verdicts.judge import Considered, Judgement, best
from quotecheck.verdicts.words import Likeness, WordsFound, judge_words

ENOUGH: Final = 3
"""Places without a speaker to tell them apart that are looked at closely."""
CLEAR: Final = 0.75
"""Share of the words from which one passage explains a statement better than several could."""
SHORT_PIECE: Final = 3
LONG_PIECE: Final = 4
"""Words that each piece of a splice must have; more where one passage explains the statement well."""
DOUBTFUL: Final = 6
"""Rank from which a better explanation is looked for: words put together from several places."""
FEW: Final = 2
"""Words of a change that is one change, and no seam."""
NEARLY_ALL: Final = 0.7
_OF_OTHERS: Final = frozenset({Relation.SPLICED, Relation.DIFFERENT, Relation.NARRATION})


def check_direct(
    statement: Statement,
    query: Query,
    sources: Sequence[KnownSource],
    foldings: frozenset[str],
    states: States,
) -> list[tuple[Considered, Judgement]]:
    """Every passage that was looked at, the one that decides first; empty if nothing is like the statement.

    Args:
        statement: A direct statement.
        query: Its words.
        sources: In the order given.
        foldings: Names of the policy's foldings beside the sound ones.
        states: Which sources are states of one another.
    """
    considered = [
        one
        for order, source in enumerate(sources)
        for one in _in_source(statement, query, order, source, foldings, states)
    ]
    judged = best(statement, considered)
    if not judged or (judged[0][1].rank >= DOUBTFUL and not _one_word_turned(judged[0][0])):
        clear = bool(judged) and judged[0][0].comparison.score >= CLEAR
        put_together = splice(statement, query, sources, shortest=LONG_PIECE if clear else SHORT_PIECE)
        if put_together is not None:
            return [put_together, *judged]
    return judged


def is_doubtful(judged: Sequence[tuple[Considered, Judgement]]) -> bool:
    """True if no passage has a statement's words, as far as they were read."""
    return not judged or (judged[0][1].rank >= DOUBTFUL and judged[0][0].words.likeness is not Likeness.EXACT)


def _one_word_turned(considered: Considered) -> bool:
    """True if a word or two turn the meaning of a passage that has all the rest: that is no splice."""
    if considered.words.likeness is not Likeness.TURNED or considered.attribution.relation in _OF_OTHERS:
        return False
    changes = considered.comparison.changes
    changed = sum(max(one.past - one.first, one.end - one.start) for one in changes)
    return len(changes) == 1 and changed <= FEW and considered.comparison.score >= NEARLY_ALL


def hits_in(query: Query, source: KnownSource) -> list[Hit]:
    """The passages of a source for a query: exact ones as they stand, else with what may be passed over."""
    return find_exact(query, source.index) or find(query, source.index, source.ranges)


def words_of(
    hit: Hit,
    comparison: Comparison,
    source: KnownSource,
    foldings: frozenset[str],
    declared: Declared,
    *,
    whole: KnownSource | None = None,
) -> WordsFound:
    """What is judged of the words of a passage.

    Args:
        hit: Where it was found, and what that cost: of words that stand in a row nothing more is asked.
        comparison: The statement with it.
        source: Where it stands.
        foldings: The policy's.
        declared: What the statement declares of itself.
        whole: Whose language and manner of speech count, where the source is a part of another; None for its own.
    """
    of = whole or source
    return judge_words(
        comparison,
        passed=source.passed if hit.cost or len(comparison.query.pieces) > 1 else {},
        language=of.language,
        names=source.names if hit.cost else frozenset(),
        foldings=foldings,
        spoken=of.spoken,
        declared=declared,
    )


def _in_source(
    statement: Statement, query: Query, order: int, source: KnownSource, foldings: frozenset[str], states: States
) -> Iterator[Considered]:
    hits = cited_first(statement, hits_in(query, source), source)
    if statement.speaker is None:
        hits = hits[:ENOUGH]
    cited, declared = states.cited(statement, order), read_declared(statement)
    for hit in hits:
        comparison = compare(query, source.tokens, hit)
        words = words_of(hit, comparison, source, foldings, declared)
        attribution = Attribution(relation=Relation.NOT_ASKED)
        if words.likeness is not Likeness.UNLIKE:
            attribution = attribute(statement.speaker, comparison, source.voices, source.text, source.people)
        yield Considered(
            order=order, text=source.text, comparison=comparison, words=words, attribution=attribution, cited=cited
        )
        if words.likeness is Likeness.EXACT and attribution.relation is Relation.SAME and cited:
            return  # nothing can outweigh it
