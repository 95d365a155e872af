"""Page breaks in the middle of running text: form feeds, page numbers and running heads. No other furniture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import attrs

from quotecheck.model import Span
from quotecheck.text.furniture.pieces import Furniture, FurnitureKind

_LONGEST_HEAD = 90  # code points; a longer line is text
_MOST_LINES = 7  # lines on either side of a seed that can belong to a page break

_PAGE_NUMBER = (
    r"(?:[-–—\[(|][ ]?)?(?:(?i:page|p\.|pg\.|seite|s\.|página|pág\.|p)[ ]?)?"
    r"(?:\d{1,4}|[ivxlc]{1,7})(?:[ ]?(?:of|/|von|de)[ ]?\d{1,4})?(?:[ ]?[-–—\])|])?"
)
_NUMBER_LINE = re.compile(rf"[ \t]*{_PAGE_NUMBER}[ \t\r]*$")
_PLAIN_NUMBER = re.compile(r"[ \t]*\d{1,4}[ \t\r]*$")
_NUMBER_BESIDE = re.compile(r"^\d{1,4}[ \t]{2}|[ \t]{2}\d{1,4}$")
_SEED = re.compile(
    rf"[\f\n](?:(?<=\f)|[ \t]{{0,60}}(?={_PAGE_NUMBER}[ \t\r]{{0,60}}(?:\n|\Z))(?=\S)"
    r"|[ \t]{0,60}(?=[A-Z][^\n.?!]{2,70}?[ \t]{2,40}\d{1,4}[ \t\r]{0,9}\n)(?=\S)"
    r"|[ \t]{0,60}(?=\d{1,4}[ \t]{2,40}[A-Z][^\n.?!]{2,70}\n)(?=\S)"
    r"|\n(?=[A-Z][A-Z .,'’&:;0-9-]{3,80}\n[ \t]{0,60}\n[a-z]))"
)
# Words that bear on the sentence around them, and that no title is made of.
_BEARING = frozenset(
    "not never ever no none nothing nobody nor hardly barely scarcely rarely seldom only almost nearly always "
    "again without unless if may might could should would must will shall can do does did nicht nie niemals kein "
    "keine keinen nur kaum fast immer ne pas jamais rien presque toujours nunca jamás nada casi siempre".split()
)
_ENDS = frozenset('.?!:”"»')


@attrs.frozen
class _Line:
    start: int
    end: int
    words: str


@attrs.frozen
class _Block:
    lines: tuple[_Line, ...]
    feeds: bool
    runs_on: bool
    spaced: bool


def page_breaks(content: str) -> Iterator[Furniture]:
    """Page breaks that stand between two lines of text.

    Args:
        content: A text's content.

    Yields:
        One piece a break: form feeds, page numbers and running heads together; the number and the form feed alone where
        the head does not stand in the text again. A word that stands once is the text's own. Linear in the length.
    """
    blocks = list(_blocks(content))
    heads = _heads(content) if blocks else Counter[str]()
    numbers = sum(any(_NUMBER_LINE.match(line.words) for line in block.lines) for block in blocks)
    for block in blocks:
        worded = [line for line in block.lines if line.words]
        kept = [line for line in worded if _belongs(line, block, heads, numbers)]
        if len(kept) == len(worded) and kept:
            yield _piece(kept[0].start, kept[-1].end)
        else:
            yield from (_piece(line.start, line.end) for line in kept)


_RECORD_PAGE = re.compile(r"\[\[Page [A-Z]{0,2}\d{1,6}\]\]")


def record_pages(content: str) -> Iterator[Furniture]:
    """The marks of the US Congressional Record's pages: "[[Page H1202]]"."""
    if "[[Page " in content:
        yield from (_piece(*found.span()) for found in _RECORD_PAGE.finditer(content))


def _piece(start: int, end: int) -> Furniture:
    return Furniture(Span(start, end), FurnitureKind.PAGE)


def _belongs(line: _Line, block: _Block, heads: Counter[str], numbers: int) -> bool:
    if not line.words.strip("\f \t\r"):
        return "\f" in line.words
    if _NUMBER_LINE.match(line.words.strip("\f")):
        others = [other.words for other in block.lines if _is_head(other.words)]
        headed = [heads[_shape(other)] > 1 or _is_lone_head(other, block) for other in others]
        if any(headed):
            return True
        decorated = not _PLAIN_NUMBER.match(line.words.strip("\f"))
        # A word that stands between the number and the rest of the sentence is the sentence's own.
        runs_on = block.runs_on and not headed
        return (block.spaced and (block.feeds or runs_on or numbers >= 2 or decorated)) or (
            block.feeds and (decorated or numbers >= 2)
        )
    return _is_head(line.words) and (heads[_shape(line.words)] > 1 or _is_lone_head(line.words, block))


