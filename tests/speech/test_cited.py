"""Citations at a quotation are what it cites; those of another sentence are not."""

from __future__ import annotations

import pytest

from quotecheck.model import Span, Statement
from quotecheck.speech.cited import cited

CASES = {
    "a key": ("“We stay” [@brook2026].", "brook2026"),
    "a key with a page": ("“We stay,” Ada Brook said [@brook2026, p. 12].", "brook2026, p. 12"),
    "a key that hides the author": ("Brook said “We stay” [-@brook2026, p. 3].", "brook2026, p. 3"),
    "a note": ("“We stay.”[^1] She left.\n\n[^1]: speech.txt, p. 4", "speech.txt, p. 4"),
    "a note after the cue": ("“We stay,” she said.[^a]\n\n[^a]: speech.txt", "speech.txt"),
    "a note that stands nowhere": ("“We stay.”[^9] She left.", None),
    "the next sentence's": ("“We stay.” Others had gone before [@other].", None),
    "the next quotation's": ("“We stay,” she said, and he: “I go” [@cole].", None),
    "the next paragraph's": ("“We stay.”\n\nIt rained [@weather].", None),
    "a bracket that cites nothing": ("“We stay” [sic].", None),
    "an address": ("“We stay” (ada@brook.example).", None),
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_is_cited(case: str) -> None:
    content, source = CASES[case]
    start = content.index("We stay")
    statement = Statement("We stay", parts=(Span(start, start + len("We stay")),))
    assert cited(content, [statement])[0].source == source


def test_a_source_that_is_known_already_stays() -> None:
    statement = Statement("We stay", parts=(Span(1, 8),), source="speech.txt")
    assert cited("“We stay” [@brook2026].", [statement]) == (statement,)
