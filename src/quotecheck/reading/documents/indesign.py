"""InDesign and InCopy: IDML packages and ICML stories (Adobe's IDML File Format Specification 8.0), changes accepted.

A paragraph ends at ``Br``, not where a style range ends. Text in an inserted change is read, in a deleted one not.
Notes of editors are no words; footnotes stand at the end. No InDesign was at hand: the ICML that the tests read is
Pandoc's (2.17), the IDML is put together by the specification.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping, Sequence
from typing import Final
from urllib.parse import unquote

from quotecheck.model.errors import ReadingError
from quotecheck.model.problems import Problem
from quotecheck.model.texts import Text
from quotecheck.reading.documents.sheet import Place, Sheet
from quotecheck.reading.documents.spreads import stories_in_order
from quotecheck.reading.documents.walk import Walk
from quotecheck.reading.docx.package import NoPart, Package
from quotecheck.reading.docx.styles import Role, Styles
from quotecheck.reading.encodings import decode, not_text
from quotecheck.reading.tracked import changes_accepted

_UNREAD: Final = frozenset("Properties StoryPreference InCopyExportOption RootParagraphStyleGroup XMPPacket".split())
_MARKS: Final = str.maketrans({"\ufeff": None, "\ufffc": None, "\u2028": "\n", "\u0003": None, "\u0007": None})
_ITALIC: Final = ("italic", "oblique", "bold", "kursiv", "fett")
_MOST_STORIES: Final = 5_000


def read(data: bytes, name: str) -> Text:
    """The text of an IDML package: its stories in the order in which they stand on the pages.

    What stands on no page (on the pasteboard, on master pages) comes last, in the order of the package's own list.

    Args:
        data: The file's bytes.
        name: Its name, for messages; also the text's id.

    Raises:
        ReadingError: if it is damaged, swells when unpacked or holds no words.
    """
    package = Package.open(data, name)
    listing: dict[str, list[str]] = {"Story": [], "Spread": []}

    def listed(_space: str, local: str, given: Mapping[str, str]) -> None:
        if local in listing and given.get("src") and len(listing[local]) < _MOST_STORIES:
            listing[local].append(given["src"])

    try:
        package.parse("designmap.xml", listed, None, None)
    except NoPart:
        raise ReadingError("the file is damaged: designmap.xml is missing", path=name, code="damaged") from None
    reader = _Reader(Sheet(name), lambda: (0, 0))
    problems = []
    for part in _in_order(package, listing["Story"], listing["Spread"]):
        try:
            package.parse(part, reader.start, reader.end, reader.words)
        except NoPart:
            message = f"the story {part} is missing from the file"
            problems.append(Problem(message=message, code="incomplete", path=name))
        reader.whole()
    return reader.sheet.text(
        data, problems=[*problems, *changes_accepted(name, reader.changed)], title=reader.title, empty=_EMPTY
    )


def _in_order(package: Package, stories: Sequence[str], spreads: Sequence[str]) -> list[str]:
    """The stories' parts in the order of the pages, as far as their names tell which is which."""
    placed = {story: place for place, story in enumerate(stories_in_order(package, spreads))}
    ids = {part: posixpath.basename(part).removeprefix("Story_").removesuffix(".xml") for part in stories}
    return sorted(ids, key=lambda part: placed.get(ids[part], len(placed)))


_EMPTY: Final = "the layout holds no words"


def read_story(data: bytes, name: str) -> Text:
    """The text of an ICML story; arguments and errors as ``read``. Places are lines of the file."""
    decoded = decode(data)
    if decoded is None:
        raise not_text(name)
    walk = Walk(decoded.text, name)
    reader = _Reader(Sheet(name), lambda: (walk.start, walk.end))
    walk.run(reader.start, reader.end, reader.words)
    reader.whole()
    return reader.sheet.text(
        data, source=decoded.text, problems=changes_accepted(name, reader.changed), title=reader.title, empty=_EMPTY
    )


