"""Units: one name for all that stand for one, and values in the base of their kind."""

from __future__ import annotations

from fractions import Fraction

import pytest

from quotecheck.language.units import in_base, unit_after, unit_named


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Per cent", "%"), ("percent", "%"), ("kilometres", "km"), ("kilometers", "km"), ("Kilometre", "km"),
        ("percentage-points", "percentage points"), ("basis-points", "basis points"), ("Basis Point", "basis points"),
        ("kilowatt-hours", "kWh"), ("kilowatt hours", "kWh"), ("KILOMETRES", "km"), ("square  miles", "square miles"),
    ],
)  # fmt: skip
def test_names_of_one_unit(one: str, other: str) -> None:
    assert unit_named(one) is not None
    assert unit_named(one) == unit_named(other)


@pytest.mark.parametrize(
    ("one", "other"), [("mW", "MW"), ("km", "mm"), ("miles", "square miles"), ("%", "percentage points")]
)
def test_names_of_two_units(one: str, other: str) -> None:
    assert None not in (unit_named(one), unit_named(other))
    assert unit_named(one) != unit_named(other)


@pytest.mark.parametrize("name", ["bridge", "", "the", "kilo bridge", "points of view"])
def test_what_is_no_unit(name: str) -> None:
    assert unit_named(name) is None


@pytest.mark.parametrize(
    ("value", "unit", "base"),
    [
        (5, "km", (5000, "m")), (50, "cm", (Fraction(1, 2), "m")), (2, "hour", (7200, "second")),
        (1, "week", (604800, "second")),
        (3, "decade", (30, "year")), (2, "foot", (24, "inch")),
        (60, "penny", (Fraction(3, 5), "GBP")), (25, "basis point", (Fraction(1, 4), "percentage point")),
        (7, "year", (7, "year")), (7, None, (7, None)), (1, "mile", (1, "mile")),
    ],
)  # fmt: skip
def test_values_in_the_base_of_their_kind(value: int, unit: str | None, base: tuple[Fraction, str | None]) -> None:
    assert in_base(Fraction(value), unit) == base


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("5 km away", " km"), ("5km away", "km"), ("5-km run", "-km"), ("5 %", " %"), ("5% of it", "%"),
        ("5 per cent of it", " per cent"), ("5 square miles of it", " square miles"), ("5\nkilometres", "\nkilometres"),
        ("5 bridges", None), ("5 of them", None), ("5", None), ("5. Kilometres count", None), ("5°C outside", "°C"),
        ("5 percentage points up", " percentage points"),
    ],
)  # fmt: skip
def test_a_unit_behind_a_figure(content: str, words: str | None) -> None:
    found = unit_after(content, 1)
    assert (content[1 : found[0]] if found else None) == words
