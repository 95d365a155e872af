"""Mail (RFC 5322, MIME RFC 2045 to 2049): the writer's words, and apart from them those that the letter quotes.

Lines behind ``>`` and what follows "Original Message" are another's: block quotations, each depth its own, so that the
line that brings it in ("On Monday, Ben Cole wrote:") says whose it is. Signatures (behind ``-- ``) and attachments are
not read. Made for the tests with Python's own mail package; layouts of Gmail, Outlook and Apple Mail by description.
"""

from __future__ import annotations

import email
import hashlib
import re
from array import array
from collections.abc import Iterator, Sequence
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from typing import Any, Final, NamedTuple

from quotecheck.model.errors import ReadingError
from quotecheck.model.problems import Problem
from quotecheck.model.spans import Origin
from quotecheck.model.texts import Text
from quotecheck.reading.documents.sheet import Sheet
from quotecheck.reading.encodings import decode, not_text
from quotecheck.reading.html.blocks import read_page
from quotecheck.reading.html.laid_out import lay_out

_LARGEST: Final = 64 * 1024 * 1024
_LONGEST: Final = 2_000  # code points of a header that are looked at
_HEADER: Final = re.compile(rb"[!-9;-~]{1,60}:(?:[ \t]|\r?$)")
_SURE: Final = re.compile(rb"(?im)^(?:message-id|mime-version|received|return-path|delivered-to|x-mailer):")
_FROM: Final = re.compile(rb"(?im)^from:")
_QUOTED: Final = re.compile(r"(?:>[ \t]?+)++")
_WROTE: Final = re.compile(
    r"(?:on|am|le|el|il|den|op|em|w dniu)\b.{0,300}\b(?:wrote|schrieb|a écrit|escribió|ha scritto|skrev|schreef"
    r"|escreveu|napisał\(?a?\)?)\b.{0,120}:\s*\Z|.{1,200}\b(?:wrote|schrieb|a écrit|escribió|ha scritto)\s*:\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_ORIGINAL: Final = re.compile(
    r"[-_]{2,}+\s*+(?:original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht"
    r"|message d'origine|message transféré|mensaje original|begin forwarded message:?)\s*+(?:[-_]++\s*+)?\Z"
    r"|begin forwarded message:\s*\Z",
    re.IGNORECASE,
)
_HEAD_LINE: Final = re.compile(
    r"\s*\*?(from|von|de|sent|gesendet|date|datum|to|an|cc|subject|betreff|objet|à|para)\*?:", re.I
)
_SENDER: Final = re.compile(r"\s*\*?(?:from|von|de)\*?:\s*\*?\s*\"?([^\"<\[\n]{1,100})", re.IGNORECASE)


class _Line(NamedTuple):
    """A line of a letter: its words, the offset of each in the file, and how deep it is quoted."""

    words: str
    at: Sequence[int]
    depth: int


def looks_like_letter(data: bytes) -> bool:
    """True if a file begins as mail does: header lines and nothing else up to the first empty line."""
    head = data[:16384].replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    lines = head.split(b"\n")
    if len(lines) < 3 or not _FROM.search(head) or not _SURE.search(head):
        return False
    return all(_HEADER.match(line) or line[:1] in (b" ", b"\t") for line in lines[1:]) and (
        _HEADER.match(lines[0]) is not None or lines[0].startswith(b"From ")
    )


def read(data: bytes, name: str) -> Text:
    """The text of a letter.

    Args:
        data: The file's bytes.
        name: Its name, for messages; also the text's id.

    Returns:
        The plain body, or the page where there is no other. Offsets into the file count its bytes; of a body in base64
        all words stand for all of it.

    Raises:
        ReadingError: if it is damaged, encrypted (code "encrypted") or holds no words.
    """
    if len(data) > _LARGEST:
        raise ReadingError("larger than any letter", path=name, code="too-large")
    try:
        message = email.message_from_string(data.decode("latin-1"))  # a character a byte
        parts = [part for part in message.walk() if not part.is_multipart()]
    except (RecursionError, ValueError, LookupError, TypeError) as error:
        raise ReadingError(
            "the letter is damaged: its parts cannot be told apart", path=name, code="damaged"
        ) from error
    if message.get_content_type() in ("multipart/encrypted", "application/pkcs7-mime"):
        raise ReadingError("the letter is encrypted: save it without", path=name, code="encrypted")
    known = _known(message)
    bodies = [part for part in parts if part.get_content_disposition() != "attachment"]
    plain = next((part for part in bodies if part.get_content_type() == "text/plain"), None)
    page = next((part for part in bodies if part.get_content_type() == "text/html"), None)
    attached = sum(part.get_content_disposition() == "attachment" for part in parts)
    problems = [_unread(attached, name)] if attached else []
    if plain is not None and (page is None or _payload(plain).strip()):
        return _plain(data, name, plain, problems, known)
    if page is None:
        raise ReadingError("the letter holds no words: only attachments", path=name, code="no-text")
    return _page(data, name, page, problems, known)


