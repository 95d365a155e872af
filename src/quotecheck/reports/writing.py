"""A file that is there whole or not at all, written piece by piece. What is written is made elsewhere."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, Final

from quotecheck.model.errors import BrokenOff, QuotecheckError, UsageError

PREFIX = ".quotecheck-"
"""How the name of a file begins that is not whole yet."""
_OF_THE_DISK: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EFBIG})
"""Errors that are nobody's mistake."""


@contextmanager
def whole_file(path: str, *, prefix: str = PREFIX) -> Iterator[BinaryIO]:
    """A file to write to; it is put at ``path`` at the end, if nothing went wrong.

    Whoever reads ``path`` meanwhile sees the old file or the new one, never a half. A link is followed, and the file's
    permissions stay. What is no file (a pipe, a terminal, ``/dev/null``) is written to, and stays what it is.

    Args:
        path: Where it is put.
        prefix: How the name of the file begins that it is until then, in the same directory.

    Raises:
        UsageError: if nothing can be written there.
        BrokenOff: if it cannot be written to its end: a full disk. In both cases the old file is untouched.
    """
    there = os.path.realpath(path)
    with _told(path):
        replaced = _is_file(there)
    if replaced:
        with _replacing(there, path, prefix) as file:
            yield file
    else:
        opened = _opening(there, path)
        with _told(path, begun=True), opened as file:  # the file's end is written within
            yield file


def _opening(there: str, path: str) -> BinaryIO:
    with _told(path):
        return open(there, "wb")


def _is_file(there: str) -> bool:
    """True for a file, and where nothing is."""
    try:
        mode = os.stat(there).st_mode
    except FileNotFoundError:
        return True
    return stat.S_ISREG(mode) or stat.S_ISDIR(mode)  # a directory: the replacing says what is wrong with it


@contextmanager
def _replacing(there: str, path: str, prefix: str) -> Iterator[BinaryIO]:
    with _told(path):
        handle, waiting = tempfile.mkstemp(prefix=prefix, dir=os.path.dirname(there))
    try:
        with _told(path, begun=True), os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        with _told(path):
            os.chmod(waiting, _mode(there))
            os.replace(waiting, there)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(waiting)
        raise


@contextmanager
def _told(path: str, *, begun: bool = False) -> Iterator[None]:
    """Says of an error what it means for the file; what we raise ourselves says what it is.

    Args:
        path: The file's.
        begun: True while words are written: no error is the caller's mistake then.
    """
    try:
        yield
    except (OSError, ValueError) as error:
        foreign = begun and not isinstance(error, OSError)  # of whoever writes, and not of the file
        if foreign or isinstance(error, QuotecheckError | BrokenPipeError):
            raise
        number = getattr(error, "errno", None)
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        kind = BrokenOff if begun or number in _OF_THE_DISK else UsageError
        raise kind(f"cannot be written: {reason}", path=path) from error


def _mode(there: str) -> int:
    """The old file's permissions; those that a new file gets here, if there is none."""
    try:
        return os.stat(there).st_mode & 0o7777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
