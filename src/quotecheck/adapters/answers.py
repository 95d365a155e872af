"""A model's answer against its context: a mark, and a reason that a person understands."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from quotecheck.checking.checker import Checker
from quotecheck.model import Claims, Outcome, Report, Text
from quotecheck.model.errors import shown
from quotecheck.reports.text import Look, result_lines

_COUNTED = (Outcome.FAIL, Outcome.WARN, Outcome.PASS, Outcome.UNCHECKED)


@attrs.frozen(kw_only=True)
class Mark:
    """What an answer is worth.

    Attributes:
        passed: True if nothing in it fails, and something could be checked or there was nothing to check.
        score: Share of its statements that the sources bear out; 1.0 if it makes none.
        reason: What is wrong with it, or that nothing is.
        report: All of it.
    """

    passed: bool
    score: float
    reason: str
    report: Report = attrs.field(repr=False)


def mark(
    answer: str,
    sources: Sequence[Text],
    *,
    policy: str = "grounding",
    claims: Claims | str | None = None,
    least: float | None = None,
) -> Mark:
    """Mark an answer.

    Args:
        answer: What the model wrote.
        sources: What it was given to rest on.
        policy: Name of the policy; ``grounding`` is made for this.
        claims: "all" for every sentence, "attributed" for what it gives to somebody; None for the policy's.
        least: Share of statements that must be borne out; None for: none may fail or be left unchecked.

    Raises:
        UsageError: if there is no such policy.
        ConfigError: if ``claims`` is neither.
    """
    report = Checker(sources, policy=policy).check_draft(Text(content=answer, id="answer"), claims=claims)
    counted = [one for one in report.results if one.outcome in _COUNTED]
    good = [one for one in counted if one.outcome in (Outcome.PASS, Outcome.WARN)]
    score = len(good) / len(counted) if counted else 1.0
    wrong = [one for one in counted if one not in good]
    passed = score >= least if least is not None else not wrong
    lines = [f"{len(good)} of {len(counted)} statements are borne out" if counted else "it states nothing to check"]
    for one in wrong:
        lines += [shown(line) for line in result_lines(one, Look(width=100))]
    return Mark(passed=passed, score=round(score, 4), reason="\n".join(lines), report=report)
