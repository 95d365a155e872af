"""What differs between a query and the passage it was aligned with, each difference with its kind and both places.

The kinds here are about letters, signs and places alone. Which of them are conventions, and what the others do to the
meaning, is judged elsewhere.
"""

from __future__ import annotations

import enum

import attrs

from quotecheck.model import Span


class DifferenceKind(enum.Enum):
    """How a stretch of the query differs from the source's."""

    JOINED = "joined"
    """The same letters, cut into words otherwise: an apostrophe, a line's end, a space."""
    COMPOUND = "compound"
    """The same letters as one word, two words or with a hyphen."""
    SPELLED = "spelled"
    """Another spelling of the same word."""
    NOISE = "noise"
    """The same word, damaged by the reading of the file."""
    CAPITALS = "capitals"
    """The same letters, large and small."""
    MARKS = "marks"
    """The punctuation between two words."""
    DOTTED = "dotted"
    """Words left out where an ellipsis stands."""
    BRACKETED = "bracketed"
    """Words in brackets, added or in place of others, or letters of a word in brackets."""
    PASSED = "passed"
    """What stands between the source's words but is not of them."""
    TIDIED = "tidied"
    """Fillers, repeats and false starts of speech left out; a convention only where a policy allows it."""
    CORRECTED = "corrected"
    """A slip of the source's spelling put right."""
    DECLARED = "declared"
    """Words left out that the draft declares to be: references to other works."""
    MASKED = "masked"
    """A word in whose place signs or a bracket stand: an obscenity, a name."""
    RENDERED = "rendered"
    """The same figure, written otherwise: "12,000" and "12 000"."""
    EXPANDED = "expanded"
    """A short form and its long form: "don't", "do not"; "Gov.", "Governor"."""
    REPLACED = "replaced"
    """Other words in place of the source's."""
    ADDED = "added"
    """Words that the source lacks."""
    OMITTED = "omitted"
    """Words of the source left out without a mark."""


CONVENTIONS = frozenset(DifferenceKind) - {
    DifferenceKind.REPLACED,
    DifferenceKind.ADDED,
    DifferenceKind.OMITTED,
    DifferenceKind.EXPANDED,
}
"""Kinds that leave the words the source's."""


@attrs.frozen
class Difference:
    """One difference.

    Attributes:
        kind: What sort.
        first: First query token.
        past: One past the last query token; equal to ``first`` where the query has nothing.
        start: First source token.
        end: One past the last source token; equal to ``start`` where the source has nothing.
        statement: Where in the query's text.
        source: Where in the source's content.
    """

    kind: DifferenceKind
    first: int
    past: int
    start: int
    end: int
    statement: Span
    source: Span

    @property
    def is_case(self) -> bool:
        """True if one word stands for one: letters in brackets, and no words put in."""
        return self.past - self.first == self.end - self.start == 1

    @property
    def is_convention(self) -> bool:
        """True if the words are still the source's."""
        return self.kind in CONVENTIONS
