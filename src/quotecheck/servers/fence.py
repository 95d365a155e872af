"""Files that a caller names, read only from below some directories. A link, a step up and a hidden file are refused.

Every step of the way is opened from the one before it and never through a link, so that nothing can be put in the
place of a directory between the look and the reading.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from quotecheck.model.errors import UsageError
from quotecheck.servers.asked import Refused

_STEPS: Final = os.open in os.supports_dir_fd and hasattr(os, "O_NOFOLLOW")
LARGEST: Final = 64 * 1024 * 1024
"""Bytes of a file that is read."""


class Fence:
    """Some directories, and what may be read below them."""

    def __init__(self, roots: Iterable[str]) -> None:
        """A fence.

        Args:
            roots: Directories; a link to one is followed now, and never again.

        Raises:
            UsageError: if one is no directory.
        """
        self.roots = tuple(Path(os.path.realpath(root)) for root in roots)
        for root in self.roots:
            if not root.is_dir():
                raise UsageError("is no directory", path=str(root))

    def read(self, path: str) -> bytes:
        """The bytes of a file.

        Args:
            path: From one of the directories, or absolute and below one.

        Raises:
            Refused: if it is not below one of them, not there, no plain file or too large.
        """
        for root, parts in self._ways(path):
            with contextlib.suppress(FileNotFoundError, NotADirectoryError):
                return _read(root, parts, path)
        raise Refused(404, "missing", f"no file {path!r} below the directories that may be read")

    def _ways(self, path: str) -> list[tuple[Path, list[str]]]:
        if "\x00" in path:
            raise Refused(422, "request", "a path with a null character")
        if os.path.isabs(path):
            for root in self.roots:
                with contextlib.suppress(ValueError):
                    return [(root, _parts(str(Path(path).relative_to(root)), path))]
            raise _outside(path)
        return [(root, _parts(path, path)) for root in self.roots]


def _parts(inner: str, path: str) -> list[str]:
    parts = [part for part in inner.replace(os.sep, "/").split("/") if part not in ("", ".")]
    if not parts or any(part == ".." or part.startswith(".") for part in parts) or os.path.splitdrive(inner)[0]:
        raise _outside(path)
    return parts


def _read(root: Path, parts: list[str], path: str) -> bytes:
    try:
        descriptor = _stepped(root, parts) if _STEPS else _looked(root, parts, path)
    except (FileNotFoundError, NotADirectoryError):
        _no_link(root, parts, path)
        raise
    except OSError:
        raise _outside(path) from None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise Refused(422, "request", f"{path!r} is no plain file")
    with open(descriptor, "rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Refused(413, "too-large", f"{path!r} is over the limit of {LARGEST:,} bytes")
    return data


def _stepped(root: Path, parts: list[str]) -> int:
    """The file, opened step by step; a link anywhere is an error of the system."""
    at = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    try:
        for part in parts[:-1]:
            following = os.open(part, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=at)
            os.close(at)
            at = following
        return os.open(parts[-1], os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=at)
    finally:
        os.close(at)


def _looked(root: Path, parts: list[str], path: str) -> int:
    _no_link(root, parts, path)
    return os.open(root.joinpath(*parts), os.O_RDONLY)


def _no_link(root: Path, parts: list[str], path: str) -> None:
    for number in range(1, len(parts) + 1):
        if root.joinpath(*parts[:number]).is_symlink():
            raise _outside(path)


def _outside(path: str) -> Refused:
    return Refused(403, "outside", f"{path!r} is a link, hidden, or not below the directories that may be read")
