"""The confidence model fitted again: held to the one that ships, the same each time."""

from __future__ import annotations

import json
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.meaning.calibration import (
    MANY,
    RIDGE,
    Case,
    calibrated,
    calibration_error,
    fitted,
    model_hash,
    odds,
    read_calibration,
    solved,
    write_calibration,
)
from quotecheck.model import Calibration

NOTHING = Calibration(intercept=0.0, slope=1.0, model=model_hash())


def cases(count: int, shift: float = 0.0) -> list[Case]:
    """Cases of which the model that ships is right, if ``shift`` is 0; above it, it is too sure of everything."""
    found: list[Case] = []
    for number in range(count):
        likely = 0.05 + 0.9 * (number % 10) / 9
        rank = (number // 10 * 7 % 10 + 0.5) / 10
        found.append((likely, {"missing": number % 3 / 3, "strange": 0.0, "length": 1.0}, rank < likely - shift))
    return found


@given(st.floats(0.01, 0.99))
def test_without_a_calibration_nothing_changes(likely: float) -> None:
    assert calibrated(likely, {}, None) == likely
    assert calibrated(likely, {"missing": 1.0}, NOTHING) == pytest.approx(likely)


def test_a_model_that_is_right_stays_what_it_is() -> None:
    found = fitted(cases(100))
    assert abs(found.intercept) < 0.2
    assert found.slope == pytest.approx(1.0, abs=0.2)


def test_a_model_that_is_too_sure_is_taken_back() -> None:
    some = cases(100, shift=0.3)
    found = fitted(some)
    assert found.intercept < -0.5
    before = calibration_error([(likely, label) for likely, _, label in some])
    after = calibration_error([(calibrated(likely, numbers, found), label) for likely, numbers, label in some])
    assert after < before


def test_few_cases_say_little() -> None:
    few, many = fitted(cases(10, shift=0.3)), fitted(cases(150, shift=0.3))
    assert abs(few.intercept) < abs(many.intercept)


def test_other_numbers_count_where_there_are_many_cases() -> None:
    assert fitted(cases(MANY - 1)).coefficients == ()
    assert [name for name, _ in fitted(cases(MANY)).coefficients] == ["missing", "strange", "length"]


def test_a_number_that_a_case_lacks_counts_nothing() -> None:
    some = cases(MANY, 0.1)
    bare = [(likely, {}, label) for likely, _, label in some]
    noughts = [(likely, {"missing": 0.0, "strange": 0.0, "length": 0.0}, label) for likely, _, label in some]
    assert fitted(bare) == fitted(noughts)


def test_no_step_makes_it_better() -> None:
    """At the best coefficients, what the cases pull is what their starting point pulls back."""
    some = cases(MANY, 0.2)
    found = fitted(some)
    names = [name for name, _ in found.coefficients]
    rows = [[1.0, odds(likely), *(numbers.get(name, 0.0) for name in names)] for likely, numbers, _ in some]
    at = [found.intercept, found.slope, *(one for _, one in found.coefficients)]
    start = [0.0, 1.0, *(0.0 for _ in names)]
    for column in range(len(at)):
        pull = sum(
            (label - 1 / (1 + exp(-sum(one * cell for one, cell in zip(at, row, strict=True))))) * row[column]
            for row, (_, _, label) in zip(rows, some, strict=True)
        )
        assert pull == pytest.approx(RIDGE * (at[column] - start[column]), abs=1e-3)


def test_the_same_cases_give_the_same_file() -> None:
    assert write_calibration(fitted(cases(MANY, 0.1))) == write_calibration(fitted(cases(MANY, 0.1)))


def test_a_file_comes_back() -> None:
    found = fitted(cases(MANY, 0.1))
    again = read_calibration(write_calibration(found))
    assert dict(again.coefficients) == dict(found.coefficients)
    assert (again.intercept, again.slope, again.model) == (found.intercept, found.slope, found.model)


WRONG = {
    "no JSON": ("{", "Expecting"),
    "a list": ("[]", "not what"),
    "a key is missing": ('{"intercept": 1}', "not what"),
    "a word for a number": (write_calibration(NOTHING).replace("1.0", '"1"'), "not what"),
    "a number that is none": (write_calibration(NOTHING).replace("1.0", "NaN"), "not what"),
    "another model": (write_calibration(NOTHING).replace(model_hash(), "0" * 16), "another version's model"),
}


@pytest.mark.parametrize(("content", "message"), WRONG.values(), ids=WRONG)
def test_what_is_no_calibration_says_so(content: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_calibration(content)


def test_the_file_is_readable() -> None:
    assert set(json.loads(write_calibration(NOTHING))) == {"intercept", "slope", "coefficients", "model"}


ERRORS = {
    "right and sure": ([(1.0, True)] * 9 + [(0.0, False)], 0.0),
    "always wrong": ([(1.0, False)] * 10, 1.0),
    "the surest share a bin": ([(1.0, False), (0.95, True)], 0.475),
    "the ends of a bin do not": ([(0.9, False), (0.89, True)], (0.9 + 0.11) / 2),
    "a half is said to be true": ([(0.5, True), (0.55, True)], 0.475),
    "half right at nine tenths": ([(0.9, True), (0.9, False)] * 5, 0.4),
}


@pytest.mark.parametrize(("likely", "error"), ERRORS.values(), ids=ERRORS)
def test_calibration_error(likely: list[tuple[float, bool]], error: float) -> None:
    assert calibration_error(likely) == pytest.approx(error)


def test_odds_stay_within_bounds() -> None:
    assert odds(0.5) == 0.0
    assert (odds(0.0), odds(1.0)) == pytest.approx((-6.0, 6.0))


def test_equations_are_solved() -> None:
    assert solved([[0.0, 2.0], [4.0, 1.0]], [4.0, 6.0]) == pytest.approx([1.0, 2.0])
