"""Reported speech without marks: whose words they are, and by which cue. Where they stand is found in ``contents``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from quotecheck.model import CueKind, Span, Words
from quotecheck.speech.attitudes import attitudes_of
from quotecheck.speech.contents import content_of
from quotecheck.speech.cues import Event
from quotecheck.speech.endings import ending
from quotecheck.speech.governed import governed
from quotecheck.speech.lexis import Lexis
from quotecheck.speech.moods import goes_on, is_hearsay, is_reportive
from quotecheck.speech.paragraphs import Paragraph, Prose
from quotecheck.speech.phrases import Phrase
from quotecheck.speech.prose import QUOTE, SIGN, WORD, Sentence, Token
from quotecheck.speech.second import FEWEST, LONGEST, Range
from quotecheck.speech.subjects import Order
from quotecheck.speech.uttered import is_negated

_TRIM: Final = frozenset(",;:–—-.!?…")


@attrs.frozen
class Reported:
    """Words that somebody is said to have said, in the text's own words.

    Attributes:
        parts: Where they stand; two where the attribution stands in their midst.
        mention: The words that name the speaker; None if the clause goes on with the last one.
        cue: The reporting words; None likewise.
        quotes: Numbers of the quotations that stand among them.
        continues: True if the speaker is that of the reported words before.
        kind: What the cue says of them.
    """

    parts: tuple[Span, ...]
    mention: Words | None
    cue: Words | None
    quotes: tuple[int, ...] = ()
    continues: bool = False
    kind: CueKind = CueKind.SPEECH


def reported(prose: Prose) -> tuple[Reported, ...]:
    """The reported speech of a text, in order of place.

    Args:
        prose: The text, taken apart.
    """
    found: list[Reported] = []
    told = False
    for paragraph in prose.paragraphs:
        going = told and bool(paragraph.sentences) and goes_on(paragraph.sentences[0].tokens, prose.lex, surely=True)
        here = list(_in_paragraph(prose, paragraph, going=going))
        told = bool(here) and here[-1].parts[-1].end >= paragraph.sentences[-1].end - _CLOSING
        found += here
    for paragraph in prose.paragraphs[:_HEADS]:
        found += _in_heading(prose, paragraph)
    return tuple(sorted(found, key=lambda one: (one.parts[0].start, -one.parts[-1].end)))


def _in_paragraph(prose: Prose, paragraph: Paragraph, *, going: bool = False) -> Iterator[Reported]:
    last: Sentence | None = None
    for sentence, events in zip(paragraph.sentences, paragraph.events, strict=True):
        tokens = sentence.tokens
        here = list(_in_sentence(prose, tokens, events))
        if not here and last is not None and _points_back(tokens, events, prose.lex):
            yield _reported_before(prose, last, tokens, events[0])
        if not here and (alone := _by_itself(tokens, going, last is not None, prose.lex)) is not None:
            here = [alone]
        if (
            not here
            and going
            and prose.lex.words.verb_second
            and _is_part_quoted(tokens)
            and goes_on(tokens, prose.lex)
        ):
            here = [_whole(tokens)]
        yield from here
        quoted = QUOTE in [token.kind for token in tokens]
        if here or quoted:
            going = True
        elif going and goes_on(tokens, prose.lex):
            yield _whole(tokens)
        else:
            going = False
        last = sentence


def _is_part_quoted(tokens: Sequence[Token]) -> bool:
    """As in "Sie seien „gut geeignet“": a sentence of the reporter's that holds a piece in marks."""
    return any(token.kind is QUOTE for token in tokens) and tokens[0].kind is WORD


def _whole(tokens: Sequence[Token], *, continues: bool = True) -> Reported:
    quotes = tuple(token.quote for token in tokens if token.kind is QUOTE)
    return Reported((Span(tokens[0].start, tokens[-1].end),), None, None, quotes, continues=continues)


def _by_itself(tokens: Sequence[Token], going: bool, told: bool, lex: Lexis) -> Reported | None:
    """As in "Demnach war …", "Er soll … gestohlen haben": what others say, whoever they are."""
    if told and tokens[0].low in lex.words.therefore and len(tokens) > FEWEST + 1:
        return _whole(tokens[1:])
    return _whole(tokens, continues=going) if is_hearsay(tokens, lex) else None


_CLOSING: Final = 3
"""Code points of the signs after a paragraph's last words."""
_HEADS: Final = 2
"""Paragraphs at the front that can be a headline."""
_LABEL: Final = 6
"""Tokens of a name before a headline's colon."""


def _in_heading(prose: Prose, paragraph: Paragraph) -> Iterator[Reported]:
    """As in the headline "Ruiz: Bridge will stay shut": one whom the text names again, or a poll, is its source."""
    if not paragraph.sentences or len(paragraph.sentences) > 2 or prose.lex.language != "en":
        return
    tokens = paragraph.sentences[0].tokens
    colon = next((at for at, token in enumerate(tokens[: _LABEL + 1]) if token.low == ":"), None)
    if not colon or len(tokens) - colon < FEWEST + 1 or tokens[colon + 1].kind is QUOTE:
        return
    label = tokens[:colon]
    if not all(token.kind is WORD for token in label) or not label[0].capital:
        return
    if label[-1].low not in _TOLD_BY and not _named_again(prose, label[-1], tokens[-1].end):
        return
    limit = ending(tokens, colon + 1, len(tokens), prose.lex)
    part = _span(tokens, (colon + 1, limit))
    if part is not None:
        quotes = tuple(token.quote for token in tokens[colon + 1 : limit] if token.kind is QUOTE)
        mention = prose.mention(tokens, Phrase(0, colon))
        yield Reported((part,), mention, prose.words(tokens, colon, colon + 1), quotes)


