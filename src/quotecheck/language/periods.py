"""Words for stretches and points of time that are figures without a number: "a week", "yesterday", "monthly"."""

from __future__ import annotations

from functools import cache
from typing import Final

from quotecheck.language.lists import lines

# One kind a line, its values parted by "|": another value of one kind is another figure.
_TIMES: Final = (
    "second seconds | minute minutes | hour hours | day days | week weeks | month months | year years"
    " | decade decades | century centuries"
)
_KINDS: Final = (_TIMES, *lines("""
hourly | daily | weekly | fortnightly | monthly | quarterly | yearly annual annually
yesterday | today | tomorrow
noon midday | midnight
spring springtime | summer summertime | autumn | winter wintertime
morning mornings | afternoon afternoons | evening evenings night nights
mile miles | metre metres meter meters | kilometre kilometres kilometer kilometers | inch inches | yard yards
"""))  # fmt: skip


def other_period(one: str, other: str) -> bool:
    """True if two English words are values of one kind and not the same: "week" and "month", "daily" and "weekly".

    Args:
        one: Lower-cased.
        other: Lower-cased; the order does not matter.
    """
    mine, theirs = _values().get(one), _values().get(other)
    return mine is not None and theirs is not None and mine[0] == theirs[0] and mine[1] != theirs[1]


@cache
def _values() -> dict[str, tuple[int, int]]:
    return {
        word: (kind, value)
        for kind, line in enumerate(_KINDS)
        for value, words in enumerate(line.split("|"))
        for word in words.split()
    }
