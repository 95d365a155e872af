"""A self-test run: statements made from sources, checked, and counted by kind. What is printed stands elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import attrs

from quotecheck.checking.checker import Checker
from quotecheck.model import Policy, Text
from quotecheck.model.people import Office
from quotecheck.selftest.dice import Dice
from quotecheck.selftest.ground import Ground
from quotecheck.selftest.lists import OTHER_TEXT
from quotecheck.selftest.recipes import RECIPES
from quotecheck.selftest.trials import Recipe, Trial, Tried

LIMIT: Final = 40
"""Statements of each kind, if nothing else is asked."""
TURNS: Final = 6
"""How often a source is gone through for one kind, with other choices each time."""
OTHERS: Final = 200
"""Sentences of another text that are at hand."""


@attrs.define
class Count:
    """How the statements of one kind came out.

    Attributes:
        recipe: The kind.
        asked: Statements checked.
        right: Falsehoods caught with verdict and reason, or true statements called exact without an error.
        false_exact: Falsehoods called exact.
        wrong: The trials that did not come out right, in order.
    """

    recipe: Recipe
    asked: int = 0
    right: int = 0
    false_exact: int = 0
    wrong: list[Tried] = attrs.field(factory=list)


@attrs.frozen
class Tally:
    """What a run came to.

    Attributes:
        counts: One for each kind, in the order of the recipes.
        sources: Ids of the sources.
    """

    counts: tuple[Count, ...]
    sources: tuple[str, ...]

    @property
    def caught(self) -> float | None:
        """Share of the falsehoods caught with the right reason, 0 to 1; None if there was none."""
        return _share([count for count in self.counts if count.recipe.false])

    @property
    def alarms(self) -> float | None:
        """Share of the true statements that were not called exact, 0 to 1; None if there was none."""
        passed = _share([count for count in self.counts if not count.recipe.false])
        return None if passed is None else 1 - passed

    @property
    def false_exact(self) -> int:
        """Falsehoods called exact."""
        return sum(count.false_exact for count in self.counts)


def _share(counts: Sequence[Count]) -> float | None:
    asked = sum(count.asked for count in counts)
    return sum(count.right for count in counts) / asked if asked else None


def try_sources(
    sources: Sequence[Text],
    *,
    policy: Policy | str = "news",
    people: Mapping[str, Sequence[str | Office]] | None = None,
    recipes: Sequence[Recipe] = RECIPES,
    limit: int = LIMIT,
    seed: str = "0",
) -> Iterator[Tried]:
    """Make statements from sources and check each against the source it was made from.

    Args:
        sources: Texts; words of one serve as words of another text for the next.
        policy: A policy, or the name of one that ships.
        people: As the checker takes it.
        recipes: The kinds to make.
        limit: Statements of each kind at most, the sources taken in turn.
        seed: The same seed and sources give the same statements.
    """
    checkers = [Checker([text], policy=policy, people=people) for text in sources]
    grounds = grounds_of(checkers, seed)
    for recipe in recipes:
        for trial in made(recipe, grounds, limit):
            yield Tried(trial, checkers[trial.source].check(trial.statement))


def tallied(tried: Iterable[Tried], recipes: Sequence[Recipe], sources: Sequence[Text]) -> Tally:
    """The counts of a run."""
    counts = {recipe.name: Count(recipe) for recipe in recipes}
    for one in tried:
        count = counts[one.trial.recipe.name]
        count.asked += 1
        count.right += one.right
        count.false_exact += one.false_exact
        if not one.right:
            count.wrong.append(one)
    return Tally(tuple(counts.values()), tuple(text.id for text in sources))


def made(recipe: Recipe, grounds: Sequence[tuple[Ground, Dice]], limit: int) -> Iterator[Trial]:
    """Statements of one kind, the sources taken in turn.

    Args:
        recipe: The kind.
        grounds: The sources, each with what makes its choices.
        limit: How many at most.
    """
    waiting = [(number, _of(recipe, *ground, number)) for number, ground in enumerate(grounds)]
    given = 0
    while waiting and given < limit:
        still = []
        for number, trials in waiting:
            trial = next(trials, None) if given < limit else None
            if trial is not None:
                yield trial
                given += 1
                still.append((number, trials))
        waiting = still


def _of(recipe: Recipe, ground: Ground, dice: Dice, number: int) -> Iterator[Trial]:
    """All statements of one kind from one source: each truth once, then all again with other choices."""
    seen: set[tuple[str, str | None]] = set()
    ordered = dice.order(ground.truths, lambda truth: (truth.text, truth.speaker, truth.span), recipe.name)
    lending = set(range(len(ordered)))
    for turn in range(TURNS):
        choices = Dice(f"{dice.seed}:{turn}")
        for at in sorted(lending):
            statement = recipe.make(ordered[at], ground, choices)
            if statement is None and turn == 0:
                lending.discard(at)
            if statement is not None and (statement.text, statement.speaker) not in seen:
                seen.add((statement.text, statement.speaker))
                yield Trial(recipe, ordered[at], statement, number)


def grounds_of(checkers: Sequence[Checker], seed: str) -> list[tuple[Ground, Dice]]:
    """The grounds of all sources; each has the sentences of the next one as words of another text.

    Args:
        checkers: Checkers of one source each.
        seed: As for ``try_sources``.
    """
    known = [checker.sources[0] for checker in checkers]
    pairs = [(Ground(source), Dice.of(source.text.content, seed)) for source in known]
    following = pairs[1:] + pairs[:1]
    return [
        (Ground(mine.source, OTHER_TEXT if mine is other else _sentences(other, theirs)), dice)
        for (mine, dice), (other, theirs) in zip(pairs, following, strict=True)
    ]


def _sentences(ground: Ground, dice: Dice) -> tuple[str, ...]:
    """Some sentences of a source that are long enough to be known by."""
    truths = [truth for truth in ground.truths if truth.whole and not truth.joined and ground.telling(truth.text)]
    chosen = dice.order(truths, lambda truth: (truth.text, truth.span), "other text")
    return tuple(truth.text for truth in chosen[:OTHERS]) or OTHER_TEXT
