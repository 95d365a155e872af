"""How two English words are related: opposites (QC402) above all. Which lemmas a form has is in ``morphology``."""

from __future__ import annotations

import enum
from functools import cache, lru_cache

from quotecheck.language.en import opposites as en
from quotecheck.language.lexicon import entry
from quotecheck.language.morphology import lemmas, parts_of_speech
from quotecheck.language.negation import negates

__all__ = ["Relation", "are_opposites", "related"]


class Relation(enum.Enum):
    """How two words hang together."""

    SAME_LEMMA = "same lemma"
    OPPOSITE = "opposite"
    DERIVED = "derived"
    SYNONYM = "synonym"
    HYPERNYM = "hypernym"


_LEXICAL = (Relation.DERIVED, Relation.SYNONYM, Relation.HYPERNYM)


@lru_cache(maxsize=50_000)
def are_opposites(one: str, other: str) -> bool:
    """True if a word put for the other turns what is said round: "rose"/"fell", "won"/"lost", "before"/"after".

    Directions, relations, judgements and kin count; degrees ("some"/"all", "may"/"will") are in ``strength``, and
    "likely"/"unlikely" is found here too where a lexicon lists it (``negation.negates`` finds the rest).

    Args:
        one: Lower-cased word in any inflection.
        other: As ``one``; the order does not matter.
    """
    if one == other or not one or not other:
        return False
    ones, others = lemmas(one) | {one}, lemmas(other) | {other}
    if not _share_part(one, other):
        return False
    if _by_hand(ones, others):
        return True
    return not ones & others and any(
        second in known.antonyms and tuple(sorted((first, second))) not in en.NOT_OPPOSED
        for first in sorted(ones)
        if (known := entry(first))
        for second in sorted(others)
    )


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


def _by_hand(ones: frozenset[str], others: frozenset[str]) -> bool:
    opposed = _opposed()
    return any(not opposed.get(first, frozenset()).isdisjoint(others) for first in ones)


def _share_part(one: str, other: str) -> bool:
    """Opposites hold within a part of speech: "closer" is none of "began", though "close" is one of "begin"."""
    first, second = parts_of_speech(one), parts_of_speech(other)
    return bool(first & second) or not first or not second


@cache
def _opposed() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for line in en.OPPOSED:
        left, right = (side.split() for side in line.split("|"))
        for word in left:
            table.setdefault(word, set()).update(right)
        for word in right:
            table.setdefault(word, set()).update(left)
    return {word: frozenset(others) for word, others in table.items()}
