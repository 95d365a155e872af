"""Word documents: what is read of them, as it stands when all changes are accepted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quotecheck import Checker, Statement, Verdict, extract, to_dict
from quotecheck.reading import read_file
from tests.reading.documents import p, r, style, text_of

FIXTURES = Path(__file__).parents[2] / "fixtures"
BY = 'w:id="1" w:author="Editor" w:date="2026-03-04T10:00:00Z"'
GONE_MARK = f"<w:rPr><w:del {BY}/></w:rPr>"


def deleted(words: str) -> str:
    return f"<w:del {BY}><w:r><w:delText>{words}</w:delText></w:r></w:del>"


def field(code: str, result: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{marks[0]}<w:r><w:instrText>{code}</w:instrText></w:r>{marks[1]}{result}{marks[2]}"


def box(words: str) -> str:
    inner = f"<w:txbxContent>{p(words)}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{inner}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{properties}{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


READ = {
    "paragraphs": (p("One.") + p("") + p("Two."), "One.\n\nTwo."),
    "runs that part a word": (p(r("We wi") + r("ll not ") + r("sell.")), "We will not sell."),
    "an insertion is read": (p(r("We ") + f"<w:ins {BY}>{r('will')}</w:ins>" + r(" sell.")), "We will sell."),
    "a deletion is not": (p(r("We will ") + deleted("not ") + r("sell.")), "We will sell."),
    "inserted, then deleted": (p(r("We") + f"<w:ins {BY}>{deleted(' not')}</w:ins>" + r(" sell.")), "We sell."),
    "moved away": (p(f"<w:moveFrom {BY}>{r('Gone. ')}</w:moveFrom>" + r("Here.")), "Here."),
    "moved here": (p(f"<w:moveTo {BY}>{r('Come. ')}</w:moveTo>" + r("Here.")), "Come. Here."),
    "a paragraph whose end is deleted": (p("The council ", GONE_MARK) + p("voted."), "The council voted."),
    "several of them": (p("A ", GONE_MARK) + p(deleted("x"), GONE_MARK) + p("b.") + p("C."), "A b.\n\nC."),
    "an end that was inserted": (p("A.", f"<w:rPr><w:ins {BY}/></w:rPr>") + p("B."), "A.\n\nB."),
    "a deleted row": (
        "<w:tbl>" + row(p("a"), p("b")) + row(p("c"), properties=f"<w:trPr><w:del {BY}/></w:trPr>") + "</w:tbl>",
        "a\tb",
    ),
    "old properties are not the new": (
        p(r("Seen.", f"<w:rPrChange {BY}><w:rPr><w:vanish/></w:rPr></w:rPrChange>")),
        "Seen.",
    ),
    "hidden words": (p(r("Seen.") + r(" Not seen.", "<w:vanish/>")), "Seen."),
    "hidden switched off": (p(r("Seen.", '<w:vanish w:val="0"/>')), "Seen."),
    "a field's result": (p(r("See page ") + field("PAGEREF x", r("12")) + r(".")), "See page 12."),
    "a field in a field's code": (p(field("IF " + field("PAGE", r("3")) + " x", r("so")) + r(" it is")), "so it is"),
    "a field that is never ended": (
        p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("code")) + p("Words."),
        "Words.",
    ),
    "a simple field": (p(r("the ") + f'<w:fldSimple w:instr="REF x">{r("minutes")}</w:fldSimple>'), "the minutes"),
    "a link": (p(r("the ") + f"<w:hyperlink>{r('hearing')}</w:hyperlink>"), "the hearing"),
    "a content control": (
        f"<w:sdt><w:sdtPr><w:t>no</w:t></w:sdtPr><w:sdtContent>{p('Yes.')}</w:sdtContent></w:sdt>",
        "Yes.",
    ),
    "signs": (
        p(
            "<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t><w:tab/><w:t>d</w:t><w:br/><w:t>e</w:t></w:r>"
        ),
        "a\u2011b\u00adc\td\ne",
    ),
    "tab stops are no tabs": (p("x", "<w:tabs><w:tab w:val='left' w:pos='720'/></w:tabs>"), "x"),
    "a page break in a sentence": (p('<w:r><w:t>go</w:t><w:br w:type="page"/><w:t>on</w:t></w:r>'), "go on"),
    "a symbol": (p('<w:r><w:sym w:char="00A7"/><w:t>12</w:t><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>'), "§12"),
    "line ends in the XML": (p("<w:r><w:t>two\nlines</w:t></w:r>"), "two lines"),
    "a box and its copy": (p(r("Outside.") + box("Inside.")) + p("After."), "Outside.\n\nInside.\n\nAfter."),
    "a table": (
        "<w:tbl>" + row(p("Cranes"), p("$4.5 million")) + row(p("Jobs"), p("140")) + "</w:tbl>",
        "Cranes\t$4.5 million\n\nJobs\t140",
    ),
    "a page laid out in a table": (
        "<w:tbl>" + row(p("One.") + p("Two."), p("Three.")) + "</w:tbl>",
        "One.\n\nTwo.\n\nThree.",
    ),
    "a table of talk": ("<w:tbl>" + row(p("BROOK"), p("One.") + p("Two.")) + "</w:tbl>", "BROOK\tOne.\n\nTwo."),
    "a table in a cell": (
        "<w:tbl>" + row("<w:tbl>" + row(p("a"), p("b")) + "</w:tbl>" + p("c")) + "</w:tbl>",
        "a\n\nb\n\nc",
    ),
    "readings of characters": (
        p(f"<w:r><w:ruby><w:rt>{r('toh')}</w:rt><w:rubyBase>{r('東')}</w:rubyBase></w:ruby></w:r>" + r("京")),
        "東京",
    ),
    "a formula": (p(r("so ") + "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"), "so x=1"),
}


@pytest.mark.parametrize("case", READ, ids=str)
def test_what_is_read(case: str) -> None:
    """XML as programs write it, and the content that comes of it."""
    body, content = READ[case]
    assert text_of(body).content == content


def test_notes_stand_at_the_end_and_comments_nowhere() -> None:
    """In the order of the marks in the body; a note that nothing points to is not there."""
    notes = "".join(f'<w:footnote w:id="{n}">{p(f"Note {n}.")}</w:footnote>' for n in (1, 2, 3))
    apart = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    body = p(
        r("A") + '<w:r><w:footnoteReference w:id="3"/></w:r>' + r("b.") + '<w:r><w:footnoteReference w:id="1"/></w:r>'
    )
    gone = p(f'<w:del {BY}><w:r><w:footnoteReference w:id="2"/></w:r></w:del>')
    text = text_of(body + gone, footnotes=apart + notes)
    assert text.content == "Ab.\n\nNote 3.\n\nNote 1."


STYLES = "".join(
    f'<w:style w:type="{kind}" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="{base}"/></w:style>'
    for kind, id, name, base in [
        ("paragraph", "Standard", "Normal", ""),
        ("paragraph", "a3", "Quote", "Standard"),
        ("paragraph", "Haus", "Haus lang", "a3"),
        ("paragraph", "Loop1", "Loop 1", "Loop2"),
        ("paragraph", "Loop2", "Loop 2", "Loop1"),
        ("paragraph", "Listenabsatz", "List Paragraph", "Standard"),
        ("character", "ZitatZchn", "Quote Char", ""),
        ("paragraph", "Untertitel", "Subtitle", "Titel"),
        ("paragraph", "Titel", "Title", "Standard"),
    ]
)
BLOCKS = {
    "a localized id with the common name": ("a3", True),
    "a style based on it": ("Haus", True),
    "an id that the document does not define": ("IntenseQuote", True),
    "in other languages": ("IntensivesZitat", True),
    "with accents": ("Citação", True),
    "styles based on each other": ("Loop1", False),
    "a list": ("Listenabsatz", False),
    "text": ("Standard", False),
    "a style of letters": ("ZitatZchn", False),
}


@pytest.mark.parametrize("case", BLOCKS, ids=str)
def test_styles_of_block_quotations(case: str) -> None:
    """By name, by id, by what they are based on."""
    name, quoted = BLOCKS[case]
    text = text_of(p("Before.") + p("Words.", style(name)) + p("After."), styles=STYLES)
    assert [text.words(span) for span in text.blocks] == (["Words."] if quoted else [])


def test_paragraphs_of_one_quotation_are_one() -> None:
    """Until other text comes between."""
    text = text_of(p("A", style("Quote")) + p("B", style("Quote")) + p("C") + p("D", style("Quote")))
    assert [text.words(span) for span in text.blocks] == ["A\n\nB", "D"]


INDENTED = '<w:ind w:left="720" w:right="720"/>'
SET_OFF = {
    "announced": (p("She said:") + p("Words.", INDENTED) + p("More.", INDENTED) + p("After."), ["Words.\n\nMore."]),
    "not announced": (p("She went home.") + p("Words.", INDENTED), []),
    "a list": (p("She said:") + p("Words.", "<w:numPr/>" + INDENTED), []),
    "a first line alone": (p("She said:") + p("Words.", '<w:ind w:firstLine="720"/>'), []),
}


@pytest.mark.parametrize("case", SET_OFF, ids=str)
def test_a_quotation_set_off_by_hand(case: str) -> None:
    """Indented after words that bring it in."""
    body, blocks = SET_OFF[case]
    text = text_of(body)
    assert [text.words(span) for span in text.blocks] == blocks


ABOUT = {
    "title by its style": (p("The Yard", style("Title")), "<dc:title>Draft</dc:title>", ("The Yard", None)),
    "title of the file": (p("x"), "<dc:title>The Yard</dc:title>", ("The Yard", None)),
    "a title that the program made": (p("x"), "<dc:title>Microsoft Word - draft 7</dc:title>", (None, None)),
    "author that the page names": (p("By Ada Fenn") + p("x"), "<dc:creator>Ada Fenn</dc:creator>", (None, "Ada Fenn")),
    "author by its style": (p("by Ada Fenn", style("Author")) + p("x"), "", (None, "Ada Fenn")),
    "whoever the program belongs to": (p("x"), "<dc:creator>Ada Fenn</dc:creator>", (None, None)),
    "broken properties": (p("x"), "<dc:title>", (None, None)),
}


@pytest.mark.parametrize("case", ABOUT, ids=str)
def test_title_and_author(case: str) -> None:
    """Only what the page bears out is the author's name: narration is put in that person's mouth."""
    body, core, known = ABOUT[case]
    text = text_of(body, core=core)
    assert (text.title, text.author) == known


def test_places_are_paragraphs() -> None:
    """A zip file has no lines."""
    text = text_of(p("One.") + p("") + p("Two."))
    place = text.place(text.content.index("Two"))
    assert (place.paragraph, place.line, place.column, place.page) == (2, None, None, None)


def test_tracked_changes_are_told() -> None:
    """They are read as accepted, and the reader knows."""
    told = text_of(p(r("We ") + deleted("not") + r(" sell."))).problems
    assert [(problem.code, problem.fatal) for problem in told] == [("tracked-changes", False)]
    assert text_of(p("We sell.")).problems == ()


def test_what_is_embedded_is_told() -> None:
    """A part of another format is not read."""
    assert [one.code for one in text_of(p("x") + "<w:altChunk/>").problems] == ["incomplete"]


def words(text: str) -> list[str]:
    """Words without the marks of notes, as another program sets them."""
    return re.findall(r"[^\W_]+(?:['’\u2011\u00ad.][^\W_]+)*", re.sub(r"\[\d+\]", " ", text))


OTHERS = {
    # What Pandoc does not read of the file, though it is in it: titles it takes for metadata, boxes, simple fields.
    "pandoc": {"Yard not for sale", "Ada Fenn"},
    "libreoffice": {"Yard not for sale", "“I would rather be sacked,” she said."},
    "seed": set[str](),
}


@pytest.mark.parametrize("name", OTHERS)
def test_another_program_reads_the_same_words(name: str) -> None:
    """Files that Pandoc and LibreOffice wrote, against Pandoc's own reading of them."""
    ours = read_file(FIXTURES / "docx" / f"{name}.docx").content.split("\n\n")
    kept = "\n".join(paragraph for paragraph in ours if paragraph not in OTHERS[name])
    assert words(kept) == words((FIXTURES / "docx" / f"{name}.txt").read_text(encoding="utf-8"))


