"""The annotated copy is read: comments, notes and links of documents say where each quotation stands."""

from __future__ import annotations

import pytest

from quotecheck import Checker, Source, Text
from quotecheck.model import Zone
from quotecheck.speech.statements import extract
from tests.reading.documents import document, p, packed, parts_of, r, style, text_of

SPEECH = Source.from_text(
    "It rained.\n“We will not sell the harbour,” Ada Brook said.\n\nNobody stirred.\n", id="speech.txt"
)
TALK = Source.from_text("“I shall miss the old pier,” Ben Cole said.\n", id="talk.txt")


def comment(number: int, words: str) -> str:
    return f'<w:comment w:id="{number}" w:author="Desk">{p(words)}</w:comment>'


def commented(words: str, number: int) -> str:
    return (
        f'<w:commentRangeStart w:id="{number}"/>{r(words)}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )


def noted(number: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def codes(text: Text) -> list[set[str]]:
    report = Checker([SPEECH, TALK]).check_draft(text)
    direct = [one for one in report.results if one.statement.kind.value == "direct"]
    return [{found.code.value for found in one.findings} & {"QC302", "QC306"} for one in direct]


def test_comments_are_tied_to_their_words() -> None:
    body = p(f"{r('She said: ')}{commented('“We will not sell the harbour.”', 4)}{r(' He left.')}")
    text = text_of(body, comments=comment(4, "speech.txt, line 2"))
    (one,) = text.annotations
    assert (one.span.of(text.content), one.words) == ("“We will not sell the harbour.”", "speech.txt, line 2")
    assert "speech.txt" not in text.content


def test_a_comment_without_a_range_and_one_over_paragraphs() -> None:
    body = (
        p(f'{r("One. ")}<w:r><w:commentReference w:id="1"/></w:r>')
        + p(f'<w:commentRangeStart w:id="2"/>{r("Two.")}')
        + p(f'{r("Three.")}<w:commentRangeEnd w:id="2"/>{r(" Four.")}')
    )
    text = text_of(body, comments=comment(1, "first") + comment(2, "second"))
    assert [(one.words, one.span.of(text.content)) for one in text.annotations] == [
        ("first", ""),
        ("second", "Two.\n\nThree."),
    ]


def row(*cells: str) -> str:
    return "<w:tbl><w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr></w:tbl>"


IN_CELLS = {
    "each cell one paragraph": (p(r("Brook")), p(f"{r(' ')}{commented('“We stay.”', 3)}")),
    "a label and paragraphs": (p(r("Brook")), p(r("Words.")) + p(commented("“We stay.”", 3))),
    "cells of paragraphs": (p(r("One")) + p(r("Two")), p(r("Three")) + p(f"{r('He: ')}{commented('“We stay.”', 3)}")),
    "a table in a table": (p(r("One")), row(p(r("Brook")), p(commented("“We stay.”", 3)))),
}


@pytest.mark.parametrize("case", IN_CELLS, ids=str)
def test_comments_notes_and_italics_in_tables(case: str) -> None:
    body = p(r("Before.")) + row(*IN_CELLS[case]) + p(f"{r('He ')}{r('left', '<w:i/>')}{noted(2)}{r('.')}")
    text = text_of(body, comments=comment(3, "first"), footnotes=f'<w:footnote w:id="2">{p("second")}</w:footnote>')
    assert [(one.words, one.span.of(text.content)) for one in text.annotations] == [
        ("first", "“We stay.”"),
        ("second", ""),
    ]
    assert text.emphases is not None and [span.of(text.content) for span in text.emphases] == ["left"]


def test_a_quotation_in_a_cell_is_checked_at_the_place_its_comment_cites() -> None:
    cell = p(f"{commented('“We will not sell the harbour,”', 1)}{r(' Ada Brook said.')}")
    for words, found in (("speech.txt, line 2", set()), ("speech.txt, line 4", {"QC306"}), ("talk.txt", {"QC302"})):
        assert codes(text_of(row(p(r("Harbour")), cell), comments=comment(1, words))) == [found]


def test_notes_are_tied_to_their_marks() -> None:
    body = p(f"{r('“We stay.”')}{noted(2)}{r(' He left.')}")
    text = text_of(body, footnotes=f'<w:footnote w:id="2">{p("Speech, p. 4")}</w:footnote>')
    (one,) = text.annotations
    assert (one.span.start, one.span.end, one.words) == (10, 10, "Speech, p. 4")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("speech.txt, line 2", set()),
        ("speech.txt, line 4", {"QC306"}),
        ("See speech.txt, para 9, checked by phone", {"QC306"}),
        ("talk.txt", {"QC302"}),
        ("Lovely. Cut it?", set()),
    ],
)
def test_each_quotation_is_checked_at_the_place_its_comment_cites(words: str, found: set[str]) -> None:
    body = p(f"{commented('“We will not sell the harbour,”', 1)}{r(' Ada Brook said.')}")
    assert codes(text_of(body, comments=comment(1, words))) == [found]


@pytest.mark.parametrize(
    ("words", "found"),
    [("speech.txt, line 2", set()), ("speech.txt, line 1", {"QC306"}), ("talk.txt, p. 3", {"QC302"})],
)
def test_and_its_note(words: str, found: set[str]) -> None:
    body = p(f"{r('“We will not sell the harbour,” Ada Brook said.')}{noted(2)}")
    text = text_of(body, footnotes=f'<w:footnote w:id="2">{p(words)}</w:footnote>')
    assert codes(text) == [found]


def test_a_link_to_the_very_words() -> None:
    parts = parts_of(p(f'{r("“We will not sell the harbour,” Ada Brook ")}<w:hyperlink r:id="h1" '
                       f'xmlns:r="urn:r">{r("said")}</w:hyperlink>{r(".")}'))  # fmt: skip
    rels = str(parts["word/_rels/document.xml.rels"])
    link = '<Relationship Id="h1" Type="x/hyperlink" TargetMode="External" Target="https://a.example/s#:~:text=We%20will"/>'
    parts["word/_rels/document.xml.rels"] = rels.replace("</Relationships>", f"{link}</Relationships>")
    from quotecheck.reading import read_bytes

    (one,) = [each for each in extract(read_bytes(packed(parts), "draft.docx")) if each.kind.value == "direct"]
    assert one.source == "https://a.example/s#:~:text=We%20will"


def test_comments_that_cannot_be_read_are_told_of() -> None:
    text = text_of(p("Words."), comments="<w:comment>")
    assert [one.code for one in text.problems] == ["incomplete"]


def test_italics_bold_headings_and_captions_are_known() -> None:
    words = r("We must ") + r("not", "<w:i/>") + r(" sell ", '<w:b w:val="false"/>')
    words += r("it", '<w:rStyle w:val="Strong"/>') + r(".")
    body = p("Harbour stays", style("Heading1")) + p(words) + p("The pier in May", style("Caption"))
    text = text_of(body)
    assert text.emphases is not None
    assert [span.of(text.content) for span in text.emphases] == ["not", "it"]
    assert [(span.of(text.content), zone) for span, zone in text.zones] == [
        ("Harbour stays", Zone.HEADLINE),
        ("The pier in May", Zone.CAPTION),
    ]


def test_a_document_without_any_has_none() -> None:
    assert document(p("Words.")) and text_of(p("Words.")).annotations == ()
