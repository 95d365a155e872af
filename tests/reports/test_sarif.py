"""SARIF: the official schema, places in code points, levels, what is known and what could not be done."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft4Validator

from quotecheck.model import Origin, Outcome, Report, Run, Span, Text
from quotecheck.reports import wire
from quotecheck.reports.sarif import to_sarif
from quotecheck.verdicts.registry import RULES
from tests.reports import made, strategies

SCHEMA = json.loads((Path(__file__).parent / "data" / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))
VALIDATOR = Draft4Validator(SCHEMA)


def run(report: Report, **options: Any) -> dict[str, Any]:
    """The one run of a log, which fits the schema and can be written and read back."""
    log = json.loads(wire.document(to_sarif(report, "1.2.3", **{"texts": made.TEXTS, **options})))
    VALIDATOR.validate(log)
    assert log["version"] == "2.1.0" and len(log["runs"]) == 1
    found: dict[str, Any] = log["runs"][0]
    return found


def by_code(values: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {result["ruleId"]: result for result in values["results"]}


def test_the_schema_refuses() -> None:
    """A schema that lets everything pass would prove nothing."""
    log = to_sarif(made.report(), "1.2.3", texts=made.TEXTS)
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not VALIDATOR.is_valid(log)


def test_tool_and_policy() -> None:
    values = run(made.report())
    driver = values["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("quotecheck", "1.2.3")
    assert values["properties"]["policy"] == {"name": "news", "fingerprint": "0123456789abcdef"}
    assert values["columnKind"] == "unicodeCodePoints"


def test_rules_are_the_registry_s() -> None:
    values = run(made.report())
    rules = values["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["QC301", "QC402", "QC409", "QC507", "QC510"]
    for result in values["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    polarity = next(rule for rule in rules if rule["id"] == "QC402")
    registered = next(rule for rule in RULES.values() if rule.code.value == "QC402")
    assert polarity["shortDescription"]["text"] == registered.summary
    assert registered.doc in polarity["help"]["markdown"] and "QC402 polarity" in polarity["help"]["text"]


def test_levels() -> None:
    """By severity; what is allowed silently is no result."""
    levels = {code: result["level"] for code, result in by_code(run(made.report())).items()}
    assert levels == {"QC301": "error", "QC402": "error", "QC409": "note", "QC507": "note", "QC510": "warning"}


def test_places_count_code_points() -> None:
    """The factory before the quotation is one column."""
    location = by_code(run(made.report()))["QC402"]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "drafts/mill.md"
    assert location["region"] == {
        "startLine": 3, "startColumn": 7, "endLine": 3, "endColumn": 11, "snippet": {"text": "will"},
    }  # fmt: skip
    assert made.DRAFT.content.split("\n")[2][6:10] == "will"
    assert location["contextRegion"]["startColumn"] == 4 and location["contextRegion"]["endColumn"] == 26


def test_a_statement_over_two_lines() -> None:
    region = by_code(run(made.report()))["QC409"]["locations"][0]["physicalLocation"]["region"]
    assert [region[key] for key in ("startLine", "startColumn", "endLine", "endColumn")] == [4, 2, 5, 15]


def test_related_locations_are_in_the_source() -> None:
    related = by_code(run(made.report()))["QC402"]["relatedLocations"]
    assert related[0]["physicalLocation"]["artifactLocation"]["uri"] == "talk.txt"
    assert related[0]["physicalLocation"]["region"]["snippet"]["text"] == "We won’t sell the mill"
    assert related[0]["physicalLocation"]["region"]["endColumn"] == 24
    assert "Ada Brook" in related[0]["message"]["text"]


def test_without_the_draft_s_text() -> None:
    """The statement's own place is what is left."""
    region = by_code(run(made.report(), texts={}))["QC402"]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (3, 4) and "endLine" not in region


