"""One place of a sentence altered, and the checks that the sentence has become another one. Which place, others say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from quotecheck.language.negation import is_implicit_negation, is_negation
from quotecheck.selftest.ground import Ground
from quotecheck.selftest.trials import Made
from quotecheck.selftest.truths import Truth
from quotecheck.text.tokens import tokenize

_SHORT: Final = {"will": "ll", "would": "d", "have": "ve", "am": "m", "are": "re", "is": "s"}
_LONG_FORM: Final = re.compile(r"\b(you|they|she|we|he|it|I) (will|would|have|am|are|is)\b", re.IGNORECASE)


def alike(word: str, other: str) -> str:
    """``other`` in the capitals of ``word``."""
    if len(word) > 1 and word.isupper():
        return other.upper()
    return other[:1].upper() + other[1:] if word[:1].isupper() else other


def found(phrase: str, text: str) -> Iterator[re.Match[str]]:
    """Where a phrase stands in a text as whole words, whatever its first letter's case."""
    first = f"[{phrase[0].lower()}{phrase[0].upper()}]"
    yield from re.finditer(rf"(?<![\w'’-]){first}{re.escape(phrase[1:])}(?![\w'’-])", text)


def falsified(truth: Truth, ground: Ground, start: int, end: int, new: str, what: str = "") -> Made | None:
    """The truth with ``new`` in place of ``text[start:end]``; None if the source has those words too.

    Args:
        truth: Words of the source.
        ground: The source.
        start: First code point of ``truth.text`` that goes.
        end: One past the last.
        new: What stands there instead; "" takes a space with it.
        what: What was done; by default from what to what.
    """
    old = truth.text[start:end]
    text = truth.text[:start] + new + truth.text[end:]
    if not new:
        text = re.sub(r" {2,}", " ", text).strip()
        text = re.sub(r" (?=[,.;:!?])", "", text)
        text = text[:1].upper() + text[1:] if truth.text[:1].isupper() else text
    if list(tokenize(text).keys) == list(tokenize(truth.text).keys) or _stands(text, ground):
        return None
    return Made(text, truth.speaker, what or f"{old} → {new or 'nothing'}")


def _stands(text: str, ground: Ground) -> bool:
    """True if the source has these words somewhere, or their short forms: "I'll show you" for "I will show you"."""
    short = _LONG_FORM.sub(lambda match: f"{match[1]}'{_SHORT[match[2].lower()]}", text)
    return bool(ground.count(text)) or (short != text and bool(ground.count(short)))


def negations(text: str, language: str) -> list[int]:
    """The tokens of a text that negate, by themselves or what depends on them."""
    keys = tokenize(text).keys
    return [at for at, key in enumerate(keys) if is_negation(key, language) or is_implicit_negation(key)]


def is_plain(truth: Truth, ground: Ground, negated: int = 0) -> bool:
    """True for a statement, not a question, with so many negations: one in which a change has one meaning."""
    return "?" not in truth.text and not truth.joined and len(negations(truth.text, ground.language)) == negated
