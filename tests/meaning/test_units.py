"""One form for what may be written in several, and several for what may not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.meaning.units import Unit, read_units
from quotecheck.text.tokens import tokenize


def units(text: str) -> tuple[Unit, ...]:
    tokens = tokenize(text)
    return read_units(tokens, 0, len(tokens))


def keys(text: str) -> list[str]:
    return [unit.key for unit in units(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("She can't swim", "She cannot swim"),
        ("They haven't paid", "They have not paid"),
        ("It's over", "It is over"),
        ("the colour of honour", "the color of honor"),
        ("eight million pounds", "£8m"),
        ("He left on 4 August", "He left on August 4"),
        ("in the United Kingdom", "in the UK"),
        ("No one came", "Nobody came"),
        ("more than 300 cows", "over 300 cows"),
        ("fewer than 20 cows", "under 20 cows"),
        ("He did n't pay", "He did not pay"),
    ],
)
def test_one_form(one: str, other: str) -> None:
    assert [(unit.key, unit.bound) for unit in units(one)] == [(unit.key, unit.bound) for unit in units(other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("She can swim", "She cannot swim"),
        ("England won", "Scotland won"),
        ("Russia paid", "Russian paid"),
        ("eight million pounds", "eight billion pounds"),
        ("more than 300 cows", "less than 300 cows"),
        ("at least 300 cows", "at most 300 cows"),
        ("the no-fly zone", "no fly zone"),
    ],
)
def test_several_forms(one: str, other: str) -> None:
    assert [(unit.key, unit.bound) for unit in units(one)] != [(unit.key, unit.bound) for unit in units(other)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ben met Carla in Rome", ["Carla", "Rome"]),
        ("Yesterday Ben slept", ["Ben"]),
        ("The river rose", []),
        ("China's rivers rose", ["China's"]),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert [unit.text for unit in units(text) if unit.name] == names


@given(st.text(max_size=200))
def test_every_token_belongs_to_a_unit(text: str) -> None:
    tokens = tokenize(text)
    read = read_units(tokens, 0, len(tokens))
    assert {at for unit in read for at in range(unit.first, unit.past)} == set(range(len(tokens)))
    assert [unit.first for unit in read] == sorted(unit.first for unit in read)
