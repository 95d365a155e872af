"""OpenDocument, rich text, books and layouts: what is read of them, and where it stands in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotecheck import Checker, Statement, Text, Verdict, extract
from quotecheck.model import Span
from quotecheck.model.errors import ReadingError
from quotecheck.reading import read_bytes, read_file
from tests.reading.documents import packed

FIXTURES = Path(__file__).parents[2] / "fixtures" / "documents"
SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:'
    'text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:table="urn:oasis:names:tc:'
    'opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
STYLES = (
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>'
    '<style:style style:name="P2" style:family="paragraph"><style:paragraph-properties fo:margin-left="1cm"/>'
    "</style:style>"
    '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>'
    '<style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style>'
)


def odt(body: str) -> bytes:
    """An OpenDocument text whose body holds this XML."""
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def fodt(body: str) -> bytes:
    """The same, flat."""
    return (
        f'<?xml version="1.0"?>\n<office:document {SPACES}><office:automatic-styles>{STYLES}</office:automatic-styles>'
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()


def p(inner: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{inner}</text:p>' if style else f"<text:p>{inner}</text:p>"


NOTE = (
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
    "<text:p>A note.</text:p></text:note-body></text:note>"
)
COMMENT = "<office:annotation><dc:creator>Ed</dc:creator><text:p>Is that so?</text:p></office:annotation>"
GONE = (
    "<text:tracked-changes><text:changed-region><text:deletion><text:p>not</text:p></text:deletion>"
    "</text:changed-region></text:tracked-changes>"
)
CELL = "<table:table-cell>{}</table:table-cell>"
OPEN_DOCUMENT = {
    "paragraphs": (p("One.") + p("") + p("Two."), "One.\n\nTwo."),
    "white space is one space": (p("We  will\n not<text:s text:c='3'/> sell."), "We will not sell."),
    "tabs and line breaks": (p("a<text:tab/>b<text:line-break/>c"), "a\tb\nc"),
    "what is deleted is not read": (
        GONE + p("We will<text:change/> sell <text:change-start/>it<text:change-end/>."),
        "We will sell it.",
    ),
    "a comment is no words": (p(f"We will{COMMENT} sell."), "We will sell."),
    "a note stands at the end": (p(f"So it is{NOTE}.") + p("After."), "So it is.\n\nAfter.\n\nA note."),
    "hidden words": (p('Seen.<text:span text:style-name="T2"> Not seen.</text:span>'), "Seen."),
    "a heading": ('<text:h text:outline-level="1">Head</text:h>' + p("Body."), "Head\n\nBody."),
    "a row": (
        "<table:table><table:table-row>"
        + CELL.format(p("Cranes"))
        + CELL.format(p("12"))
        + "</table:table-row></table:table>",
        "Cranes\t12",
    ),
    "a table of talk": (
        "<table:table><table:table-row>"
        + CELL.format(p("BROOK"))
        + CELL.format(p("One.") + p("Two."))
        + "</table:table-row></table:table>",
        "BROOK\tOne.\n\nTwo.",
    ),
    "a box behind its paragraph": (
        p(f"<draw:frame><draw:text-box>{p('Inside.')}</draw:text-box></draw:frame>Outside.") + p("After."),
        "Outside.\n\nInside.\n\nAfter.",
    ),
    "the reading of a character": (
        p("<text:ruby><text:ruby-base>東</text:ruby-base><text:ruby-text>toh</text:ruby-text></text:ruby>京"),
        "東京",
    ),
    "a table of contents": (
        "<text:table-of-content><text:index-body>"
        + p("Head 1")
        + "</text:index-body></text:table-of-content>"
        + p("Body."),
        "Body.",
    ),
}


@pytest.mark.parametrize("case", OPEN_DOCUMENT, ids=str)
def test_open_document(case: str) -> None:
    """Zipped and flat."""
    body, content = OPEN_DOCUMENT[case]
    assert read_bytes(odt(body), "draft.odt").content == content
    assert read_bytes(fodt(body), "draft.fodt").content == content


def rtf(body: str) -> bytes:
    return (
        r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial;}}"
        r"{\stylesheet{Normal;}{\s1 Quote;}{\s2 Title;}{\*\cs9 Quote Char;}}" + body + "}"
    ).encode("latin-1")


RICH_TEXT = {
    "paragraphs": (r"\pard One.\par\pard Two.\par", "One.\n\nTwo."),
    "a line end is nothing": ("We wi\r\nll not sell.", "We will not sell."),
    "marks by code page": (r"\'93No,\'94 she said. It\'92s\~so.", "“No,” she said. It’s\u00a0so."),
    "marks by number": (r"\u8220\'93No,\u8221\'94 she said.", "“No,” she said."),
    "two letters stand in": (r"{\uc2\u8220 ``No}", "“No"),
    "none stands in": (r"{\uc0\u8220 No}", "“No"),
    "a number below zero": (r"\u-4051?x", "-x"),
    "beyond the first plane": (r"\u-10179?\u-8704?", "😀"),
    "marks by name": (r"\ldblquote No\rdblquote\emdash so", "“No”—so"),
    "another code page": (r"{\f1\'cd\'e5\'f2}", "Нет"),
    "what is deleted": (r"We will{\deleted  not} sell.", "We will sell."),
    "what is inserted": (r"We will{\revised  not} sell.", "We will not sell."),
    "hidden": (r"Seen.{\v  Not seen.}", "Seen."),
    "hidden switched off": (r"{\v no\v0 yes}", "yes"),
    "a note": (r"So{\super\chftn}{\*\footnote\chftn\pard A note.} it is.\par Next.", "So it is.\n\nNext.\n\nA note."),
    "a comment": (r"So{\*\atnid E}{\*\atnauthor Ed}\chatn{\*\annotation{\*\atndate 1}\pard Why?} it is.", "So it is."),
    "a link": (r'the {\field{\*\fldinst HYPERLINK "http://x"}{\fldrslt hearing}}', "the hearing"),
    "unknown destinations": (r"a{\*\unheard of it}b", "ab"),
    "a picture": (r"a{\pict\pngblip 89504e47}b", "ab"),
    "raw bytes": (r"a\bin4 }}{{b", "ab"),
    "head and foot": (r"{\header Head}{\footer Foot}Body.", "Body."),
    "both ways of a name": (r"{\upr{ae}{\*\ud{\u228a}}}", "ä"),
    "the sign of a list": (r"{\listtext\bullet\tab}\ls1 Item.\par", "Item."),
    "a table": (
        r"\trowd\intbl Cranes\cell 12\cell\row\trowd\intbl Jobs\cell 140\cell\row\pard After.\par",
        "Cranes\t12\n\nJobs\t140\n\nAfter.",
    ),
    "signs": (r"a\_b\-c\\d\{e\}\line f\tab g", "a\u2011b\u00adc\\d{e}\nf\tg"),
    "a text box": (
        r"One.{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt\pard Box.\par}}}\par Two.",
        "One.\n\nBox.\n\nTwo.",
    ),
}


@pytest.mark.parametrize("case", RICH_TEXT, ids=str)
def test_rich_text(case: str) -> None:
    """Words of control and what comes of them."""
    body, content = RICH_TEXT[case]
    assert read_bytes(rtf(body), "draft.rtf").content == content


def icml(inner: str) -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<?aid style="50" type="snippet"?>\n<Document DOMVersion="8.0">'
        f'<Story Self="u1">{inner}</Story></Document>'
    ).encode()


def style_range(inner: str, style: str = "Body") -> str:
    return f'<ParagraphStyleRange AppliedParagraphStyle="ParagraphStyle/{style}">{inner}</ParagraphStyleRange>'


def run(words: str, look: str = "") -> str:
    return f'<CharacterStyleRange FontStyle="{look}"><Content>{words}</Content></CharacterStyleRange>'


CHANGE = '<Change ChangeType="{}">{}</Change>'
STORIES = {
    "a paragraph over two style ranges": (
        style_range(run("We will ")) + style_range(run("not sell.") + "<Br/>" + run("So.")),
        "We will not sell.\n\nSo.",
    ),
    "an inserted change": (style_range(run("We will ") + CHANGE.format("InsertedText", run("not "))), "We will not"),
    "a deleted change": (style_range(run("We will ") + CHANGE.format("DeletedText", run("not "))), "We will"),
    "a moved change": (style_range(CHANGE.format("MovedText", run("Moved."))), "Moved."),
    "an editor's note": (
        style_range(run("So") + "<Note>" + style_range(run("Why?")) + "</Note>" + run(" it is.")),
        "So it is.",
    ),
    "a footnote": (
        style_range(run("So") + "<Footnote>" + style_range(run("There.")) + "</Footnote>" + run(" it is.")),
        "So it is.\n\nThere.",
    ),
    "marks of anchors": (style_range(run("We\ufeff will")), "We will"),
    "a forced line": (style_range(run("We\u2028will")), "We\nwill"),
    "an instruction in the words": (style_range(run("Page <?ACE 18?>two")), "Page two"),
    "a table": (
        style_range(
            '<Table><Cell Name="0:0">'
            + style_range(run("Cranes"))
            + '</Cell><Cell Name="1:0">'
            + style_range(run("12"))
            + "</Cell></Table>"
        ),
        "Cranes\t12",
    ),
}


@pytest.mark.parametrize("case", STORIES, ids=str)
def test_stories(case: str) -> None:
    """As one story and as a layout."""
    inner, content = STORIES[case]
    assert read_bytes(icml(inner), "draft.icml").content == content
    package = packed(
        {
            "mimetype": "application/vnd.adobe.indesign-idml-package",
            "designmap.xml": '<Document xmlns:i="x"><i:Story src="Stories/a.xml"/></Document>',
            "Stories/a.xml": f'<i:Story xmlns:i="x"><Story>{inner}</Story></i:Story>',
        }
    )
    assert read_bytes(package, "layout.idml").content == content


def frame(story: str, x: float, y: float, *, after: str = "n", inside: str = "") -> str:
    """A text frame of 100 by 50 points round its own middle, as InDesign writes it."""
    corners = "".join(
        f'<PathPointType Anchor="{dx} {dy}" LeftDirection="0 0"/>'
        for dx, dy in ((-50, -25), (-50, 25), (50, 25), (50, -25))
    )
    return (
        f'<TextFrame Self="f{story}{x}" ParentStory="{story}" PreviousTextFrame="{after}" '
        f'ItemTransform="1 0 0 1 {x} {y}"><Properties><PathGeometry><GeometryPathType><PathPointArray>{corners}'
        f"</PathPointArray></GeometryPathType></PathGeometry></Properties>{inside}</TextFrame>"
    )


PAGES = (
    '<Page Self="p1" GeometricBounds="0 0 800 600" ItemTransform="1 0 0 1 -600 -400"/>'
    '<Page Self="p2" GeometricBounds="0 0 800 600" ItemTransform="1 0 0 1 0 -400"/>'
)
SPREADS = {
    "from the top": [PAGES + frame("b", -300, 100) + frame("a", -300, -300) + frame("c", 300, -350)],
    "page by page": [PAGES + frame("c", 100, -390) + frame("b", -100, 300) + frame("a", -300, 0)],
    "from the left": [PAGES + frame("b", -150, 0) + frame("a", -450, 0) + frame("c", 450, -300)],
    "spread by spread": [PAGES + frame("a", 300, 300), PAGES + frame("c", 0.5, 300) + frame("b", -300, -300)],
    "where a thread begins": [PAGES + frame("a", -300, 0) + frame("c", -300, -390, after="fc9") + frame("b", 300, 0),
                              PAGES + frame("c", -300, 0)],
    "in a group that is moved": [PAGES + frame("b", -300, 0) + frame("c", -300, 50)
                                 + f'<Group ItemTransform="1 0 0 1 -300 -300">{frame("a", 0, 0)}</Group>'],
    "in a group that is turned": [PAGES + frame("b", -300, 0) + frame("c", -300, 50)
                                  + f'<Group ItemTransform="0 1 -1 0 -300 -100">{frame("a", -200, 0)}</Group>'],
    "on the pasteboard and on no spread": [PAGES + frame("b", -900, -399) + frame("a", 300, 390)],
    "with places that are no numbers": [PAGES + frame("a", -300, 0)
                                        + '<TextFrame ParentStory="b" ItemTransform="1 nan 0 inf x y"/>'],
    "without spreads": [],
}  # fmt: skip


@pytest.mark.parametrize("case", SPREADS, ids=str)
def test_stories_stand_in_the_order_of_the_pages(case: str) -> None:
    """Whatever the order of the package's list; what stands on no page comes last, as it is listed."""
    spreads = {f"Spreads/Spread_{n}.xml": one for n, one in enumerate(SPREADS[case])}
    order = "abc" if not SPREADS[case] else "cba"
    listing = "".join(f'<i:Spread src="{name}"/>' for name in (*spreads, "Spreads/Spread_missing.xml"))
    listing += "".join(f'<i:Story src="Stories/Story_{story}.xml"/>' for story in order)
    package = packed(
        {
            "mimetype": "application/vnd.adobe.indesign-idml-package",
            "designmap.xml": f'<Document xmlns:i="x">{listing}</Document>',
            **{
                f"Stories/Story_{story}.xml": '<i:Story xmlns:i="x"><Story>'
                f"{style_range(run(f'Story {story}'))}</Story></i:Story>"
                for story in order
            },
            **{name: f'<i:Spread xmlns:i="x"><Spread>{one}</Spread></i:Spread>' for name, one in spreads.items()},
        }
    )
    assert read_bytes(package, "layout.idml").content == "Story a\n\nStory b\n\nStory c"


