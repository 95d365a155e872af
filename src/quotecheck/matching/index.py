"""Where each word of a source stands, and all of it a character a word: what search knows of a source."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import Final, Protocol

import attrs

from quotecheck.text.tokens import Tokens, tokenize

STRANGE: Final = "\0"
"""Stands for a key that a source does not have."""
_LAST: Final = 0x10FFFF
_SURROGATES: Final = range(0xD800, 0xE000)


class SourceIndex(Protocol):
    """What search asks of a source."""

    @property
    def tokens(self) -> Tokens:
        """The source's strong tokens."""
        ...

    @property
    def coded(self) -> str:
        """One character a token, the same for the same key, so that compiled code can compare stretches.

        In a source with more different keys than there are characters, the last ones share one.
        """
        ...

    def places(self, key: str) -> Sequence[int]:
        """Indices of the tokens with this key, ascending; empty if there are none."""
        ...

    def code(self, keys: Iterable[str]) -> str:
        """Keys in the characters of ``coded``; ``STRANGE`` for one that the source does not have."""
        ...


@attrs.frozen(eq=False)
class MemoryIndex:
    """A source's tokens and their places, in memory.

    Attributes:
        tokens: The source's strong tokens.
    """

    tokens: Tokens
    _places: dict[str, array[int]] = attrs.field(init=False, repr=False)
    coded: str = attrs.field(init=False, repr=False)

    @_places.default
    def _read_places(self) -> dict[str, array[int]]:
        places: dict[str, array[int]] = {}
        for index, key in enumerate(self.tokens.keys):
            if key in places:
                places[key].append(index)
            else:
                places[key] = array("I", (index,))
        return places

    @coded.default
    def _read_coded(self) -> str:
        characters = {key: _character(number) for number, key in enumerate(self._places)}
        return "".join(map(characters.__getitem__, self.tokens.keys))

    def places(self, key: str) -> Sequence[int]:
        """Indices of the tokens with this key, ascending; empty if there are none."""
        return self._places.get(key, ())

    def code(self, keys: Iterable[str]) -> str:
        """Keys in the characters of ``coded``; ``STRANGE`` for one that the source does not have."""
        return "".join([self.coded[self._places[key][0]] if key in self._places else STRANGE for key in keys])

    @classmethod
    def of(cls, content: str) -> MemoryIndex:
        """The index of a text's content."""
        return cls(tokenize(content))


def _character(number: int) -> str:
    """The character for the key with this number, counted from 0."""
    code = number + 1
    if code >= _SURROGATES.start:
        code += len(_SURROGATES)
    return chr(min(code, _LAST))
