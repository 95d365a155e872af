"""OpenDocument texts (ODF 1.2 and 1.3, ISO/IEC 26300), zipped (.odt) or flat (.fodt), as all changes accepted.

What is deleted stands apart in the file (``text:tracked-changes``) and is not read; what is inserted stands in its
place. Comments (``office:annotation``) are no words of the document. LibreOffice 7.4 and Pandoc 2.17 write the files
that the tests read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

import attrs

from quotecheck.model.errors import ReadingError
from quotecheck.model.problems import Problem
from quotecheck.model.texts import Text
from quotecheck.reading.documents.sheet import Place, Sheet
from quotecheck.reading.documents.walk import Walk
from quotecheck.reading.docx.about import About, about
from quotecheck.reading.docx.package import NoPart, Package
from quotecheck.reading.docx.styles import Role, Styles
from quotecheck.reading.encodings import decode, not_text
from quotecheck.reading.tracked import changes_accepted

_TEXT: Final = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_UNREAD: Final = frozenset(
    "tracked-changes forms index-body ruby-text note-citation hidden-text hidden-paragraph scripts settings "
    "font-face-decls master-styles sequence-decls variable-decls user-field-decls dde-connection-decls title desc "
    "creator date date-string initial-creator creator-initials event-listeners bibliography-configuration object "
    "object-ole plugin image toc-mark index-title".split()
)
_INDENTED: Final = 18.0  # points: a quarter of an inch sets a paragraph off
_POINTS: Final = {"in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "pt": 1.0, "pc": 12.0, "px": 0.75}
_LENGTH: Final = re.compile(r"(-?\d{1,6}(?:\.\d{1,6})?)(in|cm|mm|pt|pc|px)\Z")
_AUTOMATIC: Final = re.compile(r"P\d{1,6}")
_CHAIN: Final = 20  # styles that are based on each other
_OPENING: Final = 8  # paragraphs in which title and author are looked for
_STRESSING: Final = frozenset({"emphasis", "strong", "strong emphasis"})


@attrs.define
class _Style:
    name: str
    parent: str | None
    indent: float = 0.0
    stressed: bool = False
    hidden: bool = False


def read(data: bytes, name: str) -> Text:
    """The text of a zipped document.

    Args:
        data: The file's bytes.
        name: Its name, for messages; also the text's id.

    Returns:
        Its paragraphs with an empty line between them, notes at the end. Places are paragraphs, numbered from 1.

    Raises:
        ReadingError: if the file is damaged, encrypted, swells when unpacked, declares a document type or holds no
            words.
    """
    package = Package.open(data, name)
    if package.has("encrypted-package") or _is_encrypted(package):
        raise ReadingError("the document is encrypted: save it without a password", path=name, code="encrypted")
    reader = _Reader(Sheet(name), lambda: (0, 0))
    problems: list[Problem] = []
    try:
        package.parse("styles.xml", reader.start, reader.end, reader.words)
    except NoPart:
        pass
    except ReadingError as error:
        problems.append(error.problem(fatal=False))
        reader = _Reader(Sheet(name), lambda: (0, 0))
    reader.sheet = Sheet(name)
    try:
        package.parse("content.xml", reader.start, reader.end, reader.words)
    except NoPart:
        raise ReadingError("the file is damaged: content.xml is missing", path=name, code="damaged") from None
    known = _about(package, reader)
    return reader.sheet.text(
        data,
        problems=[*problems, *changes_accepted(name, reader.changed)],
        title=known.title,
        author=known.author,
        empty=_EMPTY,
    )


_EMPTY: Final = "the document holds no words: pictures of a text must be read by eye"


def read_flat(data: bytes, name: str) -> Text:
    """The text of a flat document; arguments and errors as ``read``. Places are lines of the file."""
    decoded = decode(data)
    if decoded is None:
        raise not_text(name)
    walk = Walk(decoded.text, name)
    reader = _Reader(Sheet(name), lambda: (walk.start, walk.end))
    walk.run(reader.start, reader.end, reader.words)
    title = next((text for text, role in reader.opening if role is Role.TITLE), None)
    return reader.sheet.text(
        data, source=decoded.text, problems=changes_accepted(name, reader.changed), title=title, empty=_EMPTY
    )


def _is_encrypted(package: Package) -> bool:
    try:
        return b"encryption-data" in package.content("META-INF/manifest.xml")
    except (NoPart, ReadingError):
        return False


def _about(package: Package, reader: _Reader) -> About:
    try:
        return about(package, "meta.xml", reader.opening)
    except ReadingError:
        return About()


class _Reader:
    """Takes the events of styles and content.

    Attributes:
        sheet: Where the words go.
        opening: The first paragraphs, each with what its style says.
        changed: True if there are tracked changes.
    """

    def __init__(self, sheet: Sheet, where: Callable[[], tuple[int, int]]) -> None:
        self.sheet = sheet
        self.opening: list[tuple[str, Role | None]] = []
        self.changed = False
        self._where = where
        self._styles: dict[str, _Style] = {}
        self._style: _Style | None = None
        self._path: list[str] = []
        self._skip = 0
        self._paragraphs: list[str] = []
        self._spans: list[tuple[bool, bool]] = []
        self._comments: list[tuple[Place, str]] = []
        self._open: dict[str, Place] = {}
        self._links: list[tuple[str, Place]] = []
        self._lists = 0
        self._announced = False
        self._set_off = 0.0
        self._hidden = False
        self._said: dict[str, str] = {}
        self._outer: list[tuple[list[str], bool, bool]] = []

    def start(self, space: str, local: str, given: Mapping[str, str]) -> None:
        """An element begins."""
        if self._skip:
            self._skip += 1
            return
        if local in _UNREAD or (local == "p" and space != _TEXT):
            self.changed = self.changed or local == "tracked-changes"
            self._skip = 1
            return
        self._path.append(local)
        handler = _STARTS.get(local)
        if handler is not None:
            handler(self, given)

    def end(self, _space: str, local: str) -> None:
        """An element ends."""
        if self._skip:
            self._skip -= 1
            return
        self._path.pop()
        handler = _ENDS.get(local)
        if handler is not None:
            handler(self)

    def words(self, words: str) -> None:
        """Characters."""
        if not self._skip and self._paragraphs and not self._hidden:
            self.sheet.put(words, *self._where())

    # styles

    def _start_style(self, given: Mapping[str, str]) -> None:
        name = given.get("name", "")
        self._style = _Style(given.get("display-name") or name, given.get("parent-style-name"))
        self._styles[f"{given.get('family', '')}:{name}"] = self._style

    def _end_style(self) -> None:
        self._style = None

    def _start_paragraph_properties(self, given: Mapping[str, str]) -> None:
        found = _LENGTH.match(given.get("margin-left", ""))
        if self._style is not None and found:
            self._style.indent = float(found[1]) * _POINTS[found[2]]

    def _start_text_properties(self, given: Mapping[str, str]) -> None:
        if self._style is not None:
            self._style.stressed = given.get("font-style") in ("italic", "oblique") or given.get("font-weight") in (
                "bold",
                "700",
                "800",
                "900",
            )
            self._style.hidden = given.get("display") == "none"

    def _chain(self, family: str, name: str | None) -> list[_Style]:
        found: list[_Style] = []
        while name and len(found) < _CHAIN:
            style = self._styles.get(f"{family}:{name}")
            if style is None:
                found.append(_Style(name.replace("_20_", " "), None))
                break
            found.append(style)
            name = style.parent
        return found

    def _role(self, name: str | None) -> Role | None:
        """What a paragraph's style says; of those that it is based on, only that it is a quotation."""
        names, automatic = Styles({}), _AUTOMATIC.fullmatch(name or "") is not None
        for index, style in enumerate(self._chain("paragraph", name)):
            role = names.role(style.name)
            if role is not None:
                return role if role is Role.QUOTE or index <= automatic else None
        return None

    # paragraphs

    def _start_p(self, given: Mapping[str, str]) -> None:
        if self._paragraphs:  # in a box or a note of another
            self.sheet.begin_aside()
        else:
            self.sheet.begin()
        style = given.get("style-name", "")
        self._paragraphs.append(style)
        self._hidden = any(one.hidden for one in self._chain("paragraph", style)[:1])

    def _start_h(self, given: Mapping[str, str]) -> None:
        self._start_p(given)
        self.sheet.regard(heading=1)

    def _end_p(self) -> None:
        style = self._paragraphs.pop()
        if self._paragraphs:
            self._judge(style)
            self.sheet.end_aside(keep="after" if not self._comments else "")
            return
        self._judge(style)
        self.sheet.end()
        self._hidden = False

    def _judge(self, style: str) -> None:
        """What the paragraph that ends is: a quotation, a heading, a caption."""
        shown = self.sheet.shown.strip()
        if not shown:
            return
        role = self._role(style)
        chain = self._chain("paragraph", style)
        indent = next((one.indent for one in chain if one.indent), 0.0)
        indent = indent if indent >= _INDENTED and not self._lists else 0.0
        self._set_off = indent if indent and (self._announced or indent == self._set_off) and role is None else 0.0
        quoted = role is Role.QUOTE or self._set_off > 0
        if quoted:
            self.sheet.regard(quote=True)
        else:
            self.sheet.quotation()  # the next one is another
        if role in (Role.TITLE, Role.HEADING):
            self.sheet.regard(heading=1)
        elif role is Role.CAPTION:
            self.sheet.regard(caption=True)
        self._announced = shown[-1] in ":—–"
        if len(self.opening) < _OPENING and not self._comments:
            self.opening.append((shown, role))

    # in a paragraph

    def _start_span(self, given: Mapping[str, str]) -> None:
        self._spans.append((self.sheet.stressed, self._hidden))
        chain = self._chain("text", given.get("style-name"))
        stressed = any(one.stressed or one.name.replace("_20_", " ").casefold() in _STRESSING for one in chain)
        self.sheet.stressed = self.sheet.stressed or stressed
        self._hidden = self._hidden or any(one.hidden for one in chain)

    def _end_span(self) -> None:
        if self._spans:
            self.sheet.stressed, self._hidden = self._spans.pop()

    def _start_s(self, _given: Mapping[str, str]) -> None:
        if self._paragraphs and not self._hidden:
            self.sheet.put(" ", *[self._where()[0]] * 2)

    def _start_tab(self, _given: Mapping[str, str]) -> None:
        if self._paragraphs and not self._hidden:
            self.sheet.sign("\t", *[self._where()[0]] * 2)

    def _start_line_break(self, _given: Mapping[str, str]) -> None:
        if self._paragraphs and not self._hidden:
            self.sheet.sign("\n", *[self._where()[0]] * 2)

    def _start_note(self, _given: Mapping[str, str]) -> None:
        self._comments.append((self.sheet.here(), "note"))
        self.sheet.begin_aside()
        self._held()

    def _end_note(self) -> None:
        place, _ = self._comments.pop()
        self._released()
        self.sheet.end_aside(keep="note", at=place)

    def _start_annotation(self, given: Mapping[str, str]) -> None:
        place = self.sheet.here()
        self._comments.append((place, given.get("name", "")))
        self.sheet.begin_aside()
        self._held()

    def _end_annotation(self) -> None:
        place, name = self._comments.pop()
        self._released()
        words = self.sheet.end_aside()
        if name:
            self._open[name] = place
            self._said[name] = words
        elif words:
            self.sheet.say(words, place)

    def _start_annotation_end(self, given: Mapping[str, str]) -> None:
        name = given.get("name", "")
        if name in self._open and self._said.get(name):
            self.sheet.say(self._said.pop(name), self._open.pop(name))

    def _held(self) -> None:
        """The paragraphs of a note or comment are paragraphs of their own."""
        self._outer.append((self._paragraphs, self._hidden, self.sheet.stressed))
        self._paragraphs, self._hidden, self.sheet.stressed = [], False, False

    def _released(self) -> None:
        self._paragraphs, self._hidden, self.sheet.stressed = self._outer.pop()

    def _start_a(self, given: Mapping[str, str]) -> None:
        if self._paragraphs:
            self._links.append((given.get("href", ""), self.sheet.here()))

    def _end_a(self) -> None:
        if self._links:
            address, place = self._links.pop()
            if address.startswith(("http://", "https://")):
                self.sheet.say(address, place)

    # tables, lists, boxes

    def _start_row(self, _given: Mapping[str, str]) -> None:
        self.sheet.begin_row()

    def _start_cell(self, _given: Mapping[str, str]) -> None:
        self.sheet.begin_cell()
        self._held()

    def _end_cell(self) -> None:
        self._released()
        self.sheet.end_cell()
        self._announced, self._set_off = False, 0.0

    def _end_row(self) -> None:
        self.sheet.end_row()

    def _start_list(self, _given: Mapping[str, str]) -> None:
        self._lists += 1

    def _end_list(self) -> None:
        self._lists -= 1

    def _start_box(self, _given: Mapping[str, str]) -> None:
        self.sheet.begin_aside()
        self._held()

    def _end_box(self) -> None:
        self._released()
        self.sheet.end_aside(keep="" if self._comments else "after")


_STARTS: Final = {
    "style": _Reader._start_style,
    "paragraph-properties": _Reader._start_paragraph_properties,
    "text-properties": _Reader._start_text_properties,
    "p": _Reader._start_p,
    "h": _Reader._start_h,
    "span": _Reader._start_span,
    "s": _Reader._start_s,
    "tab": _Reader._start_tab,
    "line-break": _Reader._start_line_break,
    "note": _Reader._start_note,
    "annotation": _Reader._start_annotation,
    "annotation-end": _Reader._start_annotation_end,
    "a": _Reader._start_a,
    "table-row": _Reader._start_row,
    "table-cell": _Reader._start_cell,
    "list": _Reader._start_list,
    "text-box": _Reader._start_box,
}
_ENDS: Final = {
    "style": _Reader._end_style,
    "p": _Reader._end_p,
    "h": _Reader._end_p,
    "span": _Reader._end_span,
    "note": _Reader._end_note,
    "annotation": _Reader._end_annotation,
    "a": _Reader._end_a,
    "table-row": _Reader._end_row,
    "table-cell": _Reader._end_cell,
    "list": _Reader._end_list,
    "text-box": _Reader._end_box,
}
