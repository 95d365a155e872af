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
from quotecheck.reading.files import LIMIT, read_file
from quotecheck.reading.known import Known


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
    paths: Iterable[str | Path | SourceRef], *, base: str | Path | None = None, limit: int = LIMIT
) -> tuple[list[Text], list[Problem]]:
    """Every text that ``paths`` name, in order; a file named twice is read once.

    A directory is every readable file under it, sorted by path; hidden ones and those without text are passed over.
    An unreadable one becomes a problem and the others are read.

    Args:
        paths: Files and directories.
        base: Directory that relative paths count from; None for the working directory.
        limit: Bytes of the largest file to be read.

    Returns:
        The texts, and what could not be read. A fatal problem is something asked for that could not be read at all.
    """
    texts: list[Text] = []
    problems: list[Problem] = []
    seen: set[str] = set()
    for one in paths:
        ref = one if isinstance(one, SourceRef) else SourceRef(os.fspath(one))
        where = os.path.join(base, ref.path) if base else ref.path
        if os.path.isdir(where):
            _directory(ref, where, seen, texts, problems, limit)
        elif _first_time(where, seen):
            _named(ref, where, texts, problems, limit)
    return texts, problems


def _named(ref: SourceRef, where: str, texts: list[Text], problems: list[Problem], limit: int) -> None:
    try:
        text = read_file(where, id=ref.path, known=ref.known, limit=limit)
    except ReadingError as error:
        problems.append(_as_given(error, ref.path).problem())
        return
    problems.extend(text.problems)
    if text.content.strip():
        texts.append(text)
    else:
        problems.append(
            Problem(message="the file is empty: nothing to check against", code="empty", path=ref.path, fatal=True)
        )


def _directory(
    ref: SourceRef, where: str, seen: set[str], texts: list[Text], problems: list[Problem], limit: int
) -> None:
    """Read the files under a directory; only documents that cannot be read, or are empty, are told of."""
    usable = 0
    for path in files_under(where, problems):
        if not _first_time(path, seen):
            usable += 1
            continue
        name = os.path.join(ref.path, os.path.relpath(path, where))
        try:
            text = read_file(path, id=name, known=attrs.evolve(ref.known, id=None), limit=limit)
        except ReadingError as error:
            if error.code != "not-text":
                fatal = error.code not in ("no-reader", "missing")
                problems.append(_as_given(error, name).problem(fatal=fatal))
            continue
        problems.extend(text.problems)
        if not text.content.strip():
            problems.append(Problem(message="the file is empty", code="empty", path=name))
            continue
        texts.append(text)
        usable += 1
    if not usable:
        message = "no readable file under this directory: nothing to check against"
        problems.append(Problem(message=message, code="empty-directory", path=ref.path, fatal=True))


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


def _first_time(path: str, seen: set[str]) -> bool:
    real = os.path.realpath(path)
    if real in seen:
        return False
    seen.add(real)
    return True


def _as_given(error: ReadingError, path: str) -> ReadingError:
    """The same error under the name that the user gave."""
    return ReadingError(error.message, path=path, line=error.line, column=error.column, code=error.code)
