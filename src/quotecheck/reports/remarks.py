"""What reports for programs say, one remark at a place: findings, and statements that could not be checked.

How a remark is written - as SARIF, as an annotation, as a line - is the module of that format's work.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

import attrs

from quotecheck.model import Finding, Outcome, Place, Result, Severity, Span, Statement, Text
from quotecheck.reports.fingerprints import UNCHECKED, Fingerprints

Texts = Mapping[str, Text]
"""The texts of a run by id, drafts and sources; one that is not there leaves the end of a place unknown."""


@attrs.frozen(kw_only=True)
class Spot:
    """A stretch of a draft.

    Attributes:
        path: The draft's path or id; None for a candidate that came without one.
        start: Its first code point; no line where the format has none.
        end: One past its last code point; None if unknown, or if the format has no lines.
    """

    path: str | None
    start: Place
    end: Place | None = None

    def __str__(self) -> str:
        """``path:line:column``, as far as there is one."""
        parts = (self.path, self.start.line, self.start.column)
        return ":".join(str(part) for part in parts if part is not None)

    @property
    def elsewhere(self) -> str:
        """Page and paragraph in words, where there is no line: "page 3, paragraph 12"; else ""."""
        if self.start.line is not None:
            return ""
        named = (("page", self.start.page), ("paragraph", self.start.paragraph))
        return ", ".join(f"{name} {number}" for name, number in named if number is not None)


@attrs.frozen(kw_only=True)
class Remark:
    """Something to be said at a place of a draft.

    Attributes:
        result: What it belongs to.
        finding: None if the statement could not be checked.
        severity: ``NOTE``, ``WARNING`` or ``ERROR``.
        message: A sentence a person understands.
        spot: The finding's first words in the draft, or the statement's.
        fingerprint: Its name that stays when lines shift.
    """

    result: Result
    finding: Finding | None
    severity: Severity
    message: str
    spot: Spot
    fingerprint: str

    @property
    def code(self) -> str:
        """ "QC402", or "unchecked"."""
        return self.finding.code.value if self.finding else UNCHECKED

    @property
    def title(self) -> str:
        """ "QC402 polarity", or "unchecked"."""
        return f"{self.code} {self.finding.code.slug}" if self.finding else UNCHECKED

    @property
    def waived(self) -> str | None:
        """Why it does not count; None if it counts."""
        return self.finding.waived if self.finding else None


def remarks(results: Iterable[Result], texts: Texts, fail_on: Collection[str] = ()) -> Iterator[Remark]:
    """What is to be said, in the order of the results; waived findings too.

    Args:
        results: In order of place.
        texts: For the places of words inside a statement.
        fail_on: With "unchecked", a statement that could not be checked is an error, else a warning.
    """
    names = Fingerprints()
    for result in results:
        yield from remarks_of(result, names.of(result), texts, fail_on)


def remarks_of(result: Result, names: Mapping[str, str], texts: Texts, fail_on: Collection[str]) -> Iterator[Remark]:
    """The same of one result whose fingerprints are known."""
    for finding in result.findings:
        if finding.severity is not Severity.NONE:
            yield Remark(
                result=result,
                finding=finding,
                severity=finding.severity,
                message=finding.message,
                spot=spot(result.statement, finding.statement[0] if finding.statement else None, texts),
                fingerprint=names[finding.code.value],
            )
    if result.outcome is Outcome.UNCHECKED:
        reasons = "; ".join(str(problem) for problem in result.problems)
        yield Remark(
            result=result,
            finding=None,
            severity=Severity.ERROR if "unchecked" in fail_on else Severity.WARNING,
            message=f"This could not be checked: {reasons}" if reasons else "This could not be checked.",
            spot=spot(result.statement, None, texts),
            fingerprint=names[UNCHECKED],
        )


def spot(statement: Statement, span: Span | None, texts: Texts) -> Spot:
    """Where words of a statement stand in its draft.

    Args:
        statement: With its parts, if it stands in a draft.
        span: Words in the statement's text; None for all of it.
        texts: The draft under its id; without it the statement's own place serves.
    """
    text = texts.get(statement.draft or "")
    whole = Place(line=statement.line, column=statement.column)
    if text is None or not statement.parts:
        return Spot(path=statement.draft, start=whole)
    found = in_draft(statement, span) if span is not None else None
    if found is None:
        found = Span(statement.parts[0].start, max(part.end for part in statement.parts))
    start, end = text.place(found.start), text.place(found.end)
    return Spot(path=text.path or text.id, start=start, end=end if end.line is not None else None)


def in_draft(statement: Statement, span: Span) -> Span | None:
    """The stretch of the draft's content for a span of a statement's text; None if it cannot be told.

    The parts of an interrupted quotation stand in the statement's text joined by one space.
    """
    if sum(map(len, statement.parts)) + len(statement.parts) - 1 != len(statement.text):
        return None
    start = end = None
    at = 0
    for part in statement.parts:
        if start is None and span.start <= at + len(part):
            start = part.start + max(span.start - at, 0)
        if span.end >= at:
            end = part.start + min(span.end - at, len(part))
        at += len(part) + 1
    return Span(start, max(start, end)) if start is not None and end is not None else None
