"""A file that is there whole or not at all, written piece by piece. What is written is made elsewhere."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from quotecheck.model.errors import QuotecheckError, UsageError

PREFIX = ".quotecheck-"
"""How the name of a file begins that is not whole yet."""


@contextmanager
def whole_file(path: str, *, prefix: str = PREFIX) -> Iterator[BinaryIO]:
    """A file to write to; it is put at ``path`` at the end, if nothing went wrong.

    Whoever reads ``path`` meanwhile sees the old file or the new one, never a half. A link is followed, and the file's
    permissions stay.

    Args:
        path: Where it is put.
        prefix: How the name of the file begins that it is until then, in the same directory.

    Raises:
        UsageError: if it cannot be written; the old file is untouched.
    """
    there = os.path.realpath(path)
    try:
        handle, waiting = tempfile.mkstemp(prefix=prefix, dir=os.path.dirname(there))
    except (OSError, ValueError) as error:
        raise _unwritten(path, error) from error
    try:
        with os.fdopen(handle, "wb") as file:
            try:
                yield file
                file.flush()
                os.fsync(file.fileno())
            except OSError as error:  # the disk is full; what we raise ourselves says what it is
                if isinstance(error, QuotecheckError | BrokenPipeError):
                    raise
                raise _unwritten(path, error) from error
        _put(waiting, there, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(waiting)
        raise


def _put(waiting: str, there: str, path: str) -> None:
    try:
        os.chmod(waiting, _mode(there))
        os.replace(waiting, there)
    except (OSError, ValueError) as error:
        raise _unwritten(path, error) from error


def _unwritten(path: str, error: OSError | ValueError) -> UsageError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return UsageError(f"cannot be written: {reason}", path=path)


def _mode(there: str) -> int:
    """The old file's permissions; those that a new file gets here, if there is none."""
    try:
        return os.stat(there).st_mode & 0o7777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
