"""What stands at the head and foot of pages and is not of the text: running heads, page numbers. Columns come after."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

import attrs

from quotecheck.reading.pdf.columns import rows
from quotecheck.reading.pdf.segments import Segment

_LONGEST: Final = 120  # code points of a running head
_AT_ENDS: Final = 2  # rows at the top and at the bottom that are looked at
_NUMBER: Final = re.compile(
    r"[-–—\[(|• ]{0,4}(?:(?i:page|p\.|pg\.|seite|s\.|página|pág\.)[ ]?)?(?:\d{1,5}|[ivxlc]{1,8})"
    r"(?:[ ]?(?:of|/|von|de|sur)[ ]?\d{1,5})?[-–—\])|• ]{0,4}\Z"
)
_DECORATED: Final = re.compile(r"\D\d|\d\D")


@attrs.frozen
class Bare:
    """A page without its furniture.

    Attributes:
        body: The segments of its text.
        heads: The words of running heads that were not met before.
        feet: The same of running feet.
    """

    body: tuple[Segment, ...]
    heads: tuple[str, ...]
    feet: tuple[str, ...]


@attrs.frozen
class _Row:
    """A row at a page's end."""

    shape: str
    words: str
    segments: tuple[Segment, ...]


def without_heads(pages: Sequence[Sequence[Segment]]) -> list[Bare]:
    """The pages without running heads, running feet and page numbers.

    A row is one if it comes again at the same end of another page but for its figures, or is nothing but a page's
    number. A running head is kept once: its words stand there to be read, and are not of the sentence round the page's
    end.

    Args:
        pages: The segments of each page, in order.
    """
    ends = [(_rows_of(page, top=True), _rows_of(page, top=False)) for page in pages]
    counts = Counter((end, row.shape) for both in ends for end, found in enumerate(both) for row in found)
    numbered = sum(any(_is_number(row) for found in both for row in found[:1]) for both in ends)
    met: set[str] = set()
    bare: list[Bare] = []
    for page, both in zip(pages, ends, strict=True):
        gone: set[int] = set()
        kept: tuple[list[str], list[str]] = ([], [])
        for end, found in enumerate(both):
            for row in found:
                number = _is_number(row) and (numbered > 1 or _DECORATED.search(row.words) is not None)
                if not number and (counts[end, row.shape] < 2 or not row.shape):
                    break
                gone.update(id(one) for one in row.segments)
                if not number and row.shape not in met:
                    met.add(row.shape)
                    kept[end].append(row.words)
        body = tuple(one for one in page if id(one) not in gone)
        bare.append(Bare(body, tuple(kept[0]), tuple(reversed(kept[1]))))
    return bare


def _rows_of(page: Sequence[Segment], *, top: bool) -> list[_Row]:
    """The rows at one end of a page, the outermost first; of a page that has little else, none."""
    found = rows(page)
    if len(found) <= 2 * _AT_ENDS:
        found = found[:1] if top else found[-1:]
    some = found[:_AT_ENDS] if top else found[: -_AT_ENDS - 1 : -1]
    return [_row(row) for row in some]


def _row(row: Sequence[Segment]) -> _Row:
    words = " ".join(one.text for one in row)
    shape = re.sub(r"[\d\W_]+", " ", words).strip().casefold() if len(words) <= _LONGEST else ""
    return _Row(shape, words, tuple(row))


def _is_number(row: _Row) -> bool:
    return _NUMBER.match(row.words) is not None
