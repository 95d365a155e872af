"""Sentences of a source that vectors of words take for near a claim: candidates, and nothing more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotecheck.aids import Vectors
from quotecheck.checking.matter import Matter
from quotecheck.meaning.units import Unit

MOST_NEAR: Final = 2
"""Sentences that vectors may add to those that share a claim's words."""


def near(units: Sequence[Unit], matter: Matter, likely: Sequence[int], vectors: Vectors | None) -> list[int]:
    """Numbers of further sentences to hold against a claim, nearest first.

    Args:
        units: The claim's.
        matter: The source.
        likely: Numbers of the sentences that share its words.
        vectors: None for none.
    """
    if vectors is None or not units or not matter.sentences:
        return []
    text = " ".join(unit.text for unit in units)
    found = vectors.nearest(text, sentence_texts(matter), MOST_NEAR + len(likely))
    return [number for number in found if number not in likely][:MOST_NEAR]


def sentence_texts(matter: Matter) -> tuple[str, ...]:
    """The words of each sentence."""
    tokens = matter.tokens
    return tuple(tokens.stretch(first, past).of(tokens.content) for first, past in matter.sentences)
