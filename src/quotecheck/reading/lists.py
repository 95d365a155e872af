"""Lists of candidates, JSON Lines or CSV, one at a time and in bounded memory. Their sources are not opened here.

A line that cannot be read becomes an ``Unread`` in its place, and the next one is read.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO

from quotecheck.model.errors import ReadingError
from quotecheck.reading import jsonlines, tables
from quotecheck.reading.candidates import Candidate, Unread
from quotecheck.reading.files import LIMIT


def read_candidates(stream: BinaryIO, name: str, *, limit: int = LIMIT) -> Iterator[Candidate | Unread]:
    """The candidates of a list, lazily and in order; blank lines are passed over.

    Args:
        stream: The open file or standard input, at its beginning.
        name: Its name, for messages; decides between CSV and JSON Lines where the first line does not.
        limit: Bytes (JSON Lines) or code points (CSV) of the longest line or row.

    Raises:
        ReadingError: if the whole is neither JSON Lines nor CSV with a column ``text``.
    """
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(_Raw(stream), 1 << 16)
    head = buffered.peek(1 << 12)[: 1 << 12]
    wide = next((mark for mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) if head.startswith(mark)), None)
    start = head.decode("utf-16" if wide else "utf-8-sig", "replace").lstrip()
    if start.startswith("["):
        raise ReadingError("one JSON object a line is wanted (JSON Lines), not one array", path=name, line=1, column=1)
    if _is_table(start, name):
        yield from tables.read(buffered, name, "utf-16" if wide else "utf-8-sig", limit)
    elif wide:
        raise ReadingError("JSON Lines are UTF-8, and this is UTF-16", path=name, line=1, column=1)
    else:
        yield from jsonlines.read(buffered, name, limit)


def _is_table(start: str, name: str) -> bool:
    if start.startswith("{"):
        return False
    if PurePath(name).suffix.lower() in (".csv", ".tsv", ".tab"):
        return True
    header = start.splitlines()[0] if start else ""
    return any(cell.strip(' "\t').lower() == "text" for mark in ",;\t" for cell in header.split(mark))


class _Raw(io.RawIOBase):
    """A binary stream of any kind, for ``BufferedReader``."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
