"""Speech that a dash opens ("—Yes, he said."): the dash, and the words that are not the speaker's, are left out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from quotecheck.model import Span
from quotecheck.speech.blocks import Block, BlockKind
from quotecheck.speech.cues import Event, events_of
from quotecheck.speech.lexis import Lexis
from quotecheck.speech.marks import MarkKind, Quotation
from quotecheck.speech.prose import SIGN, Sentence, Token, sentences_of
from quotecheck.speech.subjects import Order

_DASH: Final = re.compile(r"[—–―][ \t\u00a0]?(?=[\w¡¿“«\"'‘(…])")
_INCISE: Final = re.compile(r"[—–―]")
_TURN: Final = re.compile(r"[.!?…»][ \t\u00a0\n]{1,2}[—–―][ \t\u00a0]?(?=\w)")
_FEWEST: Final = 2
"""Paragraphs that a dash must open before dashes are read as speech: one alone may be an item or an aside."""


def dashed(shadow: str, blocks: Sequence[Block], lex: Lexis) -> tuple[Quotation, ...]:
    """The speech of paragraphs that a dash opens.

    Args:
        shadow: The masked content.
        blocks: Its blocks.
        lex: The language.

    Returns:
        One quotation for each stretch between the words of the attribution; empty if the text has no such speech.
    """
    opened = [
        (block, dash.end())
        for block in blocks
        if block.kind is BlockKind.PROSE and (dash := _DASH.match(shadow, block.span.start))
    ]
    paired = tuple(one for block in blocks for one in _two_in_one(shadow, block, lex))
    if not opened:
        return paired
    read = [(start, block.span.end, list(_sentences(shadow, start, block.span.end, lex))) for block, start in opened]
    if not _is_speech(read, lex):
        return paired
    at = [one.outer.start for one in paired]
    shared = {start for start, end, _ in read if bisect_left(at, start) < bisect_left(at, end)}
    alone = (
        one
        for start, end, sentences in read
        if start not in shared
        for one in _speech(shadow, start, end, sentences, lex)
    )
    return tuple(sorted([*alone, *paired], key=_start))


def _is_speech(read: Sequence[tuple[int, int, Sequence[Sentence]]], lex: Lexis) -> bool:
    """True if somebody is said to speak in one of them; where it is one alone, by a verb before its subject."""
    told = [(one, _incise(one.tokens, lex)) for _, _, sentences in read for one in sentences]
    if len(read) < _FEWEST:
        return any(event is not None and event.order is Order.VERB_FIRST and event.start for _, event in told)
    return any(event is not None or one.tokens[-1].low in "!?" for one, event in told)


def _start(one: Quotation) -> int:
    return one.outer.start


def _two_in_one(shadow: str, block: Block, lex: Lexis) -> Iterator[Quotation]:
    """As in "Qu'en dis-tu ? demanda Luc. — C'est fait, répondit Ève.": a dash parts two speakers in one paragraph."""
    if lex.language == "en" or block.kind is not BlockKind.PROSE:
        return
    start, end = block.span.start, block.span.end
    opener = _DASH.match(shadow, start)
    first = opener.end() if opener else start
    pieces = []
    for turn in _TURN.finditer(shadow, first, end):
        pieces.append((first, turn.start() + 1))
        first = turn.end()
    if not pieces:
        return
    read = [(one, last, list(_sentences(shadow, one, last, lex))) for one, last in [*pieces, (first, end)]]
    if all(any(_incise(sentence.tokens, lex) for sentence in sentences) for _, _, sentences in read):
        for one, last, sentences in read:
            yield from _speech(shadow, one, last, sentences, lex)


def _sentences(shadow: str, start: int, end: int, lex: Lexis) -> Iterator[Sentence]:
    return sentences_of(shadow, start, end, (), lex.words, lex.saying)


def _speech(shadow: str, start: int, end: int, sentences: Sequence[Sentence], lex: Lexis) -> Iterator[Quotation]:
    at = start
    for cut_start, cut_end in _cuts(shadow, start, end, sentences, lex):
        if cut_start > at:
            yield from _quotation(shadow, at, cut_start)
        at = max(at, cut_end)
    yield from _quotation(shadow, at, end)


def _quotation(shadow: str, start: int, end: int) -> Iterator[Quotation]:
    while start < end and not (shadow[start].isalnum() or shadow[start] in "¡¿“«\"'‘(…["):
        start += 1
    while end > start and (shadow[end - 1].isspace() or shadow[end - 1] in "—–―"):
        end -= 1
    if start < end:
        span = Span(start, end)
        yield Quotation(outer=span, inner=span, level=0, parts=(span,), unclosed=False, kind=MarkKind.DASH)


def _cuts(shadow: str, start: int, end: int, sentences: Sequence[Sentence], lex: Lexis) -> Iterator[tuple[int, int]]:
    """What the author says in between: between two dashes, or from a clause of saying to its sentence's end."""
    dash = _INCISE.search(shadow, start, end)
    while dash is not None:
        closing = _INCISE.search(shadow, dash.end(), end)
        yield dash.start(), closing.end() if closing else end
        dash = _INCISE.search(shadow, closing.end(), end) if closing else None
    for sentence in sentences:
        event = _incise(sentence.tokens, lex)
        if event is not None:
            yield sentence.tokens[event.start].start, sentence.end


def _incise(tokens: Sequence[Token], lex: Lexis) -> Event | None:
    """A clause of saying that opens a sentence or follows a sign, with nothing reported after it."""
    for event in events_of(tokens, lex):
        if event.order not in (Order.SUBJECT_FIRST, Order.VERB_FIRST) or event.that or event.subject is None:
            continue
        if event.verb not in lex.saying or event.verb in lex.loose:
            continue
        before = tokens[event.start - 1] if event.start else None
        if before is None and lex.words.pronouns.get(tokens[event.subject.first].low) in ("1", "2"):
            continue
        if before is None or (before.kind is SIGN and before.low in (",", "!", "?", "…", "...")):
            return event
    return None