def fb2(inner: str, more: str = "") -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" '
        'xmlns:l="http://www.w3.org/1999/xlink"><description><title-info><author><first-name>Ada</first-name>'
        "<last-name>Fenn</last-name></author><book-title>The Yard</book-title><lang>en</lang></title-info>"
        f"</description><body>{inner}</body>{more}</FictionBook>"
    ).encode()


BOOKS = {
    "title and sections": (
        "<section><title><p>One</p></title><p>Words.</p></section><section><p>More.</p></section>",
        "One\n\nWords.\n\nMore.",
    ),
    "a poem": ("<poem><stanza><v>A line,</v>\n<v>a line.</v></stanza></poem>", "A line,\na line."),
    "a note": (
        '<section><p>So<a l:href="#n1" type="note">[1]</a>.</p></section>',
        "So[1].\n\nThere.",
    ),
    "a picture": ('<section><p>a<image l:href="#i"/>b</p></section>', "ab"),
}


@pytest.mark.parametrize("case", BOOKS, ids=str)
def test_fiction_book(case: str) -> None:
    """Sections in order, notes at the end."""
    inner, content = BOOKS[case]
    notes = '<body name="notes"><section id="n1"><title><p>1</p></title><p>There.</p></section></body>'
    text = read_bytes(fb2(inner, notes if case == "a note" else "<binary>aGVsbG8=</binary>"), "book.fb2")
    assert text.content == content
    assert (text.title, text.author, text.language) == ("The Yard", "Ada Fenn", "en")


