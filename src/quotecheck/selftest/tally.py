"""What a self-test comes to: counts by kind, by policy, and in drafts. What is printed stands elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from quotecheck.model import Text
from quotecheck.selftest.trials import Recipe, Tried


@attrs.define
class Count:
    """How the statements of one kind came out.

    Attributes:
        recipe: The kind.
        asked: Statements checked.
        right: Falsehoods caught with verdict and reason, or true statements that passed.
        falsehoods: How many of ``asked`` were falsehoods under their policy.
        caught: How many of those were right.
        false_exact: Falsehoods called exact.
        wrong: The trials that did not come out right, in order.
    """

    recipe: Recipe
    asked: int = 0
    right: int = 0
    falsehoods: int = 0
    caught: int = 0
    false_exact: int = 0
    wrong: list[Tried] = attrs.field(factory=list)

    def add(self, one: Tried) -> None:
        """Count one trial."""
        self.asked += 1
        self.right += one.right
        self.falsehoods += one.false
        self.caught += one.false and one.right
        self.false_exact += one.false_exact
        if not one.right:
            self.wrong.append(one)


@attrs.define
class Found:
    """How the statements were read out of drafts.

    Attributes:
        asked: Statements in drafts.
        found: How many were found, from their first word to their last.
        speakers: How many of those were given to the one to whom the draft gives them.
        wrong: The others, in order.
    """

    asked: int = 0
    found: int = 0
    speakers: int = 0
    wrong: list[Tried] = attrs.field(factory=list)

    def add(self, one: Tried) -> None:
        """Count one statement of a draft."""
        self.asked += 1
        self.found += one.result is not None
        self.speakers += one.speaks
        if not one.speaks:
            self.wrong.append(one)


@attrs.frozen
class Tally:
    """What a run came to.

    Attributes:
        counts: One for each kind, in the order of the recipes.
        sources: Ids of the sources.
        policies: The same under each policy, by name; empty within one of these.
        drafts: How the statements were found in drafts; None if none were written.
    """

    counts: tuple[Count, ...]
    sources: tuple[str, ...]
    policies: Mapping[str, Tally] = attrs.field(factory=dict)
    drafts: Found | None = None

    @property
    def falsehoods(self) -> int:
        """Falsehoods checked."""
        return sum(count.falsehoods for count in self.counts)

    @property
    def truths(self) -> int:
        """True statements checked."""
        return sum(count.asked for count in self.counts) - self.falsehoods

    @property
    def caught(self) -> float | None:
        """Share of the falsehoods caught with the right reason, 0 to 1; None if there was none."""
        return sum(count.caught for count in self.counts) / self.falsehoods if self.falsehoods else None

    @property
    def alarms(self) -> float | None:
        """Share of the true statements that did not pass, 0 to 1; None if there was none."""
        passed = sum(count.right - count.caught for count in self.counts)
        return 1 - passed / self.truths if self.truths else None

    @property
    def false_exact(self) -> int:
        """Falsehoods called exact."""
        return sum(count.false_exact for count in self.counts)


def tallied(tried: Iterable[Tried], recipes: Sequence[Recipe], sources: Sequence[Text], drafts: bool = False) -> Tally:
    """The counts of a run.

    Args:
        tried: What was checked.
        recipes: The kinds that were asked for.
        sources: The texts.
        drafts: True if the statements stood in drafts.
    """
    whole = {recipe.name: Count(recipe) for recipe in recipes}
    by_policy: dict[str, dict[str, Count]] = {}
    found = Found()
    for one in tried:
        own = by_policy.setdefault(one.policy.name, {recipe.name: Count(recipe) for recipe in recipes})
        for counts in (whole, own):
            counts[one.trial.recipe.name].add(one)
        found.add(one)
    ids = tuple(text.id for text in sources)
    policies = {name: Tally(tuple(counts.values()), ids) for name, counts in by_policy.items()}
    return Tally(tuple(whole.values()), ids, policies, found if drafts else None)
