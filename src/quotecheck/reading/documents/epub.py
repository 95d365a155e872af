"""EPUB 2 and 3 (W3C EPUB 3.3, OCF): the chapters in the order of the spine, each read as a web page is.

Pages of navigation and what the spine says stands beside the reading order (``linear="no"``) come last or not at all.
Pandoc 2.17 writes the books that the tests read; books of shops are mostly locked, and say so.
"""

from __future__ import annotations

import contextlib
import hashlib
import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import unquote

import attrs

from quotecheck.model.errors import ReadingError
from quotecheck.model.problems import Problem
from quotecheck.model.spans import Origin
from quotecheck.model.texts import Text
from quotecheck.reading.documents.epub_pages import Listed, breaks, listed, pages
from quotecheck.reading.docx.package import NoPart, Package
from quotecheck.reading.encodings import decode
from quotecheck.reading.html.blocks import Block, read_page
from quotecheck.reading.html.charset import declared_encoding
from quotecheck.reading.html.laid_out import lay_out
from quotecheck.reading.html.spaces import decoded as of_entity
from quotecheck.reading.html.tokens import TokenKind, attributes_of, tokens

_MOST_CHAPTERS: Final = 5_000
_MOST_LETTERS: Final = 96 * 1024 * 1024  # bytes of all chapters
_LARGEST_LIST: Final = 16 * 1024 * 1024  # bytes of a list of pages
_MOST_LISTS: Final = 4
_LONGEST: Final = 400
_NCX: Final = "application/x-dtbncx+xml"
_ENTITY: Final = re.compile(r"&#?\w{1,12};")
# A document type that declares entities of the chapter's own: none of them is opened.
_SUBSET: Final = re.compile(
    r"\A[^<]{0,9}+(?:<\?[^>]{0,200}+>\s{0,99}+)?+<!DOCTYPE[^\[<>]{0,400}+\[[^\]]{0,20000}+\]\s{0,9}+>", re.I
)
_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_PAGES: Final = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})


@attrs.define
class _Book:
    """What the package document lists."""

    items: dict[str, dict[str, str]] = attrs.field(factory=dict)
    spine: list[tuple[str, bool]] = attrs.field(factory=list)
    said: dict[str, list[str]] = attrs.field(factory=dict)


def read(data: bytes, name: str) -> Text:
    """The text of a book.

    Args:
        data: The file's bytes.
        name: Its name, for messages; also the text's id.

    Returns:
        All chapters, an empty line between paragraphs. There is no way back to ranges of the file: places are
        paragraphs, numbered from 1 through the whole book, and the pages of the printed book where it says them.

    Raises:
        ReadingError: if it is damaged, locked (code "encrypted"), swells when unpacked or holds no words.
    """
    package = Package.open(data, name)
    root = _root(package, name)
    book = _book(_part(package, root, name))
    chapters, problems = _chapters(package, book, posixpath.dirname(root), name)
    laid = lay_out(block for blocks, _ in chapters for block in blocks)
    if not laid.content and problems:
        raise ReadingError(f"no chapter could be read: {problems[0].message}", path=name, code="damaged")
    if not laid.content:
        raise ReadingError("the book holds no words: pictures of pages must be read by eye", path=name, code="no-text")
    return Text(
        content=laid.content,
        id=name,
        origin=Origin(
            line_starts=(),
            runs=(),
            pages=pages(chapters, laid.starts, len(laid.content)),
            paragraphs=tuple((start, number) for number, start in enumerate(laid.starts, 1)),
        ),
        path=name,
        sha256=hashlib.sha256(data).hexdigest(),
        title=_said(book, "title"),
        author=", ".join(book.said.get("creator", ()))[:_LONGEST] or None,
        language=_language(book),
        blocks=laid.quotations,
        emphases=laid.stressed,
        zones=laid.zones,
        annotations=laid.links,
        problems=tuple(problems),
    )


_Chapter = tuple[tuple[Block, ...], list[tuple[int, int]]]
"""Its blocks, and where in its characters which page begins."""


def _chapters(package: Package, book: _Book, folder: str, name: str) -> tuple[list[_Chapter], list[Problem]]:
    """All chapters in reading order, and what could not be read."""
    locked = _locked(package)
    printed = _printed(package, book, folder)
    chapters: list[_Chapter] = []
    problems: list[Problem] = []
    quotations = size = 0
    for part in _order(book, folder):
        if part in locked:
            raise ReadingError("the book is locked (copy protection): it cannot be read", path=name, code="encrypted")
        try:
            held = package.content(part)
        except NoPart:
            problems.append(_incomplete(f"the chapter {part} is missing from the file", name))
            continue
        size += len(held)
        if size > _MOST_LETTERS:
            raise ReadingError("its chapters unpack to more than any book holds", path=name, code="too-large")
        read = decode(held, declared=declared_encoding(held))
        if read is None:
            problems.append(_incomplete(f"the chapter {part} is no text", name))
            continue
        source, begun = breaks(_SUBSET.sub("", read.text, count=1), printed.get(part, {}))
        page = read_page(source)
        if page.cut is not None:
            problems.append(_incomplete(f"the chapter {part} breaks off in a tag", name))
        for block in page.blocks:
            block.quote = block.quote + quotations if block.quote is not None else None
        quotations = 1 + max((block.quote for block in page.blocks if block.quote is not None), default=quotations)
        chapters.append((page.blocks, begun))
    return chapters, problems