def test_a_format_without_lines() -> None:
    """Page and paragraph are said in words."""
    pages = Text(
        content=made.DRAFT.content,
        id=made.DRAFT.id,
        path="draft.docx",
        origin=Origin(line_starts=(), runs=(Run(Span(0, 999), Span(0, 0)),), pages=((0, 2),), paragraphs=((0, 7),)),
    )
    result = by_code(run(made.report(), texts={pages.id: pages}))["QC402"]
    location = result["locations"][0]["physicalLocation"]
    assert "region" not in location and location["artifactLocation"]["uri"] == "draft.docx"
    assert result["message"]["text"].endswith("(page 2, paragraph 7)")


def test_baseline() -> None:
    """What is known is said to be so; without a baseline nothing is said."""
    found = by_code(run(made.report(), baseline=True))
    assert found["QC301"]["baselineState"] == "unchanged" and found["QC402"]["baselineState"] == "new"
    assert found["QC301"]["suppressions"] == [{"kind": "external", "justification": "in the baseline"}]
    assert all("baselineState" not in result for result in run(made.report())["results"])


@pytest.mark.parametrize(("fail_on", "level"), [((), "warning"), (("unchecked",), "error")])
def test_what_could_not_be_done(fail_on: tuple[str, ...], level: str) -> None:
    """No result, but told; a file that could not be read is no success."""
    invocation = run(made.report(), fail_on=fail_on)["invocations"][0]
    assert invocation["executionSuccessful"] is False
    unread, unchecked = invocation["toolExecutionNotifications"]
    assert (unread["level"], unread["descriptor"]["id"]) == ("error", "missing")
    assert (unchecked["level"], unchecked["descriptor"]["id"]) == (level, "unchecked")
    assert "another language" in unchecked["message"]["text"]


def test_fingerprints_do_not_move_with_lines() -> None:
    """Lines put in above change places and nothing else."""
    report = made.report()
    lower = attrs.evolve(
        report,
        results=tuple(
            attrs.evolve(one, statement=attrs.evolve(one.statement, line=(one.statement.line or 0) + 40, parts=()))
            for one in report.results
        ),
    )
    before, after = run(report)["results"], run(lower)["results"]
    assert [one["partialFingerprints"] for one in before] == [one["partialFingerprints"] for one in after]
    assert before[0]["locations"] != after[0]["locations"]


PATHS = {
    "a b/c#d.md": "a%20b/c%23d.md",
    "./draft.md": "draft.md",
    "../draft.md": "../draft.md",
    "/abs/draft.md": "file:///abs/draft.md",
    "naïve%20.md": "na%C3%AFve%2520.md",
    "javascript:alert(1)": "javascript%3Aalert%281%29",
    "<stdin>": "%3Cstdin%3E",
}


@pytest.mark.parametrize("path", PATHS, ids=str)
def test_paths_are_references(path: str) -> None:
    one = made.polarity()
    report = attrs.evolve(
        made.report(), results=(attrs.evolve(one, statement=attrs.evolve(one.statement, draft=path)),)
    )
    location = run(report, texts={})["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == PATHS[path]


def test_hostile_words() -> None:
    """They are no links, no gaps, no controls; the words in snippets read back the same."""
    values = run(made.hostile(), texts={})
    message = values["results"][0]["message"]["text"]
    assert "](" not in message and "{{0}}" in message and "\n" not in message and "\x1b" not in message
    assert values["results"][0]["properties"]["statement"] == made.HOSTILE
    written = wire.document(to_sarif(made.hostile(), "1", texts={}))
    assert not set(written) & set("\x1b\x07\x00\u202e\u2028\r")


@given(strategies.reports)
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_every_report_fits_the_schema(report: Report) -> None:
    values = run(report, texts={}, baseline=True)
    assert len(values["results"]) == sum(
        one.severity.value != "none" for result in report.results for one in result.findings
    )
    told = [one["descriptor"]["id"] for one in values["invocations"][0]["toolExecutionNotifications"]]
    assert told[len(report.problems) :].count("unchecked") == sum(
        result.outcome is Outcome.UNCHECKED for result in report.results
    )
