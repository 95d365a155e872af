"""Where a cue's content stands in languages whose finite verb stands second: after a comma, before it, or round it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotecheck.speech.cues import Event
from quotecheck.speech.lexis import Lexis
from quotecheck.speech.moods import is_mood, is_reportive
from quotecheck.speech.phrases import is_adverb, is_small
from quotecheck.speech.prose import QUOTE, SIGN, WORD, Token
from quotecheck.speech.subjects import Order

Range = tuple[int, int]

FEWEST: Final = 3
"""Words that a reported clause has at least."""
LONGEST: Final = 300
"""Tokens that a reported clause has at most: what is longer is no sentence."""
_REACH: Final = 24
"""Tokens that may stand between a verb and the comma before its clause."""
_INSERTED: Final = 14
"""Tokens of an apposition or an insertion between commas."""
NEAR_CUES: Final = 12
"""Cues of one sentence that are looked at on either side of a cue."""
_PARTING: Final = frozenset({",", ";", "–", "—"})


def content_in_second(tokens: Sequence[Token], events: Sequence[Event], number: int, lex: Lexis) -> list[Range]:
    """Where the content of a cue stands, as token numbers; empty where it has none in its sentence.

    Args:
        tokens: The sentence.
        events: Its cues.
        number: Which of them.
        lex: A language whose finite verb stands second.
    """
    event = events[number]
    if event.order is Order.TAG:
        return _round_tag(tokens, events, number, lex)
    if event.order is Order.SOURCE:
        return _round_source(tokens, events, number, lex)
    end = event.end if event.order is Order.VERB_FIRST else event.last
    limit = _limit(tokens, events, number, lex)
    after_as = _after_as(tokens, end, limit, event, lex)
    if after_as is not None:
        return [after_as]
    quoted = event.order is Order.VERB_FIRST and follows_quote(tokens, event)
    found = None if quoted else clause_after(tokens, end, limit, lex, verb=event.verb)
    found = found or _before(tokens, events, number, lex)
    return [found] if found else []


def clause_after(tokens: Sequence[Token], end: int, limit: int, lex: Lexis, *, verb: str = "") -> Range | None:
    """The clause that a verb or a noun of saying governs: after "dass", or after a comma where mood or order tell.

    Args:
        tokens: The sentence.
        end: One past the verb or noun, and its subject if it stands after it.
        limit: One past the last token that the clause may have.
        lex: The language.
        verb: The verb's form, if it is one: after a verb of thought, a clause needs "dass" or its mood.
    """
    at = end
    while at < min(end + _REACH, limit):
        token = tokens[at]
        if token.low in (":", ";") or (token.kind is QUOTE and not is_name_in_marks(token)):
            return None
        if token.kind is WORD and token.low in lex.words.dropped and at > end:
            return _from_that(tokens, at, limit, lex)
        told = token.kind is WORD and not token.capital and at > end + 1 and token.low in lex.saying
        if told and not _is_particle(tokens, at, lex):
            return None
        if token.low == "," and at + 1 < limit:
            closing = _closes_insertion(tokens, at, limit, lex)
            if closing is None:
                return _from_comma(tokens, at, end, limit, lex, verb)
            at = closing
            continue
        if token.kind is WORD and token.low in lex.words.dropped:
            return _from_that(tokens, at, limit, lex)
        at += 1
    return None


def _is_particle(tokens: Sequence[Token], at: int, lex: Lexis) -> bool:
    """As in "fort" of "fuhr fort": among the verbs stand particles, which end a clause."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    known = any(tokens[at].low in particles for particles in lex.words.separated.values())
    return known and (following is None or following.kind is not WORD)


def _closes_insertion(tokens: Sequence[Token], comma: int, limit: int, lex: Lexis) -> int | None:
    """The comma at which an apposition ends that ``comma`` begins; None if a clause begins there."""
    opener = tokens[comma + 1]
    if opener.low in lex.words.that or opener.low in lex.words.dropped or opener.kind is not WORD:
        return None
    for at in range(comma + 2, min(limit, comma + _INSERTED)):
        token = tokens[at]
        if token.low == ",":
            return None if _has_infinitive(tokens, comma + 1, at, lex) else at
        if token.kind is WORD and (is_mood(tokens, at, lex) or (not token.capital and _is_finite(token, lex))):
            return None
        if token.kind is SIGN and token.low not in ("(", ")", ".", "-", "/"):
            return None
    return None


