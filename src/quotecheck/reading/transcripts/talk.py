"""What is said, stretch by stretch, to one content with its labels, times and ways back. No file format is known here.

A speaker's words run on over cues and segments: sentences are whole. A new speaker opens a paragraph, and who that is
stands before it in square brackets ("[Ada]: "), however the file says it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

import attrs

from quotecheck.model.spans import Run, Span

UNKNOWN: Final = "Unknown"
"""The label of words whose speaker the file leaves open while it names others."""

MOST_PIECES: Final = 1_000_000
"""Pieces that are laid out; a day of captions has a tenth. Each costs a quarter of a kilobyte."""

_LONG_PAUSE: Final = 4.0  # seconds of silence after a sentence that make a paragraph where nobody is named
_LONG_PARAGRAPH: Final = 1500  # code points after which a sentence's end makes one
_LONGEST_HEADING: Final = 80  # code points
_SENTENCE_END: Final = re.compile(r"[.?!…。？！][\"”’»')\]]{0,3}\s*$")
_NO_SPACES: Final = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]")  # scripts that part words by no spaces
_NAME: Final = re.compile(
    r"[^\W\d_][\w.'’-]*(?: (?:(?:of|the|de|del|der|van|von|la|le|du|da|bin|al) )?[^\W\d_][\w.'’-]*){0,3}"
)
_NUMBERED: Final = re.compile(r"(?i:speaker|spkr?|voice|person|participant|guest|host|unknown)[ _-]?[0-9A-Za-z]{0,3}")


class Piece(NamedTuple):
    """Characters of the content and where in the file they stand.

    Attributes:
        text: What is to be read.
        start: Offset in the file's text of the first code point that it was read from.
        end: One past the last; where the lengths differ, the whole stands for the whole.
    """

    text: str
    start: int
    end: int


class Speaker(NamedTuple):
    """Who speaks, as the file says it.

    Attributes:
        name: The name or label.
        start: Where it stands in the file's text; equal to ``end`` where it stands nowhere.
        end: One past its end.
    """

    name: str
    start: int
    end: int


@attrs.frozen
class Said:
    """Words of one cue or segment that one person says.

    Attributes:
        pieces: The words, in order.
        speaker: Who says them; None if the one before goes on.
        start: Seconds at which they begin; None if unknown.
        end: Seconds at which they end; None if unknown.
        opens: True if the file says that somebody else begins here.
        times: (offset in the words, seconds) of single words, ascending.
        breaks: True if a new paragraph of the same speaker begins here.
        page: Number of the page or column on which the words stand; None if unknown, or the one before goes on.
    """

    pieces: Sequence[Piece]
    speaker: Speaker | None = None
    start: float | None = None
    end: float | None = None
    opens: bool = False
    times: Sequence[tuple[int, float]] = ()
    breaks: bool = False
    page: int | None = None


@attrs.frozen
class Laid:
    """A content and its ways back.

    Attributes:
        content: What stands there to be read.
        runs: Content to file.
        times: (content offset, seconds).
        paragraphs: (content offset, number from 1).
        labels: Label in the content to the name in the file, where that could not be a label.
        sole: The one who says everything; None if several do, or somebody unknown.
        cut: True if there was too much of it, and the rest is left out.
        pages: (content offset, number of page or column).
        names: The names under which words stand, as they were given.
    """

    content: str
    runs: tuple[Run, ...]
    times: tuple[tuple[int, float], ...]
    paragraphs: tuple[tuple[int, int], ...]
    labels: dict[str, str]
    sole: str | None
    cut: bool = False
    pages: tuple[tuple[int, int], ...] = ()
    names: frozenset[str] = frozenset()


def lay_out(said: Iterable[Said]) -> Laid:
    """Put everything that is said one after the other.

    Args:
        said: In order of time. Stretches without words are passed over.

    Returns:
        The content; its cost is linear in the number of pieces.
    """
    page = _Page()
    for one in said:
        pieces = stripped(one.pieces)
        if len(pieces) > MOST_PIECES - page.size:
            return attrs.evolve(page.laid(), cut=True)
        if pieces:
            page.add(one, pieces)
    return page.laid()


def stripped(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces without the white space at both ends."""
    kept = [piece for piece in pieces if piece.text]
    if kept and not (kept[0].text[0].isspace() or kept[-1].text[-1].isspace()):
        return kept
    while kept and kept[0].text.isspace():
        kept.pop(0)
    while kept and kept[-1].text.isspace():
        kept.pop()
    if kept:
        first = kept[0].text
        kept[0] = _cut(kept[0], len(first) - len(first.lstrip()), len(first))
        kept[-1] = _cut(kept[-1], 0, len(kept[-1].text.rstrip()))
    return kept


def parted(pieces: Sequence[Piece], offsets: Sequence[int]) -> list[list[Piece]]:
    """Pieces parted at offsets of their text; an entity is never parted.

    Args:
        pieces: In order.
        offsets: Ascending.

    Returns:
        One part more than there are offsets. Cost is linear in both.
    """
    parts: list[list[Piece]] = [[]]
    at = index = 0
    for piece in pieces:
        size = len(piece.text)
        done = 0
        while index < len(offsets) and offsets[index] < at + size:
            here = offsets[index] - at
            if here > done and _is_plain(piece):
                parts[-1].append(_cut(piece, done, here))
                done = here
            parts.append([])
            index += 1
        if done < size:
            parts[-1].append(_cut(piece, done, size))
        at += size
    return parts + [[] for _ in offsets[index:]]


