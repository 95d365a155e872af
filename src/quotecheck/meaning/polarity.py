"""Negations added, dropped or moved, and words put for their opposites (QC402)."""

from __future__ import annotations

from collections.abc import Sequence

from quotecheck.language.function_words import is_article, is_auxiliary, is_conjunction
from quotecheck.language.negation import is_negation, negates, splits_negation
from quotecheck.language.opposites import are_opposites
from quotecheck.language.strength import strength_class
from quotecheck.meaning.changes import Change, Word

MOST_COMPARED = 24
"""Words of each side that are compared pair by pair."""


def negations(words: Sequence[Word], language: str = "en") -> tuple[Word, ...]:
    """The words that negate by themselves or by their ending ("not", "never", "don't")."""
    return tuple(word for word in words if _negates(word.key, language))


def _negates(key: str, language: str) -> bool:
    """ "lest" is a "that … not" in one word."""
    return is_negation(key, language) or splits_negation(key) is not None or (key == "lest" and language[:2] == "en")


def opposites(change: Change) -> tuple[tuple[Word, Word], ...]:
    """Pairs of a source's word and a statement's word that are each other's opposites."""
    said = [word for word in change.said if not _bare_function(word, change.language)][:MOST_COMPARED]
    written = [word for word in change.written if not _bare_function(word, change.language)][:MOST_COMPARED]
    kept = {word.key for word in said} & {word.key for word in written}
    return tuple(
        (word, other)
        for word in said
        for other in written
        if word.key not in kept and other.key not in kept and _opposed(word.key, other.key)
    )


def _bare_function(word: Word, language: str) -> bool:
    """True for words that can be nobody's opposite."""
    return any(test(word.key, language) for test in (is_article, is_auxiliary, is_conjunction))


def _opposed(word: str, other: str) -> bool:
    return word != other and not _of_one_scale(word, other) and (are_opposites(word, other) or negates(word, other))


def _of_one_scale(word: str, other: str) -> bool:
    """True for before and after, more and less, few and many: other strength, and not the opposite (QC405)."""
    one, two = strength_class(word), strength_class(other)
    return one is not None and two is not None and one.scale is two.scale and not {one.rank, two.rank} & {0}


def turned(change: Change) -> tuple[tuple[Word, ...], tuple[Word, ...]] | None:
    """The words of a change that turn its polarity, of the source and of the statement; None if it is not turned.

    A negation and an opposite together cancel: "not likely" and "unlikely" say the same.
    """
    said, written = negations(change.said, change.language), negations(change.written, change.language)
    negating = {word.index for word in (*said, *written)}
    pairs = tuple(pair for pair in opposites(change) if not negating & {pair[0].index, pair[1].index})
    flipped = bool(said) != bool(written)
    if flipped and not pairs:
        return said, written
    if pairs and not flipped:
        return tuple(pair[0] for pair in pairs), tuple(pair[1] for pair in pairs)
    return None
