"""Quotation marks paired, apostrophes told apart. Who speaks between them is not asked here."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from typing import Final

import attrs

from quotecheck.model import Span
from quotecheck.speech.elisions import is_elided
from quotecheck.text.furniture import pages


class MarkKind(enum.Enum):
    """The family of marks round a quotation."""

    DOUBLE = "double"
    SINGLE = "single"
    GUILLEMET = "guillemet"
    ANGLE = "angle"
    CORNER = "corner"
    WHITE_CORNER = "white-corner"
    DASH = "dash"


@attrs.frozen
class Quotation:
    """Words between a pair of quotation marks, or after one that is never closed.

    Attributes:
        outer: With the marks, from the first to the last paragraph.
        inner: Without the outermost marks.
        level: 0 for the outer level, 1 for a quotation in a quotation, and so on.
        parts: The words of each paragraph that the utterance runs over, without marks; one for most.
        unclosed: True if no mark closes it.
        kind: The family of its marks.
    """

    outer: Span
    inner: Span
    level: int
    parts: tuple[Span, ...]
    unclosed: bool
    kind: MarkKind


# Every string that can be a quotation mark. Two-character ones first, so that they win.
_MARKS: Final = re.compile(r"``|''|,,(?=\w)|<<(?=\s?\w)|>>|[“”„‟\"＂〝〞〟‘’‚‛'`´«»‹›「」『』]")
# Between the marks of one cluster nothing stands but emphasis signs and the filler of masked characters.
_SEE_THROUGH: Final = "*_\ue000"
_BREAK: Final = re.compile(r"\n[ \t\r>]*\n[ \t\r\n>]*")
_FAMILY: Final = {
    **dict.fromkeys(["“", "”", "„", "‟", '"', "＂", "〝", "〞", "〟", "``", "''", ",,"], MarkKind.DOUBLE),
    **dict.fromkeys(["‘", "’", "‚", "‛", "'", "`", "´"], MarkKind.SINGLE),
    **dict.fromkeys(["«", "»", "<<", ">>"], MarkKind.GUILLEMET),
    **dict.fromkeys(["‹", "›"], MarkKind.ANGLE),
    **dict.fromkeys(["「", "」"], MarkKind.CORNER),
    **dict.fromkeys(["『", "』"], MarkKind.WHITE_CORNER),
}
_ALWAYS_OPEN: Final = frozenset(["„", "‟", "〝", "``", ",,", "‚", "‛", "`", "<<", "「", "『"])
_ALWAYS_CLOSE: Final = frozenset(["〞", "〟", "´", ">>", "」", "』"])
_BEFORE_OPENING: Final = "([{<—–-―/=¿¡"
_NORDIC: Final = frozenset({"sv", "fi", "da", "nb", "nn", "no", "is"})
# After a closing mark that was never opened: somebody speaks, in the languages whose marks stand so.
_SAID_AFTER: Final = re.compile(
    r"[ \n]{0,2}(?:[\w.’-]+[ \n]){0,4}(?:said|says|added|told|asked|replied|wrote|explained|noted|continued)\b"
)
_SENTENCE_END: Final = re.compile(r"[.!?…]\s+(?=[A-ZÀ-Þ])")
_FEWEST_WORDS: Final = 3
# Deeper than this is no longer writing; the bound keeps hostile texts linear.
_DEEPEST: Final = 8
_TERMINAL: Final = ".!?…:"


@attrs.define
class _Mark:
    """One mark as it stands, with what its surroundings allow."""

    at: int
    text: str
    kind: MarkKind
    left: str
    right: str
    opens: bool = False
    closes: bool = False
    closes_well: bool = False
    first: bool = False
    line_first: bool = False

    @property
    def end(self) -> int:
        return self.at + len(self.text)


@attrs.define
class _Open:
    """A quotation that is being read."""

    mark: _Mark
    parts: list[tuple[int, int]]
    since: int
    end: int = -1
    close: int = 0
    cut: int = -1


def pair_marks(content: str, *, language: str | None = None) -> tuple[Quotation, ...]:
    """Find every quotation that stands in marks.

    Args:
        content: Any text. Characters that are to be passed over can be masked with U+E000.
        language: BCP 47 tag, where known: some languages open with the mark that others close with.

    Returns:
        The quotations in order of their opening mark; an inner one comes after the one it stands in. All offsets
        are code points of ``content``. Marks that pair with nothing are left out.
    """
    reader = _Reader(content, nordic=(language or "")[:2].lower() in _NORDIC)
    for start, end in _paragraphs(content):
        reader.read(start, end)
    reader.finish()
    return tuple(reader.quotations())


def _paragraphs(content: str) -> Iterator[tuple[int, int]]:
    start = 0
    pages = _Pages(content)
    for gap in _BREAK.finditer(content):
        if not pages.cover(start, gap.start()):
            yield start, gap.start()
        start = gap.end()
    yield start, len(content)


class _Pages:
    """Page marks, asked in order of place: a paragraph that is nothing else is none."""

    def __init__(self, content: str) -> None:
        self.spans = [one.span for one in pages(content)]
        self.at = 0

    def cover(self, start: int, end: int) -> bool:
        while self.at < len(self.spans) and self.spans[self.at].end < end:
            self.at += 1
        return self.at < len(self.spans) and self.spans[self.at].start <= start < end


class _Reader:
    """Reads paragraph by paragraph; what is still open at a paragraph's end waits for the next one."""

    def __init__(self, content: str, *, nordic: bool) -> None:
        self.content = content
        self.nordic = nordic
        self.done: list[_Open] = []
        self.stack: list[_Open] = []
        self.paragraph_end = 0
        self.passed = 0

    def read(self, start: int, end: int) -> None:
        self.passed = start
        marks = _marks_of(self.content, start, end)
        if not marks:
            if end > start:
                self.finish()
                self.paragraph_end = end
            return
        waiting, self.stack = self.stack, []
        if len(waiting) == 1 and self._breaks_inside(waiting[0], marks[0], start):
            self.stack = [waiting[0]]
            waiting[0].parts.append((waiting[0].since, self.paragraph_end))
            waiting[0].since = start
        else:
            marks = self._reopen(waiting, marks)
        ahead = _Ahead(marks)
        for index, mark in enumerate(marks):
            self._take(index, mark, ahead)
            self.passed = mark.end
        self.paragraph_end = _stripped_end(self.content, start, end)

    def _breaks_inside(self, one: _Open, mark: _Mark, start: int) -> bool:
        """As at the break of a page in mid-sentence: a small letter begins the paragraph, and a mark closes there."""
        if one.cut >= 0 or mark.kind is not one.mark.kind or not mark.closes or mark.opens:
            return False
        before = self.content[self.paragraph_end - 1 : self.paragraph_end]
        return self.content[start : start + 1].islower() and (before.isalnum() or before == ",")

    def finish(self) -> None:
        """End what is still open where its paragraph ends."""
        for one in self.stack:
            self._end_unclosed(one)
        self.stack = []

    def _reopen(self, waiting: list[_Open], marks: list[_Mark]) -> list[_Mark]:
        """Carry on with quotations whose mark opens this paragraph again; end the others."""
        taken = 0
        for depth, one in enumerate(waiting):
            again = depth == taken and depth < len(marks) and marks[depth].first
            if again and one.cut < 0 and _same_opening(one.mark, marks[depth]):
                one.parts.append((one.since, self.paragraph_end))
                one.since = marks[depth].end
                self.stack.append(one)
                taken += 1
            else:
                self._end_unclosed(one)
        return marks[taken:]

    def _take(self, index: int, mark: _Mark, ahead: _Ahead) -> None:
        open_one = self._open_of(mark)
        role = self._role(index, mark, open_one, ahead)
        if role == "open":
            if open_one is not None and open_one.cut < 0 and _same_opening(open_one.mark, mark):
                if mark.line_first and self._after_a_line_that_ended(mark):
                    self._reopen_line(open_one, mark)
                    return
                open_one.cut = mark.at
            self._push(mark)
        elif role == "close" and open_one is not None:
            self._close(open_one, mark)
        elif mark.text == "”" and not self.stack and _SAID_AFTER.match(self.content, mark.end):
            self._close_unopened(mark)

    def _close_unopened(self, mark: _Mark) -> None:
        """As in "The roads are shut , ” the minister said": where the opening mark is lost, its sentence is quoted."""
        start = self.passed
        for found in _SENTENCE_END.finditer(self.content, self.passed, mark.at):
            start = found.end()
        if len(self.content[start : mark.at].split()) < _FEWEST_WORDS:
            return
        start += len(self.content[start : mark.at]) - len(self.content[start : mark.at].lstrip())
        opening = _Mark(start, "", mark.kind, " ", " ")
        self._push(opening)
        self._close(self.stack[-1], mark)

    def _reopen_line(self, one: _Open, mark: _Mark) -> None:
        while self.stack[-1] is not one:
            self._end_unclosed(self.stack.pop())
        one.parts.append((one.since, _stripped_end(self.content, one.since, mark.at)))
        one.since = mark.end

    def _after_a_line_that_ended(self, mark: _Mark) -> bool:
        before = _stripped_end(self.content, max(0, mark.at - 200), mark.at)
        return before > 0 and self.content[before - 1] in _TERMINAL

    def _open_of(self, mark: _Mark) -> _Open | None:
        for one in self.stack[: -_DEEPEST - 1 : -1]:
            if one.mark.kind is mark.kind:
                return one
        return None

    def _push(self, mark: _Mark) -> None:
        self.stack.append(_Open(mark, [], mark.end))

    def _close(self, one: _Open, mark: _Mark) -> None:
        while self.stack[-1] is not one:
            self._end_unclosed(self.stack.pop(), upto=mark.at)
        self.stack.pop()
        one.parts.append((one.since, mark.at))
        one.end, one.close, one.cut = mark.at, len(mark.text), -1
        self.done.append(one)

    def _end_unclosed(self, one: _Open, upto: int | None = None) -> None:
        if not _may_stay_unclosed(self.content, one.mark):
            return
        limit = self.paragraph_end if upto is None else upto
        if one.cut >= 0:
            limit = one.cut
        end = _stripped_end(self.content, one.since, max(limit, one.since))
        one.parts.append((one.since, end))
        one.end = end
        if end > one.mark.end:
            self.done.append(one)

    def _role(self, index: int, mark: _Mark, open_one: _Open | None, ahead: _Ahead) -> str:
        if mark.kind is MarkKind.SINGLE:
            return self._single_role(index, mark, open_one, ahead)
        if mark.text in _ALWAYS_OPEN:
            return "open"
        if mark.text in _ALWAYS_CLOSE:
            return "close"
        if mark.kind in (MarkKind.GUILLEMET, MarkKind.ANGLE):
            return _guillemet_role(mark, open_one)
        if mark.text == "“":
            return _left_curly_role(mark, open_one)
        if mark.text == "”":
            return _right_curly_role(mark, open_one, nordic=self.nordic)
        if _is_inch(index, mark, open_one, ahead):
            return "none"
        return _straight_role(mark, open_one)

    def _single_role(self, index: int, mark: _Mark, open_one: _Open | None, ahead: _Ahead) -> str:
        if mark.left.isalnum() and mark.right.isalnum():
            return "none"
        if open_one is not None and mark.closes:
            if mark.text == "‘" and open_one.mark.text not in "‚‘":
                return "open"
            return "close" if mark.closes_well or not ahead.closes_better(index, mark) else "none"
        if not mark.opens:
            return "none"
        return "open" if _single_may_open(self.content, mark, ahead.next_single(index), nordic=self.nordic) else "none"

    def quotations(self) -> Iterator[Quotation]:
        """Everything read, in order of the opening marks, with levels."""
        ends: list[int] = []
        for one in sorted(self.done, key=lambda one: (one.mark.at, -one.end)):
            while ends and ends[-1] <= one.mark.at:
                ends.pop()
            inner = Span(one.mark.end, one.end)
            yield Quotation(
                outer=Span(one.mark.at, one.end + one.close),
                inner=inner,
                level=len(ends),
                parts=tuple(Span(start, end) for start, end in one.parts),
                unclosed=one.close == 0,
                kind=one.mark.kind,
            )
            ends.append(one.end + one.close)


