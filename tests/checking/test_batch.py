"""The batch: sources read and indexed once, kept within a bound, and never absent by what was not read."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from quotecheck.checking.batch import Batch, with_problems
from quotecheck.model import Code, Finding, Outcome, Problem, Result, Severity, Statement, Text, Verdict
from quotecheck.model.errors import ReadingError
from quotecheck.reading import Candidate, Known, SourceRef, Unread


class Recorder:
    """A checker, a reader and what they were asked for."""

    def __init__(self, size: int = 10) -> None:
        self.size = size
        self.read: list[str] = []
        self.made: list[tuple[str, ...]] = []

    def reader(self, refs: Sequence[SourceRef]) -> tuple[list[Text], list[Problem]]:
        """Every path is a text of the same size."""
        self.read += [ref.path for ref in refs]
        return [Text(content="x" * self.size, id=ref.path) for ref in refs], []

    def maker(self, texts: Sequence[Text]) -> Recorder:
        """The checker is this object itself."""
        self.made.append(tuple(text.id for text in texts))
        return self

    def check(self, statement: Statement) -> Result:
        """Everything is exact."""
        return Result(statement=statement, verdict=Verdict.EXACT, outcome=Outcome.PASS)

    def batch(self, cache: int = 1000) -> Batch:
        """A batch over this."""
        return Batch(self.maker, self.reader, base="/base", cache=cache)


def candidate(*paths: str | SourceRef, text: str | None = None) -> Candidate:
    """A candidate with these sources."""
    refs = tuple(path if isinstance(path, SourceRef) else SourceRef(path) for path in paths)
    return Candidate(statement=Statement("x", id="q"), line=1, sources=refs, source_text=text, extra={"n": 1})


def test_the_same_sources_are_read_once() -> None:
    """In whichever lines they come."""
    recorder = Recorder()
    lines = [candidate("a"), candidate("b", "a"), candidate("a"), candidate(text="w"), candidate(text="w")]
    results = list(recorder.batch().results(lines))
    assert recorder.made == [("a",), ("b", "a"), ("source_text",)]
    assert {(one.id, one.extra["n"]) for one in results} == {("q", 1)}


def test_other_knowledge_is_another_source() -> None:
    """Who speaks decides the verdict."""
    recorder = Recorder()
    list(recorder.batch().results([candidate("a"), candidate(SourceRef("a", Known(speaker="Ada")))]))
    assert len(recorder.made) == 2


def test_the_cache_is_bounded_and_forgets_the_oldest() -> None:
    """Two of three fit; the one used last stays."""
    recorder = Recorder(size=10)
    batch = recorder.batch(cache=20)
    list(batch.results([candidate(path) for path in ("a", "b", "a", "c", "a", "b")]))
    assert recorder.read == ["a", "b", "c", "b"]


def test_one_that_is_larger_than_the_cache_is_kept_while_it_is_used() -> None:
    """A long source is not read again for every line."""
    recorder = Recorder(size=100)
    list(recorder.batch(cache=20).results([candidate("a")] * 3 + [candidate("b")] * 3))
    assert recorder.read == ["a", "b"]


def test_an_unread_line_is_a_result() -> None:
    """Without a verdict, with its problem and place."""
    error = ReadingError("bad", path="l", line=3, column=4, code="bad-line")
    (result,) = Recorder().batch().results([Unread(line=3, error=error, id="q", text="x", extra={"n": 1})])
    assert (result.verdict, result.outcome, result.id, result.extra) == (None, Outcome.UNCHECKED, "q", {"n": 1})
    assert result.problems == (Problem(message="bad", code="bad-line", path="l", line=3, column=4, fatal=True),)


def test_an_empty_source_text_is_nothing_to_check_against() -> None:
    """It is said, and is not absent."""
    (result,) = Recorder().batch().results([candidate(text=" \n")])
    assert (result.verdict, result.problems[0].code) == (None, "empty")


WEIGHED = [
    (Verdict.ABSENT, True, None),
    (Verdict.ABSENT, False, Verdict.ABSENT),
    (Verdict.EXACT, True, Verdict.EXACT),
    (Verdict.MISATTRIBUTED, True, Verdict.MISATTRIBUTED),
]


@pytest.mark.parametrize(("verdict", "fatal", "left"), WEIGHED)
def test_absent_needs_all_sources(verdict: Verdict, fatal: bool, left: Verdict | None) -> None:
    """Only where something could not be read at all is absent taken back."""
    finding = Finding(code=Code.NOT_FOUND, severity=Severity.ERROR, message="Not there.")
    problem = Problem(message="no such file", code="missing", fatal=fatal)
    asked = Result(statement=Statement("x"), verdict=verdict, outcome=Outcome.FAIL, confidence=0.9, findings=(finding,))
    told = with_problems(asked, [problem, problem])
    assert told.verdict is left and told.problems == (problem,)
    if left is None:
        assert (told.outcome, told.confidence, told.findings) == (Outcome.UNCHECKED, None, ())
    assert with_problems(asked, []) is asked
