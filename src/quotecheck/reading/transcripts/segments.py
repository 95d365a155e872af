"""Segments of a transcript to what is said: Whisper, WhisperX, podcasts, by their keys. No JSON is parsed here."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

import attrs

from quotecheck.reading.transcripts.located import Scalar, Value
from quotecheck.reading.transcripts.talk import UNKNOWN, Piece, Said, Speaker, parted, text_of

KEYS: Final = frozenset(
    "segments text body speaker start startTime end endTime words word language title "
    "avg_logprob no_speech_prob probability score".split()
)
"""The keys that are read; the values of others are passed over."""

_SURE: Final = ("avg_logprob", "no_speech_prob")
_LEAST_WORDS: Final = 2  # words under another's name inside a segment that are believed: a single one is a slip


@attrs.frozen
class _Word:
    at: int
    start: float | None
    speaker: Speaker | None


def _place(word: _Word) -> int:
    return word.at


def segments_of(value: Value) -> list[Mapping[str, Value]]:
    """The segments of a transcript, each with words, and a time or a speaker; empty if the value is no transcript."""
    listed = value.get("segments") if isinstance(value, dict) else None
    if not isinstance(listed, list):
        return []
    found: list[Mapping[str, Value]] = [one for one in listed if isinstance(one, dict) and _text(one) is not None]
    known = sum(1 for one in found if _time(one, "start", "startTime") is not None or _speaker(one) is not None)
    return found if 2 * known >= len(found) and 2 * len(found) >= len(listed) else []


def is_machine(segments: Sequence[Mapping[str, Value]]) -> bool:
    """True if a program that listened wrote it: it says how sure it is."""
    word = next(iter(_word_values(segments[0])), {})
    return any(key in segments[0] for key in _SURE) or "probability" in word or "score" in word


def said_in(segments: Sequence[Mapping[str, Value]]) -> Iterator[Said]:
    """What is said in segments, in order.

    Args:
        segments: As ``segments_of`` gives them.
    """
    named = any(_speaker(one) for part in segments for one in (part, *_word_values(part)))
    for one in segments:
        text = _text(one)
        if text is not None:
            yield from _said(one, text.pieces(), named=named)


def _said(one: Mapping[str, Value], pieces: list[Piece], *, named: bool) -> Iterator[Said]:
    words = _words(one, text_of(pieces))
    stretches = _stretches(words, _speaker(one))
    inner = [at for at, _ in stretches[1:]]
    limits = [*inner, len(text_of(pieces))]
    for (at, speaker), limit, part in zip(stretches, limits, parted(pieces, inner), strict=True):
        first, past = (bisect_left(words, place, key=_place) for place in (at, limit))
        times = [(word.at - at, word.start) for word in words[first:past] if word.start is not None]
        yield Said(
            pieces=part,
            speaker=speaker or (Speaker(UNKNOWN, 0, 0) if named else None),
            start=_time(one, "start", "startTime") if at == 0 or not times else times[0][1],
            end=_time(one, "end", "endTime"),
            times=times,
        )


def _stretches(words: Sequence[_Word], own: Speaker | None) -> list[tuple[int, Speaker | None]]:
    """Where in a segment who begins to speak: the words' own speakers are nearer than the segment's."""
    found: list[tuple[int, Speaker | None]] = [(0, own)]
    runs = [list(run) for _, run in groupby(words, key=lambda word: word.speaker.name if word.speaker else None)]
    runs = [run for run in runs if run[0].speaker and (len(run) >= _LEAST_WORDS or len(runs) == 1)]
    for index, run in enumerate(runs):
        current, speaker = found[-1][1], run[0].speaker
        if speaker and (current is None or current.name != speaker.name):
            if index == 0:
                found = [(0, speaker)]
            else:
                found.append((run[0].at, speaker))
    return found


def _words(one: Mapping[str, Value], text: str) -> list[_Word]:
    """The timed words of a segment that stand in its text, in order."""
    found: list[_Word] = []
    at = 0
    for value in _word_values(one):
        word = value.get("word") or value.get("text")
        shown = word.text.strip() if isinstance(word, Scalar) else ""
        place = text.find(shown, at, at + len(shown) + 80) if shown else -1
        if place >= 0:
            found.append(_Word(place, _time(value, "start", "startTime"), _speaker(value)))
            at = place + len(shown)
    return found


def _word_values(one: Mapping[str, Value]) -> list[dict[str, Value]]:
    words = one.get("words")
    return [word for word in words if isinstance(word, dict)] if isinstance(words, list) else []


def _text(one: Mapping[str, Value]) -> Scalar | None:
    for key in ("text", "body"):
        value = one.get(key)
        if isinstance(value, Scalar) and value.is_string:
            return value
    return None


def _time(one: Mapping[str, Value], *keys: str) -> float | None:
    for key in keys:
        value = one.get(key)
        if isinstance(value, Scalar) and value.number is not None:
            return value.number
    return None


def _speaker(one: Mapping[str, Value]) -> Speaker | None:
    """Who speaks; a number is a name too ("Speaker 0")."""
    value = one.get("speaker")
    if not isinstance(value, Scalar):
        return None
    if value.is_string:
        name = " ".join(value.text.split())
        return Speaker(name, value.start + 1, value.start + len(value.raw) - 1) if name else None
    end = value.start + len(value.raw)
    return Speaker(f"Speaker {value.raw}", value.start, end) if value.raw.isdecimal() else None
