"""What an editor has open: its text, kept up with its changes, and as a draft. The way from a draft back to it."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from quotecheck.model import Span, Text
from quotecheck.model.errors import ReadingError
from quotecheck.reading.bibliography import with_bibliography
from quotecheck.reading.files import read_bytes
from quotecheck.servers.lsp.positions import Lines, Position, Unit

Change = tuple[tuple[Position, Position] | None, str]
"""A stretch, None for the whole text, and what stands there now."""

_LONE = re.compile("[\ud800-\udfff]")
_MARK = "\ufeff"


@attrs.frozen(kw_only=True)
class Buffer:
    """A text that an editor has open.

    Attributes:
        uri: As the editor names it.
        version: As the editor counts it.
        content: What stands there, saved or not.
        unit: What its columns count.
        path: The file; None if it was never saved.
    """

    uri: str
    version: int
    content: str = attrs.field(repr=False)
    unit: Unit
    path: str | None = None

    def changed(self, changes: Iterable[Change], version: int) -> Buffer:
        """The buffer after changes, each on what the one before left."""
        content = self.content
        for stretch, new in changes:
            if stretch is None:
                content = new
                continue
            lines = Lines(content, self.unit)
            start, end = sorted(lines.offset(one) for one in stretch)
            content = content[:start] + new + content[end:]
        return attrs.evolve(self, content=content, version=version)

    @property
    def lines(self) -> Lines:
        """Its lines."""
        return Lines(self.content, self.unit)


class Draft:
    """A buffer read as a draft, and the way from the draft's offsets to the buffer's.

    Attributes:
        text: The draft.
    """

    def __init__(self, buffer: Buffer) -> None:
        """A draft.

        Args:
            buffer: What is open.

        Raises:
            ReadingError: if it is of a kind that has no words to read.
        """
        name = buffer.path or f"<{buffer.uri.rpartition('/')[2].rpartition(':')[2] or 'untitled'}>"
        content = _LONE.sub("\ufffd", buffer.content)
        self._shift = len(_MARK) if content.startswith(_MARK) else 0
        text = with_bibliography(read_bytes(content.encode("utf-8"), name), name)
        if text.path is None or (text.origin.runs is None and text.content != content[self._shift :]):
            # Signs that look like another encoding: what is open is text all the same.
            text = Text(content=content[self._shift :], id=name, path=name)
        self.text = text
        self._lines = Lines(content, buffer.unit)

    def range(self, span: Span) -> tuple[Position, Position]:
        """Where a stretch of the draft stands in the buffer."""
        ranges = self.text.origin.file_ranges(span)
        if ranges is None:
            start, end = span.start, span.end
        elif ranges:
            start, end = ranges[0].start, ranges[-1].end
        else:
            start = end = 0
        return self._lines.position(start + self._shift), self._lines.position(end + self._shift)

    def meets(self, span: Span, start: Position, end: Position) -> bool:
        """True if a stretch of the buffer touches one of the draft."""
        first, last = self.range(span)
        return first <= end and start <= last


def readable(buffer: Buffer) -> Draft | None:
    """A buffer as a draft; None if it is of a kind that has no words to read."""
    try:
        return Draft(buffer)
    except ReadingError:
        return None
