"""What a model cites: the words, the document and the place, in the shapes in which providers return it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quotecheck.adapters.cited import check_citations, read_answer
from quotecheck.cli import main
from quotecheck.model import Result, Text
from quotecheck.model.errors import UsageError
from quotecheck.model.spans import Origin

REPORT = Text(content="📈 The mill lost $10.0 million in 2024. It will not close. Ada Brook leads it.", id="report.txt")
MINUTES = Text(
    content="The council met on Monday. The bridge stays open. The mill was not discussed.", id="minutes.txt"
)
DOCUMENTS = [REPORT, MINUTES]
WORDS = "It will not close."


def at(words: str, text: Text = REPORT, unit: str = "utf-32-le") -> tuple[int, int]:
    """Where words stand, counted in some unit."""
    width = {"utf-32-le": 4, "utf-16-le": 2, "utf-8": 1}[unit]
    start = text.content.index(words)
    first, last = (len(text.content[:to].encode(unit)) // width for to in (start, start + len(words)))
    return first, last


def anthropic(words: str, start: int, end: int, document: int = 0, claim: str = "The mill stays open.") -> Any:
    cited = {
        "type": "char_location", "cited_text": words, "document_index": document, "document_title": "x",
        "start_char_index": start, "end_char_index": end,
    }  # fmt: skip
    return {"role": "assistant", "content": [{"type": "text", "text": claim, "citations": [cited]}]}


def bedrock(words: str, start: int, end: int, document: int = 0, claim: str = "The mill stays open.") -> Any:
    location = {"documentChar": {"documentIndex": document, "start": start, "end": end}}
    cited = {"title": "x", "sourceContent": [{"text": words}], "location": location}
    content = [{"citationsContent": {"content": [{"text": claim}], "citations": [cited]}}]
    return {"output": {"message": {"role": "assistant", "content": content}}, "stopReason": "end_turn"}


def cited(answer: Any, documents: list[Text] | None = None) -> Result:
    (checked,) = check_citations(answer, documents or DOCUMENTS, support=False)
    (result,) = checked.citations
    return result


def codes(result: Result) -> set[str]:
    return {one.code.value for one in result.findings if one.severity.value == "error"}


SHAPES = pytest.mark.parametrize("shape", [anthropic, bedrock], ids=["anthropic", "bedrock"])


@SHAPES
@pytest.mark.parametrize("unit", ["utf-32-le", "utf-16-le", "utf-8"])
def test_the_right_words_at_the_right_place_pass_in_every_unit(shape: Any, unit: str) -> None:
    result = cited(shape(WORDS, *at(WORDS, unit=unit)))
    assert (result.verdict.value if result.verdict else None, result.outcome.value) == ("exact", "pass")


@SHAPES
@pytest.mark.parametrize(
    ("words", "start", "end", "document", "expected"),
    [
        (WORDS, 0, 18, 0, {"QC306"}),
        (WORDS, 10_000, 10_018, 0, {"QC306"}),
        ("It will close.", *at(WORDS), 0, {"QC402"}),
        ("The mill lost $100 million in 2024.", *at("The mill lost $10.0 million in 2024."), 0, {"QC403"}),
        (WORDS, *at(WORDS), 1, {"QC302"}),
        ("Nobody knows the harbour.", 0, 10, 0, {"QC401"}),
    ],
)
def test_what_is_wrong_is_named(
    shape: Any, words: str, start: int, end: int, document: int, expected: set[str]
) -> None:
    assert codes(cited(shape(words, start, end, document))) == expected


def test_the_message_says_where_it_stands() -> None:
    result = cited(anthropic(WORDS, 0, 18))
    start, end = at(WORDS)
    (message,) = [one.message for one in result.findings if one.code.value == "QC306"]
    assert f"characters {start} to" in message and "characters 0 to 18" in message and end


def test_a_curly_mark_or_a_line_break_is_no_other_place() -> None:
    text = Text(content="He said:\nthe mill isn’t\nours. More.", id="a")
    start = text.content.index("the mill")
    result = cited(anthropic("the mill isn't ours.", start, start + len("the mill isn’t\nours.")), [text])
    assert result.outcome.value == "pass"


def test_words_that_stand_twice_are_right_at_either_place() -> None:
    text = Text(content="The bridge stays open. Rain fell. The bridge stays open.", id="a")
    words = "The bridge stays open."
    second = text.content.rindex(words)
    assert cited(anthropic(words, 0, len(words)), [text]).outcome.value == "pass"
    assert cited(anthropic(words, second, second + len(words)), [text]).outcome.value == "pass"
    assert codes(cited(anthropic(words, 10, 32), [text])) == {"QC306"}


def test_pages() -> None:
    content = "The council met.\n\nIt will not close.\n\nRain fell."
    pages = ((0, 1), (content.index("It"), 2), (content.index("Rain"), 3))
    text = Text(content=content, id="a.pdf", origin=Origin(pages=pages))

    def page(first: int, last: int) -> Any:
        place = {"type": "page_location", "start_page_number": first, "end_page_number": last}
        one = {**place, "cited_text": WORDS, "document_index": 0}
        return [{"type": "text", "text": "x", "citations": [one]}]

    assert cited(page(2, 3), [text]).outcome.value == "pass"
    wrong = cited(page(5, 6), [text])
    assert codes(wrong) == {"QC306"} and "page 2" in next(one.message for one in wrong.findings if one.severity.rank)


@pytest.mark.parametrize("document", [7, None])
def test_a_document_that_is_not_there_is_a_problem(document: int | None) -> None:
    answer = anthropic(WORDS, *at(WORDS))
    answer["content"][0]["citations"][0]["document_index"] = document
    assert [one.code for one in cited(answer).problems] == ["no-document"]


def test_a_place_that_cannot_be_looked_up_is_a_problem() -> None:
    place = {"type": "content_block_location", "start_block_index": 0, "end_block_index": 1}
    answer = [{"type": "text", "text": "x", "citations": [{**place, "cited_text": WORDS, "document_index": 0}]}]
    assert [one.code for one in cited(answer).problems] == ["place-unknown"]


def test_claims_are_checked_beside_their_citations() -> None:
    answer = {"content": [
        *anthropic(WORDS, *at(WORDS), claim="Ada Brook leads the mill.")["content"],
        *anthropic(WORDS, *at(WORDS), claim="The mill lost $100 million in 2024.")["content"],
        {"type": "text", "text": "The bridge stays open."},
    ]}  # fmt: skip
    checked = check_citations(answer, DOCUMENTS)
    assert [one.support.outcome.value for one in checked if one.support] == ["pass", "fail", "pass"]
    assert [len(one.citations) for one in checked] == [1, 1, 0]


def test_check_grounding() -> None:
    answer = {
        "supportScore": 0.9,
        "citedChunks": [{"chunkText": WORDS, "source": "0"}, {"chunkText": "The bridge closes.", "source": "1"}],
        "claims": [
            {"startPos": 0, "endPos": 22, "claimText": "The mill lost $10.0 million in 2024.", "citationIndices": [0]},
            {
                "startPos": 23,
                "endPos": 40,
                "claimText": "The bridge does not stay open.",
                "citationIndices": [1, 9, "x"],
            },
        ],
    }
    first, second = check_citations(answer, DOCUMENTS)
    assert first.support and second.support
    assert (first.support.outcome.value, first.citations[0].outcome.value) == ("pass", "pass")
    assert second.support.outcome.value == "fail" and len(second.citations) == 1
    assert second.citations[0].outcome.value == "fail"


@pytest.mark.parametrize("answer", [None, "words", 3, {}, {"claims": 3}, {"content": "words"}])
def test_what_is_no_answer_is_refused(answer: Any) -> None:
    with pytest.raises(UsageError):
        read_answer(answer)


@pytest.mark.parametrize(
    "block",
    [
        {},
        {"text": 3},
        {"citationsContent": {"content": 3, "citations": [3, {}]}},
        {"text": "a", "citations": [{"type": []}, 3]},
    ],
)
def test_broken_blocks_break_nothing(block: Any) -> None:
    check_citations([block, 3, None], DOCUMENTS)


@pytest.mark.slow
def test_the_real_library_has_this_shape() -> None:
    types = pytest.importorskip("anthropic.types")
    answer = types.Message.model_validate(
        {
            **anthropic(WORDS, *at(WORDS)),
            "id": "m", "type": "message", "model": "x", "stop_reason": "end_turn", "stop_sequence": None,
            "usage": {"input_tokens": 1, "output_tokens": 1},
        }
    )  # fmt: skip
    assert cited(answer.model_dump()).outcome.value == "pass"


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for text in DOCUMENTS:
        (tmp_path / text.id).write_text(text.content, "utf-8")
    path = tmp_path / "answer.json"
    sources = [part for text in DOCUMENTS for part in ("--source", str(tmp_path / text.id))]
    path.write_text(json.dumps(anthropic(WORDS, *at(WORDS), claim="The mill will not close.")), "utf-8")
    assert main(["cited", str(path), *sources]) == 0
    assert capsys.readouterr().out.startswith("claim:\n")
    path.write_text(json.dumps(bedrock(WORDS, 0, 5)), "utf-8")
    assert main(["cited", str(path), *sources, "--no-support", "--format", "jsonl"]) == 1
    (line,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert line["of"] == "citation" and "QC306" in [one["code"] for one in line["findings"]]
    path.write_text("{", "utf-8")
    assert main(["cited", str(path), *sources]) == 3
