"""The seed's candidates against the article as plain text and as a Word document: the same verdicts."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from quotecheck import Checker
from quotecheck.reading import Candidate, read_candidates, read_file

ROOT = Path(__file__).parents[2]
CANDIDATES = ROOT / "fixtures" / "candidates" / "no-fly-zone.jsonl"


@cache
def checker(path: Path) -> Checker:
    return Checker([read_file(path)])


def test_the_same_verdicts() -> None:
    """For every candidate of the list; speakers of the evidence too."""
    article = next((ROOT / "seeds").glob("*.txt"))
    checked = 0
    with open(CANDIDATES, "rb") as stream:
        for candidate in read_candidates(stream, str(CANDIDATES)):
            assert isinstance(candidate, Candidate)
            plain = checker(article).check(candidate.statement)
            word = checker(ROOT / "fixtures" / "docx" / "seed.docx").check(candidate.statement)
            assert (word.verdict, word.outcome) == (plain.verdict, plain.outcome), candidate.statement.text
            if plain.evidence and word.evidence:
                whose = [passage.speaker for passage in plain.evidence.passages]
                assert [passage.speaker for passage in word.evidence.passages] == whose
            checked += 1
    assert checked > 5


def test_another_library_reads_the_same_paragraphs() -> None:
    """The package python-docx, where it is installed, on files without tracked changes."""
    docx = pytest.importorskip("docx")
    for name in ("seed.docx", "hearing.docx"):
        path = ROOT / "fixtures" / "docx" / name
        theirs = [paragraph.text.strip() for paragraph in docx.Document(str(path)).paragraphs]
        assert read_file(path).content.split("\n\n") == [text for text in theirs if text]
