"""Cues: verbs, frames and signs that say who speaks, with their subjects. Which quotation they give is not asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from quotecheck.language.morphology import parts_of_speech
from quotecheck.speech.clauses import is_finite
from quotecheck.speech.lexis import Lexis
from quotecheck.speech.phrases import Phrase, after, before, is_adverb, is_oblique, is_pronoun, is_role, is_small
from quotecheck.speech.prose import QUOTE, SIGN, WORD, Token
from quotecheck.speech.sources import source_after, source_before
from quotecheck.speech.subjects import (
    Order,
    by_apposition,
    helpers_before,
    is_passive,
    main_subject,
    subject_of,
    takes_over,
)


@attrs.frozen
class Event:
    """A cue in a sentence, by token numbers.

    Attributes:
        first: First token of the cue.
        last: One past its last.
        subject: The phrase that names the speaker; None where it is taken over from what stands before.
        order: How they stand.
        verb: The verb's form, or the frame's first word.
        that: True if a word like "that" follows the cue.
    """

    first: int
    last: int
    subject: Phrase | None
    order: Order
    verb: str
    that: bool = False

    @property
    def start(self) -> int:
        """First token of cue and subject together."""
        return min(self.first, self.subject.first) if self.subject else self.first

    @property
    def end(self) -> int:
        """One past the last token of cue and subject together."""
        return max(self.last, self.subject.last) if self.subject else self.last


def events_of(tokens: Sequence[Token], lex: Lexis) -> tuple[Event, ...]:
    """The cues of a sentence, in order.

    Args:
        tokens: The sentence.
        lex: The language.
    """
    found: list[Event] = []
    busy = 0
    cues = lex.cues
    for at in [at for at, token in enumerate(tokens) if token.low in cues]:
        token = tokens[at]
        if at < busy or token.kind is not WORD:
            continue
        event = None
        if token.low in lex.framing:
            event = _source_at(tokens, at, lex) or _tag_at(tokens, at, lex) or _noun_at(tokens, at, lex)
        if event is None and token.low in lex.verbs:
            event = _verb_at(tokens, at, lex, found)
        if event is not None:
            found.append(event)
            busy = event.last
    return tuple(found)


def _source_at(tokens: Sequence[Token], at: int, lex: Lexis) -> Event | None:
    low = tokens[at].low
    if lex.words.nouns_capital:
        return _german_source_at(tokens, at, lex)
    for frame in lex.frames.get(low, ()):
        if not _matches(tokens, at, frame):
            continue
        # A genitive of the frame's own ("nach Angaben der Polizei") is the phrase's determiner.
        end = at + len(frame)
        if end > at + 1 and frame[-1] in lex.words.determiners:
            end -= 1
        subject = after(tokens, end, lex.words, stop=lex.saying)
        if subject is not None:
            subject = _up_to_comma(tokens, subject, lex)
            return Event(at, end, by_apposition(tokens, subject, lex), Order.SOURCE, low)
        if low == "according" and (found := _to_sign(tokens, end)) is not None:
            return Event(at, end, found, Order.SOURCE, low)
    after_noun = at > 1 and tokens[at - 1].low in lex.words.opinions and tokens[at - 2].kind is WORD
    if after_noun and low in lex.words.loose_sources:
        return Event(at, at + 1, Phrase(at - 2, at), Order.SOURCE, low)
    if low in lex.words.loose_sources:
        subject = after(tokens, at + 1, lex.words, stop=lex.saying)
        if subject is not None and any(
            tokens[index].low in lex.nouns for index in range(subject.first, min(subject.first + 4, subject.last))
        ):
            return Event(at, at + 1, subject, Order.SOURCE, low)
    if low in lex.words.sources_after and at > 0:
        subject = before(tokens, at, lex.words, stop=lex.saying, oblique=True)
        if subject is not None:
            return Event(at, at + 1, subject, Order.SOURCE, low)
    return None


def _german_source_at(tokens: Sequence[Token], at: int, lex: Lexis) -> Event | None:
    low = tokens[at].low
    opinion = at > 1 and low in lex.words.loose_sources and tokens[at - 1].low in lex.words.opinions
    if opinion and tokens[at - 2].kind is WORD:
        return Event(at, at + 1, Phrase(at - 2, at), Order.SOURCE, low)
    if low in lex.words.sources_after and at > 0:
        subject = source_after(tokens, at, lex)
        if subject is not None:
            return Event(at, at + 1, subject, Order.SOURCE, low)
    found = source_before(tokens, at, lex)
    if found is None:
        return None
    end, subject = found
    if any(token.low in lex.words.own for token in tokens[subject.first : subject.last]):
        own = main_subject(tokens, len(tokens), lex)  # "nach eigenen Angaben": the sentence's subject says so
        if own is not None and (own.last <= at or own.first >= end):
            return Event(at, subject.last, own, Order.SOURCE, low)
    return Event(at, end, by_apposition(tokens, subject, lex), Order.SOURCE, low)


def _to_sign(tokens: Sequence[Token], first: int) -> Phrase | None:
    """A source that begins as no other phrase does ("early results of …", "his “clawback” plan"): up to a sign."""
    last = first
    while last < min(len(tokens), first + _SOURCE) and (tokens[last].kind is not SIGN or tokens[last].low == "-"):
        last += 1
    return Phrase(first, last) if last > first else None


_SOURCE: Final = 25
"""Tokens of a source's name, at most."""


