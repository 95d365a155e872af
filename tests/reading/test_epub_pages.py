"""Printed pages of books in EPUB: from page breaks and from both lists, as the specifications have them."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck import Checker, Statement
from quotecheck.model import Text
from quotecheck.reading import read_bytes
from quotecheck.reading.documents.epub_pages import breaks, listed, number_of

CONTAINER = '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
OPF = (
    "<package><metadata><dc:title>The Yard</dc:title></metadata><manifest>"
    '<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    '<item id="x" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    '<item id="a" href="text/a.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="b" href="text/b.xhtml" media-type="application/xhtml+xml"/>'
    '</manifest><spine toc="x"><itemref idref="a"/><itemref idref="b"/></spine></package>'
)


def book(first: str, second: str = "<p>The end of it.</p>", nav: str = "", ncx: str = "") -> Text:
    """A book of two chapters."""
    parts = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OPS/book.opf": OPF,
        "OPS/nav.xhtml": f"<html><body>{nav}</body></html>",
        "OPS/toc.ncx": f"<ncx>{ncx}</ncx>",
        "OPS/text/a.xhtml": f"<html><body>{first}</body></html>",
        "OPS/text/b.xhtml": f"<html><body>{second}</body></html>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, words in parts.items():
            package.writestr(name, words)
    return read_bytes(out.getvalue(), "book.epub")


def numbers(text: Text) -> list[tuple[str, int]]:
    """What each page begins with."""
    return [(text.content[at : at + 9], number) for at, number in text.origin.pages]


PLAIN = '<p>The mill was old.</p><p id="q">Nobody wanted it. <b id="r">They sold</b> it all the same.</p>'
NAV = (
    '<nav epub:type="toc"><ol><li><a href="text/a.xhtml#q">99</a></li></ol></nav><nav epub:type="page-list"><ol>'
    '<li><a href="text/a.xhtml">7</a></li><li><a href="text/a.xhtml#r">8</a></li>'
    '<li><a href="text/b.xhtml">9</a></li><li><a href="text/a.xhtml#q">viii</a></li></ol></nav>'
)
NCX = (
    '<navMap><navPoint><navLabel><text>99</text></navLabel><content src="text/a.xhtml#q"/></navPoint></navMap>'
    "<pageList>"
    '<pageTarget type="normal" value="7"><navLabel><text>7</text></navLabel><content src="text/a.xhtml"/></pageTarget>'
    '<pageTarget type="normal"><navLabel><text>p. 8</text></navLabel><content src="text/a.xhtml#r"/></pageTarget>'
    '<pageTarget type="normal"><navLabel><text>9</text></navLabel><content src="text/b.xhtml"/></pageTarget></pageList>'
)
BREAK = '<span epub:type="pagebreak" id="p8" title="8"/>'

BOOKS = {
    "a list of pages": book(PLAIN, nav=NAV),
    "a list of pages in the NCX": book(PLAIN, ncx=NCX),
    "page breaks": book(
        '<div epub:type="pagebreak" title="7"></div><p>The mill was old.</p>'
        f"<p>Nobody wanted it. {BREAK}They sold it all the same.</p>",
        '<p><span role="doc-pagebreak" aria-label=" Page 9. "></span>The end of it.</p>'.replace("9. ", "9 "),
    ),
    "page breaks that show their numbers": book(
        '<p><span epub:type="pagebreak">7</span>The mill was old.</p>'
        '<p>Nobody wanted it. <span role="doc-pagebreak" id="x">8</span>They sold it all the same.</p>',
        '<p><a epub:type="pagebreak" id="y" title="9">p. 9</a>The end of it.</p>',
    ),
}


@pytest.mark.parametrize("case", BOOKS, ids=str)
def test_where_printed_pages_begin(case: str) -> None:
    """The content is the same, however the pages are told, and evidence gives the page."""
    text = BOOKS[case]
    assert text.content == "The mill was old.\n\nNobody wanted it. They sold it all the same.\n\nThe end of it."
    assert numbers(text) == [("The mill ", 7), ("They sold", 8), ("The end o", 9)]
    result = Checker([text]).check(Statement("They sold it all the same"))
    assert result.evidence is not None and result.evidence.passages[0].place.page == 8


def test_a_wrong_page_is_told() -> None:
    """As in a PDF."""
    checker = Checker([BOOKS["page breaks"]])
    right = checker.check(Statement("They sold it all the same", source="The Yard, p. 8"))
    wrong = checker.check(Statement("They sold it all the same", source="The Yard, p. 7"))
    assert "QC306" not in {one.code.value for one in right.findings}
    assert "QC306" in {one.code.value for one in wrong.findings}


def test_a_break_in_a_word_or_at_the_end_is_no_word() -> None:
    """A word over two pages is one word; a break behind everything begins the next chapter's page."""
    text = book(
        '<p>The mi<span epub:type="pagebreak">7</span>ll was old.</p><span epub:type="pagebreak" title="8"></span>'
    )
    assert text.content == "The mill was old.\n\nThe end of it."
    assert numbers(text)[-1] == ("The end o", 8)


def test_a_book_without_pages_has_none() -> None:
    """Roman numbers are of the preface and are not told."""
    assert book(PLAIN).origin.pages == ()
    assert book('<p epub:type="pagebreak" title="xii">xii</p>' + PLAIN).origin.pages == ()


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("12", 12),
        (" p. 12 ", 12),
        ("Page 12", 12),
        ("S. 3", 3),
        ("xii", None),
        ("", None),
        ("12a", None),
        ("1-2", None),
    ],
)
def test_labels(label: str, number: int | None) -> None:
    """A label is a number, perhaps with a word for a page."""
    assert number_of(label) == number


HOSTILE = '<>"=/ abp-list:type pagebreak123nav'


@given(st.text(alphabet=HOSTILE, max_size=200))
def test_nothing_breaks_it(source: str) -> None:
    """Offsets stay those of the characters, whatever they are."""
    told, found = breaks(source, {"a": 3})
    assert len(told) <= len(source) and all(0 <= at <= len(told) for at, _ in found)
    listed(source, "OPS", {})


def test_a_list_without_end_is_cut_short() -> None:
    """So that one book cannot fill the memory."""
    listing = "<nav epub:type='page-list'>" + "".join(f"<a href='a#{n}'>{n}</a>" for n in range(150_000))
    found: dict[str, dict[str, int]] = {}
    listed(listing, "", found)
    assert sum(map(len, found.values())) == 100_000
