"""Who says each quotation of running prose: a sieve of patterns, then continuation, then turns of a conversation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import attrs

from quotecheck.language.given_names import gender_of
from quotecheck.model import Span, Uttered
from quotecheck.speech.attributed import Attribution, Rule, root_of
from quotecheck.speech.bearers import bearer_of
from quotecheck.speech.cues import Event, events_of
from quotecheck.speech.lexis import Lexis
from quotecheck.speech.marks import Quotation
from quotecheck.speech.paragraphs import Paragraph, Prose, stretches_of
from quotecheck.speech.phrases import Phrase, after, is_adverb, is_oblique, is_past, is_small
from quotecheck.speech.prose import QUOTE, WORD, Token, sentences_of
from quotecheck.speech.somebody import is_label, is_personal, is_somebody, may_speak, name_around
from quotecheck.speech.subjects import Order, main_subject
from quotecheck.speech.uttered import uttered

_PASSED_OVER: Final = frozenset([",", "–", "—", "--", "-", ";", "…", "...", ")", "("])
_NEAR_CUES: Final = 8
"""Cues on either side of a quotation that are looked at."""
_FARTHEST: Final = 80
"""Tokens between a cue and a colon or quotation that still belongs to it."""
_OBJECT: Final = 6
"""Words between a verb like "called" and the quotation."""
_NEAR: Final = 9
"""Tokens that may stand between a cue before a comma and the quotation ("said on Friday in Berlin, “…”")."""


def attribute(prose: Prose) -> list[Attribution | None]:
    """Who says each quotation of the outer level.

    Args:
        prose: A text taken apart.

    Returns:
        One entry a quotation, in order; None where nothing says who speaks.
    """
    found: list[Attribution | None] = [None] * len(prose.quotations)
    for number, paragraph in enumerate(prose.paragraphs):
        if not paragraph.quotes:
            continue
        for sentence, events in zip(paragraph.sentences, paragraph.events, strict=True):
            _read_sentence(prose, sentence.tokens, events, found)
        _announced(prose, number, found)
    _signed(prose, found)
    for paragraph in prose.paragraphs:
        if paragraph.quotes:
            _go_on(prose, paragraph, found)
    for paragraph in prose.paragraphs:
        _beat(prose, paragraph, found)
    _beats_before(prose, found)
    return found


def attribute_inside(prose: Prose, span: Span, inside: Sequence[Quotation]) -> list[Attribution | None]:
    """Who says the quotations that stand inside another one's words.

    Args:
        prose: The text.
        span: The outer quotation's words.
        inside: The inner quotations, in order.

    Returns:
        One entry an inner quotation; None where nobody is said to have said it.
    """
    lex = prose.lex
    found: list[Attribution | None] = [None] * len(inside)
    stretches = stretches_of(prose.shadow, inside)
    for sentence in sentences_of(prose.shadow, span.start, span.end, stretches, lex.words, lex.saying):
        _read_sentence(prose, sentence.tokens, events_of(sentence.tokens, lex), found)
    return found


def _read_sentence(
    prose: Prose, tokens: Sequence[Token], events: Sequence[Event], found: list[Attribution | None]
) -> None:
    firsts = [event.first for event in events]
    for at, token in enumerate(tokens):
        if token.kind is QUOTE and found[token.quote] is None:
            middle = bisect_left(firsts, at)
            near = events[max(0, middle - _NEAR_CUES) : middle + _NEAR_CUES]
            found[token.quote] = (
                _inverted_after(prose, tokens, at, near)
                or _strongly_before(prose, tokens, at, near)
                or _after(prose, tokens, at, near)
                or _by_colon(prose, tokens, at)
                or _dashed(prose, tokens, at)
                or _between(prose, tokens, at, near)
                or _in_scope(prose, tokens, at, near)
            )
            found[token.quote] = _qualified(prose, tokens, at, near, found[token.quote])


def _qualified(
    prose: Prose, tokens: Sequence[Token], at: int, events: Sequence[Event], one: Attribution | None
) -> Attribution | None:
    """Whether the cue says that the words were said: those said to the one named have no speaker."""
    if one is None or one.rule is Rule.DASH:
        return one
    cue = one.cue.start if one.cue is not None else -1
    event = next((event for event in events if tokens[event.first].start == cue), None)
    found = uttered(tokens, at, event, prose.lex)
    if found is Uttered.ANOTHERS:
        return Attribution(one.rule, None, one.cue)
    return one if found is Uttered.SAID else attrs.evolve(one, uttered=found)


def _of_event(prose: Prose, tokens: Sequence[Token], event: Event, rule: Rule) -> Attribution | None:
    if event.subject is None or not may_speak(prose, tokens, event.subject):
        return None
    cue = prose.words(tokens, event.first, min(event.last, len(tokens)))
    return Attribution(rule, prose.mention(tokens, event.subject), cue)


def _strongly_before(prose: Prose, tokens: Sequence[Token], at: int, events: Sequence[Event]) -> Attribution | None:
    """As in "X said, “…”", "X told reporters: “…”", "X said “…”": the cue stands right before the quotation."""
    if at == 0:
        return None
    sign = tokens[at - 1]
    named = _named_at_sign(prose, tokens, at, events)
    if named is not None:
        return Attribution(Rule.COLON, prose.mention(tokens, named))
    before = [event for event in events if event.end <= at]
    if not before:
        return None
    event = before[-1]
    if event.order is Order.SOURCE and sign.low == ":" and len(before) > 1 and prose.lex.words.verb_second:
        event = before[-2]  # "Weber erklärte laut „Merkur“: „…“"
    if at - event.end > _FARTHEST:
        return None
    between = tokens[event.end : at]
    if any(token.kind is QUOTE for token in between):
        return None
    plain = [token for token in between if token.kind is WORD]
    if sign.low == ":":
        return _of_event(prose, tokens, event, Rule.COLON)
    commas = sum(token.low in (",", ";") for token in between)
    if event.order is not Order.NOUN and event.verb not in prose.lex.saying and event.order is not Order.SOURCE:
        thinks = sign.low == "," and commas == 1 and len(plain) <= 2 and _opens_with_that(prose, tokens[at].quote)
        return _of_event(prose, tokens, event, Rule.SCOPE) if thinks else None
    if event.verb in prose.lex.words.naming and not commas and len(plain) <= _OBJECT:
        return _of_event(prose, tokens, event, Rule.SCOPE)
    if not plain and commas <= 1:
        weak = event.order is not Order.NOUN and (event.verb in prose.lex.loose or event.verb not in prose.lex.saying)
        rule = Rule.SCOPE if weak and not commas and not tokens[at].ends else Rule.BEFORE
        return _of_event(prose, tokens, event, rule)
    if sign.low == "," and commas == 1 and len(plain) <= _NEAR and event.verb not in prose.lex.loose:
        return _of_event(prose, tokens, event, Rule.BEFORE)
    return None


def _opens_with_that(prose: Prose, number: int) -> bool:
    """As in "hofft, „dass es gut geht“": what is in marks is the clause that the verb governs."""
    first = prose.quotations[number].inner.of(prose.shadow).split(maxsplit=1)[:1]
    return bool(first) and first[0].lower() in prose.lex.words.dropped


def _named_at_sign(prose: Prose, tokens: Sequence[Token], at: int, events: Sequence[Event]) -> Phrase | None:
    """As in "…, and Ana Ruiz: “…”", "Ana Ruiz (“…”)": a name right at the sign, and no verb of saying near it."""
    sign = tokens[at - 1].low
    if sign not in (":", "(") or at < 3:
        return None
    if sign == ":" and any(event.end > at - _AWAY for event in events if event.first < at):
        return None
    if sign == ":" and not any(event.first < at for event in events):
        return None
    return name_around(prose, tokens, at - 2, 0)


_AWAY: Final = 10
"""Tokens between a verb of saying and a colon after which a name at the colon counts for more."""


def _inverted_after(prose: Prose, tokens: Sequence[Token], at: int, events: Sequence[Event]) -> Attribution | None:
    """As in "Er kam: „…“, sagte Weber": where a verb's place tells, it outweighs a colon before the quotation."""
    if tokens[at].comma and at and tokens[at - 1].low == ":":  # "He defends it: “…,” the mayor says"
        event = next((event for event in events if event.start > at), None)
        own = event and event.start == at + 1 and event.order in (Order.SUBJECT_FIRST, Order.VERB_FIRST)
        return _of_event(prose, tokens, event, Rule.AFTER) if event and own and event.verb in prose.lex.saying else None
    if not prose.lex.words.verb_second or at + 1 >= len(tokens) or tokens[at + 1].low != ",":
        return None
    event = next((event for event in events if event.start >= at + 2), None)
    if event is None or event.start != at + 2 or event.first != at + 2 or event.order is not Order.VERB_FIRST:
        return None
    return _of_event(prose, tokens, event, Rule.AFTER)


