"""PDF files that cannot be read, in whole or in part, and those that mean harm: what is said, and what it costs."""

from __future__ import annotations

import threading
import time
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck.model.errors import ReadingError
from quotecheck.reading import read_bytes, read_file, read_sources
from quotecheck.reading.pdf import apart, guard
from tests.reading.papers import Drawn, bound, drawing, lines, paper

pytest.importorskip("pypdfium2")

FOLDER = Path("fixtures/pdf")
WHOLE = (FOLDER / "writer-columns.pdf").read_bytes()
WORDS = lines(30, 500, "Words that stand on a page")
UNMAPPED = [Drawn(30, 500, "Letters of no character", font="U")]

CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"

REFUSED = {
    "a scan": ((FOLDER / "scan.pdf").read_bytes(), "is a scan: it holds pictures and no text", "no-text"),
    "locked": ((FOLDER / "locked.pdf").read_bytes(), "locked with a password", "locked"),
    "no page's letters are characters": (paper(UNMAPPED), "not mapped to characters", "no-text"),
    "empty pages": (paper([], []), r"this PDF \(2 pages\) holds no text", "no-text"),
    "nothing but its first line": (b"%PDF-1.7\n", "damaged or cut off", "unreadable"),
    "words with its first line": (b"%PDF-1.7\nWe will not sell.\n" * 99, "damaged or cut off", "unreadable"),
    "a quarter of a file": (WHOLE[: len(WHOLE) // 4], "damaged or cut off|holds no text", None),
    "another file after its first line": (b"%PDF-1.7\n" + b"PK\x03\x04" * 9999, "damaged or cut off", "unreadable"),
    "pages without end": (
        bound([CATALOGUE, b"<< /Type /Pages /Count 9 /Kids [2 0 R] >>", b"<< >>"]),
        "damaged|no text",
        None,
    ),
}


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_what_cannot_be_read_says_so(case: str) -> None:
    """ "Could not check", never "absent": an error with the file's name and what to do."""
    data, message, code = REFUSED[case]
    with pytest.raises(ReadingError, match=message) as caught:
        read_bytes(data, "paper.pdf")
    assert caught.value.path == "paper.pdf"
    assert code is None or caught.value.code == code


def test_a_scan_is_fatal_among_sources() -> None:
    """What was asked for could not be checked at all (exit code 3)."""
    texts, problems = read_sources([FOLDER / "scan.pdf", FOLDER / "writer-article.pdf"])
    assert len(texts) == 1
    assert [(one.code, one.fatal) for one in problems] == [("no-text", True)]


PARTLY = {
    "a page is a picture": ((FOLDER / "page-scanned.pdf").read_bytes(), "page-unread", "page 2 "),
    "a page's letters are no characters": (paper(WORDS, UNMAPPED, WORDS, UNMAPPED), "page-unread", "pages 2, 4 "),
    "cut off at its end": (paper(WORDS)[:-7], "incomplete", "cut off"),
}


@pytest.mark.parametrize("case", PARTLY, ids=str)
def test_what_is_read_in_part_says_so(case: str) -> None:
    """The source is incomplete (QC505): what is not found in it may stand on that page."""
    data, code, message = PARTLY[case]
    text = read_bytes(data, "paper.pdf")
    assert text.content
    assert [problem.code for problem in text.problems] == [code]
    assert message in text.problems[0].message and not text.problems[0].fatal


WHOLE_ANYWAY = {
    "an empty page among others": paper(WORDS, [], WORDS),
    "may not be printed": (FOLDER / "owner-locked.pdf").read_bytes(),
    "something stands before it": b"\n\n" + paper(WORDS),
}


@pytest.mark.parametrize("case", WHOLE_ANYWAY, ids=str)
def test_what_is_whole_is_no_problem(case: str) -> None:
    """A file whose owner forbids to print it may be read."""
    text = read_bytes(WHOLE_ANYWAY[case], "paper.pdf")
    assert text.content and text.problems == ()


def packed(piece: bytes, times: int) -> bytes:
    """A stream that unpacks to many times a piece."""
    packing = zlib.compressobj(9)
    out = packing.compress(drawing(WORDS))
    for _ in range(times):
        out += packing.compress(piece)
    return out + packing.flush()


def holding(stream: bytes, *others: bytes, filters: bytes = b"/FlateDecode", again: int = 1) -> bytes:
    """A file of one page with this content stream, packed as it is."""
    return bound(
        [
            CATALOGUE,
            b"<< /Type /Pages /Count 1 /Kids [5 0 R] >>",
            b"<< >>",
            b"<< /Length %d /Filter %s >>\nstream\n%s\nendstream" % (len(stream), filters, stream),
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 600] /Resources << /Font << /F << /Type "
            b"/Font /Subtype /Type1 /BaseFont /Helvetica >> >> /XObject << /X 6 0 R >> >> "
            b"/Contents [%s] >>" % (b"4 0 R " * again),
            *others,
        ]
    )


def laughter(deep: int, wide: int) -> list[bytes]:
    """Forms that each draw the next one many times."""
    forms = []
    for level in range(deep):
        inner = (b"/X Do " * wide) if level < deep - 1 else drawing(WORDS)
        forms.append(
            b"<< /Type /XObject /Subtype /Form /BBox [0 0 420 600] /Resources << /XObject << /X %d 0 R >> >> "
            b"/Length %d >>\nstream\n%s\nendstream" % (7 + level, len(inner), inner)
        )
    return forms


BOMBS = {
    "spaces without end": holding(packed(b" " * 1_000_000, 300)),
    "states without end": holding(packed(b"q " * 500_000, 14)),
    "packed twice": holding(zlib.compress(packed(b" " * 1_000_000, 100)), filters=b"[/FlateDecode /FlateDecode]"),
    "forms in forms": holding(zlib.compress(b"/X Do"), *laughter(9, 10)),
    "many forms in two forms": holding(zlib.compress(b"/X Do"), *laughter(3, 30_000)),
    "one stream again and again": holding(packed(b"BT /F 9 Tf (x) Tj ET " * 50_000, 3), again=2_000),
}


@pytest.mark.parametrize("case", BOMBS, ids=str)
def test_a_bomb_is_read_apart(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process of its own ends at its limit, and this one takes neither its memory nor its time."""
    monkeypatch.setattr(apart, "SECONDS", 1)
    assert not guard.is_usual(BOMBS[case])
    started = time.perf_counter()
    try:
        read_bytes(BOMBS[case], "bomb.pdf")
    except ReadingError as error:
        assert error.code in ("unsafe", "no-text")
    assert time.perf_counter() - started < 15


USUAL = {
    "a page": paper(WORDS),
    "many pages": paper(*([WORDS] * 50)),
    "a picture that unpacks to much": holding(packed(b" ", 1), b"<< /Subtype /Image /Filter /FlateDecode >>\nstream\n"
                                              + zlib.compress(bytes(40_000_000)) + b"\nendstream"),
    "a form": holding(zlib.compress(b"/X Do"), *laughter(2, 3)),
}  # fmt: skip


@pytest.mark.parametrize("case", USUAL, ids=str)
def test_usual_files_are_read_here(case: str) -> None:
    """A process of its own takes a fifth of a second."""
    assert guard.is_usual(USUAL[case])
    assert "Words" in read_bytes(USUAL[case], "paper.pdf").content


@pytest.mark.parametrize(
    "name", ["writer-columns", "typeset-columns", "browser", "writer-article", "page-scanned", "scan"]
)
def test_real_files_are_usual(name: str) -> None:
    """Whatever program made them."""
    assert guard.is_usual((FOLDER / f"{name}.pdf").read_bytes())


def test_apart_and_here_are_the_same() -> None:
    """A file reads the same in a process of its own; so do its errors."""
    data = (FOLDER / "typeset-columns.pdf").read_bytes()
    assert guard._opened_apart(data, "a.pdf") == guard.opened(data, "a.pdf")
    with pytest.raises(ReadingError, match="locked"):
        guard._opened_apart((FOLDER / "locked.pdf").read_bytes(), "a.pdf")


STRANGE = {
    "far away": [*WORDS, Drawn(10.0**9, 10.0**9, "no"), Drawn(-(10.0**30), 3, "no")],
    "of no size": [*WORDS, Drawn(30, 400, "no", size=0)],
    "of a thousand sizes": [Drawn(30, 590 - n / 2, f"w{n}", size=1 + n / 50) for n in range(1000)],
    "all in one place": [Drawn(30, 500, "words") for _ in range(3000)],
    "in stairs": [Drawn(n / 10, n / 7, "x y") for n in range(4000)],
    "figures and letters by turns": [Drawn(5, 500, "a1" * 20_000, size=0.01)],
    "in hundreds of columns": [Drawn(8 * n, 500 - 9 * m, "w", size=8) for n in range(50) for m in range(50)],
}


@pytest.mark.parametrize("case", STRANGE, ids=str)
def test_strange_pages_end_in_bounded_time(case: str) -> None:
    """Whatever is drawn wherever."""
    started = time.perf_counter()
    try:
        read_bytes(paper(STRANGE[case]), "paper.pdf")
    except ReadingError as error:
        assert error.code == "no-text"
    assert time.perf_counter() - started < 10


@given(st.integers(0, len(WHOLE)), st.integers(0, len(WHOLE)), st.binary(max_size=9))
@settings(max_examples=8)
def test_damage_of_any_kind(start: int, length: int, other: bytes) -> None:
    """Bytes lost or overwritten: a text or a reading error, and nothing else."""
    data = WHOLE[:start] + other + WHOLE[min(len(WHOLE), start + length % 2000) :]
    try:
        read_bytes(data, "paper.pdf")
    except ReadingError as error:
        assert error.path == "paper.pdf"


def test_many_threads_read_at_once() -> None:
    """The library is not safe for threads; its user is."""
    wanted = read_file(FOLDER / "writer-columns.pdf").content
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(read_bytes(WHOLE, "a.pdf").content)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [wanted] * 8
