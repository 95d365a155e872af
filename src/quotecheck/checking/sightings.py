"""Every text in which words stand, the earliest first: who said it where, and which texts are copies of another.

Two texts are copies if they share most of their shingles (Broder, "On the resemblance and containment of documents",
1997): wire copy that several papers printed, with a line more or less.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from quotecheck.model import Result, Text
from quotecheck.text.tokens import Tokens

SHINGLE: Final = 5
"""Words of a shingle."""
COPIED: Final = 0.7
"""Share of the shingles of both that two copies have in common."""
COMPARED: Final = 20_000
"""Tokens of a text that are compared."""


@attrs.frozen(kw_only=True)
class Sighting:
    """A text in which words stand.

    Attributes:
        result: The words against this text alone: verdict, place, speaker there, differences.
        text: The text.
        copy_of: Id of the earlier text that this is a copy of; None if it is no copy of any.
    """

    result: Result
    text: Text = attrs.field(repr=False)
    copy_of: str | None = None


def with_copies(sightings: Sequence[Sighting], tokens: Sequence[Tokens]) -> tuple[Sighting, ...]:
    """The same sightings, each copy naming the first text of its kind.

    Args:
        sightings: The earliest first.
        tokens: The tokens of each text.
    """
    firsts: list[tuple[str, frozenset[int]]] = []
    found = []
    for one, own in zip(sightings, tokens, strict=True):
        shingles = _shingles(own.keys)
        first = next((id for id, other in firsts if _alike(shingles, other)), None)
        if first is None:
            firsts.append((one.text.id, shingles))
        found.append(attrs.evolve(one, copy_of=first))
    return tuple(found)


def _shingles(keys: Sequence[str]) -> frozenset[int]:
    keys = keys[:COMPARED]
    last = max(1, len(keys) - SHINGLE + 1)
    return frozenset(hash(tuple(keys[at : at + SHINGLE])) for at in range(last))


def _alike(one: frozenset[int], other: frozenset[int]) -> bool:
    least, most = sorted((len(one), len(other)))
    return least >= COPIED * most and len(one & other) >= COPIED * len(one | other)
