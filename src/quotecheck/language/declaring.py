"""What a bracket declares of a quotation, and words that stand for what is not printed. It is not judged."""

from __future__ import annotations

import enum
import re
from functools import cache
from typing import Final

from quotecheck.language.known import data, languages, listed

LONGEST: Final = 120
"""Code points of the longest declaration."""


class Declaration(enum.Enum):
    """A kind of change that a bracket declares."""

    EMPHASIS = "emphasis"
    """Italics or bold were added."""
    CITATIONS = "citations"
    """References to other works were left out."""
    NOTES = "notes"
    """Notes, or their marks, were left out."""
    MARKS = "marks"
    """Inner quotation marks, brackets or dots were left out."""
    CLEANED_UP = "cleaned-up"
    """All of these but emphasis."""
    ORIGINAL = "original"
    """What looks like a change is the source's own: it declares none."""


def declarations(words: str) -> frozenset[Declaration]:
    """What the words of a bracket declare, in any language that there are data for.

    Args:
        words: What stands between the brackets: "emphasis added; citations omitted".

    Returns:
        Every kind that they declare; none where a part of them says anything else.
    """
    if not 3 <= len(words) <= LONGEST:
        return frozenset()
    found: set[Declaration] = set()
    for part in _parts(" ".join(words.lower().split())):
        kinds = {kind for kind, pattern in _patterns() if pattern.fullmatch(part)}
        if not kinds:
            return frozenset()
        found |= kinds
    return frozenset(found)


def _parts(words: str) -> list[str]:
    """The declarations of one bracket: parted by semicolons, and "citations and footnotes omitted" by its "and"."""
    parts = [part.strip(" .") for part in re.split(r"[;/]", words)]
    told: list[str] = []
    for part in parts:
        together = next((match for pattern in _together() if (match := pattern.fullmatch(part))), None)
        told += [f"{together['first']} omitted", *_parts(together["rest"])] if together else _at_commas(part)
    return told


def _at_commas(part: str) -> list[str]:
    pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
    several = len(pieces) > 1 and all(any(one.fullmatch(piece) for _, one in _patterns()) for piece in pieces)
    return pieces if several else [part]


@cache
def _patterns() -> tuple[tuple[Declaration, re.Pattern[str]], ...]:
    return tuple(
        (Declaration(kind), re.compile(pattern))
        for language in languages()
        for kind, patterns in getattr(data(language, "declaring"), "DECLARING", {}).items()
        for pattern in patterns
    )


@cache
def _together() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(pattern)
        for language in languages()
        for pattern in getattr(data(language, "declaring"), "TOGETHER", ())
    )


_ENDINGS: Final = frozenset(" s es ed er ers ing in y ty e en em n head hole face".split(" "))
_BEFORE: Final = frozenset(" bull horse mother dumb jack bat god".split(" "))


def is_obscene(word: str, language: str = "en") -> bool:
    """True for a word that houses mask: one of a language's list, with an ending, perhaps with a word before it.

    Args:
        word: Lower-cased.
        language: BCP 47 tag; only its first part counts. A language without data has none.
    """
    for stem in listed(data(language, "declaring"), "OBSCENE"):
        before, found, after = word.partition(stem)
        if found and before in _BEFORE and after in _ENDINGS:
            return True
    return False


def masks_word(words: str, language: str = "en") -> bool:
    """True if the words of a bracket stand for one that is not printed: "expletive"."""
    return words.lower().strip(" .") in listed(data(language, "declaring"), "MASKS")


def masks_name(words: str, language: str = "en") -> bool:
    """True if the words of a bracket stand for a name that is not printed: "name withheld"."""
    return words.lower().strip(" .") in listed(data(language, "declaring"), "MASKED_NAMES")
