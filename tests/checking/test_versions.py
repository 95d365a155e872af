"""Two versions of a draft: what counts as changed, and how."""

from __future__ import annotations

import pytest

from quotecheck.checking.versions import Change, changed
from quotecheck.model import Kind, Outcome, Result, Statement, Verdict

A = "We will not sell the mill unless the council agrees to it"
CASES: dict[str, tuple[Statement, Statement, Change | None]] = {
    "the same": (Statement(A), Statement(A), None),
    "curled marks, spaces, a comma": (Statement("“Go,” it's late"), Statement("\"Go\"\n it’s  late,"), None),
    "a full name became short": (Statement(A, speaker="Ada Brook"), Statement(A, speaker="Brook"), None),
    "words are left out": (Statement(A), Statement("We will not sell the mill"), Change.CUT),
    "one word is left out": (Statement(A), Statement(A.replace(" not", "")), Change.CUT),
    "words came in": (Statement("We will not sell"), Statement("We will not sell this year"), Change.EXTENDED),
    "a word is another": (Statement(A), Statement(A.replace("mill", "lake")), Change.REWORDED),
    "a figure is another": (Statement("It cost 10 million"), Statement("It cost 100 million"), Change.REWORDED),
    "an ellipsis went": (Statement("We will … sell the mill"), Statement("We will sell the mill"), Change.MARKS),
    "dots for an ellipsis": (Statement("We will … sell it"), Statement("We will . . . sell it"), None),
    "a bracket came": (Statement("We will sell the mill"), Statement("We will [sell] the mill"), Change.MARKS),
    "a question mark went": (Statement("We will sell it?"), Statement("We will sell it"), Change.MARKS),
    "marks went": (Statement(A), Statement(A, kind=Kind.INDIRECT), Change.MARKS),
    "another speaker": (Statement(A, speaker="Ada Brook"), Statement(A, speaker="Ben Cole"), Change.SPEAKER),
    "no speaker any more": (Statement(A, speaker="Ada Brook"), Statement(A), Change.SPEAKER),
}  # fmt: skip


def passed(statement: Statement, outcome: Outcome = Outcome.PASS) -> Result:
    return Result(statement=statement, verdict=Verdict.EXACT, outcome=outcome)


@pytest.mark.parametrize("name", CASES)
def test_what_counts_as_changed(name: str) -> None:
    before, after, change = CASES[name]
    assert [one.change for one in changed([before], [after], passed)] == ([change] if change else [])


def test_words_of_nothing_alike_are_added_and_gone() -> None:
    found = changed([Statement(A)], [Statement("The river was clean all summer")], passed)
    assert [one.change for one in found] == [Change.ADDED, Change.GONE]
    assert (found[0].before, found[1].after, found[1].now) == (None, None, None)


def test_statements_that_were_moved_are_the_same() -> None:
    texts = [Statement("We will not sell"), Statement("The river is clean"), Statement("Go home")]
    assert changed(texts, texts[::-1], passed) == []


def test_of_equal_ones_one_may_go() -> None:
    found = changed([Statement("Go home"), Statement("Go home")], [Statement("Go home")], passed)
    assert [one.change for one in found] == [Change.GONE]


def test_the_most_alike_are_paired() -> None:
    old = [Statement("We will not sell the mill this year"), Statement("We will not sell the lake next year")]
    new = [Statement("We will not sell the lake"), Statement("We will not sell the mill")]
    found = changed(old, new, passed)
    assert [(one.before, one.change) for one in found] == [(old[1], Change.CUT), (old[0], Change.CUT)]


WORSE: list[tuple[Outcome | None, Outcome, bool, bool]] = [
    # before, now, worse, better
    (None, Outcome.PASS, False, False),
    (None, Outcome.WARN, True, False),
    (None, Outcome.FAIL, True, False),
    (Outcome.PASS, Outcome.FAIL, True, False),
    (Outcome.WARN, Outcome.FAIL, True, False),
    (Outcome.FAIL, Outcome.FAIL, False, False),
    (Outcome.FAIL, Outcome.WARN, False, True),
    (Outcome.FAIL, Outcome.PASS, False, True),
    (Outcome.PASS, Outcome.SKIPPED, False, False),
    (Outcome.PASS, Outcome.UNCHECKED, True, False),
]


@pytest.mark.parametrize(("before", "now", "worse", "better"), WORSE)
def test_worse_and_better(before: Outcome | None, now: Outcome, worse: bool, better: bool) -> None:
    def was(statement: Statement) -> Result:
        assert before is not None
        return passed(statement, before)

    old, new = Statement(A), Statement("We will not sell the mill")
    (one,) = changed([old], [new], lambda statement: passed(statement, now), was if before else None)
    assert (one.worse, one.better) == (worse, better)
    assert (one.was is None) == (before is None)


def test_a_statement_without_words() -> None:
    assert changed([Statement("")], [Statement("…")], passed)[0].change is Change.MARKS
