"""Two changes at once: a falsehood under a convention, two falsehoods, two conventions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

import attrs

from quotecheck.model import Code, Verdict
from quotecheck.selftest import conventions, marked
from quotecheck.selftest.dice import Dice
from quotecheck.selftest.ground import Ground
from quotecheck.selftest.trials import Expected, Made, Make, Recipe
from quotecheck.selftest.truths import Truth
from quotecheck.text.tokens import tokenize

OVER: Final = (
    conventions.marks, conventions.dashes, conventions.spaces, conventions.ligatures, conventions.line_break,
    conventions.line_hyphen, conventions.soft_hyphen, conventions.decomposed, conventions.bracketed_capital,
    conventions.final_stop,
)  # fmt: skip
"""Conventions that nothing is written over, so that a falsehood beneath one is a falsehood still."""
_BOTH: Final = (*OVER, conventions.omission, conventions.initial_case, marked.inner_mark, marked.respelt)
# The sign at the end is what these are false by, or what stands there is no word of the source.
_STOP_TELLS: Final = frozenset({"asserted", "asked", "term", "common"})


def under_a_convention(one: Recipe) -> Recipe:
    """The recipe of a falsehood under a convention that must not cover it up."""
    over = [change for change in OVER if change is not conventions.final_stop or one.name not in _STOP_TELLS]

    def make(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
        made = one.make(truth, ground, dice)
        if made is None or made.about.emphasis:
            return None
        for change in dice.order(over, lambda change: change.__name__, "convention", made.text):
            text = change(made.text, ground, dice)
            if text is not None and text != made.text:
                return attrs.evolve(made, text=text, what=f"{made.what}; {change.__name__.replace('_', ' ')}")
        return None

    return attrs.evolve(one, name=f"{one.name}+", doc=f"{one.doc}, under a convention", make=make)


def two_conventions(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """Two conventions at once."""
    text, done = truth.text, list[str]()
    for change in dice.order(_BOTH, lambda change: change.__name__, "two", truth.text):
        new = None if truth.joined or change.__name__ in done else change(text, ground, dice)
        if new is not None and new != text and _goes_over(done, change.__name__, text):
            text, done = new, [*done, change.__name__]
        if len(done) == 2:
            return Made(text, truth.speaker, " and ".join(name.replace("_", " ") for name in done))
    return None


def _goes_over(done: Sequence[str], name: str, text: str) -> bool:
    """False for two changes of one place: the first letter twice, a line's end beside a bracket."""
    pairs = ({"bracketed_capital", "initial_case"}, {"omission", "dashes"}, {"line_hyphen", "soft_hyphen"})
    return not any(name in pair and set(done) & pair for pair in pairs)


def two_falsehoods(name: str, makers: Sequence[Recipe]) -> Recipe:
    """A falsehood in a falsehood: either may be given as the reason.

    Args:
        name: The recipe's name.
        makers: Falsehoods in single words, of which no two undo each other and one at most may leave a paraphrase.
    """

    def make(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
        made: Made | None = None
        for one in dice.order(makers, lambda one: one.name, name, truth.text):
            base = truth if made is None else attrs.evolve(truth, text=made.text)
            new = one.make(base, ground, dice)
            if new is not None and made is not None and _keeps(made.text, truth.text, new.text):
                return Made(new.text, new.speaker, f"{made.what}; {new.what}")
            made = made or new
        return None

    return Recipe(name=name, doc="two falsehoods at once", make=make, expected=_reasons(makers))


def _keeps(first: str, truth: str, second: str) -> bool:
    """True if what the first change put there stands there still after the second."""
    put = Counter(tokenize(first).keys) - Counter(tokenize(truth).keys)
    return not put - Counter(tokenize(second).keys)


def given_away(name: str, makers: Sequence[Recipe], give: Make) -> Recipe:
    """A falsehood in words that are given to somebody else.

    Args:
        name: The recipe's name.
        makers: Falsehoods in single words.
        give: Gives a truth's words to another.
    """

    def make(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
        given = give(truth, ground, dice)
        if given is None:
            return None
        for one in dice.order(makers, lambda one: one.name, name, truth.text):
            made = one.make(truth, ground, dice)
            if made is not None:
                return attrs.evolve(made, speaker=given.speaker, what=f"{made.what}; {given.what}")
        return None

    expected = {**_reasons(makers), Verdict.MISATTRIBUTED: frozenset({Code.WRONG_SPEAKER, Code.ALTERED_QUOTATION})}
    return Recipe(name=name, doc="altered words given to another", make=make, expected=expected)


def _reasons(makers: Sequence[Recipe]) -> Expected:
    """Absent, for any of the reasons: at most one of the two leaves a paraphrase."""
    return {Verdict.ABSENT: frozenset(code for one in makers for code in one.expected[Verdict.ABSENT])}
