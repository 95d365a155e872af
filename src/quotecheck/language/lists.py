"""How word lists are written in data modules: blocks of text, one entry a word or a line. No words here."""

from __future__ import annotations


def words(block: str) -> tuple[str, ...]:
    """The words of a block, in order, parted by white space."""
    return tuple(block.split())


def lines(block: str) -> tuple[str, ...]:
    """The lines of a block, stripped, without empty ones."""
    return tuple(line.strip() for line in block.splitlines() if line.strip())


def rows(block: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table, each parted by white space into its words.

    Rows are parted by ``;``, or by line breaks where the block has no ``;``.
    """
    parted = block.split(";") if ";" in block else block.splitlines()
    return tuple(tuple(row.split()) for row in parted if row.strip())
