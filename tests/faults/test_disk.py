"""A disk that is full, a pipe that nobody reads, a stream that was closed: said clearly, and what was done is kept."""

from __future__ import annotations

import errno
import json
import os
import stat
import threading
from pathlib import Path

import pytest

from quotecheck.cli.writing import write_file
from quotecheck.model.errors import BrokenOff, UsageError
from tests.faults.made import RUN, Ran, desk, failing, run, started

FULL = Path("/dev/full")
no_full = pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")
NO_SPACE = OSError(errno.ENOSPC, "No space left on device")
NOT_ALLOWED = PermissionError(errno.EACCES, "Permission denied")

COMMANDS = {
    "check": ("check", "draft.md", "--source", "talk.txt"),
    "check to json": ("check", "draft.md", "--source", "talk.txt", "--format", "json"),
    "batch": ("batch", "list.jsonl", "--source", "talk.txt"),
    "batch by processes": ("batch", "list.jsonl", "--source", "talk.txt", "--jobs", "2"),
    "extract": ("extract", "draft.md"),
    "explain": ("explain", "QC402"),
    "formats": ("formats",),
}


@no_full
@pytest.mark.parametrize("command", COMMANDS, ids=str)
def test_a_full_disk_under_standard_output(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Neither a pass nor a failed quotation: exit code 4, one line."""
    monkeypatch.chdir(desk(tmp_path))
    with FULL.open("w") as full:
        monkeypatch.setattr("sys.stdout", full)
        ran = run(capfd, *COMMANDS[command])
        monkeypatch.undo()
    ran.clear()
    assert ran.code == 4
    assert ran.err == "quotecheck: broken off: standard output cannot be written: No space left on device\n"


def test_streams_that_were_closed_change_no_exit_code(tmp_path: Path) -> None:
    """Nor does a file that is opened later take the number of one, and so its words."""
    close = "import os, sys; os.close(1); os.close(2); os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
    asked = ("check", "draft.md", "gone.md", "--source", "talk.txt", "--report", "json=report.json")
    ran = started("-c", RUN, *asked, cwd=desk(tmp_path), code=close)
    assert ran.code == 3 and "Traceback" not in ran.err
    assert len(json.loads((tmp_path / "report.json").read_text("utf-8"))["results"]) == 2


def test_nobody_reads_standard_output_and_the_reports_are_there_all_the_same(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    asked = (*COMMANDS["check"], "--report", "json=report.json")
    ran = started(*asked, cwd=desk(tmp_path), stdout=writing)
    os.close(writing)
    assert (ran.code, ran.err) == (141, "")
    assert json.loads((tmp_path / "report.json").read_text("utf-8"))["results"]


@no_full
def test_one_report_that_fails_keeps_no_other_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(desk(tmp_path))
    reports = ("json=/dev/full", "sarif=no/such/place.sarif", "csv=there.csv")
    ran = run(capfd, *COMMANDS["check"], *(word for one in reports for word in ("--report", one)))
    ran.clear()
    assert ran.code == 4 and ran.out
    assert Path("there.csv").read_text("utf-8").count("\n") == 3
    assert "no/such/place.sarif: cannot be written: No such file or directory" in ran.err
    assert "/dev/full: cannot be written: No space left on device" in ran.err


class TestWhatIsNoFile:
    """A report may go to a device or a pipe; it stays what it is."""

    @no_full
    def test_a_device(self) -> None:
        before = FULL.stat()
        with pytest.raises(BrokenOff, match="No space left"):
            write_file(str(FULL), b"words")
        assert stat.S_ISCHR(before.st_mode) and FULL.stat().st_rdev == before.st_rdev

    def test_nowhere(self) -> None:
        write_file(os.devnull, b"words")
        assert not stat.S_ISREG(os.stat(os.devnull).st_mode)

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
    def test_a_pipe(self, tmp_path: Path) -> None:
        pipe, got = tmp_path / "pipe", []
        os.mkfifo(pipe)
        reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
        reader.start()
        words = b"words " * 100_000
        write_file(str(pipe), words)
        reader.join()
        assert got == [words] and stat.S_ISFIFO(pipe.stat().st_mode)

    def test_a_directory(self, tmp_path: Path) -> None:
        with pytest.raises(UsageError, match="directory"):
            write_file(str(tmp_path), b"words")

    @no_full
    def test_results_to_go_on_with(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
    ) -> None:
        """A device has no end: reading what is in it already would fill memory."""
        monkeypatch.chdir(desk(tmp_path))
        ran = run(capfd, *COMMANDS["batch"], "--resume", "/dev/full")
        assert (ran.code, ran.err) == (2, "quotecheck: /dev/full: results that can be gone on with need a file\n")


@pytest.mark.parametrize("error", [NO_SPACE, NOT_ALLOWED], ids=["full", "not allowed"])
@pytest.mark.parametrize("once", [True, False], ids=["once", "from then on"])
def test_any_file_operation_of_a_check_may_fail(
    error: OSError,
    once: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """A problem, a right exit code, and each report is the old one or a whole new one."""
    monkeypatch.chdir(desk(tmp_path))
    asked = (*COMMANDS["check"], "--report", "json=report.json", "--report", "csv=table.csv")
    whole = run(capfd, *asked)
    new = Path("report.json").read_bytes()
    codes = set()
    for at in range(60):
        Path("report.json").write_bytes(b"old")
        with failing(at, error, once=once) as count:
            ran = run(capfd, *asked)
        ran.clear()
        codes.add(ran.code)
        there = Path("report.json").read_bytes()
        assert there == b"old" or there == new or ("cannot be read" in ran.err and json.loads(there))
        assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".quotecheck")] == []
        if ran.code in (0, 1):
            assert (ran, Path("report.json").read_bytes()) == (whole, new)
        if count[0] <= at:
            break
    else:
        pytest.fail("more file operations than were tried")
    wanted = ({1} | ({3} if once else set())) | ({4} if error is NO_SPACE else {2, 4})
    assert codes == wanted, "a full disk is none of the user's mistakes"


def test_a_list_on_a_full_disk_goes_on_where_it_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Whatever write fails: what came before it is kept, and the same command ends as if nothing had been."""
    monkeypatch.chdir(desk(tmp_path))
    asked = (*COMMANDS["batch"], "--resume", "out.jsonl")
    whole_run = run(capfd, *asked)
    whole = Path("out.jsonl").read_bytes()
    for room in (0, 1, 700, 5000, len(whole) - 1):
        Path("out.jsonl").unlink()
        with monkeypatch.context() as patch:
            patch.setattr("builtins.open", _disk_of(room))
            ran = run(capfd, *asked)
        ran.clear()
        assert ran.code == 4 and "the same command goes on behind them" in ran.err
        assert Path("out.jsonl").read_bytes() == whole[:room]
        assert run(capfd, *asked) == whole_run
        assert Path("out.jsonl").read_bytes() == whole


def test_a_full_disk_under_an_archive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """What it held before it holds still; ``tests/archive`` has every operation fail."""
    monkeypatch.chdir(desk(tmp_path))
    assert run(capfd, "archive", "create", "a").code == 0
    assert run(capfd, "archive", "add", "a", "talk.txt").code == 0
    with failing(4, NO_SPACE):
        ran = run(capfd, "archive", "add", "a", "draft.md")
    ran.clear()
    assert ran.code == 4 and "quotecheck: broken off: a: cannot be read or written: No space left" in ran.err
    assert run(capfd, "archive", "verify", "a") == Ran(0, "whole: 1 documents\n", "")


def _disk_of(room: int):  # type: ignore[no-untyped-def]
    """``open``, on a disk with so many bytes left for files that are written."""
    real = open

    def opened(path, mode="r", *args, **more):  # type: ignore[no-untyped-def]
        file = real(path, mode, *args, **more)
        if "w" not in mode and "+" not in mode:
            return file
        return _Small(file, room)

    return opened


class _Small:
    def __init__(self, file, room: int) -> None:  # type: ignore[no-untyped-def]
        self._file, self._room = file, room

    def write(self, data: bytes) -> int:
        kept = data[: self._room]
        self._file.write(kept)
        self._room -= len(kept)
        if len(kept) < len(data):
            self._file.flush()
            raise NO_SPACE
        return len(data)

    def __getattr__(self, name: str):  # type: ignore[no-untyped-def]
        return getattr(self._file, name)

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(self._file)
