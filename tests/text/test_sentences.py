"""Sentences and paragraphs: where each ends, and that no text loses a character."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given

from quotecheck.model import Span
from quotecheck.text.sentences import paragraphs, sentences
from tests.text.strategies import any_text

# One case a line: name, then the text with | where a sentence ends. The | and the spaces round it stand for one space.
ONE_WAY: dict[str, str] = {
    # plain stops
    "full stops": "We won. | They lost.",
    "question and exclamation": "Who won? | We did! | They lost.",
    "both at once": "He did what?! | Nobody knew.",
    "no stop at the end": "We won. | They lost",
    "a single line break": "We won the\nwar at last. | They lost.",
    "a line break after a stop": "We won.\nThey lost.".replace("\n", " | "),
    "small letter after a question": "What now? he wondered. | Nothing came.",
    "all in small letters": "we won. | they lost. | it was late.",
    "one letter as a word": "So do I. | The rest left.",
    # titles, initials, abbreviations
    "titles": "Mr. Smith met Dr. Lee, Gen. Grant and Sen. Ann Hill. | They spoke.",
    "titles in capitals": "MR. SMITH MET MS. LEE. | THEY SPOKE.",
    "initials": "J. K. Rowling and George R. R. Martin spoke. | He left.",
    "initial before a particle": "Ursula K. Le Guin and W. E. B. Du Bois wrote. | The end.",
    "country": "The U.S. Senate met. | It sat in the U.S. for long.",
    "country at the end": "He moved to the U.S. | The rest stayed.",
    "capital city": "She lives in Washington, D.C. | He does not.",
    "capital city inside": "The D.C. Council met. | It voted.",
    "time of day inside": "It starts at 5 p.m. Friday. | Come.",
    "time of day with zone": "It starts at 5 p.m. EST on the lawn. | Come.",
    "time of day at the end": "It ended at 5 p.m. | Smith left.",
    "company": "Acme Inc. Chairman Lee left. | Acme Inc. | The end.",
    "junior": "Martin Luther King Jr. spoke. | So did Sammy Davis Jr. | The crowd sang.",
    "month": "On Jan. 6 they came. | In Feb. Smith left.",
    "saint": "St. Petersburg fell. | He lived on Main St. | The shop is gone.",
    "versus": "In Roe v. Wade the court ruled. | It was 1973.",
    "for example": "Some, e.g. Smith, stayed. | Others, i.e. Lee, left.",
    "number sign": "See No. 5 and pp. 3-4. | He said no. | Then he left.",
    "no at the end": "She said no. | Lee said yes.",
    "street": "He lives at 5 Elm St. | She does not.",
    "doctorate": "Ann Lee, Ph.D. | The end.",
    # figures
    "decimal": "It cost $4.5 million. | It rose 3.2%. | It fell.",
    "version": "Version 2.0.1 came in 1999. | It failed.",
    "figure at the end": "He paid $5. | She paid 6. | They left.",
    "year at the end": "It was 1993. | The war went on.",
    "list number in a line": "1. We won. | 2. They lost.",
    "web address": "See example.com. | It is down.",
    "a figure before a word that opens no sentence": "They sold 42. | Grass grew.",
    "an ordinal before one": "Am 3. März kam er. | Er blieb.",
    "a figure's note": "It closed.5 | They left.",
    "decimals without their nought": "It rose .5 and fell. | They left.",
    # ellipses
    "ellipsis inside": "We know … what they want. | They know.",
    "dots inside": "We know ... what they want. | They know.",
    "ellipsis before a name": "We know … Smith went. | They know.",
    "ellipsis that ends": "We waited... | Nobody came.",
    "four dots": "We waited. . . . | Nobody came.",
    "bracketed ellipsis": "We waited. | […] Nobody came.",
    "bracketed ellipsis inside": "We waited […] for nobody. | They came.",
    # notes
    "note number": "They left.1 | The war went on.2",
    "note number after a mark": "“They left.”3 | The war went on.",
    "raised note number": "They left.¹² | The war went on.",
    "note in brackets": "They left.[1][2] | The war went on.",
    # marks and brackets
    "quotation, then who": "“We won. We are done,” she said. | He left.",
    "quotation with question, then who": "“Why? Why not?” she asked. | He left.",
    "question, then a name": "“Why?” Smith asked. | “Why?” | Then he said nothing.",
    "quotation alone": "“We won. | We are done.” | She left.",
    "quotation brought in": "She said: “We won. We are done.” | He left.",
    "quotation inside": "The “red line. No more” was plain. | He left.",
    "straight marks": "\"We won. We are done,\" she said. | He left.",
    "single marks": "‘We won. We are done,’ she said. | He left.",
    "single straight marks": "'We won. We are done,' she said. | The drivers' union won. | It's over.",
    "apostrophes are no marks": "In the ’90s it's so. | 'Tis the drivers' day. | It ended.",
    "German marks": "„Wir haben gewonnen. Schluss“, sagte er. | Dann ging er.",
    "German guillemets": "»Wir haben gewonnen. Schluss«, sagte er. | Dann ging er.",
    "French marks": "« Nous avons gagné. C’est fini », dit-elle. | Puis elle partit.",
    "Swedish marks": "”Vi vann. Det är slut”, sade hon. | Han gick.",
    "nested marks": "“He said, ‘We won. We are done,’ and left. | I wept.” | She left.",
    "unclosed": "“We won. | We are done. | They left.",
    "unclosed, then closed": "“We won. | He left. | “I am done. I go,” she said. | He sat.",
    "brackets inside": "The law (see it. It is new.) passed. | It is good.",
    "brackets alone": "It passed. | (It is new. | It is good.) | Next.",
    "mark after the stop": "He called it “mad.” | She left.",
    "mark before the stop": "He called it “mad”. | She left.",
    # other languages
    "German ordinal": "Am 3. März kam er. | Es war der 2. Weltkrieg. | Dann ging er.",
    "German abbreviations": "Das gilt z. B. hier, d.h. jetzt, bzw. bald. | Dr. Ing. Lee kam usw. | Die anderen gingen.",
    "French": "M. Dupont et Mme. Lee parlent. | Ils partent.",
    "Spanish": "¿Por qué? | ¡Vamos! | El Sr. López y la Sra. Ruiz llegan. | Luego hablan.",
    "Chinese": "我们赢了。|他说：“我们赢了。我们走了。”然后离开。|她哭了！",
    "Japanese, a space behind the mark": "「勝った。」 | 空は青い。",
    "Japanese, a mark behind the mark": "「勝った。」|「負けた。」",
    "Japanese, the mark ends it": "彼は去った。|「勝った。」",
    "Japanese": "「勝った。終わった」と言った。|彼は去った。",
    "Arabic": "هل فزنا؟ | نعم فزنا.",
    "Hindi": "हम जीत गए। | वे हार गए।",
}  # fmt: skip

INSIDE: dict[str, str] = {
    "quotation, then who": "“We won. | We are done,” she said. | He left.",
    "quotation brought in": "She said: “We won. | We are done.” | He left.",
    "nested marks": "“He said, ‘We won. | We are done,’ and left. | I wept.” | She left.",
    "brackets stay closed": "The law (see it. It is new.) passed. | It is good.",
    "French marks": "« Nous avons gagné. | C’est fini », dit-elle. | Puis elle partit.",
}

BY_LINES: dict[str, tuple[str, ...]] = {
    "We won\n\nThey lost": ("We won", "They lost"),
    "We won\r\n \t\r\nThey lost": ("We won", "They lost"),
    "# We won\nThey lost.": ("# We won", "They lost."),
    "We won\n======\nThey lost.": ("We won", "======", "They lost."),
    "- We won\n- They lost": ("- We won", "- They lost"),
    "* We won\n* They lost": ("* We won", "* They lost"),
    "1. We won\n2. They lost": ("1. We won", "2. They lost"),
    "a) We won\nb) They lost": ("a) We won", "b) They lost"),
    "It was on June\n5. Then it rained.": ("It was on June\n5.", "Then it rained."),
    "MR. SMITH: Did you\nMS. LEE: I did": ("MR. SMITH: Did you", "MS. LEE: I did"),
    "Q: Did you\nA: I did": ("Q: Did you", "A: I did"),
    ">> ANN: So\n>> BOB: Yes": (">> ANN: So", ">> BOB: Yes"),
    "— Ganamos\n— No": ("— Ganamos", "— No"),
    "the plan\n— which failed — was his": ("the plan\n— which failed — was his",),
    "> We won\n>\n> They lost": ("> We won", ">", "> They lost"),
    "Acme wins the war\n" + "It was " + "long " * 40 + "ago.": ("Acme wins the war", "It was " + "long " * 40 + "ago."),
    "It was as\nlong as ever.": ("It was as\nlong as ever.",),
}


def marked(content: str, spans: tuple[Span, ...]) -> list[str]:
    return [span.of(content) for span in spans]


def split(case: str) -> tuple[str, list[str]]:
    parts = [part.strip() for part in case.split("|")]
    return (" " if " | " in case else "").join(parts), parts


@pytest.mark.parametrize("case", ONE_WAY.values(), ids=ONE_WAY)
def test_a_sentence_ends_where_the_table_says(case: str) -> None:
    content, expected = split(case)
    assert marked(content, sentences(content)) == expected


@pytest.mark.parametrize("case", INSIDE.values(), ids=INSIDE)
def test_sentences_inside_the_marks_can_be_asked_for(case: str) -> None:
    content, expected = split(case)
    assert marked(content, sentences(content, inside_quotes=True)) == expected


@pytest.mark.parametrize(("content", "expected"), BY_LINES.items(), ids=map(repr, BY_LINES))
def test_lines_that_open_something_new_end_a_sentence(content: str, expected: tuple[str, ...]) -> None:
    assert tuple(marked(content, sentences(content))) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", []),
        (" \n\t\n ", []),
        ("a\nb", ["a\nb"]),
        ("a\n\nb", ["a", "b"]),
        ("  a \n \n\n b ", ["a", "b"]),
        ("a\r\n\r\nb", ["a", "b"]),
        ("a\r\nb", ["a\r\nb"]),
        ("a\r\rb", ["a", "b"]),
        ("a\u2029b", ["a", "b"]),
        ("a\u2028b", ["a\u2028b"]),
    ],
    ids=repr,
)
def test_blank_lines_part_paragraphs(content: str, expected: list[str]) -> None:
    assert marked(content, paragraphs(content)) == expected


def assert_covers(content: str, spans: tuple[Span, ...]) -> None:
    end = 0
    for span in spans:
        assert end <= span.start < span.end
        assert not regex.search(r"\S", content[end : span.start])
        words = span.of(content)
        assert not regex.match(r"\s", words[0]) and not regex.match(r"\s", words[-1])
        end = span.end
    assert not regex.search(r"\S", content[end:])


@given(any_text())
def test_every_character_that_is_no_space_lies_in_one_sentence(content: str) -> None:
    assert_covers(content, sentences(content))
    assert_covers(content, sentences(content, inside_quotes=True))


@given(any_text())
def test_every_character_that_is_no_space_lies_in_one_paragraph(content: str) -> None:
    assert_covers(content, paragraphs(content))


@given(any_text())
def test_a_sentence_crosses_no_paragraph(content: str) -> None:
    around = paragraphs(content)
    for sentence in sentences(content):
        assert any(paragraph.contains(sentence) for paragraph in around)


@given(any_text())
def test_sentences_inside_the_marks_are_parts_of_those_outside(content: str) -> None:
    outside = sentences(content)
    for inner in sentences(content, inside_quotes=True):
        assert any(outer.contains(inner) for outer in outside)


@given(any_text())
def test_a_paragraph_has_the_sentences_that_it_has_alone(content: str) -> None:
    alone = [
        sentence.shifted(paragraph.start)
        for paragraph in paragraphs(content)
        for sentence in sentences(paragraph.of(content))
    ]
    assert alone == list(sentences(content))


@pytest.mark.parametrize(
    "piece",
    [
        ".",
        ". ",
        "“",
        '"',
        "“”",
        "A. ",
        "“A. B.” ",
        "(",
        "(a. B) ",
        "\n",
        "a\n",
        " ",
        ".»",
        ". »",
        "1. ",
        "。",
        "'a ",
        "- a\n",
    ],
    ids=repr,
)
def test_a_long_run_of_one_piece_comes_to_an_end(piece: str) -> None:
    """A step that costs the square of the length would not end here while anybody waits."""
    content = piece * (200_000 // len(piece)) + "x"
    assert sentences(content) is not None
