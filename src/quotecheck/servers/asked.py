"""What a caller sends, as JSON values, made into texts and statements within limits. Nothing is checked here.

No path of a caller is ever opened: what is to be read comes with the request, as words or as the bytes of a file.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

import attrs

from quotecheck.model import Problem, Text
from quotecheck.model.errors import QuotecheckError, ReadingError
from quotecheck.reading import known_from
from quotecheck.reading.files import read_bytes
from quotecheck.reading.known import KEYS as KNOWN
from quotecheck.reading.known import type_name

Json = dict[str, Any]
TEXT_KEYS: Final = ("name", "text", "data", *KNOWN)
"""The keys of a text that is sent."""


@attrs.frozen(kw_only=True)
class Limits:
    """How much one request may ask for.

    Attributes:
        body: Bytes of a request.
        files: Texts in a request: sources, drafts, elements together.
        statements: Statements that are checked for one request.
        seconds: What a request may take.
        workers: Requests that are worked on at a time.
        waiting: Requests that may wait for their turn; the next is sent away.
    """

    body: int = 32 * 1024 * 1024
    files: int = 200
    statements: int = 5000
    seconds: float = 60.0
    workers: int = 2
    waiting: int = 8


class Refused(Exception):
    """A request that is not answered.

    Attributes:
        status: The status of HTTP that says so.
        code: A short stable name.
        message: One sentence a person understands.
    """

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message


def fields(values: object, what: str, known: Sequence[str]) -> Mapping[str, Any]:
    """``values`` as an object with no key but ``known``.

    Raises:
        Refused: if it is anything else.
    """
    if not isinstance(values, Mapping):
        raise wrong(f"{what} must be an object, not {type_name(values)}")
    for key in values:
        if key not in known:
            raise wrong(f"unknown key {key!r} of {what}; it has {', '.join(known)}")
    return values


def word(values: Mapping[str, Any], key: str, *, needed: bool = False) -> str | None:
    """The string under a key; None if there is none.

    Raises:
        Refused: if it is no string, or is needed and not there.
    """
    value = values.get(key)
    if value is None and not needed:
        return None
    if not isinstance(value, str) or (needed and not value.strip()):
        given = "empty" if value == "" or isinstance(value, str) else type_name(value)
        raise wrong(f'"{key}" must be a string with words in it, not {given}')
    return value


def either(values: Mapping[str, Any], what: str, one: str, other: str) -> tuple[str, str]:
    """The one of two keys that is there, and its string.

    Raises:
        Refused: if both are there, or neither, or it is no string.
    """
    if (one in values) == (other in values):
        raise wrong(f'{what} needs either "{one}" or "{other}"')
    key = one if one in values else other
    if not isinstance(values[key], str):
        raise wrong(f'"{key}" of {what} must be a string, not {type_name(values[key])}')
    return key, values[key]


def listed(values: Mapping[str, Any], key: str, most: int) -> list[Any]:
    """The array under a key; empty if there is none.

    Raises:
        Refused: if it is no array, or has more than ``most`` items.
    """
    value = values.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise wrong(f'"{key}" must be an array, not {type_name(value)}')
    if len(value) > most:
        raise Refused(413, "too-many", f'"{key}" has {len(value)} items, over the limit of {most}')
    return value


def whole(values: object) -> None:
    """Refuse values with half of a surrogate pair in a string: no text, and nothing that could be written down.

    Raises:
        Refused: as said.
    """
    try:
        json.dumps(values, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise wrong("a string holds half of a surrogate pair: no text") from None


def wrong(message: str) -> Refused:
    """The refusal of a request that is not as the documentation says."""
    return Refused(422, "request", message)


def sent_text(values: object, what: str, name: str) -> Text:
    """A text as it is sent: ``text`` with words, or ``data`` with a file's bytes in base64, and what is known of it.

    Args:
        values: The object.
        what: What messages call it.
        name: Its name if it gives none.

    Raises:
        Refused: if the object is not as it should be.
        ReadingError: if the bytes cannot be read.
    """
    given = fields(values, what, TEXT_KEYS)
    called = word(given, "name") or name
    if "\x00" in called:
        raise wrong(f"the name of {what} holds a null character")
    try:
        known = known_from({key: value for key, value in given.items() if key in KNOWN})
    except QuotecheckError as error:
        raise wrong(f"{what}: {error.message}") from error
    return read_bytes(_bytes(given, what), called, known=known)


def _bytes(given: Mapping[str, Any], what: str) -> bytes:
    key, value = either(given, what, "text", "data")
    if key == "text":
        return value.encode()
    try:
        return base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError) as error:
        raise wrong(f'"data" of {what} is not base64') from error


def sent_sources(values: Mapping[str, Any], most: int) -> tuple[list[Text], list[Problem]]:
    """The sources of a request, each under a name of its own, and what could not be read of them.

    Args:
        values: The request.
        most: Sources at most.

    Raises:
        Refused: if the request is not as it should be.
    """
    texts: list[Text] = []
    problems: list[Problem] = []
    names: set[str] = set()
    for number, one in enumerate(listed(values, "sources", most), 1):
        try:
            text = sent_text(one, f"source {number}", f"source {number}")
        except ReadingError as error:
            problems.append(error.problem())
            continue
        if not text.content.strip():
            message = "the file is empty: nothing to check against"
            problems.append(Problem(message=message, code="empty", path=text.id, fatal=True))
            continue
        own = _own_name(text.id, names)
        texts.append(attrs.evolve(text, id=own, path=own))
    return texts, problems


def _own_name(name: str, names: set[str]) -> str:
    """``name``, with a number where another text has it already."""
    own, number = name, 2
    while own in names:
        own, number = f"{name} ({number})", number + 1
    names.add(own)
    return own