def _up_to_comma(tokens: Sequence[Token], phrase: Phrase, lex: Lexis) -> Phrase:
    """As in "according to Port Linn news agency, …": small nouns between the name and the comma belong to it."""
    last = phrase.last
    while last < min(len(tokens), phrase.last + 4) and tokens[last].kind is WORD and not tokens[last].capital:
        if is_small(tokens[last].low, lex.words) or tokens[last].low in lex.verbs:
            return phrase
        last += 1
    closed = last < len(tokens) and tokens[last].low == "," and not lex.words.nouns_capital
    return Phrase(phrase.first, last) if closed else phrase


def _matches(tokens: Sequence[Token], at: int, frame: tuple[str, ...]) -> bool:
    if at + len(frame) > len(tokens):
        return False
    return all(tokens[at + offset].low == word for offset, word in enumerate(frame))


def _tag_at(tokens: Sequence[Token], at: int, lex: Lexis) -> Event | None:
    """German "…, so der Minister": a tag stands after a sign or a quotation, and a sign or the end follows."""
    if tokens[at].low not in lex.words.tags or at == 0 or tokens[at - 1].kind is WORD:
        return None
    first = at + 1
    if first < len(tokens) and tokens[first].low in lex.words.no_tag:
        return None
    while first < len(tokens) and is_adverb(tokens[first], lex.words):
        first += 1
    subject = after(tokens, first, lex.words, stop=lex.verbs)
    if subject is None:
        return None
    following = tokens[subject.last] if subject.last < len(tokens) else None
    if following is None or following.kind is not WORD or following.low in lex.words.prepositions:
        return Event(at, at + 1, subject, Order.TAG, tokens[at].low)
    if is_adverb(following, lex.words) and not following.capital:
        return Event(at, at + 1, subject, Order.TAG, tokens[at].low)
    return None


def _noun_at(tokens: Sequence[Token], at: int, lex: Lexis) -> Event | None:
    """As in "X's claim that …", "his words: …": a noun of saying with its owner before it."""
    if at == 0 or tokens[at].low not in lex.nouns or tokens[at].kind is not WORD:
        return None
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or not (following.kind is QUOTE or following.low in lex.words.that or following.low == ":"):
        return None
    owner = at - 1
    if not (tokens[owner].low.endswith(("'s", "s'")) or tokens[owner].low in lex.words.possessives):
        owner -= 1
        if owner < 0:
            return None
    if tokens[owner].low in lex.words.possessives:
        return Event(at, at + 1, Phrase(owner, owner + 1), Order.NOUN, tokens[at].low)
    if not tokens[owner].low.endswith(("'s", "s'")) or tokens[owner].kind is not WORD:
        return None
    first = owner
    while first > 0 and tokens[first - 1].kind is WORD and tokens[first - 1].capital:
        first -= 1
    return Event(at, at + 1, Phrase(first, owner + 1), Order.NOUN, tokens[at].low)


def _verb_at(tokens: Sequence[Token], at: int, lex: Lexis, earlier: Sequence[Event]) -> Event | None:
    token = tokens[at]
    if token.capital and at > 0 and not (tokens[at - 1].kind is QUOTE or lex.words.nouns_capital):
        return None
    if lex.words.nouns_capital and token.capital and at > 0:
        return None
    if (token.low in lex.nouns or token.low in lex.words.nouns_too) and not can_be_verb(tokens, at, lex):
        return None
    if lex.language == "en" and _is_plain_noun(tokens, at, lex):
        return None
    if token.low in lex.words.separated and not _has_particle(tokens, at, lex):
        return None
    if token.low in lex.words.standing:
        return _standing_at(tokens, at, lex)
    if token.low in lex.words.quoting and (event := _quoting_at(tokens, at, lex)) is not None:
        return event
    return event_at(tokens, at, lex, earlier)


