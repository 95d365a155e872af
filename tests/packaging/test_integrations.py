"""The GitHub Action, the GitLab template and the pre-commit hook: their shell steps run, on a desk of two drafts."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import attrs
import pytest

ROOT = Path(__file__).parents[2]
TALK = "“We don’t seek war, conflict with Russia,” Ada Brook said.\n\n“The mill is ours,” Dora Lind said.\n"
WRONG = "“We seek war, conflict with Russia,” Ada Brook said.\n"
RIGHT = "“The mill is ours,” Dora Lind said.\n"

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A directory with drafts, sources and the variables' files of a runner."""
    for name, text in {
        "sources/talk.txt": TALK,
        "articles/wrong.md": WRONG,
        "articles/right one.md": RIGHT,
        "$(touch pwned).md": RIGHT,
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def loaded(*path: str) -> Any:
    yaml = pytest.importorskip("yaml")
    return yaml.safe_load(ROOT.joinpath(*path).read_text("utf-8"))


@attrs.frozen
class Ran:
    """What a script gave.

    Attributes:
        code: Its exit code.
        out: Standard output and standard error.
    """

    code: int
    out: str


def bash(script: str, desk: Path, *options: str, **variables: str) -> Ran:
    """Runs a script as a runner does, with this environment's quotecheck first on the path."""
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", **variables}
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", *options, "-eo", "pipefail", "-c", script],
        cwd=desk, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
    )  # fmt: skip
    return Ran(done.returncode, done.stdout)


# GitHub


def action(desk: Path, **inputs: str) -> Ran:
    """Runs the action's steps, their inputs put in as the runner does it."""
    values = loaded("integrations", "github", "action.yml")
    given = {name: str(one.get("default", "")) for name, one in values["inputs"].items()}
    given |= {name.replace("_", "-"): value for name, value in inputs.items()}
    files = {name: str(desk / name) for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "RUNNER_TEMP")}
    (desk / "RUNNER_TEMP").mkdir(exist_ok=True)
    ran = Ran(0, "")
    for step in values["runs"]["steps"]:
        if step.get("if") == "${{ inputs.package != '' }}" and not given["package"]:
            continue
        assert "${{" not in step["run"]  # an input in the script's text could be a command
        variables = {
            key: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: given[found[1]], value)
            for key, value in step["env"].items()
        }
        ran = bash(step["run"], desk, **variables, **files)
    return ran


def test_the_action_marks_the_lines(desk: Path) -> None:
    ran = action(desk, package="", drafts="articles", sources="sources", sarif="out.sarif")
    assert ran.code == 1
    assert "::error file=articles/wrong.md,line=1,endLine=1,col=5,title=QC402 polarity::" in ran.out
    assert (desk / "GITHUB_OUTPUT").read_text("utf-8") == "exit-code=1\n"
    assert "QC402 polarity" in (desk / "GITHUB_STEP_SUMMARY").read_text("utf-8")
    assert '"2.1.0"' in (desk / "out.sarif").read_text("utf-8")


DRAFTS = {
    "a file with a blank": ("articles/right one.md", 0),
    "a pattern": ("articles/r*.md", 0),
    "a pattern over directories": ("**/*.md", 1),
    "several lines": ("articles/right one.md\n\narticles/wrong.md\n", 1),
    "a pattern that fits nothing": ("nothing/*.md", 3),
    "a file that looks like a command": ("$(touch pwned).md", 0),
    "words that look like a command": ("$(touch pwned)", 3),
    "words that look like an option": ("--fix", 3),
}


@pytest.mark.parametrize("case", DRAFTS, ids=str)
def test_drafts_of_the_action(desk: Path, case: str) -> None:
    """Paths and patterns, one a line; nothing in them is run."""
    drafts, code = DRAFTS[case]
    assert action(desk, package="", drafts=drafts, sources="sources").code == code
    assert not (desk / "pwned").exists()


def test_every_input_reaches_the_command(desk: Path) -> None:
    (desk / "known.json").write_text('{"schema": "quotecheck-baseline/1", "findings": []}', encoding="utf-8")
    subprocess.run(["git", "init", "-q"], cwd=desk, check=True)
    git = ["git", "-c", "user.name=t", "-c", "user.email=t@t.example"]
    subprocess.run([*git, "add", "-A"], cwd=desk, check=True)
    subprocess.run([*git, "commit", "-qm", "x"], cwd=desk, check=True)
    inputs = {"drafts": "articles", "sources": "sources", "package": ""}
    assert action(desk, **inputs, changed_since="HEAD").code == 0
    assert action(desk, **inputs, fail_on="never").code == 0
    assert action(desk, **inputs, baseline="known.json").code == 1
    assert "no policy is called" in action(desk, **inputs, policy="newz").out


