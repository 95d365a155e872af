"""Reported speech without marks: where the reported words begin and end, and by whose cue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from quotecheck.model import Span, Words
from quotecheck.speech.clauses import begins_clause
from quotecheck.speech.cues import Event
from quotecheck.speech.lexis import Lexis
from quotecheck.speech.paragraphs import Paragraph, Prose
from quotecheck.speech.phrases import is_adverb, is_pronoun
from quotecheck.speech.prose import QUOTE, SIGN, WORD, Sentence, Token
from quotecheck.speech.subjects import Order

_FEWEST: Final = 3
"""Words that a reported clause has at least."""
_REACH: Final = 14
"""Tokens that may stand between a verb and its "that"."""
_NOT_CONTENT: Final = frozenset({"asked", "speaking", "when", "after"})
_LINKS: Final = frozenset({"and", "und", "et", "y", "but", "while", "aber", "with", "während", "pero", "mais"})
_INFINITIVE: Final = frozenset({"to", "zu", "à"})
"""An infinitive after one of these is a plan to say, not a thing said."""
_NAME_IN_MARKS: Final = 40
"""Code points of a name in marks, at most."""
_TRIM: Final = frozenset(",;:–—-.!?…")

_LONGEST: Final = 300
"""Tokens that a reported clause has at most: what is longer is no sentence."""
_NEAR_CUES: Final = 12
"""Cues of one sentence that are looked at on either side of a cue."""

Range = tuple[int, int]


@attrs.frozen
class Reported:
    """Words that somebody is said to have said, in the text's own words.

    Attributes:
        parts: Where they stand; two where the attribution stands in their midst.
        mention: The words that name the speaker; None if the clause goes on with the last one.
        cue: The reporting words; None likewise.
        quotes: Numbers of the quotations that stand among them.
        continues: True if the speaker is that of the reported words before.
    """

    parts: tuple[Span, ...]
    mention: Words | None
    cue: Words | None
    quotes: tuple[int, ...] = ()
    continues: bool = False


def reported(prose: Prose) -> tuple[Reported, ...]:
    """The reported speech of a text, in order of place.

    Args:
        prose: The text, taken apart.
    """
    found: list[Reported] = []
    for paragraph in prose.paragraphs:
        found += _in_paragraph(prose, paragraph)
    return tuple(sorted(found, key=lambda one: (one.parts[0].start, -one.parts[-1].end)))


def _in_paragraph(prose: Prose, paragraph: Paragraph) -> Iterator[Reported]:
    going = False
    last: Sentence | None = None
    for sentence, events in zip(paragraph.sentences, paragraph.events, strict=True):
        tokens = sentence.tokens
        here = list(_in_sentence(prose, tokens, events))
        if not here and last is not None and _points_back(tokens, events, prose.lex):
            yield _reported_before(prose, last, tokens, events[0])
        yield from here
        last = sentence
        if here or any(token.kind is QUOTE for token in tokens):
            going = True
        elif going and not events and _is_reportive(tokens, prose.lex):
            yield Reported((Span(tokens[0].start, tokens[-1].end),), None, None, continues=True)
        else:
            going = False


def _points_back(tokens: Sequence[Token], events: Sequence[Event], lex: Lexis) -> bool:
    """As in "Das berichten die Zeitungen.": what is reported is the sentence before."""
    if not lex.words.verb_second or not events or tokens[0].low not in ("das", "dies"):
        return False
    event = events[0]
    return event.first == 1 and event.order is Order.VERB_FIRST and event.verb in lex.saying and not event.that


def _reported_before(prose: Prose, last: Sentence, tokens: Sequence[Token], event: Event) -> Reported:
    quotes = tuple(token.quote for token in last.tokens if token.kind is QUOTE)
    cue = prose.words(tokens, event.first, event.last)
    return Reported((Span(last.start, last.end),), prose.mention(tokens, event.subject), cue, quotes)


def _is_reportive(tokens: Sequence[Token], lex: Lexis) -> bool:
    return any(token.low in lex.words.reportive for token in tokens if token.kind is WORD)


def _in_sentence(prose: Prose, tokens: Sequence[Token], events: Sequence[Event]) -> Iterator[Reported]:
    for number, event in enumerate(events):
        if event.subject is None or event.order is Order.NOUN or event.verb in prose.lex.words.naming:
            continue
        if event.order is Order.INHERITED and event.first and tokens[event.first - 1].low in _INFINITIVE:
            continue
        ranges = [one for one in _content(tokens, events, number, prose.lex) if one[1] - one[0] <= _LONGEST]
        parts = tuple(span for span in (_span(tokens, one) for one in ranges) if span is not None)
        if not parts or not _is_clause(tokens, ranges):
            continue
        quotes = tuple(token.quote for first, last in ranges for token in tokens[first:last] if token.kind is QUOTE)
        cue = prose.words(tokens, event.first, event.last)
        yield Reported(parts, prose.mention(tokens, event.subject), cue, quotes)


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
    return words >= (1 if quotes else _FEWEST - 1)


def _content(tokens: Sequence[Token], events: Sequence[Event], number: int, lex: Lexis) -> list[Range]:
    event = events[number]
    if event.order in (Order.SOURCE, Order.TAG):
        return _around(tokens, events, number, lex)
    end = event.end if event.order is Order.VERB_FIRST else event.last
    limit = _limit(tokens, events, number)
    as_said = _after_as_clause(tokens, end, limit, event, lex)
    if as_said is not None:
        return [as_said]
    found = _introduced(tokens, end, limit, event, lex)
    if found is None and not _follows_quote(tokens, event):
        found = _bare(tokens, end, limit, event, lex)
    if found is None:
        found = _before(tokens, events, number, lex)
    return [found] if found else []


def _limit(tokens: Sequence[Token], events: Sequence[Event], number: int) -> int:
    """Where the content of a cue ends: before the next cue that a comma or a conjunction parts from it."""
    for event in events[number + 1 : number + 1 + _NEAR_CUES]:
        at = event.start if event.order is not Order.INHERITED else event.first
        if at <= events[number].end:
            continue
        before = tokens[at - 1]
        parted = before.low in (",", ";", "–", "—")
        if event.order is Order.INHERITED and (parted or before.low in ("and", "und", "et", "y", "but")):
            return at - 1
        if before.low in _LINKS and at > 1 and tokens[at - 2].low == ",":
            return at - 2
    return min(len(tokens), events[number].end + 2 * _LONGEST)


def _after_as_clause(tokens: Sequence[Token], end: int, limit: int, event: Event, lex: Lexis) -> Range | None:
    """As in "As X told Y, …", "Wie X mitteilte, …": what follows the comma."""
    opener = min(event.start, event.first) - 1
    if (
        opener < 0
        or tokens[opener].low not in lex.words.as_words
        or any(token.kind is WORD and not is_adverb(token, lex.words) for token in tokens[:opener])
    ):
        return None
    for at in range(end, min(end + _REACH, limit)):
        if tokens[at].low == ",":
            return (at + 1, limit) if limit - at > _FEWEST else None
        if tokens[at].kind is QUOTE:
            return None
    return None


def _follows_quote(tokens: Sequence[Token], event: Event) -> bool:
    """True if the cue belongs to a quotation right before it."""
    at = event.start - 1
    while at >= 0 and tokens[at].kind is SIGN:
        at -= 1
    return at >= 0 and tokens[at].kind is QUOTE


def _introduced(tokens: Sequence[Token], end: int, limit: int, event: Event, lex: Lexis) -> Range | None:
    """The clause after "that", which may stand some words after the verb."""
    commas = 0
    reach = _REACH if end < limit and _may_part(tokens[end], lex) else 1
    for at in range(end, min(end + reach, limit)):
        token = tokens[at]
        if token.kind is QUOTE or token.low in (":", ";") or (at > end and token.low in lex.saying):
            return None
        if token.low == ",":
            commas += 1
            continue
        if token.low in lex.words.that and (commas <= 2 or event.order is Order.VERB_FIRST):
            if event.verb in lex.loose and at > end + 2:
                return None
            return (at + 1 if token.low in _DROPPED else at, limit)
        if commas == 2 and not lex.words.verb_second:
            return None
    return None


def _may_part(token: Token, lex: Lexis) -> bool:
    """True if what begins here may stand between a verb and its "that": a time, a place, a hearer."""
    if lex.words.verb_second:
        return True
    words = lex.words
    return (
        token.low == ","
        or is_adverb(token, words)
        or token.low in words.prepositions
        or (token.low in words.inner_prepositions)
    )


_DROPPED: Final = frozenset({"that", "dass", "daß", "que", "qu'"})


def _bare(tokens: Sequence[Token], end: int, limit: int, event: Event, lex: Lexis) -> Range | None:
    """The clause without "that": right after the verb, or in German after a comma."""
    if lex.words.verb_second:
        return _after_comma(tokens, end, limit, lex) if event.verb in lex.saying else None
    if event.verb not in lex.words.bare or end >= limit or event.order is Order.VERB_FIRST:
        return None
    if limit - end < _FEWEST or not begins_clause(tokens, end, limit, lex):
        return None
    return end, limit


def _has_verb(tokens: Sequence[Token], lex: Lexis) -> bool:
    words = [token for token in tokens if token.kind is WORD]
    if any(token.low in lex.words.auxiliaries or _holds_verb(token, lex) for token in words):
        return True
    return any(not token.capital and _looks_like_verb(token.low, lex) for token in words[1:])


def _looks_like_verb(low: str, lex: Lexis) -> bool:
    return low in lex.verbs or (low.endswith(("ed", "s")) and not low.endswith(("'s", "s'", "ss")))


def _holds_verb(token: Token, lex: Lexis) -> bool:
    """As in "he'd", "they're"."""
    return "'" in token.low and is_pronoun(token, lex.words)


def _after_comma(tokens: Sequence[Token], end: int, limit: int, lex: Lexis) -> Range | None:
    for at in range(end, min(end + _REACH, limit)):
        token = tokens[at]
        if token.low in (":", ";") or (token.kind is QUOTE and not _is_name_in_marks(token)):
            return None
        if token.low != ",":
            continue
        rest = tokens[at + 1 : limit]
        if not rest or (rest[0].kind is QUOTE and not _is_name_in_marks(rest[0])):
            return None
        limit = _before_next_verb(tokens, at + 1, limit)
        relative = rest[0].low in lex.words.relatives and at > end
        reportive = _is_reportive(rest, lex)
        infinitive = any(one.low == "zu" or one.low.endswith("zu") for one in rest)
        if relative and not reportive:
            return None
        return (at + 1, limit) if reportive or infinitive or at == end else None
    return None


def _is_name_in_marks(token: Token) -> bool:
    """A short quotation that ends no sentence: a newspaper's name, a term."""
    return not token.ends and token.end - token.start <= _NAME_IN_MARKS