def _is_lone_head(line: str, block: _Block) -> bool:
    """A head that stands once: a form feed and a number show the page, and it is worded as a title."""
    beside = _NUMBER_BESIDE.search(line.strip("\f \t\r"))
    numbered = beside or any(_NUMBER_LINE.match(other.words.strip("\f \t")) for other in block.lines if other.words)
    words = re.findall(r"[^\W\d_]+", line.casefold())
    return block.feeds and block.runs_on and bool(numbered) and len(words) > 1 and not _BEARING.intersection(words)


def _heads(content: str) -> Counter[str]:
    """How often each line that may be a running head stands in a text. A head is the title or comes on many pages."""
    lines = (line for line in content.replace("\f", "\n").split("\n") if len(line) <= _LONGEST_HEAD)
    return Counter(_shape(line) for line in lines if _is_head(line))


def _blocks(content: str) -> Iterator[_Block]:
    end = 0
    for seed in _SEED.finditer(content):
        if seed.start() < end or not content:
            continue
        lines = _lines_around(content, max(seed.start(), end), end)
        if not lines and seed[0][0] == "\f":
            lines = [_Line(seed.start(), seed.start() + 1, "\f")]
        if not lines:
            continue
        start, end = lines[0].start, max(lines[-1].end, seed.end())
        yield _Block(
            lines=tuple(line for line in lines if line.words),
            feeds="\f" in content[start:end] or content[max(0, start - 1) : start] == "\f",
            runs_on=_runs_on(content, start, end),
            spaced=_is_spaced(content, start, end),
        )


def _lines_around(content: str, seed: int, floor: int) -> list[_Line]:
    """The lines above and below a seed that can belong to a page break, blank ones left out at the ends."""
    line_start = content.rfind("\n", max(floor, seed - _LONGEST_HEAD), seed) + 1
    if line_start == 0 and seed > _LONGEST_HEAD:
        line_start = seed
    start = max(line_start, floor)
    if content[start:seed].strip():
        start = seed  # a form feed at the end of a line of text
    lines: list[_Line] = []
    at = start
    while len(lines) < _MOST_LINES and at < len(content):
        stop = content.find("\n", at, at + _LONGEST_HEAD + 1)
        stop = stop if stop >= 0 else (len(content) if len(content) - at <= _LONGEST_HEAD else -1)
        if stop < 0 or not _can_belong(content[at:stop]):
            break
        lines.append(_line(content, at, stop))
        at = stop + 1
    at = start
    above = 0
    while above < _MOST_LINES and at > floor:
        before = content.rfind("\n", max(floor, at - _LONGEST_HEAD - 2), at - 1)
        begin = before + 1 if before >= 0 else floor
        if before < 0 and at - floor > _LONGEST_HEAD:
            break
        if not _can_belong(content[begin : at - 1]):
            break
        lines.insert(0, _line(content, begin, at - 1))
        at = begin
        above += 1
    while lines and not lines[0].words:
        lines.pop(0)
    while lines and not lines[-1].words:
        lines.pop()
    return lines


def _line(content: str, start: int, end: int) -> _Line:
    words = content[start:end]
    bare = words.strip(" \t\r\v")
    lead = len(words) - len(words.lstrip(" \t\r\v"))
    return _Line(start + lead, start + lead + len(bare), bare)


def _can_belong(line: str) -> bool:
    bare = line.strip(" \t\r\v\f")
    return not bare or bool(_NUMBER_LINE.match(bare)) or _is_head(line)


def _is_head(line: str) -> bool:
    """A short line set in capitals or as a title, with no stop at its end: what stands at the top of every page."""
    bare = line.strip(" \t\r\v\f")
    if not bare or len(bare) > _LONGEST_HEAD or bare[-1] in ".?!,;:-–—" or _NUMBER_LINE.match(bare):
        return False
    words = [word for word in re.findall(r"[^\W\d_]+", bare) if len(word) > 3 or word.isupper()]
    return bool(words) and all(word[0].isupper() for word in words) and bare[0] not in "\"“«'‘[("


def _shape(head: str) -> str:
    """A running head without its page number."""
    return re.sub(r"\d+", "", head).strip(" \t\f\r|-–—").casefold()


def _runs_on(content: str, start: int, end: int) -> bool:
    """True if the sentence before a break goes on after it."""
    before = content[max(0, start - 40) : start].rstrip()
    after = content[end : end + 40].lstrip()
    if not before or not after:
        return False
    return before[-1] not in _ENDS and (after[0].islower() or before[-1] in ",;" or before[-1] in "-¬\u00ad")


def _is_spaced(content: str, start: int, end: int) -> bool:
    """True if a blank line stands above the break or below it."""
    above = content[max(0, start - 80) : start]
    below = content[end : end + 80]
    return (
        above.count("\n") - above.rstrip().count("\n") > 1 or below.count("\n", 0, len(below) - len(below.lstrip())) > 1
    )
