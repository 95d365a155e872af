"""Verbs and nouns of saying by language. Who says what with them is found elsewhere (``speech``)."""

from __future__ import annotations

from quotecheck.language.known import data, listed

__all__ = [
    "denials",
    "loose_verbs",
    "manners_of_speech",
    "phrases_of_adding",
    "phrases_of_answering",
    "speech_nouns",
    "verbs_of_adding",
    "verbs_of_answering",
    "verbs_of_saying",
    "verbs_of_thought",
]


def verbs_of_saying(language: str = "en") -> frozenset[str]:
    """Every inflected form of the verbs that report speech, denials and manners of speech among them.

    Args:
        language: A BCP 47 tag; only its first part counts. A language without data gives an empty set.

    Returns:
        Lower-cased forms ("said", "says", "telling"). Verbs of thought are apart: ``verbs_of_thought``.
    """
    found = data(language, "saying")
    return listed(found, "SAYING") | listed(found, "MANNER") | listed(found, "DENIAL")


def manners_of_speech(language: str = "en") -> frozenset[str]:
    """Forms that say how a voice sounds ("whispered", "snapped"): common in stories, weak evidence in news."""
    return listed(data(language, "saying"), "MANNER")


def loose_verbs(language: str = "en") -> frozenset[str]:
    """Forms among ``verbs_of_saying`` that mostly mean something else ("put", "found"): strong only beside marks."""
    return listed(data(language, "saying"), "LOOSE")


def verbs_of_thought(language: str = "en") -> frozenset[str]:
    """Forms that report thought, knowledge or feeling ("believes", "hoped"), not speech."""
    return listed(data(language, "saying"), "THOUGHT")


def denials(language: str = "en") -> frozenset[str]:
    """Forms that say that what follows is untrue or not accepted ("denied", "bestreitet")."""
    return listed(data(language, "saying"), "DENIAL")


def speech_nouns(language: str = "en") -> frozenset[str]:
    """Nouns for what is said ("statement", "remarks", "Erklärung" as "erklärung"), singular and plural."""
    return listed(data(language, "saying"), "NOUNS")


def verbs_of_adding(language: str = "en") -> frozenset[str]:
    """Forms that say that something was said after something else by the same speaker ("added", "fügte")."""
    return listed(data(language, "saying"), "ADDING")


def phrases_of_adding(language: str = "en") -> tuple[str, ...]:
    """Phrases that say so ("went on"), in order."""
    return tuple(sorted(listed(data(language, "saying"), "ADDING_PHRASES")))


def verbs_of_answering(language: str = "en") -> frozenset[str]:
    """Forms that say that something answers what another said ("replied", "erwiderte")."""
    return listed(data(language, "saying"), "ANSWERING")


def phrases_of_answering(language: str = "en") -> tuple[str, ...]:
    """Phrases that say so ("in reply"), in order."""
    return tuple(sorted(listed(data(language, "saying"), "ANSWERING_PHRASES")))
