"""Word documents to texts, as they stand when all changes are accepted. Nothing but the standard library is needed."""

from __future__ import annotations

import hashlib
from typing import Final

from quotecheck.model.errors import ReadingError
from quotecheck.model.problems import Problem
from quotecheck.model.spans import Origin, Span
from quotecheck.model.texts import Annotation, Text
from quotecheck.reading.docx.about import About, about
from quotecheck.reading.docx.body import BodyReader, Note, Paragraph, Row, flattened
from quotecheck.reading.docx.laid_out import LaidOut, lay_out
from quotecheck.reading.docx.package import NoPart, Package
from quotecheck.reading.docx.styles import Role, Styles, read_styles
from quotecheck.reading.tracked import changes_accepted

__all__ = ["looks_like_document", "read", "read_old"]

_WORD_PARTS: Final = (b"word/document", b"word/_rels/", b"wordprocessingml.document")
_HEAD: Final = 1 << 18  # bytes looked at on either side: the first parts' names, and the list of all
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")


def looks_like_document(data: bytes, name: str) -> bool:
    """True if a zip file is a Word document: by the names of its parts, or its own where it is cut off."""
    ends = data[:_HEAD] + data[-_HEAD:] if len(data) > 2 * _HEAD else data
    return any(part in ends for part in _WORD_PARTS) or name.lower().endswith((".docx", ".docm", ".dotx"))


def read(data: bytes, name: str) -> Text:
    """The text of a Word document.

    Args:
        data: The file's bytes.
        name: Its name, for messages; also the text's id.

    Returns:
        A text whose content is the document's paragraphs with an empty line between them, what is inserted in them
        and not what is deleted; each table row is one, its cells with tabs between; footnotes and endnotes stand at
        the end. Comments, headers, footers and hidden text are not in it. There is no way back to offsets in the
        file, which is no text: places are paragraphs, numbered from 1.

    Raises:
        ReadingError: if the file is damaged (code "damaged"), encrypted (code "encrypted"), swells when unpacked
            (codes "too-large", "too-deep"), declares a document type (code "hostile") or holds no words (code
            "no-text").
    """
    package = Package.open(data, name)
    main = package.main()
    targets = package.targets(main)
    body = BodyReader(name)
    try:
        package.parse(main, body.start, body.end, body.words)
    except NoPart:
        raise ReadingError(f"the file is damaged: {main} is missing", path=name, code="damaged") from None
    problems: list[Problem] = []
    styles = _styles(package, targets.get("styles"), problems)
    notes = _notes(package, targets, body, problems)
    laid = lay_out(body.parts, [part for note in notes.values() for part in note], styles)
    if not laid.content:
        raise ReadingError(
            "the document holds no words: pictures of a text must be read by eye", path=name, code="no-text"
        )
    known = _about(package, laid.opening)
    return Text(
        content=laid.content,
        id=name,
        origin=Origin(line_starts=(), runs=(), paragraphs=laid.paragraphs),
        path=name,
        sha256=hashlib.sha256(data).hexdigest(),
        title=known.title,
        author=known.author,
        blocks=laid.quotations,
        emphases=laid.stressed,
        zones=laid.zones,
        annotations=_annotations(laid, _said_beside(package, targets, notes, problems), package.links(main)),
        problems=(*problems, *_told(body, name)),
    )


def read_old(data: bytes, name: str) -> Text:
    """Refuse an old office file, or one that is encrypted, which looks like one.

    Raises:
        ReadingError: always (code "encrypted" or "no-reader").
    """
    if _ENCRYPTED in data:
        raise ReadingError("the document is encrypted: save it without a password", path=name, code="encrypted")
    message = "not text: it is an old office file: save it as .docx or as plain text first"
    raise ReadingError(message, path=name, code="no-reader")


def _styles(package: Package, part: str | None, problems: list[Problem]) -> Styles:
    """The styles; a document whose styles cannot be read is read without."""
    try:
        return read_styles(package, part)
    except ReadingError as error:
        problems.append(error.problem(fatal=False))
        return Styles({})


def _about(package: Package, opening: tuple[tuple[str, Role | None], ...]) -> About:
    part = package.targets("").get("core-properties")
    try:
        return about(package, part, opening)
    except ReadingError:
        return About()


def _notes(
    package: Package, targets: dict[str, str], body: BodyReader, problems: list[Problem]
) -> dict[tuple[str, str], list[Paragraph | Row]]:
    """What the notes hold that the body refers to, by kind and id, in the order of its references."""
    found: dict[tuple[str, str], Note] = {}
    for kind in dict.fromkeys(kind for kind, _ in body.references):
        reader = BodyReader(package.name)
        try:
            package.parse(targets.get(f"{kind}s", ""), reader.start, reader.end, reader.words)
        except NoPart:
            problems.append(_incomplete(f"the document's {kind}s are missing from it", package.name))
        except ReadingError as error:
            problems.append(_incomplete(f"the {kind}s cannot be read: {error.message}", package.name))
        body.changed = body.changed or reader.changed
        found.update({(kind, note.id): note for note in reader.notes})
    order = dict.fromkeys(body.references)
    return {reference: found[reference].parts for reference in order if reference in found}


def _said_beside(
    package: Package,
    targets: dict[str, str],
    notes: dict[tuple[str, str], list[Paragraph | Row]],
    problems: list[Problem],
) -> dict[tuple[str, str], str]:
    """The words of notes and comments by kind and id; comments that cannot be read are told of."""
    found = dict(notes)
    if "comments" in targets:
        reader = BodyReader(package.name)
        try:
            package.parse(targets["comments"], reader.start, reader.end, reader.words)
        except NoPart:
            pass
        except ReadingError as error:
            problems.append(_incomplete(f"the comments cannot be read: {error.message}", package.name))
        found.update({("comment", note.id): note.parts for note in reader.notes})
    return {key: " ".join(one.text for one in flattened(parts) if one.text) for key, parts in found.items()}


def _annotations(laid: LaidOut, said: dict[tuple[str, str], str], links: dict[str, str]) -> tuple[Annotation, ...]:
    """Comments, notes and links with what they are tied to, in order of place."""
    found: list[Annotation] = []
    open_at: dict[tuple[str, str], int] = {}
    tied: set[tuple[str, str]] = set()
    for at, what, name in laid.points:
        kind, sign = what.rstrip("+-"), what[-1]
        words = links.get(name, "") if kind == "link" else said.get((kind, name), "")
        if sign == "+":
            open_at[kind, name] = at
        elif words and (kind, name) not in tied:
            found.append(Annotation(Span(open_at.pop((kind, name), at), at), words))
            if kind == "comment":  # its end and its reference mark are two places of one
                tied.add((kind, name))
    return tuple(sorted(found, key=lambda one: (one.span.start, one.span.end)))


def _told(body: BodyReader, name: str) -> list[Problem]:
    told = changes_accepted(name, body.changed)
    if body.embedded:
        told.append(_incomplete("a part of another format is embedded in it: that part is not read", name))
    return told


def _incomplete(message: str, name: str) -> Problem:
    return Problem(message=message, code="incomplete", path=name)
