"""An XML text walked over with the way back to its characters. What its elements mean is the formats' own modules'.

Follows XML 1.0 as expat reads it: no entity of a document's own is ever opened, and a document type that defines any
is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final
from xml.parsers import expat

from quotecheck.model.errors import ReadingError

_DEEPEST: Final = 2_000  # elements inside each other

Start = Callable[[str, str, Mapping[str, str]], None]
End = Callable[[str, str], None]
Words = Callable[[str], None]


class Walk:
    """One pass over an XML text.

    Attributes:
        start: Offset in the text of what is being told of, in code points.
        end: One past its end; for characters only.
    """

    def __init__(self, source: str, name: str) -> None:
        """A walk.

        Args:
            source: The decoded file.
            name: Its name, for messages.
        """
        self.start = 0
        self.end = 0
        self._source = source
        self._data = source.encode("utf-8", "surrogatepass")
        self._name = name
        self._in_cdata = False
        self._bytes = 0  # how far ``start`` is, in bytes

    def run(self, start: Start, end: End, words: Words) -> None:
        """Tell of every element and all characters, in order.

        Args:
            start: Takes namespace, local name and attributes by local name.
            end: Takes namespace and local name.
            words: Takes characters; those that stand for themselves one by one have a range as long as they are.

        Raises:
            ReadingError: if it is no XML (code "damaged"), nests too deep (code "too-deep") or defines entities (code
                "hostile").
        """
        parser = expat.ParserCreate("utf-8", " ")
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        depth = 0

        def opened(tag: str, given: dict[str, str]) -> None:
            nonlocal depth
            depth += 1
            if depth > _DEEPEST:
                raise ReadingError("it is nested deeper than any document", path=self._name, code="too-deep")
            self._move(parser.CurrentByteIndex)
            space, _, local = tag.rpartition(" ")
            start(space, local, {key.rpartition(" ")[2]: value for key, value in given.items()})

        def closed(tag: str) -> None:
            nonlocal depth
            depth -= 1
            self._move(parser.CurrentByteIndex)
            space, _, local = tag.rpartition(" ")
            end(space, local)

        def said(text: str) -> None:
            self._move(parser.CurrentByteIndex)
            self.end = self._past(text)
            words(text)

        def defined(*_: object) -> None:
            raise ReadingError("it defines entities of its own: it is not read", path=self._name, code="hostile")

        parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = opened, closed, said
        parser.EntityDeclHandler = defined
        parser.StartCdataSectionHandler = lambda: self._cdata(True)
        parser.EndCdataSectionHandler = lambda: self._cdata(False)
        try:
            parser.Parse(self._data, True)
        except expat.ExpatError as error:
            message = f"the file is damaged: it is no XML ({expat.ErrorString(error.code)})"
            raise ReadingError(
                message, path=self._name, line=error.lineno, column=error.offset + 1, code="damaged"
            ) from error

    def _cdata(self, inside: bool) -> None:
        self._in_cdata = inside

    def _move(self, index: int) -> None:
        self.start += len(self._data[self._bytes : index].decode("utf-8", "surrogatepass"))
        self._bytes = index

    def _past(self, text: str) -> int:
        """One past the end of characters in the file: a reference is longer than what it stands for."""
        if self._source.startswith("&", self.start) and not self._in_cdata:
            return self._source.find(";", self.start) + 1 or self.start + 1
        if self._source.startswith(text, self.start):
            return self.start + len(text)
        return self.start + len(text) + (self._source.startswith("\r\n", self.start))
