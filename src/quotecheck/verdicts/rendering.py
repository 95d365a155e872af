"""The same spoken words written otherwise (QC110): a convention where the source renders speech, else an alteration."""

from __future__ import annotations

import attrs

from quotecheck.matching.compare import Comparison
from quotecheck.matching.differences import Difference, DifferenceKind


def rendered(comparison: Comparison, *, spoken: bool) -> Comparison:
    """The comparison with figures and short forms that are written otherwise marked by what the source is.

    Digits written in other digits ("12,000", "12 000") stay conventions in every source.

    Args:
        comparison: A statement against its passage, its figures weighed.
        spoken: True if the source renders speech.
    """
    return attrs.evolve(
        comparison,
        differences=tuple(attrs.evolve(one, kind=_kind(one, comparison, spoken)) for one in comparison.differences),
    )


def _kind(one: Difference, comparison: Comparison, spoken: bool) -> DifferenceKind:
    if one.kind is DifferenceKind.EXPANDED:
        return DifferenceKind.RENDERED if spoken else one.kind
    if one.kind is DifferenceKind.RENDERED and not spoken and has_letters(one, comparison):
        return DifferenceKind.EXPANDED
    return one.kind


def has_letters(one: Difference, comparison: Comparison) -> bool:
    """True if a figure is in words on either side."""
    return any(sign.isalpha() for sign in comparison.written(one) + comparison.said(one))
