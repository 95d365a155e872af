"""The language of a text, guessed from its small words. Anything finer needs a library."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Final

from quotecheck.language.function_words import function_words_among
from quotecheck.language.known import languages

__all__ = ["UNKNOWN", "guess_language", "language_of", "sure_language"]

UNKNOWN: Final = "und"
"""The tag of a language that nothing tells."""
_WORD: Final = re.compile(r"[A-Za-z]+(?=[ ,.\n])|[^\W\d_]+(?:['’][^\W\d_]+)*")
_SAMPLE: Final = 20_000
_LEAST: Final = 0.12
_AHEAD: Final = 1.3
"""How much more often another language's small words must come than English ones."""
_FEWEST: Final = 8
"""Words from which a statement shows its language; a shorter one does if some, and most of it, are small words."""
_SOME: Final = 3
_MOST: Final = 0.5
_CLEAR: Final = 0.3
"""Share of small words that shows a language."""
_ASIDE: Final = 0.5
"""Share of that, at most, that may be small words of another language as well."""
_SURE: Final = 60
"""Words of a text in which the small words of its language cannot fail to come."""


def guess_language(content: str) -> str:
    """The language whose small words make up most of a text's beginning.

    Args:
        content: Any text; its first 20,000 code points are looked at.

    Returns:
        The code of a language that there are data for, or "und" where none is likely.
    """
    words = _words(content)
    if not words:
        return UNKNOWN
    counts = Counter(words)
    shares = _shares(counts, len(words))
    likely = max(languages(), key=lambda code: shares[code])
    if shares[likely] < _LEAST:
        return UNKNOWN
    return likely if shares[likely] > _AHEAD * shares["en"] else "en"


def language_of(content: str, given: str | None) -> str:
    """The language to read a text in.

    Args:
        content: The text.
        given: What is known of it, a BCP 47 tag; it is believed.

    Returns:
        A tag; "en" for a text too short to tell, "und" for a longer one in which no language's small words come.
    """
    if given:
        return given
    likely = guess_language(content)
    return "en" if likely == UNKNOWN and len(_words(content)) < _SURE else likely


def sure_language(content: str) -> str:
    """The language of a text, where hardly anything speaks for another.

    Args:
        content: Any text; its first 20,000 code points are looked at.

    Returns:
        The code of a language that there are data for; "und" for a text of few words, of names, of two languages, or
        in a language that there are no data for.
    """
    words = _words(content)
    if not words:
        return UNKNOWN
    shares = _shares(Counter(words), len(words))
    likely = max(languages(), key=lambda code: shares[code])
    second = max(share for code, share in shares.items() if code != likely)
    if len(words) < _FEWEST:
        clear = shares[likely] >= _MOST and shares[likely] * len(words) >= _SOME
    else:
        clear = shares[likely] >= _CLEAR
    return likely if clear and second <= _ASIDE * shares[likely] else UNKNOWN


def _shares(counts: Mapping[str, int], total: int) -> dict[str, float]:
    """What share of all words are small words of each language."""
    vocabulary = counts.keys()
    return {code: sum(counts[word] for word in function_words_among(vocabulary, code)) / total for code in languages()}


def _words(content: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(content[:_SAMPLE].replace("’", "'"))]
