"""Whole reports as files that a person has read. QUOTECHECK_WRITE=1 writes them anew; then read the difference."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from quotecheck.model import Report
from quotecheck.reports import github, junit, line, markdown, table, wire
from quotecheck.reports.annotated import page
from quotecheck.reports.annotations import to_annotations
from quotecheck.reports.record import Basis, to_record
from quotecheck.reports.remarks import remarks
from quotecheck.reports.sarif import to_sarif
from quotecheck.reports.text import Look, result_lines
from tests.reports import made

GOLDEN = Path(__file__).parent / "golden"
REPORTS = {"mill": made.report, "hostile": made.hostile}


def sarif(report: Report) -> str:
    """What the registry says of a code is the registry's to change."""
    log = to_sarif(report, "1.2.3", texts=made.TEXTS, baseline=True)
    for rule in log["runs"][0]["tool"]["driver"]["rules"]:
        for key in ("shortDescription", "fullDescription", "help"):
            rule[key] = "…"
    return wire.document(log)


def text(report: Report) -> str:
    return "\n\n".join("\n".join(result_lines(one, Look(width=100))) for one in report.results)


def body(written: str) -> str:
    """The page without its style and script, which stand in files of their own; its line ends as readers take them."""
    written = written.replace("\r\n", "\n")
    for name in ("style", "script"):
        written = re.sub(rf"<{name}>.*?</{name}>", f"<{name}>…</{name}>", written, flags=re.DOTALL)
    return re.sub(r"sha256-[^&]*", "…", written).rstrip("\n")


FORMATS: dict[str, Callable[[Report], str]] = {
    "txt": text,
    "line": lambda report: "\n".join(line.lines(remarks(report.results, made.TEXTS))),
    "sarif": sarif,
    "junit.xml": lambda report: junit.document(report.results, report.problems),
    "github": lambda report: "\n".join(github.lines(remarks(report.results, made.TEXTS))),
    "md": lambda report: "\n".join(markdown.lines(report)),
    "html": lambda report: body(page(report, made.TEXTS, "1.2.3", standings=made.standings(report))),
    "record.json": lambda report: wire.document(
        to_record(report, made.TEXTS, Basis(arguments={"drafts": ["drafts/mill.md"]}), "1.2.3", made.standings(report))
    ),
    "annotations.json": lambda report: wire.document(to_annotations(report, made.TEXTS, "1.2.3")),
    "csv": lambda report: "\n".join([table.header(), *map(table.line, report.results)]),
}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", REPORTS)
def test_reports_are_what_was_read(name: str, format: str) -> None:
    path = GOLDEN / f"{name}.{format}"
    written = FORMATS[format](REPORTS[name]()) + "\n"
    if os.environ.get("QUOTECHECK_WRITE"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(written, encoding="utf-8", newline="\n")
    assert written == path.read_text(encoding="utf-8")
