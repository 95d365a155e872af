"""The evidence for the statement under the pointer.

Words of drafts, sources and users stand in code only, so that nothing in them is a heading, a link, an image or HTML.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol import types as lsp

from quotecheck.model import Finding, Outcome, Passage, Result, Severity
from quotecheck.reports.advice import advice, problem_label
from quotecheck.reports.differences import pieces
from quotecheck.reports.markdown import code
from quotecheck.reports.text import SYMBOLS, Look, clipped, fenced, result_lines
from quotecheck.servers.lsp.buffers import Draft
from quotecheck.servers.lsp.diagnostics import whole
from quotecheck.servers.lsp.places import Places, lsp_range
from quotecheck.servers.lsp.positions import Position

_LOOK = Look()
_WORDS_SHOWN = 900  # code points of a statement, and of a passage


def results_at(results: Sequence[Result], draft: Draft, start: Position, end: Position) -> list[Result]:
    """The results whose statements a stretch of the buffer touches, the shortest statement first.

    Args:
        results: Of the draft.
        draft: As it is open.
        start: Where the stretch begins.
        end: Where it ends; the same for a place.
    """
    found = [(span, one) for one in results if (span := whole(one)) is not None and draft.meets(span, start, end)]
    return [one for _, one in sorted(found, key=lambda pair: (len(pair[0]), pair[0].start))]


def hover(result: Result, draft: Draft, places: Places, *, markdown: bool) -> lsp.Hover:
    """What is known of a statement.

    Args:
        result: What was found of it.
        draft: As it is open.
        places: Of the sources.
        markdown: True if the client shows Markdown; else it is plain text.
    """
    lines = _markdown(result, places) if markdown else result_lines(result, Look(width=80))
    kind = lsp.MarkupKind.Markdown if markdown else lsp.MarkupKind.PlainText
    span = whole(result)
    return lsp.Hover(
        contents=lsp.MarkupContent(kind=kind, value="\n".join(lines)),
        range=lsp_range(draft.range(span)) if span else None,
    )


def _markdown(result: Result, places: Places) -> Iterator[str]:
    verdict = result.verdict.value if result.verdict else "no verdict"
    yield f"{SYMBOLS[result.outcome]} **{verdict}** ({result.outcome.value})"
    yield ""
    passed = result.outcome in (Outcome.PASS, Outcome.SKIPPED)
    for index, passage in enumerate(result.evidence.passages if result.evidence else ()):
        yield _where(passage, places)
        yield ""
        if not passed:
            yield code(clipped(fenced(pieces(result, index), _LOOK), _WORDS_SHOWN))
        else:
            yield code(clipped(passage.exact, _WORDS_SHOWN))
        yield ""
    for finding in result.findings:
        if finding.severity is not Severity.NONE:
            yield _finding(finding)
    for sentence in advice(result.findings):
        yield f"- → {sentence}"
    for problem in result.problems:
        yield f"- {problem_label(result.outcome)}: {code(str(problem))}"


def _where(passage: Passage, places: Places) -> str:
    place = passage.place
    name = ":".join(str(part) for part in (passage.source, place.line, place.column) if part is not None)
    told = [code(name)]
    if place.page is not None:
        told.append(f"page {place.page}")
    if place.time is not None:
        told.append(f"{int(place.time) // 60}:{int(place.time) % 60:02}")
    told.append(code(passage.speaker) if passage.speaker else "speaker not named")
    uri = places.uri(passage)
    if uri is not None:
        told.append(f"[open](<{uri}{f'#L{place.line}' if place.line else ''}>)")
    return " · ".join(told)


def _finding(finding: Finding) -> str:
    waived = "" if finding.waived is None else f", waived: {code(finding.waived)}"
    return f"- {finding.code.value} {finding.code.slug} ({finding.severity.value}{waived}): {code(finding.message)}"
