"""Bytes to texts: one module a format, one registry. Who says what in a text is the room ``speech``."""

from quotecheck.reading.candidates import Candidate, Unread
from quotecheck.reading.files import LIMIT, read_bytes, read_file, read_stream
from quotecheck.reading.known import Known, known_from
from quotecheck.reading.lists import read_candidates
from quotecheck.reading.sources import SourceRef, read_sources

__all__ = [
    "LIMIT",
    "Candidate",
    "Known",
    "SourceRef",
    "Unread",
    "known_from",
    "read_bytes",
    "read_candidates",
    "read_file",
    "read_sources",
    "read_stream",
]
