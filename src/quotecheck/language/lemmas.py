"""Lemmas of English words, and how two words are related by the lexicon."""

from __future__ import annotations

import enum
from functools import lru_cache

from quotecheck.language.lexicon import entry
from quotecheck.language.morphology import is_common_word, is_known_word, lemma, lemmas, parts_of_speech
from quotecheck.language.negation import negates
from quotecheck.language.opposites import are_opposites

__all__ = ["Relation", "is_common_word", "is_known_word", "lemma", "lemmas", "parts_of_speech", "related"]


class Relation(enum.Enum):
    """How two words hang together."""

    SAME_LEMMA = "same lemma"
    OPPOSITE = "opposite"
    DERIVED = "derived"
    SYNONYM = "synonym"
    HYPERNYM = "hypernym"


@lru_cache(maxsize=50_000)
def related(one: str, other: str) -> Relation | None:
    """The closest relation of two words; None if the lexicon knows of none.

    Opposites outrank all but a shared lemma: WordNet derives "careless" from "care" as it does "careful". A synonym
    shares one frequent sense and may still say something else in its place; a hypernym is either's more general word.

    Args:
        one: Lower-cased word in any inflection.
        other: As ``one``; the order does not matter.
    """
    ones, others = lemmas(one), lemmas(other)
    if are_opposites(one, other) or negates(one, other):
        return Relation.OPPOSITE
    if ones & others:
        return Relation.SAME_LEMMA
    return next((relation for relation in _LEXICAL if _linked(ones, others, relation)), None)


_LEXICAL = (Relation.DERIVED, Relation.SYNONYM, Relation.HYPERNYM)


def _linked(ones: frozenset[str], others: frozenset[str], relation: Relation) -> bool:
    return any(_of(first, relation) & others for first in ones) or any(
        _of(second, relation) & ones for second in others
    )


def _of(one: str, relation: Relation) -> frozenset[str]:
    known = entry(one)
    if known is None:
        return frozenset()
    if relation is Relation.DERIVED:
        return known.derived
    return known.synonyms if relation is Relation.SYNONYM else known.hypernyms
