"""What a finding's message shows of the words: each place once, no more than a reader takes in."""

from __future__ import annotations

import pytest

from quotecheck import Checker, Code, Source, Statement


@pytest.mark.parametrize(
    ("said", "written", "message"),
    [
        (
            "The ferry lost 310,000 pounds last year",
            "The ferry lost 130,000 pounds last year",
            "The source has the figure “310,000 pounds”; the statement has “130,000 pounds”.",
        ),
        (
            "It cost $10.0 million and took 12 years",
            "It cost $100 million and took 21 years",
            "The source has the figure “$10.0 million … 12 years”; the statement has “$100 million … 21 years”.",
        ),
        (
            "We sold 3 boats, 3 nets and 3 huts",
            "We sold 5 boats, 5 nets and 5 huts",
            "The source has the figure “3”; the statement has “5”.",
        ),
    ],
)
def test_a_figure_is_shown_once_with_its_unit(said: str, written: str, message: str) -> None:
    checker = Checker([Source.from_text(f"“{said},” Ben Cole said.")])
    result = checker.check(Statement(written, speaker="Ben Cole"))
    assert [one.message for one in result.findings if one.code is Code.FIGURE] == [message]
