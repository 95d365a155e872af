"""The XML of a document's body, or of its notes, to paragraphs as they stand when all changes are accepted.

What is inserted or moved here is read, what is deleted or moved away is not; hidden text, field codes, comments and the
second copy of a text box are not either. Where paragraphs stand in the end is not decided here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import attrs

from quotecheck.model.errors import ReadingError

_WORDS: Final = frozenset(
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    }
)
_MATHS: Final = frozenset(
    {"http://schemas.openxmlformats.org/officeDocument/2006/math", "http://purl.oclc.org/ooxml/officeDocument/math"}
)
_EITHER: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"

# Elements that are passed over with everything in them.
_UNREAD: Final = frozenset(
    "del moveFrom delText delInstrText instrText pPrChange rPrChange sectPrChange tblPrChange trPrChange tcPrChange "
    "tblGridChange numberingChange rt sectPr sdtPr sdtEndPr fldData".split()
)
_SIGNS: Final = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_ONE_SPACE: Final = str.maketrans("\t\n\r", "   ")
_MOST: Final = 1_000_000  # paragraphs, rows and cells
_STRESSING: Final = frozenset("emphasis strong intenseemphasis hervorhebung fett betont énfasis accentuation".split())
_OFF: Final = frozenset({"0", "false", "off"})


@attrs.define
class Paragraph:
    """A paragraph as it is read.

    Attributes:
        texts: Its words in pieces.
        style: The id of its style; None for the default.
        indent: Its left indentation in twentieths of a point.
        listed: True if it is an item of a list.
        runs_on: True if its end is deleted: the next paragraph belongs to it.
        boxes: The paragraphs of its text boxes.
        points: (offset in the words, what stands there, its id): notes, and where comments and links begin and end.
        stressed: What is in italics or bold, as (start, end) in the words.
        length: Code points of its words.
    """

    texts: list[str] = attrs.field(factory=list)
    style: str | None = None
    indent: int = 0
    listed: bool = False
    runs_on: bool = False
    boxes: list[Paragraph] = attrs.field(factory=list)
    points: list[tuple[int, str, str]] = attrs.field(factory=list)
    stressed: list[tuple[int, int]] = attrs.field(factory=list)
    length: int = 0

    def put(self, words: str, *, stressed: bool = False) -> None:
        """More words at its end."""
        start, self.length = self.length, self.length + len(words)
        self.texts.append(words)
        if stressed and self.stressed and self.stressed[-1][1] == start:
            self.stressed[-1] = self.stressed[-1][0], self.length
        elif stressed:
            self.stressed.append((start, self.length))

    def append(self, other: Paragraph) -> None:
        """Another paragraph's words at the end of its own."""
        at = self.length
        self.texts += other.texts
        self.length += other.length
        self.points += [(at + offset, kind, name) for offset, kind, name in other.points]
        self.stressed += [(at + start, at + end) for start, end in other.stressed]
        self.boxes += other.boxes

    @property
    def text(self) -> str:
        """Its words, without white space at the ends."""
        return "".join(self.texts).strip()


@attrs.define
class Row:
    """A row of a table: for each cell its paragraphs and the rows of tables in it."""

    cells: list[list[Paragraph | Row]] = attrs.field(factory=list)
    deleted: bool = False


@attrs.define
class Note:
    """A footnote, an endnote or a comment."""

    id: str
    parts: list[Paragraph | Row] = attrs.field(factory=list)


