"""What a debate's elements hold, gathered turn by turn. Which elements these are, the formats' modules say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

from quotecheck.reading.transcripts.talk import UNKNOWN, Piece, Said, Speaker, stripped, text_of

_CLOCK: Final = re.compile(r"(?:^|T)(\d{1,2}):([0-5]\d)(?::([0-5]\d)(?:\.\d{1,9})?)?")

NOBODY: Final = Speaker(UNKNOWN, 0, 0)
"""Who says the record's own words."""


def clock(written: str | None) -> float | None:
    """The time of day in a date with its time, as seconds since midnight: it is shown as the file writes it."""
    found = _CLOCK.search((written or "")[:60])
    return int(found[1]) * 3600.0 + int(found[2]) * 60 + int(found[3] or 0) if found else None


def after(last: Piece, piece: Piece) -> Piece:
    """A piece without the space that it begins with, where another ends with one."""
    if not (last.text.endswith(" ") and piece.text.startswith(" ")):
        return piece
    plain = piece.end - piece.start == len(piece.text)
    return Piece(piece.text[1:], piece.start + plain, piece.end)


@attrs.define
class Turns:
    """The turn that is read.

    Attributes:
        speaker: Who takes it; None outside of turns, where nothing is said.
        time: Seconds at which it begins; None if unknown.
        page: The page or column that is read; None if unknown.
    """

    speaker: Speaker | None = None
    time: float | None = None
    page: int | None = None
    _pieces: list[Piece] = attrs.field(factory=list)
    _begun: bool = False  # something of the turn was given out
    _opened: bool = False  # a new turn begins with the next words

    def open(self, speaker: Speaker) -> None:
        """Somebody begins to speak."""
        self.speaker, self._begun, self._opened, self._pieces = speaker, False, True, []

    def put(self, piece: Piece) -> None:
        """Words of the turn; none outside of one. Two spaces, of which something silent stood between, are one."""
        if self.speaker is not None:
            piece = after(self._pieces[-1], piece) if self._pieces else piece
            if piece.text:
                self._pieces.append(piece)

    def paragraph(self) -> Iterator[Said]:
        """The words since the last paragraph, if there are any."""
        pieces, self._pieces = stripped(self._pieces), []
        if pieces and text_of(pieces).strip() and self.speaker is not None:
            yield Said(
                pieces=pieces,
                speaker=self.speaker,
                start=self.time,
                end=self.time,
                breaks=self._begun,
                page=self.page,
            )
            self._begun = True

    def close(self) -> Iterator[Said]:
        """The last paragraph of the turn; nobody speaks after it."""
        yield from self.paragraph()
        self.speaker = None
