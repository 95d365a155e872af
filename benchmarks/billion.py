"""``python -m benchmarks.billion``: what an article costs here, and from it a plan for a billion, on paper.

Everything is counted in processor seconds and bytes, so that a busy machine changes little. Prices are arguments.
"""

from __future__ import annotations

import argparse
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import attrs

from benchmarks.pages import write
from benchmarks.tables import markdown
from quotecheck import Checker, Source, Statement
from quotecheck.archive import Archive, Writer, create
from quotecheck.archive.segment import MOST_DOCUMENTS, Segment
from quotecheck.matching.query import read_query
from quotecheck.model import Text
from quotecheck.text.sentences import sentences

NAME = "billion"
STATEMENTS = 200
HOUR, TERA = 3600, 1e12


@attrs.frozen(kw_only=True)
class Constants:
    """What was measured, a document or a statement each; times are processor seconds.

    Attributes:
        documents: How many were measured.
        words: Words, figures and signs of one.
        characters: Code points of one.
        text: Bytes that it takes, compressed.
        index: Bytes of its index.
        voices: Bytes more where who says what is stored with it.
        build: Time to add one.
        build_voices: The same with who says what.
        lookup: Time of a search in a segment, however many documents that has.
        lookup_document: Time of a search for each document of the archive.
        touched_document: Bytes of the index that a search reads for each document of the archive.
        read: Documents that a search has read.
        check: Time of a whole check, the search in the documents measured with it.
        check_voices: The same where who says what is stored.
    """

    documents: int
    words: float
    characters: float
    text: float
    index: float
    voices: float
    build: float
    build_voices: float
    lookup: float
    lookup_document: float
    touched_document: float
    read: float
    check: float
    check_voices: float


@attrs.frozen(kw_only=True)
class Assumptions:
    """What is not measured but supposed.

    Attributes:
        articles: How many there are to be.
        statements: How many are checked.
        cores: Processors that work side by side.
        core_hour: Price of a processor for an hour.
        terabyte_month: Price of a terabyte of disk for a month.
        wait: Seconds that one search may take.
    """

    articles: float = 1e9
    statements: float = 1e6
    cores: int = 1000
    core_hour: float = 0.05
    terabyte_month: float = 25.0
    wait: float = 0.1


def plan(one: Constants, given: Assumptions) -> list[tuple[str, str, str]]:
    """The plan: (what, how much, how it follows)."""
    count, cores = given.articles, given.cores
    text, index, voices = (count * each / TERA for each in (one.text, one.index, one.voices))
    build, build_voices = (count * each / HOUR for each in (one.build, one.build_voices))
    segments = max(1, round(count / MOST_DOCUMENTS))
    search = one.lookup_document * count + one.lookup * segments
    shards = max(1, round(search / given.wait))
    checks = given.statements * (search + one.check_voices) / HOUR
    narrow = given.statements * (search / shards + one.check_voices) / HOUR
    disk = text + index + voices
    return [
        ("documents, compressed", f"{text:.2f} TB", "articles × bytes of text"),
        ("index", f"{index:.2f} TB", "articles × bytes of index"),
        ("who says what", f"{voices:.2f} TB", "articles × bytes more with voices"),
        ("disk while segments are merged, at most", f"{2 * disk:.2f} TB", "the old ones stay until the new are whole"),
        ("segments, merged", f"{segments:,}", f"{MOST_DOCUMENTS:,} documents each"),
        ("building", f"{build:,.0f} core hours", "articles × seconds"),
        ("building with who says what", f"{build_voices:,.0f} core hours", "articles × seconds with voices"),
        (f"the same on {cores:,} cores", f"{build_voices / cores:,.1f} hours", "partitions do not wait for each other"),
        ("price of that building", f"{build_voices * given.core_hour:,.0f}", "core hours × price"),
        ("price of the disk, a month", f"{disk * given.terabyte_month:,.0f}", "TB × price"),
        (
            "one search through all",
            f"{search:,.1f} core seconds",
            "both times, × articles and × segments",
        ),
        (
            "archives to part them into",
            f"{shards:,} of {count / shards:,.0f} articles",
            f"so that a search of one takes {given.wait:g} s",
        ),
        (
            "index that one search reads",
            f"{one.touched_document * count / 1e9:,.2f} GB",
            "of all archives",
        ),
        (
            f"{given.statements:,.0f} statements against all",
            f"{checks:,.0f} core hours, {checks / cores:,.1f} hours, price {checks * given.core_hour:,.0f}",
            "each searched in every archive, checked once",
        ),
        (
            f"{given.statements:,.0f} statements, each against one archive",
            f"{narrow:,.0f} core hours, {narrow / cores:,.2f} hours, price {narrow * given.core_hour:,.0f}",
            "where the date or the paper says which",
        ),
    ]


