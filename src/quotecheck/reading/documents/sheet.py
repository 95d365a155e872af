"""A document's paragraphs as they come, to one text: white space, tables, notes, quotations, the way back to the file.

The formats' readers say what begins and ends; what stands where in the end is decided here, the same for all.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from typing import Any, Final

import attrs

from quotecheck.model.errors import ReadingError
from quotecheck.model.problems import Problem
from quotecheck.model.spans import Origin, Span
from quotecheck.model.texts import Annotation, Text
from quotecheck.reading.html.blocks import Block
from quotecheck.reading.html.laid_out import lay_out
from quotecheck.reading.html.spaces import Piece

_WHITE: Final = re.compile(r"[ \t\n\r\f\v\u2029]+")
_MOST: Final = 1_000_000  # paragraphs, rows and cells
_MOST_PIECES: Final = 3_000_000
_LONGEST_LABEL: Final = 60  # code points of a cell that can name who says what stands in the next

Place = tuple[Block, int]
"""A block and an offset in its characters."""


@attrs.define
class _Flow:
    """Where paragraphs go: the document, a note, a cell."""

    blocks: list[Block] = attrs.field(factory=list)
    now: Block | None = None
    space: tuple[int, int] | None = None
    length: int = 0
    behind: list[Block] = attrs.field(factory=list)  # boxes of the paragraph that is being read


@attrs.define
class _Row:
    cells: list[list[Block]] = attrs.field(factory=list)
    nested: bool = False


class Sheet:
    """One document on its way to a text.

    Attributes:
        quote: Number of the block quotation that words now stand in; None for none.
        heading: Level of the heading that they stand in; 0 for none.
        caption: True in a caption.
        cite: True in what names a quotation's source.
        stressed: True in italics or bold.
    """

    def __init__(self, name: str) -> None:
        """An empty sheet.

        Args:
            name: The file's name, for messages.
        """
        self.quote: int | None = None
        self.heading = 0
        self.caption = False
        self.cite = False
        self.stressed = False
        self._name = name
        self._flows = [_Flow()]
        self._rows: list[_Row] = []
        self._notes: list[Block] = []
        self._said: list[tuple[Place, Place, str]] = []
        self._moved: dict[int, Place] = {}
        self._kept: list[Block] = []  # those that were moved: their numbers must stay theirs
        self._quotations = 0
        self._size = 0
        self._pieces = 0

    # --- words

    def put(self, words: str, start: int = 0, end: int = 0, *, keep: bool = False) -> None:
        """Characters as the file has them.

        Args:
            words: What is shown.
            start: Where in the file they stand, in code points; 0 where there is no way back.
            end: One past their end.
            keep: True if white space is kept as it is; else each run of it is one space, and none at the ends.
        """
        if start == end:  # no way back
            end = start + len(words)
        if end - start != len(words) or keep:
            if words.strip(" \t\n\r\f\v\u2029") or keep:
                self._add(words, start, end)
            elif words:
                self._blank(start, end)
            return
        at = 0
        for gap in _WHITE.finditer(words):
            if gap.start() > at:
                self._add(words[at : gap.start()], start + at, start + gap.start())
            self._blank(start + gap.start(), start + gap.end())
            at = gap.end()
        if at < len(words):
            self._add(words[at:], start + at, end)

    def sign(self, words: str, start: int = 0, end: int = 0) -> None:
        """A mark, a tab or a line break that something in the file stands for."""
        flow = self._flows[-1]
        if words in ("\n", "\t"):
            flow.space = None
        if words == "\n" and (flow.now is None or not flow.now.pieces):
            return
        self._add(words, start, end)

    def _blank(self, start: int, end: int) -> None:
        flow = self._flows[-1]
        if flow.space is None and flow.now is not None and flow.now.pieces:
            flow.space = (start, end)

    def _add(self, words: str, start: int, end: int) -> None:
        flow, block = self._flows[-1], self._block()
        self._pieces += 1
        if self._pieces > _MOST_PIECES:
            raise ReadingError("it has more pieces than any document", path=self._name, code="too-large")
        if flow.space is not None and not block.pieces[-1].text.endswith(("\n", "\t")):
            stressed = self.stressed and block.pieces[-1].stressed
            block.pieces.append(Piece(" ", *flow.space, cite=self.cite, stressed=stressed))
            flow.length += 1
        flow.space = None
        block.pieces.append(Piece(words, start, end, cite=self.cite, stressed=self.stressed))
        flow.length += len(words)

    def _block(self) -> Block:
        flow = self._flows[-1]
        if flow.now is None:
            self._count()
            flow.now = Block((), self.quote, self.heading, self.caption, self._size)
            flow.length = 0
        return flow.now

    def _count(self) -> None:
        self._size += 1
        if self._size > _MOST:
            raise ReadingError("it has more paragraphs than any document", path=self._name, code="too-large")

    # --- paragraphs

    def begin(self) -> None:
        """A paragraph begins."""
        self.end()
        self._count()

    def end(self) -> None:
        """The paragraph that is being read is whole."""
        flow = self._flows[-1]
        if flow.now is not None:
            _trim(flow.now)
            if flow.now.pieces:
                flow.blocks.append(flow.now)
        flow.blocks += flow.behind
        flow.behind = []
        flow.now = flow.space = None
        flow.length = 0

    def regard(self, *, quote: bool | None = None, heading: int | None = None, caption: bool | None = None) -> None:
        """Say of the paragraph that is being read what was learnt only at its end."""
        block = self._block()
        if quote is not None:
            block.quote = self._quotations if quote else None
        if heading is not None:
            block.heading = heading
        if caption is not None:
            block.caption = caption

    def quotation(self) -> int:
        """The number of a new block quotation."""
        self._quotations += 1
        return self._quotations

    @property
    def shown(self) -> str:
        """What the paragraph that is being read shows."""
        now = self._flows[-1].now
        return now.text if now is not None else ""

    @property
    def last(self) -> str:
        """What the paragraph before shows."""
        blocks = self._flows[-1].blocks
        return blocks[-1].text if blocks else ""

    # --- notes, comments, boxes

    def here(self) -> Place:
        """The place that is reached."""
        block, flow = self._block(), self._flows[-1]
        return block, flow.length + (flow.space is not None)

    def begin_aside(self) -> None:
        """What follows stands apart from the paragraph that is being read, which goes on after it."""
        self._flows.append(_Flow())

    def end_aside(self, *, keep: str = "", at: Place | None = None, since: Place | None = None) -> str:
        """What stood apart is whole.

        Args:
            keep: "note" to put it at the document's end, "after" to put it behind the paragraph that goes on, "" to
                read it nowhere.
            at: The place that it is said of; None if of none.
            since: Where that begins.

        Returns:
            Its words.
        """
        self.end()
        blocks = self._flows.pop().blocks
        words = " ".join(block.text for block in blocks)
        if keep == "note":
            self._notes += blocks
        elif keep == "after":
            self._flows[-1].behind += blocks
        if at is not None and words:
            self._said.append((since or at, at, words))
        return words

    def say(self, words: str, since: Place | None = None) -> None:
        """Something is said of this place, or of all since another: an address, a comment."""
        here = self.here()
        self._said.append((since or here, here, words))

    # --- tables

    def begin_row(self) -> None:
        """A row of a table begins."""
        self.end()
        self._count()
        if self._rows:
            self._rows[-1].nested = True
        self._rows.append(_Row())

    def begin_cell(self) -> None:
        """A cell begins."""
        self._count()
        self._flows.append(_Flow())

    def end_cell(self) -> None:
        """A cell is whole."""
        if len(self._flows) < 2 or not self._rows:
            return
        self.end()
        blocks = self._flows.pop().blocks
        if blocks:
            self._rows[-1].cells.append(blocks)

    def end_row(self) -> None:
        """A row is whole: one paragraph with tabs where each cell is one, else one a paragraph."""
        if not self._rows:
            return
        self.end()
        row = self._rows.pop()
        cells, into = row.cells, self._flows[-1].blocks
        if not row.nested and cells and all(len(cell) == 1 for cell in cells):
            into.append(self._joined([cell[0] for cell in cells]))
        elif not row.nested and len(cells) == 2 and len(cells[0]) == 1 and len(cells[0][0].text) <= _LONGEST_LABEL:
            into.append(self._joined([cells[0][0], cells[1][0]]))
            into += cells[1][1:]
        else:
            into += [block for cell in cells for block in cell]

    def _joined(self, blocks: Sequence[Block]) -> Block:
        first = blocks[0]
        for block in blocks[1:]:
            last = first.pieces[-1]
            first.pieces.append(Piece("\t", last.end, last.end))
            self._moved[id(block)] = (first, len(first.text))
            self._kept.append(block)
            first.pieces += block.pieces
        return first

    # --- the whole

    def text(
        self,
        data: bytes,
        *,
        source: str | None = None,
        problems: Sequence[Problem] = (),
        empty: str = "the document holds no words",
        **known: Any,
    ) -> Text:
        """The text, all paragraphs and notes ended.

        Args:
            data: The file's bytes.
            source: Its decoded characters, if there is a way back to them.
            problems: What could not be read.
            empty: What to say where there are no words.
            known: What is known of it, as fields of ``Text``.

        Raises:
            ReadingError: if there are no words (code "no-text").
        """
        while len(self._flows) > 1:  # what was never ended
            self.end()
            blocks = self._flows.pop().blocks
            self._flows[-1].blocks += blocks
        self.end()
        blocks = [*self._flows[0].blocks, *self._notes]
        laid = lay_out(blocks)
        if not laid.content:
            raise ReadingError(empty, path=self._name, code="no-text")
        starts = {id(block): start for block, start in zip(blocks, laid.starts, strict=True)}
        plain = Origin.of_plain(source) if source is not None else None
        origin = Origin(
            line_starts=plain.line_starts if plain else (),
            runs=laid.runs if plain else (),
            paragraphs=tuple((start, number) for number, start in enumerate(laid.starts, 1)),
        )
        said = [self._annotation(one, starts, laid.content) for one in self._said]
        notes = tuple(sorted((one for one in said if one), key=lambda one: (one.span.start, one.span.end)))
        return Text(
            content=laid.content,
            id=self._name,
            origin=origin,
            path=self._name,
            sha256=hashlib.sha256(data).hexdigest(),
            blocks=laid.quotations,
            emphases=laid.stressed,
            zones=laid.zones,
            annotations=notes,
            problems=tuple(problems),
            **known,
        )

    def _annotation(self, said: tuple[Place, Place, str], starts: dict[int, int], content: str) -> Annotation | None:
        since, at = (self._offset(place, starts, content) for place in said[:2])
        if since is None or at is None:
            return None
        return Annotation(Span(min(since, at), max(since, at)), said[2])

    def _offset(self, place: Place, starts: dict[int, int], content: str) -> int | None:
        block, offset = place
        if id(block) in self._moved:
            into, by = self._moved[id(block)]
            block, offset = into, offset + by
        start = starts.get(id(block))
        return None if start is None else min(start + offset, start + len(block.text), len(content))


def _trim(block: Block) -> None:
    """White space at the ends is nobody's."""
    for end in (0, -1):
        while block.pieces and not block.pieces[end].text.strip():
            block.pieces.pop(end)
