"""Which stretches of a source are worth aligning with a query: seeds, votes, and what each stretch costs at least.

Nothing is aligned here. Every bound given is a true one: no alignment in a stretch costs less than its ``least``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property, lru_cache, reduce
from itertools import accumulate
from math import log2
from operator import or_
from typing import Final

import attrs
from rapidfuzz import process
from rapidfuzz.distance import LCSseq

from quotecheck.matching.align import ALIKE
from quotecheck.matching.index import STRANGE, SourceIndex
from quotecheck.matching.likeness import alike, alike_among
from quotecheck.matching.passable import NOTHING, Passable

MOST_SEEDS: Final = 6000
"""Places of rare words that are looked at for one query."""
SHARED: Final = 0.4
"""Share of the query's words that a passage must hold for it to be called like the query."""
MOST_TRIED: Final = 3
"""Stretches that may be like a query only if words that the source does not have stand there in another spelling."""
LONG: Final = 300
"""Tokens from which a query is aligned in compiled code, without moves of our own, unless it is very near."""


def slack(size: int) -> int:
    """Words that may be left out or added in a passage for a query of ``size`` tokens, and it is surely found."""
    return size // 4 + 6


@attrs.frozen(eq=False)
class Wanted:
    """A run of keys to look for, with what the source's index tells of them.

    Attributes:
        keys: Keys of the run.
        optional: For each, 1 if it is bracketed and the source need not have it.
        needed: The keys that are not bracketed.
        weights: What each key counts, more the rarer it is; nothing if it is bracketed.
        counts: Places in the source, for each position.
        seeds: Positions of unbracketed keys that the source has, the rarest first.
        lacking: How many unbracketed keys the source does not have at all.
        coded: The keys that are not bracketed, in the characters of the source's ``coded``.
    """

    keys: Sequence[str]
    optional: bytes
    needed: Sequence[str]
    weights: Sequence[float]
    counts: Sequence[int]
    seeds: Sequence[int]
    lacking: int
    coded: str

    @classmethod
    def of(cls, keys: Sequence[str], index: SourceIndex, optional: bytes = b"") -> Wanted:
        """The keys as the index knows them; if all are bracketed, they are looked for as if none was."""
        if not any(optional) or all(optional):
            optional = bytes(len(keys))
        size = len(index.tokens) + 2
        counts = [len(index.places(key)) for key in keys]
        free = [at for at, one in enumerate(optional) if not one]
        weights = [1.0 + log2(size / (count + 1)) / 4 for count in counts]
        return cls(
            keys=keys,
            optional=optional,
            needed=[keys[at] for at in free],
            weights=[0.0 if one else weight for one, weight in zip(optional, weights, strict=True)],
            counts=counts,
            seeds=sorted((at for at in free if counts[at]), key=lambda at: (counts[at], at)),
            lacking=sum(not counts[at] for at in free),
            coded=index.code([keys[at] for at in free]),
        )

    def rarest(self, most_seeds: int, most_places: int) -> int:
        """How many of the rarest seeds have no more places than ``most_places`` together, at least one."""
        past, places = 0, 0
        for at in self.seeds[:most_seeds]:
            places += self.counts[at]
            if past and places > most_places:
                break
            past += 1
        return past

    def telling(self, most_places: int) -> int:
        """How many of the rarest seeds to sow so that every passage like the query holds one of them.

        Args:
            most_places: Places that they may have together, but for the first.
        """
        places = 0
        for past, at in enumerate(self.seeds, 1):
            places += self.counts[at]
            if past > 1 and places > most_places:
                return past - 1
            if self.votes(past):
                return past
        return len(self.seeds)

    def votes(self, sown: int) -> int:
        """How many of so many rarest seeds a passage like the query holds at least."""
        weights = [self.weights[at] for at in self.seeds]
        left = self._least - sum(weights[sown:])
        for number, weight in enumerate(sorted(weights[:sown], reverse=True)):
            if left <= 0:
                return number
            left -= weight
        return sown

    def missed(self, cost: int) -> int:
        """How many of its seeds a passage that costs less than ``cost`` may lack, at most."""
        return max(0, (cost - 1) // ALIKE - self.lacking)

    @cached_property
    def lost(self) -> float:
        """The weight of the keys that the source does not have: they may stand there in another spelling."""
        return sum(weight for weight, count in zip(self.weights, self.counts, strict=True) if not count)

    @property
    def is_strange(self) -> bool:
        """True if the source does not have half of what a passage must hold, wherever its words stand."""
        return sum(self.weights) - self.lost < self._least / 2

    @cached_property
    def fewest(self) -> int:
        """The fewest words that weigh enough for a passage to be called like the query."""
        left = self._least
        for number, weight in enumerate(sorted(self.weights, reverse=True), 1):
            left -= weight
            if left <= 0:
                return number
        return len(self.weights)

    def weighs_enough(self, inside: str, held: int, spared: float = 0.0) -> bool:
        """False if ``held`` words of those that stand in a stretch weigh too little, whichever they are.

        Args:
            inside: The stretch, in the characters of the source's ``coded``.
            held: How many words of the query it has in order.
            spared: What may be missing.
        """
        weight = spared
        for sign, one in self._heaviest_first:
            if sign in inside:
                weight += one
                held -= 1
                if not held or weight >= self._least:
                    break
        return weight >= self._least

    @cached_property
    def _heaviest_first(self) -> list[tuple[str, float]]:
        """Each unbracketed key of the query that the source has, with its weight."""
        known = [(sign, weight) for sign, weight in zip(self.coded, self._needed, strict=True) if sign != STRANGE]
        return sorted(known, key=lambda pair: -pair[1])

    @property
    def promised(self) -> int:
        """The greatest cost at which a passage surely holds ``SHARED`` of the weight, whichever words differ."""
        left = (1 - SHARED) * sum(self.weights)
        cost = 0
        for weight in sorted((one for one in self.weights if one), reverse=True):
            left -= weight
            if left < 0:
                break
            cost += ALIKE
        return cost + ALIKE - 1

    def shares(self, held: int) -> bool:
        """True if a passage that has so many words of the query, in order, is like it, whichever they are."""
        return held > 0 and self._lightest[min(held, len(self._lightest)) - 1] >= self._least

    @cached_property
    def _lightest(self) -> list[float]:
        """What the lightest unbracketed words weigh together, for each number of them."""
        return list(accumulate(sorted(self._needed)))

    @property
    def _needed(self) -> list[float]:
        """The weights of the keys that are not bracketed, in order."""
        return [weight for weight, one in zip(self.weights, self.optional, strict=True) if not one]

    def may_share(self, inside: Sequence[str]) -> bool:
        """False if too few words of the query stand in a stretch, in whatever order, alike ones counted."""
        places = reduce(or_, map(_likes(self._forms, by_initial=True).__getitem__, set(inside)), 0)
        return sum(weight for at, weight in enumerate(self._form_weights) if places >> at & 1) >= self._least

    def may_share_in_order(self, inside: Sequence[str]) -> bool:
        """False if no alignment with a stretch shares enough words, alike ones counted, whatever it costs."""
        if len(self.keys) > LONG:
            return True
        # The longest common subsequence by bits (Hyyrö 2004), a word of the query a bit; words that are alike match.
        places, free = 0, (1 << len(self.keys)) - 1
        every = free
        for matched in map(_likes(tuple(self.keys), by_initial=False).__getitem__, inside):
            if matched:
                places |= matched
                taken = free & matched
                free = ((free + taken) | (free - taken)) & every
        most = len(self.keys) - free.bit_count()
        heaviest = sorted((weight for at, weight in enumerate(self.weights) if places >> at & 1), reverse=True)
        return sum(heaviest[:most]) >= self._least and self._heaviest(inside) >= self._least

    def _heaviest(self, inside: Sequence[str]) -> float:
        """What the words of the heaviest common subsequence of query and stretch weigh, alike ones counted."""
        best = [0.0] * (len(self.keys) + 1)  # by the query's word that comes last, the first cell for none
        for matched in map(_likes(tuple(self.keys), by_initial=False).__getitem__, inside):
            while matched:
                at = matched.bit_length() - 1  # the last first: a word of the stretch serves once
                matched ^= 1 << at
                weight = self.weights[at] + max(best[: at + 1])
                if weight > best[at + 1]:
                    best[at + 1] = weight
        return max(best)

    @cached_property
    def _least(self) -> float:
        """The weight that a passage must hold to be called like the query."""
        return SHARED * sum(self.weights) - 1e-6

    @cached_property
    def _forms(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.keys))

    @cached_property
    def _form_weights(self) -> list[float]:
        sums = dict.fromkeys(self._forms, 0.0)
        for key, weight in zip(self.keys, self.weights, strict=True):
            sums[key] += weight
        return list(sums.values())


