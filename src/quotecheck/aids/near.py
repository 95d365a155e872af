"""Static vectors of words, only to find sentences that may speak of a claim: likeness of words proves nothing.

A directory has ``words.txt`` (a word a line, UTF-8) and ``vectors.npy`` (one row a word, any number of columns, floats
or int8). Needs numpy, the extra ``semantic``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from quotecheck.model.errors import UsageError
from quotecheck.text.tokens import tokenize

if TYPE_CHECKING:
    import numpy

COMMAND: Final = "pip install 'quotecheck-editorial[semantic]'"
_LOWEST: Final = 0.3
"""Cosine below which two texts are not near."""


class Vectors(Protocol):
    """Whatever can say which texts are near another."""

    def nearest(self, text: str, others: Sequence[str], most: int) -> list[int]:
        """Numbers of the texts that are nearest, best first; fewer than ``most`` if they are far."""
        ...


class StaticVectors:
    """Word vectors from a directory; a text is the mean of its words."""

    def __init__(self, directory: str | Path) -> None:
        """Vectors of a directory.

        Raises:
            UsageError: if numpy is missing, or the directory is not in the format above.
        """
        try:
            import numpy
        except ImportError as error:
            raise UsageError(f"vectors need numpy: {COMMAND}") from error
        self._numpy = numpy
        root = Path(directory)
        try:
            listed = (root / "words.txt").read_bytes()
            words = listed.decode("utf-8").splitlines()
            rows = numpy.load(root / "vectors.npy", allow_pickle=False)
        except (OSError, ValueError) as error:
            raise UsageError(f"{directory}: vectors are words.txt and vectors.npy: {error}") from error
        if rows.ndim != 2 or len(rows) != len(words):
            raise UsageError(f"{directory}: {len(words)} words in words.txt, but vectors.npy is {rows.shape}")
        self._rows: numpy.ndarray = rows
        self._at = {word.lower(): number for number, word in reversed(list(enumerate(words)))}
        self.fingerprint = f"vectors:{hashlib.sha256(listed + rows.tobytes()).hexdigest()[:16]}"
        self._seen: dict[tuple[str, ...], numpy.ndarray] = {}

    def nearest(self, text: str, others: Sequence[str], most: int) -> list[int]:
        """As ``Vectors`` says; ties by number."""
        np = self._numpy
        wanted = self._mean(text)
        if not len(others) or not float(np.abs(wanted).sum()):
            return []
        key = tuple(others)
        known = self._seen.get(key)
        if known is None:
            known = np.stack([self._mean(one) for one in others])
            self._seen = {key: known}  # those of the last source alone
        likeness = known @ wanted
        order = sorted(range(len(others)), key=lambda number: (-round(float(likeness[number]), 6), number))
        return [number for number in order[:most] if likeness[number] >= _LOWEST]

    def _mean(self, text: str) -> numpy.ndarray:
        """The mean of a text's words, of length 1; zeros if none is known."""
        np = self._numpy
        rows = [self._at[key] for key in tokenize(text).keys if key in self._at]
        if not rows:
            none: numpy.ndarray = np.zeros(self._rows.shape[1], dtype=np.float32)
            return none
        mean: numpy.ndarray = self._rows[rows].astype(np.float32).mean(axis=0)
        mean /= float(np.linalg.norm(mean)) or 1.0
        return mean
