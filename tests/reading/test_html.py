"""Web pages: what stands there to be read, and the way back into the file. Which blocks count is another file's."""

from __future__ import annotations

import html
import re
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.model import Span, Text
from quotecheck.model.errors import ReadingError
from quotecheck.reading import read_bytes

PAGES = sorted(Path("fixtures/html").glob("*.html"))


@pytest.fixture(autouse=True)
def own_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """As without the extra: an installed extractor must not change what these tests see."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)


def read(page: str | bytes, name: str = "page.html") -> Text:
    return read_bytes(page.encode() if isinstance(page, str) else page, name)


SHOWN = {
    "white space is one space": ("<p>We  will\n\t not </p>", "We will not"),
    "spaces between tags": ("<p>We <b> will</b> not</p>", "We will not"),
    "no space where none is": ("<p>un<b>think</b>able</p>", "unthinkable"),
    "paragraphs": ("<p>One.<p>Two.</p>Three.", "One.\n\nTwo.\n\nThree."),
    "blocks in blocks": ("<div>One<div>Two</div>Three</div>", "One\n\nTwo\n\nThree"),
    "a line break": ("<p>One<br>two<br/> three", "One\ntwo\nthree"),
    "two line breaks": ("One<br><br>Two<br>\n<br />Three", "One\n\nTwo\n\nThree"),
    "entities": ("<p>Tom &amp; Ann&rsquo;s &#8212; &#x2014; &lt;b&gt; &copy 5", "Tom & Ann’s — — <b> © 5"),
    "no entity": ("<p>AT&T &nosuch; R&D &; &#; 5 < 6 <- <3", "AT&T &nosuch; R&D &; &#; 5 < 6 <- <3"),
    "codes of Windows": ("<p>&#147;So&#148; &#150; he", "“So” – he"),
    "codes of nothing": ("<p>a&#0;b&#xFFFFFFFFFF;c&#99999999999;d", "a\ufffdb\ufffdc\ufffdd"),
    "a space that stays": ("<p>10&nbsp;000 km", "10\u00a0000 km"),
    "a space by its code": ("<p>a&#32;&#10; b", "a b"),
    "soft hyphens and breaks": ("<p>Nuk&shy;le<wbr>ar", "Nuk\u00adlear"),
    "scripts and styles": ("<p>One<script>if (a<b) '<p>no'</script> two<style>p{}</style>", "One two"),
    "comments": ("<p>One<!-- <p>no --> two<!--> three<!doctype x><?php no ?> four", "One two three four"),
    "templates and buttons": ("<p>One</p><template><p>no</p></template><button>no</button>", "One"),
    "hidden": ("<p>One <span hidden>no <b>no</b></span><i style='display: none'>no</i>two", "One two"),
    "shown by their attribute": (
        "<dialog open>One</dialog><x-y><template shadowrootmode=open><p>two</template></x-y>",
        "One\n\ntwo",
    ),
    "a page that scripts show": ("<html><body style='visibility:hidden'><p>One</body>", "One"),
    "hidden until its end": ("<div hidden><p>no<p>no</div><p>One", "One"),
    "for screen readers only": ("<p>One<span class='x sr-only'>, no</span>", "One"),
    "not without scripts": ("<p>One</p><noscript><p>no</p></noscript>", "One"),
    "struck out": ("<p>We <del>will</del> <s>shall</s> <ins>may</ins> go", "We may go"),
    "quotations in a line": ("<p>He said <q>no</q>.", "He said “no”."),
    "quotations inside": ("<p><q>He said <q>no</q> twice</q>.", "“He said ‘no’ twice”."),
    "a quotation with its own marks": ("<p>He said <q>“no”</q>, “<q>yes</q>”.", "He said “no”, “yes”."),
    "a quotation never closed": ("<p>He said <q>no.</p><p>Then", "He said “no.”\n\nThen"),
    "a raised figure": ("<p>5 km<sup>2</sup> and 10<sup>-3</sup>", "5 km² and 10⁻³"),
    "a raised ending": ("<p>the 21<sup>st</sup>, H<sub>2</sub>O", "the 21st, H2O"),
    "a note's number": ("<p>in 2019<sup><a href='#n3'>3</a></sup> they", "in 2019[3] they"),
    "a note's number in a link": ("<p>in 2019<a href='#n3'><sup>3</sup></a> they", "in 2019[3] they"),
    "a note's number in brackets": ("<p>so<sup class=reference><a href='#n'>[4]</a></sup>", "so[4]"),
    "ruby": ("<p><ruby>漢<rp>(</rp><rt>kan</rt></ruby>字", "漢字"),
    "a list": ("<ul><li>One<li>Two<ol><li>Deep</ol>tail</ul>", "One\n\nTwo\n\nDeep\n\ntail"),
    "terms": ("<dl><dt>Q<dd>Why?<dt>A<dd>So.</dl>", "Q\n\nWhy?\n\nA\n\nSo."),
    "a table": ("<table><tr><th>Year<th>km<tr><td>2021</td> <td>15</td></tr></table>", "Year\tkm\n\n2021\t15"),
    "a table with empty cells": ("<table><tr><td>a<td><td>b<td></table>", "a\t\tb"),
    "a table for layout": ("<table><tr><td><p>One</p><p>Two</p></td><td>Three</table>", "One\n\nTwo\n\nThree"),
    "as typed": ("<pre>One\n  two\r\n\n&lt;three</pre>", "One\n  two\n\n<three"),
    "tags that overlap": ("<p>One <b>two <i>three</b> four</i> five", "One two three four five"),
    "end tags of nothing": ("<p>One</b></i></div> two</span>", "One two"),
    "attributes with signs": ("<p title='a > b' data-x=\"<p>no\">One</p>", "One"),
    "in capitals": ("<P>One<BR>two</P><SCRIPT>no</script>", "One\ntwo"),
    "XHTML": ("<?xml version='1.0'?><html xmlns='x'><body><p>One<br/>two</p></body></html>", "One\ntwo"),
    "no tags at all": ("Just words & signs", "Just words & signs"),
}


@pytest.mark.parametrize("case", SHOWN, ids=str)
def test_content_is_what_stands_to_be_read(case: str) -> None:
    """Entities decoded, tags gone, marks and breaks as a browser shows them."""
    page, content = SHOWN[case]
    assert read(page).content == content


QUOTATIONS = {
    "one": ("<p>He wrote:</p><blockquote>We will.</blockquote><p>So.", ["We will."]),
    "of paragraphs": ("<blockquote><p>We will.</p><p>And go.</p></blockquote>", ["We will.\n\nAnd go."]),
    "with its source below": (
        "<blockquote><p>We will.</p><footer>— <cite>Ada Brook</cite></footer></blockquote>",
        ["We will."],
    ),
    "with its source beside": ("<blockquote>We will. <cite>Ada Brook</cite></blockquote>", ["We will."]),
    "with a title inside": ("<blockquote>We read <cite>Emma</cite> today.</blockquote>", ["We read Emma today."]),
    "two": ("<blockquote>One.</blockquote><blockquote>Two.</blockquote>", ["One.", "Two."]),
    "in a quotation": ("<blockquote>One.<blockquote>Two.</blockquote>Three.</blockquote>", ["One.\n\nTwo.\n\nThree."]),
    "in marks only": ("<p>“We will.”", []),
}


@pytest.mark.parametrize("case", QUOTATIONS, ids=str)
def test_block_quotations_are_marked(case: str) -> None:
    """Each is one span, without what names its source."""
    page, words = QUOTATIONS[case]
    text = read(page)
    assert [span.of(text.content) for span in text.blocks] == words


def shown(source: str, ranges: tuple[Span, ...]) -> str:
    """What these ranges of a file show, by other means than the reader's."""
    parts = (re.sub(r"<[^>]*>", " ", span.of(source)) for span in ranges)
    return html.unescape("".join(parts))


