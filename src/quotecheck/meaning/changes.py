"""Changed words as the weighing of meaning sees them: words with what stands around them, and reasons."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from quotecheck.model import Code


@attrs.frozen
class Word:
    """A token of one side.

    Attributes:
        key: Its folded form.
        text: As it stands.
        opens: True if it opens a sentence, a line or the statement, where a capital means nothing.
        index: Its number among the tokens of its side.
    """

    key: str
    text: str
    opens: bool
    index: int

    @property
    def capital(self) -> bool:
        """True if it begins with a capital that is not owed to its place."""
        return self.text[:1].isupper() and not self.opens


@attrs.frozen(kw_only=True)
class Change:
    """One stretch in which a statement's words are not the source's.

    Attributes:
        said: The source's words; empty where the statement adds.
        written: The statement's words; empty where it leaves out.
        said_before: The source's words before, nearest last, within the sentence.
        said_after: The source's words after, nearest first, within the sentence.
        written_before: The statement's words before, nearest last.
        written_after: The statement's words after, nearest first.
        bracketed: True if the statement's words stand in brackets, as the writer's own.
        language: BCP 47 tag of both sides.
    """

    said: tuple[Word, ...] = ()
    written: tuple[Word, ...] = ()
    said_before: tuple[Word, ...] = ()
    said_after: tuple[Word, ...] = ()
    written_before: tuple[Word, ...] = ()
    written_after: tuple[Word, ...] = ()
    bracketed: bool = False
    language: str = "en"


@attrs.frozen(kw_only=True)
class Reason:
    """Why a change turns the meaning.

    Attributes:
        code: QC402 to QC405.
        change: Index of the change.
        said: The source's words that it speaks of.
        written: The statement's.
        sure: 2 if the change touches what the two share; 1 if it stands in their place, but may only leave out or add
            what does not touch the rest; 0 if neither is known.
    """

    code: Code
    change: int
    said: tuple[Word, ...]
    written: tuple[Word, ...]
    sure: int = 2


@attrs.frozen(kw_only=True)
class Weight:
    """What all changes of a statement come to.

    Attributes:
        reasons: Those that turn the meaning, gravest first.
        strange: Share of the statement's content words for which the passage has nothing related, 0 to 1.
        strangers: Number of such words.
        invented: The longest run of them.
    """

    reasons: tuple[Reason, ...]
    strange: float
    strangers: int
    invented: int


def keys(words: Sequence[Word]) -> tuple[str, ...]:
    """The keys of some words."""
    return tuple(word.key for word in words)
