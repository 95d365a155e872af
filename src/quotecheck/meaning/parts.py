"""Subject and object of a verb, by the order of the words: light, for sentences of news. No tagger, no tree."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from quotecheck.language.function_words import (
    is_article,
    is_auxiliary,
    is_preposition,
    is_pronoun,
)
from quotecheck.language.morphology import lemmas, parts_of_speech
from quotecheck.language.negation import is_negation
from quotecheck.meaning.units import Unit


@lru_cache(maxsize=50_000)
def speech(word: str) -> frozenset[str]:
    """Parts of speech that a word may have, remembered: every question here begins with them."""
    return parts_of_speech(word)


_RELATIVES: Final = frozenset({"who", "that", "which", "whom"})
_POSSESSIVES: Final = frozenset({"my", "your", "his", "her", "its", "our", "their", "whose", "this", "these", "those"})
_BEFORE_PREPOSITIONS: Final = frozenset({"next", "close", "opposite"})
FARTHEST: Final = 14
"""Units before a verb in which its subject is looked for."""


def is_relative(key: str) -> bool:
    """True for the pronouns that a relative clause begins with."""
    return key in _RELATIVES


def is_verb_at(units: Sequence[Unit], at: int) -> bool:
    """True if the unit is likely a verb: it may be one, and no article, adjective or preposition stands before it."""
    unit = units[at]
    if not unit.content or unit.name or unit.figure is not None or "v" not in speech(unit.key):
        return False
    if at == 0 or unit.broken:
        return unit.key.endswith("ed")
    before = units[at - 1]
    if is_auxiliary(before.key) or is_negation(before.key) or before.key == "to" or before.key in _RELATIVES:
        return True
    if is_article(before.key) or before.key in _POSSESSIVES or is_preposition(before.key):
        return False
    # A bare form after a noun is that noun's: "the tax cut"; an inflected one is a verb, "saw" too.
    forms = lemmas(unit.key)
    if unit.key not in forms or "n" not in speech(unit.key):
        return True
    return len(forms) > 1 and "n" in speech(before.key) and "a" not in speech(before.key)


def is_passive_at(units: Sequence[Unit], at: int) -> bool:
    """True if a form of be stands before a participle, adverbs between, or "by" behind it."""
    key = units[at].key
    if key.endswith("ing"):
        return False
    if at + 1 < len(units) and units[at + 1].key == "by":
        return True
    if lemmas(key) == {key}:
        return False
    for before in range(at - 1, max(-1, at - 4), -1):
        if "be" in units[before].lemmas:
            return True
        if not (is_negation(units[before].key) or "r" in speech(units[before].key)):
            return False
    return False


def subject_of(units: Sequence[Unit], verb: int) -> int | None:
    """Place of the noun that heads the subject of a verb; None if it is not found for sure."""
    at = _before_auxiliaries(units, verb)
    for _ in range(FARTHEST):
        if at < 0:
            return None
        if units[at].key in _RELATIVES:  # "the doctors that encouraged": the noun before it
            return at - 1 if at and _nominal(units[at - 1]) else None
        if not _nominal(units[at]):
            return None
        start = _start_of_phrase(units, at)
        if start == 0:
            return at
        if units[start].broken:  # behind a bracket or an apposition stands another noun
            return None
        if is_preposition(units[start - 1].key):
            at = start - 2 - (start > 2 and units[start - 2].key in _BEFORE_PREPOSITIONS)
        elif is_verb_at(units, start - 1) and _relative_before(units, start - 1):
            # "the president that helped the actor arrived": the noun before the relative
            at = _relative_before(units, start - 1) - 1
        else:
            return at
    return None


def _relative_before(units: Sequence[Unit], verb: int) -> int:
    """Place of the relative pronoun right before a verb and its auxiliaries, behind a noun; 0 if there is none."""
    at = _before_auxiliaries(units, verb)
    return at if at > 0 and units[at].key in _RELATIVES and _nominal(units[at - 1]) else 0


def _before_auxiliaries(units: Sequence[Unit], verb: int) -> int:
    at = verb - 1
    while at >= 0 and not units[at + 1].broken and _helps(units[at]):
        at -= 1
    return at


def _helps(unit: Unit) -> bool:
    parts = speech(unit.key)
    return is_auxiliary(unit.key) or is_negation(unit.key) or (parts == {"r"}) or unit.key in {"also", "n't", "never"}


def _nominal(unit: Unit) -> bool:
    if is_pronoun(unit.key) and unit.key not in _POSSESSIVES and unit.key not in _RELATIVES:
        return True
    parts = speech(unit.key)
    return unit.content and (unit.name or unit.figure is not None or "n" in parts or not parts)


def _start_of_phrase(units: Sequence[Unit], head: int) -> int:
    """First unit of the noun phrase that ends with a head."""
    at = head
    while at > 0 and not units[at].broken:
        before = units[at - 1]
        if is_article(before.key) or before.key in _POSSESSIVES:
            return at - 1
        if not before.content or is_verb_at(units, at - 1):
            return at
        at -= 1
    return at


def object_of(units: Sequence[Unit], verb: int) -> int | None:
    """Place of the noun that heads the object right behind a verb; None if there is none.

    In "the author that the judge praised" it is the noun before "that", for nothing stands behind the verb.
    """
    ends = verb + 1 == len(units) or units[verb + 1].broken or is_verb_at(units, verb + 1)
    behind = None if ends else _phrase_after(units, verb)
    if behind is not None:
        return behind
    subject = subject_of(units, verb)
    start = -1 if subject is None else _start_of_phrase(units, subject)
    if start > 1 and units[start - 1].key in _RELATIVES and _nominal(units[start - 2]):
        return start - 2
    return None


def agent_of(units: Sequence[Unit], verb: int) -> int | None:
    """Place of the noun behind the "by" of a passive; None if there is none."""
    for at in range(verb + 1, min(len(units), verb + 5)):
        if units[at].broken:
            return None
        if units[at].key == "by":
            return _phrase_after(units, at)
    return None


def _phrase_after(units: Sequence[Unit], before: int) -> int | None:
    head: int | None = None
    for at in range(before + 1, min(len(units), before + 8)):
        unit = units[at]
        if unit.broken:
            break
        if _nominal(unit) and not (head is not None and is_verb_at(units, at)):
            head = at
        elif is_article(unit.key) or unit.key in _POSSESSIVES:
            if head is not None:
                break
        elif not (unit.content and head is None):
            break
    return head
