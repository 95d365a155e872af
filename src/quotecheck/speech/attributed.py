"""What is found out about a quotation's speaker, and by which rule. How it is found stands in ``attribution``."""

from __future__ import annotations

import enum
from collections.abc import Sequence

import attrs

from quotecheck.model import Uttered, Words


class Rule(enum.Enum):
    """How a quotation got its speaker, most certain first."""

    AFTER = "cue after"
    BEFORE = "cue before"
    COLON = "colon"
    DASH = "dash"
    SCOPE = "inside a reported clause"
    GOES_ON = "same paragraph"
    ANNOUNCED = "paragraph before ends with a colon"
    BEAT = "what the speaker does beside it"
    NEXT = "next paragraph"
    TURNS = "turns of a conversation"


@attrs.frozen
class Attribution:
    """Who is said to have said a quotation, as it stands.

    Attributes:
        rule: How it was found.
        mention: The words that name the speaker; None if there are none.
        cue: The reporting words; None if there are none.
        same_as: Number of the quotation whose speaker goes on; None if it has its own.
        uttered: Whether it is said at all that the words were said.
    """

    rule: Rule
    mention: Words | None = None
    cue: Words | None = None
    same_as: int | None = None
    uttered: Uttered = Uttered.SAID


def root_of(attributions: Sequence[Attribution | None], number: int) -> int:
    """The quotation whose attribution holds for ``number``: itself, or the one that it goes on with."""
    one = attributions[number]
    return number if one is None or one.same_as is None else one.same_as
