"""English words under which a clause is not asserted: doubted, asked, wished, supposed. Scope is found elsewhere.

Negations by themselves ("not", "nobody") and verbs that deny ("fail", "refuse") are in ``negation``.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from quotecheck.language.en.inflection import all_forms
from quotecheck.language.lists import words
from quotecheck.language.negation import is_implicit_negation

__all__ = ["leaves_open", "turns_down", "undoes"]

# What follows is left open: it may be so or not.
_OPEN_VERBS: Final = words("""
hope believe think suppose assume guess imagine suspect wish wonder ask expect fear presume doubt pretend speculate
hypothesise hypothesize
""")
_OPEN_WORDS: Final = frozenset(words("if whether unless perhaps maybe hopefully supposedly allegedly had"))

# What follows is not so, or no longer: beside the verbs of ``negation``.
_TURNED: Final = (("rather", "than"), ("instead", "of"), ("used", "to"), ("short", "of"), ("far", "from"))


def leaves_open(word: str) -> bool:
    """True if a clause under the word is neither asserted nor denied: "if", "whether", "hopes", "believed".

    Args:
        word: Lower-cased.
    """
    return word in _OPEN_WORDS or word in _open_forms()


def turns_down(word: str, following: str) -> bool:
    """True for two words that say that what follows is not so, or no longer: "rather than", "used to".

    Args:
        word: Lower-cased.
        following: The word after it, lower-cased.
    """
    return (word, following) in _TURNED


def undoes(word: str) -> bool:
    """True if a negation and the word together assert: "no doubt", "never failed", "cannot deny".

    Args:
        word: Lower-cased.
    """
    return word in {"doubt", "doubts", "question", "doubted"} or is_implicit_negation(word)


@cache
def _open_forms() -> frozenset[str]:
    return all_forms(_OPEN_VERBS)
