"""What could not be done, said with its place. A problem is no verdict."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class Problem:
    """Something that stood in the way of a check.

    Attributes:
        message: One sentence a person understands.
        code: A short stable name ("unreadable", "not-text", "bad-line", "empty", "encoding-guessed").
        path: File it speaks of; None if there is none.
        line: Line in that file, from 1; None if unknown.
        column: Column in that line in code points, from 1; None if unknown.
        fatal: True if something asked for could not be read at all (exit code 3).
    """

    message: str
    code: str
    path: str | None = None
    line: int | None = None
    column: int | None = None
    fatal: bool = False

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        return f"{place}: {self.message}" if place else self.message
