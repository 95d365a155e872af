"""A self-test run: statements made from sources, alone or in drafts, and checked. They are counted elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from quotecheck.checking.checker import Checker
from quotecheck.model import Policy, Text
from quotecheck.model.people import Office
from quotecheck.selftest.dice import Dice
from quotecheck.selftest.drafts import drafts_of, result_for, speaks
from quotecheck.selftest.ground import Ground
from quotecheck.selftest.lists import OTHER_TEXT
from quotecheck.selftest.recipes import RECIPES
from quotecheck.selftest.trials import Recipe, Trial, Tried
from quotecheck.selftest.worlds import Maker
from quotecheck.verdicts.policies import policy_named

LIMIT: Final = 40
"""Statements of each kind, if nothing else is asked."""
TURNS: Final = 6
"""How often a source is gone through for one kind, with other choices each time."""
OTHERS: Final = 200
"""Sentences of another text that are at hand."""


def try_sources(
    sources: Sequence[Text],
    *,
    policy: Policy | str | Sequence[Policy | str] = "news",
    people: Mapping[str, Sequence[str | Office]] | None = None,
    recipes: Sequence[Recipe] = RECIPES,
    limit: int = LIMIT,
    seed: str = "0",
    drafts: bool = False,
) -> Iterator[Tried]:
    """Make statements from sources and check each against the source it was made from.

    Args:
        sources: Texts; words of one serve as words of another text for the next.
        policy: A policy, or the name of one that ships; or several, under each of which every statement is checked.
        people: As the checker takes it.
        recipes: The kinds to make.
        limit: Statements of each kind at most, the sources taken in turn.
        seed: The same seed and sources give the same statements.
        drafts: Write drafts with the statements, and check those; kinds of which a draft cannot tell are left out.
    """
    named = [policy] if isinstance(policy, Policy | str) else policy
    policies = [policy_named(one) if isinstance(one, str) else one for one in named]
    checkers = [Checker([text], policy=policies[0], people=people) for text in sources]
    grounds = grounds_of(checkers, seed)
    trials = (trial for recipe in recipes for trial in made(recipe, grounds, limit))
    if drafts:
        yield from _in_drafts(tuple(trials), grounds, checkers, policies)
        return
    worlds = _Worlds(grounds, checkers, people)
    for trial in trials:
        checker = worlds.checker(trial)
        for one in policies:
            yield Tried(trial, checker.under(one).check(trial.statement), one)


class _Worlds:
    """The checkers of a run: one a source, and one for each of its worlds when first asked for."""

    def __init__(
        self,
        grounds: Sequence[tuple[Ground, Dice]],
        checkers: Sequence[Checker],
        people: Mapping[str, Sequence[str | Office]] | None,
    ) -> None:
        self._grounds = grounds
        self._people = people
        self._known: dict[tuple[int, Maker | None], Checker] = {
            (number, None): checker for number, checker in enumerate(checkers)
        }

    def checker(self, trial: Trial) -> Checker:
        """What a trial is checked by."""
        key = trial.source, trial.recipe.world
        if key not in self._known:
            world = self._grounds[trial.source][0].world(trial.recipe.world)
            self._known[key] = Checker(world.texts, people=self._people)
        return self._known[key]


def _in_drafts(
    trials: Sequence[Trial],
    grounds: Sequence[tuple[Ground, Dice]],
    checkers: Sequence[Checker],
    policies: Sequence[Policy],
) -> Iterator[Tried]:
    for number, (_, dice) in enumerate(grounds):
        for draft in drafts_of([trial for trial in trials if trial.source == number], dice):
            for policy in policies:
                results = checkers[number].under(policy).check_draft(draft.text).results
                for one in draft.quoted:
                    result = result_for(one, results)
                    yield Tried(one.trial, result, policy, speaks=result is not None and speaks(one, result))


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
