"""Comments put into a Word document. All that is not the comments stays byte for byte: text, styles, fields, changes.

A run is split where a comment begins or ends inside it, both halves with its properties. A comment has no date, so that
the same input gives the same file.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape

import attrs

from quotecheck.model import Outcome, Report, Result, Severity, Span, Text
from quotecheck.model.errors import UsageError, shown
from quotecheck.reading.docx.package import Package
from quotecheck.reports.advice import advice, problem_label
from quotecheck.reports.annotated.cards import where
from quotecheck.reports.commented.walk import (
    STRICT,
    TRANSITIONAL,
    Piece,
    Placed,
    each_start,
    inserted,
    pieces_of,
    refuse_other_encodings,
)
from quotecheck.reports.differences import pieces
from quotecheck.reports.remarks import in_draft
from quotecheck.reports.text import SYMBOLS, Look, clipped, fenced

AUTHOR = "quotecheck"

_RELATION = {
    TRANSITIONAL: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    STRICT: "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
}
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_DECLARED = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SHOWN = 600  # code points of a passage in a comment


@attrs.frozen
class Comment:
    """What a comment says, and the words that it is about.

    Attributes:
        lines: Its paragraphs.
        span: The words in the draft's content; None if they have no place there.
        words: What is said there.
    """

    lines: tuple[str, ...]
    span: Span | None
    words: str


def commented(report: Report, text: Text, data: bytes) -> bytes:
    """A Word document with a comment for every error and warning that counts and for what could not be checked.

    Words in notes and text boxes, where a comment cannot be, are commented at the document's first words, and quoted.

    Args:
        report: What was found; only results of this draft are looked at.
        text: The draft as it was read.
        data: The file's bytes.

    Raises:
        UsageError: if it is no Word document, or one in another encoding.
        ReadingError: if it is damaged.
    """
    package = Package.open(data, text.id)
    main = package.main()
    content = package.content(main)
    comments = list(_comments(report, text))
    if not comments:
        return data
    placed = pieces_of(content, text.content, text.id)
    if not any(one.piece.anchorable for one in placed):
        raise UsageError("it has no words that a comment could be put at", path=text.id)
    words = _Words(content)
    part = package.targets(main).get("comments")
    old = package.content(part) if part and package.has(part) else b""
    first = _next_number(old, content)
    anchors = [_anchor(one, placed) for one in comments]
    made = {main: _marked(content, anchors, first, words)}
    if old and part:
        refuse_other_encodings(old, text.id)
        made[part] = inserted(old, _written(comments, anchors, first, _Words(old)))
    else:
        made |= _new_part(package, main, comments, anchors, first, words.space)
    return _packed(data, made)


def _comments(report: Report, text: Text) -> Iterator[Comment]:
    for result in report.results:
        if result.statement.draft != text.id:
            continue
        for finding in result.findings:
            if finding.severity.rank >= Severity.WARNING.rank and finding.waived is None:
                sign = SYMBOLS[Outcome.FAIL if finding.severity is Severity.ERROR else Outcome.WARN]
                head = f"{sign} {finding.code.value} {finding.code.slug}: {finding.message}"
                lines = [head, *_evidence(result), *(f"→ {one}" for one in advice([finding]))]
                yield _comment(result, finding.statement[0] if finding.statement else None, lines, text)
        if result.outcome is Outcome.UNCHECKED:
            reasons = [f"{problem_label(result.outcome)}: {problem}" for problem in result.problems]
            yield _comment(result, None, [f"{SYMBOLS[Outcome.UNCHECKED]} This could not be checked.", *reasons], text)


def _evidence(result: Result) -> Iterator[str]:
    for index, passage in enumerate(result.evidence.passages if result.evidence else ()):
        words = clipped(fenced(pieces(result, index), Look()), _SHOWN)
        yield f"Source: “{words}” — {passage.speaker or 'speaker not named'} ({where(passage)})"


def _comment(result: Result, span: Span | None, lines: list[str], text: Text) -> Comment:
    statement = result.statement
    found = in_draft(statement, span) if span is not None and len(span) else None
    if (found is None or not len(found)) and statement.parts:
        found = Span(statement.parts[0].start, max(part.end for part in statement.parts))
    words = found.of(text.content) if found else statement.text
    return Comment(tuple(lines), found, words)


# Marks in the body


class _Words:
    """How a part names the elements of Word: its root's own prefix, or one of ours that is declared each time."""

    def __init__(self, data: bytes) -> None:
        self.space = STRICT if STRICT.encode() in data[:8192] else TRANSITIONAL
        names: list[str] = []
        each_start(data, lambda name, _: names.append(name) if not names else None)
        prefix = names[0].rpartition(":")[0]
        self.prefix = prefix or "qc"
        self.given = "" if prefix else f' xmlns:qc="{self.space}"'