def measure(texts: Sequence[Text], copies: int) -> Constants:
    """The constants of some texts.

    Args:
        texts: Articles like those that are meant.
        copies: How many times larger the second archive is, from which the price of a document in a search follows.
    """
    asked = list(statements(texts))
    with tempfile.TemporaryDirectory() as work:
        plain, voiced, large = (Path(work) / name for name in ("plain", "voiced", "large"))
        build = _built(plain, texts, voices=False)
        build_voices = _built(voiced, texts, voices=True)
        _built(large, _copied(texts, copies), voices=False)
        with Archive(plain) as small, Archive(voiced) as spoken, Archive(large) as big:
            stats, more = small.stats(), spoken.stats()
            count = len(small)
            near, far = _searched(small, asked), _searched(big, asked)
            slope = max(0.0, (far - near) / (len(big) - count))
            return Constants(
                documents=count,
                words=stats.tokens / count,
                characters=stats.characters / count,
                text=stats.text_bytes / count,
                index=stats.index_bytes / count,
                voices=(more.text_bytes - stats.text_bytes) / count,
                build=build / count,
                build_voices=build_voices / count,
                lookup=max(0.0, near - slope * count),
                lookup_document=slope,
                touched_document=_touched(big, asked) / len(big),
                read=sum(len(small.likely(each, read_query(each.text))) for each in asked) / len(asked),
                check=_checked(small, asked),
                check_voices=_checked(spoken, asked),
            )


def statements(texts: Sequence[Text]) -> Iterator[Statement]:
    """Sentences of some of the texts as quotations; of every second one a word is left out."""
    step = max(1, len(texts) // STATEMENTS)
    for number, text in enumerate(texts[::step][:STATEMENTS]):
        long = [text.words(span) for span in sentences(text.content) if 8 <= len(text.words(span).split()) <= 40]
        if long:
            words = long[len(long) // 2].split()
            yield Statement(" ".join(words if number % 2 else words[:3] + words[4:]))


def _built(directory: Path, texts: Sequence[Text], *, voices: bool) -> float:
    create(directory, voices=voices)

    def build() -> None:
        with Writer(directory) as writer:
            writer.add(texts)
            writer.merge()

    return _seconds(build)


def _copied(texts: Sequence[Text], copies: int) -> list[Text]:
    return [attrs.evolve(text, id=f"{text.id} {copy}") for copy in range(copies) for text in texts]


def _searched(archive: Archive, asked: Sequence[Statement]) -> float:
    """Seconds of one search, the least of three rounds."""
    queries = [(each, read_query(each.text)) for each in asked]

    def search() -> None:
        for each, query in queries:
            archive.likely(each, query)

    return min(_seconds(search) for _ in range(3)) / len(asked)


def _touched(archive: Archive, asked: Sequence[Statement]) -> float:
    """Bytes of postings that one search reads, counted."""
    counted, original = 0, Segment.postings

    def counting(self: Segment, term: int) -> object:
        nonlocal counted
        found = original(self, term)
        counted += found.nbytes
        return found

    Segment.postings = counting  # type: ignore[method-assign,assignment]
    try:
        for each in asked:
            archive.likely(each, read_query(each.text))
    finally:
        Segment.postings = original  # type: ignore[method-assign]
    return counted / len(asked)


def _checked(archive: Archive, asked: Sequence[Statement]) -> float:
    checker = Checker([], archive=archive)

    def check() -> None:
        for each in asked:
            checker.check(each)

    return _seconds(check) / len(asked)


def _seconds(work: Callable[[], None]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def report(one: Constants, given: Assumptions) -> str:
    """Both tables, as Markdown."""
    per_document = [
        ("words, figures, signs", f"{one.words:,.0f}"),
        ("characters", f"{one.characters:,.0f}"),
        ("bytes of text, compressed", f"{one.text:,.0f}"),
        ("bytes of index", f"{one.index:,.0f}"),
        ("bytes more with who says what", f"{one.voices:,.0f}"),
        ("building, ms", f"{one.build * 1e3:.2f}"),
        ("building with who says what, ms", f"{one.build_voices * 1e3:.1f}"),
    ]
    per_statement = [
        ("search, ms a segment", f"{one.lookup * 1e3:.2f}"),
        ("search, ms more for each million documents", f"{one.lookup_document * 1e9:.1f}"),
        ("postings read, KB for each million documents", f"{one.touched_document * 1e3:,.0f}"),
        ("documents read", f"{one.read:.1f}"),
        ("check, ms", f"{one.check * 1e3:.1f}"),
        ("check, ms, who says what stored", f"{one.check_voices * 1e3:.1f}"),
        ("checks a core second", f"{1 / one.check_voices:.1f}"),
    ]
    python = platform.python_version()
    return "\n".join(
        [
            f"Python {python}; {one.documents:,} articles. Times are of one processor.",
            "",
            markdown(["of an article", "measured"], per_document),
            "",
            markdown(["of a statement", "measured"], per_statement),
            "",
            f"Supposed: {given.articles:,.0f} articles, {given.cores:,} cores, {given.core_hour:g} for a core hour, "
            f"{given.terabyte_month:g} for a terabyte and month.",
            "",
            markdown(["plan", "how much", "how it follows"], plan(one, given)),
        ]
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the tables and, with ``--out``, puts them into a page between its markers."""
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{NAME}", description=__doc__)
    parser.add_argument("--texts", type=Path, required=True, help="folder of articles (*.txt)")
    parser.add_argument("--copies", type=int, default=8, metavar="N", help="default: %(default)s")
    parser.add_argument("--out", type=Path, help="page to write the tables into, between its markers")
    for field in attrs.fields(Assumptions):
        kind = int if field.name == "cores" else float
        parser.add_argument(f"--{field.name.replace('_', '-')}", type=kind, default=field.default, metavar="NUMBER")
    asked = parser.parse_args(arguments)
    texts = [Source.read(path) for path in sorted(asked.texts.glob("*.txt"))]
    given = Assumptions(**{field.name: getattr(asked, field.name) for field in attrs.fields(Assumptions)})
    write(NAME, report(measure([text for text in texts if text.content.strip()], asked.copies), given), asked.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
