"""A claim that is a source's sentence but for a name or a figure: what stands there in its place contradicts it.

Claims are paired by units, wherever those stand; a name that the sentences beside it have would pass as theirs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from quotecheck.checking.direct import ENOUGH, hits_in
from quotecheck.checking.known import KnownSource
from quotecheck.language.function_words import is_pronoun
from quotecheck.matching.compare import Comparison, compare
from quotecheck.matching.differences import Difference, DifferenceKind
from quotecheck.matching.query import Query
from quotecheck.model import Code, Span
from quotecheck.speech.people import Sameness
from quotecheck.speech.people import compare as compare_names
from quotecheck.text.punctuation import sentence_ends
from quotecheck.text.tokens import Tokens
from quotecheck.verdicts.changes import weigh_changes
from quotecheck.verdicts.facts import Fact
from quotecheck.verdicts.figures import weigh_figures

NEARLY: Final = 0.75
"""Share of the words that have to stand in the passage, in their order."""
LIKE: Final = 0.5
"""Share of a claim's matter that a source has to have before its words are held against a passage."""
BESIDE: Final = 8
"""Tokens on either side of the passage where words may stand that a claim has in another order."""
FEW: Final = 4
"""Tokens of a name or figure at most."""


def replaced(query: Query, source: KnownSource, *, figures: bool) -> tuple[Fact, ...]:
    """Names and figures that stand for others in what is otherwise one passage of a source.

    Args:
        query: The words of a claim.
        source: What it may rest on.
        figures: False for names alone: what is more than nine is more than five too.

    Returns:
        A fact for each, as QC404 and QC403; none where the passage differs in anything else, or has all of the words.
    """
    for hit in hits_in(query, source)[:ENOUGH]:
        comparison = compare(query, source.tokens, hit)
        changes = comparison.changes
        if not changes:
            return ()
        if comparison.score >= NEARLY and all(_is_small(one) for one in changes) and not _reorders(comparison):
            return tuple(_facts(comparison, source, figures))
    return ()


def _reorders(comparison: Comparison) -> bool:
    """True if a word of a change stands in the other text too: "England and Scotland", "Scotland and England"."""
    said = set(comparison.source.keys[max(0, comparison.start - BESIDE) : comparison.end + BESIDE])
    written = set(comparison.query.keys)
    return any(
        not said.isdisjoint(comparison.query.keys[one.first : one.past])
        or not written.isdisjoint(comparison.source.keys[one.start : one.end])
        for one in comparison.changes
    )


def _is_small(one: Difference) -> bool:
    small = 0 < one.past - one.first <= FEW and 0 < one.end - one.start <= FEW
    return one.kind is DifferenceKind.REPLACED and small


def _facts(comparison: Comparison, source: KnownSource, figures: bool) -> Iterator[Fact]:
    comparison, other = weigh_figures(comparison, source.language)
    if figures:
        yield from other
    for fact in weigh_changes(comparison, source.language, source.names)[1]:
        if fact.code is Code.NAME_OR_ROLE and _is_another(fact, comparison, source):
            yield fact


def _is_another(fact: Fact, comparison: Comparison, source: KnownSource) -> bool:
    """True for a name in the place of a name, if the two are not one person's; "they" for "we" is how one reports."""
    written = _name(fact.statement, comparison.query.tokens)
    said = _name(fact.source, comparison.source)
    if not all(name[:1].isupper() and not is_pronoun(name.casefold()) for name in (written, said)):
        return False
    return compare_names(written, said, source.register) is not Sameness.SAME


def _name(spans: Sequence[Span], tokens: Tokens) -> str:
    """The words with the capitalised ones behind them: "Anita" of "Anita McGee" is not all of a name."""
    past = tokens.between_points(spans[-1].start, spans[-1].end)[1]
    while past < len(tokens) and tokens.word(past)[:1].isupper() and not sentence_ends(tokens, past):
        past += 1
    return tokens.content[spans[0].start : tokens.ends[past - 1]]
