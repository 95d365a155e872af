"""PDF files: the words in the order in which they are read, with page and line. Nothing is recognised in pictures."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence

import attrs

from quotecheck.model.errors import ReadingError
from quotecheck.model.problems import Problem
from quotecheck.model.spans import Origin
from quotecheck.model.texts import Text
from quotecheck.reading.pdf.columns import Line, lines_of
from quotecheck.reading.pdf.glyphs import Glyphs, Opened
from quotecheck.reading.pdf.guard import opened_safely
from quotecheck.reading.pdf.heads import without_heads
from quotecheck.reading.pdf.paragraphs import Leaf, paragraphs_of
from quotecheck.reading.pdf.segments import segments_of

_UNMAPPED = 0.2  # of a page's letters: with more of them it cannot be read
_TITLE = re.compile(r"\.\w{2,5}\Z|\AMicrosoft |\Auntitled|\Adocument\d*\Z|://", re.IGNORECASE)
_PAGES_NAMED = 8


def read(data: bytes, name: str) -> Text:
    """The text of a PDF file.

    Args:
        data: The file's bytes.
        name: Its name, for messages; also the text's id.

    Returns:
        A text with the lines as they are set, an empty line between paragraphs. A word parted at a line's end keeps
        its hyphen. There is no way back to ranges of the file: pages and lines are told.

    Raises:
        ReadingError: if no page holds text (code "no-text"), pypdfium2 is missing (code "not-installed"), or the file
            is locked, damaged, or unpacks to more than is safe.
    """
    file = opened_safely(data, name)
    turned = [segments_of(glyphs) if _is_readable(glyphs) else ([], []) for glyphs in file.pages]
    if not any(main or across for main, across in turned):
        raise ReadingError(_why_nothing(file), path=name, code="no-text")
    bare = without_heads([main for main, _ in turned])
    leaves = [
        Leaf(
            heads=_apart(page.heads, glyphs.page),
            lines=tuple(lines_of(page.body, glyphs.page)),
            feet=_apart((*page.feet, *(one.text for one in across)), glyphs.page),
        )
        for page, (_, across), glyphs in zip(bare, turned, file.pages, strict=True)
    ]
    content, origin = _laid_out(paragraphs_of(leaves))
    return Text(
        content=content,
        id=name,
        origin=origin,
        path=name,
        sha256=hashlib.sha256(data).hexdigest(),
        title=file.title if file.title and not _TITLE.search(file.title) else None,
        problems=tuple(_problems(data, file, name)),
    )


def _is_readable(glyphs: Glyphs) -> bool:
    return bool(glyphs.text.strip()) and glyphs.unmapped <= _UNMAPPED


def _apart(texts: Iterable[str], page: int) -> tuple[Line, ...]:
    """What stands beside the text: heads, feet, stamps."""
    return tuple(Line(words, 0, 0, 0, 1, 0, -1, page) for words in texts)


def _laid_out(paragraphs: Sequence[Sequence[Line]]) -> tuple[str, Origin]:
    """The content and the way back to pages and lines."""
    pieces: list[str] = []
    pages: list[tuple[int, int]] = []
    numbers: list[tuple[int, int]] = []
    at = 0
    for number, paragraph in enumerate(paragraphs, 1):
        for index, line in enumerate(paragraph):
            if pieces:
                pieces.append("\n" if index else "\n\n")
                at += len(pieces[-1])
            if not index:
                numbers.append((at, number))
            if not pages or pages[-1][1] != line.page:
                pages.append((at, line.page))
            pieces.append(line.text)
            at += len(line.text)
    content = "".join(pieces)
    return content, attrs.evolve(Origin.of_plain(content), pages=tuple(pages), paragraphs=tuple(numbers))


def _why_nothing(file: Opened) -> str:
    pages = f"{file.count} page{'s' if file.count != 1 else ''}"
    if any(glyphs.unmapped > _UNMAPPED for glyphs in file.pages):
        return f"the letters of this PDF ({pages}) are not mapped to characters: it must be read by eye or by OCR"
    if any(glyphs.pictured for glyphs in file.pages):
        return f"this PDF ({pages}) is a scan: it holds pictures and no text; run OCR over it first"
    return f"this PDF ({pages}) holds no text"


def _problems(data: bytes, file: Opened, name: str) -> list[Problem]:
    unread = [
        glyphs.page for glyphs in file.pages if glyphs.fault or (glyphs.text.strip() and not _is_readable(glyphs))
    ]
    unread += [glyphs.page for glyphs in file.pages if not glyphs.text.strip() and glyphs.pictured]
    found = []
    if unread:
        message = f"{_named(sorted(set(unread)))} could not be read (pictures, damage, or letters without a character)"
        found.append(Problem(message=message, code="page-unread", path=name))
    if file.count > len(file.pages):
        message = f"only the first {len(file.pages)} of {file.count} pages are read"
        found.append(Problem(message=message, code="page-unread", path=name))
    if b"%%EOF" not in data[-2048:]:
        message = "the file has no end mark: it was probably cut off, and pages may be missing"
        found.append(Problem(message=message, code="incomplete", path=name))
    return found


def _named(pages: Sequence[int]) -> str:
    listed = ", ".join(str(page) for page in pages[:_PAGES_NAMED])
    more = f" and {len(pages) - _PAGES_NAMED} more" if len(pages) > _PAGES_NAMED else ""
    return f"page{'s' if len(pages) > 1 else ''} {listed}{more}"
