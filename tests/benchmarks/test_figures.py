"""The arithmetic behind docs/measurements.md, on answers small enough to count by hand."""

from __future__ import annotations

from itertools import combinations_with_replacement

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.figures import (
    Answer,
    Thresholds,
    best_thresholds,
    figures,
    has_codes,
    is_false_alarm,
    is_false_exact,
    is_right,
)
from benchmarks.suites import Case

VERDICTS = ("exact", "paraphrased", "misattributed", "absent")


def case(verdict: str, *, name: str = "c", kind: str = "direct", accept: tuple[str, ...] = (), codes: str = "") -> Case:
    return Case(id=name, text="-", kind=kind, verdict=verdict, accept=frozenset(accept), codes=frozenset(codes.split()))


@pytest.mark.parametrize(
    ("label", "kind", "accept", "said", "right", "false_exact", "false_alarm"),
    [
        ("exact", "direct", (), "exact", True, False, False),
        ("exact", "direct", (), "paraphrased", False, False, True),
        ("exact", "direct", (), "absent", False, False, True),
        ("exact", "direct", (), None, False, False, True),
        ("exact", "direct", ("paraphrased",), "paraphrased", True, False, False),
        ("exact", "indirect", (), "paraphrased", True, False, False),
        ("paraphrased", "direct", (), "exact", False, True, False),
        ("paraphrased", "direct", (), "absent", False, False, False),
        ("paraphrased", "indirect", (), "exact", True, False, False),
        ("paraphrased", "indirect", (), "absent", False, False, True),
        ("absent", "direct", (), "exact", False, True, False),
        ("absent", "direct", (), "paraphrased", False, False, False),
        ("absent", "direct", ("paraphrased",), "paraphrased", True, False, False),
        ("absent", "indirect", (), "exact", False, True, False),
        ("absent", "indirect", ("paraphrased",), "exact", True, False, False),
        ("misattributed", "direct", (), "exact", False, True, False),
        ("misattributed", "direct", (), "misattributed", True, False, False),
    ],
)
def test_an_answer_is_right_or_a_false_exact_or_a_false_alarm(
    label: str,
    kind: str,
    accept: tuple[str, ...],
    said: str | None,
    right: bool,
    false_exact: bool,
    false_alarm: bool,
) -> None:
    asked, answer = case(label, kind=kind, accept=accept), Answer(said)
    assert (is_right(asked, answer), is_false_exact(asked, answer), is_false_alarm(asked, answer)) == (
        right,
        false_exact,
        false_alarm,
    )


@pytest.mark.parametrize(
    ("expected", "verdict", "found", "holds"),
    [
        ("QC402", "absent", "QC402", True),
        ("QC402", "absent", "QC402 QC501", True),
        ("QC402", "absent", "QC401", False),
        ("QC402", "exact", "QC402", False),
        ("QC402 QC403", "absent", "QC402", False),
        ("QC102", "absent", "QC109", True),
        ("QC109", "absent", "QC102", True),
    ],
)
def test_codes_count_only_with_the_right_verdict_and_all_of_them(
    expected: str, verdict: str, found: str, holds: bool
) -> None:
    assert has_codes(case("absent", codes=expected), Answer(verdict, frozenset(found.split()))) is holds


def test_figures_of_five_cases_counted_by_hand() -> None:
    cases = [
        case("exact", name="right"),
        case("exact", name="alarm", codes="QC101"),
        case("absent", name="false-exact", codes="QC402"),
        case("absent", name="with-code", codes="QC403"),
        case("absent", name="no-answer", codes="QC100"),
    ]
    answers = {
        "right": Answer("exact", frozenset({"QC100"})),
        "alarm": Answer("absent", frozenset({"QC401"})),
        "false-exact": Answer("exact", frozenset()),
        "with-code": Answer("absent", frozenset({"QC403"})),
    }
    counted = figures(cases, answers)
    assert (counted.cases, counted.right, counted.accuracy) == (5, 2, 0.4)
    assert counted.false_exact == 1
    assert (counted.false_alarms, counted.true) == (1, 2)
    assert (counted.codes_right, counted.coded) == (1, 3)  # QC100 alone expects nothing


@pytest.mark.parametrize(
    ("must_fail", "failed", "let_through", "stopped"),
    [(True, True, 0, 0), (True, False, 1, 0), (False, False, 0, 0), (False, True, 0, 1), (None, True, 0, 0)],
)
def test_gate_lets_through_or_stops(must_fail: bool | None, failed: bool, let_through: int, stopped: int) -> None:
    asked = Case(id="c", text="-", verdict="absent", must_fail=must_fail)
    counted = figures([asked], {"c": Answer("absent", frozenset(), failed)})
    assert (counted.let_through, counted.stopped) == (let_through, stopped)
    assert counted.gated == (0 if must_fail is None else 1)


def test_checker_without_codes_has_no_figure_for_them() -> None:
    assert figures([case("absent", codes="QC402")], {"c": Answer("absent")}).codes is None


def test_no_cases_have_no_accuracy() -> None:
    assert figures([], {}).accuracy is None


@pytest.mark.parametrize(
    ("score", "verdict"),
    [(100.0, "exact"), (90.0, "exact"), (89.9, "paraphrased"), (60.0, "paraphrased"), (0, "absent")],
)
def test_thresholds_part_the_scores(score: float, verdict: str) -> None:
    assert Thresholds(90.0, 60.0).verdict(score) == verdict


def right_with(cases: list[Case], scores: dict[str, float], thresholds: Thresholds) -> int:
    return sum(is_right(each, Answer(thresholds.verdict(scores[each.id]))) for each in cases)


@given(st.lists(st.tuples(st.sampled_from(VERDICTS), st.integers(0, 5)), max_size=12))
def test_no_other_thresholds_get_more_right(labelled: list[tuple[str, int]]) -> None:
    cases = [case(verdict, name=str(index)) for index, (verdict, _) in enumerate(labelled)]
    scores = {str(index): float(score) for index, (_, score) in enumerate(labelled)}
    best = right_with(cases, scores, best_thresholds(cases, scores))
    assert best == max(
        right_with(cases, scores, Thresholds(high, low)) for low, high in combinations_with_replacement(range(7), 2)
    )
