"""Lines, annotations, JUnit, Markdown and CSV: what a reader of each format finds, and what hostile words cannot do."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree import ElementTree

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotecheck.model import Origin, Outcome, Report, Result, Run, Severity, Span, Text, Verdict
from quotecheck.model.errors import UNSHOWN
from quotecheck.reports import github, junit, line, markdown, table
from quotecheck.reports.remarks import in_draft, remarks, spot
from tests.reports import made, strategies

generous = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
PAGES = Text(
    content=made.DRAFT.content,
    id=made.DRAFT.id,
    path=made.DRAFT.id,
    origin=Origin(line_starts=(), runs=(Run(Span(0, 999), Span(0, 0)),), pages=((0, 2),), paragraphs=((0, 7),)),
)


def as_lines(report: Report, **texts: Text) -> list[str]:
    return list(line.lines(remarks(report.results, texts or made.TEXTS)))


def as_annotations(report: Report) -> list[str]:
    return list(github.lines(remarks(report.results, made.TEXTS)))


def as_junit(report: Report, *fail_on: str) -> str:
    return junit.document(report.results, report.problems, fail_on)


def as_markdown(report: Report, most: int = 20) -> str:
    return "\n".join(markdown.lines(report, most=most))


def as_csv(report: Report) -> str:
    return "\n".join([table.header(), *map(table.line, report.results)])


# Places


def test_where_words_of_a_statement_stand() -> None:
    """The parts of an interrupted quotation are joined by one space in its text."""
    text = Text(content="“We will,” she said, “sell it.”", id="d")
    parts = (Span(1, 8), Span(22, 29))
    statement = attrs.evolve(made.polarity().statement, text="We will sell it", draft="d", parts=parts)
    cases = {(0, 2): "We", (3, 7): "will", (8, 12): "sell", (3, 12): "will,” she said, “sell", (13, 15): "it"}
    for span, words in cases.items():
        found = in_draft(statement, Span(*span))
        assert found is not None and found.of(text.content) == words
    assert spot(statement, None, {"d": text}).end == text.place(29)


def test_a_statement_whose_text_is_not_its_parts() -> None:
    """Then the whole statement is the place."""
    statement = attrs.evolve(made.polarity().statement, text="something else")
    assert in_draft(statement, Span(0, 4)) is None
    assert spot(statement, Span(0, 4), made.TEXTS) == spot(statement, None, made.TEXTS)


# Lines


def test_lines() -> None:
    """Every finding that counts, and what could not be checked; what is known is left out."""
    assert as_lines(made.report()) == [
        "drafts/mill.md:3:7: error QC402 The source says “won’t”, the quotation “will”: the reverse.",
        "drafts/mill.md:4:2: note QC409 A clause after it limits it.",
        "drafts/mill.md:6:6: note QC507 Marks round words that nobody is said to have said.",
        "drafts/mill.md:6:23: warning QC510 Neither supported nor contradicted.",
        "drafts/mill.md:6:60: warning unchecked This could not be checked: the source is in another language",
    ]


def test_lines_of_a_format_without_lines() -> None:
    first = as_lines(made.report(), **{PAGES.id: PAGES})[0]
    assert first.startswith("drafts/mill.md: error QC402 ") and first.endswith("(page 2, paragraph 7)")


def test_hostile_words_start_no_line() -> None:
    found = as_lines(made.hostile())
    assert len(found) == 3  # an error, a warning, an unchecked
    assert not any(UNSHOWN.search(one) or one.startswith("::") for one in found)


# Annotations

COMMAND = re.compile(r"::(error|warning|notice) ((?:[A-Za-z]+=[^,:\r\n]*)(?:,[A-Za-z]+=[^,:\r\n]*)*)::([^\r\n]*)")


def command(written: str) -> tuple[str, dict[str, str], str]:
    """A workflow command as GitHub's runner reads it."""
    found = COMMAND.fullmatch(written)
    assert found, written
    named = dict(pair.split("=", 1) for pair in found[2].split(","))

    def plain(text: str) -> str:
        for sign, char in (("%3A", ":"), ("%2C", ","), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
            text = text.replace(sign, char)
        return text

    return found[1], {key: plain(value) for key, value in named.items()}, plain(found[3])


def test_annotations() -> None:
    """Errors and warnings that count; notes would bury them."""
    read = [command(one) for one in as_annotations(made.report())]
    assert [(level, named["title"]) for level, named, _ in read] == [
        ("error", "QC402 polarity"), ("warning", "QC510 unsure"), ("warning", "unchecked"),
    ]  # fmt: skip
    _, named, body = read[0]
    assert named == {
        "file": "drafts/mill.md", "line": "3", "endLine": "3", "col": "7", "endColumn": "11", "title": "QC402 polarity",
    }  # fmt: skip
    assert body.split("\n") == [
        "The source says “won’t”, the quotation “will”: the reverse.",
        "draft: We will sell the mill, — Ada Brook",
        "source: We won’t sell the mill — Ada Brook (talk.txt:1)",
    ]


def test_an_annotation_over_two_lines_has_no_columns() -> None:
    """GitHub takes columns in one line only."""
    one = attrs.evolve(made.results()[1], findings=(attrs.evolve(made.polarity().findings[0], statement=()),))
    _, named, _ = command(as_annotations(attrs.evolve(made.report(), results=(one,)))[0])
    assert (named["line"], named["endLine"]) == ("4", "5") and "col" not in named and "endColumn" not in named


def test_hostile_words_are_one_annotation_each() -> None:
    """A line end in a draft starts no command, and a percent sign is no line end."""
    found = as_annotations(made.hostile())
    assert len(found) == 3
    level, named, body = command(found[0])
    assert level == "error" and "\n::error file=a.md" not in named["file"] and "%0A::warning" in body
    assert [row.split(":")[0] for row in body.split("\n")] == ["end ", "draft", "source"]


@given(strategies.reports)
@generous
def test_every_annotation_is_one_command(report: Report) -> None:
    for one in as_annotations(report):
        command(one)


# JUnit


def test_junit_as_a_reader_sees_it() -> None:
    """A suite a draft, a case a statement, a failure an error."""
    junitparser = pytest.importorskip("junitparser")
    suites = junitparser.JUnitXml.fromstring(as_junit(made.report()).encode())
    assert [(suite.name, suite.tests, suite.failures, suite.errors, suite.skipped) for suite in suites] == [
        ("drafts/mill.md", 6, 1, 0, 3), ("quotecheck: reading", 1, 0, 1, 0),
    ]  # fmt: skip
    assert (suites.tests, suites.failures, suites.errors, suites.skipped) == (7, 1, 1, 3)
    cases = [case for suite in suites for case in suite]
    assert [case.name for case in cases][:2] == ["3:4 We will sell the mill,", "4:2 It cost $10.0 million,"]
    [failure] = cases[0].result
    assert failure.type == "QC402 polarity" and failure.message.startswith("The source says “won’t”")
    assert "We [-won’t-]{+will+} sell the mill" in failure.text
    assert cases[2].result[0].message == "QC301 Ben Cole said this, not Ada Brook. (in the baseline)"
    assert cases[4].system_out and "Neither supported" in cases[4].system_out


@pytest.mark.parametrize(
    ("fail_on", "failures", "errors", "skipped"),
    [((), 1, 1, 3), (("warn",), 2, 1, 3), (("unchecked",), 1, 2, 2), (("never",), 0, 1, 3)],
)
def test_junit_fails_as_the_run_does(fail_on: tuple[str, ...], failures: int, errors: int, skipped: int) -> None:
    root = ElementTree.fromstring(as_junit(made.report(), *fail_on))
    found = [len(root.findall(f".//{tag}")) for tag in ("failure", "error", "skipped")]
    assert found == [failures, errors, skipped]
    assert [int(root.get(key, "")) for key in ("failures", "errors", "skipped")] == found


def test_a_failure_for_each_error() -> None:
    one = made.polarity()
    two = attrs.evolve(one, findings=(*one.findings, attrs.evolve(one.findings[0], message="Another.")))
    root = ElementTree.fromstring(as_junit(attrs.evolve(made.report(), results=(two,), problems=())))
    assert len(root.findall(".//failure")) == 2 and root.get("failures") == "1"


@given(strategies.reports)
@generous
def test_every_report_is_well_formed(report: Report) -> None:
    """And holds one case a statement."""
    root = ElementTree.fromstring(as_junit(report))
    unread = sum(problem.fatal for problem in report.problems)
    assert len(root.findall(".//testcase")) == len(report.results) + unread == int(root.get("tests", ""))


def test_hostile_words_close_no_element() -> None:
    root = ElementTree.fromstring(as_junit(made.hostile()))
    assert {element.tag for element in root.iter()} == {
        "testsuites", "testsuite", "testcase", "failure", "error", "skipped", "system-out",
    }  # fmt: skip
    assert len(root.findall(".//testcase")) == 5
    assert "</testcase></failure>]]><!--" in str(root.findall(".//failure")[0].get("message"))


# Markdown


def tokens(text: str) -> Iterator[Any]:
    """What GitHub's Markdown makes of it, every token, inline ones too."""
    parser = pytest.importorskip("markdown_it").MarkdownIt("gfm-like", {"linkify": False})
    for block in parser.parse(text):
        yield block
        yield from block.children or ()


def code_of(text: str) -> list[str]:
    return [one.content for one in tokens(text) if one.type in ("code_inline", "fence")]


def test_markdown() -> None:
    """Counts, a table of what did not pass, and each with its words."""
    text = as_markdown(made.report())
    assert "| 6 | 1 | 0 | 1 | 2 | 2 |" in text and "✗ 1 fail, ! 1 warn, ✓ 1 pass, ? 1 unchecked, – 2 skipped" in text
    assert (
        "| ✗ | `drafts/mill.md:3:4` | absent | `We will sell the mill,` | QC402 polarity |\n"
        "| ! | `drafts/mill.md:6:23` | absent | `Perhaps it is sold,` | QC510 unsure |\n"
        "| ? | `drafts/mill.md:6:60` | no verdict | `Das ist so,` | unchecked |\n"
    ) in text
    assert "source: We [-won’t-]{+will+} sell the mill (Ada Brook; talk.txt:1)" in text
    assert "- could not be read: `gone.txt: no such file`" in text
    assert "QC301" not in text  # known


def test_markdown_shows_the_first_faults_and_counts_the_rest() -> None:
    text = as_markdown(attrs.evolve(made.report(), results=made.results() * 4), most=3)
    assert text.count("```text") == 3 and text.count("QC402 polarity |") == 3
    assert "9 more are not shown." in text


def test_markdown_without_statements() -> None:
    assert "No statements." in as_markdown(attrs.evolve(made.report(), results=()))


def shape(text: str) -> list[str]:
    return [one.type for one in tokens(text) if one.type not in ("text", "softbreak")]


def test_hostile_words_stand_in_code_only() -> None:
    """The same document with plain words has the same shape: nothing became a heading, a cell, a link or HTML."""
    hostile = as_markdown(made.hostile())
    assert shape(hostile) == shape(as_markdown(made.hostile("plain words")))
    kinds = set(shape(hostile))
    assert not kinds & {"html_block", "html_inline", "link_open", "image", "hr"}
    assert not any("@someone" in one.content for one in tokens(hostile) if one.type == "text")
    assert any("<script>" in code for code in code_of(hostile))


@given(strategies.reports)
@generous
def test_every_report_has_one_heading_and_no_html(report: Report) -> None:
    text = as_markdown(report)
    assert shape(text).count("heading_open") == 1
    assert not set(shape(text)) & {"html_block", "html_inline", "link_open", "image"}


@pytest.mark.parametrize("words", ["`", "``", "a`b``c", "", " ", "\\", "`|`", "|", "a\\|b", "*", "\n", "` `"])
def test_code_spans_hold_any_words(words: str) -> None:
    shown = words.replace("\n", " ").strip() or "-"
    assert code_of(f"x {markdown.code(words)} y") == [shown]
    row = f"| a | b |\n| - | - |\n| {markdown.code(words, in_table=True)} | c |\n"
    assert sum(one.type == "td_open" for one in tokens(row)) == 2


# CSV


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text), strict=True))


