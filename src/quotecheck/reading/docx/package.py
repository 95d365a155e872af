"""An office file's parts, each out of its zip in bounded memory. What the parts say is not read here."""

from __future__ import annotations

import contextlib
import io
import posixpath
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import Final
from xml.parsers import expat

import attrs

from quotecheck.model.errors import ReadingError

_LARGEST: Final = 96 * 1024 * 1024  # bytes of a part when inflated; the longest novels have a tenth of that
_MOST_PARTS: Final = 20_000
_ENTRY: Final = b"PK\x01\x02"  # begins what the zip's list says of one part
_DENSE: Final = 400  # times that a part may grow, if it grows large; text shrinks to a tenth, markup to a fiftieth
_SMALL: Final = 8 * 1024 * 1024
_CHUNK: Final = 1 << 16
_DEEPEST: Final = 2_000  # elements inside each other; programs refuse far fewer

_RELATIONSHIP: Final = "/relationships/"
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError, KeyError)

Start = Callable[[str, str, Mapping[str, str]], None]
End = Callable[[str, str], None]
Words = Callable[[str], None]


class NoPart(Exception):
    """The package has no such part."""


@attrs.frozen
class Package:
    """An open office file.

    Attributes:
        name: Its name, for messages.
    """

    name: str
    _zip: zipfile.ZipFile
    _names: Mapping[str, zipfile.ZipInfo]

    @classmethod
    def open(cls, data: bytes, name: str) -> Package:
        """The package in a file's bytes.

        Raises:
            ReadingError: if it is damaged or cut off (code "damaged").
        """
        if data.count(_ENTRY) > _MOST_PARTS:  # before each becomes an object
            raise ReadingError("the file has more parts than any document", path=name, code="too-large")
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
            infos = archive.infolist()
        except _FAULTS as error:
            raise ReadingError(
                "the file is damaged or cut off: its parts cannot be listed", path=name, code="damaged"
            ) from error
        return cls(name, archive, {info.filename.lstrip("/"): info for info in infos})

    def has(self, part: str) -> bool:
        """True if there is such a part."""
        return part in self._names

    def parts(self) -> tuple[str, ...]:
        """The names of all parts, in the file's order."""
        return tuple(self._names)

    def is_link(self, part: str) -> bool:
        """True if a part is a link to another file, as archives made on Unix can hold."""
        info = self._names.get(part)
        return info is not None and stat.S_ISLNK(info.external_attr >> 16)

    def main(self) -> str:
        """The name of the part that holds the document."""
        found = self.targets("").get("officeDocument")
        if found is None and self.has("word/document.xml"):
            return "word/document.xml"
        if found is None:
            raise ReadingError("the file holds no document: its main part is missing", path=self.name, code="damaged")
        return found

    def targets(self, part: str) -> dict[str, str]:
        """The parts that ``part`` points to, by the last word of the relationship's type; the package's own for ""."""
        folder, base = posixpath.split(part)
        found: dict[str, str] = {}

        def start(_space: str, local: str, given: Mapping[str, str]) -> None:
            kind = given.get("Type", "")
            if local == "Relationship" and _RELATIONSHIP in kind and given.get("TargetMode") != "External":
                target = given.get("Target", "")
                whole = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                found.setdefault(kind.rsplit("/", 1)[1], posixpath.normpath(whole))

        with contextlib.suppress(NoPart):
            self.parse(posixpath.join(folder, "_rels", f"{base}.rels"), start, None, None)
        return found

    def links(self, part: str) -> dict[str, str]:
        """The addresses outside the file that ``part`` points to, by the relationship's id."""
        folder, base = posixpath.split(part)
        found: dict[str, str] = {}

        def start(_space: str, local: str, given: Mapping[str, str]) -> None:
            if local == "Relationship" and given.get("TargetMode") == "External":
                found[given.get("Id", "")] = given.get("Target", "")

        with contextlib.suppress(NoPart):
            self.parse(posixpath.join(folder, "_rels", f"{base}.rels"), start, None, None)
        return found

    def content(self, part: str) -> bytes:
        """The bytes of a part; raises as ``parse``."""
        info = self._names.get(part)
        if info is None:
            raise NoPart(part)
        return b"".join(self._inflated(info))

    def parse(self, part: str, start: Start, end: End | None, words: Words | None) -> None:
        """Walk over the XML of a part.

        Args:
            part: Its name.
            start: Takes each element's namespace, local name and attributes by local name.
            end: Takes each element's namespace and local name.
            words: Takes characters.

        Raises:
            NoPart: if there is no such part.
            ReadingError: if it cannot be read, is larger than documents are, or declares a document type.
        """
        info = self._names.get(part)
        if info is None:
            raise NoPart(part)
        parser = _parser(self.name, part, start, end, words)
        try:
            for chunk in self._inflated(info):
                parser.Parse(chunk, False)
            parser.Parse(b"", True)
        except expat.ExpatError as error:
            message = f"the file is damaged: {part} is no XML ({expat.ErrorString(error.code)}, line {error.lineno})"
            raise ReadingError(message, path=self.name, code="damaged") from error

    def _inflated(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        if info.flag_bits & 1:
            raise ReadingError("the file is encrypted: save it without a password", path=self.name, code="encrypted")
        if info.file_size > _LARGEST or (info.file_size > _SMALL and info.file_size > _DENSE * info.compress_size):
            raise self._swollen(info)
        size = 0
        try:
            with self._zip.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    if size > _LARGEST:
                        raise self._swollen(info)
                    yield chunk
        except ReadingError:
            raise
        except _FAULTS as error:
            message = f"the file is damaged: {info.filename} cannot be unpacked"
            raise ReadingError(message, path=self.name, code="damaged") from error

    def _swollen(self, info: zipfile.ZipInfo) -> ReadingError:
        message = f"{info.filename} unpacks to more than any document holds: it is not read"
        return ReadingError(message, path=self.name, code="too-large")


def _parser(name: str, part: str, start: Start, end: End | None, words: Words | None) -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    depth = 0

    def opened(tag: str, given: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise ReadingError(f"{part} is nested deeper than any document", path=name, code="too-deep")
        space, _, local = tag.rpartition(" ")
        start(space, local, {key.rpartition(" ")[2]: value for key, value in given.items()})

    def closed(tag: str) -> None:
        nonlocal depth
        depth -= 1
        if end is not None:
            space, _, local = tag.rpartition(" ")
            end(space, local)

    def declared(*_: object) -> None:
        message = f"{part} declares a document type, which office files never do: it is not read"
        raise ReadingError(message, path=name, code="hostile")

    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    parser.StartDoctypeDeclHandler = declared
    if words is not None:
        parser.CharacterDataHandler = words
    return parser