def _is_plain_noun(tokens: Sequence[Token], at: int, lex: Lexis) -> bool:
    """As in "the rallying cry": an article, perhaps a participle, and a form that no ending makes a verb."""
    low = tokens[at].low
    if at == 0 or low.endswith("ed") or low in _NEVER_NOUNS:
        return False
    before = tokens[at - 1]
    if low.endswith("ing"):
        return before.low in ("the", "a", "an") and low in _DEEDS
    if before.low in ("the", "a", "an"):
        return True
    return at > 1 and before.low.endswith(("ing", "ed")) and tokens[at - 2].low in ("the", "a", "an")


_DEEDS: Final = frozenset("hearing reading ruling finding meeting warning writing posting briefing showing".split())
"""Participles that are nouns behind an article."""
_NEVER_NOUNS: Final = frozenset("said told wrote thought felt knew says tells".split())


def event_at(tokens: Sequence[Token], at: int, lex: Lexis, earlier: Sequence[Event]) -> Event | None:
    """The cue that the verb at token ``at`` makes with its subject; None where no subject is found.

    Args:
        tokens: A sentence.
        at: The verb.
        lex: The language.
        earlier: The cues before it, the last one nearest: a verb joined to one takes its subject over.
    """
    token = tokens[at]
    last, that = _cue_end(tokens, at, lex)
    passive, clear = helpers_before(tokens, at, lex)
    if clear == at and token.low in lex.words.participles:
        return None  # "the bill known as": a participle that is no past form, with no helping verb
    if lex.words.verb_second and is_passive(tokens, at, lex):
        return _by_phrase(tokens, at, lex, that)
    if passive:
        return _by_phrase(tokens, at, lex, that)
    subject, order = subject_of(tokens, at, clear, lex)
    if order is Order.SUBJECT_FIRST and lex.language == "en" and _is_aside(tokens, at, clear):
        order = Order.INHERITED  # "The mayor met the union, saying": not the union
        subject = (earlier[-1].subject if earlier else None) or main_subject(tokens, at, lex) or subject
    if order is Order.VERB_FIRST and lex.language == "en" and token.low.endswith("ing"):
        subject = None  # "…, saying the plan would fail": what follows a participle is no subject of it
    if subject is None:
        if not takes_over(tokens, at, clear, lex):
            return None
        subject = earlier[-1].subject if earlier and earlier[-1].subject else main_subject(tokens, at, lex)
        order = Order.INHERITED
        if subject is None and not _beside_quote(tokens, at, last):
            return None
    if order is Order.VERB_FIRST and subject is not None and subject.first < last:
        last = at + 1
    if order is Order.VERB_FIRST and subject is not None and subject.last > last:
        that = that or (subject.last < len(tokens) and tokens[subject.last].low in lex.words.that)
    return Event(at, last, subject, order, token.low, that)


def _is_aside(tokens: Sequence[Token], at: int, clear: int) -> bool:
    """As in "…, adding": a participle that a comma sets off has the sentence's subject, not the noun before it."""
    return clear == at > 0 and tokens[at].low.endswith("ing") and tokens[at - 1].low == ","


def _has_particle(tokens: Sequence[Token], at: int, lex: Lexis) -> bool:
    """As in "teilte … mit": a verb that reports speech only with its particle, which stands at the clause's end."""
    particles = lex.words.separated[tokens[at].low]
    if at and (tokens[at - 1].low in particles or _fronted(tokens, at, particles)):
        return True
    for index in range(at + 1, min(at + 30, len(tokens))):
        token = tokens[index]
        if token.low == "," and index + 1 < len(tokens) and not _opens_clause(tokens[index + 1], lex):
            continue  # "ging Weber, die Anwältin, davon aus"
        if token.kind is QUOTE and tokens[at].low in lex.words.naming:
            return True
        if token.low in (",", ":", ";") or token.ends:
            return False
        if token.low in particles:
            return True
    return False


def _opens_clause(token: Token, lex: Lexis) -> bool:
    words = lex.words
    return (
        token.kind is not WORD
        or token.low in words.that
        or (token.low in words.conjunctions or token.low in words.no_content or token.low in lex.verbs)
    )


def _fronted(tokens: Sequence[Token], at: int, particles: frozenset[str]) -> bool:
    """As in "Von einer „Farce“ sprach der Rat": the words that belong to the verb open the sentence."""
    if tokens[at - 1].kind is not QUOTE:
        return False
    first = next((index for index in range(min(at, _OPENING)) if tokens[index].kind is WORD), at)
    return first < at and tokens[first].low in particles


