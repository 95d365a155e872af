"""Where words stand: half-open ranges, places and the way back to the file. No text is read here."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TypeVar

import attrs

T = TypeVar("T")


@attrs.frozen(order=True)
class Span:
    """Half-open range of code points in a text's content: ``content[start:end]``.

    Raises:
        ValueError: if ``start`` is negative or ``end`` lies before it.
    """

    start: int
    end: int

    def __attrs_post_init__(self) -> None:  # no validators: spans are made by the hundred for each check
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span goes from {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, content: str) -> str:
        """The words that stand in this span of ``content``."""
        return content[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """True if the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """True if ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        """The same range, ``by`` code points further on."""
        return Span(self.start + by, self.end + by)


@attrs.frozen(kw_only=True)
class Place:
    """Where an offset stands for a person.

    Attributes:
        line: Line in the file, from 1; None if the format has no lines.
        column: Column in that line in code points, from 1; None as above.
        page: Page number, from 1; None if there are no pages.
        paragraph: Paragraph number, from 1; None if unknown.
        time: Seconds from the start of the recording; None if there is none.
        printed: Number that is printed beside the line, where each page's lines are numbered; None if they are not.
    """

    line: int | None = None
    column: int | None = None
    page: int | None = None
    paragraph: int | None = None
    time: float | None = None
    printed: int | None = None


@attrs.frozen
class Run:
    """A stretch of content and the stretch of the file that it was read from.

    Both count code points. Inside a run of equal lengths, offsets map one to one; where the lengths differ (an
    entity that was decoded), the whole run stands for the whole stretch.
    """

    content: Span
    file: Span


@attrs.frozen(kw_only=True)
class Origin:
    """The map from a text's content back to the file.

    Attributes:
        line_starts: Offset in the *file's text* at which each line begins, ascending; the first is 0.
        runs: Content-to-file runs in order of content, or None where content is the file's own text.
        pages: (content offset, page number) at which each page begins, ascending.
        paragraphs: (content offset, paragraph number), ascending.
        times: (content offset, seconds), ascending.
        printed: (content offset, number that is printed beside the line), ascending.
    """

    line_starts: tuple[int, ...] = (0,)
    runs: tuple[Run, ...] | None = None
    pages: tuple[tuple[int, int], ...] = ()
    paragraphs: tuple[tuple[int, int], ...] = ()
    times: tuple[tuple[int, float], ...] = ()
    printed: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of_plain(cls, content: str) -> Origin:
        """The origin of a text whose content is the file's own text."""
        starts = [0]
        at = content.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = content.find("\n", at + 1)
        return cls(line_starts=tuple(starts))

    def place(self, offset: int) -> Place:
        """The place of one content offset, in code points."""
        at = offset if self.runs is None else self._file_offset(offset)
        line = column = None
        if at is not None and self.line_starts:
            row = bisect_right(self.line_starts, at)
            line, column = row, at - self.line_starts[row - 1] + 1
        return Place(
            line=line,
            column=column,
            page=_in_force(self.pages, offset),
            paragraph=_in_force(self.paragraphs, offset),
            time=_in_force(self.times, offset),
            printed=_in_force(self.printed, offset),
        )

    def file_ranges(self, span: Span) -> tuple[Span, ...] | None:
        """The ranges of the file that ``span`` of the content was read from; None where the two are the same."""
        if self.runs is None:
            return None
        found: list[Span] = []
        first = max(0, bisect_right(self.runs, span.start, key=lambda run: run.content.start) - 1)
        for run in self.runs[first:]:
            if run.content.start >= span.end:
                break
            if run.content.overlaps(span):
                found.append(_part_of(run, span))
        return tuple(_joined(found))

    def _file_offset(self, offset: int) -> int | None:
        runs = self.runs or ()
        index = bisect_right(runs, offset, key=lambda run: run.content.start) - 1
        if index < 0:
            return runs[0].file.start if runs else None
        run = runs[index]
        if len(run.content) == len(run.file):
            return min(run.file.start + offset - run.content.start, run.file.end)
        return run.file.start


def _part_of(run: Run, span: Span) -> Span:
    if len(run.content) != len(run.file):
        return run.file
    shift = run.file.start - run.content.start
    return Span(max(run.content.start, span.start) + shift, min(run.content.end, span.end) + shift)


def _joined(ranges: Sequence[Span]) -> list[Span]:
    joined: list[Span] = []
    for one in ranges:
        if joined and joined[-1].end == one.start:
            joined[-1] = Span(joined[-1].start, one.end)
        else:
            joined.append(one)
    return joined


def _in_force(marks: Sequence[tuple[int, T]], offset: int) -> T | None:
    index = bisect_right(marks, offset, key=lambda mark: mark[0]) - 1
    return marks[index][1] if index >= 0 else None