_TOLD_BY: Final = frozenset("poll polls report reports study survey sources source officials police aide aides".split())


def _named_again(prose: Prose, token: Token, start: int) -> bool:
    return token.capital and len(token.text) > 2 and prose.shadow.find(token.text, start) >= 0


def _points_back(tokens: Sequence[Token], events: Sequence[Event], lex: Lexis) -> bool:
    """As in "Das berichten die Zeitungen.": what is reported is the sentence before."""
    if not lex.words.verb_second or not events or tokens[0].low not in lex.words.back:
        return False
    event = events[0]
    return event.first == 1 and event.order is Order.VERB_FIRST and event.verb in lex.saying and not event.that


def _reported_before(prose: Prose, last: Sentence, tokens: Sequence[Token], event: Event) -> Reported:
    quotes = tuple(token.quote for token in last.tokens if token.kind is QUOTE)
    cue = prose.words(tokens, event.first, event.last)
    return Reported((Span(last.start, last.end),), prose.mention(tokens, event.subject), cue, quotes)


def _in_sentence(prose: Prose, tokens: Sequence[Token], events: Sequence[Event]) -> Iterator[Reported]:
    used: set[int] = set()
    taken: list[Range] = []
    for number, ranges, one in _clauses(prose, tokens, events):
        used.add(events[number].first)
        taken += ranges
        yield one
    for found in governed(tokens, taken, prose.lex):
        part = _span(tokens, found.content)
        if part is not None:
            quotes = tuple(token.quote for token in tokens[slice(*found.content)] if token.kind is QUOTE)
            mention = prose.mention(tokens, found.subject)
            yield Reported((part,), mention, prose.words(tokens, found.first, found.first + 1), quotes)
    yield from _stances(prose, tokens, events, frozenset(used))


def _stances(
    prose: Prose, tokens: Sequence[Token], events: Sequence[Event], used: frozenset[int]
) -> Iterator[Reported]:
    for one in attitudes_of(tokens, events, used, prose.lex):
        parts = tuple(span for span in (_span(tokens, piece) for piece in one.ranges) if span is not None)
        if not parts:
            continue
        quotes = tuple(token.quote for first, last in one.ranges for token in tokens[first:last] if token.kind is QUOTE)
        cue = prose.words(tokens, one.first, one.last)
        yield Reported(parts, prose.mention(tokens, one.subject), cue, quotes, kind=one.kind)


def _clauses(
    prose: Prose, tokens: Sequence[Token], events: Sequence[Event]
) -> Iterator[tuple[int, list[Range], Reported]]:
    naming = prose.lex.words.naming
    for number, event in enumerate(events):
        if event.subject is None or event.order is Order.NOUN:
            continue
        if event.verb in naming and not prose.lex.words.verb_second:
            continue
        if (
            event.order is Order.INHERITED
            and event.first
            and tokens[event.first - 1].low in prose.lex.words.infinitives
        ):
            continue
        ranges = [one for one in content_of(tokens, events, number, prose.lex) if one[1] - one[0] <= LONGEST]
        if event.verb in naming:
            ranges = [one for one in ranges if _is_shown(tokens, one, event, prose.lex)]
        parts = tuple(span for span in (_span(tokens, one) for one in ranges) if span is not None)
        if not parts or not _is_clause(tokens, ranges):
            continue
        quotes = tuple(token.quote for first, last in ranges for token in tokens[first:last] if token.kind is QUOTE)
        cue = prose.words(tokens, event.first, event.last)
        kind = _kind(tokens, event, prose.lex)
        yield number, ranges, Reported(parts, prose.mention(tokens, event.subject), cue, quotes, kind=kind)


def _kind(tokens: Sequence[Token], event: Event, lex: Lexis) -> CueKind:
    """What a verb says of its clause."""
    if event.verb in lex.thought:
        return CueKind.THOUGHT
    if is_negated(tokens, event, lex):
        return CueKind.UNSAID
    return CueKind.DENIAL if event.verb in lex.denial else CueKind.SPEECH


def _is_shown(tokens: Sequence[Token], one: Range, event: Event, lex: Lexis) -> bool:
    """After a verb that mostly gives a quotation alone: "dass" or a mood shows that a clause is reported too."""
    if one[0] < event.end:
        return False
    return tokens[one[0] - 1].low in lex.words.dropped or is_reportive(tokens[slice(*one)], lex)


def _span(tokens: Sequence[Token], one: Range) -> Span | None:
    first, last = one
    while first < last and tokens[first].kind is SIGN and tokens[first].low in _TRIM:
        first += 1
    while last > first and tokens[last - 1].kind is SIGN and tokens[last - 1].low in _TRIM:
        last -= 1
    return Span(tokens[first].start, tokens[last - 1].end) if first < last else None


def _is_clause(tokens: Sequence[Token], ranges: Sequence[Range]) -> bool:
    """True if there are words outside quotations, and enough of them."""
    words = sum(token.kind is WORD for first, last in ranges for token in tokens[first:last])
    quotes = sum(token.kind is QUOTE for first, last in ranges for token in tokens[first:last])
    return words >= (1 if quotes else FEWEST - 1)
