"""Saved pages: MHTML (RFC 2557) and WARC records (ISO 28500, WARC 1.0 and 1.1). The page itself is read as any page.

Chromium writes the MHTML, wget 1.21 the WARC that the tests read. Of a WARC only answers that were given (status 200)
and hold a page, a text or a PDF count; requests, pictures and scripts are passed over.
"""

from __future__ import annotations

import email
import hashlib
import re
import zlib
from collections.abc import Iterator
from email.message import Message
from typing import Final, NamedTuple

import attrs

from quotecheck.model.errors import ReadingError
from quotecheck.model.spans import Origin
from quotecheck.model.texts import Text
from quotecheck.reading import html

_LARGEST: Final = 64 * 1024 * 1024  # bytes of a page
_MOST_RECORDS: Final = 100_000
_HEAD: Final = 1 << 16  # bytes of the lines above a record or an answer
_RECORD: Final = re.compile(rb"WARC/(?:0\.1[78]|1\.[01])\r?\n")
_FIELD: Final = re.compile(rb"(?m)^([A-Za-z-]{1,60}):[ \t]*([^\r\n]{0,4000})")
_STATUS: Final = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})")
_ADDRESS: Final = re.compile(r"(?:https?|ftp|file):")  # wget keeps notes of its own under others
_KINDS: Final = (b"text/html", b"application/xhtml+xml", b"text/plain", b"application/pdf")
_CHARSET: Final = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)


def looks_like_mhtml(data: bytes) -> bool:
    """True if a file begins as a saved page in MIME parts does."""
    head = data[:4096].lower()
    return b"mime-version:" in head and b"multipart/related" in head


def read_mhtml(data: bytes, name: str) -> Text:
    """The text of a page saved with its parts.

    Args:
        data: The file's bytes.
        name: Its name, for messages; also the text's id.

    Returns:
        As a page's; its address is known. There is no way back to ranges of the file: places are paragraphs.

    Raises:
        ReadingError: if it is damaged, or holds no page with words.
    """
    if len(data) > 4 * _LARGEST:
        raise ReadingError("larger than any page", path=name, code="too-large")
    try:
        message = email.message_from_bytes(data)
        parts = [part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    except (RecursionError, ValueError, LookupError, TypeError) as error:
        raise ReadingError("the file is damaged: its parts cannot be told apart", path=name, code="damaged") from error
    start = str(message.get_param("start") or "").strip()
    root = next((part for part in parts if start and part.get("Content-ID", "").strip() == start), None)
    root = root or next(iter(parts), None)
    held = root.get_payload(decode=True) if root is not None else None
    if root is None or not isinstance(held, bytes) or not held.strip():
        raise ReadingError("the file holds no page", path=name, code="no-text")
    text = html.read(in_utf8(held, _declared(root)), name)
    url = message.get("Snapshot-Content-Location") or root.get("Content-Location")
    return attrs.evolve(
        text,
        url=" ".join(str(url).split()) if url else None,
        origin=Origin(line_starts=(), runs=(), paragraphs=text.origin.paragraphs),
        sha256=hashlib.sha256(data).hexdigest(),
        problems=tuple(attrs.evolve(one, line=None, column=None) for one in text.problems),
    )


def _declared(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except (LookupError, ValueError):
        return None


def in_utf8(data: bytes, charset: str | None) -> bytes:
    """A page that its carrier says the encoding of, so that its reader need not guess."""
    if not charset or charset.lower() in ("utf-8", "utf8", "us-ascii"):
        return data
    try:
        data.decode("utf-8")
        return data
    except UnicodeDecodeError:
        pass
    try:
        return b"\xef\xbb\xbf" + data.decode("cp1252" if charset.lower() == "iso-8859-1" else charset).encode("utf-8")
    except (LookupError, ValueError):
        return data


class Saved(NamedTuple):
    """An answer that a WARC keeps."""

    url: str
    data: bytes


def looks_like_warc(data: bytes) -> bool:
    """True for a file of WARC records, not packed."""
    return _RECORD.match(data[:16]) is not None


def saved_pages(data: bytes, name: str) -> Iterator[Saved]:
    """The pages that a WARC keeps, in order.

    Args:
        data: The file, unpacked.
        name: Its name, for messages.

    Raises:
        ReadingError: if a record says that it is longer than the file (code "damaged").
    """
    at = 0
    for _ in range(_MOST_RECORDS):
        begin = _RECORD.search(data, at)
        if begin is None:
            return
        head, start = _head(data, begin.end())
        length = head.get(b"content-length", b"")
        if not length.isdigit() or len(length) > 15 or start + int(length) > len(data):
            raise ReadingError("the file is damaged or cut off inside a record", path=name, code="damaged")
        at = start + int(length)
        kind = head.get(b"warc-type", b"").lower()
        url = head.get(b"warc-target-uri", b"").strip(b"<> ").decode("utf-8", "replace")
        held = data[start:at]
        if kind == b"response":
            page = _answer(held)
        elif kind == b"resource" and head.get(b"content-type", b"").lower().startswith(_KINDS):
            page = held
        else:
            page = None
        if page and page.strip() and _ADDRESS.match(url) and not url.endswith("/robots.txt"):
            yield Saved(url, page)


def _head(data: bytes, at: int) -> tuple[dict[bytes, bytes], int]:
    """The fields above a record's content, and where that begins."""
    window = data[at : at + _HEAD]
    ends = [place for place in (window.find(b"\r\n\r\n"), window.find(b"\n\n")) if place >= 0]
    end = min(ends, default=len(window))
    gap = 4 if window[end : end + 1] == b"\r" else 2
    fields = {match[1].lower(): match[2].strip() for match in _FIELD.finditer(window[: end + 1])}
    return fields, min(at + end + gap, len(data))


def _answer(held: bytes) -> bytes | None:
    """What an answer holds, unpacked; None if it is none, or no page."""
    status = _STATUS.match(held)
    if status is None or status[1] != b"200":
        return None
    fields, start = _head(held, 0)
    kind = fields.get(b"content-type", b"").lower()
    if not kind.startswith(_KINDS):
        return None
    body = held[start:]
    if fields.get(b"transfer-encoding", b"").lower() == b"chunked":
        body = _unchunked(body)
    coding = fields.get(b"content-encoding", b"").lower()
    if coding in (b"gzip", b"x-gzip", b"deflate"):
        unpacked = _inflated(body)
        if unpacked is None:
            return None
        body = unpacked
    elif coding not in (b"", b"identity"):
        return None  # Brotli and the like: not in the standard library
    charset = _CHARSET.search(fields.get(b"content-type", b""))
    return in_utf8(body, charset[1].decode("ascii")) if charset else body


def _unchunked(body: bytes) -> bytes:
    found: list[bytes] = []
    at = 0
    while True:
        end = body.find(b"\r\n", at, at + 200)
        size = body[at:end].partition(b";")[0].strip() if end >= 0 else b""
        if not size or len(size) > 8 or size.translate(None, b"0123456789abcdefABCDEF"):
            return b"".join(found) or body
        length = int(size, 16)
        if not length:
            return b"".join(found)
        found.append(body[end + 2 : end + 2 + length])
        at = end + 4 + length


def _inflated(body: bytes) -> bytes | None:
    for bits in (47, -15):
        try:
            return zlib.decompressobj(bits).decompress(body, _LARGEST)
        except zlib.error:
            continue
    return None
