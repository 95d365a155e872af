"""Changes to an archive: one writer at a time, each change whole or not at all. Readers go on with what they opened."""

from __future__ import annotations

import contextlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final

import attrs
import numpy as np
from filelock import FileLock, Timeout

from quotecheck.archive.build import MERGED_TOKENS, MOST_TOKENS, Maker, build_made, merge
from quotecheck.archive.catalogue import NAME, Catalogue, Listed, read_catalogue, write_catalogue
from quotecheck.archive.errors import ArchiveError
from quotecheck.archive.segment import MOST_DOCUMENTS, SUFFIX, Segment, id_number
from quotecheck.archive.stored import from_bytes
from quotecheck.model import Text

LOCK: Final = ".lock"
Told = Callable[[int], None]


@attrs.frozen(kw_only=True)
class Change:
    """What a change did.

    Attributes:
        added: Documents that are new.
        replaced: Documents that were there in another state.
        same: Documents that were there already, as they are.
        repeated: Documents whose id came a second time in one go; the first was taken.
        removed: Documents that were removed.
    """

    added: int = 0
    replaced: int = 0
    same: int = 0
    repeated: int = 0
    removed: int = 0


def create(directory: str | Path, *, voices: bool = False) -> None:
    """An empty archive.

    Args:
        directory: Where; made if it is not there.
        voices: Also store who says what in each document: adding takes longer, asking is faster.

    Raises:
        ArchiveError: if an archive or other files are there, or nothing can be written.
    """
    path = Path(directory)
    try:
        path.mkdir(parents=True, exist_ok=True)
        if any(path.iterdir()):
            what = "an archive is already here" if (path / NAME).exists() else "the directory is not empty"
            raise ArchiveError(what, path=str(path))
        write_catalogue(path, Catalogue(voices=voices))
    except OSError as error:
        if isinstance(error, ArchiveError):
            raise
        raise ArchiveError(f"an archive cannot be made here: {error.strerror}", path=str(path)) from error


class Writer:
    """The one that changes an archive; a context manager, for it holds the archive's lock."""

    def __init__(self, directory: str | Path, *, wait: float = 0.0, most_tokens: int = MOST_TOKENS) -> None:
        """A writer.

        Args:
            directory: The archive's.
            wait: Seconds to wait for another writer to end.
            most_tokens: Of one segment that is built at once; less memory for less.
        """
        self.directory = Path(directory)
        self._lock = FileLock(self.directory / LOCK)
        self._wait = wait
        self._most_tokens = most_tokens
        self._catalogue = Catalogue()

    def __enter__(self) -> Writer:
        read_catalogue(self.directory)
        try:
            self._lock.acquire(timeout=self._wait)
        except Timeout:
            raise ArchiveError("another process is changing the archive", path=str(self.directory)) from None
        except OSError as error:
            raise ArchiveError(f"the archive cannot be written: {error.strerror}", path=str(self.directory)) from error
        try:
            self._catalogue = read_catalogue(self.directory)
            self._sweep()
        except BaseException:
            self._lock.release()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._lock.release()

    @property
    def catalogue(self) -> Catalogue:
        """The archive's state after the last change."""
        return self._catalogue

    def add(self, texts: Iterable[Text], *, replace: bool = False, told: Told | None = None) -> Change:
        """Adds documents. Each segment counts as soon as it is written: an end in the middle loses only the rest.

        Args:
            texts: With an id each; one whose id is there already is looked at again: the same words are left alone.
            replace: Put another state of a document in place of the one that is there.
            told: Called with the number of documents taken after each.

        Raises:
            ArchiveError: without ``replace``, for a document that is there in another state; what came before it
                is kept.
        """
        known = _Ids(self.directory, self._catalogue)
        counts = dict.fromkeys(("added", "replaced", "same", "repeated"), 0)
        before: deque[tuple[str, int] | None] = deque()  # what each document takes the place of, in order
        maker = Maker(voices=self._catalogue.voices)
        refused: list[str] = []

        def new() -> Iterator[Text]:
            for done, text in enumerate(texts, 1):
                there = known.find(text.id)
                if there is known.NEW:
                    counts["repeated"] += 1
                    continue
                if there is not None and known.text(there) == text:
                    counts["same"] += 1
                    continue
                if there is not None and not replace:
                    refused.append(text.id)
                    return
                counts["added" if there is None else "replaced"] += 1
                before.append(there)
                known.add(text.id)
                yield text
                if told is not None:
                    told(done)

        with contextlib.closing(known):
            made = map(maker.made, new())
            for path in build_made(made, self.directory, most_tokens=self._most_tokens):
                listed = _listed(path)
                gone: dict[str, set[int]] = {}
                for there in [before.popleft() for _ in range(listed.documents)]:
                    if there is not None:
                        gone.setdefault(there[0], set()).add(there[1])
                self._commit([*self._catalogue.segments, listed], gone)
        if refused:
            message = f"{refused[0]!r} is in the archive in another state: `archive update` replaces it"
            raise ArchiveError(message, path=str(self.directory))
        return Change(**counts)

    def remove(self, ids: Iterable[str]) -> tuple[Change, tuple[str, ...]]:
        """Removes documents.

        Args:
            ids: Of the documents.

        Returns:
            What was done, and the ids that are not in the archive.
        """
        gone: dict[str, set[int]] = {}
        missing = []
        with contextlib.closing(_Ids(self.directory, self._catalogue)) as known:
            for id in dict.fromkeys(ids):
                there = known.find(id)
                if there is None:
                    missing.append(id)
                else:
                    gone.setdefault(there[0], set()).add(there[1])
        if gone:
            self._commit(self._catalogue.segments, gone)
        return Change(removed=sum(map(len, gone.values()))), tuple(missing)

    def merge(self) -> int:
        """Merges small segments and lets the removed documents go.

        Returns:
            How many segments there are now.
        """
        for group in _groups(self._catalogue):
            segments = [Segment(self.directory / one.name) for one in group]
            removed = {name: frozenset(numbers) for name, numbers in self._catalogue.removed.items()}
            merged = _listed(merge(segments, removed, self.directory))
            names = {one.name for one in group}
            kept: list[Listed] = []
            for one in self._catalogue.segments:
                if one.name not in names:
                    kept.append(one)
                elif merged not in kept and merged.documents:
                    kept.append(merged)
            self._commit(kept, {})
            for segment in segments:
                segment.close()
        self._sweep()
        return len(self._catalogue.segments)

    def publish(self, paths: Sequence[Path]) -> None:
        """Counts segments that were built in the archive's directory by others, all in one step.

        Args:
            paths: The segments, in order; those that are counted already change nothing.
        """
        there = {one.name for one in self._catalogue.segments}
        new = [_listed(path) for path in dict.fromkeys(paths) if path.name not in there]
        if new:
            self._commit([*self._catalogue.segments, *new], {})

    def _commit(self, segments: Sequence[Listed], gone: dict[str, set[int]]) -> None:
        there = {one.name for one in segments}
        removed = {name: set(numbers) for name, numbers in self._catalogue.removed.items() if name in there}
        for name, numbers in gone.items():
            removed.setdefault(name, set()).update(numbers)
        catalogue = attrs.evolve(
            self._catalogue,
            generation=self._catalogue.generation + 1,
            segments=tuple(segments),
            removed={name: tuple(sorted(numbers)) for name, numbers in removed.items()},
        )
        write_catalogue(self.directory, catalogue)
        self._catalogue = catalogue

    def _sweep(self) -> None:
        """Deletes what a writer that was killed left behind, and segments that no longer count."""
        counted = {one.name for one in self._catalogue.segments}
        for path in self.directory.iterdir():
            left = path.name.startswith(".") and path.name.endswith(".tmp")
            if left or (path.name.endswith(SUFFIX) and path.name not in counted):
                with contextlib.suppress(OSError):  # a reader on Windows may hold it: the next writer tries again
                    path.unlink()


