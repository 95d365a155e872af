"""What may stand between the parts of one quotation: the speaker's own words and narration, and nobody else's."""

from __future__ import annotations

import pytest

from quotecheck import Checker, Code, Source, Statement

QUOTED = "We will sell the mill … And we will keep the school"
TALK = "ADA BROOK: We will sell the mill.\n\n{}\n\nADA BROOK: And we will keep the school.\n\nBEN COLE: Good.\n"
PROSE = "“We will sell the mill,” Ada Brook said. {} “And we will keep the school,” {} said."

BETWEEN = {
    "another's turn": (TALK.format("BEN COLE: Never in my life, madam."), True),
    "the turn of somebody without a name": (TALK.format("SPEAKER: Never in my life, madam."), True),
    "a turn of the same speaker": (TALK.format("ADA BROOK: I have said so before."), False),
    "a turn of the same speaker, named otherwise": (TALK.format("MS. BROOK: I have said so before."), False),
    "another's words in prose": (PROSE.format("“Never,” Ben Cole said.", "Ada Brook"), True),
    "narration": (PROSE.format("The hall was silent.", "she"), False),
    "the same speaker's words in prose": (PROSE.format("“I have said so,” she said.", "she"), False),
}


@pytest.mark.parametrize("name", BETWEEN)
def test_what_stands_between(name: str) -> None:
    source, spliced = BETWEEN[name]
    result = Checker([Source.from_text(source, id="source")]).check(Statement(QUOTED, speaker="Ada Brook"))
    assert (Code.SPLICED in {one.code for one in result.findings}) == spliced
    assert result.verdict is not None and (result.verdict.value == "exact") != spliced
