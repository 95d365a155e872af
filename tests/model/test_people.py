"""Offices and the days on which they were held."""

from __future__ import annotations

import datetime

import pytest

from quotecheck.model.people import Office, days_of, forms_at

DAY = datetime.date
TERM = Office("mayor", DAY(2019, 3, 1), DAY(2023, 4, 30))


@pytest.mark.parametrize(
    ("date", "days"),
    [
        ("2022-02-03", (DAY(2022, 2, 3), DAY(2022, 2, 3))),
        ("2022-02-03T10:00:00Z", (DAY(2022, 2, 3), DAY(2022, 2, 3))),
        ("2022-02", (DAY(2022, 2, 1), DAY(2022, 2, 28))),
        ("2024-02", (DAY(2024, 2, 1), DAY(2024, 2, 29))),
        ("2022-12", (DAY(2022, 12, 1), DAY(2022, 12, 31))),
        ("2022", (DAY(2022, 1, 1), DAY(2022, 12, 31))),
        ("2022-02-30", None),
        ("2022-13", None),
        ("20220", None),
        ("9999", None),
        ("March 2022", None),
        ("", None),
        (None, None),
    ],
)
def test_the_days_of_a_date(date: str | None, days: tuple[DAY, DAY] | None) -> None:
    assert days_of(date) == days


@pytest.mark.parametrize(
    ("office", "date", "held"),
    [
        (TERM, "2019-03-01", True),
        (TERM, "2019-02-28", False),
        (TERM, "2023-04-30", True),
        (TERM, "2023-05-01", False),
        (TERM, "2020", True),
        (TERM, "2019", False),  # not for certain: it may be of January
        (TERM, "2019-03", True),
        (TERM, None, False),
        (TERM, "the spring of 2020", False),
        (Office("mayor", since=DAY(2019, 1, 1)), "2030-01-01", True),
        (Office("mayor", since=DAY(2019, 1, 1)), "2018-12-31", False),
        (Office("mayor", until=DAY(2019, 1, 1)), "1990", True),
        (Office("mayor"), None, True),
        (Office("mayor"), "1066", True),
    ],
)
def test_an_office_is_held_for_certain(office: Office, date: str | None, held: bool) -> None:
    assert office.held_at(date) is held


def test_forms_of_a_day() -> None:
    """An office passes from one to the next; one that two hold on a day is neither's; names stay."""
    people = {
        "Ada Brook": ("A. Brook", TERM),
        "Ben Cole": (Office("the Mayor", DAY(2023, 4, 30)), Office("judge")),
        "Cy Dunn": (Office("Judge"),),
    }
    assert forms_at(people, "2020") == {"Ada Brook": ("A. Brook", "mayor"), "Ben Cole": (), "Cy Dunn": ()}
    assert forms_at(people, "2024") == {"Ada Brook": ("A. Brook",), "Ben Cole": ("the Mayor",), "Cy Dunn": ()}
    assert forms_at(people, "2023-04-30") == {"Ada Brook": ("A. Brook",), "Ben Cole": (), "Cy Dunn": ()}
    assert forms_at(people, None) == {"Ada Brook": ("A. Brook",), "Ben Cole": (), "Cy Dunn": ()}
