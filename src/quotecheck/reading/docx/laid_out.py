"""Paragraphs, rows and notes to one content with its block quotations. No XML is read here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

import attrs

from quotecheck.model.spans import Span
from quotecheck.model.verdicts import Zone
from quotecheck.reading.docx.body import Paragraph, Row, flattened
from quotecheck.reading.docx.styles import Role, Styles

_BETWEEN: Final = "\n\n"
_INDENTED: Final = 360  # twentieths of a point: a quarter of an inch sets a paragraph off
_ZONES: Final = {Role.TITLE: Zone.HEADLINE, Role.HEADING: Zone.HEADLINE, Role.CAPTION: Zone.CAPTION}
_LONGEST_LABEL: Final = 60  # code points of a cell that can name who says what stands in the next


@attrs.frozen
class LaidOut:
    """What stands to be read.

    Attributes:
        content: The paragraphs, an empty line between them.
        quotations: The block quotations.
        paragraphs: (content offset, number from 1).
        opening: The first paragraphs, each with what its style says.
        stressed: What is in italics or bold.
        zones: Headings and captions.
        points: (content offset, what stands there, its id): notes, and where comments and links begin and end.
    """

    content: str
    quotations: tuple[Span, ...]
    paragraphs: tuple[tuple[int, int], ...]
    opening: tuple[tuple[str, Role | None], ...]
    stressed: tuple[Span, ...] = ()
    zones: tuple[tuple[Span, Zone], ...] = ()
    points: tuple[tuple[int, str, str], ...] = ()


@attrs.frozen
class _Line:
    """Paragraphs that are read as one: their text, what their style says, whether they are a block quotation.

    Attributes:
        parts: (offset in the text, paragraph) of each; a row of a table has several.
    """

    text: str
    role: Role | None = None
    quoted: bool = False
    parts: tuple[tuple[int, Paragraph], ...] = ()

    def points(self, at: int) -> Iterator[tuple[int, str, str]]:
        """What stands in it, counted from the content offset ``at`` of its beginning."""
        for start, paragraph in self.parts:
            inside = _bounded(paragraph)
            for offset, kind, name in paragraph.points:
                yield at + start + inside(offset), kind, name

    def stressed(self, at: int) -> Iterator[Span]:
        """What is in italics or bold, counted likewise."""
        for part, paragraph in self.parts:
            inside = _bounded(paragraph)
            for start, end in paragraph.stressed:
                low, high = part + inside(start), part + inside(end)
                if self.text[low:high].strip():
                    yield Span(at + low, at + high)


def _bounded(paragraph: Paragraph) -> Callable[[int], int]:
    """Offsets in a paragraph's words as those in its text, which has no white space at the ends."""
    whole = "".join(paragraph.texts)
    lead, length = len(whole) - len(whole.lstrip()), len(whole.strip())
    return lambda offset: min(length, max(0, offset - lead))


def _line_of(paragraphs: Sequence[Paragraph]) -> _Line:
    """Paragraphs as one, tabs between them."""
    parts: list[tuple[int, Paragraph]] = []
    at = 0
    for paragraph in paragraphs:
        parts.append((at, paragraph))
        at += len(paragraph.text) + 1
    return _Line("\t".join(paragraph.text for paragraph in paragraphs), parts=tuple(parts))


def lay_out(parts: Iterable[Paragraph | Row], notes: Iterable[Paragraph | Row], styles: Styles) -> LaidOut:
    """Put a document's paragraphs one after the other, its notes at the end.

    Args:
        parts: The body, in order.
        notes: What its notes hold, in order of the references to them.
        styles: What its styles say.
    """
    texts: list[str] = []
    starts: list[tuple[int, int]] = []
    quotations: list[Span] = []
    opening: list[tuple[str, Role | None]] = []
    at = 0
    quoting = False
    stressed: list[Span] = []
    zones: list[tuple[Span, Zone]] = []
    points: list[tuple[int, str, str]] = []
    for line in (*_lines(parts, styles), *_lines(notes, styles)):
        text, role, quoted = line.text, line.role, line.quoted
        if role is Role.CONTENTS:
            continue
        at += len(_BETWEEN) if texts else 0
        starts.append((at, len(starts) + 1))
        span = Span(at, at + len(text))
        if quoted and quoting:
            quotations[-1] = Span(quotations[-1].start, span.end)
        elif quoted:
            quotations.append(span)
        if role in _ZONES:
            zones.append((span, _ZONES[role]))
        stressed += line.stressed(at)
        points += line.points(at)
        texts.append(text)
        if len(opening) < 8:
            opening.append((text, role))
        quoting, at = quoted, span.end
    return LaidOut(
        _BETWEEN.join(texts),
        tuple(quotations),
        tuple(starts),
        tuple(opening),
        tuple(stressed),
        tuple(zones),
        tuple(points),
    )


def _lines(parts: Iterable[Paragraph | Row], styles: Styles) -> Iterator[_Line]:
    """Each paragraph that holds words."""
    announced = False  # what stands before brings in somebody's words
    set_off = 0  # the indentation of the block quotation that goes on
    for part in parts:
        if isinstance(part, Row):
            yield from _row(part)
            announced, set_off = False, 0
            continue
        for paragraph in (part, *part.boxes):
            text = paragraph.text
            if not text:
                continue
            role = styles.role(paragraph.style)
            indent = paragraph.indent if paragraph.indent >= _INDENTED and not paragraph.listed else 0
            set_off = indent if indent and (announced or indent == set_off) and role is None else 0
            yield _Line(text, role, role is Role.QUOTE or set_off > 0, ((0, paragraph),))
            announced = text[-1] in ":—–"


def _row(row: Row) -> list[_Line]:
    """A row: one with tabs where each cell is one paragraph, else one a paragraph."""
    cells = [[one for one in flattened(cell) if one.text] for cell in row.cells]
    cells = [cell for cell in cells if cell]
    nested = any(isinstance(one, Row) for cell in row.cells for one in cell)
    if not nested and all(len(cell) == 1 for cell in cells):
        return [_line_of([cell[0] for cell in cells])] if cells else []
    if not nested and len(cells) == 2 and len(cells[0]) == 1 and len(cells[0][0].text) <= _LONGEST_LABEL:
        return [_line_of([cells[0][0], cells[1][0]]), *(_line_of([one]) for one in cells[1][1:])]
    return [_line_of([one]) for cell in cells for one in cell]
