"""Whether a PDF file can be opened safely, and how one is opened that perhaps cannot. What it says is not read here.

A few kilobytes can unpack to gigabytes, draw themselves a million times, or crash the library. So the streams are
unpacked first, up to a limit. A file with anything unusual about it is read by a process of its own, whose memory and
time are limited; all others are read here, which is quicker.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from typing import Final

from quotecheck.model.errors import ReadingError
from quotecheck.reading.pdf import apart
from quotecheck.reading.pdf.glyphs import Opened
from quotecheck.reading.pdf.library import opened

_STREAM: Final = re.compile(rb"stream\r?\n")
_REFERENCE: Final = re.compile(rb"\b(\d{1,10} \d{1,5}) R\b")
_UNPACKED: Final = 8 * 2**20  # bytes of one stream that holds no picture
_LARGE: Final = 2**18  # bytes of a stream of which it is asked how often it is drawn
_IN_ALL: Final = 128 * 2**20
_DICTIONARY: Final = 2_000  # bytes before a stream in which its dictionary stands
_OTHER_FILTERS: Final = re.compile(
    rb"/(?:LZWDecode|LZW|RunLengthDecode|RL|Crypt)\b|/FlateDecode[\s/]{1,9}FlateDecode|/F\s*\("
)
_PICTURE: Final = re.compile(
    rb"/Subtype\s*/Image\b|/ImageMask\b|/DCTDecode\b|/JPXDecode\b|/CCITTFaxDecode\b|/JBIG2Decode\b"
)
_DRAWS: Final = re.compile(rb"/[^\s/()<>\[\]{}%]{1,127}\s+Do\b")
_MOST_DRAWN: Final = 10_000  # times that forms inside each other can draw
_DEEPEST: Final = 2_000  # states of a drawing that are saved and not restored


def opened_safely(data: bytes, name: str) -> Opened:
    """The letters of all pages, in bounded memory and time.

    Args:
        data: A PDF file.
        name: Its name, for messages.

    Raises:
        ReadingError: as ``opened``, and if reading takes too much memory or time (code "unsafe").
    """
    return opened(data, name) if is_usual(data) else _opened_apart(data, name)


def is_usual(data: bytes) -> bool:
    """True if a file's streams can be unpacked here, and hold no more than files do.

    Args:
        data: A PDF file. Time and memory are bounded: a stream is unpacked as far as the limit.
    """
    if b"/Encrypt" in data:
        return False  # what the streams hold is not known before they are unlocked
    scan = _Scan(data)
    at = 0
    while (match := _STREAM.search(data, at)) is not None:
        end = data.find(b"endstream", match.end())
        if end < 0:
            return scan.takes(match.start(), match.end(), len(data)) and scan.is_usual()  # cut off in it
        if not scan.takes(match.start(), match.end(), end):
            return False
        at = end + 9
    return scan.is_usual()


class _Scan:
    """What the streams of a file unpack to, and how often they can be drawn."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._total = 0
        self._drawn = 1  # no page draws more than this: the product of what each stream draws
        self._large: dict[bytes, int] = {}
        self._named: list[bytes] = []

    def takes(self, keyword: int, start: int, end: int) -> bool:
        """True if one more stream is usual."""
        number, _, dictionary = self._data[max(0, keyword - _DICTIONARY) : keyword].rpartition(b" obj")
        if _PICTURE.search(dictionary):
            return True
        held = _unpacked(memoryview(self._data)[start:end], dictionary)
        if held is None:
            return False
        self._total += len(held)
        self._drawn *= max(1, sum(1 for _ in _DRAWS.finditer(held))) if b"/Form" in dictionary else 1
        if len(held) > _LARGE:
            self._large[b" ".join(number.split()[-2:])] = len(held)
        if b"/ObjStm" in dictionary:
            self._named.append(held)
        saved = held.count(b"q\n") + held.count(b"q ") - held.count(b"Q")
        return self._total <= _IN_ALL and self._drawn <= _MOST_DRAWN and saved <= _DEEPEST

    def is_usual(self) -> bool:
        """True if no large stream is drawn again and again."""
        if not self._large:
            return True
        times = Counter(match[1] for held in (self._data, *self._named) for match in _REFERENCE.finditer(held))
        return sum(size * times[number] for number, size in self._large.items()) <= _IN_ALL


def _unpacked(stream: memoryview, dictionary: bytes) -> bytes | None:
    """What a stream holds; None if it holds too much, or is packed in a way not known here."""
    if _OTHER_FILTERS.search(dictionary):
        return None
    if b"/Fl" not in dictionary:
        return bytes(stream) if len(stream) <= _UNPACKED else None
    unpacking = zlib.decompressobj()
    try:
        held = unpacking.decompress(stream, _UNPACKED + 1)
    except zlib.error:
        return b"" if b"/ASCII" in dictionary and len(stream) < _UNPACKED // 1000 else None
    return held if len(held) <= _UNPACKED else None


def _opened_apart(data: bytes, name: str) -> Opened:
    """Read a file in a process of its own."""
    answer = apart.asked(__name__, (data, name))
    if isinstance(answer, ReadingError):
        raise answer
    if not isinstance(answer, Opened):
        message = "the PDF cannot be read safely: it unpacks to more than memory or time allow, or breaks its reader"
        raise ReadingError(message, path=name, code="unsafe")
    return answer


def main() -> None:
    """Read one file from standard input, and answer on standard output. Run in a process of its own."""
    apart.serve(_opened)


def _opened(request: tuple[bytes, str]) -> Opened | ReadingError:
    try:
        return opened(*request)
    except ReadingError as error:
        return error
