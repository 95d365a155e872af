r"""Rich Text Format (Microsoft's specification 1.9.1), as all changes accepted, with the way back to the file's bytes.

Tables of fonts, colours and styles are read for encodings and for quotations only; pictures, headers, field codes,
hidden and deleted text (``\v``, ``\deleted``) are not read, footnotes stand at the end, annotations are no words.
LibreOffice 7.4, Pandoc 2.17 and macOS' textutil differ in how they write letters beyond ASCII (``\'94`` by code page,
``\u8221`` with a stand-in): all ways are read. Word itself was not at hand: its files are read by the specification.
Where the end of a paragraph was deleted under tracking, LibreOffice marks the paragraph's words as deleted too.
"""

from __future__ import annotations

import re
from typing import Final

import attrs

from quotecheck.model.errors import ReadingError
from quotecheck.model.problems import Problem
from quotecheck.model.texts import Text
from quotecheck.reading.documents.sheet import Place, Sheet
from quotecheck.reading.docx.styles import Role, Styles
from quotecheck.reading.tracked import changes_accepted

_TOKEN: Final = re.compile(
    r"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9A-Fa-f]{2})|\\([^a-z])|([{}])|([\r\n]+)|([^\\{}\r\n]+)|(\\)", re.DOTALL
)
_DEEPEST: Final = 1_000  # groups inside each other
_INDENTED: Final = 360  # twentieths of a point
_PAGES: Final = {  # \fcharset: the code page of a font's letters
    0: "cp1252", 77: "mac-roman", 128: "cp932", 129: "cp949", 134: "gb18030", 136: "big5", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 255: "cp437",
}  # fmt: skip
_NUMBERED: Final = {437, 708, 720, 850, 852, 860, 862, 863, 864, 865, 866, 874, 932, 936, 949, 950} | set(
    range(1250, 1259)
)
_SIGNS: Final = {
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emdash": "—", "endash": "–", "bullet": "•",
    "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005", "zwj": "\u200d", "zwnj": "\u200c",
    "ltrmark": "\u200e", "rtlmark": "\u200f",
}  # fmt: skip
_UNREAD: Final = frozenset(
    "colortbl pict object header headerl headerr headerf footer footerl footerr footerf fldinst listtext pntext "
    "nonshppict listtable listoverridetable rsidtbl generator xmlnstbl themedata datastore latentstyles filetbl "
    "revtbl pgdsctbl ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn bkmkstart bkmkend xe tc rxe txe atnid atnauthor "
    "atndate atnref atnicn atrfstart atrfend sp stylesheet info private template mmathPr do oldcprops oldpprops "
    "oldsprops oldtprops datafield formfield userprops docvar".split()
)


@attrs.define
class _Group:
    """What is in force inside braces."""

    skip: bool = False
    into: str = ""
    font: int = 0
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    deleted: bool = False
    fallback: int = 1
    ends: str = ""  # what its end ends: a note, a comment, a box
    place: Place | None = None
    starred: bool = False
    fresh: bool = True  # nothing was read in it yet
    paragraph: tuple[int | None, int, bool, bool] = (None, 0, False, False)  # what was in force before it


def read(data: bytes, name: str) -> Text:
    """The text of a document.

    Args:
        data: The file's bytes.
        name: Its name, for messages; also the text's id.

    Returns:
        Its paragraphs with an empty line between them. Offsets into the file count its bytes, which are ASCII.

    Raises:
        ReadingError: if it holds no words (code "no-text") or its groups nest too deep (code "too-deep").
    """
    source = data.decode("latin-1")
    reader = _Reader(source, name)
    reader.run()
    problems = changes_accepted(name, reader.changed)
    if reader.cut:
        message = "the file breaks off inside a group: it was probably cut off, and words may be missing"
        problems.append(Problem(message=message, code="incomplete", path=name))
    title = reader.title or " ".join("".join(reader.info).split())
    return reader.sheet.text(
        data,
        source=source,
        problems=problems,
        title=title[:400] or None,
        empty="the document holds no words: pictures of a text must be read by eye",
    )


