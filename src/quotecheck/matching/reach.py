"""From where an alignment can still keep a limit of cost: by bits, a column of the table a bit.

The table of an alignment is filled cell by cell; most of its cells lead nowhere. Here a whole row is one integer
(Wu and Manber 1992): bit c of row r says that the query's words from r on can be aligned with the source from c on for
so many *units*. A unit is ``UNIT`` of cost, every move's cost rounded down to units, so that nothing that keeps the
limit is ever ruled out. The costs themselves are the table's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

UNIT: Final = 40
"""Cost of the cheapest move that is not free, or next to free."""


class Reach:
    """What it takes to align the rest of a query from each cell on, a level of cost at a time, as far as asked."""

    def __init__(
        self,
        query: Sequence[str],
        places: Mapping[str, Sequence[int]],
        width: int,
        over: Sequence[tuple[int, int]],
        optional: bytes,
        alike: Callable[[str], Sequence[str]],
        units: Sequence[int],
    ) -> None:
        """Nothing is worked out yet.

        Args:
            query: Keys of the query's tokens.
            places: For each key of the window, the places where it stands.
            width: Tokens of the window.
            over: Ranges of the window that are passed over for next to nothing, ascending.
            optional: For each query token, 1 if it is bracketed: to add it, or to leave words out there, is free.
            alike: Gives the window's keys that are alike to a word.
            units: What it takes, in units, to put an alike word, to put another word, to add one, to leave one of the
                source's out, and to leap.
        """
        same: dict[str, int] = {}
        near: dict[str, int] = {}
        for word in query:
            if word not in same:
                same[word] = bits = _bits(places.get(word, ()))
                near[word] = bits | sum(_bits(places[other]) for other in alike(word))
        self._same = [same[word] for word in query]
        self._near = [near[word] for word in query]
        self._over = over[::-1]
        self._starts, self._ends = _bits(start for start, _ in over), _bits(end for _, end in over)
        self._free = optional
        self._loose = [one or other for one, other in zip(b"\0" + optional, optional, strict=False)]
        self._every = (1 << (width + 1)) - 1
        self._units = units
        self._levels: list[list[int]] = []

    def within(self, units: int) -> Sequence[Sequence[int]]:
        """For each number of units up to the one given, and each row, the columns, as bits, from which it suffices."""
        while len(self._levels) <= units:
            self._levels.append(self._level(len(self._levels)))
        return self._levels

    def _level(self, units: int) -> list[int]:
        """For each row, the columns from which its words can be aligned for so many units or less."""
        alike, other, added, omitted, leap = (
            self._levels[units - one] if units >= one else None for one in self._units
        )
        size = len(self._same)
        found = [0] * size + [self._every]
        after = self._every
        for row in range(size - 1, -1, -1):
            here = (after >> 1) & self._same[row]
            if alike is not None:
                here |= (alike[row + 1] >> 1) & self._near[row]
            if other is not None:
                here |= other[row + 1] >> 1
            if self._free[row]:
                here |= after
            elif added is not None:
                here |= added[row + 1]
            if row:  # before its first word nothing of the source is left out: it is free there
                if self._loose[row]:
                    here |= (1 << here.bit_length()) - 1
                elif omitted is not None:
                    here |= omitted[row] >> 1
                if leap is not None and leap[row]:
                    here |= (1 << leap[row].bit_length()) - 1
                if here & self._ends and self._starts & ~here:
                    for start, end in self._over:
                        if here >> end & 1:
                            here |= 1 << start
            found[row] = after = here
        return found


def _bits(places: Iterable[int]) -> int:
    bits = 0
    for place in places:
        bits |= 1 << place
    return bits
