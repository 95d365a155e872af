"""LaTeX with csquotes: what is printed, what is a quotation, what it cites, and where it stands in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck import Kind, Text, extract
from quotecheck.model import Span
from quotecheck.model.errors import ReadingError
from quotecheck.reading import read_bytes, read_file


def text_of(body: str) -> Text:
    return read_bytes(body.encode(), "draft.tex")


READ = {
    "words and paragraphs": ("One\ntwo.\n\nThree.", "One two.\n\nThree."),
    "a comment": ("We will % not\n  sell.", "We will sell."),
    "a percent sign": (r"5\% of it", "5% of it"),
    "marks": ("``No,'' she said. It's `so'.", "“No,” she said. It’s ‘so’."),
    "dashes": ("1939--1945 --- so", "1939–1945 — so"),
    "accents": (
        r"Lipavsk\'y, Zelensk{\'y}, K\"{o}ln, \v{C}apek, fa\c cade, na\"{\i}ve",
        "Lipavský, Zelenský, Köln, Čapek, façade, naïve",
    ),
    "letters": (r"Stra\ss e, \O rsted, \S 12", "Straße, Ørsted, §12"),
    "a space that does not break": ("p.~12", "p.\u00a012"),
    "groups": (r"{\bf We} will", "We will"),
    "italics": (r"We will \emph{not} sell", "We will not sell"),
    "a command in words": (r"The \textsc{nato} \LaTeX{} way\ldots", "The nato LaTeX way…"),
    "what is not printed": (
        r"A\label{a} word\index{word} \includegraphics[width=3cm]{a}here.\vspace{1cm}",
        "A word here.",
    ),
    "a heading": ("\\section{Head}\nBody.", "Head\n\nBody."),
    "a list": ("\\begin{itemize}\n\\item One.\n\\item Two.\n\\end{itemize}", "One.\n\nTwo."),
    "a note": (r"So\footnote{There.} it is.", "So it is.\n\nThere."),
    "a table": ("\\begin{tabular}{ll}Cranes & 12 \\\\ Jobs & 140\\end{tabular}", "Cranes\t12\nJobs\t140"),
    "what is set as it is typed": (r"so \verb|%x| it", "so %x it"),
    "a formula": (r"so $x=1$ it is, for \$5", "so x=1 it is, for $5"),
    "only the body": ("\\documentclass{article}\n\\begin{document}\nYes.\n\\end{document}\nNo.", "Yes."),
    "a hidden environment": ("a\n\\begin{comment}no\\end{comment}\nb", "a b"),
    "no end": (r"\begin{quote} Words \emph{so", "Words so"),
}


@pytest.mark.parametrize("case", READ, ids=str)
def test_what_is_printed(case: str) -> None:
    """As a reader of the page sees it."""
    body, content = READ[case]
    assert text_of(body).content.replace(" \t", "\t").replace(" \n", "\n") == content.replace(" \t", "\t").replace(
        " \n", "\n"
    )


QUOTES = {
    "enquote": (r"She said: \enquote{We will not.}", "She said: “We will not.”"),
    "one in another": (r"\enquote{He said \enquote{no} to us}", "“He said ‘no’ to us”"),
    "enquote*": (r"\enquote*{no}", "‘no’"),
    "textquote": (r"\textquote[\cite[12]{brook}][.]{We will not}", "“We will not.” [@brook, p. 12]"),
    "textquote without": (r"\textquote{We will not}", "“We will not”"),
    "textcquote": (r"\textcquote[12]{brook}{We will not}", "“We will not” [@brook, p. 12]"),
    "textcquote, all": (r"\textcquote[see][12--14]{brook}[.]{We will not}", "“We will not.” [@brook, pp. 12–14]"),
    "a place in words": (r"\textcquote[line 4]{brook}{No}", "“No” [@brook, line 4]"),
    "another language": (r"\foreigntextcquote{german}[3]{b}{Nein}", "“Nein” [@b, p. 3]"),
    "blockcquote": (r"\blockcquote[3]{b}{No}", "“No” [@b, p. 3]"),
    "left out": (r"\enquote{We \textelp{} not}", "“We […] not”"),
    "left out and put in": (r"\enquote{We \textelp{surely} not}", "“We […] [surely] not”"),
    "put in and left out": (r"\enquote{We \textelp*{surely} not}", "“We [surely] […] not”"),
    "put in": (r"\enquote{We \textins{in town} will}", "“We [in town] will”"),
    "a changed letter": (r"\enquote{\textins*{T}he town}", "“[T]he town”"),
    "taken away": (r"\enquote{the question\textdel{s} is}", "“the question[] is”"),
    "a citation behind": (r"``We will not'' \cite[12]{brook}.", "“We will not” [@brook, p. 12]."),
    "several keys": (r"\parencite[see][]{brook,cole}", "[@brook]"),
    "German": ("\\usepackage[ngerman]{babel}\\begin{document}\\enquote{Nein \\enquote{so}}", "„Nein ‚so‘“"),
}


@pytest.mark.parametrize("case", QUOTES, ids=str)
def test_quotations(case: str) -> None:
    """As csquotes prints them, with what they cite."""
    body, content = QUOTES[case]
    assert text_of(body).content == content


BLOCKS = {
    "quote": ("\\begin{quote}We will not.\\end{quote}", "We will not."),
    "displayquote": ("\\begin{displayquote}[\\cite[12]{brook}]We will not.\\end{displayquote}", "We will not."),
    "displaycquote": ("\\begin{displaycquote}[12]{brook}We will not.\\end{displaycquote}", "We will not."),
    "two paragraphs": ("\\begin{quotation}One.\n\nTwo.\\end{quotation}", "One.\n\nTwo."),
    "center is none": ("\\begin{center}We will not.\\end{center}", None),
}


@pytest.mark.parametrize("case", BLOCKS, ids=str)
def test_block_quotations(case: str) -> None:
    """The environment is the mark."""
    body, words = BLOCKS[case]
    text = text_of(f"Ada Brook said:\n{body}\nAfter.")
    assert [text.words(span) for span in text.blocks] == ([words] if words else [])


CITED = {
    "textcquote": (r"Ada Brook said: \textcquote[12]{brook}{We will not sell the yard}.", "brook, p. 12"),
    "textquote": (r"Ada Brook said: \textquote[{\cite[12]{brook}}]{We will not sell the yard}.", "brook, p. 12"),
    "cite": (r"Ada Brook said, ``We will not sell the yard'' \parencite[12]{brook}.", "brook, p. 12"),
    "a note": (r"Ada Brook said, ``We will not sell the yard.''\footnote{\cite[12]{brook}} So.", "brook, p. 12"),
    "a block": (
        "Ada Brook said:\n\\begin{displaycquote}[12]{brook}We will not sell the yard.\\end{displaycquote}",
        "brook, p. 12",
    ),
    "none": (r"Ada Brook said, ``We will not sell the yard.'' So.", None),
}


@pytest.mark.parametrize("case", CITED, ids=str)
def test_what_a_statement_cites(case: str) -> None:
    """The key with its place."""
    body, source = CITED[case]
    found = [one for one in extract(text_of(body)) if one.kind is Kind.DIRECT]
    assert [(one.text.rstrip("."), one.speaker, one.source) for one in found] == [
        ("We will not sell the yard", "Ada Brook", source)
    ]


def test_the_bibliography_beside_it(tmp_path: Path) -> None:
    """Named in the preamble; one elsewhere on the disk is not read."""
    pytest.importorskip("bibtexparser")
    (tmp_path / "refs.bib").write_text("@book{brook, title={The Yard}, file={brook.pdf}}", encoding="utf-8")
    for named in (r"\addbibresource{refs.bib}", r"\bibliography{refs}"):
        path = tmp_path / "draft.tex"
        path.write_text(
            named + "\n\\begin{document}\n\\textcquote[12]{brook}{We will not sell.}\n\\end{document}\n", "utf-8"
        )
        text = read_file(path)
        assert text.bibliography == {"brook": "brook.pdf"}
        assert [one.source for one in extract(text)] == ["brook.pdf, p. 12"]
    path.write_text("\\addbibresource{/etc/refs.bib}\nWords.\n", "utf-8")
    assert not read_file(path).bibliography and not read_file(path).problems


def test_the_way_back_to_the_file() -> None:
    """Words to words, marks to their commands."""
    source = "Line.\n\nShe said:\n\\enquote{We will \\emph{not} s\\'ell} it."
    text = read_bytes(source.encode(), "a.tex")
    for words in ("not", "said", "it."):
        at = text.content.index(words)
        ranges = text.origin.file_ranges(Span(at, at + len(words)))
        assert ranges and source[ranges[0].start : ranges[-1].end] == words
    mark = text.content.index("“")
    ranges = text.origin.file_ranges(Span(mark, mark + 1))
    assert ranges and source[ranges[0].start : ranges[0].end] == "\\enquote{"
    assert text.place(mark).line == 4


def test_what_is_known_of_it() -> None:
    """And what is drawn in is told of."""
    text = text_of("\\title{The \\emph{Yard}}\n\\author{Ada Fenn}\n\\begin{document}\\maketitle\\input{chapter}Words.")
    assert (text.title, text.author, text.content) == ("The Yard", "Ada Fenn", "Words.")
    assert [one.code for one in text.problems] == ["incomplete"]


HOSTILE = {
    "braces": "{" * 100_000,
    "environments": "\\begin{quote}" * 100_000,
    "brackets": "\\cite" + "[" * 100_000,
    "options": "\\textquote[" * 20_000,
    "dollars": "$ " * 100_000,
    "quotations": "\\enquote{" * 100_000,
    "backslashes": "\\" * 100_001,
    "verbs": "\\verb|" * 20_000,
}


@pytest.mark.parametrize("case", HOSTILE, ids=str)
def test_hostile_files_end(case: str) -> None:
    """With words or with an error, and soon."""
    try:
        text_of("Words. " + HOSTILE[case])
    except ReadingError as error:
        assert error.code == "too-deep"


@given(st.text(alphabet="\\{}[]$%~&`'\"-abe\n", max_size=80))
def test_any_text_is_read(body: str) -> None:
    """Every offset inside the file."""
    source = "Words. " + body
    text = read_bytes(source.encode(), "a.tex")
    for run in text.origin.runs or ():
        assert 0 <= run.file.start <= run.file.end <= len(source)
