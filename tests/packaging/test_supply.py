"""What comes with an installation: bounded, explained, from the index by name."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
UNBOUNDED = {
    "attrs": "its version is the year; it takes nothing away without a year of warnings",
    "cattrs": "the same",
    "distributed": "the same; a cluster and its workers must have one version, which is the user's to choose",
    "fsspec": "its version is the month; Dask, pandas and the stores' libraries each ask for theirs",
    "pyarrow": "a new first number each quarter; what is used of it is years old, and Spark has a wish of its own",
    "regex": "its version is the day; it has been the same module for fifteen years",
}
"""Packages without an upper bound, and why: a number that says nothing of what breaks would only stand in the way."""


def installed() -> list[Requirement]:
    """What a user installs, with and without extras."""
    project = PROJECT["project"]
    extras = (each for many in project["optional-dependencies"].values() for each in many)
    return [Requirement(text) for text in [*project["dependencies"], *extras]]


def developed() -> list[Requirement]:
    """What the checks are run with."""
    groups = PROJECT["dependency-groups"].values()
    return [Requirement(each) for many in groups for each in many if isinstance(each, str)]


@pytest.mark.parametrize("needed", installed(), ids=str)
def test_what_is_installed_is_bounded(needed: Requirement) -> None:
    operators = {each.operator for each in needed.specifier}
    assert needed.url is None
    assert ">=" in operators
    assert ("<" in operators) != (needed.name in UNBOUNDED)


def test_one_package_has_one_bound() -> None:
    """The extras can be installed together: what several ask for, they ask for alike."""
    bounds: dict[str, set[str]] = {}
    for needed in installed():
        bounds.setdefault(needed.name, set()).add(str(needed.specifier))
    assert {name: found for name, found in bounds.items() if len(found) > 1} == {}


@pytest.mark.parametrize("needed", [*installed(), *developed()], ids=str)
def test_every_package_has_its_reason(needed: Requirement) -> None:
    rows = (ROOT / "docs" / "dependencies.md").read_text("utf-8").splitlines()
    assert any(row.startswith(f"| {needed.name} |") for row in rows)
