"""CSV and TSV of candidates: rows to records. Values are judged by ``candidates``."""

from __future__ import annotations

import csv
import io
import itertools
import json
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePath
from typing import BinaryIO

from quotecheck.model.errors import ReadingError
from quotecheck.model.problems import Problem
from quotecheck.reading.candidates import Candidate, Fault, Unread, candidate_from, unread_record
from quotecheck.reading.columns import NoColumns, columns_of, names_text

Tell = Callable[[Problem], None]
"""Takes what was guessed while a list is read."""

_SEPARATOR = re.compile(r'"?sep=([,;\t|])"?\r?\n?')
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


def read(stream: BinaryIO, name: str, encoding: str, limit: int, tell: Tell) -> Iterator[Candidate | Unread]:
    """The candidates of a table whose first row names the columns; arguments as ``read_candidates``.

    A line "sep=;" before it, as a spreadsheet writes it, says what stands between the cells.

    Raises:
        ReadingError: if there is no column ``text``, or a column is named twice.
    """
    csv.field_size_limit(max(csv.field_size_limit(), min(limit, 2**31 - 1)))
    text = io.TextIOWrapper(
        stream, encoding=encoding, errors="surrogateescape" if "8" in encoding else "replace", newline=""
    )
    lines = _Lines(text, limit)
    first = next(lines, "")
    said = _SEPARATOR.fullmatch(first)
    if said:
        lines.next_row()
        first = next(lines, "")
    delimiter = said[1] if said else _delimiter(first, name)
    rows = csv.reader(itertools.chain([first], lines), delimiter=delimiter, strict=True)
    header = _header(rows, name, lines.row, tell)
    lines.next_row()
    cells = _Cells(name, tell)
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield Unread(line=lines.row, error=_error(_said(error), name, lines.row))
        else:
            if any(row):
                yield _row([cells.decoded(cell, lines.row) for cell in row], header, name, lines.row)
        lines.next_row()


def _said(error: csv.Error) -> str:
    if str(error) == "unexpected end of data":
        return "a quoted field that opens in this row is never closed: nothing after it could be read"
    return f"not CSV: {error}"


def _delimiter(header: str, name: str) -> str:
    if PurePath(name).suffix.lower() in (".tsv", ".tab"):
        return "\t"
    return max(",;\t", key=lambda mark: (names_text(header.split(mark)), header.count(mark)))


def _header(rows: Iterator[list[str]], name: str, line: int, tell: Tell) -> Sequence[str]:
    try:
        columns = columns_of(next(rows, []))
    except csv.Error as error:
        raise _error(_said(error), name, line) from error
    except NoColumns as error:
        raise _error(str(error), name, line) from error
    for guess in columns.guesses:
        tell(Problem(message=guess, code="column-guessed", path=name, line=line))
    return columns.names


def _row(row: list[str], header: Sequence[str], name: str, line: int) -> Candidate | Unread:
    if len(row) > len(header):
        message = f"{len(row)} cells in a row, and the header names {len(header)} columns"
        return Unread(line=line, error=_error(message, name, line))
    record: dict[str, object] = {column: cell or None for column, cell in zip(header, row, strict=False) if column}
    try:
        if record.get("sources"):
            record["sources"] = _paths(str(record["sources"]))
        return candidate_from({**record, "text": record.get("text") or ""}, line)
    except Fault as fault:
        return unread_record(record, line, _error(fault.message, name, line))


class _Cells:
    """The letters of cells; the first whose bytes are not UTF-8 is told of."""

    def __init__(self, name: str, tell: Tell) -> None:
        self._name = name
        self._tell = tell
        self._told = False

    def decoded(self, cell: str, row: int) -> str:
        """A cell whose bytes are not UTF-8 is Windows-1252, as spreadsheets write it."""
        if not _ESCAPED.search(cell):
            return cell
        if not self._told:
            self._told = True
            message = "not UTF-8: such cells are read as Windows-1252"
            self._tell(Problem(message=message, code="encoding-guessed", path=self._name, line=row))
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
