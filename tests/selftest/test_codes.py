"""Every code has a kind that makes its statement, or a reason why none can; and the kinds do make it."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

import pytest

from quotecheck.model import Code, Text
from quotecheck.reading import read_file
from quotecheck.selftest.codes import MADE_BY, NOT_MADE
from quotecheck.selftest.recipes import COMBINED, RECIPES, recipes_named
from quotecheck.selftest.run import try_sources
from tests.selftest.grounds import PUBLIC_DOMAIN, SEED

# What the fixtures have few places for: texts of our own, of which each gives at least one such statement.
RARE = """MS. BROOK: We will, if the money comes, rebuild the harbour bridge. The council may not buy the boats. We will
rebuild the mill if the money comes. I do not think that the council will wait for the boats. Nearly all the boats left
the harbour at noon. I think the council will wait for the boats. The ferry runs only in summer when the boats are late.
Some of the boats were late today. Five boats left, I am told, and Ada Holm thanked Ben Cole for the map. The harbour is
two miles from the mill. The ferry (a small old boat) was late today. We carried stones and timber from the quarry, down
the hill, past a mill.

MR. HOLM: Will the council rebuild the bridge? The council will wait. The mayor was angry about the bridge.
The council will wait, but the mayor was angry about the bridge. There are three boats here, said nobody.
"""


@cache
def given() -> dict[str, set[Code]]:
    """By kind, the codes that its statements were given, on the fixtures and on a text of our own."""
    found: dict[str, set[Code]] = defaultdict(set)
    sources = [Text(content=RARE, id="rare"), *(read_file(str(path)) for path in (SEED, *PUBLIC_DOMAIN))]
    recipes = (*RECIPES, *(one for one in COMBINED if one.name == "given-away"))
    for one in try_sources(sources, policy=("news", "transcript"), recipes=recipes, limit=8):
        found[one.trial.recipe.name] |= {finding.code for finding in one.result.findings} if one.result else set()
    return found


def test_every_code_is_in_one_of_the_two_lists() -> None:
    assert set(MADE_BY) | set(NOT_MADE) == set(Code)
    assert not set(MADE_BY) & set(NOT_MADE)
    assert all(reason for reason in NOT_MADE.values())


@pytest.mark.parametrize("code", MADE_BY, ids=lambda code: code.value)
def test_the_kinds_are_there(code: Code) -> None:
    assert [one.name for one in recipes_named(MADE_BY[code])]


def test_every_falsehood_is_somebodys() -> None:
    named = {name for names in MADE_BY.values() for name in names}
    assert {one.name for one in RECIPES if one.false} <= named


@pytest.mark.slow
@pytest.mark.parametrize("code", MADE_BY, ids=lambda code: code.value)
def test_one_of_the_kinds_is_given_the_code(code: Code) -> None:
    assert any(code in given()[name] for name in MADE_BY[code])
