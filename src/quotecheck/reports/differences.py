"""What differs between a statement and the source's words, as pieces to be shown. How they look is ``text``'s work."""

from __future__ import annotations

import enum
from collections.abc import Iterator

import attrs

from quotecheck.model import Edit, Evidence, Op, Result, Severity


class PieceKind(enum.Enum):
    """Where the words of a piece stand."""

    BOTH = "both"
    SOURCE = "source"
    STATEMENT = "statement"


@attrs.frozen
class Piece:
    """Some words on the way through a passage.

    Attributes:
        kind: In both, only in the source, or only in the statement.
        text: The words: the source's where they stand in both.
    """

    kind: PieceKind
    text: str


def pieces(result: Result, passage: int) -> list[Piece]:
    """The source's words in one passage of a result's evidence, with what the statement has otherwise.

    Differences that a finding allows silently (a curly quotation mark) are not shown as differences.

    Args:
        result: A result with evidence.
        passage: Index of the passage, from 0.
    """
    if result.evidence is None:
        return []
    found = result.evidence.passages[passage]
    shown: list[Piece] = []
    at, last = found.start, found.start + len(found.exact)
    for edit in _differing(result, result.evidence, passage):
        start = min(max(edit.source.start, at), last)
        end = min(max(edit.source.end, start), last)
        _add(shown, PieceKind.BOTH, found.exact[at - found.start : start - found.start])
        _add(shown, PieceKind.SOURCE, found.exact[start - found.start : end - found.start])
        _add(shown, PieceKind.STATEMENT, edit.statement.of(result.statement.text))
        at = end
    _add(shown, PieceKind.BOTH, found.exact[at - found.start :])
    return shown


def _add(shown: list[Piece], kind: PieceKind, text: str) -> None:
    if text:
        shown.append(Piece(kind, text))


def _differing(result: Result, evidence: Evidence, passage: int) -> Iterator[Edit]:
    edits = sorted(
        (edit for edit in evidence.edits if edit.passage == passage and edit.op is not Op.EQUAL),
        key=lambda edit: (edit.source.start, edit.statement.start),
    )
    silent = {
        (span.start, span.end)
        for finding in result.findings
        if finding.severity is Severity.NONE
        for span in finding.statement
        if len(span)
    }
    silent_source = {
        (span.passage, span.start, span.end)
        for finding in result.findings
        if finding.severity is Severity.NONE
        for span in finding.source
        if span.end > span.start
    }
    for edit in edits:
        allowed = (edit.statement.start, edit.statement.end) in silent
        allowed |= (passage, edit.source.start, edit.source.end) in silent_source
        if not allowed:
            yield edit
