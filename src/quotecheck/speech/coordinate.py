"""The coordinate claims of a sentence, where they can be told apart: "A rose, and B fell"; "A bought B and sold C".

A claim that shares its subject with the one before gets it: its words are two stretches of the sentence. What is not
sure stays one claim, for half a claim is worse than two in one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from quotecheck.language.morphology import parts_of_speech
from quotecheck.speech.clauses import begins_clause, is_finite
from quotecheck.speech.lexis import Lexis
from quotecheck.speech.phrases import Phrase, is_adverb, is_past, is_pronoun
from quotecheck.speech.prose import QUOTE, WORD, Token
from quotecheck.speech.subjects import main_subject

Stretches = tuple[tuple[int, int], ...]
"""Half-open ranges of a sentence's tokens that make up one claim."""

FEWEST: Final = 3
"""Words that a claim of its own has at least."""
MOST_TOKENS: Final = 400
"""Tokens of a sentence that is taken apart."""
_JOINING: Final = frozenset({"and", "but", "yet"})
_SUBORDINATE: Final = frozenset(
    "that whether if unless because although though when whenever while who whom whose which where until before after "
    "since lest either neither both how why what than as so".split()
)
"""Words that may rule more than the clause they stand in."""


def coordinate(tokens: Sequence[Token], lex: Lexis) -> tuple[Stretches, ...]:
    """The claims of a sentence, one at least.

    Args:
        tokens: A sentence.
        lex: The language; only English sentences are taken apart.
    """
    whole: Stretches = ((0, len(tokens)),)
    if lex.language != "en" or len(tokens) > MOST_TOKENS:
        return (whole,)
    found: list[Stretches] = []
    first = 0
    subject: Phrase | None = None
    for at, past, shared in _seams(tokens, lex):
        if shared and subject is None:
            subject = _subject_at(tokens, first, at, lex)
        if shared and (subject is None or not _has_verb(tokens, subject.last, at, lex)):
            continue
        if (
            shared
            and tokens[past].low not in _HELPERS
            and subject is not None
            and _helped(tokens, subject.last, at, lex)
        ):
            continue
        if not found:
            found.append(((first, at),))
        left = found[-1]
        found[-1] = (*left[:-1], (left[-1][0], at))
        if shared and subject is not None:
            found.append(((subject.first, subject.last), (past, len(tokens))))
        else:
            found.append(((past, len(tokens)),))
            subject = _subject_at(tokens, past, len(tokens), lex)
            first = past
    if any(_words(tokens, one) < FEWEST for one in found):
        return (whole,)
    return tuple(found) or (whole,)


def _seams(tokens: Sequence[Token], lex: Lexis) -> Iterator[tuple[int, int, bool]]:
    """Where a sentence may be parted: one past the left claim, the first token of the right, is the subject shared."""
    ruled = False
    for at, token in enumerate(tokens):
        if token.low == ";" and at + 1 < len(tokens):
            past = at + 2 if tokens[at + 1].low in _JOINING and at + 2 < len(tokens) else at + 1
            if begins_clause(tokens, past, len(tokens), lex):
                yield at, past, False
                ruled = False
            continue
        if token.kind is QUOTE or token.low in _SUBORDINATE:
            ruled = True
        if ruled or token.low not in _JOINING or not 0 < at < len(tokens) - 1:
            continue
        comma = tokens[at - 1].low == ","
        left = at - 1 if comma else at
        if _verb_at(tokens, at + 1, lex):
            if tokens[left - 1].kind is WORD:
                yield left, at + 1, True
        elif _new_clause(tokens, at + 1, comma, lex) and begins_clause(tokens, _start(tokens), left, lex):
            yield left, at + 1, False


def _start(tokens: Sequence[Token]) -> int:
    return next((at for at, token in enumerate(tokens) if token.kind is WORD), 0)


def _new_clause(tokens: Sequence[Token], first: int, comma: bool, lex: Lexis) -> bool:
    """True if a clause with a subject of its own begins: without a comma before it, only one that a pronoun opens."""
    opener = tokens[first]
    if opener.kind is not WORD or opener.low in _SUBORDINATE:
        return False
    pronoun = is_pronoun(opener, lex.words) and opener.low not in lex.words.determiners
    if pronoun:
        return first + 1 < len(tokens) and is_finite(tokens[first + 1], opener, lex)
    return comma and begins_clause(tokens, first, len(tokens), lex)


def _verb_at(tokens: Sequence[Token], at: int, lex: Lexis) -> bool:
    """True for a finite verb that can be nothing else where it stands."""
    while at < len(tokens) and is_adverb(tokens[at], lex.words) and tokens[at].low != "there":
        at += 1
    if at + 1 >= len(tokens) or tokens[at].kind is not WORD or tokens[at].capital:
        return False
    token, following = tokens[at], tokens[at + 1]
    if not is_finite(token, _ANY, lex):
        return False
    if token.low in _HELPERS:
        return True
    if token.low.endswith("s") and "n" in parts_of_speech(token.low):
        return False
    low = following.low
    return following.kind is WORD and (
        following.capital
        or low[:1].isdigit()
        or low in lex.words.determiners
        or low in lex.words.prepositions
        or low in lex.words.inner_prepositions
        or low in lex.words.pronouns
        or low in lex.words.that
        or low == "to"
    )


_HELPERS: Final = frozenset(
    "is are was were am has have had does did do will would shall should can could may might must cannot".split()
)
_ANY: Final = Token("and", "and", 0, 3, WORD)


def _subject_at(tokens: Sequence[Token], first: int, limit: int, lex: Lexis) -> Phrase | None:
    """The subject of the clause that begins there, without a verb that the phrase took with it ("the agency fined")."""
    found = main_subject(tokens[first:limit], limit - first, lex)
    if found is None:
        return None
    start, last = found.first + first, found.last + first
    for at in range(start + 1, last):
        before = tokens[at - 1]
        if before.low not in lex.words.determiners and is_finite(tokens[at], before, lex) and is_past(tokens[at].low):
            return Phrase(start, at)
    return Phrase(start, last)


def _has_verb(tokens: Sequence[Token], first: int, limit: int, lex: Lexis) -> bool:
    """True if a finite verb and something behind it stand there: "bought and sold" share what they act on."""
    for at in range(first, limit):
        if tokens[at].kind is WORD and at and is_finite(tokens[at], tokens[at - 1], lex):
            return any(token.kind is WORD for token in tokens[at + 1 : limit])
    return False


def _helped(tokens: Sequence[Token], first: int, limit: int, lex: Lexis) -> bool:
    """True if the left verb has a helper, which a participle on the right may share: "was arrested and charged"."""
    return any(token.low in lex.words.auxiliaries or token.low.endswith("n't") for token in tokens[first:limit])


def _words(tokens: Sequence[Token], stretches: Stretches) -> int:
    return sum(token.kind is not QUOTE and token.kind is WORD for low, high in stretches for token in tokens[low:high])
