"""Sources of our own, and a ground over any text. No test stands here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from quotecheck.checking.known import KnownSource
from quotecheck.model import Text
from quotecheck.selftest.dice import Dice
from quotecheck.selftest.ground import Ground
from quotecheck.selftest.recipes import RECIPES, recipes_named
from quotecheck.selftest.trials import Made, Recipe
from quotecheck.selftest.truths import Truth

SEED = Path(__file__).parents[2] / "seeds" / "000_2c78b3c84b36b317.txt"
PUBLIC_DOMAIN = tuple(sorted((Path(__file__).parents[2] / "fixtures" / "public-domain").glob("*.txt")))
"""Texts of six kinds: see their README."""

NEWS = """The Bridge at Aldmere

The council of Aldmere voted on Tuesday to rebuild the old stone bridge after a long winter of repairs.

“We will rebuild the bridge before the next flood,” Mayor Ada Brook told reporters in the town hall. “It cost
1,250 crowns in 1904, and nobody complained about the price.”

“The river does not forgive a weak foundation,” said the engineer, Tomas Lindqvist. “Engineer Vera Holm measured
every pier with great care, and she may publish the figures in May if the printer agrees.”

The old bridge carried carts and cattle for three centuries. It fell in a storm that nobody had foreseen.
"""

TALK = """MS. BROOK: The ferry will stop at both landings. We are buying two boats from the northern yard this year.

MR. HOLM: Freight rates have risen since the harbour opened. The storm damaged the crane near the customs house.

MS. BROOK: Several farmers asked for a winter service. The timetable was printed in the village on Monday morning.
"""


def ground_of(content: str, *, speaker: str | None = None, author: str | None = None) -> Ground:
    """The ground over a text."""
    return Ground(KnownSource(Text(content=content, speaker=speaker, author=author)), ("The kettle sang all night.",))


def recipe(name: str) -> Recipe:
    """One recipe by name."""
    return recipes_named([name])[0]


def made_of(name: str, content: str, **known: str) -> set[str]:
    """Every statement of one kind that a text gives, with several throws of the dice."""
    ground = ground_of(content, **known)
    return {made.text for _, made in all_made(recipe(name), ground, throws=40)}


def all_made(one: Recipe, ground: Ground, throws: int = 8) -> Iterator[tuple[Truth, Made]]:
    """Every statement of one kind, with what it was made from."""
    for throw in range(throws):
        for truth in ground.truths:
            made = one.make(truth, ground, Dice(str(throw)))
            if made is not None:
                yield truth, made


__all__ = ["NEWS", "PUBLIC_DOMAIN", "RECIPES", "SEED", "TALK", "all_made", "ground_of", "made_of", "recipe"]
