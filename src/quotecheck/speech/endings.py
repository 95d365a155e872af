"""Where reported words end in a sentence: at a clause that is the reporter's again. Where they begin is elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotecheck.speech.clauses import begins_clause, holds_finite_verb, is_finite
from quotecheck.speech.lexis import Lexis
from quotecheck.speech.phrases import is_pronoun
from quotecheck.speech.prose import QUOTE, SIGN, WORD, Token

_DASHES: Final = frozenset({"-", "–", "—", "--", "―"})
_OPENS_OTHER: Final = frozenset({"whereas", "yet", "compared", "drawing"})
_CONTRASTS: Final = frozenset({"but", "while", "though", "although", "despite", "even"})
"""After a comma, these go on with what is said, unless a verb of saying or the reporter's own verb follows."""
_RELATIVES: Final = frozenset({"which", "who", "whose", "where", "whom"})
_ARTICLES: Final = frozenset({"a", "an", "the"})
SUBORDINATE: Final = frozenset(
    {"if", "when", "although", "though", "while", "because", "since", "once", "unless", "until", "after", "before",
     "in", "on", "at", "for", "with", "under", "during", "despite", "by", "from", "as", "even", "unlike", "like"}
)  # fmt: skip
_FRONTED: Final = frozenset("while although though if when because since as after before once even".split())
"""At the front of a sentence, these begin a clause of the reporter's, and his main clause stands behind its comma."""
_FARTHEST: Final = 30
"""Tokens within which a comma closes what another one opened."""


def ending(tokens: Sequence[Token], first: int, limit: int, lex: Lexis) -> int:
    """One past the last token of reported words.

    Args:
        tokens: A sentence.
        first: The first token of the reported words.
        limit: One past the last token that they may have.
        lex: The language; only where the order of words is English's is more looked at than ``limit``.
    """
    if lex.language != "en":
        return limit
    opened = tokens[first].low in SUBORDINATE
    fronted = first > 0 and tokens[0].low in _FRONTED
    at = first if tokens[first].kind is QUOTE else first + 1
    while at < limit:
        token = tokens[at]
        if token.kind is SIGN:
            if token.low == ";":
                return at
            if token.low == ":" and not (at + 1 < limit and (tokens[at + 1].kind is QUOTE or _touches(tokens, at))):
                return at
            if token.low in _DASHES and at + 1 < limit and _is_spaced(tokens, at):
                closing = _next(tokens, at + 2, limit, _DASHES)
                if closing is None:
                    return at
                at = closing
            elif token.low == "," and at + 1 < limit:
                if opened:
                    opened = False
                elif fronted and begins_clause(tokens, at + 1, limit, lex):
                    return at
                elif (closing := _insertion(tokens, first, at, limit, lex)) is not None:
                    at = closing
                elif _parts(tokens, at, limit, lex):
                    return at
        elif token.comma and at + 1 < limit and tokens[at + 1].kind is WORD:
            if tokens[at + 1].low not in ("and", "as") and _parts(tokens, at, limit, lex):
                return at + 1
        elif token.kind is WORD and token.low in ("and", "but") and _goes_on_reporting(tokens, at, limit, lex):
            return at
        at += 1
    return limit


def _insertion(tokens: Sequence[Token], first: int, comma: int, limit: int, lex: Lexis) -> int | None:
    """As in "said Ruiz, despite his age, would run": the closing comma of what stands before a clause's verb."""
    if comma - first > _SUBJECT or tokens[first].low == "to" or holds_finite_verb(tokens, first - 1, comma, lex):
        return None
    closing = _next(tokens, comma + 2, limit, frozenset({","}))
    if closing is None or closing + 1 >= limit or not is_finite(tokens[closing + 1], tokens[closing], lex):
        return None
    return closing


_SUBJECT: Final = 8
"""Tokens of a subject before an insertion."""


def _touches(tokens: Sequence[Token], at: int) -> bool:
    """As in "6:30": a sign with no space on either side."""
    return tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start


def _is_spaced(tokens: Sequence[Token], at: int) -> bool:
    apart = tokens[at - 1].end < tokens[at].start and tokens[at].end < tokens[at + 1].start
    return apart or tokens[at].low in ("—", "―", "--")


def _next(tokens: Sequence[Token], first: int, limit: int, signs: frozenset[str]) -> int | None:
    return next((at for at in range(first, min(limit, first + _FARTHEST)) if tokens[at].low in signs), None)


def _parts(tokens: Sequence[Token], comma: int, limit: int, lex: Lexis) -> bool:
    """True if what follows a comma is no longer reported."""
    following = tokens[comma + 1]
    if following.kind is not WORD:
        return False
    low = following.low
    if low in _CONTRASTS:
        own = low == "but" and comma + 2 < limit and is_finite(tokens[comma + 2], following, lex)
        return own or _reports(tokens, comma + 2, limit, lex)
    if low in _OPENS_OTHER or (low in lex.verbs and low.endswith("ing")) or low in ("said", "says", "told"):
        return True
    closing = _next(tokens, comma + 2, limit, frozenset({","}))
    if low in _RELATIVES:
        return closing is None
    if low == "and" and comma + 2 < limit:
        after = tokens[comma + 2]
        return is_pronoun(after, lex.words) or _is_said(after, lex) or begins_clause(tokens, comma + 2, limit, lex)
    if low in _ARTICLES:
        if any(token.low in ("and", "or") for token in tokens[comma + 2 : limit]):
            return begins_clause(tokens, comma + 1, limit, lex)
        return closing is None
    if low == "as":
        return comma + 2 < limit and begins_clause(tokens, comma + 2, limit, lex)
    if is_pronoun(following, lex.words):
        return _reports(tokens, comma + 1, limit, lex)
    return following.capital and begins_clause(tokens, comma + 1, limit, lex)


def _reports(tokens: Sequence[Token], first: int, limit: int, lex: Lexis) -> bool:
    """As in "but Ruiz says …": a verb of saying comes soon, before any sign."""
    for at in range(first, min(limit, first + _SOON)):
        token = tokens[at]
        if token.kind is SIGN and token.low not in (".", "%", "$", "-"):
            return False
        if not _is_said(token, lex) or token.low.endswith("ing"):
            continue
        if at == first or is_finite(token, tokens[at - 1], lex):
            return tokens[at - 1].low not in ("to", "of", "been", "be")
    return False


_SOON: Final = 7
"""Tokens within which a clause that reports has its verb of saying."""


def _is_said(token: Token, lex: Lexis) -> bool:
    return token.kind is WORD and token.low in lex.saying and token.low not in lex.loose and not token.capital


def _goes_on_reporting(tokens: Sequence[Token], at: int, limit: int, lex: Lexis) -> bool:
    """As in "… and said": the one who spoke says something else."""
    if at + 1 >= limit or not _is_said(tokens[at + 1], lex):
        return False
    low = tokens[at + 1].low
    return low in ("said", "told", "wrote", "called") or low.endswith("ed")
