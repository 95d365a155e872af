"""Passages that a service keeps as JSON, as a source: Zotero's annotations, DocumentCloud's page text.

Zotero (its API, version 3, and exports of items): ``annotationText`` is what was highlighted; comments are the
reader's own words and are not read. DocumentCloud (``….txt.json``): each page's text; its notes are the annotator's
words, and no source. No file of either service was at hand: the keys are those of their documentation and of programs
that read them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from quotecheck.model.errors import ReadingError
from quotecheck.model.problems import Problem
from quotecheck.model.spans import Origin, Run, Span
from quotecheck.model.texts import Fidelity, Text
from quotecheck.reading.encodings import decode, not_text
from quotecheck.reading.transcripts.located import Broken, Scalar, Value, parse
from quotecheck.reading.transcripts.talk import Piece, stripped

__all__ = ["LARGEST", "looks_like_passages", "read"]

LARGEST: Final = 64 * 1024 * 1024
"""Bytes of the largest file that is read."""

_MARKED: Final = re.compile(rb'"(?:annotationText|contents)"\s{0,99}:\s{0,99}"')
_NOTES: Final = re.compile(rb'"page_number"\s{0,99}:')
_KEYS: Final = frozenset("data annotationText annotationPageLabel pages page contents ocr results items".split())
_DEEPEST: Final = 6


@attrs.frozen
class _Passage:
    words: Scalar
    page: int | None
    scanned: bool = False  # a machine read it from a picture


def looks_like_passages(data: bytes) -> bool:
    """True for JSON of Zotero's annotations, or of DocumentCloud's pages or notes (which are told what to do)."""
    head = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not head.startswith((b"{", b"[")):
        return False
    found = _MARKED.search(data)
    if found is None and b'"x1"' in data and _NOTES.search(data):
        return True
    return found is not None and (b"annotation" in found[0] or b'"pages"' in data[: found.start()])


def read(data: bytes, name: str) -> Text:
    """The text of such a file: a paragraph for each passage, with the page that it is said to stand on.

    Args:
        data: The file's bytes.
        name: Its name, for messages; also the text's id.

    Raises:
        ReadingError: if it is no JSON (code "bad-json"), too large (code "too-large"), or holds no passage
            (code "no-text").
    """
    if len(data) > LARGEST:
        raise ReadingError(f"passages over {LARGEST >> 20} MiB are not read", path=name, code="too-large")
    decoded = decode(data)
    if decoded is None:
        raise not_text(name)
    file = Origin.of_plain(decoded.text)
    try:
        value = parse(decoded.text, _KEYS.__contains__)
        pages = list(_pages(value))
        content, origin = _laid(pages or sorted(_highlights(value), key=_has_page), file)
    except Broken as error:
        place = file.place(error.at)
        raise ReadingError(
            f"not JSON: {error.message}", path=name, line=place.line, column=place.column, code="bad-json"
        ) from None
    if not content:
        raise ReadingError(_without(data), path=name, code="no-text")
    partial = Problem(
        message="these are passages that somebody marked, not the whole text", code="incomplete", path=name
    )
    return Text(
        content=content,
        id=name,
        origin=origin,
        path=name,
        sha256=hashlib.sha256(data).hexdigest(),
        fidelity=Fidelity.MACHINE if any(page.scanned for page in pages) else Fidelity.VERBATIM,
        problems=() if pages else (partial,),
    )


def _has_page(passage: _Passage) -> bool:
    """Those whose page is no number ("iv") come first: a page holds until the next one begins."""
    return passage.page is not None


def _without(data: bytes) -> str:
    if _NOTES.search(data):
        return "notes hold the words of who wrote them: give the document's page text (its .txt.json)"
    return "no highlighted passage was found in this file"


def _pages(value: Value) -> Iterator[_Passage]:
    """DocumentCloud's: pages count from 0 there."""
    listed = value.get("pages") if isinstance(value, dict) else None
    for one in listed if isinstance(listed, list) else ():
        words = one.get("contents") if isinstance(one, dict) else None
        if isinstance(one, dict) and isinstance(words, Scalar) and words.is_string:
            number = _number(one, "page")
            by = one.get("ocr")
            read_by_machine = isinstance(by, Scalar) and by.is_string and by.raw != '""'
            yield _Passage(words, None if number is None else number + 1, read_by_machine)


def _highlights(value: Value, depth: int = 0) -> Iterator[_Passage]:
    """Zotero's items, bare or under ``data``, in whatever list."""
    if isinstance(value, list) and depth < _DEEPEST:
        for one in value:
            yield from _highlights(one, depth + 1)
    elif isinstance(value, dict) and depth < _DEEPEST:
        words = value.get("annotationText")
        if isinstance(words, Scalar) and words.is_string:
            yield _Passage(words, _number(value, "annotationPageLabel"))
        for key in ("data", "items", "results"):
            if key in value:
                yield from _highlights(value[key], depth + 1)


def _number(one: Mapping[str, Value], key: str) -> int | None:
    value = one.get(key)
    digits = value.text.strip() if isinstance(value, Scalar) else ""
    return int(digits) if digits.isdecimal() and len(digits) < 7 else None


def _laid(passages: list[_Passage], file: Origin) -> tuple[str, Origin]:
    texts: list[str] = []
    runs: list[Run] = []
    pages: list[tuple[int, int]] = []
    paragraphs: list[tuple[int, int]] = []
    at = 0
    for passage in passages:
        pieces: list[Piece] = stripped(passage.words.pieces(lines=True))
        if not pieces:
            continue
        if texts:
            texts.append("\n\n")
            at += 2
        paragraphs.append((at, len(paragraphs) + 1))
        if passage.page is not None:
            pages.append((at, passage.page))
        for piece in pieces:
            runs.append(Run(Span(at, at + len(piece.text)), Span(piece.start, piece.end)))
            texts.append(piece.text)
            at += len(piece.text)
    return "".join(texts), attrs.evolve(file, runs=tuple(runs), pages=tuple(pages), paragraphs=tuple(paragraphs))