def _unread(count: int, name: str) -> Problem:
    message = (
        f"{count} attachment{'s are' if count > 1 else ' is'} not read: save {'them' if count > 1 else 'it'} apart"
    )
    return Problem(message=message, code="attachment", path=name)


def _known(message: Message) -> dict[str, Any]:
    sender, address = parseaddr(_header(message, "From"))
    return {
        "speaker": " ".join(sender.split()) or address or None,
        "date": _header(message, "Date") or None,
        "title": _header(message, "Subject") or None,
    }


def _header(message: Message, key: str) -> str:
    value = message.get(key)
    if value is None:
        return ""
    try:
        said = str(value)[:_LONGEST].encode("latin-1").decode("utf-8", "replace")
        return " ".join(str(make_header(decode_header(said))).split())
    except (ValueError, LookupError):
        return " ".join(str(value)[:_LONGEST].split())


def _payload(part: Message) -> bytes:
    held = part.get_payload(decode=True)
    return held if isinstance(held, bytes) else b""


# --- plain text


def _plain(data: bytes, name: str, part: Message, problems: list[Problem], known: dict[str, Any]) -> Text:
    words, at = _placed(data, part, name)
    sheet = Sheet(name)
    writing = _Writing(sheet)
    for line in _lines(words, at):
        writing.take(line)
    writing.done()
    empty = "the letter holds no words"
    return sheet.text(data, source=data.decode("latin-1"), problems=problems, empty=empty, **known)


def _placed(data: bytes, part: Message, name: str) -> tuple[str, Sequence[int]]:
    """The characters of a part, and the offset in the file of each, with one more for the end."""
    raw = part.get_payload()
    held = raw.encode("latin-1", "replace") if isinstance(raw, str) else b""
    start = max(0, data.find(held))
    coding = str(part.get("Content-Transfer-Encoding", "7bit")).strip().lower()
    places: Sequence[int]
    if coding == "base64":
        found = _payload(part)
        places = array("q", [start]) * (len(found) + 1)
    elif coding == "quoted-printable":
        found, places = _quoted_printable(held, start)
    else:
        found, places = held, range(start, start + len(held) + 1)
    read = decode(found, declared=_charset(part))
    if read is None:
        raise not_text(name)
    return read.text, _of_characters(read.text, read.encoding, found, places, start)


def _of_characters(text: str, encoding: str, found: bytes, places: Sequence[int], start: int) -> Sequence[int]:
    """The offset in the file of each character, with one more for the end, from those of each byte."""
    if len(text) == len(found):
        return places
    at, reached = array("q"), 0
    for char in text:
        at.append(places[min(reached, len(places) - 1)])
        reached += _width(char, encoding)
    if reached != len(found):
        return array("q", [start]) * (len(text) + 1)
    at.append(places[reached])
    return at


def _charset(part: Message) -> str | None:
    try:
        charset = part.get_content_charset()
        return charset if charset and "".encode(charset) is not None else None
    except (LookupError, ValueError):
        return None


def _width(char: str, encoding: str) -> int:
    try:
        return len(char.encode(encoding))
    except (UnicodeEncodeError, LookupError):
        return 1


def _quoted_printable(held: bytes, start: int) -> tuple[bytes, Sequence[int]]:
    found, places = bytearray(), array("q")
    for match in re.finditer(rb"=([0-9A-Fa-f]{2})|=[ \t]*\r?\n|(.)", held, re.DOTALL):
        if match[1]:
            found.append(int(match[1], 16))
        elif match[2]:
            found += match[2]
        else:
            continue
        places.append(start + match.start())
    places.append(start + len(held))
    return bytes(found), places


