"""``quotecheck check``: reports over drafts in every format."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from quotecheck.cli.check import named_drafts
from quotecheck.model import Report
from quotecheck.reports.schemas import schema
from quotecheck.reports.wire import report_from_dict
from tests.cli.conftest import Run

REPORT = Draft202012Validator(schema("report"))


@pytest.fixture
def draft(room: Path) -> str:
    """A draft of two statements, one of which stands in the source."""
    (room / "draft.md").write_text("It’s late.\n\ndestroy it\n", encoding="utf-8", newline="")
    return "draft.md"


def report(out: str) -> Report:
    """The report that was printed, which fits the schema."""
    values = json.loads(out)
    REPORT.validate(values)
    return report_from_dict(values)


def test_text(run: Run, draft: str) -> None:
    """Every statement and the summary."""
    ran = run("check", draft, "--source", "speech.txt")
    assert ran.out == (
        "✓ pass  exact  draft.md:1:1\n"
        "  “It’s late.”\n"
        "  source: speech.txt:2:48 · speaker not named\n"
        "\n"
        "✗ fail  absent  draft.md:3:1\n"
        "  “destroy it”\n"
        "  QC401 not-found, error: It is absent.\n"
        "  → Find the source of these words, or leave them out.\n"
        "\n"
        "2 statements: 1 exact, 1 absent\n"
        "outcome: 1 fail, 1 pass\n"
    )
    assert (ran.code, ran.err) == (1, "")


def test_quiet_and_verbose(run: Run, draft: str) -> None:
    """Less and more of the same; not both."""
    quiet = run("check", draft, "-s", "speech.txt", "--quiet").out
    verbose = run("check", draft, "-s", "speech.txt", "--verbose").out
    assert "✓" not in quiet and "✗" in quiet and "2 statements" in quiet
    assert "QC100 verbatim: It is exact." in verbose
    assert run("check", draft, "-s", "speech.txt", "-q", "-v").code == 2


def test_json(run: Run, draft: str, room: Path) -> None:
    """One report over all drafts, with hashes of everything read."""
    (room / "second.md").write_text("We will rebuild\n", encoding="utf-8")
    ran = run("check", draft, "second.md", "-s", "speech.txt", "-f", "json")
    read = report(ran.out)
    assert [one.path for one in read.drafts] == ["draft.md", "second.md"]
    assert [one.path for one in read.sources] == ["speech.txt"] and read.sources[0].sha256
    assert [one.statement.draft for one in read.results] == ["draft.md", "draft.md", "second.md"]
    assert json.loads(ran.out)["summary"] == {
        "by_verdict": {"exact": 2, "absent": 1}, "by_outcome": {"pass": 2, "fail": 1},
    }  # fmt: skip
    assert read.policy == "news" and ran.code == 1


def test_jsonl(run: Run, draft: str) -> None:
    """The results alone, one a line."""
    ran = run("check", draft, "-s", "speech.txt", "-f", "jsonl")
    assert [json.loads(line)["verdict"] for line in ran.out.splitlines()] == ["exact", "absent"]


def test_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A draft from a pipe."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("It’s late.\n".encode())))
    ran = run("check", "-", "-s", "speech.txt")
    assert ran.out.startswith("✓ pass  exact  <stdin>:1:1\n") and ran.code == 0


def test_no_statement(run: Run, room: Path) -> None:
    """A problem and exit code 0, unless that is to fail."""
    (room / "draft.md").write_text("\n", encoding="utf-8")
    ran = run("check", "draft.md", "-s", "speech.txt")
    assert (ran.code, ran.out) == (0, "no statements\n")
    assert ran.err == "quotecheck: draft.md: no statement was found in it\n"
    assert run("check", "draft.md", "-s", "speech.txt", "--fail-on", "empty").code == 1


def test_what_could_not_be_read(run: Run, draft: str) -> None:
    """The other draft is checked; code 3 outranks 1; the report says it too."""
    ran = run("check", "gone.md", draft, "-s", "speech.txt", "-f", "json")
    read = report(ran.out)
    assert len(read.results) == 2
    assert [(one.code, one.path, one.fatal) for one in read.problems] == [("missing", "gone.md", True)]
    assert ran.err == "quotecheck: gone.md: no such file\n" and ran.code == 3


def test_a_missing_source_leaves_nothing_absent(run: Run, draft: str) -> None:
    """What was not found may stand in the source that could not be read."""
    ran = run("check", draft, "-s", "speech.txt", "-s", "gone.txt", "-f", "json")
    assert [one.verdict and one.verdict.value for one in report(ran.out).results] == ["exact", None]
    assert ran.code == 3


def test_no_source_is_usage(run: Run, draft: str) -> None:
    """It says how to give one."""
    ran = run("check", draft)
    assert (ran.code, ran.out) == (2, "") and "no source is named: give --source PATH" in ran.err


def test_what_is_unchecked_fails_strict_policies(run: Run, draft: str, room: Path) -> None:
    """Under ``ap`` and ``grounding``, elsewhere only if asked for; here a missing source outranks it."""
    from collections import Counter

    from quotecheck.cli.exits import exit_code
    from quotecheck.cli.options import settings
    from quotecheck.cli.parser import parser

    for options, code in ((["-p", "ap"], 1), (["-p", "grounding"], 1), ([], 0), (["--fail-on", "unchecked"], 1)):
        args = parser().parse_args(["check", draft, "-s", "speech.txt", *options])
        fail_on = settings(args, str(room)).fail_on
        assert exit_code(Counter(unchecked=1), fail_on=fail_on, unreadable=False) == code


def test_the_draft_is_no_source_of_itself(run: Run, draft: str, room: Path) -> None:
    """Beside its sources in one directory it would bear out whatever it says."""
    (room / "second.md").write_text("We will rebuild\n", encoding="utf-8")
    ran = run("check", draft, "second.md", "-s", "speech.txt", "-s", ".", "-f", "json")
    assert [one.path for one in report(ran.out).sources] == ["speech.txt"]
    assert ran.code == 1


def test_what_several_statements_share_is_said_once(run: Run, draft: str) -> None:
    """A source that is not there is no wall of text."""
    ran = run("check", draft, "-s", "gone.txt")
    assert ran.out.count("gone.txt: no such file") == 1
    assert "\nnot checked (2 statements): gone.txt: no such file\n\n2 statements: 2 without a verdict\n" in ran.out


@pytest.mark.parametrize(
    ("paths", "sources", "drafts"),
    [
        (["."], ["talks"], ["a.md", "b.md"]),
        (["."], ["talks/speech.txt"], ["a.md", "b.md", "talks/other.txt"]),
        (["."], ["."], ["a.md", "b.md", "talks/other.txt", "talks/speech.txt"]),
        (["talks"], ["."], ["talks/other.txt", "talks/speech.txt"]),
        (["talks/speech.txt"], ["talks"], ["talks/speech.txt"]),
        ([".", "talks/speech.txt"], ["talks"], ["a.md", "b.md", "talks/speech.txt"]),
    ],
    ids=lambda one: " ".join(one),
)
def test_sources_inside_a_directory_of_drafts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paths: list[str], sources: list[str], drafts: list[str]
) -> None:
    """What is named more closely decides; a file that is named itself is a draft."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "talks").mkdir()
    for name in ("a.md", "b.md", "talks/other.txt", "talks/speech.txt"):
        (tmp_path / name).write_text("It’s late.", encoding="utf-8")
    assert sorted(named_drafts(paths, sources)[0]) == drafts


