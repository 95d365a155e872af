"""SubRip and WebVTT subtitles to texts: cues joined into sentences, with speakers, times and ways back."""

from __future__ import annotations

import hashlib
import re
from typing import Final

from quotecheck.model.errors import ReadingError
from quotecheck.model.problems import Problem
from quotecheck.model.spans import Origin
from quotecheck.model.texts import Fidelity, Text
from quotecheck.reading import plain
from quotecheck.reading.encodings import Decoded, decode, not_text
from quotecheck.reading.subtitles.captions import said_in
from quotecheck.reading.subtitles.cues import Parted, looks_like_subrip, part
from quotecheck.reading.subtitles.markup import shown_lines
from quotecheck.reading.subtitles.rollup import Caption, shown_once
from quotecheck.reading.transcripts.talk import Laid, lay_out

__all__ = ["LARGEST", "looks_like_subrip", "looks_like_webvtt", "read"]

LARGEST: Final = 32 * 1024 * 1024
"""Bytes of the largest file that is read: a day of captions with every word's time has less."""

_WEBVTT: Final = re.compile(r"\ufeff?WEBVTT(?=[ \t\r\n]|$)")
_LANGUAGE: Final = re.compile(r"(?m)^Language:[ \t]*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3})[ \t\r]*$")
_TITLE: Final = re.compile(r"(?m)^Title:[ \t]*([^\r\n]{1,300})$")


def looks_like_webvtt(head: str) -> bool:
    """True if a text begins as a WebVTT file does."""
    return _WEBVTT.match(head) is not None


def read(data: bytes, name: str) -> Text:
    """The text of a subtitle file.

    Args:
        data: The file's bytes.
        name: Its name, for messages; also the text's id.

    Returns:
        A text whose content is what is said: sentences run on over cues, each new speaker opens a paragraph, with a
        label in square brackets where the file names one. Numbers, times, tags and notes of sounds are not in it, nor
        what a roll-up caption shows again. Offsets into the file count its decoded characters. A file without cues is
        read as plain text, with a problem.

    Raises:
        ReadingError: if the bytes are no text (code "not-text") or too many (code "too-large").
    """
    if len(data) > LARGEST:
        raise ReadingError(f"subtitles over {LARGEST >> 20} MiB are not read", path=name, code="too-large")
    decoded = decode(data)
    if decoded is None:
        raise not_text(name)
    webvtt = looks_like_webvtt(decoded.text)
    parted = part(decoded.text, webvtt=webvtt)
    if not parted.cues:
        return _without_cues(data, name)
    captions, timed = _captions(decoded.text, parted, webvtt=webvtt)
    laid = lay_out(said_in(shown_once(captions)))
    file = Origin.of_plain(decoded.text)
    return Text(
        content=laid.content,
        id=name,
        origin=Origin(line_starts=file.line_starts, runs=laid.runs, paragraphs=laid.paragraphs, times=laid.times),
        path=name,
        sha256=hashlib.sha256(data).hexdigest(),
        title=_of_head(_TITLE, parted),
        language=_of_head(_LANGUAGE, parted),
        speaker=laid.sole,
        fidelity=Fidelity.MACHINE if timed else Fidelity.VERBATIM,
        labels=laid.labels,
        spoken=True,
        problems=tuple(_problems(decoded, parted, laid, file, name)),
    )


def _captions(text: str, parted: Parted, *, webvtt: bool) -> tuple[list[Caption], bool]:
    """The cues with their words; and whether most time single words, which machines do."""
    captions: list[Caption] = []
    timed = 0
    for cue in parted.cues:
        lines, by_word = shown_lines(text, cue.lines, webvtt=webvtt)
        captions.append(Caption(lines, cue.start, cue.end))
        timed += by_word
    return captions, timed * 4 > len(captions)


def _of_head(pattern: re.Pattern[str], parted: Parted) -> str | None:
    found = pattern.search(parted.header[:4000])
    return found[1].strip() if found else None


def _without_cues(data: bytes, name: str) -> Text:
    text = plain.read(data, name)
    message = "no cue with its times was found: read as plain text"
    told = Problem(message=message, code="read-as-text", path=name)
    return Text(
        content=text.content,
        id=name,
        origin=text.origin,
        path=name,
        sha256=text.sha256,
        problems=(*text.problems, told) if data.strip() else (),
    )


def _problems(decoded: Decoded, parted: Parted, laid: Laid, file: Origin, name: str) -> list[Problem]:
    found: list[Problem] = []
    if decoded.guess is not None:
        found.append(_problem(decoded.guess, "encoding-guessed", name, file, decoded.fault))
    if parted.bad:
        count = len(parted.bad)
        told = "a cue's times" if count == 1 else f"the times of {count} cues"
        found.append(_problem(f"{told} cannot be read: the words are", "bad-time", name, file, parted.bad[0]))
    if parted.cut is not None:
        found.append(_problem("too many cues or lines: what follows is not read", "incomplete", name, file, parted.cut))
    elif laid.cut:
        found.append(_problem("too much is said in it: the rest is not read", "incomplete", name, file, None))
    if not laid.content:
        found.append(_problem("its cues hold no words that anybody says", "empty", name, file, None))
    return found


def _problem(message: str, code: str, name: str, file: Origin, at: int | None) -> Problem:
    place = file.place(at) if at is not None else None
    return Problem(
        message=message,
        code=code,
        path=name,
        line=place.line if place else None,
        column=place.column if place else None,
    )
