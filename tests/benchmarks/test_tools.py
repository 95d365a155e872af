"""The comparison with other tools: what is counted as wrong, and that our own column on the page is today's."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.tools import CASES, Answers, best_threshold, from_values, ours, table
from benchmarks.tools_asked import sequence_matcher, substring

PAGE = Path(__file__).parents[2] / "docs" / "comparison.md"
RIGHT = [float(case.right) for case in CASES]


def test_cases_stand_on_both_sides_and_are_named_once() -> None:
    assert {case.right for case in CASES} == {True, False}
    assert len({case.what for case in CASES}) == len(CASES)


def test_our_column_on_the_page_is_what_is_said_today() -> None:
    rows = [line.split(" | ") for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| ")]
    shown = {row[0].removeprefix("| "): row[2].strip("*") for row in rows if len(row) > 4}
    answers = ours()
    said = {case.what: answer for case, answer in zip(CASES, answers.said, strict=True)}
    assert {what: shown.get(what) for what in said} == said, "python -m benchmarks.tools --python … writes it anew"


@pytest.mark.parametrize(
    ("scores", "printed", "stopped"),
    [
        (RIGHT, 0, 0),
        ([1.0 - one for one in RIGHT], 0, sum(case.right for case in CASES)),
        ([0.5] * len(CASES), 0, sum(case.right for case in CASES)),
    ],
    ids=["told apart", "the wrong way round", "all alike"],
)
def test_a_score_is_judged_by_its_best_threshold(scores: list[float], printed: int, stopped: int) -> None:
    threshold = best_threshold(scores)
    answers = Answers("a score", [], [score >= threshold for score in scores])
    assert (answers.printed, answers.stopped) == (printed, stopped)


def test_a_label_counts_as_the_tool_means_it() -> None:
    said = ["found" if case.right else "absent" for case in CASES]
    answers = from_values({"tool": ["one"], "said": said, "passes": ["found"]})
    assert (answers.printed, answers.stopped) == (0, 0)
    assert from_values({"tool": ["one"], "said": said, "passes": ["absent"]}).printed > 0


def test_what_is_wrong_is_bold_in_the_table() -> None:
    lines = table([Answers("all", ["yes"] * len(CASES), [True] * len(CASES))]).splitlines()
    marked = [line.endswith("| **yes** |") for line in lines[2 : 2 + len(CASES)]]
    assert marked == [not case.right for case in CASES]


def test_tools_of_the_standard_library_are_asked() -> None:
    source = "“We don’t\nwant it,” she said."
    assert substring(source, ["We don't want it", "We want it"])["said"] == ["found", "–"]
    same, other = sequence_matcher(source, ["want it", "zebra"])["said"]
    assert same == 1.0 and other < 0.5