def _before_next_verb(tokens: Sequence[Token], first: int, limit: int) -> int:
    """Where a clause ends because the sentence goes on with the reporter's next deed ("…, erkannte sie nicht an")."""
    for at in range(first + _FEWEST, limit - 1):
        following = tokens[at + 1]
        goes_on = following.kind is WORD and not following.capital and following.low.endswith(("te", "ten"))
        if tokens[at].low == "," and goes_on:
            return at
    return limit


def _before(tokens: Sequence[Token], events: Sequence[Event], number: int, lex: Lexis) -> Range | None:
    """As in "…, X said": the clause before the comma."""
    event = events[number]
    if event.verb in lex.loose or not _ends_clause(tokens, event, lex):
        return None
    comma = event.start - 1
    if comma > 0 and tokens[comma].low in lex.words.as_words and lex.words.verb_second:
        comma -= 1
    if event.order is Order.INHERITED or comma < 1 or tokens[comma].low not in (",", "–", "—"):
        return None
    first = 0
    for earlier in events[max(0, number - _NEAR_CUES) : number]:
        first = max(first, earlier.end)
    if event.start - first > _LONGEST:
        return None
    for at in range(event.start - 2, first - 1, -1):
        if tokens[at].kind is SIGN and tokens[at].low in (";", ":"):
            first = at + 1
            break
    if first and number and tokens[first].low != ",":
        return None
    opener = tokens[first]
    if opener.kind is WORD and (opener.low in lex.words.as_words or opener.low in _NOT_CONTENT):
        return None
    last = comma
    if not _has_verb(tokens[first:last], lex) and not lex.words.verb_second:
        return None
    return (first, last) if last - first >= _FEWEST else None