def _after(prose: Prose, tokens: Sequence[Token], at: int, events: Sequence[Event]) -> Attribution | None:
    """As in "“…,” X said", "“…”, sagte X", "“…,” according to X": the attribution begins right after the quotation."""
    first = at + 1
    while first < len(tokens) and tokens[first].low in _PASSED_OVER:
        first += 1
    for event in events:
        if event.start < first:
            continue
        if event.start > first and not _only_adverbs(prose, tokens, first, event.start):
            return None
        if event.order is Order.INHERITED and event.start == event.first:
            return None
        return _of_event(prose, tokens, event, Rule.AFTER)
    return _came_from(prose, tokens, first) or _any_verb_after(prose, tokens, first)


def _came_from(prose: Prose, tokens: Sequence[Token], first: int) -> Attribution | None:
    """As in "“…,” came the answer from Ben": the one who answers, or nobody named."""
    if prose.lex.language != "en" or first >= len(tokens) or tokens[first].low not in ("came", "comes"):
        return None
    quoted = tokens[first - 1]
    if not (quoted.comma or quoted.ends):
        return None
    cue = prose.words(tokens, first, first + 1)
    for at in range(first + 1, min(len(tokens), first + _OBJECT)):
        if tokens[at].low == "from":
            subject = after(tokens, at + 1, prose.lex.words, stop=prose.lex.verbs)
            return Attribution(Rule.AFTER, prose.mention(tokens, subject), cue)
    return Attribution(Rule.AFTER, None, cue)


