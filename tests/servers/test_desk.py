"""The desk behind every door: what may be asked, what comes back, what is refused."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from quotecheck.model import Text
from quotecheck.servers.asked import Limits, Refused
from quotecheck.servers.desk import QUESTIONS, Desk

TALK = "“We don’t seek war,” Ada Brook said.\n\n“The mill is ours,” Dora Lind said.\n"
SOURCE = {"name": "talk.txt", "text": TALK}
TWICE = [{"id": "a", "text": "x"}, {"id": "a", "text": "y"}]
WRONG = "“We seek war,” Ada Brook said."


def desk(**options: Any) -> Desk:
    return Desk(version="1", **options)


def outcomes(answer: dict[str, Any]) -> list[str]:
    return [result["outcome"] for result in answer["report"]["results"]]


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("“We don't seek war,” Ada Brook said.", "pass"),
        (WRONG, "fail"),
        ("“The mill is ours,” Ada Brook said.", "fail"),
    ],
)
def test_a_draft_is_checked(draft: str, expected: str) -> None:
    answer = desk().answer("check", {"draft": {"text": draft}, "sources": [SOURCE]})
    assert outcomes(answer) == [expected] and answer["page"] is None


def test_a_file_is_read_by_its_reader() -> None:
    page = f"<!doctype html><p>{WRONG}</p><script>x</script>".encode()
    draft = {"name": "draft.html", "data": base64.b64encode(page).decode()}
    answer = desk().answer("check", {"draft": draft, "sources": [SOURCE]})
    assert outcomes(answer) == ["fail"]
    assert answer["report"]["drafts"][0]["path"] == "draft.html"


def test_sources_that_came_with_the_start_serve_a_question_that_brings_none() -> None:
    kept = desk(sources=[Text(content=TALK, id="talk.txt")])
    assert outcomes(kept.answer("check", {"draft": {"text": WRONG}})) == ["fail"]
    other = {"text": "“We seek war,” Ada Brook said.", "name": "other.txt"}
    assert outcomes(kept.answer("check", {"draft": {"text": WRONG}, "sources": [other]})) == ["pass"]


def test_two_sources_of_one_name_stay_apart() -> None:
    answer = desk().answer("check", {"draft": {"text": WRONG, "name": "talk.txt"}, "sources": [SOURCE, SOURCE]})
    assert [one["path"] for one in answer["report"]["sources"]] == ["talk.txt", "talk.txt (2)"]
    assert answer["report"]["drafts"][0]["path"] == "talk.txt (draft)"


def test_what_could_not_be_read_leaves_no_absent() -> None:
    broken = {"name": "speech.pdf", "data": base64.b64encode(b"%PDF-1.4 nothing").decode()}
    absent = "“We love the sea,” Ada Brook said."
    whole = desk().answer("check", {"draft": {"text": absent}, "sources": [SOURCE]})
    part = desk().answer("check", {"draft": {"text": absent}, "sources": [SOURCE, broken]})
    assert (outcomes(whole), outcomes(part)) == (["fail"], ["unchecked"])
    assert any(one["fatal"] for one in part["report"]["problems"])


def test_what_is_known_of_a_source_counts() -> None:
    speech = {"name": "speech.txt", "text": "We don’t seek war.", "speaker": "Dora Lind"}
    draft = {"text": "“We don’t seek war,” Ada Brook said."}
    answer = desk().answer("check", {"draft": draft, "sources": [speech]})
    assert answer["report"]["results"][0]["verdict"] == "misattributed"


def test_a_list_in_order_with_a_result_for_what_is_wrong() -> None:
    candidates = [
        {"id": "a", "text": "We don't seek war", "speaker": "Ada Brook"},
        {"id": "b"},
        "words",
        {"id": "c", "text": "We seek war", "sources": ["talk.txt"], "mine": 1},
        {"id": "d", "text": "We seek war", "sources": ["/etc/passwd"]},
    ]
    answer = desk().answer("batch", {"candidates": candidates, "sources": [SOURCE]})
    results = answer["results"]
    assert [one["id"] for one in results] == ["a", "b", None, "c", "d"]
    assert [one["outcome"] for one in results] == ["pass", "unchecked", "unchecked", "fail", "unchecked"]
    assert results[3]["extra"] == {"mine": 1}
    assert results[4]["problems"][0]["code"] == "missing"


def test_the_statements_of_a_draft() -> None:
    found = desk().answer("extract", {"draft": {"text": TALK}})
    assert [one["speaker"] for one in found["statements"]] == ["Ada Brook", "Dora Lind"]


def test_every_place_of_some_words() -> None:
    sources = [{**SOURCE, "date": "2026-03-02"}, {"name": "wire.txt", "text": TALK, "date": "2026-03-01"}]
    found = desk().answer("find", {"words": "The mill is ours", "sources": sources})["found"]
    assert [(one["text"]["id"], one["copy_of"]) for one in found] == [("wire.txt", None), ("talk.txt", "wire.txt")]


def test_a_code_explained() -> None:
    one = desk().answer("explain", {"code": "polarity", "policy": "ap"})
    assert (one["policy"], one["codes"][0]["code"], one["codes"][0]["severity"]) == ("ap", "QC402", "error")
    assert len(desk().answer("explain", {})["codes"]) > 50


REFUSED = [
    ("check", [], 422, "must be an object"),
    ("check", {}, 422, "the draft must be an object"),
    ("check", {"draft": {"text": "x"}}, 422, "no source"),
    ("check", {"draft": {"text": "x", "data": "eA=="}, "sources": [SOURCE]}, 422, "either"),
    ("check", {"draft": {"data": "!"}, "sources": [SOURCE]}, 422, "base64"),
    ("check", {"draft": {"path": "/etc/passwd"}, "sources": [SOURCE]}, 422, "unknown key 'path'"),
    ("check", {"draft": {"text": "x"}, "sources": ["talk.txt"]}, 422, "source 1 must be an object"),
    ("check", {"draft": {"text": "\ud800"}, "sources": [SOURCE]}, 422, "surrogate"),
    ("check", {"draft": {"text": "x"}, "sources": [SOURCE], "policy": "nws"}, 422, "'news'"),
    ("check", {"draft": {"text": "x"}, "sources": [SOURCE], "claims": "some"}, 422, "claims"),
    ("check", {"draft": {"text": "x"}, "sources": [SOURCE], "page": 1}, 422, "page"),
    ("check", {"draft": {"text": "x"}, "sources": [SOURCE] * 4}, 413, "over the limit of 3"),
    ("check", {"draft": {"text": "“We seek war,” Ada said. " * 9}, "sources": [SOURCE]}, 413, "9 statements"),
    ("check", {"draft": {"name": "x.pdf", "data": "JVBERi0="}, "sources": [SOURCE]}, 422, "x.pdf"),
    ("elements", {"elements": [{"id": "a", "text": "\udc00"}], "sources": [SOURCE]}, 422, "surrogate"),
    ("batch", {"candidates": [{"text": "x", "mine": "\ud800"}], "sources": [SOURCE]}, 422, "surrogate"),
    ("batch", {"sources": [SOURCE]}, 422, "candidates"),
    ("check", {"draft": {"text": None}, "sources": [SOURCE]}, 422, "must be a string, not null"),
    ("batch", {"candidates": {}, "sources": [SOURCE]}, 422, "array"),
    ("find", {"words": " ", "sources": [SOURCE]}, 422, "words"),
    ("find", {"words": "war", "most": 0, "sources": [SOURCE]}, 422, "most"),
    ("explain", {"code": "QC999"}, 404, "QC999"),
    ("elements", {}, 422, "either"),
    (
        "elements",
        {"elements": TWICE, "sources": [SOURCE]},
        422,
        "one id",
    ),
    ("elements", {"elements": [{"text": "x"}], "sources": [SOURCE]}, 422, '"id"'),
]


@pytest.mark.parametrize(("name", "values", "status", "words"), REFUSED)
def test_what_is_refused_says_why(name: str, values: Any, status: int, words: str) -> None:
    with pytest.raises(Refused) as refused:
        desk(limits=Limits(files=3, statements=5)).answer(name, values)
    assert refused.value.status == status
    assert words in refused.value.message


def test_no_question_opens_a_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """Warm first, so that what is read once of our own data is read; then every opening is a fault."""
    asked = desk()
    values = {"draft": {"text": WRONG, "name": "/etc/passwd"}, "sources": [{**SOURCE, "name": "../../secret.txt"}]}
    asked.answer("check", values)

    def never(*args: object, **_: object) -> None:
        raise AssertionError(f"opened {args}")

    monkeypatch.setattr("builtins.open", never)
    assert outcomes(asked.answer("check", values)) == ["fail"]


def test_every_question_has_an_answer_here() -> None:
    assert set(QUESTIONS) == {"check", "batch", "extract", "find", "explain", "elements"}
