"""FictionBook 2 (the schema of FictionBook 2.1 and 2.2): the book's words, its notes at the end, ranges in the file.

``cite`` and ``epigraph`` are block quotations, the lines of a poem are lines. The file that the tests read is Pandoc's
(2.17); books of Russian libraries keep to the same schema, mostly in Windows-1251, which their declaration names.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from quotecheck.model.problems import Problem
from quotecheck.model.texts import Text
from quotecheck.reading.documents.sheet import Sheet
from quotecheck.reading.documents.walk import Walk
from quotecheck.reading.encodings import decode, not_text
from quotecheck.reading.html.charset import declared_encoding

_UNREAD: Final = frozenset("binary stylesheet image coverpage".split())
_LINES: Final = frozenset("p subtitle text-author date".split())
_LONGEST: Final = 400


def read(data: bytes, name: str) -> Text:
    """The text of a book.

    Args:
        data: The file's bytes.
        name: Its name, for messages; also the text's id.

    Raises:
        ReadingError: if it is no XML, defines entities, or holds no words.
    """
    decoded = decode(data, declared=declared_encoding(data))
    if decoded is None:
        raise not_text(name)
    walk = Walk(decoded.text, name)
    reader = _Reader(Sheet(name), walk)
    walk.run(reader.start, reader.end, reader.words)
    problems = []
    if decoded.guess is not None:
        problems.append(Problem(message=decoded.guess, code="encoding-guessed", path=name))
    return reader.sheet.text(
        data,
        source=decoded.text,
        problems=problems,
        title=reader.told("book-title"),
        author=reader.author(),
        language=reader.told("lang"),
        empty="the book holds no words",
    )


class _Reader:
    def __init__(self, sheet: Sheet, walk: Walk) -> None:
        self.sheet = sheet
        self._walk = walk
        self._path: list[str] = []
        self._skip = 0
        self._known: dict[str, list[str]] = {}
        self._names: list[list[str]] = []
        self._quotes = 0
        self._reading = False
        self._notes = False  # in the book's notes
        self._mark: list[str] | None = None  # what stands in a note's mark
        self._mark_at = 0

    def told(self, key: str) -> str | None:
        """What the description says."""
        return " ".join("".join(self._known.get(key, ())).split())[:_LONGEST] or None

    def author(self) -> str | None:
        """Who wrote it."""
        names = [" ".join(part for part in name if part) for name in self._names]
        return ", ".join(name for name in names if name)[:_LONGEST] or None

    def start(self, _space: str, local: str, given: Mapping[str, str]) -> None:
        """An element begins."""
        if self._skip or local in _UNREAD or (local == "title" and self._notes and "section" in self._path):
            self._skip += 1  # the title of a note is its number
            return
        self._path.append(local)
        sheet = self.sheet
        if local == "body":
            self._reading = True
            self._notes = given.get("name") in ("notes", "footnotes", "comments")
        elif not self._reading:
            if local == "author" and "title-info" in self._path:
                self._names.append([])
        elif local == "title":
            sheet.heading = min(6, 1 + self._path.count("section"))
        elif local in ("cite", "epigraph"):
            sheet.end()
            self._quotes += 1
            if self._quotes == 1:
                sheet.quote = sheet.quotation()
        elif local == "stanza":
            sheet.begin()
        elif local == "v" and sheet.shown:
            sheet.sign("\n", self._walk.start, self._walk.start)
        elif local in _LINES:
            if local == "subtitle":
                sheet.heading = 6
            sheet.cite = local == "text-author"
            sheet.begin()
        elif local in ("emphasis", "strong"):
            sheet.stressed = True
        elif local == "tr":
            sheet.begin_row()
        elif local in ("td", "th"):
            sheet.begin_cell()
        elif local == "a" and given.get("type") == "note":
            self._mark = []
            self._mark_at = self._walk.start

    def end(self, _space: str, local: str) -> None:
        """An element ends."""
        if self._skip:
            self._skip -= 1
            return
        self._path.pop()
        sheet = self.sheet
        if not self._reading:
            return
        if local == "body":
            sheet.end()
            self._reading = False
        elif local == "title":
            sheet.end()
            sheet.heading = 0
        elif local in ("cite", "epigraph"):
            sheet.end()
            self._quotes -= 1
            if not self._quotes:
                sheet.quote = None
        elif local in _LINES or local == "stanza":
            sheet.end()
            sheet.cite = False
            if local == "subtitle":
                sheet.heading = 0
        elif local in ("emphasis", "strong"):
            sheet.stressed = "emphasis" in self._path or "strong" in self._path
        elif local == "a" and self._mark is not None:
            number = "".join(self._mark).strip(" []{}()*\n")
            self._mark = None
            if number:
                sheet.sign(f"[{number}]", self._mark_at, self._walk.start)
        elif local in ("td", "th"):
            sheet.end_cell()
        elif local == "tr":
            sheet.end_row()

    def words(self, words: str) -> None:
        """Characters."""
        if self._skip or not self._path:
            return
        local = self._path[-1]
        if self._reading:
            if local in ("section", "body", "title", "cite", "poem", "stanza", "epigraph", "table", "tr", "annotation"):
                return
            if self._mark is not None:
                self._mark.append(words)
            else:
                self.sheet.put(words, self._walk.start, self._walk.end)
        elif "title-info" in self._path:
            if local in ("first-name", "middle-name", "last-name") and self._names and "author" in self._path:
                if words.strip():
                    self._names[-1].append(words.strip())
            elif local in ("book-title", "lang"):
                self._known.setdefault(local, []).append(words)