WORD = """Yard not for sale
By Ada Fenn
“We will not sell the yard,” Ada Brook said on Wednesday. “The town paid $4.5 million for those cranes.”
The council had voted seven to two to ask for offers.
Dora Lindqvist told the hearing:
I was not told of any vote.
It’s the first I hear|of it.
See page 12 of the minutes.
The east basin stays open.
Cranes\t$4.5 million
Ben Cole asked, “Would you resign over it?”
A box at the side.
“I would rather be sacked,” Dora Lindqvist said.
The chair announced:
The hearing is closed.
A soft\u00adhyphen, a hard\u2011hyphen,\ta tab and § 12  go on.
Hearing of 4 March, minute 12.
The minutes are kept in the harbour office."""


def test_a_draft_under_review() -> None:
    """The XML that Word writes, all kinds of change and apparatus in one file."""
    text = read_file(FIXTURES / "docx" / "word.docx")
    assert text.content.replace("\n\n", "¶").replace("\n", "|") == WORD.replace("\n", "¶")
    assert [text.words(span) for span in text.blocks] == [
        "I was not told of any vote.\n\nIt’s the first I hear\nof it.",
        "The hearing is closed.",
    ]
    assert (text.title, text.author) == ("Yard not for sale", "Ada Fenn")


def test_its_statements_are_found_and_checked() -> None:
    """A block quotation without marks is one; an evidence says its paragraph."""
    draft = read_file(FIXTURES / "docx" / "word.docx")
    said = {one.text: one.speaker for one in extract(draft)}
    assert said["I was not told of any vote. It’s the first I hear\nof it."] == "Dora Lindqvist"
    result = Checker([draft]).check(Statement("I was not told of any vote", speaker="Dora Lindqvist"))
    assert result.verdict is Verdict.EXACT and result.evidence is not None
    (passage,) = result.evidence.passages
    assert passage.place.paragraph == 6 and passage.place.line is None
    assert to_dict(result)["verdict"] == "exact"
