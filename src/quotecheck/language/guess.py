"""The language of a text, guessed from its small words. Anything finer needs a library."""

from __future__ import annotations

import re
from typing import Final

from quotecheck.language.function_words import is_function_word

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LANGUAGES: Final = ("en", "de", "fr", "es")
_SAMPLE: Final = 20_000
_LEAST: Final = 0.12


def guess_language(content: str) -> str:
    """The language whose small words make up most of a text's beginning.

    Args:
        content: Any text; its first 20,000 code points are looked at.

    Returns:
        "en", "de", "fr", "es", or "und" where none is likely.
    """
    words = [word.lower().replace("’", "'") for word in _WORD.findall(content[:_SAMPLE])]
    if not words:
        return "und"
    shares = {code: sum(is_function_word(word, code) for word in words) / len(words) for code in _LANGUAGES}
    likely = max(_LANGUAGES, key=lambda code: shares[code])
    return likely if shares[likely] >= _LEAST else "und"
