"""Files and directories, as a user names them, to texts and problems. One file is read by ``files``."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from quotecheck.model.errors import ReadingError
from quotecheck.model.problems import Problem
from quotecheck.model.texts import Text
from quotecheck.reading.files import LIMIT, is_url, read_archive, read_file
from quotecheck.reading.formats import is_data
from quotecheck.reading.known import Known
from quotecheck.reading.manifest import Entry, Manifest, find_manifest, read_manifest, real_path
from quotecheck.reading.own import is_own

_NAMED = 5  # files that a message lists
_EMPTY = "no readable file under this directory"
_OF_DRAFTS = "what can be read under this directory is being checked, and no draft is a source of itself"


@attrs.frozen
class SourceRef:
    """A source as it is named: a file or directory, and what is known of it.

    Attributes:
        path: As given; relative to the caller's base.
        known: What is known of it beside its words.
    """

    path: str
    known: Known = attrs.field(factory=Known)


def read_sources(
    paths: Iterable[str | Path | SourceRef],
    *,
    base: str | Path | None = None,
    but: Iterable[str | Path] = (),
    limit: int = LIMIT,
    manifest: Manifest | None = None,
) -> tuple[list[Text], list[Problem]]:
    """Every text that ``paths`` name, in order; a file named twice is read once.

    A directory is every readable file under it, sorted by path. Hidden files and those without text are passed over;
    so are data and programs, which are told of: a list of candidates would bear itself out. Each of them is read if
    it is named itself. An unreadable one becomes a problem and the others are read.

    What is known of a source stands in a manifest, ``sources.toml`` in the directory or beside what is named. A file
    that it names is asked for where its directory is; one that it does not name is read too, and told of.

    Args:
        paths: Files and directories.
        base: Directory that relative paths count from; None for the working directory.
        but: Files that are not read as part of a directory: the draft is no source of itself.
        limit: Bytes of the largest file to be read.
        manifest: The one manifest of all sources; None to look for one with each.

    Returns:
        The texts, and what could not be read. A fatal problem is something asked for that could not be read at all.

    Raises:
        ConfigError: if a manifest is wrong.
    """
    texts: list[Text] = []
    problems: list[Problem] = []
    for text, more in stream_sources(paths, base=base, but=but, limit=limit, manifest=manifest):
        texts += text
        problems += more
    return texts, problems


def stream_sources(
    paths: Iterable[str | Path | SourceRef],
    *,
    base: str | Path | None = None,
    but: Iterable[str | Path] = (),
    limit: int = LIMIT,
    manifest: Manifest | None = None,
) -> Iterator[tuple[list[Text], list[Problem]]]:
    """As ``read_sources``, file by file: what was read of one, before the next is read.

    Args:
        paths: Files and directories.
        base: Directory that relative paths count from; None for the working directory.
        but: Files that are not read as part of a directory.
        limit: Bytes of the largest file to be read.
        manifest: The one manifest of all sources; None to look for one with each.

    Yields:
        The texts and problems that came since the last time.

    Raises:
        ConfigError: if a manifest is wrong.
    """
    reading = _Reading(limit, frozenset(real_path(os.fspath(path)) for path in but), manifest)
    for one in paths:
        ref = one if isinstance(one, SourceRef) else SourceRef(os.fspath(one))
        where = os.path.join(base, ref.path) if base else ref.path
        if os.path.isdir(where):
            for _ in reading.directory(ref, where):
                yield reading.taken()
        elif reading.first_time(where):
            reading.file(ref, where)
        yield reading.taken()
    reading.tell_unlisted()
    yield reading.taken()


class _Reading:
    """The texts and problems of one call, and which files were met."""

    def __init__(self, limit: int, but: frozenset[str], manifest: Manifest | None) -> None:
        self.texts: list[Text] = []
        self.problems: list[Problem] = []
        self._limit = limit
        self._but = but
        self._seen: set[str] = set()
        self._manifest = manifest
        self._found: dict[str, Manifest] = {}
        self._unlisted: dict[str, list[str]] = {}

    def taken(self) -> tuple[list[Text], list[Problem]]:
        """What came since this was asked last."""
        taken = self.texts, self.problems[:]
        self.texts = []
        self.problems.clear()  # the list itself is in the hands of who walks a directory
        return taken

    def first_time(self, path: str) -> bool:
        """True for a file that was not met before under any name."""
        real = real_path(path)
        if real in self._seen:
            return False
        self._seen.add(real)
        return True

    def file(self, ref: SourceRef, where: str) -> None:
        """A file that was named itself: whatever is wrong with it is fatal."""
        if is_url(ref.path) and not os.path.exists(where):
            where = ref.path
        known = self._known(ref.known, where, ref.path, self._manifest or self._manifest_of(where))
        try:
            texts = self._texts(where, ref.path, known)
        except ReadingError as error:
            self.problems.append(_as_given(error, ref.path).problem())
            return
        if not self._take(texts):
            self._tell("the file is empty: nothing to check against", "empty", ref.path, fatal=True)

    def directory(self, ref: SourceRef, where: str) -> Iterator[None]:
        """The files under a directory, and those there that its manifest names; stops after each."""
        manifest = self._manifest or self._manifest_of(where)
        listed = {real_path(one.file): one for one in manifest.below(where)} if manifest else {}
        own = real_path(manifest.path) if manifest else None
        met = apart = False
        passed_over: list[str] = []
        for path in files_under(where, self.problems):
            name = os.path.join(ref.path, os.path.relpath(path, where)).removeprefix(f".{os.sep}")
            real = real_path(path)
            apart |= real in self._but
            if real in self._but or real == own:
                continue
            if real in listed:
                met |= self._listed(listed[real], path, name, ref.known)
            elif is_data(path):
                passed_over.append(name)
            elif not self.first_time(path) or self._member(path, name, ref.known, passed_over, manifest):
                met = True
            yield
        for real, entry in listed.items():
            if real not in self._but:  # hidden ones, and those that are not there
                name = os.path.join(ref.path, os.path.relpath(real, real_path(where))).removeprefix(f".{os.sep}")
                met |= self._listed(entry, real, name, ref.known)
        if passed_over:
            self._tell(_named(passed_over), "passed-over", ref.path)
        if not met:
            message = f"{_OF_DRAFTS if apart else _EMPTY}: nothing to check against"
            self._tell(message, "empty-directory", ref.path, fatal=True)

    def tell_unlisted(self) -> None:
        """The files that a manifest does not name."""
        for path, names in self._unlisted.items():
            count = "1 source is" if len(names) == 1 else f"{len(names)} sources are"
            self._tell(f"{count} not in the manifest, and read all the same: {_some(names)}", "not-in-manifest", path)

    def _manifest_of(self, where: str) -> Manifest | None:
        """The manifest that goes with a source, read once."""
        path = find_manifest(where)
        if path is None:
            return None
        if path not in self._found:
            self._found[path] = read_manifest(path)
        return self._found[path]

    def _known(self, known: Known, where: str, name: str, manifest: Manifest | None) -> Known:
        """What is known of a file: what the caller says, then what the manifest does."""
        entry = manifest.entry(where) if manifest else None
        if entry is None and self._manifest is not None:
            self._unlisted.setdefault(self._manifest.path, []).append(name)
        return known.over(entry.known) if entry else known

    def _listed(self, entry: Entry, path: str, name: str, known: Known) -> bool:
        """Read a file of a directory that the manifest names, whatever its kind; True, for it was met."""
        if self.first_time(path):
            self.file(SourceRef(name, attrs.evolve(known, id=None).over(entry.known)), path)
        return True

    def _member(self, path: str, name: str, known: Known, passed_over: list[str], manifest: Manifest | None) -> bool:
        """Read one file of a directory; True if it is a text with words in it."""
        try:
            texts = self._texts(path, name, attrs.evolve(known, id=None))
        except ReadingError as error:
            if error.code == "no-reader":
                passed_over.append(name)
            elif error.code == "own-report":
                self._tell(error.message, error.code, name)
            elif error.code not in ("not-text", "missing"):
                self.problems.append(_as_given(error, name).problem())
            return False
        if not self._take(texts):
            self._tell("the file is empty", "empty", name)
            return False
        if manifest is not None:
            self._unlisted.setdefault(manifest.path, []).append(name)
        return True

    def _texts(self, path: str, name: str, known: Known) -> list[Text]:
        """The text of a file, or those of an archive; a report of ours is no source, for it has the draft's words."""
        if is_own(path):
            message = "it is a report that quotecheck wrote, with the words of a draft: it is no source"
            raise ReadingError(message, path=name, code="own-report")
        try:
            return [read_file(path, id=name, known=known, limit=self._limit)]
        except ReadingError as error:
            if error.code != "several":
                raise
        texts, problems = read_archive(path, id=name, known=known, limit=self._limit)
        self.problems += problems
        return texts

    def _take(self, texts: list[Text]) -> bool:
        for text in texts:
            self.problems.extend(text.problems)
        held = [text for text in texts if text.content.strip()]
        self.texts += held
        return bool(held)

    def _tell(self, message: str, code: str, path: str, *, fatal: bool = False) -> None:
        self.problems.append(Problem(message=message, code=code, path=path, fatal=fatal))


