"""Captions to what is said: notes left out, speakers by voice, label, dash and chevron. No offsets are made here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from quotecheck.reading.subtitles.markup import Shown
from quotecheck.reading.subtitles.rollup import Caption
from quotecheck.reading.transcripts.talk import UNKNOWN, Piece, Said, Speaker, parted, split_at, stripped, text_of

_CHEVRONS: Final = re.compile(r"(?<![^\s\"“])>{2,3}(?!>)\s*")
_DASH: Final = re.compile(r"[-‐‑–—―][ \xa0]?(?=[^\s-])")
_WORD: Final = r"[^\W_][\w.'’&-]*"
_LABEL: Final = re.compile(
    rf"\[(?P<id>[^\[\]\n:]{{1,60}})\](?:[ ]?:|(?<=\d\]))(?=\s|$)"
    rf"|(?P<name>{_WORD}(?:[ ]{_WORD}){{0,5}})(?:[ ]?[(\[][^()\[\]\n]{{1,40}}[)\]])?[ ]?:(?=\s|$)"
)
_PARTICLES: Final = frozenset("of the de del der den van von la le al bin du da di y e und and".split())
_MOST_LABEL_WORDS: Final = 4
_ENDS: Final = re.compile(r"(?:[.?!…。？！♪]|--|[—–])[\"”’»')\]]*\s*$")
_NOTE: Final = re.compile(r"[\[(][^\[\]()]{1,80}[\])]|(?<![♪♫#*])[♪♫#*]++(?:[^♪♫]{0,600}+[♪♫]++|(?<=[♪♫]))")
_SENTENCE: Final = re.compile(r"[.?!,;][\"”’]?$")
_MOST_NOTE_WORDS: Final = 6


def said_in(captions: Sequence[Caption]) -> Iterator[Said]:
    """What is said in captions.

    Args:
        captions: In order of the file, none showing what was shown before.

    Returns:
        Stretches in order, each under the one who says it, as far as the file tells.
    """
    dashes = _dashes(captions)
    captions = [attrs.evolve(one, lines=[line for line in one.lines if not _is_note(line)]) for one in captions]
    voiced = any(line.voice is not None for one in captions for line in one.lines)
    reader = _Voices(voiced, _labels(captions), dashes)
    for caption in captions:
        yield from reader.said(caption)


def _is_note(line: Shown) -> bool:
    """True for a line that says what is heard: "[door slams]", "♪ la la ♪". A sentence in brackets is somebody's."""
    words = text_of(line.pieces).strip().lstrip("-–— ")
    if not _NOTE.fullmatch(words):
        return False
    if words[0] in "♪♫#*":
        return True
    inner = words[1:-1].strip()
    return len(inner.split()) <= _MOST_NOTE_WORDS and not _SENTENCE.search(inner)


def _label(words: str, at: int = 0) -> re.Match[str] | None:
    """What could be the label of a line: an id in brackets, a name in capitals, a name of at most four words."""
    match = _LABEL.match(words, at)
    if match is None or match["id"]:
        return match
    parts = match["name"].split()
    proper = [part for part in parts if part not in _PARTICLES]
    named = all(part[0].isupper() or part[0].isdigit() for part in proper) and parts[0][0].isupper()
    return match if named and len(proper) <= _MOST_LABEL_WORDS else None


def _labels(captions: Sequence[Caption]) -> frozenset[str]:
    """The labels of a file. A word before a colon is one if such words come again, or open most of what is said."""
    counts: Counter[str] = Counter()
    for caption in captions:
        for line in caption.lines:
            words = text_of(line.pieces).lstrip()
            dash = _DASH.match(words)
            words = _CHEVRONS.sub("", words[dash.end() :] if dash else words, count=1)
            found = _label(words)
            if found:
                counts[found["id"] or found["name"]] += 1
    sure = {name for name, count in counts.items() if count > 1}
    again = sum(counts[name] for name in sure)
    shouted = {name for name in counts if name.upper() == name}
    if 2 * sum(counts.values()) >= len(captions) and sum(counts.values()) > 1:
        return frozenset(counts)
    if again >= sum(counts[name] for name in counts if name not in sure and name not in shouted):
        return frozenset(sure | (shouted if len(sure | shouted) > 1 else set()))
    return frozenset(shouted if sum(counts[name] for name in shouted) > 1 else ())


