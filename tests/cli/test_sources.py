"""``quotecheck sources``, and the manifest at work in ``check`` and ``batch``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran, runner
from tests.cli.houses import write_all

MANIFEST = """\
# What we checked.
[[source]]
path = "talk.txt"
id = "talk"
speaker = "Ada Brook"

[[source]]
path = "page.html"
id = "page"
date = "2026-03-02"

[[source]]
path = "page-old.html"
id = "page-old"
date = "2026-03-01"
version_of = "page"
"""
PAGE = "<html><body><article><p>“The bridge will open in {},” Ben Cole said on Monday at the town hall.</p></article>"
FILES = {
    "sources/sources.toml": MANIFEST,
    "sources/talk.txt": "My friends, the ferry must stay. It is late.\n",
    "sources/page.html": PAGE.format("June"),
    "sources/page-old.html": PAGE.format("May"),
    "draft.md": "“The ferry must stay,” Ada Brook said.\n",
}


@pytest.fixture
def run(tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """The command line in a house of its own."""
    write_all(tmp_path, FILES)
    monkeypatch.chdir(tmp_path)
    return runner(capfd)


def test_lock_and_verify(run: Callable[..., Ran], tmp_path: Path) -> None:
    """Unpinned, pinned, changed, gone, new; code 1 unless all are the same."""
    manifest = "sources/sources.toml"
    ran = run("sources", "verify", manifest)
    assert (ran.code, ran.out.splitlines()[-1]) == (1, "3 sources: 3 not pinned")
    ran = run("sources", "lock", manifest)
    assert ran.out == (
        "pinned: talk.txt\npinned: page.html\npinned: page-old.html\nsources/sources.toml: 3 sources, 3 written\n"
    )
    ran = run("sources", "verify", manifest)
    assert (ran.code, ran.out) == (0, "3 sources: 3 same\n")
    write_all(tmp_path, {"sources/talk.txt": "It is early.\n", "sources/new.txt": "New.\n"})
    (tmp_path / "sources/page-old.html").unlink()
    ran = run("sources", "verify", manifest)
    assert (ran.code, ran.out) == (
        1,
        "changed: talk.txt\nmissing: page-old.html\nnot in the manifest: new.txt\n"
        "4 sources: 1 changed, 1 same, 1 missing, 1 not in the manifest\n",
    )
    ran = run("sources", "lock", "--add", "sources")
    assert ran.out == (
        "pinned anew: talk.txt\nmissing: page-old.html\nadded: new.txt\nsources/sources.toml: 4 sources, 2 written\n"
    )
    assert ran.code == 3
    text = (tmp_path / manifest).read_text("utf-8")
    assert text.startswith("# What we checked.\n") and '\n[[source]]\npath = "new.txt"\nsha256 = ' in text


def test_which_manifest(run: Callable[..., Ran], tmp_path: Path) -> None:
    """The one named; the configuration's; beside the sources; here."""
    assert run("sources", "verify").code == 2
    assert "there is no sources.toml here or beside the sources" in run("sources", "lock").err
    write_all(tmp_path, {"quotecheck.toml": 'sources = ["sources"]\n'})
    assert run("sources", "verify").out.endswith("3 sources: 3 not pinned\n")
    write_all(tmp_path, {"all.toml": "", "quotecheck.toml": 'manifest = "all.toml"\n'})
    assert run("sources", "verify").out == "no sources\n"
    assert run("sources", "verify", "gone.toml").code == 2


def test_a_manifest_is_made(run: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "sources/sources.toml").unlink()
    ran = run("sources", "lock", "--add", "sources")
    assert ran.code == 0 and ran.out.endswith("sources/sources.toml: 3 sources, 3 written\n")
    assert run("sources", "verify", "sources/sources.toml").code == 0


