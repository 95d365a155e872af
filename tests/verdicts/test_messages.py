"""What a finding shows of the words: those that differ, each once, of three places at most, and how it parts them."""

from __future__ import annotations

import pytest

from quotecheck import Checker, Code, Source, Statement, Text


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


def messages(said: str, written: str) -> dict[str, str]:
    result = Checker([Text(content=f"“{said},” Ada Brook said.", id="source", language="en")]).check(
        Statement(written, speaker="Ada Brook")
    )
    return {finding.code.value: finding.message for finding in result.findings}


@pytest.mark.parametrize(
    ("said", "written", "code", "words"),
    [
        ("We must mend the roads quickly", "We must fix the roads quickly", "QC201", ["“fix”"]),
        ("We must mend the roads and the bridges quickly", "We must fix the streets and the bridges quickly", "QC201",
         ["“fix … streets”"]),
        ("The school has 412 pupils and 31 teachers", "The school has 421 pupils and 13 teachers", "QC403",
         ["“421 … 13”", "“412 … 31”"]),
    ],
)  # fmt: skip
def test_a_message_shows_the_words(said: str, written: str, code: str, words: list[str]) -> None:
    message = messages(said, written)[code]
    assert [one for one in words if one not in message] == [], message
