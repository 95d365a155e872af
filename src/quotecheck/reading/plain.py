"""Plain text and Markdown: the content is the file's own text, character by character. What it says is not read here.

A byte-order mark is the encoding's, not the text's, and is dropped; line ends stay as they are (CRLF is two code
points), so that offsets count the decoded file.
"""

from __future__ import annotations

import hashlib
import re

import attrs

from quotecheck.model.problems import Problem
from quotecheck.model.spans import Origin
from quotecheck.model.texts import Fidelity, Text
from quotecheck.reading.encodings import Decoded, decode, not_text
from quotecheck.reading.transcripts.numbered import printed_in
from quotecheck.reading.transcripts.stamped import times_of
from quotecheck.text.emphasis import emphases

_RUSH = re.compile(r"\bTHIS IS A RUSH(?: FDCH)? TRANSCRIPT\b")
_HEAD = 4000  # code points in which a record says so of itself
_MARKUP = ("<!doctype html", "<html", "<?xml")


def read(data: bytes, name: str) -> Text:
    """The text of a plain file.

    Args:
        data: The file's bytes.
        name: Its name, for messages; also the text's id.

    Raises:
        ReadingError: if the bytes are no text (code "not-text").
    """
    decoded = decode(data)
    if decoded is None:
        raise not_text(name)
    times = times_of(decoded.text)
    stressed = emphases(decoded.text)
    carries = bool(stressed) or name.lower().endswith((".md", ".markdown", ".mkd"))
    printed = printed_in(decoded.text)
    origin = attrs.evolve(Origin.of_plain(decoded.text), times=times, pages=printed.pages, printed=printed.lines)
    return Text(
        content=decoded.text,
        id=name,
        origin=origin,
        path=name,
        sha256=hashlib.sha256(data).hexdigest(),
        fidelity=Fidelity.EDITED if _RUSH.search(decoded.text, 0, _HEAD) else Fidelity.VERBATIM,
        spoken=True if times or printed.lines else None,
        emphases=stressed if carries else None,
        problems=(*_guessed(decoded, origin, name), *_marked_up(decoded.text, name)),
    )


def _guessed(decoded: Decoded, origin: Origin, name: str) -> tuple[Problem, ...]:
    if decoded.guess is None:
        return ()
    place = origin.place(decoded.fault) if decoded.fault is not None else None
    return (
        Problem(
            message=decoded.guess,
            code="encoding-guessed",
            path=name,
            line=place.line if place else None,
            column=place.column if place else None,
        ),
    )


def _marked_up(text: str, name: str) -> tuple[Problem, ...]:
    if not text[:512].lstrip().lower().startswith(_MARKUP):
        return ()
    message = "looks like HTML or XML and is read as plain text, tags and all: save the page as text"
    return (Problem(message=message, code="read-as-text", path=name),)
