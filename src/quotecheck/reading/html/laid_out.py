"""Chosen blocks to one content, with the way back to the file. Which blocks are chosen is not decided here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

import attrs

from quotecheck.model.spans import Run, Span
from quotecheck.model.texts import Annotation
from quotecheck.model.verdicts import Zone
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
        stressed: What is in italics or bold, headings aside.
        zones: Headings and captions.
        links: Links to the very words of a page.
    """

    content: str
    runs: tuple[Run, ...]
    quotations: tuple[Span, ...]
    starts: tuple[int, ...]
    stressed: tuple[Span, ...] = ()
    zones: tuple[tuple[Span, Zone], ...] = ()
    links: tuple[Annotation, ...] = ()


def lay_out(blocks: Iterable[Block]) -> LaidOut:
    """Put blocks one after the other.

    Args:
        blocks: In order.
    """
    texts: list[str] = []
    runs: list[Run] = []
    quotations: list[tuple[int, Span]] = []
    starts: list[int] = []
    stressed: list[Span] = []
    zones: list[tuple[Span, Zone]] = []
    links: list[Annotation] = []
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
        if block.heading or block.caption:
            zones.append((Span(at, end), Zone.HEADLINE if block.heading else Zone.CAPTION))
        if not block.heading:
            stressed += [span for span, _ in _stretches(block, at, lambda piece: piece.stressed)]
        links += [Annotation(span, str(href)) for span, href in _stretches(block, at, lambda piece: piece.href)]
        at = end
    return LaidOut(
        "".join(texts),
        tuple(runs),
        tuple(span for _, span in quotations),
        tuple(starts),
        tuple(stressed),
        tuple(zones),
        tuple(links),
    )


def _stretches(block: Block, at: int, what: Callable[[Piece], object]) -> Iterator[tuple[Span, object]]:
    """Stretches of neighbouring pieces of which something is said, counted from the content offset ``at``."""
    start, held = at, None
    for piece in block.pieces:
        said = what(piece) or None
        if said != held:
            if held is not None and start < at:
                yield Span(start, at), held
            start, held = at, said
        at += len(piece.text)
    if held is not None and start < at:
        yield Span(start, at), held


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