def _dashes(captions: Sequence[Caption]) -> bool:
    """True if two dashed lines in one cue are two speakers in this file."""
    return any(sum(_dash(line) is not None for line in one.lines) > 1 for one in captions)


def _dash(line: Shown) -> re.Match[str] | None:
    return _DASH.match(text_of(line.pieces).lstrip())


@attrs.define
class _Voices:
    """Who speaks, from cue to cue.

    Attributes:
        voiced: True if the file's tags say who speaks: words under none are of somebody unknown.
        labels: The labels of the file.
        dashes: True if a dash at a line's beginning is a new speaker.
    """

    voiced: bool
    labels: frozenset[str]
    dashes: bool
    _ended: bool = True  # the words before end a sentence
    _dashed: bool = False  # the cue before was two people's
    _current: str | None = None  # the name that carries over
    _held: Speaker | None = None  # a label that stands alone on its line

    def said(self, caption: Caption) -> Iterator[Said]:
        """What one caption says."""
        lines = [Shown(stripped(line.pieces), line.voice) for line in caption.lines]
        lines = [line for line in lines if line.pieces]
        dashed = self.dashes and sum(_dash(line) is not None for line in lines) > 1
        for index, line in enumerate(lines):
            opens = self._dashed and index == 0 and self._ended
            dash = _dash(line) if dashed or (self.dashes and self._ended) else None
            for said in self._parted(line, dash, opens=opens):
                yield attrs.evolve(said, start=caption.start, end=caption.end)
                self._ended = _ENDS.search(text_of(said.pieces[-9:])) is not None
        self._dashed = dashed if lines else self._dashed

    def _parted(self, line: Shown, dash: re.Match[str] | None, *, opens: bool) -> Iterator[Said]:
        """One line, without its dash, parted at its chevrons."""
        rest = list(line.pieces)
        mark = None
        if dash:
            left, rest = split_at(rest, dash.end())
            rest = stripped(rest)
            mark = Piece(">> ", left[0].start, left[-1].end)
        words = text_of(rest)
        for part in parted(rest, [match.start() for match in _CHEVRONS.finditer(words) if match.start()]):
            said = self._one(stripped(part), line.voice, mark, opens=opens)
            if said is not None:
                yield said
                opens, mark = False, None

    def _one(self, pieces: list[Piece], voice: Speaker | None, mark: Piece | None, *, opens: bool) -> Said | None:
        if not pieces:
            return None
        if voice is not None:
            return self._by(voice, pieces)
        words = text_of(pieces)
        chevrons = _CHEVRONS.match(words)
        label = _label(words, chevrons.end() if chevrons else 0)
        if label and (label["id"] or label["name"]) in self.labels:
            return self._labelled(pieces, label, opens=bool(chevrons or mark))
        if self._held is not None:
            return self._by(self._held, pieces)
        if chevrons and (self.labels or self.voiced):
            left, pieces = split_at(pieces, chevrons.end())
            mark = Piece(">> ", left[0].start, left[-1].end)
        if chevrons or mark or opens:
            return self._unknown(pieces, mark, marked=bool(chevrons))
        if self.voiced and (self._ended or not words[0].islower() or self._current in (None, UNKNOWN)):
            return self._by(Speaker(UNKNOWN, 0, 0), pieces)
        return Said(pieces)

    def _by(self, speaker: Speaker, pieces: list[Piece], *, opens: bool = False) -> Said:
        self._current, self._held = speaker.name, None
        return Said(pieces, speaker, opens=opens)

    def _labelled(self, pieces: list[Piece], label: re.Match[str], *, opens: bool) -> Said | None:
        group = "id" if label["id"] else "name"
        name = split_at(split_at(pieces, label.end(group))[0], label.start(group))[1]
        speaker = Speaker(label[group], name[0].start, name[-1].end)
        words = stripped(split_at(pieces, label.end())[1])
        if words:
            return self._by(speaker, words, opens=opens)
        self._held = speaker
        return None

    def _unknown(self, pieces: list[Piece], mark: Piece | None, *, marked: bool) -> Said | None:
        """Somebody else, and the file does not say who."""
        self._current = None
        if not self.labels and not self.voiced:
            if not marked:
                pieces = [mark or Piece(">> ", pieces[0].start, pieces[0].start), *pieces]
            return Said(pieces, opens=True) if pieces else None
        place = (mark.start, mark.end) if mark else (0, 0)
        return self._by(Speaker(UNKNOWN, *place), stripped(pieces), opens=True) if stripped(pieces) else None
