"""The wire format: the contract's shape, its schemas, and the way back without loss."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator, ValidationError

from quotecheck.model import (
    Code,
    Edit,
    Evidence,
    Finding,
    Op,
    Outcome,
    Passage,
    Place,
    Report,
    Result,
    Severity,
    SourceSpan,
    Span,
    Statement,
    Verdict,
    Words,
)
from quotecheck.model.errors import QuotecheckError
from quotecheck.reports import wire
from quotecheck.reports.schemas import NAMES, schema
from tests.reports import made, strategies

VALIDATORS = {name: Draft202012Validator(schema(name)) for name in NAMES}
generous = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])

# The example of the contract, word for word but for the dots.
CONTRACT: dict[str, Any] = {
    "id": "q17",
    "statement": {
        "draft": "draft.md", "text": "it’s late", "kind": "direct", "start": 120, "end": 129,
        "parts": [{"start": 120, "end": 129}], "speaker": "Jens Stoltenberg",
        "mention": {"text": "he", "start": 156, "end": 158},
        "cue": {"text": "told reporters", "start": 159, "end": 173},
        "source": None, "line": 7, "column": 3, "children": [],
    },
    "verdict": "exact", "outcome": "pass", "confidence": 0.99,
    "findings": [{
        "code": "QC101", "name": "typography", "severity": "none", "message": "…",
        "statement": [[3, 4]], "source": [{"passage": 0, "start": 2909, "end": 2910}],
    }],
    "evidence": {
        "passages": [{
            "source": "seeds/a.txt", "start": 2906, "end": 2915, "exact": "it's late", "prefix": "…", "suffix": "…",
            "line": 26, "column": 2, "page": None, "time": None, "file": None, "speaker": "Jens Stoltenberg",
        }],
        "score": 1.0,
        "edits": [{"op": "replace", "statement": [3, 4], "passage": 0, "source": [2909, 2910]}],
    },
    "alternatives": [], "problems": [],
}  # fmt: skip


def contract_result() -> Result:
    """The same as objects."""
    return Result(
        id="q17",
        statement=Statement(
            "it’s late",
            speaker="Jens Stoltenberg",
            mention=Words("he", 156, 158),
            cue=Words("told reporters", 159, 173),
            parts=(Span(120, 129),),
            draft="draft.md",
            line=7,
            column=3,
        ),
        verdict=Verdict.EXACT,
        outcome=Outcome.PASS,
        confidence=0.99,
        findings=(
            Finding(
                code=Code.TYPOGRAPHY,
                severity=Severity.NONE,
                message="…",
                statement=(Span(3, 4),),
                source=(SourceSpan(0, 2909, 2910),),
            ),
        ),
        evidence=Evidence(
            passages=(
                Passage(
                    source="seeds/a.txt",
                    start=2906,
                    end=2915,
                    exact="it's late",
                    prefix="…",
                    suffix="…",
                    place=Place(line=26, column=2),
                    speaker="Jens Stoltenberg",
                ),
            ),
            score=1.0,
            edits=(Edit(op=Op.REPLACE, statement=Span(3, 4), passage=0, source=Span(2909, 2910)),),
        ),
    )


def test_the_contract_s_example() -> None:
    """Key by key and in the contract's order, there and back."""
    written = wire.to_dict(contract_result())
    assert json.dumps(written) == json.dumps(CONTRACT)
    assert wire.from_dict(CONTRACT) == contract_result()


def test_own_keys_come_under_extra() -> None:
    """And only where there are some."""
    result = Result(statement=Statement("x"), verdict=None, outcome=Outcome.UNCHECKED, extra={"desk": [1, None]})
    assert wire.to_dict(result)["extra"] == {"desk": [1, None]}
    assert "extra" not in wire.to_dict(contract_result())


@generous
@given(strategies.results)
def test_results_come_back(result: Result) -> None:
    """Through JSON text, without loss; and every one fits the schema."""
    values = json.loads(wire.line(wire.to_dict(result)))
    VALIDATORS["result"].validate(values)
    assert wire.from_dict(values) == result


@generous
@given(strategies.statements)
def test_statements_come_back(statement: Statement) -> None:
    """The same for what ``extract`` prints."""
    values = json.loads(wire.line(wire.statement_to_dict(statement)))
    VALIDATORS["statement"].validate(values)
    assert wire.from_dict(values, Statement) == statement


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(strategies.reports)
def test_reports_come_back(report: Report) -> None:
    """The same for a whole report."""
    values = json.loads(wire.document(wire.report_to_dict(report, "0.0.1")))
    VALIDATORS["report"].validate(values)
    assert wire.report_from_dict(values) == report


