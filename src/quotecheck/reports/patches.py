"""Changes of a text, put in or shown as a unified diff. What is to be changed is ``repair``'s."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

import attrs

from quotecheck.model import Span

Change = tuple[Span, str]
"""A stretch of a text, and what is to stand there."""


def changed(content: str, changes: Iterable[Change], base: int = 0) -> str:
    """``content`` with changes in.

    Args:
        content: A text, or a stretch of one.
        changes: In order and apart.
        base: Offset in the text at which ``content`` begins.
    """
    pieces = []
    at = 0
    for span, new in changes:
        pieces += [content[at : span.start - base], new]
        at = span.end - base
    return "".join([*pieces, content[at:]])


@attrs.frozen
class _Block:
    """Lines that change: from ``first`` to before ``past``, counted from 0, and what stands there instead."""

    first: int
    past: int
    new: list[str]


class Patch:
    """Changes of a text as a unified diff.

    Its size follows the changes and not the text: nothing is compared, for what changed is known.
    """

    def __init__(self, old: str, changes: Sequence[Change], context: int = 3) -> None:
        """A patch.

        Args:
            old: The text.
            changes: In order and apart.
            context: Unchanged lines that are shown around each change.
        """
        self._context = context
        self._lines = old.split("\n")
        self._ended = not self._lines[-1]  # the last line has its end
        starts = [0]
        for line in self._lines[:-1]:
            starts.append(starts[-1] + len(line) + 1)
        self._blocks = list(_blocks(old, starts, changes))

    def lines(self, path: str) -> Iterator[str]:
        """The diff, as ``git apply`` and ``patch -p1`` take it: lines without their ends.

        Args:
            path: The file's, for the head.
        """
        if not self._blocks:
            return
        name = path.removeprefix("./")
        for sign, side in (("---", "a/"), ("+++", "b/")):
            yield f"{sign} {name if name.startswith('/') else side + name}"
        shift = 0
        for hunk in self._hunks():
            yield from self._hunk(hunk, shift)
            shift += sum(len(block.new) - (block.past - block.first) for block in hunk)

    def _hunks(self) -> Iterator[list[_Block]]:
        hunk: list[_Block] = []
        for block in self._blocks:
            if hunk and block.first - hunk[-1].past > 2 * self._context:
                yield hunk
                hunk = []
            hunk.append(block)
        yield hunk

    def _hunk(self, hunk: Sequence[_Block], shift: int) -> Iterator[str]:
        total = len(self._lines) - 1 if self._ended else len(self._lines)
        first, past = max(0, hunk[0].first - self._context), min(total, hunk[-1].past + self._context)
        more = sum(len(block.new) - (block.past - block.first) for block in hunk)
        yield f"@@ -{first + 1},{past - first} +{first + 1 + shift},{past - first + more} @@"
        at = first
        for block in hunk:
            yield from self._signed(" ", at, self._lines[at : block.first])
            yield from self._signed("-", block.first, self._lines[block.first : block.past])
            yield from self._signed("+", block.past - len(block.new), block.new)
            at = block.past
        yield from self._signed(" ", at, self._lines[at:past])

    def _signed(self, sign: str, first: int, lines: Sequence[str]) -> Iterator[str]:
        yield from (f"{sign}{line}" for line in lines)
        if lines and not self._ended and first + len(lines) == len(self._lines):
            yield "\\ No newline at end of file"


def _blocks(old: str, starts: Sequence[int], changes: Sequence[Change]) -> Iterator[_Block]:
    """The lines that changes touch; changes of the same lines are one block."""
    inside: list[Change] = []
    first = past = 0
    for span, new in changes:
        start, end = _line_of(starts, span.start), _line_of(starts, span.end) + 1
        if inside and start >= past:
            yield _block(old, starts, first, past, inside)
            inside = []
        first = first if inside else start
        past = max(past, end) if inside else end
        inside.append((span, new))
    if inside:
        yield _block(old, starts, first, past, inside)


def _line_of(starts: Sequence[int], offset: int) -> int:
    return bisect_right(starts, offset) - 1


def _block(old: str, starts: Sequence[int], first: int, past: int, inside: Sequence[Change]) -> _Block:
    begin = starts[first]
    end = starts[past] - 1 if past < len(starts) else len(old)
    return _Block(first, past, changed(old[begin:end], inside, begin).split("\n"))