def split_at(pieces: Sequence[Piece], at: int) -> tuple[list[Piece], list[Piece]]:
    """Pieces parted after ``at`` code points of their text."""
    left, right = parted(pieces, [at])
    return left, right


def text_of(pieces: Sequence[Piece]) -> str:
    """The words of pieces."""
    return pieces[0].text if len(pieces) == 1 else "".join([piece.text for piece in pieces])


def _is_plain(piece: Piece) -> bool:
    return piece.end - piece.start == len(piece.text)


def _cut(piece: Piece, start: int, end: int) -> Piece:
    if start == 0 and end == len(piece.text):
        return piece
    if _is_plain(piece):
        return Piece(piece.text[start:end], piece.start + start, piece.start + end)
    return Piece(piece.text[start:end], piece.start, piece.end)


class _Page:
    """The content as it grows."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._runs: list[Run] = []
        self._times: list[tuple[int, float]] = []
        self._starts: list[int] = []
        self._pages: list[tuple[int, int]] = []
        self._labels: dict[str, str] = {}
        self._aliases: dict[str, str] = {}
        self._names: list[str] = []
        self._tail = ""
        self._at = 0
        self._current: str | None = None  # the name under which the paragraph stands
        self._open = False  # a speaker's name or mark stood before what is said now
        self._ended: float | None = None
        self._bare = False  # some words stand under no name

    @property
    def size(self) -> int:
        """How many pieces it holds."""
        return len(self._runs)

    def add(self, said: Said, pieces: Sequence[Piece]) -> None:
        """Add words that are not all white."""
        speaker = said.speaker
        if speaker is not None and (speaker.name != self._current or said.opens):
            self._paragraph()
            self._label(speaker)
            self._current, self._open = speaker.name, True
        elif speaker is None and said.opens:
            self._paragraph()
            self._current, self._open, self._bare = None, True, True
        elif speaker is None and not self._open:
            self._bare = True
            if not self._texts or said.breaks or self._pauses(said):
                self._paragraph()
        elif said.breaks and self._ends_well():
            self._paragraph()
        if said.page is not None and (not self._pages or self._pages[-1][1] != said.page):
            self._pages.append((self._at, said.page))
        self._space(pieces[0].text)
        self._time(said)
        for piece in pieces:
            self._put(piece)
        self._ended = said.end if said.end is not None else said.start

    def laid(self) -> Laid:
        """What has come of it."""
        names = list(dict.fromkeys(self._names))
        sole = names[0] if len(names) == 1 and not self._bare and names != [UNKNOWN] else None
        return Laid(
            content="".join(self._texts),
            runs=tuple(self._runs),
            times=tuple(self._times),
            paragraphs=tuple((start, number) for number, start in enumerate(self._starts, 1)),
            labels=self._labels,
            sole=sole,
            pages=tuple(self._pages),
            names=frozenset(names),
        )

    def _pauses(self, said: Said) -> bool:
        if not _SENTENCE_END.search(self._tail):
            return False
        silent = said.start is not None and self._ended is not None and said.start - self._ended >= _LONG_PAUSE
        return silent or self._at - self._starts[-1] > _LONG_PARAGRAPH

    def _ends_well(self) -> bool:
        """True unless what stands last would be taken for a heading if a paragraph ended there: short, no stop."""
        return self._at - self._starts[-1] > _LONGEST_HEADING or _SENTENCE_END.search(self._tail) is not None

    def _paragraph(self) -> None:
        if self._texts:
            self._write("\n\n")
        self._starts.append(self._at)

    def _time(self, said: Said) -> None:
        """Note the times of words that begin here."""
        if said.start is not None and (not self._times or self._times[-1][1] != said.start):
            self._times.append((self._at, said.start))
        words = text_of(said.pieces)
        lead = len(words) - len(words.lstrip())
        for at, seconds in said.times:
            here = self._at + max(0, at - lead)
            if self._times and self._times[-1][0] == here:
                self._times[-1] = (here, seconds)  # a word's own time is nearer than its segment's
            elif not self._times or seconds != self._times[-1][1]:
                self._times.append((here, seconds))

    def _space(self, words: str) -> None:
        """Write a space between what stands there and ``words``, unless their script has none."""
        if self._starts[-1] < self._at:
            last = self._tail[-1:]
            if not last.isspace() and not (_NO_SPACES.match(last) and _NO_SPACES.match(words)):
                self._write(" ")

    def _label(self, speaker: Speaker) -> None:
        self._names.append(speaker.name)
        shown = self._shown(speaker.name)
        self._write("[")
        self._put(Piece(shown, speaker.start, speaker.end))
        self._write("]: ")

    def _shown(self, name: str) -> str:
        """The name, or where it would not be known for one ("ada", "the man in the hat"), a number for it."""
        if _NUMBERED.fullmatch(name) or (_NAME.fullmatch(name) and name[0].isupper() and name.split()[-1][0].isupper()):
            return name
        if name not in self._aliases:
            self._aliases[name] = f"Voice {len(self._aliases) + 1}"
            self._labels[self._aliases[name]] = name
        return self._aliases[name]

    def _put(self, piece: Piece) -> None:
        if piece.end > piece.start:
            self._runs.append(Run(Span(self._at, self._at + len(piece.text)), Span(piece.start, piece.end)))
        self._write(piece.text)

    def _write(self, text: str) -> None:
        self._texts.append(text)
        self._tail = (self._tail + text)[-8:]
        self._at += len(text)
