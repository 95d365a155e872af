"""An archive, open for reading: which of its documents a statement may rest on, and what they hold."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import attrs
import numpy as np
import numpy.typing as npt

from quotecheck.archive.catalogue import Catalogue, read_catalogue
from quotecheck.archive.errors import ArchiveError
from quotecheck.archive.segment import Segment, id_number
from quotecheck.archive.stored import Stored, from_bytes
from quotecheck.archive.terms import SHINGLE, WordNumbers, kept, shingles, words
from quotecheck.language.morphology import lemmas
from quotecheck.matching.query import Query
from quotecheck.model import Kind, Statement
from quotecheck.text.tokens import tokenize
from quotecheck.verdicts.citations import read_citation

MOST_EXACT: Final = 48
"""Documents that are read for a direct statement."""
MOST_CLAIMED: Final = 12
"""Documents that are read for an indirect one."""
NEAR: Final = 0.4
"""Share of the best document's weight from which another is worth to be read: of two documents with all the words, one
may be known by twice as many of their shingles as the other."""
FEW: Final = 4
"""Documents that are read in any case, if they share anything to speak of."""
SOME: Final = 0.2
"""Share of the statement's weight that they need for it."""
SHINGLED: Final = 2.0
"""What a shingle counts beside a word that is as rare."""
NAMED: Final = 0.3
"""What a word of the speaker's name counts beside one of the statement: it tells like documents apart."""
_TRIES: Final = 20
_ENDINGS: Final = ("", "s", "es", "d", "ed", "ing", "en", "e", "n")

Weights = npt.NDArray[np.float64]
Group = tuple[tuple[int, ...], float]


@attrs.frozen(order=True)
class Place:
    """A document of an archive.

    Attributes:
        segment: Number of its segment.
        number: Its number there.
    """

    segment: int
    number: int


@attrs.frozen(kw_only=True)
class Stats:
    """What an archive holds.

    Attributes:
        documents: Documents that count.
        removed: Documents that are still there and do not count.
        segments: Files.
        tokens: Words, figures and signs of all documents.
        characters: Their code points.
        postings: Entries of the index.
        index_bytes: Bytes of the index.
        text_bytes: Bytes of the documents, as compressed.
        voices: Whether who says what is stored.
    """

    documents: int
    removed: int
    segments: int
    tokens: int
    characters: int
    postings: int
    index_bytes: int
    text_bytes: int
    voices: bool


