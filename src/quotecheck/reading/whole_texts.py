"""Lists of whole texts, JSON Lines or Parquet, one at a time: the documents of an archive."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import attrs

from quotecheck.model.errors import QuotecheckError, ReadingError
from quotecheck.model.texts import Fidelity, Text
from quotecheck.reading import jsonlines, parquet
from quotecheck.reading.candidates import Fault
from quotecheck.reading.known import KEYS, known_from


def read_documents(stream: BinaryIO, name: str, limit: int) -> Iterator[Text | ReadingError]:
    """Whole texts of a list: ``text``, ``id``, and what else is known of a source.

    Args:
        stream: JSON Lines in UTF-8, or Parquet; at its beginning.
        name: By which problems speak of it.
        limit: Bytes of the longest line, code points of the longest cell.

    Yields:
        A text for each line or row, in order, and an error with its place for each that is none.

    Raises:
        ReadingError: if it begins as Parquet and is none.
        UsageError: if it is Parquet, and pyarrow is not installed.
    """
    if stream.seekable():
        head = stream.read(len(parquet.MAGIC))
        stream.seek(0)
        if head == parquet.MAGIC:
            yield from _of_rows(stream, name, limit)
            return
    yield from _of_lines(stream, name, limit)


def _of_lines(stream: BinaryIO, name: str, limit: int) -> Iterator[Text | ReadingError]:
    for number, line, record in jsonlines.records(stream, name, limit):
        if isinstance(record, ReadingError):
            yield record
            continue
        try:
            yield document_from(record)
        except Fault as fault:
            yield jsonlines.at_key(fault, line, name, number)


def _of_rows(stream: BinaryIO, name: str, limit: int) -> Iterator[Text | ReadingError]:
    for number, record in parquet.records(stream, name, limit, ("text", "id")):
        if isinstance(record, ReadingError):
            yield record
            continue
        try:
            yield document_from(record)
        except Fault as fault:
            yield ReadingError(fault.message, path=name, line=number, code="bad-line")


def document_from(record: dict[str, object]) -> Text:
    """The text that a record is.

    Raises:
        Fault: if it has no words or no name, or a value has the wrong type.
    """
    content, id = record.get("text"), record.get("id")
    if not isinstance(content, str) or not content.strip():
        raise Fault("text", 'a document needs its words: "text" must be a string that is not empty')
    if not isinstance(id, str) or not id.strip():
        raise Fault("id", 'a document needs a name: "id" must be a string that is not empty')
    given = {key: value for key, value in record.items() if key in KEYS}
    try:
        known = known_from(given)
    except QuotecheckError as error:
        raise Fault(next((key for key in given if f'"{key}"' in error.message), ""), error.message) from None
    fields = {key: value for key, value in attrs.asdict(known).items() if key not in {"id", "labels", "fidelity"}}
    return Text(
        content=content,
        id=id,
        labels=dict(known.labels),
        fidelity=known.fidelity or Fidelity.VERBATIM,
        **fields,
    )
