"""The model of confidence: a probability, from a file that ships."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.meaning.confidence import Model, read_model, shipped
from quotecheck.meaning.features import Claim, features, together
from quotecheck.meaning.pairing import pair
from quotecheck.meaning.units import read_units
from quotecheck.text.tokens import tokenize


def numbers(said: str, written: str) -> dict[str, float]:
    tokens, source = tokenize(written), tokenize(said)
    units = read_units(tokens, 0, len(tokens))
    claim = Claim(
        pairing=pair(units, read_units(source, 0, len(source))),
        weights=[float(unit.content) for unit in units],
        reasons=(),
        around=frozenset(),
        elsewhere=frozenset(),
    )
    return together([features(claim, size=len(source))])


def test_every_coefficient_belongs_to_a_number() -> None:
    assert set(shipped().coefficients) == set(numbers("The mill burned", "The mill burned"))


def test_the_words_themselves_are_likelier_than_others() -> None:
    said = "The mill at Holt burned to the ground in May"
    own, other = numbers(said, said), numbers(said, "The mill at Holt was sold to a baker")
    assert shipped().probability(own) > 0.9 > shipped().probability(other)


@given(st.dictionaries(st.sampled_from("abc"), st.floats(-1e6, 1e6)))
def test_a_probability(values: dict[str, float]) -> None:
    found = Model(0.5, {"a": 2.0, "b": -3.0}).probability(values)
    assert 0.0 < found < 1.0
    assert math.isfinite(found)


@pytest.mark.parametrize("content", ["[]", "{}", '{"intercept": 1}', '{"intercept": [], "coefficients": {}}'])
def test_what_is_no_model(content: str) -> None:
    with pytest.raises(ValueError, match="intercept"):
        read_model(content)
