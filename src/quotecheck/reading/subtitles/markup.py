"""The lines of a cue to the words they show: tags dropped, entities decoded, voices kept. Cues are parted elsewhere."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Final

import attrs

from quotecheck.reading.subtitles.cues import Line
from quotecheck.reading.transcripts.talk import Piece, Speaker

_TOKEN: Final = re.compile(
    r"(?P<tag></?(?P<name>[A-Za-z][A-Za-z0-9]{0,15})(?P<classes>\.[^\s<>]{0,200})?(?P<rest>[ \t/][^<>]{0,400})?>)"
    r"|(?P<time><\d[\d:.,]{2,20}>)|(?P<end></>)"
    r"|(?P<style>\{\\[^{}]{0,400}\})|(?P<break>\\[Nn])|(?P<hard>\\h)"
    r"|(?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,15});)".replace(r"\#", "#")
)
_TAGS: Final = frozenset("b i u s c v lang ruby rt font span em strong br p div small big".split())


@attrs.define
class Shown:
    """Words that stand on one line under one voice.

    Attributes:
        pieces: The words, in order.
        voice: Who a tag says speaks them; None if no tag does.
    """

    pieces: list[Piece]
    voice: Speaker | None = None


def shown_lines(text: str, lines: Iterable[Line], *, webvtt: bool) -> tuple[list[Shown], bool]:
    """What a cue's lines show.

    Args:
        text: The file's text.
        lines: The cue's lines.
        webvtt: True for WebVTT, where everything in angle brackets is a tag.

    Returns:
        Lines in order, parted where a tag changes the voice or breaks the line; and whether tags time single words.
    """
    reader = _Reader(text, webvtt)
    for line in lines:
        reader.line(line)
    return reader.shown, reader.timed


class _Reader:
    def __init__(self, text: str, webvtt: bool) -> None:
        self.shown: list[Shown] = []
        self.timed = False
        self._text = text
        self._webvtt = webvtt
        self._voice: Speaker | None = None
        self._spoken = 0  # depth of <rt>, whose words say how others are pronounced

    def line(self, line: Line) -> None:
        self.shown.append(Shown([], self._voice))
        at = line.start
        for token in _TOKEN.finditer(self._text, line.start, line.end):
            self._put(self._text[at : token.start()], at, token.start())
            self._token(token)
            at = token.end()
        self._put(self._text[at : line.end], at, line.end)

    def _token(self, token: re.Match[str]) -> None:
        kind = token.lastgroup if token["tag"] is None else "tag"
        if kind == "tag":
            self._tag(token)
        elif kind == "time":
            self.timed = True
        elif kind == "break":
            self.shown.append(Shown([], self._voice))
        elif kind == "hard":
            self._put("\xa0", token.start(), token.end())
        elif kind == "entity":
            self._put(html.unescape(token[0]), token.start(), token.end())

    def _tag(self, token: re.Match[str]) -> None:
        name = token["name"].lower()
        closes = token[0].startswith("</")
        if name not in _TAGS and not self._webvtt:
            self._put(token[0], token.start(), token.end())
        elif name == "br":
            self.shown.append(Shown([], self._voice))
        elif name == "rt":
            self._spoken = max(0, self._spoken + (-1 if closes else 1))
        elif name == "v":
            self._voice = None if closes else _voice(token)
            if self.shown[-1].pieces:
                self.shown.append(Shown([], self._voice))
            else:
                self.shown[-1].voice = self._voice

    def _put(self, words: str, start: int, end: int) -> None:
        if words and not self._spoken:
            self.shown[-1].pieces.append(Piece(words.replace("\t", " "), start, end))


def _voice(token: re.Match[str]) -> Speaker | None:
    rest = token["rest"] or ""
    name = " ".join(html.unescape(rest).split())
    if not name:
        return None
    start = token.start("rest") + len(rest) - len(rest.lstrip())
    return Speaker(name, start, token.start("rest") + len(rest.rstrip()))
