"""What an assistant may read: files below the roots, by no link, no step up, nothing hidden."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from quotecheck.model.errors import UsageError
from quotecheck.servers.asked import Refused
from quotecheck.servers.fence import Fence


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A root with files, links that lead out, and what stands outside."""
    root = tmp_path / "root"
    (root / "desk").mkdir(parents=True)
    (root / "desk" / "talk.txt").write_text("talk", "utf-8")
    (root / ".hidden").write_text("secret", "utf-8")
    (tmp_path / "outside.txt").write_text("secret", "utf-8")
    (tmp_path / "rooted.txt").write_text("secret", "utf-8")
    (root / "link.txt").symlink_to(tmp_path / "outside.txt")
    (root / "inner.txt").symlink_to(root / "desk" / "talk.txt")
    (root / "up").symlink_to(tmp_path)
    (root / "gone.txt").symlink_to(tmp_path / "gone.txt")
    return root


@pytest.mark.parametrize("path", ["desk/talk.txt", "./desk//talk.txt", "ROOT/desk/talk.txt"])
def test_what_may_be_read(tree: Path, path: str) -> None:
    assert Fence([str(tree)]).read(path.replace("ROOT", str(tree))) == b"talk"


REFUSED = [
    ("../outside.txt", "outside"),
    ("desk/../../outside.txt", "outside"),
    ("desk/../desk/talk.txt", "outside"),
    ("ROOT/../outside.txt", "outside"),
    ("ROOTed.txt", "outside"),
    ("/etc/passwd", "outside"),
    (".hidden", "outside"),
    ("link.txt", "outside"),
    ("inner.txt", "outside"),
    ("up/outside.txt", "outside"),
    ("gone.txt", "outside"),
    ("", "outside"),
    (".", "outside"),
    ("desk", "request"),
    ("desk/none.txt", "missing"),
    ("desk/talk.txt/more", "missing"),
    ("a\x00b", "request"),
]


@pytest.mark.parametrize(("path", "code"), REFUSED)
def test_what_may_not_be_read(tree: Path, path: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        Fence([str(tree)]).read(path.replace("ROOT", str(tree)))
    assert refused.value.code == code and "secret" not in refused.value.message


def test_a_pipe_is_not_waited_for(tree: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes with names here")
    os.mkfifo(tree / "pipe")
    with pytest.raises(Refused):
        Fence([str(tree)]).read("pipe")


def test_without_roots_nothing_is_read(tree: Path) -> None:
    with pytest.raises(Refused):
        Fence([]).read("desk/talk.txt")


def test_the_second_root_is_asked_too(tree: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    assert Fence([str(other), str(tree)]).read("desk/talk.txt") == b"talk"


def test_a_root_must_be_a_directory(tree: Path) -> None:
    with pytest.raises(UsageError):
        Fence([str(tree / "none")])