def _printed(package: Package, book: _Book, folder: str) -> Listed:
    """The printed pages that the book lists; one that lists none, or badly, is read all the same."""
    found: Listed = {}
    lists = [one for one in book.items.values() if _lists_pages(one)]
    for item in lists[:_MOST_LISTS]:
        part = posixpath.normpath(posixpath.join(folder, unquote(item.get("href", "")))).lstrip("/")
        with contextlib.suppress(NoPart):
            held = package.content(part)
            read = decode(held, declared=declared_encoding(held)) if len(held) <= _LARGEST_LIST else None
            if read is not None:
                listed(read.text, posixpath.dirname(part), found)
    return found


def _lists_pages(item: Mapping[str, str]) -> bool:
    return "nav" in item.get("properties", "").split() or item.get("media-type") == _NCX


def _root(package: Package, name: str) -> str:
    """The package document's name."""
    for name_of, given, _ in _elements(_part(package, "META-INF/container.xml", name)):
        if name_of == "rootfile" and given.get("full-path"):
            return posixpath.normpath(given["full-path"].lstrip("/"))
    raise ReadingError("the file is damaged: it does not say where its book is", path=name, code="damaged")


def _part(package: Package, part: str, name: str) -> str:
    try:
        data = package.content(part)
    except NoPart:
        raise ReadingError(f"the file is damaged: {part} is missing", path=name, code="damaged") from None
    read = decode(data, declared=declared_encoding(data))
    return read.text if read is not None else ""


def _elements(source: str) -> Iterator[tuple[str, Mapping[str, str], str]]:
    """(local name, attributes, the characters that follow); nothing is opened, no entity but the standard's."""
    held: tuple[str, Mapping[str, str]] | None = None
    for token in tokens(source):
        if token.kind is TokenKind.START:
            if held is not None:
                yield *held, ""
            held = token.name.rpartition(":")[2], {k: _plain(v) for k, v in attributes_of(token).items()}
        elif token.kind is TokenKind.RAW:
            yield token.name, {}, _plain(source[token.start : token.end])
        elif token.kind is TokenKind.TEXT and held is not None:
            yield *held, _plain(source[token.start : token.end])
            held = None
    if held is not None:
        yield *held, ""


def _plain(words: str) -> str:
    return _ENTITY.sub(lambda found: of_entity(found[0]), words)


def _book(source: str) -> _Book:
    book = _Book()
    for local, given, words in _elements(source):
        if local == "item" and given.get("id"):
            book.items.setdefault(given["id"], dict(given))
        elif local == "itemref" and given.get("idref"):
            book.spine.append((given["idref"], given.get("linear", "yes").lower() != "no"))
        elif local == "creator" and given.get("opf:role", "aut") != "aut":
            continue
        elif local in ("title", "language", "creator") and words.strip():
            book.said.setdefault(local, []).append(" ".join(words.split()))
    return book


def _order(book: _Book, folder: str) -> list[str]:
    """The chapters in reading order."""
    order: list[str] = []
    spine = [one for one, linear in book.spine if linear] + [one for one, linear in book.spine if not linear]
    for id in spine:
        item = book.items.get(id, {})
        if item.get("media-type", "application/xhtml+xml") not in _PAGES or "nav" in item.get("properties", "").split():
            continue
        href = unquote(item.get("href", "").partition("#")[0])
        part = posixpath.normpath(posixpath.join(folder, href)).lstrip("/")
        if href and part not in order and len(order) < _MOST_CHAPTERS:
            order.append(part)
    return order


def _locked(package: Package) -> frozenset[str]:
    """The parts that are encrypted; fonts may be, and are not asked for."""
    try:
        source = package.content("META-INF/encryption.xml").decode("utf-8", "replace")
    except NoPart:
        return frozenset()
    found = (given.get("uri", "") for local, given, _ in _elements(source) if local == "cipherreference")
    return frozenset(posixpath.normpath(unquote(one).lstrip("/")) for one in found)


def _said(book: _Book, key: str) -> str | None:
    return next(iter(book.said.get(key, ())), "")[:_LONGEST] or None


def _language(book: _Book) -> str | None:
    said = _said(book, "language") or ""
    return said if _TAG.fullmatch(said) else None


def _incomplete(message: str, name: str) -> Problem:
    return Problem(message=message, code="incomplete", path=name)