def bare(words: str) -> str:
    """Without white space, and without what the reader puts for tags: marks of <q>, ranks of raised figures."""
    lowered = words.translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-", "“”‘’[]"))
    return "".join(lowered.split())


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_word_points_back_to_itself_in_the_file(path: Path) -> None:
    """Each word of a real page, and each pair of neighbours."""
    data = path.read_bytes()
    source = data.decode("cp1252" if "1252" in path.stem else "utf-8").replace("\r\n", "\n")
    text = read(data, path.name)
    spans = [Span(*match.span()) for match in re.finditer(r"\S+(?: \S+)?", text.content)]
    assert len(spans) > 200
    for span in spans:
        ranges = text.origin.file_ranges(span)
        assert ranges is not None
        assert bare(shown(source, ranges)) == bare(span.of(text.content))


BLOCK = st.sampled_from(["p", "div", "li", "td", "h2", "blockquote", "/p", "/div", "pre"])
INLINE = st.sampled_from(["b", "i", "q", "sup", "a href=x", "span"])
PIECE = st.one_of(
    st.text(alphabet="abc 12\n\t“’é漢&;<", max_size=8).map(lambda words: words.replace("<", "&lt;")),
    st.sampled_from(
        ["&amp;", "&rsquo;", "&#8212;", "&nbsp;", "<br>", "<br/>", "&copy", "<!-- x -->", "&nosuch;", "  "]
    ),
)


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Pages of all sorts of pieces, well closed or not."""
    parts: list[str] = []
    for _ in range(draw(st.integers(1, 12))):
        kind = draw(st.integers(0, 5))
        if kind == 0:
            parts.append(f"<{draw(BLOCK)}>")
        elif kind == 1:
            tag = draw(INLINE)
            inner = "".join(draw(st.lists(PIECE, max_size=3)))
            parts.append(f"<{tag}>{inner}" + (f"</{tag.split()[0]}>" if draw(st.booleans()) else ""))
        else:
            parts.append(draw(PIECE))
    return "".join(parts)


@given(pages(), st.data())
def test_any_span_points_back_to_its_words(source: str, data: st.DataObject) -> None:
    """Whatever the page: the ranges of a span show its words, in order, inside the file."""
    try:
        text = read("<html>" + source)
    except ReadingError as error:
        assert error.code == "no-text"
        return
    source = "<html>" + source
    start = data.draw(st.integers(0, len(text.content)))
    span = Span(start, data.draw(st.integers(start, len(text.content))))
    ranges = text.origin.file_ranges(span)
    assert ranges is not None
    assert all(one.end <= two.start for one, two in pairwise(ranges))
    assert all(0 <= one.start <= one.end <= len(source) for one in ranges)
    wanted = re.sub(r"[“”‘’]", "", span.of(text.content))
    found = re.sub(r"[“”‘’]", "", shown(source, ranges))
    assert "".join(bare(wanted)) in "".join(bare(found))
    # A note's number and its brackets are one stretch, so that a part of it stands for the whole.
    assert len(bare(found)) <= len(bare(wanted)) + 8


@given(st.text(max_size=200))
def test_anything_is_a_page(words: str) -> None:
    """No page breaks the reader; all blocks of a page without parts are kept."""
    try:
        text = read(words.encode("utf-8", "replace"))
    except ReadingError as error:
        assert error.code in ("no-text", "not-text")
        return
    assert all(span.end <= len(text.content) for span in text.blocks)
    assert not text.content or text.place(0).line is not None


def test_places_are_the_file_s() -> None:
    """Line and column are those of the file, tags counted; paragraphs are the content's."""
    text = read("<p>One</p>\n<p>Two &amp;\n <b>three</b></p>")
    at = text.content.index("three")
    place = text.place(at)
    assert (place.line, place.column, place.paragraph) == (3, 5, 2)
    assert text.origin.file_ranges(Span(at, at + 5)) == (Span(28, 33),)


