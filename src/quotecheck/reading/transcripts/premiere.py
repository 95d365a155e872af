"""Transcripts as Premiere Pro exports them to text: a line of times with frames, the speaker, the words.

No specification: after what its users show. The mark between the parts of a time is ``:`` or ``;`` by version and frame
rate; the label of somebody unnamed ("Speaker 1") is in the language of the program. A frame counts as a thirtieth of a
second: the file does not say its rate.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Final

import attrs

from quotecheck.model.errors import ReadingError
from quotecheck.model.spans import Origin
from quotecheck.model.texts import Text
from quotecheck.reading.encodings import decode, not_text
from quotecheck.reading.transcripts.talk import UNKNOWN, Piece, Said, Speaker, lay_out

_CLOCK: Final = r"(\d{2})[:;](\d{2})[:;](\d{2})[:;](\d{2,3})"
_TIMES: Final = re.compile(rf"(?m)^[ \t\ufeff]{{0,9}}{_CLOCK}[ \t]*[-–—][ \t]*{_CLOCK}[ \t\r]*$")
_LONGEST_NAME: Final = 80
_FRAMES: Final = 30


def looks_like_premiere(head: str) -> bool:
    """True if a text begins with a line of such times."""
    found = _TIMES.search(head[:400])
    return found is not None and not head[: found.start()].strip("\ufeff \t\r\n")


def read(data: bytes, name: str) -> Text:
    """The text of such a transcript; arguments, result and errors as for the JSON ones."""
    decoded = decode(data)
    if decoded is None:
        raise not_text(name)
    laid = lay_out(_said(decoded.text))
    if not laid.content:
        raise ReadingError("no words were found in this transcript", path=name, code="no-text")
    return Text(
        content=laid.content,
        id=name,
        origin=attrs.evolve(
            Origin.of_plain(decoded.text), runs=laid.runs, paragraphs=laid.paragraphs, times=laid.times
        ),
        path=name,
        sha256=hashlib.sha256(data).hexdigest(),
        speaker=laid.sole,
        labels=laid.labels,
        spoken=True,
    )


def _said(text: str) -> Iterator[Said]:
    found = list(_TIMES.finditer(text))
    for index, times in enumerate(found):
        limit = found[index + 1].start() if index + 1 < len(found) else len(text)
        lines = [line for line in _lines(text, times.end(), limit) if line.text.strip()]
        if not lines:
            continue
        first = lines[0].text.strip()
        named = len(lines) > 1 and len(first) <= _LONGEST_NAME
        at = lines[0].start + lines[0].text.index(first)
        pieces: list[Piece] = []
        for line in lines[1:] if named else lines:
            if pieces:
                pieces.append(Piece(" ", line.start, line.start))
            pieces.append(line)
        yield Said(
            pieces=pieces,
            speaker=Speaker(first, at, at + len(first)) if named else Speaker(UNKNOWN, 0, 0),
            start=_seconds(times.groups()[:4]),
            end=_seconds(times.groups()[4:]),
        )


def _lines(text: str, start: int, end: int) -> Iterator[Piece]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        line = text[start:stop].rstrip("\r")
        yield Piece(line.replace("\t", " ").replace("\r", " "), start, start + len(line))
        start = stop + 1


def _seconds(clock: tuple[str, ...]) -> float:
    hours, minutes, seconds, frames = map(int, clock)
    return round(hours * 3600 + minutes * 60 + seconds + min(frames / _FRAMES, 0.999), 3)
