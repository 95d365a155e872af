"""The manifest: what it says of sources, every way to get it wrong, and the files it brings in."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from quotecheck.model import Fidelity
from quotecheck.model.errors import ConfigError
from quotecheck.reading import Known, read_sources
from quotecheck.reading.manifest import find_manifest, read_manifest

WHOLE = """\
# The desk's sources.
[[source]]
path = "speech.txt"
id = "speech"
speaker = "Ada Brook"
author = "A. Writer"
title = "On bridges"
date = 2026-03-04
url = "https://example.org/speech"
language = "en"
fidelity = "edited"

[source.labels]
AB = "Ada Brook"

[[source]]
path = "old/speech.txt"
date = "March 2026"
version_of = "speech"
"""
WORDS = "“It’s late,” Ada Brook said.\n"


def write(path: Path, text: str = WORDS) -> Path:
    """A file with its directories."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))
    return path


def test_everything_it_can_say(tmp_path: Path) -> None:
    manifest = read_manifest(write(tmp_path / "sources.toml", WHOLE))
    first, second = manifest.entries
    assert first.known == Known(
        id="speech", speaker="Ada Brook", author="A. Writer", title="On bridges", date="2026-03-04",
        url="https://example.org/speech", language="en", fidelity=Fidelity.EDITED, labels=(("AB", "Ada Brook"),),
    )  # fmt: skip
    assert second.known == Known(date="March 2026", version_of="speech")
    assert (first.path, first.file, first.line) == ("speech.txt", str(tmp_path / "speech.txt"), 2)
    assert manifest.entry(str(tmp_path / "old/../speech.txt")) == first
    assert manifest.entry(str(tmp_path / "other.txt")) is None


