"""One fragment a change, its kind in its name."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
FRAGMENTS = sorted(path for path in (ROOT / "changelog.d").iterdir() if path.name not in ("README.md", ".gitignore"))


def kinds() -> set[str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return {kind["directory"] for kind in settings["tool"]["towncrier"]["type"]}


def test_kinds_are_those_a_user_asks_for() -> None:
    assert kinds() == {"missed", "false-alarm", "feature", "breaking", "fix"}


def test_every_fragment_names_its_kind_and_says_something() -> None:
    name = re.compile(rf"(\d+|\+[\w-]+)\.({'|'.join(sorted(kinds()))})(\.\d+)?\.md")
    named_wrong = [path.name for path in FRAGMENTS if not name.fullmatch(path.name)]
    assert named_wrong == []
    assert [path.name for path in FRAGMENTS if not path.read_text("utf-8").strip()] == []