CONTAINER = '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
OPF = (
    '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>The Yard &amp; more</dc:title>'
    "<dc:creator>Ada Fenn</dc:creator><dc:language>en-GB</dc:language></metadata><manifest>"
    '<item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
    '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="b" href="the%20b.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="x" href="notes.xhtml" media-type="application/xhtml+xml"/>'
    '</manifest><spine><itemref idref="n"/><itemref idref="x" linear="no"/><itemref idref="b"/><itemref idref="a"/>'
    '<itemref idref="b"/></spine></package>'
)


def page(words: str) -> str:
    return f'<?xml version="1.0"?><!DOCTYPE html><html><body><p>{words}</p></body></html>'


EPUB = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": CONTAINER,
    "OPS/book.opf": OPF,
    "OPS/nav.xhtml": page("Contents"),
    "OPS/a.xhtml": page("Second."),
    "OPS/the b.xhtml": page('First<a epub:type="noteref" href="#n">1</a>.'),
    "OPS/notes.xhtml": page("Note."),
}


def test_chapters_stand_in_the_order_of_the_spine() -> None:
    """Not in that of the zip; each once, the navigation never, what is beside the order last."""
    text = read_bytes(packed(EPUB), "book.epub")
    assert text.content == "First[1].\n\nSecond.\n\nNote."
    assert (text.title, text.author, text.language) == ("The Yard & more", "Ada Fenn", "en-GB")
    assert not text.problems


