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
from quotecheck.reading.files import LIMIT, is_url, read_file
from quotecheck.reading.formats import is_data
from quotecheck.reading.known import Known

_NAMED = 5  # files that a message lists


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
) -> tuple[list[Text], list[Problem]]:
    """Every text that ``paths`` name, in order; a file named twice is read once.

    A directory is every readable file under it, sorted by path. Hidden files and those without text are passed over;
    so are data and programs, which are told of: a list of candidates would bear itself out. Each of them is read if
    it is named itself. An unreadable one becomes a problem and the others are read.

    Args:
        paths: Files and directories.
        base: Directory that relative paths count from; None for the working directory.
        but: Files that are not read as part of a directory: the draft is no source of itself.
        limit: Bytes of the largest file to be read.

    Returns:
        The texts, and what could not be read. A fatal problem is something asked for that could not be read at all.
    """
    reading = _Reading(limit, frozenset(real_path(os.fspath(path)) for path in but))
    for one in paths:
        ref = one if isinstance(one, SourceRef) else SourceRef(os.fspath(one))
        where = os.path.join(base, ref.path) if base else ref.path
        if os.path.isdir(where):
            reading.directory(ref, where)
        elif reading.first_time(where):
            reading.file(ref, where)
    return reading.texts, reading.problems


class _Reading:
    """The texts and problems of one call, and which files were met."""

    def __init__(self, limit: int, but: frozenset[str]) -> None:
        self.texts: list[Text] = []
        self.problems: list[Problem] = []
        self._limit = limit
        self._but = but
        self._seen: set[str] = set()

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
        try:
            text = read_file(where, id=ref.path, known=ref.known, limit=self._limit)
        except ReadingError as error:
            self.problems.append(_as_given(error, ref.path).problem())
            return
        if not self._take(text):
            self._tell("the file is empty: nothing to check against", "empty", ref.path, fatal=True)

    def directory(self, ref: SourceRef, where: str) -> None:
        """The files under a directory."""
        met = False
        passed_over: list[str] = []
        known = attrs.evolve(ref.known, id=None)
        for path in files_under(where, self.problems):
            name = os.path.join(ref.path, os.path.relpath(path, where)).removeprefix(f".{os.sep}")
            if real_path(path) in self._but:
                continue
            if is_data(path):
                passed_over.append(name)
            elif not self.first_time(path) or self._member(path, name, known, passed_over):
                met = True
        if passed_over:
            self._tell(_named(passed_over), "passed-over", ref.path)
        if not met:
            message = "no readable file under this directory: nothing to check against"
            self._tell(message, "empty-directory", ref.path, fatal=True)

    def _member(self, path: str, name: str, known: Known, passed_over: list[str]) -> bool:
        """Read one file of a directory; True if it is a text with words in it."""
        try:
            text = read_file(path, id=name, known=known, limit=self._limit)
        except ReadingError as error:
            if error.code == "no-reader":
                passed_over.append(name)
            elif error.code not in ("not-text", "missing"):
                self.problems.append(_as_given(error, name).problem())
            return False
        if not self._take(text):
            self._tell("the file is empty", "empty", name)
            return False
        return True

    def _take(self, text: Text) -> bool:
        self.problems.extend(text.problems)
        if not text.content.strip():
            return False
        self.texts.append(text)
        return True

    def _tell(self, message: str, code: str, path: str, *, fatal: bool = False) -> None:
        self.problems.append(Problem(message=message, code=code, path=path, fatal=fatal))


def _named(names: list[str]) -> str:
    """One sentence for all files that were passed over, however many."""
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    count = "1 file was" if len(names) == 1 else f"{len(names)} files were"
    listed = ", ".join(names[:_NAMED])
    return f"{count} passed over, being data or of a kind that cannot be read yet: {listed}{more}"


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


def real_path(path: str) -> str:
    """``path`` without links, by which two names of one file are known; as it stands if no file can have it."""
    try:
        return os.path.realpath(path)
    except ValueError:  # a zero or a lone surrogate in it: reading says so
        return path


def _as_given(error: ReadingError, path: str) -> ReadingError:
    """The same error under the name that the user gave."""
    return ReadingError(error.message, path=path, line=error.line, column=error.column, code=error.code)
