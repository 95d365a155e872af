"""The result of a sentence that claims nothing: skipped, and said so."""

from __future__ import annotations

from quotecheck.model import Outcome, Problem, Result, Statement


def skipped(statement: Statement) -> Result:
    """The result of a statement whose ``no_claim`` says why nothing is checked."""
    why = statement.no_claim.value if statement.no_claim else "no statement"
    problem = Problem(message=f"{why}: nothing is claimed that could be checked", code="no-claim")
    return Result(statement=statement, verdict=None, outcome=Outcome.SKIPPED, problems=(problem,), id=statement.id)
