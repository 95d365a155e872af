"""How strongly English words claim: modality, quantity, frequency, hedges, focus (QC405). Scope is found elsewhere."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from functools import cache

import attrs

from quotecheck.language.en import strength as en
from quotecheck.language.negation import splits_negation

__all__ = ["Scale", "StrengthClass", "is_weaker", "strength_class", "strength_of_phrase"]


class Scale(enum.Enum):
    """What kind of strength a word carries."""

    MODALITY = "modality"
    CERTAINTY = "certainty"
    QUANTITY = "quantity"
    FREQUENCY = "frequency"
    DEGREE = "degree"
    FOCUS = "focus"
    APPROXIMATION = "approximation"
    COMPARISON = "comparison"
    ORDER = "order"
    DUAL = "dual"
    CONDITION = "condition"
    HEDGE = "hedge"
    PLAN = "plan"
    ALLEGATION = "allegation"
    BOUND = "bound"

    @property
    def is_ladder(self) -> bool:
        """True if a higher rank claims more; else ranks only tell meanings apart."""
        return self in _LADDERS


_LADDERS = frozenset({Scale.MODALITY, Scale.CERTAINTY, Scale.QUANTITY, Scale.FREQUENCY, Scale.DEGREE})


@attrs.frozen
class StrengthClass:
    """The place of a word or phrase on a scale. Equal ones may stand for each other.

    Attributes:
        scale: Which scale.
        rank: Where on it; on a ladder higher claims more and 0 is the negative end.
    """

    scale: Scale
    rank: int


def strength_class(word: str) -> StrengthClass | None:
    """The strength a word carries; None if it says nothing of how much is claimed.

    A word with two uses has its commoner one: "most" is a quantity, "alleged" a hedge, "no" a quantity. A contraction
    has its auxiliary's: "won't" and "he'll" that of "will"; that it negates is said by ``negation``.

    Args:
        word: Lower-cased, in the form it has; apostrophe ASCII.
    """
    found = _words().get(word)
    if found is None and "'" in word:
        split = splits_negation(word)
        base = split[0] if split else "will" if word.endswith("'ll") else ""
        found = _words().get(base)
    return found


def strength_of_phrase(words: Sequence[str]) -> tuple[int, StrengthClass] | None:
    """The longest phrase of strength that ``words`` begin with ("at least", "up to"), a single word included.

    Returns:
        The number of words it takes and its class; None if they begin with none.
    """
    for length in range(min(_longest(), len(words)), 1, -1):
        found = _phrases().get(tuple(words[:length]))
        if found is not None:
            return length, found
    single = strength_class(words[0]) if words else None
    return (1, single) if single is not None else None


def is_weaker(one: StrengthClass, other: StrengthClass) -> bool | None:
    """True if ``one`` claims less than ``other``; None where the two stand on no common ladder."""
    if one.scale is not other.scale or not one.scale.is_ladder:
        return None
    return one.rank < other.rank


@cache
def _words() -> dict[str, StrengthClass]:
    table: dict[str, StrengthClass] = {}
    for line in (*en.LADDERS, *en.KINDS):
        scale, rank, *entries = line.split()
        for word in entries:
            table.setdefault(word, StrengthClass(Scale(scale), int(rank)))
    return table


@cache
def _phrases() -> dict[tuple[str, ...], StrengthClass]:
    table: dict[tuple[str, ...], StrengthClass] = {}
    for line in en.PHRASES:
        scale, rank, *entries = line.split()
        table.setdefault(tuple(entries), StrengthClass(Scale(scale), int(rank)))
    return table


@cache
def _longest() -> int:
    return max(map(len, _phrases()))