class _Likes(dict[str, int]):
    """For each key of a source that was met: the places of a query whose keys are the same or alike, as a set of bits.

    A source's keys come again in stretch after stretch: each is held against the query once.
    """

    def __init__(self, keys: Sequence[str], *, by_initial: bool) -> None:
        """Nothing is met yet.

        Args:
            keys: The query's.
            by_initial: Take for alike only what begins with the same letter.
        """
        super().__init__()
        self._same: dict[str, int] = {}
        for at, key in enumerate(keys):
            self._same[key] = self._same.get(key, 0) | 1 << at
        self._others: dict[str, list[str]] = {}
        for key in self._same:
            self._others.setdefault(key[0] if by_initial else "", []).append(key)
        self._by_initial = by_initial

    def __missing__(self, key: str) -> int:
        found = self._same.get(key, 0)
        others: Sequence[str] = self._others.get(key[0] if self._by_initial else "", ())
        if others and not self._by_initial:
            others = alike_among(key, others)
        for other in others:
            if other != key and alike(other, key):
                found |= self._same[other]
        self[key] = found
        return found


@lru_cache(maxsize=4)
def _likes(keys: tuple[str, ...], *, by_initial: bool) -> _Likes:
    """One object for all the sources that a query is looked for in."""
    return _Likes(keys, by_initial=by_initial)


