"""A run of unequal tokens, settled: which of them are one word written otherwise, and which are other words."""

from __future__ import annotations

import enum
import itertools
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import attrs
import regex

from quotecheck.language.names import full_title, is_title
from quotecheck.language.negation import expand_contraction
from quotecheck.language.spelling import same_word
from quotecheck.matching.differences import DifferenceKind
from quotecheck.matching.likeness import alike
from quotecheck.text.folding import UNMAPPED
from quotecheck.text.tokens import is_figure

MOST_JOINED: Final = 5
"""Tokens of one side that may be one word of the other."""
MOST_CELLS: Final = 4096
"""Product of the two lengths up to which a run is settled word by word."""

_OTHER_WORDS: Final = frozenset(
    "resign recover reform recreate recreation resent repress relay remove restore remark reserve retreat recount"
    " release restrain report represent resort resolve reprove rebound react redress reside relate reappear resound"
    " resigned recovered reformed resigns resigning recovering reforming recreated remarked reserved recounted"
    " released represented resolved retreated unionized unionised coop defence discover disease preposition"
    " represses repressed removes removed reports reported reserves relayed resorts".split()
)
"""Words that are other words with a hyphen after their first letters."""
_GROUPED: Final = regex.compile(r"\d{1,3}(?:[,']\d{3})+")
_WHOLE: Final = regex.compile(r"\d+|\d{1,3}(?:[,']\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}")
_NOT_LETTERS: Final = regex.compile(r"[^\p{L}\p{M}\d$£€¥%§]+")
_SEPARATORS: Final = regex.compile(r"[.,'’]")
_UNMAPPED: Final = regex.compile(f"[{UNMAPPED}]+")
_LOST: Final = ("ff", "fi", "fl", "ffi", "ffl", "ft", "tt", "ti", "th", "st", "fj", "")
_SHORT_LIGATURE: Final = regex.compile(r"ff")


@attrs.frozen
class Settled:
    """One settled stretch of a run; the indices count from the run's own beginnings.

    Attributes:
        kind: How the two stretches differ; None if they are equal.
        first: First query token.
        past: One past the last query token.
        start: First source token.
        end: One past the last source token.
    """

    kind: DifferenceKind | None
    first: int
    past: int
    start: int
    end: int


class Free(enum.Enum):
    """Where source tokens may be left out for nothing."""

    NOWHERE = "nowhere"
    START = "start"
    END = "end"


def settle(query: Sequence[str], source: Sequence[str], free: Free = Free.NOWHERE) -> tuple[Settled, ...]:
    """The cheapest reading of a run of unequal tokens.

    Args:
        query: Keys of the query's tokens in the run.
        source: Keys of the source's.
        free: Where source tokens may be left out for nothing, and are then covered by no stretch.

    Returns:
        Stretches in order that cover both sides; neighbouring other words are one stretch.
    """
    if not query or not source or len(query) * len(source) > MOST_CELLS:
        return (_other(0, len(query), 0, len(source)),) if query or source else ()
    best = _Best(query, source, free)
    return _gathered(best.trace())


class _Best:
    """Costs of every pair of beginnings, and the stretch that led to each."""

    def __init__(self, query: Sequence[str], source: Sequence[str], free: Free) -> None:
        self.query, self.source, self.free = query, source, free
        self.costs: dict[tuple[int, int], int] = {(0, 0): 0}
        if free is Free.START:
            self.costs |= {(0, end): 0 for end in range(len(source) + 1)}
        self.last: dict[tuple[int, int], Settled] = {}
        for past in range(len(query) + 1):
            for end in range(len(source) + 1):
                if (past, end) not in self.costs:
                    self._fill(past, end)

    def _fill(self, past: int, end: int) -> None:
        options = [self._single(past, end)] if past and end else []
        if past:
            # Where the source is free, a word without a match costs more than one put in place of another.
            added = 7 if self.free is Free.NOWHERE else 12
            options.append((added, Settled(DifferenceKind.ADDED, past - 1, past, end, end)))
        if end:
            options.append((6, Settled(DifferenceKind.OMITTED, past, past, end - 1, end)))
        if past and end:
            options.extend(self._joins(past, end))
        cost, settled = min(
            ((cost + self.costs[one.first, one.start], one) for cost, one in options), key=lambda option: option[0]
        )
        self.costs[past, end], self.last[past, end] = cost, settled

    def _single(self, past: int, end: int) -> tuple[int, Settled]:
        cost, kind = _compare(self.query[past - 1], self.source[end - 1])
        return cost, Settled(kind, past - 1, past, end - 1, end)

    def _joins(self, past: int, end: int) -> list[tuple[int, Settled]]:
        found = []
        for left in range(1, min(MOST_JOINED, past) + 1):
            for right in range(1, min(MOST_JOINED, end) + 1):
                if left == right == 1 or (left > 1 and right > 1):
                    continue
                kind = _join(self.query[past - left : past], self.source[end - right : end])
                if kind is not None:
                    found.append((2, Settled(kind, past - left, past, end - right, end)))
        return found

    def trace(self) -> list[Settled]:
        """The stretches from the first to the last."""
        past = len(self.query)
        at = (past, len(self.source))
        if self.free is Free.END:
            at = min(((past, end) for end in range(len(self.source) + 1)), key=self.costs.__getitem__)
        stretches = []
        while at in self.last:
            one = self.last[at]
            stretches.append(one)
            at = (one.first, one.start)
        return stretches[::-1]


