"""The differences that comparison folds away: those always in force, and those that a policy may add. Data only."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import attrs


@attrs.frozen(kw_only=True)
class Folding:
    """A difference that is let go.

    Attributes:
        name: By which policies name it.
        sound: True if it can never make two different statements equal.
        doc: What it lets go, in one sentence.
    """

    name: str
    sound: bool
    doc: str


FOLDINGS: Final[Mapping[str, Folding]] = MappingProxyType(
    {
        one.name: one
        for one in (
            Folding(name="fillers", sound=False, doc="fillers, repeats and false starts of speech (QC106)"),
            Folding(name="accents", sound=False, doc="accents and other marks on letters: résumé and resume"),
        )
    }
)
"""The foldings that a policy can have beside those of the contract."""

ALWAYS: Final = (
    Folding(name="marks", sound=True, doc="the form and level of quotation marks and apostrophes, dashes, spaces"),
    Folding(name="letters", sound=True, doc="ligatures, Unicode form, soft hyphens, invisible characters"),
    Folding(name="case", sound=True, doc="capitals, but where they alone tell two words apart (US and us, mW and MW)"),
    Folding(
        name="digits", sound=True, doc="the grouping and the script of digits: 12,000 and 12 000, not $10.0 and $100"
    ),
    Folding(name="spellings", sound=True, doc="listed spellings of one word: honour and honor, to-morrow and tomorrow"),
    Folding(
        name="line-ends", sound=False, doc="a hyphen at a line's end: re-sign and resign cannot be told apart there"
    ),
    Folding(name="furniture", sound=False, doc="page marks, note numbers, times and stage notes between the words"),
    Folding(
        name="file-noise", sound=False, doc="words joined, split or short of a letter by the reading of a file (QC113)"
    ),
)
"""Those that are in force under every policy."""
