"""Lists of candidates, JSON Lines, CSV, Parquet or linked data, one at a time and in bounded memory.

Their sources are not opened here.

A line that cannot be read becomes an ``Unread`` in its place, and the next one is read.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import BinaryIO

from quotecheck.model.errors import ReadingError
from quotecheck.model.problems import Problem
from quotecheck.reading import jsonlines, linked, parquet, tables
from quotecheck.reading.candidates import Candidate, Unread
from quotecheck.reading.columns import names_text
from quotecheck.reading.encodings import decode
from quotecheck.reading.files import LIMIT

_HEAD = 1 << 16  # bytes of the first line that are looked at


def read_candidates(
    stream: BinaryIO, name: str, *, limit: int = LIMIT, tell: Callable[[Problem], None] | None = None
) -> Iterator[Candidate | Unread]:
    """The candidates of a list, lazily and in order; blank lines are passed over.

    A page with linked data in it, JSON-LD and Web Annotations are lists too.

    Args:
        stream: The open file or standard input, at its beginning.
        name: Its name, for messages; decides between CSV and JSON Lines where the first line does not.
        limit: Bytes (JSON Lines) or code points (CSV, Parquet) of the longest line, row or cell.
        tell: Takes what was guessed, at once: a column that is named otherwise, the encoding of a cell.

    Raises:
        ReadingError: if the whole is neither JSON Lines nor CSV or Parquet with a column ``text``.
        UsageError: if it is Parquet, and pyarrow is not installed.
    """
    head = stream.readline(_HEAD)
    if head.startswith(parquet.MAGIC):
        if stream.seekable():
            stream.seek(0)
        yield from parquet.read(stream, name, limit)
        return
    buffered = io.BufferedReader(_Again(head, stream), _HEAD)
    wide = next((mark for mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) if head.startswith(mark)), None)
    start = head.decode("utf-16" if wide else "utf-8-sig", "replace").lstrip()
    if _may_be_linked(start, name):
        data = buffered.read(limit + 1)
        text = decode(data[:limit])
        if len(data) <= limit and text is not None and linked.looks_linked(text.text):
            yield from linked.read(text.text, name)
            return
        buffered = io.BufferedReader(_Again(data, buffered), _HEAD)
    if start.startswith("["):
        raise ReadingError("one JSON object a line is wanted (JSON Lines), not one array", path=name, line=1, column=1)
    if _is_table(start, name):
        yield from tables.read(buffered, name, "utf-16" if wide else "utf-8-sig", limit, tell or _silent)
    elif wide:
        raise ReadingError("JSON Lines are UTF-8, and this is UTF-16", path=name, line=1, column=1)
    else:
        yield from jsonlines.read(buffered, name, limit)


def _may_be_linked(start: str, name: str) -> bool:
    """True for what may be a page or one JSON value over many lines: no line of a list is a bracket alone."""
    if start.startswith("<") or PurePath(name).suffix.lower() in (".html", ".htm", ".jsonld"):
        return True
    return start.strip() in ("{", "[") or (start.startswith(("{", "[")) and '"@context"' in start)


def _is_table(start: str, name: str) -> bool:
    if start.startswith("{"):
        return False
    if PurePath(name).suffix.lower() in (".csv", ".tsv", ".tab"):
        return True
    header = start.splitlines()[0] if start else ""
    if header.strip().lower() == "text" or header.strip('"').startswith("sep="):
        return True
    return any(mark in header and names_text(header.split(mark)) for mark in ",;\t")


def _silent(_: Problem) -> None:
    """Nobody wants to know."""


class _Again(io.RawIOBase):
    """A binary stream of any kind with its head, which was read already, in front of it again.

    It never waits for more than what is there: a line is given on when it has come.
    """

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head = head
        self._read = getattr(stream, "read1", stream.read)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._head[: len(buffer)] or self._read(len(buffer))
        self._head = self._head[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)
