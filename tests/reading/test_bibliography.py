"""Bibliographies: what a key stands for, and which one a draft names."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from quotecheck import Checker, Source
from quotecheck.model.errors import ReadingError
from quotecheck.reading import read_file
from quotecheck.reading.bibliography import read_bibliography

BIB = r"""
@article{jabref, title={{The} Harbour}, file={:papers/brook.pdf:PDF}, year=2026, month=mar}
@misc{zotero, title="Talk", file={/Users/x/storage/cole.pdf:application/pdf;/b.html:text/html}}
@misc{windows, file={C\:\\papers\\voss.pdf}}
@misc{plain, title={A {Long} Letter}, url={https://a.example/letter}}
@misc{nothing, year=2026}
@broken{ x
"""
CSL = [
    {"id": "plain", "title": "A Long Letter", "URL": "https://a.example/letter"},
    {"id": "http://zotero/1", "citation-key": "zotero", "title": "Talk", "file": "cole.pdf"},
    {"title": "no id"},
]


def test_what_bibtex_keys_stand_for(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(BIB, encoding="utf-8")
    assert read_bibliography(tmp_path / "refs.bib") == {
        "jabref": "brook.pdf",
        "zotero": "cole.pdf",
        "windows": "voss.pdf",
        "plain": "A Long Letter https://a.example/letter",
    }


@pytest.mark.parametrize("whole", [CSL, {"items": CSL}, {"references": CSL}], ids=["list", "items", "references"])
def test_what_csl_keys_stand_for(tmp_path: Path, whole: object) -> None:
    (tmp_path / "refs.json").write_text(json.dumps(whole), encoding="utf-8")
    assert read_bibliography(tmp_path / "refs.json") == {
        "plain": "A Long Letter https://a.example/letter",
        "zotero": "cole.pdf",
    }


@pytest.mark.parametrize("content", ["[", '{"a": 1}', "[" * 100_000], ids=["cut off", "no list", "deep"])
def test_what_is_none_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "refs.json").write_text(content, encoding="utf-8")
    with pytest.raises(ReadingError):
        read_bibliography(tmp_path / "refs.json")


def test_one_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadingError):
        read_bibliography(tmp_path / "refs.bib")
    with pytest.raises(ReadingError):
        read_bibliography(tmp_path)


@pytest.mark.parametrize(
    "front",
    ["bibliography: refs.bib", "bibliography: [refs.bib]", "bibliography:\n  - refs.bib", 'bibliography: "refs.bib"'],
)
def test_a_draft_names_its_own(tmp_path: Path, front: str) -> None:
    (tmp_path / "refs.bib").write_text(BIB, encoding="utf-8")
    draft = tmp_path / "draft.md"
    draft.write_text(f"---\ntitle: x\n{front}\n---\n\n“We stay” [@jabref, p. 2].\n", encoding="utf-8")
    assert read_file(draft).bibliography["jabref"] == "brook.pdf"


def test_one_outside_or_missing_is_told_or_passed_over(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("---\nbibliography: [/etc/hosts, none.bib]\n---\n\nText.\n", encoding="utf-8")
    text = read_file(draft)
    assert text.bibliography == {} and [one.code for one in text.problems] == ["unreadable"]


def test_the_key_leads_to_the_file_and_the_place(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text("@misc{brook, file={:x/speech.txt:TXT}}\n@misc{cole, file={:x/talk.txt:TXT}}\n")
    (tmp_path / "speech.txt").write_text("It rained.\n“We will not sell the harbour,” Ada Brook said.\n")
    (tmp_path / "talk.txt").write_text("“I shall miss the old pier,” Ben Cole said.\n")
    (tmp_path / "draft.md").write_text(
        "---\nbibliography: refs.bib\n---\n\n"
        "“We will not sell the harbour,” Ada Brook said [@brook, line 2].\n\n"
        "“We will not sell the harbour,” Ada Brook said [@brook, line 1].\n\n"
        "“We will not sell the harbour,” Ada Brook said [@cole].\n",
        encoding="utf-8",
    )
    checker = Checker([Source.read(tmp_path / "speech.txt"), Source.read(tmp_path / "talk.txt")])
    report = checker.check_draft(read_file(tmp_path / "draft.md"))
    direct = [one for one in report.results if one.statement.kind.value == "direct"]
    codes = [{found.code.value for found in one.findings} & {"QC302", "QC306"} for one in direct]
    assert codes == [set(), {"QC306"}, {"QC302"}]


@pytest.mark.parametrize(
    "words", ["\\bibliography" + " " * 500_000, "\\bibliography[" * 3_000, "\\bibliography" * 50_000]
)
def test_a_document_that_names_one_without_end(words: str, tmp_path: Path) -> None:
    """Far below what a square of the length would take."""
    began = time.process_time()
    (tmp_path / "a.tex").write_text(f"Words.\n{words}", "utf-8")
    assert "Words." in read_file(tmp_path / "a.tex").content
    assert time.process_time() - began < 20
