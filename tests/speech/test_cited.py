"""Citations at a quotation are what it cites; those of another sentence are not."""

from __future__ import annotations

import pytest

from quotecheck.model import Annotation, Span, Statement, Text
from quotecheck.speech.cited import cited

CASES = {
    "a key": ("“We stay” [@brook2026].", "brook2026"),
    "a key with a page": ("“We stay,” Ada Brook said [@brook2026, p. 12].", "brook2026, p. 12"),
    "a key that hides the author": ("Brook said “We stay” [-@brook2026, p. 3].", "brook2026, p. 3"),
    "a note": ("“We stay.”[^1] She left.\n\n[^1]: speech.txt, p. 4", "speech.txt, p. 4"),
    "a note after the cue": ("“We stay,” she said.[^a]\n\n[^a]: speech.txt", "speech.txt"),
    "a note that stands nowhere": ("“We stay.”[^9] She left.", None),
    "a note with a key": ("“We stay.”[^1] She left.\n\n[^1]: See [@brook2026, p. 4].", "brook2026, p. 4"),
    "a link to the words": (
        "“We stay,” she [said](https://a.example/talk#:~:text=We%20stay).",
        "https://a.example/talk#:~:text=We%20stay",
    ),
    "a link to the words before": (
        "She [told the paper](https://a.example/talk#:~:text=We%20stay) “We stay”.",
        "https://a.example/talk#:~:text=We%20stay",
    ),
    "a link to a second": ("“We stay” ([film](https://a.example/v?id=3&t=95)).", "https://a.example/v?id=3&t=95"),
    "a link to a page": ("“We stay,” she [said](https://a.example/talk).", None),
    "a link of the sentence before": (
        "She [spoke](https://a.example/talk#:~:text=We%20stay). He had left. “We stay,” she said.",
        None,
    ),
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
    assert cited(Text(content=content), [statement])[0].source == source


def test_a_source_that_is_known_already_stays() -> None:
    statement = Statement("We stay", parts=(Span(1, 8),), source="speech.txt")
    assert cited(Text(content="“We stay” [@brook2026]."), [statement]) == (statement,)


BESIDE = {
    "a comment on the words": ((1, 8), "Speech, p. 4", "Speech, p. 4"),
    "a comment on the sentence": ((0, 19), "ada.txt, line 3", "ada.txt, line 3"),
    "a note behind them": ((19, 19), "Interview, 12:30", "Interview, 12:30"),
    "an address": ((1, 8), "https://a.example/talk", "https://a.example/talk"),
    "a key that the bibliography knows": ((1, 8), "[@brook, p. 4]", "papers/brook.pdf, p. 4"),
    "a comment that cites nothing": ((1, 8), "Nice! Shorten it?", None),
    "a comment on another sentence": ((30, 36), "Speech, p. 4", None),
}


@pytest.mark.parametrize("case", BESIDE, ids=str)
def test_what_comments_and_notes_cite(case: str) -> None:
    (start, end), words, source = BESIDE[case]
    text = Text(
        content="“We stay,” she said. He left. “I went,” he said.",
        annotations=(Annotation(Span(start, end), words),),
        bibliography={"brook": "papers/brook.pdf"},
    )
    assert cited(text, [Statement("We stay,", parts=(Span(1, 9),))])[0].source == source


def test_of_two_comments_the_one_on_fewer_words_counts() -> None:
    whole, near = Annotation(Span(0, 40), "Speech, p. 1"), Annotation(Span(1, 8), "Speech, p. 2")
    text = Text(content="“We stay,” she said. He left. “I went,” he said.", annotations=(whole, near))
    assert cited(text, [Statement("We stay,", parts=(Span(1, 9),))])[0].source == "Speech, p. 2"