@attrs.frozen
class _Anchor:
    """Where a comment begins and ends: a piece, and an offset in it; ``true`` if these are the words it is about."""

    begin: Piece
    opens: int
    end: Piece
    closes: int
    true: bool


def _anchor(comment: Comment, placed: list[Placed]) -> _Anchor:
    span = comment.span
    if span is not None:
        inside = [one for one in placed if one.start < span.end and span.start < one.start + one.length]
        inside = [one for one in inside if one.piece.anchorable]
        if inside:
            first, last = inside[0], inside[-1]
            opens = max(span.start - first.start, 0) + first.skip
            closes = min(span.end - last.start, last.length) + last.skip
            return _Anchor(first.piece, opens, last.piece, closes, True)
    first = next(one for one in placed if one.piece.anchorable)
    return _Anchor(first.piece, first.skip, first.piece, first.skip + first.length, False)


def _marked(content: bytes, anchors: list[_Anchor], first: int, words: _Words) -> bytes:
    """The body with the comments' marks."""
    marks = _Marks(content, words)
    for number, one in enumerate(anchors, first):
        marks.add(one, number)
    return marks.written()


class _Marks:
    """Marks by the byte that they are put at, and what has to be closed and opened round them."""

    def __init__(self, data: bytes, words: _Words) -> None:
        self._data = data
        self._words = words
        self._round: dict[int, tuple[bytes, bytes]] = {}
        self._ends: dict[int, list[bytes]] = {}
        self._starts: dict[int, list[bytes]] = {}
        self._kept: dict[int, tuple[int, bytes]] = {}  # first tags of texts that get white space at an end

    def add(self, anchor: _Anchor, number: int) -> None:
        """A comment from one place to another."""
        start, stop = self._cut(anchor.begin, anchor.opens), self._cut(anchor.end, anchor.closes)
        w, given = self._words.prefix, f'{self._words.given} {self._words.prefix}:id="{number}"'
        reference = f'<{w}:r{self._words.given}><{w}:commentReference {w}:id="{number}"/></{w}:r>'
        self._starts.setdefault(start, []).append(f"<{w}:commentRangeStart{given}/>".encode())
        self._ends.setdefault(stop, []).append(f"<{w}:commentRangeEnd{given}/>{reference}".encode())

    def _cut(self, piece: Piece, offset: int) -> int:
        """The byte for a mark; a run that it falls into is cut there."""
        leaf, run = piece.leaf, piece.leaf.run
        assert run is not None
        at = piece.byte(offset, self._data)
        inside = leaf.text and leaf.inner < at < leaf.inner_end
        if not inside:
            at = leaf.start if at <= leaf.inner else leaf.end
        if at <= run.inner:
            return run.start
        if at >= run.inner_end:
            return run.end
        closing, opening = b"</" + run.name + b">", run.opening
        if inside:
            kept = _with_spaces(leaf.opening)
            self._kept[leaf.start] = (leaf.inner, kept)
            closing, opening = b"</" + leaf.name + b">" + closing, opening + kept
        self._round[at] = (closing, opening)
        return at

    def written(self) -> bytes:
        """The body with all marks in."""
        out: list[bytes] = []
        at = 0
        for here in sorted({*self._starts, *self._ends, *self._kept}):
            out.append(self._data[at:here])
            closing, opening = self._round.get(here, (b"", b""))
            out += [closing, *self._ends.get(here, ()), *self._starts.get(here, ()), opening]
            at, kept = self._kept.get(here, (here, b""))
            out.append(kept)
        out.append(self._data[at:])
        return b"".join(out)


