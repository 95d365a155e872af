"""What a self-test is made of: recipes, trials and how they ended. How statements are made stands elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import attrs

from quotecheck.model import Code, Result, Severity, Statement, Verdict
from quotecheck.selftest.dice import Dice
from quotecheck.selftest.ground import Ground
from quotecheck.selftest.truths import Truth


@attrs.frozen
class Made:
    """A statement made from a truth.

    Attributes:
        text: Its words.
        speaker: Who is said to have said them.
        what: What was done to the truth, in a few words.
    """

    text: str
    speaker: str | None
    what: str


Make = Callable[[Truth, Ground, Dice], Made | None]
"""Makes a statement of one kind; None where the truth does not lend itself to it."""


@attrs.frozen(kw_only=True)
class Recipe:
    """One kind of statement.

    Attributes:
        name: Its name on the command line.
        doc: What is done, in one line.
        make: How.
        expected: For a falsehood, the verdicts that are right, each with the codes of which one has to be given as
            the reason; empty for a true statement, which has to be exact without an error.
    """

    name: str
    doc: str
    make: Make
    expected: Mapping[Verdict, frozenset[Code]] = attrs.field(factory=dict)

    @property
    def false(self) -> bool:
        """True if its statements are falsehoods."""
        return bool(self.expected)


@attrs.frozen
class Trial:
    """A statement to be checked, and what is known of it.

    Attributes:
        recipe: The kind it is of.
        truth: What it was made from.
        made: The statement.
        source: Number of the source that it is checked against, from 0.
    """

    recipe: Recipe
    truth: Truth
    made: Made
    source: int

    @property
    def statement(self) -> Statement:
        """The statement as a checker takes it."""
        return Statement(self.made.text, speaker=self.made.speaker)


@attrs.frozen
class Tried:
    """A trial and the checker's answer."""

    trial: Trial
    result: Result

    @property
    def right(self) -> bool:
        """True if a true statement is exact without an error, or a false one has a right verdict and reason."""
        codes = {finding.code for finding in self.result.findings}
        if self.trial.recipe.false:
            reasons = self.trial.recipe.expected.get(self.result.verdict) if self.result.verdict else None
            return bool(reasons and reasons & codes)
        return self._exact

    @property
    def false_exact(self) -> bool:
        """True if a falsehood was called exact with neither its reason nor an error: what must never happen."""
        return self.trial.recipe.false and self._exact and not self.right

    @property
    def _exact(self) -> bool:
        failed = any(finding.severity is Severity.ERROR for finding in self.result.findings)
        return self.result.verdict is Verdict.EXACT and not failed