class _Reader:
    """Takes the events of stories.

    Attributes:
        sheet: Where the words go.
        changed: True if there are tracked changes.
        title: The first paragraph of the style "Title".
    """

    def __init__(self, sheet: Sheet, where: Callable[[], tuple[int, int]]) -> None:
        self.sheet = sheet
        self.changed = False
        self.title: str | None = None
        self._where = where
        self._path: list[str] = []
        self._skip = 0
        self._styles: list[str] = []
        self._stresses: list[bool] = []
        self._asides: list[tuple[Place, list[str]]] = []
        self._cells: list[list[str]] = []
        self._rows: list[str | None] = []
        self._notes = 0

    def start(self, _space: str, local: str, given: Mapping[str, str]) -> None:
        """An element begins."""
        if self._skip:
            self._skip += 1
            return
        if local in _UNREAD:
            self._skip = 1
            return
        if local == "Change":
            self.changed = True
            if given.get("ChangeType") == "DeletedText":
                self._skip = 1
                return
        self._path.append(local)
        self._begin(local, given)

    def _begin(self, local: str, given: Mapping[str, str]) -> None:
        sheet = self.sheet
        if local == "Story":
            self.whole()
        elif local == "ParagraphStyleRange":
            self._styles.append(_style(given.get("AppliedParagraphStyle", "")))
        elif local == "CharacterStyleRange":
            look = f"{given.get('FontStyle', '')} {given.get('AppliedCharacterStyle', '')}".casefold()
            self._stresses.append(sheet.stressed)
            sheet.stressed = any(word in look for word in _ITALIC)
        elif local == "Br":
            self._paragraph()
        elif local == "TextVariableInstance" and given.get("ResultText"):
            sheet.sign(given["ResultText"], *[self._where()[0]] * 2)
        elif local in ("Footnote", "Note"):
            self._asides.append((sheet.here(), self._styles))
            self._styles = []
            self._notes += local == "Note"
            sheet.begin_aside()
        elif local == "Table":
            self._paragraph()
            self._rows.append(None)
        elif local == "Cell" and self._rows:
            row = given.get("Name", "").rpartition(":")[2]
            if row != self._rows[-1]:
                if self._rows[-1] is not None:
                    sheet.end_row()
                sheet.begin_row()
                self._rows[-1] = row
            sheet.begin_cell()
            self._cells.append(self._styles)
            self._styles = []

    def end(self, _space: str, local: str) -> None:
        """An element ends."""
        if self._skip:
            self._skip -= 1
            return
        self._path.pop()
        sheet = self.sheet
        if local == "ParagraphStyleRange" and self._styles:
            style = self._styles.pop()
            if sheet.shown:
                self._styles.append(style)
                self._regard()
                self._styles.pop()
        elif local == "CharacterStyleRange" and self._stresses:
            sheet.stressed = self._stresses.pop()
        elif local == "Story":
            self.whole()
        elif local in ("Footnote", "Note") and self._asides:
            self._paragraph()
            place, self._styles = self._asides.pop()
            self._notes -= local == "Note"
            sheet.end_aside(keep="note" if local == "Footnote" and not self._notes else "", at=place)
        elif local == "Cell" and self._cells:
            self._paragraph()
            sheet.end_cell()
            self._styles = self._cells.pop()
        elif local == "Table" and self._rows and self._rows.pop() is not None:
            sheet.end_row()

    def words(self, words: str) -> None:
        """Characters."""
        if self._skip or not self._path or self._path[-1] != "Content":
            return
        start, end = self._where()
        shown = words.translate(_MARKS)
        if shown == words:
            self.sheet.put(shown, start, end)
        else:
            self.sheet.put(shown, start, end, keep="\n" in shown)

    def whole(self) -> None:
        """A story ends."""
        self._paragraph()

    def _paragraph(self) -> None:
        if self.sheet.shown:
            self._regard()
        else:
            self.sheet.quotation()
        self.sheet.end()

    def _regard(self) -> None:
        """What the style says of the paragraph."""
        if not self._styles:
            return
        role = Styles({}).role(self._styles[-1])
        if role is Role.QUOTE:
            self.sheet.regard(quote=True)
        else:
            self.sheet.quotation()
        if role in (Role.TITLE, Role.HEADING):
            self.sheet.regard(heading=1)
            if role is Role.TITLE and self.title is None:
                self.title = self.sheet.shown.strip()
        elif role is Role.CAPTION:
            self.sheet.regard(caption=True)


def _style(applied: str) -> str:
    """The name of a style: ``ParagraphStyle/Body%3aQuote`` is in a group."""
    return unquote(applied.partition("/")[2]).rpartition(":")[2].partition(" > ")[0]
