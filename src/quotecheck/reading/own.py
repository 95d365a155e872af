"""Whether a file is a report that quotecheck wrote: it holds a draft's words, and would bear that draft out.

Its formats are those that people keep beside their sources: the annotated copy, a commented Word document, the summary
for a pull request, and what a run prints. JSON, CSV and XML are data, which no directory of sources is searched for.
"""

from __future__ import annotations

import os
import re
import zipfile
import zlib
from typing import Final

_END: Final = 4096  # bytes at either end of a file that are looked at
_MOST: Final = 1 << 20  # bytes of a Word document's comments that are looked at
_ZIP: Final = b"PK\x03\x04"
_COMMENTS: Final = "word/comments.xml"
_AUTHOR: Final = re.compile(rb'[ :]author="quotecheck"')
_PAGE: Final = b'<meta name="generator" content="quotecheck">'
_SUMMARY: Final = re.compile(rb"\nPolicy `[^`\r\n]+`, fingerprint `[0-9a-f]{16}`\.\s*\Z")
_PRINTED: Final = re.compile(rb"(?:\A|\n)\d+ statements?: \d[^\r\n]*\r?\noutcome: \d+ [^\r\n]*\s*\Z")


def is_own(path: str) -> bool:
    """True if a file is such a report, and so no source; False too for one that cannot be opened.

    Args:
        path: Where it stands.
    """
    head, tail = _ends(path)
    return _has_comments(path) if head.startswith(_ZIP) else _is_report(head, tail)


def is_report(path: str) -> bool:
    """The same, but for a commented Word document: somebody may go on writing in it, and it is a draft.

    Args:
        path: Where the file stands.
    """
    return _is_report(*_ends(path))


def _is_report(head: bytes, tail: bytes) -> bool:
    return _PAGE in head or bool(_SUMMARY.search(tail) or _PRINTED.search(tail))


def _ends(path: str) -> tuple[bytes, bytes]:
    """The first and the last bytes of a file; none of one that cannot be read, or can be read only once: a pipe."""
    if not os.path.isfile(path):
        return b"", b""
    try:
        with open(path, "rb") as file:
            head = file.read(_END)
            file.seek(max(0, file.seek(0, 2) - _END))
            return head, file.read(_END)
    except (OSError, ValueError):
        return b"", b""


def _has_comments(path: str) -> bool:
    """True for a Word document in which quotecheck made comments."""
    try:
        with zipfile.ZipFile(path) as package, package.open(_COMMENTS) as comments:
            return bool(_AUTHOR.search(comments.read(_MOST)))
    except (OSError, ValueError, KeyError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error, EOFError):
        return False
