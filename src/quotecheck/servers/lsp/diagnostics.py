"""What is found of a draft as diagnostics: one a remark, at its words, with the source's words beside it."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types as lsp

from quotecheck.model import Result, Severity, Span
from quotecheck.model.errors import ConfigError, shown
from quotecheck.reports.advice import ADVICE
from quotecheck.reports.remarks import Remark, in_draft, remarks
from quotecheck.reports.text import clipped
from quotecheck.servers.follower import Found
from quotecheck.servers.lsp.buffers import Draft
from quotecheck.servers.lsp.places import Places, lsp_range

SOURCE = "quotecheck"
"""Who says it."""

_SHOWN = 300  # code points of a source's words
_SEVERITIES = {
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
    Severity.NOTE: lsp.DiagnosticSeverity.Information,
}


def diagnostics(found: Found, draft: Draft, places: Places, *, related: bool) -> list[lsp.Diagnostic]:
    """Everything that is noted or more and counts, in order of place.

    Args:
        found: What was found.
        draft: The draft as it is open.
        places: Of the sources.
        related: True if the client shows other places with a diagnostic.
    """
    strict = {"unchecked"} if found.strict else set[str]()
    return [
        _diagnostic(one, draft, places, related)
        for one in remarks(found.report.results, {found.draft.id: found.draft}, strict)
        if one.waived is None
    ]


def whole(result: Result) -> Span | None:
    """The stretch of the draft that a statement takes, what interrupts it too; None if it stands in none."""
    parts = result.statement.parts
    return Span(parts[0].start, max(part.end for part in parts)) if parts else None


def span_of(remark: Remark) -> Span:
    """The words of the draft that a remark is about."""
    statement, finding = remark.result.statement, remark.finding
    words = finding.statement[0] if finding and finding.statement else None
    found = in_draft(statement, words) if words is not None and len(words) else None
    return found or whole(remark.result) or Span(0, 0)


def of_config(error: ConfigError) -> lsp.Diagnostic:
    """What is wrong with the configuration, at its place there."""
    line = max(0, (error.line or 1) - 1)
    column = max(0, (error.column or 1) - 1)
    return lsp.Diagnostic(
        range=lsp.Range(start=lsp.Position(line, column), end=lsp.Position(line, column + error.length)),
        severity=lsp.DiagnosticSeverity.Error,
        source=SOURCE,
        message=shown(error.message),
    )


def _diagnostic(remark: Remark, draft: Draft, places: Places, related: bool) -> lsp.Diagnostic:
    return lsp.Diagnostic(
        range=lsp_range(draft.range(span_of(remark))),
        severity=_SEVERITIES[remark.severity],
        code=remark.code,
        source=SOURCE,
        message="\n".join(_message(remark)),
        related_information=list(_related(remark.result, places)) if related else None,
        data={"fingerprint": remark.fingerprint},
    )


def _message(remark: Remark) -> Iterator[str]:
    yield f"{remark.finding.code.slug}: {shown(remark.message)}" if remark.finding else shown(remark.message)
    if remark.finding and remark.severity is not Severity.NOTE and remark.finding.code in ADVICE:
        yield ADVICE[remark.finding.code]


def _related(result: Result, places: Places) -> Iterator[lsp.DiagnosticRelatedInformation]:
    for passage in result.evidence.passages if result.evidence else ():
        location = places.location(passage)
        if location is not None:
            whose = shown(passage.speaker) if passage.speaker else "speaker not named"
            yield lsp.DiagnosticRelatedInformation(
                location=location, message=f"{whose}: “{shown(clipped(passage.exact, _SHOWN))}”"
            )