def test_a_chapter_that_is_missing_is_told_of() -> None:
    """The others are read."""
    text = read_bytes(packed({name: part for name, part in EPUB.items() if name != "OPS/a.xhtml"}), "book.epub")
    assert text.content == "First[1].\n\nNote." and [one.code for one in text.problems] == ["incomplete"]


def test_chapters_that_declare_entities_or_lie_elsewhere() -> None:
    """No entity is opened, nothing outside the book is read, and the reason is told."""
    declaring = (
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><html><body><p>First &b;.</p>'
    )
    text = read_bytes(packed({**EPUB, "OPS/the b.xhtml": declaring}), "book.epub")
    assert text.content.startswith("First &b;.\n\nSecond.")
    away = str(EPUB["OPS/book.opf"]).replace('href="a.xhtml"', 'href="../../../etc/passwd"')
    text = read_bytes(packed({**EPUB, "OPS/book.opf": away}), "book.epub")
    assert "Second" not in text.content and [one.code for one in text.problems] == ["incomplete"]
    none = {name: part for name, part in EPUB.items() if not name.endswith(".xhtml")}
    with pytest.raises(ReadingError, match="no chapter could be read: the chapter OPS/the b"):
        read_bytes(packed(none), "book.epub")


BLOCKS = {
    "a style of quotations": (
        odt(p("He said so.") + p("Words.", "P1") + p("More.", "P1") + p("Ours.")),
        "Words.\n\nMore.",
    ),
    "set off and announced": (odt(p("He said:") + p("Words.", "P2") + p("Ours.")), "Words."),
    "set off and not announced": (odt(p("He said so.") + p("Words.", "P2")), None),
    "a style in rich text": (
        rtf(r"\pard He.\par\pard\s1 Words.\par\pard\s1 More.\par\pard Ours.\par"),
        "Words.\n\nMore.",
    ),
    "set off in rich text": (rtf(r"\pard He said:\par\pard\li720 Words.\par\pard Ours.\par"), "Words."),
    "a list in rich text": (rtf(r"\pard He said:\par\pard\ls1\li720 Words.\par\pard Ours.\par"), None),
    "a style of a story": (
        icml(style_range(run("He.") + "<Br/>") + style_range(run("Words."), "Block%3aquote")),
        "Words.",
    ),
    "the style Blockquote": (
        icml(style_range(run("He.") + "<Br/>") + style_range(run("Words."), "Blockquote")),
        "Words.",
    ),
    "a cite in a book": (
        fb2("<section><p>He.</p><cite><p>Words.</p><text-author>Him</text-author></cite></section>"),
        "Words.",
    ),
}


