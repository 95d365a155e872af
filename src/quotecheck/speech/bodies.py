"""Where a turn's words end, and what stands among them that nobody says. Who says them is not asked here."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

import attrs

from quotecheck.model import Span
from quotecheck.speech.headings import CLOSING_HEADINGS, STAGE_OPENERS
from quotecheck.text.furniture import Furniture, FurnitureKind

_BLANK = re.compile(r"\n[ \t\r\f\v\xa0]*\n\s*")
_LONGEST_ASIDE = 1200  # code points
_EDGE = " \t\r\n\f\v\xa0*_"
_STAMP_LINE = re.compile(
    r"[\[(<]?(?:\d{1,3}[: ]\d{2}(?:[: ]\d{2}){0,2}(?:[.,;]\d{1,3})?)"
    r"(?:[ \t]{0,9}(?:-->|[-–—])[ \t]{0,9}[\d:.,; ]{4,14})?[\])>]?"
    r"(?:[ \t]{0,9}[AaPp]\.?[Mm]\.?(?:[ \t]{1,9}[A-Z]{2,4})?)?$"
)
_HEADING = re.compile(
    r"(?:ACT|SCENE|Act|Scene|CHAPTER|Chapter|PART|PROLOGUE|EPILOGUE|END|FINIS"
    r"|THE END|AKT|SZENE|ACTE|ACTO|ESCENA)\b[^\n]{0,80}$|#{1,6} |[*\-_=~#][*\-_=~# ]{2,}$"
)
_CAPTION = re.compile(r"[^\n]{0,200}\b(?i:Image|Photo|Picture|Foto|Bild|Credit)s?(?: by)?: [^\n]{1,60}$")
_PULL_QUOTE = re.compile(r"[\"“„«][^\n]{1,600}[\"”“»][ \t]*[—–-]{1,2}[ \t]?[A-Z][^\n]{0,200}$")
_DIRECTION = re.compile(r"[\[(][^\[\]()\n]*(?:\n[^\[\]()\n]+){0,4}[\])][.]?$")
_OPENING = re.compile(r"_?([A-Za-z-]{4,10})[ .,]")


def body_of(content: str, start: int, limit: int) -> Span | None:
    """From the first word said to the last.

    Args:
        content: A text's content.
        start: Where words can begin: the end of the label.
        limit: Where the next turn's line begins.

    Returns:
        The words' span without the headings, directions, captions and times that stand after them; None if nobody
        says anything there.
    """
    start, end = _trimmed(content, start, _closed(content, start, limit))
    while start < end:
        last = _last_paragraph(content, start, end)
        if not _is_aside(content[last:end].strip(_EDGE), first=last == start):
            last = _headed(content, start, last, end)
            if last == end:
                break
        start, end = _trimmed(content, start, last)
    return Span(start, end) if start < end else None


@attrs.frozen
class Notes:
    """What nobody says in a text: stage directions, times, line numbers, page marks; in order of place.

    Attributes:
        spans: Where they stand.
    """

    spans: tuple[Span, ...]

    @classmethod
    def of(cls, pieces: Iterable[Furniture]) -> Notes:
        """Those of a text whose furniture is given, in order of place."""
        return cls(tuple(piece.span for piece in pieces if piece.kind is not FurnitureKind.REFERENCE))

    def inside(self, span: Span) -> tuple[Span, ...]:
        """Those that lie inside a span."""
        first = bisect_left(self.spans, span.start, key=lambda note: note.start)
        past = first
        while past < len(self.spans) and self.spans[past].end <= span.end:
            past += 1
        return self.spans[first:past]

    def spoken(self, content: str, span: Span) -> Span | None:
        """A span without the notes at its two ends; None if nothing else is in it."""
        start, end = span.start, span.end
        inside = list(self.inside(span))
        while inside and inside[0].start == start:
            start, end = _trimmed(content, inside.pop(0).end, end)
        while inside and inside[-1].end == end and start < end:
            start, end = _trimmed(content, start, inside.pop().start)
        return Span(start, end) if start < end else None


def _trimmed(content: str, start: int, end: int) -> tuple[int, int]:
    while start < end and content[start] in _EDGE:
        start += 1
    while end > start and content[end - 1] in _EDGE:
        end -= 1
    return start, end


def _last_paragraph(content: str, start: int, end: int) -> int:
    """Where the last paragraph begins; ``start`` if it is the first, or too long to be anything but speech."""
    line = content.rfind("\n", start, end) + 1
    # A time or a direction can stand on the last line with no blank line before it.
    if line > start and end - line < _LONGEST_ASIDE:
        words = content[line:end].strip()
        if _STAMP_LINE.match(words) or _DIRECTION.match(words):
            return line
    at = line - 1
    while at >= max(start, end - _LONGEST_ASIDE):
        before = content.rfind("\n", start, at)
        if not content[max(before, start) : at].strip():
            return at + 1
        at = before
    return start


def _headed(content: str, start: int, last: int, end: int) -> int:
    """Where a heading begins that a short last line (a caption) stands under; ``end`` if there is none."""
    line = content[last:end].strip(_EDGE)
    above = _trimmed(content, start, last)[1]
    heading = _last_paragraph(content, start, above)
    if last == start or heading == start or "\n" in line or len(line.split()) > 12:
        return end
    return heading if _is_heading(content[heading:above].strip(_EDGE)) else end


def _is_aside(block: str, first: bool) -> bool:
    if not block or _STAMP_LINE.match(block) or _DIRECTION.match(block):
        return True
    if first:
        return False
    opening = _OPENING.match(block)
    if opening and opening[1].casefold() in STAGE_OPENERS and len(block) < 300:
        return True
    return bool(_HEADING.match(block) or _CAPTION.match(block) or _PULL_QUOTE.match(block)) or _is_heading(block)


def _is_heading(block: str) -> bool:
    """One short line that opens with a capital and ends in no stop: the next part's heading."""
    if "\n" in block or len(block) > 80 or not block[0].isupper():
        return False
    return block[-1] not in ".?!…:;,\"'”’»-–—)]" and len(block.split()) <= 10


def _closed(content: str, start: int, limit: int) -> int:
    """Where a turn ends at the latest: before a heading such as "Sources"."""
    for blank in _BLANK.finditer(content, start, limit):
        stop = content.find("\n", blank.end(), min(limit, blank.end() + 40))
        line = content[blank.end() : stop if stop >= 0 else min(limit, blank.end() + 40)]
        if line.strip("# *_:\r").casefold() in CLOSING_HEADINGS:
            return blank.start()
    return limit
