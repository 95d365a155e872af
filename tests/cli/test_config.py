"""``quotecheck config``, and the configuration at work in ``check`` and ``batch``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran, runner
from tests.cli.houses import write_all

CONFIG = """\
policy = "news-tidy"
sources = ["sources"]

[severities]
QC107 = "warning"

[people."Ada Brook"]
aliases = ["A. Brook"]
roles = ["chair", { title = "mayor of Larkmoor", from = 2019-01-01, until = 2023-05-01 }]

[[override]]
paths = ["opinion/**"]
policy = "ap"
severities = { QC304 = "none" }

[[ignore]]
code = "QC401"
text = "garden of her own"
reason = "Checked by phone."
until = 2026-03-31
"""
FILES = {
    "quotecheck.toml": CONFIG,
    "sources/talk.txt": "“The bridge will open in May,” Ada Brook said. “We need paint.”\n",
    "sources/council.txt": "“The ferry must stay,” the mayor of Larkmoor said.\n",
    "draft.md": "“The bridge will open in May,” Ada Brook said.\n",
    "opinion/garden.md": "“Every child deserves a garden of her own,” Ada Brook said.\n",
}


@pytest.fixture
def run(tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """The command line in a house of its own, on a day before the ignore ends."""
    write_all(tmp_path, FILES)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QUOTECHECK_TODAY", "2026-03-01")
    return runner(capfd)


def test_what_is_in_force(run: Callable[..., Ran]) -> None:
    """Each setting with the line that says so."""
    lines = run("config").out.splitlines()
    assert [line for line in lines if not line.startswith("fingerprint")] == [
        "configuration  quotecheck.toml  [quotecheck.toml]",
        "policy         news-tidy+own  [quotecheck.toml:1]",
        "severity       QC107 inner-punctuation: warning  [quotecheck.toml:5]",
        "source         sources  [quotecheck.toml:2]",
        "person         Ada Brook: A. Brook, chair, mayor of Larkmoor (2019-01-01..2023-05-01)  [quotecheck.toml:7]",
        "override       opinion/**: policy ap, QC304 none  [quotecheck.toml:11]",
        "ignore         QC401 with “garden of her own”: Checked by phone., until 2026-03-31  [quotecheck.toml:16]",
    ]


def test_what_is_in_force_for_a_draft(run: Callable[..., Ran]) -> None:
    out = run("config", "opinion/garden.md").out
    assert "policy         ap+own  [quotecheck.toml:13]\n" in out
    assert "severity       QC304 speaker-unconfirmed: none  [quotecheck.toml:14]\n" in out
    assert "QC304 none (in force here)  [quotecheck.toml:11]\n" in out
    assert "policy         literary+own  [--policy]\n" in run("config", "opinion/garden.md", "-p", "literary").out


def test_what_is_in_force_without_a_file(run: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "quotecheck.toml").write_text("")
    out = run("config").out
    assert "policy         news  [default]\n" in out


def test_the_manifest_that_goes_with_the_sources(run: Callable[..., Ran], tmp_path: Path) -> None:
    write_all(tmp_path, {"sources/sources.toml": ""})
    assert "manifest       sources/sources.toml  [default]\n" in run("config").out
    write_all(tmp_path, {"quotecheck.toml": 'manifest = "all.toml"\n'})
    assert "manifest       all.toml  [quotecheck.toml:1]\n" in run("config").out


def test_as_json(run: Callable[..., Ran]) -> None:
    values = json.loads(run("config", "--format", "json").out)
    assert {"name": "source", "value": "sources", "file": "quotecheck.toml", "line": 2} in values


def test_what_is_wrong_ends_with_its_place(run: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "quotecheck.toml").write_text("polcy = 1\n")
    ran = run("config")
    assert ran.code == 2 and 'quotecheck.toml:1:1: unknown key "polcy"; did you mean "policy"?' in ran.err


def test_words_of_a_hostile_file_are_shown_and_not_obeyed(run: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "quotecheck.toml").write_text('sources = ["a\\u001b[2J\\nb"]\n')
    assert "\x1b" not in run("config").out


def test_an_override_and_an_ignore_at_work(run: Callable[..., Ran], tmp_path: Path) -> None:
    """The report names both policies; what is let stand says why, and fails again when its day is over."""
    ran = run("check", "draft.md", "opinion/garden.md", "-f", "json")
    report = json.loads(ran.out)
    assert report["policy"]["name"] == "news-tidy+own, ap+own"
    assert [(one["verdict"], one["outcome"]) for one in report["results"]] == [("exact", "pass"), ("absent", "skipped")]
    assert report["results"][1]["findings"][0]["waived"] == "Checked by phone."
    assert ran.code == 0


def test_an_ignore_ends(run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUOTECHECK_TODAY", "2026-04-01")
    ran = run("check", "opinion/garden.md")
    assert (
        ran.code == 1 and "the ignore of QC401 (Checked by phone.) expired on 2026-03-31: look at it again" in ran.err
    )


def test_a_day_that_is_none(run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUOTECHECK_TODAY", "tomorrow")
    ran = run("check", "draft.md")
    assert ran.code == 2 and "QUOTECHECK_TODAY must be a day as 2026-03-31, not 'tomorrow'" in ran.err


def test_a_strict_policy_for_some_drafts(run: Callable[..., Ran], tmp_path: Path) -> None:
    """Under ``ap`` what could not be checked fails, also where only an override says so."""
    from quotecheck.cli.options import settings
    from quotecheck.cli.parser import parser

    for draft, strict in (("draft.md", False), ("opinion/garden.md", True)):
        args = parser().parse_args(["check", "draft.md", draft])
        assert ("unchecked" in settings(args, str(tmp_path)).fail_on) is strict


def test_an_ignore_in_a_list(run: Callable[..., Ran], tmp_path: Path) -> None:
    write_all(tmp_path, {"list.jsonl": '{"text": "Every child deserves a garden of her own"}\n'})
    ran = run("batch", "list.jsonl", "-f", "jsonl")
    assert json.loads(ran.out)["outcome"] == "skipped" and ran.code == 0


@pytest.mark.parametrize(
    ("date", "speaker", "outcome"),
    [
        ("2020-05-01", "Ada Brook", "pass"),
        ("2024-05-01", "Ada Brook", "warn"),  # she was not the mayor then
        (None, "Ada Brook", "warn"),
        ("2020-05-01", "A. Brook", "pass"),
        ("2020-05-01", "Ben Cole", "not pass"),
    ],
)
def test_an_office_at_its_time(
    run: Callable[..., Ran], tmp_path: Path, date: str | None, speaker: str, outcome: str
) -> None:
    """The source names the office, the draft the person: one on the days on which it was hers."""
    dated = f'date = "{date}"\n' if date else ""
    write_all(tmp_path, {
        "sources/sources.toml": f'[[source]]\npath = "talk.txt"\n[[source]]\npath = "council.txt"\n{dated}',
        "draft.md": f"“The ferry must stay,” {speaker} said.\n",
    })  # fmt: skip
    found = json.loads(run("check", "draft.md", "-f", "json").out)["results"][0]["outcome"]
    assert found == outcome or (outcome == "not pass" and found != "pass")
