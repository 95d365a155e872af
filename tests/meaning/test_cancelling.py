"""Turns of a saying that say the same with the negation elsewhere, and what looks like them and does not."""

from __future__ import annotations

import pytest

from quotecheck import Checker, Statement, Text

TURNS = {"QC402", "QC405"}


@pytest.mark.parametrize(
    ("said", "written", "turned"),
    [
        ("Judge not, that ye be not judged", "Judge not, lest ye be judged", False),
        ("Judge not, lest ye be judged", "Judge not, that ye be not judged", False),
        ("Judge not, that ye be judged", "Judge not, lest ye be judged", True),
        ("All that glitters is not gold", "Not all that glitters is gold", False),
        ("Every man who wanders is not lost", "Not every man who wanders is lost", False),
        ("Not all that glitters is gold", "All that glitters is not gold", True),
        ("Some that glitters is not gold", "Not some that glitters is gold", True),
        (
            "I went to the woods because I wished to live deliberately",
            "I went to the woods to live deliberately",
            False,
        ),
        (
            "I went to the woods because I wanted to live deliberately",
            "I went to the woods to live deliberately",
            False,
        ),
        ("I went to the woods, for I wish to live deliberately", "I went to the woods to live deliberately", False),
        ("We have nothing to fear but fear itself", "The only thing we have to fear is fear itself", False),
        ("The only thing we have to fear is fear itself", "We have nothing to fear but fear itself", False),
        ("We have something to fear but fear itself", "We have nothing to fear but fear itself", True),
        ("We have nothing to fear in the town", "We have only to fear in the town", True),
    ],
)
def test_turns_that_undo_each_other(said: str, written: str, turned: bool) -> None:
    result = Checker([Text(content=f"“{said},” Ada Brook said.", id="source", language="en")]).check(
        Statement(written, speaker="Ada Brook")
    )
    codes = {finding.code.value for finding in result.findings}
    assert bool(codes & TURNS) is turned, codes