WRONG = {
    "an unknown key": ('[[source]]\npath = "a"\nspeeker = "A"\n', 3, 'unknown key "speeker"; did you mean "speaker"?'),
    "an unknown table": ('[[sources]]\npath = "a"\n', 1, 'unknown key "sources"; did you mean "source"?'),
    "one table": ('[source]\npath = "a"\n', 1, '"source" must be an array of tables: write [[source]] above each'),
    "no path": ('[[source]]\nid = "a"\n', 1, 'a source needs a "path"'),
    "a path that is a number": ("[[source]]\npath = 1\n", 2, '"path" must be a string'),
    "a speaker that is a list": ('[[source]]\npath = "a"\nspeaker = ["A"]\n', 3, '"speaker" of a source must be'),
    "a fidelity that there is not": ('[[source]]\npath = "a"\nfidelity = "good"\n', 3, '"fidelity" of a source must'),
    "labels that are a list": ('[[source]]\npath = "a"\nlabels = ["A"]\n', 3, '"labels" of a source must be'),
    "a hash that is none": ('[[source]]\npath = "a"\nsha256 = "abc"\n', 3, '"sha256" of a source must be 64 hex'),
    "a file twice": ('[[source]]\npath = "a"\n[[source]]\npath = "./a"\n', 4, '"./a" is the path of two sources, see'),
    "an id twice": (
        '[[source]]\npath = "a"\nid = "x"\n[[source]]\npath = "b"\nid = "x"\n', 6, '"x" is the id of two sources',
    ),
    "a state of nothing": (
        '[[source]]\npath = "nato.txt"\n[[source]]\npath = "b"\nversion_of = "nato"\n', 5,
        '"version_of" names no source of this manifest: "nato"; did you mean "nato.txt"?',
    ),
    "a state of itself": (
        '[[source]]\npath = "a"\nversion_of = "a"\n', 3, '"version_of" must name the current state, and "a" is none',
    ),
    "a state of a state": (
        '[[source]]\npath="a"\n[[source]]\npath="b"\nversion_of="a"\n[[source]]\npath="c"\nversion_of="b"\n', 8,
        '"version_of" must name the current state, and "b" is none',
    ),
    "no TOML": ("[[source]\n", 1, "not TOML"),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_what_is_wrong_has_its_place(tmp_path: Path, case: str) -> None:
    text, line, message = WRONG[case]
    path = write(tmp_path / "sources.toml", text)
    with pytest.raises(ConfigError) as caught:
        read_manifest(path)
    assert message in caught.value.message
    assert (caught.value.path, caught.value.line) == (str(path), line)


def test_where_it_is_found(tmp_path: Path) -> None:
    """In the directory that is named; else beside what is named; no further up."""
    deep = write(tmp_path / "news/sources/speech.txt")
    assert find_manifest(str(tmp_path / "news/sources")) is None
    beside = write(tmp_path / "news/sources.toml", "")
    assert find_manifest(str(tmp_path / "news/sources")) == str(beside)
    assert find_manifest(str(deep)) is None
    inside = write(tmp_path / "news/sources/sources.toml", "")
    assert find_manifest(str(tmp_path / "news/sources")) == find_manifest(str(deep)) == str(inside)


def test_a_directory_is_read_with_what_is_known(tmp_path: Path) -> None:
    """Data that it names is read, hidden files too; the manifest itself is no source."""
    write(tmp_path / "speech.txt")
    write(tmp_path / "data.csv", "name;words\nAda;late\n")
    write(tmp_path / ".hidden.txt")
    write(tmp_path / "sources.toml", """
        [[source]]
        path = "data.csv"
        [[source]]
        path = ".hidden.txt"
        id = "hidden"
        [[source]]
        path = "speech.txt"
        speaker = "Ada Brook"
        url = "https://example.org"
    """)  # fmt: skip
    texts, problems = read_sources([tmp_path])
    assert [text.id for text in texts] == [str(tmp_path / "data.csv"), str(tmp_path / "speech.txt"), "hidden"]
    assert (texts[1].speaker, texts[1].url) == ("Ada Brook", "https://example.org")
    assert problems == []


def test_a_source_that_it_does_not_name_is_read_and_told_of(tmp_path: Path) -> None:
    write(tmp_path / "speech.txt")
    write(tmp_path / "talk.txt")
    write(tmp_path / "sources.toml", '[[source]]\npath = "speech.txt"\n')
    texts, problems = read_sources([tmp_path])
    assert len(texts) == 2
    assert [(one.code, one.fatal) for one in problems] == [("not-in-manifest", False)]
    assert "talk.txt" in problems[0].message and "speech.txt" not in problems[0].message


def test_a_source_that_is_named_and_gone_could_not_be_read(tmp_path: Path) -> None:
    """Only where its directory is asked for."""
    write(tmp_path / "a/speech.txt")
    write(tmp_path / "b/talk.txt")
    write(tmp_path / "sources.toml", '[[source]]\npath = "a/speech.txt"\n[[source]]\npath = "a/gone.txt"\n')
    texts, problems = read_sources([tmp_path / "a"])
    assert len(texts) == 1
    assert [(one.code, one.fatal, Path(one.path or "").name) for one in problems] == [("missing", True, "gone.txt")]
    _, problems = read_sources([tmp_path / "a/speech.txt", tmp_path / "b/talk.txt"])
    assert [one.code for one in problems if one.fatal] == []


def test_the_one_that_is_named_serves_for_all(tmp_path: Path) -> None:
    write(tmp_path / "a/speech.txt")
    write(tmp_path / "b/talk.txt")
    write(tmp_path / "a/sources.toml", "this is not read")
    manifest = read_manifest(write(tmp_path / "all.toml", '[[source]]\npath = "a/speech.txt"\nid = "speech"\n'))
    texts, problems = read_sources([tmp_path / "a/speech.txt", tmp_path / "b/talk.txt"], manifest=manifest)
    assert [text.id for text in texts] == ["speech", str(tmp_path / "b/talk.txt")]
    assert [one.code for one in problems] == ["not-in-manifest"]


def test_what_the_caller_knows_outranks_it(tmp_path: Path) -> None:
    """Field by field; labels are put together."""
    from quotecheck.reading import SourceRef

    write(tmp_path / "speech.txt")
    write(tmp_path / "sources.toml", WHOLE)
    write(tmp_path / "old/speech.txt")
    known = Known(speaker="Ben Cole", labels=(("BC", "Ben Cole"),))
    texts, _ = read_sources([SourceRef(str(tmp_path / "speech.txt"), known)])
    text = texts[0]
    assert (text.id, text.speaker, text.author, text.fidelity) == ("speech", "Ben Cole", "A. Writer", Fidelity.EDITED)
    assert text.labels == {"AB": "Ada Brook", "BC": "Ben Cole"}


@pytest.mark.parametrize("changed", [False, True])
def test_a_pinned_source_that_changed_is_a_problem(tmp_path: Path, changed: bool) -> None:
    """It is read all the same."""
    write(tmp_path / "speech.txt", WORDS + "More.\n" if changed else WORDS)
    pin = hashlib.sha256(WORDS.encode()).hexdigest()
    write(tmp_path / "sources.toml", f'[[source]]\npath = "speech.txt"\nsha256 = "{pin}"\n')
    texts, problems = read_sources([tmp_path])
    assert len(texts) == 1
    assert [(one.code, one.fatal) for one in problems] == [("changed", False)] * changed


def test_a_draft_is_no_source_even_if_it_is_named(tmp_path: Path) -> None:
    write(tmp_path / "speech.txt")
    draft = write(tmp_path / "draft.md")
    write(tmp_path / "sources.toml", '[[source]]\npath = "draft.md"\n[[source]]\npath = "speech.txt"\n')
    texts, problems = read_sources([tmp_path], but=[draft])
    assert [Path(text.id).name for text in texts] == ["speech.txt"] and problems == []