def _any_verb_after(prose: Prose, tokens: Sequence[Token], first: int) -> Attribution | None:
    """As in "„…“, freute sich Weber": in German, any verb right after the quotation and a person after the verb."""
    lex = prose.lex
    if lex.language == "en":
        return _any_english_verb(prose, tokens, first)
    if not lex.words.verb_second or first + 1 >= len(tokens) or tokens[first - 1].low != ",":
        return None
    verb = tokens[first]
    if verb.kind is not WORD or verb.capital or not verb.low.endswith(("t", "te", "ten", "en")):
        return None
    if is_small(verb.low, lex.words):
        return None
    at = first + 1
    while at < len(tokens) and (tokens[at].low in ("sich", "mich") or is_adverb(tokens[at], lex.words)):
        at += 1
    subject = after(tokens, at, lex.words, stop=lex.verbs)
    if subject is None or is_oblique(tokens, subject.first, lex.words):
        return None
    quoted = tokens[first - 2]
    if quoted.end - quoted.start < _SAID and not is_personal(prose, tokens, subject):
        return None
    return Attribution(Rule.AFTER, prose.mention(tokens, subject), prose.words(tokens, first, first + 1))


_SAID: Final = 30
"""Code points of a quotation that is more than a name."""


def _any_english_verb(prose: Prose, tokens: Sequence[Token], first: int) -> Attribution | None:
    """As in "“…,” fleered Jack, …", "“…,” Ruiz shot back": words that end in mid-sentence, a person and any verb."""
    lex = prose.lex
    if first + 1 >= len(tokens) or tokens[first - 1].kind is not QUOTE or tokens[first].kind is not WORD:
        return None
    quoted = tokens[first - 1]
    closing = prose.shadow[max(quoted.start, quoted.end - _CLOSING) : quoted.end].rstrip("\"”’'»“* _")[-1:]
    verb = tokens[first]
    if not verb.capital and is_past(verb.low) and closing in _MID_SENTENCE:
        subject = after(tokens, first + 1, lex.words, stop=lex.verbs)
        if subject is None or not is_somebody(prose, tokens, subject):
            return None
        rest = tokens[subject.last] if subject.last < len(tokens) else None
        if rest is None or rest.kind is not WORD or is_adverb(rest, lex.words) or is_small(rest.low, lex.words):
            return Attribution(Rule.AFTER, prose.mention(tokens, subject), prose.words(tokens, first, first + 1))
        return None
    if closing != ",":
        return None
    subject = after(tokens, first, lex.words, stop=lex.verbs)
    if subject is None or not is_somebody(prose, tokens, subject):
        return None
    at = subject.last
    while at < len(tokens) and is_adverb(tokens[at], lex.words):
        at += 1
    if at >= len(tokens) or tokens[at].capital or not is_past(tokens[at].low):
        return None
    return Attribution(Rule.AFTER, prose.mention(tokens, subject), prose.words(tokens, at, at + 1))


