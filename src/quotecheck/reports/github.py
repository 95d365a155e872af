"""Annotations of GitHub Actions: workflow commands that mark the lines of a pull request. Nothing is judged here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotecheck.model import Severity
from quotecheck.model.errors import shown
from quotecheck.reports.remarks import Remark, Spot
from quotecheck.reports.text import clipped

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_SHOWN = 300  # code points of a statement or passage that an annotation shows


def lines(remarks: Iterable[Remark]) -> Iterator[str]:
    """An annotation for every error and warning that counts; notes would bury them (ten of a kind are shown).

    What words of drafts and sources hold - line ends, ``::error``, ``%0A`` - stays words.
    """
    for remark in remarks:
        if remark.waived is None and remark.severity is not Severity.NOTE:
            yield _line(remark)


def _line(remark: Remark) -> str:
    properties = {**_place(remark.spot), "title": remark.title}
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items() if value is not None)
    body = "%0A".join(_data(shown(line)) for line in _message(remark))
    return f"::{_LEVELS[remark.severity]} {written}::{body}"


def _place(spot: Spot) -> dict[str, str | int | None]:
    """GitHub wants both columns in one line, or none."""
    start, end = spot.start, spot.end
    one_line = end is not None and end.line == start.line
    wide = one_line and end is not None and end.column != start.column
    return {
        "file": spot.path,
        "line": start.line,
        "endLine": end.line if end else None,
        "col": start.column if one_line or end is None else None,
        "endColumn": end.column if wide and end else None,
    }


def _message(remark: Remark) -> Iterator[str]:
    where = f" ({remark.spot.elsewhere})" if remark.spot.elsewhere else ""
    yield remark.message + where
    statement = remark.result.statement
    whose = f" — {clipped(statement.speaker, _SHOWN)}" if statement.speaker else ""
    yield f"draft: {clipped(statement.text, _SHOWN)}{whose}"
    for passage in remark.result.evidence.passages if remark.result.evidence else ():
        said = f" — {clipped(passage.speaker, _SHOWN)}" if passage.speaker else ""
        at = f":{passage.place.line}" if passage.place.line is not None else ""
        yield f"source: {clipped(passage.exact, _SHOWN)}{said} ({passage.source}{at})"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(shown(text)).replace(":", "%3A").replace(",", "%2C")
