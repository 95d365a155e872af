"""Findings that do not count in a run: known to a baseline, or ignored for a reason. Who says so is asked elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from quotecheck.model import Finding, Outcome, Result, Severity
from quotecheck.verdicts.findings import outcome_of

Reason = Callable[[Result, Finding], str | None]
"""Why a finding of a result does not count; None if it counts."""


def waive(result: Result, reason: Reason) -> Result:
    """``result`` with the findings that do not count marked, and the outcome that is left.

    Verdict, findings and severities say what is true and stay. A result that would fail or warn and of which nothing
    is left to count is ``skipped``: it did not pass.

    Args:
        result: As it was checked.
        reason: Asked of every error and warning that is not waived yet, in the findings' order.
    """
    findings = tuple(_waived(result, one, reason) for one in result.findings)
    if findings == result.findings:
        return result
    outcome = result.outcome
    if outcome in (Outcome.FAIL, Outcome.WARN):
        left = outcome_of(result.verdict, [one for one in findings if one.waived is None])
        outcome = Outcome.SKIPPED if left is Outcome.PASS else left
    return attrs.evolve(result, findings=findings, outcome=outcome)


def _waived(result: Result, finding: Finding, reason: Reason) -> Finding:
    if finding.waived is not None or finding.severity.rank < Severity.WARNING.rank:
        return finding
    why = reason(result, finding)
    return finding if why is None else attrs.evolve(finding, waived=why)
