"""What people set aside: findings that do not count, who says so and why. Nothing is set aside here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from quotecheck.model import Result, Statement
from quotecheck.model.signoffs import Decision, SignOff, Standing

_BASELINE = "in the baseline"


@attrs.frozen(kw_only=True)
class Override:
    """A decision of a person about a finding, or about a statement.

    Attributes:
        number: Of the statement, from 1 in the report's order.
        kind: "baseline", "ignore" or "sign-off".
        code: The finding's code; "" for a statement that was only looked at.
        reason: Why.
        by: Who; None if that is not known (an ignore is the house's).
        day: When; None if unknown.
    """

    number: int
    kind: str
    code: str
    reason: str
    by: str | None = None
    day: str | None = None


def overrides(results: Iterable[Result], standings: Mapping[Statement, Standing]) -> list[Override]:
    """Every finding that was set aside, and every sign-off that holds, in order of place.

    Args:
        results: Of a report.
        standings: Where statements stand with those who signed.
    """
    found = []
    for number, result in enumerate(results, 1):
        standing = standings.get(result.statement)
        signed = standing.signed if standing else None
        for finding in result.findings:
            if finding.waived is not None:
                found.append(_override(number, finding.code.value, finding.waived, signed))
        if signed is not None and signed.decision is Decision.CHECKED:
            reason = signed.reason or "checked"
            found.append(Override(number=number, kind="sign-off", code="", reason=reason, by=signed.by, day=signed.day))
    return found


def _override(number: int, code: str, waived: str, signed: SignOff | None) -> Override:
    if signed is not None and waived == str(signed):
        reason = signed.reason or ""
        return Override(number=number, kind="sign-off", code=code, reason=reason, by=signed.by, day=signed.day)
    return Override(number=number, kind="baseline" if waived == _BASELINE else "ignore", code=code, reason=waived)