class _Reader:
    """One pass over the tokens of a file."""

    def __init__(self, source: str, name: str) -> None:
        self.sheet = Sheet(name)
        self.changed = False
        self.cut = False
        self.title = ""
        self.info: list[str] = []
        self._source = source
        self._name = name
        self._groups = [_Group()]
        self._page = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font = 0  # of the table of fonts
        self._styles: dict[int, str] = {}
        self._style_now = 0
        self._style_name: list[str] = []
        self._bytes: list[tuple[bytes, int, int]] = []
        self._swallow = 0  # stand-ins that follow a character by its number
        self._style: int | None = None
        self._indent = 0
        self._announced = False
        self._set_off = 0
        self._in_table = False
        self._row_open = False
        self._high: tuple[int, int] | None = None
        self._listed = False

    def run(self) -> None:
        """Read it all."""
        at = 0
        while at < len(self._source):
            match = _TOKEN.match(self._source, at)
            if match is None:  # a letter behind a backslash that begins no word: \Z
                at += 1
                continue
            at = match.end()
            word, number, code, symbol, brace, _, words, _ = match.groups()
            if word is not None:
                if word == "bin" and number:
                    at += max(0, int(number))
                    continue
                self._word(word, int(number) if number else None, match.start(), match.end())
            elif code is not None:
                self._code(int(code, 16), match.start(), match.end())
            elif symbol is not None:
                self._symbol(symbol, match.start(), match.end())
            elif brace is not None:
                self._flush()
                self._brace(brace)
            elif words is not None:
                self._words(words, match.start())
        self._flush()
        self.cut = len(self._groups) > 1
        self._end_paragraph()
        if self._row_open:
            self._end_row()

    # --- groups

    def _brace(self, brace: str) -> None:
        self._swallow = 0
        if brace == "{":
            if len(self._groups) > _DEEPEST:
                raise ReadingError("its groups nest deeper than any document's", path=self._name, code="too-deep")
            if self._groups[-1].into == "styles":
                self._style_now = 0
            self._groups.append(attrs.evolve(self._groups[-1], ends="", place=None, starred=False, fresh=True))
            return
        if len(self._groups) == 1:
            return
        group = self._groups.pop()
        if group.into == "styles" and self._groups[-1].into == "styles":
            self._styles[self._style_now] = "".join(self._style_name).strip(" ;")
            self._style_name.clear()
        if group.ends:
            self._end_paragraph()
            keep = {"note": "note", "box": "after"}.get(group.ends, "")
            if group.ends == "comment" and group.place is not None:
                self.sheet.end_aside(at=group.place)
            else:
                self.sheet.end_aside(keep=keep, at=group.place if keep == "note" else None)
            self._style, self._indent, self._in_table, self._listed = group.paragraph
        self._stress()

    def _destination(self, word: str, group: _Group) -> bool:
        """True if a word says that a group is no part of the text's flow."""
        if word in ("footnote", "annotation", "shptxt"):
            if group.skip and word != "shptxt":
                return True
            kind = {"footnote": "note", "annotation": "comment", "shptxt": "box"}[word]
            group.place = self.sheet.here() if kind != "box" and not group.skip else None
            group.skip, group.into, group.ends = False, "", kind
            group.paragraph = self._style, self._indent, self._in_table, self._listed
            self.sheet.begin_aside()
            return True
        if word in ("shppict", "shpinst"):
            return True
        if word == "ud":
            group.skip = False
            return True
        if word == "upr":
            group.skip = True
            return True
        into = {"fonttbl": "fonts", "stylesheet": "styles", "title": "title"}.get(word)
        if into is not None and not (word == "title" and group.into != "info"):
            group.into, group.skip = into, True
            return True
        if word == "info":
            group.into, group.skip = "info", True
            return True
        if word in _UNREAD or group.starred:
            group.skip, group.into = True, group.into if word in ("cs", "ts", "ds") else ""
            return True
        return False

    # --- words of control

    def _word(self, word: str, number: int | None, start: int, end: int) -> None:
        group = self._groups[-1]
        if word == "u" and number is not None:
            self._unicode(number & 0xFFFF if number < 0 else number, start, end)
            return
        self._flush()
        self._swallow = 0
        fresh, group.fresh = group.fresh, False
        if group.into == "styles" and word in ("cs", "ds", "ts"):
            self._style_now = -1
        if fresh and self._destination(word, group):
            return
        if group.into in ("fonts", "styles"):
            self._of_table(word, number, group)
            return
        if word in ("uc", "f", "b", "i", "v", "deleted", "plain", "ansicpg", "mac", "pc", "pca", "revised"):
            self._state(word, number, group)
            return
        if group.skip:
            return
        if word in _SIGNS:
            self._put(_SIGNS[word], start, end)
        elif word in ("tab", "line", "lbr", "page", "column"):
            self._put_sign({"tab": "\t", "line": "\n"}.get(word, " "), start, end)
        else:
            self._layout(word, number)

    def _state(self, word: str, number: int | None, group: _Group) -> None:
        on = number is None or number != 0
        if word == "uc":
            group.fallback = max(0, min(number or 0, 20)) if number is not None else 1
        elif word == "f":
            group.font = number or 0
        elif word == "b":
            group.bold = on
        elif word == "i":
            group.italic = on
        elif word == "v":
            group.hidden = on
        elif word == "deleted":
            group.deleted = on
            self.changed = self.changed or on
        elif word == "revised":
            self.changed = self.changed or on
        elif word == "plain":
            group.bold = group.italic = group.hidden = False
        elif word == "ansicpg" and number in _NUMBERED:
            self._page = f"cp{number}" if number not in (936,) else "gb18030"
        elif word in ("mac", "pc", "pca"):
            self._page = {"mac": "mac-roman", "pc": "cp437", "pca": "cp850"}[word]
        self._stress()

    def _of_table(self, word: str, number: int | None, group: _Group) -> None:
        if group.into == "fonts" and word == "f":
            self._font = number or 0
        elif group.into == "fonts" and word == "fcharset" and number in _PAGES and number:
            self._fonts[self._font] = _PAGES[number]
        elif group.into == "styles" and word in ("s", "cs", "ds", "ts"):
            self._style_now = number or 0 if word == "s" else -1
        if word == "u" and number is not None and group.into == "styles":
            self._style_name.append(chr(number & 0xFFFF))

    def _layout(self, word: str, number: int | None) -> None:
        """Paragraphs and tables."""
        if word in ("par", "sect"):
            self._end_paragraph()
        elif word == "pard":
            self._style, self._indent, self._in_table, self._listed = None, 0, False, False
        elif word == "s":
            self._style = number or 0
        elif word in ("li", "lin"):
            self._indent = number or 0
        elif word in ("ls", "pnlvlblt", "pnlvlbody"):
            self._listed = True
        elif word == "intbl":
            self._in_table = True
        elif word == "cell":
            self._begin_row()
            self._end_paragraph()
            self.sheet.end_cell()
            self.sheet.begin_cell()
        elif word in ("row", "nestrow"):
            self._end_row()
        elif word == "nestcell":
            self._end_paragraph()

    def _begin_row(self) -> None:
        if not self._row_open:
            self.sheet.begin_row()
            self.sheet.begin_cell()
            self._row_open = True

    def _end_row(self) -> None:
        if self._row_open:
            self.sheet.end_cell()
            self.sheet.end_row()
            self._row_open = False

    def _end_paragraph(self) -> None:
        self._flush()
        shown = self.sheet.shown.strip()
        if shown:
            role = Styles({}).role(self._styles.get(self._style)) if self._style is not None else None
            indent = self._indent if self._indent >= _INDENTED and not self._listed else 0
            self._set_off = indent if indent and (self._announced or indent == self._set_off) and role is None else 0
            if role is Role.QUOTE or self._set_off:
                self.sheet.regard(quote=True)
            else:
                self.sheet.quotation()
            if role in (Role.TITLE, Role.HEADING):
                self.sheet.regard(heading=1)
                self.title = self.title or (shown if role is Role.TITLE else "")
            elif role is Role.CAPTION:
                self.sheet.regard(caption=True)
            self._announced = shown[-1] in ":—–"
        self.sheet.end()

    # --- characters

    def _symbol(self, symbol: str, start: int, end: int) -> None:
        group = self._groups[-1]
        self._flush()
        if symbol == "*":
            group.starred = True
            return
        if symbol in "\r\n" and not group.skip:
            self._end_paragraph()
        shown = {"~": "\u00a0", "_": "\u2011", "-": "\u00ad", "\\": "\\", "{": "{", "}": "}", "\t": "\t"}.get(symbol)
        if self._swallow and shown is not None:
            self._swallow -= 1
        elif shown is not None:
            self._put(shown, start, end)

    def _code(self, code: int, start: int, end: int) -> None:
        if self._swallow:
            self._swallow -= 1
            return
        self._groups[-1].fresh = False
        self._bytes.append((bytes((code,)), start, end))

    def _words(self, words: str, start: int) -> None:
        group = self._groups[-1]
        group.fresh = False
        if self._swallow:
            gone = min(self._swallow, len(words))
            self._swallow -= gone
            words, start = words[gone:], start + gone
        if not words:
            return
        if group.into == "title":
            self.info.append(words)
        elif group.into == "styles":
            self._style_name.append(words)
        elif not words.isascii() or self._bytes:
            # Bytes as they stand, which the specification forbids and some programs write.
            self._bytes += [(bytes((ord(one),)), start + at, start + at + 1) for at, one in enumerate(words)]
        else:
            self._put(words, start, start + len(words))

    def _unicode(self, number: int, start: int, end: int) -> None:
        self._flush()
        group = self._groups[-1]
        group.fresh = False
        self._swallow = group.fallback
        if 0xD800 <= number < 0xDC00:
            self._high = number, start
            return
        if 0xDC00 <= number < 0xE000:
            if self._high is not None:
                high, start = self._high
                number = 0x10000 + ((high - 0xD800) << 10) + number - 0xDC00
            else:
                number = 0xFFFD
        self._high = None
        if 0xF020 <= number <= 0xF0FF:  # a letter of a font of signs
            number -= 0xF000
        shown = chr(number) if 0x20 <= number < 0x110000 else ""
        if shown and group.into == "title":
            self.info.append(shown)
        elif shown:
            self._put(shown, start, end)

    def _flush(self) -> None:
        """The bytes of a code page, together: one letter may be two of them."""
        if not self._bytes:
            return
        held, self._bytes = self._bytes, []
        whole = b"".join(one for one, _, _ in held)
        page = self._fonts.get(self._groups[-1].font, self._page)
        shown = whole.decode(page, "replace")
        if self._groups[-1].into == "title":
            self.info.append(shown)
        elif len(shown) == len(held):
            for letter, (_, start, end) in zip(shown, held, strict=True):
                self._put(letter, start, end)
        else:
            self._put(shown, held[0][1], held[-1][2])

    def _is_read(self) -> bool:
        group = self._groups[-1]
        return not (group.skip or group.hidden or group.deleted)

    def _put(self, words: str, start: int, end: int) -> None:
        if self._is_read():
            self._enter()
            self.sheet.put(words, start, end)

    def _put_sign(self, words: str, start: int, end: int) -> None:
        if self._is_read():
            self._enter()
            self.sheet.sign(words, start, end)

    def _enter(self) -> None:
        """A row begins with its first words."""
        if self._in_table and not self._row_open:
            self.sheet.end()
            self.sheet.begin_row()
            self.sheet.begin_cell()
            self._row_open = True
        elif self._row_open and not self._in_table and not any(one.ends for one in self._groups):
            self._end_row()

    def _stress(self) -> None:
        self.sheet.stressed = self._groups[-1].bold or self._groups[-1].italic
