"""Where the content of a cue stands in its sentence: the clause after it, before it, or on both sides of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotecheck.speech.clauses import begins_clause, holds_finite_verb, is_finite
from quotecheck.speech.cues import Event
from quotecheck.speech.endings import SUBORDINATE, ending
from quotecheck.speech.lexis import Lexis
from quotecheck.speech.phrases import Phrase, is_adverb, is_past, is_pronoun
from quotecheck.speech.prose import QUOTE, SIGN, WORD, Token
from quotecheck.speech.second import FEWEST, LONGEST, NEAR_CUES, Range, content_in_second, follows_quote
from quotecheck.speech.subjects import Order

_REACH: Final = 14
"""Tokens that may stand between a verb and its "that"."""
_NOT_CONTENT: Final = frozenset({"asked", "speaking", "when", "after"})

LONGEST_ROLE: Final = 12
"""Tokens of a role before a name: "the head of the council's planning committee"."""


def content_of(tokens: Sequence[Token], events: Sequence[Event], number: int, lex: Lexis) -> list[Range]:
    """Where the content of a cue stands, as token numbers; empty where it has none in its sentence.

    Args:
        tokens: The sentence.
        events: Its cues.
        number: Which of them.
        lex: The language.
    """
    if lex.words.verb_second:
        return content_in_second(tokens, events, number, lex)
    event = events[number]
    if event.order in (Order.SOURCE, Order.TAG):
        return _around(tokens, events, number, lex)
    end = event.end if event.order is Order.VERB_FIRST else event.last
    limit = _limit(tokens, events, number, lex)
    as_said = _after_as_clause(tokens, end, limit, event, lex)
    if as_said is not None:
        return [as_said]
    if (told := _after_colon(tokens, event, lex)) is not None:
        return [told]
    gap = _of_relative(tokens, end, limit, event, lex) or _in_midst(tokens, events, number, lex)
    if gap:
        return gap
    found = _introduced(tokens, end, limit, event, lex)
    if found is None and not follows_quote(tokens, event):
        found = _bare(tokens, end, limit, event, lex)
    if found is not None:
        return [found]
    found = _round_quote(tokens, events, number, lex) or _before(tokens, events, number, lex)
    return [found] if found else []


def _after_colon(tokens: Sequence[Token], event: Event, lex: Lexis) -> Range | None:
    """As in "X said: The plan will fail.": what follows the colon, with no marks round it."""
    colon = event.end
    if (
        lex.language != "en"
        or event.verb not in lex.saying
        or event.verb in lex.loose
        or event.order is Order.INHERITED
    ):
        return None
    if colon + FEWEST >= len(tokens) or tokens[colon].low != ":" or tokens[colon + 1].kind is not WORD:
        return None
    return colon + 1, ending(tokens, colon + 1, min(len(tokens), colon + LONGEST), lex)


def _round_quote(tokens: Sequence[Token], events: Sequence[Event], number: int, lex: Lexis) -> Range | None:
    """As in "The plan is “a sham,” X said": words and the quotation that ends them are one thing that was said."""
    event = events[number]
    last = event.start
    if lex.language != "en" or event.order is Order.INHERITED or last < 3 or tokens[last - 1].kind is not QUOTE:
        return None
    furthest = max(0, last - LONGEST - 1)
    first = next((at + 1 for at in range(last - 2, furthest - 1, -1) if tokens[at].low in (";", ":")), furthest)
    if any(token.kind is QUOTE and token.ends for token in tokens[first : last - 1]):
        return None
    if any(one.first < last - 1 <= one.end + 1 for one in events[:number]) or tokens[last - 2].kind is not WORD:
        return None
    if _is_occasion(tokens, first, last - 1, lex) or last - 1 - first < FEWEST - 1 or last - first > LONGEST:
        return None
    return first, last


def _of_relative(tokens: Sequence[Token], end: int, limit: int, event: Event, lex: Lexis) -> list[Range]:
    """As in "the claims, which aides say were false": the relative pronoun and what follows the verb."""
    at = event.start - 1
    if at < 1 or end >= limit or event.order is not Order.SUBJECT_FIRST:
        return []
    if tokens[at].low not in _RELATIVES or not is_finite(tokens[end], tokens[end - 1], lex):
        return []
    if tokens[at - 1].low == ",":
        limit = next((one for one in range(end + 1, limit) if tokens[one].low == ","), limit)
    return [(at, at + 1), (end, ending(tokens, end, limit, lex))]


_RELATIVES: Final = frozenset({"which", "who", "that", "whom", "what"})


def _in_midst(tokens: Sequence[Token], events: Sequence[Event], number: int, lex: Lexis) -> list[Range]:
    """As in "The plan, X said, would fail": what stands before the cue and after it."""
    event = events[number]
    comma = event.start - 1
    if event.order is Order.INHERITED or _is_loose(tokens, event, lex) or event.verb in lex.thought:
        return []
    if comma < 1 or tokens[comma].low != ",":
        return []
    opening = max((earlier.end for earlier in events[max(0, number - NEAR_CUES) : number]), default=0)
    if opening or comma - opening > LONGEST:
        return []
    closing = next((at for at in range(event.end, min(len(tokens), event.end + _TIME)) if tokens[at].low == ","), None)
    first = closing + 1 if closing is not None else len(tokens)
    if first >= len(tokens) or (first + 1 == len(tokens) and tokens[first].kind is not QUOTE):
        return []
    if tokens[first].low in lex.words.relatives or (tokens[first].low in lex.verbs and tokens[first].low[-3:] == "ing"):
        return []
    rest = (first, ending(tokens, first, _limit(tokens, events, number, lex), lex))
    if tokens[first].kind is QUOTE and holds_finite_verb(tokens, opening, comma, lex):
        return []
    whole = holds_finite_verb(tokens, opening, comma, lex) and tokens[opening].low not in SUBORDINATE
    goes_on = tokens[first].low in _GOES_ON or is_finite(tokens[first], tokens[closing or 0], lex)
    if whole and not goes_on:
        return [(opening, comma)]
    return [(opening, comma), rest] if rest[1] > rest[0] else []


_TIME: Final = 7
"""Tokens of a time or a place after a verb of saying ("he said on Friday, ")."""
_GOES_ON: Final = frozenset("and that to because but with if including though although".split())


def _limit(tokens: Sequence[Token], events: Sequence[Event], number: int, lex: Lexis) -> int:
    """Where the content of a cue ends: before the next cue that a comma or a conjunction parts from it."""
    for event in events[number + 1 : number + 1 + NEAR_CUES]:
        at = event.start if event.order is not Order.INHERITED else event.first
        if at <= events[number].end:
            continue
        before = tokens[at - 1]
        parted = before.low in (",", ";", "–", "—")
        joined = parted or before.low in lex.words.links
        if event.order is Order.INHERITED and joined and _is_joined(tokens, events[number], event, lex):
            return at - 1
        if lex.language == "en" and _speaks_too(tokens, event, lex):
            return at - 1
        if before.low in lex.words.links and at > 1 and (tokens[at - 2].low == "," or tokens[at - 2].kind is QUOTE):
            return at - 2
    return min(len(tokens), events[number].end + 2 * LONGEST)


def _is_joined(tokens: Sequence[Token], cue: Event, event: Event, lex: Lexis) -> bool:
    """As in "said … and told": a second verb of the same subject has the form of the first one."""
    if lex.language != "en" or event.verb.endswith("ing"):
        return True
    bare = not event.verb.endswith("s") and not is_past(event.verb)
    if not bare or not (cue.verb.endswith(("s", "ing")) or is_past(cue.verb)):
        return True
    first = event.last
    return first < len(tokens) and (event.that or begins_clause(tokens, first, len(tokens), lex))


def _speaks_too(tokens: Sequence[Token], event: Event, lex: Lexis) -> bool:
    """As in "X says … and Y says …": another one who speaks, right after the conjunction."""
    before = tokens[event.start - 1]
    if event.order is not Order.SUBJECT_FIRST or before.low != "and" or event.verb in lex.loose:
        return False
    return (
        event.verb in lex.saying
        and event.subject is not None
        and not is_pronoun(tokens[event.subject.first], lex.words)
    )


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
            return (at + 1, limit) if limit - at > FEWEST else None
        if tokens[at].kind is QUOTE:
            return None
    return None


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
            first = at + 1 if token.low in lex.words.dropped else at
            return (first, ending(tokens, first, limit, lex)) if first < limit else None
        if commas == 2:
            return None
    return None


def _may_part(token: Token, lex: Lexis) -> bool:
    """True if what begins here may stand between a verb and its "that": a time, a place, a hearer."""
    words = lex.words
    return (
        token.low == ","
        or is_adverb(token, words)
        or token.low in words.prepositions
        or (token.low in words.inner_prepositions)
    )


def _bare(tokens: Sequence[Token], end: int, limit: int, event: Event, lex: Lexis) -> Range | None:
    """The clause without "that": right after the verb, or in German after a comma."""
    if event.verb not in lex.words.bare or end >= limit or event.order is Order.VERB_FIRST:
        return None
    end = _past_comma(tokens, _past_time(tokens, end, limit, lex), event)
    quoted = any(token.kind is QUOTE for token in tokens[end : min(limit, end + _REACH)])
    if limit - end < (2 if quoted else FEWEST) or not _says_clause(tokens, end, limit, event, lex):
        return None
    return end, ending(tokens, end, limit, lex)


def _past_time(tokens: Sequence[Token], end: int, limit: int, lex: Lexis) -> int:
    """As in "said Friday he would", "said on Friday the plan": the day belongs to the cue."""
    at = end
    if at + 1 < limit and tokens[at].low == "on" and tokens[at + 1].low in lex.words.adverbs:
        at += 1
    while at < limit and _is_time(tokens, at, lex):
        at += 1
    if at > end:
        return at if at < limit and begins_clause(tokens, at, limit, lex) else end
    if end < limit and tokens[end].low in _PLACES:
        for at in range(end + 2, min(limit, end + _PLACE)):
            if tokens[at].kind is not WORD:
                break
            if tokens[at].low in _SUBJECTS and begins_clause(tokens, at, limit, lex):
                return at
    return end


def _is_time(tokens: Sequence[Token], at: int, lex: Lexis) -> bool:
    """As in "said late Monday night he …", "has said repeatedly he …"."""
    token = tokens[at]
    if token.low in lex.words.adverbs or (lex.language == "en" and is_adverb(token, lex.words)):
        return token.low not in _PART_OF_CLAUSE
    return token.low in _HOURS and tokens[at - 1].low in lex.words.adverbs


_HOURS: Final = frozenset("night morning afternoon evening week month year".split())


def _past_comma(tokens: Sequence[Token], end: int, event: Event) -> int:
    """As in older writing, "And the Master said, such stones are rare": a comma, then what is said, unmarked."""
    if event.verb not in _OLD or event.start > _OPENING or event.order is not Order.SUBJECT_FIRST:
        return end
    if end + 1 >= len(tokens) or tokens[end].low != "," or event.last != end:
        return end
    following = tokens[end + 1]
    if following.kind is not WORD or following.low in _NO_OPENERS or following.low.endswith("ing"):
        return end
    return end + 1


_OLD: Final = frozenset("said saith answered replied".split())
_OPENING: Final = 2
"""Tokens that may stand before subject and verb."""
_PLACES: Final = frozenset("in at on during via after through".split())
_SUBJECTS: Final = frozenset("he she it they there we".split())
_PLACE: Final = 12
"""Tokens of a place or an occasion after a verb of saying ("said in an interview on Monday she would")."""


_PART_OF_CLAUSE: Final = frozenset("both all there not never here perhaps maybe this".split())


def _says_clause(tokens: Sequence[Token], first: int, limit: int, event: Event, lex: Lexis) -> bool:
    """True if a clause follows the verb: one that begins plainly, or after a verb that takes nothing else, any."""
    if begins_clause(tokens, first, limit, lex):
        return True
    opener, words = tokens[first], lex.words
    if event.verb not in _ONLY_CLAUSES or opener.kind is not WORD or opener.low in _NO_OPENERS:
        return False
    if opener.low not in words.determiners and (opener.low in words.prepositions or opener.low in words.genitives):
        return False
    last = ending(tokens, first, limit, lex)
    quoted = any(token.kind is QUOTE for token in tokens[first + 1 : last])
    return tokens[last - 1].kind is QUOTE or quoted or holds_finite_verb(tokens, first, last, lex)


_ONLY_CLAUSES: Final = frozenset("say says said saying told tells telling".split())
_NO_OPENERS: Final = frozenset("in on at with to and or but so last while who which as from".split())


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


def _before(tokens: Sequence[Token], events: Sequence[Event], number: int, lex: Lexis) -> Range | None:
    """As in "…, X said": the clause before the comma."""
    event = events[number]
    if _is_loose(tokens, event, lex) or not _ends_clause(tokens, event, lex):
        return None
    comma = event.start - 1
    if event.order is Order.INHERITED or comma < 1 or tokens[comma].low not in (",", "–", "—"):
        return None
    first = _behind_cues(tokens, events, number, lex)
    if event.start - first > LONGEST:
        return None
    for at in range(event.start - 2, first - 1, -1):
        if tokens[at].kind is SIGN and tokens[at].low in (";", ":"):
            first = at + 1
            break
    if first and number and tokens[first].low not in (",", ";", ":") and tokens[first - 1].low not in (";", ":"):
        return None
    if _is_occasion(tokens, first, comma, lex):
        return None
    last = _before_role(tokens, first, comma, event, lex)
    quoted = tokens[first].kind is QUOTE and tokens[last - 1].kind is WORD and not tokens[first].ends
    if quoted or _has_verb(tokens[first:last], lex) or holds_finite_verb(tokens, first, last, lex):
        return (first, last) if last - first >= FEWEST else None
    return None


def _before_role(tokens: Sequence[Token], first: int, comma: int, event: Event, lex: Lexis) -> int:
    """Where a clause ends, as in "…, its owner, X, said": the role belongs to the name that stands between commas.

    In "… to Y, its owner, X said" no comma follows the name, and the role is that of somebody in the clause.
    """
    subject = event.subject
    if subject is None or event.first != subject.last + 1 or tokens[subject.last].low != ",":
        return comma
    if not all(token.capital or token.low in lex.words.particles for token in tokens[subject.first : subject.last]):
        return comma
    floor = max(first, comma - LONGEST_ROLE)
    start = next((at for at in range(comma - 1, floor, -1) if tokens[at].low in (",", "–", "—")), None)
    if start is None or holds_finite_verb(tokens, start + 1, comma, lex):
        return comma
    opener = tokens[start + 1].low
    return start if opener in lex.words.determiners or opener.endswith("'s") else comma


def _behind_cues(tokens: Sequence[Token], events: Sequence[Event], number: int, lex: Lexis) -> int:
    """Where a clause before "X said" may begin: in English the verbs of saying in it are part of what is said."""
    near = events[max(0, number - NEAR_CUES) : number]
    if lex.language == "en":
        near = [one for one in near if follows_quote(tokens, one) or one.order is Order.SOURCE]
    return max((one.end for one in near), default=0)


def _is_occasion(tokens: Sequence[Token], first: int, comma: int, lex: Lexis) -> bool:
    """As in "When the vote was over, X said": one clause that tells when, and no other clause behind it."""
    opener = tokens[first]
    if opener.kind is not WORD:
        return False
    if opener.low in lex.words.as_words:
        return True
    return opener.low in _NOT_CONTENT and not any(token.low == "," for token in tokens[first + 1 : comma])


def _is_loose(tokens: Sequence[Token], event: Event, lex: Lexis) -> bool:
    """True for a verb that mostly means something else; a survey that "found" or "showed" does report."""
    return event.verb in lex.loose and not (event.subject is not None and is_study(tokens, event.subject))


def is_study(tokens: Sequence[Token], subject: Phrase) -> bool:
    """As in "the poll", "a survey of 800 voters": a paper or a count that can find something out.

    Args:
        tokens: The sentence.
        subject: The phrase that names it.
    """
    return any(token.low in _STUDIES for token in tokens[subject.first : subject.last])


_STUDIES: Final = frozenset(
    "poll polls survey surveys study studies report reports analysis review investigation audit census inquiry "
    "research data figures statistics findings researchers scientists auditors".split()
)


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
    return small or is_adverb(token, words)


def _around(tokens: Sequence[Token], events: Sequence[Event], number: int, lex: Lexis) -> list[Range]:
    """What stands before and after "according to X"."""
    event = events[number]
    if lex.language == "en" and event.order is Order.SOURCE:
        if event.verb in ("citing", "quoting"):
            return []  # "citing the report, …" says whose the words are, not which words
        return _round_source(tokens, events, number, lex)
    first = max((earlier.end for earlier in events[max(0, number - NEAR_CUES) : number]), default=0)
    if event.start - first > LONGEST:
        first = event.start
    limit = min(len(tokens), event.end + 2 * LONGEST)
    for later in events[number + 1 : number + 1 + NEAR_CUES]:
        if later.order in (Order.SOURCE, Order.TAG) and tokens[later.start - 1].low == ",":
            limit = later.start - 1
            break
    found: list[Range] = []
    before = (first, event.start)
    if _words_in(tokens, before, lex) >= FEWEST - 1 and not number:
        found.append(before)
    rest = (event.end, limit)
    if _words_in(tokens, rest, lex) >= FEWEST - 1:
        if found and tokens[event.end].low == "," and _words_in(tokens, rest, lex) < FEWEST:
            return found
        found.append(rest)
    return found


def _round_source(tokens: Sequence[Token], events: Sequence[Event], number: int, lex: Lexis) -> list[Range]:
    """English "according to X": all before it in the sentence, or what follows its comma."""
    event = events[number]
    comma = _comma_after_source(tokens, event, lex)
    rest = None
    if comma is not None and comma + 2 < len(tokens) and tokens[comma + 1].low not in lex.words.relatives:
        end = ending(tokens, comma + 1, min(len(tokens), comma + 1 + LONGEST), lex)
        rest = (comma + 1, end) if end > comma + 1 else None
    floor = max(0, event.start - LONGEST - 1)
    first = next((at + 1 for at in range(event.start - 1, floor - 1, -1) if tokens[at].low in (";", "(")), floor)
    while first < event.start and (tokens[first].kind is SIGN or tokens[first].low in lex.words.links):
        first += 1
    if event.start - first > LONGEST or _words_in(tokens, (first, event.start), lex) == 0:
        return [rest] if rest else []
    first = _last_relative(tokens, first, event.start, lex) or first
    before = (first, event.start)
    whole = holds_finite_verb(tokens, first, event.start, lex)
    if not whole and rest:
        return [before, rest]
    return [before] if whole or _words_in(tokens, before, lex) >= FEWEST else []


def _last_relative(tokens: Sequence[Token], first: int, last: int, lex: Lexis) -> int | None:
    """As in "his firm, which took in $36,000, according to X": the source bears out the clause at the end."""
    for at in range(last - 2, first, -1):
        if tokens[at].low in lex.words.relatives or tokens[at].low == "whose":
            open_end = tokens[at - 1].low == "," and not any(one.low == "," for one in tokens[at : last - 1])
            return at if open_end and holds_finite_verb(tokens, first, at - 1, lex) else None
    return None


def _comma_after_source(tokens: Sequence[Token], event: Event, lex: Lexis) -> int | None:
    """The comma after "according to X", past an apposition ("X, a professor of law, …")."""
    limit = min(len(tokens), event.end + _SOURCE)
    comma = next((at for at in range(event.end, limit) if tokens[at].low in (",", "—", "--")), None)
    if comma is None or comma + 1 >= limit:
        return comma
    if tokens[comma + 1].low in ("a", "an", "the", "who", "which", "writing", "another", "based"):
        closing = next((at for at in range(comma + 2, limit) if tokens[at].low == ","), None)
        relative = tokens[comma + 1].low in ("who", "which", "writing", "based")
        if closing is not None and (relative or not holds_finite_verb(tokens, comma + 1, closing, lex)):
            return closing
    return comma


_SOURCE: Final = 30
"""Tokens within which the name of a source and what belongs to it end."""


def _words_in(tokens: Sequence[Token], one: Range, lex: Lexis) -> int:
    return sum(
        token.kind is QUOTE or not is_adverb(token, lex.words)
        for token in tokens[one[0] : one[1]]
        if (token.kind is not SIGN)
    )
