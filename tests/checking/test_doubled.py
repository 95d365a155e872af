"""Captions said twice: which openings of lines are taken for the reading of the file, and which are the speaker's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck import Checker, Source, Statement
from quotecheck.checking.doubled import FEWEST, doubled
from quotecheck.text.tokens import tokenize


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("the water is rising\nthe water is rising in town", ["the water is rising"]),
        ("Listen, the water is rising\nThe water is rising in town", ["The water is rising"]),
        ("the water is rising\r\nwater is rising in town", ["water is rising"]),
        ("is rising\nis rising in town", []),  # two words are a speaker's own
        ("the water is rising the water is rising in town", []),  # no line ends between
        ("the water is rising\n\nthe water is rising in town", []),  # a paragraph of its own
        ("the water is rising\nthe water is rising", []),  # all of a line: a refrain
        ("the water is rising now\nthe water is rising in town", []),
        ("one two three\none two three four\none two three four five", ["one two three", "one two three four"]),
        ("", []),
    ],
)
def test_openings_that_repeat_the_line_before(content: str, found: list[str]) -> None:
    tokens = tokenize(content)
    assert [tokens.stretch(*span).of(content) for span in doubled(content, tokens)] == found


def test_long_lines_are_no_captions() -> None:
    words = " ".join(f"w{number}" for number in range(30))
    content = f"{words} the water is rising\nthe water is rising in town"
    assert list(doubled(content, tokenize(content))) == []


@given(st.lists(st.sampled_from(["a", "b", "\n", "c."]), max_size=60).map(" ".join))
def test_in_every_text_the_words_stand_twice_in_a_row(content: str) -> None:
    tokens = tokenize(content)
    end = 0
    for first, past in doubled(content, tokens):
        size = past - first
        assert size >= FEWEST and first >= end
        assert list(tokens.keys[first:past]) == list(tokens.keys[first - size : first])
        end = past


TALK = "ADA BROOK: Listen, the water is rising\nthe water is rising in the old town\n\nBEN COLE: Yes.\n"
NEWS = "Ada Brook wrote that the water is rising\nthe water is rising in the old town, the letter says.\n"


@pytest.mark.parametrize(
    ("source", "statement", "verdict", "code"),
    [
        (TALK, "Listen, the water is rising in the old town", "exact", "QC113"),
        (TALK, "the water is rising in the old town", "exact", "QC100"),
        (TALK, "Listen, the water is rising the water is rising in the old town", "exact", "QC101"),
        (TALK, "Listen, the water is falling in the old town", "absent", "QC402"),
        (NEWS, "Ada Brook wrote that the water is rising in the old town", "paraphrased", "QC202"),  # not speech
    ],
)
def test_a_quotation_runs_over_a_caption_said_twice(source: str, statement: str, verdict: str, code: str) -> None:
    result = Checker([Source.from_text(source)]).check(Statement(statement))
    assert result.verdict is not None
    assert (result.verdict.value, code in {one.code.value for one in result.findings}) == (verdict, True), result
