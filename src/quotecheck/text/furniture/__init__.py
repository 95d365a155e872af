"""What stands between the words of a text and is not of them: page marks, note numbers, times, stage notes.

A quotation may run over these silently (QC101). Only characters and their order are looked at; who speaks is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotecheck.text.furniture.brackets import is_stage_note, round_brackets, square_brackets
from quotecheck.text.furniture.cues import cues
from quotecheck.text.furniture.links import links
from quotecheck.text.furniture.marks import figures_behind_stops, stars, superscripts
from quotecheck.text.furniture.numbers import line_numbers
from quotecheck.text.furniture.pages import page_breaks, record_pages
from quotecheck.text.furniture.pieces import Furniture, FurnitureKind

__all__ = ["Furniture", "FurnitureKind", "furniture", "is_stage_note", "pages"]

_FINDERS = (
    links,
    square_brackets,
    round_brackets,
    superscripts,
    figures_behind_stops,
    stars,
    line_numbers,
    cues,
    page_breaks,
    record_pages,
)


def furniture(content: str) -> tuple[Furniture, ...]:
    """What a quotation from a text may silently run over.

    Args:
        content: A text's content.

    Returns:
        Pieces in order of place that do not overlap. A bracket with ordinary words in a sentence ("the [old] bridge"),
        a figure in round brackets, a unit's superscript and a list's numbers out of sequence are none. Cost is linear
        in the length of ``content``.
    """
    found: list[Furniture] = []
    for finder in _FINDERS:
        found.extend(finder(content))
    return tuple(_apart(found))


def pages(content: str) -> tuple[Furniture, ...]:
    """Those pieces of ``furniture`` that are page marks; most texts have none, and then nothing else is looked for."""
    if next(page_breaks(content), None) is None:
        return ()
    return tuple(piece for piece in furniture(content) if piece.kind is FurnitureKind.PAGE)


def _apart(found: Iterable[Furniture]) -> Iterator[Furniture]:
    """Without those that lie inside another; the longer of two at one place wins."""
    end = 0
    for piece in sorted(found, key=lambda piece: (piece.span.start, -piece.span.end)):
        if piece.span.start >= end and len(piece.span):
            yield piece
            end = piece.span.end