_OPENING: Final = 4
"""Tokens within which a sentence's first word stands."""


def _standing_at(tokens: Sequence[Token], at: int, lex: Lexis) -> Event | None:
    """As in "in dem Antrag heißt es", "heißt es in dem Antrag": the paper speaks."""
    es = next((index for index in range(at + 1, min(at + 3, len(tokens))) if tokens[index].low == "es"), None)
    if es is None:
        return None
    for index in range(es + 1, min(es + 6, len(tokens))):
        if tokens[index].low in lex.words.prepositions or tokens[index].low in lex.words.inner_prepositions:
            subject = after(tokens, index + 1, lex.words, stop=lex.verbs)
            return Event(at, es + 1, subject, Order.VERB_FIRST, tokens[at].low) if subject else None
        if tokens[index].kind is not WORD:
            break
    first = next((index for index in range(at) if tokens[index].kind is WORD), at)
    if first < at and tokens[first].low in lex.words.prepositions:
        subject = after(tokens, first + 1, lex.words, stop=lex.verbs)
        return Event(at, es + 1, subject, Order.SUBJECT_FIRST, tokens[at].low) if subject else None
    return None


def _quoting_at(tokens: Sequence[Token], at: int, lex: Lexis) -> Event | None:
    """As in "zitiert den Minister", "wird Panetta zitiert", "was quoted as saying", "quoted X as saying"."""
    words = lex.words
    first = at + 1
    while first < len(tokens) and is_adverb(tokens[first], words):
        first += 1
    found = after(tokens, first, words, stop=lex.verbs)
    if found is not None and (
        is_oblique(tokens, found.first, words) or _then_as(tokens, found.last, lex) or _then_marks(tokens, found)
    ):
        return Event(at, at + 1, found, Order.VERB_FIRST, tokens[at].low)
    if found is not None and lex.words.verb_second and found.last < len(tokens):
        object_ = after(tokens, found.last, words, stop=lex.verbs)  # "zitiert der Merkur den Minister"
        nobody = words.pronouns.get(tokens[found.first].low) == "c"  # "zitierte man Ida Weber"
        if object_ is not None and (nobody or is_oblique(tokens, object_.first, words)):
            return Event(at, at + 1, object_, Order.VERB_FIRST, tokens[at].low)
    helper = next((index for index in range(at - 1, max(-1, at - 12), -1) if tokens[index].low in words.passives), None)
    if helper is None:
        return None
    if words.verb_second:
        found = after(tokens, helper + 1, words, stop=lex.verbs)
    if found is None or found.first < helper:
        found = before(tokens, helper, words, stop=lex.saying)
    return Event(at, at + 1, found, Order.SUBJECT_FIRST, tokens[at].low) if found else None


