"""Transcripts in JSON (Whisper, WhisperX, podcasts, Hyperaudio) to texts. Plain-text transcripts are plain texts."""

from __future__ import annotations

import hashlib
import re
from typing import Final

from quotecheck.model.errors import ReadingError
from quotecheck.model.problems import Problem
from quotecheck.model.spans import Origin
from quotecheck.model.texts import Fidelity, Text
from quotecheck.reading.encodings import Decoded, decode, not_text
from quotecheck.reading.transcripts import flat
from quotecheck.reading.transcripts.located import Broken, Scalar, Value, parse
from quotecheck.reading.transcripts.segments import KEYS, is_machine, said_in, segments_of
from quotecheck.reading.transcripts.talk import Laid, lay_out

__all__ = ["LARGEST", "looks_like_transcript", "read"]

LARGEST: Final = 32 * 1024 * 1024
"""Bytes of the largest JSON that is read: a day of speech with every word's time has less."""

_SEGMENTS: Final = re.compile(rb'"segments"\s*:\s*\[\s*(?:\{|\])')
_PARAGRAPHS: Final = re.compile(rb'"paragraphs"\s*:\s*\[\s*\{')
_WORDS: Final = re.compile(rb'"words"\s*:\s*\[\s*\{')
_SAYS: Final = re.compile(rb'"(?:text|body|word|punct)"\s*:\s*"')
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?")


def looks_like_transcript(data: bytes) -> bool:
    """True if a file is a JSON object with segments of speech, or with words and paragraphs.

    A bare list may be one of candidates: it is none.
    """
    head = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not head.startswith(b"{") or _SAYS.search(data) is None:
        return False
    flat_words = _PARAGRAPHS.search(data) is not None and _WORDS.search(data) is not None
    return flat_words or _SEGMENTS.search(data) is not None


def read(data: bytes, name: str) -> Text:
    """The text of a transcript in JSON.

    Args:
        data: The file's bytes.
        name: Its name, for messages; also the text's id.

    Returns:
        A text whose content is what is said, with a label in square brackets where the speaker changes. Offsets into
        the file count the characters of the JSON text.

    Raises:
        ReadingError: if it is no JSON (code "bad-json", with line and column), is too large (code "too-large"), or
            has no segments with words (code "no-text").
    """
    if len(data) > LARGEST:
        raise ReadingError(f"a transcript over {LARGEST >> 20} MiB is not read", path=name, code="too-large")
    decoded = decode(data)
    if decoded is None:
        raise not_text(name)
    file = Origin.of_plain(decoded.text)
    value = _parsed(decoded.text, file, name)
    segments = segments_of(value)
    try:
        laid = lay_out(said_in(segments) if segments or not flat.is_flat(value) else flat.said_in(value))
    except Broken as error:
        raise _not_json(error, file, name) from None
    if not laid.content:
        raise ReadingError("no segment with words was found in this transcript", path=name, code="no-text")
    return Text(
        content=laid.content,
        id=name,
        origin=Origin(line_starts=file.line_starts, runs=laid.runs, paragraphs=laid.paragraphs, times=laid.times),
        path=name,
        sha256=hashlib.sha256(data).hexdigest(),
        title=_word(value, "title"),
        language=_language(value),
        speaker=laid.sole,
        fidelity=Fidelity.MACHINE if segments and is_machine(segments) else Fidelity.VERBATIM,
        labels=laid.labels,
        spoken=True,
        problems=(*_problems(decoded, file, name), *_left_out(laid, name)),
    )


def _parsed(text: str, file: Origin, name: str) -> Value:
    try:
        return parse(text, (KEYS | flat.KEYS).__contains__)
    except Broken as error:
        raise _not_json(error, file, name) from None


def _not_json(error: Broken, file: Origin, name: str) -> ReadingError:
    place = file.place(error.at)
    message = f"not JSON: {error.message}"
    return ReadingError(message, path=name, line=place.line, column=place.column, code="bad-json")


def _word(value: Value, key: str) -> str | None:
    found = value.get(key) if isinstance(value, dict) else None
    return (found.text.strip() or None) if isinstance(found, Scalar) and found.is_string else None


def _language(value: Value) -> str | None:
    """A language's tag; a name ("english") is left alone."""
    language = _word(value, "language")
    return language if language and _LANGUAGE.fullmatch(language) else None


def _left_out(laid: Laid, name: str) -> tuple[Problem, ...]:
    message = "more is said in it than in days of speech: the rest is not read"
    return (Problem(message=message, code="incomplete", path=name),) if laid.cut else ()


def _problems(decoded: Decoded, file: Origin, name: str) -> tuple[Problem, ...]:
    if decoded.guess is None:
        return ()
    place = file.place(decoded.fault) if decoded.fault is not None else None
    line, column = (place.line, place.column) if place else (None, None)
    return (Problem(message=decoded.guess, code="encoding-guessed", path=name, line=line, column=column),)