@attrs.frozen(order=True)
class Window:
    """A stretch of the source, as a token range.

    Attributes:
        least: What an alignment in it costs at least.
        low: First token.
        high: One past the last token.
    """

    least: int
    low: int
    high: int


class Field:
    """A source's diagonals in buckets, each with the seeds that stand on it.

    A token's diagonal is its place less its position in the query: words that follow each other in both have the same.
    """

    def __init__(self, wanted: Wanted, index: SourceIndex, over: Passable = NOTHING) -> None:
        """A field without seeds.

        Args:
            wanted: What to look for.
            index: The source.
            over: What of the source is not of its words.
        """
        self.wanted, self.index, self.over = wanted, index, over
        self.size = len(wanted.keys)
        self.width = max(8, -(-self.size // 8) * 8)  # few widths, so that what is worked out for one serves again
        self.seeds: Sequence[int] = ()
        self.sown: list[tuple[int, Sequence[int]]] = []
        self.pairs: frozenset[int] = frozenset()
        self.left = 0
        self.votes: Counter[int] = Counter()

    def sow(self, many: int) -> None:
        """Brings the seeds to the ``many`` rarest."""
        for at in self.wanted.seeds[len(self.seeds) : many]:
            places = self.index.places(self.wanted.keys[at])
            self.sown.append((at, places))
            if len(places) > MOST_SEEDS:
                places = places[:MOST_SEEDS]
            # One word votes once for a bucket; a dict keeps their order.
            self.votes.update(dict.fromkeys([(place - at) // self.width for place in places]).keys())
        self.seeds = self.wanted.seeds[:many]

    def fullest(self, most: int) -> list[tuple[int, int, int]]:
        """The pairs of neighbouring buckets with the most seeds, at least half of them.

        A passage in which no more than ``slack`` words are left out or added has all its seeds in one pair of buckets,
        or in two if it passes over more than there is room for.

        Returns:
            For each pair: what a passage there costs at least, what one costs that passes over nothing, and the first
            of the two buckets.
        """
        votes = self.votes
        common = votes.most_common(most)
        pairs = {one: votes[one] + votes[one + 1] for bucket, _ in common for one in (bucket - 1, bucket)}
        best = sorted(pairs, key=lambda bucket: (-pairs[bucket], bucket))
        past = next((at for at, one in enumerate(best[:most]) if 2 * pairs[one] < len(self.seeds)), most)
        self.pairs = frozenset(best[:past])
        self.left = max(2 * common[-1][1] if len(common) == most else 0, pairs[best[past]] if past < len(best) else 0)
        return [(self._least(self._parts(one) * pairs[one]), self._least(pairs[one]), one) for one in best[:past]]

    def likely(self, most: int, cost: int) -> list[tuple[int, int, int]]:
        """The pairs of neighbouring buckets, as ``fullest`` gives them, whose words may be those of a passage.

        Left out are those whose words of the query, in its order, weigh too little for a passage to be called like it,
        or are too few for one that costs less than ``cost``. Of those that only words in another spelling can make
        like it some are tried.
        """
        wanted = self.wanted
        fewest = max(1, wanted.fewest, len(wanted.seeds) - wanted.missed(cost))
        pairs = self._voted(max(1, wanted.votes(len(self.seeds)), len(self.seeds) - wanted.missed(cost)))
        inside = self._stretches(pairs, 3)
        found, tried = [], 0
        for many, at in _held(wanted.coded, inside, max(1, fewest - wanted.lacking)):
            enough = many >= fewest and wanted.weighs_enough(inside[at], many)
            if not enough and tried < MOST_TRIED and wanted.weighs_enough(inside[at], many, wanted.lost):
                tried, enough = tried + 1, True
            if enough:
                least = ALIKE * (len(wanted.coded) - many)
                found.append((least, least, pairs[at]))
            if len(found) == most or (many < fewest and (tried == MOST_TRIED or not wanted.lacking)):
                break
        return found

    def _voted(self, votes: int) -> list[int]:
        """The pairs of buckets that hold so many seeds, or half of them where a passage may lie in two pairs."""
        many, held = self.votes, self.votes.get
        least = -(-votes // 2) if self.over else votes
        pairs = [bucket for bucket, one in many.items() if one + held(bucket + 1, 0) >= least]
        pairs += [bucket - 1 for bucket, one in many.items() if one >= least and bucket - 1 not in many]
        if least == votes:
            return pairs
        return [one for one in pairs if held(one, 0) + held(one + 1, 0) >= votes or self._parts(one) > 1]

    def _parts(self, bucket: int) -> int:
        """In how many pairs of buckets a passage may lie: two where it may pass over more than a pair has room for."""
        if not self.over:
            return 1
        passed = self.over.most_in(bucket * self.width, (bucket + 3) * self.width)
        return 2 if passed > self.width - slack(self.size) else 1

    def _stretches(self, buckets: Sequence[int], many: int) -> list[str]:
        """The words of ``many`` buckets from each on, and of what a passage may pass over, as ``coded`` has them."""
        coded, width = self.index.coded, self.width
        if self.over:
            windows = self.over.all_reached(buckets, width, many, len(coded))
            return [coded[low:high] for low, high in windows]
        return [coded[one * width if one > 0 else 0 : (one + many) * width] for one in buckets]

    def is_beyond(self, cost: int) -> bool:
        """True if a passage that has no seed in the pairs given cannot cost less."""
        if self._least(self.left) >= cost:
            return True
        held = (count + self.votes[bucket + 1] for bucket, count in self.votes.items() if bucket not in self.pairs)
        return self._least(max(held, default=0)) >= cost

    def _least(self, held: int) -> int:
        return ALIKE * (self.wanted.lacking + max(0, len(self.seeds) - held))

    def stretch(self, bucket: int) -> tuple[int, int]:
        """The tokens of the source for a pair of buckets."""
        first, past = bucket * self.width, (bucket + 2) * self.width
        low, high = past, first
        for at, places in self.sown:
            one = bisect_left(places, first + at)
            if one < len(places) and (place := places[one] - at) < past:
                low = place if place < low else low
                place = places[bisect_left(places, past + at, one) - 1] - at
                high = place if place > high else high
        return self._around(low, high)

    def measured(self, low: int, high: int) -> Window:
        """A stretch with its least cost: the words that no order-keeping choice of its words holds."""
        wanted = self.wanted.coded
        return Window(ALIKE * (len(wanted) - LCSseq.similarity(wanted, self.index.coded[low:high])), low, high)

    def _around(self, low: int, high: int) -> tuple[int, int]:
        """The tokens in which a passage with a seed between two diagonals lies."""
        spare = slack(self.size)
        return self.over.stretched(max(0, low - spare), high + self.size + spare, len(self.index.tokens))


def _held(query: str, stretches: Sequence[str], fewest: int) -> list[tuple[int, int]]:
    """How many words of a query each stretch has in order, with its number: the most first, none below ``fewest``."""
    found = process.extract(query, stretches, scorer=LCSseq.similarity, score_cutoff=fewest, limit=None)
    return [(int(held), at) for _, held, at in found]