ENCODINGS = {
    "declared": ('<meta charset="windows-1252"><p>“So” – é'.encode("cp1252"), "“So” – é", []),
    "Latin 1 is Windows-1252": ('<meta charset="iso-8859-1"><p>“So”'.encode("cp1252"), "“So”", []),
    "by a name in a tag of old": (
        '<meta http-equiv=x content="text/html; charset=koi8-r"><p>Мир'.encode("koi8-r"),
        "Мир",
        [],
    ),
    "of Asia": ('<meta charset="Shift_JIS"><p>平和'.encode("cp932"), "平和", []),
    "declared wrongly": ('<meta charset="iso-8859-1"><p>“So” é'.encode(), "“So” é", []),
    "not declared": ("<p>“So” – é".encode("cp1252"), "“So” – é", []),
    "by its mark": ("<html><p>“So”".encode("utf-16"), "“So”", []),
    "no encoding of the web": (b'<meta charset="unicode_escape"><p>\\u0041 caf\xe9', "\\u0041 café", []),
    "unknown": (b'<meta charset="x-user-defined"><p>caf\xe9', "café", []),
    "XML": ("<?xml version='1.0' encoding='iso-8859-2'?><html><p>Lipavský".encode("iso-8859-2"), "Lipavský", []),
}


@pytest.mark.parametrize("case", ENCODINGS, ids=str)
def test_encoding(case: str) -> None:
    """The file's own words over what it declares, what it declares over a guess."""
    data, content, codes = ENCODINGS[case]
    text = read(data)
    assert text.content == content
    assert [problem.code for problem in text.problems] == codes


CUT = {
    "in a tag": '<p>One two</p>\n<p class="a',
    "in a comment": "<p>One two</p>\n<!-- three",
    "in a script": "<p>One two</p>\n<script>three",
}


@pytest.mark.parametrize("case", CUT, ids=str)
def test_a_page_that_breaks_off_is_said_to(case: str) -> None:
    """With the place; what stood before it is read."""
    text = read(CUT[case])
    assert text.content == "One two"
    assert [(one.code, one.line, one.column) for one in text.problems] == [("incomplete", 2, 1)]


@pytest.mark.parametrize("page", ["<html></html>", "<div id=app></div><script>run()</script>", "<p hidden>x"])
def test_a_page_without_words_is_an_error(page: str) -> None:
    """It is put together by scripts: what it says is not in the file."""
    with pytest.raises(ReadingError, match="no words") as caught:
        read(page)
    assert caught.value.code == "no-text"
