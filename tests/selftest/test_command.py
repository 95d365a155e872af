"""``quotecheck selftest``: options, formats and exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotecheck.cli import main
from tests.selftest.grounds import TALK


@pytest.fixture
def talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "talk.txt"
    path.write_text(TALK, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("Nothing.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return path


def test_table(talk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["selftest", "talk.txt", "--kind", "sentence,speaker", "--limit", "3"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["falsehoods", "made", "caught", "missed", "false", "exact"]
    assert lines[1].split() == ["speaker", "3", "3", "0", "0"]
    assert lines[4].split() == ["sentence", "3", "3", "0"]
    assert lines[-2:] == ["caught with the right reason: 100.0%; called exact: 0", "false alarms: 0.0%"]


def test_json(talk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["selftest", "talk.txt", "--kind", "speaker", "--limit", "2", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["sources"] == ["talk.txt"]
    assert [(one["kind"], one["made"], one["caught"]) for one in told["kinds"]] == [("speaker", 2, 2)]
    assert (told["caught"], told["alarms"], told["false_exact"], told["shown"]) == (1.0, None, 0, [])


def test_without_a_source_there_is_no_table(talk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["selftest", "no-such.txt"]) == 3
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["talk.txt", "--kind", "speaker", "--least-caught", "1"], 0),
        (["talk.txt", "--kind", "sentence", "--most-alarms", "0"], 0),
        (["talk.txt", "--kind", "sentence", "--least-caught", "0.5"], 1),  # no falsehood was made: it cannot be said
        (["empty.txt", "--most-alarms", "0.5"], 1),
        (["empty.txt"], 0),
        (["talk.txt", "--kind", "speakers"], 2),
        (["talk.txt", "--least-caught", "90"], 2),
        (["talk.txt", "--limit", "-1"], 2),
        (["talk.txt", "--limit", "²"], 2),
        (["talk.txt", "--policy", "nonesuch"], 2),
        (["no-such.txt"], 3),
        ([], 2),
    ],
)
def test_exit_codes(talk: Path, arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["selftest", *arguments, "--limit", "3"] if "--limit" not in arguments else ["selftest", *arguments])
        == code
    )


def test_a_directory_is_every_text_under_it(talk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["selftest", ".", "--kind", "speaker", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["sources"] == ["empty.txt", "talk.txt"]
