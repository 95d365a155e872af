"""A second reading of a PDF source: what it may mend, what it must leave, and where a person has to look."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from quotecheck import Checker, Statement
from quotecheck.checking import pages_again
from quotecheck.model import Code, Outcome, Result, Verdict
from quotecheck.reading import read_bytes, read_file
from quotecheck.reading.pdf import second
from tests.reading.papers import Drawn, lettered, lines, paper

pytest.importorskip("pypdfium2")
pytest.importorskip("pypdf")

SPACED = Path("fixtures/pdf/spaced.pdf")


def at(x: int, words: str, y: int = 500) -> Drawn:
    """Words in the line at 500 points."""
    return Drawn(x, y, words)


LIGATURES = lettered("f_f_i f_f ffi", b'"The o\\001cer made no e\\002ort in his o\\003ce," Ada Brook said.')
# "not" is drawn last: who takes the words as they are drawn, misses it in its place.
DRAWN_LAST = paper([at(30, "“We will "), at(88, "raise taxes this year,” Ada Brook said."), at(68, "not")])
# The columns stand so near each other that the first reader takes their lines for one.
COLUMNS = paper(
    [
        *lines(30, 500, "We shall sell the\nold mill to the\npeople of the town\nand to nobody else"),
        *lines(104, 500, "before the end of\nthe year that comes\nunless the council\nsays that we cannot"),
    ]
)
# A figure is drawn over by white: both see it, and in another order.
FIGURE = paper([at(30, "“It cost us "), at(101, " million,” Ada Brook said."), at(85, "120")])

MENDED = {
    "letters set apart": (SPACED.read_bytes(), "The government will pay for the flood", "T h e g o v e r n m e n t"),
    "ligatures without a character": (LIGATURES, "The officer made no effort in his office", "The o\ufffdcer made no"),
}


Check = Callable[..., Result]


@pytest.fixture(scope="module")
def check(tmp_path_factory: pytest.TempPathFactory) -> Check:
    """The result for a quotation against a PDF file; what was read of it is kept."""
    checkers: dict[bytes, Checker] = {}

    def checked(data: bytes, words: str, speaker: str | None = "Ada Brook") -> Result:
        if data not in checkers:
            path = tmp_path_factory.mktemp("papers") / "paper.pdf"
            path.write_bytes(data)
            checkers[data] = Checker([read_file(path)])
        return checkers[data].check(Statement(words, speaker=speaker))

    return checked


def codes(result: Result) -> set[Code]:
    """Of its findings that weigh something."""
    return {one.code for one in result.findings if one.severity.rank}


@pytest.mark.parametrize("case", MENDED, ids=str)
def test_noise_of_the_first_reading_is_no_fault(case: str, check: Check) -> None:
    """The words are the source's, the file is to blame (QC113), and the evidence is the first reading's."""
    data, words, start = MENDED[case]
    result = check(data, words)
    assert result.verdict is Verdict.EXACT and result.outcome is Outcome.PASS
    assert codes(result) == {Code.EXTRACTION_NOISE}
    assert result.evidence is not None
    content = read_bytes(data, "paper.pdf").content
    for passage in result.evidence.passages:
        assert content[passage.start : passage.end] == passage.exact
        assert passage.exact.startswith(start) and passage.place.page == 1 and passage.speaker == "Ada Brook"
    assert all(content[one.source.start : one.source.end].strip() for one in result.evidence.edits)


@pytest.mark.parametrize("case", MENDED, ids=str)
def test_without_a_second_reader_it_is_a_fault(case: str, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is what bears the quotation out; without it, nothing is guessed."""
    monkeypatch.setitem(sys.modules, "pypdf", None)
    monkeypatch.setattr(pages_again, "is_installed", lambda: False)
    data, words, _ = MENDED[case]
    assert check(data + b"\n", words).outcome is Outcome.FAIL


STILL_WRONG = {
    "a word changed": (SPACED.read_bytes(), "The government will pay for the fire", "Ada Brook"),
    "a negation added": (SPACED.read_bytes(), "The government will not pay for the flood", "Ada Brook"),
    "a negation dropped": (LIGATURES, "The officer made effort in his office", "Ada Brook"),
    "its opposite": (LIGATURES, "The officer made an effort in his office", "Ada Brook"),
    "said by another": (SPACED.read_bytes(), "The government will pay for the flood", "Ben Cole"),
    "said by another, the ligatures lost": (LIGATURES, "The officer made no effort in his office", "Ben Cole"),
}


