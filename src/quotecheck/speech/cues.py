"""Cues: verbs, frames and signs that say who speaks, with their subjects. Which quotation they give is not asked."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from functools import cache
from typing import Final

import attrs

from quotecheck.language.reporting import Reporting, reporting_words
from quotecheck.language.saying import (
    denials,
    loose_verbs,
    manners_of_speech,
    speech_nouns,
    verbs_of_saying,
    verbs_of_thought,
)
from quotecheck.speech.phrases import Phrase, after, before, is_adverb, is_pronoun
from quotecheck.speech.prose import QUOTE, SIGN, WORD, Token

LANGUAGES: Final = ("en", "de", "fr", "es")


@attrs.frozen(eq=False)
class Lexis:
    """Everything a language says with."""

    language: str
    words: Reporting
    saying: frozenset[str]
    manner: frozenset[str]
    loose: frozenset[str]
    thought: frozenset[str]
    denial: frozenset[str]
    nouns: frozenset[str]

    @property
    def verbs(self) -> frozenset[str]:
        """Verbs of saying and of thought."""
        return self.saying | self.thought


@cache
def lexis(language: str) -> Lexis:
    """The words of one language; English for one without data."""
    code = language.split("-")[0].split("_")[0].lower()
    code = code if code in LANGUAGES else "en"
    words = reporting_words(code)
    return Lexis(
        code,
        words,
        (verbs_of_saying(code) | words.naming) - words.determiners,
        manners_of_speech(code),
        loose_verbs(code),
        verbs_of_thought(code),
        denials(code),
        speech_nouns(code),
    )


def language_of(content: str, given: str | None) -> str:
    """The language to read a text in: the given one, or the one whose small words are most frequent."""
    if given:
        return given
    sample = content[:6000].lower().split()
    counts = {code: sum(word in _TELLING[code] for word in sample) for code in LANGUAGES}
    best = max(LANGUAGES, key=lambda code: counts[code])
    return best if counts[best] > 1.3 * counts["en"] else "en"


_TELLING: Final = {
    "en": frozenset("the of and to in that is was for with his her said he she it they not at from by are".split()),
    "de": frozenset("der die das und ist nicht mit von den dem ein eine sich auf für im zu dass wurde er sie".split()),
    "fr": frozenset("le la les et est des du dans une que qui pour pas sur avec ce il elle au par cette".split()),
    "es": frozenset("el la los las y es de que en un una por con para no se del al su lo como más".split()),
}


class Order(enum.Enum):
    """How cue and speaker stand to each other."""

    SUBJECT_FIRST = "subject-first"
    VERB_FIRST = "verb-first"
    SOURCE = "source"
    TAG = "tag"
    INHERITED = "inherited"


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
    for at, token in enumerate(tokens):
        if at < busy or token.kind is not WORD:
            continue
        event = _source_at(tokens, at, lex) or _tag_at(tokens, at, lex)
        if event is None and (token.low in lex.saying or token.low in lex.thought):
            event = _verb_at(tokens, at, lex, found)
        if event is not None:
            found.append(event)
            busy = event.last
    return tuple(found)


def _source_at(tokens: Sequence[Token], at: int, lex: Lexis) -> Event | None:
    low = tokens[at].low
    for frame in lex.words.sources:
        if frame[0] != low or not _matches(tokens, at, frame):
            continue
        # A genitive of the frame's own ("nach Angaben der Polizei") is the phrase's determiner.
        end = at + len(frame)
        if end > at + 1 and frame[-1] in lex.words.determiners:
            end -= 1
        subject = after(tokens, end, lex.words, stop=lex.saying)
        if subject is not None:
            return Event(at, end, subject, Order.SOURCE, low)
    if at > 1 and low in lex.words.loose_sources and tokens[at - 1].low in lex.words.opinions:
        if tokens[at - 2].kind is WORD:
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


def _matches(tokens: Sequence[Token], at: int, frame: tuple[str, ...]) -> bool:
    if at + len(frame) > len(tokens):
        return False
    return all(tokens[at + offset].low == word for offset, word in enumerate(frame))


def _tag_at(tokens: Sequence[Token], at: int, lex: Lexis) -> Event | None:
    """German "…, so der Minister": a tag stands after a sign or a quotation, and a sign or the end follows."""
    if tokens[at].low not in lex.words.tags or at == 0 or tokens[at - 1].kind is WORD:
        return None
    first = at + 1
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


def _verb_at(tokens: Sequence[Token], at: int, lex: Lexis, earlier: Sequence[Event]) -> Event | None:
    token = tokens[at]
    if token.capital and at > 0 and not (tokens[at - 1].kind is QUOTE or lex.words.nouns_capital):
        return None
    if lex.words.nouns_capital and token.capital and at > 0:
        return None
    if token.low in lex.nouns and not _can_be_verb(tokens, at, lex):
        return None
    if token.low in lex.words.separated and not _has_particle(tokens, at, lex):
        return None
    if token.low in lex.words.standing:
        return _standing_at(tokens, at, lex)
    if token.low in lex.words.quoting and (event := _quoting_at(tokens, at, lex)) is not None:
        return event
    last, that = _cue_end(tokens, at, lex)
    passive, clear = _helpers_before(tokens, at, lex)
    if lex.words.verb_second and _is_passive(tokens, at, lex):
        return _by_phrase(tokens, at, lex, that)
    if passive:
        return _by_phrase(tokens, at, lex, that)
    subject, order = _subject_of(tokens, at, clear, lex)
    if subject is None:
        if not _takes_over(tokens, at, clear, lex):
            return None
        subject = earlier[-1].subject if earlier and earlier[-1].subject else main_subject(tokens, at, lex)
        order = Order.INHERITED
        if subject is None and not _beside_quote(tokens, at, last):
            return None
    if order is Order.VERB_FIRST and subject is not None and subject.last > last:
        that = that or (subject.last < len(tokens) and tokens[subject.last].low in lex.words.that)
    return Event(at, last, subject, order, token.low, that)


def _has_particle(tokens: Sequence[Token], at: int, lex: Lexis) -> bool:
    """ "teilte … mit": a verb that reports speech only with its particle, which stands at the clause's end."""
    particles = lex.words.separated[tokens[at].low]
    for index in range(at + 1, min(at + 30, len(tokens))):
        token = tokens[index]
        if token.kind is QUOTE or token.low in (",", ":", ";"):
            return tokens[at].low in lex.words.naming and tokens[index].kind is QUOTE
        if token.low in particles:
            return True
    return False