_CLOSING: Final = 6
"""Code points at a quotation's end in which its last sign stands before its marks."""
_MID_SENTENCE: Final = frozenset(",!?—–-")


def _only_adverbs(prose: Prose, tokens: Sequence[Token], first: int, last: int) -> bool:
    words = prose.lex.words
    return last - first <= 3 and all(
        token.low in words.adverbs or token.low in words.as_words or token.low in words.auxiliaries
        for token in tokens[first:last]
    )


def _by_colon(prose: Prose, tokens: Sequence[Token], at: int) -> Attribution | None:
    """As in "X: “…”": a colon with no verb of saying before it; the speaker is what the sentence begins with."""
    if at == 0 or tokens[at - 1].low != ":":
        return None
    floor = max(0, at - _FARTHEST)
    for index in range(at - 2, floor - 1, -1):
        if tokens[index].low == ":":
            floor = index + 1
            break
        if tokens[index].low == "(":
            return None
    subject = _person_before(prose, tokens, floor, at - 1)
    return None if subject is None else Attribution(Rule.COLON, prose.mention(tokens, subject))


_LABEL: Final = 7
"""Words before a colon that can be a label and nothing more."""


def _person_before(prose: Prose, tokens: Sequence[Token], first: int, colon: int) -> Phrase | None:
    """Who a clause before a colon is about: its subject if that can be a person, else the one person it names."""
    subject = main_subject(tokens[first:colon], colon - first, prose.lex)
    if subject is not None:
        subject = Phrase(first + subject.first, first + subject.last)
        if is_personal(prose, tokens, subject) or is_label(prose, tokens, subject, first):
            return subject
    named = [phrase for at in range(first, colon) if (phrase := name_around(prose, tokens, at, first)) is not None]
    if named:
        return named[0]
    pronouns = [
        Phrase(at, at + 1)
        for at in range(first, colon)
        if prose.lex.words.verb_second
        and prose.lex.words.pronouns.get(tokens[at].low, "") in ("m", "f")
        and tokens[at].low not in prose.lex.words.determiners
    ]
    if pronouns:
        return pronouns[0]
    return subject if subject is not None and colon - first <= _LABEL else None


