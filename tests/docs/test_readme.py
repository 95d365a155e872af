"""What README promises: its commands are the ones that work, in a fresh copy."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from scripts import picture_of_check

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
VERDICTS = ("exact", "paraphrased", "misattributed", "absent")


def shell_commands(page: str) -> list[str]:
    """The commands of a page's ``sh`` blocks, in order."""
    return [block.strip() for block in re.findall(r"```sh\n(.*?)```", page, flags=re.DOTALL)]


def test_there_are_two_commands_each_with_all_its_set_up() -> None:
    commands = shell_commands(README)
    assert len(commands) == 2
    assert all(command.startswith("python3 -m venv .venv && ") for command in commands)
    assert commands[1].endswith(".venv/bin/tox")


def test_files_that_readme_names_are_there() -> None:
    named = re.findall(r"(?:fixtures|seeds|docs)/[\w./-]*", README) + re.findall(r"\]\(([\w./-]+)\)", README)
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_each_verdict_has_a_line_of_its_own() -> None:
    assert [line[4:].split("*")[0] for line in README.splitlines() if line.startswith("- **")] == list(VERDICTS)


def test_readme_fits_a_screen() -> None:
    assert len(README.splitlines()) <= 60


def test_name_of_the_distribution_is_said() -> None:
    assert "`quotecheck-editorial`" in README


@pytest.mark.slow
def test_first_command_works_in_a_fresh_copy(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*", "__pycache__"))
    # A virtual environment that this test may run in must not be found by the command.
    clean = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        shell_commands(README)[0], shell=True, cwd=copy, env=clean, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 1, done.stderr  # the list holds wrong quotations on purpose
    assert all(verdict in done.stdout for verdict in VERDICTS)


def test_the_picture_is_of_todays_run() -> None:
    assert picture_of_check.PICTURE.relative_to(ROOT).as_posix() in README
    assert picture_of_check.PICTURE.read_text("utf-8") == picture_of_check.draw(picture_of_check.printed()), (
        "python scripts/picture_of_check.py draws it anew"
    )


def test_the_picture_is_of_the_first_command() -> None:
    assert " ".join(picture_of_check.COMMAND).removesuffix(" --quiet") in shell_commands(README)[0]