def _with_spaces(tag: bytes) -> bytes:
    """The first tag of a text, white space at its ends kept."""
    return tag if b"xml:space" in tag else tag[:-1] + b' xml:space="preserve">'


# Parts


def _next_number(old: bytes, content: bytes) -> int:
    """A number that no comment has yet."""
    taken = [-1]

    def take(name: str, given: Mapping[str, str]) -> None:
        if name.rpartition(":")[2] in ("comment", "commentRangeStart", "commentReference"):
            numbers = [value for key, value in given.items() if key.rpartition(":")[2] == "id"]
            taken.extend(int(one) for one in numbers if one.isdecimal())

    for data in (old, content):
        if data:
            each_start(data, take)
    return max(taken) + 1


def _written(comments: list[Comment], anchors: list[_Anchor], first: int, words: _Words) -> bytes:
    """The comments as a part holds them."""
    w = words.prefix
    out = []
    for number, (one, anchor) in enumerate(zip(comments, anchors, strict=True), first):
        lines = one.lines if anchor.true else (*one.lines, f"This is about “{one.words}” (in a note or a text box).")
        texts = [f'<{w}:t xml:space="preserve">{_safe(line)}</{w}:t>' for line in lines]
        paragraphs = "".join(f"<{w}:p><{w}:r>{each}</{w}:r></{w}:p>" for each in texts)
        given = f'{words.given} {w}:id="{number}" {w}:author="{AUTHOR}" {w}:initials="qc"'
        out.append(f"<{w}:comment{given}>{paragraphs}</{w}:comment>")
    return "".join(out).encode()


def _safe(words: str) -> str:
    return escape(shown(words)).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")


def _new_part(
    package: Package, main: str, comments: list[Comment], anchors: list[_Anchor], first: int, space: str
) -> dict[str, bytes]:
    """A part for the comments, and what says that it is there."""
    root = f'<w:comments xmlns:w="{space}"/>'.encode()
    written = inserted(root, _written(comments, anchors, first, _Words(root)))
    folder, base = posixpath.split(main)
    part = posixpath.join(folder, "comments.xml")
    number = 1
    while package.has(part):
        number += 1
        part = posixpath.join(folder, f"comments{number}.xml")
    relations = posixpath.join(folder, "_rels", f"{base}.rels")
    known = package.content(relations) if package.has(relations) else _empty("Relationships", _RELATIONS)
    name = "rIdQuotecheck"
    while f'"{name}"'.encode() in known:
        name += "1"
    target = posixpath.basename(part)
    relation = f'<Relationship xmlns="{_RELATIONS}" Id="{name}" Type="{_RELATION[space]}" Target="{target}"/>'
    types = package.content("[Content_Types].xml") if package.has("[Content_Types].xml") else _empty("Types", _TYPES)
    kind = f'<Override xmlns="{_TYPES}" PartName="/{part}" ContentType="{_KIND}"/>'
    return {
        part: _DECLARED + written,
        relations: inserted(known, relation.encode()),
        "[Content_Types].xml": inserted(types, kind.encode()),
    }


def _empty(root: str, space: str) -> bytes:
    return _DECLARED + f'<{root} xmlns="{space}"/>'.encode()


def _packed(data: bytes, made: Mapping[str, bytes]) -> bytes:
    """The file with some parts changed or added; the others, their order and their dates stay."""
    out = io.BytesIO()
    left = dict(made)
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            content = left.pop(info.filename.lstrip("/"), None)
            copy = zipfile.ZipInfo(info.filename, info.date_time)
            copy.compress_type, copy.external_attr = info.compress_type, info.external_attr
            copy.create_system, copy.comment = info.create_system, info.comment
            new.writestr(copy, old.read(info) if content is None else content)
        for name, content in left.items():
            added = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            added.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(added, content)
    return out.getvalue()
