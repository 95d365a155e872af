"""Who says a block quotation: a line "— X" in it or under it, or the paragraph before. Marks are not looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from quotecheck.model import Span
from quotecheck.speech.attributed import Attribution, Rule
from quotecheck.speech.attribution import announcer
from quotecheck.speech.blocks import BlockKind
from quotecheck.speech.paragraphs import Prose
from quotecheck.speech.phrases import after
from quotecheck.speech.prose import sentences_of

_SIGNED: Final = re.compile(r"[ \t]*(?:—|–|―|--|-)[ \t]*(?=\w)")

LONGEST_SIGNATURE: Final = 100
"""Code points of a line that may sign the block quotation above it."""


def block_quotations(prose: Prose) -> Iterator[tuple[tuple[Span, ...], Attribution | None]]:
    """The block quotations, with who says them: a last line "— X", or the paragraph before.

    Args:
        prose: The text.

    Yields:
        The lines of each that are the speaker's, and the attribution, if there is one.
    """
    for number, paragraph in enumerate(prose.paragraphs):
        if paragraph.block.kind is not BlockKind.QUOTE or not paragraph.block.lines:
            continue
        lines = paragraph.block.lines
        signature = _signature(prose, lines[-1])
        if signature is not None and len(lines) > 1:
            yield lines[:-1], signature
            continue
        signature = _signed_below(prose, number + 1)
        if signature is not None:
            yield lines, signature
            continue
        before = prose.paragraphs[number - 1] if number else None
        announced = None
        if before is not None and before.sentences:
            announced = announcer(prose, before, cue=before.sentences[-1].tokens[-1].low != ":")
        yield lines, announced


def _signed_below(prose: Prose, number: int) -> Attribution | None:
    """A paragraph of one line that is a signature and no more: "— Ben Cole, mayor of Lund"."""
    if number >= len(prose.paragraphs):
        return None
    block = prose.paragraphs[number].block
    words = prose.shadow[block.span.start : block.span.end]
    if block.kind is not BlockKind.PROSE or len(words) > LONGEST_SIGNATURE or "\n" in words or words[-1] in ".!?…:,;":
        return None
    return _signature(prose, block.span)


def _signature(prose: Prose, line: Span) -> Attribution | None:
    sign = _SIGNED.match(prose.shadow, line.start, line.end)
    if sign is None:
        return None
    sentence = next(sentences_of(prose.shadow, sign.end(), line.end, (), prose.lex.words, prose.lex.saying), None)
    subject = after(sentence.tokens, 0, prose.lex.words, stop=prose.lex.verbs) if sentence is not None else None
    if sentence is None or subject is None:
        return None
    return Attribution(Rule.DASH, prose.mention(sentence.tokens, subject))