def test_a_directory_is_no_manifest(run: Run, draft: str, room: Path) -> None:
    """``--sources`` for ``--source`` is an easy slip."""
    (room / "talks").mkdir()
    ran = run("check", draft, "--sources", "talks")
    assert ran.code == 2 and "give this directory with --source talks" in ran.err


def test_a_manifest_is_no_source(run: Run, draft: str, room: Path) -> None:
    """Nor the other way round: read as a text it would bear nothing out."""
    (room / "sources.toml").write_text('[[source]]\npath = "speech.txt"\n', encoding="utf-8")
    ran = run("check", draft, "--source", "sources.toml")
    assert (ran.code, ran.err) == (2, "quotecheck: sources.toml is a manifest: give it with --sources\n")
    assert run("check", draft, "--sources", "sources.toml").code == 1


def test_an_empty_draft_is_said_to_be_empty(run: Run, room: Path) -> None:
    """That is another thing than a draft that quotes nobody."""
    (room / "void.md").write_text(" \n", encoding="utf-8")
    assert "void.md: it is empty" in run("extract", "void.md").err


def test_every_claim(newsroom: Run) -> None:
    """Asked for, or by the policy; what is skipped says why."""
    Path("answer.md").write_text("The school closed. Why?\n", encoding="utf-8")
    Path("minutes.txt").write_text("The school closed.\n", encoding="utf-8")
    assert newsroom("check", "answer.md", "-s", "minutes.txt").out.startswith("no statements")
    asked = newsroom("check", "answer.md", "-s", "minutes.txt", "--claims", "all")
    assert "✓ pass  paraphrased  answer.md:1:1\n  The school closed.\n" in asked.out
    assert "– skipped  no verdict  answer.md:1:20\n  Why?\n  skipped: a question: nothing is claimed" in asked.out
    assert newsroom("check", "answer.md", "-s", "minutes.txt", "--policy", "grounding").out == asked.out
    none = newsroom("check", "answer.md", "-s", "minutes.txt", "--policy", "grounding", "--claims", "attributed")
    assert none.out.startswith("no statements")


def test_claims_are_listed_without_being_checked(newsroom: Run) -> None:
    Path("answer.md").write_text("The school closed. Why?\n", encoding="utf-8")
    listed = newsroom("extract", "answer.md", "--claims", "all", "--format", "text").out
    assert listed == (
        "indirect  answer.md:1:1\n  The school closed.\n\nno claim: a question  answer.md:1:20\n  Why?\n\n"
    )
