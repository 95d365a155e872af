"""A text of running prose taken apart: paragraphs in sentences with their cues, and what stands round quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from quotecheck.language.given_names import gender_of
from quotecheck.model import Words
from quotecheck.speech.blocks import Block, BlockKind
from quotecheck.speech.cues import Event, events_of
from quotecheck.speech.lexis import Lexis
from quotecheck.speech.marks import Quotation
from quotecheck.speech.moods import is_reportive
from quotecheck.speech.phrases import Phrase, is_small
from quotecheck.speech.prose import QUOTE, WORD, Sentence, Stretch, Token, sentences_of

_CAPITAL: Final = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’']{2,}(?<!’s)(?<!'s)")
_INTRODUCES: Final = re.compile(r"\b(?:I am|I'm|I’m|name is|name's|ich bin|Ich bin|je suis|soy)\b")
_ADDRESSED: Final = re.compile(r"(?:,[ \n]|^)(?:(?:my )?dear )?([A-Z][\w-]{2,})(?=[!?]|[,.](?:[ \n]|$))")
_LOOKED_THROUGH: Final = 2000
"""Code points of a quotation in which names are looked for."""


@attrs.define
class Paragraph:
    """One block in sentences, with the cues of each."""

    block: Block
    sentences: list[Sentence]
    events: list[tuple[Event, ...]]
    quotes: list[int]
    """Numbers of the quotations in it, in order."""


@attrs.define
class Prose:
    """A text taken apart: what attribution, statements and voices work on."""

    content: str
    shadow: str
    lex: Lexis
    quotations: tuple[Quotation, ...]
    paragraphs: list[Paragraph]
    before: list[Token | None]
    """For each quotation, the word or sign right before it in its sentence."""
    alone: list[bool]
    """For each quotation, whether its sentence has no other words."""
    mood: list[bool] = attrs.field(factory=list)
    """For each quotation, whether a verb of its sentence has the mood of reported speech."""
    surnames: frozenset[str] = frozenset()
    """Last names that stand after a given name somewhere in the text, lower-cased."""
    report: bool | None = None
    """Whether it is a report and no story; None until somebody asks."""

    def named_in(self, number: int) -> frozenset[str]:
        """Words with a capital in a quotation, lower-cased: people seldom say their own names ("I am X" apart)."""
        inner = self.quotations[number].inner
        words = self.shadow[inner.start : min(inner.end, inner.start + _LOOKED_THROUGH)]
        if _INTRODUCES.search(words):
            return frozenset()
        return frozenset(word.lower() for word in _CAPITAL.findall(words))

    def addressed_in(self, number: int) -> frozenset[str]:
        """Names that a quotation calls out, lower-cased: with a sign on either side ("Nonsense, Fergus!")."""
        inner = self.quotations[number].inner
        words = self.shadow[inner.start : min(inner.end, inner.start + _LOOKED_THROUGH)]
        return frozenset(word.lower() for word in _ADDRESSED.findall(words))

    def words(self, tokens: Sequence[Token], first: int, last: int) -> Words:
        """The words of a range of tokens."""
        start, end = tokens[first].start, tokens[last - 1].end
        return Words(self.content[start:end], start, end)

    def mention(self, tokens: Sequence[Token], phrase: Phrase | None) -> Words | None:
        """The words of a phrase."""
        return None if phrase is None else self.words(tokens, phrase.first, phrase.last)


def take_apart(
    content: str, shadow: str, blocks: Sequence[Block], quotations: tuple[Quotation, ...], lex: Lexis
) -> Prose:
    """Blocks into sentences with their cues.

    Args:
        content: The text's content.
        shadow: The same, masked.
        blocks: Its blocks, block quotations among them (they have no sentences of their own here).
        quotations: The quotations of the outer level, in order.
        lex: The language.
    """
    stretches = stretches_of(shadow, quotations)
    paragraphs: list[Paragraph] = []
    at = 0
    for block in blocks:
        while at < len(stretches) and stretches[at].end <= block.span.start:
            at += 1
        inside: list[Stretch] = []
        while at < len(stretches) and stretches[at].start < block.span.end:
            inside.append(stretches[at])
            at += 1
        if block.kind is BlockKind.QUOTE:
            paragraphs.append(Paragraph(block, [], [], []))
            continue
        sentences = list(sentences_of(shadow, block.span.start, block.span.end, inside, lex.words, lex.saying))
        if len(sentences) <= 2 and lex.language == "en":
            for sentence in sentences:
                _lower_title(sentence.tokens, lex)
        events = [events_of(sentence.tokens, lex) for sentence in sentences]
        paragraphs.append(Paragraph(block, sentences, events, [stretch.quote for stretch in inside]))
    prose = Prose(content, shadow, lex, quotations, paragraphs, [None] * len(quotations), [False] * len(quotations))
    prose.mood = [False] * len(quotations)
    _see_surroundings(prose)
    prose.surnames = frozenset(_surnames(paragraphs, lex))
    return prose


_TITLE: Final = 0.8
"""Share of the longer words with a capital from which on a line is written as titles are."""


def _lower_title(tokens: Sequence[Token], lex: Lexis) -> None:
    """In a line that is written as titles are, a capital tells no name: words that are verbs or small lose it."""
    longer = [token for token in tokens if token.kind is WORD and len(token.low) > 3]
    if len(longer) < _TITLE_WORDS or sum(token.capital for token in longer) < _TITLE * len(longer):
        return
    for token in tokens:
        low = token.low
        if token.capital and (low in lex.verbs or low in lex.attitudes.heads or is_small(low, lex.words)):
            token.capital = False


_TITLE_WORDS: Final = 4


def _surnames(paragraphs: Sequence[Paragraph], lex: Lexis) -> Iterator[str]:
    for paragraph in paragraphs:
        for sentence in paragraph.sentences:
            given = False
            if not any([token.capital for token in sentence.tokens]):
                continue
            for token in sentence.tokens:
                if token.capital and token.kind is WORD:
                    if given:
                        yield token.low.removesuffix("'s")
                    given = bool(gender_of(token.low)) or (given and len(token.low) <= 2)
                elif given and token.low != "." and token.low not in lex.words.particles:
                    given = False


def _see_surroundings(prose: Prose) -> None:
    for paragraph in prose.paragraphs:
        if not paragraph.quotes:
            continue
        for sentence in paragraph.sentences:
            alone = all(token.kind is not WORD for token in sentence.tokens)
            mood = any(token.kind is QUOTE for token in sentence.tokens) and is_reportive(sentence.tokens, prose.lex)
            for at, token in enumerate(sentence.tokens):
                if token.kind is QUOTE:
                    prose.alone[token.quote] = alone
                    prose.mood[token.quote] = mood
                    prose.before[token.quote] = sentence.tokens[at - 1] if at else None


def stretches_of(shadow: str, quotations: Sequence[Quotation]) -> list[Stretch]:
    found: list[Stretch] = []
    for number, quotation in enumerate(quotations):
        opening = quotation.inner.start - quotation.outer.start
        for index, part in enumerate(quotation.parts):
            last = index == len(quotation.parts) - 1
            start = quotation.outer.start if index == 0 else part.start - opening
            end = quotation.outer.end if last else part.end
            closing = shadow[part.start : part.end].rstrip(" *_\ue000")[-1:]
            found.append(Stretch(start, end, number, closing if closing and closing in ".!?…" else "", closing == ","))
    return found
