"""Results as plain JSON values, there and back: the wire format of the contract. Nothing is printed here.

A statement's ``cue_kind`` and ``follows`` are not in the contract: they are None in what is read back.

What is empty and not in the contract's shape is left out: ``extra``, ``claim``, a statement's ``id``, ``unclosed``,
``term``, ``zone`` (the body), ``declares``, ``emphasis``, ``referents``, ``follows``, ``no_claim`` and the usual
``cue_kind``, a passage's ``paragraph`` and ``voice``, a finding's ``waived``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar, overload

from quotecheck.model import (
    Alternative,
    ClaimNumber,
    Code,
    Consulted,
    CueKind,
    Edit,
    Evidence,
    Finding,
    Kind,
    NoClaim,
    Op,
    Outcome,
    Passage,
    Place,
    Problem,
    Report,
    Result,
    Sequel,
    Severity,
    SourceSpan,
    Span,
    Statement,
    Tie,
    Verdict,
    VoiceKind,
    Words,
    Zone,
)
from quotecheck.model.errors import UNSHOWN, QuotecheckError

SCHEMA = "quotecheck/1"
"""The name of this format; it changes when a reader of the old one would misread the new."""

_NO_CUE = "none"

Json = dict[str, Any]
T = TypeVar("T")
R = TypeVar("R", Result, Report, Statement)


def to_dict(found: Result | Report | Statement) -> Json:
    """A result, a report or a statement as plain JSON values, their keys in the contract's order.

    A report is as ``check --format json`` prints it, a result as ``batch`` does, a statement as ``extract``.

    Args:
        found: What came back.
    """
    if isinstance(found, Report):
        from importlib.metadata import version  # late: a command that prints results has no need of it

        return report_to_dict(found, version("quotecheck-editorial"))
    return statement_to_dict(found) if isinstance(found, Statement) else result_to_dict(found)


def result_to_dict(result: Result) -> Json:
    """A result in the shape of the contract."""
    values: Json = {
        "id": result.id,
        "statement": statement_to_dict(result.statement),
        "verdict": result.verdict.value if result.verdict else None,
        "outcome": result.outcome.value,
        "confidence": result.confidence,
        "findings": [_finding_to(one) for one in result.findings],
        "evidence": _evidence_to(result.evidence) if result.evidence else None,
        "alternatives": [_alternative_to(one) for one in result.alternatives],
        "problems": [problem_to_dict(one) for one in result.problems],
    }
    if result.claim is not None:
        values["claim"] = {"number": result.claim.number, "of": result.claim.of}
    if result.extra:
        values["extra"] = result.extra
    return values


def statement_to_dict(statement: Statement) -> Json:
    """A statement as ``extract`` prints it."""
    values: Json = {
        "draft": statement.draft,
        "text": statement.text,
        "kind": statement.kind.value,
        "start": statement.start,
        "end": statement.end,
        "parts": [{"start": part.start, "end": part.end} for part in statement.parts],
        "speaker": statement.speaker,
        "mention": _words_to(statement.mention),
        "cue": _words_to(statement.cue),
        "source": statement.source,
        "line": statement.line,
        "column": statement.column,
        "children": [statement_to_dict(child) for child in statement.children],
    }
    given = {
        "id": statement.id,
        "unclosed": statement.unclosed or None,
        "term": statement.term or None,
        "zone": statement.zone.value if statement.zone is not Zone.BODY else None,
        "declares": [_words_to(one) for one in statement.declares] or None,
        "emphasis": [_pair(span) for span in statement.emphasis] or None,
        "referents": [_words_to(one) for one in statement.referents] or None,
        "follows": {"tie": statement.follows.tie.value, "text": statement.follows.text} if statement.follows else None,
        "no_claim": statement.no_claim.name.lower().replace("_", "-") if statement.no_claim else None,
    }
    if statement.cue_kind is not _usual_cue(statement.kind, statement.cue):
        values["cue_kind"] = statement.cue_kind.value if statement.cue_kind else _NO_CUE
    return values | {key: value for key, value in given.items() if value is not None}


def _usual_cue(kind: Kind, cue: Words | None) -> CueKind | None:
    """What is left out: that what has a cue and no marks of its own was said."""
    return CueKind.SPEECH if cue is not None and kind is not Kind.DIRECT else None


def problem_to_dict(problem: Problem) -> Json:
    """A problem, field by field."""
    return {
        "message": problem.message,
        "code": problem.code,
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "fatal": problem.fatal,
    }


def report_to_dict(report: Report, number: str) -> Json:
    """A report as ``check --format json`` prints it.

    Args:
        report: What was found.
        number: The version of quotecheck that found it.
    """
    return {
        "schema": SCHEMA,
        "version": number,
        "policy": {"name": report.policy, "fingerprint": report.fingerprint},
        "drafts": [{"path": one.path, "sha256": one.sha256} for one in report.drafts],
        "sources": [{"path": one.path, "sha256": one.sha256} for one in report.sources],
        "results": [result_to_dict(one) for one in report.results],
        "problems": [problem_to_dict(one) for one in report.problems],
        "summary": {"by_verdict": report.by_verdict, "by_outcome": report.by_outcome},
    }


def line(values: Json) -> str:
    """One line of JSON, safe on a terminal and for readers that split at every kind of line end.

    Control, bidirectional and separator characters inside strings are written as ``\\uXXXX``; they read back the same.
    """
    return UNSHOWN.sub(_escaped, json.dumps(values, ensure_ascii=False, separators=(", ", ": ")))


def encoded(result: Result) -> bytes:
    """A result as a line of a file of results, with its end."""
    return (line(result_to_dict(result)) + "\n").encode("utf-8", "backslashreplace")


def document(values: Json) -> str:
    """The same over several lines, for a whole report."""
    written = json.dumps(values, ensure_ascii=False, indent=2)
    return "\n".join(UNSHOWN.sub(_escaped, row) for row in written.split("\n"))


def _escaped(match: Any) -> str:
    return json.dumps(match[0])[1:-1]


@overload
def from_dict(values: Mapping[str, Any]) -> Result: ...


@overload
def from_dict(values: Mapping[str, Any], kind: type[R]) -> R: ...


def from_dict(values: Mapping[str, Any], kind: type[Any] = Result) -> Any:
    """What ``to_dict`` wrote.

    Args:
        values: What it wrote.
        kind: What that was: ``Result``, ``Report`` or ``Statement``.

    Raises:
        QuotecheckError: if a key is missing or a value is not one that ``to_dict`` writes.
    """
    read: Mapping[type[Any], Callable[[Mapping[str, Any]], Any]] = {
        Result: _result_from, Report: _report_from, Statement: _statement_from,
    }  # fmt: skip
    return _checked(kind.__name__.lower(), read[kind], values)


def report_from_dict(values: Mapping[str, Any]) -> Report:
    """The report that ``report_to_dict`` wrote; errors as ``from_dict``."""
    return _checked("report", _report_from, values)


def _checked(what: str, read: Callable[[Mapping[str, Any]], T], values: Mapping[str, Any]) -> T:
    try:
        return read(values)
    except KeyError as error:
        raise QuotecheckError(f"not a {what} of {SCHEMA}: {error} is missing") from error
    except (TypeError, ValueError, AttributeError) as error:
        raise QuotecheckError(f"not a {what} of {SCHEMA}: {error}") from error


def _words_to(words: Words | None) -> Json | None:
    return {"text": words.text, "start": words.start, "end": words.end} if words else None


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _finding_to(finding: Finding) -> Json:
    values: Json = {
        "code": finding.code.value,
        "name": finding.code.slug,
        "severity": finding.severity.value,
        "message": finding.message,
        "statement": [_pair(span) for span in finding.statement],
        "source": [{"passage": one.passage, "start": one.start, "end": one.end} for one in finding.source],
    }
    return values if finding.waived is None else values | {"waived": finding.waived}


def _evidence_to(evidence: Evidence) -> Json:
    return {
        "passages": [_passage_to(one) for one in evidence.passages],
        "score": evidence.score,
        "edits": [
            {
                "op": edit.op.value,
                "statement": _pair(edit.statement),
                "passage": edit.passage,
                "source": _pair(edit.source),
            }
            for edit in evidence.edits
        ],
    }


def _passage_to(passage: Passage) -> Json:
    values: Json = {
        "source": passage.source,
        "start": passage.start,
        "end": passage.end,
        "exact": passage.exact,
        "prefix": passage.prefix,
        "suffix": passage.suffix,
        "line": passage.place.line,
        "column": passage.place.column,
        "page": passage.place.page,
        "time": passage.place.time,
        "file": [_pair(span) for span in passage.file] if passage.file is not None else None,
        "speaker": passage.speaker,
    }
    voice = passage.voice.value if passage.voice else None
    given = {"paragraph": passage.place.paragraph, "voice": voice}
    return values | {key: value for key, value in given.items() if value is not None}


def _alternative_to(alternative: Alternative) -> Json:
    return {
        "verdict": alternative.verdict.value,
        "score": alternative.score,
        "passages": [_passage_to(one) for one in alternative.passages],
    }


def _result_from(values: Mapping[str, Any]) -> Result:
    return Result(
        id=values["id"],
        statement=_statement_from(values["statement"]),
        verdict=Verdict(values["verdict"]) if values["verdict"] is not None else None,
        outcome=Outcome(values["outcome"]),
        confidence=values["confidence"],
        findings=tuple(_finding_from(one) for one in values["findings"]),
        evidence=_evidence_from(values["evidence"]) if values["evidence"] is not None else None,
        alternatives=tuple(_alternative_from(one) for one in values["alternatives"]),
        problems=tuple(_problem_from(one) for one in values["problems"]),
        extra=dict(values.get("extra", {})),
        claim=ClaimNumber(values["claim"]["number"], values["claim"]["of"]) if "claim" in values else None,
    )


def _statement_from(values: Mapping[str, Any]) -> Statement:
    kind, cue = Kind(values["kind"]), _words_from(values["cue"])
    cue_kind = _usual_cue(kind, cue)
    if "cue_kind" in values:
        cue_kind = None if values["cue_kind"] == _NO_CUE else CueKind(values["cue_kind"])
    return Statement(
        values["text"],
        kind=kind,
        speaker=values["speaker"],
        mention=_words_from(values["mention"]),
        cue=cue,
        cue_kind=cue_kind,
        source=values["source"],
        parts=tuple(Span(part["start"], part["end"]) for part in values["parts"]),
        children=tuple(_statement_from(child) for child in values["children"]),
        id=values.get("id"),
        draft=values["draft"],
        line=values["line"],
        column=values["column"],
        unclosed=values.get("unclosed", False),
        term=values.get("term", False),
        zone=Zone(values.get("zone", "body")),
        declares=tuple(Words(one["text"], one["start"], one["end"]) for one in values.get("declares", ())),
        emphasis=_spans(values.get("emphasis", ())),
        referents=tuple(Words(one["text"], one["start"], one["end"]) for one in values.get("referents", ())),
        follows=Sequel(Tie(values["follows"]["tie"]), values["follows"]["text"]) if "follows" in values else None,
        no_claim=NoClaim[values["no_claim"].upper().replace("-", "_")] if "no_claim" in values else None,
    )


def _words_from(values: Mapping[str, Any] | None) -> Words | None:
    return Words(values["text"], values["start"], values["end"]) if values is not None else None


def _spans(pairs: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)


def _finding_from(values: Mapping[str, Any]) -> Finding:
    return Finding(
        code=Code(values["code"]),
        severity=Severity(values["severity"]),
        message=values["message"],
        statement=_spans(values["statement"]),
        source=tuple(SourceSpan(one["passage"], one["start"], one["end"]) for one in values["source"]),
        waived=values.get("waived"),
    )


def _evidence_from(values: Mapping[str, Any]) -> Evidence:
    return Evidence(
        passages=tuple(_passage_from(one) for one in values["passages"]),
        score=values["score"],
        edits=tuple(
            Edit(
                op=Op(edit["op"]),
                statement=Span(*edit["statement"]),
                passage=edit["passage"],
                source=Span(*edit["source"]),
            )
            for edit in values["edits"]
        ),
    )


def _passage_from(values: Mapping[str, Any]) -> Passage:
    place = Place(
        line=values["line"],
        column=values["column"],
        page=values["page"],
        paragraph=values.get("paragraph"),
        time=values["time"],
    )
    return Passage(
        source=values["source"],
        start=values["start"],
        end=values["end"],
        exact=values["exact"],
        prefix=values["prefix"],
        suffix=values["suffix"],
        place=place,
        file=_spans(values["file"]) if values["file"] is not None else None,
        speaker=values["speaker"],
        voice=VoiceKind(values["voice"]) if "voice" in values else None,
    )


def _alternative_from(values: Mapping[str, Any]) -> Alternative:
    return Alternative(
        verdict=Verdict(values["verdict"]),
        passages=tuple(_passage_from(one) for one in values["passages"]),
        score=values["score"],
    )


def _problem_from(values: Mapping[str, Any]) -> Problem:
    keys = ("message", "code", "path", "line", "column", "fatal")
    return Problem(**{key: values[key] for key in keys})


def _report_from(values: Mapping[str, Any]) -> Report:
    return Report(
        policy=values["policy"]["name"],
        fingerprint=values["policy"]["fingerprint"],
        drafts=tuple(Consulted(path=one["path"], sha256=one["sha256"]) for one in values["drafts"]),
        sources=tuple(Consulted(path=one["path"], sha256=one["sha256"]) for one in values["sources"]),
        results=tuple(_result_from(one) for one in values["results"]),
        problems=tuple(_problem_from(one) for one in values["problems"]),
    )
