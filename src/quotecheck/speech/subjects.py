"""The subject of a verb of saying: before it, after it, or taken over. Noun phrases are found in ``phrases``."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import Final

from quotecheck.language.morphology import parts_of_speech
from quotecheck.language.reporting import Reporting
from quotecheck.speech.lexis import Lexis
from quotecheck.speech.phrases import Phrase, after, before, is_adverb, is_oblique, is_pronoun, is_small
from quotecheck.speech.prose import QUOTE, SIGN, WORD, Token


class Order(enum.Enum):
    """How cue and speaker stand to each other."""

    SUBJECT_FIRST = "subject-first"
    VERB_FIRST = "verb-first"
    SOURCE = "source"
    TAG = "tag"
    NOUN = "noun"
    INHERITED = "inherited"


def helpers_before(tokens: Sequence[Token], at: int, lex: Lexis) -> tuple[bool, int]:
    """Step over adverbs and auxiliaries before the verb: (is it passive, one past the last token before them)."""
    passive = False
    index = at
    while index > 0:
        token = tokens[index - 1]
        if token.kind is not WORD:
            break
        if token.low == "on" and index < at and tokens[index].capital and tokens[index].low in lex.words.adverbs:
            index -= 1  # "the minister on Friday said"
            continue
        if token.low in lex.words.auxiliaries:
            if token.capital and index > 1 and lex.language == "en":
                break  # "“…,” Will wrote": a name
            passive = passive or token.low in lex.words.passives
        elif not (is_adverb(token, lex.words) and not _is_subjectlike(token, lex)) and token.low != "as":
            break
        index -= 1
    if tokens[at].low.endswith("ing"):
        passive = False
    return passive and lex.language == "en", index


def _is_subjectlike(token: Token, lex: Lexis) -> bool:
    return is_pronoun(token, lex.words) and token.low not in lex.words.adverbs


def subject_of(tokens: Sequence[Token], at: int, clear: int, lex: Lexis) -> tuple[Phrase | None, Order]:
    """The subject of the verb at token ``at``.

    Args:
        tokens: A sentence.
        at: The verb.
        clear: One past the last token before the verb's helpers and adverbs.
        lex: The language.

    Returns:
        The phrase, and whether it stands before or after; ``INHERITED`` where the verb goes on with the last subject.
    """
    if lex.words.verb_second:
        return _subject_in_german_order(tokens, at, clear, lex)
    left = before(tokens, clear, lex.words, stop=lex.verbs) or _after_as(tokens, clear, lex)
    if left is not None:
        return left, Order.SUBJECT_FIRST
    return _subject_after(tokens, at, clear, lex), Order.VERB_FIRST


def _subject_in_german_order(tokens: Sequence[Token], at: int, clear: int, lex: Lexis) -> tuple[Phrase | None, Order]:
    """Where the finite verb stands second, the subject may stand on either side of it."""
    words = lex.words
    if _stands_last(tokens, at, lex):
        last = _of_clause(tokens, at, lex) or _round_helper(tokens, clear, lex) or _after_as(tokens, clear, lex)
        if last is not None:
            return last, Order.SUBJECT_FIRST
    left = before(tokens, clear, words, stop=lex.saying)
    right = _subject_after(tokens, at, clear, lex)
    goes_on = clear > 0 and tokens[clear - 1].low in words.joining and left is None
    if goes_on and (right is None or not _is_plain_pronoun(tokens, right, words)):
        return None, Order.INHERITED
    if right is not None and (left is None or _right_wins(tokens, left, right, words)):
        return right, Order.VERB_FIRST
    left = left or _after_as(tokens, clear, lex) or _name_with_particle(tokens, clear, lex)
    return (left, Order.SUBJECT_FIRST) if left is not None else (None, Order.VERB_FIRST)


def _name_with_particle(tokens: Sequence[Token], clear: int, lex: Lexis) -> Phrase | None:
    """As in "Von der Heide betonte": nothing else than a name at a clause's front can be the subject."""
    first = clear - 1
    while first > 0 and tokens[first - 1].kind is WORD and tokens[first - 1].low in lex.words.particles:
        first -= 1
    if first < 0 or first == clear - 1 or not (tokens[first].capital and tokens[clear - 1].capital):
        return None
    return Phrase(first, clear) if first == 0 or tokens[first - 1].kind is SIGN else None


def _stands_last(tokens: Sequence[Token], at: int, lex: Lexis) -> bool:
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        following is None
        or following.kind is SIGN
        or following.low in lex.words.auxiliaries
        or (following.kind is QUOTE or following.low in lex.words.joining)
    )


def _right_wins(tokens: Sequence[Token], left: Phrase, right: Phrase, words: Reporting) -> bool:
    """ "As in "Deren Haltung nannte er", "Ähnlich äußerte sich der Minister": what stands first is not the subject."""
    if _is_plain_pronoun(tokens, left, words):
        return False
    if _is_plain_pronoun(tokens, right, words):
        return True
    bare = left.last - left.first == 1 and left.first == 0 and tokens[0].low not in words.determiners
    opener = tokens[right.first]
    return bare and (opener.low in words.determiners or opener.capital) and not _is_name(tokens, left)


