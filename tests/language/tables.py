"""Tables of words, as the tests of this room write them. No test stands here."""

from __future__ import annotations


def pairs(block: str) -> list[tuple[str, ...]]:
    """The words of each row; rows end with a semicolon."""
    return [tuple(row.split()) for row in block.split(";") if row.strip()]
