"""reStructuredText (the docutils specification, read against docutils 0.19 and 0.23), with ranges in the file.

Block quotations are what is set in, and ``epigraph``, ``highlights``, ``pull-quote``; a line behind ``--`` names whose
they are. Roles and emphasis are taken off, links keep their words; comments, options, literal blocks and directives
that hold no prose are not read. Includes are not followed, and told of.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from quotecheck.model.problems import Problem
from quotecheck.model.texts import Text
from quotecheck.reading.documents.sheet import Sheet
from quotecheck.reading.encodings import decode, not_text

_LINE: Final = re.compile(r"[^\n]*(?:\n|\Z)")
_RULE: Final = re.compile(r"([!-/:-@\[-`{-~])\1{1,}[ \t]*\Z")
_BULLET: Final = re.compile(r"(?:[-*+•‣⁃]|(?:\d{1,4}|#|[A-Za-z])[.)]|\((?:\d{1,4}|#|[A-Za-z])\))[ \t]+")
_FIELD: Final = re.compile(r":[^:\n]{1,60}:(?:[ \t]+|\Z)")
_DIRECTIVE: Final = re.compile(r"\.\.[ \t]+(?:\|[^|\n]{1,100}\|[ \t]+)?([A-Za-z][\w.:+-]{0,60}?)::[ \t]*(.*)")
_NOTE: Final = re.compile(r"\.\.[ \t]+\[(#?[\w*.-]{0,60})\](?:[ \t]+(.*))?\Z")
_SIMPLE: Final = re.compile(r"=+(?:[ \t]+=+)+\Z")
_GRID: Final = re.compile(r"\+(?:[-=]+\+)+\Z")
_VERSE: Final = re.compile(r"\|(?:[ \t]+|\Z)")
_ATTRIBUTION: Final = re.compile(r"(?:---?|—)[ \t]*(?=\S)")
_INLINE: Final = re.compile(
    r"(?P<literal>``(?P<typed>(?:[^`]|`(?!`)){1,1000}?)``)"
    r"|:(?P<role>[A-Za-z][\w.:+-]{0,60}):`(?P<roled>[^`\n][^`]{0,500})`"
    r"|`(?P<linked>[^`<\n]?[^`<]{0,400}?)[ \t\n]*<(?P<url>[^<>`]{1,2000})>`__?"
    r"|`(?P<plain>[^`\n][^`]{0,500})`(?:__?|:[A-Za-z][\w.:+-]{0,60}:)?"
    r"|\*\*(?P<strong>[^\s*](?:[^*]{0,1000}[^\s*])?)\*\*|(?<![\w*])\*(?P<stress>[^\s*](?:[^*]{0,1000}[^\s*])?)\*(?![\w*])"
    r"|\|(?P<put>[^|\s][^|\n]{0,80})\|_{0,2}|\[(?P<note>#?[\w*.-]{0,60})\]_(?!\w)|(?<=\w)(?P<tail>__?)(?![\w_])"
    r"|\\(?P<escaped>[\s\S])"
)
_PROSE: Final = frozenset(
    "note warning tip hint important caution attention danger error admonition topic sidebar container class "
    "compound figure versionadded versionchanged deprecated only rst-class table abstract".split()
)
_QUOTING: Final = frozenset("epigraph highlights pull-quote".split())
_UNREAD_ROLES: Final = frozenset({"cite", "footcite", "ref", "raw", "index"})
_MOST_DEPTHS: Final = 60


class _Line(NamedTuple):
    """A line without its end: where it begins, how far it is set in, its words."""

    start: int
    indent: int
    words: str

    @property
    def at(self) -> int:
        """Offset of its first word."""
        return self.start + self.indent


def read(data: bytes, name: str) -> Text:
    """The text of a document.

    Args:
        data: The file's bytes.
        name: Its name, for messages; also the text's id.

    Raises:
        ReadingError: if the bytes are no text, or nothing in it is prose.
    """
    decoded = decode(data)
    if decoded is None:
        raise not_text(name)
    reader = _Reader(decoded.text, name)
    reader.run()
    problems = []
    if decoded.guess is not None:
        problems.append(Problem(message=decoded.guess, code="encoding-guessed", path=name))
    if reader.drawn:
        message = f"it includes other files, which are not read with it: {', '.join(reader.drawn[:5])}"
        problems.append(Problem(message=message, code="incomplete", path=name))
    return reader.sheet.text(
        data, source=decoded.text, problems=problems, title=reader.title, empty="nothing in it is prose", **reader.known
    )


class _Reader:
    """One pass over the lines of a file."""

    def __init__(self, source: str, name: str) -> None:
        self.sheet = Sheet(name)
        self.title: str | None = None
        self.known: dict[str, str] = {}
        self.drawn: list[str] = []
        self._lines = [_line(match) for match in _LINE.finditer(source) if match[0]]
        self._at = 0
        self._margins: list[tuple[int, bool]] = [(0, False)]  # how far blocks are set in, and whether they are quoted
        self._began = False

    def run(self) -> None:
        """Read it all."""
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if not line.words:
                self._at += 1
            elif not self._heading(line):
                self._block(line)

    # --- blocks

    def _heading(self, line: _Line) -> bool:
        """A title under a rule, or between two."""
        over = _RULE.match(line.words) is not None and line.indent == 0
        title = self._peek(1) if over else line
        rule = self._peek(2) if over else self._peek(1)
        if title is None or not title.words:
            if over:  # a transition
                self._at += 1
            return over
        fits = rule is not None and rule.indent == 0 and _RULE.match(rule.words) and len(rule.words) >= 2
        if (
            not fits
            or rule is None
            or (not over and (title.indent or len(rule.words.rstrip()) < len(title.words) // 2))
        ):
            if over and len(line.words) > 3:
                self._at += 1
                return True
            return False
        self._margins = [(0, False)]
        self.sheet.quote = None
        self.sheet.begin()
        self.sheet.heading = 1
        self._words([title])
        self.sheet.end()
        self.sheet.heading = 0
        self.title = self.title or title.words.strip()
        self._at += 3 if over else 2
        return True

    def _peek(self, by: int) -> _Line | None:
        return self._lines[self._at + by] if self._at + by < len(self._lines) else None

    def _block(self, line: _Line) -> None:
        """One block: a paragraph, an item of a list, a directive, a comment."""
        self._enter(line.indent)
        if line.words.startswith("..") and (len(line.words) == 2 or line.words[2] in " \t"):
            self._explicit(line)
            return
        if _SIMPLE.match(line.words) or _GRID.match(line.words):
            self._table(line)
            return
        if _VERSE.match(line.words):
            self._verses()
            return
        field = _FIELD.match(line.words)
        if field is not None and not self._began:
            self._fields(line, field)
            return
        bullet = _BULLET.match(line.words)
        if bullet is not None and len(bullet[0]) < len(line.words):
            self._margins.append((line.indent + bullet.end(), self._margins[-1][1]))
            line = _Line(line.start, line.indent + bullet.end(), line.words[bullet.end() :])
        self._paragraph(line)

    def _enter(self, indent: int) -> None:
        """What is set in further than what stands round it is quoted."""
        while len(self._margins) > 1 and indent < self._margins[-1][0]:
            self._margins.pop()
        if indent > self._margins[-1][0] and len(self._margins) < _MOST_DEPTHS:
            self._margins.append((indent, True))
        if self._margins[-1][1]:
            if self.sheet.quote is None:
                self.sheet.quote = self.sheet.quotation()
        else:
            self.sheet.quote = None

    def _paragraph(self, first: _Line, margin: int | None = None) -> None:
        """A paragraph whose lines are set in by ``margin`` at least; None is by as much as its first."""
        margin = first.indent if margin is None else margin
        held = [first]
        self._at += 1
        while (line := self._peek(0)) is not None and line.words:
            if line.indent < margin:
                break
            if line.indent > margin == first.indent and len(held) == 1 and not _BULLET.match(first.words):
                self._margins.append((line.indent, self._margins[-1][1]))  # a definition: its term is its own
                break
            held.append(line)
            self._at += 1
        self._began = True
        attribution = _ATTRIBUTION.match(first.words) if self.sheet.quote is not None else None
        self.sheet.begin()
        self.sheet.cite = attribution is not None
        literal = held[-1].words.endswith("::")
        if literal:
            cut = held[-1].words[:-2].rstrip() + ("" if held[-1].words[:-2].endswith((" ", "\t")) else ":")
            held[-1] = held[-1]._replace(words=cut if cut != ":" else "")
        self._words(held)
        self.sheet.end()
        self.sheet.cite = False
        if attribution is not None:
            self.sheet.quote = None
        if literal:
            self._pass_over(first.indent)

    def _verses(self) -> None:
        """Lines behind ``|`` stay lines."""
        self.sheet.begin()
        while (line := self._peek(0)) is not None and (sign := _VERSE.match(line.words)):
            if self.sheet.shown:
                self.sheet.sign("\n", line.start, line.start)
            self._words([_Line(line.start, line.indent + sign.end(), line.words[sign.end() :])])
            self._at += 1
        self.sheet.end()

    def _table(self, border: _Line) -> None:
        """A table: a row of it a line, its cells by the columns of the border."""
        simple = _SIMPLE.match(border.words) is not None
        columns = [match.span() for match in re.finditer("=+" if simple else r"(?<=\+)[-=]+", border.words)]
        while (line := self._peek(0)) is not None and line.words:
            self._at += 1
            if _SIMPLE.match(line.words) or line.words.startswith("+") or not line.words.strip("- "):
                continue
            self.sheet.begin_row()
            for number, (start, end) in enumerate(columns):
                start = max(0, start + border.indent - line.indent)
                end = len(line.words) if number == len(columns) - 1 else max(0, end + border.indent - line.indent)
                cell = line.words[start:end].rstrip("| ")
                blank = len(cell) - len(cell.lstrip("| "))
                self.sheet.begin_cell()
                self._words([_Line(line.start, line.indent + start + blank, cell[blank:])])
                self.sheet.end_cell()
            self.sheet.end_row()

    def _pass_over(self, indent: int) -> None:
        """What is set in further than this is not read."""
        while (line := self._peek(0)) is not None and (not line.words or line.indent > indent):
            self._at += 1

    def _fields(self, line: _Line, field: re.Match[str]) -> None:
        """The fields above a document: who wrote it, when."""
        key = field[0].strip(" \t:").lower()
        if key in ("author", "date"):
            self.known[key] = line.words[field.end() :].strip()
        self._at += 1
        self._pass_over(line.indent)

    def _explicit(self, line: _Line) -> None:
        directive, note = _DIRECTIVE.match(line.words), _NOTE.match(line.words)
        self._at += 1
        if note is not None:
            if not note[2]:
                self._margins.append((line.indent + 3, False))
                return
            self._at -= 1
            self._margins.append((line.indent + 3, False))
            self._paragraph(_Line(line.start, line.indent + note.start(2), note[2]), line.indent + 1)
            return
        if directive is None:
            self._pass_over(line.indent)
            return
        kind = directive[1].lower().removeprefix("rst:")
        if kind in ("include", "literalinclude"):
            self.drawn.append(directive[2].strip())
        if kind not in _PROSE and kind not in _QUOTING:
            self._pass_over(line.indent)
            return
        while (one := self._peek(0)) is not None and one.indent > line.indent and _FIELD.match(one.words):
            self._at += 1
        inner = next((one for one in self._lines[self._at : self._at + 50] if one.words), None)
        if inner is not None and inner.indent > line.indent:
            self._margins.append((inner.indent, kind in _QUOTING))

    # --- words

    def _words(self, lines: list[_Line]) -> None:
        """Words of a paragraph's lines, marks of roles and emphasis taken off."""
        text = "\n".join(line.words for line in lines)
        starts = [line.at for line in lines]
        lengths = [len(line.words) + 1 for line in lines]
        where: list[int] = []
        for start, length in zip(starts, lengths, strict=True):
            where.extend(range(start, start + length))
        self._inline(text, where)

    def _inline(self, text: str, where: list[int]) -> None:
        at = 0
        for match in _INLINE.finditer(text):
            self._put(text, where, at, match.start())
            at = match.end()
            self._marked(text, where, match)
        self._put(text, where, at, len(text))

    def _marked(self, text: str, where: list[int], match: re.Match[str]) -> None:
        sheet = self.sheet
        kind = match.lastgroup
        if match["strong"] or match["stress"]:
            stressed, sheet.stressed = sheet.stressed, True
            self._put(text, where, *match.span("strong" if match["strong"] else "stress"))
            sheet.stressed = stressed
        elif match["literal"]:
            self._put(text, where, *match.span("typed"))
        elif match["role"]:
            if match["role"] not in _UNREAD_ROLES:
                title = match["roled"].partition("<")[0].rstrip() or match["roled"]
                start = match.start("roled")
                self._put(text, where, start, start + len(title))
        elif match["url"]:
            place = sheet.here()
            self._put(text, where, *match.span("linked"))
            if "://" in match["url"]:
                sheet.say(match["url"].strip(), place)
        elif match["plain"]:
            self._put(text, where, *match.span("plain"))
        elif match["put"]:
            self._put(text, where, match.start(), match.end())
        elif kind == "note":
            sheet.sign(f"[{match['note'].lstrip('#')}]", where[match.start()], where[match.end() - 1] + 1)
        elif match["escaped"] and not match["escaped"].isspace():
            self._put(text, where, *match.span("escaped"))

    def _put(self, text: str, where: list[int], start: int, end: int) -> None:
        """A stretch, line by line: each stands in the file as it is read."""
        while start < end:
            stop = text.find("\n", start, end)
            stop = end if stop < 0 else stop
            if stop > start:
                self.sheet.put(text[start:stop], where[start], where[stop - 1] + 1)
            if stop < end:
                self.sheet.put("\n", where[stop], where[stop] + 1)
            start = stop + 1


def _line(match: re.Match[str]) -> _Line:
    whole = match[0].rstrip("\r\n")
    words = whole.strip(" \t")
    return _Line(match.start(), len(whole) - len(whole.lstrip(" \t")) if words else 0, words)
