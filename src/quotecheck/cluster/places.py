"""Where partitions lie: files that all machines see, or objects of a store. What is in them, others know.

Stores are reached through fsspec. Nothing is fetched but what a user names by an address of a store; an address of the
web is refused, for the product reads no web.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import Any, BinaryIO, Final

from quotecheck.model.errors import QuotecheckError, ReadingError, UsageError
from quotecheck.reading.files import open_file
from quotecheck.reports.writing import PREFIX, whole_file

STORES: Final = ("s3", "s3a", "gs", "gcs", "az", "abfs", "abfss", "memory")
"""Whose objects are there whole or not at all: an upload that breaks off leaves nothing."""
LOCAL: Final = ("file", "local")
_ADDRESS: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)(?:://|::)")


def look_at(place: str) -> None:
    """Refuses a place that no partition can lie at.

    Raises:
        UsageError: for an address of the web, or of what is no store.
    """
    scheme = _scheme(place)
    if scheme is None or (scheme in (*STORES, *LOCAL) and "::" not in place):
        return
    if scheme in ("http", "https", "ftp"):
        raise UsageError("nothing is fetched from the web: name a file, or an object of a store", path=place)
    stores = ", ".join(f"{name}://" for name in (*LOCAL[:1], *STORES))
    raise UsageError(f"no such kind of store: {stores} are known", path=place)


def local_path(place: str) -> str | None:
    """The absolute path of a place on a file system that the machines share; None for an object of a store."""
    scheme = _scheme(place)
    if scheme is None:
        return os.path.abspath(place)
    return os.path.abspath(place.split("://", 1)[1]) if scheme in LOCAL else None


def joined(directory: str, name: str) -> str:
    """The place called ``name`` in a directory."""
    return os.path.join(directory, name) if _scheme(directory) is None else f"{directory.rstrip('/')}/{name}"


def stem(place: str) -> str:
    """A place's name without its directory and its last ending."""
    return PurePosixPath(place.replace(os.sep, "/")).stem


@contextmanager
def fetched(place: str, name: str) -> Iterator[BinaryIO]:
    """What lies at a place, as a file that can be read from any point.

    Args:
        place: Where it lies.
        name: What problems call it.

    Raises:
        ReadingError: if it cannot be read.
    """
    path = local_path(place)
    if path is not None:
        with open_file(path, name) as stream:
            yield stream
        return
    with tempfile.TemporaryFile() as copy:
        store, inside = _store(place)
        try:
            with store.open(inside, "rb") as stream:
                shutil.copyfileobj(stream, copy, 1 << 20)
        except Exception as error:
            reason = "no such object" if isinstance(error, FileNotFoundError) else f"cannot be read: {_said(error)}"
            raise ReadingError(reason, path=name) from error
        copy.seek(0)
        yield copy


@contextmanager
def delivered(place: str, *, prefix: str = PREFIX) -> Iterator[BinaryIO]:
    """A file to write to; what was written is at the place when this ends well, all in one step.

    Args:
        place: Where it is to lie.
        prefix: How a file's name begins until it is whole, on a file system.

    Raises:
        UsageError: if it cannot be written.
    """
    path = local_path(place)
    if path is not None:
        with whole_file(path, prefix=prefix) as file:
            yield file
        return
    with tempfile.TemporaryDirectory() as directory:
        copy = os.path.join(directory, "whole")
        with open(copy, "wb") as file:
            yield file
        store, inside = _store(place)
        try:
            store.put_file(copy, inside)
        except Exception as error:
            raise UsageError(f"cannot be written: {_said(error)}", path=place) from error


def size_of(place: str) -> int | None:
    """Bytes at a place; None if there is nothing."""
    path = local_path(place)
    if path is not None:
        return os.path.getsize(path) if os.path.isfile(path) else None
    store, inside = _store(place)
    try:
        return int(store.info(inside)["size"])
    except FileNotFoundError:
        return None


def names_in(directory: str) -> list[str]:
    """Names of what lies in a directory, in order; none if it is not there."""
    path = local_path(directory)
    try:
        if path is not None:
            return sorted(os.listdir(path))
        store, inside = _store(directory)
        return sorted(PurePosixPath(one).name for one in store.ls(inside, detail=False))
    except FileNotFoundError:
        return []


def made(directory: str) -> None:
    """Makes a directory if it is not there; a store needs none.

    Raises:
        UsageError: if it cannot be made.
    """
    path = local_path(directory)
    if path is None:
        return
    try:
        os.makedirs(path, exist_ok=True)
    except OSError as error:
        raise UsageError(f"no directory can be made here: {error.strerror}", path=directory) from error


def _scheme(place: str) -> str | None:
    found = _ADDRESS.match(place)
    return found[1].lower() if found else None


def _store(place: str) -> tuple[Any, str]:
    """The store of an address, with nothing remembered of what lay there, and the object's name in it."""
    look_at(place)
    try:
        from fsspec.core import url_to_fs

        store, inside = url_to_fs(place)
    except ImportError as error:
        raise UsageError(f"this store needs a library that is not installed ({_said(error)})", path=place) from error
    except QuotecheckError:
        raise
    except Exception as error:
        raise UsageError(f"this store cannot be opened: {_said(error)}", path=place) from error
    store.invalidate_cache()
    return store, inside


def _said(error: BaseException) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)[:200]
