"""A statement made of one sentence's own words in another order: who did what to whom is turned round (QC404)."""

from __future__ import annotations

from collections import Counter
from typing import Final

from quotecheck.language.function_words import is_function_word
from quotecheck.matching.compare import Comparison
from quotecheck.model import Code, Span
from quotecheck.text.punctuation import sentence_ends
from quotecheck.verdicts.facts import Fact

REACH: Final = 40
"""Tokens of a sentence that are looked at on either side of a passage's beginning."""
LEAST: Final = 2
"""Content words of a statement that can change places."""


def reordered(comparison: Comparison) -> Fact | None:
    """QC404 if the sentence in which a passage begins has all words of the statement; None if it has not.

    Args:
        comparison: A statement against a passage that is unlike it as it stands.
    """
    query, source = comparison.query, comparison.source
    if not LEAST < len(query) <= REACH or any(query.optional) or len(query.pieces) > 1:
        return None
    low = high = comparison.start
    while low > 0 and comparison.start - low < REACH and not sentence_ends(source, low):
        low -= 1
    while high < len(source) and high - comparison.start < REACH and (high == low or not sentence_ends(source, high)):
        high += 1
    words = Counter(query.keys)
    if words - Counter(source.keys[low:high]) or sum(not is_function_word(key) for key in words) < LEAST:
        return None
    passage, whole = source.stretch(low, high), Span(0, len(query.text))
    return Fact(
        code=Code.NAME_OR_ROLE,
        statement=(whole,),
        source=(passage,),
        gaps={"statement": query.text.strip(), "source": passage.of(source.content)},
    )
