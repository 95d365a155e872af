"""Web Annotations (JSON-LD, w3.org/TR/annotation-model): one annotation a finding, at its words, with the evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from quotecheck.model import Outcome, Passage, Report, Result, Severity, Span, Text
from quotecheck.reports.advice import advice
from quotecheck.reports.fingerprints import UNCHECKED, Fingerprints
from quotecheck.reports.fragments import link_to, web_address
from quotecheck.reports.remarks import in_draft

_CONTEXT = 32  # code points before and after, that tell equal words apart

Json = dict[str, Any]


def to_annotations(report: Report, texts: Mapping[str, Text], version: str) -> Json:
    """A page of annotations: every finding that is noted or more, and what could not be checked.

    Args:
        report: What was found.
        texts: Drafts and sources by id.
        version: Of quotecheck.
    """
    names = Fingerprints()
    items = [one for result in report.results for one in _of(result, names.of(result), texts)]
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationPage",
        "generator": {"type": "Software", "name": "quotecheck", "schema:softwareVersion": version},
        "items": items,
    }


def _of(result: Result, names: Mapping[str, str], texts: Mapping[str, Text]) -> Iterator[Json]:
    for finding in result.findings:
        if finding.severity is not Severity.NONE:
            span = finding.statement[0] if finding.statement else None
            tags = [finding.code.value, finding.code.slug, finding.severity.value]
            if finding.waived is not None:
                tags.append("waived")
            yield _annotation(result, span, finding.message, tags, names[finding.code.value], texts)
    if result.outcome is Outcome.UNCHECKED:
        reasons = "; ".join(str(problem) for problem in result.problems)
        message = f"This could not be checked: {reasons}" if reasons else "This could not be checked."
        yield _annotation(result, None, message, [UNCHECKED], names[UNCHECKED], texts)


def _annotation(
    result: Result, span: Span | None, message: str, tags: list[str], name: str, texts: Mapping[str, Text]
) -> Json:
    evidence = result.evidence.passages if result.evidence else ()
    text = " ".join([message, *advice(result.findings)])
    bodies: list[Json] = [{"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": text}]
    bodies += [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags]
    bodies += [_evidence(one, texts.get(one.source)) for one in evidence]
    return {
        "id": f"urn:quotecheck:{name}",
        "type": "Annotation",
        "motivation": "assessing",
        "body": bodies,
        "target": _target(result, span, texts.get(result.statement.draft or "")),
    }


def _target(result: Result, span: Span | None, text: Text | None) -> Json:
    """The words of a finding in the draft; those of the whole statement where it speaks of no words."""
    statement = result.statement
    source = (web_address(text.url) if text else None) or statement.draft or result.id or "urn:quotecheck:candidate"
    where = in_draft(statement, span) if span is not None and len(span) else None
    if where is None and statement.parts:
        where = Span(statement.parts[0].start, max(part.end for part in statement.parts))
    if text is None or where is None:
        return {"source": source, "selector": {"type": "TextQuoteSelector", "exact": statement.text}}
    content = text.content
    return {
        "source": source,
        "selector": _selectors(
            where,
            where.of(content),
            content[max(0, where.start - _CONTEXT) : where.start],
            content[where.end : where.end + _CONTEXT],
        ),
    }


def _evidence(passage: Passage, text: Text | None) -> Json:
    address = web_address(text.url) if text else None
    body: Json = {
        "type": "SpecificResource",
        "purpose": "linking",
        "source": address or passage.source,
        "selector": _selectors(passage.span, passage.exact, passage.prefix, passage.suffix),
    }
    if address:
        body["schema:url"] = link_to(address, passage.exact, passage.prefix, passage.suffix)
    if passage.speaker:
        body["schema:spokenByCharacter"] = passage.speaker
    return body


def _selectors(span: Span, exact: str, prefix: str, suffix: str) -> list[Json]:
    """The quote, which survives a changed file, and the place, in code points of the text as it was read."""
    return [
        {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix},
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]
