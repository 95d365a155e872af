"""Offsets and the positions of the protocol: lines from 0, columns in units of an encoding.

A line ends with ``\\n``, ``\\r\\n`` or ``\\r`` and with nothing else, as the protocol has it: a line separator of
Unicode or a form feed stands inside its line.
"""

from __future__ import annotations

import enum
import re
from bisect import bisect_right

_ENDS = re.compile(r"\r\n|\n|\r")


class Unit(enum.Enum):
    """What a column counts."""

    UTF8 = "utf-8"
    UTF16 = "utf-16"
    UTF32 = "utf-32"

    def length(self, text: str) -> int:
        """How many units ``text`` has."""
        if self is Unit.UTF32:
            return len(text)
        if self is Unit.UTF16:
            return len(text.encode("utf-16-le", "surrogatepass")) // 2
        return len(text.encode("utf-8", "surrogatepass"))

    def index(self, text: str, units: int) -> int:
        """The code point that begins ``units`` units into ``text``; its end if that is beyond it.

        A place inside a character is its beginning.
        """
        if self is Unit.UTF32 or text.isascii():
            return min(units, len(text))
        at = 0
        for index, char in enumerate(text):
            at += self.length(char)
            if at > units:
                return index
        return len(text)


Position = tuple[int, int]
"""Line from 0, column in units."""


class Lines:
    """The lines of a text, for the way there and back."""

    def __init__(self, content: str, unit: Unit) -> None:
        """Lines.

        Args:
            content: The text.
            unit: What columns count.
        """
        self._content = content
        self._unit = unit
        self._starts = [0]
        self._ends = []
        for end in _ENDS.finditer(content):
            self._ends.append(end.start())
            self._starts.append(end.end())
        self._ends.append(len(content))

    def position(self, offset: int) -> Position:
        """The position of an offset; one inside a line's end is before that end."""
        line = bisect_right(self._starts, offset) - 1
        start = self._starts[line]
        return line, self._unit.length(self._content[start : min(offset, self._ends[line])])

    def offset(self, position: Position) -> int:
        """The offset of a position; a column beyond the line is its end, a line beyond the text is the text's end."""
        line, units = position
        if line >= len(self._starts):
            return len(self._content)
        start, end = self._starts[line], self._ends[line]
        return start + self._unit.index(self._content[start:end], units)

    def text(self, line: int) -> str:
        """A line without its end; "" if there is none of that number."""
        return self._content[self._starts[line] : self._ends[line]] if line < len(self._starts) else ""
