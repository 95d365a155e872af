"""Files that a run writes at once: whole or not at all. What is written is made elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from quotecheck.reports.writing import whole_file


def keep_inputs(written: Iterable[str], read: Iterable[str | None]) -> None:
    """Refuse to write over what the run reads.

    Args:
        written: Files that are to be written.
        read: Files that were read, or will be; None is none.

    Raises:
        UsageError: if one of the first is one of the second.
    """
    from quotecheck.model.errors import UsageError
    from quotecheck.reading.manifest import real_path

    kept = {real_path(path) for path in read if path}
    for path in written:
        if real_path(path) in kept:
            raise UsageError(f"{path}: this run reads it: name another file to write to")


def write_file(path: str, data: bytes) -> None:
    """Put ``data`` at ``path``, as ``whole_file`` does it.

    Raises:
        UsageError: if nothing can be written there.
        BrokenOff: if it cannot be written to its end: a full disk. In both cases the old file is untouched.
    """
    with whole_file(path) as file:
        file.write(data)
