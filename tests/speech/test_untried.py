"""A language without data: marks, labels and signs still tell who speaks, and what was not tried is said."""

from __future__ import annotations

import pytest

from quotecheck import Checker
from quotecheck.model import Statement, Text
from quotecheck.speech.statements import extract
from quotecheck.speech.untried import untried

FINNISH = "Silta suljettiin eilen. Ana Ruiz: ”Korjaamme sillan ensi viikolla.” Liikenne ohjattiin toista tietä."
LABELLED = "RUIZ: Korjaamme sillan.\n\nHALE: Milloin?\n\nRUIZ: Ensi viikolla.\n\nHALE: Hyvä.\n"


@pytest.mark.parametrize(
    ("content", "expected"),
    {
        "a name and a colon": (FINNISH, [("Ana Ruiz", "Korjaamme sillan ensi viikolla.")]),
        "a dash and a name": (
            "”Korjaamme sillan ensi viikolla.” – Ana Ruiz",
            [("Ana Ruiz", "Korjaamme sillan ensi viikolla.")],
        ),
        "labels": (
            LABELLED,
            [("Ruiz", "Korjaamme sillan."), ("Hale", "Milloin?"), ("Ruiz", "Ensi viikolla."), ("Hale", "Hyvä.")],
        ),
    }.values(),
)
def test_marks_labels_and_signs_tell_who_speaks(content: str, expected: list[tuple[str, str]]) -> None:
    found = [((one.speaker or "").title(), one.text) for one in extract(Text(content=content, language="fi"))]
    assert found == expected


def test_the_words_of_another_language_report_nothing() -> None:
    assert [one.speaker for one in extract(Text(content="”Korjaamme sillan,” said hän.", language="fi"))] == [None]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (Text(content=FINNISH, language="fi", id="a.txt"), "'fi'"),
        (Text(content="Kysymys hallituksen esityksestä herätti keskustelua. " * 15), "could not be told"),
    ],
)
def test_what_was_not_tried_is_said(text: Text, told: str) -> None:
    (problem,) = untried(text)
    assert problem.code == "language-unknown" and told in problem.message and not problem.fatal


@pytest.mark.parametrize("text", [Text(content=FINNISH, language="de-AT"), Text(content="“Go!”")])
def test_nothing_is_said_of_a_known_language(text: Text) -> None:
    assert untried(text) == ()


def test_a_report_and_a_result_carry_it() -> None:
    draft = Text(content=FINNISH, language="fi", id="draft.txt")
    source = Text(content=FINNISH, language="fi", id="source.txt")
    report = Checker([source]).check_draft(draft)
    assert "language-unknown" in [one.code for one in report.problems]
    result = Checker([source]).check(Statement("Korjaamme sillan ensi viikolla.", speaker="Ana Ruiz"))
    assert result.verdict is not None and result.verdict.value == "exact"
    assert [one.code for one in result.problems] == ["language-unknown"]
