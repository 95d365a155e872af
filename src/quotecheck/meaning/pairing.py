"""Which unit of a statement stands for which of a passage: runs first, wherever they stand, then single words.

A statement may put the clauses of its source in another order, so the pairs need not ascend. What unpaired units mean
is weighed elsewhere.
"""

from __future__ import annotations

import enum
import heapq
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import attrs

from quotecheck.language.figures import same_value
from quotecheck.language.lexicon import entry
from quotecheck.language.morphology import lemmas
from quotecheck.language.negation import is_negation
from quotecheck.language.opposites import Relation, related
from quotecheck.meaning.units import Unit

_CONTENT: Final = 1.0
_FUNCTION: Final = 0.15
_FAR: Final = 1 << 30


_DOWNWARD: Final = frozenset({"every", "all", "each", "any", "few"})
NOUN_PHRASE: Final = 3
"""Units behind "every" that it bears on."""


class Grade(enum.IntEnum):
    """How near two paired units are."""

    NONE = 0
    NARROWER = 1
    """The statement's word says more than the passage's: "dog" for "animal"."""
    WIDER = 2
    """It says less: "animal" for "dog"."""
    ALIKE = 3
    SAME = 4


_TURNED: Final = {Grade.NARROWER: Grade.WIDER, Grade.WIDER: Grade.NARROWER}


@attrs.frozen(eq=False)
class Pairing:
    """A statement's units with those of a passage.

    Attributes:
        statement: The statement's units.
        passage: The passage's units.
        to: For each unit of the statement its place in the passage, -1 if it has none.
        grades: How near each pair is.
        back: For each unit of the passage its place in the statement, -1 if it has none.
    """

    statement: Sequence[Unit]
    passage: Sequence[Unit]
    to: Sequence[int]
    grades: Sequence[Grade]
    back: Sequence[int]


def pair(statement: Sequence[Unit], passage: Sequence[Unit]) -> Pairing:
    """The pairs of a statement and a passage.

    Args:
        statement: At most a paragraph.
        passage: At most a paragraph.
    """
    work = _Work(statement, passage)
    work.runs()
    work.singles()
    work.beside()
    work.relatives()
    work.beside()
    work.turn()
    return Pairing(statement, passage, tuple(work.to), tuple(work.grades), tuple(work.back))


