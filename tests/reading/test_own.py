"""Reports that quotecheck wrote hold the draft's words: none of them bears the draft out in the next run."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from quotecheck.cli import main
from quotecheck.reading import read_sources
from quotecheck.reading.own import is_own, is_report

DRAFT = "“We will sell the mill,” said Ada Brook. “The moon is ours,” she said.\n"
SPEECH = "MS. BROOK: We will not sell the mill.\nMR. COLE: Good.\n"


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A draft with two faults and its source, in one directory."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "speech.txt").write_text(SPEECH, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("format", ["html=copy.html", "markdown=summary.md", "text=printed.txt"])
def test_a_report_beside_the_sources_bears_nothing_out(
    room: Path, capsys: pytest.CaptureFixture[str], format: str
) -> None:
    pytest.importorskip("jinja2")
    assert main(["check", "draft.md", "--source", ".", "--report", format]) == 1
    capsys.readouterr()
    assert main(["check", "draft.md", "--source", ".", "--format", "csv"]) == 1
    printed = capsys.readouterr()
    assert printed.out.count(",absent,fail,") == 2
    assert f"{format.partition('=')[2]}: it is a report that quotecheck wrote" in printed.err


def test_a_commented_draft_is_a_draft_and_no_source(room: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph(DRAFT)
    document.save(room / "draft.docx")
    assert not is_own("draft.docx")
    assert main(["check", "draft.docx", "--source", "speech.txt", "--report", "docx=commented.docx"]) == 1
    assert is_own("commented.docx") and not is_report("commented.docx")
    assert main(["check", "commented.docx", "--source", "speech.txt"]) == 1


def test_a_report_that_is_named_as_a_source_cannot_be_read(room: Path) -> None:
    assert main(["check", "draft.md", "--source", "speech.txt", "--report", "text=printed.txt"]) == 1
    texts, problems = read_sources(["printed.txt"])
    assert texts == [] and [(one.code, one.fatal) for one in problems] == [("own-report", True)]


def test_a_report_is_not_pinned(room: Path) -> None:
    assert main(["check", "draft.md", "--source", "speech.txt", "--report", "text=printed.txt"]) == 1
    assert main(["sources", "lock", "sources.toml", "--add", "."]) == 0
    assert "speech.txt" in (manifest := (room / "sources.toml").read_text("utf-8")) and "printed.txt" not in manifest


def test_a_directory_of_drafts_has_no_reports(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for format in ("text=printed.txt", "markdown=summary.md"):
        main(["check", "draft.md", "--source", "speech.txt", "--report", format])
    capsys.readouterr()
    main(["check", ".", "--source", "speech.txt", "--format", "line"])
    assert {line.partition(":")[0] for line in capsys.readouterr().out.splitlines()} == {"draft.md"}


@pytest.mark.parametrize(
    "content",
    [
        "2 statements: 1 exact, 1 absent\noutcome: 1 fail, 1 pass\nThat is what it printed, the writer said.\n",
        "The police took 2 statements: 1 exact, 1 absent.\nThe outcome: 1 fail\n",
        "Policy `news`, fingerprint `e5bd1e10ab31e893`, is what the report said.\n",
        "PK\x03\x04 is how such a file begins.",
        "",
    ],
)
def test_what_only_speaks_of_reports_is_none(room: Path, content: str) -> None:
    (room / "article.txt").write_text(content, encoding="utf-8")
    assert not is_own("article.txt")


@pytest.mark.parametrize(
    ("report", "kept"), [("html=draft.md", DRAFT), ("text=speech.txt", SPEECH), ("text=./speech.txt", SPEECH)]
)
def test_nothing_is_written_over_what_a_run_reads(
    room: Path, capsys: pytest.CaptureFixture[str], report: str, kept: str
) -> None:
    assert main(["check", "draft.md", "--source", "speech.txt", "--report", report]) == 2
    assert "this run reads it: name another file to write to" in capsys.readouterr().err
    assert kept in {(room / name).read_text("utf-8") for name in ("draft.md", "speech.txt")}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_read_once_and_whole(room: Path) -> None:
    os.mkfifo(room / "pipe")
    writer = threading.Thread(target=lambda: (room / "pipe").write_text(SPEECH, encoding="utf-8"))
    writer.start()
    texts, problems = read_sources(["pipe"])
    writer.join()
    assert ([text.content for text in texts], problems) == ([SPEECH], [])


@pytest.mark.parametrize("option", ["--out", "--resume"])
def test_results_are_not_written_over_their_list(room: Path, capsys: pytest.CaptureFixture[str], option: str) -> None:
    (room / "list.jsonl").write_text('{"text": "We will sell the mill"}\n', encoding="utf-8")
    assert main(["batch", "list.jsonl", "--source", "speech.txt", option, "list.jsonl"]) == 2
    assert (room / "list.jsonl").read_text("utf-8") == '{"text": "We will sell the mill"}\n'
