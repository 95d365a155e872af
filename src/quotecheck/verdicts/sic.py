"""[sic] on a slip that the source does not have (QC206)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from quotecheck.matching.compare import Comparison
from quotecheck.matching.differences import DifferenceKind
from quotecheck.model import Code, Span
from quotecheck.verdicts.facts import Fact

_SLIPS: Final = frozenset(
    {
        DifferenceKind.REPLACED,
        DifferenceKind.ADDED,
        DifferenceKind.SPELLED,
        DifferenceKind.COMPOUND,
        DifferenceKind.NOISE,
        DifferenceKind.EXPANDED,
        DifferenceKind.BRACKETED,
    }
)


def false_sic(comparison: Comparison, sics: Sequence[Span]) -> Iterator[Fact]:
    """QC206 for each word marked [sic] that the source has otherwise.

    Args:
        comparison: A statement against its passage, its slips not yet put right.
        sics: Where [sic] stands in the statement's text.
    """
    tokens = comparison.query.tokens
    for span in sics:
        at = tokens.between_points(0, span.start)[1] - 1
        if at < 0:
            continue
        for one in comparison.differences:
            if one.kind in _SLIPS and one.first <= at < one.past:
                yield Fact(code=Code.FALSE_SIC, statement=(tokens.span(at),), source=(one.source,))
                break
