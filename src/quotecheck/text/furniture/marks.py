"""Note marks without brackets: figures raised or behind a stop, stars and daggers that hang on a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from quotecheck.model import Span
from quotecheck.text.furniture.pieces import Furniture, FurnitureKind

_SUPERSCRIPT = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[,⁻–⁾⁽][⁰¹²³⁴⁵⁶⁷⁸⁹]+)*")
_LENGTH = re.compile(r"(?i)(?:met(?:re|er|ro)|mètre|foot|feet|inch|inche|yard|mile)[sn]?\Z")
_LONGEST_EMPHASIS = 400  # code points
_AFTER_STOP = re.compile(
    r"(?<![^\W_])(?P<word>[^\W\d_]{2,40}+)(?P<stop>[.!?,;]?[”\"’]?(?<=[.!?,;”\"’]))(?P<number>\d{1,3})"
    r"(?=\s+[^\W\d_a-zß-öø-ÿ]|\s+[“\"]|\s*\Z|(?<=[,;]\d)\s)"
)
_FIGURE_BEHIND_STOP = re.compile(r"[.!?,;”\"’'](?<=[^\W\d_].|[.!?,;].)\d")
"""Stands in every match of the one above; found sooner."""
_STOPS: Final = frozenset(".!?,;")
_LONGEST_WORD: Final = 40
# Words that a stop shortens before a figure of their own.
_SHORTENED: Final = frozenset(
    "no nos nr p pp fig figs sec sect art arts chap vol vols ch par para pt vs v bd abs kap st rev ver vers ps op ed "
    "eds approx ca reg rule ex jan feb mar apr may jun jul aug sep sept oct nov dec am pm núm pág cap".split()
)
_ANY_STAR = re.compile(r"[*†‡]")
_STAR = re.compile(r"(?<=[\w.,;:!?”\"’'»)])(?:\*{1,2}|[†‡]{1,2})(?=[\s.,;:!?”\"’)]|$)")


def superscripts(content: str) -> Iterator[Furniture]:
    """Raised figures after a stop or a word of three letters and more; "m²", "metre²" and "10³" keep theirs."""
    for match in _SUPERSCRIPT.finditer(content):
        before = content[max(0, match.start() - 3) : match.start()]
        after = content[match.end() : match.end() + 1]
        if (
            before
            and not after.isalnum()
            and not (match[0] in "²³" and _LENGTH.search(content, max(0, match.start() - 12), match.start()))
            and (before[-1] in ".,;:!?”\"’'»)" or (len(before) == 3 and before.isalpha()))
        ):
            yield Furniture(Span(*match.span()), FurnitureKind.REFERENCE)


def figures_behind_stops(content: str) -> Iterator[Furniture]:
    """Notes' figures that hang on a stop and count up from 1: "It closed.1 Then …"; "No.1" keeps its own."""
    if not _FIGURE_BEHIND_STOP.search(content):
        return
    expected = 1
    for match in _after_stops(content):
        if int(match["number"]) == expected and match["word"].casefold() not in _SHORTENED:
            yield Furniture(Span(*match.span("number")), FurnitureKind.REFERENCE)
            expected += 1


def _after_stops(content: str) -> Iterator[re.Match[str]]:
    """What ``_AFTER_STOP`` finds, tried only where a figure stands behind a stop: most words have none."""
    for seen in _FIGURE_BEHIND_STOP.finditer(content):
        end = seen.start() - (content[seen.start() - 1] in _STOPS)
        start = end
        while start > 0 and end - start <= _LONGEST_WORD and _is_letter(content[start - 1]):
            start -= 1
        match = _AFTER_STOP.match(content, start)
        if match is not None:
            yield match


def _is_letter(char: str) -> bool:
    return char.isalnum() and not char.isdecimal()


def stars(content: str) -> Iterator[Furniture]:
    """A star or dagger that hangs on a word. One that closes what another opened marks emphasis, and is none."""
    for match in _stars(content):
        if match[0][0] != "*" or not (_closes(content, match.start()) or content[match.start() - 1].isdigit()):
            yield Furniture(Span(*match.span()), FurnitureKind.REFERENCE)


def _stars(content: str) -> Iterator[re.Match[str]]:
    """What ``_STAR`` finds, tried only at stars and daggers."""
    seen = _ANY_STAR.search(content)
    while seen is not None:
        match = _STAR.match(content, seen.start())
        if match is not None:
            yield match
        seen = _ANY_STAR.search(content, match.end() if match is not None else seen.end())


def _closes(content: str, at: int) -> bool:
    """True if the star before this one, in the same line, opens a word: "*so*"."""
    floor = max(0, at - _LONGEST_EMPHASIS)
    opener = content.rfind("*", floor, at)
    if opener < 0 or content.find("\n\n", opener, at) >= 0 or content[opener + 1].isspace():
        return False
    first = opener
    while first > floor and content[first - 1] == "*":
        first -= 1
    return first == 0 or (not content[first - 1].isalnum() and content[first - 1] not in ".,;:!?”\"’'»)")
