"""Where each word of a source stands. The protocol that search knows, and the index in memory behind it."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Protocol

import attrs

from quotecheck.text.tokens import Tokens, tokenize


class SourceIndex(Protocol):
    """What search asks of a source."""

    @property
    def tokens(self) -> Tokens:
        """The source's strong tokens."""
        ...

    def places(self, key: str) -> Sequence[int]:
        """Indices of the tokens with this key, ascending; empty if there are none."""
        ...


@attrs.frozen(eq=False)
class MemoryIndex:
    """A source's tokens and their places, in memory.

    Attributes:
        tokens: The source's strong tokens.
    """

    tokens: Tokens
    _places: dict[str, array[int]] = attrs.field(init=False, repr=False)

    @_places.default
    def _read_places(self) -> dict[str, array[int]]:
        places: dict[str, array[int]] = {}
        for index, key in enumerate(self.tokens.keys):
            if key in places:
                places[key].append(index)
            else:
                places[key] = array("I", (index,))
        return places

    def places(self, key: str) -> Sequence[int]:
        """Indices of the tokens with this key, ascending; empty if there are none."""
        return self._places.get(key, ())

    @classmethod
    def of(cls, content: str) -> MemoryIndex:
        """The index of a text's content."""
        return cls(tokenize(content))