class BodyReader:
    """Takes the events of one part and holds what was read.

    Args:
        name: The file's name, for messages.

    Attributes:
        parts: Paragraphs and rows, in order.
        notes: The notes, for a part of notes.
        references: (kind, id) of the notes referred to, in order.
        changed: True if there were tracked changes.
        embedded: True if there are parts of other formats that are not read.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._size = 0
        self.parts: list[Paragraph | Row] = []
        self.notes: list[Note] = []
        self.references: list[tuple[str, str]] = []
        self.changed = False
        self.embedded = False
        self._path: list[str] = []
        self._homes: list[list[Paragraph | Row]] = [self.parts]
        self._paragraphs: list[Paragraph] = []
        self._rows: list[Row] = []
        self._fields: list[bool] = []  # for each field round this place, whether this is its code
        self._codes = 0  # how many of them are true
        self._skip = 0  # depth inside an element that is passed over
        self._hidden = False
        self._stressed = False
        self._in_text = False
        self._links: list[str] = []

    def start(self, space: str, local: str, given: Mapping[str, str]) -> None:
        """An element begins."""
        if self._skip:
            self._skip += 1
            return
        if space == _EITHER:
            if local == "Fallback":
                self._skip = 1
            else:
                self._path.append("")
            return
        if space in _MATHS:
            self._in_text = local == "t"
            self._path.append("")
            return
        if space not in _WORDS:
            self._path.append("")
            return
        parent = self._path[-1] if self._path else ""
        if local in ("del", "moveFrom", "ins", "moveTo", "cellDel", "cellIns"):
            self._change(local, parent)
        if local in _UNREAD or (local == "cellDel"):
            self._skip = 1
            return
        self._path.append(local)
        handler = _STARTS.get(local)
        if handler is not None:
            handler(self, given)
        elif local in _SIGNS and parent == "r":
            self._put(_SIGNS[local])

    def end(self, space: str, local: str) -> None:
        """An element ends."""
        if self._skip:
            self._skip -= 1
            return
        self._path.pop()
        if space in _MATHS:
            self._in_text = False
        if space in _WORDS:
            handler = _ENDS.get(local)
            if handler is not None:
                handler(self)

    def words(self, words: str) -> None:
        """Characters."""
        if self._in_text and not self._skip:
            self._put(words.translate(_ONE_SPACE))

    def _put(self, words: str) -> None:
        if self._paragraphs and not self._hidden and not self._codes:
            self._paragraphs[-1].put(words, stressed=self._stressed)

    def _point(self, kind: str, given: Mapping[str, str]) -> None:
        if self._paragraphs:
            self._paragraphs[-1].points.append((self._paragraphs[-1].length, kind, given.get("id", "")))

    def _change(self, local: str, parent: str) -> None:
        """A tracked change: of a paragraph's end, of a row, or of what stands in it."""
        self.changed = True
        gone = local in ("del", "moveFrom")
        if gone and parent == "rPr" and "pPr" in self._path[-2:] and self._paragraphs:
            self._paragraphs[-1].runs_on = True
        elif gone and parent == "trPr" and self._rows:
            self._rows[-1].deleted = True
        elif local == "cellDel" and self._rows and self._rows[-1].cells:
            self._homes[-1] = []  # what the cell holds is read and forgotten

    def _count(self) -> None:
        """One paragraph, row or cell more; their number is bounded, for empty ones cost memory and hardly bytes."""
        self._size += 1
        if self._size > _MOST:
            raise ReadingError("it has more paragraphs than any document", path=self._name, code="too-large")

    # Paragraphs

    def _start_p(self, _given: Mapping[str, str]) -> None:
        self._count()
        self._paragraphs.append(Paragraph())

    def _end_p(self) -> None:
        paragraph = self._paragraphs.pop()
        # A field's code never runs over a paragraph's end; one that is never ended must not hide all that follows.
        if self._codes:
            self._fields, self._codes = [code for code in self._fields if not code], 0
        home = self._homes[-1]
        last = home[-1] if home else None
        if isinstance(last, Paragraph) and last.runs_on:
            last.append(paragraph)
            last.runs_on = paragraph.runs_on
            # The mark that is left is the later one, and its style with it.
            last.style, last.indent, last.listed = paragraph.style, paragraph.indent, paragraph.listed
        else:
            home.append(paragraph)

    def _start_style(self, given: Mapping[str, str]) -> None:
        if self._paragraphs:
            self._paragraphs[-1].style = given.get("val")

    def _start_ind(self, given: Mapping[str, str]) -> None:
        left = given.get("left") or given.get("start") or "0"
        if self._paragraphs and self._path[-2:-1] == ["pPr"] and left.lstrip("-").isdecimal() and len(left) < 9:
            self._paragraphs[-1].indent = int(left)

    def _start_num(self, _given: Mapping[str, str]) -> None:
        if self._paragraphs:
            self._paragraphs[-1].listed = True

    # Runs

    def _start_r(self, _given: Mapping[str, str]) -> None:
        self._hidden = self._stressed = False

    def _start_stress(self, given: Mapping[str, str]) -> None:
        if self._path[-3:-1] == ["r", "rPr"]:
            self._stressed = self._stressed or given.get("val", "1") not in _OFF

    def _start_letter_style(self, given: Mapping[str, str]) -> None:
        if self._path[-3:-1] == ["r", "rPr"] and given.get("val", "").casefold() in _STRESSING:
            self._stressed = True

    def _start_vanish(self, given: Mapping[str, str]) -> None:
        if self._path[-3:-1] == ["r", "rPr"]:
            self._hidden = given.get("val", "1") not in _OFF

    def _start_t(self, _given: Mapping[str, str]) -> None:
        self._in_text = True

    def _end_t(self) -> None:
        self._in_text = False

    def _start_br(self, given: Mapping[str, str]) -> None:
        self._put("\n" if given.get("type", "textWrapping") == "textWrapping" else " ")

    def _start_sym(self, given: Mapping[str, str]) -> None:
        """A character by its number; those of picture fonts have numbers that say nothing."""
        code = given.get("char", "")
        try:
            number = int(code, 16)
        except ValueError:
            return
        if 0x20 <= number < 0xD800 and self._path[-2:-1] == ["r"]:
            self._put(chr(number))

    def _start_field(self, given: Mapping[str, str]) -> None:
        kind = given.get("fldCharType")
        if kind == "begin":
            self._fields.append(True)
            self._codes += 1
        elif kind == "separate" and self._fields:
            self._codes -= self._fields[-1]
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._codes -= self._fields.pop()

    def _start_footnote_reference(self, given: Mapping[str, str]) -> None:
        self.references.append(("footnote", given.get("id", "")))
        self._point("footnote", given)

    def _start_endnote_reference(self, given: Mapping[str, str]) -> None:
        self.references.append(("endnote", given.get("id", "")))
        self._point("endnote", given)

    def _start_comment_range(self, given: Mapping[str, str]) -> None:
        self._point("comment+", given)

    def _end_comment_range(self, given: Mapping[str, str]) -> None:
        self._point("comment-", given)

    def _start_comment_reference(self, given: Mapping[str, str]) -> None:
        self._point("comment", given)

    def _start_link(self, given: Mapping[str, str]) -> None:
        self._links.append(given.get("id", ""))
        self._point("link+", given)

    def _end_link(self) -> None:
        self._point("link-", {"id": self._links.pop() if self._links else ""})

    # Tables, boxes, notes

    def _start_tr(self, _given: Mapping[str, str]) -> None:
        self._count()
        self._rows.append(Row())

    def _end_tr(self) -> None:
        row = self._rows.pop()
        if not row.deleted:
            self._homes[-1].append(row)

    def _start_tc(self, _given: Mapping[str, str]) -> None:
        self._count()
        cell: list[Paragraph | Row] = []
        if self._rows:
            self._rows[-1].cells.append(cell)
        self._homes.append(cell)

    def _end_tc(self) -> None:
        self._homes.pop()

    def _start_box(self, _given: Mapping[str, str]) -> None:
        self._homes.append([])

    def _end_box(self) -> None:
        held = self._homes.pop()
        if self._paragraphs:
            self._paragraphs[-1].boxes += flattened(held)
        else:
            self._homes[-1] += held

    def _start_note(self, given: Mapping[str, str]) -> None:
        self.notes.append(Note(given.get("id", "")))
        ordinary = given.get("type", "normal") == "normal"
        self._homes.append(self.notes[-1].parts if ordinary else [])

    def _start_embedded(self, _given: Mapping[str, str]) -> None:
        self.embedded = True


