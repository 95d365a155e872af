"""Cues of attitude by language: verbs, states and nouns by the frame that holds their content. Found in ``speech``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import attrs

from quotecheck.language.en import attitudes as en
from quotecheck.language.en.inflection import all_forms
from quotecheck.language.tags import base_language

__all__ = ["Attitudes", "attitudes"]


@attrs.frozen(eq=False, kw_only=True)
class Attitudes:
    """What a language says with that somebody holds, wants or judges something. All forms are lower-cased.

    Attributes:
        objects: Verb forms whose object is the content.
        objects_as: Verb forms whose object is, where "as" follows it.
        infinitives: Verb forms with which an infinitive is.
        clauses: Verb forms with which a clause is, beside those of saying and thought.
        prepositions: By preposition, the verb forms to which it belongs.
        states: By preposition, "to" or "that": adjectives that stand after "is", "seems" and the like.
        seeming: Verb forms that say how something looks.
        held: Participles that say in the passive what people hold ("is expected to").
        held_so: Participles that say so with nothing between ("is considered a risk").
        held_as: Participles that say so with "as" or "for" ("is known for his wit").
        hearsay: Adverbs that say that a sentence is what others say.
        nouns: By preposition, "to" or "that": nouns with an owner before them.
        nouns_alone: The same, where no owner is needed.
        heads: Every form with which any of these begins.
    """

    objects: frozenset[str] = frozenset()
    objects_as: frozenset[str] = frozenset()
    infinitives: frozenset[str] = frozenset()
    clauses: frozenset[str] = frozenset()
    prepositions: Mapping[str, frozenset[str]] = attrs.field(factory=dict)
    states: Mapping[str, frozenset[str]] = attrs.field(factory=dict)
    seeming: frozenset[str] = frozenset()
    held: frozenset[str] = frozenset()
    held_so: frozenset[str] = frozenset()
    held_as: frozenset[str] = frozenset()
    hearsay: frozenset[str] = frozenset()
    nouns: Mapping[str, frozenset[str]] = attrs.field(factory=dict)
    nouns_alone: Mapping[str, frozenset[str]] = attrs.field(factory=dict)
    heads: frozenset[str] = frozenset()


def attitudes(language: str = "en") -> Attitudes:
    """The cues of attitude of a language; none for a language without data.

    Args:
        language: A BCP 47 tag; only its first part counts.
    """
    return _by_code(base_language(language))


@cache
def _by_code(code: str) -> Attitudes:
    return _english() if code == "en" else Attitudes()


def _english() -> Attitudes:
    prepositions = {word: all_forms(verbs) for word, verbs in en.AFTER_PREPOSITIONS.items()}
    found = Attitudes(
        objects=all_forms(en.OBJECTS),
        objects_as=all_forms(en.OBJECTS_AS),
        infinitives=all_forms(en.INFINITIVES) | frozenset(en.INFINITIVE_FORMS),
        clauses=all_forms(en.CLAUSES),
        prepositions=prepositions,
        states=_sets(en.STATES),
        seeming=all_forms(en.SEEMING),
        held=all_forms(en.HELD),
        held_so=all_forms(en.HELD_SO),
        held_as=all_forms(en.HELD_AS),
        hearsay=frozenset(en.HEARSAY),
        nouns=_sets(en.NOUNS),
        nouns_alone=_sets(en.NOUNS_ALONE),
    )
    plain = (found.objects, found.objects_as, found.infinitives, found.clauses, found.seeming)
    passive = (found.held, found.held_so, found.held_as, found.hearsay)
    framed = (*prepositions.values(), *found.states.values(), *found.nouns.values(), *found.nouns_alone.values())
    return attrs.evolve(found, heads=frozenset().union(*plain, *passive, *framed))


def _sets(frames: Mapping[str, tuple[str, ...]]) -> dict[str, frozenset[str]]:
    return {word: frozenset(found) for word, found in frames.items()}
