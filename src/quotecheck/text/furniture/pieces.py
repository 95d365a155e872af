"""A piece of furniture and its kinds: what stands between the words of a text and is not of them."""

from __future__ import annotations

import enum

import attrs

from quotecheck.model import Span


class FurnitureKind(enum.Enum):
    """What a piece of furniture is there for."""

    PAGE = "page"
    REFERENCE = "reference"
    NUMBER = "number"
    CUE = "cue"
    REPEAT = "repeat"
    TIME = "time"
    STAGE = "stage"
    PICTURE = "picture"


@attrs.frozen(order=True)
class Furniture:
    """One piece of furniture.

    Attributes:
        span: Where it stands, in code points of the content; white space at its ends is not part of it.
        kind: What it is there for.
    """

    span: Span
    kind: FurnitureKind = attrs.field(order=False)
