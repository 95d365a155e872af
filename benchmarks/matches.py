"""The arithmetic of extraction: which labelled statements were found, and with the right speaker. Nothing is read."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import attrs

from benchmarks.quotations import Document, Quotation

ENOUGH: Final = 0.8
"""Share of code points (Jaccard) from which two spans are the same statement."""
EDGE: Final = " \t\n\r\u00a0\"'“”‘’«»„`"
PRONOUNS: Final = frozenset(
    "i he she they it we you one er sie es wir ihr él ella ellos ellas il elle ils elles".split()
)
SUFFIXES: Final = frozenset({"jr", "sr", "ii", "iii", "iv"})


@attrs.frozen(kw_only=True)
class Score:
    """What came of some documents.

    Attributes:
        documents: How many there are.
        labelled: Statements that are labelled.
        found: Of those, the ones that a found statement, or a part of one, covers closely enough.
        predicted: Statements found, right or wrong.
        hits: Of those, the ones that cover a labelled statement.
        named: Found ones whose label names a speaker.
        right: Of those, the ones with the right speaker.
    """

    documents: int
    labelled: int
    found: int
    predicted: int
    hits: int
    named: int
    right: int

    @property
    def recall(self) -> float | None:
        """Share of the labelled statements that were found; None if there are none."""
        return self.found / self.labelled if self.labelled else None

    @property
    def precision(self) -> float | None:
        """Share of the found statements that are labelled; None if nothing was found."""
        return self.hits / self.predicted if self.predicted else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; None if one of them is not there."""
        if self.recall is None or self.precision is None:
            return None
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def speaker(self) -> float | None:
        """Share of right speakers among the found statements that name one; None if there are none."""
        return self.right / self.named if self.named else None


@attrs.frozen
class Pair:
    """A labelled statement and the found one that covers it; None if none does."""

    labelled: Quotation
    found: Quotation | None


def score(documents: Sequence[Document], found: Mapping[str, Sequence[Quotation]], kinds: frozenset[str]) -> Score:
    """Counts over ``documents``.

    Args:
        documents: Texts and labels.
        found: By document, what was found.
        kinds: Labelled kinds that count. Direct ones alone are compared with direct ones alone.
    """
    counts = [_score(document, found[document.name], kinds) for document in documents]
    sums = {name.name: sum(getattr(one, name.name) for one in counts) for name in attrs.fields(Score)}
    return Score(**sums)


def _score(document: Document, found: Sequence[Quotation], kinds: frozenset[str]) -> Score:
    wanted = [one for one in document.labelled if one.kind in kinds]
    candidates = [one for one in found if kinds - {"direct"} or one.kind == "direct"]
    pairs = paired(wanted, candidates, document.content)
    others = {tuple(folded(one.speaker)) for one in document.labelled if one.speaker}
    met = [pair for pair in pairs if pair.found is not None]
    named = [pair for pair in met if pair.labelled.speaker or pair.labelled.mention]
    return Score(
        documents=1,
        labelled=len(wanted),
        found=len(met),
        predicted=len(candidates),
        hits=len({id(pair.found) for pair in met}),
        named=len(named),
        right=sum(has_speaker(pair.labelled, pair.found, others) for pair in named if pair.found is not None),
    )


def paired(labelled: Iterable[Quotation], found: Sequence[Quotation], content: str) -> list[Pair]:
    """Each labelled statement with the span that covers it best, if well enough; a span serves once."""
    spans = [(one, trimmed(content, *span)) for one in found for span in _spans(one)]
    used: set[int] = set()
    pairs = []
    for one in labelled:
        span = trimmed(content, one.start, one.end)
        free = [index for index in range(len(spans)) if index not in used]
        best = max(free, key=lambda index: jaccard(span, spans[index][1]), default=None)
        if best is not None and jaccard(span, spans[best][1]) >= ENOUGH:
            used.add(best)
            pairs.append(Pair(one, spans[best][0]))
        else:
            pairs.append(Pair(one, None))
    return pairs


def _spans(one: Quotation) -> list[tuple[int, int]]:
    """The whole, and each part where there are several."""
    return [(one.start, one.end), *(one.parts if len(one.parts) > 1 else ())]


def trimmed(content: str, start: int, end: int) -> tuple[int, int]:
    """The span without marks and spaces at its ends."""
    while start < end and content[start] in EDGE:
        start += 1
    while end > start and content[end - 1] in EDGE:
        end -= 1
    return start, end


def jaccard(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Shared code points as a share of all that either covers; 0 where they do not meet."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared / (max(one[1], other[1]) - min(one[0], other[0])) if shared > 0 else 0.0


def has_speaker(labelled: Quotation, found: Quotation, others: Iterable[Sequence[str]]) -> bool:
    """True if the found statement has the labelled speaker.

    The words at the quotation count only where the label knows no name, or a pronoun.
    """
    known = [name for name in (labelled.speaker or labelled.mention, *labelled.aliases) if name]
    if any(same_speaker(found.speaker, name, others) for name in known):
        return True
    unnamed = not labelled.speaker or labelled.speaker.casefold() in PRONOUNS
    return unnamed and same_speaker(found.mention, labelled.mention, others)


def same_speaker(one: str | None, other: str | None, others: Iterable[Sequence[str]]) -> bool:
    """True if two names are one person's, case and accents aside.

    Either name ends the other, or their last words are the same and nobody else of the text has that last word.
    """
    first, second = folded(one), folded(other)
    if not first or not second:
        return False
    if first[-len(second) :] == second or second[-len(first) :] == first:
        return True
    return first[-1] == second[-1] and sum(tuple(name[-1:]) == (first[-1],) for name in others) <= 1


def folded(name: str | None) -> list[str]:
    """Words of a name without case, accents, punctuation and "Jr."."""
    letters = (
        "" if unicodedata.combining(letter) else letter if letter.isalnum() else " "
        for letter in unicodedata.normalize("NFKD", name or "").casefold()
    )
    return [word for word in "".join(letters).split() if word not in SUFFIXES]