def _standing_at(tokens: Sequence[Token], at: int, lex: Lexis) -> Event | None:
    """ "in dem Antrag heißt es", "heißt es in dem Antrag": the paper speaks."""
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
    """ "zitiert den Minister", "wird Panetta zitiert", "was quoted as saying", "quoted X as saying"."""
    words = lex.words
    found = after(tokens, at + 1, words, stop=lex.verbs)
    if found is not None and (tokens[found.first].low in words.oblique or _then_as(tokens, found.last)):
        return Event(at, at + 1, found, Order.VERB_FIRST, tokens[at].low)
    helper = next((index for index in range(at - 1, max(-1, at - 12), -1) if tokens[index].low in words.passives), None)
    if helper is None:
        return None
    if words.verb_second:
        found = after(tokens, helper + 1, words, stop=lex.verbs)
    if found is None or found.first < helper:
        found = before(tokens, helper, words, stop=lex.saying)
    return Event(at, at + 1, found, Order.SUBJECT_FIRST, tokens[at].low) if found else None


def _then_as(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at].low == "as" and tokens[at + 1].low in ("saying", "telling", "writing")


def _can_be_verb(tokens: Sequence[Token], at: int, lex: Lexis) -> bool:
    """ "claims", "report": forms that are nouns too need a subject or a helping verb that fits."""
    index = at
    while index > 0 and is_adverb(tokens[index - 1], lex.words):
        index -= 1
    if index == 0 or tokens[index - 1].kind is not WORD:
        return True
    opener = tokens[index - 1]
    if opener.low in lex.words.auxiliaries or is_pronoun(opener, lex.words) or lex.language != "en":
        return opener.low not in lex.words.determiners or opener.low in lex.words.auxiliaries
    if tokens[at].low.endswith("s") and index <= 4 and tokens[0].capital and not opener.low.endswith("s"):
        return after(tokens, at + 1, lex.words, stop=lex.verbs) is not None
    if tokens[at].low.endswith("s"):
        return opener.capital or (not opener.low.endswith(("s", "'")) and _is_determined(tokens, index - 1, lex))
    return opener.low.endswith(("s", "people", "police", "men", "women"))


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
            last = min(hearer.last, last + 5)
    probe = last
    if probe < len(tokens) and tokens[probe].low == ",":
        probe += 1
    that = probe < len(tokens) and tokens[probe].low in lex.words.that
    return last, that


_OBJECTS: Final = frozenset("me you him her it us them".split())


