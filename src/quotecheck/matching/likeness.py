"""Whether two different words are alike in letters: a hint for alignment, never for a verdict."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import Indel

from quotecheck.text.tokens import is_figure

_ALIKE = 0.7


@lru_cache(maxsize=65536)
def alike(word: str, other: str) -> bool:
    """True if the two share most of their letters in order; figures are never alike."""
    if is_figure(word) or is_figure(other):
        return False
    return Indel.normalized_similarity(word, other, score_cutoff=_ALIKE) >= _ALIKE
