"""One file: what its text is, and what each bad one says."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from quotecheck.model import Fidelity
from quotecheck.model.errors import QuotecheckError, ReadingError
from quotecheck.reading import Known, read_bytes, read_file


def test_content_is_the_file_itself(tmp_path: Path) -> None:
    """Offsets count the decoded file, line ends included; the hash is that of the bytes."""
    data = "One\r\n“Two”\r\n".encode()
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    text = read_file(path)
    assert text.content == "One\r\n“Two”\r\n"
    assert (text.id, text.path) == (str(path), str(path))
    assert text.sha256 == hashlib.sha256(data).hexdigest()
    assert (text.place(6).line, text.place(6).column) == (2, 2)
    assert text.problems == ()


def test_what_is_known_is_put_in() -> None:
    """Known values are the text's; unknown ones leave it alone."""
    known = Known(id="talk", speaker="Ada Brook", fidelity=Fidelity.EDITED, labels=(("AB", "Ada Brook"),))
    text = read_bytes(b"Good evening.", "talk.txt", known=known)
    assert (text.id, text.speaker, text.fidelity) == ("talk", "Ada Brook", Fidelity.EDITED)
    assert text.labels == {"AB": "Ada Brook"} and text.author is None
    assert read_bytes(b"x", "x.txt", id="mine").id == "mine"


REFUSED = {
    "a zip file": (b"PK\x03\x04rest", "a.zip", "damaged or cut off", "damaged"),
    "a spreadsheet": (b"PK\x03\x04[Content_Types].xml", "a.xlsx", "it is a office or zip file", "no-reader"),
    "a picture with a text's name": (b"\x89PNG\r\n\x1a\n0000", "notes.txt", "it is a picture", "not-text"),
    "a packed file": (b"\xfd7zXZ\x00\x00\x00", "a.md", "it is a packed file", "not-text"),
    "zeros": (bytes(100), "a.txt", "not text", "not-text"),
}


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_content_decides_before_the_name(case: str) -> None:
    """A file is what its bytes say, and the message says what that is."""
    data, name, message, code = REFUSED[case]
    with pytest.raises(ReadingError) as caught:
        read_bytes(data, name)
    assert message in caught.value.message
    assert (caught.value.path, caught.value.code) == (name, code)


@pytest.mark.parametrize("data", [b"BZh is how he spells it", b"RIFF raff", b"ID3 is a tag, she said"])
def test_words_that_look_like_a_signature_are_words(data: bytes) -> None:
    """A text may begin with the letters of a packed file."""
    assert read_bytes(data, "a.txt").content == data.decode()


def test_a_page_is_known_by_its_content() -> None:
    """Whatever its name is; a text that speaks of tags is none."""
    assert read_bytes(b"<!DOCTYPE html><p>Hello</p>", "page.txt").content == "Hello"
    assert read_bytes(b"The <html> tag opens a page.", "a.txt").content == "The <html> tag opens a page."


def test_other_markup_is_read_and_said() -> None:
    """Without a reader for it markup is plain text, and the reader is warned."""
    text = read_bytes(b"<?xml version='1.0'?><speech>Hello</speech>", "speech.txt")
    assert [problem.code for problem in text.problems] == ["read-as-text"]
    assert not text.problems[0].fatal


def test_a_guessed_encoding_is_a_problem_with_its_place() -> None:
    """The first wrong byte's line and column are given."""
    text = read_bytes("“One”\n“Two” and ".encode() + b"\x97 three", "a.txt")
    (problem,) = text.problems
    assert str(problem).startswith("a.txt:2:11: UTF-8, but 1 byte is wrong")
    assert problem.code == "encoding-guessed" and not problem.fatal
    assert text.content.endswith("— three")


def test_missing_and_unreadable(tmp_path: Path) -> None:
    """Each says what it is, with the path as given."""
    for path, message, code in (
        (str(tmp_path / "none.txt"), "no such file", "missing"),
        (str(tmp_path), "is a directory", "unreadable"),
        ("https://example.org/speech", "nothing is fetched: save the page", "url"),
        ("a\0b", "cannot be read", "unreadable"),
    ):
        with pytest.raises(ReadingError, match=message) as caught:
            read_file(path)
        assert (caught.value.path, caught.value.code) == (path, code)


def test_an_error_is_an_oserror_and_a_valueerror(tmp_path: Path) -> None:
    """Callers that catch the builtin ones catch ours."""
    for kind in (OSError, ValueError, QuotecheckError):
        with pytest.raises(kind):
            read_file(tmp_path / "none.txt")


def test_the_limit_is_said(tmp_path: Path) -> None:
    """A file over the limit is refused before it is read; one of that size is read."""
    path = tmp_path / "long.txt"
    path.write_bytes(b"x" * 1000)
    assert len(read_file(path, limit=1000).content) == 1000
    with pytest.raises(ReadingError, match="over the limit") as caught:
        read_file(path, limit=999)
    assert caught.value.code == "too-large"


def test_a_sparse_file_over_the_default_limit_is_refused_at_once(tmp_path: Path) -> None:
    """The size is looked at, not read."""
    path = tmp_path / "huge.txt"
    with open(path, "wb") as file:
        os.truncate(file.fileno(), 300 * 2**20)
    with pytest.raises(ReadingError, match="a file of 300 MiB is over the limit of 256 MiB"):
        read_file(path)


def test_one_line_of_ten_megabytes(tmp_path: Path) -> None:
    """A text without line ends is a text."""
    path = tmp_path / "line.txt"
    path.write_text("word " * 2_000_000, encoding="utf-8")
    text = read_file(path)
    assert len(text.content) == 10_000_000 and text.place(9_999_999).line == 1
