"""pypdfium2, and all that is asked of it: files opened, letters with their boxes, errors in words. No layout here."""

from __future__ import annotations

import ctypes
import threading
from array import array
from collections.abc import Iterator
from typing import Any, Final

from quotecheck.model.errors import ReadingError
from quotecheck.reading.pdf.glyphs import Glyphs, Opened

INSTALL: Final = "pip install 'quotecheck-editorial[pdf]'"
MOST_PAGES: Final = 10_000
MOST_LETTERS: Final = 200_000
"""Of one page; further ones are left unread."""

_EVERY: Final = 7  # one letter in so many is asked whether its code means a character
_COVERED: Final = 0.4  # of a page, by pictures
_MOST_OBJECTS: Final = 500  # of a page that are looked at for pictures
_ONE_AT_A_TIME: Final = threading.Lock()  # the library is not safe for threads
_HYPHENS: Final = str.maketrans("\ufffe\x02", "--")


def opened(data: bytes, name: str) -> Opened:
    """The letters of all pages.

    Args:
        data: A PDF file.
        name: Its name, for messages.

    Raises:
        ReadingError: if pypdfium2 is not installed (code "not-installed"), the file is locked (code "locked") or
            damaged beyond reading.
    """
    pdfium = _library(name)
    with _ONE_AT_A_TIME:
        document = _document(pdfium, data, name)
        try:
            count = len(document)
            title = document.get_metadata_value("Title").strip() or None
            pages = tuple(_glyphs(pdfium, document, number) for number in range(min(count, MOST_PAGES)))
        finally:
            document.close()
    return Opened(pages, title, count)


def _library(name: str) -> Any:
    try:
        import pypdfium2
    except ImportError as error:
        message = f"PDF files are read with pypdfium2, which is not installed: {INSTALL}"
        raise ReadingError(message, path=name, code="not-installed") from error
    return pypdfium2


def _document(pdfium: Any, data: bytes, name: str) -> Any:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code == pdfium.raw.FPDF_ERR_PASSWORD:
            message = "the PDF is locked with a password: save a copy without one"
            raise ReadingError(message, path=name, code="locked") from error
        if code == pdfium.raw.FPDF_ERR_SECURITY:
            message = "the PDF is locked in a way that cannot be read: save a copy without protection"
            raise ReadingError(message, path=name, code="locked") from error
        raise ReadingError("the PDF is damaged or cut off: no page of it can be read", path=name) from error


def _glyphs(pdfium: Any, document: Any, number: int) -> Glyphs:
    try:
        page = document[number]
        try:
            return _of_page(pdfium, page, number + 1)
        finally:
            page.close()
    except pdfium.PdfiumError:
        return Glyphs(number + 1, "", array("f"), fault="the page is damaged")


def _of_page(pdfium: Any, page: Any, number: int) -> Glyphs:
    raw = pdfium.raw
    textpage = page.get_textpage()
    try:
        count = min(textpage.count_chars(), MOST_LETTERS)
        boxes = (raw.FS_RECTF * count)()
        box_of, handle = raw.FPDFText_GetLooseCharBox, textpage.raw
        for index, box in enumerate(boxes):
            box_of(handle, index, box)
        letters = _letters(raw, textpage, count)
        asked = range(0, count, _EVERY)
        unmapped = sum(raw.FPDFText_HasUnicodeMapError(textpage.raw, index) == 1 for index in asked)
        fault = "the page has more letters than are read" if textpage.count_chars() > count else None
    finally:
        textpage.close()
    values = array("f")
    values.frombytes(ctypes.string_at(boxes, ctypes.sizeof(boxes)))
    pictured = count < 200 and _is_pictured(raw, page)
    return Glyphs(number, letters, values, page.get_cropbox(), unmapped / max(1, len(asked)), pictured, fault)


def _letters(raw: Any, textpage: Any, count: int) -> str:
    """One code point a letter: all at once where they can be had so, else one by one."""
    text = str(textpage.get_text_range(0, count, errors="replace")) if count else ""
    if len(text) != count:
        points = (raw.FPDFText_GetUnicode(textpage.raw, index) for index in range(count))
        text = "".join(
            chr(point) if 0 <= point < 0x110000 and not 0xD800 <= point < 0xE000 else "\ufffd" for point in points
        )
    return text.translate(_HYPHENS)


def _is_pictured(raw: Any, page: Any) -> bool:
    width, height = page.get_size()
    covered = 0.0
    for picture in _pictures(raw, page):
        left, bottom, right, top = picture.get_bounds()
        covered += max(0.0, right - left) * max(0.0, top - bottom)
    return bool(covered > _COVERED * width * height)


def _pictures(raw: Any, page: Any) -> Iterator[Any]:
    for met, one in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)):
        if met >= _MOST_OBJECTS:
            return
        yield one
