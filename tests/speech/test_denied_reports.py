"""Reported speech whose cue denies it: which kind of cue it is, what becomes of it, and what is no content."""

from __future__ import annotations

import pytest

from quotecheck import Checker, Source
from quotecheck.model import CueKind, Verdict
from quotecheck.speech.statements import extract

KINDS = [
    ("Ada Brook said that the bridge would close.", CueKind.SPEECH),
    ("Ada Brook denied that the bridge would close.", CueKind.DENIAL),
    ("Ada Brook never said that the bridge would close.", CueKind.UNSAID),
    ("Ada Brook did not say that the bridge would close.", CueKind.UNSAID),
    ("Ada Brook did not only say that the bridge would close.", CueKind.SPEECH),
]


@pytest.mark.parametrize(("content", "kind"), KINDS)
def test_what_a_cue_says_of_its_clause(content: str, kind: CueKind) -> None:
    assert [one.cue_kind for one in extract(Source.from_text(content))] == [kind]


SPEECH = "“We will not close the bridge,” Ada Brook said. “The ferry may stop in 2025.” Ben Cole, the mayor, disagreed."
REPORT = "Ada Brook denied that the bridge would close. Ben Cole was against it, and the council met for hours."
CHECKED = {
    "what is denied is not so": (SPEECH, "Ada Brook denied that the bridge would close.", Verdict.PARAPHRASED, "QC200"),
    "the source denies it too": (REPORT, "Ada Brook denied that the bridge would close.", Verdict.PARAPHRASED, "QC200"),
    "what is denied is said": (SPEECH, "Ada Brook denied that the ferry may stop in 2025.", Verdict.ABSENT, "QC402"),
    "said where it is denied": (REPORT, "Ada Brook said that the bridge would close.", Verdict.ABSENT, "QC402"),
    "another figure all the same": (
        SPEECH,
        "Ada Brook denied that the ferry may stop in 2031.",
        Verdict.ABSENT,
        "QC403",
    ),
    "not said, and it was": (SPEECH, "Ada Brook never said that the ferry may stop in 2025.", Verdict.ABSENT, "QC402"),
}


@pytest.mark.parametrize(("source", "draft", "verdict", "code"), CHECKED.values(), ids=CHECKED)
def test_a_denial_is_checked_as_one(source: str, draft: str, verdict: Verdict, code: str) -> None:
    (result,) = Checker([Source.from_text(source)]).check_draft(Source.from_text(draft)).results
    assert result.verdict is verdict
    assert code in {finding.code.value for finding in result.findings}


def test_what_was_not_said_is_skipped_and_said_so() -> None:
    draft = Source.from_text("Ada Brook never said that the bridge would close.")
    (result,) = Checker([Source.from_text(SPEECH)]).check_draft(draft).results
    assert result.verdict is None and result.outcome.value == "skipped"
    assert [problem.code for problem in result.problems] == ["no-claim"]


HEARERS = {
    "what they are to do": ("Ben Cole told reporters to close it now.", []),
    "what they are told": ("Ben Cole told reporters the bridge was shut.", ["the bridge was shut"]),
    "where they go": ("Ben Cole told the visitors to Lund that the bridge was shut.", ["the bridge was shut"]),
}


@pytest.mark.parametrize(("content", "expected"), HEARERS.values(), ids=HEARERS)
def test_what_a_hearer_is_to_do_is_no_content(content: str, expected: list[str]) -> None:
    assert [one.text for one in extract(Source.from_text(content))] == expected
