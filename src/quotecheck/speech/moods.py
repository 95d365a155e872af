"""Verbs whose mood says that a clause is only reported (German "er sei", "sie komme"), and hearsay ("soll … haben")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from quotecheck.speech.lexis import Lexis
from quotecheck.speech.phrases import is_pronoun, is_small
from quotecheck.speech.prose import SIGN, WORD, Token

_SHORTEST: Final = 5
"""Letters that a form has at least whose ending tells its mood."""


def is_mood(tokens: Sequence[Token], at: int, lex: Lexis) -> bool:
    """True if a word is a verb in the mood of reported speech: a listed form, or one that its ending shows.

    Args:
        tokens: A sentence.
        at: The word.
        lex: The language.
    """
    token = tokens[at]
    if token.kind is not WORD or token.capital:
        return False
    if token.low in lex.words.reportive:
        return True
    return bool(lex.words.mood_endings) and _by_ending(tokens, at, lex)


def _by_ending(tokens: Sequence[Token], at: int, lex: Lexis) -> bool:
    """As in "die Brücke bleibe gesperrt", "er rechne mit": after a noun or a pronoun, and no adjective of a noun."""
    words = lex.words
    low = tokens[at].low
    if len(low) < _SHORTEST or not low.endswith(words.mood_endings) or low.endswith(words.other_endings):
        return False
    if at == 0 or low in words.no_mood or is_small(low, words):
        return False
    before = tokens[at - 1]
    subject = before.kind is WORD and (before.capital or is_pronoun(before, words) or before.low in words.adverbs)
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if not subject and following is not None and following.kind is WORD:
        return False
    if following is None or following.kind is SIGN:
        return True
    return (not following.capital and not following.low.endswith(words.adjective_endings)) or is_small(
        following.low, words
    )


def is_reportive(tokens: Sequence[Token], lex: Lexis) -> bool:
    """True if the mood of a verb says that a clause is reported (German "er sei")."""
    return any(is_mood(tokens, at, lex) for at in range(len(tokens)))


def goes_on(tokens: Sequence[Token], lex: Lexis, *, surely: bool = False) -> bool:
    """True if a sentence's own verb, and not only one of a clause that hangs on it, stands in that mood.

    Args:
        tokens: A sentence that follows reported words.
        lex: The language.
        surely: True where a form that may be only a condition does not count.
    """
    found = [at for at in range(len(tokens)) if is_mood(tokens, at, lex)]
    if not found:
        return False
    plain = any(
        token.kind is WORD and token.low in lex.words.auxiliaries and token.low not in lex.words.reportive
        for token in tokens[: found[0]]
    )
    if all(tokens[at].low in lex.words.irrealis for at in found):
        return not surely and not any(_is_plain(token, lex) for token in tokens)
    return not plain or tokens[found[0]].low not in lex.words.irrealis


def _is_plain(token: Token, lex: Lexis) -> bool:
    """A helping verb that states: "ist", "hatte", "wurde"."""
    low = token.low
    return token.kind is WORD and low in lex.words.passives | lex.words.plain and low not in lex.words.reportive


def is_hearsay(tokens: Sequence[Token], lex: Lexis) -> bool:
    """True if a modal verb and a perfect infinitive say that others say so ("er soll … gestohlen haben").

    Args:
        tokens: A sentence or a clause.
        lex: The language.
    """
    modals = lex.words.hearsay_modals
    if not modals or not any(token.kind is WORD and token.low in modals for token in tokens):
        return False
    for at in range(1, len(tokens)):
        ends = at + 1 == len(tokens) or tokens[at + 1].kind is SIGN or tokens[at + 1].low in lex.words.hearsay_modals
        if ends and tokens[at].low in lex.words.perfect and _is_participle(tokens[at - 1], lex):
            return True
    return False


def _is_participle(token: Token, lex: Lexis) -> bool:
    return token.kind is WORD and not token.capital and bool(_pattern(lex.words.participle).fullmatch(token.low))


@cache
def _pattern(participle: str) -> re.Pattern[str]:
    return re.compile(participle or r"(?!)")
