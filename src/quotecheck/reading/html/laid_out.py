"""Chosen blocks to one content, with the way back to the file. Which blocks are chosen is not decided here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from quotecheck.model.spans import Run, Span
from quotecheck.reading.html.blocks import Block
from quotecheck.reading.html.spaces import Piece

_BETWEEN: Final = "\n\n"


@attrs.frozen
class LaidOut:
    """What stands to be read.

    Attributes:
        content: The blocks, an empty line between them.
        runs: Content to file, in order.
        quotations: The block quotations, without what names their source.
        starts: Content offset of each block.
    """

    content: str
    runs: tuple[Run, ...]
    quotations: tuple[Span, ...]
    starts: tuple[int, ...]


def lay_out(blocks: Iterable[Block]) -> LaidOut:
    """Put blocks one after the other.

    Args:
        blocks: In order.
    """
    texts: list[str] = []
    runs: list[Run] = []
    quotations: list[tuple[int, Span]] = []
    starts: list[int] = []
    at = 0
    for block in blocks:
        if texts:
            texts.append(_BETWEEN)
            at += len(_BETWEEN)
        starts.append(at)
        end = at
        for piece in _joined(block.pieces):
            texts.append(piece.text)
            runs.append(Run(Span(end, end + len(piece.text)), Span(piece.start, piece.end)))
            end += len(piece.text)
        if block.quote is not None:
            _quotation(quotations, block, at)
        at = end
    return LaidOut("".join(texts), tuple(runs), tuple(span for _, span in quotations), tuple(starts))


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Neighbours whose characters stand for themselves are one piece."""
    held: Piece | None = None
    for piece in pieces:
        if not piece.text:
            continue
        if held is not None and held.end == piece.start and _is_plain(held) and _is_plain(piece):
            held = held._replace(text=held.text + piece.text, end=piece.end)
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held


def _is_plain(piece: Piece) -> bool:
    return len(piece.text) == piece.end - piece.start


def _quotation(quotations: list[tuple[int, Span]], block: Block, at: int) -> None:
    """Add a block's part of a quotation; it joins the one before where nothing stands between them."""
    assert block.quote is not None
    start = end = None
    for piece in block.pieces:
        if not piece.cite and piece.text.strip():
            start = at if start is None else start
            end = at + len(piece.text)
        at += len(piece.text)
    if start is None or end is None:
        return
    if quotations and quotations[-1][0] == block.quote and start - quotations[-1][1].end == len(_BETWEEN):
        quotations[-1] = (block.quote, Span(quotations[-1][1].start, end))
    else:
        quotations.append((block.quote, Span(start, end)))
