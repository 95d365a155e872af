"""PDF files: letters in the order in which they are read, and what stands between. Bad files are another file's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quotecheck import Checker, Statement, Verdict
from quotecheck.model import Text
from quotecheck.model.errors import ReadingError
from quotecheck.reading import read_bytes, read_file
from tests.reading.papers import Drawn, lines, paper

pytest.importorskip("pypdfium2")

LEFT = """The minister said on Monday that
the bridge would open in May, and
that nobody would pay to cross it.
The ferry goes on until the end of
the year, and so does the old road
that runs beside the river to the sea."""
RIGHT = """Farmers on the other bank do not
believe a word of it. They have
waited for a bridge since the war,
and were told every year that it
would come with the next spring or
with the one that follows it."""
BY_ROWS = [one for pair in zip(lines(30, 500, LEFT), lines(220, 500, RIGHT), strict=True) for one in pair]


def read(*pages: list[Drawn], turn: int = 0) -> Text:
    return read_bytes(paper(*pages, turn=turn), "paper.pdf")


def numbered(page: int, text: str, y: float = 500) -> list[Drawn]:
    """A page with a running head, a running foot and its number."""
    head, foot = Drawn(30, 570, "The Northsea Papers"), Drawn(30, 20, f"Volume 7 - Page {page}")
    return [head, *lines(30, y, text), foot]


NOTE = lines(30, 60, "1 A note in small letters.", size=7)
ACROSS = "Figure 2. The two banks of the river, seen from the bridge that is not yet open."
SUMMARY = """The bridge over the river opens in May, and nobody pays. This page says how
it came to that, what was promised to those who live on the other bank, and
what they think of it. It also tells what the ferry is to do in the meantime,
and who is to pay for it, since the ferry costs more every year than is paid."""
THIRD = "The bridge over the\nriver is to open in\nMay, and nobody at\nall is to pay for it"
LAID_OUT = {
    "one column": ([lines(30, 500, LEFT)], LEFT),
    "two columns": ([[*lines(30, 500, LEFT), *lines(220, 500, RIGHT)]], f"{LEFT}\n{RIGHT}"),
    "two columns drawn row by row": ([BY_ROWS], f"{LEFT}\n{RIGHT}"),
    "a headline across the columns": (
        [[Drawn(30, 540, "What the two banks of the river say", 18), *BY_ROWS]],
        f"What the two banks of the river say\n\n{LEFT}\n{RIGHT}",
    ),
    "columns, a line, columns": (
        [[*BY_ROWS, Drawn(30, 400, ACROSS), *lines(30, 350, LEFT), *lines(220, 350, RIGHT)]],
        f"{LEFT}\n{RIGHT}\n\n{ACROSS}\n\n{LEFT}\n{RIGHT}",
    ),
    "a summary above the columns": (
        [[*lines(30, 580, SUMMARY), *lines(30, 500, LEFT), *lines(220, 500, RIGHT)]],
        f"{SUMMARY}\n\n{LEFT}\n{RIGHT}",
    ),
    "three columns, the last one short": (
        [
            [
                *lines(30, 500, THIRD),
                *lines(150, 500, THIRD),
                *lines(270, 500, "The last column is\nof few lines only,\nand says no more"),
            ]
        ],
        f"{THIRD}\n{THIRD}\nThe last column is\nof few lines only,\nand says no more",
    ),
    "names beside what they say": (
        [[*lines(30, 500, "MS BROOK\n\n\nMR COLE"), *lines(110, 500, LEFT)]],
        "MS BROOK " + LEFT.replace("The ferry", "MR COLE The ferry"),
    ),
    "an indent begins a paragraph": (
        [[*lines(30, 500, "One and two and three and\nfour."), Drawn(45, 476, "Five and six")]],
        "One and two and three and\nfour.\n\nFive and six",
    ),
    "so does a gap": (
        [lines(30, 500, "One and\ntwo and\nthree and\n\nfour.")],
        "One and\ntwo and\nthree and\n\nfour.",
    ),
    "so does a line that ends early": (
        [lines(30, 500, "One and two and three and more.\nFour.\nFive and six and seven, and so on")],
        "One and two and three and more.\nFour.\n\nFive and six and seven, and so on",
    ),
    "a verse does not": (
        [lines(30, 500, "So much for us,\nand more\nfor all the others here")],
        "So much for us,\nand more\nfor all the others here",
    ),
    "so do other letters": ([[Drawn(30, 500, "Title", 20), Drawn(30, 476, "words")]], "Title\n\nwords"),
    "a title of two lines is one": (
        [[Drawn(30, 500, "A long title of", 20), Drawn(30, 476, "two lines", 20), *lines(30, 440, LEFT)]],
        f"A long title of\ntwo lines\n\n{LEFT}",
    ),
    "lines far apart are a paragraph still": ([lines(30, 500, LEFT, step=26)], LEFT),
    "a paragraph runs over the page's end": (
        [numbered(1, "One and two and"), numbered(2, "three.")],
        "The Northsea Papers\n\nOne and two and\nthree.\n\nVolume 7 - Page 1",
    ),
    "a word is parted at the page's end": (
        [numbered(1, "It was a long-"), numbered(2, "standing wish.")],
        "The Northsea Papers\n\nIt was a long-\nstanding wish.\n\nVolume 7 - Page 1",
    ),
    "page numbers alone": (
        [[*lines(30, 500, "One and"), Drawn(200, 20, "1")], [*lines(30, 500, "two."), Drawn(200, 20, "2")]],
        "One and\ntwo.",
    ),
    "a number at the end of one page is none": ([lines(30, 500, "The year was\n\n\n\n1984")], "The year was\n\n1984"),
    "one page of many": ([[*lines(30, 500, "One"), Drawn(200, 20, "- 12 -")]], "One"),
    "a line that comes again in the text": (
        [lines(30, 500, "And on.\n" * 3 + "So it went and went and went")],
        "And on.\n\nAnd on.\n\nAnd on.\n\nSo it went and went and went",
    ),
    "a footnote waits for the paragraph's end": (
        [[*lines(30, 500, "One and two and"), *NOTE], lines(30, 500, "three and four.")],
        "One and two and\nthree and four.\n\n1 A note in small letters.",
    ),
    "a page in small letters is no footnote": (
        [lines(30, 500, "One\ntwo"), lines(30, 500, "three\nfour", size=7)],
        "One\ntwo\n\nthree\nfour",
    ),
    "a hyphen inside a line": (
        [lines(30, 500, "A long-standing, well-\nknown wish")],
        "A long-standing, well-\nknown wish",
    ),
    "a raised figure": (
        [[Drawn(30, 500, "It was 5 km"), Drawn(83, 504, "2", 6), Drawn(89, 500, "then")]],
        "It was 5 km² then",
    ),
    "a gap is a space": ([[Drawn(30, 500, "The"), Drawn(50, 500, "words"), Drawn(81, 500, "are")]], "The words are"),
    "and no gap is none": (
        [[Drawn(30, 500, "un"), Drawn(41.1, 500, "think"), Drawn(62.3, 500, "able")]],
        "unthinkable",
    ),
    "cells of a table": (
        [[Drawn(30, 500, "Year"), Drawn(130, 500, "Tonnes"), Drawn(230, 500, "Ships")]],
        "Year\tTonnes\tShips",
    ),
    "numbered lines": (
        [
            [
                *lines(30, 500, "1\n2\n3\n4"),
                *lines(60, 500, "Q.  You said so?\nA.  I did.\nQ.  When?\nA.  In May, I think it was."),
            ]
        ],
        "1 Q. You said so?\n\n2 A. I did.\n\n3 Q. When?\n\n4 A. In May, I think it was.",
    ),
    "a stamp in the margin": (
        [[Drawn(12, 300, "preprint of May", turn=(0, 1)), *lines(30, 500, LEFT)]],
        f"{LEFT}\n\npreprint of May",
    ),
    "words beside the page are not seen": (
        [[*lines(30, 500, "One"), Drawn(700, 500, "no"), Drawn(30, -20, "no")]],
        "One",
    ),
}


@pytest.mark.parametrize("case", LAID_OUT, ids=str)
def test_content_is_in_the_order_of_reading(case: str) -> None:
    """Lines as they are set, an empty line between paragraphs; heads, numbers and notes out of the sentences."""
    pages, content = LAID_OUT[case]
    assert read(*pages).content == content


TURNED = {
    "upside down": ([Drawn(400 - one.x, 600 - one.y, one.text, turn=(-1, 0)) for one in lines(30, 400, LEFT)], 0),
    "up": ([Drawn(100 + 12 * n, 40, text, turn=(0, 1)) for n, text in enumerate(LEFT.split("\n"))], 0),
    "down": ([Drawn(300 - 12 * n, 500, text, turn=(0, -1)) for n, text in enumerate(LEFT.split("\n"))], 0),
    "down, on a page that is turned": (
        [Drawn(300 - 12 * n, 500, text, turn=(0, -1)) for n, text in enumerate(LEFT.split("\n"))],
        90,
    ),
    "on a page that is turned": (lines(30, 400, LEFT), 180),
}


@pytest.mark.parametrize("case", TURNED, ids=str)
def test_turned_pages(case: str) -> None:
    """A page is read as most of its words run."""
    page, turn = TURNED[case]
    assert read(page, turn=turn).content == LEFT


def test_pages_and_lines_are_told() -> None:
    """There is no way back to ranges of the file: the page is what a person looks up."""
    text = read(lines(30, 500, "One\ntwo"), lines(30, 500, "three\nfour"))
    places = [text.place(text.content.index(word)) for word in ("One", "two", "three", "four")]
    assert [place.page for place in places] == [1, 1, 2, 2]
    assert [place.line for place in places] == [1, 2, 3, 4]
    assert text.origin.runs is None
    assert text.title is None and text.path == "paper.pdf"


def test_a_note_has_its_own_page() -> None:
    """It stands after the paragraph that runs on to the next page, and is on the page it is set on."""
    first = [*lines(30, 500, "One and two and"), *lines(30, 60, "1 A note.", size=7)]
    text = read(first, lines(30, 500, "three.\n\nFour.\nFive"))
    assert text.content == "One and two and\nthree.\n\n1 A note.\n\nFour.\nFive"
    pages = [text.place(text.content.index(word)).page for word in ("One", "three", "note", "Four", "Five")]
    assert pages == [1, 2, 1, 2, 2]


def test_titles() -> None:
    """The file's own, where it is a title and not a file's name."""
    page = lines(30, 500, "Words")
    for title, known in (("The bridge", "The bridge"), ("Microsoft Word - draft3", None), ("a.docx", None), ("", None)):
        assert read_bytes(paper(page, title=title), "a.pdf").title == known


BETWEEN = re.compile(r"[\s—-]+")


def letters(words: str) -> str:
    """The letters alone: spaces, hyphens at line ends and marks are the next test's."""
    return re.sub(r"[\W\d_¹²]+", "", words)