def _named(names: list[str]) -> str:
    """One sentence for all files that were passed over, however many."""
    count = "1 file was" if len(names) == 1 else f"{len(names)} files were"
    return f"{count} passed over, being data or of a kind that cannot be read yet: {_some(names)}"


def _some(names: list[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def files_under(directory: str, problems: list[Problem]) -> Iterator[str]:
    """The regular files under ``directory`` in order of path, hidden ones left out; links are followed, once.

    Args:
        directory: Where to begin.
        problems: Takes a fatal problem for each directory that may not be listed.
    """
    entered: set[tuple[int, int]] = set()
    stack = [directory]
    while stack:
        path = stack.pop()
        try:
            status = os.stat(path)
        except OSError:  # a link to nothing, or gone meanwhile
            continue
        if stat.S_ISREG(status.st_mode):
            yield path
        elif stat.S_ISDIR(status.st_mode) and (status.st_dev, status.st_ino) not in entered:
            entered.add((status.st_dev, status.st_ino))
            stack.extend(os.path.join(path, name) for name in sorted(_listed(path, problems), reverse=True))


def _listed(path: str, problems: list[Problem]) -> list[str]:
    try:
        return [name for name in os.listdir(path) if not name.startswith(".")]
    except OSError as error:
        message = f"the directory cannot be read: {error.strerror}"
        problems.append(Problem(message=message, code="unreadable", path=path, fatal=True))
        return []


def _as_given(error: ReadingError, path: str) -> ReadingError:
    """The same error under the name that the user gave."""
    return ReadingError(error.message, path=path, line=error.line, column=error.column, code=error.code)
