"""A second reading of some pages of a PDF file, by pypdf. What it says beside the first is judged elsewhere.

pypdf takes the letters in the order in which the file draws them, and knows more names of glyphs; it says nothing of
boxes, columns or heads. It is pure Python and can be kept busy by a file that is made for it: it always runs in a
process of its own.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import Any, Final

from quotecheck.reading.pdf import apart

LARGEST: Final = 64 * 2**20
"""Bytes of the largest file that is read a second time."""
MOST_LETTERS: Final = 200_000
"""Of one page; further ones are left unread."""
_HEAD: Final = 4096


def is_installed() -> bool:
    """True if there is something to read a PDF file a second time with."""
    return find_spec("pypdf") is not None


def pages_again(path: str, sha256: str, pages: Sequence[int]) -> Mapping[int, str]:
    """The words of some pages of a file, read in another way.

    Args:
        path: The file.
        sha256: Hash of the bytes that were read first, in hexadecimal.
        pages: Page numbers, from 1.

    Returns:
        The words by page; a page that cannot be read is not among them. Nothing if the file is no PDF or another one
        than was read first, is too large, or breaks its reader: a second reading is a help and never an error.
    """
    try:
        with open(path, "rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError):
        return {}
    if len(data) > LARGEST or b"%PDF-" not in data[:_HEAD] or hashlib.sha256(data).hexdigest() != sha256:
        return {}
    answer = apart.asked(__name__, (data, tuple(pages)))
    return answer if isinstance(answer, dict) else {}


def main() -> None:
    """Read some pages from standard input, and answer on standard output. Run in a process of its own."""
    apart.serve(_pages)


def _pages(request: tuple[bytes, tuple[int, ...]]) -> dict[int, str]:
    import pypdf

    data, numbers = request
    found: dict[int, str] = {}
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        count = len(reader.pages)
    except Exception:  # whatever it is, there is no second reading
        return {}
    for number in numbers:
        words = _words(reader, number) if number <= count else ""
        if words.strip():
            found[number] = words[:MOST_LETTERS]
    return found


def _words(reader: Any, number: int) -> str:
    try:
        return str(reader.pages[number - 1].extract_text())
    except Exception:  # as above
        return ""
