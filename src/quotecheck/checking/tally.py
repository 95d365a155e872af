"""The sums of a list: how many results have which verdict and outcome. Nothing is printed here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from quotecheck.model import Result


class Tally:
    """What the results of a list come to.

    Attributes:
        verdicts: Counts by verdict; "none" where there is none.
        outcomes: Counts by outcome.
        unreadable: True if something asked for could not be read.
    """

    def __init__(self) -> None:
        """Nothing was counted yet."""
        self.verdicts: Counter[str] = Counter()
        self.outcomes: Counter[str] = Counter()
        self.unreadable = False

    def add(self, result: Result) -> None:
        """Counts a result."""
        self.verdicts[result.verdict.value if result.verdict else "none"] += 1
        self.outcomes[result.outcome.value] += 1
        self.unreadable |= any(problem.fatal for problem in result.problems)

    def add_written(self, values: Mapping[str, Any]) -> None:
        """Counts a result as JSON has it."""
        self.verdicts[values["verdict"] or "none"] += 1
        self.outcomes[values["outcome"]] += 1
        self.unreadable |= any(problem["fatal"] for problem in values["problems"])

    def add_sums(self, verdicts: Mapping[str, int], outcomes: Mapping[str, int], unreadable: bool) -> None:
        """Counts what another tally came to."""
        self.verdicts.update(verdicts)
        self.outcomes.update(outcomes)
        self.unreadable |= unreadable
