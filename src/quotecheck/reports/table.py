"""Results as CSV for a spreadsheet: one row a statement. A cell is never a formula."""

from __future__ import annotations

import csv
import io

from quotecheck.model import Result, Severity
from quotecheck.model.errors import shown

COLUMNS = (
    "draft",
    "line",
    "column",
    "id",
    "kind",
    "statement",
    "speaker",
    "verdict",
    "outcome",
    "confidence",
    "codes",
    "messages",
    "source",
    "source_line",
    "page",
    "seconds",
    "source_speaker",
    "source_words",
    "problems",
)
"""The header; columns are only ever added at the end."""

# What spreadsheets take for the start of a formula, the wide forms that some of them fold to it included.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def header() -> str:
    """The first line."""
    return _row(COLUMNS)


def line(result: Result) -> str:
    """The line of one result; lines have no line ends inside."""
    statement = result.statement
    said = [one for one in result.findings if one.severity is not Severity.NONE and one.waived is None]
    passages = result.evidence.passages if result.evidence else ()
    first = passages[0] if passages else None
    return _row(
        (
            statement.draft,
            statement.line,
            statement.column,
            result.id,
            statement.kind.value,
            statement.text,
            statement.speaker,
            result.verdict.value if result.verdict else None,
            result.outcome.value,
            result.confidence,
            " ".join(one.code.value for one in said),
            " ".join(one.message for one in said),
            first.source if first else None,
            first.place.line if first else None,
            first.place.page if first else None,
            first.place.time if first else None,
            first.speaker if first else None,
            " […] ".join(passage.exact for passage in passages),
            "; ".join(str(problem) for problem in result.problems),
        )
    )


def _row(cells: tuple[object, ...]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="").writerow([_cell(cell) for cell in cells])
    return written.getvalue()


def _cell(value: object) -> object:
    """A cell that a spreadsheet shows and does not compute: an apostrophe before it makes it text."""
    if not isinstance(value, str):
        return value
    guard = "'" if value.lstrip(" \n").startswith(_FORMULA) else ""
    return guard + shown(value)
