"""Tables in pages: each between the markers of its own script, and nothing else of the page touched."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from benchmarks.pages import markers, put_between_markers
from benchmarks.tables import markdown

BEGIN, END = markers("one")
PAGE = Path(__file__).parents[2] / "docs" / "measurements.md"
SCRIPTS = ("accuracy", "extraction", "mutants", "selftest", "speed")


def test_table_takes_the_place_of_the_old_one() -> None:
    page = f"before\n{BEGIN}\nold\n{END}\nafter\n"
    assert put_between_markers(page, "one", "new\n") == f"before\n{BEGIN}\n\nnew\n\n{END}\nafter\n"


def test_tables_of_other_scripts_stay() -> None:
    other = "\n".join(markers("other"))
    page = f"{other}\n{BEGIN}\n{END}\n"
    assert put_between_markers(page, "one", "new").startswith(other)


@pytest.mark.parametrize("page", ["", BEGIN, END + BEGIN, BEGIN + BEGIN + END, BEGIN + END + END])
def test_page_without_its_markers_is_left_alone(page: str) -> None:
    with pytest.raises(ValueError, match="the page needs one"):
        put_between_markers(page, "one", "new")


@pytest.mark.parametrize("script", SCRIPTS)
def test_measurements_page_has_the_markers_of_every_script(script: str) -> None:
    assert script == import_module(f"benchmarks.{script}").NAME
    put_between_markers(PAGE.read_text("utf-8"), script, "new")


def test_a_table_has_a_rule_under_its_heading_as_wide_as_it() -> None:
    assert markdown(["a", "b", "c"], [["x", "1", "2"]]).splitlines() == [
        "| a | b | c |",
        "|---|--:|--:|",
        "| x | 1 | 2 |",
    ]
