"""Evidence made from a comparison: passages with selectors and places, and the edits between them."""

from __future__ import annotations

from typing import Final

from quotecheck.matching.compare import Comparison
from quotecheck.matching.differences import Difference, DifferenceKind
from quotecheck.model import Edit, Evidence, Op, Passage, Span, Text, VoiceKind
from quotecheck.verdicts.judge import Considered

CONTEXT: Final = 48
"""Code points of prefix and suffix, cut at a word's border where there is one."""

_OPS: Final = {DifferenceKind.ADDED: Op.INSERT, DifferenceKind.OMITTED: Op.DELETE}


def evidence_of(considered: Considered) -> Evidence:
    """The passages that a judgement rests on, and how the statement's words differ from theirs."""
    comparison = considered.comparison
    passages = passages_of(considered)
    edits = tuple(_edit(one, passages) for one in comparison.differences)
    return Evidence(passages=passages, score=round(comparison.score, 4), edits=edits)


def passages_of(considered: Considered) -> tuple[Passage, ...]:
    """The stretches of the source in which the statement's words stand."""
    comparison, attribution = considered.comparison, considered.attribution
    return tuple(
        passage(
            considered.text,
            whole_words(comparison, stretch),
            speaker=attribution.said_by,
            voice=attribution.kind,
        )
        for stretch in comparison.stretches
    )


def whole_words(comparison: Comparison, stretch: tuple[int, int]) -> Span:
    """A stretch of tokens as a span of the content."""
    return comparison.source.stretch(*stretch)


def passage(text: Text, span: Span, *, speaker: str | None = None, voice: VoiceKind | None = None) -> Passage:
    """A span of a source as a passage, with what stands around it and its place."""
    content = text.content
    return Passage(
        source=text.id,
        start=span.start,
        end=span.end,
        exact=span.of(content),
        prefix=_tail(content[max(0, span.start - CONTEXT) : span.start], whole=span.start <= CONTEXT),
        suffix=_head(content[span.end : span.end + CONTEXT], whole=span.end + CONTEXT >= len(content)),
        place=text.place(span.start),
        file=text.origin.file_ranges(span),
        speaker=speaker,
        voice=voice,
    )


def _tail(words: str, *, whole: bool) -> str:
    cut = words.find(" ")
    return words if whole or cut < 0 else words[cut + 1 :]


def _head(words: str, *, whole: bool) -> str:
    cut = words.rfind(" ")
    return words if whole or cut < 0 else words[:cut]


def _edit(one: Difference, passages: tuple[Passage, ...]) -> Edit:
    index = 0
    for at, candidate in enumerate(passages):
        if candidate.start <= one.source.start:
            index = at
    op = _OPS.get(one.kind, Op.REPLACE)
    if op is Op.REPLACE and one.first == one.past and one.kind is not DifferenceKind.MARKS:
        op = Op.DELETE
    elif op is Op.REPLACE and one.start == one.end and one.kind is not DifferenceKind.MARKS:
        op = Op.INSERT
    return Edit(op=op, statement=one.statement, passage=index, source=one.source)
