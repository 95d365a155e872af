"""Paragraphs, rows and notes to one content with its block quotations. No XML is read here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from quotecheck.model.spans import Span
from quotecheck.reading.docx.body import Paragraph, Row, flattened
from quotecheck.reading.docx.styles import Role, Styles

_BETWEEN: Final = "\n\n"
_INDENTED: Final = 360  # twentieths of a point: a quarter of an inch sets a paragraph off
_LONGEST_LABEL: Final = 60  # code points of a cell that can name who says what stands in the next


@attrs.frozen
class LaidOut:
    """What stands to be read.

    Attributes:
        content: The paragraphs, an empty line between them.
        quotations: The block quotations.
        paragraphs: (content offset, number from 1).
        opening: The first paragraphs, each with what its style says.
    """

    content: str
    quotations: tuple[Span, ...]
    paragraphs: tuple[tuple[int, int], ...]
    opening: tuple[tuple[str, Role | None], ...]


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
    for text, role, quoted in (*_lines(parts, styles), *_lines(notes, styles)):
        if role is Role.CONTENTS:
            continue
        at += len(_BETWEEN) if texts else 0
        starts.append((at, len(starts) + 1))
        span = Span(at, at + len(text))
        if quoted and quoting:
            quotations[-1] = Span(quotations[-1].start, span.end)
        elif quoted:
            quotations.append(span)
        texts.append(text)
        if len(opening) < 8:
            opening.append((text, role))
        quoting, at = quoted, span.end
    return LaidOut(_BETWEEN.join(texts), tuple(quotations), tuple(starts), tuple(opening))


def _lines(parts: Iterable[Paragraph | Row], styles: Styles) -> Iterator[tuple[str, Role | None, bool]]:
    """Each paragraph that holds words: its text, what its style says, and whether it is a block quotation."""
    announced = False  # what stands before brings in somebody's words
    set_off = 0  # the indentation of the block quotation that goes on
    for part in parts:
        if isinstance(part, Row):
            yield from ((text, None, False) for text in _row(part))
            announced, set_off = False, 0
            continue
        for paragraph in (part, *part.boxes):
            text = paragraph.text
            if not text:
                continue
            role = styles.role(paragraph.style)
            indent = paragraph.indent if paragraph.indent >= _INDENTED and not paragraph.listed else 0
            set_off = indent if indent and (announced or indent == set_off) and role is None else 0
            yield text, role, role is Role.QUOTE or set_off > 0
            announced = text[-1] in ":—–"


def _row(row: Row) -> list[str]:
    """A row's texts: one with tabs where each cell is one paragraph, else one a paragraph."""
    cells = [[one.text for one in flattened(cell) if one.text] for cell in row.cells]
    cells = [cell for cell in cells if cell]
    nested = any(isinstance(one, Row) for cell in row.cells for one in cell)
    if not nested and all(len(cell) == 1 for cell in cells):
        return ["\t".join(cell[0] for cell in cells)] if cells else []
    if not nested and len(cells) == 2 and len(cells[0]) == 1 and len(cells[0][0]) <= _LONGEST_LABEL:
        return [f"{cells[0][0]}\t{cells[1][0]}", *cells[1][1:]]
    return [text for cell in cells for text in cell]
