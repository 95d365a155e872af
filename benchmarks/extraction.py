"""``python -m benchmarks.extraction --data PATH``: how many statements are found in texts, and with whose name."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import attrs

from benchmarks.matches import Score, score
from benchmarks.pages import arguments_of, write
from benchmarks.quotations import Document, Quotation, extracted, read_documents
from benchmarks.tables import markdown, share

NAME = "extraction"
SUITES = ("scotus", "gum", "litbank", "dewikinews")
DIRECT = frozenset({"direct"})
OTHER = frozenset({"indirect", "mixed"})

INTRODUCTION = """\
`found`: labelled statements that a statement found by `quotecheck extract`, or a part of one, overlaps with a Jaccard
share of 0.8 of the code points at least. `precision`: statements found that are labelled; it says nothing of reported
speech, where the labels hold thoughts too, or only some of it. `speaker`: of the statements found whose label names a
speaker, those with that speaker."""


@attrs.frozen
class Part:
    """Some documents and kinds of a suite.

    Attributes:
        name: As the table calls it.
        suite: The suite's name.
        kinds: The labelled kinds.
        holds: True of the names of its documents.
        closed: True if every statement of these kinds is labelled, so that precision can be said.
    """

    name: str
    suite: str
    kinds: frozenset[str]
    holds: Callable[[str], bool] = lambda _: True
    closed: bool = True


def _genre(genre: str) -> Callable[[str], bool]:
    return lambda document: document.startswith(f"gum-{genre}-")


PARTS = (
    Part("scotus: turns", "scotus", DIRECT),
    Part("gum, interviews: turns", "gum", DIRECT, _genre("interview")),
    Part("gum, news: in marks", "gum", DIRECT, _genre("news")),
    Part("gum, news: reported", "gum", OTHER, _genre("news"), closed=False),
    Part("litbank: in marks", "litbank", DIRECT),
    Part("dewikinews: in marks", "dewikinews", DIRECT, closed=False),
    Part("dewikinews: reported", "dewikinews", OTHER, closed=False),
)


def rows(documents: Sequence[Document], found: Mapping[str, Sequence[Quotation]], suite: str) -> Iterator[list[str]]:
    """The table's lines for one suite; one line for the whole of a suite that has no parts."""
    for part in [part for part in PARTS if part.suite == suite] or [Part(suite, suite, DIRECT)]:
        chosen = [document for document in documents if part.holds(document.name)]
        yield _cells(part, score(chosen, found, part.kinds))


def _cells(part: Part, of: Score) -> list[str]:
    counts = [str(of.documents), f"{of.found} of {of.labelled}", share(of.recall)]
    closed = [share(of.precision), share(of.f1)] if part.closed else [share(None), share(None)]
    return [part.name, *counts, *closed, f"{of.right} of {of.named}", share(of.speaker)]


def measure(folders: Iterable[Path], command: str) -> str:
    """The table, as Markdown."""
    lines: list[list[str]] = []
    for folder in folders:
        documents = read_documents(folder)
        lines += rows(documents, extracted(documents, command), folder.name)
    heading = ["part of a suite", "texts", "found", "recall", "precision", "F1", "speaker right", "share"]
    return "\n".join([INTRODUCTION, "", markdown(heading, lines)])


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table and, with ``--out``, puts it into a page between its markers."""
    asked = arguments_of(NAME, __doc__, SUITES, arguments)
    write(NAME, measure((asked.data / name for name in asked.suites), asked.command), asked.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
