"""Frames that name a source ("laut X", "nach Angaben von X", "X zufolge") where nouns are written with capitals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotecheck.speech.lexis import Lexis
from quotecheck.speech.phrases import Phrase, after, is_adverb
from quotecheck.speech.prose import QUOTE, SIGN, WORD, Token

_HEAD: Final = 5
"""Tokens from a frame's preposition to its noun, at most."""
_LONGEST: Final = 16
_NAME_IN_MARKS: Final = 60


def source_before(tokens: Sequence[Token], at: int, lex: Lexis) -> tuple[int, Phrase] | None:
    """As in "laut X", "nach ersten Angaben der Polizei", "nach Auskunft von X", "aus Sicht des Rats".

    Args:
        tokens: A sentence.
        at: The preposition.
        lex: The language.

    Returns:
        One past the words of the frame, and who is named; None if no source is.
    """
    low = tokens[at].low
    if (
        at
        and tokens[at - 1].kind is WORD
        and tokens[at - 1].low in lex.words.opinions
        and low in lex.words.loose_sources
    ):
        return None  # "seiner Meinung nach"
    name = _in_marks(tokens, at + 1)
    if low in _single(lex):
        phrase = name or _phrase(tokens, at + 1, lex)
        return None if phrase is None else _named(tokens, at, phrase, lex)
    if low not in lex.words.loose_sources and low not in lex.words.viewing:
        return None
    phrase = _phrase(tokens, at + 1, lex)
    if phrase is None:
        return None
    heads = range(phrase.first, min(phrase.first + _HEAD, phrase.last))
    nouns = lex.words.viewing_nouns if low in lex.words.viewing else None
    if not any(tokens[one].capital and _is_source_noun(tokens[one].low, lex, nouns) for one in heads):
        return None
    return _named(tokens, at, phrase, lex, nouns)


def _single(lex: Lexis) -> frozenset[str]:
    return frozenset(frame[0] for frame in lex.words.sources if len(frame) == 1)


def _is_source_noun(low: str, lex: Lexis, nouns: frozenset[str] | None) -> bool:
    if nouns is not None:
        return low in nouns
    parts = low.split("-")
    return low in lex.nouns or any(low.endswith(one) for one in lex.words.source_nouns) or parts[-1] in lex.nouns


def _named(
    tokens: Sequence[Token], at: int, phrase: Phrase, lex: Lexis, nouns: frozenset[str] | None = None
) -> tuple[int, Phrase]:
    """Past the noun of saying: "nach Angaben [der Polizei]" names the police; "laut Bericht" the report."""
    for one in range(phrase.first, min(phrase.first + _HEAD, phrase.last)):
        if tokens[one].capital and _is_source_noun(tokens[one].low, lex, nouns) and one + 1 < phrase.last:
            opener = tokens[one + 1]
            first = one + 1
            if opener.low in lex.words.by:
                return first + 1, Phrase(first + 1, phrase.last)
            if (
                opener.low in lex.words.genitives
                or opener.low in lex.words.oblique
                or opener.low in lex.words.possessives
            ):
                return first, Phrase(first, phrase.last)
            return at + 1, phrase
    return at + 1, phrase


def _in_marks(tokens: Sequence[Token], at: int) -> Phrase | None:
    """As in "laut „Merkur“", "laut der Zeitung „Merkur“"."""
    for one in range(at, min(at + 4, len(tokens))):
        token = tokens[one]
        if token.kind is QUOTE:
            short = not token.ends and token.end - token.start <= _NAME_IN_MARKS
            return Phrase(at, one + 1) if short and (one == at or tokens[one - 1].capital) else None
        if token.kind is not WORD:
            return None
    return None


def _phrase(tokens: Sequence[Token], first: int, lex: Lexis) -> Phrase | None:
    """The noun phrase with its genitives: "ersten Angaben eines Sprechers der Polizei"."""
    found = after(tokens, first, lex.words, stop=lex.verbs)
    if found is None:
        return None
    last = found.last
    while last < len(tokens) and last - first < _LONGEST:
        opener = tokens[last]
        if opener.kind is QUOTE and tokens[last - 1].capital and not opener.ends:
            last += 1
            continue
        if opener.kind is not WORD or not _ties(opener.low, lex):
            break
        more = after(tokens, last + 1 if opener.low in lex.words.by else last, lex.words, stop=lex.verbs)
        if more is None or more.last <= last:
            break
        last = more.last
    return Phrase(found.first, last)


def _ties(low: str, lex: Lexis) -> bool:
    """A word with which a genitive begins, or "von"."""
    return low in lex.words.by or low in lex.words.genitive_openers


def source_after(tokens: Sequence[Token], at: int, lex: Lexis) -> Phrase | None:
    """As in "[der Polizei] zufolge", "[ersten Angaben des Rats] zufolge": the words right before.

    Args:
        tokens: A sentence.
        at: The word after the source.
        lex: The language.
    """
    first = at
    while first > 0 and at - first < _LONGEST:
        token = tokens[first - 1]
        if token.kind is QUOTE:
            if token.ends or token.end - token.start > _NAME_IN_MARKS:
                break
        elif token.kind is SIGN:
            if token.low not in (".", "-", "&") or not tokens[max(0, first - 2)].capital:
                break
        elif not token.capital and not _inside(tokens, first - 1, lex):
            break
        first -= 1
        if tokens[first].low in lex.words.determiners and tokens[first].low not in lex.words.genitive_openers:
            break
        if token.capital and token.kind is WORD and first > 0 and tokens[first - 1].low in lex.words.auxiliaries:
            break
    while first < at and (
        tokens[first].low in lex.words.by or tokens[first].kind is SIGN or is_adverb(tokens[first], lex.words)
    ):
        first += 1
    return (
        Phrase(first, at) if first < at and any(one.capital or one.kind is QUOTE for one in tokens[first:at]) else None
    )


def _inside(tokens: Sequence[Token], at: int, lex: Lexis) -> bool:
    """A word of small letters inside a noun phrase: an article, "von", an adjective with a dative's ending."""
    low = tokens[at].low
    if low in lex.words.determiners or low in lex.words.by or low in lex.words.inner_prepositions:
        return True
    if (
        low in lex.words.auxiliaries
        or low in lex.words.prepositions
        or low in lex.words.conjunctions
        or low in lex.verbs
    ):
        return False
    return low.endswith(lex.words.dative_endings) and not is_adverb(tokens[at], lex.words)
