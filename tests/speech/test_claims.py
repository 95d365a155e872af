"""Every claim of a draft is a statement: sentences, coordinate claims, whom a pronoun stands for, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.model import Kind, NoClaim, Text
from quotecheck.speech.claims import claims

ANY_BEFORE = "The weather was fine. "


def claimed(content: str) -> list[str]:
    return [one.text for one in claims(Text(content=content, id="draft.md")) if one.no_claim is None]


APART = {
    "each sentence": ("The mine closed. The school stayed.", ["The mine closed.", "The school stayed."]),
    "a comma, and, a subject of its own": (
        "The mine closed in March, and the union called a strike.",
        ["The mine closed in March", "the union called a strike."],
    ),
    "but": (
        "The council approved the plan, but the mayor refused to sign it.",
        ["The council approved the plan", "the mayor refused to sign it."],
    ),
    "a semicolon": ("The bridge is closed; the ferry still runs.", ["The bridge is closed", "the ferry still runs."]),
    "a pronoun needs no comma": (
        "Ada Brook bought the mine and she sold it again in 2019.",
        ["Ada Brook bought the mine", "she sold it again in 2019."],
    ),
    "the same subject": (
        "Ada Brook bought the mine in 1998 and sold it in 2019.",
        ["Ada Brook bought the mine in 1998", "Ada Brook sold it in 2019."],
    ),
    "the same subject, behind a comma": (
        "The agency fined the airline, and has opened a second inquiry.",
        ["The agency fined the airline", "The agency has opened a second inquiry."],
    ),
    "items of a list": (
        "Results:\n\n- Output rose 5 per cent\n- Costs fell by a tenth\n",
        ["Output rose 5 per cent", "Costs fell by a tenth"],
    ),
    "numbers of notes are no words of it": (
        "The mine closed in 2019.[1] The school stayed open [2].",
        ["The mine closed in 2019.", "The school stayed open"],
    ),
    "what goes before a claim is none of it": (
        "However, the mine closed. Note that the school stayed open.",
        ["the mine closed.", "the school stayed open."],
    ),
    "what an answer rests on is none of it": (
        "Based on the provided context, the mine closed in 2019. It was the last one.",
        ["the mine closed in 2019.", "It was the last one."],
    ),
    "a sentence with a term in marks": (
        "The “soft landing” plan was dropped by the board.",
        ["The “soft landing” plan was dropped by the board.", "soft landing"],
    ),
}


@pytest.mark.parametrize(("content", "expected"), APART.values(), ids=APART)
def test_claims_that_can_be_told_apart(content: str, expected: list[str]) -> None:
    assert claimed(content) == expected


TOGETHER = {
    "nouns": "The union and the council signed a deal.",
    "verbs that share their object": "The firm bought and sold shares in the mine.",
    "adjectives": "The dealer sold old and used cars.",
    "a clause under that": "The firm is so old that it lost its papers, and the board forgot it.",
    "a clause under if": "If the mine closes, the school closes, and the town dies.",
    "a relative clause": "The man who runs the mine, and owns the bank, died.",
    "a verb that may be a noun": "The plan offers discounts and rates for students.",
    "infinitives": "The council decided to close the school and to sell the land.",
    "under a negation": "The council did not close the school and sell the land.",
    "a list of three": "The farm sells apples, pears and plums.",
    "participles under one helper": "The driver was arrested and charged with theft.",
    "a participle after a noun": "The board approved the sale of new and used boats.",
    "both": "The council both closed the school and sold the land.",
}


@pytest.mark.parametrize("content", TOGETHER.values(), ids=TOGETHER)
def test_claims_that_stay_one(content: str) -> None:
    assert claimed(content) == [content]


SKIPPED = {
    "a heading": ("# The mine\n\nIt closed.", "The mine", NoClaim.HEADING),
    "a line without a verb": ("The mine at Harrow\n\nIt closed.", "The mine at Harrow", NoClaim.HEADING),
    "words before a list": ("**Key points:**\n\n- It closed.", "Key points:", NoClaim.HEADING),
    "a question": ("Why did the mine close? It lost money.", "Why did the mine close?", NoClaim.QUESTION),
    "a greeting": ("Hello there! The mine closed.", "Hello there!", NoClaim.GREETING),
    "an offer": ("The mine closed. Let me know if you need more.", "Let me know if you need more.", NoClaim.GREETING),
    "an announcement": (
        "Sure, here is a summary of the report:\n\nThe mine closed.",
        "Sure, here is a summary of the report:",
        NoClaim.GREETING,
    ),
    "an instruction": (
        "The mine closed. See the annex for details.",
        "See the annex for details.",
        NoClaim.INSTRUCTION,
    ),
    "please": ("The mine closed. Please check the dates.", "Please check the dates.", NoClaim.INSTRUCTION),
    "do not": ("The mine closed. Do not enter the shaft.", "Do not enter the shaft.", NoClaim.INSTRUCTION),
    "no answer": (
        "The provided context does not mention the price. The mine closed.",
        "The provided context does not mention the price.",
        NoClaim.NO_ANSWER,
    ),
    "no knowledge": (
        "I don't know when it closed. The mine is old.",
        "I don't know when it closed.",
        NoClaim.NO_ANSWER,
    ),
}


@pytest.mark.parametrize(("content", "words", "why"), SKIPPED.values(), ids=SKIPPED)
def test_what_claims_nothing_says_why(content: str, words: str, why: NoClaim) -> None:
    found = {one.text: one.no_claim for one in claims(Text(content=content, id="draft.md"))}
    assert found[words] is why
    assert None in found.values()


STILL_CLAIMS = {
    "a noun that is a verb too": "Use of force rose in June.",
    "a contact": "Contact with the crew was lost.",
    "a list that was kept": "Call centres closed in June.",
    "a document that says something": "The report mentions a second mine.",
    "a passage that is no text": "The passage was not wide enough for ships.",
    "a verb before a colon": "The firm gave three reasons: cost, age and gas.",
    "an indirect question": "The court asked why the mine had closed.",
    "a text of one line": "Fire at the old mine",
    "here as a place": "Here is where the treaty was signed in 1815.",
}


@pytest.mark.parametrize("content", STILL_CLAIMS.values(), ids=STILL_CLAIMS)
def test_near_neighbours_are_claims(content: str) -> None:
    assert all(one.no_claim is None for one in claims(Text(content=content, id="draft.md")))
    assert claimed(content)


PRONOUNS = {
    "from the sentence before": ("Ada Brook runs the mine. She sold the mill.", "She sold the mill.", ["Ada Brook"]),
    "from the clause before": (
        "Ada Brook runs the mine, and she sold the mill.",
        "she sold the mill.",
        ["Ada Brook"],
    ),
    "nobody is named": ("The mine closed. She sold the mill.", "She sold the mill.", []),
    "of another gender": ("Mary Brook runs the mine. He sold the mill.", "He sold the mill.", []),
}


@pytest.mark.parametrize(("content", "words", "names"), PRONOUNS.values(), ids=PRONOUNS)
def test_whom_a_pronoun_stands_for(content: str, words: str, names: list[str]) -> None:
    found = {one.text: one for one in claims(Text(content=content, id="draft.md"))}[words]
    assert [one.text for one in found.referents] == names
    for one in found.referents:
        assert content[one.start : one.end].lower() in {"he", "she"}
        at = found.at(one.start)
        assert at is not None
        assert found.text[at : at + one.end - one.start].lower() in {"he", "she"}


def test_what_is_given_to_somebody_stays_his() -> None:
    content = "“We will rebuild,” Ada Brook said. Ben Cole said that the mine would stay shut. The town is small."
    found = claims(Text(content=content, id="draft.md"))
    assert [(one.text, one.speaker, one.kind) for one in found] == [
        ("We will rebuild,", "Ada Brook", Kind.DIRECT),
        ("the mine would stay shut", "Ben Cole", Kind.INDIRECT),
        ("The town is small.", None, Kind.INDIRECT),
    ]


def test_what_somebody_only_thinks_is_a_claim_of_the_draft() -> None:
    assert claimed("Ada Brook believes that coal is dead.") == ["Ada Brook believes that coal is dead."]


def test_a_document_is_no_speaker() -> None:
    found = claims(Text(content="According to the document, the mine closed in 2019. It was old.", id="draft.md"))
    assert all(one.speaker is None for one in found)
    assert "the mine closed in 2019" in found[0].text


@given(st.text(alphabet="Ab c.,;?!“”-#\n[1]and he", max_size=80))
def test_words_stand_where_the_parts_say(content: str) -> None:
    for one in claims(Text(content=content, id="draft.md")):
        assert one.text == " ".join(part.of(content) for part in one.parts)