@pytest.mark.parametrize("case", BLOCKS, ids=str)
def test_block_quotations(case: str) -> None:
    """By style, by element, or set off where words are brought in."""
    data, words = BLOCKS[case]
    text = read_bytes(data, "draft")
    assert [text.words(span) for span in text.blocks] == ([words] if words else [])


def test_comments_and_notes_are_tied_to_their_words() -> None:
    """A desk's own way of citing."""
    named = COMMENT.replace("<office:annotation>", '<office:annotation office:name="c1">')
    body = p(f'He said {named}“We will.”<office:annotation-end office:name="c1"/> So.')
    text = read_bytes(odt(body), "draft.odt")
    assert [(text.words(one.span), one.words) for one in text.annotations] == [("“We will.”", "Is that so?")]
    note = read_bytes(rtf(r"So it is.{\*\footnote speech.txt, p. 3} Yes."), "draft.rtf").annotations[0]
    assert (note.span, note.words) == (Span(9, 9), "speech.txt, p. 3")


def test_italics() -> None:
    """Runs of styles."""
    cases = (
        odt(p('We <text:span text:style-name="T1">never</text:span> sell.')),
        rtf(r"We {\i never} sell."),
        rtf(r"We \b never\b0  sell."),
        icml(style_range(run("We ") + run("never", "Bold Italic") + run(" sell."))),
        fb2("<section><p>We <emphasis>never</emphasis> sell.</p></section>"),
    )
    for data in cases:
        text = read_bytes(data, "draft")
        assert [text.words(span) for span in text.emphases or ()] == ["never"], data


