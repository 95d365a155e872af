"""``quotecheck completion``: the scripts, asked as a shell asks them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

ASK = """\
source {script}
COMP_WORDS=({words}) COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
_shtab_quotecheck quotecheck "${{COMP_WORDS[COMP_CWORD]}}" "${{COMP_WORDS[COMP_CWORD-1]}}"
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.fixture
def script(run: Run, tmp_path: Path) -> Path:
    pytest.importorskip("shtab")
    if shutil.which("bash") is None:
        pytest.skip("no bash")
    (tmp_path / "quotecheck.bash").write_text(run("completion", "bash").out, encoding="utf-8")
    (tmp_path / "draft.md").write_text("", encoding="utf-8")
    (tmp_path / "press").mkdir()
    return tmp_path / "quotecheck.bash"


@pytest.mark.parametrize(
    ("words", "offered", "not_offered"),
    [
        ("quotecheck ex", ["explain", "extract"], ["check"]),
        ("quotecheck check --pol", ["--policy"], ["--source"]),
        ("quotecheck check --policy a", ["ap", "apa"], ["news"]),
        ("quotecheck explain QC40", ["QC401", "QC402"], ["QC301"]),
        ("quotecheck check dra", ["draft.md"], ["press"]),
        ("quotecheck check --source pr", ["press"], ["draft.md"]),
        ("quotecheck find mill --archive pr", ["press"], ["draft.md"]),
        ("quotecheck archive cr", ["create"], ["add"]),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_bash_offers(script: Path, words: str, offered: list[str], not_offered: list[str]) -> None:
    asked = ASK.format(script=script, words=words)
    done = subprocess.run(["bash", "-c", asked], cwd=script.parent, capture_output=True, text=True, encoding="utf-8")
    given = set(done.stdout.split())
    assert set(offered) <= given, done.stderr
    assert not set(not_offered) & given


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_can_read_its_script(run: Run, tmp_path: Path, shell: str) -> None:
    pytest.importorskip("shtab")
    printed = run("completion", shell)
    assert printed.code == 0 and "write-baseline" in printed.out
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell}")
    (tmp_path / "script").write_text(printed.out, encoding="utf-8")
    read = subprocess.run([shell, "-n", str(tmp_path / "script")], capture_output=True, text=True, encoding="utf-8")
    assert (read.returncode, read.stderr) == (0, "")


def test_the_same_each_time(run: Run) -> None:
    pytest.importorskip("shtab")
    assert run("completion", "fish").out == run("completion", "fish").out


def test_without_shtab_it_says_what_to_install(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "shtab", None)
    told = run("completion", "bash")
    assert told.code == 2 and "quotecheck-editorial[completion]" in told.err


def test_an_unknown_shell_is_usage(run: Run) -> None:
    assert run("completion", "ksh").code == 2