def _guillemet_role(mark: _Mark, open_one: _Open | None) -> str:
    if open_one is None:
        # »so« and »so» open where nothing is open; a closing one that stands alone is passed over.
        points_in = mark.text in "«‹"
        return "open" if points_in or (mark.opens and not mark.closes) else "none"
    opened_inward = open_one.mark.text in ("«", "‹", "<<")
    if mark.text in "»›":
        return "close" if opened_inward or mark.closes or not mark.opens else "open"
    return "open" if opened_inward else "close"


def _left_curly_role(mark: _Mark, open_one: _Open | None) -> str:
    if open_one is None:
        return "open" if mark.opens or not mark.closes else "none"
    if open_one.mark.text in ("„", ",,", "‟"):
        return "close"
    return "close" if mark.closes and not mark.opens else "open"


def _right_curly_role(mark: _Mark, open_one: _Open | None, *, nordic: bool) -> str:
    if open_one is not None:
        reopens = nordic and mark.opens and not mark.closes
        return "open" if reopens else "close"
    return "open" if mark.opens and not mark.closes else "none"


def _straight_role(mark: _Mark, open_one: _Open | None) -> str:
    if mark.opens and not mark.closes:
        return "open"
    if open_one is not None:
        return "close"
    if mark.closes:
        return "none"
    return "open" if not mark.right.isspace() or mark.left.isspace() else "none"


