"""Figures that a change touches: the same value written otherwise, or another value (QC403, QC110)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

import attrs

from quotecheck.language.figures import Figure, read_figures, same_value
from quotecheck.matching.compare import Comparison
from quotecheck.matching.differences import Difference, DifferenceKind
from quotecheck.model import Code, Span
from quotecheck.text.tokens import Tokens, is_figure
from quotecheck.verdicts.bracketed import puts_words
from quotecheck.verdicts.facts import Fact

BEYOND: Final = 24
"""Code points after a passage that are read for the unit of its last figure."""


def weigh_figures(comparison: Comparison, language: str) -> tuple[Comparison, tuple[Fact, ...]]:
    """The figures that the changes of a statement touch, compared by value and unit.

    Args:
        comparison: A statement against its passage.
        language: BCP 47 tag of the source.

    Returns:
        The comparison with the changes that only write a figure otherwise marked as such, and QC403 for each other.
    """
    changes = _weighed(comparison)
    if not changes:
        return comparison, ()
    written = _touched(read_figures(comparison.query.text, language), [one.statement for one in changes])
    every = _said_figures(comparison, language)
    said = _touched(every, [one.source for one in changes])
    # "$120 million" for "120 million dollars": what is added stands before the source's figure, not in it.
    beside = [one for one in every if one not in said and any(_holds(one.span, change.source) for change in changes)]
    pairs = _matched(written, [*said, *beside])
    comparison = attrs.evolve(
        comparison,
        differences=tuple(
            attrs.evolve(one, kind=DifferenceKind.RENDERED) if _is_rendering(one, pairs) else one
            for one in comparison.differences
        ),
    )
    lone_written = [one for one in written if not any(one is pair[0] for pair in pairs)]
    lone_said = [one for one in said if not any(one is pair[1] for pair in pairs)]
    # "one" and "second" may be no figures: they count only against figures that are.
    if all(one.doubtful for one in (*lone_written, *lone_said)) and not (lone_written and lone_said):
        lone_written, lone_said = [], []
    return comparison, (*_other_values(comparison, lone_written, lone_said), *_other_digits(comparison, pairs))


def _weighed(comparison: Comparison) -> tuple[Difference, ...]:
    """The changes, and the brackets that put words of their own."""
    return tuple(one for one in comparison.differences if not one.is_convention or puts_words(one, comparison))


def _said_figures(comparison: Comparison, language: str) -> list[Figure]:
    whole = comparison.source.stretch(comparison.start, comparison.end)
    content = comparison.source.content[whole.start : whole.end + BEYOND]
    return [
        attrs.evolve(one, span=one.span.shifted(whole.start))
        for one in read_figures(content, language)
        if one.span.start + whole.start < whole.end
    ]


def _touched(figures: Sequence[Figure], changes: Sequence[Span]) -> list[Figure]:
    """Figures of which a change touches a word."""
    return [one for one in figures if any(_touches(one.span, change) for change in changes)]


def _touches(figure: Span, change: Span) -> bool:
    return figure.overlaps(change) or (not len(change) and figure.start < change.start < figure.end)


def _holds(figure: Span, place: Span) -> bool:
    """True if a stretch lies in a figure, or an empty one at its beginning, its end or behind the space after it."""
    return figure.contains(place) or (not len(place) and figure.start <= place.start <= figure.end + 1)


def _matched(written: Sequence[Figure], said: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """Each touched figure of the statement with the first of the source that says the same."""
    free = list(said)
    pairs = []
    for one in written:
        other = next((other for other in free if same_value(one, other)), None)
        if other is not None:
            free.remove(other)
            pairs.append((one, other))
    return pairs


def _is_rendering(one: Difference, pairs: Sequence[tuple[Figure, Figure]]) -> bool:
    return (
        one.kind is not DifferenceKind.BRACKETED
        and not one.is_convention
        and any(_holds(written.span, one.statement) and _holds(said.span, one.source) for written, said in pairs)
    )


def _other_values(comparison: Comparison, written: Sequence[Figure], said: Sequence[Figure]) -> list[Fact]:
    """QC403 where the statement has a figure of its own, or cuts one of the source's in two."""
    left_out = [one.source for one in comparison.changes if one.first == one.past]
    cut = [one for one in said if not any(change.contains(one.span) for change in left_out)]
    if not written and not cut:
        return []
    return [Fact(code=Code.FIGURE, statement=_spans(written), source=_spans(said))]


def _spans(figures: Sequence[Figure]) -> tuple[Span, ...]:
    return tuple(one.span for one in figures)


def _other_digits(comparison: Comparison, pairs: Sequence[tuple[Figure, Figure]]) -> list[Fact]:
    """QC403 for digits that no figure was read from: numbers of laws, versions, names."""
    facts = []
    for one in _weighed(comparison):
        if one.kind is not DifferenceKind.BRACKETED and any(_within(one, *pair) for pair in pairs):
            continue  # "May 3" for "3 May"
        written = _digits(comparison.query.tokens, one.first, one.past)
        said = _digits(comparison.source, one.start, one.end)
        beside = _digits(comparison.source, max(0, one.start - 1), one.start) + _digits(
            comparison.source, one.end, min(len(comparison.source), one.end + 1)
        )
        if Counter(written) != Counter(said) and (written or beside):
            facts.append(Fact(code=Code.FIGURE, statement=(one.statement,), source=(one.source,)))
    return facts


def _within(one: Difference, written: Figure, said: Figure) -> bool:
    added, omitted = one.start == one.end, one.first == one.past
    return (omitted or written.span.contains(one.statement)) and (added or said.span.contains(one.source))


def _digits(tokens: Tokens, first: int, past: int) -> list[str]:
    return [key for key in tokens.keys[first:past] if is_figure(key) or (len(key) == 1 and not key.isalpha())]
