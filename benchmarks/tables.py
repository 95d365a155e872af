"""Figures as Markdown tables. Nothing is counted here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from benchmarks.figures import Figures

NOTHING = "–"


@attrs.frozen
class Row:
    """A line of a table of verdicts: which cases, which checker, what came of it."""

    what: str
    checker: str
    figures: Figures


def table(heading: str, rows: Sequence[Row]) -> str:
    """A table of verdicts, one row a line; ``heading`` names the first column."""
    counts = ["cases", "right", "false exact", "false alarms", "codes", "let through", "stopped"]
    return markdown([heading, "checker", *counts], map(_cells, rows), words=2)


def markdown(heading: Sequence[str], lines: Iterable[Sequence[str]], *, words: int = 1) -> str:
    """A Markdown table; its first ``words`` columns are words, the others figures."""
    rule = "|" + "---|" * words + "--:|" * (len(heading) - words)
    shown = ["| " + " | ".join(cells) + " |" for cells in (heading, *lines)]
    return "\n".join([shown[0], rule, *shown[1:]]) + "\n"


def share(value: float | None) -> str:
    """A share, 0 to 1, with three places; a dash for None."""
    return NOTHING if value is None else f"{value:.3f}"


def _cells(row: Row) -> list[str]:
    of = row.figures
    alarms = f"{of.false_alarms} of {of.true}" if of.true else NOTHING
    gate = (NOTHING, NOTHING) if of.gated is None else (str(of.let_through), str(of.stopped))
    counts = (str(of.cases), share(of.accuracy), str(of.false_exact), alarms, share(of.codes), *gate)
    return [row.what, row.checker, *counts]