def _is_finite(token: Token, lex: Lexis) -> bool:
    return token.low in lex.words.auxiliaries or token.low in lex.verbs


def _from_that(tokens: Sequence[Token], at: int, limit: int, lex: Lexis) -> Range | None:
    if at and tokens[at - 1].low in lex.words.consequence:
        return None
    first = at + 1
    if first >= limit:
        return None
    return first, _ending(tokens, first, limit, lex)


def _from_comma(tokens: Sequence[Token], comma: int, end: int, limit: int, lex: Lexis, verb: str) -> Range | None:
    first = comma + 1
    opener = tokens[first]
    if opener.kind is QUOTE and not is_name_in_marks(opener):
        return None
    if opener.low in lex.words.dropped:
        return _from_that(tokens, first, limit, lex)
    if opener.low in lex.words.that:
        return first, _ending(tokens, first, limit, lex)
    if opener.low in lex.words.no_content:
        return None
    last = _ending(tokens, first, limit, lex)
    reportive = is_reportive(tokens[first:last], lex)
    infinitive = _has_infinitive(tokens, first, last, lex)
    if infinitive and not reportive:
        last = _infinitive_end(tokens, first, last, lex)
    if opener.low in lex.words.relatives and not reportive and (not infinitive or _ends_finite(tokens, last, lex)):
        return None
    if verb in lex.thought and verb not in lex.saying and not (reportive or infinitive):
        return None
    plain = verb in lex.verbs and comma == end and not _ends_finite(tokens, last, lex) and last - first >= FEWEST
    return (first, last) if reportive or infinitive or plain else None


def _has_infinitive(tokens: Sequence[Token], first: int, last: int, lex: Lexis) -> bool:
    """As in "…, das Werk zu schließen", "…, das Werk stillzulegen"."""
    for at in range(first, last):
        low = tokens[at].low
        if low in lex.words.infinitives and at + 1 < last and not tokens[at + 1].capital:
            following = tokens[at + 1].low
            if following.endswith(lex.words.infinitive_endings) and following not in lex.words.determiners:
                return True
        joined = not tokens[at].capital and low.endswith(lex.words.infinitive_endings)
        if joined and any(word in low[2:-3] for word in lex.words.infinitives):
            return True
    return False


def _infinitive_end(tokens: Sequence[Token], first: int, last: int, lex: Lexis) -> int:
    """As in "die Forderung, ihn zu entlassen, blieb": a verb after the comma is the reporter's."""
    start, seen = first, False
    for at in range(first + 2, last - 1):
        following = tokens[at + 1]
        if tokens[at].low != "," or following.kind is not WORD or following.capital:
            continue
        seen = seen or _has_infinitive(tokens, start, at, lex)
        start = at
        if seen and not is_small(following.low, lex.words) and following.low not in lex.words.no_content:
            return at
    return last


def _ends_finite(tokens: Sequence[Token], last: int, lex: Lexis) -> bool:
    """True if the last word is a helping verb, as in a clause that hangs on another ("…, die gestern kam")."""
    at = last - 1
    while at > 0 and tokens[at].kind is not WORD:
        at -= 1
    token = tokens[at]
    return not token.capital and token.low in lex.words.auxiliaries and token.low not in lex.words.reportive


def _ending(tokens: Sequence[Token], first: int, limit: int, lex: Lexis) -> int:
    """Where reported words end: before a comma, or "und", after which a verb of the reporter's stands at once."""
    for at in range(first + 2, limit - 1):
        token = tokens[at]
        if token.low not in (",", "–", "—") and token.low not in lex.words.joining:
            continue
        following = tokens[at + 1]
        if following.kind is not WORD or following.capital or is_mood(tokens, at + 1, lex):
            continue
        low = following.low
        told = low in lex.saying and token.low == ","
        past = low.endswith(("te", "ten")) and not _before_noun(tokens, at + 1)
        helper = token.low == "," and low in lex.words.auxiliaries and low not in lex.words.adverbs
        if (told or past or helper) and not _is_participle_pair(tokens, at, lex):
            return at
    return limit


def _before_noun(tokens: Sequence[Token], at: int) -> bool:
    """True for an adjective: a noun, or another adjective and a noun, follows."""
    return any(token.capital for token in tokens[at + 1 : at + 2])


