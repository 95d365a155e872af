"""Words and shingles as numbers: what a document is found by.

A document is known by each of its words, and by some of its shingles of ``SHINGLE`` words, chosen by winnowing
(Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting", SIGMOD 2003): of every
``WINDOW`` shingles in a row the one with the least number, the right one of equals. So two texts that share a run of
``CERTAIN`` words share a chosen shingle; of a shorter run that is likely and not certain.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import Final

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.uint64]

SHINGLE: Final = 3
WINDOW: Final = 2
CERTAIN: Final = SHINGLE + WINDOW - 1
"""Words in a row from which a shared run is certain to be found."""
BITS: Final = 36
"""Bits of a term's number that are kept: what two terms share by chance is seen when the document is read."""

_MOST_WORDS: Final = 1 << 20
_FACTORS: Final = tuple(
    np.uint64(number) for number in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93)
)
_WORD_MARK: Final = np.uint64(0x5851F42D4C957F2D)
_HALF: Final = np.uint64(32)


class WordNumbers(dict[str, int]):
    """The number of each word key, made once: the same on every machine."""

    def __missing__(self, key: str) -> int:
        if len(self) >= _MOST_WORDS:
            self.clear()
        digest = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        number = self[key] = int.from_bytes(digest, "little")
        return number

    def of(self, keys: Sequence[str]) -> Numbers:
        """The numbers of some keys, in order."""
        return np.fromiter(map(self.__getitem__, keys), dtype=np.uint64, count=len(keys))


def words(numbers: Numbers) -> Numbers:
    """Terms of words, one for each number."""
    return _mixed(numbers ^ _WORD_MARK)


def shingles(numbers: Numbers) -> Numbers:
    """Terms of every run of ``SHINGLE`` words, one for each place; empty if there are fewer words."""
    size = len(numbers) - SHINGLE + 1
    if size <= 0:
        return np.empty(0, dtype=np.uint64)
    found = np.zeros(size, dtype=np.uint64)
    for at in range(SHINGLE):
        found = (found ^ numbers[at : at + size]) * _FACTORS[at]
        found ^= found >> _HALF
    return _mixed(found)


def winnowed(terms: Numbers) -> Numbers:
    """The shingles by which a text is known: of every two in a row the lesser, the right one of equals."""
    if len(terms) < WINDOW:
        return terms
    left = terms[:-1] < terms[1:]
    chosen = np.zeros(len(terms), dtype=np.bool_)
    chosen[:-1] |= left
    chosen[1:] |= ~left
    return terms[chosen]


def document_terms(numbers: Numbers) -> Numbers:
    """All terms of a document, each once, ascending, as kept: ``BITS`` bits."""
    both = np.concatenate((words(numbers), winnowed(shingles(numbers))))
    return np.unique(kept(both))


def kept(terms: Numbers) -> Numbers:
    """The bits of terms that are kept."""
    return terms >> np.uint64(64 - BITS)


def _mixed(numbers: Numbers) -> Numbers:
    numbers = (numbers ^ (numbers >> _HALF)) * _FACTORS[3]
    return numbers ^ (numbers >> _HALF)
