"""Names that want out: of an archive, of a manifest, of a list, of an answer. What they name is not read unasked."""

from __future__ import annotations

import io
import json
import os
import tarfile
import zipfile
from pathlib import Path

import pytest

from quotecheck.reading import read_sources
from tests.faults.made import SOURCE, desk, run

SECRET = "“The secret is out,” Ada Brook said.\n"

OUTSIDE = ["../secret.txt", "../../secret.txt", "/etc/passwd", "a/../../secret.txt", "..\\secret.txt", "C:\\secret.txt"]


@pytest.mark.parametrize("name", OUTSIDE)
def test_a_member_of_an_archive_is_written_nowhere_and_read_from_it_alone(name: str, tmp_path: Path) -> None:
    (tmp_path / "room").mkdir()
    (tmp_path / "secret.txt").write_text(SECRET, "utf-8")
    with zipfile.ZipFile(tmp_path / "room/a.zip", "w") as archive:
        archive.writestr(name, SOURCE)
        archive.writestr("b.txt", SOURCE)
    before = sorted(path for path in tmp_path.rglob("*"))
    texts, _ = read_sources([str(tmp_path / "room/a.zip")])
    assert {text.content for text in texts} == {SOURCE}
    assert sorted(path for path in tmp_path.rglob("*")) == before


def test_a_link_in_an_archive_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(SECRET, "utf-8")
    link = zipfile.ZipInfo("link.txt")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(link, str(tmp_path / "secret.txt"))
        archive.writestr("b.txt", SOURCE)
    texts, _ = read_sources([str(tmp_path / "a.zip")])
    assert all("secret is out" not in text.content for text in texts)


def test_a_tar_in_gzip_is_no_way_round_it(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(SECRET, "utf-8")
    with tarfile.open(tmp_path / "a.tar.gz", "w:gz") as archive:
        info = tarfile.TarInfo("link.txt")
        info.type, info.linkname = tarfile.SYMTYPE, str(tmp_path / "secret.txt")
        archive.addfile(info)
        data = SOURCE.encode()
        info = tarfile.TarInfo("../b.txt")
        info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
    texts, _ = read_sources([str(tmp_path / "a.tar.gz")])
    assert all("secret is out" not in text.content for text in texts)
    assert not (tmp_path.parent / "b.txt").exists()


@pytest.mark.parametrize("ending", ["docx", "odt", "epub", "idml"])
def test_parts_of_a_document_named_from_outside(ending: str, tmp_path: Path) -> None:
    """A part whose name leads out of its document is none of it."""
    (tmp_path / "secret.txt").write_text(SECRET, "utf-8")
    rels = (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Target="../../secret.txt" TargetMode="External" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
    )
    with zipfile.ZipFile(tmp_path / f"a.{ending}", "w") as document:
        document.writestr("[Content_Types].xml", "<Types/>")
        document.writestr("_rels/.rels", rels)
        document.writestr("META-INF/container.xml", '<container><rootfile full-path="../secret.txt"/></container>')
        document.writestr("designmap.xml", '<Document><Story src="../secret.txt"/></Document>')
        document.writestr("content.xml", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:../secret.txt">]><a>&x;</a>')
    texts, problems = read_sources([str(tmp_path / f"a.{ending}")])
    assert all("secret is out" not in text.content for text in texts)
    assert texts or problems


INCLUDING = {
    "a.tex": r"\documentclass{article}\begin{document}\input{secret.txt}\include{secret}Words.\end{document}",
    "a.rst": "Words.\n\n.. include:: secret.txt\n\n.. raw:: html\n   :file: secret.txt\n",
    "a.html": '<html><body><article><p>Words of it.</p><iframe src="secret.txt"></iframe></article></body></html>',
    "a.fb2": '<!DOCTYPE FictionBook [<!ENTITY x SYSTEM "secret.txt">]><FictionBook><p>Words &x;</p></FictionBook>',
    "a.md": 'Words.\n\n![](secret.txt)\n\n{{< include secret.txt >}}\n\n--8<-- "secret.txt"\n',
    "a.eml": "From: a@example.com\nContent-Type: message/external-body; name=secret.txt\n\nWords.\n",
}


@pytest.mark.parametrize("name", INCLUDING)
def test_a_file_that_asks_for_another_does_not_get_it(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("secret.txt").write_text(SECRET, "utf-8")
    Path(name).write_text(INCLUDING[name], "utf-8")
    texts, _ = read_sources([name])
    assert all("secret is out" not in text.content for text in texts)


def test_a_manifest_says_what_is_known_and_brings_nothing_in(tmp_path: Path) -> None:
    """A directory that came from elsewhere: its manifest names a file beside it, and a link leads to one."""
    (tmp_path / "room").mkdir()
    (tmp_path / "secret.txt").write_text(SECRET, "utf-8")
    (tmp_path / "room/talk.txt").write_text(SOURCE, "utf-8")
    (tmp_path / "room/sources.toml").write_text(
        '[[source]]\npath = "talk.txt"\nspeaker = "Ada Brook"\n[[source]]\npath = "../secret.txt"\n', "utf-8"
    )
    texts, _ = read_sources([str(tmp_path / "room")])
    assert [text.content for text in texts] == [SOURCE]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_directory_with_what_is_no_file_in_it(tmp_path: Path) -> None:
    """A pipe would be waited for for ever, a device has no end: they are no texts."""
    os.mkfifo(tmp_path / "pipe.txt")
    os.mkfifo(tmp_path / "pipe.json")
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    (tmp_path / "talk.txt").write_text(SOURCE, "utf-8")
    texts, _ = read_sources([str(tmp_path)])
    assert [text.content for text in texts] == [SOURCE]


def test_a_source_without_an_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("no device without an end")
    monkeypatch.setattr("quotecheck.reading.files.LIMIT", 1 << 20)
    _, problems = read_sources(["/dev/zero"], limit=1 << 20)
    assert [problem.code for problem in problems] == ["too-large"]


def test_a_name_is_shown_and_not_obeyed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A file may be called anything: none of it moves the terminal, starts a line or looks like a place."""
    monkeypatch.chdir(desk(tmp_path))
    name = "talk\x1b[2J\r\n::error::x\u202e.txt"
    Path(name).write_text(SOURCE, "utf-8")
    for form in ("text", "line", "github", "markdown", "csv", "junit", "sarif", "html"):
        ran = run(capfd, "check", "draft.md", "--source", name, "--format", form)
        ran.clear()
        for told in (ran.out, ran.err):
            assert not {"\x1b", "\u202e"} & set(told), form
            assert form == "html" or not ("\r" in told or "\n::error::x" in told), form  # white space, in a page


def test_a_list_names_files_of_its_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A candidate's own sources are paths from the list, as its writer wants them: what cannot be is a problem."""
    monkeypatch.chdir(desk(tmp_path))
    paths = ["\x00", "a\ud800", "", "x" * 5000, "talk.txt/x", "https://example.com/a"]
    Path("l.jsonl").write_text(
        "".join(json.dumps({"text": "mill", "sources": [path]}) + "\n" for path in paths), "utf-8"
    )
    ran = run(capfd, "batch", "l.jsonl")
    assert "Traceback" not in ran.err and ran.code == 3
    assert [json.loads(line)["verdict"] for line in ran.out.splitlines()] == [None] * len(paths)
