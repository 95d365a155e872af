"""The newsroom in ``examples``: its gate opens for what is ready and stays shut for what is not."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples" / "newsroom"
EXPECTED = EXAMPLE / "expected.txt"
TODAY = "2026-03-05"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the gate is a shell script")


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy, so that nothing of the repository around it is found."""
    return Path(shutil.copytree(EXAMPLE, tmp_path_factory.mktemp("copy") / "newsroom"))


def run(newsroom: Path, *argv: str) -> subprocess.CompletedProcess[str]:
    """A command in the newsroom, with this environment's ``quotecheck``."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = os.environ | {"PATH": path, "QUOTECHECK_TODAY": TODAY}
    return subprocess.run(argv, cwd=newsroom, env=env, capture_output=True, text=True, encoding="utf-8")


def drafts(newsroom: Path, *patterns: str) -> list[str]:
    """The drafts that fit, as the shell lists them."""
    return [path.relative_to(newsroom).as_posix() for one in patterns for path in sorted(newsroom.glob(one))]


def summary(newsroom: Path, *paths: str) -> str:
    """A line for each statement: place, outcome, verdict, what counts, words."""
    done = run(newsroom, "quotecheck", "check", *paths, "--format", "json")
    report = json.loads(done.stdout)
    lines = []
    for one in report["results"]:
        statement = one["statement"]
        grave = [finding["code"] for finding in one["findings"] if finding["severity"] in ("error", "warning")]
        place = ":".join(str(statement[key]) for key in ("draft", "line", "column") if statement[key] is not None)
        words = " ".join(statement["text"].split())[:60]
        lines.append("  ".join([place, one["outcome"], str(one["verdict"]), ",".join(sorted(grave)) or "-", words]))
    return "\n".join(lines) + "\n"


def test_what_is_found_is_what_is_expected(newsroom: Path) -> None:
    """Statement by statement; a person has read the file. QUOTECHECK_WRITE=1 writes it anew."""
    ready = drafts(newsroom, "drafts/*.md", "drafts/*.docx", "drafts/opinion/*.md", "incoming/*.md")
    found = summary(newsroom, *ready)
    if os.environ.get("QUOTECHECK_WRITE"):
        EXPECTED.write_text(found, encoding="utf-8")
    assert found == EXPECTED.read_text(encoding="utf-8")


def test_every_draft_that_is_ready_passes_and_every_fault_is_found(newsroom: Path) -> None:
    """Whatever the file says: nothing that is ready fails, nothing of the first version passes."""
    lines = [line.split("  ") for line in EXPECTED.read_text(encoding="utf-8").splitlines()]
    outcomes = {(place.split("/")[0], outcome) for place, outcome, *_ in lines}
    assert outcomes == {("drafts", "pass"), ("drafts", "warn"), ("drafts", "skipped"), ("incoming", "fail")}


def test_the_gate_opens(newsroom: Path) -> None:
    done = run(newsroom, "sh", "gate.sh")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("9 sources: 9 same\n") and "0 fail" not in done.stdout
    assert done.stderr == ""


def test_the_gate_stays_shut_for_the_first_version(newsroom: Path) -> None:
    done = run(newsroom, "sh", "gate.sh", "incoming/ferry.md")
    assert done.returncode == 1 and "outcome: 8 fail\n" in done.stdout


def test_the_gate_stays_shut_when_a_source_changed(newsroom: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(newsroom, tmp_path / "newsroom"))
    page = copy / "sources/islander.html"
    page.write_text(page.read_text("utf-8").replace("June", "July"), encoding="utf-8")
    done = run(copy, "sh", "gate.sh")
    assert done.returncode == 1 and done.stdout == "changed: islander.html\n9 sources: 8 same, 1 changed\n"


def test_readme_names_what_is_there() -> None:
    named = re.findall(r"`([\w./]+)`", (EXAMPLE / "README.md").read_text("utf-8"))
    assert [name for name in named if name != "gate.sh" and not (EXAMPLE / name).exists()] == []
    shown = {path.name for path in EXAMPLE.iterdir()} - {"README.md"}
    assert shown == {name.strip("/").split("/")[0] for name in named}
