"""The printed pages of a book in EPUB: where its files say that one begins. Chapters are not read here.

Follows EPUB Accessibility 1.1 (page breaks: ``epub:type="pagebreak"``, ``role="doc-pagebreak"``), the page list of the
navigation document (EPUB 3.3) and that of the NCX (EPUB 2). Pages with numbers are told of; ``xii`` is no number here.
"""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final
from urllib.parse import unquote

from quotecheck.reading.html.blocks import Block
from quotecheck.reading.html.tokens import Token, TokenKind, attributes_of, tokens

_NUMBER: Final = re.compile(r"\s*(?:[^\W\d]{1,9}\.?\s{0,9})?(\d{1,6})\s*")
_LONGEST: Final = 20  # code points of a page's number as it is shown
_MOST: Final = 100_000  # pages of a book

Listed = dict[str, dict[str, int]]
"""Page number by the id at which it begins, by chapter; the id is "" for a chapter's beginning."""


def listed(source: str, folder: str, found: Listed) -> None:
    """Add what a navigation document or an NCX lists.

    Args:
        source: Its characters.
        folder: The one in which it stands, in the package.
        found: Takes the pages.
    """
    inside = added = 0
    label = href = container = ""
    for token in tokens(source):
        local = token.name.rpartition(":")[2]
        given = attributes_of(token) if token.kind is TokenKind.START else {}
        if token.kind is TokenKind.START and (local == "pagelist" or "page-list" in given.get("epub:type", "").split()):
            inside, container = 1, local
        elif inside and token.kind in (TokenKind.START, TokenKind.END) and local == container:
            inside += 1 if token.kind is TokenKind.START else -1
        if not inside:
            continue
        if token.kind is TokenKind.START and local in ("a", "pagetarget"):
            label, href = given.get("value", ""), given.get("href", "")
        elif token.kind is TokenKind.START and local == "content":
            href = given.get("src", "")
        elif token.kind is TokenKind.TEXT and source[token.start : token.end].strip():
            label = source[token.start : token.end]
        if token.kind is TokenKind.END and local in ("a", "pagetarget"):
            _add(label, href, folder, found)
            added += 1
            if added >= _MOST:
                return


def _add(label: str, href: str, folder: str, found: Listed) -> None:
    number = number_of(label)
    part, _, id = href.partition("#")
    if number is not None and part:
        whole = posixpath.normpath(posixpath.join(folder, unquote(part))).lstrip("/")
        found.setdefault(whole, {}).setdefault(unquote(id), number)


def number_of(label: str) -> int | None:
    """The number of a page by its label: "12", "p. 12", "Page 12"; None for "xii"."""
    match = _NUMBER.fullmatch(label[: 2 * _LONGEST])
    return int(match[1]) if match is not None else None


def breaks(source: str, ids: Mapping[str, int]) -> tuple[str, list[tuple[int, int]]]:
    """Where the pages of a chapter begin.

    Args:
        source: The chapter's characters.
        ids: Page number by id, as listed.

    Returns:
        The characters without the numbers that page breaks show: nobody says those words. And (offset in them, page
        number), in order of place.
    """
    found: list[tuple[int, int]] = [(0, ids[""])] if "" in ids else []
    shown: list[tuple[int, int]] = []
    before: tuple[Token, int | None] | None = None  # a page break that may show its number
    for token in tokens(source):
        if token.kind is TokenKind.START:
            given = attributes_of(token)
            number = _begins(given, ids)
            if number is not None:
                found.append((token.end, number))
            closed = source.endswith("/>", token.start, token.end)
            before = (token, number) if _is_break(given) and not closed else None
        elif token.kind is TokenKind.TEXT and before is not None and token.end - token.start <= _LONGEST:
            shown.append((token.start, token.end))
            number = number_of(source[token.start : token.end])
            if before[1] is None and number is not None:
                found.append((before[0].end, number))
            before = None
        else:
            before = None
    return _without(source, shown, found[:_MOST])


def _is_break(given: Mapping[str, str]) -> bool:
    return "pagebreak" in given.get("epub:type", "").split() or given.get("role", "").strip() == "doc-pagebreak"


def _begins(given: Mapping[str, str], ids: Mapping[str, int]) -> int | None:
    """The number of the page that begins at an element; None if none does."""
    if given.get("id") in ids:
        return ids[given["id"]]
    if not _is_break(given):
        return None
    told = (number_of(given.get(name, "")) for name in ("title", "aria-label"))
    return next((number for number in told if number is not None), None)


def _without(
    source: str, shown: Iterable[tuple[int, int]], found: Sequence[tuple[int, int]]
) -> tuple[str, list[tuple[int, int]]]:
    """The characters without what is shown, and the places in what is left."""
    pieces: list[str] = []
    moved: list[tuple[int, int]] = []
    at = index = gone = 0
    for start, end in (*shown, (len(source), len(source))):
        while index < len(found) and found[index][0] <= start:
            moved.append((found[index][0] - gone, found[index][1]))
            index += 1
        pieces.append(source[at:start])
        gone += end - start
        at = end
    return "".join(pieces), moved


def pages(
    chapters: Sequence[tuple[Sequence[Block], Sequence[tuple[int, int]]]], starts: Sequence[int], length: int
) -> tuple[tuple[int, int], ...]:
    """Where the pages of a book begin in its content.

    Args:
        chapters: The blocks of each, and where its pages begin in its characters.
        starts: Content offset of each block of all chapters.
        length: Of the content.

    Returns:
        (content offset, page number), ascending.
    """
    found: dict[int, int] = {}
    first = 0
    for blocks, begun in chapters:
        past = first + len(blocks)
        places = sorted(_places(blocks, starts[first:past]))
        behind = starts[past] if past < len(starts) else length
        for offset, number in begun:
            index = bisect_left(places, (offset, 0))
            found[places[index][1] if index < len(places) else behind] = number
        first = past
    return tuple(sorted((at, number) for at, number in found.items() if at < length))


def _places(blocks: Iterable[Block], starts: Iterable[int]) -> Iterator[tuple[int, int]]:
    """(offset in the chapter's characters, content offset) of every piece."""
    for block, start in zip(blocks, starts, strict=True):
        at = start
        for piece in block.pieces:
            if piece.text.strip():
                yield piece.start, at
            at += len(piece.text)
