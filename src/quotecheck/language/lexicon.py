"""The packed English lexicon: which lemmas there are, and how they hang together. Inflected forms are elsewhere.

The data are made from WordNet 3.1 by ``scripts/build_lexicon.py`` (licence beside them). Nothing is read before the
first question; then the whole stream is unpacked once (some 20 ms) and asked by binary search, so no table is built.
"""

from __future__ import annotations

import zlib
from functools import cache, lru_cache
from importlib import resources
from typing import Final

import attrs

__all__ = ["Entry", "entry", "glance"]


@attrs.frozen
class Entry:
    """What the lexicon knows of a lemma.

    Attributes:
        parts: Parts of speech: "n", "v", "a" (adjective), "r" (adverb), in that alphabet's order.
        seen: Times its senses were met in the tagged corpus behind WordNet: a rough measure of how common it is.
        synonyms: Lemmas that share a frequent sense.
        derived: Lemmas made from it, or it from them ("attack", "attacker").
        hypernyms: More general lemmas, one level up ("goose" → "bird" where that sense is frequent).
        antonyms: Lemmas with the opposite sense.
        wider: For things that can be seen or touched, more general nouns at any level ("spaniel" → "animal").
    """

    parts: str
    seen: int = 0
    synonyms: frozenset[str] = frozenset()
    derived: frozenset[str] = frozenset()
    hypernyms: frozenset[str] = frozenset()
    antonyms: frozenset[str] = frozenset()
    wider: frozenset[str] = frozenset()


@lru_cache(maxsize=20_000)
def entry(lemma: str) -> Entry | None:
    """The entry of a lower-cased lemma; None if the lexicon has none."""
    line = _line_of(lemma)
    return None if line is None else _parsed(line)


@lru_cache(maxsize=50_000)
def glance(lemma: str) -> tuple[str, int]:
    """A lemma's parts of speech and how often it was met, without its relations; nothing and 0 if it is not there."""
    line = _line_of(lemma)
    return ("", 0) if line is None else _head(line.split("\t", 2)[1])


def _head(head: str) -> tuple[str, int]:
    parts = head.rstrip("0123456789")
    return parts, int(head[len(parts) :] or 0)


def _parsed(line: str) -> Entry:
    head, *relations = line.split("\t")[1:]
    parts, seen = _head(head)
    related = {relation[0]: frozenset(relation[1:].split()) for relation in relations}
    none: frozenset[str] = frozenset()
    return Entry(
        parts,
        seen,
        related.get("s", none),
        related.get("d", none),
        related.get("h", none),
        related.get("o", none),
        related.get("u", none),
    )


@cache
def _packed() -> bytes:
    file = resources.files("quotecheck.language.en").joinpath("data", "lexicon.bin")
    return zlib.decompress(file.read_bytes())


def _line_of(lemma: str) -> str | None:
    """The line that starts with a lemma and a tab, looked for among those that begin with the same letters."""
    if not lemma.isascii() or "\t" in lemma or "\n" in lemma:
        return None
    lines, wanted = _packed(), lemma.encode("ascii")
    low, high = _range_of(wanted[:_LEADING])
    start = lines.find(b"\n%b\t" % wanted, low, high)
    return None if start < 0 else lines[start + 1 : lines.find(b"\n", start + 1)].decode("ascii")


_LEADING: Final = 3
"""Letters by which the lines are parted: some thousand ranges."""


@lru_cache(maxsize=20_000)
def _range_of(letters: bytes) -> tuple[int, int]:
    """From the line break before the first line that begins with these letters to the one behind the last."""
    if not letters:
        return 0, len(_packed())
    low, high = _range_of(letters[:-1])
    return _break_before(letters, low, high - 1), _break_before(letters + b"\xff", low, high - 1) + 1


def _break_before(wanted: bytes, low: int, high: int) -> int:
    """Binary search over sorted lines: the line break before the first line that is not less than this."""
    lines = _packed()
    while low < high:
        start = lines.rfind(b"\n", 0, (low + high) // 2 + 1)
        end = lines.find(b"\n", start + 1)
        if lines[start + 1 : end] < wanted:
            low = end
        else:
            high = start
    return low