@pytest.mark.parametrize("name", NAMES)
def test_schemas_are_schemas(name: str) -> None:
    """Each is lawful, names itself, and fetches nothing."""
    loaded = schema(name)
    Draft202012Validator.check_schema(loaded)
    assert loaded["$id"] == f"urn:quotecheck:1:{name}"
    assert '"$ref": "http' not in json.dumps(loaded)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("verdict",), "true"),
        (("outcome",), None),
        (("confidence",), 1.5),
        (("findings", 0, "code"), "QC1"),
        (("findings", 0, "statement"), [[1]]),
        (("evidence", "edits", 0, "op"), "swap"),
        (("statement", "kind"), "quoted"),
        (("statement", "line"), 0),
        (("more",), 1),
    ],
)
def test_the_schema_refuses(path: tuple[str | int, ...], value: object) -> None:
    """A schema that lets everything through proves nothing."""
    values = json.loads(json.dumps(CONTRACT))
    target = values
    for key in path[:-1]:
        target = target[key]
    target[path[-1]] = value
    with pytest.raises(ValidationError):
        VALIDATORS["result"].validate(values)


CANDIDATES = {
    '{"text": "x"}': True,
    '{"text": "x", "sources": ["a", {"path": "b", "fidelity": "edited"}], "mine": 1}': True,
    '{"text": "x", "sources": [{"path": "b", "url": "u", "version_of": "c", "sha256": "' + "0" * 64 + '"}]}': True,
    '{"text": "x", "sources": [{"path": "b", "sha256": "abc"}]}': False,
    '{"text": "x", "sources": [{"path": "b", "speeker": "c"}]}': False,
    '{"text": " "}': False,
    '{"text": "x", "kind": "mixed"}': False,
    '{"text": "x", "sources": [{"id": "b"}]}': False,
    '{"id": "a"}': False,
}


@pytest.mark.parametrize("line", CANDIDATES)
def test_the_candidate_schema_says_what_the_reader_does(line: str) -> None:
    """What the schema refuses the reader refuses, and the reverse."""
    import io

    from quotecheck.reading import Candidate, read_candidates

    assert VALIDATORS["candidate"].is_valid(json.loads(line)) is CANDIDATES[line]
    (read,) = read_candidates(io.BytesIO(line.encode()), "list.jsonl")
    assert isinstance(read, Candidate) is CANDIDATES[line]


BROKEN = {
    "a key missing": ({k: v for k, v in CONTRACT.items() if k != "findings"}, "'findings' is missing"),
    "another verdict": (CONTRACT | {"verdict": "true"}, "'true' is not a valid Verdict"),
    "a list": (CONTRACT | {"findings": 3}, "not a result of quotecheck/1"),
    "a span turned round": (
        CONTRACT | {"statement": CONTRACT["statement"] | {"parts": [{"start": 4, "end": 2}]}},
        "no span goes from 4 to 2",
    ),
}


@pytest.mark.parametrize("case", BROKEN, ids=str)
def test_what_is_no_result_is_refused(case: str) -> None:
    """With what is wrong, and never with a bare KeyError."""
    values, message = BROKEN[case]
    with pytest.raises(QuotecheckError) as caught:
        wire.from_dict(values)
    assert message in caught.value.message


HOSTILE = "a\nb\r\u2028\u2029\x85\x0b\x0c\x1b[31m\x9b2J\u202e\ud800\U000e0041\ufeff end"


def test_a_line_is_one_line_for_every_reader() -> None:
    """Nothing in a string ends the line, moves the cursor or fails to encode; and it reads back the same."""
    result = Result(statement=Statement(HOSTILE), verdict=None, outcome=Outcome.UNCHECKED, id=HOSTILE)
    line = wire.line(wire.to_dict(result))
    assert len(line.splitlines()) == 1 and line.isprintable()
    line.encode("utf-8")
    assert wire.from_dict(json.loads(line)) == result
    whole = wire.document(wire.to_dict(result))
    assert all(row.isprintable() for row in whole.split("\n"))
    assert json.loads(whole) == json.loads(line)


@pytest.mark.parametrize("write", [made.report, made.hostile], ids=["mill", "hostile"])
def test_all_that_comes_back_goes_there_and_back(write: Callable[[], Report]) -> None:
    """By one pair of names: a report, its results, their statements."""
    report = write()
    values = json.loads(json.dumps(wire.to_dict(report)))
    VALIDATORS["report"].validate(values)
    assert wire.from_dict(values, Report) == report
    for result in report.results:
        assert wire.from_dict(wire.to_dict(result)) == wire.from_dict(wire.to_dict(result), Result) == result
        assert wire.from_dict(wire.to_dict(result.statement), Statement) == result.statement