def _dashed(prose: Prose, tokens: Sequence[Token], at: int) -> Attribution | None:
    """As in "“…” — X", "“…”: X" at a paragraph's end."""
    if at or at + 2 >= len(tokens) or tokens[at + 1].low not in ("–", "—", "--", "―", "-", "(", "~", ":"):
        return None
    subject = after(tokens, at + 2, prose.lex.words, stop=prose.lex.verbs)
    if subject is None or not tokens[subject.first].capital:
        return None
    rest = tokens[subject.last :]
    if tokens[at + 1].low == ":" and rest:
        return None
    if not rest or rest[0].low in (",", ")", ".", "(") or rest[0].kind is QUOTE:
        return Attribution(Rule.DASH, prose.words(tokens, subject.first, subject.last))
    return None


def _between(prose: Prose, tokens: Sequence[Token], at: int, events: Sequence[Event]) -> Attribution | None:
    """As in "Weber hat ihn „falsch“ genannt": the speaker stands before the quotation, the verb after it."""
    for event in events:
        if event.subject is not None and event.subject.last <= at < event.first and _gives_parts(event, prose.lex):
            return _of_event(prose, tokens, event, Rule.SCOPE)
    return None


def _in_scope(prose: Prose, tokens: Sequence[Token], at: int, events: Sequence[Event]) -> Attribution | None:
    """A quoted part of a reported clause: "X said the “red line” was …", "…, X said"."""
    events = [event for event in events if _gives_parts(event, prose.lex)]
    before = [event for event in events if event.end <= at and event.subject is not None]
    if before:
        return _of_event(prose, tokens, before[-1], Rule.SCOPE)
    for event in events:
        if event.start > at and event.subject is not None and _closes_clause(tokens, event, prose.lex):
            return _of_event(prose, tokens, event, Rule.SCOPE)
    return None


def _gives_parts(event: Event, lex: Lexis) -> bool:
    """True if a cue is strong enough to give somebody a quoted part of a sentence."""
    if event.order in (Order.SOURCE, Order.TAG, Order.NOUN) or event.verb in lex.words.naming:
        return True
    if event.verb in lex.thought and event.that:
        return True
    return event.verb in lex.saying and event.verb not in lex.loose


def _closes_clause(tokens: Sequence[Token], event: Event, lex: Lexis) -> bool:
    """As in "…, X said": a comma before it, and not "that" after it."""
    start = event.start
    while start > 1 and lex.words.verb_second and tokens[start - 1].low in lex.words.auxiliaries:
        start -= 1  # "…, hatte X gesagt"
    return start > 0 and tokens[start - 1].low in (",", "–", "—") and not event.that


def _announced(prose: Prose, number: int, found: list[Attribution | None]) -> None:
    """As in "He said:" and the quotation in the next paragraph."""
    paragraph = prose.paragraphs[number]
    if number == 0 or not paragraph.sentences or not paragraph.quotes:
        return
    first = paragraph.sentences[0].tokens[0]
    if first.kind is not QUOTE or found[first.quote] is not None:
        return
    before = prose.paragraphs[number - 1]
    ending = before.sentences[-1].tokens if before.sentences else []
    sign = ending[-1].low if ending else ""
    if sign in _DASHES and len(ending) > 1 and ending[-2].low == ":":
        sign = ":"  # "said sternly:--"
    if sign in (":", ","):
        found[first.quote] = announcer(prose, before, cue=sign == ",")


_SIGNATURE: Final = 14
"""Tokens of a line that does nothing but name who said what stands above it."""


