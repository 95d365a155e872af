"""Whether words begin a clause of their own: a subject, then a finite verb. By endings and word lists, no tagger."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from quotecheck.language.en.inflection import IRREGULAR_VERBS
from quotecheck.language.morphology import parts_of_speech
from quotecheck.speech.lexis import Lexis
from quotecheck.speech.phrases import after, is_pronoun
from quotecheck.speech.prose import QUOTE, SIGN, WORD, Token

_REACH: Final = 20
"""Tokens of a subject that are looked through for its verb."""
_APPOSITION: Final = 12
_OPENERS: Final = frozenset(
    {"there", "if", "although", "when", "while", "since", "because", "unless", "il", "no", "nous"}
)
_BEFORE_NOUN: Final = frozenset({"the", "a", "an", "of", "its", "his", "her", "their", "my", "your", "our"})
_PLAIN_SUBJECTS: Final = frozenset({"i", "we", "you", "they"})
_PASTS: Final = frozenset(past for past, _ in IRREGULAR_VERBS.values())


def begins_clause(tokens: Sequence[Token], first: int, limit: int, lex: Lexis) -> bool:
    """True if a clause with a subject and a finite verb begins at token ``first``.

    Args:
        tokens: A sentence.
        first: Where the clause would begin.
        limit: One past its last token.
        lex: The language.
    """
    opener = tokens[first]
    if opener.kind is QUOTE:
        return first + 1 < limit and tokens[first + 1].kind is WORD
    if opener.low in _OPENERS or (is_pronoun(opener, lex.words) and opener.low not in lex.words.determiners):
        return True
    quoted = first + 1 < limit and tokens[first + 1].kind is QUOTE and opener.low in lex.words.determiners
    if not quoted and after(tokens, first, lex.words, stop=lex.verbs) is None:
        return False
    return _verb_follows(tokens, first, limit, lex)


def holds_finite_verb(tokens: Sequence[Token], first: int, last: int, lex: Lexis) -> bool:
    """True if one of the words may be a finite verb, the first word apart.

    Args:
        tokens: A sentence.
        first: The first token looked at.
        last: One past the last.
        lex: The language.
    """
    return any(tokens[at].kind is WORD and is_finite(tokens[at], tokens[at - 1], lex) for at in range(first + 1, last))


def _verb_follows(tokens: Sequence[Token], first: int, limit: int, lex: Lexis) -> bool:
    at = first + 1
    while at < min(limit, first + _REACH):
        token = tokens[at]
        if token.kind is SIGN:
            if token.low == ",":
                closing = _closing_comma(tokens, at, limit)
                if closing is None:
                    return False
                at = closing
            elif token.low not in (".", "&", "-", "%", "$", "(", ")", "'"):
                return False
        elif token.kind is WORD:
            if token.low in lex.words.relatives or token.low in lex.words.that:
                return False
            if is_finite(token, tokens[at - 1], lex):
                return True
        at += 1
    return False


def _closing_comma(tokens: Sequence[Token], comma: int, limit: int) -> int | None:
    """The comma after an apposition that one before it opens."""
    for at in range(comma + 2, min(limit, comma + _APPOSITION)):
        if tokens[at].low == ",":
            return at
    return None


def is_finite(token: Token, before: Token, lex: Lexis) -> bool:
    """True if a word that stands after another may be a finite verb."""
    low = token.low
    if low in lex.words.auxiliaries or ("'" in low and low.split("'")[0] in lex.words.pronouns):
        return True
    if token.capital:
        return False
    if lex.language != "en":
        return low in lex.verbs
    return _english_finite(low, before.low)


@lru_cache(maxsize=20_000)
def _english_finite(low: str, before: str) -> bool:
    if low in _PASTS:
        return True
    if low.endswith(("ing", "ly")) or "v" not in parts_of_speech(low):
        return False
    if low.endswith("ed") or before in _PLAIN_SUBJECTS:
        return True
    if low.endswith("s") and not low.endswith("ss"):
        return not before.endswith(("'s", "s'")) and before not in (
            "the",
            "a",
            "an",
            "of",
            "its",
            "his",
            "her",
            "their",
        )
    return before.endswith("s") and not before.endswith(("ss", "'s"))
