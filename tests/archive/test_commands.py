"""``quotecheck archive`` and ``quotecheck find``: what a user types, and what comes of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotecheck.cli import main

WIRE = (
    "“We will rebuild the bridge before the winter,” Ada Brook told reporters in Lund on Friday. "
    "The council had met for nine hours. Ben Cole was against it. The bridge fell in the storm of March, and nobody "
    "was hurt. A ferry has taken people over the river since then, twice an hour, until ten in the evening."
)


@pytest.fixture
def press(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    lines = [
        {"id": "late.txt", "text": f"LUND. {WIRE} More on page two.", "date": "2024-03-18", "title": "Bridge"},
        {"id": "early.txt", "text": WIRE, "date": "2024-03-17"},
        {
            "id": "speech.txt",
            "text": "Friends, we will rebuild the bridge before the winter. Thank you.",
            "speaker": "Ben Cole",
        },
        {"id": "other.txt", "text": "Nothing of the kind stands here, and the weather was fine.", "date": "2023-01-01"},
    ]
    (tmp_path / "dump.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert main(["archive", "create", "press"]) == 0
    assert main(["archive", "add", "press", "--lines", "dump.jsonl"]) == 0
    return tmp_path / "press"


def test_every_place_the_earliest_first_copies_under_it(press: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["find", "we will rebuild the bridge", "--archive", "press"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "2024-03-17  early.txt:1  exact  Ada Brook",
        "    “We will rebuild the bridge”",
        "    copies: late.txt",
        "no date  speech.txt:1  exact  Ben Cole",
        "    “we will rebuild the bridge”",
        "3 texts, 1 of them copies",
    ]


def test_nowhere_is_exit_code_1(press: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["find", "purple elephants sang all night long", "--archive", "press"]) == 1
    assert capsys.readouterr().out == "nowhere\n"


def test_find_as_json_lines(press: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    main(["find", "we will rebuild the bridge", "--archive", "press", "--format", "jsonl", "--speaker", "Ada Brook"])
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(one["text"]["id"], one["copy_of"], one["result"]["verdict"]) for one in found] == [
        ("early.txt", None, "exact"),
        ("late.txt", "early.txt", "exact"),
        ("speech.txt", None, "misattributed"),
    ]


def test_find_takes_sources_too(press: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("talk.txt").write_text("“We will rebuild,” Dot Ellis said.")
    capsys.readouterr()
    assert main(["find", "we will rebuild", "--source", "talk.txt"]) == 0
    assert "talk.txt:1  exact  Dot Ellis" in capsys.readouterr().out


def test_check_and_batch_against_an_archive(press: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("draft.md").write_text("“We will rebuild the bridge before the summer,” Ada Brook said.\n")
    capsys.readouterr()
    assert main(["check", "draft.md", "--archive", "press", "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["results"][0]["evidence"]["passages"][0]["source"] == "early.txt"
    assert [one["path"] for one in report["sources"]] == ["early.txt"], "what the results rest on"
    Path("list.jsonl").write_text('{"text": "We will rebuild the bridge", "speaker": "Ada Brook"}\n')
    assert main(["batch", "list.jsonl", "--archive", "press"]) == 0
    assert json.loads(capsys.readouterr().out)["verdict"] == "exact"


def test_what_a_line_must_have(press: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("bad.jsonl").write_text('{"id": "a"}\n{"text": "words"}\nno\n{"id": "ok", "text": "fine words", "date": 5}\n')
    capsys.readouterr()
    assert main(["archive", "add", "press", "--lines", "bad.jsonl"]) == 3
    captured = capsys.readouterr()
    assert [line.split(":")[2] for line in captured.err.splitlines()] == ["1", "2", "3", "4"]
    assert captured.out == "4 documents: 0 added, 0 already there\n"


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["archive", "add", "press"], 2, "add needs files or --lines"),
        (["archive", "remove", "press"], 2, "remove needs ids"),
        (["archive", "stats", "press", "x"], 2, "takes the archive alone"),
        (["archive", "merge", "press", "--voices"], 2, "--voices is for create"),
        (["archive", "stats", "nothing-here"], 3, "no archive is here"),
        (["archive", "create", "press"], 3, "already here"),
        (["archive", "remove", "press", "none.txt"], 3, "no document is called"),
        (["archive", "add", "press", "missing.txt"], 3, "missing.txt"),
        (["find", "words", "--archive", "nothing-here"], 3, "no archive is here"),
        (["find", "words"], 2, "nothing says where to look"),
    ],
)
def test_what_is_wrong_is_said(
    press: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, message: str
) -> None:
    capsys.readouterr()
    assert main(arguments) == code
    assert message in capsys.readouterr().err


def test_update_remove_merge_verify_stats(press: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("new.jsonl").write_text(json.dumps({"id": "other.txt", "text": "Now it is cold."}) + "\n")
    capsys.readouterr()
    assert main(["archive", "add", "press", "--lines", "new.jsonl"]) == 3
    assert "another state" in capsys.readouterr().err
    assert main(["archive", "update", "press", "--lines", "new.jsonl"]) == 0
    assert main(["archive", "remove", "press", "speech.txt"]) == 0
    assert main(["archive", "merge", "press"]) == 0
    assert main(["archive", "verify", "press"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "4 documents: 0 added, 1 replaced, 0 already there",
        "3 documents: 1 removed",
        "1 segment",
        "whole: 3 documents",
    ]
    assert main(["archive", "stats", "press"]) == 0
    assert "documents               3\n" in capsys.readouterr().out
    segment = next(press.glob("*.segment"))
    data = bytearray(segment.read_bytes())
    data[40] ^= 1
    segment.write_bytes(data)
    assert main(["archive", "verify", "press"]) == 3
    assert "was changed after it was written" in capsys.readouterr().err
