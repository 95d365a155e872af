"""Files and directories as users name them: which are read, in which order, and what is said of the others."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from quotecheck.reading import Known, SourceRef, read_sources


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory of sources, entered."""
    monkeypatch.chdir(tmp_path)
    for name, data in {
        "src/b.txt": b"bee",
        "src/a.md": b"ay",
        "src/sub/c.txt": b"sea",
        "src/.hidden.txt": b"no",
        "src/.git/config": b"no",
        "src/photo.jpg": b"\xff\xd8\xff\xe0",
        "src/noise": bytes(64),
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tmp_path


def test_a_directory_is_its_readable_files_in_order(tree: Path) -> None:
    """Hidden files and files without text are passed over in silence."""
    texts, problems = read_sources(["src"])
    assert [text.id for text in texts] == ["src/a.md", "src/b.txt", "src/sub/c.txt"]
    assert problems == []


def test_named_directly_it_is_told(tree: Path) -> None:
    """What was asked for by name and is no text is a fatal problem; a hidden file by name is read."""
    texts, problems = read_sources(["src/photo.jpg", "src/.hidden.txt", "src/b.txt"])
    assert [text.id for text in texts] == ["src/.hidden.txt", "src/b.txt"]
    assert [(one.code, one.path, one.fatal) for one in problems] == [("not-text", "src/photo.jpg", True)]


def test_a_document_without_a_reader_is_not_passed_over_in_silence(tree: Path) -> None:
    """Rich text among the sources may hold the words: that it was not read is said, once for all."""
    (tree / "src/report.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    _, problems = read_sources(["src"])
    assert [(one.code, one.path, one.fatal) for one in problems] == [("passed-over", "src", False)]
    assert str(problems[0]).endswith(
        "1 file was passed over, being data or of a kind that cannot be read yet: src/report.doc"
    )
    for number in range(9):
        (tree / f"src/{number}.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    _, problems = read_sources(["src"])
    assert problems[0].message.endswith("src/0.doc, src/1.doc, src/2.doc, src/3.doc, src/4.doc and 5 more")


@pytest.mark.parametrize("name", ["list.jsonl", "results.json", "rows.CSV", "quotecheck.toml", "run.py"])
def test_data_is_a_text_only_by_name(tree: Path, name: str) -> None:
    """A list of candidates beside the sources would bear itself out."""
    (tree / "src" / name).write_text('{"text": "bee"}', encoding="utf-8")
    texts, problems = read_sources(["src"])
    assert [text.id for text in texts] == ["src/a.md", "src/b.txt", "src/sub/c.txt"]
    assert [(one.code, one.fatal) for one in problems] == [("passed-over", False)]
    texts, problems = read_sources([f"src/{name}"])
    assert len(texts) == 1 and problems == []


def test_what_is_checked_is_no_source_of_itself(tree: Path) -> None:
    """Not by way of its directory; by its own name it is the user's will."""
    texts, problems = read_sources(["src"], but=["src/sub/../b.txt"])
    assert [text.id for text in texts] == ["src/a.md", "src/sub/c.txt"] and problems == []
    assert len(read_sources(["src/b.txt"], but=["src/b.txt"])[0]) == 1


def test_the_working_directory_is_not_spelled_out(tree: Path) -> None:
    """``.`` gives the names that a person would type."""
    texts, _ = read_sources(["."])
    assert texts[0].id == "src/a.md"


def test_a_file_named_twice_is_read_once(tree: Path) -> None:
    """By itself, through its directory, through a link: one text."""
    os.symlink("b.txt", tree / "src/z-link.txt")
    texts, problems = read_sources(["src/b.txt", "src", "./src/../src/b.txt"])
    assert [text.id for text in texts] == ["src/b.txt", "src/a.md", "src/sub/c.txt"]
    assert problems == []


def test_a_loop_of_links_ends(tree: Path) -> None:
    """A directory that holds a link to itself is entered once."""
    os.symlink("..", tree / "src/sub/up")
    os.symlink("gone", tree / "src/dangling.txt")
    texts, problems = read_sources(["src"])
    assert [text.id for text in texts] == ["src/a.md", "src/b.txt", "src/sub/c.txt"]
    assert problems == []


BAD = {
    "missing": ("src/none.txt", "src/none.txt: no such file", "missing"),
    "url": (
        "https://example.org/a",
        "https://example.org/a: nothing is fetched: save the page and give its file",
        "url",
    ),
    "empty": ("empty.txt", "empty.txt: the file is empty: nothing to check against", "empty"),
    "blank": ("blank.txt", "blank.txt: the file is empty: nothing to check against", "empty"),
    "a pattern": (
        "src/*.txt",
        "src/*.txt: no such file; a pattern is the shell's to fill: leave its quotation marks away, or give the "
        "directory",
        "missing",
    ),
    "no files": ("void", "void: no readable file under this directory: nothing to check against", "empty-directory"),
}


@pytest.mark.parametrize("case", BAD, ids=str)
def test_bad_ones_are_told_and_the_others_read(tree: Path, case: str) -> None:
    """One bad source is a fatal problem with its path; the next source is read."""
    (tree / "empty.txt").touch()
    (tree / "blank.txt").write_bytes(b" \r\n\t")
    (tree / "void").mkdir()
    (tree / "void/pixel.gif").write_bytes(b"GIF89a")
    path, message, code = BAD[case]
    for base in (None, tree):
        texts, problems = read_sources([path, "src/b.txt"], base=base)
        assert [text.id for text in texts] == ["src/b.txt"]
        assert [(str(one), one.code, one.fatal) for one in problems] == [(message, code, True)]


def test_an_empty_file_in_a_directory_is_told_only(tree: Path) -> None:
    """It was not asked for by name."""
    (tree / "src/empty.txt").touch()
    texts, problems = read_sources(["src"])
    assert len(texts) == 3
    assert [(one.code, one.path, one.fatal) for one in problems] == [("empty", "src/empty.txt", False)]


def test_too_large_in_a_directory_is_fatal(tree: Path) -> None:
    """A source that was not read because of its size may hold the words."""
    (tree / "src/long.txt").write_bytes(b"x" * 100)
    texts, problems = read_sources(["src"], limit=99)
    assert len(texts) == 3
    assert [(one.code, one.fatal) for one in problems] == [("too-large", True)]


def test_base_and_what_is_known(tree: Path) -> None:
    """Relative paths count from the base, and the id stays as given."""
    ref = SourceRef("b.txt", Known(speaker="Ada Brook"))
    texts, _ = read_sources([ref, "sub"], base=tree / "src")
    assert [(text.id, text.speaker) for text in texts] == [("b.txt", "Ada Brook"), ("sub/c.txt", None)]
