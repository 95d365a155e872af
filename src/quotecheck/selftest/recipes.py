"""Every kind of statement that a self-test makes, by name. What each is stands in ``truthful`` and ``falsehoods``."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Final

from quotecheck.model import Code
from quotecheck.model.errors import UsageError
from quotecheck.selftest import speakers
from quotecheck.selftest.combined import given_away, two_conventions, two_falsehoods, under_a_convention
from quotecheck.selftest.falsehoods import FALSEHOODS
from quotecheck.selftest.trials import Recipe
from quotecheck.selftest.truthful import HARMLESS

RECIPES: Final = (*HARMLESS, *FALSEHOODS)


def _named(*names: str) -> tuple[Recipe, ...]:
    return tuple(one for one in FALSEHOODS if one.name in names)


COMBINED: Final = (
    *(under_a_convention(one) for one in FALSEHOODS),
    Recipe(
        name="two-conventions",
        doc="two conventions at once",
        make=two_conventions,
        conventions=frozenset({Code.INITIAL_CASE, Code.INNER_PUNCTUATION, Code.SPELLING}),
    ),
    two_falsehoods("figure-and-other", _named("figure", "name", "nation", "degree")),
    two_falsehoods("word-and-other", _named("word", "negation-in", "figure", "person", "period", "nation")),
    given_away("given-away", _named("figure", "negation-in", "negation-out", "word", "name"), speakers.other_speaker),
)
"""Every falsehood under a convention that must not cover it up, and pairs; made only where they are asked for."""


def recipes_named(names: Iterable[str]) -> tuple[Recipe, ...]:
    """The recipes of some names, in the order of ``RECIPES``; all of them if no name is given.

    Args:
        names: Names of recipes, or "harmless", "false" or "combined" for all of those.

    Raises:
        UsageError: if there is no such kind; the nearest one is named.
    """
    families = {"harmless": HARMLESS, "false": FALSEHOODS, "combined": COMBINED}
    groups = {group: {one.name for one in members} for group, members in families.items()}
    known = {one.name for one in (*RECIPES, *COMBINED)}
    wanted: set[str] = set()
    for name in names:
        if name not in known and name not in groups:
            near = difflib.get_close_matches(name, [*groups, *sorted(known)], n=1, cutoff=0.5)
            hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join([*groups, *sorted(known)])}"
            raise UsageError(f"there is no kind {name!r}; {hint}")
        wanted |= groups.get(name, {name})
    return tuple(one for one in (*RECIPES, *COMBINED) if one.name in wanted) if wanted else RECIPES
