"""A page's tags and texts to its blocks: paragraphs and their like, as they stand to be read. Which count is not asked.

Elements are kept on a stack as browsers keep them, as far as words are moved by it: a start tag ends what cannot hold
it, an end tag ends what stands open inside it.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

import attrs

from quotecheck.reading.html.elements import BARRIERS, BLOCKS, CELLS, CLOSES, VOID, Box, box_of, is_hidden
from quotecheck.reading.html.spaces import Piece, pieces_of
from quotecheck.reading.html.tokens import Token, TokenKind, attributes_of, tokens

_DEEPEST: Final = 256  # elements inside each other; deeper ones part paragraphs and do no more
_MOST_PIECES: Final = 300_000  # from there on neighbours are joined, and point back less exactly
_LONGEST_JOINED: Final = 1000  # code points of such a piece
_LONGEST_NOTE: Final = 4
_LONGEST_ADDRESS: Final = 2000
_RAISED: Final = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_MARKS: Final = frozenset("\"“”„‟«»‘’‚‹›'")
_STRESSING: Final = frozenset({"em", "strong", "i", "b"})
_TO_WORDS: Final = re.compile(r"#[^\s#]*:~:text=|[?&#]t=\d+")
_NOTE_NAMES: Final = ("reference", "footnote", "noteref", "fnref")


@attrs.define
class Block:
    """A paragraph or its like.

    Attributes:
        pieces: What it shows, in order.
        boxes: The parts of the page that it stands in, outermost first, as indices.
        quote: Index of the block quotation it stands in; None if in none.
        heading: Level of a heading, 1 to 6; 0 for none.
        caption: True for a figure's or a table's caption.
        number: Its place among the page's blocks.
    """

    boxes: tuple[int, ...]
    quote: int | None
    heading: int
    caption: bool
    number: int
    pieces: list[Piece] = attrs.field(factory=list)

    @property
    def text(self) -> str:
        """What it shows."""
        return "".join(piece.text for piece in self.pieces)


@attrs.frozen
class Page:
    """A page in blocks.

    Attributes:
        blocks: In order of place.
        boxes: The parts of the page, by index.
        raw: (name, attributes, characters) of scripts and the title, of meta tags and of ``<html>``.
        cut: Offset at which the page breaks off inside a tag, a comment or a script; None if it does not.
        deepest: How many elements stood open at most.
    """

    blocks: tuple[Block, ...]
    boxes: tuple[Box, ...]
    raw: tuple[tuple[str, dict[str, str], str], ...]
    cut: int | None
    deepest: int


@attrs.define
class _Open:
    """An element that stands open, and what holds inside it."""

    name: str
    block: bool
    hidden: bool
    pre: bool
    link: bool
    cite: bool
    quotes: int
    boxes: tuple[int, ...]
    quote: int | None
    heading: int
    caption: bool
    mark: tuple[Block, int] | None = None
    note: bool = False
    stressed: bool = False
    href: str = ""


def _address(attributes: dict[str, str]) -> str:
    """The address of a link to the very words of a page, or to a second of a recording; "" for any other."""
    href = attributes.get("href", "").strip()
    return href if len(href) <= _LONGEST_ADDRESS and _TO_WORDS.search(href) else ""


def read_page(source: str, *, nested: bool = False) -> Page:
    """The blocks of a page. Linear in its length.

    Args:
        source: A page's characters.
        nested: True if a block quotation in another is one of its own (in letters), and no part of it.
    """
    building = _Building(source, nested)
    for token in tokens(source):
        building.take(token)
    return building.done()


class _Building:
    """One page on its way to blocks."""

    def __init__(self, source: str, nested: bool = False) -> None:
        self._source = source
        self._nested = nested
        root = _Open("", True, False, False, False, False, 0, (), None, 0, False)
        self._stack = [root]
        self._beyond: Counter[str] = Counter()
        self._open: Counter[str] = Counter()
        self._boxes: list[Box] = []
        self._quotations = 0
        self._blocks: list[Block] = []
        self._raw: list[tuple[str, dict[str, str], str]] = []
        self._cut: int | None = None
        self._deepest = 0
        self._pieces = 0
        self._space: tuple[int, int] | None = None
        self._break: tuple[int, int] | None = None
        self._now: Block | None = None

    def take(self, token: Token) -> None:
        """One more stretch of the page."""
        if token.kind is TokenKind.TEXT:
            if not self._stack[-1].hidden:
                self._text(token)
        elif token.kind is TokenKind.START:
            self._start(token)
        elif token.kind is TokenKind.END:
            self._end(token.name, token)
        elif token.kind is TokenKind.RAW:
            self._keep_raw(token)
        else:
            self._cut = token.start

    def done(self) -> Page:
        """The page, all elements ended."""
        while len(self._stack) > 1:
            self._pop(len(self._source))
        self._flush()
        return Page(tuple(self._blocks), tuple(self._boxes), tuple(self._raw), self._cut, self._deepest)

    def _keep_raw(self, token: Token) -> None:
        if token.name in ("script", "title"):
            self._raw.append((token.name, attributes_of(token), self._source[token.start : token.end]))

    # --- elements

    def _start(self, token: Token) -> None:
        name = token.name
        if name in VOID:
            self._void(token)
            return
        if name in BLOCKS:
            self._make_room(name, token.start)
        attributes = attributes_of(token) if token.attributes else {}
        if name == "html":
            self._raw.append((name, attributes, ""))
        if len(self._stack) > _DEEPEST:
            self._beyond[name] += 1
            self._deepest += 1
            return
        above = self._stack[-1]
        opened = self._opened(name, attributes, above)
        self._stack.append(opened)
        self._open[name] += 1
        self._deepest = max(self._deepest, len(self._stack))
        if opened.hidden:
            return
        if name == "q":
            self._mark("“" if opened.quotes % 2 else "‘", token.start, token.end)
            opened.mark = (self._block(), len(self._block().pieces) - 1)
        elif name == "sup":
            opened.mark = (self._block(), len(self._block().pieces))
            opened.note = above.link or any(word in token.attributes for word in _NOTE_NAMES)
        elif name == "a" and above.name == "sup":
            above.note = True
        elif name == "a" and "noteref" in token.attributes and "href" in attributes:
            opened.mark = (self._block(), len(self._block().pieces))
            opened.note = True

    def _opened(self, name: str, attributes: dict[str, str], above: _Open) -> _Open:
        box = box_of(name, attributes)
        boxes = above.boxes
        if box is not None and not (box in (Box.HEADER, Box.FOOTER, Box.ASIDE) and above.quote is not None):
            self._boxes.append(box)
            boxes = (*boxes, len(self._boxes) - 1)
        quote = above.quote
        if name == "blockquote" and (quote is None or self._nested):
            quote = self._quotations
            self._quotations += 1
        level = int(name[1]) if len(name) == 2 and name[0] == "h" and name[1] in "123456" else 0
        return _Open(
            name=name,
            block=name in BLOCKS,
            hidden=above.hidden or is_hidden(name, attributes),
            pre=above.pre or name == "pre",
            link=above.link or (name == "a" and "href" in attributes),
            cite=above.cite or name in ("cite", "footer", "figcaption"),
            quotes=above.quotes + (name == "q"),
            boxes=boxes,
            quote=quote,
            heading=level or above.heading,
            caption=above.caption or name in ("figcaption", "caption"),
            stressed=above.stressed or name in _STRESSING,
            href=_address(attributes) if name == "a" and "href" in attributes else above.href,
        )

    def _void(self, token: Token) -> None:
        if token.name == "meta":
            self._raw.append((token.name, attributes_of(token), ""))
        elif token.name == "hr":
            self._flush()
        elif token.name == "br" and not self._stack[-1].hidden:
            self._line_break(token)

    def _line_break(self, token: Token) -> None:
        """One is a new line, two are a new paragraph."""
        if self._now is None or not self._now.pieces:
            return
        if self._break is not None:
            self._flush()
            return
        self._space = None
        self._break = (token.start, token.end)

    def _make_room(self, name: str, at: int) -> None:
        """A block's start tag parts paragraphs and ends the elements that cannot hold it."""
        if name in CELLS and self._now is not None and self._now.pieces and self._stack[-1].name in (*CELLS, "tr"):
            self._close(name, at)
            if self._now is not None:
                self._space = None
                self._add(Piece("\t", at, at))
            return
        self._close(name, at)
        self._flush()

    def _close(self, name: str, at: int) -> None:
        if self._stack[-1].name == "p" or (self._open["p"] and self._stack[-1].name not in BLOCKS):
            self._close_nearest(frozenset(("p",)), BLOCKS - {"p"}, at)
        if name in CLOSES:
            closes, stops = CLOSES[name]
            self._close_nearest(closes, stops, at)

    def _close_nearest(self, closes: frozenset[str], stops: frozenset[str], at: int) -> None:
        for index in range(len(self._stack) - 1, 0, -1):
            name = self._stack[index].name
            if name in closes:
                while len(self._stack) > index:
                    self._pop(at)
                if "tbody" not in closes:
                    return
            elif name in stops:
                return

    def _end(self, name: str, token: Token) -> None:
        if self._beyond[name]:
            self._beyond[name] -= 1
            if name in BLOCKS:
                self._flush()
            return
        if name == "br":
            self._line_break(token)
        if not self._open[name] or name in ("body", "html"):
            if name == "p":
                self._flush()
            return
        if name in BLOCKS:
            self._end_block(name, token)
        else:
            self._end_inline(name, token)

    def _end_block(self, name: str, token: Token) -> None:
        for index in range(len(self._stack) - 1, 0, -1):
            found = self._stack[index].name
            if found == name:
                if name not in CELLS or any(one.block for one in self._stack[index + 1 :]):
                    self._flush()
                while len(self._stack) > index:
                    self._pop(token.start, token.end)
                return
            if found in BARRIERS and not (name in ("table", "tr", "tbody", "thead", "tfoot") and found in CELLS):
                return

    def _end_inline(self, name: str, token: Token) -> None:
        """Ends one element in a line, whatever else began after it: links and italics may overlap."""
        for index in range(len(self._stack) - 1, 0, -1):
            if self._stack[index].name == name:
                self._leave(self._stack.pop(index), token.start, token.end)
                return
            if self._stack[index].name in BARRIERS:
                return

    def _pop(self, start: int, end: int | None = None) -> None:
        self._leave(self._stack.pop(), start, start if end is None or len(self._stack) else end)

    def _leave(self, left: _Open, start: int, end: int) -> None:
        self._open[left.name] -= 1
        if left.hidden or left.mark is None:
            return
        if left.name == "q":
            self._end_of_q(left, start, end)
        elif left.name in ("sup", "a") and self._now is left.mark[0]:
            self._end_of_sup(left)

    def _end_of_q(self, left: _Open, start: int, end: int) -> None:
        """A closing mark, unless the page has marks of its own inside or round the element."""
        assert left.mark is not None
        block, index = left.mark
        inside = block.pieces[index + 1].text if index + 1 < len(block.pieces) else ""
        before = block.pieces[index - 1].text if index else ""
        if (inside and inside[0] in _MARKS) or (before and before[-1] in '"“„«‘‚‹'):
            old = block.pieces[index]
            block.pieces[index] = Piece("", old.start, old.end)
        else:
            self._mark("”" if left.quotes % 2 else "’", start, end)

    def _end_quotations(self, block: Block) -> None:
        """Those that stand open in a block end with it at the latest."""
        if not self._open["q"]:
            return
        self._space = self._break = None
        for one in reversed(self._stack):
            if one.name == "q" and one.mark is not None and one.mark[0] is block:
                end = block.pieces[-1].end
                self._end_of_q(one, end, end)
                one.mark = None

    def _end_of_sup(self, left: _Open) -> None:
        """A raised figure keeps its rank: it is no digit of the word or figure before it."""
        assert left.mark is not None
        block, index = left.mark
        raised = block.pieces[index:]
        words = "".join(piece.text for piece in raised)
        if left.note and 0 < len(words) <= _LONGEST_NOTE and words.isalnum():
            # A note's number after a year would be read as its power.
            block.pieces[index:] = [Piece(f"[{words}]", raised[0].start, raised[-1].end, link=True)]
        elif words and not words.strip("0123456789+-−"):
            block.pieces[index:] = [piece._replace(text=piece.text.translate(_RAISED)) for piece in raised]

    # --- words

    def _block(self) -> Block:
        if self._now is None:
            top = self._stack[-1]
            self._now = Block(top.boxes, top.quote, top.heading, top.caption, len(self._blocks))
        return self._now

    def _text(self, token: Token) -> None:
        top = self._stack[-1]
        if self._now is None and not top.pre and not self._source[token.start : token.end].strip(" \t\n\r\f"):
            return
        for text, start, end in pieces_of(self._source, token.start, token.end, keep=top.pre):
            if text == " " and not top.pre:
                if self._space is None and self._now is not None:
                    self._space = (start, end)
            elif text:
                self._add(Piece(text, start, end, top.link, top.cite, top.stressed, top.href))

    def _mark(self, mark: str, start: int, end: int) -> None:
        top = self._stack[-1]
        self._add(Piece(mark, start, end, top.link, top.cite))

    def _add(self, piece: Piece) -> None:
        pieces = self._block().pieces
        if self._break is not None:
            pieces.append(Piece("\n", *self._break))
        elif self._space is not None and pieces:
            last = pieces[-1]
            stressed, href = last.stressed and piece.stressed, piece.href if last.href == piece.href else ""
            pieces.append(Piece(" ", *self._space, piece.link, piece.cite, stressed, href))
        self._break = self._space = None
        self._pieces += 1
        if self._pieces > _MOST_PIECES and pieces and len(pieces[-1].text) < _LONGEST_JOINED:
            last = pieces[-1]
            pieces[-1] = last._replace(text=last.text + piece.text, end=max(last.end, piece.end))
        else:
            pieces.append(piece)

    def _flush(self) -> None:
        """The block that is being read is whole."""
        if self._now is not None:
            pieces = self._now.pieces
            self._end_quotations(self._now)
            while pieces and not pieces[-1].text.strip():
                pieces.pop()
            if any(piece.text.strip() for piece in pieces):
                self._blocks.append(self._now)
        self._now = self._break = self._space = None
