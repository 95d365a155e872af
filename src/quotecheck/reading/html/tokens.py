"""A page's characters to tags and text with their offsets, as browsers part them. What a tag means is not asked here.

The standard library's parser is not used: it takes time that grows with the square of a hostile page's length, and
reads the same page differently from one version of Python to the next.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

RAW_ELEMENTS: Final = frozenset("iframe noembed noframes noscript script style textarea title".split())
"""Elements that hold characters and no tags."""

_SPACE: Final = r"[ \t\n\r\f/]"
# Possessive throughout: each character is looked at a fixed number of times, whatever is never closed.
_TAG: Final = re.compile(
    rf"<(/?)([A-Za-z][^ \t\n\r\f/>]*+)((?:{_SPACE}*+(?:[^ \t\n\r\f/>][^ \t\n\r\f/>=]*+"
    r"(?:[ \t\n\r\f]*+=[ \t\n\r\f]*+(?:\"[^\"]*+\"|'[^']*+'|[^ \t\n\r\f>\"'][^ \t\n\r\f>]*+|(?=>)))?+))*+)"
    rf"{_SPACE}*+>"
)
_ATTRIBUTE: Final = re.compile(
    r"([^ \t\n\r\f/>][^ \t\n\r\f/>=]*+)"
    r"(?:[ \t\n\r\f]*+=[ \t\n\r\f]*+(?:\"([^\"]*+)\"|'([^']*+)'|([^ \t\n\r\f>\"'][^ \t\n\r\f>]*+)))?+"
)
_ENDS: Final = {name: re.compile(rf"</{name}(?=[ \t\n\r\f/>])", re.IGNORECASE) for name in RAW_ELEMENTS}
_MOST_ATTRIBUTES: Final = 200  # of one tag; further ones are left unread


class TokenKind(enum.Enum):
    """What a stretch of a page is."""

    TEXT = "text"
    START = "start"
    END = "end"
    RAW = "raw"
    CUT = "cut"


class Token(NamedTuple):
    """A stretch of a page.

    Attributes:
        kind: What it is. RAW is what stands inside a raw element, whose tags give no tokens; CUT is a tag, comment or
            raw element that the page ends in.
        start: Offset of its first code point.
        end: One past its last.
        name: The element's name in small letters; empty for text.
        attributes: The start tag's attributes as they stand.
    """

    kind: TokenKind
    start: int
    end: int
    name: str = ""
    attributes: str = ""


def tokens(source: str) -> Iterator[Token]:
    """The tags and texts of a page in order; comments and declarations give nothing. Linear in its length.

    Args:
        source: A page's characters.
    """
    at = 0
    while at < len(source):
        opening = source.find("<", at)
        if opening < 0:
            yield Token(TokenKind.TEXT, at, len(source))
            return
        if opening > at:
            yield Token(TokenKind.TEXT, at, opening)
        at = opening
        match = _TAG.match(source, opening)
        if match is not None:
            found, at = _element(source, match)
            yield from found
        elif source[opening + 1 : opening + 2] in ("!", "?") or source.startswith("</", opening):
            at = _end_of_comment(source, opening)
            if at < 0:
                yield Token(TokenKind.CUT, opening, len(source))
                return
        elif source[opening + 1 : opening + 2].isascii() and source[opening + 1 : opening + 2].isalpha():
            yield Token(TokenKind.CUT, opening, len(source))
            return
        else:
            yield Token(TokenKind.TEXT, opening, opening + 1)
            at = opening + 1


def attributes_of(token: Token) -> dict[str, str]:
    """The attributes of a start tag, names in small letters, entities as they stand; the first of a name counts."""
    found: dict[str, str] = {}
    for count, match in enumerate(_ATTRIBUTE.finditer(token.attributes)):
        if count >= _MOST_ATTRIBUTES:
            break
        found.setdefault(match[1].lower(), match[2] or match[3] or match[4] or "")
    return found


def _element(source: str, match: re.Match[str]) -> tuple[tuple[Token, ...], int]:
    """The tokens of one tag, and where reading goes on: after a raw element's end tag."""
    name = match[2].lower()
    if match[1]:
        return (Token(TokenKind.END, match.start(), match.end(), name),), match.end()
    if name not in RAW_ELEMENTS:
        return (Token(TokenKind.START, match.start(), match.end(), name, match[3]),), match.end()
    end = _ENDS[name].search(source, match.end())
    if end is None:
        return (Token(TokenKind.CUT, match.start(), len(source), name),), len(source)
    closing = source.find(">", end.end())
    raw = Token(TokenKind.RAW, match.end(), end.start(), name, match[3])
    return (raw,), closing + 1 if closing >= 0 else len(source)


def _end_of_comment(source: str, opening: int) -> int:
    """One past the end of a comment, a declaration or a stray end tag; -1 if it has none."""
    if not source.startswith("<!--", opening):
        return source.find(">", opening + 2) + 1 or -1
    if source.startswith((">", "->"), opening + 4):
        return source.find(">", opening + 4) + 1
    return source.find("-->", opening + 4) + 3 if source.find("-->", opening + 4) >= 0 else -1
