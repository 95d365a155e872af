"""``quotecheck watch``, started as a person starts it, and ended with Control-C."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.made import HEARING

ENTRY = "import sys; from quotecheck.cli import main; sys.exit(main(sys.argv[1:]))"
TALK = "“The harbour stays open all winter long,” Ben Cole said.\n"
WRONG = TALK.replace("open", "shut")
LONGEST = 60  # seconds, on a machine that has much to do


class Watching:
    """A running ``watch``."""

    def __init__(self, project: Path, *options: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", f"{HEARING}; {ENTRY}", "watch", "draft.md", *options],
            cwd=project,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        self._lines: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line.rstrip("\n"))

    def until(self, words: str) -> list[str]:
        """The lines up to one that holds some words."""
        lines = [self._lines.get(timeout=LONGEST)]
        while words not in lines[-1]:
            lines.append(self._lines.get(timeout=LONGEST))
        return lines

    def rest(self) -> list[str]:
        """What it said at the end."""
        self._reader.join(LONGEST)
        return [self._lines.get_nowait() for _ in range(self._lines.qsize())]

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        self._reader.join(LONGEST)
        assert self.process.stdout is not None
        self.process.stdout.close()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "talks").mkdir()
    (tmp_path / "talks" / "talk.txt").write_text(TALK, "utf-8")
    (tmp_path / "draft.md").write_text(TALK + "\n" + WRONG, "utf-8")
    return tmp_path


@pytest.fixture(params=[(), ("--poll",)], ids=["told", "looking"])
def watching(project: Path, request: pytest.FixtureRequest) -> Iterator[Watching]:
    one = Watching(project, "--source", "talks", *request.param)
    yield one
    one.end()


def write(path: Path, content: str) -> None:
    """Save as many editors do: a new file in place of the old one."""
    new = path.with_suffix(".new~")
    new.write_text(content, "utf-8")
    os.replace(new, path)


def test_it_says_what_changed_and_ends_quietly(watching: Watching, project: Path) -> None:
    first = watching.until("statements:")
    assert [line.split("  ")[0] for line in first if "draft.md" in line] == ["✗ fail", first[-1]]
    write(project / "draft.md", TALK + "\n" + TALK)
    second = watching.until("statements:")
    assert any(line.startswith("✓ pass") for line in second)
    assert "gone:" in second
    assert "2 exact" in second[-1]
    write(project / "talks" / "talk.txt", WRONG)
    third = watching.until("statements:")
    assert sum(line.startswith("✗ fail") for line in third) == 2
    watching.process.send_signal(signal.SIGINT)
    assert watching.process.wait(LONGEST) == 0
    assert not [line for line in watching.rest() if "Traceback" in line]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-", "--source", "talks"], "watch needs files"),
        (["draft.md"], "no source is named"),
        (["draft.md", "--source", "talks", "--policy", "nws"], "nws"),
    ],
)
def test_what_cannot_be_watched_is_said_at_once(project: Path, arguments: list[str], message: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", f"{HEARING}; {ENTRY}", "watch", *arguments],
        cwd=project,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 2
    assert message in done.stderr
