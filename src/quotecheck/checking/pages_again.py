"""Pages of a PDF source, read a second time when asked for, and kept. What they are worth is judged elsewhere."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import Final
from weakref import WeakKeyDictionary

import attrs
import regex

from quotecheck.checking.known import KnownSource
from quotecheck.model import Origin, Text
from quotecheck.reading.pdf.second import is_installed, pages_again

BLOCK: Final = 16
"""Pages that are read at once."""
MOST_BLOCKS: Final = 64
"""Blocks that are read of one source."""
LETTERS: Final = regex.compile(r"[\p{L}\p{N}]+")
"""A run of letters and figures."""


class SecondReading:
    """The second reading of one source, page by page as it is asked for. Threads may share it."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self._pages: dict[int, str] = {}
        self._asked: set[int] = set()
        self._read: dict[tuple[int, int], KnownSource | None] = {}
        self._letters = ""
        self._lock = threading.Lock()

    @property
    def letters(self) -> str:
        """The letters and figures of the first reading, without anything between them, in small ones."""
        if not self._letters:
            self._letters = bare(self.text.content)
        return self._letters

    def of_pages(self, first: int, last: int) -> KnownSource | None:
        """Some pages as a source; None if they cannot be read."""
        key = first, last
        with self._lock:  # a page that another thread has asked for is waited for
            if key not in self._read:
                for block in range(first // BLOCK, last // BLOCK + 1):
                    self._ask(block)
                pages = [(number, self._pages[number]) for number in range(first, last + 1) if number in self._pages]
                self._read[key] = KnownSource(_joined(self.text, pages)) if pages else None
            return self._read[key]

    def _ask(self, block: int) -> None:
        if block in self._asked or len(self._asked) >= MOST_BLOCKS:
            return
        self._asked.add(block)
        wanted = range(max(1, block * BLOCK), (block + 1) * BLOCK)
        self._pages.update(pages_again(self.text.path or "", self.text.sha256 or "", wanted))


_READINGS: Final[WeakKeyDictionary[KnownSource, SecondReading]] = WeakKeyDictionary()


def second_reading(source: KnownSource) -> SecondReading | None:
    """The second reading of a source; None if it has no pages in a file, or nothing is there to read them with."""
    text = source.text
    if not (text.path and text.sha256 and text.origin.pages) or not is_installed():
        return None
    found = _READINGS.get(source)
    if found is None:
        found = _READINGS[source] = SecondReading(text)
    return found


def bare(text: str) -> str:
    """The letters and figures of a text, in small ones."""
    return "".join(LETTERS.findall(text)).lower()


def _joined(text: Text, pages: Iterable[tuple[int, str]]) -> Text:
    """Some pages as a text of their own, with what is known of the whole."""
    pieces: list[str] = []
    starts: list[tuple[int, int]] = []
    at = 0
    for number, words in pages:
        starts.append((at, number))
        pieces += [words, "\n\n"]
        at += len(words) + 2
    content = "".join(pieces)
    return Text(
        content=content,
        id=text.id,
        origin=attrs.evolve(Origin.of_plain(content), pages=tuple(starts)),
        language=text.language,
        speaker=text.speaker,
        author=text.author,
        labels=text.labels,
        spoken=text.spoken,
        fidelity=text.fidelity,
    )
