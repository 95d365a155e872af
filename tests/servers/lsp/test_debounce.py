"""When something that changes is due: no clock, times as arguments."""

from __future__ import annotations

from quotecheck.servers.lsp.debounce import Debounce


def test_nothing_is_due_where_nothing_was_asked() -> None:
    assert Debounce().wait(0) is None
    assert Debounce().due(100) == []


def test_it_is_due_a_little_after_the_last_change() -> None:
    debounce = Debounce(delay=1, most=9)
    debounce.ask("a", 0)
    debounce.ask("a", 0.5)
    assert debounce.wait(1) == 0.5
    assert debounce.due(1.4) == []
    assert debounce.due(1.5) == ["a"]
    assert debounce.wait(2) is None


def test_who_never_pauses_is_checked_now_and_then() -> None:
    debounce = Debounce(delay=1, most=3)
    done = []
    for step in range(100):
        debounce.ask("a", step / 10)
        done += debounce.due(step / 10)
    assert len(done) == 3  # in ten seconds of writing


def test_the_longest_due_comes_first_and_each_once() -> None:
    debounce = Debounce(delay=1, most=9)
    for key, at in (("late", 2), ("early", 1), ("early", 1.5)):
        debounce.ask(key, at)
    assert debounce.due(10) == ["early", "late"]
    assert debounce.due(10) == []


def test_what_is_done_at_once_is_asked_no_more() -> None:
    debounce = Debounce()
    debounce.ask("a", 0)
    debounce.drop("a")
    assert debounce.wait(0) is None
