"""The candidates that are asked about: made as they are said to be, from where they are said to be."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from benchmarks.candidates import (
    AWAY,
    CHANGED,
    FEWEST_CHANGED,
    KINDS,
    LIKE,
    LIKEWISE,
    LONGEST,
    MADE,
    NOISE,
    SHORTEST,
    Asked,
    candidates,
    is_one_stretch,
    is_right_place,
    put_otherwise,
    with_noise,
)
from benchmarks.figures import Answer, is_false_exact, is_right

TEXT = (Path(__file__).parents[2] / "fixtures" / "public-domain" / "novel.txt").read_text("utf-8")
ELSEWHERE = "The surveyor had counted every lamp of the harbour twice, and wrote it down in green ink. " * 9


def made(kind: str, count: int = 40, seed: int = 1) -> list[Asked]:
    return candidates(TEXT, kind, count, random.Random(seed), elsewhere=ELSEWHERE)


def test_every_kind_says_how_it_is_made() -> None:
    assert set(MADE) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_chance_makes_the_same_ones(kind: str) -> None:
    assert made(kind) == made(kind) != made(kind, seed=2)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != AWAY])
def test_a_passage_stands_where_it_is_said_to_and_is_of_one_voice(kind: str) -> None:
    for one in made(kind):
        assert TEXT[one.start :].startswith(one.passage)
        assert SHORTEST <= len(one.passage.split()) <= LONGEST
        assert not set('"“”') & set(one.passage) and "\n\n" not in one.passage


@pytest.mark.parametrize(
    ("passage", "whole"),
    [
        ("the miller’s wife didn't come", True),
        ("it cost 8 pounds there", True),
        ("said 'no' to it", False),
        ("the players’ own", False),
        ("he said “no” to it", False),
        ("one paragraph\n\nand another", False),
        ("it cost £8", False),
        ("8 billion were spent", False),
        (". And then", False),
        ("it is so.\n>> UNKNOWN SPEAKER: We dispute", False),
        ("it is so.\nAda M. Brook: We dispute", False),
        ("it is\nso: we dispute", True),
    ],
)
def test_what_one_would_quote(passage: str, whole: bool) -> None:
    assert is_one_stretch(passage) is whole


def test_one_word_is_changed_and_no_other() -> None:
    for one in made(CHANGED):
        pairs = list(zip(one.passage.split(), one.words.split(), strict=True))
        (changed,) = [number for number, (was, is_) in enumerate(pairs) if was != is_]
        assert 0 < changed < len(pairs) - 1


def test_absent_ones_stand_elsewhere_only() -> None:
    for one in made(AWAY):
        assert one.words in ELSEWHERE and one.words not in TEXT and one.start == -1


def test_absent_ones_without_an_elsewhere_are_words_of_the_text() -> None:
    for one in candidates(TEXT, AWAY, 10, random.Random(1)):
        assert one.words not in TEXT and set(one.words.split()) <= set(TEXT.split())


def test_words_of_like_meaning_take_the_place_of_three_at_least() -> None:
    for one in made(LIKEWISE):
        was, is_ = one.passage.split(), set(one.words.replace(",", " ").split())
        assert sum(letters.lower() in LIKE for letters in re.findall("[A-Za-z]+", one.passage)) >= FEWEST_CHANGED
        assert len(is_ - {word.strip(",") for word in was}) >= 1


@pytest.mark.parametrize(
    ("words", "otherwise"),
    [
        ("He began quickly, but nobody came", "yet nobody arrived He started swiftly"),
        ("Nobody, he said", "Nobody, he stated"),  # one word before the comma is no clause
        ("It is green", "It is green"),
        ("Many came", "Numerous arrived"),
    ],
)
def test_other_words(words: str, otherwise: str) -> None:
    assert put_otherwise(words.split()) == otherwise


def test_noise_changes_no_letter() -> None:
    assert with_noise("it's -- he said ’twas late--very") == "it’s — he said 'twas\u00a0late — very"
    assert with_noise("one") == "one"


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        (NOISE, ["exact"], ["paraphrased", "absent"]),
        (CHANGED, ["paraphrased", "absent"], ["exact"]),
        (AWAY, ["absent"], ["exact", "paraphrased"]),
        (LIKEWISE, ["paraphrased"], ["exact", "absent"]),
    ],
)
def test_what_is_right_to_say(kind: str, right: list[str], wrong: list[str]) -> None:
    case = Asked(kind, "words", 3, "words").case
    assert all(is_right(case, Answer(verdict)) for verdict in right)
    assert not any(is_right(case, Answer(verdict)) for verdict in wrong)
    assert is_false_exact(case, Answer("exact")) == (kind != NOISE)


def test_a_place_is_right_wherever_the_passage_stands() -> None:
    text = "the very words " + "x" * 100 + "the very words " + "y" * 100
    one = Asked(NOISE, "the very words", 0, "the very words")
    assert is_right_place(text, one, 0) and is_right_place(text, one, 12)
    assert is_right_place(text, one, 115) and is_right_place(text, one, 120)
    assert not is_right_place(text, one, 190) and not is_right_place(text, one, None)
    assert not is_right_place(text, Asked(AWAY, "w", -1, ""), 0)
