"""Where in a source's file a passage stands, for an editor to open."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lsprotocol import types as lsp

from quotecheck.model import Passage, Span, Text
from quotecheck.reading.encodings import decode
from quotecheck.servers.lsp.positions import Lines, Position, Unit


def lsp_range(found: tuple[Position, Position]) -> lsp.Range:
    """Two positions as the protocol writes them."""
    (line, column), (last, end) = found
    return lsp.Range(start=lsp.Position(line, column), end=lsp.Position(last, end))


class Places:
    """Places in the sources of one report."""

    def __init__(self, texts: Mapping[str, Text], unit: Unit) -> None:
        """Places.

        Args:
            texts: The sources by id.
            unit: What columns count.
        """
        self._texts = texts
        self._unit = unit
        self._lines: dict[str, Lines | None] = {}

    def uri(self, passage: Passage) -> str | None:
        """The address of a passage's file; None if it is from memory or an archive."""
        text = self._texts.get(passage.source)
        if text is None or text.path is None:
            return None
        try:
            return Path(text.path).absolute().as_uri()
        except ValueError:
            return None

    def location(self, passage: Passage) -> lsp.Location | None:
        """Where a passage stands; None if its file has no lines."""
        text, uri = self._texts.get(passage.source), self.uri(passage)
        if text is None or uri is None or not text.origin.line_starts:
            return None
        ranges = text.origin.file_ranges(passage.span)
        span = passage.span if ranges is None else Span(ranges[0].start, ranges[-1].end) if ranges else None
        lines = self._lines_of(text)
        if span is None or lines is None:
            return None
        return lsp.Location(uri=uri, range=lsp_range((lines.position(span.start), lines.position(span.end))))

    def _lines_of(self, text: Text) -> Lines | None:
        if text.id not in self._lines:
            content = text.content if text.origin.runs is None else _file_text(text.path or "")
            self._lines[text.id] = None if content is None else Lines(content, self._unit)
        return self._lines[text.id]


def _file_text(path: str) -> str | None:
    try:
        decoded = decode(Path(path).read_bytes())
    except OSError:
        return None
    return decoded.text if decoded else None