def _lines(words: str, at: Sequence[int]) -> Iterator[_Line]:
    start = 0
    for match in re.finditer(r"\r?\n|\Z", words):
        line, places = words[start : match.start()], at[start : match.start() + 1]
        sign = _QUOTED.match(line)
        depth = sign[0].count(">") if sign else 0
        skip = sign.end() if sign else (1 if line.startswith(" >") or line.startswith(" From ") else 0)
        yield _Line(line[skip:], places[skip:], depth)
        start = match.end()


class _Writing:
    """Lines on their way to paragraphs."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._depth = 0
        self._signature = False
        self._head = False  # in the header lines of a letter inside this one
        self._original = False  # in a letter inside this one that no signs set off
        self._held: list[_Line] = []

    def take(self, line: _Line) -> None:
        """One more line."""
        if line.depth != self._depth:
            self._end()
            self._depth, self._signature = line.depth, False
            self._sheet.quotation()
        if line.words.rstrip("\r") in ("-- ", "--") and not self._original:
            self._end()
            self._signature = True
            return
        if _ORIGINAL.match(line.words.strip()):
            self._end()
            self._original = self._head = True
            self._signature = False
            self._sheet.quotation()
            return
        if self._signature:
            return
        if self._head and _HEAD_LINE.match(line.words):
            self._sender(line)
            return
        if not line.words.strip():
            self._end()
            return
        self._head = False
        self._held.append(line)
        if _WROTE.match(" ".join(one.words for one in self._held[-3:])):
            self._end()

    def done(self) -> None:
        """The letter is whole."""
        self._end()

    def _sender(self, line: _Line) -> None:
        """Who wrote the letter inside this one."""
        self._end()
        found = _SENDER.match(line.words)
        if found is None:
            return
        name = found[1].strip(" *\r")
        start = line.words.index(name)
        self._sheet.begin()
        self._sheet.put(name, line.at[start], line.at[start] + len(name))
        self._sheet.sign(" wrote:", line.at[start] + len(name), line.at[start] + len(name))
        self._sheet.end()

    def _end(self) -> None:
        """A paragraph is whole: a quotation, unless it brings one in."""
        held, self._held = self._held, []
        if not held:
            return
        self._sheet.begin()
        brings = _WROTE.match(" ".join(line.words for line in held).strip()) is not None
        if (self._depth or self._original) and not brings:
            self._sheet.regard(quote=True)
        else:
            self._sheet.quotation()
        for index, line in enumerate(held):
            if index:
                self._sheet.put(" ", line.at[0], line.at[0])
            self._put(line)
        self._sheet.end()

    def _put(self, line: _Line) -> None:
        """A line's words, in stretches that stand in the file as they are read."""
        words = line.words.rstrip("\r")
        start = 0
        for index in range(len(words)):
            if line.at[index + 1] - line.at[index] != 1:  # a character of several bytes stands alone
                if start < index:
                    self._sheet.put(words[start:index], line.at[start], line.at[index])
                self._sheet.put(words[index], line.at[index], max(line.at[index + 1], line.at[index] + 1))
                start = index + 1
        if start < len(words):
            self._sheet.put(words[start:], line.at[start], line.at[len(words)])


# --- a page


def _page(data: bytes, name: str, part: Message, problems: list[Problem], known: dict[str, Any]) -> Text:
    read = decode(_payload(part), declared=_charset(part))
    page = read_page(read.text, nested=True) if read is not None else None
    if page is None or not page.blocks:
        raise ReadingError("the letter holds no words", path=name, code="no-text")
    for block in page.blocks:
        if block.quote is not None and _WROTE.match(block.text.strip()):
            block.quote = None
    laid = lay_out(page.blocks)
    paragraphs = tuple((start, number) for number, start in enumerate(laid.starts, 1))
    return Text(
        content=laid.content,
        id=name,
        origin=Origin(line_starts=(), runs=(), paragraphs=paragraphs),
        path=name,
        sha256=hashlib.sha256(data).hexdigest(),
        blocks=laid.quotations,
        emphases=laid.stressed,
        annotations=laid.links,
        problems=tuple(problems),
        **known,
    )