def test_csv() -> None:
    """One row a statement, under a header that is only ever added to."""
    found = rows(as_csv(made.report()))
    assert tuple(found[0]) == table.COLUMNS
    assert [row["outcome"] for row in found] == ["fail", "pass", "skipped", "skipped", "warn", "unchecked"]
    first = found[0]
    assert (first["draft"], first["line"], first["column"]) == ("drafts/mill.md", "3", "4")
    assert (first["statement"], first["speaker"], first["codes"]) == ("We will sell the mill,", "Ada Brook", "QC402")
    assert (first["source"], first["source_line"], first["source_words"]) == ("talk.txt", "1", "We won’t sell the mill")
    assert found[1]["statement"] == "It cost $10.0 million,"  # a line break is a space
    assert found[2]["codes"] == "" and found[5]["problems"] == "the source is in another language"


FORMULAS = ["=cmd|' /C calc'!A0", "+1+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "-"]


@pytest.mark.parametrize("words", FORMULAS)
def test_a_cell_is_no_formula(words: str) -> None:
    one = made.polarity()
    result = attrs.evolve(one, id=words, statement=attrs.evolve(one.statement, text=words, speaker=words, draft=words))
    [row] = rows(as_csv(attrs.evolve(made.report(), results=(result,))))
    for column in ("draft", "id", "statement", "speaker"):
        assert row[column].startswith("'") and row[column][1:].split() == words.split()


@pytest.mark.parametrize("words", ["a=1", "“=1”", "5-1", "x", "'quoted'", ""])
def test_other_cells_are_left_alone(words: str) -> None:
    one = made.polarity()
    result = attrs.evolve(one, statement=attrs.evolve(one.statement, text=words))
    assert rows(as_csv(attrs.evolve(made.report(), results=(result,))))[0]["statement"] == words


@given(strategies.results)
@generous
def test_every_result_is_one_line(result: Result) -> None:
    written = table.line(result)
    assert len(written.splitlines()) == 1
    [row] = rows(f"{table.header()}\n{written}")
    for cell in row.values():
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


# All of them

WRITERS: dict[str, Callable[[Report], str]] = {
    "line": lambda report: "\n".join(as_lines(report)),
    "github": lambda report: "\n".join(as_annotations(report)),
    "junit": as_junit,
    "markdown": as_markdown,
    "csv": as_csv,
}


@pytest.mark.parametrize("name", WRITERS)
def test_nothing_that_a_terminal_obeys(name: str) -> None:
    written = WRITERS[name](made.hostile())
    assert not any(UNSHOWN.search(one) for one in written.split("\n"))


@pytest.mark.parametrize("name", WRITERS)
@given(words=st.text(max_size=30))
@settings(max_examples=25)
def test_words_change_no_count_of_lines(name: str, words: str) -> None:
    """Whatever the words are, there are as many lines as with plain ones."""
    plain = WRITERS[name](made.hostile("plain words"))
    assert WRITERS[name](made.hostile(words or "x")).count("\n") == plain.count("\n")


def test_the_hand_made_report_has_every_outcome() -> None:
    assert {one.outcome for one in made.results()} == set(Outcome)
    assert {one.verdict for one in made.results()} >= {Verdict.EXACT, Verdict.ABSENT, Verdict.MISATTRIBUTED, None}
    severities = {one.severity for result in made.results() for one in result.findings}
    assert severities == set(Severity)
