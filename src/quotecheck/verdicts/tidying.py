"""Fillers, repeats and false starts of speech that a policy lets a quotation leave out (QC106)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from quotecheck.language.fillers import filler_lengths
from quotecheck.language.function_words import is_auxiliary
from quotecheck.matching.compare import Comparison
from quotecheck.matching.differences import Difference, DifferenceKind
from quotecheck.text.punctuation import marks_between

LONGEST: Final = 12
"""Tokens of the longest run that may be a false start."""


_SAID_TWICE: Final = frozenset({("had",), ("that",), ("very",), ("is",), ("much",), ("no",), ("far",), ("do",)})
"""Words that grammar or stress puts twice."""


def tidied(comparison: Comparison, language: str) -> Comparison:
    """The comparison with the fillers and repeats that were left out marked as such.

    Args:
        comparison: A statement against its passage.
        language: BCP 47 tag of the source.
    """
    differences = tuple(
        attrs.evolve(one, kind=DifferenceKind.TIDIED) if _is_tidying(one, comparison, language) else one
        for one in comparison.differences
    )
    return attrs.evolve(comparison, differences=differences)


def _is_tidying(one: Difference, comparison: Comparison, language: str) -> bool:
    if one.kind is not DifferenceKind.OMITTED or not 0 < one.end - one.start <= LONGEST:
        return False
    keys = comparison.source.keys
    left_out = _without_fillers(keys[one.start : one.end], language)
    if not left_out:
        return not _governed(one, comparison)
    size = len(left_out)
    after = _without_fillers(keys[one.end : one.end + 2 * size], language)[:size]
    before = _without_fillers(keys[max(0, one.start - 2 * size) : one.start], language)[-size:]
    return left_out in (after, before) and (tuple(left_out) not in _SAID_TWICE or _breaks_off(one, comparison))


def _breaks_off(one: Difference, comparison: Comparison) -> bool:
    """True for a dash between a word and its repeat: "the voltage is - is looking good"."""
    source = comparison.source
    gaps = (source.before(at) for at in (one.start, one.end) if 0 < at < len(source))
    return any(sign in gap for gap in gaps for sign in (" - ", " -- ", "—", "–", "--", "..."))


def _governed(one: Difference, comparison: Comparison) -> bool:
    """True for "you know" and "I mean" that are a clause's own words: "Do you know him?"."""
    if one.end - one.start < 2 or one.start == 0:
        return False
    return is_auxiliary(comparison.source.keys[one.start - 1]) and not marks_between(
        comparison.source.before(one.start)
    )


def _without_fillers(keys: Sequence[str], language: str) -> list[str]:
    kept: list[str] = []
    at = 0
    while at < len(keys):
        size = filler_lengths(keys[at : at + 4], language)
        if not size:
            kept.append(keys[at])
        at += max(1, size)
    return kept
