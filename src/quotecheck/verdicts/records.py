"""What the record may have done to the words (QC508): a source that is edited, cut, machine-made or translated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quotecheck.language.function_words import is_function_word
from quotecheck.matching.differences import DifferenceKind
from quotecheck.model import Code, Fidelity
from quotecheck.verdicts.facts import Fact
from quotecheck.verdicts.judge import Considered
from quotecheck.verdicts.words import Likeness

_CALLED: Final = {
    Fidelity.EDITED: "edited",
    Fidelity.CONDENSED: "condensed",
    Fidelity.MACHINE: "made by a machine",
    Fidelity.TRANSLATED: "translated",
}


def record(considered: Considered, language: str) -> Iterator[Fact]:
    """QC508 where nothing but small function words differ, and the source does not keep to every one of them.

    Args:
        considered: The deciding passage. Where a changed word turns the meaning, the record is no excuse.
        language: BCP 47 tag of the source.
    """
    fidelity, comparison = considered.text.fidelity, considered.comparison
    if fidelity is Fidelity.VERBATIM or considered.words.likeness is not Likeness.ALTERED or not comparison.changes:
        return
    changes = [one for one in comparison.changes if one.kind is not DifferenceKind.EXPANDED]
    words = [
        key
        for one in changes
        for key in (*comparison.query.keys[one.first : one.past], *comparison.source.keys[one.start : one.end])
    ]
    if all(is_function_word(key, language) for key in words):
        yield Fact(
            code=Code.RECORD,
            statement=tuple(one.statement for one in comparison.changes),
            source=tuple(one.source for one in comparison.changes),
            gaps={"why": _CALLED[fidelity]},
        )
