"""What somebody wants, judges or is thought to do: content without a clause that is said. Speech is in ``indirect``."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from quotecheck.language.morphology import parts_of_speech
from quotecheck.model import CueKind
from quotecheck.speech.clauses import begins_clause, is_finite
from quotecheck.speech.cues import Event, can_be_verb, event_at
from quotecheck.speech.endings import ending
from quotecheck.speech.lexis import Lexis
from quotecheck.speech.phrases import Phrase, after, before, is_adverb, is_pronoun, is_role, is_small
from quotecheck.speech.prose import QUOTE, SIGN, WORD, Token
from quotecheck.speech.subjects import helpers_before

Range = tuple[int, int]

_LINKING: Final = frozenset("seem seems seemed feel feels felt remain remains remained become becomes became".split())
_QUESTION: Final = frozenset({"whether", "how", "what", "why", "who", "where", "when", "which"})
_UNREAL: Final = frozenset("to will would could may might can should must".split())
"""Before a verb: what somebody would do or is to do is no stance that he takes."""
_OWNERS: Final = 3
"""Words that may stand between a noun and its owner."""
_LONGEST: Final = 120
"""Tokens that such a content has at most."""


@attrs.frozen
class Attitude:
    """One cue of attitude with its content, by token numbers.

    Attributes:
        first: First token of the cue.
        last: One past its last.
        subject: Who holds it; None if nobody is named.
        ranges: The content.
        kind: What the cue says of it.
    """

    first: int
    last: int
    subject: Phrase | None
    ranges: tuple[Range, ...]
    kind: CueKind


def attitudes_of(
    tokens: Sequence[Token], events: Sequence[Event], used: frozenset[int], lex: Lexis
) -> Iterator[Attitude]:
    """The cues of attitude in a sentence, in order.

    Args:
        tokens: The sentence.
        events: Its cues of speech and thought.
        used: First tokens of those among them that have a content already.
        lex: The language.
    """
    heads = lex.attitudes.heads
    lasts = [event.last for event in events]
    for at, token in enumerate(tokens):
        if token.low not in heads or token.kind is not WORD or at in used or (token.capital and at):
            continue
        if at + 1 >= len(tokens):
            continue
        near = bisect_right(lasts, at)
        earlier = events[max(0, near - 1) : near]
        found = _asked(tokens, at, lex) or _outer(tokens, at, earlier, lex) or _noun(tokens, at, lex)
        found = found or _state(tokens, at, lex) or _verb(tokens, at, earlier, lex)
        if found is not None:
            yield found


def _content(tokens: Sequence[Token], first: int, lex: Lexis, limit: int | None = None) -> tuple[Range, ...]:
    limit = ending(tokens, first, min(limit or len(tokens), first + _LONGEST), lex)
    return ((first, limit),) if limit > first else ()


def _outer(tokens: Sequence[Token], at: int, earlier: Sequence[Event], lex: Lexis) -> Attitude | None:
    """As in "the lead seems to shrink", "X is expected to win", "X reportedly left": nobody named holds it."""
    low = tokens[at].low
    data = lex.attitudes
    if low in data.hearsay:
        return _hearsay(tokens, at, lex)
    passive, clear = helpers_before(tokens, at, lex)
    first = at + 1
    if passive and (held := _after_held(tokens, at, lex)):
        subject, first = before(tokens, clear, lex.words, stop=lex.verbs), held
    elif low in data.seeming and not passive:
        event = event_at(tokens, at, lex, earlier)
        subject = event.subject if event else None
        if event is None:
            return None
    else:
        return None
    rest = _content(tokens, first, lex) if first < len(tokens) else ()
    if not rest:
        return None
    named = subject is not None and subject.last <= at and tokens[subject.first].low != "it"
    parts = ((subject.first, subject.last), *rest) if named and subject else rest
    return Attitude(at if not passive else clear, at + 1, None, parts, CueKind.HEARSAY)


def _after_held(tokens: Sequence[Token], at: int, lex: Lexis) -> int | None:
    """Where begins what is held, after the participle of a passive that names nobody."""
    low, word, data = tokens[at].low, tokens[at + 1].low, lex.attitudes
    if low in data.held and word == "to":
        return at + 1
    if low in data.held_as and word in ("as", "for"):
        return at + 2
    return at + 1 if low in data.held_so and word != "by" and tokens[at + 1].kind is WORD else None


def _asked(tokens: Sequence[Token], at: int, lex: Lexis) -> Attitude | None:
    """As in "Asked whether …, X said", "when asked about …": what was asked, by nobody named."""
    if tokens[at].low != "asked" or (at and tokens[at - 1].kind is WORD and not _is_asked(tokens, at, lex)):
        return None
    following = tokens[at + 1].low
    first = at + 1
    if following == "about" or following in ("on", "for"):
        first = at + 2
    elif following not in _QUESTION and following != "if":
        return None
    if first >= len(tokens):
        return None
    limit = min(len(tokens), first + _LONGEST)
    if at == 0 or tokens[at - 1].low == "when":
        limit = next((one for one in range(first + 1, limit) if tokens[one].low == ","), limit)
    ranges = _content(tokens, first, lex, limit)
    return Attitude(at, first, None, ranges, CueKind.STANCE) if ranges else None


def _is_asked(tokens: Sequence[Token], at: int, lex: Lexis) -> bool:
    return tokens[at - 1].low == "when" or helpers_before(tokens, at, lex)[0]


def _hearsay(tokens: Sequence[Token], at: int, lex: Lexis) -> Attitude | None:
    first = at
    while first > 0 and not (tokens[first - 1].kind is SIGN and tokens[first - 1].low in (",", ";", ":", "—", "–")):
        if tokens[first - 1].kind is QUOTE or at - first > _LONGEST:
            return None
        first -= 1
    rest = _content(tokens, at + 1, lex)
    if not rest or rest[0][1] - at < 3:
        return None
    parts = ((first, at), *rest) if first < at else rest
    return Attitude(at, at + 1, None, parts, CueKind.HEARSAY)


def _verb(tokens: Sequence[Token], at: int, earlier: Sequence[Event], lex: Lexis) -> Attitude | None:
    begun = _begun(tokens, at, lex)
    if begun is not None and tokens[at].low.endswith("ing") and (found := _fronted(tokens, at, begun, lex)):
        return found
    if begun is None or not _acts(tokens, at, lex) or _names_thing(tokens, at, lex):
        return None
    if begun[2] is CueKind.STANCE and tokens[at - 1].low in _UNREAL:
        return None
    event = event_at(tokens, at, lex, earlier)
    if event is None or event.subject is None or event.subject.last > at:
        return None
    first, last, kind = _inner(tokens, begun, lex)
    ranges = _content(tokens, first, lex)
    if ranges and kind is CueKind.STANCE and tokens[first].kind is WORD:
        ranges = ((first, _end_of_person(tokens, first, ranges[0][1], lex)),)
    return Attitude(at, last, event.subject, ranges, kind) if ranges else None


def _names_thing(tokens: Sequence[Token], at: int, lex: Lexis) -> bool:
    """As in "a website called Bridge Watch": the name of the thing before it, called so by nobody."""
    if tokens[at].low not in ("called", "dubbed", "labeled", "labelled") or at == 0:
        return False
    thing, name = tokens[at - 1], tokens[at + 1]
    if thing.kind is not WORD or thing.capital or not (name.capital or name.kind is QUOTE):
        return False
    small = is_small(thing.low, lex.words) or is_role(thing.low, lex.words) or thing.low.endswith("s")
    return not small and any(token.low in ("a", "an", "the", "one") for token in tokens[max(0, at - 5) : at])


def _inner(tokens: Sequence[Token], begun: tuple[int, int, CueKind], lex: Lexis) -> tuple[int, int, CueKind]:
    """As in "refused to endorse the plan", "declined to say whether": two verbs that are one cue."""
    at = begun[0]
    if tokens[at].low == "not":
        at += 1
    verb = at + 1
    if tokens[at].low != "to" or verb + 1 >= len(tokens) or tokens[verb].kind is not WORD:
        return begun
    if tokens[verb].low in lex.saying and tokens[verb + 1].low in lex.words.that:
        return verb + 1 + int(tokens[verb + 1].low == "that"), verb + 1, begun[2]
    found = _begun(tokens, verb, lex) if tokens[verb].low in lex.attitudes.heads else None
    return (found[0], found[1], begun[2]) if found else begun


def _fronted(tokens: Sequence[Token], at: int, begun: tuple[int, int, CueKind], lex: Lexis) -> Attitude | None:
    """As in "After praising the plan, Ruiz left": the one who acts stands after the comma."""
    if at > 1 or (at and tokens[0].low not in lex.words.prepositions and tokens[0].low not in _FRONT):
        return None
    first, last, kind = begun
    comma = next((one for one in range(first + 1, min(len(tokens), first + _FRONTED)) if tokens[one].low == ","), None)
    if comma is None:
        return None
    subject = after(tokens, comma + 1, lex.words, stop=lex.verbs)
    return Attitude(at, last, subject, ((first, comma),), kind) if subject else None


_FRONT: Final = frozenset({"while", "when", "in", "on", "for", "rather"})
_FRONTED: Final = 25
"""Tokens of a clause at the front of a sentence."""


def _end_of_person(tokens: Sequence[Token], first: int, limit: int, lex: Lexis) -> int:
    """As in "endorsed Ruiz in May": after a name or a pronoun, a time or a place belongs to the verb."""
    at = first
    while at < limit and tokens[at].kind is WORD and (tokens[at].capital or tokens[at].low in lex.words.particles):
        at += 1
    if at == first and tokens[at].low in _PERSONS:
        at += 1
    if at != first and at < limit and tokens[at].kind is WORD and tokens[at].low in _OUTSIDE:
        return at
    for at in range(first + 1, limit):
        if _ends_object(tokens, at, limit, lex) or (tokens[first].low != "to" and _is_occasion(tokens, at, limit, lex)):
            return at
    return limit


def _is_occasion(tokens: Sequence[Token], at: int, limit: int, lex: Lexis) -> bool:
    """As in "praised the plan in a speech", "backed it on Monday": when and where it was said is no part of it."""
    low = tokens[at].low
    if tokens[at].kind is not WORD or at + 1 >= limit:
        return False
    if low in _WHEN:
        return True
    if low not in _WHERE:
        return False
    following = tokens[at + 1]
    if following.capital and following.low in lex.words.adverbs:
        return True
    return any(
        token.low in _OCCASIONS
        for token in tokens[at + 1 : min(limit, at + _OCCASION)]
        if token.kind is WORD and token.low not in lex.words.genitives
    )


_WHEN: Final = frozenset("during when".split())
_WHERE: Final = frozenset("in on at after before since last earlier".split())
_OCCASIONS: Final = frozenset(
    "speech interview statement tweet tweets debate rally email e-mail letter conference hearing post appearance "
    "remarks address meeting testimony memo column article editorial op-ed book announcement ad ads video week month "
    "year monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december past summer spring fall winter night morning afternoon evening".split()
)
_OCCASION: Final = 5
"""Tokens from a preposition to the noun that tells an occasion."""


def _ends_object(tokens: Sequence[Token], at: int, limit: int, lex: Lexis) -> bool:
    """As in "praised the plan and left", "praised the plan, a step …": what follows is no part of the object."""
    token = tokens[at]
    if at + 1 >= limit:
        return False
    if token.low in ("and", "but"):
        return is_finite(tokens[at + 1], token, lex) and not tokens[at + 1].low.endswith("s")
    if token.low != ",":
        return False
    rest = tokens[at + 1 : limit]
    if rest[0].low in _GOES_ON or rest[0].kind is not WORD:
        return False
    return not any(one.low in ("and", "or") for one in rest[:_LIST])


_GOES_ON: Final = frozenset("and or including especially particularly not such".split())
_LIST: Final = 12
"""Tokens after a comma in which the last link of a list is looked for."""


_PERSONS: Final = frozenset("him her them me us you it".split())
_OUTSIDE: Final = frozenset(
    "in on at when after during before last because despite since until following this earlier while through".split()
)


def _begun(tokens: Sequence[Token], at: int, lex: Lexis) -> tuple[int, int, CueKind] | None:
    """Where the content of a verb begins, where its cue ends, and of which kind it is."""
    low, data = tokens[at].low, lex.attitudes
    first = at + 1
    following = tokens[first]
    if following.kind is QUOTE:
        return (first, first, CueKind.STANCE) if low in data.objects else None
    if following.kind is not WORD:
        money = following.low in ("$", "£", "€") and low in data.objects
        return (first, first, CueKind.STANCE) if money else None
    if low in data.infinitives and _is_infinitive(tokens, first):
        return first, first, CueKind.STANCE
    if low in data.prepositions.get(following.low, ()) and first + 1 < len(tokens):
        return first + 1, first + 1, CueKind.STANCE
    clause = low in data.clauses or low in data.objects
    kind = CueKind.THOUGHT if low in lex.thought else CueKind.SPEECH
    if clause and following.low in lex.words.that and first + 1 < len(tokens):
        dropped = following.low == "that"
        return (first + 1 if dropped else first), first, kind
    if low in data.clauses and begins_clause(tokens, first, len(tokens), lex):
        return first, first, kind
    if not _begins_object(tokens, first, lex):
        return None
    if low in lex.words.addressing and (told := _after_hearer(tokens, first, lex)):
        return told
    if low in data.objects or (low in data.objects_as and _holds_as(tokens, first)):
        return first, first, CueKind.STANCE
    return None


def _after_hearer(tokens: Sequence[Token], first: int, lex: Lexis) -> tuple[int, int, CueKind] | None:
    """As in "reminded voters of the plan", "assured the crowd that it …": what is said stands after the hearer."""
    if tokens[first].low in _PERSONS:
        last = first + 1
    else:
        hearer = after(tokens, first, lex.words, stop=lex.verbs)
        last = hearer.last if hearer else first
    if last == first or last + 1 >= len(tokens):
        return None
    word = tokens[last].low
    if word in ("that", "whether", "if"):
        return last + int(word == "that"), last, CueKind.SPEECH
    return (last + 1, last + 1, CueKind.STANCE) if word in ("about", "of") else None


def _holds_as(tokens: Sequence[Token], first: int) -> bool:
    """As in "(sees) the plan as a risk"."""
    for at in range(first + 1, min(len(tokens) - 1, first + _AS)):
        if tokens[at].kind is SIGN:
            return False
        if tokens[at].low == "as":
            return True
    return False


_AS: Final = 8
"""Tokens within which "as" follows an object."""


def _is_infinitive(tokens: Sequence[Token], at: int) -> bool:
    if tokens[at].low == "not":
        at += 1
    return at < len(tokens) and tokens[at].low == "to"


def _begins_object(tokens: Sequence[Token], at: int, lex: Lexis) -> bool:
    token, words = tokens[at], lex.words
    low = token.low
    if low in _QUESTION or low in _SELVES:
        return True
    if low in words.determiners:
        return not (low in ("this", "last") and at + 1 < len(tokens) and tokens[at + 1].low in _TIMES)
    if low in words.prepositions or low in words.inner_prepositions or low in words.conjunctions:
        return False
    if low in words.auxiliaries or is_adverb(token, words) or low in lex.words.passives:
        return False
    return low not in ("last", "next", "ago")


_SELVES: Final = frozenset("himself herself itself themselves myself ourselves yourself".split())
_TIMES: Final = frozenset("week month year morning afternoon evening night day time spring summer fall winter".split())


def _acts(tokens: Sequence[Token], at: int, lex: Lexis) -> bool:
    """True if a word is a verb here and no noun or adjective."""
    low = tokens[at].low
    if at == 0:
        return low.endswith("ing")
    opener = tokens[at - 1]
    if opener.kind is WORD and (opener.low in lex.words.determiners or opener.low.endswith(("'s", "s'"))):
        return is_pronoun(opener, lex.words) and opener.low not in lex.words.possessives
    if low.endswith(("ed", "ing")) or "n" not in parts_of_speech(low):
        return True
    if low in lex.attitudes.infinitives and opener.kind is WORD and _is_infinitive(tokens, at + 1):
        return opener.capital or can_be_verb(tokens, at, lex)
    return opener.kind is WORD and can_be_verb(tokens, at, lex)


def _state(tokens: Sequence[Token], at: int, lex: Lexis) -> Attitude | None:
    """As in "is confident that", "seemed eager to"."""
    low, states = tokens[at].low, lex.attitudes.states
    word = tokens[at + 1].low
    held = low in states.get(word, ())
    clause = not held and low in states.get("that", ()) and begins_clause(tokens, at + 1, len(tokens), lex)
    if not held and not clause:
        return None
    passive, clear = helpers_before(tokens, at, lex)
    if not passive:
        if clear == 0 or tokens[clear - 1].low not in _LINKING:
            return None
        clear -= 1
    subject = before(tokens, clear, lex.words, stop=lex.verbs)
    if subject is None or at + 2 >= len(tokens):
        return None
    first = at + 1 if clause or word == "to" else at + 2
    kind = CueKind.THOUGHT if clause or word == "that" else CueKind.STANCE
    ranges = _content(tokens, first, lex)
    return Attitude(clear, first if word != "to" else at + 1, subject, ranges, kind) if ranges else None


def _noun(tokens: Sequence[Token], at: int, lex: Lexis) -> Attitude | None:
    """As in "the minister's claim that", "concerns about"."""
    word, data = tokens[at + 1].low, lex.attitudes
    owned = tokens[at].low in data.nouns.get(word, ())
    alone = tokens[at].low in data.nouns_alone.get(word, ())
    if not (owned or alone) or at + 2 >= len(tokens):
        return None
    subject = _owner(tokens, at, lex)
    if subject is None and not alone:
        return None
    first = at + 1 if word == "to" and owned and _is_base(tokens[at + 2]) else at + 2
    limit = None if word == "that" else _end_of_phrase(tokens, at + 2, lex)
    ranges = _content(tokens, first, lex, limit)
    kind = CueKind.SPEECH if word == "that" else CueKind.STANCE
    return Attitude(at, at + 1 if word == "that" else at + 2, subject, ranges, kind) if ranges else None


def _is_base(token: Token) -> bool:
    """True if the word after "to" is an infinitive and no noun."""
    return not token.capital and "v" in parts_of_speech(token.low) and not token.low.endswith(("ing", "ed"))


def _end_of_phrase(tokens: Sequence[Token], first: int, lex: Lexis) -> int:
    """Where the words after a noun end: before the verb of the clause that the noun stands in."""
    words, relative = lex.words, False
    for at in range(first + 1, min(len(tokens), first + _LONGEST)):
        token = tokens[at]
        if token.kind is SIGN and token.low in (";", ":"):
            return at
        if token.kind is not WORD or token.capital:
            continue
        if token.low in words.relatives or token.low in words.that or token.low in words.conjunctions - words.joining:
            relative = True
        elif token.low in words.auxiliaries - _NOT_FINITE or _is_main_verb(tokens, at, lex):
            if not relative:
                return at
            relative = False
    return len(tokens)


_NOT_FINITE: Final = frozenset("be been being not never".split())


def _is_main_verb(tokens: Sequence[Token], at: int, lex: Lexis) -> bool:
    """As in "… of the plan angered the union": a past form with an object or a preposition behind it."""
    if at + 1 >= len(tokens) or not is_finite(tokens[at], tokens[at - 1], lex):
        return False
    low, following = tokens[at].low, tokens[at + 1]
    if low in lex.saying:
        return True
    return following.kind is WORD and following.low in lex.words.determiners


def _owner(tokens: Sequence[Token], at: int, lex: Lexis) -> Phrase | None:
    """Whose noun it is: "his", "the minister's"."""
    for owner in range(at - 1, max(-1, at - 1 - _OWNERS), -1):
        token = tokens[owner]
        if token.kind is not WORD:
            return None
        if token.low in lex.words.possessives:
            return Phrase(owner, owner + 1)
        if token.low.endswith(("'s", "s'")):
            first = owner
            while first > 0 and tokens[first - 1].kind is WORD and tokens[first - 1].capital:
                first -= 1
            return Phrase(first, owner + 1)
        if token.low in lex.words.determiners or token.low in lex.words.prepositions:
            return None
    return None
