"""Marks of emphasis in plain text and Markdown, and signs that are none."""

from __future__ import annotations

import time

import pytest

from quotecheck.text.emphasis import emphases

CASES = [
    ("We must *not* sell", ["not"]),
    ("We must **not sell** it", ["not sell"]),
    ("We must _not_ sell", ["not"]),
    ("“_No_,” she said, “*never*.”", ["No", "never"]),
    ("* a bullet\n* another", []),
    ("2 * 3 * 4", []),
    ("snake_case_name", []),
    ("so.* and so.*", []),
    ("*over\nlines*", []),
    ("nothing", []),
]


@pytest.mark.parametrize(("content", "found"), CASES, ids=[content for content, _ in CASES])
def test_what_is_stressed(content: str, found: list[str]) -> None:
    assert [span.of(content) for span in emphases(content)] == found


@pytest.mark.parametrize("content", ["*a" * 50_000, "*" * 100_000, "_ *" * 50_000, "*a " * 50_000])
def test_hostile_marks_cost_little(content: str) -> None:
    began = time.process_time()
    emphases(content)
    assert time.process_time() - began < 3.0