class _Work:
    def __init__(self, statement: Sequence[Unit], passage: Sequence[Unit]) -> None:
        self.statement, self.passage = statement, passage
        self.to = [-1] * len(statement)
        self.grades = [Grade.NONE] * len(statement)
        self.back = [-1] * len(passage)
        self.places: dict[str, list[int]] = {}
        self.figures: list[int] = []
        for at, unit in enumerate(passage):
            if unit.figure is not None:
                self.figures.append(at)
            for form in unit.lemmas:
                self.places.setdefault(form, []).append(at)
            if unit.key not in unit.lemmas:
                self.places.setdefault(unit.key, []).append(at)
        self.candidates = [self._same(unit) for unit in statement]
        # A run must have more than one content unit, or be nearly all of a statement of small words.
        self.least = min(_CONTENT, 0.7 * self._weight(0, len(statement)))

    def _same(self, unit: Unit) -> list[int]:
        if unit.figure is not None:
            return [at for at in self.figures if _equal(unit, self.passage[at])]
        found = {at for form in unit.lemmas for at in self.places.get(form, ())}
        found.update(self.places.get(unit.key, ()))
        return sorted(found)

    def _put(self, at: int, place: int, grade: Grade) -> None:
        self.to[at], self.back[place], self.grades[at] = place, at, grade

    def runs(self) -> None:
        """The longest runs of same units, each unit used once."""
        heap = [(-self._weight(first, size), first, start, size) for first, start, size in self._maximal()]
        heapq.heapify(heap)
        while heap:
            _, first, start, size = heapq.heappop(heap)
            if all(self.to[first + k] < 0 and self.back[start + k] < 0 for k in range(size)):
                for k in range(size):
                    self._put(first + k, start + k, Grade.SAME)
                continue
            for low, length in self._free(first, start, size):
                weight = self._weight(first + low, length)
                if length > 1 and weight > self.least:
                    heapq.heappush(heap, (-weight, first + low, start + low, length))

    def _maximal(self) -> list[tuple[int, int, int]]:
        found = []
        before: dict[int, int] = {}
        for at in range(len(self.statement)):
            here = {place: before.pop(place - 1, 0) + 1 for place in self.candidates[at]}
            found += [(at - size, place - size + 1, size) for place, size in before.items()]
            before = here
        found += [(len(self.statement) - size, place - size + 1, size) for place, size in before.items()]
        return [one for one in found if one[2] > 1 and self._weight(one[0], one[2]) > self.least]

    def _weight(self, first: int, size: int) -> float:
        return sum(_CONTENT if unit.content else _FUNCTION for unit in self.statement[first : first + size])

    def _free(self, first: int, start: int, size: int) -> list[tuple[int, int]]:
        """The parts of a run of which no unit is taken, as offset and length."""
        parts: list[tuple[int, int]] = []
        low = 0
        for k in range(size + 1):
            if k == size or self.to[first + k] >= 0 or self.back[start + k] >= 0:
                if k > low:
                    parts.append((low, k - low))
                low = k + 1
        return parts

    def _expected(self, at: int) -> float:
        """Where in the passage a unit would stand if it kept its place between its neighbours."""
        left = next((k for k in range(at - 1, -1, -1) if self.to[k] >= 0), None)
        right = next((k for k in range(at + 1, len(self.to)) if self.to[k] >= 0), None)
        if left is not None and (right is None or at - left <= right - at):
            return self.to[left] + (at - left)
        if right is not None:
            return self.to[right] - (right - at)
        return float(at)

    def singles(self) -> None:
        """Content units alone, each with the same unit nearest to its place."""
        for at, unit in enumerate(self.statement):
            if unit.content and self.to[at] < 0:
                free = [place for place in self.candidates[at] if self.back[place] < 0]
                if free:
                    expected = self._expected(at)
                    self._put(at, min(free, key=lambda place: (abs(place - expected), place)), Grade.SAME)

    def beside(self) -> None:
        """Function words beside units that have their pair."""
        for order in (range(len(self.statement)), range(len(self.statement) - 1, -1, -1)):
            for at in order:
                if self.to[at] < 0 and not self.statement[at].content:
                    free = [place for place in self.candidates[at] if self.back[place] < 0]
                    near = [place for place in free if self._near(at, place)]
                    if near:
                        self._put(at, near[0], Grade.SAME)

    def _near(self, at: int, place: int) -> bool:
        """True if a neighbour's pair stands at most three places off on the same side."""
        left = next((k for k in range(at - 1, max(-1, at - 4), -1) if self.to[k] >= 0), None)
        if left is not None and (0 < place - self.to[left] <= 3 or abs(place - self.to[left]) == 1 == at - left):
            return True
        right = next((k for k in range(at + 1, min(len(self.to), at + 4)) if self.to[k] >= 0), None)
        return right is not None and (0 < self.to[right] - place <= 3 or abs(place - self.to[right]) == 1 == right - at)

    def relatives(self) -> None:
        """Content units with a related word, nearest first."""
        free = [place for place, unit in enumerate(self.passage) if self.back[place] < 0 and unit.content]
        for at, unit in enumerate(self.statement):
            if not unit.content or self.to[at] >= 0 or unit.figure is not None or unit.key[:1] == "@":
                continue
            expected, best = self._expected(at), (0.0, _FAR)
            for place in free:
                grade = _grade(unit, self.passage[place]) if self.back[place] < 0 else Grade.NONE
                if grade:
                    best = max(best, (grade - abs(place - expected) / 40, -place))
            if best[0] or best[1] != _FAR:
                place = -best[1]
                self._put(at, place, _grade(unit, self.passage[place]))

    def turn(self) -> None:
        """Under a negation that both have, and in what "every" bears on, the wider word says more."""
        reach = 0
        for at, unit in enumerate(self.statement):
            if unit.broken:
                reach = 0
            if self.grades[at] is Grade.SAME and is_negation(unit.key):
                reach = len(self.statement)
            elif self.grades[at] is Grade.SAME and unit.key in _DOWNWARD:
                reach = max(reach, NOUN_PHRASE)
            elif reach:
                self.grades[at] = _TURNED.get(self.grades[at], self.grades[at])
                reach -= 1


