"""One segment of an archive: documents and the index to them, in one file that never changes.

The file is a row of sections, then a footer that says where each stands and its checksum, then the footer's length.
The file is called by the footer's hash, so that what it holds is known by its name:

blocks     documents one after the other, compressed some together
rests      for each posting, the bits of its term below the directory's; ascending inside each entry of the directory
owners     for each posting, the number of the document
directory  for each value of a term's first bits, where its postings begin
places     for each document: its block, where it begins there, its length in bytes, its tokens,
           its code points
ids        for each document, the hash of its id
starts     where each block begins

All numbers are little-endian. The memory for a segment that is open is its pages that were looked at.
"""

from __future__ import annotations

import json
import mmap
import os
import zlib
from collections.abc import Iterator
from functools import cached_property
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Any, Final

import attrs
import numpy as np
import numpy.typing as npt

from quotecheck.archive.errors import ArchiveError
from quotecheck.archive.terms import BITS, Numbers

MAGIC: Final = b"quotecheck-segment-1\n"
SUFFIX: Final = ".segment"
MOST_DOCUMENTS: Final = 60_000
"""Documents of one segment: their numbers take two bytes."""
SECTIONS: Final = {
    "blocks": "u1", "rests": "", "owners": "<u2", "directory": "<u4", "places": "<u4", "ids": "<u8", "starts": "<u8",
}  # fmt: skip
WIDE: Final = 20
NARROW: Final = 12
"""Bits of a term that the directory of a large and of a small segment knows."""
LARGE: Final = 1 << 22
"""Postings from which a segment is large."""
_PIECE: Final = 1 << 20


@attrs.frozen(kw_only=True)
class Footer:
    """What a segment says of itself.

    Attributes:
        documents: How many it holds.
        tokens: Their words, figures and signs.
        characters: Their code points.
        bits: Bits of a term that its directory knows.
        sections: (name, offset, length in bytes, checksum) of each section.
    """

    documents: int
    tokens: int
    characters: int
    bits: int
    sections: tuple[tuple[str, int, int, str], ...]

    def to_bytes(self) -> bytes:
        """As it stands in the file."""
        return json.dumps(attrs.asdict(self), separators=(",", ":"), sort_keys=True).encode("ascii")

    @property
    def name(self) -> str:
        """The file's name: what the footer comes to."""
        return sha256(self.to_bytes()).hexdigest()[:32] + SUFFIX


