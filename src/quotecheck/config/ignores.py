"""Findings that the house lets stand, with a reason and to a day. How they are waived is ``checking``'s."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from quotecheck.config.scopes import fits
from quotecheck.config.settings import Config, Ignore
from quotecheck.model import Finding, Problem, Result
from quotecheck.text.tokens import tokenize


class Ignores:
    """The ignores of a configuration that hold on a day."""

    def __init__(self, config: Config, today: datetime.date, path: str | None = None) -> None:
        """The ignores that hold.

        Args:
            config: What it says.
            today: The day of the run.
            path: The list that candidates come from, which stand in no draft.
        """
        self._config = config
        self._path = path
        self._holding = [one for one in config.ignores if one.until is None or today <= one.until]
        self._expired = [one for one in config.ignores if one.until is not None and one.until < today]
        self._words = {one.text: tokenize(one.text).keys for one in self._holding if one.text}

    @property
    def holding(self) -> tuple[Ignore, ...]:
        """Those that hold."""
        return tuple(self._holding)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """One for each ignore that has expired: its finding counts again."""
        return tuple(
            Problem(
                message=f"the ignore of {one.code.value} ({one.reason}) expired on {one.until}: look at it again",
                code="ignore-expired",
                path=self._config.path,
                line=one.line,
            )
            for one in self._expired
        )

    def reason(self, result: Result, finding: Finding) -> str | None:
        """Why a finding does not count; None if it does.

        Args:
            result: Whose finding it is; its statement knows the draft.
            finding: One of its findings.
        """
        return next(
            (one.reason for one in self._holding if one.code is finding.code and self._is_for(one, result)), None
        )

    def _is_for(self, one: Ignore, result: Result) -> bool:
        if one.paths and not fits(self._config, one.paths, result.statement.draft or self._path):
            return False
        return one.text is None or _holds(tokenize(result.statement.text).keys, self._words[one.text])


def _holds(words: Sequence[str], wanted: Sequence[str]) -> bool:
    """True if ``wanted`` stands in ``words``, whatever the marks and spaces."""
    return f" {' '.join(wanted)} " in f" {' '.join(words)} "
