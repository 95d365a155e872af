"""The same article in every format: the same verdicts. Word documents and talk have files of their own."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import pytest

from quotecheck import Checker, Kind, Statement
from quotecheck.reading import read_file

SEED = next(Path("seeds").glob("*.txt"))
FILES = {
    "as a news site delivers it": "fixtures/html/news-site.html",
    "as a browser saves it": "fixtures/html/chromium-saved.html",
    "in Windows-1252": "fixtures/html/windows-1252.html",
    "by pandoc": "fixtures/html/pandoc.html",
    "by a word processor as HTML": "fixtures/html/libreoffice.html",
    "as a browser prints it": "fixtures/pdf/browser.pdf",
    "by a word processor as PDF": "fixtures/pdf/writer-article.pdf",
    "OpenDocument": "fixtures/documents/seed.odt",
    "rich text": "fixtures/documents/seed.rtf",
    "a book (EPUB)": "fixtures/documents/seed.epub",
    "a book (FictionBook)": "fixtures/documents/seed.fb2",
    "an InCopy story": "fixtures/documents/seed.icml",
    "an InDesign layout": "fixtures/documents/seed.idml",
    "LaTeX": "fixtures/documents/seed.tex",
    "LaTeX with csquotes": "fixtures/documents/seed-csquotes.tex",
    "reStructuredText": "fixtures/documents/seed.rst",
    "a letter": "fixtures/packed/seed.eml",
    "a saved page in one file": "fixtures/packed/seed.mhtml",
    "an archived page": "fixtures/packed/seed.warc.gz",
    "in a zip file": "fixtures/packed/seed.zip",
    "in a gzip file": "fixtures/packed/seed.txt.gz",
}
STATEMENTS = (
    Statement("NATO is not part of the conflict", speaker="Jens Stoltenberg"),
    Statement("NATO is a defensive alliance, we don't seek war, conflict with Russia.", speaker="Stoltenberg"),
    Statement("NATO is a defensive alliance, we seek war, conflict with Russia.", speaker="Stoltenberg"),
    Statement("Europe must wake up. Russian tanks are firing at the nuclear power station", speaker="Zelenskiy"),
    Statement("Europe must wake up", speaker="Jens Stoltenberg"),
    Statement("Only urgent Europe actions can stop Russian troops.", speaker="Volodymyr Zelenskiy"),
    Statement("We don’t have to do anything to escalate", speaker="Jose Manuel Albares"),
    Statement("Neither NATO nor the European allies … and the Ukrainian government want war.", speaker="Albares"),
    Statement("No-fly zone means NATO being in a conflict", speaker="Jan Lipavsky"),
    Statement("this is the proper solution", speaker="Lipavsky"),
    Statement("this is the only proper solution", speaker="Lipavsky"),
    Statement("obviously this is something that we take into account in taking our decisions", speaker="Melanie Joly"),
    Statement("reckless", speaker="Jens Stoltenberg"),
    Statement("irresponsible", speaker="Vladimir Putin"),
    Statement("Policing a no-fly zone over Ukrainian airspace would force its aircraft to confront", speaker="Joly"),
    Statement("We will never abandon the people of Ukraine", speaker="Albares"),
    Statement("NATO enforced a no-fly zone over Bosnia-Herzegovina in 1993.", kind=Kind.INDIRECT),
    Statement("NATO enforced a no-fly zone over Bosnia-Herzegovina in 1995.", kind=Kind.INDIRECT),
    Statement("The alliance has not raised its own alert level.", kind=Kind.INDIRECT),
)


@cache
def verdicts(path: str) -> tuple[str, ...]:
    """The verdict of every statement against one file."""
    checker = Checker([read_file(path)])
    found = (checker.check(one).verdict for one in STATEMENTS)
    return tuple(one.value if one else "none" for one in found)


@pytest.mark.parametrize("case", FILES, ids=str)
def test_the_same_verdicts_in_every_format(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the words are decides, and not the file that they are in."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    if FILES[case].endswith(".pdf"):
        pytest.importorskip("pypdfium2")
    told = {one.text: verdict for one, verdict in zip(STATEMENTS, verdicts(FILES[case]), strict=True)}
    assert told == {one.text: verdict for one, verdict in zip(STATEMENTS, verdicts(str(SEED)), strict=True)}


def test_the_verdicts_are_of_all_kinds() -> None:
    """A list on which everything is absent would prove nothing."""
    assert set(verdicts(str(SEED))) == {"exact", "paraphrased", "misattributed", "absent"}