def _ends_clause(tokens: Sequence[Token], event: Event, lex: Lexis) -> bool:
    """True if nothing that could be reported follows "…, X said": the end, a sign, a time or a place."""
    if event.end >= len(tokens):
        return True
    token = tokens[event.end]
    if token.kind is QUOTE or token.low == ":":
        return False
    if token.kind is SIGN:
        following = tokens[event.end + 1] if event.end + 1 < len(tokens) else None
        return following is None or following.kind is not QUOTE
    words = lex.words
    small = token.low in words.prepositions or token.low in words.inner_prepositions or token.low in words.conjunctions
    return small or is_adverb(token, words) or words.verb_second


def _around(tokens: Sequence[Token], events: Sequence[Event], number: int, lex: Lexis) -> list[Range]:
    """What stands before and after "according to X"."""
    event = events[number]
    first = max((earlier.end for earlier in events[max(0, number - _NEAR_CUES) : number]), default=0)
    if event.start - first > _LONGEST:
        first = event.start
    limit = min(len(tokens), event.end + 2 * _LONGEST)
    for later in events[number + 1 : number + 1 + _NEAR_CUES]:
        if later.order in (Order.SOURCE, Order.TAG) and tokens[later.start - 1].low == ",":
            limit = later.start - 1
            break
    found: list[Range] = []
    before = (first, event.start)
    if _words_in(tokens, before, lex) >= _FEWEST - 1 and not number:
        found.append(before)
    rest = (event.end, limit)
    if _words_in(tokens, rest, lex) >= _FEWEST - 1:
        if found and tokens[event.end].low == "," and _words_in(tokens, rest, lex) < _FEWEST:
            return found
        found.append(rest)
    return found


def _words_in(tokens: Sequence[Token], one: Range, lex: Lexis) -> int:
    return sum(
        token.kind is QUOTE or not is_adverb(token, lex.words)
        for token in tokens[one[0] : one[1]]
        if (token.kind is not SIGN)
    )
