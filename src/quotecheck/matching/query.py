"""A statement made ready to be looked for: its tokens, its ellipses and its brackets."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import attrs

from quotecheck.model import Span
from quotecheck.text.dots import Bracket, brackets, ellipses
from quotecheck.text.tokens import Tokens, tokenize


@attrs.frozen(eq=False)
class Query:
    """The words to look for.

    Attributes:
        text: The statement's text.
        tokens: Its strong tokens.
        pieces: Token ranges between ellipses, each at least one token long.
        optional: For each token, 1 if it stands in brackets and need not be the source's.
        brackets: The bracketed stretches, with the token range inside each.
        dots: The ellipses, with the index of the token each stands before.
    """

    text: str
    tokens: Tokens
    pieces: tuple[tuple[int, int], ...]
    optional: bytes
    brackets: tuple[tuple[Bracket, int, int], ...]
    dots: tuple[tuple[Span, int], ...]

    @property
    def keys(self) -> Sequence[str]:
        """The keys of its tokens."""
        return self.tokens.keys

    def __len__(self) -> int:
        return len(self.tokens)


def read_query(text: str) -> Query:
    """A statement's text as a query.

    Args:
        text: The words, without their outer quotation marks.

    Returns:
        The query; ``len`` 0 if the text has no words, figures or signs.
    """
    tokens = tokenize(text)
    dots = tuple((span, tokens.between(span)[0]) for span in ellipses(text))
    stretches = tuple((bracket, *tokens.between(bracket.span)) for bracket in brackets(text))
    optional = bytearray(len(tokens))
    for _, first, past in stretches:
        optional[first:past] = b"\1" * (past - first)
    borders = sorted({0, len(tokens), *(index for _, index in dots)})
    pieces = tuple((first, past) for first, past in itertools.pairwise(borders) if first < past)
    return Query(text, tokens, pieces, bytes(optional), stretches, dots)
