"""What changed from one report to the next, and waiting for it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from quotecheck.checking.checker import Checker
from quotecheck.model import Text
from quotecheck.servers import waking
from quotecheck.servers.rounds import Rounds
from quotecheck.servers.stamps import stamps

SOURCE = "“The harbour stays open all winter long,” Ben Cole said. “It has rained for a week in the valley.”\n"
RIGHT = "“The harbour stays open all winter long,” Ben Cole said.\n"
WRONG = "“The harbour stays shut all winter long,” Ben Cole said.\n"
OTHER = "“It has rained for a month in the valley,” Ben Cole said.\n"

ROUNDS = {
    "the first time, what is a fault": ([RIGHT + WRONG], ["fail"], []),
    "the first time, nothing of what passes": ([RIGHT], [], []),
    "nothing, where nothing changed": ([WRONG, WRONG], [], []),
    "nothing, where lines moved": ([WRONG, "A line.\n\n" + WRONG], [], []),
    "what is new, and the fault that is gone": ([WRONG, RIGHT], ["pass"], ["fail"]),
    "a fault more": ([WRONG, WRONG + OTHER], ["fail"], []),
    "a fault that was taken out": ([WRONG + OTHER, OTHER], [], ["fail"]),
    "nothing of what passed and is taken out": ([RIGHT + WRONG, WRONG], [], []),
}


@pytest.mark.parametrize(("drafts", "told", "gone"), ROUNDS.values(), ids=ROUNDS)
def test_what_changed(drafts: list[str], told: list[str], gone: list[str]) -> None:
    checker = Checker([Text(content=SOURCE, id="talk.txt")])
    rounds = Rounds()
    for draft in drafts:
        changes = rounds.next(checker.check_draft(Text(content=draft, id="draft.md")).results)
    assert [one.outcome.value for one in changes.told] == told
    assert [one.outcome.value for one in changes.gone] == gone


def test_it_waits_until_something_changes(tmp_path: Path) -> None:
    file = tmp_path / "talks" / "talk.txt"
    file.parent.mkdir()
    file.write_text("one", "utf-8")
    asked: list[list[str]] = []

    def wait(directories: Iterable[str]) -> None:
        asked.append([*directories])
        if len(asked) == 3:
            file.write_text("another", "utf-8")

    before = stamps([str(file.parent)])
    now = waking.changed([str(file.parent)], before, wait)
    assert now != before
    assert asked == [[str(file.parent)]] * 3


def test_stamps_know_what_is_new_gone_and_changed(tmp_path: Path) -> None:
    states = [stamps([str(tmp_path)])]
    (tmp_path / "a.txt").write_text("one", "utf-8")
    states.append(stamps([str(tmp_path)]))
    os.utime(tmp_path / "a.txt", ns=(1, 1))
    states.append(stamps([str(tmp_path)]))
    (tmp_path / "a.txt").unlink()
    assert states[0] != states[1] != states[2] != stamps([str(tmp_path)]) == states[0]
    assert stamps([str(tmp_path / "a.txt")]) == {str(tmp_path / "a.txt"): None}


def test_without_the_library_it_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "watchfiles", None)
    assert waking.waiting() is waking.looking
    assert waking.waiting(poll=True) is waking.looking
