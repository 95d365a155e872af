"""The packed English lexicon: which lemmas there are, and how they hang together. Inflected forms are elsewhere.

The data are made from WordNet 3.1 by ``scripts/build_lexicon.py`` (licence beside them). Nothing is read before the
first question; then the whole stream is unpacked once (some 20 ms) and asked by binary search, so no table is built.
"""

from __future__ import annotations

import zlib
from functools import cache, lru_cache
from importlib import resources

import attrs

__all__ = ["Entry", "entry"]


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


def _parsed(line: str) -> Entry:
    head, *relations = line.split("\t")[1:]
    parts = head.rstrip("0123456789")
    related = {relation[0]: frozenset(relation[1:].split()) for relation in relations}
    none: frozenset[str] = frozenset()
    return Entry(
        parts,
        int(head[len(parts) :] or 0),
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
    """Binary search over sorted lines; each starts with its lemma and a tab."""
    if not lemma.isascii() or "\t" in lemma or "\n" in lemma:
        return None
    lines, wanted = _packed(), lemma.encode("ascii")
    low, high = 0, len(lines) - 1
    while low < high:
        start = lines.rfind(b"\n", 0, (low + high) // 2 + 1)
        end = lines.find(b"\n", start + 1)
        found = lines[start + 1 : lines.find(b"\t", start)]
        if found == wanted:
            return lines[start + 1 : end].decode("ascii")
        if found < wanted:
            low = end
        else:
            high = start
    return None
