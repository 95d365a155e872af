"""The file of record, and the check done again from it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from quotecheck.reports.schemas import schema
from tests.cli.conftest import Run, runner
from tests.cli.houses import write_all

TALK = "“We will not sell the mill,” Ada Brook said. “It cost 10 million.”\n"
DRAFT = "“We will not sell the mill,” Ada Brook said. “It cost 12 million,” she added.\n"
CONFIG = """\
policy = "news"
[[ignore]]
code = "QC403"
reason = "the editor heard twelve"
"""
SAME = "2 statements checked again: all as recorded\n"


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_all(tmp_path, {"talk.txt": TALK, "draft.md": DRAFT})
    return tmp_path


@pytest.fixture
def run(house: Path, capfd: pytest.CaptureFixture[str]) -> Run:
    return runner(capfd)


def recorded(run: Run, house: Path, *more: str) -> dict[str, object]:
    """What a check records."""
    run("check", "draft.md", "--source", "talk.txt", "--report", "record=r.json", "--report", "html=r.html", *more)
    values: dict[str, object] = json.loads((house / "r.json").read_text("utf-8"))
    Draft202012Validator(schema("record")).validate(values)
    return values


def test_what_is_recorded(run: Run, house: Path) -> None:
    (house / "quotecheck.toml").write_text(CONFIG, encoding="utf-8")
    values = recorded(run, house)
    assert values["arguments"] == {
        "drafts": ["draft.md"], "source": ["talk.txt"], "bibliography": [], "sources": None, "archive": None,
        "policy": None, "config": "quotecheck.toml", "claims": None,
    }  # fmt: skip
    assert [(one["path"], len(one["sha256"])) for one in values["settings"]] == [("quotecheck.toml", 64)]  # type: ignore[attr-defined]
    assert values["overrides"] == [
        {"number": 2, "kind": "ignore", "code": "QC403", "reason": "the editor heard twelve", "by": None, "day": None},
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["r.json", "r.html"])
def test_again_all_is_the_same(run: Run, house: Path, name: str) -> None:
    """From the page too; what was set aside stays found."""
    (house / "quotecheck.toml").write_text(CONFIG, encoding="utf-8")
    recorded(run, house)
    ran = run("record", "verify", name)
    assert (ran.code, ran.out) == (0, SAME)


def test_the_same_input_gives_the_same_record(run: Run, house: Path) -> None:
    assert recorded(run, house) == recorded(run, house)


CHANGES: dict[str, tuple[dict[str, str], list[str]]] = {
    "a source says something else now": (
        {"talk.txt": TALK.replace("not sell", "sell")},
        ["changed: source talk.txt", "draft.md:1:2: “We will not sell the mill,”, was exact and is absent", "1 differ"],
    ),
    "a source changed and nothing comes of it": (
        {"talk.txt": TALK + "\nThe end.\n"}, ["changed: source talk.txt", "all as recorded"],
    ),
    "the draft changed": (
        {"draft.md": DRAFT.replace("12 million", "11 million")},
        ["changed: draft draft.md", "“It cost 12 million,”, is not found any more", "11 million,”, was not there"],
    ),
    "another policy": (
        {"quotecheck.toml": CONFIG.replace("news", "ap")},
        ["changed: setting quotecheck.toml", "policy: news (", "now"],
    ),
    "other severities": (
        {"quotecheck.toml": CONFIG + '[severities]\nQC403 = "warning"\n'},
        ["changed: setting quotecheck.toml", "policy: news (", "another weight of its findings"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_what_differs_is_said(run: Run, house: Path, name: str) -> None:
    (house / "quotecheck.toml").write_text(CONFIG, encoding="utf-8")
    recorded(run, house)
    files, told = CHANGES[name]
    write_all(house, files)
    ran = run("record", "verify", "r.json")
    assert ran.code == 1
    assert [one for one in told if one not in ran.out] == []


def test_a_record_that_somebody_changed_says_so(run: Run, house: Path) -> None:
    recorded(run, house)
    written = (house / "r.json").read_text("utf-8")
    (house / "r.json").write_text(written.replace('"outcome": "fail"', '"outcome": "pass"'), encoding="utf-8")
    ran = run("record", "verify", "r.json")
    assert ran.code == 1 and "the record itself is not as it was written" in ran.out


def test_files_that_are_gone(run: Run, house: Path) -> None:
    recorded(run, house)
    (house / "talk.txt").unlink()
    ran = run("record", "verify", "r.json")
    assert ran.code == 3
    assert ran.out == "missing: source talk.txt\nthe check cannot be repeated: what it rested on is missing\n"


def test_who_signed_is_recorded(run: Run, house: Path) -> None:
    from tests.reports.opened import opened

    recorded(run, house)
    form = opened((house / "r.html").read_text("utf-8")).all("form", "signing")[1].given
    entry = {key: form[f"data-{key}"] for key in ("draft", "statement", "state", "words", "verdict")}
    entry |= {"decision": "stands", "by": "Ann", "reason": "on the tape", "day": "2026-03-31"}
    values = {"schema": "quotecheck-signed/1", "signed": [entry]}
    (house / "signed.json").write_text(json.dumps(values), encoding="utf-8")
    record = recorded(run, house, "--signed", "signed.json")
    assert [{key: one[key] for key in ("kind", "by", "reason", "day")} for one in record["overrides"]] == [  # type: ignore[attr-defined]
        {"kind": "sign-off", "by": "Ann", "reason": "on the tape", "day": "2026-03-31"},
    ]  # fmt: skip
    assert "signed.json" in {one["path"] for one in record["settings"]}  # type: ignore[attr-defined]
    assert run("record", "verify", "r.json").out == SAME


BAD: dict[str, str] = {
    "no JSON": "{",
    "another schema": '{"schema": "quotecheck/1"}',
    "a list": "[]",
    "keys are missing": '{"schema": "quotecheck-record/1"}',
    "a page without a record": "<!doctype html><p>nothing</p>",
}


@pytest.mark.parametrize("name", BAD)
def test_no_record(run: Run, house: Path, name: str) -> None:
    (house / "bad.json").write_text(BAD[name], encoding="utf-8")
    ran = run("record", "verify", "bad.json")
    assert ran.code == 2 and "no record" in ran.err


def test_arguments_of_a_record_are_never_options_of_another_kind(run: Run, house: Path) -> None:
    """A record is somebody's file: what it names as a draft is a draft, and nothing is written."""
    values = recorded(run, house)
    values["arguments"]["drafts"] = ["--fix", "--report=html=evil.html"]  # type: ignore[index]
    (house / "r.json").write_text(json.dumps(values), encoding="utf-8")
    ran = run("record", "verify", "r.json")
    assert ran.code == 3 and not (house / "evil.html").exists()
    values["arguments"]["drafts"] = [1]  # type: ignore[index]
    (house / "r.json").write_text(json.dumps(values), encoding="utf-8")
    assert run("record", "verify", "r.json").code == 2
