"""The XML of a document's body with the place of every word in its bytes. Which words these are is ``reading``'s rule.

The same reader that reads drafts walks here; each piece of text that it takes is marked with where it stands. So what
is inserted is found, what is deleted is not, and an offset of the content is an offset of the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final
from xml.parsers import expat

import attrs

from quotecheck.model.errors import UsageError
from quotecheck.reading.docx.body import BodyReader, flattened


@attrs.define
class Run:
    """A run of text in the bytes of the part.

    Attributes:
        start: Where its first tag begins.
        opening: Its first tag and its properties, byte for byte: what begins another run like it.
        inner: Where its content begins, after the properties.
        inner_end: Where its last tag begins.
        end: One past its last tag.
        name: Its tag's name, prefix and all.
        boxed: True if it stands in a text box, where no comment may be.
    """

    start: int
    opening: bytes
    inner: int
    name: bytes
    boxed: bool
    inner_end: int = 0
    end: int = 0


@attrs.define
class Leaf:
    """An element of a run that holds words, or stands for one: ``t``, ``tab``, ``br``.

    Attributes:
        run: The run.
        start: Where it begins.
        inner: Where its words begin.
        inner_end: Where its last tag begins.
        end: One past it.
        text: True if it holds words.
        opening: Its first tag.
        name: Its tag's name, prefix and all.
    """

    run: Run | None
    start: int
    inner: int
    text: bool
    opening: bytes
    name: bytes
    inner_end: int = 0
    end: int = 0


class Piece(str):
    """Words as the reader took them, with where they stand.

    Attributes:
        leaf: The element that they stand in.
        at: Where in the bytes the words begin; None for a sign that an element stands for.
    """

    leaf: Leaf
    at: int | None

    def byte(self, offset: int, data: bytes) -> int:
        """The byte at which the words from ``offset`` on begin."""
        if self.at is None:
            return self.leaf.start if offset == 0 else self.leaf.end
        if offset == 0:
            return self.at
        if data[self.at : self.at + 1] == b"&":  # one character, written as an entity
            return data.index(b";", self.at) + 1
        if data[self.at : self.at + 2] == b"\r\n":  # one line end
            return self.at + 2
        return self.at + len(self[:offset].encode())

    @property
    def anchorable(self) -> bool:
        """True if a comment may begin or end here."""
        return self.leaf.run is not None and not self.leaf.run.boxed


@attrs.frozen
class Placed:
    """A piece at its place in the draft's content.

    Attributes:
        start: Its first code point in the content.
        piece: The words.
        skip: How many of its first code points are not in the content.
        length: How many code points of it are.
    """

    start: int
    piece: Piece
    skip: int
    length: int


TRANSITIONAL: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
"""The two namespaces of Word documents."""

_SIGNS: Final = frozenset("tab ptab cr br noBreakHyphen softHyphen sym".split())


def pieces_of(data: bytes, content: str, name: str) -> list[Placed]:
    """The pieces of a body, each at its place in the content that was read of it, in order.

    Args:
        data: The bytes of the document's main part.
        content: What was read of the document.
        name: The file's name, for messages.

    Raises:
        UsageError: if the part is not UTF-8.
    """
    reader = _walked(data, name)
    found: list[Placed] = []
    at = 0
    for paragraph in flattened(reader.parts):
        whole = "".join(paragraph.texts)
        text = whole.strip()
        while text and at < len(content) and content[at] in "\n\t" and not content.startswith(text, at):
            at += 1
        if not text or not content.startswith(text, at):
            continue  # a table of contents, which is not read
        found += _placed(paragraph.texts, at, whole, text)
        at += len(text)
    return found


def _placed(texts: list[str], at: int, whole: str, text: str) -> Iterator[Placed]:
    """The pieces of a paragraph; white space at its ends is not in the content, and equations have no runs of text."""
    first = len(whole) - len(whole.lstrip())
    last = first + len(text)
    here = 0
    for piece in texts:
        start, end = max(here, first), min(here + len(piece), last)
        if end > start and isinstance(piece, Piece):
            yield Placed(at + start - first, piece, start - here, end - start)
        here += len(piece)


class _Reader(BodyReader):
    """Marks every piece with where it stands."""

    leaf: Leaf | None = None
    byte: int | None = None

    def _put(self, words: str) -> None:
        piece = Piece(words)
        if self.leaf is None:
            super()._put(words)
            return
        piece.leaf, piece.at = self.leaf, self.byte
        super()._put(piece)


class _Walk:
    """Tells the reader what comes, and keeps where it stands."""

    def __init__(self, data: bytes, reader: _Reader) -> None:
        self.data = data
        self.reader = reader
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        self.parser.buffer_text = False
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.words
        self.names: list[str] = []
        self.runs: list[Run] = []
        self.leaves: list[Leaf] = []
        self.boxes = 0

    def start(self, tag: str, given: dict[str, str]) -> None:
        space, _, local = tag.rpartition(" ")
        at = self.parser.CurrentByteIndex
        ours = space in (TRANSITIONAL, STRICT)
        self.names.append(local if ours else "")
        if not ours:
            self.reader.leaf = None
        elif local == "txbxContent":
            self.boxes += 1
        elif local == "r":
            opening = self.data[at : _tag_end(self.data, at)]
            name = _name(opening)
            self.runs.append(Run(at, opening, at + len(opening), name, self.boxes > 0))
        elif local in _SIGNS or local == "t":
            opening = self.data[at : _tag_end(self.data, at)]
            run = self.runs[-1] if self.runs and self.names[-2:-1] == ["r"] else None
            self.leaves.append(Leaf(run, at, at + len(opening), local == "t", opening, _name(opening)))
            self.reader.leaf, self.reader.byte = self.leaves[-1], None
            if opening.endswith(b"/>"):
                self.leaves[-1].end = self.leaves[-1].inner
        self.reader.start(space, local, {key.rpartition(" ")[2]: value for key, value in given.items()})

    def end(self, tag: str) -> None:
        space, _, local = tag.rpartition(" ")
        at = self.parser.CurrentByteIndex
        self.reader.end(space, local)
        self.names.pop()
        closing = _tag_end(self.data, at)
        if space not in (TRANSITIONAL, STRICT):
            return
        if local == "txbxContent":
            self.boxes -= 1
        elif local == "r":
            run = self.runs.pop()
            run.inner_end, run.end = at, closing
        elif local in _SIGNS or local == "t":
            leaf = self.leaves.pop()
            leaf.inner_end, leaf.end = (at, closing) if not leaf.end else (leaf.inner, leaf.end)
            self.reader.leaf = None
        elif local == "rPr" and self.names[-1:] == ["r"] and self.runs:
            run = self.runs[-1]
            run.opening += self.data[run.inner : closing]
            run.inner = closing

    def words(self, words: str) -> None:
        self.reader.byte = self.parser.CurrentByteIndex
        self.reader.words(words)


def _walked(data: bytes, name: str) -> _Reader:
    reader = _Reader(name)
    refuse_other_encodings(data, name)
    walk = _Walk(data, reader)
    walk.parser.Parse(data, True)
    return reader


def refuse_other_encodings(data: bytes, name: str) -> None:
    """Let only UTF-8 pass, in which bytes are where the parser says they are.

    Raises:
        UsageError: if a part is in another encoding.
    """
    head = data[:200].lower()
    declared = b"encoding=" in head.partition(b"?>")[0]
    if b"\0" in head or (declared and b"utf-8" not in head and b"us-ascii" not in head):
        raise UsageError("its parts are not in UTF-8: no comments can be put in", path=name)


def _tag_end(data: bytes, at: int) -> int:
    """One past the ``>`` of the tag that begins at ``at``; one in an attribute's value does not count."""
    quote = 0
    for here in range(at, len(data)):
        byte = data[here]
        if quote:
            quote = 0 if byte == quote else quote
        elif byte in b"\"'":
            quote = byte
        elif byte == 0x3E:
            return here + 1
    return len(data)


def _name(tag: bytes) -> bytes:
    return tag[1:].split(None, 1)[0].rstrip(b"/>")


def inserted(data: bytes, addition: bytes) -> bytes:
    """A part with ``addition`` as the last thing in its root element."""
    ends: list[tuple[int, str]] = []
    parser = expat.ParserCreate()

    def ended(tag: str) -> None:
        ends.append((parser.CurrentByteIndex, tag))

    parser.EndElementHandler = ended
    parser.Parse(data, True)
    at, tag = ends[-1]
    if data[at : at + 2] == b"</":
        return data[:at] + addition + data[at:]
    end = _tag_end(data, at)
    return data[: end - 2] + b">" + addition + f"</{tag}>".encode() + data[end:]


Starts = Callable[[str, Mapping[str, str]], None]


def each_start(data: bytes, take: Starts) -> None:
    """Give every element's name (prefix and all) and attributes to ``take``."""
    parser = expat.ParserCreate()
    parser.StartElementHandler = take
    parser.Parse(data, True)
