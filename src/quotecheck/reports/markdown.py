"""A summary in Markdown for a pull request: counts, and the first faults with their words and differences.

Words of drafts and sources stand in code only, so that nothing in them is a heading, a link, a mention or HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotecheck.model import Finding, Outcome, Report, Result, Severity, Verdict
from quotecheck.model.errors import shown
from quotecheck.reports.advice import advice, problem_label
from quotecheck.reports.differences import pieces
from quotecheck.reports.text import SYMBOLS, Look, clipped, fenced

MOST_SHOWN = 20
"""Faults that are shown in full; the rest is counted."""

_LOOK = Look()
_CELL_SHOWN = 80  # code points of a statement in the table
_WORDS_SHOWN = 600  # the same below it
_TICKS = re.compile("`+")


def lines(report: Report, *, most: int = MOST_SHOWN) -> Iterator[str]:
    """The lines of the summary.

    Args:
        report: What was found.
        most: Faults (statements that fail or warn) that are shown.
    """
    yield "## Quotations"
    yield ""
    yield from _counts(report)
    shown_ones = [one for one in report.results if one.outcome in (Outcome.FAIL, Outcome.WARN, Outcome.UNCHECKED)]
    shown_ones.sort(key=lambda one: one.outcome is not Outcome.FAIL)  # what fails comes first, else by place
    if shown_ones:
        yield from _table(shown_ones[:most])
        for result in shown_ones[:most]:
            yield from _details(result)
    if len(shown_ones) > most:
        yield f"{len(shown_ones) - most} more are not shown."
        yield ""
    for problem in report.problems:
        yield f"- {'could not be read' if problem.fatal else 'problem'}: {code(str(problem))}"
    yield ""
    yield f"Policy {code(report.policy)}, fingerprint {code(report.fingerprint)}."


def code(text: str, *, in_table: bool = False) -> str:
    """``text`` as a code span on one line, whatever it holds.

    Args:
        text: Words of any kind.
        in_table: True in a cell of a table, where a bar would end the cell.
    """
    words = shown(text).strip() or "-"
    if in_table:
        words = words.replace("|", "\\|")
    fence = "`" * (1 + max((len(run) for run in _TICKS.findall(words)), default=0))
    pad = " " if words.startswith("`") or words.endswith("`") else ""
    return f"{fence}{pad}{words}{pad}{fence}"


def _counts(report: Report) -> Iterator[str]:
    total = len(report.results)
    if not total:
        yield "No statements."
        yield ""
        return
    verdicts, outcomes = report.by_verdict, report.by_outcome
    yield f"| statements | {' | '.join(one.value for one in Verdict)} | no verdict |"
    yield "|" + " --: |" * (len(Verdict) + 2)
    counts = [str(verdicts.get(one.value, 0)) for one in Verdict]
    yield f"| {total} | {' | '.join(counts)} | {verdicts.get('none', 0)} |"
    yield ""
    yield ", ".join(f"{SYMBOLS[one]} {outcomes[one.value]} {one.value}" for one in Outcome if one.value in outcomes)
    yield ""


def _table(results: list[Result]) -> Iterator[str]:
    yield "| | where | verdict | statement | finding |"
    yield "| --- | --- | --- | --- | --- |"
    for result in results:
        cells = (
            SYMBOLS[result.outcome],
            code(_where(result), in_table=True),
            _verdict(result),
            code(clipped(result.statement.text, _CELL_SHOWN), in_table=True),
            ", ".join(f"{one.code.value} {one.code.slug}" for one in _grave(result)) or result.outcome.value,
        )
        yield f"| {' | '.join(cells)} |"
    yield ""


def _details(result: Result) -> Iterator[str]:
    statement = result.statement
    whose = f", given to {code(statement.speaker)}" if statement.speaker else ""
    yield f"{SYMBOLS[result.outcome]} {code(_where(result))} **{_verdict(result)}**{whose}"
    yield ""
    yield from _block(_words(result))
    for finding in _grave(result):
        yield f"- {finding.code.value} {finding.code.slug}: {code(finding.message)}"
    for sentence in advice(result.findings):
        yield f"- → {sentence}"
    for problem in result.problems:
        yield f"- {problem_label(result.outcome)}: {code(str(problem))}"
    yield ""


def _words(result: Result) -> Iterator[str]:
    """The draft's words, and the source's with what differs."""
    yield f"draft:  {shown(clipped(result.statement.text, _WORDS_SHOWN))}"
    for index, passage in enumerate(result.evidence.passages if result.evidence else ()):
        words = clipped(fenced(pieces(result, index), _LOOK), _WORDS_SHOWN)
        at = f":{passage.place.line}" if passage.place.line is not None else ""
        page = f", page {passage.place.page}" if passage.place.page is not None else ""
        who = shown(passage.speaker) if passage.speaker else "speaker not named"
        yield f"source: {words} ({who}; {shown(passage.source)}{at}{page})"


def _block(written: Iterator[str]) -> Iterator[str]:
    """A fenced block; its fence is longer than any run of backticks inside."""
    rows = list(written)
    longest = max((len(run) for row in rows for run in _TICKS.findall(row)), default=0)
    fence = "`" * max(3, longest + 1)
    yield f"{fence}text"
    yield from rows
    yield fence
    yield ""


def _grave(result: Result) -> list[Finding]:
    return [one for one in result.findings if one.severity.rank >= Severity.WARNING.rank and one.waived is None]


def _where(result: Result) -> str:
    statement = result.statement
    parts = (statement.draft, statement.line, statement.column)
    return ":".join(str(part) for part in parts if part is not None) or result.id or "-"


def _verdict(result: Result) -> str:
    return result.verdict.value if result.verdict else "no verdict"
