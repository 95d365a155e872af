"""Several processes: the same results in the same order, nothing taken before it is needed, nothing left running."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from quotecheck import Checker, Source, Statement
from quotecheck.checking.parallel import CHUNK, WAITING, in_order

TALK = "“We will rebuild the bridge,” Ada Brook said. “Nobody will be left behind,” said Tom Reed."


def double(number: int) -> int:
    """What is done."""
    return 2 * number


def who(_: int) -> int:
    """The process that does it."""
    return os.getpid()


def fail(number: int) -> int:
    """Something that fails late."""
    if number == 40:
        raise ValueError("forty")
    return number


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("size", [0, 1, CHUNK, CHUNK + 1, 5 * CHUNK + 3])
def test_the_order_is_that_of_the_items(jobs: int, size: int) -> None:
    """However many processes there are."""
    assert list(in_order(double, range(size), jobs)) == [(at, 2 * at) for at in range(size)]


def test_processes_that_are_not_forked_do_the_same() -> None:
    """As where there is no fork."""
    assert list(in_order(double, range(40), 2, forked=False)) == [(at, 2 * at) for at in range(40)]


def test_a_short_list_starts_no_process() -> None:
    """What one chunk holds is done here, and so is the first chunk of a long list."""
    assert {one for _, one in in_order(who, range(CHUNK), 4)} == {os.getpid()}
    by = [one for _, one in in_order(who, range(4 * CHUNK), 2)]
    assert set(by[:CHUNK]) == {os.getpid()} and os.getpid() not in by[CHUNK:]


def test_no_more_is_taken_than_is_being_done() -> None:
    """A list of a million lines is never held."""
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        for at in range(1_000_000):
            taken += 1
            yield at

    done = in_order(double, items(), 2)
    for _ in range(3 * CHUNK):
        next(done)
    assert taken <= 3 * CHUNK + 2 * WAITING * CHUNK + 1
    done.close()  # type: ignore[attr-defined]


def test_an_error_comes_where_its_item_would() -> None:
    """What came before it is given."""
    done = []
    with pytest.raises(ValueError, match="forty"):
        done.extend(one for one, _ in in_order(fail, range(100), 2))
    assert done == list(range(2 * CHUNK))
    assert [one for one, _ in in_order(fail, range(40), 2)] == list(range(40))


def test_a_checker_gives_the_same_results_by_several_processes() -> None:
    """For a list and for a draft."""
    checker = Checker([Source.from_text(TALK, id="talk.txt")])
    words = ("rebuild the bridge", "rebuild the ridge", "left behind", "Nobody will be left alone", "something else")
    asked = [Statement(words[at % 5], speaker="Ada Brook") for at in range(60)]
    assert list(checker.check_many(asked, jobs=2)) == list(checker.check_many(asked))
    draft = Source.from_text("\n\n".join(f"“{one.text}”, said Ada Brook." for one in asked), id="draft.md")
    assert checker.check_draft(draft, jobs=2) == checker.check_draft(draft)
