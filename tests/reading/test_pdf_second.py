"""The second reader of PDF files: the pages asked for, or nothing. It never fails and never takes long."""

from __future__ import annotations

import hashlib
import time
import zlib
from pathlib import Path

import pytest

from quotecheck.reading.pdf import apart, second
from tests.reading.papers import bound, lines, paper

pytest.importorskip("pypdf")

FOLDER = Path("fixtures/pdf")
CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"


def again(path: Path, *pages: int) -> dict[int, str]:
    """Pages of a file as it is now."""
    return dict(second.pages_again(str(path), hashlib.sha256(path.read_bytes()).hexdigest(), pages))


def test_the_pages_that_are_asked_for() -> None:
    """By number, from 1; those that the file does not have are not among them."""
    found = again(FOLDER / "browser.pdf", 2, 3, 99)
    assert set(found) == {2} and len(found[2]) > 100


def test_pages_without_words_are_not_among_them() -> None:
    """A scan has no second reading either."""
    assert again(FOLDER / "scan.pdf", 1, 2) == {}


def test_another_file_is_not_read(tmp_path: Path) -> None:
    """Only the bytes that were read first are read again."""
    path = tmp_path / "a.pdf"
    path.write_bytes(paper(lines(30, 500, "Words")))
    assert again(path, 1)
    assert second.pages_again(str(path), "0" * 64, [1]) == {}
    assert second.pages_again(str(tmp_path / "none.pdf"), "0" * 64, [1]) == {}
    assert second.pages_again("a\0b", "0" * 64, [1]) == {}
    text = tmp_path / "a.txt"
    text.write_text("words", encoding="utf-8")
    assert again(text, 1) == {}


def _page(stream: bytes) -> list[bytes]:
    return [
        CATALOGUE,
        b"<< /Type /Pages /Count 1 /Kids [4 0 R] >>",
        b"<< >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 5 0 R "
        b"/Resources << /XObject << /A 5 0 R >> >> >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]


def _swelling() -> bytes:
    packing = zlib.compressobj(9)
    return b"".join(packing.compress(b"BT () Tj ET " * 2**16) for _ in range(2**10)) + packing.flush()


HOSTILE = {
    "pages in a ring": bound([CATALOGUE, b"<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R] >>", b"<< >>"]),
    "a form that draws itself": bound(_page(zlib.compress(b"/A Do /A Do"))),
    "a page that swells": bound(_page(_swelling())),
    "arrays in arrays": b"%PDF-1.7\n1 0 obj\n" + b"[" * 200_000 + b"\nendobj\ntrailer << /Root 1 0 R >>\n",
    "a table that points to itself": b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \n"
    b"trailer << /Size 1 /Prev 9 /Root 1 0 R >>\nstartxref\n9\n%%EOF",
    "locked": (FOLDER / "locked.pdf").read_bytes(),
    "half a file": (FOLDER / "browser.pdf").read_bytes()[:9000],
    "nothing but its first line": b"%PDF-1.7\n",
}


@pytest.mark.parametrize("case", HOSTILE, ids=str)
def test_a_file_that_means_harm_has_no_second_reading(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No error, no words, and the time is limited."""
    monkeypatch.setattr(apart, "SECONDS", 10)
    path = tmp_path / "a.pdf"
    path.write_bytes(HOSTILE[case])
    start = time.monotonic()
    assert all(not words.strip(" []()") for words in again(path, 1, 2, 3).values())
    assert time.monotonic() - start < 30


@pytest.mark.parametrize("work", ["while True: pass", "'a' * 2**40", "raise SystemExit(3)", "print('no pickle')"])
def test_whatever_its_process_does_is_no_answer(work: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Time, memory, an end of its own, another answer."""
    monkeypatch.setattr(apart, "SECONDS", 2)
    monkeypatch.syspath_prepend(str(tmp_path))
    body = f"from quotecheck.reading.pdf import apart\ndef work(request):\n    {work}\n"
    body += "def main():\n    apart.serve(work)\n"
    (tmp_path / "harmful_reader.py").write_text(body, encoding="utf-8")
    assert apart.asked("harmful_reader", ("request",)) is None
