"""XML as a row of events with their places in the file. Nothing is fetched, no entity grows, nothing recurses.

The parser is expat, which tells at which byte each stretch of characters begins; the text is given to it as UTF-8,
whatever the file's own encoding was, and bytes are counted back into code points.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple
from xml.parsers import expat

from quotecheck.reading.transcripts.talk import Piece

_CHUNK: Final = 1 << 16
_DEEPEST: Final = 250
_LONGEST_ENTITY: Final = 8  # code points: a character's name, never a text
_DECLARED: Final = re.compile(rb"<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9_.-]{2,40})")
_ENCODINGS: Final = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "utf-8", "ascii": "utf-8"}
_SAFE: Final = re.compile(
    r"utf-8|cp125\d|windows-125\d|iso-8859-\d{1,2}|koi8-[ru]|big5|gb18030|shift_jis|euc-jp|euc-kr", re.IGNORECASE
)
_REFERENCE: Final = re.compile(r"&(?:#\d{1,8}|#x[0-9A-Fa-f]{1,8}|[\w.:-]{1,60});")
_CHARACTER: Final = re.compile(r"&#x?[0-9A-Fa-f]{1,6};")
_WHITE: Final = re.compile(r"[ \t\r\n]+")
_VALUE_LIMIT: Final = 4000


class Broken(Exception):
    """The text is no XML, or none that is read.

    Attributes:
        message: What is wrong, as a sentence.
        at: Where, as an offset.
        code: "bad-xml", or "unsafe" for what would grow or be fetched.
    """

    def __init__(self, message: str, at: int, code: str = "bad-xml") -> None:
        super().__init__(message)
        self.message = message
        self.at = at
        self.code = code


class Start(NamedTuple):
    """An element begins.

    Attributes:
        name: Its name without a prefix.
        given: Its attributes by their names without a prefix; of two of one name, the one without a prefix.
        at: Offset of its tag in the text.
    """

    name: str
    given: Mapping[str, str]
    at: int


class End(NamedTuple):
    """An element ends; ``name`` and ``at`` as for ``Start``."""

    name: str
    at: int


class Words(NamedTuple):
    """Characters; every white space is one space. A stretch between two tags may come in several."""

    piece: Piece


Event = Start | End | Words


def declared_encoding(data: bytes) -> str | None:
    """The encoding that an XML file declares, by Python's name; None if none, or one that is not read."""
    found = _DECLARED.search(data[:400])
    if found is None:
        return None
    name = found[1].decode("ascii").lower()
    name = _ENCODINGS.get(name, name)
    return name if _SAFE.fullmatch(name) else None


def walk(text: str) -> Iterator[Event]:
    """The events of an XML text, in order. Its cost is linear in the text.

    Args:
        text: The whole file. What its declaration says of its encoding is passed over.

    Raises:
        Broken: if it is no XML, deeper than any text, or declares entities that are more than a character's name.
    """
    return _Walk(text).events()


class _Walk:
    def __init__(self, text: str) -> None:
        self._text = text
        self._data = text.encode("utf-8", "replace")
        self._plain = len(self._data) == len(text)
        self._byte = self._at = 0  # the last byte that was counted, and its offset in the text
        self._depth = 0
        self._verbatim = False  # inside a CDATA section
        self._found: list[Event] = []
        self._parser = self._made()

    def events(self) -> Iterator[Event]:
        data = memoryview(self._data)
        try:
            for start in range(0, max(1, len(data)), _CHUNK):
                self._parser.Parse(bytes(data[start : start + _CHUNK]), False)
                yield from self._taken()
            self._parser.Parse(b"", True)
        except expat.ExpatError as error:
            message = f"it is no whole XML: {expat.ErrorString(error.code)}"
            raise Broken(message, self._offset(self._parser.ErrorByteIndex)) from None
        yield from self._taken()

    def _made(self) -> expat.XMLParserType:
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = False
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        parser.StartCdataSectionHandler = self._cdata
        parser.EndCdataSectionHandler = self._no_cdata
        parser.EntityDeclHandler = self._entity
        parser.SkippedEntityHandler = self._skipped
        return parser

    def _taken(self) -> list[Event]:
        found, self._found = self._found, []
        return found

    def _offset(self, byte: int) -> int:
        if self._plain:
            return min(byte, len(self._text))
        if byte < self._byte:
            self._byte = self._at = 0
        self._at += len(self._data[self._byte : byte].decode("utf-8", "ignore"))
        self._byte = byte
        return self._at

    def _here(self) -> int:
        return self._offset(self._parser.CurrentByteIndex)

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        at = self._here()
        self._depth += 1
        if self._depth > _DEEPEST:
            raise Broken("it is nested deeper than any text", at)
        given: dict[str, str] = {}
        for key, value in attributes.items():
            local = key.rpartition(":")[2]
            if local == key or local not in given:
                given[local] = value[:_VALUE_LIMIT]
        self._found.append(Start(name.rpartition(":")[2], given, at))

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._found.append(End(name.rpartition(":")[2], self._here()))

    def _words(self, words: str) -> None:
        at = self._here()
        reference = None if self._verbatim else _REFERENCE.match(self._text, at, at + 70)
        if reference:
            self._put(words, at, reference.end())
        elif words == "\n" and self._text.startswith("\r\n", at):
            self._white(at, at + 2)
        else:
            self._put(words, at, at + len(words))

    def _put(self, words: str, start: int, end: int) -> None:
        """Characters, with each run of white space as one space that stands for all of it."""
        if end - start != len(words):
            self._found.append(Words(Piece(_WHITE.sub(" ", words), start, end)))
            return
        at = 0
        for white in _WHITE.finditer(words):
            if white[0] != " " or len(words) == 1:
                if at < white.start():
                    self._found.append(Words(Piece(words[at : white.start()], start + at, start + white.start())))
                self._white(start + white.start(), start + white.end())
                at = white.end()
        if at < len(words):
            self._found.append(Words(Piece(words[at:], start + at, start + len(words))))

    def _white(self, start: int, end: int) -> None:
        """White space; what adjoins it is one with it."""
        last = self._found[-1] if self._found else None
        if isinstance(last, Words) and last.piece.text == " " and last.piece.end == start:
            self._found[-1] = Words(Piece(" ", last.piece.start, end))
        else:
            self._found.append(Words(Piece(" ", start, end)))

    def _cdata(self) -> None:
        self._verbatim = True

    def _no_cdata(self) -> None:
        self._verbatim = False

    def _entity(
        self,
        name: str,
        parameter: bool,
        value: str | None,
        base: str | None,
        system: str,
        public: str | None,
        notation: str | None,
    ) -> None:
        """A declaration of an entity: a character's name is let pass, what would grow or be fetched is not."""
        if parameter or value is None:
            raise Broken(f"it declares an entity that stands elsewhere ({name[:40]})", self._here(), "unsafe")
        single = len(value) <= _LONGEST_ENTITY and "<" not in value
        if not single or ("&" in value and value != "&" and not _CHARACTER.fullmatch(value)):
            raise Broken(f"it declares an entity that would grow ({name[:40]})", self._here(), "unsafe")

    def _skipped(self, name: str, parameter: bool) -> None:
        """A character's name that a document type elsewhere would declare: ``&nbsp;``."""
        shown = html.unescape(f"&{name};")
        if not parameter and not shown.startswith("&"):
            at = self._here()
            self._found.append(Words(Piece(shown.replace("\xa0", " "), at, at + len(name) + 2)))
