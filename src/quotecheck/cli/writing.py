"""Files that a run writes at once: whole or not at all. What is written is made elsewhere."""

from __future__ import annotations

from quotecheck.reports.writing import whole_file


def write_file(path: str, data: bytes) -> None:
    """Put ``data`` at ``path``, as ``whole_file`` does it.

    Raises:
        UsageError: if nothing can be written there.
        BrokenOff: if it cannot be written to its end: a full disk. In both cases the old file is untouched.
    """
    with whole_file(path) as file:
        file.write(data)
