"""Transcripts of the podcast namespace in HTML: ``cite`` is who speaks, ``time`` when, ``p`` what.

After "Transcript File Format Details" (github.com/Podcastindex-org/podcast-namespace, transcripts/transcripts.md).
"""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterator
from typing import Final

import attrs

from quotecheck.model.problems import Problem
from quotecheck.model.spans import Origin
from quotecheck.model.texts import Text
from quotecheck.reading.encodings import Decoded
from quotecheck.reading.transcripts.talk import Piece, Said, Speaker, lay_out, stripped, text_of

_TURN: Final = re.compile(
    r"<cite\b[^<>]{0,200}>[^<>]{1,200}</cite>\s{0,200}(?:<time\b[^<>]{0,200}>[^<>]{0,40}</time>\s{0,200})?<p[\s>]",
    re.IGNORECASE,
)
_PARAGRAPH: Final = re.compile(r"<p[\s>]", re.IGNORECASE)
_TOKEN: Final = re.compile(
    r"<!--|</?(?P<name>[A-Za-z][A-Za-z0-9]{0,15})(?P<rest>[^<>]{0,2000})>"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,30});)|(?P<white>[ \t\r\n]+)"
)
_CLOCK: Final = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d(?:\.\d{1,3})?)")
_MUTE: Final = frozenset({"script", "style", "title"})
_CLOSED: Final = re.compile(r"</(?:script|style|title)\b", re.IGNORECASE)


def looks_like_podcast(text: str) -> bool:
    """True if a page is made of such turns."""
    turns = len(_TURN.findall(text)) if "<cite" in text or "<CITE" in text else 0
    return turns >= 2 and 2 * turns >= len(_PARAGRAPH.findall(text))


def read(data: bytes, decoded: Decoded, name: str) -> Text | None:
    """The text of such a page; None if nothing is said in it.

    Args:
        data: The file's bytes.
        decoded: The same, decoded.
        name: Its name; also the text's id.
    """
    laid = lay_out(_said(decoded.text))
    if not laid.content:
        return None
    file = Origin.of_plain(decoded.text)
    told = Problem(message=decoded.guess, code="encoding-guessed", path=name) if decoded.guess else None
    return Text(
        content=laid.content,
        id=name,
        origin=attrs.evolve(file, runs=laid.runs, paragraphs=laid.paragraphs, times=laid.times),
        path=name,
        sha256=hashlib.sha256(data).hexdigest(),
        speaker=laid.sole,
        labels=laid.labels,
        spoken=True,
        problems=(told,) if told else (),
    )


def _said(text: str) -> Iterator[Said]:
    speaker: Speaker | None = None
    start: float | None = None
    for element, pieces in _elements(text):
        words = text_of(pieces) if pieces else ""
        if element == "cite":
            shown = words.rstrip(" :")
            if shown:
                speaker = Speaker(shown, pieces[0].start, pieces[0].start + len(shown))
        elif element == "time":
            clock = _CLOCK.fullmatch(words)
            start = int(clock[1] or 0) * 3600.0 + int(clock[2]) * 60 + float(clock[3]) if clock else start
        elif pieces:
            yield Said(pieces=pieces, speaker=speaker, start=start, breaks=True)


def _elements(text: str) -> Iterator[tuple[str, list[Piece]]]:
    """Each ``cite``, ``time`` and ``p`` with its words. One that is not closed ends where the next begins."""
    open_, pieces, at = "", list[Piece](), 0
    for token in _TOKEN.finditer(text):
        if token.start() < at:
            continue
        if open_ and at < token.start():
            pieces.append(Piece(text[at : token.start()], at, token.start()))
        at = token.end()
        name, closes = (token["name"] or "").lower(), token[0].startswith("</")
        if token[0] == "<!--":
            end = text.find("-->", at)
            at = len(text) if end < 0 else end + 3
        elif name in _MUTE and not closes:
            closed = _CLOSED.search(text, at)
            at = closed.start() if closed else len(text)
        elif name in ("cite", "time", "p"):
            if open_:
                yield open_, stripped(pieces)
            open_, pieces = ("" if closes else name), []
        elif open_ and (token["entity"] or token["white"]):
            shown = html.unescape(token[0]) if token["entity"] else " "
            pieces.append(Piece(shown.replace("\xa0", " "), token.start(), token.end()))
        elif open_ and name == "br":
            pieces.append(Piece(" ", token.start(), token.end()))
    if open_:
        rest = text[at:] if at < len(text) else ""
        yield open_, stripped([*pieces, Piece(rest, at, at + len(rest))])
