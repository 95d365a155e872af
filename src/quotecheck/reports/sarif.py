"""SARIF 2.1.0, as code scanning services and editors read it. Plain values come out; nothing is judged here.

Columns count code points (``columnKind`` says so). What a statement could not be checked for, and what could not be
read, are notifications of the run: they are no results.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from quotecheck.model import Code, Consulted, Passage, Place, Problem, Report, Severity
from quotecheck.model.errors import shown
from quotecheck.reports.fingerprints import SCHEME
from quotecheck.reports.remarks import Remark, Spot, Texts, remarks, spot
from quotecheck.verdicts.registry import RULES, explain, told

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
Json = dict[str, Any]

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note", Severity.NONE: "none"}


def to_sarif(
    report: Report, version: str, *, texts: Texts, fail_on: Collection[str] = (), baseline: bool = False
) -> Json:
    """A SARIF log of one run.

    Args:
        report: What was found.
        version: The version of quotecheck that found it.
        texts: The drafts and sources by id, for the ends of places.
        fail_on: As for ``remarks``.
        baseline: True if the run had a baseline: then every result says whether it is new.
    """
    said = list(remarks(report.results, texts, fail_on))
    found = [remark for remark in said if remark.finding is not None]
    codes = sorted({remark.finding.code for remark in found if remark.finding}, key=lambda code: code.value)
    run = {
        "tool": {"driver": {"name": "quotecheck", "version": version, "rules": [_rule(code) for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report.problems, [one for one in said if one.finding is None])],
        "artifacts": [
            *_artifacts(report.drafts, "analysisTarget"),
            *_artifacts(report.sources, "referencedOnCommandLine"),
        ],
        "results": [_result(remark, codes, texts, baseline) for remark in found],
        "properties": {
            "policy": {"name": report.policy, "fingerprint": report.fingerprint},
            "summary": {"by_verdict": report.by_verdict, "by_outcome": report.by_outcome},
        },
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: Code) -> Json:
    rule = RULES[code]
    return {
        "id": code.value,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.doc},
        "help": {"text": explain(code.value), "markdown": "\n".join(_help(code))},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": ["quotations"], "verdict": rule.bearing},
    }


def _help(code: Code) -> Iterable[str]:
    rule = RULES[code]
    yield f"**{code.value} {rule.name}** (verdict: {rule.bearing})\n\n{rule.doc}\n"
    for title, example in (("Found", rule.fires), ("Not found", rule.silent)):
        if example is not None:
            yield f"{title}:\n"
            yield from (f"- {line}" for line in told(example))
            yield ""


def _result(remark: Remark, codes: Sequence[Code], texts: Texts, baseline: bool) -> Json:
    assert remark.finding is not None
    result = remark.result
    where = f" ({remark.spot.elsewhere})" if remark.spot.elsewhere else ""
    values: Json = {
        "ruleId": remark.code,
        "ruleIndex": codes.index(remark.finding.code),
        "level": _LEVELS[remark.severity],
        "message": _message(remark.message + where),
        "locations": [_draft_location(remark, texts)],
        "partialFingerprints": {SCHEME: remark.fingerprint},
        "properties": {
            "verdict": result.verdict.value if result.verdict else None,
            "outcome": result.outcome.value,
            "confidence": result.confidence,
            "statement": result.statement.text,
            "speaker": result.statement.speaker,
        },
    }
    passages = result.evidence.passages if result.evidence else ()
    if passages:
        values["relatedLocations"] = [_passage(one, number, texts) for number, one in enumerate(passages, 1)]
    if baseline:
        values["baselineState"] = "new" if remark.waived is None else "unchanged"
    if remark.waived is not None:
        values["suppressions"] = [{"kind": "external", "justification": shown(remark.waived)}]
    return values


def _draft_location(remark: Remark, texts: Texts) -> Json:
    """The finding's words; the statement is their context where it is more than them."""
    statement = remark.result.statement
    words = remark.finding.statement[0].of(statement.text) if remark.finding and remark.finding.statement else None
    whole = spot(statement, None, texts)
    location = _physical(remark.spot, statement.text if words is None else words)
    if whole != remark.spot and whole.end is not None and _within(remark.spot, whole):
        location["contextRegion"] = _region(whole.start, whole.end, statement.text)
    return {"physicalLocation": location}


