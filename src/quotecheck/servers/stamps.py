"""Whether files changed since they were looked at. None is opened."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

from quotecheck.model import Problem
from quotecheck.reading.manifest import find_manifest
from quotecheck.reading.sources import files_under

Stamps = Mapping[str, tuple[int, int] | None]
"""Time of the last change and size by path; None for a file that is not there."""


def stamps(paths: Iterable[str]) -> Stamps:
    """The stamps of files and of all readable files under directories, with the manifests that go with them.

    Args:
        paths: Files and directories.
    """
    found: dict[str, tuple[int, int] | None] = {}
    for path in paths:
        manifest = find_manifest(path)
        if manifest is not None:
            found[manifest] = _stamp(manifest)
        if os.path.isdir(path):
            unseen: list[Problem] = []
            found |= {file: _stamp(file) for file in files_under(path, unseen)}
        else:
            found[path] = _stamp(path)
    return found


def _stamp(path: str) -> tuple[int, int] | None:
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size
