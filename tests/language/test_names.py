"""Titles, and countries with what is made from their names."""

from __future__ import annotations

import pytest

from quotecheck.language.en import names as data
from quotecheck.language.names import Nation, NationForm, full_title, is_title, nations, same_nation


@pytest.mark.parametrize("word", "mr mr. mrs dr dr. president gov. senator sir lord gen. minister pope prof".split())
def test_titles(word: str) -> None:
    assert is_title(word)


@pytest.mark.parametrize("word", ["house", "said", "", ".", "stoltenberg", "the"])
def test_no_titles(word: str) -> None:
    assert not is_title(word)


@pytest.mark.parametrize(
    ("short", "full"), [("gov.", "governor"), ("gov", "governor"), ("governor", "governor"), ("house.", "house.")]
)
def test_full_titles(short: str, full: str) -> None:
    assert full_title(short) == full


@pytest.mark.parametrize(
    ("name", "country", "form"),
    [
        ("Ukraine", "Ukraine", NationForm.COUNTRY),
        ("Ukrainian", "Ukraine", NationForm.ADJECTIVE),
        ("Ukrainians", "Ukraine", NationForm.PEOPLE),
        ("Kyiv", "Ukraine", NationForm.CAPITAL),
        ("UK", "United Kingdom", NationForm.COUNTRY),
        ("Dutch", "Netherlands", NationForm.ADJECTIVE),
        ("U.S.", "United States", NationForm.COUNTRY),
        ("Danes", "Denmark", NationForm.PEOPLE),
    ],
)
def test_countries_and_what_is_made_from_them(name: str, country: str, form: NationForm) -> None:
    assert Nation(country, form) in nations(name)


@pytest.mark.parametrize("name", ["us", "turkey", "House", "", "Stoltenberg", "polish"])
def test_words_that_name_no_country(name: str) -> None:
    assert nations(name) == frozenset()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UK", "Britain"),
        ("Argentine", "Argentinian"),
        ("Kiev", "Kyiv"),
        ("Burma", "Myanmar"),
        ("US", "U.S."),
        ("X", "X"),
    ],
)
def test_one_nation_in_one_form(one: str, other: str) -> None:
    assert same_nation(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Russia", "Ukraine"), ("Russia", "Russian"), ("Austria", "Australia"), ("Niger", "Nigeria"), ("UK", "England"),
     ("Moscow", "Russia"), ("Iran", "Iraq"), ("house", "home")],
)  # fmt: skip
def test_two_nations_or_two_forms(one: str, other: str) -> None:
    assert not same_nation(one, other)


def test_every_row_has_its_columns_and_no_country_has_two() -> None:
    countries = [line.split("|") for line in data.COUNTRIES]
    assert all(len(row) == 5 for row in countries)
    assert len({row[0] for row in countries}) == len(countries) >= 195
