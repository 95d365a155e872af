"""Units that stand for each other, in any order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.meaning.pairing import Grade, Pairing, pair
from quotecheck.meaning.units import Unit, read_units
from quotecheck.text.tokens import tokenize


def units(text: str) -> tuple[Unit, ...]:
    tokens = tokenize(text)
    return read_units(tokens, 0, len(tokens))


def paired(said: str, written: str) -> Pairing:
    return pair(units(written), units(said))


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("When it rained, the match was stopped", "The match was stopped when it rained"),
        ("In 1903 the mill burned down", "The mill burned down in 1903"),
        ("The mayor said the bridge was safe", "The bridge was safe, the mayor said"),
        ("They signed Costa for £7m", "They signed Costa for seven million pounds"),
        ("The firm sold thirty-three boats", "The firm sold more than 30 boats"),
    ],
)
def test_all_content_has_its_pair(said: str, written: str) -> None:
    found = paired(said, written)
    assert all(grade is Grade.SAME for unit, grade in zip(found.statement, found.grades, strict=True) if unit.content)


@pytest.mark.parametrize(
    ("said", "written", "word", "grade"),
    [
        ("He purchased a boat", "He bought a boat", "bought", Grade.ALIKE),
        ("He sold the boat", "He sold the vessel", "vessel", Grade.WIDER),
        ("He sold the vessel", "He sold the boat", "boat", Grade.NARROWER),
        ("A spaniel barked", "An animal barked", "animal", Grade.WIDER),
        ("An animal barked", "A spaniel barked", "spaniel", Grade.NARROWER),
        ("No animal barked", "No spaniel barked", "spaniel", Grade.WIDER),
        ("No spaniel barked", "No animal barked", "animal", Grade.NARROWER),
        ("Every animal here barked", "Every spaniel here barked", "spaniel", Grade.WIDER),
        ("Prices rose", "Prices fell", "fell", Grade.NONE),
        ("The firm sold 28 boats", "The firm sold more than 30 boats", "more than 30", Grade.NONE),
        ("He met Carla", "He met Dora", "Dora", Grade.NONE),
    ],
)
def test_grades(said: str, written: str, word: str, grade: Grade) -> None:
    found = paired(said, written)
    assert [one for unit, one in zip(found.statement, found.grades, strict=True) if unit.text == word] == [grade]


WORDS = st.lists(
    st.sampled_from("the mill burned in 1903 Ben met Carla not rose fell 5 per cent and , .".split()), max_size=25
).map(" ".join)


@given(WORDS, WORDS)
def test_each_unit_is_used_once(said: str, written: str) -> None:
    found = paired(said, written)
    used = [place for place in found.to if place >= 0]
    assert len(used) == len(set(used))
    assert all(found.to[at] == place for place, at in enumerate(found.back) if at >= 0)
    assert all((place >= 0) == (grade is not Grade.NONE) for place, grade in zip(found.to, found.grades, strict=True))


@given(WORDS)
def test_a_text_is_paired_with_itself(text: str) -> None:
    found = paired(text, text)
    assert all(grade is Grade.SAME for unit, grade in zip(found.statement, found.grades, strict=True) if unit.content)
