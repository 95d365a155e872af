"""Whether two different words are alike in letters: a hint for alignment, never for a verdict."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import Indel

from quotecheck.text.tokens import is_figure

_ALIKE = 0.7


@lru_cache(maxsize=65536)
def alike(word: str, other: str) -> bool:
    """True if the two share most of their letters in order; figures are never alike."""
    if is_figure(word) or is_figure(other):
        return False
    return Indel.normalized_similarity(word, other, score_cutoff=_ALIKE) >= _ALIKE


def alike_among(word: str, others: Sequence[str]) -> list[str]:
    """The words that may be alike to a word: all that are, and perhaps figures."""
    if is_figure(word):
        return []
    found = process.extract(word, others, scorer=Indel.normalized_similarity, score_cutoff=_ALIKE - 1e-9, limit=None)
    return [other for other, _, _ in found]
