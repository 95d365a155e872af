"""Ctrl-C at any moment: exit code 130, no half-written file, whole lines, and nothing remembered that is half made.

An interruption comes between two calls of functions, as Python delivers it: at moments drawn by lot over the whole run.
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest

from quotecheck.cli import main
from tests.faults.made import HEARING, RUN, Ran, desk, run

# Python drops an interruption that comes while a generator is thrown away: the run goes on then.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")

COMMANDS = {
    "check": ("check", "draft.md", "--source", "talk.txt", "--format", "jsonl", "--report", "json=report.json"),
    "batch": ("batch", "list.jsonl", "--source", "talk.txt"),
    "archive": ("archive", "update", "a", "talk.txt", "draft.md"),
}


@contextmanager
def interrupted(at: int | None) -> Iterator[list[int]]:
    """Ctrl-C at the call of a function with this number; None to count the calls."""
    count = [0]

    def called(frame: FrameType, event: str, argument: object) -> None:
        if event == "call":
            count[0] += 1
            if count[0] == at:
                sys.setprofile(None)
                raise KeyboardInterrupt

    sys.setprofile(called)
    try:
        yield count
    finally:
        sys.setprofile(None)


def try_all(command: str, times: int, room: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (room / "report.json").write_bytes(b"old")
    assert main(["archive", "create", str(room / "a")]) == 0
    asked = COMMANDS[command]
    before = run(capfd, *asked)
    whole = run(capfd, *asked)
    report = (room / "report.json").read_bytes()
    with interrupted(None) as count:
        run(capfd, *asked)
    dice = random.Random(3)
    codes = set()
    for at in sorted(dice.randrange(1, count[0]) for _ in range(times)):
        (room / "report.json").write_bytes(b"old")
        capfd.readouterr()
        with interrupted(at):
            code = main(asked)
        out, err = capfd.readouterr()
        codes.add(code)
        assert code == 130 or (code, out) == (whole.code, whole.out), (at, err)
        assert "Traceback" not in err, err
        assert out == "" or (out.endswith("\n") and whole.out.startswith(out)), at
        assert (room / "report.json").read_bytes() in (b"old", report)
        assert not [path for path in room.iterdir() if path.name.startswith(".quotecheck")], at
        assert run(capfd, "archive", "verify", "a").code == 0, at
        assert run(capfd, *asked) == whole, f"something half made is remembered after {at}"
    assert codes >= {130} and before.code == whole.code


@pytest.mark.parametrize("command", COMMANDS, ids=str)
def test_at_some_moments(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(desk(tmp_path))
    try_all(command, 6, tmp_path, capfd)


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS, ids=str)
def test_at_many_moments(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(desk(tmp_path))
    try_all(command, 300, tmp_path, capfd)


@pytest.mark.skipif(sys.platform == "win32", reason="another kind of interruption there")
def test_processes_end_with_it(tmp_path: Path) -> None:
    """At once, though they are in the middle of something; the lines before are whole."""
    room = desk(tmp_path, size=4000)
    asked = ("batch", "list.jsonl", "--source", "talk.txt", "--jobs", "2", "--resume", "out.jsonl")
    process = subprocess.Popen(
        [sys.executable, "-c", f"{HEARING}; {RUN}", *asked],
        cwd=room,
        stderr=subprocess.PIPE,
        text=True,
    )
    out = room / "out.jsonl"
    while process.poll() is None and (not out.exists() or out.stat().st_size < 30_000):
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, "")
    assert out.read_bytes().endswith(b"\n") and out.read_bytes().count(b"\n") < 4000


def test_a_run_is_not_interrupted_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(desk(tmp_path))
    asked = COMMANDS["batch"]
    with interrupted(10**9):
        assert run(capfd, *asked) == Ran(1, run(capfd, *asked).out, "")
