"""A report in the format that was asked for. What each format looks like is the room ``reports``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from quotecheck.cli import output

if TYPE_CHECKING:
    from quotecheck.model import Report, Statement, Text
    from quotecheck.model.signoffs import SignOff, Standing
    from quotecheck.reports.record import Basis
    from quotecheck.reports.text import Look

FORMATS = {
    "text": "for people",
    "line": "file:line:column: severity code message",
    "json": "one report",
    "jsonl": "one result a line",
    "sarif": "SARIF 2.1.0, for code scanning",
    "junit": "JUnit XML, for CI systems",
    "github": "annotations of GitHub Actions",
    "markdown": "a summary for a pull request",
    "csv": "one row a statement, for a spreadsheet",
    "html": "the annotated copy, one page to read, filter and sign",
    "record": "the file of record: what a reader needs to repeat the check",
    "annotations": "W3C Web Annotations (JSON-LD)",
    "jsonld": "schema.org markup of the quotations that are exact, for the article's page",
}
"""The formats, each with what it is."""

FILES = {
    "docx": "the draft itself, a Word document, with a comment at every fault",
}
"""Formats that are a file and no text: with ``--report`` only."""

RECORDING = frozenset({"record", "html"})
"""Formats that say how the check can be repeated."""

COUNTING = frozenset({"text", "markdown", "json", "jsonl"})
"""Formats that say the sums themselves, or whose readers count; with the others they go to standard error."""


class Run(NamedTuple):
    """What a format may need to know of a run.

    Attributes:
        report: What was found.
        texts: Drafts and sources by id.
        fail_on: What fails the run beside errors.
        baseline: True if there was a baseline.
        quiet: Text: only what did not pass.
        look: Text: how it is to look.
        signed: Where statements stand with those who signed; None if nobody signed.
        gone: Sign-offs of statements that are no longer there.
        basis: What the run rested on; None if the format does not say.
    """

    report: Report
    texts: Mapping[str, Text]
    fail_on: frozenset[str]
    baseline: bool
    quiet: bool
    look: Look
    signed: Mapping[Statement, Standing] | None = None
    gone: Sequence[SignOff] = ()
    basis: Basis | None = None


def written(run: Run, name: str) -> Iterator[str]:
    """The lines of a report.

    Args:
        run: What is to be reported.
        name: One of ``FORMATS``.
    """
    return _WRITERS[name](run)


def sums(report: Report) -> list[str]:
    """How many statements have which verdict and outcome."""
    from quotecheck.reports.text import summary_lines

    return list(summary_lines(Counter(report.by_verdict), Counter(report.by_outcome)))


def _text(run: Run) -> Iterator[str]:
    from quotecheck.model import Outcome
    from quotecheck.reports.text import report_lines

    passed = (Outcome.PASS, Outcome.SKIPPED) if run.quiet else ()
    yield from report_lines([result for result in run.report.results if result.outcome not in passed], run.look)
    yield from sums(run.report)


def _line(run: Run) -> Iterator[str]:
    from quotecheck.reports import line
    from quotecheck.reports.remarks import remarks

    return line.lines(remarks(run.report.results, run.texts, run.fail_on))


def _json(run: Run) -> Iterator[str]:
    from quotecheck.cli.parser import version
    from quotecheck.reports import wire

    yield wire.document(wire.report_to_dict(run.report, version()))


def _jsonl(run: Run) -> Iterator[str]:
    from quotecheck.reports import wire

    return (wire.line(wire.to_dict(result)) for result in run.report.results)


def _sarif(run: Run) -> Iterator[str]:
    from quotecheck.cli.parser import version
    from quotecheck.reports import wire
    from quotecheck.reports.sarif import to_sarif

    values = to_sarif(run.report, version(), texts=run.texts, fail_on=run.fail_on, baseline=run.baseline)
    yield wire.document(values)


def _junit(run: Run) -> Iterator[str]:
    from quotecheck.reports import junit

    yield junit.document(run.report.results, run.report.problems, run.fail_on)


def _github(run: Run) -> Iterator[str]:
    from quotecheck.reports import github
    from quotecheck.reports.remarks import remarks

    return github.lines(remarks(run.report.results, run.texts, run.fail_on))


def _markdown(run: Run) -> Iterator[str]:
    from quotecheck.reports import markdown

    return markdown.lines(run.report)


def _csv(run: Run) -> Iterator[str]:
    from quotecheck.reports import table

    yield table.header()
    yield from map(table.line, run.report.results)


def _html(run: Run) -> Iterator[str]:
    from quotecheck.cli.parser import version
    from quotecheck.reports.annotated import page

    record = "\n".join(_record(run))
    yield page(run.report, run.texts, version(), standings=run.signed, gone=run.gone, record=record)


def _record(run: Run) -> Iterator[str]:
    from quotecheck.cli.parser import version
    from quotecheck.reports import wire
    from quotecheck.reports.record import Basis, to_record

    basis = run.basis or Basis(arguments={})
    yield wire.document(to_record(run.report, run.texts, basis, version(), run.signed))


def _annotations(run: Run) -> Iterator[str]:
    from quotecheck.cli.parser import version
    from quotecheck.reports import wire
    from quotecheck.reports.annotations import to_annotations

    yield wire.document(to_annotations(run.report, run.texts, version()))


def _jsonld(run: Run) -> Iterator[str]:
    from quotecheck.reports import wire
    from quotecheck.reports.quotations import to_quotations

    # It goes into a page's script: no words of a draft may end that.
    yield wire.document(to_quotations(run.report, run.texts)).replace("<", "\\u003c")


def file(run: Run, name: str, drafts: Sequence[Text]) -> bytes:
    """A report that is a file.

    Args:
        run: What is to be reported.
        name: One of ``FILES``, or of ``FORMATS``.
        drafts: As they were read.

    Raises:
        UsageError: if it cannot be made of these drafts.
    """
    if name not in FILES:
        return "".join(f"{line}\n" for line in written(run, name)).encode("utf-8", "backslashreplace")
    import hashlib

    from quotecheck.model.errors import UsageError
    from quotecheck.reports.commented import commented

    if len(drafts) != 1 or not drafts[0].path or not drafts[0].path.lower().endswith((".docx", ".docm", ".dotx")):
        raise UsageError("--report docx=FILE needs one draft that is a Word document (.docx)")
    try:
        with open(drafts[0].path, "rb") as opened:
            data = opened.read()
    except OSError as error:
        raise UsageError(f"cannot be read again: {error.strerror or error}", path=drafts[0].path) from error
    if hashlib.sha256(data).hexdigest() != drafts[0].sha256:
        raise UsageError("it changed while it was checked: nothing is written", path=drafts[0].path)
    return commented(run.report, drafts[0], data)


_WRITERS: Mapping[str, Callable[[Run], Iterator[str]]] = {
    "text": _text,
    "line": _line,
    "json": _json,
    "jsonl": _jsonl,
    "sarif": _sarif,
    "junit": _junit,
    "github": _github,
    "markdown": _markdown,
    "csv": _csv,
    "html": _html,
    "record": _record,
    "annotations": _annotations,
    "jsonld": _jsonld,
}


def look(verbose: bool = False) -> Look:
    """How text looks on this standard output."""
    from quotecheck.reports.text import Look

    return Look(width=output.columns(), colour=output.wants_colour(), verbose=verbose)
