"""Choices that look random and are the same on every machine: hashes of the source's bytes. No state is kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import attrs

T = TypeVar("T")


@attrs.frozen
class Dice:
    """Choices that hang on a seed and on what is chosen for, and on nothing else.

    Attributes:
        seed: Any text; equal seeds choose alike.
    """

    seed: str

    @classmethod
    def of(cls, content: str, seed: str) -> Dice:
        """Dice for a source: its content and a seed of the user's decide."""
        digest = hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
        return cls(f"{digest}:{seed}")

    def number(self, below: int, *salt: object) -> int:
        """A number from 0 up to, and without, ``below``.

        Args:
            below: At least 1.
            salt: What is chosen for; the same salt gives the same number.
        """
        text = "\x1f".join((self.seed, *map(str, salt)))
        digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        return int.from_bytes(digest, "big") % below

    def pick(self, choices: Sequence[T], *salt: object) -> T:
        """One of ``choices``, of which there is at least one."""
        return choices[self.number(len(choices), *salt)]

    def order(self, items: Iterable[T], key: Callable[[T], object], *salt: object) -> list[T]:
        """All items, shuffled; ``key`` tells them apart."""
        return sorted(items, key=lambda item: self.number(1 << 64, *salt, key(item)))