LINCOLN = Path("fixtures/pdf/lincoln.txt").read_text(encoding="utf-8")
SEED = next(Path("seeds").glob("*.txt")).read_text(encoding="utf-8")
REAL = {
    "writer-article": (SEED, ()),
    "browser": (SEED, ("NATO and the sky\n\n",)),
    "writer-columns": (
        LINCOLN,
        ("Speeches of the Republic\n\n", "1 The words are those of the printed\nedition, which differs from the\n"
         "reading copy in small things.\n\n", "Page 1\n\n"),
    ),
    "typeset-columns": (
        LINCOLN,
        ("Collected Addresses 0\n\n", "¹ Matthew 18:7, in the words of the\nold translation.\n\n"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REAL, ids=str)
def test_every_letter_of_a_real_file(name: str) -> None:
    """All of the text that the file was made from, in its order; and what else stands on the pages, apart from it."""
    source, others = REAL[name]
    content = read_file(f"fixtures/pdf/{name}.pdf").content
    for other in others:
        assert content.count(other) == 1 or other.startswith("Page")
        content = content.replace(other, "")
    assert letters(content) == letters(source)


@pytest.mark.parametrize("name", REAL, ids=str)
def test_every_word_of_a_real_file(name: str) -> None:
    """Not one word is joined to another or parted, but at the hyphen of a line's end."""
    source, others = REAL[name]
    content = read_file(f"fixtures/pdf/{name}.pdf").content
    known = {letters(word) for word in BETWEEN.split(f"{source} {' '.join(others)}")}
    parted = re.sub(r"(\w)-\n(\w)", r"\1\2", content)
    assert [word for word in BETWEEN.split(parted) if letters(word) not in known and "battle" not in word] == []


RUNNING_OVER = {
    "a hyphen at a line's end": "That of neither has been answered fully",
    "a column's end": "would make war rather than let the nation survive, and the other would accept war",
    "a page's end": "woe to that man by whom the offense cometh",
    "a page's end and a note": "the war came. One-eighth of the whole population were colored slaves",
    "a word parted": "we can not dedicate—we can not consecrate—we can not hallow—this ground",
}


@pytest.mark.parametrize("name", ["writer-columns", "typeset-columns"])
@pytest.mark.parametrize("case", RUNNING_OVER, ids=str)
def test_quotations_run_over_all_that_stands_between(case: str, name: str) -> None:
    """Word for word in the text is exact in every setting of it."""
    result = Checker([read_file(f"fixtures/pdf/{name}.pdf")]).check(Statement(RUNNING_OVER[case]))
    assert result.verdict is Verdict.EXACT


def test_the_page_is_on_the_result() -> None:
    """And a changed word is no reading of the file."""
    checker = Checker([read_file("fixtures/pdf/typeset-columns.pdf")])
    result = checker.check(Statement("The world will little note, nor long remember what we say here"))
    assert result.evidence is not None and result.evidence.passages[0].place.page == 2
    changed = checker.check(Statement("The world will much note, and long remember what we say here"))
    assert changed.verdict is Verdict.ABSENT


def test_without_the_library_the_command_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The exact command, in the error."""
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)
    with pytest.raises(ReadingError, match=re.escape("pip install 'quotecheck-editorial[pdf]'")) as caught:
        read_bytes(paper(lines(30, 500, "One")), "a.pdf")
    assert caught.value.code == "not-installed"
