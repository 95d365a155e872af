"""One file or one lump of bytes to a text. Directories and lists of sources are the next module's."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from pathlib import Path
from typing import BinaryIO

import attrs

from quotecheck.model.errors import ReadingError
from quotecheck.model.problems import Problem
from quotecheck.model.texts import Fidelity, Text
from quotecheck.reading.bibliography import with_bibliography
from quotecheck.reading.formats import format_of
from quotecheck.reading.guarded import guarded
from quotecheck.reading.known import Known

LIMIT = 256 * 1024 * 1024
"""Bytes of the largest file that is read unless the caller says otherwise."""

_CHANGED = "it changed since it was pinned: look at it again, then run `quotecheck sources lock`"
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,40}:/{1,3}[^/]")


def read_file(path: str | Path, *, id: str | None = None, known: Known | None = None, limit: int = LIMIT) -> Text:
    """The text of the file at ``path``.

    Args:
        path: Where it stands.
        id: The name by which results speak of it; the path as given if None and ``known`` has none.
        known: What is known of it beside its words.
        limit: Bytes; a larger file is refused.

    Raises:
        ReadingError: if there is no such file, it cannot be opened, is too large (code "too-large") or holds no text
            (code "not-text"). An empty file is no error here.
    """
    name = os.fspath(path)
    return with_bibliography(read_bytes(_bytes_of(name, limit), name, id=id, known=known), name)


def open_file(path: str, name: str) -> BinaryIO:
    """A file to read piece by piece; whoever asks for it closes it.

    Args:
        path: Where it stands.
        name: What problems call it.

    Raises:
        ReadingError: if it cannot be opened.
    """
    try:
        return open(path, "rb")
    except OSError as error:
        reason = "no such file" if isinstance(error, FileNotFoundError) else f"cannot be read: {error.strerror}"
        raise ReadingError(reason, path=name) from error


def read_archive(
    path: str | Path, *, id: str | None = None, known: Known | None = None, limit: int = LIMIT
) -> tuple[list[Text], list[Problem]]:
    """The documents that an archive holds, each a text of its own; arguments and errors as ``read_file``.

    Returns:
        The texts, their ids the archive's, a slash and their own names; and what could not be read.
    """
    from quotecheck.reading.packed.archives import texts_in

    name = os.fspath(path)
    data = _bytes_of(name, limit)
    texts, problems = guarded(lambda: texts_in(data, name), data, name)
    of_each = attrs.evolve(known, id=None, sha256=None) if known is not None else None
    root = (known.id if known else None) or id or name
    found = [with_known(text, f"{root}{text.id.removeprefix(name)}", of_each) for text in texts]
    if known is not None and known.sha256 not in (None, hashlib.sha256(data).hexdigest()):
        problems.append(Problem(message=_CHANGED, code="changed", path=name))
    return found, problems


def read_bytes(data: bytes, name: str, *, id: str | None = None, known: Known | None = None) -> Text:
    """The text of a file's bytes.

    Args:
        data: The whole file.
        name: Its name or path, for messages and as a hint of the format.
        id: As for ``read_file``.
        known: As for ``read_file``.

    Raises:
        ReadingError: as ``read_file``.
    """
    return with_known(guarded(lambda: _read(data, name), data, name), id, known)


def _read(data: bytes, name: str) -> Text:
    found = format_of(data, name)
    if found.read is None:
        advice = f": {found.advice}" if found.advice else ""
        code = "no-reader" if found.document else "not-text"
        raise ReadingError(f"not text: it is a {found.name}{advice}", path=name, code=code)
    return found.read(data, name)


def read_stream(stream: BinaryIO, name: str, *, known: Known | None = None, limit: int = LIMIT) -> Text:
    """The text of an open stream (standard input); arguments and errors as ``read_file``."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise _too_large(name, limit)
    return read_bytes(data, name, known=known)


def is_url(name: str) -> bool:
    """True if ``name`` is a place on the web and no path."""
    return _URL.match(name) is not None


def with_known(text: Text, id: str | None, known: Known | None) -> Text:
    """``text`` with what is known of it put in; what is not known stays as it was."""
    if known is None:
        return text if id is None else attrs.evolve(text, id=id)
    return attrs.evolve(
        text,
        id=known.id or id or text.id,
        speaker=known.speaker or dict(known.labels).get(text.speaker or "") or text.speaker,
        author=known.author or text.author,
        title=known.title or text.title,
        date=known.date or text.date,
        url=known.url or text.url,
        language=known.language or text.language,
        fidelity=known.fidelity or text.fidelity or Fidelity.VERBATIM,
        labels=_labels(text, dict(known.labels)),
        version_of=known.version_of or text.version_of,
        problems=(*text.problems, *_changed(text, known)),
    )


def _changed(text: Text, known: Known) -> tuple[Problem, ...]:
    """A pinned file that is not the one that was pinned."""
    if known.sha256 is None or text.sha256 is None or known.sha256 == text.sha256:
        return ()
    return (Problem(message=_CHANGED, code="changed", path=text.path or text.id),)


def _labels(text: Text, known: dict[str, str]) -> dict[str, str]:
    """Who stands behind the labels: what the file says, and what is known of its names."""
    return {label: known.get(name, name) for label, name in text.labels.items()} | known


def _bytes_of(name: str, limit: int) -> bytes:
    try:
        with open(name, "rb") as file:
            status = os.fstat(file.fileno())
            if stat.S_ISREG(status.st_mode) and status.st_size > limit:
                raise _too_large(name, limit, status.st_size)
            data = file.read(limit + 1)
    except ReadingError:
        raise
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from error
    if len(data) > limit:
        raise _too_large(name, limit)
    return data


def _too_large(name: str, limit: int, size: int | None = None) -> ReadingError:
    of = f" of {size / 2**20:,.0f} MiB" if size is not None else ""
    return ReadingError(
        f"too large: a file{of} is over the limit of {limit / 2**20:,.0f} MiB; split it",
        path=name,
        code="too-large",
    )


def _unreadable(name: str, error: OSError | ValueError) -> ReadingError:
    if is_url(name):
        return ReadingError("nothing is fetched: save the page and give its file", path=name, code="url")
    if isinstance(error, FileNotFoundError):
        pattern = "; a pattern is the shell's to fill: leave its quotation marks away, or give the directory"
        return ReadingError(f"no such file{pattern if '*' in name else ''}", path=name, code="missing")
    if isinstance(error, IsADirectoryError):
        return ReadingError("is a directory, a file is wanted", path=name, code="unreadable")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return ReadingError(f"cannot be read: {reason}", path=name, code="unreadable")