class Segment:
    """A segment, open for reading. Threads may share it."""

    def __init__(self, path: Path) -> None:
        """Opens a segment.

        Args:
            path: The file.

        Raises:
            FileNotFoundError: if there is none.
            ArchiveError: if it is not the segment of that name.
        """
        self.path = path
        with open(path, "rb") as file:
            try:
                self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            except ValueError as error:
                raise _damaged(path, "it is empty") from error
        self.footer = _footer(self._bytes, path)
        self._at = {name: (offset, length) for name, offset, length, _ in self.footer.sections}
        self._last_block: tuple[int, bytes] = (-1, b"")

    def __len__(self) -> int:
        return self.footer.documents

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.name

    def _section(self, name: str, dtype: str) -> npt.NDArray[Any]:
        offset, length = self._at[name]
        size = np.dtype(dtype).itemsize
        return np.frombuffer(self._bytes, dtype=dtype, count=length // size, offset=offset)

    @cached_property
    def rests(self) -> npt.NDArray[Any]:
        """The lower bits of each posting's term."""
        return self._section("rests", rest_type(self.footer.bits))

    @cached_property
    def owners(self) -> npt.NDArray[np.uint16]:
        """The document of each posting."""
        return self._section("owners", SECTIONS["owners"])

    @cached_property
    def directory(self) -> npt.NDArray[np.uint32]:
        """Where the postings of each value of a term's first bits begin, and one past the last."""
        return self._section("directory", SECTIONS["directory"])

    @cached_property
    def places(self) -> npt.NDArray[np.uint32]:
        """Block, start, length in bytes, tokens and code points of each document."""
        return self._section("places", SECTIONS["places"]).reshape(-1, 5)

    @cached_property
    def ids(self) -> Numbers:
        """The hash of each document's id."""
        return self._section("ids", SECTIONS["ids"])

    @cached_property
    def _starts(self) -> Numbers:
        return self._section("starts", SECTIONS["starts"])

    def postings(self, term: int) -> npt.NDArray[np.uint16]:
        """Numbers of the documents that have a term, ascending.

        Args:
            term: As ``terms.kept`` gives it.
        """
        low = BITS - self.footer.bits
        head, rest = term >> low, term & ((1 << low) - 1)
        first, past = int(self.directory[head]), int(self.directory[head + 1])
        rests = self.rests[first:past]
        begin, end = np.searchsorted(rests, [rest, rest + 1])
        return self.owners[first + int(begin) : first + int(end)]

    def range_of(self, heads: int, total: int) -> tuple[Numbers, npt.NDArray[np.uint16]]:
        """Terms and documents of one part of all postings, ascending by term.

        Args:
            heads: Which part, from 0.
            total: Parts in all; a power of two, ``1 << NARROW`` at most.
        """
        low = BITS - self.footer.bits
        each = (1 << self.footer.bits) // total
        first_head = heads * each
        bounds = self.directory[first_head : first_head + each + 1].astype(np.int64)
        first, past = int(bounds[0]), int(bounds[-1])
        heads_of = np.repeat(np.arange(first_head, first_head + each, dtype=np.uint64), np.diff(bounds))
        return (heads_of << np.uint64(low)) | self.rests[first:past].astype(np.uint64), self.owners[first:past]

    def document(self, number: int) -> bytes:
        """A document's bytes.

        Raises:
            ArchiveError: if they are damaged.
        """
        block, start, length = (int(value) for value in self.places[number][:3])
        kept, data = self._last_block
        if kept != block:
            offset, _ = self._at["blocks"]
            first = int(self._starts[block])
            past = int(self._starts[block + 1])
            try:
                data = zlib.decompress(self._bytes[offset + first : offset + past])
            except zlib.error as error:
                raise _damaged(self.path, "a block cannot be unpacked") from error
            self._last_block = block, data
        if start + length > len(data):
            raise _damaged(self.path, "a document ends outside its block")
        return data[start : start + length]

    def faults(self) -> Iterator[str]:
        """What a look at every byte finds wrong; nothing if it is whole."""
        for name, offset, length, checksum in self.footer.sections:
            found = blake2b(digest_size=16)
            for at in range(offset, offset + length, _PIECE):
                found.update(self._bytes[at : min(at + _PIECE, offset + length)])
            if found.hexdigest() != checksum:
                yield f"{self.name}: the section {name!r} was changed after it was written"

    def close(self) -> None:
        """Lets the file go, if nothing of it is in use."""
        for name in ("rests", "owners", "directory", "places", "ids", "_starts"):
            self.__dict__.pop(name, None)
        try:
            self._bytes.close()
        except BufferError:
            return


def rest_type(bits: int) -> str:
    """The type of what is left of a term below the directory's bits."""
    return "<u2" if BITS - bits <= 16 else "<u4"


def _footer(data: mmap.mmap, path: Path) -> Footer:
    if len(data) < len(MAGIC) + 8 or data[: len(MAGIC)] != MAGIC:
        raise _damaged(path, "it is no segment")
    size = int.from_bytes(data[-8:], "little")
    if size > len(data) - 8 - len(MAGIC):
        raise _damaged(path, "it was cut off")
    written = data[-8 - size : -8]
    try:
        values = json.loads(written)
        footer = Footer(**{**values, "sections": tuple(tuple(one) for one in values["sections"])})
    except (ValueError, KeyError, TypeError) as error:
        raise _damaged(path, "its footer cannot be read") from error
    if footer.to_bytes() != written or footer.name != path.name:
        raise _damaged(path, "its footer is not that of its name")
    if {name for name, *_ in footer.sections} != set(SECTIONS) or any(
        offset + length > len(data) for _, offset, length, _ in footer.sections
    ):
        raise _damaged(path, "it was cut off")
    return footer


def _damaged(path: Path, why: str) -> ArchiveError:
    return ArchiveError(f"the segment is damaged: {why}; the documents in it must be added again", path=str(path))


class SegmentFile:
    """A segment being written: sections one after the other into a temporary file, which gets its name at the end."""

    def __init__(self, directory: Path) -> None:
        """Begins a file.

        Args:
            directory: Where the segment will lie.
        """
        self._directory = directory
        self._path = directory / f".{os.getpid()}-{id(self):x}.tmp"
        self._file = open(self._path, "wb")  # noqa: SIM115 - closed by finish or drop
        self._file.write(MAGIC)
        self._sections: list[tuple[str, int, int, str]] = []
        self._name = ""
        self._begun = 0
        self._sum = blake2b(digest_size=16)

    def begin(self, name: str) -> None:
        """Begins a section; the one before is complete."""
        self._end()
        self._file.write(bytes(-self._file.tell() % 8))
        self._name, self._begun, self._sum = name, self._file.tell(), blake2b(digest_size=16)

    def write(self, data: bytes) -> None:
        """Adds to the section."""
        self._sum.update(data)
        self._file.write(data)

    def section(self, name: str, values: npt.NDArray[Any]) -> None:
        """A whole section."""
        self.begin(name)
        self.write(np.ascontiguousarray(values, dtype=SECTIONS[name] or values.dtype).tobytes())

    def finish(self, *, documents: int, tokens: int, characters: int, bits: int) -> Path:
        """Writes the footer and gives the file its name; all of it is on disk then.

        Returns:
            The segment's path.
        """
        self._end()
        sections = tuple(self._sections)
        footer = Footer(documents=documents, tokens=tokens, characters=characters, bits=bits, sections=sections)
        data = footer.to_bytes()
        self._file.write(data + len(data).to_bytes(8, "little"))
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        path = self._directory / footer.name
        os.replace(self._path, path)
        sync_directory(self._directory)
        return path

    def drop(self) -> None:
        """Forgets the file."""
        self._file.close()
        self._path.unlink(missing_ok=True)

    def _end(self) -> None:
        if self._name:
            length = self._file.tell() - self._begun
            self._sections.append((self._name, self._begun, length, self._sum.hexdigest()))
            self._name = ""


def sync_directory(directory: Path) -> None:
    """Puts a directory's names on disk, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def id_number(id: str) -> int:
    """The hash of a document's id."""
    return int.from_bytes(blake2b(id.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


__all__ = ["MOST_DOCUMENTS", "Footer", "Segment", "SegmentFile", "id_number", "sync_directory"]