def test_the_action_installs_what_it_is_told(desk: Path) -> None:
    """With a stand-in for pip: what it is called with."""
    (desk / "bin").mkdir()
    stand_in = desk / "bin" / "python"
    stand_in.write_text('#!/bin/sh\necho "$@" > "$RUNNER_TEMP/called"\n', encoding="utf-8")
    stand_in.chmod(0o755)
    step = loaded("integrations", "github", "action.yml")["runs"]["steps"][0]
    path = f"{desk / 'bin'}{os.pathsep}{os.environ['PATH']}"
    bash(step["run"], desk, PATH=path, QC_PACKAGE="quotecheck-editorial[pdf]", RUNNER_TEMP=str(desk))
    assert (desk / "called").read_text("utf-8") == "-m pip install --quiet quotecheck-editorial[pdf]\n"


# GitLab


def gitlab(desk: Path, *, shell: str = "bash", **variables: str) -> Ran:
    """Runs the template's script, in the shell that the runner finds."""
    job = loaded("integrations", "gitlab", "quotecheck.yml")[".quotecheck"]
    given = {**job["variables"], "QC_PACKAGE": "", **variables}
    script = "\n".join([*job["before_script"], *job["script"]])
    options = ["--posix"] if shell == "sh" else []
    return bash(script, desk, *options, **{key: str(value) for key, value in given.items()})


@pytest.mark.parametrize("shell", ["bash", "sh"])
def test_the_template_stops_a_false_quotation(desk: Path, shell: str) -> None:
    ran = gitlab(desk, shell=shell, QC_DRAFTS="articles", QC_SOURCES="sources")
    assert ran.code == 1 and "QC402 polarity" in ran.out
    assert 'failures="1"' in (desk / "quotecheck.xml").read_text("utf-8")


def test_the_template_lets_a_right_one_pass(desk: Path) -> None:
    ran = gitlab(desk, QC_DRAFTS="articles/right one.md", QC_SOURCES="sources")
    assert ran.code == 0 and 'failures="0"' in (desk / "quotecheck.xml").read_text("utf-8")


def test_more_options(desk: Path) -> None:
    assert gitlab(desk, QC_DRAFTS="articles", QC_OPTIONS="--fail-on never --source sources").code == 0
    assert gitlab(desk, QC_DRAFTS="articles", QC_OPTIONS="--source *").code == 3  # no pattern of the shell's


# pre-commit


def test_the_hook_names_a_command_that_is_there() -> None:
    [hook] = loaded(".pre-commit-hooks.yaml")
    assert hook["entry"].split()[:2] == ["quotecheck", "check"] and hook["require_serial"] is True


@pytest.mark.slow
def test_the_hook_stops_a_commit(desk: Path) -> None:
    """pre-commit itself, on a real repository: it builds the package from this one and runs it."""
    pytest.importorskip("pre_commit")
    home = {"PRE_COMMIT_HOME": str(desk / "RUNNER_TEMP" / "home")}
    (desk / "quotecheck.toml").write_text('sources = ["sources"]\n', encoding="utf-8")
    git = ["git", "-c", "user.name=t", "-c", "user.email=t@t.example", "-c", "core.hooksPath=.git/hooks"]

    def run(*command: str) -> Ran:
        done = subprocess.run(
            command, cwd=desk, env={**os.environ, **home}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        return Ran(done.returncode, done.stdout)

    run("git", "init", "-q")
    revision = subprocess.run(["git", "-C", str(ROOT), "rev-parse", "HEAD"], capture_output=True, text=True).stdout
    (desk / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {ROOT}\n  rev: {revision.strip()}\n  hooks:\n  - id: quotecheck\n    files: ^articles/\n",
        encoding="utf-8",
    )
    (desk / ".gitignore").write_text("RUNNER_TEMP\n", encoding="utf-8")
    assert run(sys.executable, "-m", "pre_commit", "install").code == 0
    run("git", "add", "articles/right one.md", "sources", "quotecheck.toml", ".gitignore", ".pre-commit-config.yaml")
    first = run(*git, "commit", "-m", "a right one")
    assert first.code == 0, first.out
    run("git", "add", "articles/wrong.md")
    second = run(*git, "commit", "-m", "a wrong one")
    assert second.code == 1 and "QC402 polarity" in second.out and "articles/wrong.md:1:2" in second.out
    (desk / "articles" / "wrong.md").write_text(WRONG.replace("We seek", "We don’t seek"), encoding="utf-8")
    run("git", "add", "articles/wrong.md")
    assert run(*git, "commit", "-m", "put right").code == 0
