"""Two versions of a draft: which statements changed between them, how, and whether they became worse.

What became of a statement is judged by the checker; here the statements of the two are paired.
"""

from __future__ import annotations

import enum
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Final

import attrs
from rapidfuzz.distance import LCSseq

from quotecheck.model import Outcome, Result, Statement
from quotecheck.text.tokens import tokenize

Check = Callable[[Statement], Result]

_ALIKE: Final = 0.6  # of the shorter one's words, in order
_FEW: Final = 2  # words that a pair shares at least
_RANKS: Final = {Outcome.PASS: 0, Outcome.SKIPPED: 0, Outcome.UNCHECKED: 1, Outcome.WARN: 1, Outcome.FAIL: 2}
# Signs that change what is said, or admit that something is left out.
_SIGNS: Final = re.compile(r"…|\.\s?\.\s?\.|[\[\]?!]")


class Change(enum.Enum):
    """What became of a statement."""

    CUT = "cut"
    """Words are left out, nothing else."""
    EXTENDED = "extended"
    """Words came in, nothing else."""
    REWORDED = "reworded"
    """Other words."""
    SPEAKER = "speaker"
    """The same words, given to somebody else."""
    MARKS = "marks"
    """The same words, quoted now and reported before, or the reverse; or a sign such as an ellipsis came or went."""
    ADDED = "added"
    """It was not there."""
    GONE = "gone"
    """It is no longer there."""


@attrs.frozen(kw_only=True)
class Changed:
    """A statement that is not what it was.

    Attributes:
        change: How.
        before: As it was; None if it was not there.
        after: As it is; None if it is gone.
        was: The result then; None without sources, or if it was not there.
        now: The result now; None if it is gone.
    """

    change: Change
    before: Statement | None
    after: Statement | None
    was: Result | None = None
    now: Result | None = None

    @property
    def worse(self) -> bool:
        """True if it warns now and passed, or fails now and did not fail."""
        before = _RANKS[self.was.outcome] if self.was else 0
        return self.now is not None and _RANKS[self.now.outcome] > before

    @property
    def better(self) -> bool:
        """True if it passes now and did not, or only warns now and failed."""
        return self.was is not None and self.now is not None and _RANKS[self.now.outcome] < _RANKS[self.was.outcome]


@attrs.frozen
class _Said:
    """A statement with what is compared of it."""

    statement: Statement
    keys: tuple[str, ...]
    signs: tuple[str, ...]
    names: frozenset[str]

    @classmethod
    def of(cls, statement: Statement) -> _Said:
        signs = tuple("…" if "." in one else one for one in _SIGNS.findall(statement.text))
        names = frozenset(tokenize(statement.speaker or "").keys)
        return cls(statement, tuple(tokenize(statement.text).keys), signs, names)

    def same_speaker(self, other: _Said) -> bool:
        """True if the two names may be one person's: "Brook" and "Ada Brook"; no name and a name are not."""
        if not self.names or not other.names:
            return self.names == other.names
        return self.names <= other.names or other.names <= self.names


def changed(old: Sequence[Statement], new: Sequence[Statement], now: Check, was: Check | None = None) -> list[Changed]:
    """The statements that changed, in the new version's order; those that are gone come last.

    Args:
        old: The statements of the version that was approved.
        new: Those of the version that is to be printed.
        now: Checks a statement of the new version.
        was: Checks one of the old version; None where the old version itself is the source.
    """
    before, after = [_Said.of(one) for one in old], [_Said.of(one) for one in new]
    pairs = _pairs(before, after)
    taken = set(pairs.values())
    found: list[Changed] = []
    for index, one in enumerate(after):
        at = pairs.get(index)
        mate = before[at] if at is not None else None
        change = _change(mate, one)
        if change is not None:
            then = was(mate.statement) if was and mate else None
            found.append(
                Changed(
                    change=change,
                    before=mate.statement if mate else None,
                    after=one.statement,
                    was=then,
                    now=now(one.statement),
                )
            )
    for index, one in enumerate(before):
        if index not in taken:
            then = was(one.statement) if was else None
            found.append(Changed(change=Change.GONE, before=one.statement, after=None, was=then))
    return found


def _change(before: _Said | None, after: _Said) -> Change | None:
    """How a statement changed; None if it did not."""
    if before is None:
        return Change.ADDED
    if before.keys == after.keys:
        if not before.same_speaker(after):
            return Change.SPEAKER
        same = before.signs == after.signs and before.statement.kind is after.statement.kind
        return None if same else Change.MARKS
    shared = LCSseq.similarity(before.keys, after.keys)
    if shared == len(after.keys):
        return Change.CUT
    return Change.EXTENDED if shared == len(before.keys) else Change.REWORDED


def _pairs(before: list[_Said], after: list[_Said]) -> dict[int, int]:
    """For statements of the new version the one of the old that they were: the same first, then the most alike."""
    pairs: dict[int, int] = {}
    left = set(range(len(before)))
    for same in (_whole, _words):
        waiting: dict[object, list[int]] = defaultdict(list)
        for index in sorted(left):
            waiting[same(before[index])].append(index)
        for index, one in enumerate(after):
            if index not in pairs and waiting[same(one)]:
                pairs[index] = waiting[same(one)].pop(0)
                left.discard(pairs[index])
    for _, _, new, old in sorted(_alike(before, after, left, pairs)):
        if new not in pairs and old in left:
            pairs[new] = old
            left.discard(old)
    return pairs


def _whole(one: _Said) -> object:
    return one.keys, one.signs, one.statement.kind, one.names


def _words(one: _Said) -> object:
    return one.keys


def _alike(
    before: list[_Said], after: list[_Said], left: set[int], pairs: dict[int, int]
) -> Iterator[tuple[float, int, int, int]]:
    """(how unlike, how far from each other in order, new, old) of those that may be the same."""
    for new, one in enumerate(after):
        if new in pairs or not one.keys:
            continue
        for old in left:
            other = before[old]
            shorter = min(len(one.keys), len(other.keys))
            if not shorter:
                continue
            shared = LCSseq.similarity(one.keys, other.keys, score_cutoff=min(_FEW, shorter))
            if shared >= max(_ALIKE * shorter, min(_FEW, shorter)):
                yield -shared / shorter - shared / 1000, abs(new - old), new, old
