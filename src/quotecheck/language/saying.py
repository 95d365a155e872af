"""Verbs and nouns of saying by language. Who says what with them is found elsewhere (``speech``)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

import attrs

from quotecheck.language.de import saying as de
from quotecheck.language.en import saying as en
from quotecheck.language.en.inflection import all_forms
from quotecheck.language.es import saying as es
from quotecheck.language.fr import saying as fr
from quotecheck.language.tags import base_language

__all__ = ["denials", "loose_verbs", "manners_of_speech", "speech_nouns", "verbs_of_saying", "verbs_of_thought"]


@attrs.frozen
class _Saying:
    """What one language says with: inflected forms, lower-cased."""

    saying: frozenset[str]
    manner: frozenset[str]
    thought: frozenset[str]
    denial: frozenset[str]
    nouns: frozenset[str]
    loose: frozenset[str] = frozenset()


def verbs_of_saying(language: str = "en") -> frozenset[str]:
    """Every inflected form of the verbs that report speech, denials and manners of speech among them.

    Args:
        language: A BCP 47 tag; only its first part counts. A language without data gives an empty set.

    Returns:
        Lower-cased forms ("said", "says", "telling"). Verbs of thought are apart: ``verbs_of_thought``.
    """
    known = _known(language)
    return known.saying | known.manner | known.denial


def manners_of_speech(language: str = "en") -> frozenset[str]:
    """Forms that say how a voice sounds ("whispered", "snapped"): common in stories, weak evidence in news."""
    return _known(language).manner


def loose_verbs(language: str = "en") -> frozenset[str]:
    """Forms among ``verbs_of_saying`` that mostly mean something else ("put", "found"): strong only beside marks."""
    return _known(language).loose


def verbs_of_thought(language: str = "en") -> frozenset[str]:
    """Forms that report thought, knowledge or feeling ("believes", "hoped"), not speech."""
    return _known(language).thought


def denials(language: str = "en") -> frozenset[str]:
    """Forms that say that what follows is untrue or not accepted ("denied", "bestreitet")."""
    return _known(language).denial


def speech_nouns(language: str = "en") -> frozenset[str]:
    """Nouns for what is said ("statement", "remarks", "Erklärung" as "erklärung"), singular and plural."""
    return _known(language).nouns


def _known(language: str) -> _Saying:
    return _by_code(base_language(language))


@cache
def _by_code(code: str) -> _Saying:
    make = _LANGUAGES.get(code)
    return make() if make else _Saying(frozenset(), frozenset(), frozenset(), frozenset(), frozenset())


def _english() -> _Saying:
    return _Saying(
        all_forms(en.SAYING) | en.ARCHAIC,
        all_forms(en.MANNER),
        all_forms(en.THOUGHT),
        all_forms(en.DENIAL),
        en.NOUNS,
        all_forms(en.LOOSE),
    )


def _german() -> _Saying:
    saying = de.weak_forms(de.WEAK) | de.separable_forms(de.SEPARABLE) | de.FORMS
    return _Saying(saying, frozenset(), de.THOUGHT, de.DENIAL, de.NOUNS)


def _french() -> _Saying:
    return _Saying(fr.regular_forms(fr.REGULAR) | fr.FORMS, frozenset(), fr.THOUGHT, fr.DENIAL, fr.NOUNS)


def _spanish() -> _Saying:
    return _Saying(es.regular_forms(es.REGULAR) | es.FORMS, frozenset(), es.THOUGHT, es.DENIAL, es.NOUNS)


_LANGUAGES: Final[Mapping[str, Callable[[], _Saying]]] = {
    "de": _german, "en": _english, "es": _spanish, "fr": _french,
}  # fmt: skip