def flattened(parts: list[Paragraph | Row]) -> list[Paragraph]:
    """The paragraphs of parts, those in cells and boxes too, in order; without recursion."""
    found: list[Paragraph] = []
    stack: list[Paragraph | Row] = parts[::-1]
    while stack:
        part = stack.pop()
        if isinstance(part, Row):
            stack.extend(one for cell in reversed(part.cells) for one in reversed(cell))
        else:
            found.append(part)
            found.extend(part.boxes)
    return found


_STARTS: Final = {
    "p": BodyReader._start_p,
    "pStyle": BodyReader._start_style,
    "ind": BodyReader._start_ind,
    "numPr": BodyReader._start_num,
    "r": BodyReader._start_r,
    "vanish": BodyReader._start_vanish,
    "t": BodyReader._start_t,
    "br": BodyReader._start_br,
    "sym": BodyReader._start_sym,
    "fldChar": BodyReader._start_field,
    "footnoteReference": BodyReader._start_footnote_reference,
    "endnoteReference": BodyReader._start_endnote_reference,
    "tr": BodyReader._start_tr,
    "tc": BodyReader._start_tc,
    "txbxContent": BodyReader._start_box,
    "b": BodyReader._start_stress,
    "i": BodyReader._start_stress,
    "rStyle": BodyReader._start_letter_style,
    "commentRangeStart": BodyReader._start_comment_range,
    "commentRangeEnd": BodyReader._end_comment_range,
    "commentReference": BodyReader._start_comment_reference,
    "hyperlink": BodyReader._start_link,
    "comment": BodyReader._start_note,
    "footnote": BodyReader._start_note,
    "endnote": BodyReader._start_note,
    "altChunk": BodyReader._start_embedded,
    "subDoc": BodyReader._start_embedded,
}
_ENDS: Final = {
    "p": BodyReader._end_p,
    "t": BodyReader._end_t,
    "tr": BodyReader._end_tr,
    "tc": BodyReader._end_tc,
    "txbxContent": BodyReader._end_box,
    "hyperlink": BodyReader._end_link,
    "comment": BodyReader._end_tc,
    "footnote": BodyReader._end_tc,
    "endnote": BodyReader._end_tc,
}
