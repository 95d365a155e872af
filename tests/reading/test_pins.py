"""Pins: what changed since a manifest was locked; locking changes nothing else in it."""

from __future__ import annotations

import hashlib
import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.model.errors import ConfigError
from quotecheck.reading.manifest import read_manifest
from quotecheck.reading.pins import State, lock, pins
from tests.reading.test_manifest import WORDS, write

PIN = hashlib.sha256(WORDS.encode()).hexdigest()
OLD = "0" * 64


def states(path: Path, *directories: Path) -> dict[str, State]:
    return {one.path: one.state for one in pins(read_manifest(path), map(str, directories))}


def test_every_state(tmp_path: Path) -> None:
    for name in ("same.txt", "changed.txt", "unpinned.txt", "new.md", "data.csv", ".hidden"):
        write(tmp_path / name)
    write(tmp_path / "picture.txt", "\x89PNG\r\n")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    manifest = write(
        tmp_path / "sources.toml",
        f'[[source]]\npath = "same.txt"\nsha256 = "{PIN}"\n[[source]]\npath = "changed.txt"\nsha256 = "{OLD}"\n'
        f'[[source]]\npath = "unpinned.txt"\n[[source]]\npath = "gone.txt"\nsha256 = "{OLD}"\n',
    )
    assert states(manifest) == {
        "same.txt": State.SAME, "changed.txt": State.CHANGED, "unpinned.txt": State.UNPINNED,
        "gone.txt": State.MISSING, "new.md": State.NEW,
    }  # fmt: skip


def test_new_files_are_looked_for_where_sources_are(tmp_path: Path) -> None:
    """In the directories that are named, else in those of its own files."""
    write(tmp_path / "a/one.txt")
    write(tmp_path / "a/two.txt")
    write(tmp_path / "b/three.txt")
    manifest = write(tmp_path / "sources.toml", f'[[source]]\npath = "a/one.txt"\nsha256 = "{PIN}"\n')
    assert states(manifest) == {"a/one.txt": State.SAME, "a/two.txt": State.NEW}
    assert states(manifest, tmp_path / "b") == {"a/one.txt": State.SAME, "b/three.txt": State.NEW}


LOCKED = {
    "put in after the last key": (
        '# first\n[[source]]\npath = "a.txt" # here\n\n[source.labels]\nA = "Ada"\n',
        f'# first\n[[source]]\npath = "a.txt" # here\nsha256 = "{PIN}"\n\n[source.labels]\nA = "Ada"\n',
    ),
    "put in place of the old one": (
        f'[[source]]\nsha256 = "{OLD}"   # old\npath = "a.txt"\n',
        f'[[source]]\nsha256 = "{PIN}"   # old\npath = "a.txt"\n',
    ),
    "with the indent of the lines there": (
        '[[source]]\n  path = "a.txt"\n', f'[[source]]\n  path = "a.txt"\n  sha256 = "{PIN}"\n',
    ),
    "at the end of a file without a line end": (
        '[[source]]\npath = "a.txt"', f'[[source]]\npath = "a.txt"\nsha256 = "{PIN}"\n',
    ),
    "with the line ends of the file": (
        '[[source]]\r\npath = "a.txt"\r\n', f'[[source]]\r\npath = "a.txt"\r\nsha256 = "{PIN}"\r\n',
    ),
    "after a value of several lines": (
        '[[source]]\npath = "a.txt"\ntitle = """a\n[[source]]\n"""\n',
        f'[[source]]\npath = "a.txt"\ntitle = """a\n[[source]]\n"""\nsha256 = "{PIN}"\n',
    ),
    "nothing if it is the same": (f'[[source]]\npath="a.txt"\nsha256="{PIN}"',) * 2,
    "nothing if it is missing": ('[[source]]\npath="gone.txt"\n', '[[source]]\npath="gone.txt"\n'),
}  # fmt: skip


@pytest.mark.parametrize("case", LOCKED, ids=str)
def test_a_hash_is(tmp_path: Path, case: str) -> None:
    before, after = LOCKED[case]
    write(tmp_path / "a.txt")
    manifest = write(tmp_path / "sources.toml", before)
    lock(str(manifest))
    assert manifest.read_bytes().decode() == after
    lock(str(manifest))
    assert manifest.read_bytes().decode() == after


def test_a_byte_order_mark_and_the_permissions_stay(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    manifest = write(tmp_path / "sources.toml", '\ufeff[[source]]\npath = "a.txt"\n')
    manifest.chmod(0o640)
    lock(str(manifest))
    assert manifest.read_bytes().startswith(b"\xef\xbb\xbf[[source]]") and manifest.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "sources.toml"]


def test_files_are_added_and_the_manifest_made(tmp_path: Path) -> None:
    """Names of any kind; what is added is read back as it is."""
    names = ["a.txt", 'say "yes".txt', "it's.txt", "back\\slash.txt", "tab\tand \u202e.txt", "both ' and \".md"]
    for name in names:
        write(tmp_path / "in" / name)
    manifest = tmp_path / "in/sources.toml"
    lock(str(manifest), add=[str(tmp_path / "in")])
    assert sorted(entry.path for entry in read_manifest(manifest).entries) == sorted(names)
    assert set(states(manifest).values()) == {State.SAME}
    write(tmp_path / "in/b.txt")
    before = manifest.read_text("utf-8")
    assert lock(str(manifest))[-1].state is State.SAME and manifest.read_text("utf-8") == before
    lock(str(manifest), add=[str(tmp_path / "in")])
    assert manifest.read_text("utf-8") == f'{before}\n[[source]]\npath = "b.txt"\nsha256 = "{PIN}"\n'


def test_a_table_without_lines_of_its_own_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    manifest = write(tmp_path / "sources.toml", 'source = [{ path = "a.txt" }]\n')
    with pytest.raises(ConfigError, match="write \\[\\[source\\]\\] above its keys") as caught:
        lock(str(manifest))
    assert caught.value.line == 1
    with pytest.raises(ConfigError, match="cannot be read"):
        lock(str(tmp_path / "none.toml"))


KEYS = ['title = "T"', "date = 2026-01-01", f'sha256 = "{OLD}"', "# a comment", "", 'labels.A = "B"', '"id" = "%d"']


@given(st.lists(st.lists(st.sampled_from(KEYS), max_size=4, unique=True), min_size=1, max_size=4), st.booleans())
def test_locking_changes_hashes_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, entries: list[list[str]], windows: bool
) -> None:
    room = tmp_path_factory.mktemp("lock")
    end = "\r\n" if windows else "\n"
    blocks = []
    for number, keys in enumerate(entries):
        write(room / f"{number}.txt", f"{number}")
        lines = ["[[source]]", f'path = "{number}.txt"', *(key.replace("%d", str(number)) for key in keys)]
        blocks.append(end.join(lines) + end)
    manifest = write(room / "sources.toml", "".join(blocks))
    before = manifest.read_bytes().decode()
    lock(str(manifest))
    after = manifest.read_bytes().decode()
    assert set(states(manifest).values()) == {State.SAME}

    def bare(text: str) -> str:
        return re.sub(r'(?m)^sha256 = "\w+"\r?\n', "", text)

    assert bare(after) == bare(before)
    assert len(tomllib.loads(after)["source"]) == len(entries)
