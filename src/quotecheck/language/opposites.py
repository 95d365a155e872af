"""Whether two English words are opposites, in any inflection (QC402). Negative affixes are in ``negation``."""

from __future__ import annotations

from functools import cache, lru_cache

from quotecheck.language.en import opposites as en
from quotecheck.language.lexicon import entry
from quotecheck.language.morphology import lemmas, parts_of_speech

__all__ = ["are_opposites"]


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
    if _by_hand(ones, others):
        return True
    if ones & others or not _share_part(one, other):
        return False
    return any(
        second in known.antonyms and tuple(sorted((first, second))) not in en.NOT_OPPOSED
        for first in sorted(ones)
        if (known := entry(first))
        for second in sorted(others)
    )


def _by_hand(ones: frozenset[str], others: frozenset[str]) -> bool:
    opposed = _opposed()
    return any(not opposed.get(first, frozenset()).isdisjoint(others) for first in ones)


def _share_part(one: str, other: str) -> bool:
    """The lexicon's pairs hold within a part of speech: "lost" is no opposite of "found" the verb "founded"."""
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
