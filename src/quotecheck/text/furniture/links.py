"""Links as Markdown writes them: where they lead is no word of the text. Other brackets are not here."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotecheck.model import Span
from quotecheck.text.furniture.pieces import Furniture, FurnitureKind

_LINK = re.compile(
    r"(?P<picture>!)?\[(?P<words>[^\[\]\n]{0,400})\]"
    r"\((?P<address>(?:[^()\s]|\([^()\s]{0,200}\)){1,2000}+)(?:\s\"[^\"\n]{0,200}\")?\)"
)
_ADDRESS = re.compile(r"[:/#]|\.\w{2}")
_NOTE = re.compile(r"\^?[\w*†]{0,3}")


def links(content: str) -> Iterator[Furniture]:
    """The marks of a link and where it leads; its words are the text's, unless they are a picture's or a note's."""
    for match in _LINK.finditer(content) if "](" in content else ():
        if not _ADDRESS.search(match["address"]):
            continue
        if match["picture"]:
            yield Furniture(Span(*match.span()), FurnitureKind.PICTURE)
        elif _is_note(match["words"]):
            yield Furniture(Span(*match.span()), FurnitureKind.REFERENCE)
        else:
            yield Furniture(Span(match.start(), match.start() + 1), FurnitureKind.REFERENCE)
            yield Furniture(Span(match.end("words"), match.end()), FurnitureKind.REFERENCE)


def _is_note(words: str) -> bool:
    """True for "1", "^b", "*": not for a word, however short."""
    return bool(_NOTE.fullmatch(words)) and (not words.isalpha() or not words)
