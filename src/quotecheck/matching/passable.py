"""Ranges of a source that are not of its words, which a passage may pass over. What they are is not known here."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Final

import attrs

MOST_OVER: Final = 600
"""Tokens that are not of the source's words by which a stretch is made longer to each side."""
_BLOCK: Final = 16
_MOST_SHARED: Final = 16
"""Windows of a source, to each that is asked for, up to which all of them are worked out."""


@attrs.frozen(eq=False)
class Passable:
    """Token ranges of a source that a passage may pass over.

    Attributes:
        ranges: The ranges, half-open, ascending.
    """

    ranges: tuple[tuple[int, int], ...] = ()
    _begun: array[int] = attrs.field(init=False, repr=False)
    _ended: array[int] = attrs.field(init=False, repr=False)
    _tables: dict[tuple[int, int], tuple[array[int], array[int]]] = attrs.field(factory=dict, init=False, repr=False)

    @_begun.default
    def _read_begun(self) -> array[int]:
        """For each block, the tokens of the ranges that begin in it or before it."""
        return _running(((start, end - start) for start, end in self.ranges), self.ranges)

    @_ended.default
    def _read_ended(self) -> array[int]:
        """For each block, the tokens of the ranges that end before it."""
        return array("Q", (0, *_running(((end, end - start) for start, end in self.ranges), self.ranges)))

    @classmethod
    def of(cls, over: Passable | Sequence[tuple[int, int]]) -> Passable:
        """The ranges, if they are not put together yet."""
        return over if isinstance(over, Passable) else cls(tuple(over))

    def __bool__(self) -> bool:
        return bool(self.ranges)

    def reached(self, low: int, high: int) -> tuple[int, int]:
        """A window at least as long as ``stretched`` makes it, found faster.

        Args:
            low: First token of the window; may lie before the source.
            high: One past its last token; may lie behind the source.

        Returns:
            The window; its first token is one of the source.
        """
        first, past, extra = low, high, 0
        while True:
            found = self.most_in(first, past)
            if found <= extra or extra > 4 * MOST_OVER:
                return max(0, first), past
            first, past, extra = low - found, high + found, found

    def most_in(self, low: int, high: int) -> int:
        """Tokens of ranges that a stretch of the source may hold, at most; it may begin before the source."""
        last = len(self._begun) - 1
        return self._begun[min(high // _BLOCK, last)] - self._ended[min(max(0, low // _BLOCK), last)]

    def all_reached(self, buckets: Sequence[int], width: int, many: int, limit: int) -> list[tuple[int, int]]:
        """``reached`` for windows of ``many`` buckets in a row, of ``width`` tokens each.

        Args:
            buckets: The first bucket of each window, none before -1; one may lie behind the source.
            width: Tokens of a bucket.
            many: Buckets of a window.
            limit: Number of the source's tokens. Where many of its windows are asked for, all are worked out once.
        """
        count = limit // width + 2
        if count > _MOST_SHARED * len(buckets):
            return [self.reached(one * width, (one + many) * width) for one in buckets]
        known = self._tables.get((width, many))
        if known is None:
            every = [self.reached(one * width, (one + many) * width) for one in range(-1, count)]
            known = array("Q", (low for low, _ in every)), array("Q", (high for _, high in every))
            self._tables[width, many] = known
        lows, highs = known
        return [(lows[one + 1], highs[one + 1]) for one in buckets]

    def inside(self, low: int, high: int) -> list[tuple[int, int]]:
        """The ranges that lie wholly in a stretch."""
        first, past = bisect_left(self.ranges, (low,)), bisect_left(self.ranges, (high,))
        return [(start, end) for start, end in self.ranges[first:past] if end <= high]

    def stretched(self, low: int, high: int, limit: int) -> tuple[int, int]:
        """A window made longer to both sides by what it holds that is not of the source's words.

        Seeds may stand before such a range or after it, so that a range inside counts for both sides.

        Args:
            low: First token of the window; may lie before the source.
            high: One past its last token; may lie behind the source.
            limit: Number of the source's tokens.
        """
        ranges, window = self.ranges, (low, high)
        if ranges:
            first, past = bisect_left(ranges, (low,)), bisect_left(ranges, (high,))
            within = min(MOST_OVER, sum(end - start for start, end in ranges[first:past]))
            low, high = low - within, high + within
            while past < len(ranges) and ranges[past][0] < high < window[1] + MOST_OVER:
                high += ranges[past][1] - ranges[past][0]
                past += 1
            while first and ranges[first - 1][1] > low > window[0] - MOST_OVER:
                first -= 1
                low -= ranges[first][1] - ranges[first][0]
        return max(0, low), min(limit, high)


def _running(tokens: Iterable[tuple[int, int]], ranges: Sequence[tuple[int, int]]) -> array[int]:
    """Sums of tokens by the block of their place, each with all before it."""
    sums = [0] * (max((end for _, end in ranges), default=0) // _BLOCK + 1)
    for place, many in tokens:
        sums[place // _BLOCK] += many
    return array("Q", accumulate(sums))


NOTHING: Final = Passable()
