"""Figures as Markdown tables, and their place in a page. Nothing is counted here."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from benchmarks.figures import Figures

BEGIN = "<!-- accuracy: written by benchmarks.accuracy -->"
END = "<!-- accuracy: end -->"
NOTHING = "–"


@attrs.frozen
class Row:
    """A line of a table: which cases, which checker, what came of it."""

    what: str
    checker: str
    figures: Figures


def table(heading: str, rows: Sequence[Row]) -> str:
    """A Markdown table, one row a line; ``heading`` names the first column."""
    lines = [
        f"| {heading} | checker | cases | right | false exact | false alarms | codes | let through | stopped |",
        "|---|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    return "\n".join([*lines, *map(_line, rows)]) + "\n"


def _line(row: Row) -> str:
    of = row.figures
    alarms = f"{of.false_alarms} of {of.true}" if of.true else NOTHING
    gate = (NOTHING, NOTHING) if of.gated is None else (str(of.let_through), str(of.stopped))
    counts = (str(of.cases), _share(of.accuracy), str(of.false_exact), alarms, _share(of.codes), *gate)
    cells = (row.what, row.checker, *counts)
    return "| " + " | ".join(cells) + " |"


def _share(value: float | None) -> str:
    return NOTHING if value is None else f"{value:.3f}"


def put_between_markers(page: str, content: str) -> str:
    """The page with ``content`` in place of what stood between the markers.

    Raises:
        ValueError: if the page does not have both markers, in order, once each.
    """
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end or BEGIN in rest or END in after:
        raise ValueError(f"the page needs one {BEGIN!r} and after it one {END!r}")
    return f"{before}{BEGIN}\n\n{content.strip()}\n\n{END}{after}"
