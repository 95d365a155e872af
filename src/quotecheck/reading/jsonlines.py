"""JSON Lines: lines to records and to candidates, and where in a line a fault stands."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from typing import BinaryIO

from quotecheck.model.errors import ReadingError
from quotecheck.reading.candidates import Candidate, Fault, Unread, candidate_from, unread_record

_WHITE = re.compile(r"[ \t\n\r]*")
_BOM = b"\xef\xbb\xbf"
_NO_LIST = 'each line of a list is an object, {"text": "…"}; a draft is for `quotecheck check`'
_DEEPEST = 200  # levels of nesting; a fixed number, so that the answer does not hang on the interpreter's stack


def read(stream: BinaryIO, name: str, limit: int) -> Iterator[Candidate | Unread]:
    """The candidates of a stream of JSON objects, one a line; arguments as ``read_candidates``."""
    for number, line, record in records(stream, name, limit):
        if isinstance(record, ReadingError):
            yield Unread(line=number, error=record)
        else:
            yield _candidate(record, line, name, number)


def records(stream: BinaryIO, name: str, limit: int) -> Iterator[tuple[int, str, dict[str, object] | ReadingError]]:
    """The objects of a stream, one a line, each with the line's number and words; an error for a line that is none."""
    number = 0
    while data := stream.readline(limit + 1):
        number += 1
        if number == 1 and data.startswith(_BOM):
            data = data[len(_BOM) :]
        if len(data) > limit and not data.endswith(b"\n"):
            _skip_line(stream)
            message = f"the line is longer than the limit of {limit:,} bytes"
            yield number, "", _error(message, name, number, 1, "")
        elif data.strip():
            yield number, *_line(data.rstrip(b"\r\n"), name, number)


def _skip_line(stream: BinaryIO) -> None:
    while (data := stream.readline(1 << 20)) and not data.endswith(b"\n"):
        pass


def _line(data: bytes, name: str, number: int) -> tuple[str, dict[str, object] | ReadingError]:
    try:
        line = data.decode("utf-8")
    except UnicodeDecodeError as error:
        column = len(data[: error.start].decode("utf-8")) + 1
        message = f"not UTF-8: byte 0x{data[error.start]:02x}"
        return "", _error(message, name, number, column, data.decode("utf-8", "replace"))
    try:
        return line, _record(line)
    except json.JSONDecodeError as error:
        said = f"{error.msg[:1].lower()}{error.msg[1:]}" if error.pos else _NO_LIST
        message = f"not JSON: {said}"
        return line, _error(message, name, number, error.pos + 1, line)
    except RecursionError:
        return line, _error("not JSON that can be read: nested too deeply", name, number, 1, line)
    except Fault as fault:
        return line, at_key(fault, line, name, number)
    except ValueError as error:  # a number of thousands of digits
        return line, _error(f"not JSON that can be read: {error}", name, number, 1, line)


def _candidate(record: dict[str, object], line: str, name: str, number: int) -> Candidate | Unread:
    try:
        return candidate_from(record, number)
    except Fault as fault:
        return unread_record(record, number, at_key(fault, line, name, number))


def _record(line: str) -> dict[str, object]:
    value = json.loads(line, object_pairs_hook=_unique, parse_constant=_no_constant, parse_float=_finite)
    if not isinstance(value, dict):
        raise Fault("", 'a JSON object is wanted: {"text": "…"}')
    if line.count("[") + line.count("{") > _DEEPEST and _too_deep(value):
        raise RecursionError
    return value


def _too_deep(value: object) -> bool:
    """True if ``value`` nests deeper than ``_DEEPEST``."""
    level: list[object] = [value]
    for _ in range(_DEEPEST):
        inner = (one.values() if isinstance(one, dict) else one for one in level if isinstance(one, dict | list))
        level = [item for items in inner for item in items if isinstance(item, dict | list)]
        if not level:
            return False
    return True


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    record = dict(pairs)
    if len(record) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise Fault(twice, f'"{twice}" is given twice')
    return record


def _no_constant(name: str) -> object:
    raise Fault("", f"{name} is no JSON value")


def _finite(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise Fault("", f"the number {digits[:20]} is too large")
    return number


def at_key(fault: Fault, line: str, name: str, number: int) -> ReadingError:
    """The fault at the value of its key (the last one, if the key stands there twice)."""
    places = _values(line)
    start, end = places.get(fault.key, (len(line) - len(line.lstrip()), 0))
    return _error(fault.message, name, number, start + 1, line, max(1, end - start))


def _values(line: str) -> dict[str, tuple[int, int]]:
    """Where the value of each top-level key stands; what was found before the first fault, if there is one."""
    decoder = json.JSONDecoder()
    places: dict[str, tuple[int, int]] = {}
    at = _white(line, 0)
    if not line.startswith("{", at):
        return places
    try:
        while line[at : at + 1] in ("{", ","):
            key, at = decoder.raw_decode(line, _white(line, at + 1))
            start = _white(line, _white(line, at) + 1)
            _, at = decoder.raw_decode(line, start)
            places[str(key)] = (start, at)
            at = _white(line, at)
    except (ValueError, RecursionError):
        pass
    return places


def _white(line: str, at: int) -> int:
    match = _WHITE.match(line, at)
    return match.end() if match else at


def _error(message: str, name: str, line: int, column: int, excerpt: str, length: int = 1) -> ReadingError:
    return ReadingError(
        message, path=name, line=line, column=column, excerpt=excerpt or None, length=length, code="bad-line"
    )
