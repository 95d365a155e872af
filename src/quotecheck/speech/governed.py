"""Reported clauses that no verb with a speaker governs: after nouns ("the view that"), and where nobody is named.

For languages whose finite verb stands second; there a clause's mood or an infinitive shows that it is reported.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from quotecheck.speech.lexis import Lexis
from quotecheck.speech.moods import is_reportive
from quotecheck.speech.phrases import Phrase, after
from quotecheck.speech.prose import QUOTE, SIGN, WORD, Token
from quotecheck.speech.second import Range, clause_after
from quotecheck.speech.subjects import is_passive, main_subject

_BETWEEN: Final = 9
"""Tokens between a noun and the comma before its clause: whose view it is."""
_LONGEST: Final = 300


@attrs.frozen
class Governed:
    """A reported clause and what governs it, as token numbers.

    Attributes:
        first: The noun or the verb.
        subject: Who holds it; None if nobody is named.
        content: Where the clause stands.
    """

    first: int
    subject: Phrase | None
    content: Range


def governed(tokens: Sequence[Token], taken: Sequence[Range], lex: Lexis) -> Iterator[Governed]:
    """The clauses that nouns of saying and verbs without a speaker govern, in order.

    Args:
        tokens: A sentence.
        taken: What is known to be reported in it: nothing is found twice.
        lex: The language.
    """
    if not lex.words.verb_second:
        return
    covered = bytearray(len(tokens))
    for first, last in taken:
        covered[first:last] = b"\1" * (last - first)
    for at, token in enumerate(tokens):
        if token.kind is not WORD:
            continue
        found = _by_noun(tokens, at, lex) or _by_nobody(tokens, at, lex)
        if found is None or any(covered[slice(*found.content)]):
            continue
        first, last = found.content
        covered[first:last] = b"\1" * (last - first)
        yield found


def _by_noun(tokens: Sequence[Token], at: int, lex: Lexis) -> Governed | None:
    """As in "der Ansicht, dass", "mit der Begründung, er sei", "die Forderung des Rates, ihn zu entlassen"."""
    token = tokens[at]
    if not token.capital or not _is_clause_noun(token.low, lex):
        return None
    comma = _comma_after(tokens, at + 1, lex)
    if comma is None:
        return None
    content = clause_after(tokens, comma, min(len(tokens), comma + _LONGEST), lex, verb=_NOUN)
    if content is None or content[1] - content[0] < 3:
        return None
    return Governed(at, _holder(tokens, at, comma, lex), content)


_NOUN: Final = "\x00"
"""Stands for a noun where a verb is asked for: after it a clause needs a sign of its own."""


def _is_clause_noun(low: str, lex: Lexis) -> bool:
    return low in lex.words.clause_nouns or (len(low) > 9 and any(low.endswith(one) for one in _long(lex)))


def _long(lex: Lexis) -> tuple[str, ...]:
    return tuple(one for one in lex.words.clause_nouns if len(one) > 5)


def _comma_after(tokens: Sequence[Token], first: int, lex: Lexis) -> int | None:
    for at in range(first, min(len(tokens), first + _BETWEEN)):
        token = tokens[at]
        if token.low == ",":
            return at
        if token.kind is QUOTE or (token.kind is SIGN and token.low not in ("(", ")", ".", "-")):
            return None
        if token.kind is WORD and token.low in lex.words.auxiliaries:
            return None
    return None


def _holder(tokens: Sequence[Token], at: int, comma: int, lex: Lexis) -> Phrase | None:
    """Whose it is: the genitive after the noun, a possessive before it, or the sentence's subject."""
    if at + 1 < comma and tokens[at + 1].low in lex.words.genitives | lex.words.by:
        owner = after(tokens, at + 2 if tokens[at + 1].low in lex.words.by else at + 1, lex.words, stop=lex.verbs)
        if owner is not None and owner.last <= comma:
            return owner
    if at and tokens[at - 1].low in lex.words.possessives:
        return Phrase(at - 1, at)
    subject = main_subject(tokens, at, lex)
    if subject is None or subject.last >= at:
        return None
    return subject


def _by_nobody(tokens: Sequence[Token], at: int, lex: Lexis) -> Governed | None:
    """As in "es wird befürchtet, dass", "ihm wird vorgeworfen, … zu haben", "bekannt wurde, dass", "es heißt, …"."""
    token = tokens[at]
    if token.capital and at:
        return None
    low = token.low
    passive = low in lex.verbs and is_passive(tokens, at, lex)
    stands = low in lex.words.standing and any(one.low == "es" for one in tokens[at - 1 : at + 2])
    if not (passive or stands or low in lex.words.impersonal):
        return None
    comma = next((one for one in range(at + 1, min(len(tokens), at + 4)) if tokens[one].low == ","), None)
    if comma is None or any(token.capital for token in tokens[at + 1 : comma]):
        return None
    content = clause_after(tokens, comma, min(len(tokens), comma + _LONGEST), lex, verb=_NOUN)
    if content is None or content[1] - content[0] < 3:
        return None
    shown = tokens[comma + 1].low in lex.words.dropped or is_reportive(tokens[content[0] : content[1]], lex)
    return None if low in lex.words.impersonal and not shown else Governed(at, None, content)
