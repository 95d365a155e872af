"""Processes that check and are killed: nothing is lost, nothing is doubled; killed again and again, it is said."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import attrs
import pytest

from quotecheck.checking.parallel import CHUNK, TRIES, in_order
from quotecheck.model.errors import BrokenOff
from tests.faults.made import RUN, desk, started

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="a process cannot be killed so")

ITEMS = range(20 * CHUNK)


@attrs.frozen
class Work:
    """The square of a number; whoever is asked for ``bad`` is killed, the first ``times`` times."""

    room: Path
    bad: int = -1
    times: int = 0

    def __call__(self, number: int) -> int:
        if number == self.bad and len(list(self.room.iterdir())) < self.times:
            (self.room / str(time.monotonic_ns())).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return number * number


@pytest.mark.parametrize("bad", [CHUNK, 5 * CHUNK + 3, 20 * CHUNK - 1], ids=["first", "middle", "last"])
@pytest.mark.parametrize("times", [1, TRIES])
def test_a_process_that_is_killed_loses_nothing(bad: int, times: int, tmp_path: Path) -> None:
    made = list(in_order(Work(tmp_path, bad, times), ITEMS, 2))
    assert made == [(number, number * number) for number in ITEMS]
    assert len(list(tmp_path.iterdir())) == times


def test_killed_again_and_again(tmp_path: Path) -> None:
    """What came before it was given back, in order, and no more is tried."""
    made = []
    with pytest.raises(BrokenOff, match="ended from outside, again and again"):
        for pair in in_order(Work(tmp_path, 5 * CHUNK + 3, 1000), ITEMS, 2):
            made.append(pair)
    assert made == [(number, number * number) for number in ITEMS[: 5 * CHUNK]]
    assert len(list(tmp_path.iterdir())) == TRIES + 1


def test_an_error_of_the_work_is_the_callers(tmp_path: Path) -> None:
    def work(number: int) -> int:
        if number == 5 * CHUNK:
            raise ZeroDivisionError
        return number

    with pytest.raises(ZeroDivisionError):
        list(in_order(work, ITEMS, 2))


def test_who_takes_no_more_waits_for_nobody(tmp_path: Path) -> None:
    def work(number: int) -> int:
        if number > 2 * CHUNK:
            time.sleep(100)
        return number

    began = time.monotonic()
    for number, _ in (found := in_order(work, ITEMS, 2)):
        if number == CHUNK:
            break
    found.close()  # type: ignore[attr-defined]
    assert time.monotonic() - began < 50


def test_a_list_whose_processes_are_killed(tmp_path: Path) -> None:
    """The same bytes and the same exit code."""
    room = desk(tmp_path, size=120)
    asked = ("batch", "list.jsonl", "--source", "talk.txt")
    whole = started(*asked, cwd=room)
    command = [sys.executable, "-c", RUN, *asked, "--jobs", "2"]
    with subprocess.Popen(command, cwd=room, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        for child in _children(process.pid):
            os.kill(child, signal.SIGKILL)
        rest = process.stdout.read()
    assert (process.returncode, first + rest) == (whole.code, whole.out)


def _children(process: int) -> list[int]:
    """The processes of a process, once there is one."""
    for _ in range(500):
        named = Path(f"/proc/{process}/task/{process}/children")
        if not named.exists():
            pytest.skip("which processes a process has is not said here")
        if found := [int(one) for one in named.read_text().split()]:
            return found
        time.sleep(0.01)
    return []
