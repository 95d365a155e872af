"""Talk in XML (TTML, Akoma Ntoso, TEI, parlparse) to texts. What each element means stands in the format's module."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

import attrs

from quotecheck.model.errors import ReadingError
from quotecheck.model.problems import Problem
from quotecheck.model.spans import Origin
from quotecheck.model.texts import Text
from quotecheck.reading.encodings import Decoded, decode, not_text
from quotecheck.reading.marked import akoma, parlparse, tei, ttml
from quotecheck.reading.marked.about import About
from quotecheck.reading.marked.elements import Broken, Event, declared_encoding, walk
from quotecheck.reading.transcripts.talk import Laid, Said, lay_out

__all__ = ["LARGEST", "looks_like_talk", "read"]

LARGEST: Final = 64 * 1024 * 1024
"""Bytes of the largest file that is read: a day of a parliament, with every word annotated, has less."""

_HEAD: Final = 1 << 16
_ROOT: Final = re.compile(
    r"\ufeff?(?:\s++|<!--(?:[^-]|-(?!->)){0,4000}+-->|<\?[^>]{0,400}+>|<!DOCTYPE[^\[>]{0,300}+(?:\[[^\]]{0,40000}+\]\s*+)?>)*+"
    r"<(?:[\w.-]{1,20}:)?(?P<name>[A-Za-z]{1,20})(?=[\s/>])"
)

Reader = Callable[[Iterable[Event], About], Iterator[Said]]

_READERS: Final[dict[str, Reader]] = {
    "tt": ttml.said_in,
    "akomaNtoso": akoma.said_in,
    "TEI": tei.said_in,
    "teiCorpus": tei.said_in,
    "publicwhip": parlparse.said_in,
    "debates": parlparse.said_in,
}


def looks_like_talk(data: bytes) -> bool:
    """True if a file begins as XML does, and its root is that of a format of talk."""
    head = data[:_HEAD].translate(None, b"\0").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and _reader(head.decode("utf-8", "replace")) is not None


def _reader(head: str) -> Reader | None:
    root = _ROOT.match(head)
    return _READERS.get(root["name"]) if root else None


def read(data: bytes, name: str) -> Text:
    """The text of talk in XML.

    Args:
        data: The file's bytes.
        name: Its name, for messages; also the text's id.

    Returns:
        A text whose content is what is said, with a label in square brackets where the speaker changes. Offsets into
        the file count its decoded characters. Columns and pages that the file marks are its pages.

    Raises:
        ReadingError: if it is no XML (code "bad-xml", with line and column), declares entities that would grow or
            stand elsewhere (code "unsafe"), is too large (code "too-large"), or nobody says anything in it
            (code "no-text").
    """
    if len(data) > LARGEST:
        raise ReadingError(f"talk in XML over {LARGEST >> 20} MiB is not read", path=name, code="too-large")
    decoded = decode(data, declared=declared_encoding(data))
    if decoded is None:
        raise not_text(name)
    reader = _reader(decoded.text[:_HEAD])
    if reader is None:
        raise ReadingError("no XML of talk: its root is none of those that are known", path=name, code="bad-xml")
    file = Origin.of_plain(decoded.text)
    known = About()
    try:
        laid = lay_out(reader(walk(decoded.text), known))
    except Broken as error:
        place = file.place(error.at)
        raise ReadingError(error.message, path=name, line=place.line, column=place.column, code=error.code) from None
    if not laid.content:
        raise ReadingError("nobody says anything in this file", path=name, code="no-text")
    return _text(data, name, decoded, file, laid, known)


def _text(data: bytes, name: str, decoded: Decoded, file: Origin, laid: Laid, known: About) -> Text:
    shown = {label: known.people.get(full, full) for label, full in laid.labels.items()}
    plain = {label: full for label, full in known.people.items() if label in laid.names and label not in shown}
    return Text(
        content=laid.content,
        id=name,
        origin=attrs.evolve(file, runs=laid.runs, paragraphs=laid.paragraphs, times=laid.times, pages=laid.pages),
        path=name,
        sha256=hashlib.sha256(data).hexdigest(),
        title=known.title,
        date=known.date,
        language=known.language,
        speaker=known.people.get(laid.sole, laid.sole) if laid.sole else None,
        labels=shown | plain,
        spoken=True,
        problems=tuple(_problems(decoded, laid, file, name)),
    )


def _problems(decoded: Decoded, laid: Laid, file: Origin, name: str) -> Iterator[Problem]:
    if decoded.guess is not None:
        place = file.place(decoded.fault) if decoded.fault is not None else None
        line, column = (place.line, place.column) if place else (None, None)
        yield Problem(message=decoded.guess, code="encoding-guessed", path=name, line=line, column=column)
    if laid.cut:
        message = "more is said in it than in days of speech: the rest is not read"
        yield Problem(message=message, code="incomplete", path=name)
