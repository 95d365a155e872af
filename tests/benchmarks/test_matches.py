"""What counts as found, and as the right speaker, on texts small enough to count by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.matches import has_speaker, jaccard, paired, same_speaker, score, trimmed
from benchmarks.quotations import Document, Quotation

TEXT = "“The bridge opens in May,” Ada Brook said. “It cost 40 million.”"
FIRST = (1, 25)
SECOND = (44, 63)


def quotation(span: tuple[int, int], kind: str = "direct", **known: str) -> Quotation:
    return Quotation(start=span[0], end=span[1], kind=kind, parts=(span,), **known)


def document(*labelled: Quotation) -> Document:
    return Document(name="d", path=Path("d.txt"), content=TEXT, labelled=labelled)


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ((0, 10), (0, 10), 1.0),
        ((0, 10), (0, 8), 0.8),
        ((0, 10), (5, 15), 5 / 15),
        ((0, 10), (10, 20), 0.0),
        ((0, 10), (15, 20), 0.0),
        ((5, 5), (5, 5), 0.0),
    ],
)
def test_overlap_is_what_both_cover_of_what_either_covers(
    one: tuple[int, int], other: tuple[int, int], share: float
) -> None:
    assert jaccard(one, other) == pytest.approx(share)
    assert jaccard(other, one) == pytest.approx(share)


@given(st.text(alphabet="a \"“”'\n", max_size=12), st.integers(0, 12), st.integers(0, 12))
def test_trimming_takes_marks_and_spaces_and_no_words(content: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(content)), min(other, len(content))))
    first, last = trimmed(content, start, end)
    assert start <= first <= last <= end
    assert "a" not in content[start:first] + content[last:end]


def test_marks_around_a_quotation_do_not_matter() -> None:
    assert paired([quotation(FIRST)], [quotation((0, 26))], TEXT)[0].found is not None


def test_half_a_quotation_is_not_found() -> None:
    assert paired([quotation(FIRST)], [quotation((1, 14))], TEXT)[0].found is None


def test_one_that_is_found_serves_one_label_only() -> None:
    pairs = paired([quotation(FIRST), quotation(FIRST)], [quotation(FIRST)], TEXT)
    assert [pair.found is not None for pair in pairs] == [True, False]


def test_parts_of_an_interrupted_one_are_found_each() -> None:
    whole = Quotation(start=FIRST[0], end=SECOND[1], kind="direct", parts=(FIRST, SECOND))
    pairs = paired([quotation(FIRST), quotation(SECOND)], [whole], TEXT)
    assert [pair.found for pair in pairs] == [whole, whole]


@pytest.mark.parametrize(
    ("one", "other", "others", "same"),
    [
        ("Jens Stoltenberg", "Stoltenberg", [], True),
        ("José Álvarez", "Jose Alvarez", [], True),
        ("John Smith Jr.", "Smith", [], True),
        ("NATO chief Jens Stoltenberg", "Jens Stoltenberg", [], True),
        ("Anna Smith", "Mrs Smith", [("anna", "smith")], True),
        ("Anna Smith", "Ben Smith", [("anna", "smith"), ("ben", "smith")], False),
        ("Anna Smith", "Anna", [], False),
        (None, "Anna", [], False),
        ("—", "Anna", [], False),
    ],
)
def test_names_of_one_person(one: str | None, other: str, others: list[tuple[str, ...]], same: bool) -> None:
    assert same_speaker(one, other, others) is same


@pytest.mark.parametrize(
    ("labelled", "found", "right"),
    [
        ({"speaker": "Ada Brook"}, {"speaker": "Brook"}, True),
        ({"speaker": "Ada Brook"}, {"speaker": "Cole", "mention": "Brook"}, False),
        ({"speaker": "she", "mention": "she"}, {"speaker": "Ada Brook", "mention": "she"}, True),
        ({"mention": "the mayor"}, {"speaker": "the mayor"}, True),
        ({"mention": "the mayor"}, {"speaker": "Ada Brook"}, False),
    ],
)
def test_words_at_the_quotation_count_only_without_a_name(
    labelled: dict[str, str], found: dict[str, str], right: bool
) -> None:
    assert has_speaker(quotation(FIRST, **labelled), quotation(FIRST, **found), []) is right


def test_another_name_that_the_label_knows_is_right() -> None:
    labelled = Quotation(start=1, end=25, kind="direct", speaker="Ada Brook", aliases=("the mayor",))
    assert has_speaker(labelled, quotation(FIRST, speaker="the mayor"), [])


def test_score_counted_by_hand() -> None:
    labelled = document(quotation(FIRST, speaker="Ada Brook"), quotation(SECOND, speaker="Ada Brook"))
    found = {"d": [quotation(FIRST, speaker="Brook"), quotation((27, 41), speaker="Cole")]}
    counted = score([labelled], found, frozenset({"direct"}))
    assert (counted.found, counted.labelled, counted.recall) == (1, 2, 0.5)
    assert (counted.hits, counted.predicted, counted.precision, counted.f1) == (1, 2, 0.5, 0.5)
    assert (counted.right, counted.named, counted.speaker) == (1, 1, 1.0)


def test_direct_labels_are_compared_with_direct_ones_alone() -> None:
    labelled = document(quotation(FIRST))
    found = {"d": [quotation(FIRST, kind="indirect")]}
    assert score([labelled], found, frozenset({"direct"})).found == 0
    assert score([labelled], found, frozenset({"direct", "indirect"})).found == 1


def test_nothing_labelled_and_nothing_found_have_no_shares() -> None:
    counted = score([document()], {"d": []}, frozenset({"direct"}))
    assert (counted.recall, counted.precision, counted.f1, counted.speaker) == (None, None, None, None)
