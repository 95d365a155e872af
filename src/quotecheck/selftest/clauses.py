"""Where a sentence can be cut or shortened without a change of meaning. Cautious: where in doubt, nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from quotecheck.language.function_words import is_conjunction, is_function_word, is_preposition
from quotecheck.language.negation import is_implicit_negation, is_negation
from quotecheck.language.strength import strength_class
from quotecheck.text.tokens import Tokens, is_figure, tokenize

SHORTEST_CLAUSE: Final = 5  # tokens
_BORDER: Final = re.compile(r"[,;:](?= )| [–—] |--")
_SUBORDINATE: Final = frozenset(
    """
    if unless except without until till when whenever while whilst whether though although lest provided before after
    because since as than that so such only but yet however save like against despite instead rather even too enough
    would could should might may can must who whom whose which what where why how
    """.split()
)
_UNSAFE_OPENERS: Final = frozenset(
    "without except but before after against until till than despite like as of to".split()
)
_FEWEST_LEFT: Final = 5  # tokens on either side of what is left out
_LONGEST_LEFT_OUT: Final = 7


def limits(key: str, language: str) -> bool:
    """True if a word negates, limits, subordinates or quantifies, so that what stands beside it hangs on it."""
    return (
        is_negation(key, language)
        or is_implicit_negation(key)
        or strength_class(key) is not None
        or key in _SUBORDINATE
        or "'" in key
    )


def clauses(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Clauses that may be quoted without the rest of their sentence.

    Args:
        text: A sentence.
        language: BCP 47 tag.

    Yields:
        Start and end in code points. None for a sentence in which anything limits anything, or a question.
    """
    if "?" in text or any(limits(key, language) for key in tokenize(text).keys):
        return
    borders = [0, *(match.end() for match in _BORDER.finditer(text)), len(text)]
    for start, end in pairwise(borders):
        while start < end and text[start] == " ":
            start += 1
        words = text[start:end].rstrip(" ,;:–—-")
        if 0 < len(words) < len(text) - 2 and len(tokenize(words)) >= SHORTEST_CLAUSE:
            yield start, start + len(words)


def omissible(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Phrases that an ellipsis may stand for: one that a preposition opens, up to the next preposition or the end.

    Args:
        text: A sentence.
        language: BCP 47 tag.

    Yields:
        Start and end in code points; what is left on both sides is at least five words. None for a sentence in which
        anything limits anything.
    """
    tokens = tokenize(text)
    if "?" in text or any(limits(key, language) for key in tokens.keys):
        return
    for first in range(_FEWEST_LEFT, len(tokens) - _FEWEST_LEFT):
        past = _phrase_end(tokens, first, language)
        if past is not None and past <= len(tokens) - _FEWEST_LEFT:
            yield tokens.starts[first], tokens.ends[past - 1]


def _phrase_end(tokens: Tokens, first: int, language: str) -> int | None:
    """One past the last token of the phrase that a preposition opens at ``first``; None if it has no plain end."""
    if not is_preposition(tokens.keys[first], language) or tokens.keys[first] in _UNSAFE_OPENERS:
        return None
    for at in range(first + 1, min(first + 1 + _LONGEST_LEFT_OUT, len(tokens))):
        if is_figure(tokens.keys[at]):
            return None  # how much, how long and when are limits too
        gap = tokens.before(at)
        ends_well = at - first >= 2 and not is_function_word(tokens.keys[at - 1], language)
        if gap == ", ":
            return at if ends_well else None
        if gap.strip() or is_conjunction(tokens.keys[at], language):
            return None
        if is_preposition(tokens.keys[at], language):
            return at if ends_well and tokens.keys[at] not in {"of", "to"} else None
    return None
