"""Every claim of a draft: what it gives to somebody, and each sentence, or coordinate claim in one, besides.

What a sentence says is the draft's own claim, without marks and mostly without a speaker. Sentences that claim nothing
are statements too, which say why they are not checked.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from quotecheck.language.talk import talk_of
from quotecheck.model import Kind, NoClaim, Span, Statement, Text, Words
from quotecheck.speech.blocks import BlockKind
from quotecheck.speech.cited import cited
from quotecheck.speech.coordinate import Stretches, coordinate
from quotecheck.speech.focus import resolve
from quotecheck.speech.lexis import Lexis
from quotecheck.speech.paragraphs import Paragraph, Prose
from quotecheck.speech.prose import QUOTE, WORD, Token
from quotecheck.speech.said import Speech, read_speech
from quotecheck.speech.statements import extract, is_said, placed, said_in
from quotecheck.speech.turns import read_turns
from quotecheck.speech.unclaimed import no_claim
from quotecheck.text.sentences import sentences

HALF: Final = 0.5
"""Share of a claim's words from which on a quotation in it is the claim."""
_LINE_END: Final = re.compile("\n")
_ITEM: Final = re.compile(r"[ \t]*(?:[-*+•‣◦▪●–—]|\(?\d{1,3}[.)]|\(?[a-z]\))[ \t]")


def claims(text: Text) -> tuple[Statement, ...]:
    """All that a draft says, as statements.

    Args:
        text: A draft, or an answer.

    Returns:
        In order of place: the statements that ``extract`` finds and that somebody is said to have said, an indirect one
        for each other claim, and one with ``no_claim`` for each sentence that claims nothing. A transcript's turns stay
        what they are.
    """
    if read_turns(text):
        return extract(text)
    speech = read_speech(text)
    said = [_freed(one, speech.prose.lex) for one in said_in(text, speech) if is_said(one)]
    own = list(_Reader(text, speech, said).statements())
    order = [((one.start or 0, 0, -(one.end or 0)), one) for one in said]
    order += [((one.start or 0, 1, number), one) for number, one in enumerate(own)]
    return cited(text, [one for _, one in sorted(order, key=lambda pair: pair[0])])


def _freed(one: Statement, lex: Lexis) -> Statement:
    """As in "according to the document": what an answer rests on is no speaker."""
    words = (one.speaker or "").lower().split()
    documents = talk_of(lex.language).documents
    if not words or words[-1] not in documents or words[0] not in lex.words.determiners:
        return one
    return attrs.evolve(one, speaker=None)


class _Reader:
    def __init__(self, text: Text, speech: Speech, said: Sequence[Statement]) -> None:
        self.text, self.prose, self.lex = text, speech.prose, speech.prose.lex
        self.said = [one for one in said if not one.term]
        self.starts = [_whole(one).start for one in self.said]
        self.persons = _pronouns(speech)
        self.several = sum(len(one.sentences) for one in self.prose.paragraphs) > 1

    def statements(self) -> Iterator[Statement]:
        """The claims that nobody is said to have said, and the sentences that claim nothing."""
        for paragraph in self.prose.paragraphs:
            if paragraph.block.kind not in (BlockKind.PROSE, BlockKind.HEADING):
                continue
            tokens = [token for sentence in paragraph.sentences for token in sentence.tokens]
            for sentence, alone in _sentences(self.prose, paragraph, tokens):
                yield from self._sentence(sentence, alone, paragraph.block.kind is BlockKind.HEADING)

    def _sentence(self, tokens: Sequence[Token], alone: bool, heading: bool) -> Iterator[Statement]:
        if not any(token.kind is WORD for token in tokens):
            return
        bare = self._bare(tokens)
        why = no_claim(bare, alone and self.several, heading, self.lex)
        if why is not None:
            if not any(self._inside(tokens, ((0, len(tokens)),))):
                yield self._statement(tokens, ((0, len(tokens)),), why)
            return
        for stretches in coordinate(bare, self.lex):
            if not self._taken(bare, stretches):
                yield self._statement(bare, stretches)

    def _bare(self, tokens: Sequence[Token]) -> Sequence[Token]:
        """The tokens without what stands before the claim ("Note that", "However,") and without note numbers."""
        start = next((at for at, token in enumerate(tokens) if token.kind is not QUOTE and token.low != "["), 0)
        tokens = _without_notes(tokens)
        lows = " ".join(token.low for token in tokens[start : start + 7]).replace(" ,", ",")
        for opener in talk_of(self.lex.language).noting:
            if lows.startswith(f"{opener} "):
                past = start + len(opener.replace(",", " ,").split())
                return tokens[past:] if any(token.kind is WORD for token in tokens[past:]) else tokens
        return self._behind_source(tokens)

    def _behind_source(self, tokens: Sequence[Token]) -> Sequence[Token]:
        """The tokens behind "Based on the context," and its like."""
        comma = next((at for at, token in enumerate(tokens[:12]) if token.low == ","), None)
        if comma is None or not talk_of(self.lex.language).documents:
            return tokens
        lows = [token.low for token in tokens[:comma]]
        named = lows[-1:] and lows[-1] in talk_of(self.lex.language).documents
        if named and lows[0] in {"based", "according", "as", "in", "per", "from"} and comma + 1 < len(tokens):
            return tokens[comma + 1 :]
        return tokens

    def _inside(self, tokens: Sequence[Token], stretches: Stretches) -> Iterator[Statement]:
        """The statements that have words in some stretches."""
        if not tokens:
            return
        low, high = tokens[stretches[0][0]].start, tokens[stretches[-1][1] - 1].end
        at = max(0, bisect_left(self.starts, low) - _LOOK_BACK)
        for one in self.said[at:]:
            whole = _whole(one)
            if whole.start >= high:
                return
            if whole.end > low:
                yield one

    def _taken(self, tokens: Sequence[Token], stretches: Stretches) -> bool:
        """True if what is claimed there is given to somebody, or is a quotation for the most part."""
        first, last = stretches[-1]
        low, high = tokens[first].start, tokens[last - 1].end
        words = sum(token.end - token.start for token in tokens[first:last] if token.kind is not QUOTE) or 1
        for one in self._inside(tokens, (stretches[-1],)):
            named = [words for words in (one.mention, one.cue) if words is not None]
            if any(low <= mention.start < high for mention in named):
                return True
            held = sum(max(0, min(part.end, high) - max(part.start, low)) for part in one.parts)
            if held >= HALF * (words + held):
                return True
        return False

    def _statement(self, tokens: Sequence[Token], stretches: Stretches, why: NoClaim | None = None) -> Statement:
        parts = tuple(part for low, high in stretches for part in self._parts(tokens[low:high], why))
        whole = Span(parts[0].start, parts[-1].end)
        children = tuple(
            one
            for one in self._inside(tokens, stretches)
            if one.kind is Kind.DIRECT and any(part.start <= (one.start or 0) < part.end for part in parts)
        )
        held = [token for low, high in stretches for token in tokens[low:high] if token.kind is WORD]
        referents = tuple(
            Words(name, token.start, token.end) for token in held if (name := self.persons.get(token.start)) is not None
        )
        made = Statement(
            " ".join(part.of(self.text.content) for part in parts),
            kind=Kind.MIXED if children and why is None else Kind.INDIRECT,
            parts=parts,
            children=() if why is not None else children,
            referents=() if why is not None else referents,
            no_claim=why,
        )
        return placed(self.text, made) if whole else made

    def _parts(self, tokens: Sequence[Token], why: NoClaim | None) -> Iterator[Span]:
        """A stretch without the signs at its start, and without a comma at its end."""
        first, last = 0, len(tokens)
        while first < last - 1 and tokens[first].kind not in (WORD, QUOTE) and not _opens(tokens, first):
            first += 1
        while why is None and last > first + 1 and tokens[last - 1].low in (",", ";", ":"):
            last -= 1
        yield Span(tokens[first].start, tokens[last - 1].end)


