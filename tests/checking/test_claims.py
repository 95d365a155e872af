"""A whole draft, claim by claim: what is checked, what is skipped, and whom pronouns stand for."""

from __future__ import annotations

import pytest

from quotecheck import Checker, Source
from quotecheck.checking.batch import Batch
from quotecheck.model import ClaimNumber, Claims, Outcome, Result, Statement, Text, Verdict
from quotecheck.model.errors import ConfigError
from quotecheck.reading import Candidate

SOURCE = Source.from_text(
    "Ada Brook bought the old mine in 1998 and sold it in 2019. Ben Cole painted the boats in the harbour. "
    "Brook has led the council since May. The council closed the school on Friday.",
    id="minutes.txt",
)
ANSWER = "Hello! Ada Brook bought the old mine in 1989. The council closed the school on Friday. Anything else?"


def checked(draft: str, **named: str) -> list[Result]:
    checker = Checker([SOURCE], policy=named.pop("policy", "news"))
    return list(checker.check_draft(Text(content=draft, id="answer.md"), **named).results)


def told(results: list[Result]) -> list[tuple[str, str | None]]:
    return [(one.statement.text, one.verdict.value if one.verdict else None) for one in results]


def test_every_sentence_is_checked_or_says_why_not() -> None:
    results = checked(ANSWER, claims="all")
    assert told(results) == [
        ("Hello!", None),
        ("Ada Brook bought the old mine in 1989.", "absent"),
        ("The council closed the school on Friday.", "paraphrased"),
        ("Anything else?", None),
    ]
    assert [one.outcome for one in results] == [Outcome.SKIPPED, Outcome.FAIL, Outcome.PASS, Outcome.SKIPPED]
    assert [one.problems[0].code for one in results if one.problems] == ["no-claim", "no-claim"]
    assert "a question" in results[3].problems[0].message


def test_what_is_asked_for_outranks_the_policy() -> None:
    assert checked(ANSWER) == []
    assert len(checked(ANSWER, policy="grounding")) == 4
    assert checked(ANSWER, policy="grounding", claims="attributed") == []


def test_what_there_is_not_is_an_error() -> None:
    with pytest.raises(ConfigError, match='"attributed" or "all"'):
        checked(ANSWER, claims="some")


HE_OR_SHE = {
    "the one named": ("Ada Brook is old. She sold the mine in 2019.", Verdict.PARAPHRASED),
    "another": ("Ada Brook is old. She painted the boats in the harbour.", Verdict.ABSENT),
    "nobody before": ("The mine is old. She painted the boats in the harbour.", Verdict.PARAPHRASED),
}


@pytest.mark.parametrize(("draft", "verdict"), HE_OR_SHE.values(), ids=HE_OR_SHE)
def test_a_pronoun_is_checked_as_the_name_it_stands_for(draft: str, verdict: Verdict) -> None:
    assert checked(draft, claims="all")[-1].verdict is verdict


def test_a_pronoun_of_the_source_may_stand_for_the_name() -> None:
    source = Source.from_text("Ada Brook came home in May. Later she painted the boats in the harbour.", id="diary.txt")
    draft = Text(content="Ada Brook is old. She painted the boats in the harbour.", id="answer.md")
    assert Checker([source]).check_draft(draft, claims="all").results[-1].verdict is Verdict.PARAPHRASED


def batch(claims: Claims = Claims.ALL) -> Batch:
    return Batch(lambda texts: Checker(texts), lambda refs: ([], []), shared=[SOURCE], claims=claims)


def candidate(text: str, *, quoted: bool = False) -> Candidate:
    return Candidate(statement=Statement(text, id="a7"), line=1, quoted=quoted, extra={"desk": 4})


def test_an_answer_of_a_list_has_a_result_for_each_claim() -> None:
    results = list(batch().results([candidate(ANSWER)]))
    assert told(results) == told(checked(ANSWER, claims="all"))
    assert [one.claim for one in results] == [ClaimNumber(number, 4) for number in (1, 2, 3, 4)]
    assert {(one.id, one.statement.id, one.extra["desk"]) for one in results} == {("a7", "a7", 4)}
    for one in results:
        assert one.statement.draft is None and one.statement.line is None
        assert ANSWER[one.statement.start : one.statement.end] == one.statement.text


def test_a_quotation_of_a_list_stays_one() -> None:
    line = candidate("The council closed the school on Friday. Brook has led the council.", quoted=True)
    (result,) = batch().results([line])
    assert result.claim is None


def test_without_it_a_line_has_one_result() -> None:
    (result,) = batch(Claims.ATTRIBUTED).results([candidate(ANSWER)])
    assert result.claim is None


def test_an_answer_of_a_greeting_is_one_skipped_result() -> None:
    (result,) = batch().results([candidate("Hello there!")])
    assert (result.outcome, result.claim) == (Outcome.SKIPPED, ClaimNumber(1, 1))
