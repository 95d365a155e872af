"""JUnit XML, as CI systems show test results: a suite a draft, a case a statement, a failure an error."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from xml.etree import ElementTree

from quotecheck.model import Finding, Outcome, Problem, Result, Severity
from quotecheck.model.errors import shown
from quotecheck.reports.text import Look, clipped, result_lines

_NAME_SHOWN = 100  # code points of a statement that are its case's name
_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")  # no characters of XML 1.0; ``shown`` has taken the controls


def document(results: Iterable[Result], problems: Iterable[Problem], fail_on: Collection[str] = ()) -> str:
    """The whole document.

    Args:
        results: In order of place.
        problems: Of the run; what could not be read is a case of its own with an error.
        fail_on: With "warn", warnings are failures too; with "unchecked", what could not be checked is an error, else
            it is skipped; with "never", nothing fails.
    """
    root = ElementTree.Element("testsuites", name="quotecheck")
    for draft, some in groupby(results, key=lambda result: result.statement.draft):
        name = _text(draft or "statements")
        suite = ElementTree.SubElement(root, "testsuite", name=name)
        for result in some:
            suite.append(_case(result, name, fail_on))
        _count(suite)
    unread = [problem for problem in problems if problem.fatal]
    if unread:
        suite = ElementTree.SubElement(root, "testsuite", name="quotecheck: reading")
        suite.extend(_unread(problem) for problem in unread)
        _count(suite)
    for key in ("tests", "failures", "errors", "skipped"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, encoding="unicode")


def _count(suite: ElementTree.Element) -> None:
    """A case counts once, however many errors it has."""
    suite.set("tests", str(len(suite)))
    for key, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(key, str(sum(case.find(tag) is not None for case in suite)))


def _case(result: Result, suite: str, fail_on: Collection[str]) -> ElementTree.Element:
    statement = result.statement
    place = ":".join(str(part) for part in (statement.line, statement.column) if part is not None)
    words = clipped(statement.text, _NAME_SHOWN) or result.id or "nothing"
    case = ElementTree.Element("testcase", name=_text(f"{place} {words}".strip()), classname=suite, time="0")
    if statement.draft is not None:
        case.set("file", suite)
        if statement.line is not None:
            case.set("line", str(statement.line))
    details = "\n".join(_text(line) for line in result_lines(result, Look(width=100)))
    for finding in _failures(result, fail_on):
        kind = f"{finding.code.value} {finding.code.slug}"
        ElementTree.SubElement(case, "failure", message=_text(finding.message), type=kind).text = details
    if result.outcome is Outcome.UNCHECKED:
        tag = "error" if "unchecked" in fail_on and "never" not in fail_on else "skipped"
        reasons = "; ".join(str(problem) for problem in result.problems) or "it could not be checked"
        ElementTree.SubElement(case, tag, message=_text(reasons), type="unchecked")
    elif result.outcome is Outcome.SKIPPED:
        ElementTree.SubElement(case, "skipped", message=_text("; ".join(_skipped(result)) or "not a statement"))
    if result.outcome is Outcome.WARN and case.find("failure") is None:
        ElementTree.SubElement(case, "system-out").text = details
    return case


def _failures(result: Result, fail_on: Collection[str]) -> list[Finding]:
    if "never" in fail_on:
        return []
    least = Severity.WARNING if "warn" in fail_on else Severity.ERROR
    return [one for one in result.findings if one.severity.rank >= least.rank and one.waived is None]


def _skipped(result: Result) -> Iterator[str]:
    for finding in result.findings:
        if finding.severity is not Severity.NONE:
            yield f"{finding.code.value} {finding.message}" + (f" ({finding.waived})" if finding.waived else "")


def _unread(problem: Problem) -> ElementTree.Element:
    case = ElementTree.Element("testcase", name=_text(problem.path or problem.code), classname="quotecheck", time="0")
    ElementTree.SubElement(case, "error", message=_text(str(problem)), type=_text(problem.code))
    return case


def _text(text: str) -> str:
    """``text`` on one line, of characters that XML has."""
    return _NO_XML.sub("\ufffd", shown(text))
