"""Archives of documents: ZIP (APPNOTE 6.3), gzip (RFC 1952), WARC. What they hold, in bounded size and depth."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import Final

import attrs

from quotecheck.model.errors import ReadingError
from quotecheck.model.problems import Problem
from quotecheck.model.texts import Text
from quotecheck.reading.docx.package import Package
from quotecheck.reading.guarded import guarded
from quotecheck.reading.packed.pages import looks_like_warc, saved_pages

_MOST: Final = 2_000  # members that are read
_IN_ALL: Final = 256 * 1024 * 1024  # bytes, unpacked
_DEEPEST: Final = 3  # archives inside each other
_DENSE: Final = 400  # times that a file may grow, if it grows large
_SMALL: Final = 8 * 1024 * 1024
_CHUNK: Final = 1 << 15
_PIECE: Final = 1 << 18


@attrs.frozen
class Member:
    """A file in an archive.

    Attributes:
        name: Its path there, archives in archives with a slash between.
        data: Its bytes.
        url: Where it was found; None if unknown.
    """

    name: str
    data: bytes
    url: str | None = None


def is_zip(data: bytes) -> bool:
    """True for a ZIP file that is no office document."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06")) and b"[Content_Types].xml" not in data[: 1 << 16]


def is_gzip(data: bytes) -> bool:
    """True for a gzip file."""
    return data.startswith(b"\x1f\x8b\x08")


def members(data: bytes, name: str, problems: list[Problem] | None = None) -> Iterator[Member]:
    """The files that an archive holds, those of archives in it among them. Links and hidden files are passed over.

    Args:
        data: The archive.
        name: Its name, for messages.
        problems: Takes what is told at the end: files whose names lead out of the archive are not read.

    Raises:
        ReadingError: if it is damaged (code "damaged"), locked (code "encrypted"), swells (code "too-large") or nests
            (code "too-deep") beyond what archives do.
    """
    budget = _Budget(name)
    yield from _held(data, PurePosixPath(name).name, "", 0, budget)
    if budget.leading_out and problems is not None:
        count = (
            "1 file in it has a name that leads"
            if budget.leading_out == 1
            else f"{budget.leading_out} files in it have names that lead"
        )
        message = f"{count} out of the archive (“..”): not read, for no archive should have that"
        problems.append(Problem(message=message, code="passed-over", path=name))


def read(data: bytes, name: str) -> Text:
    """The text of the one document that an archive holds.

    Args:
        data: The archive.
        name: Its name, for messages; also the text's id.

    Raises:
        ReadingError: as ``members``; if it holds several documents (code "several") or none (code "no-text").
    """
    texts, problems = texts_in(data, name)
    if len(texts) > 1:
        message = f"it holds {len(texts)} documents, and one is wanted: unpack it, or give it as a source"
        raise ReadingError(message, path=name, code="several")
    if not texts:
        raise ReadingError(_why_none(problems), path=name, code="no-text")
    return attrs.evolve(
        texts[0], id=name, sha256=hashlib.sha256(data).hexdigest(), problems=(*problems, *texts[0].problems)
    )


def _why_none(problems: list[Problem]) -> str:
    why = f": {problems[0].message}" if problems else ""
    return f"the archive holds no document that can be read{why}"


def texts_in(data: bytes, name: str) -> tuple[list[Text], list[Problem]]:
    """Every document that an archive holds, in its order.

    Args:
        data: The archive.
        name: Its name; a text's id and path are this, a slash, and its name in the archive.

    Returns:
        The texts, and what could not be read. Data, programs and pictures are passed over.

    Raises:
        ReadingError: as ``members``.
    """
    from quotecheck.reading.formats import format_of, is_data_by

    texts: list[Text] = []
    problems: list[Problem] = []
    for member in members(data, name, problems):
        path = f"{name}/{member.name}"
        found = format_of(member.data, member.name)
        if found.read is None or is_data_by(member.data, member.name):
            continue
        try:
            text = guarded(partial(found.read, member.data, path), member.data, path)
        except ReadingError as error:
            if error.code not in ("not-text", "no-text", "no-reader"):
                problems.append(error.problem(fatal=False))
            continue
        if text.content.strip():
            texts.append(attrs.evolve(text, url=text.url or member.url))
    return texts, problems


@attrs.define
class _Budget:
    name: str
    size: int = 0
    count: int = 0
    leading_out: int = 0  # members whose names lead out of the archive

    def spend(self, size: int, count: int = 0) -> None:
        self.size += size
        self.count += count
        if self.size > _IN_ALL or self.count > _MOST:
            raise ReadingError("it unpacks to more than is read: unpack it yourself", path=self.name, code="too-large")


def _held(data: bytes, called: str, above: str, depth: int, budget: _Budget) -> Iterator[Member]:
    if depth > _DEEPEST:
        raise ReadingError("archives stand in it too deep inside each other", path=budget.name, code="too-deep")
    if is_gzip(data):
        inner = _gunzipped(data, budget)
        plain = called.removesuffix(".gz").removesuffix(".GZ")
        yield from _further(inner, plain, f"{above}{plain}" if depth else plain, depth, budget)
    elif looks_like_warc(data):
        for page in saved_pages(data, budget.name):
            budget.spend(len(page.data), 1)
            yield Member(f"{above}{page.url}" if above else page.url, page.data, page.url)
    else:
        package = Package.open(data, budget.name)
        for part in package.parts():
            if _is_passed_over(part) or package.is_link(part):
                continue
            if ".." in part.split("/"):
                budget.leading_out += 1
                continue
            held = package.content(part)
            budget.spend(len(held), 1)
            yield from _further(held, PurePosixPath(part).name, f"{above}{part}", depth, budget)


def _further(data: bytes, called: str, name: str, depth: int, budget: _Budget) -> Iterator[Member]:
    from quotecheck.reading.formats import is_archive

    if is_archive(data, called):
        yield from _held(data, called, f"{name}/", depth + 1, budget)
    else:
        yield Member(name, data)


def _is_passed_over(part: str) -> bool:
    return part.endswith("/") or any(one.startswith((".", "__MACOSX")) and one != ".." for one in part.split("/"))


def _gunzipped(data: bytes, budget: _Budget) -> bytes:
    """What one or several gzip files behind each other hold."""
    found: list[bytes] = []
    size = at = 0
    try:
        while at < len(data):
            stream = zlib.decompressobj(31)
            rest = b""
            while not stream.eof:
                if not rest:
                    rest, at = data[at : at + _CHUNK], min(len(data), at + _CHUNK)
                    if not rest:
                        raise ReadingError("the file is damaged or cut off", path=budget.name, code="damaged")
                piece = stream.decompress(rest, _PIECE)
                rest = stream.unconsumed_tail
                size += len(piece)
                budget.spend(len(piece))
                if size > _SMALL and size > _DENSE * len(data):
                    raise ReadingError("it swells when unpacked: it is not read", path=budget.name, code="too-large")
                found.append(piece)
            at -= len(stream.unused_data)
            while data[at : at + 1] == b"\0":  # tapes are filled up with zeros
                at += 1
    except zlib.error as error:
        raise ReadingError("the file is damaged: it cannot be unpacked", path=budget.name, code="damaged") from error
    return b"".join(found)