def _is_inch(index: int, mark: _Mark, open_one: _Open | None, ahead: _Ahead) -> bool:
    """A straight mark after a figure is an inch, unless it is needed to close a quotation."""
    if not mark.left.isdigit() or mark.right.isalnum():
        return False
    if open_one is None:
        return True
    following = ahead.next_double(index)
    return following is not None and following.closes and not following.opens and not following.left.isdigit()


def _single_may_open(content: str, mark: _Mark, following: _Mark | None, *, nordic: bool) -> bool:
    closing_well = following is not None and following.closes_well
    elided = is_elided(content, mark.end)
    if mark.text in "’´":
        return (nordic or mark.right.isupper()) and closing_well and not elided
    if mark.text == "`":
        return following is not None and following.text != "`"
    if elided:
        return closing_well and not mark.right.isdigit() and (mark.right.isupper() or mark.text != "'")
    if mark.text == "'":
        return following is not None and (following.closes or mark.first)
    return True


def _may_stay_unclosed(content: str, mark: _Mark) -> bool:
    if mark.kind is not MarkKind.SINGLE:
        return mark.opens or mark.text in _ALWAYS_OPEN or mark.text == "«"
    if is_elided(content, mark.end) or mark.text in "’´`":
        return False
    return mark.right.isupper() and (mark.first if mark.text == "'" else True)


