"""The pages as a site: each one in the navigation, and nothing there that is not. The build itself is tox's work."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
SETTINGS = yaml.safe_load((DOCS / "site" / "mkdocs.yml").read_text("utf-8"))
FOLDER = "repository/"  # what hooks.py copies from outside of docs/


def entries(node: Any) -> Iterator[str]:
    """The pages of a navigation, in order."""
    if isinstance(node, str):
        yield node
    for below in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from entries(below)


def test_every_page_is_in_the_navigation_once() -> None:
    listed = list(entries(SETTINGS["nav"]))
    pages = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")}
    assert sorted(name for name in listed if not name.startswith(FOLDER)) == sorted(pages)
    assert len(listed) == len(set(listed))


def test_what_comes_from_outside_is_there() -> None:
    copied = [name.removeprefix(FOLDER) for name in entries(SETTINGS["nav"]) if name.startswith(FOLDER)]
    assert "CONTRIBUTING.md" in copied
    assert [name for name in copied if not (ROOT / name).is_file()] == []


def test_nothing_is_loaded_from_elsewhere() -> None:
    assert SETTINGS["theme"]["font"] is False
    assert SETTINGS["strict"] is True
    assert "extra_javascript" not in SETTINGS and "extra_css" not in SETTINGS