def _helpers_before(tokens: Sequence[Token], at: int, lex: Lexis) -> tuple[bool, int]:
    """Step over adverbs and auxiliaries before the verb: (is it passive, one past the last token before them)."""
    passive = False
    index = at
    while index > 0:
        token = tokens[index - 1]
        if token.kind is not WORD:
            break
        if token.low in lex.words.auxiliaries:
            passive = passive or token.low in lex.words.passives
        elif not (is_adverb(token, lex.words) and not _is_subjectlike(token, lex)) and token.low != "as":
            break
        index -= 1
    if tokens[at].low.endswith("ing"):
        passive = False
    return passive and lex.language == "en", index


def _is_subjectlike(token: Token, lex: Lexis) -> bool:
    return is_pronoun(token, lex.words) and token.low not in lex.words.adverbs


def _is_passive(tokens: Sequence[Token], at: int, lex: Lexis) -> bool:
    """ "werden … als „…“ bezeichnet", "bezeichnet wurde": a participle with the passive's helper in its clause."""
    low = tokens[at].low
    if not (low.endswith("t") or low.startswith("ge") or "ge" in low[2:5] or low.endswith("en")):
        return False
    if at + 1 < len(tokens) and tokens[at + 1].low in lex.words.passives:
        return True
    if low.endswith("en") and not (low.startswith("ge") or "ge" in low[2:5]):
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and following.kind is WORD and following.low not in lex.words.joining:
        return False
    for index in range(at - 1, max(-1, at - 30), -1):
        if tokens[index].low in (",", ";", ":"):
            return False
        if tokens[index].low in lex.words.passives:
            return True
    return False


def _by_phrase(tokens: Sequence[Token], at: int, lex: Lexis, that: bool) -> Event | None:
    """ "was described by X as": the speaker of a passive stands after "by"; in German before the participle."""
    reach = range(at - 1, max(-1, at - 20), -1) if lex.words.verb_second else range(at + 1, min(at + 8, len(tokens)))
    for index in reach:
        if tokens[index].low in lex.words.by:
            subject = after(tokens, index + 1, lex.words, stop=lex.verbs)
            return Event(at, at + 1, subject, Order.SUBJECT_FIRST, tokens[at].low, that) if subject else None
        if tokens[index].low in (",", ";", ":") or (tokens[index].kind is QUOTE and not lex.words.verb_second):
            break
    return None


def _subject_of(tokens: Sequence[Token], at: int, clear: int, lex: Lexis) -> tuple[Phrase | None, Order]:
    words = lex.words
    left = before(tokens, clear, words, stop=lex.saying) or _after_as(tokens, clear, lex)
    if words.verb_second:
        if left is None:
            left = _of_clause(tokens, at, lex) or _round_helper(tokens, clear, lex)
        right = _subject_after(tokens, at, clear, lex)
        goes_on = clear > 0 and tokens[clear - 1].low in words.joining and left is None
        if goes_on and (right is None or not _is_plain_pronoun(tokens, right, words)):
            return None, Order.INHERITED
        if right is not None and (left is None or _is_plain_pronoun(tokens, right, words)):
            if left is None or not _is_plain_pronoun(tokens, left, words):
                return right, Order.VERB_FIRST
    if left is not None:
        return left, Order.SUBJECT_FIRST
    return _subject_after(tokens, at, clear, lex), Order.VERB_FIRST


def _is_plain_pronoun(tokens: Sequence[Token], phrase: Phrase, words: Reporting) -> bool:
    return phrase.last - phrase.first == 1 and tokens[phrase.first].low in words.pronouns


