"""Files that a run writes: whole or not at all. What is written is made elsewhere."""

from __future__ import annotations

import contextlib
import os
import tempfile

from quotecheck.model.errors import UsageError


def write_file(path: str, data: bytes) -> None:
    """Put ``data`` at ``path``: whoever reads it meanwhile sees the old file or the new one, never a half.

    A link is followed, and the file's permissions stay.

    Raises:
        UsageError: if it cannot be written; the old file is untouched.
    """
    there = os.path.realpath(path)
    try:
        _replace(there, data)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise UsageError(f"cannot be written: {reason}", path=path) from error


def _replace(there: str, data: bytes) -> None:
    handle, waiting = tempfile.mkstemp(prefix=".quotecheck-", dir=os.path.dirname(there))
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(waiting, _mode(there))
        os.replace(waiting, there)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(waiting)
        raise


def _mode(there: str) -> int:
    """The old file's permissions; those that a new file gets here, if there is none."""
    try:
        return os.stat(there).st_mode & 0o7777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