class Archive:
    """Documents on disk. What it was opened with stays as it is, whatever a writer does; threads may share it."""

    def __init__(self, directory: str | Path) -> None:
        """Opens an archive.

        Args:
            directory: The archive's.

        Raises:
            ArchiveError: if there is none, or it is damaged.
        """
        self.directory = Path(directory)
        self._words = WordNumbers()
        self.catalogue, self._segments = self._opened()
        self._counting = [
            ~np.isin(np.arange(len(segment)), self.catalogue.removed.get(segment.name, ()))
            for segment in self._segments
        ]
        self._whole = [bool(counting.all()) for counting in self._counting]

    def _opened(self) -> tuple[Catalogue, tuple[Segment, ...]]:
        """The catalogue with its segments: a merge may delete those of an old one between the two steps."""
        missing = ""
        for attempt in range(_TRIES):
            catalogue = read_catalogue(self.directory)
            opened: list[Segment] = []
            try:
                for one in catalogue.segments:
                    missing = one.name
                    opened.append(Segment(self.directory / one.name))
            except FileNotFoundError:
                for segment in opened:
                    segment.close()
                time.sleep(0.01 * attempt)
                continue
            return catalogue, tuple(opened)
        raise ArchiveError("a segment of the archive is not there", path=str(self.directory / missing))

    def __len__(self) -> int:
        return self.catalogue.documents

    def likely(self, statement: Statement, query: Query, *, most: int | None = None) -> list[Place]:
        """The documents in which a statement may stand, the likeliest first.

        A document that has ``CERTAIN`` of the statement's words in a row shares a term with it for certain, and so
        does one that has any of its words; of more than ``most``, those with the rarer ones are taken.

        Args:
            statement: Its kind, speaker and cited source tell what to look for.
            query: Its words.
            most: Documents at most; None for what its kind needs.
        """
        direct = statement.kind is Kind.DIRECT
        groups = self._direct_terms(query) if direct else self._claimed_terms(query)
        named: Sequence[Weights] = ()
        if statement.speaker and direct:
            named, _ = self._scored([((self._term(key),), NAMED) for key in tokenize(statement.speaker).keys])
        scores, possible = self._scored(groups, beside=max((float(one.max(initial=0.0)) for one in named), default=0.0))
        if named:
            scores = [np.where(own > 0, own + other, 0.0) for own, other in zip(scores, named, strict=True)]
        limit = most or (MOST_EXACT if direct else MOST_CLAIMED)
        found = self._best(scores, limit, possible)
        cited = self.named(read_citation(statement.source).source) if statement.source else []
        return list(dict.fromkeys([*cited, *found]))

    def named(self, id: str) -> list[Place]:
        """The document with an id; empty if there is none."""
        wanted = np.uint64(id_number(id))
        return [
            place
            for at, segment in enumerate(self._segments)
            for number in np.flatnonzero(segment.ids == wanted)
            if self._counting[at][number] and self.stored(place := Place(at, int(number))).text.id == id
        ]

    def stored(self, place: Place) -> Stored:
        """A document.

        Raises:
            ArchiveError: if its bytes are damaged.
        """
        return from_bytes(self._segments[place.segment].document(place.number))

    def places(self) -> Iterator[Place]:
        """Every document, in the order in which they were added."""
        for at, segment in enumerate(self._segments):
            yield from (Place(at, number) for number in range(len(segment)) if self._counting[at][number])

    def stats(self) -> Stats:
        """What it holds."""
        sections = [dict((name, size) for name, _, size, _ in one.footer.sections) for one in self._segments]
        return Stats(
            documents=len(self),
            removed=sum(int((~counting).sum()) for counting in self._counting),
            segments=len(self._segments),
            tokens=sum(one.footer.tokens for one in self._segments),
            characters=sum(one.footer.characters for one in self._segments),
            postings=sum(len(one.owners) for one in self._segments),
            index_bytes=sum(sum(one.values()) - one["blocks"] for one in sections),
            text_bytes=sum(one["blocks"] for one in sections),
            voices=self.catalogue.voices,
        )

    def faults(self) -> Iterator[str]:
        """What is wrong with it, a sentence each; nothing if every byte is as it was written."""
        for listed, segment in zip(self.catalogue.segments, self._segments, strict=True):
            damaged = list(segment.faults())
            yield from damaged
            if damaged:
                continue
            if listed.documents != len(segment):
                yield f"{segment.name}: the catalogue counts {listed.documents} documents, the segment {len(segment)}"
            for number in range(len(segment)):
                try:
                    from_bytes(segment.document(number))
                except ArchiveError as error:
                    yield f"{segment.name}: document {number}: {error.message}"

    def close(self) -> None:
        """Lets the files go."""
        for segment in self._segments:
            segment.close()

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _term(self, key: str) -> int:
        return int(kept(words(self._words.of([key])))[0])

    def _direct_terms(self, query: Query) -> list[Group]:
        """Words and shingles of a quotation; what stands in brackets need not be the source's."""
        free = [key for key, optional in zip(query.keys, query.optional, strict=True) if not optional]
        groups: list[Group] = [((self._term(key),), 1.0) for key in dict.fromkeys(free)]
        for first, past in query.pieces:
            numbers = self._words.of(query.keys[first:past])
            for at, term in enumerate(kept(shingles(numbers)).tolist()):
                if not any(query.optional[first + at : first + at + SHINGLE]):
                    groups.append(((term,), SHINGLED))
        return groups

    def _claimed_terms(self, query: Query) -> list[Group]:
        """Words of reported speech, each with its other forms."""
        groups: list[Group] = []
        for key in dict.fromkeys(query.keys):
            stems = {key, *lemmas(key)}
            forms = {stem + ending for stem in stems for ending in _ENDINGS} if key.isalpha() else stems
            groups.append((tuple(sorted(self._term(form) for form in forms)), 1.0))
        return groups

    def _best(self, scores: Sequence[Weights], most: int, possible: float) -> list[Place]:
        """The documents with the most weight, most first; of equals nothing depends on which segment they are in."""
        found: list[tuple[float, int, Place]] = []
        for at, (score, segment) in enumerate(zip(scores, self._segments, strict=True)):
            numbers = np.flatnonzero(score > 0)
            weights = -np.round(score[numbers], 6)
            if len(numbers) > most:
                order = np.lexsort((segment.ids[numbers], weights))[:most]
                numbers, weights = numbers[order], weights[order]
            places = [Place(at, number) for number in numbers.tolist()]
            found += zip(weights.tolist(), segment.ids[numbers].tolist(), places, strict=True)
        found.sort()
        if not found:
            return []
        best = -found[0][0]
        return [
            place
            for rank, (weight, _, place) in enumerate(found[:most])
            if -weight >= NEAR * best or (rank < FEW and -weight >= SOME * possible)
        ]

    def _scored(self, groups: Iterable[Group], *, beside: float | None = None) -> tuple[list[Weights], float]:
        """What each document of each segment shares with a statement, and what one that has it all would.

        Args:
            groups: What to look for.
            beside: What a document may be given beside that, at most: then those that cannot come near the best any
                more are left at nothing. None for the weight of every document.
        """
        total, looked = 1 + len(self), []
        for terms, factor in groups:
            owners = [self._owners(number, terms) for number in range(len(self._segments))]
            looked.append((factor * float(np.log2(1 + total / (1 + sum(map(len, owners))))), owners))
        looked.sort(key=lambda one: -one[0])  # the rare ones first: most documents share only what is common
        scores = [np.zeros(len(segment)) for segment in self._segments]
        possible = rest = sum(weight for weight, _ in looked)
        chosen: list[npt.NDArray[np.intp]] | None = None
        for weight, owners in looked:
            if chosen is None and beside is not None and rest + beside < SOME * possible:
                best = max((float(score.max(initial=0.0)) for score in scores), default=0.0)
                if rest + beside < NEAR * best:
                    chosen = [np.flatnonzero(score) for score in scores]
            for number, (own, score) in enumerate(zip(owners, scores, strict=True)):
                score[own if chosen is None else _both(chosen[number], own)] += weight
            rest -= weight
        return scores, possible

    def _owners(self, number: int, terms: Sequence[int]) -> npt.NDArray[Any]:
        """The documents of a segment that count and have one of some terms, ascending."""
        segment, counting = self._segments[number], self._counting[number]
        own = _union([segment.postings(term) for term in terms])
        return own if self._whole[number] else own[counting[own]]


def _both(some: npt.NDArray[np.intp], others: npt.NDArray[Any]) -> npt.NDArray[np.intp]:
    """What is in two ascending rows, the first much shorter than the second."""
    if not len(others):
        return some[:0]
    at = np.minimum(np.searchsorted(others, some.astype(others.dtype)), len(others) - 1)
    found: npt.NDArray[np.bool_] = others[at] == some
    return some[found]


def _union(postings: Sequence[npt.NDArray[Any]]) -> npt.NDArray[Any]:
    some = [one for one in postings if len(one)]
    if len(some) == 1:
        return some[0]
    return np.unique(np.concatenate(some)) if some else np.empty(0, dtype=np.uint16)


__all__ = ["Archive", "Place", "Stats"]
