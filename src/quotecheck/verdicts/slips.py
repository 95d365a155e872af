"""Obvious slips of the source's spelling that a quotation puts right (QC205)."""

from __future__ import annotations

from typing import Final

import attrs
from rapidfuzz.distance import OSA

from quotecheck.language.function_words import is_function_word
from quotecheck.language.morphology import is_known_word
from quotecheck.matching.compare import Comparison
from quotecheck.matching.differences import Difference, DifferenceKind
from quotecheck.verdicts.accents import without_accents

SHORTEST: Final = 4
"""Letters from which a word that no dictionary has is taken for a slip and not for a sign or a sound."""


def corrected(comparison: Comparison, language: str) -> Comparison:
    """The comparison with the slips that were put right marked as such; English only.

    Args:
        comparison: A statement against its passage.
        language: BCP 47 tag of the source.
    """
    if not language.startswith("en"):
        return comparison
    differences = tuple(attrs.evolve(one, kind=_kind(one, comparison) or one.kind) for one in comparison.differences)
    return attrs.evolve(comparison, differences=differences)


def _kind(one: Difference, comparison: Comparison) -> DifferenceKind | None:
    if _is_lost_letter(one, comparison):
        return DifferenceKind.NOISE
    return DifferenceKind.CORRECTED if _is_slip(one, comparison) else None


def _is_lost_letter(one: Difference, comparison: Comparison) -> bool:
    """True if a small word lacks its first or last letter and is none: "th" for "the", never "10" for "100"."""
    if one.kind is not DifferenceKind.REPLACED or one.past - one.first != 1 or one.end - one.start != 1:
        return False
    word, said = comparison.query.keys[one.first], comparison.source.keys[one.start]
    whole = word.startswith(said) or word.endswith(said)
    if len(said) != SHORTEST - 2 or len(word) != len(said) + 1 or not whole or not comparison.said(one).islower():
        return False
    return said.isalpha() and not is_function_word(said) and is_function_word(word)


def _is_slip(one: Difference, comparison: Comparison) -> bool:
    """True if one word, which is none, stands where the statement has a word that is one letter or swap away."""
    if one.kind is not DifferenceKind.REPLACED or one.past - one.first != 1 or one.end - one.start != 1:
        return False
    word, said = comparison.query.keys[one.first], comparison.source.keys[one.start]
    if len(said) < SHORTEST or not said.isalpha() or not comparison.said(one).islower() or word[0] != said[0]:
        return False
    if without_accents(word) == without_accents(said):
        return False  # résumé and resume are two words
    if OSA.distance(word, said, score_cutoff=1) != 1 or is_known_word(said) or not is_known_word(word):
        return False
    return sum(key == said for key in comparison.source.keys) == 1
