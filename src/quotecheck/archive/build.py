"""Documents to segments, in bounded memory; several segments to one. Which of them an archive has is not known here."""

from __future__ import annotations

import tempfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import attrs
import numpy as np
import numpy.typing as npt

from quotecheck.archive.segment import (
    LARGE,
    MOST_DOCUMENTS,
    NARROW,
    SECTIONS,
    WIDE,
    Segment,
    SegmentFile,
    id_number,
    rest_type,
)
from quotecheck.archive.stored import to_bytes
from quotecheck.archive.terms import BITS, Numbers, WordNumbers, document_terms
from quotecheck.model import Text, Voice
from quotecheck.speech.voices import read_voices
from quotecheck.text.tokens import Chunks, keys_of

MOST_TOKENS: Final = 6_000_000
"""Tokens of a segment that is built at once: its postings are sorted in memory."""
BLOCK: Final = 1 << 16
"""Bytes of documents that are compressed together, at least; a longer document is a block of its own."""
LEVEL: Final = 5
"""How hard they are compressed: 6 takes a quarter more time for half a per cent less."""
MERGED_TOKENS: Final = 60_000_000
"""Tokens of a segment that others are merged into, at most."""
PARTS: Final = 64
"""Parts in which postings are merged: one is in memory at a time."""


@attrs.frozen
class Made:
    """A document ready to be written.

    Attributes:
        id: Its id.
        data: Its bytes.
        terms: What it is found by, ascending.
        tokens: How many it has.
        characters: Its code points.
    """

    id: str
    data: bytes
    terms: Numbers
    tokens: int
    characters: int


class Maker:
    """Makes documents of texts, with what was learned from the texts before: the words it met."""

    def __init__(self, *, voices: bool) -> None:
        """A maker.

        Args:
            voices: Also who says what in each text, so that nobody has to read it again for that.
        """
        self._voices = voices
        self._chunks, self._numbers = Chunks(), WordNumbers()

    def made(self, text: Text) -> Made:
        """A text as a document."""
        keys = keys_of(text.content, self._chunks)
        voices: tuple[Voice, ...] | None = read_voices(text).voices if self._voices else None
        terms = document_terms(self._numbers.of(keys))
        return Made(text.id, to_bytes(text, voices), terms, len(keys), len(text.content))


def build(texts: Iterable[Text], directory: Path, *, voices: bool, most_tokens: int = MOST_TOKENS) -> Iterator[Path]:
    """Segments of some texts, each given as soon as it is written.

    Args:
        texts: The texts, in order.
        directory: Where the segments lie.
        voices: Also who says what in them.
        most_tokens: Of one segment.

    Yields:
        Paths of segments; their names follow from what they hold.
    """
    maker = Maker(voices=voices)
    yield from build_made(map(maker.made, texts), directory, most_tokens=most_tokens)


def build_made(documents: Iterable[Made], directory: Path, *, most_tokens: int = MOST_TOKENS) -> Iterator[Path]:
    """As ``build``, of documents already made."""
    writing: _Writing | None = None
    try:
        for one in documents:
            if writing is not None and writing.is_full(one, most_tokens):
                path = writing.finish()
                writing = None
                yield path
            if writing is None:
                writing = _Writing(directory)
            writing.add(one)
        if writing is not None:
            path = writing.finish()
            writing = None
            yield path
    finally:
        if writing is not None:
            writing.drop()


class _Blocks:
    """The documents of a segment, as they come, into its file."""

    def __init__(self, file: SegmentFile) -> None:
        self._file = file
        self._waiting = bytearray()
        self.starts = [0]
        self.places: list[tuple[int, int, int, int, int]] = []
        self.ids: list[int] = []
        self.tokens = self.characters = 0
        file.begin("blocks")

    def add(self, data: bytes, id: int, tokens: int, characters: int) -> None:
        if self._waiting and len(self._waiting) + len(data) > 2 * BLOCK:
            self.flush()
        self.places.append((len(self.starts) - 1, len(self._waiting), len(data), tokens, characters))
        self.ids.append(id)
        self.tokens += tokens
        self.characters += characters
        self._waiting += data
        if len(self._waiting) >= BLOCK:
            self.flush()

    def flush(self) -> None:
        if self._waiting:
            packed = zlib.compress(self._waiting, LEVEL)
            self._file.write(packed)
            self.starts.append(self.starts[-1] + len(packed))
            self._waiting = bytearray()

    def finish(self, bits: int) -> Path:
        """Writes the tables; the postings are there."""
        file = self._file
        file.section("places", np.array(self.places, dtype="<u4").reshape(-1, 5))
        file.section("ids", np.array(self.ids, dtype="<u8"))
        file.section("starts", np.array(self.starts, dtype="<u8"))
        return file.finish(documents=len(self.ids), tokens=self.tokens, characters=self.characters, bits=bits)


