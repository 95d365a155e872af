"""Errors: what they say, how they draw the place, and that they travel."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.model.errors import ConfigError, QuotecheckError, ReadingError, UnknownCode, UsageError, nearest, shown

KINDS = (QuotecheckError, ReadingError, ConfigError, UsageError, UnknownCode)


@pytest.mark.parametrize("kind", KINDS)
def test_errors_travel_between_processes(kind: type[QuotecheckError]) -> None:
    """Pickled and back, with every field."""
    error = kind("bad", path="a.txt", line=3, column=2, excerpt="xyz", length=2, code="some")
    back = pickle.loads(pickle.dumps(error))
    assert type(back) is kind and vars(back) == vars(error) and str(back) == str(error)


PLACES = {
    "nowhere": ({}, "bad"),
    "a file": ({"path": "a.txt"}, "a.txt: bad"),
    "a line": ({"path": "a.txt", "line": 3}, "a.txt:3: bad"),
    "a column": ({"path": "a.txt", "line": 3, "column": 5}, "a.txt:3:5: bad"),
    "drawn": ({"line": 1, "column": 2, "excerpt": "abc"}, "1:2: bad\n    abc\n     ^"),
    "past the end": ({"line": 1, "column": 4, "excerpt": "abc"}, "1:4: bad\n    abc\n       ^"),
    "over an escape": ({"line": 1, "column": 2, "excerpt": "a\x1bc"}, "1:2: bad\n    a␛c\n     ^"),
    "after an escape": ({"line": 1, "column": 3, "excerpt": "\u202eab"}, "1:3: bad\n    \\u202eab\n           ^"),
    "an empty line": ({"line": 1, "column": 1, "excerpt": ""}, "1:1: bad\n    \n    ^"),
}


@pytest.mark.parametrize("case", PLACES, ids=str)
def test_the_place_in_words_and_drawn(case: str) -> None:
    """As much of it as is known."""
    fields, text = PLACES[case]
    assert str(QuotecheckError("bad", **fields)) == text  # type: ignore[arg-type]


@given(st.text(max_size=200), st.integers(1, 250), st.integers(1, 50))
def test_any_line_is_drawn_under_itself(excerpt: str, column: int, length: int) -> None:
    """Three lines, none of which a terminal obeys, the marks inside the excerpt or just behind it."""
    drawn = str(QuotecheckError("bad", line=1, column=column, excerpt=excerpt, length=length)).split("\n")
    assert len(drawn) == 3 and set(drawn[2].strip()) == {"^"}
    assert len(drawn[2]) <= len(drawn[1]) + 1
    assert shown(drawn[1]) == drawn[1]


NEAR = [("polcy", "policy"), ("POLICY", "policy"), ("sourcs", "sources"), ("xyzzy", None), ("", None)]


@pytest.mark.parametrize(("word", "found"), NEAR)
def test_nearest(word: str, found: str | None) -> None:
    """Close ones are found, far ones are not forced."""
    assert nearest(word, ["policy", "sources", "people"]) == found