def _listed(path: Path) -> Listed:
    segment = Segment(path)
    footer = segment.footer
    segment.close()
    return Listed(
        name=path.name,
        documents=footer.documents,
        tokens=footer.tokens,
        characters=footer.characters,
        size=path.stat().st_size,
    )


def _groups(catalogue: Catalogue) -> Iterator[list[Listed]]:
    """Neighbours that fit into one segment, where that makes fewer of them or lets something go."""
    group: list[Listed] = []
    for one in catalogue.segments:
        documents = sum(other.documents for other in group) + one.documents
        tokens = sum(other.tokens for other in group) + one.tokens
        if group and (documents > MOST_DOCUMENTS or tokens > MERGED_TOKENS):
            if len(group) > 1 or catalogue.removed.get(group[0].name):
                yield group
            group = []
        group.append(one)
    if len(group) > 1 or (group and catalogue.removed.get(group[0].name)):
        yield group


class _Ids:
    """Where the document of each id is, while documents are added."""

    NEW: Final = ("", -1)

    def __init__(self, directory: Path, catalogue: Catalogue) -> None:
        self._segments = [Segment(directory / one.name) for one in catalogue.segments]
        self._removed = {name: frozenset(numbers) for name, numbers in catalogue.removed.items()}
        ids = [segment.ids for segment in self._segments]
        self._all = np.concatenate(ids) if ids else np.empty(0, dtype=np.uint64)
        self._order = np.argsort(self._all, kind="stable")
        self._sorted = self._all[self._order]
        self._bounds = np.cumsum([0, *(len(segment) for segment in self._segments)])
        self._new: set[int] = set()

    def find(self, id: str) -> tuple[str, int] | None:
        """Segment and number of a document; ``NEW`` for one that was added meanwhile; None if there is none."""
        wanted = id_number(id)
        if wanted in self._new:
            return self.NEW
        first = int(np.searchsorted(self._sorted, np.uint64(wanted)))
        while first < len(self._sorted) and int(self._sorted[first]) == wanted:
            place = int(self._order[first])
            at = int(np.searchsorted(self._bounds, place, side="right")) - 1
            number = place - int(self._bounds[at])
            name = self._segments[at].name
            if number not in self._removed.get(name, frozenset()) and self.text((name, number)).id == id:
                return name, number
            first += 1
        return None

    def text(self, there: tuple[str, int]) -> Text:
        """The document at a place."""
        segment = next(one for one in self._segments if one.name == there[0])
        return from_bytes(segment.document(there[1])).text

    def add(self, id: str) -> None:
        """An id that is new from now on."""
        self._new.add(id_number(id))

    def close(self) -> None:
        """Lets the segments go."""
        for segment in self._segments:
            segment.close()
