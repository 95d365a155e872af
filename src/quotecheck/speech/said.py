"""What a text of running prose says that somebody said: quotations with their speakers, joined and told from terms."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

import attrs

from quotecheck.language.guess import language_of
from quotecheck.model import Span, Text, Words
from quotecheck.speech.attributed import Attribution, Rule, root_of
from quotecheck.speech.attribution import attribute, attribute_inside
from quotecheck.speech.blocks import Blocks, read_blocks
from quotecheck.speech.dashes import dashed
from quotecheck.speech.dialogue import converse, is_story, is_talk
from quotecheck.speech.focus import resolve
from quotecheck.speech.indirect import Reported, reported
from quotecheck.speech.lexis import Lexis, lexis
from quotecheck.speech.marks import Quotation, pair_marks
from quotecheck.speech.paragraphs import Prose, take_apart
from quotecheck.speech.prose import QUOTE, SIGN, WORD, Token
from quotecheck.speech.shared import share
from quotecheck.speech.signatures import block_quotations
from quotecheck.speech.story import fill_in, read_story
from quotecheck.speech.terms import is_name, names_in

_TERM_WORDS: Final = 6
_JOINED: Final = re.compile(r"\A-(?:t-)?(?=\w)")
"""The hyphen with which a pronoun is written to its verb ("a-t-elle dit")."""


@attrs.frozen
class Inner:
    """A quotation in a quotation that is given to somebody.

    Attributes:
        quotation: The inner one.
        outer: Number of the quotation it stands in.
        attribution: Who says it.
        speaker: His name.
    """

    quotation: Quotation
    outer: int
    attribution: Attribution
    speaker: str | None


@attrs.frozen
class Block:
    """A block quotation.

    Attributes:
        parts: Its lines, without their signs and without a last line that names the speaker.
        attribution: Who says it; None if nothing tells.
        speaker: His name.
    """

    parts: tuple[Span, ...]
    attribution: Attribution | None
    speaker: str | None


@attrs.define
class Speech:
    """Everything that a text says somebody said, before it is turned into statements or voices."""

    prose: Prose
    attributions: list[Attribution | None]
    speakers: list[str | None]
    inner: tuple[Inner, ...]
    blocks: tuple[Block, ...]
    talk: bool
    reported: tuple[tuple[Reported, str | None], ...]
    named: frozenset[str] = frozenset()
    rivals: Mapping[int, tuple[str, ...]] = attrs.field(factory=dict)
    """For quotations of a story, by number: others who may be the speaker."""
    others: Mapping[int, tuple[str, ...]] = attrs.field(factory=dict)
    """Likewise those who are surely not."""


@attrs.frozen
class Marked:
    """A text's blocks and the quotations in it, before anybody is asked who says them.

    Attributes:
        blocks: Its blocks.
        lex: The language it is read in.
        outer: The quotations that stand in no other, in order.
        every: Those, and the ones inside them.
    """

    blocks: Blocks
    lex: Lexis
    outer: tuple[Quotation, ...]
    every: tuple[Quotation, ...]


def read_marks(text: Text) -> Marked:
    """The quotations of a text of running prose, in marks and behind dashes."""
    blocks = read_blocks(text)
    language = language_of(blocks.shadow, text.language)
    every = pair_marks(blocks.shadow, language=language)
    lex = lexis(language)
    outer = tuple(one for one in every if one.level == 0)
    dashes = dashed(blocks.shadow, blocks.blocks, lex)
    if dashes:
        outer = _merged(outer, dashes)
        kept = {one.outer for one in outer}
        every = tuple(sorted([*dashes, *(one for one in every if one.outer in kept or one.level)], key=_start))
    return Marked(blocks, lex, outer, every)


def read_speech(text: Text, marks: Marked | None = None) -> Speech:
    """Take a text of running prose apart and attribute its quotations.

    Args:
        text: The text.
        marks: Its quotations, if they were read already.
    """
    found = read_marks(text) if marks is None else marks
    blocks, lex, outer, marked = found.blocks, found.lex, found.outer, found.every
    prose = take_apart(text.content, blocks.shadow, blocks.blocks, outer, lex)
    attributions = attribute(prose)
    clauses = reported(prose)
    share(prose, attributions, clauses)
    block_quotes = list(block_quotations(prose))
    given = [*attributions, *clauses, *(attribution for _, attribution in block_quotes)]
    mentions = [one.mention for one in given if one is not None and one.mention]
    story = read_story(prose, attributions, mentions) if lex.language == "en" and is_story(prose) else None
    shown = resolve(prose, mentions) if story is None else story.names
    names = {start: _JOINED.sub("", name) for start, name in shown.items()}
    speakers, reporters = _resolve(prose, attributions, clauses, names)
    if story is None:
        converse(prose, attributions, speakers)
    else:
        fill_in(prose, story, attributions, speakers)
    inner = tuple(_inner(prose, marked))
    quoted_blocks = tuple(Block(parts, one, _named(one, names)) for parts, one in block_quotes)
    told = tuple(zip(clauses, reporters, strict=True))
    terms = names_in(prose, range(len(outer)))
    unsure, others = ({}, {}) if story is None else (story.rivals, story.others)
    return Speech(prose, attributions, speakers, inner, quoted_blocks, is_talk(prose), told, terms, unsure, others)


def _named(one: Attribution | None, names: Mapping[int, str]) -> str | None:
    if one is None or one.mention is None:
        return None
    return names.get(one.mention.start) or " ".join(one.mention.text.split())


def _start(one: Quotation) -> int:
    return one.outer.start


def _merged(marked: Sequence[Quotation], dashes: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """Quotations in marks and behind dashes, in order; marks inside a dashed speech belong to it."""
    starts = [one.outer.start for one in dashes]
    free = []
    for one in marked:
        index = bisect_right(starts, one.outer.start) - 1
        if index < 0 or dashes[index].outer.end <= one.outer.start:
            free.append(one)
    return tuple(sorted([*free, *dashes], key=_start))


def _inner(prose: Prose, marked: Sequence[Quotation]) -> Iterator[Inner]:
    """The quotations of the second level that somebody is said to have said."""
    held: dict[int, list[Quotation]] = {}
    outer = -1
    for one in marked:
        if one.level == 0:
            outer += 1
        elif one.level == 1:
            held.setdefault(outer, []).append(one)
    for number, inside in held.items():
        found = attribute_inside(prose, prose.quotations[number].inner, inside)
        for quotation, attribution in zip(inside, found, strict=True):
            if attribution is not None:
                mention = attribution.mention
                yield Inner(quotation, number, attribution, " ".join(mention.text.split()) if mention else None)


def _resolve(
    prose: Prose,
    attributions: Sequence[Attribution | None],
    clauses: Sequence[Reported],
    named: Mapping[int, str],
) -> tuple[list[str | None], list[str | None]]:
    """The speakers of quotations and of reported clauses, resolved in the order in which the mentions stand."""
    speakers: list[str | None] = [None] * len(attributions)
    reporters: list[str | None] = [None] * len(clauses)
    for number, one in enumerate(attributions):
        if one is not None and one.same_as is None and one.mention is not None:
            speakers[number] = named[one.mention.start]
    for number in range(len(attributions)):
        speakers[number] = speakers[root_of(attributions, number)]
    for number, clause in enumerate(clauses):
        if clause.mention is not None:
            reporters[number] = named[clause.mention.start]
        elif clause.continues:
            reporters[number] = _last_before(prose, clause, speakers, clauses, reporters, number)
    return speakers, reporters


def _last_before(
    prose: Prose,
    clause: Reported,
    speakers: Sequence[str | None],
    clauses: Sequence[Reported],
    reporters: Sequence[str | None],
    number: int,
) -> str | None:
    """Who spoke last before a clause that goes on without a cue."""
    start = clause.parts[0].start
    index = bisect_left(prose.quotations, start, key=lambda one: one.outer.start) - 1
    quoted = prose.quotations[index].outer.start if index >= 0 else -1
    if number and clauses[number - 1].parts[0].start > quoted:
        return reporters[number - 1]
    return speakers[index] if index >= 0 else None


def joined(speech: Speech) -> list[list[int]]:
    """The numbers of the quotations, those of one interrupted utterance together."""
    groups: list[list[int]] = []
    follows = _follows(speech)
    for number in range(len(speech.prose.quotations)):
        if groups and number in follows and groups[-1][-1] == number - 1:
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups


def _follows(speech: Speech) -> set[int]:
    """Quotations that go on with the one before, with nothing but its attribution in between."""
    found: set[int] = set()
    for paragraph in speech.prose.paragraphs:
        for index, sentence in enumerate(paragraph.sentences):
            quotes = [at for at, token in enumerate(sentence.tokens) if token.kind is QUOTE]
            for left, right in pairwise(quotes):
                if _interrupts(speech, sentence.tokens, left, right):
                    found.add(sentence.tokens[right].quote)
            if index and sentence.tokens[0].kind is QUOTE:
                before = paragraph.sentences[index - 1].tokens
                if _goes_on(speech, before, sentence.tokens[0]):
                    found.add(sentence.tokens[0].quote)
    return found


def _interrupts(speech: Speech, tokens: Sequence[Token], left: int, right: int) -> bool:
    """As in "“A,” X said, “B”": both by the same cue, which stands between them."""
    one, other = speech.attributions[tokens[left].quote], speech.attributions[tokens[right].quote]
    if one is None or other is None or one.rule is not Rule.AFTER or one.cue is None:
        return False
    if left + 1 >= right or tokens[right - 1].kind is WORD:
        return False
    return one.cue == other.cue


def _goes_on(speech: Speech, before: Sequence[Token], token: Token) -> bool:
    """As in "“A,” X said. “B.”": the next sentence begins with a quotation that has no cue of its own."""
    other = speech.attributions[token.quote]
    last = next((one for one in reversed(before) if one.kind is QUOTE), None)
    if other is None or last is None or other.rule is not Rule.GOES_ON or other.same_as != last.quote:
        return False
    if next(one for one in before if one.kind is not SIGN) is not last:
        return False
    one = speech.attributions[last.quote]
    return one is not None and one.rule is Rule.AFTER


def is_term(speech: Speech, number: int) -> bool:
    """True if marks stand round a term or a title that nobody is said to have said."""
    prose = speech.prose
    words = prose.quotations[number].inner.of(prose.shadow).split()
    attribution = speech.attributions[number]
    if not words:
        return True
    if prose.lex.words.nouns_capital and is_name(prose, number, attribution, speech.named):
        return True
    ends = words[-1][-1]
    whole = len(words) > 1 and ends in ".!?…,"
    if len(words) > _TITLE_WORDS or prose.alone[number] or (whole and attribution is not None):
        return False
    strong = attribution is not None and attribution.rule is not Rule.SCOPE
    if _is_apposed(prose, number, words) and not (strong and attribution and attribution.rule in _BY_SIGN):
        return True
    if strong:
        return False
    if speech.talk and attribution is not None and len(words) <= _STORY_TERM and words[-1][-1] not in ".!?":
        # A story's narrator puts marks round a word of his own more often than he quotes one within a clause.
        return True
    named = _is_title(words, prose.lex)
    if attribution is not None:
        return named and not _is_naming(prose, number, attribution.cue)
    return not whole and (named or (len(words) <= _TERM_WORDS and not _sounds_said(words, prose.lex)))


_STORY_TERM: Final = 2
_TITLE_WORDS: Final = 9
_NAME_WORDS: Final = 4
_BY_SIGN: Final = frozenset({Rule.COLON, Rule.DASH, Rule.ANNOUNCED})


def _is_apposed(prose: Prose, number: int, words: Sequence[str]) -> bool:
    """As in "the film “…”": in a language that writes nouns with capitals, marks right after a noun hold its name."""
    before = prose.before[number]
    if before is None or before.kind is not WORD or not before.capital or not words:
        return False
    if not prose.lex.words.nouns_capital or before.low in prose.lex.nouns or before.low in prose.lex.words.prepositions:
        return False
    if words[0][:1].islower() or words[-1][-1] in ".!?…,":
        return False
    # "das System „Ende der Woche noch unklar“": a name ends with a noun.
    clause = len(words) > _NAME_WORDS and words[-1][:1].islower()
    return before.low not in prose.lex.words.pronouns and not clause


def _is_naming(prose: Prose, number: int, cue: Words | None) -> bool:
    """As in "as “…”", "a “…”": what is quoted is what somebody calls something."""
    before = prose.before[number]
    if before is None or before.low not in prose.lex.words.calling:
        return False
    if not prose.lex.words.nouns_capital or before.low not in prose.lex.words.by:
        return True
    # "sprach von „Panik“" calls something so; "der Leiter von „Merkur“" does not.
    return cue is not None and any(word in prose.lex.words.naming for word in cue.text.lower().split())


def _is_title(words: Sequence[str], lex: Lexis) -> bool:
    """Names and titles: every longer word with a capital."""
    if lex.words.nouns_capital:
        return bool(words) and all(not word[:1].islower() or word.lower() in lex.words.particles for word in words)
    longer = [word for word in words if len(word) > 3]
    return bool(longer) and all(not word[:1].islower() for word in longer)


def _sounds_said(words: Sequence[str], lex: Lexis) -> bool:
    """A clause or a piece of one, not a noun with its adjectives: somebody's words, though nobody is named."""
    if lex.words.nouns_capital and (words[0][:1].islower() or words[-1][:1].islower()):
        return True
    lows = [word.lower().strip(".,;:") for word in words]
    if len(lows) < 2:
        return False
    small = lex.words
    opener = lows[0]
    if opener in small.prepositions or opener in small.inner_prepositions or opener in small.conjunctions:
        return True
    return any(low in small.auxiliaries or (low in small.pronouns and low not in small.determiners) for low in lows)


def trim(content: str, span: Span) -> Span:
    """The span without white space at its ends."""
    start, end = span.start, span.end
    while start < end and content[start].isspace():
        start += 1
    while end > start and content[end - 1].isspace():
        end -= 1
    return Span(start, end)