@pytest.mark.parametrize("argv", [("verify", "--add", "sources"), ("lock", "--add", "draft.md")], ids=str)
def test_add_is_for_directories_and_lock(run: Callable[..., Ran], argv: tuple[str, ...]) -> None:
    assert run("sources", *argv).code == 2


def test_a_manifest_at_work(run: Callable[..., Ran]) -> None:
    """It stands in the directory: the whole talk is Ada Brook's, and the results speak of it by its id."""
    ran = run("check", "draft.md", "--source", "sources")
    assert (ran.code, ran.err) == (0, "")
    assert "source: talk:1:13 · Ada Brook" in ran.out


def test_a_manifest_alone_names_the_sources(run: Callable[..., Ran], tmp_path: Path) -> None:
    """By an option or the configuration; one that is gone is said to be."""
    assert run("check", "draft.md", "--sources", "sources/sources.toml").code == 0
    write_all(tmp_path, {"quotecheck.toml": 'manifest = "sources/sources.toml"\n'})
    ran = run("check", "draft.md", "-f", "json")
    paths = [one["path"] for one in json.loads(ran.out)["sources"]]
    assert ran.code == 0 and paths == ["sources/talk.txt", "sources/page.html", "sources/page-old.html"]
    (tmp_path / "sources/page.html").unlink()
    ran = run("check", "draft.md")
    assert ran.code == 3 and "sources/page.html: no such file" in ran.err


@pytest.mark.parametrize(
    ("month", "outcome", "codes"),
    [("June", "pass", {"QC100"}), ("May", "pass", {"QC100", "QC307"}), ("July", "fail", {"QC403"})],
)
def test_states_of_a_page(run: Callable[..., Ran], tmp_path: Path, month: str, outcome: str, codes: set[str]) -> None:
    write_all(tmp_path, {"draft.md": f"“The bridge will open in {month},” Ben Cole said.\n"})
    result = json.loads(run("check", "draft.md", "-s", "sources", "-f", "json").out)["results"][0]
    assert result["outcome"] == outcome
    found = {one["code"] for one in result["findings"]}
    assert codes <= found and ("QC307" in found) is ("QC307" in codes)
    told = [one["message"] for one in result["findings"] if one["code"] == "QC307"]
    assert told in ([], ["This stands in another state of the source: page-old (2026-03-01)."])


def test_a_changed_source_is_told_of(run: Callable[..., Ran], tmp_path: Path) -> None:
    run("sources", "lock", "sources/sources.toml")
    write_all(tmp_path, {"sources/talk.txt": "The ferry must stay. It is very late.\n"})
    ran = run("check", "draft.md", "-s", "sources", "-f", "json")
    assert [one["code"] for one in json.loads(ran.out)["problems"]] == ["changed"]
    assert "it changed since it was pinned" in ran.err and ran.code == 0


def test_a_manifest_in_a_list_of_candidates(run: Callable[..., Ran], tmp_path: Path) -> None:
    """A line's own sources have one too; what the line says outranks it."""
    line = {"text": "The ferry must stay", "speaker": "Ada Brook", "sources": ["sources/talk.txt"]}
    other = line | {"sources": [{"path": "sources/talk.txt", "speaker": "Ben Cole"}]}
    write_all(tmp_path, {"list.jsonl": f"{json.dumps(line)}\n{json.dumps(other)}\n"})
    results = [json.loads(one) for one in run("batch", "list.jsonl", "-f", "jsonl").out.splitlines()]
    assert [one["verdict"] for one in results] == ["exact", "misattributed"]


def test_a_wrong_manifest_is_a_usage_error(run: Callable[..., Ran], tmp_path: Path) -> None:
    write_all(tmp_path, {"sources/sources.toml": '[[source]]\npath = "talk.txt"\nspeeker = "Ada"\n'})
    ran = run("check", "draft.md", "-s", "sources")
    assert ran.code == 2 and 'sources.toml:3:1: unknown key "speeker"; did you mean "speaker"?' in ran.err