class _Writing:
    """A segment of new documents."""

    def __init__(self, directory: Path) -> None:
        self._file = SegmentFile(directory)
        self._blocks = _Blocks(self._file)
        self._terms: list[Numbers] = []

    def is_full(self, more: Made, most_tokens: int) -> bool:
        blocks = self._blocks
        return len(blocks.ids) >= MOST_DOCUMENTS or blocks.tokens + more.tokens > most_tokens

    def add(self, one: Made) -> None:
        self._blocks.add(one.data, id_number(one.id), one.tokens, one.characters)
        self._terms.append(one.terms)

    def finish(self) -> Path:
        self._blocks.flush()
        sizes = [len(terms) for terms in self._terms]
        owners = np.repeat(np.arange(len(sizes), dtype=np.uint16), sizes)
        terms = np.concatenate(self._terms) if sizes else np.empty(0, dtype=np.uint64)
        self._terms = []
        order = np.argsort(terms, kind="stable")
        terms, owners = terms[order], owners[order]
        bits = WIDE if len(terms) >= LARGE else NARROW
        low = np.uint64(BITS - bits)
        self._file.section("rests", (terms & ((np.uint64(1) << low) - np.uint64(1))).astype(rest_type(bits)))
        self._file.section("owners", owners)
        self._file.section("directory", _directory(terms >> low, bits))
        return self._blocks.finish(bits)

    def drop(self) -> None:
        self._file.drop()


def _directory(heads: Numbers, bits: int) -> npt.NDArray[np.uint32]:
    counts = np.bincount(heads.astype(np.int64), minlength=1 << bits)
    return np.concatenate(([0], np.cumsum(counts))).astype(np.uint32)


def merge(segments: Sequence[Segment], removed: Mapping[str, frozenset[int]], directory: Path) -> Path:
    """One segment of several, without the documents that were removed.

    Args:
        segments: In order; ``MOST_DOCUMENTS`` documents at most in all.
        removed: Numbers of the documents to be left out, by segment's name.
        directory: Where the segment lies.

    Returns:
        Its path.
    """
    file = SegmentFile(directory)
    try:
        blocks = _Blocks(file)
        numbers = []
        for segment in segments:
            new = np.full(len(segment), -1, dtype=np.int64)
            gone = removed.get(segment.name, frozenset())
            for number in range(len(segment)):
                if number not in gone:
                    new[number] = len(blocks.ids)
                    tokens, characters = (int(value) for value in segment.places[number][3:])
                    blocks.add(segment.document(number), int(segment.ids[number]), tokens, characters)
            numbers.append(new)
        blocks.flush()
        return blocks.finish(_merged_postings(segments, numbers, file))
    except BaseException:
        file.drop()
        raise


def _merged_postings(segments: Sequence[Segment], numbers: Sequence[npt.NDArray[np.int64]], file: SegmentFile) -> int:
    bits = WIDE if sum(len(one.owners) for one in segments) >= LARGE else NARROW
    low = np.uint64(BITS - bits)
    counts = np.zeros((1 << bits) + 1, dtype=np.int64)
    with tempfile.TemporaryFile() as spooled:
        file.begin("rests")
        for part in range(PARTS):
            terms, owners = _part(segments, numbers, part)
            heads = (terms >> low).astype(np.int64)
            if len(heads):
                counts[1:] += np.bincount(heads, minlength=1 << bits)
            rests = (terms & ((np.uint64(1) << low) - np.uint64(1))).astype(rest_type(bits))
            file.write(rests.tobytes())
            spooled.write(owners.astype(SECTIONS["owners"]).tobytes())
        spooled.seek(0)
        file.begin("owners")
        while piece := spooled.read(1 << 20):
            file.write(piece)
    file.section("directory", np.cumsum(counts).astype(np.uint32))
    return bits


def _part(
    segments: Sequence[Segment], numbers: Sequence[npt.NDArray[np.int64]], part: int
) -> tuple[Numbers, npt.NDArray[Any]]:
    """One part of the postings of all segments under their new numbers, ascending by term and document."""
    all_terms, all_owners = [], []
    for segment, new in zip(segments, numbers, strict=True):
        terms, owners = segment.range_of(part, PARTS)
        kept = new[owners] >= 0
        all_terms.append(terms[kept])
        all_owners.append(new[owners][kept])
    terms, owners = np.concatenate(all_terms), np.concatenate(all_owners)
    order = np.argsort(terms, kind="stable")
    return terms[order], owners[order]
