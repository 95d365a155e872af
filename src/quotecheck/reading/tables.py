"""CSV and TSV of candidates: rows to records. Values are judged by ``candidates``."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO

from quotecheck.model.errors import ReadingError, nearest
from quotecheck.reading.candidates import KEYS, Candidate, Fault, Unread, candidate_from, extra_of

_ESCAPED = re.compile("[\udc80-\udcff]")


class _Lines:
    """Physical lines with their count, which refuse a row that grows past the limit."""

    def __init__(self, text: io.TextIOWrapper, limit: int) -> None:
        self._text = text
        self._limit = limit
        self.number = 0
        self.row = 1  # line at which the current row begins
        self._size = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._text.readline(self._limit + 1)
        if not line:
            raise StopIteration
        self.number += 1
        self._size += len(line)
        if self._size > self._limit:
            raise csv.Error(f"the row is longer than the limit of {self._limit:,} characters")
        return line

    def next_row(self) -> None:
        """The row is complete; the next one begins on the next line."""
        self.row = self.number + 1
        self._size = 0


def read(stream: BinaryIO, name: str, encoding: str, limit: int) -> Iterator[Candidate | Unread]:
    """The candidates of a table whose first row names the columns; arguments as ``read_candidates``.

    Raises:
        ReadingError: if there is no column ``text``, or a column is named twice.
    """
    csv.field_size_limit(max(csv.field_size_limit(), min(limit, 2**31 - 1)))
    text = io.TextIOWrapper(
        stream, encoding=encoding, errors="surrogateescape" if "8" in encoding else "replace", newline=""
    )
    lines = _Lines(text, limit)
    header_line = next(lines, "")
    delimiter = _delimiter(header_line, name)
    header = _header(header_line, delimiter, name)
    lines.next_row()
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield Unread(line=lines.row, error=_error(_said(error), name, lines.row))
        else:
            if any(row):
                yield _row(row, header, name, lines.row)
        lines.next_row()


def _said(error: csv.Error) -> str:
    if str(error) == "unexpected end of data":
        return "a quoted field that opens in this row is never closed: nothing after it could be read"
    return f"not CSV: {error}"


def _delimiter(header: str, name: str) -> str:
    if PurePath(name).suffix.lower() in (".tsv", ".tab"):
        return "\t"
    return max(",;\t", key=lambda mark: (_named_text(header, mark), header.count(mark)))


def _named_text(header: str, delimiter: str) -> bool:
    return any(cell.strip(' "\r\n').lower() == "text" for cell in header.split(delimiter))


def _header(line: str, delimiter: str, name: str) -> list[str]:
    try:
        cells = next(csv.reader([line], delimiter=delimiter, strict=True), [])
    except csv.Error as error:
        raise _error(f"not CSV: {error}", name, 1) from error
    columns = [_column(cell) for cell in cells]
    if "text" not in columns:
        near = nearest("text", [column for column in columns if column]) or nearest("quotation", columns)
        hint = f'; is it "{near}"? Name it "text"' if near else ""
        raise _error(f'no column is named "text"{hint}', name, 1)
    twice = next((column for at, column in enumerate(columns) if column and column in columns[:at]), None)
    if twice:
        raise _error(f'two columns are named "{twice}"', name, 1)
    return columns


def _column(cell: str) -> str:
    """Our own names in any case; the user's as they stand."""
    return cell.strip().lower() if cell.strip().lower() in KEYS else cell.strip()


def _row(row: list[str], header: list[str], name: str, line: int) -> Candidate | Unread:
    if len(row) > len(header):
        message = f"{len(row)} cells in a row, and the header names {len(header)} columns"
        return Unread(line=line, error=_error(message, name, line))
    record: dict[str, object] = {
        column: _decoded(cell) or None for column, cell in zip(header, row, strict=False) if column
    }
    try:
        if record.get("sources"):
            record["sources"] = _paths(str(record["sources"]))
        return candidate_from({**record, "text": record.get("text") or ""}, line)
    except Fault as fault:
        id, text = record.get("id"), record.get("text")
        return Unread(
            line=line,
            error=_error(fault.message, name, line),
            id=id if isinstance(id, str) else None,
            text=text if isinstance(text, str) else None,
            extra=extra_of(record),
        )


def _decoded(cell: str) -> str:
    """A cell whose bytes are not UTF-8 is Windows-1252, as spreadsheets write it."""
    if not _ESCAPED.search(cell):
        return cell
    return cell.encode("utf-8", "surrogateescape").decode("cp1252", "replace")


def _paths(cell: str) -> object:
    """Sources in a cell: a JSON array, or paths with semicolons between them."""
    if not cell.lstrip().startswith("["):
        return [path.strip() for path in cell.split(";") if path.strip()]
    try:
        return json.loads(cell)
    except (ValueError, RecursionError) as error:
        raise Fault("sources", f'"sources" is no JSON array: {error}') from error


def _error(message: str, name: str, line: int) -> ReadingError:
    return ReadingError(message, path=name, line=line, column=1, code="bad-line")