def _equal(one: Unit, other: Unit) -> bool:
    """True if a figure of the statement says what one of the passage says, or less of it ("more than 30" for 33)."""
    if one.figure is None or other.figure is None:
        return False
    if same_value(one.figure, other.figure):
        return one.bound == other.bound or abs(one.bound) == abs(other.bound) == 0
    return within(one, other)


def within(one: Unit, other: Unit) -> bool:
    """True if the first figure is a bound that the second keeps: "more than 30" of 33, "fewer than 10" of "up to 8"."""
    mine, theirs = one.figure, other.figure
    if mine is None or theirs is None or not one.bound or mine.value is None or theirs.value is None:
        return False
    if mine.unit != theirs.unit or one.bound * other.bound < 0:
        return False
    if mine.parts is not None or theirs.parts is not None:
        return _on_the_side(mine.parts, theirs.parts, one.bound)
    return theirs.value > mine.value if one.bound > 0 else theirs.value < mine.value


_Date = tuple[int | None, int | None, int | None]


def _on_the_side(mine: _Date | None, theirs: _Date | None, bound: int) -> bool:
    """True if a whole date lies before or after another."""
    if mine is None or theirs is None or None in mine or None in theirs:
        return False
    one, other = [part or 0 for part in mine], [part or 0 for part in theirs]
    return other > one if bound > 0 else other < one


def _grade(one: Unit, other: Unit) -> Grade:
    if other.figure is not None or other.key[:1] == "@" or (one.name and other.name):
        return Grade.NONE
    return _related(one.key, other.key)


@lru_cache(maxsize=100_000)
def _related(one: str, other: str) -> Grade:
    """How near two words are by the lexicon; opposites are not near."""
    forth, back = links(one), links(other)
    if forth.isdisjoint(lemmas(other)) and back.isdisjoint(lemmas(one)):
        return _by_level(one, other)
    relation = related(one, other)
    if relation in {Relation.SYNONYM, Relation.DERIVED, Relation.SAME_LEMMA}:
        return Grade.ALIKE
    if relation is not Relation.HYPERNYM:
        return Grade.NONE
    above = {wider for form in lemmas(other) if (known := entry(form)) is not None for wider in known.hypernyms}
    return Grade.WIDER if above & lemmas(one) else Grade.NARROWER


def _by_level(one: str, other: str) -> Grade:
    """Whether one noun stands any number of levels above the other."""
    if stands_above(one, other):
        return Grade.WIDER
    return Grade.NARROWER if stands_above(other, one) else Grade.NONE


def stands_above(one: str, other: str) -> bool:
    """True if the first noun is a wider word, at any level, for the thing that the second names.

    Args:
        one: Lower-cased word in any inflection.
        other: As ``one``.
    """
    return not _above(other).isdisjoint(lemmas(one))


@lru_cache(maxsize=50_000)
def _above(word: str) -> frozenset[str]:
    return frozenset[str]().union(*(known.wider for form in lemmas(word) if (known := entry(form)) is not None))


@lru_cache(maxsize=50_000)
def links(word: str) -> frozenset[str]:
    """The lemmas that a word is tied to by the lexicon."""
    found: set[str] = set(lemmas(word))
    for form in lemmas(word):
        known = entry(form)
        if known is not None:
            found |= known.synonyms | known.derived | known.hypernyms
    return frozenset(found)
