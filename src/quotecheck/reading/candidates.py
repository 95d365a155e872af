"""A candidate of a list, and what makes one out of a record of keys and values. Files are other modules' work."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from quotecheck.model.errors import QuotecheckError, ReadingError
from quotecheck.model.statements import Statement
from quotecheck.model.verdicts import Kind
from quotecheck.reading.known import known_from, type_name
from quotecheck.reading.sources import SourceRef

KEYS = ("id", "text", "kind", "speaker", "source", "sources", "source_text")
"""The keys of a candidate; all others are the user's own."""

_KINDS = {Kind.DIRECT.value: Kind.DIRECT, Kind.INDIRECT.value: Kind.INDIRECT}


@attrs.frozen(kw_only=True)
class Candidate:
    """One line of a list.

    Attributes:
        statement: What is to be checked.
        line: Line in the list's file at which it begins, from 1.
        sources: What it is to be checked against; empty if the line names no files.
        source_text: The source itself, where the line carries it.
        quoted: True if the line itself says that it is direct: words of somebody, which are never taken apart.
        sourced: True if the line carries sources of its own, be they empty: it is checked against no others.
        extra: Keys that are not ours, as they came.
    """

    statement: Statement
    line: int
    sources: tuple[SourceRef, ...] = ()
    source_text: str | None = None
    quoted: bool = False
    sourced: bool = False
    extra: dict[str, object] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class Unread:
    """A line that could not be read.

    Attributes:
        line: Where it begins, from 1.
        error: Why, with its place.
        id: The line's id, if that much could be read.
        text: The line's text, if that much could be read.
        extra: Keys that are not ours, if that much could be read.
    """

    line: int
    error: ReadingError
    id: str | None = None
    text: str | None = None
    extra: dict[str, object] = attrs.field(factory=dict)


@attrs.frozen
class Fault(Exception):
    """What is wrong with a record: the key at fault and a sentence."""

    key: str
    message: str


def candidate_from(record: Mapping[str, object], line: int) -> Candidate:
    """The candidate that a record's keys and values say.

    Raises:
        Fault: if a value has the wrong type or is not allowed.
    """
    statement = Statement(
        _text(record),
        kind=_kind(record.get("kind")),
        speaker=_word(record, "speaker"),
        source=_word(record, "source"),
        id=identifier(record.get("id")),
    )
    return Candidate(
        statement=statement,
        line=line,
        sources=_sources(record.get("sources")),
        source_text=_carried(record.get("source_text")),
        sourced=isinstance(record.get("sources"), list) or isinstance(record.get("source_text"), str),
        quoted=record.get("kind") == Kind.DIRECT.value,
        extra=extra_of(record),
    )


def unread_record(record: Mapping[str, object], line: int, error: ReadingError) -> Unread:
    """What is kept of a record that makes no candidate.

    Args:
        record: Its keys and values.
        line: Where it begins, from 1.
        error: What is wrong with it.
    """
    id, text = record.get("id"), record.get("text")
    return Unread(
        line=line,
        error=error,
        id=id if isinstance(id, str) else None,
        text=text if isinstance(text, str) else None,
        extra=extra_of(record),
    )


def extra_of(record: Mapping[str, object]) -> dict[str, object]:
    """The keys that are not ours."""
    return {key: value for key, value in record.items() if key not in KEYS}


def identifier(value: object) -> str | None:
    """A line's id as a string; a number is one too.

    Raises:
        Fault: if it is anything else.
    """
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise Fault("id", f'"id" must be a string, not {type_name(value)}')


def _text(record: Mapping[str, object]) -> str:
    if "text" not in record:
        raise Fault("", '"text" is missing: the words to be checked')
    value = record["text"]
    if not isinstance(value, str):
        raise Fault("text", f'"text" must be a string, not {type_name(value)}')
    if not value.strip():
        raise Fault("text", '"text" is empty: there is nothing to check')
    return value


def _kind(value: object) -> Kind:
    if value is None:
        return Kind.DIRECT
    if isinstance(value, str) and value in _KINDS:
        return _KINDS[value]
    given = f'"{value}"' if isinstance(value, str) else type_name(value)
    raise Fault("kind", f'"kind" must be "direct" or "indirect", not {given}')


def _word(record: Mapping[str, object], key: str) -> str | None:
    value = record.get(key)
    if value is None or isinstance(value, str):
        return value or None
    raise Fault(key, f'"{key}" must be a string, not {type_name(value)}')


def _carried(value: object) -> str | None:
    """The source that a line carries; an empty one stays one."""
    if value is None or isinstance(value, str):
        return value
    raise Fault("source_text", f'"source_text" must be a string, not {type_name(value)}')


def _sources(value: object) -> tuple[SourceRef, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise Fault("sources", f'"sources" must be an array of paths or objects, not {type_name(value)}')
    return tuple(_source(one) for one in value)


def _source(value: object) -> SourceRef:
    if isinstance(value, str) and value:
        return SourceRef(value)
    if not isinstance(value, dict):
        raise Fault("sources", f'"sources" holds paths or objects with a "path", not {type_name(value)}')
    path = value.get("path")
    if not isinstance(path, str) or not path:
        raise Fault("sources", 'a source needs a "path"')
    try:
        return SourceRef(path, known_from({key: one for key, one in value.items() if key != "path"}))
    except QuotecheckError as error:
        raise Fault("sources", error.message) from error