def _signed(prose: Prose, found: list[Attribution | None]) -> None:
    """As in a quotation alone in a paragraph, and "- Ana Ruiz, Port Linn" alone in the next."""
    for above, below in pairwise(prose.paragraphs):
        if not above.quotes or below.quotes or len(below.sentences) != 1 or found[above.quotes[-1]] is not None:
            continue
        tokens = below.sentences[0].tokens
        if tokens[0].low not in _DASHES or not prose.alone[above.quotes[-1]] or len(tokens) > _SIGNATURE:
            continue
        subject = after(tokens, 1, prose.lex.words, stop=prose.lex.verbs)
        if subject is not None and tokens[subject.first].capital:
            rest = tokens[subject.last :]
            if not rest or rest[0].low in (",", ".", "("):
                found[above.quotes[-1]] = Attribution(Rule.DASH, prose.mention(tokens, subject))


_DASHES: Final = frozenset({"-", "–", "—", "--", "―"})


def announcer(prose: Prose, before: Paragraph, *, cue: bool = False) -> Attribution | None:
    """Who speaks after a paragraph that ends with a colon; with ``cue``, only a verb of saying tells."""
    tokens, events = before.sentences[-1].tokens, before.events[-1]
    for event in reversed(events):
        attribution = _of_event(prose, tokens, event, Rule.ANNOUNCED)
        if attribution is not None:
            return attribution
    subject = None if cue else _person_before(prose, tokens, 0, len(tokens) - 1)
    return None if subject is None else Attribution(Rule.ANNOUNCED, prose.mention(tokens, subject))


def _go_on(prose: Prose, paragraph: Paragraph, found: list[Attribution | None]) -> None:
    """The next quotation of a paragraph, and one before the first cue, are the same speaker's."""
    last: Attribution | None = None
    waiting: list[int] = []
    for sentence, events in zip(paragraph.sentences, paragraph.events, strict=True):
        alone = all(token.kind is not WORD for token in sentence.tokens)
        reportive = any(token.low in prose.lex.words.reportive for token in sentence.tokens)
        for token in sentence.tokens:
            if token.kind is not QUOTE:
                continue
            if found[token.quote] is not None:
                last = Attribution(Rule.GOES_ON, same_as=root_of(found, token.quote))
                for number in waiting:
                    found[number] = last
                waiting = []
            elif last is not None and (bearer := bearer_of(prose, sentence.tokens, token)) is not None:
                found[token.quote] = Attribution(Rule.BEAT, bearer)
            elif last is not None and (alone or _is_whole(token) or reportive):
                if _addresses(prose, token.quote, last, found):
                    continue  # "“Nonsense, Fergus!”" is hardly Fergus's
                found[token.quote] = last
            elif last is None and alone:
                waiting.append(token.quote)
        if not any(token.kind is QUOTE for token in sentence.tokens):
            last = _reporter(prose, sentence.tokens, events) or _actor(prose, sentence.tokens) or last


def _addresses(prose: Prose, number: int, last: Attribution, found: Sequence[Attribution | None]) -> bool:
    """True if a quotation calls the one by name who would speak it."""
    one = last if last.same_as is None else found[last.same_as]
    if one is None or one.mention is None:
        return False
    called = prose.addressed_in(number)
    return bool(called) and any(word.lower() in called for word in one.mention.text.split())


def _actor(prose: Prose, tokens: Sequence[Token]) -> Attribution | None:
    """The person whom a sentence without speech is about, by name: what comes after it is likely his."""
    subject = main_subject(tokens, len(tokens), prose.lex)
    if subject is None or tokens[subject.last - 1].low not in prose.surnames:
        return None
    return Attribution(Rule.BEAT, prose.mention(tokens, subject))


def _reporter(prose: Prose, tokens: Sequence[Token], events: Sequence[Event]) -> Attribution | None:
    """Who is reported in a sentence without a quotation: the one that follows may be his."""
    for event in reversed(events[-_NEAR_CUES:]):
        source = event.order is Order.SOURCE and _names_somebody(tokens, event.subject, prose.lex)
        if source or (event.verb in prose.lex.saying and event.verb not in prose.lex.loose and event.subject):
            return Attribution(Rule.GOES_ON, prose.mention(tokens, event.subject))
    return None