def _compare(word: str, other: str) -> tuple[int, DifferenceKind | None]:
    if word == other:
        return 0, None
    if _is_word(word) and _is_word(other) and same_word(word, other):
        return 1, DifferenceKind.SPELLED
    if is_title(word) and is_title(other) and full_title(word) == full_title(other):
        return 1, DifferenceKind.EXPANDED
    if is_noise(word, other):
        return 2, DifferenceKind.NOISE
    if (_GROUPED.fullmatch(word) and _WHOLE.fullmatch(other)) or (_GROUPED.fullmatch(other) and _WHOLE.fullmatch(word)):
        bare = word.replace(",", "").replace("'", ""), other.replace(",", "").replace("'", "")
        if bare[0] == bare[1]:
            return 1, DifferenceKind.JOINED
    return (8 if alike(word, other) else 11), DifferenceKind.REPLACED


def _is_word(key: str) -> bool:
    return key[0].isalpha() or key[0] == "'"


@lru_cache(maxsize=4096)
def _expanded(word: str) -> tuple[tuple[str, ...], ...]:
    return expand_contraction(word)


def _join(query: Sequence[str], source: Sequence[str]) -> DifferenceKind | None:
    """How several tokens of one side are one of the other; None if they are not."""
    many, one = (query, source[0]) if len(source) == 1 else (source, query[0])
    if tuple(many) in _expanded(one):
        return DifferenceKind.EXPANDED
    if many[0][0] != one[0] and many[0][0] != "'" != one[0]:
        return None  # most of what is tried ends here
    if any(is_figure(left) and is_figure(right) for left, right in itertools.pairwise(many)):
        return DifferenceKind.JOINED if _thousands(many, one) or "+".join(many) == one else None
    if any((not _is_word(part) and not is_figure(part)) or part.startswith("-") for part in (*many, one)):
        return None  # signs say something of their own
    if _letters(many) != _letters((one,)):
        return None
    if any("'" in part for part in (*many, one)):
        return DifferenceKind.JOINED
    if one in _OTHER_WORDS:
        return None  # re-sign and resign are two words
    return DifferenceKind.COMPOUND


def _thousands(groups: Sequence[str], one: str) -> bool:
    """True for groups of a number that the other side parts by signs or not at all: 12 000, 12,000."""
    parts = _SEPARATORS.split(one)
    grouped = all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3
    return grouped and all(group.isdigit() for group in groups) and (parts == list(groups) or one == "".join(groups))


def _letters(words: Sequence[str]) -> str:
    return _NOT_LETTERS.sub("", "".join(words))


def is_noise(word: str, source: str) -> bool:
    """True if the source's form is the word damaged in reading: a letter without mapping, a ligature cut short."""
    if _UNMAPPED.search(source):
        return any(_UNMAPPED.sub(lost, source) == word for lost in _LOST)
    return len(word) > 4 and len(source) == len(word) - 1 and _SHORT_LIGATURE.sub("f", word, count=1) == source


def _other(first: int, past: int, start: int, end: int) -> Settled:
    kind = DifferenceKind.REPLACED
    if first == past:
        kind = DifferenceKind.OMITTED
    elif start == end:
        kind = DifferenceKind.ADDED
    return Settled(kind, first, past, start, end)


def _gathered(stretches: Sequence[Settled]) -> tuple[Settled, ...]:
    """Neighbouring added, omitted and replaced words as one stretch."""
    loose = {DifferenceKind.ADDED, DifferenceKind.OMITTED, DifferenceKind.REPLACED}
    gathered: list[Settled] = []
    for one in stretches:
        last = gathered[-1] if gathered else None
        if last is not None and last.kind in loose and one.kind in loose:
            gathered[-1] = _other(last.first, one.past, last.start, one.end)
        else:
            gathered.append(one)
    return tuple(gathered)
