"""Findings that do not count: what stays, what is left of the outcome."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.checking.waivers import waive
from quotecheck.model import Code, Finding, Outcome, Result, Severity, Statement, Verdict
from quotecheck.verdicts.findings import outcome_of

ERROR = Finding(code=Code.POLARITY, severity=Severity.ERROR, message="e")
OTHER = Finding(code=Code.FIGURE, severity=Severity.ERROR, message="o")
WARNING = Finding(code=Code.UNSURE, severity=Severity.WARNING, message="w")
NOTE = Finding(code=Code.LIMITED, severity=Severity.NOTE, message="n")
TERM = Finding(code=Code.TERM, severity=Severity.NOTE, message="t")


def result(*findings: Finding, verdict: Verdict | None = Verdict.ABSENT) -> Result:
    return Result(statement=Statement("x"), verdict=verdict, outcome=outcome_of(verdict, findings), findings=findings)


CASES = {
    "the only error": ((ERROR,), {Code.POLARITY}, Outcome.SKIPPED),
    "one of two": ((ERROR, OTHER), {Code.POLARITY}, Outcome.FAIL),
    "both": ((ERROR, OTHER), {Code.POLARITY, Code.FIGURE}, Outcome.SKIPPED),
    "the error, not the warning": ((ERROR, WARNING), {Code.POLARITY}, Outcome.WARN),
    "the warning, not the error": ((ERROR, WARNING), {Code.UNSURE}, Outcome.FAIL),
    "the only warning": ((WARNING,), {Code.UNSURE}, Outcome.SKIPPED),
    "something else": ((ERROR,), {Code.NOT_FOUND}, Outcome.FAIL),
    "a note is none of its business": ((NOTE,), {Code.LIMITED}, Outcome.PASS),
    "nothing": ((), {Code.POLARITY}, Outcome.PASS),
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_is_left(case: str) -> None:
    findings, codes, outcome = CASES[case]
    left = waive(result(*findings), lambda _, one: "a reason" if one.code in codes else None)
    assert left.outcome is outcome
    assert left.verdict is Verdict.ABSENT and [one.severity for one in left.findings] == [
        one.severity for one in findings
    ]


@pytest.mark.parametrize(("findings", "outcome"), [((), Outcome.UNCHECKED), ((TERM,), Outcome.SKIPPED)])
def test_without_a_verdict(findings: tuple[Finding, ...], outcome: Outcome) -> None:
    """An error that is waived makes nothing checked that was not."""
    left = waive(result(ERROR, *findings, verdict=None), lambda *_: "a reason")
    assert left.outcome is outcome


def test_the_first_reason_stays() -> None:
    once = waive(result(ERROR), lambda *_: "first")
    again = waive(once, lambda *_: pytest.fail("it is waived already"))
    assert again is once and once.findings[0].waived == "first"


@given(st.lists(st.sampled_from([ERROR, OTHER, WARNING, NOTE]), unique=True), st.sets(st.sampled_from(Code)))
def test_waiving_never_makes_it_worse_or_a_pass(findings: list[Finding], codes: set[Code]) -> None:
    before = result(*findings)
    after = waive(before, lambda _, one: "a reason" if one.code in codes else None)
    assert after.outcome is before.outcome or (before.outcome, after.outcome) in {
        (Outcome.FAIL, Outcome.WARN), (Outcome.FAIL, Outcome.SKIPPED), (Outcome.WARN, Outcome.SKIPPED),
    }  # fmt: skip
    assert [attrs.evolve(one, waived=None) for one in after.findings] == findings
