"""Function words by language: articles, pronouns, auxiliaries, conjunctions, prepositions. No content words."""

from __future__ import annotations

import enum
from collections.abc import Set
from functools import cache

from quotecheck.language.known import data, listed
from quotecheck.language.tags import base_language

__all__ = [
    "Person",
    "function_words_among",
    "is_article",
    "is_auxiliary",
    "is_conjunction",
    "is_function_word",
    "is_preposition",
    "is_pronoun",
    "person_of",
]


class Person(enum.Enum):
    """Grammatical person and number of a pronoun."""

    I = "1s"  # noqa: E741 - the pronoun itself
    WE = "1p"
    YOU = "2"
    HE = "3m"
    SHE = "3f"
    IT = "3n"
    THEY = "3p"


def is_function_word(word: str, language: str = "en") -> bool:
    """True if the word belongs to the grammar and not to the matter.

    Args:
        word: Lower-cased; apostrophes ASCII. English contractions of function words ("don't", "it's") count.
        language: BCP 47 tag; only its first part counts. A language without data has none.
    """
    return word in _all(base_language(language)) or (base_language(language) == "en" and _is_contraction(word))


def function_words_among(vocabulary: Set[str], language: str = "en") -> frozenset[str]:
    """Those of many words for which ``is_function_word`` is true, found at once.

    Args:
        vocabulary: Words, each as there.
        language: As there.
    """
    code = base_language(language)
    found = _all(code).intersection(vocabulary)
    return found.union(filter(_is_contraction, vocabulary)) if code == "en" else found


def is_article(word: str, language: str = "en") -> bool:
    """True for the definite and indefinite article in all forms."""
    return word in _part("ARTICLES", language)


def is_pronoun(word: str, language: str = "en") -> bool:
    """True for personal, possessive, reflexive, demonstrative, relative and indefinite pronouns."""
    return word in _part("PRONOUNS", language)


def is_auxiliary(word: str, language: str = "en") -> bool:
    """True for forms of be, have, do and the modals."""
    return word in _part("AUXILIARIES", language)


def is_conjunction(word: str, language: str = "en") -> bool:
    """True for words that join clauses or phrases."""
    return word in _part("CONJUNCTIONS", language)


def is_preposition(word: str, language: str = "en") -> bool:
    """True for words that take a noun phrase."""
    return word in _part("PREPOSITIONS", language)


def person_of(pronoun: str, language: str = "en") -> Person | None:
    """Whom a personal, possessive or reflexive pronoun speaks of; None if it is none, or may be several."""
    module = data(language, "function_words")
    name = module.PERSONS.get(pronoun) if module else None
    return Person(name) if name else None


def _part(name: str, language: str) -> frozenset[str]:
    return listed(data(language, "function_words"), name)


@cache
def _all(code: str) -> frozenset[str]:
    names = ("ARTICLES", "PRONOUNS", "AUXILIARIES", "CONJUNCTIONS", "PREPOSITIONS", "OTHERS")
    return frozenset().union(*(_part(name, code) for name in names))


def _is_contraction(word: str) -> bool:
    if "'" not in word:
        return False
    if word.endswith("n't"):
        return word[:-3] in _all("en") or word in {"can't", "won't", "shan't", "ain't"}
    base, mark, clitic = word.rpartition("'")
    return bool(mark) and clitic in {"s", "re", "m", "ve", "ll", "d"} and base in _all("en")
