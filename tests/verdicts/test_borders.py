"""The ends of a passage beside figures: what is cut in two, and what only loses what stood beside it."""

from __future__ import annotations

import pytest

from quotecheck import Checker, Source, Statement


def found(said: str, statement: str) -> tuple[str, bool]:
    """The verdict, and whether a figure is found changed."""
    source = Source.from_text(f"“{said},” Ada Brook said. “It is late,” Ben Cole said.")
    result = Checker([source]).check(Statement(statement, speaker="Ada Brook"))
    return (result.verdict.value if result.verdict else "none"), "QC403" in {one.code.value for one in result.findings}


@pytest.mark.parametrize(
    ("said", "statement"),
    [
        ("The road was closed on October 25, 2022", "The road was closed on October 25"),
        ("The road was closed on 25 October 2022", "The road was closed on 25 October"),
        ("The road was closed on October 25, 2022", "The road was closed on October 25, 2022"),
        ("It stands on page 72, and again on page 90", "And again on page 90"),  # the figure is not the statement's
        ("We sold 72, And nobody came to buy more", "We sold 72, and nobody came to buy more"),
    ],
)
def test_what_is_left_says_nothing_else(said: str, statement: str) -> None:
    assert found(said, statement) == ("exact", False)


@pytest.mark.parametrize(
    ("said", "statement"),
    [
        ("The road will cost two hundred pounds", "The road will cost two"),
        ("The road has a load of 40 mW in all", "The road has a load of 40 MW in all"),
        ("The road was closed on October 25, 2022", "The road was closed on October 25, 2023"),
    ],
)
def test_what_is_left_has_another_value(said: str, statement: str) -> None:
    assert found(said, statement) == ("absent", True)
