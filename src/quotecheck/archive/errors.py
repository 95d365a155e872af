"""What can be wrong with an archive."""

from __future__ import annotations

from quotecheck.model.errors import ReadingError


class ArchiveError(ReadingError):
    """An archive is not there, is damaged, or is being written by another (exit code 3)."""

    code = "archive"
