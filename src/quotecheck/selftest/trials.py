"""What a self-test is made of: recipes, trials and how they ended. How statements are made stands elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import attrs

from quotecheck.model import Code, Policy, Result, Severity, Statement, Verdict
from quotecheck.selftest.dice import Dice
from quotecheck.selftest.ground import Ground
from quotecheck.selftest.truths import Truth
from quotecheck.selftest.worlds import Maker

PLAIN: Final = Statement("")
"""A quotation of which a draft says nothing else."""


@attrs.frozen
class Made:
    """A statement made from a truth.

    Attributes:
        text: Its words.
        speaker: Who is said to have said them.
        what: What was done to the truth, in a few words.
        about: A statement whose other fields this one has too: its kind, what it cites or declares, what it follows.
    """

    text: str
    speaker: str | None
    what: str
    about: Statement = PLAIN


Expected = Mapping[Verdict | None, frozenset[Code]]
"""Verdicts that are right, each with the codes of which one has to be given."""
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
            the reason; None stands for no verdict. Empty for a true statement, which has to be exact without an error.
        conventions: Of a true statement, the conventions that it uses: errors under a policy that forbids them.
        passes: Of a true statement, the verdicts that pass.
        world: What it is checked against in the source's place; None for the source as it is.
        folding: The folding without which it is a falsehood, since a house that lacks it prints exact words.
    """

    name: str
    doc: str
    make: Make
    expected: Expected = attrs.field(factory=dict)
    conventions: frozenset[Code] = frozenset()
    passes: frozenset[Verdict] = frozenset({Verdict.EXACT})
    world: Maker | None = None
    folding: str | None = None

    @property
    def false(self) -> bool:
        """True if its statements are falsehoods under every policy."""
        return bool(self.expected) and self.folding is None

    def expects(self, policy: Policy) -> Expected:
        """What has to come out under a policy; empty if the statement is true there."""
        return {} if self.folding is not None and self.folding in policy.foldings else self.expected


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
        return attrs.evolve(self.made.about, text=self.made.text, speaker=self.made.speaker)


@attrs.frozen
class Tried:
    """A trial and the checker's answer.

    Attributes:
        trial: The trial.
        result: The answer; None if a draft had the statement and it was not found there.
        policy: Whose rules were in force.
        speaks: True if a draft was read as giving the words to the one to whom it gives them.
    """

    trial: Trial
    result: Result | None
    policy: Policy
    speaks: bool = False

    @property
    def false(self) -> bool:
        """True if the statement is a falsehood under the policy."""
        return bool(self.trial.recipe.expects(self.policy))

    @property
    def right(self) -> bool:
        """True if a true statement passes, or a false one has a right verdict and reason.

        A true one passes if it is exact and no finding is an error, save one of a convention that the policy forbids.
        """
        if self.result is None:
            return False
        codes = {finding.code for finding in self.result.findings}
        expected = self.trial.recipe.expects(self.policy)
        if expected:
            return bool(expected.get(self.result.verdict, frozenset()) & codes)
        return self.result.verdict in self.trial.recipe.passes and self._errors <= self.trial.recipe.conventions

    @property
    def false_exact(self) -> bool:
        """True if a falsehood was called exact with neither its reason nor an error: what must never happen."""
        exact = self.result is not None and self.result.verdict is Verdict.EXACT and not self._errors
        return self.false and exact and not self.right

    @property
    def _errors(self) -> frozenset[Code]:
        findings = self.result.findings if self.result is not None else ()
        return frozenset(one.code for one in findings if one.severity is Severity.ERROR)
