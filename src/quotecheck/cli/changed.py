"""Which statements of a draft changed since a revision. What git says is asked in ``revisions``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotecheck.cli.revisions import Changes
from quotecheck.model import Kind, Span, Statement, Text
from quotecheck.model.errors import ReadingError

if TYPE_CHECKING:
    from collections.abc import Iterator

Said = tuple[str, str | None, Kind]


class Changed:
    """The statements of a draft that are not what they were.

    A statement counts as changed if a line of it changed, or of the words that say who speaks; and if the draft as it
    was did not make it, word for word and of the same speaker: a name put in above makes another of "he said" below.
    """

    def __init__(self, text: Text, changes: Changes) -> None:
        """A draft and how its file differs."""
        self._text = text
        self._changes = changes
        self._before = None if changes.everything else _said_before(text, changes)

    def __contains__(self, statement: Statement) -> bool:
        if self._before is None:
            return self._changes.everything
        if _said(statement) not in self._before:
            return True
        return any(self._changes.touch(*lines) for lines in self._lines(statement))

    def _lines(self, statement: Statement) -> Iterator[tuple[int, int]]:
        given = [words.span for words in (statement.mention, statement.cue) if words is not None]
        for span in (*statement.parts, *given):
            first, last = self._line(span.start), self._line(_last(span))
            if first is not None and last is not None:
                yield first, last

    def _line(self, offset: int) -> int | None:
        return self._text.place(offset).line


def _last(span: Span) -> int:
    return max(span.start, span.end - 1)


def _said_before(text: Text, changes: Changes) -> frozenset[Said] | None:
    """What the draft said at the revision; None if it did not change at all."""
    if changes.before is None:
        return None
    from quotecheck.reading.files import read_bytes
    from quotecheck.speech.statements import extract

    try:
        before = read_bytes(changes.before, text.path or text.id)
    except ReadingError:  # it was no text then
        return frozenset()
    return frozenset(_said(statement) for statement in extract(before))


def _said(statement: Statement) -> Said:
    return " ".join(statement.text.split()), statement.speaker, statement.kind