WITH_RANGES = {
    "flat": (fodt(p("We &amp; they will <text:s/> not.")), "We & they will not.", "We &amp; they will "),
    "rich text": (rtf(r"We will {\b not} s\'e9ll.\par"), "We will not séll.", "We will "),
    "a story": (icml(style_range(run("We &#8217;ll not."))), "We ’ll not.", "We &#8217;ll not."),
    "a book": (fb2("<section><p>Wé will\nnot.</p></section>"), "Wé will not.", "Wé will\nnot."),
}


@pytest.mark.parametrize("case", WITH_RANGES, ids=str)
def test_the_way_back_to_the_file(case: str) -> None:
    """Every word stands in the range that it is said to come from."""
    data, content, first = WITH_RANGES[case]
    source = data.decode("latin-1" if data.startswith(b"{") else "utf-8")
    text = read_bytes(data, "draft")
    assert text.content == content
    ranges = text.origin.file_ranges(Span(0, len(content)))
    assert ranges and source[ranges[0].start : ranges[0].end] == first
    at = content.index("not")
    back = text.origin.file_ranges(Span(at, at + 3))
    assert back and source[back[0].start : back[0].end] == "not"
    place = text.place(at)
    assert place.line == source.count("\n", 0, back[0].start) + 1


def test_a_real_draft_is_checked_by_what_it_says_now() -> None:
    """Written by LibreOffice, with a deletion and an insertion."""
    for name in ("review.odt", "review.rtf"):
        draft = read_file(FIXTURES / name)
        said = {one.text for one in extract(draft)}
        assert any(one.startswith("We will not sell the yard,") for one in said)
        checker = Checker([Text(content="“We will not sell the yard,” Ada Brook said.")])
        assert checker.check(Statement("We will not sell the yard", speaker="Ada Brook")).verdict is Verdict.EXACT
        assert [one.code for one in draft.problems] == ["tracked-changes"]


@pytest.mark.parametrize(
    "name", ["pandoc.odt", "pandoc.rtf", "pandoc.epub", "pandoc.fb2", "pandoc.icml", "pandoc.idml"]
)
def test_pandoc_writes_the_same_words(name: str) -> None:
    """One draft in every format; the quotation set off is one in all of them."""
    text = read_file(FIXTURES / name)
    whole = "“We will not sell the yard,” Ada Brook said on Wednesday. “The town paid $4.5 million for those cranes.”"
    assert whole in text.content.replace("[1]", "")
    assert [text.words(span) for span in text.blocks] == ["I was not told of any vote.\n\nIt’s the first I hear of it."]
    assert "Cranes\t$4.5 million\n\nJobs\t140" in text.content
    assert text.content.endswith("Hearing of 4 March, minute 12.")