_OPENING: Final = frozenset('$€£¥([+-−"')


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """True for a sign that belongs to the word behind it, as that of a currency does."""
    return tokens[at].low in _OPENING and tokens[at].end == tokens[at + 1].start


_LOOK_BACK: Final = 12
"""Statements before a place that may still reach it: they nest, and none is long."""


def _whole(one: Statement) -> Span:
    """A statement with the words that name its speaker and its cue."""
    spans = [*one.parts, *(words.span for words in (one.mention, one.cue) if words is not None)]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _sentences(prose: Prose, paragraph: Paragraph, tokens: Sequence[Token]) -> Iterator[tuple[Sequence[Token], bool]]:
    """The sentences of a paragraph, list items and lines of their own apart; True for one that is alone and no item."""
    span = paragraph.block.span
    content = span.of(prose.content)
    ends = [found.start() for found in _LINE_END.finditer(content)]
    at = 0
    for one in sentences(content):
        first = at
        while at < len(tokens) and tokens[at].start < span.start + one.end:
            at += 1
        number = bisect_left(ends, one.start)
        line = ends[number - 1] + 1 if number else 0
        end = ends[number] if number < len(ends) else len(content)
        alone = content[line:end].strip() == one.of(content) and _ITEM.match(content, line) is None
        if first < at:
            yield tokens[first:at], alone


def _without_notes(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens of a sentence without numbers of notes at its start and its end: "[1]"."""
    first, last = 0, len(tokens)
    while last - first > 3 and _is_note(tokens, first):
        first += 3
    while last - first > 3:
        end = last - 1 if tokens[last - 1].low in (".", "!", ",") and tokens[last - 2].low == "]" else last
        if not _is_note(tokens, end - 3):
            break
        last = end - 3
    return tokens[first:last]


def _is_note(tokens: Sequence[Token], at: int) -> bool:
    if at < 0 or at + 2 >= len(tokens) or tokens[at].low != "[" or tokens[at + 2].low != "]":
        return False
    return len(tokens[at + 1].low) <= 3


def _pronouns(speech: Speech) -> dict[int, str]:
    """Whom "he" and "she" stand for, by place: where a sentence before names the one."""
    prose = speech.prose
    mentions = [
        Words(token.text, token.start, token.end)
        for paragraph in prose.paragraphs
        for sentence in paragraph.sentences
        for token in sentence.tokens
        if token.kind is WORD and prose.lex.words.pronouns.get(token.low, "") in ("m", "f")
    ]
    if not mentions:
        return {}
    given = [*speech.attributions, *(clause for clause, _ in speech.reported)]
    known = [one.mention for one in given if one is not None and one.mention is not None]
    named = resolve(prose, [*mentions, *known])
    return {
        one.start: named[one.start]
        for one in mentions
        if named.get(one.start, one.text).lower() != one.text.lower() and named[one.start][:1].isupper()
    }
