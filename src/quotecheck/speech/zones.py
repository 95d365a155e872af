"""Where in a draft words stand, headline or caption, and which of them it stresses. Statements are found elsewhere."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from quotecheck.model import Span, Text, Zone

_HEADING: Final = re.compile(r"[ ]{0,3}#{1,6}[ \t]")


def zone_of(text: Text, at: int) -> Zone:
    """The zone of a place: as the format marks it, or a heading of Markdown (``## So``).

    Args:
        text: A draft.
        at: Offset in its content.
    """
    for span, zone in text.zones:
        if span.start <= at < span.end:
            return zone
    line = text.content.rfind("\n", 0, at) + 1
    return Zone.HEADLINE if _HEADING.match(text.content, line) else Zone.BODY


def stressed_in(text: Text, parts: Sequence[Span]) -> tuple[Span, ...]:
    """What a draft sets in italics or bold of the words in some parts, as spans of the parts joined by one space.

    Args:
        text: A draft.
        parts: Where the words stand.
    """
    emphases = text.emphases or ()
    if not emphases:
        return ()
    found: list[Span] = []
    at = 0
    for part in parts:
        for span in emphases[max(0, bisect_left(emphases, part.start, key=lambda one: one.start) - 1) :]:
            if span.start >= part.end:
                break
            low, high = max(span.start, part.start), min(span.end, part.end)
            if low < high:
                found.append(Span(at + low - part.start, at + high - part.start))
        at += len(part) + 1
    return tuple(found)
