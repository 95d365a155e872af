"""Parquet of candidates and of documents: rows to records. What a record says is judged where JSON's records are.

A row at a time is made of what is read in small batches, page by page: memory follows the widest rows and not the file.
Columns bear the names of the JSON keys. An empty cell is a key that is not there, for in a table every row has all.
"""

from __future__ import annotations

import datetime
import decimal
import math
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from quotecheck.model.errors import ReadingError, UsageError
from quotecheck.reading.candidates import Candidate, Fault, Unread, candidate_from, unread_record

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

MAGIC: Final = b"PAR1"
"""What such a file begins with."""
INSTALL: Final = "pip install 'quotecheck-editorial[parquet]'"
_ROWS: Final = 256  # rows that are decoded at once
_BUFFER: Final = 1 << 20  # bytes of a column that are read at once

Record = dict[str, object]


def read(stream: BinaryIO, name: str, limit: int) -> Iterator[Candidate | Unread]:
    """The candidates of a file, a row each; arguments as ``read_candidates``, ``line`` is the row's number.

    Raises:
        ReadingError: if it is no Parquet, has no column "text", or comes from a stream.
        UsageError: if pyarrow is not installed.
    """
    for number, record in records(stream, name, limit, ("text",)):
        if isinstance(record, ReadingError):
            yield Unread(line=number, error=record)
            continue
        try:
            yield candidate_from(record, number)
        except Fault as fault:
            error = ReadingError(fault.message, path=name, line=number, code="bad-line")
            yield unread_record(record, number, error)


def records(
    stream: BinaryIO, name: str, limit: int, needed: tuple[str, ...]
) -> Iterator[tuple[int, Record | ReadingError]]:
    """The rows of a file, each with its number from 1; an error for a row that is no record, and for a damaged rest.

    Args:
        stream: The file.
        name: By which problems speak of it.
        limit: Code points of the longest cell.
        needed: Columns that it must have.

    Raises:
        ReadingError: if it is no Parquet, lacks a column, or comes from a stream.
        UsageError: if pyarrow is not installed.
    """
    opened, broken = _open(stream, name, needed)
    number = 0
    try:
        for batch in opened.iter_batches(batch_size=_ROWS, use_threads=False):
            columns = [_without_nanoseconds(column) for column in batch.columns]
            for row in range(batch.num_rows):
                number += 1
                try:
                    cells = ((key, column[row]) for key, column in zip(batch.schema.names, columns, strict=True))
                    yield number, _record(cells, limit)
                except (Fault, ValueError, KeyError, RecursionError) as error:
                    said = error.message if isinstance(error, Fault) else f"a cell cannot be read: {error}"
                    yield number, ReadingError(said, path=name, line=number, code="bad-line")
    except broken as error:
        message = f"damaged: this row and those behind it cannot be read ({_first_line(error)})"
        yield number + 1, ReadingError(message, path=name, line=number + 1, code="bad-line")


def _open(stream: BinaryIO, name: str, needed: tuple[str, ...]) -> tuple[ParquetFile, tuple[type[Exception], ...]]:
    """The file, and what its reader raises where it is damaged."""
    try:
        import pyarrow
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise UsageError(f"Parquet needs {error.name}: {INSTALL}", path=name) from error
    if not stream.seekable():
        raise ReadingError("Parquet is read from a file, not from a stream: its directory stands at its end", path=name)
    broken = (pyarrow.ArrowException, OSError, UnicodeDecodeError, MemoryError)
    try:
        schema = ParquetFile(stream).schema_arrow
        words = [field.name for field in schema if pyarrow.types.is_string(field.type)]
        stream.seek(0)
        # Words stay by number of their dictionary: a short file of one long word a million times stays short.
        opened = ParquetFile(stream, read_dictionary=words, buffer_size=_BUFFER, pre_buffer=False)
    except broken as error:
        raise ReadingError(f"damaged, or no Parquet: {_first_line(error)}", path=name) from error
    _look_at_columns(schema.names, name, needed)
    return opened, broken


def _look_at_columns(names: list[str], name: str, needed: tuple[str, ...]) -> None:
    for column in needed:
        if column not in names:
            there = ", ".join(names[:20])
            raise ReadingError(f'no column is called "{column}": there are {there or "none"}', path=name)
    twice = next((column for at, column in enumerate(names) if column in names[:at]), None)
    if twice is not None:
        raise ReadingError(f'two columns are called "{twice}"', path=name)


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)[:200]


def _without_nanoseconds(column: Any) -> Any:
    """A column of times in microseconds: finer ones have no type of their own in Python."""
    import pyarrow

    if not pyarrow.types.is_timestamp(column.type):
        return column
    return column.cast(pyarrow.timestamp("us", column.type.tz), safe=False)


def _record(cells: Iterator[tuple[str, Any]], limit: int) -> Record:
    record = record_of((key, cell.as_py(maps_as_pydicts="strict")) for key, cell in cells)
    for key, value in record.items():
        if isinstance(value, str) and len(value) > limit:
            raise Fault(key, f'"{key}" is longer than the limit of {limit:,} characters')
    return record


def record_of(cells: Iterable[tuple[str, object]]) -> Record:
    """The record that cells of a row are: their values as JSON has them, without those that are empty.

    Raises:
        Fault: if a value is none that JSON has.
    """
    values = ((key, _value(value, key)) for key, value in cells)
    return {key: value for key, value in values if value is not None}


def _value(value: object, key: str) -> object:
    """A cell's value as JSON would have it: times, dates and exact numbers by what is written for them."""
    match value:
        case None | bool() | int() | str():
            return value
        case float():
            if math.isinf(value):
                raise Fault(key, f'"{key}" is infinite, which is no JSON value')
            return None if math.isnan(value) else value
        case decimal.Decimal():
            return str(value)
        case datetime.datetime() | datetime.date() | datetime.time():
            return value.isoformat()
        case bytes():
            return _words(value, key)
        case dict():
            named = {str(name): _value(one, key) for name, one in value.items()}
            return {name: one for name, one in named.items() if one is not None}
        case _ if hasattr(value, "asDict"):  # a row of Spark in a row: a tuple with names
            return _value(value.asDict(), key)
        case list() | tuple():
            return [_value(one, key) for one in value]
        case _ if hasattr(value, "tolist"):  # numbers and arrays of numpy
            return _value(value.tolist(), key)
        case _:
            return str(value)


def _words(value: bytes, key: str) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Fault(key, f'"{key}" holds bytes that are no text (UTF-8)') from error
