"""Words of speech that say nothing: "um", "you know". Which may be left out is a policy's business."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotecheck.language.tags import base_language

# Words that are fillers in one place and carry meaning in another ("well", "like", "so", "pues") are left out.
_FILLERS: Final = {
    "en": ("um", "uh", "uhm", "umm", "er", "erm", "ah", "eh", "hm", "hmm", "mm", "uh huh", "you know", "i mean",
           "you see"),
    "de": ("äh", "ähm", "öh", "hm", "na ja", "naja", "sozusagen"),
    "fr": ("euh", "ben", "bah", "hein", "tu sais", "vous savez"),
    "es": ("eh", "o sea", "digamos"),
}  # fmt: skip
_PHRASES: Final = {code: frozenset(tuple(one.split()) for one in fillers) for code, fillers in _FILLERS.items()}
_LONGEST: Final = 3


def filler_lengths(words: Sequence[str], language: str = "en") -> int:
    """How many of the first words are one filler.

    Args:
        words: Lower-cased words from some place on.
        language: BCP 47 tag; only its first part counts. A language without data has none.

    Returns:
        The length of the longest filler that they begin with; 0 if they begin with none.
    """
    phrases = _PHRASES.get(base_language(language), frozenset())
    for size in range(min(_LONGEST, len(words)), 0, -1):
        if tuple(words[:size]) in phrases:
            return size
    return 0