def _same_opening(one: _Mark, other: _Mark) -> bool:
    if not other.opens and other.text not in "«»":
        return False
    return one.text == other.text or {one.text, other.text} == {"«", "»"}


class _Ahead:
    """For each mark of a paragraph, what the marks after it allow: found in one pass from the end."""

    def __init__(self, marks: list[_Mark]) -> None:
        self._single: list[_Mark | None] = [None] * len(marks)
        self._decisive: list[_Mark | None] = [None] * len(marks)
        self._weak: list[bool] = [False] * len(marks)
        self._double: list[_Mark | None] = [None] * len(marks)
        single = decisive = double = None
        weak = False
        for index in range(len(marks) - 1, -1, -1):
            self._single[index], self._decisive[index] = single, decisive
            self._double[index], self._weak[index] = double, weak
            mark = marks[index]
            if mark.kind is MarkKind.DOUBLE:
                double = mark
            if mark.kind is not MarkKind.SINGLE or (mark.left.isalnum() and mark.right.isalnum()):
                continue
            single = mark
            if mark.closes_well or (mark.opens and not mark.closes):
                decisive, weak = mark, False
            elif mark.closes:
                weak = True

    def next_single(self, index: int) -> _Mark | None:
        """The next single mark that is no apostrophe inside a word."""
        return self._single[index]

    def next_double(self, index: int) -> _Mark | None:
        """The next double mark."""
        return self._double[index]

    def closes_better(self, index: int, mark: _Mark) -> bool:
        """True if a later mark closes what is open, and this one can be an apostrophe."""
        decisive = self._decisive[index]
        if decisive is not None and decisive.closes_well:
            return True
        return mark.left in "sS" and self._weak[index]


def _marks_of(content: str, start: int, end: int) -> list[_Mark]:
    marks: list[_Mark] = []
    for found in _MARKS.finditer(content, start, end):
        text = found.group()
        marks.append(_Mark(found.start(), text, _FAMILY[text], " ", " "))
    _look_round(content, marks, start, end)
    return marks


def _look_round(content: str, marks: list[_Mark], start: int, end: int) -> None:
    """Set what stands left and right of each cluster of marks, and what that allows."""
    first = 0
    while first < len(marks):
        last = first
        while last + 1 < len(marks) and _touch(content, marks[last].end, marks[last + 1].at):
            last += 1
        left_at, right_at = marks[first].at - 1, marks[last].end
        while left_at >= start and content[left_at] in _SEE_THROUGH:
            left_at -= 1
        while right_at < end and content[right_at] in _SEE_THROUGH:
            right_at += 1
        left = content[left_at] if left_at >= start else " "
        right = content[right_at] if right_at < end else " "
        for mark in marks[first : last + 1]:
            _judge(mark, left, right)
            mark.first = not content[start : mark.at].strip(" \t>-*_\ue000") if mark.at - start < 40 else False
            mark.line_first = mark is marks[first] and _begins_line(content, left_at)
        if last > first:
            _mark_firsts(marks[first : last + 1])
        first = last + 1


def _mark_firsts(cluster: list[_Mark]) -> None:
    if cluster[0].first:
        for mark in cluster:
            mark.first = True


def _touch(content: str, end: int, start: int) -> bool:
    return start - end <= 4 and not content[end:start].strip(_SEE_THROUGH)


def _begins_line(content: str, left_at: int) -> bool:
    while left_at >= 0 and content[left_at] in " \t":
        left_at -= 1
    return left_at >= 0 and content[left_at] == "\n"


def _judge(mark: _Mark, left: str, right: str) -> None:
    mark.left, mark.right = left, right
    mark.opens = (left.isspace() or left in _BEFORE_OPENING) and not right.isspace() and right not in ".,;:!?)]}"
    mark.closes = not left.isspace() and left not in "([{" and not right.isalnum()
    mark.closes_well = mark.closes and not left.isalnum()


def _stripped_end(content: str, start: int, end: int) -> int:
    while end > start and (content[end - 1].isspace() or content[end - 1] == ">"):
        end -= 1
    return end