BOMB = "<office:document-content>" + " " * (97 * 1024 * 1024)
LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
REFUSED = {
    "a cut zip": (odt(p("Words."))[:80], "a.odt", "damaged"),
    "no content": (packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "a.odt", "damaged"),
    "a bomb": (
        packed(
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "content.xml": BOMB,
            }
        ),
        "a.odt",
        "too-large",
    ),
    "entities in a document": (
        packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": f"{LAUGHS}<a>&b;</a>"}),
        "a.odt",
        "hostile",
    ),
    "entities in a flat one": (f"{LAUGHS}<office:document>&b;</office:document>".encode(), "a.fodt", "hostile"),
    "entities in a book": (f"{LAUGHS}<FictionBook>&b;</FictionBook>".encode(), "a.fb2", "hostile"),
    "a locked document": (
        packed(
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "META-INF/manifest.xml": "<m><encryption-data/></m>",
                "content.xml": b"\x8f\x12",
            }
        ),
        "a.odt",
        "encrypted",
    ),
    "a locked book": (
        packed({**EPUB, "META-INF/encryption.xml": '<e><enc:CipherReference URI="OPS/a.xhtml"/></e>'}),
        "a.epub",
        "encrypted",
    ),
    "a book without a list": (packed({"mimetype": "application/epub+zip"}), "a.epub", "damaged"),
    "a layout without a list": (
        packed({"mimetype": "application/vnd.adobe.indesign-idml-package"}),
        "a.idml",
        "damaged",
    ),
    "a deep document": (odt("<text:section>" * 3000), "a.odt", "too-deep"),
    "a deep book": (fb2("<section>" * 100_000), "a.fb2", "too-deep"),
    "a book cut off": (fb2("<section><p>Words.</p></section>")[:-30], "a.fb2", "damaged"),
    "deep rich text": (b"{\\rtf1" + b"{" * 100_000, "a.rtf", "too-deep"),
    "rich text without words": (b"{\\rtf1\\ansi{\\pict 00}}", "a.rtf", "no-text"),
    "an empty document": (odt(p("")), "a.odt", "no-text"),
}


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_what_is_refused(case: str) -> None:
    """With a code that says why."""
    data, name, code = REFUSED[case]
    with pytest.raises(ReadingError) as caught:
        read_bytes(data, name)
    assert caught.value.code == code, caught.value


def test_rich_text_that_breaks_off_is_told_of() -> None:
    """What there is, is read."""
    text = read_bytes(rb"{\rtf1 One.\par {\b Two", "a.rtf")
    assert text.content == "One.\n\nTwo" and [one.code for one in text.problems] == ["incomplete"]
    assert read_bytes(rtf("\\'93Yes\\'9"), "a.rtf").content.startswith("“Yes")


def test_the_format_is_told_by_content() -> None:
    """Whatever the name says."""
    for name in ("seed.odt", "seed.rtf", "seed.epub", "seed.fb2", "seed.icml", "seed.idml"):
        data = (FIXTURES / name).read_bytes()
        assert read_bytes(data, "upload.tmp").content == read_file(FIXTURES / name).content


@pytest.mark.parametrize("name", ["seed.rtf", "pandoc.rtf"])
def test_another_library_reads_the_same_words(name: str) -> None:
    """The package striprtf; it drops notes, and sets tables with bars."""
    striprtf = pytest.importorskip("striprtf.striprtf")
    theirs = striprtf.rtf_to_text((FIXTURES / name).read_text(encoding="latin-1"), errors="ignore")
    ours = read_file(FIXTURES / name).content.removesuffix("Hearing of 4 March, minute 12.")
    assert ours.replace("|", " ").split() == theirs.replace("|", " ").split()