@pytest.mark.parametrize("case", STILL_WRONG, ids=str)
def test_what_is_wrong_in_both_readings_is_a_fault(case: str, check: Check) -> None:
    """A second reading takes noise away, and nothing else."""
    data, words, speaker = STILL_WRONG[case]
    result = check(data, words, speaker)
    assert result.verdict not in {None, Verdict.EXACT} and result.outcome is Outcome.FAIL


DISAGREE = {
    "a negation": (DRAWN_LAST, "We will raise taxes this year", "Ada Brook", "not", "We will raise taxes"),
    "the order of columns": (COLUMNS, "We shall sell the old mill to the people of the town", None, "before", "old"),
    "a figure": (FIGURE, "It cost us million", "Ada Brook", "120", "us million"),
}  # fmt: skip


@pytest.mark.parametrize("case", DISAGREE, ids=str)
def test_two_readings_that_do_not_agree_are_shown_and_not_believed(case: str, check: Check) -> None:
    """Never exact: the statement counts as not checked, and a person is sent to the page with both readings."""
    data, words, speaker, first, other = DISAGREE[case]
    result = check(data, words, speaker)
    assert result.verdict is None and result.outcome is Outcome.UNCHECKED
    (finding,) = result.findings
    assert finding.code is Code.READINGS_DIFFER
    mine, theirs = finding.message.split("the other")
    assert "page 1" in mine and first in mine and other in theirs and first not in theirs


def test_what_the_first_reading_bears_out_is_not_asked_again(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    """The ordinary road is as it was: no second reading, no process."""
    monkeypatch.setattr(pages_again, "pages_again", lambda *_: pytest.fail("it was asked"))
    assert check(DRAWN_LAST, "We will not raise taxes this year").verdict is Verdict.EXACT
    result = check(DRAWN_LAST, "We want peace and nothing but peace")
    assert codes(result) == {Code.NOT_FOUND}


def test_pages_are_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many statements nearly stand on them."""
    asked = []

    def counted(path: str, sha256: str, pages: range) -> dict[int, str]:
        asked.append(pages)
        return dict(second.pages_again(path, sha256, pages))

    monkeypatch.setattr(pages_again, "pages_again", counted)
    checker = Checker([read_file(SPACED)])
    for words in ("The government will pay for the flood", "The mill will be sold", "We fixed a pump ourselves"):
        checker.check(Statement(words))
    assert len(asked) == 1


def test_a_file_that_changed_since_is_not_read_again(tmp_path: Path) -> None:
    """What is read now is not what was read then."""
    path = tmp_path / "paper.pdf"
    path.write_bytes(SPACED.read_bytes())
    checker = Checker([read_file(path)])
    path.write_bytes(SPACED.read_bytes() + b"\n")
    assert checker.check(Statement("The government will pay for the flood")).verdict is Verdict.ABSENT
    path.unlink()
    assert checker.check(Statement("The government will pay for a flood")).verdict is Verdict.ABSENT


def test_it_works_in_other_processes_and_after_pickling() -> None:
    """The same results whoever checks."""
    checker = Checker([read_file(SPACED)])
    statements = [Statement("The government will pay for the flood", speaker="Ada Brook")] * 40
    one = list(checker.check_many(statements))
    assert {result.verdict for result in one} == {Verdict.EXACT}
    assert list(checker.check_many(statements, jobs=2)) == one
    assert list(pickle.loads(pickle.dumps(checker)).check_many(statements[:1])) == one[:1]


def test_threads_share_a_checker() -> None:
    """Whoever asks first for a page, all get what is on it."""
    checker = Checker([read_file(SPACED)])
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(checker.check, [Statement("The government will pay for the flood")] * 16))
    assert {result.verdict for result in found} == {Verdict.EXACT}


def test_only_the_extra_is_missed_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """`quotecheck formats` says what a second reader would add."""
    from quotecheck.reading import readable

    monkeypatch.setattr(readable, "find_spec", lambda name: None if name == "pypdf" else object())
    (found,) = [one for one in readable.readable() if one.name == "PDF"]
    assert found.is_readable and [one.name for one in found.missing] == ["pdf-second"]