def _within(inner: Spot, outer: Spot) -> bool:
    """True if ``outer`` holds all of ``inner``, as a context region must."""
    if inner.end is None or outer.end is None:
        return False
    return _order(outer.start) <= _order(inner.start) and _order(inner.end) <= _order(outer.end)


def _order(place: Place) -> tuple[int, int]:
    return (place.line or 0, place.column or 0)


def _physical(where: Spot, words: str | None) -> Json:
    location: Json = {"artifactLocation": {"uri": _uri(where.path or "")}}
    if where.start.line is not None:
        location["region"] = _region(where.start, where.end, words)
    return location


def _region(start: Place, end: Place | None, words: str | None) -> Json:
    region: Json = {"startLine": start.line}
    if start.column is not None:
        region["startColumn"] = start.column
    if end is not None and end.column is not None:
        region |= {"endLine": end.line, "endColumn": end.column}
    if words:
        region["snippet"] = {"text": words}
    return region


def _passage(passage: Passage, number: int, texts: Texts) -> Json:
    text = texts.get(passage.source)
    end = text.place(passage.end) if text is not None else None
    where = Spot(
        path=(text.path or text.id) if text is not None else passage.source,
        start=passage.place,
        end=end if end is not None and end.line is not None else None,
    )
    seconds = f", {passage.place.time:.1f} s" if passage.place.time is not None else ""
    page = f", page {passage.place.page}" if passage.place.page is not None else ""
    who = passage.speaker or "speaker not named"
    words = _message(f"The source ({who}{page}{seconds}): {passage.exact}")
    return {"id": number, "physicalLocation": _physical(where, passage.exact), "message": words}


def _artifacts(consulted: Iterable[Consulted], role: str) -> Iterator[Json]:
    """A file that was named twice is one artifact: the schema wants no two alike."""
    for one in {(_uri(one.path), one.sha256): one for one in consulted}.values():
        yield _artifact(one, role)


def _artifact(one: Consulted, role: str) -> Json:
    values: Json = {"location": {"uri": _uri(one.path)}, "roles": [role]}
    return values | {"hashes": {"sha-256": one.sha256}} if one.sha256 else values


def _invocation(problems: Iterable[Problem], unchecked: Iterable[Remark]) -> Json:
    found = list(problems)
    return {
        "executionSuccessful": not any(problem.fatal for problem in found),
        "toolExecutionNotifications": [
            *(_notification(one) for one in found),
            *(_unchecked(one) for one in unchecked),
        ],
    }


def _notification(problem: Problem) -> Json:
    values: Json = {
        "level": "error" if problem.fatal else "warning",
        "message": _message(problem.message),
        "descriptor": {"id": problem.code or "problem"},
    }
    if problem.path is not None:
        where = Spot(path=problem.path, start=Place(line=problem.line, column=problem.column))
        values["locations"] = [{"physicalLocation": _physical(where, None)}]
    return values


def _unchecked(remark: Remark) -> Json:
    return {
        "level": _LEVELS[remark.severity],
        "message": _message(remark.message),
        "descriptor": {"id": remark.code},
        "locations": [{"physicalLocation": _physical(remark.spot, remark.result.statement.text)}],
    }


def _message(text: str) -> Json:
    """Plain text, in which SARIF takes ``{0}`` for a gap and ``[x](y)`` for a link."""
    plain = shown(text).replace("{", "{{").replace("}", "}}").replace("](", "] (")
    return {"text": plain or "-"}


def _uri(path: str) -> str:
    """A path as a reference: relative as it was given, absolute with its scheme."""
    found = PurePath(path)
    if found.is_absolute():
        return found.as_uri()
    written = quote(found.as_posix(), safe="/~", errors="surrogateescape")
    return written.replace("//", "/")