def _then_marks(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """As in "Ruiz quoted Lincoln: “…”": a name and then the words."""
    at = phrase.last
    if tokens[at - 1].low.endswith("'s"):
        at += 1  # "cited Lincoln's line, “…”"
    if not tokens[phrase.first].capital or at + 1 >= len(tokens):
        return False
    return tokens[at].low in (":", ",") and tokens[at + 1].kind is QUOTE


def _then_as(tokens: Sequence[Token], at: int, lex: Lexis) -> bool:
    for preposition, *nouns in lex.words.with_words:
        if at < len(tokens) and tokens[at].low == preposition:
            return any(token.low in nouns for token in tokens[at + 1 : at + 4])
    return at + 1 < len(tokens) and tokens[at].low == "as" and tokens[at + 1].low in ("saying", "telling", "writing")


def can_be_verb(tokens: Sequence[Token], at: int, lex: Lexis) -> bool:
    """As in "claims", "report": forms that are nouns too need a subject or a helping verb that fits."""
    index = at
    while index > 0 and is_adverb(tokens[index - 1], lex.words):
        index -= 1
    if index == 0 or tokens[index - 1].kind is not WORD:
        return True
    opener = tokens[index - 1]
    if lex.language == "en" and _is_noun_phrase(tokens, at, opener, lex):
        return False
    if opener.low in lex.words.joining or opener.low == "to":
        return True
    if opener.low in lex.words.auxiliaries or is_pronoun(opener, lex.words) or lex.language != "en":
        return opener.low not in lex.words.determiners or opener.low in lex.words.auxiliaries
    if tokens[at].low.endswith("s") and index <= 4 and tokens[0].capital and not opener.low.endswith("s"):
        return after(tokens, at + 1, lex.words, stop=lex.verbs) is not None
    if tokens[at].low.endswith("s"):
        return opener.capital or (not opener.low.endswith(("s", "'")) and _is_determined(tokens, index - 1, lex))
    return opener.low.endswith(("s", "people", "police", "men", "women"))


def _is_noun_phrase(tokens: Sequence[Token], at: int, opener: Token, lex: Lexis) -> bool:
    """As in "and state troopers", "party rules make", "four states that": a noun, by the words on both sides of it."""
    low, words = tokens[at].low, lex.words
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.kind is not WORD:
        return False
    if opener.low in words.standing_alone or (opener.low.endswith("ing") and "v" in parts_of_speech(opener.low)):
        return True
    if low.endswith("s") and opener.low not in _INSTITUTIONS and not is_role(opener.low, words):
        bare = not following.capital and not is_small(following.low, words) and not following.low.endswith(("s", "ing"))
        return bare and "v" in parts_of_speech(following.low) and is_finite(following, tokens[at], lex)
    plain = not following.capital and not is_small(following.low, words)
    return opener.low in words.joining and low in words.nouns_too and (plain or following.capital)


_INSTITUTIONS: Final = frozenset(
    "court jury panel board committee commission council government parliament senate watchdog tribunal".split()
)


def _is_determined(tokens: Sequence[Token], at: int, lex: Lexis) -> bool:
    """True if an article opens the words up to ``at``: "the ministry claims", not "false claims"."""
    return any(token.low in ("the", "a", "an") for token in tokens[max(0, at - 3) : at])


def _cue_end(tokens: Sequence[Token], at: int, lex: Lexis) -> tuple[int, bool]:
    """One past the cue: the verb, with the hearer after a verb that has one; and whether "that" follows."""
    last = at + 1
    if tokens[at].low in lex.words.addressing:
        hearer = after(tokens, last, lex.words, stop=lex.verbs)
        if hearer is None and last < len(tokens) and tokens[last].low in _OBJECTS:
            hearer = Phrase(last, last + 1)
        if hearer is not None:
            last = min(_end_of_hearer(tokens, hearer, lex), _infinitive(tokens, hearer, lex), last + 5)
    probe = last
    if probe < len(tokens) and tokens[probe].low == ",":
        probe += 1
    that = probe < len(tokens) and tokens[probe].low in lex.words.that
    return last, that


def _infinitive(tokens: Sequence[Token], hearer: Phrase, lex: Lexis) -> int:
    """As in "told reporters to close it": where what the hearer is to do begins, if it stands in the phrase."""
    for at in range(hearer.first + 1, hearer.last - 1):
        deed = tokens[at + 1]
        if tokens[at].low in lex.words.infinitives and not deed.capital and not is_small(deed.low, lex.words):
            return at
    return hearer.last


def _end_of_hearer(tokens: Sequence[Token], hearer: Phrase, lex: Lexis) -> int:
    """As in "told reporters Mr. Ruiz would": a name behind the hearer begins what is said."""
    if lex.language != "en" or tokens[hearer.first].capital or hearer.last >= len(tokens):
        return hearer.last
    name = next((at for at in range(hearer.first + 1, hearer.last) if tokens[at].capital), hearer.last)
    follows = tokens[hearer.last]
    verb = follows.kind is WORD and (follows.low in lex.words.auxiliaries or follows.low in lex.verbs)
    return name if verb and tokens[name - 1].low not in lex.words.determiners else hearer.last


_OBJECTS: Final = frozenset("me you him her it us them".split())


def _by_phrase(tokens: Sequence[Token], at: int, lex: Lexis, that: bool) -> Event | None:
    """As in "was described by X as": the speaker of a passive stands after "by"; in German before the participle."""
    reach = range(at - 1, max(-1, at - 20), -1) if lex.words.verb_second else range(at + 1, min(at + 8, len(tokens)))
    for index in reach:
        if tokens[index].low in lex.words.by:
            subject = after(tokens, index + 1, lex.words, stop=lex.verbs)
            return Event(at, at + 1, subject, Order.SUBJECT_FIRST, tokens[at].low, that) if subject else None
        if tokens[index].low in (",", ";", ":") or (tokens[index].kind is QUOTE and not lex.words.verb_second):
            break
    return None


def _beside_quote(tokens: Sequence[Token], at: int, last: int) -> bool:
    return (at > 0 and tokens[at - 1].kind is QUOTE) or (last < len(tokens) and tokens[last].kind is QUOTE)
