"""What a draft declares behind a quotation: "(emphasis added)", "(cleaned up)". Whether it is true is not asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import attrs

from quotecheck.language.declaring import LONGEST, declarations
from quotecheck.model import Kind, Statement, Words

REACH: Final = 320
"""Code points behind a quotation in which a declaration belongs to it: a reference may stand between."""

_BRACKET: Final = re.compile(rf"[\[(]([^\[\]()\n]{{3,{LONGEST}}})[\])]")
_NEXT: Final = re.compile(r"\n[ \t\r]*\n|[“«„]|(?<=\s)\"(?=\w)")


def declared(content: str, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, the direct ones each with what the draft declares of it.

    Args:
        content: The draft's content.
        statements: In order of place.
    """
    places = [Words(match[0], *match.span()) for match in _BRACKET.finditer(content) if declarations(match[1])]
    return tuple(_with(content, one, places) if places else one for one in statements)


def _with(content: str, statement: Statement, places: Sequence[Words]) -> Statement:
    if statement.kind is not Kind.DIRECT or statement.end is None:
        return statement
    end = statement.end
    following = _NEXT.search(content, end + 1, end + REACH)
    limit = following.start() if following else end + REACH
    found = tuple(words for words in places if end <= words.start < limit)
    return attrs.evolve(statement, declares=found) if found else statement