def _names_somebody(tokens: Sequence[Token], phrase: Phrase | None, lex: Lexis) -> bool:
    """As in "nach Ansicht von Weber", not "nach Polizeiangaben": what follows may be his."""
    if phrase is None or not lex.words.verb_second:
        return False
    return not tokens[phrase.last - 1].low.endswith(lex.words.source_nouns)


def _is_whole(token: Token) -> bool:
    """True if the quotation is long enough, or ends as a sentence does."""
    return bool(token.ends) or token.end - token.start > 60


def _beat(prose: Prose, paragraph: Paragraph, found: list[Attribution | None]) -> None:
    """As in "Alice sighed. “…”": in a paragraph that has speech, the one who acts beside it speaks."""
    open_ones = [number for number in paragraph.quotes if found[number] is None]
    if not open_ones or len(paragraph.sentences) < 2:
        return
    for index, sentence in enumerate(paragraph.sentences):
        tokens = sentence.tokens
        whole = [token for token in tokens if token.kind is QUOTE and found[token.quote] is None]
        if not whole or any(token.kind is WORD for token in tokens):
            continue
        for near in (index - 1, index + 1):
            if not 0 <= near < len(paragraph.sentences):
                continue
            beside = paragraph.sentences[near].tokens
            subject = main_subject(beside, len(beside), prose.lex)
            if subject is None or not _acts(prose, beside, subject):
                continue
            if near > index and beside[subject.first].low in prose.lex.words.determiners:
                continue
            names = {token.low for token in beside[subject.first : subject.last]}
            for token in whole:
                if names.isdisjoint(prose.named_in(token.quote)):
                    found[token.quote] = Attribution(Rule.BEAT, prose.mention(beside, subject))
            break


def _acts(prose: Prose, tokens: Sequence[Token], subject: Phrase) -> bool:
    """True if the phrase can be a person: a pronoun for one, or a name."""
    first = tokens[subject.first]
    pronouns = prose.lex.words.pronouns
    if subject.last - subject.first == 1 and first.low in pronouns:
        return pronouns[first.low] in ("m", "f", "1")
    if gender_of(first.low) or first.low in prose.surnames:
        return True
    if first.capital and any(token.low in _SPEAKING for token in tokens[subject.last :]):
        return not is_small(first.low, prose.lex.words)
    # A capital at a sentence's start tells nothing.
    return any(token.capital for token in tokens[subject.first + (subject.first == 0) : subject.last])


_SPEAKING: Final = frozenset("speak speaks spoke speaking talk talked shout shouted whisper whispered".split())
_BEAT_WORDS: Final = 30
"""A paragraph of narration longer than this is no beat of the conversation."""


def _beats_before(prose: Prose, found: list[Attribution | None]) -> None:
    """As in "Alice sighed." alone in a paragraph, then speech without a cue: she speaks."""
    for before, paragraph in pairwise(prose.paragraphs):
        if len(before.sentences) != 1 or before.quotes or not paragraph.sentences:
            continue
        opener = paragraph.sentences[0].tokens[0]
        tokens = before.sentences[0].tokens
        if opener.kind is not QUOTE or found[opener.quote] is not None or len(tokens) > _BEAT_WORDS:
            continue
        if not any(token.kind is WORD and token.text.islower() for token in tokens):
            continue  # a heading
        subject = main_subject(tokens, len(tokens), prose.lex)
        if subject is None or not _acts(prose, tokens, subject) or subject.last == len(tokens):
            continue
        if not prose.named_in(opener.quote).isdisjoint(token.low for token in tokens[subject.first : subject.last]):
            continue
        found[opener.quote] = Attribution(Rule.BEAT, prose.mention(tokens, subject))
        for number in paragraph.quotes:
            if found[number] is None:
                found[number] = Attribution(Rule.GOES_ON, same_as=opener.quote)
