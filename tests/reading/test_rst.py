"""reStructuredText: what of it is prose, what is quoted, and where it stands in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck import Text, extract
from quotecheck.model import Span
from quotecheck.model.errors import ReadingError
from quotecheck.reading import read_bytes, read_file

FIXTURES = Path(__file__).parents[2] / "fixtures" / "documents"


def text_of(body: str) -> Text:
    return read_bytes(body.encode(), "draft.rst")


READ = {
    "paragraphs": ("One\ntwo.\n\nThree.", "One two.\n\nThree."),
    "a title": ("Head\n====\n\nBody.", "Head\n\nBody."),
    "a title between rules": ("====\nHead\n====\n\nBody.", "Head\n\nBody."),
    "a transition": ("One.\n\n-----\n\nTwo.", "One.\n\nTwo."),
    "emphasis": ("We *will* **not** sell.", "We will not sell."),
    "a star that is none": ("2 * 3 * 4 and a*b*c", "2 * 3 * 4 and a*b*c"),
    "a link": (
        "the `long hearing <https://x.org>`_ and Yard_ or `the mill`_.",
        "the long hearing and Yard or the mill.",
    ),
    "a name with a line under it": ("snake_case stays", "snake_case stays"),
    "a role": ("a :emphasis:`word`, :doc:`this <x>`", "a word, this"),
    "what is typed": ("so ``*x*`` it is", "so *x* it is"),
    "a note": ("So [1]_ it is.\n\n.. [1] There,\n   it says.", "So [1] it is.\n\nThere, it says."),
    "an escaped star": ("a \\*b\\* c", "a *b* c"),
    "a comment": ("a\n\n.. no\n   no\n\nb", "a\n\nb"),
    "code": ("a\n\n.. code-block:: python\n   :linenos:\n\n   no\n\nb", "a\n\nb"),
    "a literal block": ("a::\n\n   no\n\nb", "a:\n\nb"),
    "an admonition": ("a\n\n.. note::\n\n   Yes.\n\nb", "a\n\nYes.\n\nb"),
    "a list": ("- One\n  two.\n- Three.\n\n1. Four.", "One two.\n\nThree.\n\nFour."),
    "a definition": ("term\n    What it is.", "term\n\nWhat it is."),
    "a simple table": ("====== ===\nWhat   Sum\n====== ===\nCranes 12\n====== ===", "What\tSum\n\nCranes\t12"),
    "a grid table": ("+----+----+\n| a  | b  |\n+====+====+\n| c  | d  |\n+----+----+", "a\tb\n\nc\td"),
    "lines": ("| We will,\n| we will not.", "We will,\nwe will not."),
    "a note on the next line": ("So [1]_.\n\n.. [1]\n   There.", "So [1].\n\nThere."),
    "line ends of Windows": ("One\r\ntwo.\r\n\r\nThree.", "One two.\n\nThree."),
}


@pytest.mark.parametrize("case", READ, ids=str)
def test_what_is_prose(case: str) -> None:
    """Signs taken off, words kept."""
    body, content = READ[case]
    assert text_of(body).content == content


BLOCKS = {
    "set in": ("Ada Brook said:\n\n    We will not.\n\n    Not now.\n\nAfter.", ["We will not.\n\nNot now."]),
    "with its speaker": ("So it was.\n\n    We will not.\n\n    -- Ada Brook\n\nAfter.", ["We will not."]),
    "an epigraph": (".. epigraph::\n\n   We will not.\n\n   -- Ada Brook\n\nAfter.", ["We will not."]),
    "two, apart": ("a\n\n    One.\n\nb\n\n    Two.\n\nc", ["One.", "Two."]),
    "a list is none": ("- a\n\n  still a\n\n- b", []),
    "a definition is none": ("term\n    What it is.", []),
    "a note is none": ("a\n\n.. note::\n\n   Yes.", []),
}


@pytest.mark.parametrize("case", BLOCKS, ids=str)
def test_block_quotations(case: str) -> None:
    """By being set in, or by directive."""
    body, quoted = BLOCKS[case]
    text = text_of(body)
    assert [text.words(span) for span in text.blocks] == quoted


def test_what_is_known_and_what_is_included() -> None:
    """Fields at the top; an included file is told of."""
    text = text_of("Yard\n====\n\n:Author: Ada Fenn\n:Date: 2026-03-04\n\nWords.\n\n.. include:: more.rst\n")
    assert (text.title, text.author, text.date) == ("Yard", "Ada Fenn", "2026-03-04")
    assert text.content == "Yard\n\nWords." and [one.code for one in text.problems] == ["incomplete"]


def test_the_way_back_to_the_file() -> None:
    """Line, column and the very characters."""
    source = "Head\n====\n\nWe will\n*not* sell `the yard <x>`_.\n"
    text = text_of(source)
    for words in ("We", "not", "the yard"):
        at = text.content.index(words)
        ranges = text.origin.file_ranges(Span(at, at + len(words)))
        assert ranges and source[ranges[0].start : ranges[0].end] == words
    assert text.place(text.content.index("not")).line == 5


def test_what_pandoc_writes() -> None:
    """The same draft as in the other formats."""
    for name in ("pandoc.rst", "pandoc.tex"):
        text = read_file(FIXTURES / name)
        assert [text.words(one) for one in text.blocks] == [
            "I was not told of any vote.\n\nIt’s the first I hear of it."
        ]
        said = {one.speaker for one in extract(text)}
        assert {"Ada Brook", "Dora Lindqvist"} <= said


@pytest.mark.parametrize("body", ["`" * 10_000, "*" * 10_001, "* " * 6_000, " \n" * 6_000 + "x", "- " * 6_000])
def test_hostile_files_end(body: str) -> None:
    """Soon."""
    assert text_of("Words.\n\n" + body).content.startswith("Words.")


@given(st.text(alphabet="*`_:|.[]-= \n\\ab<>", max_size=80))
def test_any_text_is_read(body: str) -> None:
    """Every offset inside the file."""
    source = "Words.\n\n" + body
    try:
        text = read_bytes(source.encode(), "a.rst")
    except ReadingError:
        return
    for run in text.origin.runs or ():
        assert 0 <= run.file.start <= run.file.end <= len(source)
