"""The characters of a page to those that are shown: white space collapsed, entities decoded, each with its range."""

from __future__ import annotations

import html
import re
from typing import Final, NamedTuple

_ENTITY: Final = r"&(?:\#[0-9]{1,12};?|\#[xX][0-9A-Fa-f]{1,12};?|[A-Za-z][A-Za-z0-9]{1,31};?)"
_SPECIAL: Final = re.compile(rf"[ \t\n\r\f]{{2,}}|{_ENTITY}".replace(r"\#", "#"))
_PRE: Final = re.compile(rf"\r\n|{_ENTITY}".replace(r"\#", "#"))
_ONE_SPACE: Final = str.maketrans("\t\n\r\f", "    ")
_WHITE: Final = " \t\n\r\f"


class Piece(NamedTuple):
    """Characters as they are shown, and where in the file they stand.

    Attributes:
        text: What is shown.
        start: Offset in the file of the first code point that it was read from.
        end: One past the last; where the lengths differ, the whole stands for the whole.
        link: True inside a link.
        cite: True inside what names a quotation's source.
        stressed: True in italics or bold.
        href: Address of the link to the very words of a page that it stands in; "" in none.
    """

    text: str
    start: int
    end: int
    link: bool = False
    cite: bool = False
    stressed: bool = False
    href: str = ""


def decoded(entity: str) -> str:
    """What an entity stands for; itself if for nothing."""
    if entity.startswith("&#") and len(entity) > 10:  # far beyond Unicode, or zeros in front
        digits = entity[2:].rstrip(";")
        number = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
        return html.unescape(f"&#{min(number, 0x110000)};")
    return html.unescape(entity)


def pieces_of(source: str, start: int, end: int, *, keep: bool) -> list[tuple[str, int, int]]:
    """A stretch without tags as (text, start, end).

    Args:
        source: The page.
        start: Where it begins.
        end: One past its end.
        keep: True where white space is kept as it stands (``<pre>``); else each run of it is one space.

    Returns:
        In order and without gap. The text of a piece is one space, an entity's, or characters that stand for
        themselves one by one.
    """
    found: list[tuple[str, int, int]] = []
    at = start
    for match in (_PRE if keep else _SPECIAL).finditer(source, start, end):
        if match.start() > at:
            _plain(found, source, at, match.start(), keep=keep)
        shown = _shown(match[0], keep=keep)
        found.append((shown, match.start(), match.end()))
        at = match.end()
    if at < end:
        _plain(found, source, at, end, keep=keep)
    return found


def _shown(words: str, *, keep: bool) -> str:
    if words[0] != "&":
        return "\n" if keep else " "
    text = decoded(words)
    return " " if not keep and text and text in _WHITE else text


def _plain(found: list[tuple[str, int, int]], source: str, start: int, end: int, *, keep: bool) -> None:
    """Characters that stand for themselves; a space at either end is a piece of its own, so that it can be dropped."""
    words = source[start:end]
    if keep:
        found.append((words, start, end))
        return
    words = words.translate(_ONE_SPACE)
    first = 1 if words[0] == " " else 0
    past = len(words) - 1 if len(words) > 1 and words[-1] == " " else len(words)
    if first:
        found.append((" ", start, start + 1))
    if past > first:
        found.append((words[first:past], start + first, start + past))
    if past < len(words):
        found.append((" ", end - 1, end))
