"""Subtitle files made for a test. Nothing is tested here."""

from __future__ import annotations

from collections.abc import Iterator

from quotecheck.model import Text
from quotecheck.speech.turns import read_turns

Cue = str | tuple[float, str]


def clock(seconds: float, point: str) -> str:
    """A time as subtitles write it."""
    whole, part = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}{point}{part:03}"


def _cues(cues: tuple[Cue, ...], point: str) -> Iterator[tuple[str, str]]:
    """(times, words); a cue without a time of its own begins a second after the one before, and lasts as long."""
    at = 0.0
    for cue in cues:
        at, words = cue if isinstance(cue, tuple) else (at + 1.0, cue)
        yield f"{clock(at, point)} --> {clock(at + 1.0, point)}", words


def srt(*cues: Cue, numbers: bool = True) -> str:
    """A SubRip file."""
    heads = (f"{number}\n" if numbers else "" for number in range(1, len(cues) + 1))
    return "\n".join(f"{head}{times}\n{words}\n" for head, (times, words) in zip(heads, _cues(cues, ","), strict=True))


def vtt(*cues: Cue, names: bool = False) -> str:
    """A WebVTT file."""
    heads = (f"cue-{number}\n" if names else "" for number in range(1, len(cues) + 1))
    shown = (f"{head}{times}\n{words}\n" for head, (times, words) in zip(heads, _cues(cues, "."), strict=True))
    return "WEBVTT\n\n" + "\n".join(shown)


def said_by(text: Text) -> list[str]:
    """Each turn as "speaker: words"; a question mark stands for somebody unknown."""
    return [f"{'?' if turn.shared else turn.speaker}: {text.words(turn.body)}" for turn in read_turns(text)]
