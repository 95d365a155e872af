"""A passage beside a cue that interrupts its sentence: what stands on the cue's other side, as if it stood next."""

from __future__ import annotations

from typing import Final

import attrs
import regex

from quotecheck.model import Span
from quotecheck.text.tokens import Tokens, tokenize

REACH: Final = 240
"""Code points on either side of a cue that are read."""
_OPEN, _CLOSE = '“"„«‘', '”"“»’'
_CUE: Final = rf"(?:[^{_OPEN}{_CLOSE}.!?;\n]|\n(?!\s*\n)|(?<=\b\p{{Lu}}\p{{Ll}}{{0,2}})\.){{3,90}}"
_INSIDE: Final = rf"[^{_OPEN}{_CLOSE}.!?;:\n]{{0,60}}"
# ,” she said, “if …: the sentence is not over on either side, so that a comma closes both, or none does at all.
_AFTER: Final = regex.compile(rf",?[{_CLOSE}]\s{{1,2}}(?:{_CUE}),\s[{_OPEN}](?=\p{{Ll}})")
_BEFORE: Final = regex.compile(rf"(?<=[,\p{{Ll}}])[{_CLOSE}]\s{{1,2}}(?:{_CUE}),\s[{_OPEN}]({_INSIDE})\Z")
_CONTRASTS: Final = regex.compile(r"(?:but|although|though|however|yet)\b")
_THAT: Final = regex.compile(r"that\b")
_ENDS: Final = regex.compile(r"[.!?…][”\"’»)]*\s|[“\"„«]|\n\s*\n")


@attrs.frozen(eq=False)
class Bridged:
    """A passage's sentence with the cue taken out.

    Attributes:
        tokens: The words before, of and behind the passage.
        start: First token of the passage.
        end: One past its last token.
        cuts: For each piece of the sentence, where it begins in ``tokens.content`` and in the source.
    """

    tokens: Tokens
    start: int
    end: int
    cuts: tuple[tuple[int, int], ...]

    def back(self, span: Span) -> Span:
        """The place in the source of a span of the sentence, as far as its piece goes."""
        at = max(index for index, (here, _) in enumerate(self.cuts) if here <= span.start)
        here, there = self.cuts[at]
        limit = self.cuts[at + 1][0] if at + 1 < len(self.cuts) else len(self.tokens.content)
        return Span(span.start - here + there, min(span.end, limit) - here + there)


def bridged(source: Tokens, start: int, end: int) -> Bridged | None:
    """The sentence of a passage that a cue parts from the rest of it; None if none does.

    Args:
        source: The source's tokens.
        start: First token of the passage.
        end: One past its last token.
    """
    content, whole = source.content, source.stretch(start, end)
    before = _BEFORE.search(content, max(0, whole.start - REACH), whole.start) if start else None
    after = _AFTER.match(content, whole.end, min(len(content), whole.end + REACH))
    if before is None and after is None:
        return None
    pieces: list[Span] = []
    if before is not None:
        pieces.append(Span(_sentence_start(content, before.start()), before.start()))
        if before.end(1) > before.start(1):
            pieces.append(Span(*before.span(1)))
    pieces.append(whole)
    if after is not None:
        pieces.append(Span(after.end(), _sentence_end(content, after.end())))
    return _joined(content, pieces, whole)


def _joined(content: str, pieces: list[Span], whole: Span) -> Bridged:
    text, cuts, low = "", [], 0
    for piece in pieces:
        if text:
            text = text.rstrip()
            if _THAT.match(content, piece.start):
                text = text.removesuffix(",")
            text += ", " if _CONTRASTS.match(content, piece.start) else " "
        if piece == whole:
            low = len(text)
        cuts.append((len(text), piece.start))
        text += piece.of(content)
    tokens = tokenize(text)
    first, past = tokens.between(Span(low, low + len(whole)))
    return Bridged(tokens, first, past, tuple(cuts))


def _sentence_start(content: str, at: int) -> int:
    low = max(0, at - REACH)
    ends = [match.end() for match in _ENDS.finditer(content, low, at)]
    return ends[-1] if ends else low


def _sentence_end(content: str, at: int) -> int:
    high = min(len(content), at + REACH)
    match = _ENDS.search(content, at, high)
    return match.start() if match else high
