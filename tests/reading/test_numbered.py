"""Printed pages and lines of plain records, and citations by them."""

from __future__ import annotations

import time

import pytest

from quotecheck import Checker, Statement
from quotecheck.reading import read_bytes
from quotecheck.reading.transcripts.numbered import printed_in


def page(number: int, lines: int = 12, *, footer: bool = False, mark: str = "{}") -> str:
    head = f"{'':60}{mark.format(number)}\n\n"
    body = "".join(
        f"{n:2}        {'Q' if n % 2 else 'A'}.   Of page {number} said at line {n}.\n" for n in range(1, lines + 1)
    )
    return f"{body}\n{head}" if footer else f"{head}{body}\n"


RECORDS = {
    "numbers above": "".join(page(n) for n in (45, 46, 47)),
    "numbers below": "".join(page(n, footer=True) for n in (45, 46, 47)),
    "named": "".join(page(n, mark="Page {}") for n in (45, 46, 47)),
    "of a number": "".join(page(n, mark="Page {} of 99") for n in (45, 46, 47)),
    "with form feeds": "\f".join(page(n) for n in (45, 46, 47)),
}


@pytest.mark.parametrize("case", RECORDS, ids=str)
def test_pages_and_lines(case: str) -> None:
    """Of a word, as they are printed."""
    text = read_bytes(RECORDS[case].encode(), "depo.txt")
    place = text.place(text.content.index("page 46 said at line 7"))
    assert (place.page, place.printed) == (46, 7)


OTHERS = {
    "a list": "1 We sell.\n2 We buy.\n3 We mend.\n",
    "two lists": "Yard:\n"
    + "".join(f"{n} ship\n" for n in range(1, 4))
    + "Mill:\n"
    + "".join(f"{n} cow\n" for n in range(1, 4)),
    "a poem": "\n".join(f"{n if n % 5 == 0 else ''}   The sea was calm" for n in range(1, 60)),
    "prose with a list": "We sell the yard.\n" * 60 + "".join(f"{n} ship\n" for n in range(1, 12)) * 2,
    "one page alone": page(45),
}


@pytest.mark.parametrize("case", OTHERS, ids=str)
def test_other_numbers_are_no_lines_of_a_record(case: str) -> None:
    """Lists, verses, lines of which few are numbered."""
    found = printed_in(OTHERS[case])
    assert found.pages == () and found.lines == ()


CITED = {
    "45:9": True,
    "depo.txt, 45:9": True,
    "depo.txt 45:8-10": True,
    "45:11-46:3": False,
    "44:20–45:9": True,
    "45:10": False,
    "46:9": False,
    "p. 45, l. 9": True,
    "at 45, lines 8-9": True,
    "p. 45": True,
    "p. 46": False,
}


@pytest.mark.parametrize("cited", CITED, ids=str)
def test_citations_by_page_and_line(cited: str) -> None:
    """A deposition is cited as 45:12-46:3; in a recording these figures would be a time."""
    record = read_bytes(RECORDS["numbers above"].encode(), "depo.txt")
    result = Checker([record]).check(Statement("Of page 45 said at line 9", source=cited))
    wrong = [one for one in result.findings if one.code.value == "QC306"]
    assert (not wrong) is CITED[cited]
    assert all("45:9" in one.message for one in wrong)


def test_a_time_stays_a_time() -> None:
    """Where no lines are numbered."""
    talk = "Ada Brook  0:12\nWe sell.\n\nBen Cole  0:20\nWhy?\n\nAda Brook  45:12\nSo we sell.\n"
    result = Checker([read_bytes(talk.encode(), "talk.txt")]).check(Statement("So we sell", source="talk.txt, 45:12"))
    assert "QC306" not in {one.code.value for one in result.findings}
    result = Checker([read_bytes(talk.encode(), "talk.txt")]).check(Statement("So we sell", source="talk.txt, 12:12"))
    assert "QC306" in {one.code.value for one in result.findings}


RECORD = """\
[Congressional Record Volume 172, Number 40 (Wednesday, March 4, 2026)]
[House]
[Pages H1201-H1202]

  Ms. BROOK of Ohio. Madam Speaker, we will not sell the yard, not this
year and not

[[Page H1202]]

the next.
  Mr. COLE. Why did the council vote to ask for offers?
  Ms. BROOK of Ohio. They asked, and nobody answered.
  Mr. COLE. Madam Speaker, I yield back.
"""


def test_pages_of_the_congressional_record() -> None:
    """A mark in the middle of a sentence is none of its words; the pages before it are those of the head."""
    text = read_bytes(RECORD.encode(), "record.txt")
    assert [text.place(text.content.index(words)).page for words in ("sell", "the next", "answered")] == [
        1201,
        1202,
        1202,
    ]
    result = Checker([text]).check(
        Statement("we will not sell the yard, not this year and not the next", speaker="Brook", source="p. H1201")
    )
    assert result.verdict is not None and result.verdict.value == "exact"
    assert "QC306" not in {one.code.value for one in result.findings}


@pytest.mark.parametrize(
    "file", ["1\n" * 100_000, "\n".join(f" {n % 25 + 1}  a" for n in range(50_000)), "[[Page H1]]" * 50_000]
)
def test_hostile_numbers_end_in_time(file: str) -> None:
    """Linear."""
    begun = time.process_time()
    printed_in(file)
    assert time.process_time() - begun < 4
