"""TTML and DFXP subtitles, after W3C's "Timed Text Markup Language 2" (w3.org/TR/ttml2) and its first version.

Who speaks stands in ``ttm:agent``, which points to an agent of the head. Times are a clock's, a clock's with frames, or
a number with its unit; they count from the beginning of what holds the element. Some exporters (a music shop's lyrics)
write the clock of the whole recording there too: a time that would lie behind the end of what holds it is taken so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from quotecheck.reading.marked.about import About
from quotecheck.reading.marked.elements import End, Event, Start, Words
from quotecheck.reading.marked.turns import after
from quotecheck.reading.subtitles.captions import said_in as captions_said
from quotecheck.reading.subtitles.markup import Shown
from quotecheck.reading.subtitles.rollup import Caption, shown_once
from quotecheck.reading.transcripts.talk import Piece, Said, Speaker

MOST_CUES: Final = 500_000
"""Cues that are read; a day of captions has forty thousand."""

_CLOCK: Final = re.compile(r"(\d{1,5}):(\d{1,2}):(\d{1,2})(?:(\.\d{1,9})|[:;](\d{1,4})(?:\.(\d{1,4}))?)?")
_SHORT_CLOCK: Final = re.compile(r"(\d{1,3}):(\d{1,2}(?:\.\d{1,9})?)")  # no TTML, and written all the same
_COUNT: Final = re.compile(r"(\d{1,15}(?:\.\d{1,9})?)(h|ms|m|s|f|t)")
_TIMED: Final = frozenset({"body", "div", "p", "span"})
_NOT_SAID: Final = frozenset("x-translation x-roman sound music source description expletive".split())
_MUTE: Final = frozenset({"metadata", "head", "desc", "title", "set", "animate", "rt", "rp"})
_LONGEST: Final = 1e8  # seconds


@attrs.frozen
class _Rates:
    """How many frames and ticks a second has."""

    frames: float = 30.0
    subframes: float = 1.0
    ticks: float = 1.0

    @classmethod
    def of(cls, root: Start) -> _Rates:
        frames = _number(root.given.get("frameRate"))
        top, _, bottom = root.given.get("frameRateMultiplier", "").strip().replace(":", " ").partition(" ")
        scale = (_number(top) or 1.0) / (_number(bottom) or 1.0)
        subframes = _number(root.given.get("subFrameRate")) or 1.0
        whole = (frames or 30.0) * scale
        ticks = _number(root.given.get("tickRate")) or (whole * subframes if frames else 1.0)
        return cls(whole, subframes, ticks)

    def seconds(self, written: str | None) -> float | None:
        """A time expression as seconds; None if it is none."""
        words = (written or "").strip()[:40]
        clock = _CLOCK.fullmatch(words)
        if clock:
            hours, minutes, seconds = (int(clock[n]) for n in (1, 2, 3))
            frames = float(clock[5] or 0) + float(clock[6] or 0) / self.subframes
            return _sane(hours * 3600 + minutes * 60 + seconds + float(clock[4] or 0) + frames / self.frames)
        short = _SHORT_CLOCK.fullmatch(words)
        if short:
            return _sane(int(short[1]) * 60 + float(short[2]))
        count = _COUNT.fullmatch(words)
        if count is None:
            return None
        unit = {"h": 3600, "m": 60, "s": 1, "ms": 0.001, "f": 1 / self.frames, "t": 1 / self.ticks}[count[2]]
        return _sane(float(count[1]) * unit)


def _number(words: str | None) -> float | None:
    found = re.fullmatch(r"\d{1,9}(?:\.\d{1,9})?", (words or "").strip()[:30])
    return float(found[0]) or None if found else None


def _sane(seconds: float) -> float | None:
    return round(seconds, 3) if seconds < _LONGEST else None


def said_in(events: Iterable[Event], known: About) -> Iterator[Said]:
    """What is said in a file.

    Args:
        events: The file's.
        known: Takes title and language.

    Raises:
        Broken: as ``walk``.
    """
    captions = _Captions(known).read(events)
    captions.sort(key=lambda one: one.start if one.start is not None else -1.0)
    yield from captions_said(shown_once(captions))


@attrs.frozen
class _Held:
    """An open element: its times, its agent, whether its words are said."""

    begin: float | None
    end: float | None
    voice: Speaker | None
    mute: bool


class _Captions:
    def __init__(self, known: About) -> None:
        self._known = known
        self._rates = _Rates()
        self._captions: list[Caption] = []
        self._held: list[_Held] = []
        self._lines: list[Shown] | None = None  # of the paragraph that is open
        self._first: float | None = None  # of its spans
        self._agents: dict[str, str] = {}
        self._agent = ""  # the agent whose name is read
        self._name: list[str] | None = None
        self._titled: list[str] | None = None

    def read(self, events: Iterable[Event]) -> list[Caption]:
        for event in events:
            if isinstance(event, Start):
                self._start(event)
            elif isinstance(event, End):
                self._end(event)
            else:
                self._words(event)
            if len(self._captions) >= MOST_CUES:
                break
        return self._captions

    def _start(self, tag: Start) -> None:
        if tag.name == "tt":
            self._rates = _Rates.of(tag)
            self._known.speaks(tag.given.get("lang"))
        elif tag.name == "agent":
            self._agent = tag.given.get("id", "")
        elif tag.name == "name" and self._agent:
            self._name = []
        elif tag.name == "title" and self._lines is None:
            self._titled = []
        elif tag.name == "p":
            self._lines, self._first = [], None
        elif tag.name == "br" and self._lines is not None:
            self._lines.append(Shown([], self._held[-1].voice))
        self._held.append(self._opened(tag))
        if self._lines is not None and tag.name in ("p", "span"):
            held = self._held[-1]
            if held.begin is not None and self._first is None and tag.given.get("begin"):
                self._first = held.begin
            self._voiced(held.voice)

    def _opened(self, tag: Start) -> _Held:
        above = self._held[-1] if self._held else _Held(None, None, None, mute=False)
        roles = set(tag.given.get("role", "").split())
        mute = above.mute or tag.name in _MUTE or bool(roles & _NOT_SAID)
        if tag.name not in _TIMED:
            return attrs.evolve(above, mute=mute)
        begin, end = above.begin, above.end
        written = self._rates.seconds(tag.given.get("begin"))
        until, lasts = self._rates.seconds(tag.given.get("end")), self._rates.seconds(tag.given.get("dur"))
        base = above.begin or 0.0
        if base and above.end is not None and written is not None and base + written >= above.end:
            base = 0.0  # the clock of the whole recording
        if written is not None:
            begin = round(base + written, 3)
        if until is not None:
            end = round(base + until, 3)
        elif lasts is not None:
            end = round((begin or base) + lasts, 3)
        return _Held(begin, end, self._voice(tag) or above.voice, mute)

    def _voice(self, tag: Start) -> Speaker | None:
        for key in tag.given.get("agent", "").split():
            name = self._agents.get(key.lstrip("#"), key)
            return Speaker(name, tag.at, tag.at)
        return None

    def _voiced(self, voice: Speaker | None) -> None:
        assert self._lines is not None
        if not self._lines or self._lines[-1].voice != voice:
            if self._lines and not self._lines[-1].pieces:
                self._lines[-1].voice = voice
            else:
                self._lines.append(Shown([], voice))

    def _end(self, tag: End) -> None:
        held = self._held.pop()
        if tag.name == "name" and self._name is not None:
            name = " ".join("".join(self._name).split())
            if self._agent and name:
                self._agents.setdefault(self._agent, name)
            self._name = None
        elif tag.name == "agent":
            self._agent = ""
        elif tag.name == "title" and self._titled is not None:
            self._known.called("".join(self._titled))
            self._titled = None
        elif tag.name == "span" and self._lines is not None:
            self._voiced(self._held[-1].voice if self._held else None)
        elif tag.name == "p" and self._lines is not None:
            start = held.begin if held.begin is not None else self._first
            self._captions.append(Caption([line for line in self._lines if line.pieces], start, held.end))
            self._lines = None

    def _words(self, event: Words) -> None:
        piece: Piece = event.piece
        if self._name is not None:
            self._name.append(piece.text)
        elif self._titled is not None:
            self._titled.append(piece.text)
        elif self._lines is not None and not self._held[-1].mute:
            if not self._lines:
                self._lines.append(Shown([], self._held[-1].voice))
            pieces = self._lines[-1].pieces
            piece = after(pieces[-1], piece) if pieces else piece
            if piece.text:
                pieces.append(piece)
