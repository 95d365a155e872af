"""What a text tells outside its quotation marks: who speaks there, and whether an "I" tells it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.speech.narration import Narration

I_TELL = "I came in, and I sat down; then I slept. "

FIRST_PERSON = [
    (I_TELL, True),
    ("Ich kam, und ich sah, dass ich schlief.", True),
    ("“I came, and I sat down; then I slept, as I do,” said Rose.", False),
    ("Then I came.", False),
    ("Act I opened, and Charles I. reigned; Part I ended.", False),
]


@pytest.mark.parametrize(("content", "told"), FIRST_PERSON)
def test_who_tells_as_i(content: str, told: bool) -> None:
    assert Narration(content).first_person is told


OTHERS = [
    ("“So,” said Rose.", {("rose",)}),
    ("Rose said so.", {("rose",)}),
    ("“So,” said Captain Ben Vale.", {("ben", "vale")}),
    ("They told Perkin so.", set()),
    ("“Rose said so.”", set()),
    ("I thought of Bram.", {("bram",)}),
    ("my boy Ned", {("ned",)}),
    ("my name being Ned", set()),
    ("I was called Ned", set()),
    ("I slept. Ned slept.", set()),
]


@pytest.mark.parametrize(("content", "names"), OTHERS)
def test_who_is_somebody_else_than_the_one_who_tells(content: str, names: set[tuple[str, ...]]) -> None:
    assert Narration(content).others == names


def test_people_who_go_by_an_article() -> None:
    told = Narration(
        "“Tea,” said the Hatter. “So,” the King said. “No,” said the Hare. Hare said so. “Yes,” said Irish."
    )
    assert told.called == {("hatter",)}
    assert told.offices == {frozenset({"king"})}
    assert told.nicknamed == {("irish",)}


APART = [
    ("Rose laughed at Lady Vale.", True),
    ("“No,” said Rose to Lady Vale.", True),
    ("Rose and Mrs. Vale laughed.", True),
    ("Rose, Lady Vale, laughed.", False),
    ("Rose laughed. Lady Vale wept.", False),
    ("Rose laughed\n\nLady Vale wept", False),
    ("“Rose and Lady Vale.”", False),
]


@pytest.mark.parametrize(("content", "apart"), APART)
def test_whom_one_sentence_names_beside_each_other(content: str, apart: bool) -> None:
    told = Narration(content)
    assert told.tells_apart([("rose",)], [("vale",)]) is told.tells_apart([("vale",)], [("rose",)]) is apart


@given(st.text(alphabet="Ab “”\"'\nI.,", max_size=200))
def test_any_text_can_be_asked(content: str) -> None:
    told = Narration(content)
    assert told.others >= told.others & told.called
    assert len(told.words) <= len(content) + 1


@pytest.mark.parametrize("piece", ["I said Bob ", "“a” said the X ", "I a b c d e f g ", "Ab "])
def test_hostile_texts_take_linear_time(piece: str) -> None:
    # A square of this many words would take hours.
    assert not Narration(piece * 20_000).called & {("nobody",)}
