"""How strongly words claim: what changes strength, and what does not."""

from __future__ import annotations

from itertools import pairwise

import pytest

from quotecheck.language.en import strength as data
from quotecheck.language.strength import Scale, StrengthClass, is_weaker, strength_class, strength_of_phrase
from tests.language.tables import pairs

CHANGES = """
may will; may must; could will; might shall; some all; some most; many all; few many; most all; often always;
sometimes always; rarely often; only even; almost exactly; about exactly; before after; first last; possibly certainly;
probably certainly; perhaps probably; more less; both either; reportedly certainly; plans tried; if unless; no some;
slightly very; should must; nearly only
"""
SAME = """
may might; will would; will shall; every all; each every; perhaps maybe; almost nearly; about roughly; only solely;
just merely; plans intends; often frequently; seems appears; possibly perhaps; certainly definitely; several some;
will won't; can can't; will he'll
"""
NONE = "house said troops minister the of and quickly red war attack is has he walk today"


@pytest.mark.parametrize(("one", "other"), pairs(CHANGES))
def test_changes_of_strength(one: str, other: str) -> None:
    assert strength_class(one) is not None
    assert strength_class(one) != strength_class(other)


@pytest.mark.parametrize(("one", "other"), pairs(SAME))
def test_words_of_one_strength(one: str, other: str) -> None:
    assert strength_class(one) == strength_class(other) is not None


@pytest.mark.parametrize("word", NONE.split())
def test_words_without_strength(word: str) -> None:
    assert strength_class(word) is None


@pytest.mark.parametrize(
    ("words", "length", "scale"),
    [
        ("at least ten", 2, Scale.BOUND),
        ("up to ten", 2, Scale.BOUND),
        ("more than ten", 2, Scale.BOUND),
        ("i think so", 2, Scale.HEDGE),
        ("from time to time we", 4, Scale.FREQUENCY),
        ("may go", 1, Scale.MODALITY),
        ("more", 1, Scale.COMPARISON),
    ],
)
def test_phrases(words: str, length: int, scale: Scale) -> None:
    found = strength_of_phrase(words.split())
    assert found is not None
    assert (found[0], found[1].scale) == (length, scale)


def test_phrases_that_are_none() -> None:
    assert strength_of_phrase("the house at least".split()) is None
    assert strength_of_phrase([]) is None


def test_ladders_are_ordered_and_other_scales_are_not() -> None:
    rungs = [strength_class(word) for word in ("may", "should", "will", "must")]
    assert all(is_weaker(low, high) for low, high in pairwise(rungs) if low and high)
    assert is_weaker(StrengthClass(Scale.ORDER, 1), StrengthClass(Scale.ORDER, 2)) is None
    assert is_weaker(StrengthClass(Scale.QUANTITY, 1), StrengthClass(Scale.DEGREE, 2)) is None


def test_every_line_names_a_scale_and_no_word_has_two_places_on_one() -> None:
    seen: dict[tuple[str, str], str] = {}
    for line in (*data.LADDERS, *data.KINDS):
        scale, rank, *words = line.split()
        assert Scale(scale).is_ladder == (line in data.LADDERS)
        for word in words:
            assert seen.setdefault((scale, word), rank) == rank