def _is_participle_pair(tokens: Sequence[Token], at: int, lex: Lexis) -> bool:
    """As in "… könne und sollte", "gefordert und gefördert": both are of the clause."""
    before = tokens[at - 1]
    return tokens[at].low in lex.words.joining and before.kind is WORD and before.low in lex.words.auxiliaries


def _limit(tokens: Sequence[Token], events: Sequence[Event], number: int, lex: Lexis) -> int:
    """Where the content of a cue ends at the latest: before the next cue that a sign or a conjunction parts from it."""
    for event in events[number + 1 : number + 1 + NEAR_CUES]:
        at = event.start if event.order is not Order.INHERITED else event.first
        if at <= events[number].end or event.order is not Order.INHERITED:
            continue
        if tokens[at - 1].low in lex.words.links | _PARTING:
            return at - 1
    return min(len(tokens), events[number].end + 2 * LONGEST)


def _after_as(tokens: Sequence[Token], end: int, limit: int, event: Event, lex: Lexis) -> Range | None:
    """As in "Wie X mitteilte, …": what follows the comma."""
    opener = min(event.start, event.first) - 1
    if (
        opener < 0
        or tokens[opener].low not in lex.words.as_words
        or any(token.kind is WORD and not is_adverb(token, lex.words) for token in tokens[:opener])
    ):
        return None
    for at in range(end, min(end + _REACH, limit)):
        if tokens[at].low == ",":
            return (at + 1, limit) if limit - at > FEWEST else None
        if tokens[at].kind is QUOTE and not is_name_in_marks(tokens[at]):
            return None
    return None


def follows_quote(tokens: Sequence[Token], event: Event) -> bool:
    """True if the cue belongs to a quotation right before it."""
    at = event.start - 1
    while at >= 0 and tokens[at].kind is SIGN:
        at -= 1
    return at >= 0 and tokens[at].kind is QUOTE


def is_name_in_marks(token: Token) -> bool:
    """A short quotation that ends no sentence: a newspaper's name, a term."""
    return not token.ends and token.end - token.start <= _NAME_IN_MARKS


_NAME_IN_MARKS: Final = 40
"""Code points of a name in marks, at most."""


def _before(tokens: Sequence[Token], events: Sequence[Event], number: int, lex: Lexis) -> Range | None:
    """As in "…, sagte X", "…, wie X sagte": the main clause before the comma."""
    event = events[number]
    comma = event.start - 1
    as_word = comma > 0 and tokens[comma].low in lex.words.as_words
    comma -= as_word
    while comma > 0 and tokens[comma].kind is WORD and tokens[comma].low in lex.words.auxiliaries:
        comma -= 1  # "…, hatte X gesagt"
    if event.order not in (Order.VERB_FIRST, Order.SUBJECT_FIRST) or comma < 1:
        return None
    helped = comma < event.start - 1 - as_word
    if event.order is Order.SUBJECT_FIRST and not (as_word or helped):
        return None
    if tokens[comma].low not in (",", "–", "—") or event.verb in lex.loose:
        return None
    if event.end < len(tokens) and (tokens[event.end].kind is QUOTE or tokens[event.end].low == ":"):
        return None
    first = max((earlier.end for earlier in events[max(0, number - NEAR_CUES) : number]), default=0)
    if event.start - first > LONGEST:
        return None
    for at in range(comma - 1, first - 1, -1):
        if tokens[at].kind is SIGN and tokens[at].low in (";", ":"):
            first = at + 1
            break
    if (first and number and tokens[first].low != ",") or comma - first < FEWEST:
        return None
    return (first, comma) if _is_main_clause(tokens, first, comma, lex) else None


def _is_main_clause(tokens: Sequence[Token], first: int, last: int, lex: Lexis) -> bool:
    """False for what only introduces the verb: "Wenn …,", "In einem Bericht, der …,"."""
    while first < last and tokens[first].kind is SIGN:
        first += 1
    opener = tokens[first]
    if opener.kind is WORD and (opener.low in lex.words.as_words or opener.low in lex.words.no_content):
        return False
    if first + 1 < last and tokens[first + 1].low in lex.words.no_content:
        return False
    if is_reportive(tokens[first:last], lex):
        return True
    comma = next((at for at in range(first, last) if tokens[at].low == ","), last)
    head = tokens[first:comma]
    finite = any(token.kind is WORD and not token.capital and _is_finite(token, lex) for token in head)
    small = opener.low in lex.words.prepositions or opener.low in lex.words.inner_prepositions
    if small and opener.low not in lex.words.determiners:
        return finite
    return finite or any(_may_be_verb(head, at) for at in range(1, len(head)))


