"""Captions that a file says twice: a line that opens with the words that the line before ends with (QC113)."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from quotecheck.text.tokens import Tokens

FEWEST: Final = 3
"""Words said twice: fewer are a speaker's own repetition."""
LONGEST_LINE: Final = 20
"""Words of a line that may be a caption's."""
_BREAK: Final = re.compile(r"\r?\n")


def doubled(content: str, tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Token ranges that repeat the end of the line before, in order of place.

    Args:
        content: What a source says.
        tokens: Its tokens.
    """
    borders = [bisect_left(tokens.starts, found.end()) for found in _BREAK.finditer(content)]
    before = 0
    for here, after in itertools.pairwise([*borders, len(tokens)]):
        one, other = here - before, after - here
        if min(one, other) >= FEWEST and max(one, other) <= LONGEST_LINE:
            size = _repeated(tokens, before, here, after)
            if size:
                yield here, here + size
        before = here


def _repeated(tokens: Tokens, before: int, here: int, after: int) -> int:
    """How many words end the one line and open the next; 0 if it is too few, or all that the next one has."""
    keys = tokens.keys
    for size in range(min(here - before, after - here - 1), FEWEST - 1, -1):
        if keys[here - size : here] == keys[here : here + size]:
            return size
    return 0
