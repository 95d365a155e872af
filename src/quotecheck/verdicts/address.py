"""Words of a statement that only call somebody: "Houston, we …", "… again, Mr. President". Nobody does or is anything.

An address that a quotation gains is other words (QC201) and no other name or role; one put for another still is.
"""

from __future__ import annotations

from typing import Final

from quotecheck.language.function_words import is_pronoun
from quotecheck.language.given_names import FEMALE, MALE
from quotecheck.language.morphology import parts_of_speech
from quotecheck.language.names import is_title
from quotecheck.matching.query import Query
from quotecheck.text.punctuation import marks_between

MOST: Final = 4
"""Words of the longest address."""
_CALLING: Final = frozenset(
    "sir madam ma'am dear friend friends gentlemen ladies fellow brother sister boys lads folks chap mate darling"
    " sweetheart mister president".split()
)
_BESIDE: Final = frozenset({"my", "old", "and", "o", "oh", "good"})


def addressed(query: Query, names: frozenset[str]) -> frozenset[int]:
    """The tokens of a statement that call somebody at its beginning or at its end.

    Args:
        query: The statement.
        names: Keys of the source's words that stand capitalised inside a sentence.
    """
    size = len(query)
    commas = [at for at in range(1, size) if "," in marks_between(query.tokens.before(at))]
    if not commas or size < MOST:
        return frozenset()
    found: set[int] = set()
    first, last = commas[0], commas[-1]
    if first <= MOST and size - first > 2 and _calls(query, 0, first, names):
        found |= set(range(first))
    if size - last <= MOST and last > 2 and _calls(query, last, size, names) and not _apposed(query, last):
        found |= set(range(last, size))
    return frozenset(found)


def _calls(query: Query, low: int, high: int, names: frozenset[str]) -> bool:
    """True if all words of a stretch name or call: "Houston", "my dear Watson", "Mr. President"."""
    kinds = [_kind(query, at, names) for at in range(low, high)]
    return None not in kinds and True in kinds


def _kind(query: Query, at: int, names: frozenset[str]) -> bool | None:
    """True for a word that calls somebody, False for one that stands beside such, None for others."""
    key = query.keys[at]
    if key in _BESIDE:
        return False
    if key in _CALLING or is_title(key):
        return True
    if not query.tokens.word(at)[:1].isupper() or is_pronoun(key):
        return None
    named = at > 0 or key in MALE or key in FEMALE or (key in names and parts_of_speech(key) <= {"n"})
    return True if named else None


def _apposed(query: Query, at: int) -> bool:
    """True if a name behind a comma may say who a noun before it is: "the mayor, Ben Cole"."""
    if any(query.keys[i] in _CALLING for i in range(at, len(query))):
        return False
    before = query.keys[at - 1]
    return not is_pronoun(before) and parts_of_speech(before) <= {"n"}
