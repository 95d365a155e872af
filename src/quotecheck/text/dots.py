"""Ellipses and brackets as they stand in a statement. What they mean for a comparison is decided elsewhere."""

from __future__ import annotations

from typing import Final

import attrs
import regex

from quotecheck.model import Span

_DOTS: Final = r"(?:…(?:[ \t]*\.)?+|\.(?:[ \t\u00a0\u202f]?\.){2,5}+)"
_ELLIPSIS: Final = regex.compile(rf"[\[(][ \t]*{_DOTS}[ \t]*[\])]|{_DOTS}")
_BRACKET: Final = regex.compile(r"\[[^\[\]\n]{0,400}\]|\([^()\n]{0,400}\)")
_INSIDE_A_WORD: Final = regex.compile(r"(?<=\p{L})[\[(]\p{L}{1,4}[\])]|\[\p{L}{1,3}\](?=\p{L})")


@attrs.frozen
class Bracket:
    """A bracketed stretch that is not part of a word.

    Attributes:
        span: With its brackets.
        round: True for ( ), False for [ ].
    """

    span: Span
    round: bool


def ellipses(content: str) -> tuple[Span, ...]:
    """Where dots stand for something: ``…``, ``...``, ``. . .``, each also in brackets, with the brackets."""
    return tuple(Span(*match.span()) for match in _ELLIPSIS.finditer(content))


def brackets(content: str) -> tuple[Bracket, ...]:
    """The bracketed stretches of one line or less, without those inside a word (``[T]he``) and bracketed dots."""
    found = []
    for match in _BRACKET.finditer(content):
        inner = match[0][1:-1].strip()
        if _ELLIPSIS.fullmatch(match[0]) or (inner and _INSIDE_A_WORD.match(content, match.start())):
            continue
        if match[0][0] == "(" and content[match.start() - 1 : match.start()].strip():
            continue  # 3582(c)(5): a round bracket that touches a word or a bracket is part of a reference
        found.append(Bracket(Span(*match.span()), match[0][0] == "("))
    return tuple(found)


def minor_alterations(content: str) -> tuple[Span, ...]:
    """Where letters of a word are bracketed: ``[T]he``, ``question[s]``."""
    return tuple(Span(*match.span()) for match in _INSIDE_A_WORD.finditer(content))