def _may_be_verb(tokens: Sequence[Token], at: int) -> bool:
    """By its ending alone; an adjective has a noun after it."""
    token = tokens[at]
    if token.kind is not WORD or token.capital or not token.low.endswith(("t", "te", "en", "ten")):
        return False
    return at + 1 >= len(tokens) or not tokens[at + 1].capital or tokens[at - 1].capital


def _round_tag(tokens: Sequence[Token], events: Sequence[Event], number: int, lex: Lexis) -> list[Range]:
    """As in "…, so X", "…, so X, …": what stands before, and after a comma."""
    event = events[number]
    first = _clause_start(tokens, events, number)
    found: list[Range] = []
    if event.start - first <= LONGEST and _words_in(tokens, first, event.start, lex) >= FEWEST - 1:
        found.append((first, event.start))
    end, limit = event.end, _next_source(tokens, events, number)
    if end + 1 < limit and tokens[end].low == ",":
        rest = tokens[end + 1 : limit]
        apposed = rest[0].capital or rest[0].low in lex.words.determiners
        spoken = not apposed or any(one.kind is WORD and _is_finite(one, lex) for one in rest) or len(rest) > _INSERTED
        if spoken and (not found or _words_in(tokens, end, limit, lex) >= FEWEST):
            found.append((end + 1, limit))
    return found


def _clause_start(tokens: Sequence[Token], events: Sequence[Event], number: int) -> int:
    first = max((earlier.end for earlier in events[max(0, number - NEAR_CUES) : number]), default=0)
    for at in range(events[number].start - 1, first - 1, -1):
        if tokens[at].low in (";", ":"):
            return at + 1
    return first


def _next_source(tokens: Sequence[Token], events: Sequence[Event], number: int) -> int:
    for later in events[number + 1 : number + 1 + NEAR_CUES]:
        if later.order in (Order.SOURCE, Order.TAG) and tokens[later.start - 1].low == ",":
            return later.start - 1
    return min(len(tokens), events[number].end + 2 * LONGEST)


def _round_source(tokens: Sequence[Token], events: Sequence[Event], number: int, lex: Lexis) -> list[Range]:
    """What stands before and after "laut X"; in a clause that hangs on another, no more than that clause."""
    event = events[number]
    first = _clause_start(tokens, events, number)
    hangs = False
    for at in range(event.start - 1, first, -1):
        if tokens[at - 1].low == "," and _opens_clause(tokens[at], lex):
            first, hangs = at, True
            break
    last = _next_source(tokens, events, number)
    if hangs:
        last = next((at for at in range(event.end, last) if tokens[at].low == ","), last)
    end = _past_insertion(tokens, event.end, last, lex)
    if event.start - first > LONGEST or (number and not hangs and first == events[number - 1].end):
        first = event.start
    before = _words_in(tokens, first, event.start, lex)
    rest = _words_in(tokens, end, last, lex)
    if not before or all(is_adverb(token, lex.words) or token.kind is SIGN for token in tokens[first : event.start]):
        return [(end, last)] if rest >= FEWEST - 1 else []
    if before + rest < FEWEST:
        return []
    found = [(first, event.start)] if before >= (1 if hangs else 2) else []
    return [*found, (end, last)] if rest >= 1 else found


def _opens_clause(token: Token, lex: Lexis) -> bool:
    low = token.low
    return token.kind is WORD and (low in lex.words.relatives or low in lex.words.conjunctions or low in lex.words.that)


def _past_insertion(tokens: Sequence[Token], end: int, last: int, lex: Lexis) -> int:
    """As in "Nach Angaben von X, einem Sprecher, wurde …": past the apposition."""
    if end + 1 >= last or tokens[end].low != ",":
        return end
    for at in range(end + 1, min(last, end + 2 * _INSERTED)):
        if tokens[at].low == "," and at + 1 < last and tokens[at + 1].kind is WORD and not tokens[at + 1].capital:
            low = tokens[at + 1].low
            if low in lex.words.auxiliaries or low in lex.verbs or low.endswith(("t", "te", "ten", "en")):
                return at + 1
    return end


def _words_in(tokens: Sequence[Token], first: int, last: int, lex: Lexis) -> int:
    return sum(
        token.kind is QUOTE or not is_adverb(token, lex.words) for token in tokens[first:last] if token.kind is not SIGN
    )
