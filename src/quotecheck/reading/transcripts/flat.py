"""Transcripts whose words are one flat list, and whose paragraphs say who speaks from when: ``words``, ``paragraphs``.

Hyperaudio, the BBC's digital paper edit and tools that follow them write this; so does Trint, as its users describe it
(no file of Trint's own was at hand). A paragraph holds the words from its start to the next one's. Times are seconds or
milliseconds: whole numbers, none of them as short as a word's seconds, are milliseconds.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from statistics import median
from typing import Final

import attrs

from quotecheck.reading.transcripts.located import Scalar, Value
from quotecheck.reading.transcripts.talk import UNKNOWN, Piece, Said, Speaker, stripped, text_of

KEYS: Final = frozenset("words paragraphs speakers transcript text word punct start end speaker id name".split())
"""The keys that are read; the values of others are passed over."""

_LONGEST_WORD: Final = 20  # seconds; what lasts longer lasts milliseconds
_EARLY: Final = 0.05  # seconds by which a paragraph's first word may begin before it


@attrs.frozen
class _Paragraph:
    start: float
    speaker: Speaker | None


def is_flat(value: Value) -> bool:
    """True if a value is such a transcript."""
    top = _top(value)
    return bool(_objects(top, "words")) and bool(_objects(top, "paragraphs"))


def said_in(value: Value) -> Iterator[Said]:
    """What is said, paragraph by paragraph.

    Args:
        value: As ``is_flat`` wants it.

    Raises:
        Broken: if a word has more escapes than days of speech.
    """
    top = _top(value)
    words, names = _objects(top, "words"), _names(_objects(top, "speakers"))
    scale = _scale(words)
    paragraphs = sorted(
        (
            _Paragraph(start * scale, _speaker(one, names))
            for one in _objects(top, "paragraphs")
            if (start := _time(one, "start")) is not None
        ),
        key=lambda one: one.start,
    )
    starts = [one.start for one in paragraphs]
    named = any(one.speaker for one in paragraphs)
    timed = _timed(words, scale)
    for index, run in groupby(timed, key=lambda one: bisect_right(starts, one[1] + _EARLY) - 1):
        speaker = paragraphs[index].speaker if index >= 0 else None
        yield _paragraph(list(run), speaker or (Speaker(UNKNOWN, 0, 0) if named else None))


def _paragraph(run: Sequence[tuple[Mapping[str, Value], float, float | None]], speaker: Speaker | None) -> Said:
    pieces: list[Piece] = []
    times: list[tuple[int, float]] = []
    size = 0
    for word, start, _ in run:
        shown = stripped(_text(word).pieces())
        if not shown:
            continue
        if pieces:
            pieces.append(Piece(" ", shown[0].start, shown[0].start))
            size += 1
        times.append((size, start))
        pieces += shown
        size += len(text_of(shown))
    return Said(pieces=pieces, speaker=speaker, start=run[0][1], end=run[-1][2], breaks=True, times=times)


def _timed(
    words: Sequence[Mapping[str, Value]], scale: float
) -> Iterator[tuple[Mapping[str, Value], float, float | None]]:
    """The words with when they begin and end; one without a time begins with the one before."""
    at = 0.0
    for word in words:
        start, end = _time(word, "start"), _time(word, "end")
        at = round(start * scale, 3) if start is not None else at
        yield word, at, round(end * scale, 3) if end is not None else None


def _scale(words: Sequence[Mapping[str, Value]]) -> float:
    """A thousandth if the times are milliseconds."""
    lasting: list[float] = []
    for word in words[:1000]:
        start, end = _time(word, "start"), _time(word, "end")
        if start is None or end is None:
            continue
        if not (_is_whole(word["start"]) and _is_whole(word["end"])):
            return 1.0
        lasting.append(end - start)
    return 0.001 if lasting and median(lasting) > _LONGEST_WORD else 1.0


def _is_whole(value: Value) -> bool:
    return isinstance(value, Scalar) and value.raw.strip('"').isdecimal()


def _top(value: Value) -> Mapping[str, Value]:
    """The object that holds the words: the whole, or what stands under ``transcript``."""
    if not isinstance(value, dict):
        return {}
    inner = value.get("transcript")
    if isinstance(inner, dict) and "words" in inner:
        return {**inner, **({"speakers": value["speakers"]} if "speakers" in value else {})}
    return value


def _objects(top: Mapping[str, Value], key: str) -> list[dict[str, Value]]:
    """The objects of a list that are of use: words with their words, everything else as it is."""
    listed = top.get(key)
    found = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    return [one for one in found if _has_text(one)] if key == "words" else found


def _has_text(one: Mapping[str, Value]) -> bool:
    value = one.get("punct") or one.get("text") or one.get("word")
    return isinstance(value, Scalar) and value.is_string


def _text(one: Mapping[str, Value]) -> Scalar:
    value = one.get("punct") or one.get("text") or one.get("word")
    assert isinstance(value, Scalar)
    return value


def _time(one: Mapping[str, Value], key: str) -> float | None:
    value = one.get(key)
    return value.number if isinstance(value, Scalar) else None


def _names(speakers: Sequence[Mapping[str, Value]]) -> dict[str, str]:
    """The name behind each id of a list of speakers."""
    found: dict[str, str] = {}
    for one in speakers:
        key, name = one.get("id"), one.get("name")
        if isinstance(key, Scalar) and isinstance(name, Scalar) and name.is_string and name.text.strip():
            found.setdefault(key.text, " ".join(name.text.split()))
    return found


def _speaker(one: Mapping[str, Value], names: Mapping[str, str]) -> Speaker | None:
    """Who speaks; a number that no list explains is a name too ("Speaker 0")."""
    value = one.get("speaker")
    if not isinstance(value, Scalar) or value.raw in ("null", '""'):
        return None
    key = " ".join(value.text.split())
    if key in names:
        return Speaker(names[key], value.start, value.start)
    if value.is_string:
        return Speaker(key, value.start + 1, value.start + len(value.raw) - 1) if key else None
    return Speaker(f"Speaker {value.raw}", value.start, value.start + len(value.raw)) if key.isdecimal() else None
