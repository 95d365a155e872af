"""Files of many results: JSON Lines, or Parquet whose columns are the keys of JSON. Where files lie is not known here.

In Parquet what nests is struct and array, as Spark makes them of the JSON itself. Two things are JSON text there:
``extra``, which may be anything, and ``children`` of a statement, which nest in themselves.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any, BinaryIO, Final, Protocol

from quotecheck.model import Result
from quotecheck.model.errors import UsageError
from quotecheck.reports import wire

if TYPE_CHECKING:
    import pyarrow

INSTALL: Final = "pip install 'quotecheck-editorial[parquet]'"
PARQUET: Final = ".parquet"
"""How the name of such a file ends; every other is JSON Lines."""
ROWS: Final = 1024
"""Results of a row group: so many are in memory."""

_PAIR = ["long"]
_WORDS = {"text": "string", "start": "long", "end": "long"}
_STATEMENT = {
    "draft": "string", "text": "string", "kind": "string", "start": "long", "end": "long",
    "parts": [{"start": "long", "end": "long"}], "speaker": "string", "mention": _WORDS, "cue": _WORDS,
    "source": "string", "line": "long", "column": "long", "children": "json", "id": "string", "unclosed": "boolean",
    "term": "boolean", "zone": "string", "declares": [_WORDS], "emphasis": [_PAIR], "referents": [_WORDS],
    "cue_kind": "string", "follows": {"tie": "string", "text": "string"}, "no_claim": "string",
}  # fmt: skip
_PASSAGE = {
    "source": "string", "start": "long", "end": "long", "exact": "string", "prefix": "string", "suffix": "string",
    "line": "long", "column": "long", "page": "long", "time": "double", "file": [_PAIR], "speaker": "string",
    "paragraph": "long", "voice": "string",
}  # fmt: skip
COLUMNS: Final[dict[str, Any]] = {
    "id": "string",
    "statement": _STATEMENT,
    "verdict": "string",
    "outcome": "string",
    "confidence": "double",
    "findings": [
        {
            "code": "string", "name": "string", "severity": "string", "message": "string", "statement": [_PAIR],
            "source": [{"passage": "long", "start": "long", "end": "long"}], "waived": "string",
        }
    ],
    "evidence": {
        "passages": [_PASSAGE],
        "score": "double",
        "edits": [{"op": "string", "statement": _PAIR, "passage": "long", "source": _PAIR}],
    },
    "alternatives": [{"verdict": "string", "score": "double", "passages": [_PASSAGE]}],
    "problems": [
        {
            "message": "string", "code": "string", "path": "string", "line": "long", "column": "long",
            "fatal": "boolean",
        }
    ],
    "claim": {"number": "long", "of": "long"},
    "extra": "json",
}  # fmt: skip
"""The columns: a name of a type, fields of a struct, or the one element of an array; "json" is JSON text."""


class Results(Protocol):
    """What is asked of a file of results."""

    def add(self, result: Result) -> None:
        """One more."""
        ...


@contextmanager
def results_to(stream: BinaryIO, name: str) -> Iterator[Results]:
    """Results to a stream, in the format that the file's name says; the file has its end when this has.

    Args:
        stream: Open for bytes.
        name: Ends in ``.parquet`` for Parquet.

    Raises:
        UsageError: if that needs a library which is not installed.
    """
    if not name.endswith(PARQUET):
        yield _Lines(stream)
        return
    columns = _Columns(stream)
    try:
        yield columns
    finally:
        columns.close()


class _Lines:
    """JSON Lines."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def add(self, result: Result) -> None:
        self._stream.write(wire.encoded(result))


class _Columns:
    """Parquet, a row group at a time."""

    def __init__(self, stream: BinaryIO) -> None:
        try:
            from pyarrow.parquet import ParquetWriter
        except ImportError as error:
            raise UsageError(f"Parquet needs {error.name}: {INSTALL}") from error
        self._writer = ParquetWriter(stream, schema())
        self._waiting: list[dict[str, Any]] = []

    def add(self, result: Result) -> None:
        self._waiting.append(row(result))
        if len(self._waiting) >= ROWS:
            self._flush()

    def close(self) -> None:
        if self._waiting:
            self._flush()
        self._writer.close()

    def _flush(self) -> None:
        import pyarrow

        self._writer.write_batch(pyarrow.RecordBatch.from_pylist(self._waiting, schema=schema()))
        self._waiting = []


def row(result: Result) -> dict[str, Any]:
    """A result's values by column; an absent key is None."""
    values = wire.to_dict(result)
    values["statement"] = {**values["statement"], "children": _json(values["statement"]["children"])}
    fitted: dict[str, Any] = _fitting({**values, "extra": _json(values.get("extra", {}))})
    return {name: fitted.get(name) for name in COLUMNS}


def _json(values: object) -> str:
    return json.dumps(values, ensure_ascii=False)


def _fitting(value: Any) -> Any:
    """``value`` with every string one that UTF-8 can hold: half of a surrogate pair is written out (``\\ud800``)."""
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(value, dict):
        return {key: _fitting(one) for key, one in value.items()}
    return [_fitting(one) for one in value] if isinstance(value, list) else value


@cache
def schema() -> pyarrow.Schema:
    """The columns as Arrow has them; needs pyarrow."""
    import pyarrow

    return pyarrow.schema([(name, _arrow(kind)) for name, kind in COLUMNS.items()])


def _arrow(kind: Any) -> pyarrow.DataType:
    import pyarrow

    if isinstance(kind, dict):
        return pyarrow.struct([(name, _arrow(one)) for name, one in kind.items()])
    if isinstance(kind, list):
        return pyarrow.list_(_arrow(kind[0]))
    made = {"long": pyarrow.int64, "double": pyarrow.float64, "boolean": pyarrow.bool_}
    return made.get(kind, pyarrow.string)()


def spark_schema() -> str:
    """The columns as Spark's schemas are written (``id string, statement struct<…>, …``)."""
    return ", ".join(f"`{name}` {_spark(kind)}" for name, kind in COLUMNS.items())


def _spark(kind: Any) -> str:
    if isinstance(kind, dict):
        return "struct<" + ", ".join(f"`{name}`: {_spark(one)}" for name, one in kind.items()) + ">"
    if isinstance(kind, list):
        return f"array<{_spark(kind[0])}>"
    return {"long": "bigint", "json": "string"}.get(kind, str(kind))
