"""What a source offers to claims: the sentences that share a claim's matter, and each sentence as units of meaning."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from math import log2
from typing import Final
from weakref import WeakKeyDictionary

from quotecheck.checking.known import KnownSource
from quotecheck.language.morphology import lemmas
from quotecheck.meaning.pairing import links
from quotecheck.meaning.units import Unit, read_units
from quotecheck.text.tokens import Tokens

MOST_PLACES: Final = 200
"""Places of one word that vote for their sentences."""
KIN: Final = 0.4
"""What a related word's vote counts beside the word's own."""
LONGEST_SENTENCE: Final = 160
"""Tokens of a sentence that are read; a longer one is cut into stretches of this length."""


class Matter:
    """A source as claims see it. Nothing that was worked out is changed: threads may share it."""

    def __init__(self, source: KnownSource) -> None:
        self.tokens: Tokens = source.tokens
        self.language = source.language
        self._places = source.index.places
        self._forms = source.forms
        self._total = len(source.tokens) + 2
        self._read: dict[int, tuple[Unit, ...]] = {}
        self.sentences = tuple(_cut(source.sentence_tokens))
        self._weights: dict[str, float] = {}
        self._known: dict[str, tuple[int, ...]] = {}

    @cached_property
    def _sentence_numbers(self) -> Sequence[int]:
        numbers = [0] * len(self.tokens)
        for number, (first, past) in enumerate(self.sentences):
            numbers[first:past] = [number] * (past - first)
        return numbers

    def units(self, number: int) -> tuple[Unit, ...]:
        """The units of one sentence."""
        found = self._read.get(number)
        if found is None:
            found = self._read[number] = read_units(self.tokens, *self.sentences[number], self.language)
        return found

    def places(self, unit: Unit) -> tuple[int, ...]:
        """Tokens of the source that are forms of a unit's words."""
        key = unit.text.lower() if unit.key[:1] in "@#" else unit.key
        found = self._known.get(key)
        if found is None:
            words = {key, *key.split()}
            forms = words | {form for word in words for one in lemmas(word) for form in self._forms.get(one, ())}
            found = tuple(at for form in sorted(forms) for at in self._places(form)[:MOST_PLACES])
            self._known[key] = found
        return found

    def weight(self, unit: Unit) -> float:
        """How much a unit counts: rare ones of this source more."""
        found = self._weights.get(unit.key)
        if found is None:
            found = self._weights[unit.key] = 1.0 + log2(self._total / (len(self.places(unit)) + 1)) / 6
        return found

    def likeliest(self, units: Iterable[Unit], most: int) -> list[int]:
        """Numbers of the sentences that share most of some content units, best first.

        Args:
            units: Content units of a claim.
            most: How many sentences at most.
        """
        numbers = self._sentence_numbers
        votes: dict[int, float] = {}
        for unit in units:
            weight = self.weight(unit)
            own = {numbers[at] for at in self.places(unit)}
            kin = {numbers[at] for at in self.kin(unit)} - own
            for number in own:
                votes[number] = votes.get(number, 0.0) + weight
            for number in kin:
                votes[number] = votes.get(number, 0.0) + KIN * weight
        return sorted(votes, key=lambda number: (-round(votes[number], 6), number))[:most]

    def kin(self, unit: Unit) -> list[int]:
        """Tokens of the source that are forms of a word related to a unit's."""
        if unit.key[:1] in "@#" or unit.name:
            return []
        forms = {form for one in links(unit.key) for form in self._forms.get(one, ())}
        return [at for form in sorted(forms) for at in self._places(form)[:40]]


def _cut(sentences: Sequence[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    for first, past in sentences:
        for low in range(first, past, LONGEST_SENTENCE):
            yield low, min(past, low + LONGEST_SENTENCE)


_MATTERS: Final[WeakKeyDictionary[KnownSource, Matter]] = WeakKeyDictionary()


def matter_of(source: KnownSource) -> Matter:
    """A source's matter, worked out once."""
    found = _MATTERS.get(source)
    if found is None:
        found = _MATTERS[source] = Matter(source)
    return found