def _of_clause(tokens: Sequence[Token], at: int, lex: Lexis) -> Phrase | None:
    """ "…, weil die Regierung … als „…“ bezeichnet hat": in a clause whose verb stands last, the subject is first."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and following.kind is WORD and following.low not in lex.words.auxiliaries:
        return None
    for index in range(at - 1, max(-1, at - 40), -1):
        if tokens[index].low != ",":
            continue
        opener = tokens[index + 1]
        if opener.low in lex.words.relatives and index:
            return before(tokens, index, lex.words, stop=lex.saying, oblique=True)
        if opener.low in lex.words.that or opener.low in lex.words.conjunctions or opener.low in lex.words.as_words:
            return after(tokens, index + 2, lex.words, stop=lex.verbs)
        return None
    return None


def _round_helper(tokens: Sequence[Token], clear: int, lex: Lexis) -> Phrase | None:
    """ "Die Universität hatte … erklärt", "gestern hat der Minister … gesagt": the subject stands beside the helper."""
    for index in range(clear - 1, max(-1, clear - 30), -1):
        token = tokens[index]
        if token.kind is not WORD:
            return None
        if token.low in lex.words.auxiliaries and token.low != "nicht":
            left = before(tokens, index, lex.words, stop=lex.saying)
            return left or after(tokens, index + 1, lex.words, stop=lex.verbs)
    return None


def _after_as(tokens: Sequence[Token], clear: int, lex: Lexis) -> Phrase | None:
    """ "wie die Polizei am Freitag mitteilte": the subject begins right after the word for "as"."""
    for index in range(clear - 1, max(-1, clear - 14), -1):
        token = tokens[index]
        if token.kind is not WORD:
            return None
        if token.low in lex.words.as_words:
            return after(tokens, index + 1, lex.words, stop=lex.verbs)
    return None


def _subject_after(tokens: Sequence[Token], at: int, clear: int, lex: Lexis) -> Phrase | None:
    words = lex.words
    if not words.verb_second and clear > 0 and tokens[clear - 1].kind is WORD:
        if tokens[clear - 1].low not in words.as_words:
            return None
    first = at + 1
    while first < len(tokens) and _steps_over(tokens[first], lex):
        first += 1
    found = after(tokens, first, words, stop=lex.verbs)
    if found is None or (not words.verb_second and _begins_clause(tokens, found, lex)):
        return None
    if tokens[at].low in words.addressing and not any(token.capital for token in tokens[found.first : found.last]):
        return found if is_pronoun(tokens[found.first], words) else None
    found = _by_apposition(tokens, found, lex)
    opener = tokens[found.first]
    if opener.low in words.oblique:
        return None
    if opener.capital or opener.low in words.determiners or is_pronoun(opener, words):
        return found
    return found if any(token.capital for token in tokens[found.first : found.last]) else None


def _by_apposition(tokens: Sequence[Token], phrase: Phrase, lex: Lexis) -> Phrase:
    """ "sagte der Sprecher, Hans Müller": the name between commas after a role is the mention."""
    if phrase.last >= len(tokens) or tokens[phrase.last].low != "," or tokens[phrase.first].capital:
        return phrase
    name = after(tokens, phrase.last + 1, lex.words, stop=lex.verbs)
    if (
        name is None
        or name.last - name.first < 2
        or not all(token.capital or token.low in lex.words.particles for token in tokens[name.first : name.last])
    ):
        return phrase
    ends = name.last >= len(tokens) or tokens[name.last].kind is not WORD
    return name if ends else phrase


def _begins_clause(tokens: Sequence[Token], phrase: Phrase, lex: Lexis) -> bool:
    """ "said it was": the phrase after the verb is the subject of what is said, not the one who says it."""
    if phrase.last >= len(tokens):
        return False
    following = tokens[phrase.last]
    return following.kind is WORD and (following.low in lex.words.auxiliaries or following.low in lex.verbs)


def _steps_over(token: Token, lex: Lexis) -> bool:
    if token.kind is not WORD or token.capital:
        return False
    if is_pronoun(token, lex.words):
        return token.low == "es" and lex.language == "de"
    return is_adverb(token, lex.words) or token.low in ("pas", "sich", "se", "-t")


def _takes_over(tokens: Sequence[Token], at: int, clear: int, lex: Lexis) -> bool:
    """A participle, an infinitive or a second verb ("…, adding", "and said") has the subject before it."""
    low = tokens[at].low
    if clear == 0:
        return low.endswith("ing")
    opener = tokens[clear - 1]
    if opener.kind is SIGN:
        return opener.low in (",", "–", "—", "--", ";", ")") or low.endswith("ing")
    if opener.kind is QUOTE:
        return False
    return low.endswith("ing") or opener.low in lex.words.joining or opener.low in ("to", "but", "zu", "then")


def _beside_quote(tokens: Sequence[Token], at: int, last: int) -> bool:
    return (at > 0 and tokens[at - 1].kind is QUOTE) or (last < len(tokens) and tokens[last].kind is QUOTE)


def main_subject(tokens: Sequence[Token], limit: int, lex: Lexis) -> Phrase | None:
    """The subject with which a sentence begins, before token ``limit``; None if it begins otherwise.

    An introduction up to a comma is stepped over ("In a statement on Friday, the ministry …").
    """
    first = 0
    for _ in range(3):
        while first < limit and (tokens[first].kind is not WORD or is_adverb(tokens[first], lex.words)):
            if tokens[first].kind is QUOTE:
                return None
            first += 1
        if first >= limit:
            return None
        low = tokens[first].low
        if low in lex.words.determiners or not (low in lex.words.prepositions or low in lex.words.inner_prepositions):
            if low not in lex.words.conjunctions or tokens[first].low in lex.words.determiners:
                return after(tokens, first, lex.words, stop=lex.verbs)
            if low in lex.words.joining or low == "but":
                first += 1
                continue
        comma = next((at for at in range(first, limit) if tokens[at].low == ","), None)
        if comma is None:
            return None
        first = comma + 1
    return None
