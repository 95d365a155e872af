"""A draft as rows of stretches: the words, each with the statements that they belong to. No HTML is made here."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from quotecheck.model import Result, Severity, Span, Text
from quotecheck.reports.remarks import in_draft

_GAP = re.compile(r"\n[ \t]*\n\s*")
_FULL = 45  # code points of a line that ends because it is full
_LONGEST = 6000  # code points of a paragraph; one that is longer is cut at a line's end


@attrs.frozen(kw_only=True)
class Stretch:
    """Words of a draft that belong to one statement, or to none.

    Attributes:
        pieces: The words; True with those that a finding speaks of that counts.
        number: The innermost statement that they belong to, from 1; None if they belong to none.
        begins: Statements that begin here, outer ones first.
        again: True if the statement goes on here after something else.
    """

    pieces: tuple[tuple[str, bool], ...]
    number: int | None = None
    begins: tuple[int, ...] = ()
    again: bool = False


@attrs.frozen(kw_only=True)
class Row:
    """A paragraph.

    Attributes:
        stretches: Its words.
        numbers: The statements that begin in it.
        flows: True if its lines end where they were full, False where somebody ended them (verse, a list).
    """

    stretches: tuple[Stretch, ...]
    numbers: tuple[int, ...]
    flows: bool = False


@attrs.frozen(kw_only=True)
class Mark:
    """Where a statement stands on the way through a draft, in thousandths."""

    number: int
    start: float
    width: float


@attrs.frozen
class _Placed:
    number: int
    parts: tuple[Span, ...]
    hits: tuple[Span, ...]
    length: int


def rows(text: Text, numbered: Sequence[tuple[int, Result]]) -> list[Row]:
    """The draft's paragraphs with the statements in them.

    Args:
        text: The draft.
        numbered: Its results, each with its number.
    """
    placed = [one for one in (_placed(number, result, text) for number, result in numbered) if one]
    starts = sorted((one.parts[0].start, -one.length, one.number) for one in placed)
    by_start = [start for start, _, _ in starts]
    layers = sorted(((part, one) for one in placed for part in one.parts if len(part)), key=lambda each: each[0])
    longest = max((len(part) for part, _ in layers), default=0)
    part_starts = [part.start for part, _ in layers]
    found = []
    begun: set[int] = set()
    paragraphs = list(_paragraphs(text.content))
    for index, paragraph in enumerate(paragraphs):
        end = paragraphs[index + 1].start if index + 1 < len(paragraphs) else len(text.content) + 1
        first = 0 if index == 0 else bisect.bisect_left(by_start, paragraph.start)
        own = starts[first : bisect.bisect_left(by_start, end)]
        low = bisect.bisect_left(part_starts, paragraph.start - longest)
        near = layers[low : bisect.bisect_left(part_starts, paragraph.end)]
        inside = [(part, one) for part, one in near if part.overlaps(paragraph)]
        numbers = tuple(number for _, _, number in own)
        pieces = _pieces(text.content, paragraph, inside, {number: start for start, _, number in own})
        stretches = tuple(_joined(pieces, begun))
        flows = all(len(line) >= _FULL for line in paragraph.of(text.content).split("\n")[:-1])
        found.append(Row(stretches=stretches, numbers=numbers, flows=flows))
    return found


def marks(text: Text, numbered: Sequence[tuple[int, Result]]) -> list[Mark]:
    """Where each statement stands, in thousandths of the draft."""
    whole = max(len(text.content), 1)
    found = []
    for number, result in numbered:
        start, end = result.statement.start, result.statement.end
        if start is not None and end is not None:
            at = min(max(start, 0), whole)
            width = max(0, min(end, whole) - at)
            found.append(Mark(number=number, start=1000 * at / whole, width=1000 * width / whole))
    return found


def _placed(number: int, result: Result, text: Text) -> _Placed | None:
    whole = len(text.content)
    parts = tuple(part for part in result.statement.parts if part.end <= whole)
    if not parts:
        return None
    hits = [
        in_draft(result.statement, span)
        for finding in result.findings
        if finding.severity.rank >= Severity.WARNING.rank and finding.waived is None
        for span in finding.statement
    ]
    return _Placed(number, parts, tuple(one for one in hits if one and len(one)), sum(map(len, parts)))


def _paragraphs(content: str) -> Iterator[Span]:
    at = 0
    for gap in _GAP.finditer(content):
        yield from _cut(content, Span(at, gap.start()))
        at = gap.end()
    yield from _cut(content, Span(at, max(at, len(content.rstrip()))))


def _cut(content: str, span: Span) -> Iterator[Span]:
    """A paragraph, or one of excessive length in pieces of whole lines."""
    at = span.start
    while span.end - at > _LONGEST:
        line = content.rfind("\n", at, at + _LONGEST)
        if line <= at:
            break
        yield Span(at, line)
        at = line + 1
    if content[at : span.end].strip():
        yield Span(at, span.end)


@attrs.frozen
class _Piece:
    text: str
    number: int | None
    begins: tuple[int, ...]
    hit: bool


def _joined(pieces: Iterable[_Piece], begun: set[int]) -> Iterator[Stretch]:
    """The pieces of one statement as one stretch, up to where another begins or ends."""
    for _, group in itertools.groupby(_turned(pieces), key=lambda each: each[0]):
        same = [piece for _, piece in group]
        number = same[0].number
        yield Stretch(
            pieces=tuple((piece.text, piece.hit) for piece in same),
            number=number,
            begins=same[0].begins,
            again=number in begun,
        )
        if number is not None:
            begun.add(number)


def _turned(pieces: Iterable[_Piece]) -> Iterator[tuple[int, _Piece]]:
    """Each piece with the number of the stretch that it belongs to."""
    turn, last = 0, None
    for piece in pieces:
        if piece.number != last or piece.begins:
            turn += 1
        last = piece.number
        yield turn, piece


def _pieces(
    content: str, paragraph: Span, inside: Sequence[tuple[Span, _Placed]], begins: Mapping[int, int]
) -> Iterator[_Piece]:
    cuts = {paragraph.start, paragraph.end}
    for part, one in inside:
        for span in (part, *one.hits):
            cuts.update(at for at in (span.start, span.end) if paragraph.start < at < paragraph.end)
    ordered = sorted(cuts)
    left = sorted((max(start, paragraph.start), number) for number, start in begins.items())
    length = {one.number: one.length for _, one in inside}
    for start, end in itertools.pairwise(ordered):
        here = Span(start, end)
        over = [one for part, one in inside if part.contains(here)]
        inner = min(over, key=lambda one: (one.length, one.number), default=None)
        new = [number for at, number in left if at <= start]
        left = [(at, number) for at, number in left if at > start]
        yield _Piece(
            here.of(content),
            inner.number if inner else None,
            tuple(sorted(new, key=lambda number: (-length.get(number, 0), number))),
            any(hit.overlaps(here) for one in over for hit in one.hits),
        )