def _is_name(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """A single capitalised word at the front: a name, unless its ending is an adjective's or an abstract noun's."""
    low = tokens[phrase.first].low
    return not (low.endswith(_NO_NAME_ENDINGS) or low in _NO_NAMES)


_NO_NAME_ENDINGS: Final = ("end", "lich", "isch", "ig", "ung", "heit", "keit", "sam", "bar", "los", "voll", "nis", "zu")
_NO_NAMES: Final = frozenset(
    "besorgt empört erfreut enttäuscht entsetzt verärgert begeistert erschüttert gelassen zufrieden folgendes darin "
    "skeptisch ähnlich anders deutlich klar scharf überrascht erleichtert bestürzt betroffen".split()
)


def _is_plain_pronoun(tokens: Sequence[Token], phrase: Phrase, words: Reporting) -> bool:
    return phrase.last - phrase.first == 1 and tokens[phrase.first].low in words.pronouns


def _of_clause(tokens: Sequence[Token], at: int, lex: Lexis) -> Phrase | None:
    """As in "weil die Regierung … „…“ genannt hat": where the verb stands last, the subject stands first."""
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
    """As in "Die Universität hatte … erklärt": the subject stands beside the helping verb."""
    for index in range(clear - 1, max(-1, clear - 30), -1):
        token = tokens[index]
        if token.kind is SIGN and token.low not in ("(", ")"):
            return None
        if token.low in lex.words.auxiliaries and token.low != "nicht":
            left = before(tokens, index, lex.words, stop=lex.saying)
            return left or after(tokens, index + 1, lex.words, stop=lex.verbs)
    return None


def _after_as(tokens: Sequence[Token], clear: int, lex: Lexis) -> Phrase | None:
    """As in "wie die Polizei am Freitag mitteilte": the subject begins right after the word for "as"."""
    for index in range(clear - 1, max(-1, clear - 14), -1):
        token = tokens[index]
        if token.kind is not WORD:
            return None
        if token.low in lex.words.as_words:
            return after(tokens, index + 1, lex.words, stop=lex.verbs)
    return None


def _subject_after(tokens: Sequence[Token], at: int, clear: int, lex: Lexis) -> Phrase | None:
    words = lex.words
    inner = clear > 0 and tokens[clear - 1].kind is WORD and tokens[clear - 1].low not in words.as_words
    if inner and not words.verb_second:
        return None
    first = at + 1
    while first < len(tokens) and _steps_over(tokens[first], lex):
        first += 1
    found = after(tokens, first, words, stop=lex.verbs)
    if found is None or (not words.verb_second and _begins_clause(tokens, found, lex)):
        return None
    if tokens[at].low in words.addressing and not any(token.capital for token in tokens[found.first : found.last]):
        return found if is_pronoun(tokens[found.first], words) else None
    found = by_apposition(tokens, found, lex)
    opener = tokens[found.first]
    if is_oblique(tokens, found.first, words):
        return None
    if opener.capital or opener.low in words.determiners or is_pronoun(opener, words):
        return found
    return found if any(token.capital for token in tokens[found.first : found.last]) else None


def by_apposition(tokens: Sequence[Token], phrase: Phrase, lex: Lexis) -> Phrase:
    """As in "sagte der Sprecher, Hans Müller": the name between commas after a role is the mention."""
    comma = phrase.last
    if comma < len(tokens) and tokens[comma].low in lex.words.prepositions:
        # "der General der Streitkräfte im Irak, …"
        comma = next((at for at in range(comma + 1, min(comma + 5, len(tokens))) if tokens[at].low == ","), comma)
    if comma >= len(tokens) or tokens[comma].low != ",":
        return phrase
    if tokens[phrase.first].capital and tokens[phrase.first].low not in lex.words.determiners:
        return phrase
    name = after(tokens, phrase.last + 1, lex.words, stop=lex.verbs)
    if (
        name is None
        or name.last - name.first < 2
        or not all(token.capital or token.low in lex.words.particles for token in tokens[name.first : name.last])
    ):
        return phrase
    ends = (
        name.last >= len(tokens)
        or tokens[name.last].kind is not WORD
        or (lex.words.verb_second and tokens[name.last].low in lex.words.determiners)
    )
    return name if ends else phrase


def _begins_clause(tokens: Sequence[Token], phrase: Phrase, lex: Lexis) -> bool:
    """As in "said it was": the phrase after the verb is the subject of what is said, not the one who says it."""
    if phrase.last >= len(tokens):
        return False
    following = tokens[phrase.last]
    return following.kind is WORD and (following.low in lex.words.auxiliaries or following.low in lex.verbs)


def _steps_over(token: Token, lex: Lexis) -> bool:
    if token.kind is not WORD or token.capital:
        return False
    if is_pronoun(token, lex.words):
        return token.low in lex.words.expletives
    return is_adverb(token, lex.words) or token.low in ("pas", "sich", "se", "-t")


def takes_over(tokens: Sequence[Token], at: int, clear: int, lex: Lexis) -> bool:
    """A participle, an infinitive or a second verb ("…, adding", "and said") has the subject before it."""
    low = tokens[at].low
    if clear == 0:
        return low.endswith("ing")
    opener = tokens[clear - 1]
    if opener.kind is SIGN:
        return opener.low in (",", "–", "—", "--", ";", ")") or low.endswith("ing")
    if opener.kind is QUOTE:
        return opener.comma and _closes_participle(tokens, clear - 1)
    return (
        low.endswith("ing") or opener.low in lex.words.joining or opener.low in lex.words.infinitives | {"but", "then"}
    )


def _closes_participle(tokens: Sequence[Token], quote: int) -> bool:
    """As in "Ruiz, citing “the law,” said": the quotation ends what a participle after the subject began."""
    for at in range(quote - 1, max(0, quote - _INSERTED), -1):
        if tokens[at].low == ",":
            return tokens[at + 1].low.endswith("ing") and tokens[at - 1].kind is WORD
    return False


_INSERTED: Final = 8
"""Tokens of a participle's clause before its quotation."""


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
        if _begins_participle(tokens, first, lex):
            comma = next((at for at in range(first, min(limit, first + 60)) if tokens[at].low == ","), None)
            if comma is None:
                return None
            first = comma + 1
            continue
        if low in lex.words.determiners or not (low in lex.words.prepositions or low in lex.words.inner_prepositions):
            if low not in lex.words.conjunctions or tokens[first].low in lex.words.determiners:
                found = after(tokens, first, lex.words, stop=lex.verbs)
                if found is None and lex.words.verb_second:
                    found = _after_verb(tokens, first, limit, lex)
                if found is None or not _is_time(tokens, found, lex):
                    return found and by_apposition(tokens, found, lex)
            if low in lex.words.joining or low == "but":
                first += 1
                continue
        comma = next((at for at in range(first, min(limit, first + 60)) if tokens[at].low == ","), None)
        if lex.words.verb_second and (found := _past_phrase(tokens, first, comma or limit, limit, lex)):
            return found
        if comma is None:
            return None
        first = comma + 1
    return None


def _past_phrase(tokens: Sequence[Token], first: int, comma: int, limit: int, lex: Lexis) -> Phrase | None:
    """As in "In seiner Rede befand der Minister …": who acts, after verb and introduction."""
    phrase = after(tokens, first + 1, lex.words, stop=lex.verbs)
    if phrase is None or phrase.last >= comma or tokens[phrase.last].kind is not WORD:
        return None
    at = phrase.last
    while at < comma and (tokens[at].low in lex.words.prepositions or tokens[at].low in lex.words.inner_prepositions):
        more = after(tokens, at + 1, lex.words, stop=lex.verbs)
        if more is None or more.last >= comma:
            return None
        at = more.last
    return _after_verb(tokens, at, limit, lex) if at < comma else None


def _after_verb(tokens: Sequence[Token], first: int, limit: int, lex: Lexis) -> Phrase | None:
    """As in "Hier sparte der Rat nicht mit Kritik", "Als es spät wurde, rief die Wirtin": who acts."""
    verb = tokens[first]
    if verb.capital or (is_small(verb.low, lex.words) and verb.low not in lex.words.auxiliaries):
        return None
    at = first + 1
    while at < limit and _steps_over(tokens[at], lex):
        at += 1
    found = after(tokens, at, lex.words, stop=lex.verbs)
    return None if found is None or found.last > limit or is_oblique(tokens, found.first, lex.words) else found


def _begins_participle(tokens: Sequence[Token], first: int, lex: Lexis) -> bool:
    """As in "Holding a sign, she …", "Speaking in Rome, he …"."""
    low = tokens[first].low
    if lex.language != "en" or not low.endswith("ing") or len(low) < 6 or "v" not in parts_of_speech(low):
        return False
    following = tokens[first + 1] if first + 1 < len(tokens) else None
    return following is not None and following.kind is WORD and is_small(following.low, lex.words)


def _is_time(tokens: Sequence[Token], phrase: Phrase, lex: Lexis) -> bool:
    """As in "A few minutes later, she …", "Eight years ago, he …"."""
    following = tokens[phrase.last] if phrase.last < len(tokens) else None
    if lex.language != "en" or following is None:
        return False
    return tokens[phrase.last - 1].low in _TIMES and following.low in ("later", "ago", "earlier", "before", ",")


_TIMES: Final = frozenset(
    "second seconds minute minutes hour hours day days week weeks month months year years night morning moment "
    "afternoon evening moments".split()
)


def is_passive(tokens: Sequence[Token], at: int, lex: Lexis) -> bool:
    """As in "werden … als „…“ bezeichnet", "bezeichnet wurde": a participle with the passive's helper in its clause."""
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
