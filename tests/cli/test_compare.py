"""``quotecheck compare``: an approved draft and what became of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from quotecheck.reports.schemas import schema
from tests.cli.conftest import Run, runner
from tests.cli.houses import write_all

SOURCE = "“We will not sell the mill unless the council agrees,” Ada Brook said. “It cost 10 million.”\n"
OLD = "“We will not sell the mill unless the council agrees,” Ada Brook said. “It cost 100 million,” she added.\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.chdir(tmp_path)
    write_all(tmp_path, {"talk.txt": SOURCE, "old.md": OLD, "same.md": OLD.replace("“", '"').replace("”", '"')})
    return runner(capfd)


def test_nothing_changed(run: Run) -> None:
    ran = run("compare", "old.md", "same.md")
    assert (ran.code, ran.out) == (0, "nothing changed in 2 statements\n")


def test_born_in_the_cut(run: Run, tmp_path: Path) -> None:
    """QC407 where a condition went, QC202 where a word went without an ellipsis."""
    write_all(tmp_path, {"new.md": "“We will not sell the mill,” Ada Brook said. “It cost million,” she added.\n"})
    ran = run("compare", "old.md", "new.md")
    assert ran.code == 1
    assert "✗ worse  cut: words are left out  new.md:1:2" in ran.out and "QC407 cut-short, error" in ran.out
    assert ran.out.endswith("2 of 2 statements changed (2 cut): 2 worse, 0 better\n")


def test_a_clean_cut_is_no_fault(run: Run, tmp_path: Path) -> None:
    write_all(tmp_path, {
        "old.md": "“The mill is old. The river is clean,” Ada Brook said.\n",
        "new.md": "“The river is clean,” Ada Brook said.\n",
    })  # fmt: skip
    ran = run("compare", "old.md", "new.md")
    assert ran.code == 0 and "· changed  cut" in ran.out


def test_with_sources_both_are_checked(run: Run, tmp_path: Path) -> None:
    """What was wrong before and still is does not fail; what was put right is better."""
    write_all(tmp_path, {"new.md": OLD.replace("100 million", "10 million").replace("the mill", "the old mill")})
    ran = run("compare", "old.md", "new.md", "--source", "talk.txt", "--format", "json")
    values = json.loads(ran.out)
    Draft202012Validator(schema("comparison")).validate(values)
    found = [(one["change"], one["was"]["outcome"], one["now"]["outcome"], one["worse"]) for one in values["changes"]]
    assert found == [("extended", "pass", "fail", True), ("reworded", "fail", "pass", False)]
    assert values["summary"] == {
        "statements": 2, "by_change": {"extended": 1, "reworded": 1}, "worse": 1, "better": 1,
    }  # fmt: skip
    assert ran.code == 1


def test_what_was_wrong_before_is_not_worse(run: Run, tmp_path: Path) -> None:
    write_all(tmp_path, {"new.md": OLD.replace("100 million", "1000 million")})
    assert run("compare", "old.md", "new.md", "--source", "talk.txt").code == 0
    assert run("compare", "old.md", "new.md").code == 1  # then the old version is the source


def test_unreadable_and_usage(run: Run) -> None:
    assert run("compare", "old.md", "none.md").code == 3
    assert run("compare", "-", "-").code == 2
    assert run("compare", "old.md").code == 2


def test_an_empty_new_version(run: Run, tmp_path: Path) -> None:
    write_all(tmp_path, {"new.md": "Nothing is said here.\n"})
    ran = run("compare", "old.md", "new.md")
    assert ran.code == 0 and "0 of 0 statements changed (2 gone)" in ran.out
