"""Figures with their units written on to them, as British papers do: the point in them ends no sentence."""

from __future__ import annotations

import pytest

from quotecheck import Source, extract


@pytest.mark.parametrize(
    ("draft", "reported"),
    [
        ("Maria Lopez said revenue had grown to $1.3bn last year.", "revenue had grown to $1.3bn last year"),
        ("Maria Lopez said the plant had cost £2.5m.", "the plant had cost £2.5m"),
        ("Maria Lopez said the talks would begin at 10.30am on Monday.", "the talks would begin at 10.30am on Monday"),
        ("Maria Lopez said the 2.5-litre engine was safe.", "the 2.5-litre engine was safe"),
        ("Maria Lopez said profits were up 1.5x-2.5x.", "profits were up 1.5x-2.5x"),
        ("Maria Lopez said they would pay 1,000-odd people.", "they would pay 1,000-odd people"),
        # A point behind a figure ends the sentence, whatever follows.
        ("Maria Lopez said the plant had cost £2m. Then she left.", "the plant had cost £2m"),
        ("Maria Lopez said it began in 2019. 2.5 million people came.", "it began in 2019"),
        ("Maria Lopez said it was 2.5. Nobody asked.", "it was 2.5"),
    ],
)
def test_a_point_inside_a_figure_ends_no_statement(draft: str, reported: str) -> None:
    assert [one.text for one in extract(Source.from_text(draft, id="draft"))] == [reported]


def test_a_quotation_behind_such_a_figure_keeps_its_speaker() -> None:
    draft = "Maria Lopez said that revenue had grown by 4.2% to $1.3bn, “less than we had hoped”."
    assert [(one.kind.value, one.speaker) for one in extract(Source.from_text(draft, id="draft"))] == [
        ("mixed", "Maria Lopez"),
        ("direct", "Maria Lopez"),
    ]
