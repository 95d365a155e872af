"""A writer that ends at any moment, by a fault or killed, leaves an archive whole: what was counted before, or more."""

from __future__ import annotations

import builtins
import os
import random
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from quotecheck import Source
from quotecheck.archive import Archive, Writer, create

TEXTS = [
    Source.from_text(f"The words of text {number} are {number * 7} and no others.", id=f"{number}")
    for number in range(12)
]
OTHERS = [
    Source.from_text(f"Text {number} has a new state, {number * 9}.", id=f"{number}") for number in range(0, 12, 2)
]


@contextmanager
def failing(at: int) -> Iterator[list[int]]:
    """The file operation with this number, from 0, fails; so do all after it."""
    count = [0]

    def counted(whole: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            count[0] += 1
            if count[0] > at:
                raise OSError(28, "No space left on device")
            return whole(*args, **kwargs)

        return call

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "replace", counted(os.replace))
        patch.setattr(os, "fsync", counted(os.fsync))
        patch.setattr(builtins, "open", counted(builtins.open))
        yield count


def states(directory: Path) -> dict[str, str]:
    """The documents of an archive that is whole, by id."""
    with Archive(directory) as archive:
        assert list(archive.faults()) == []
        found = [archive.stored(place).text for place in archive.places()]
    assert len({text.id for text in found}) == len(found), "no document is there twice"
    return {text.id: text.content for text in found}


def changed(directory: Path, action: str) -> None:
    with Writer(directory, most_tokens=30) as writer:
        if action == "add":
            writer.add(TEXTS)
        elif action == "update":
            writer.add(OTHERS, replace=True)
        elif action == "remove":
            writer.remove([text.id for text in TEXTS[:5]])
        else:
            writer.merge()


@pytest.mark.parametrize("action", ["add", "update", "remove", "merge"])
def test_a_file_operation_that_fails_leaves_the_archive_whole(tmp_path: Path, action: str) -> None:
    old = {text.id: text.content for text in TEXTS}
    new = old | {text.id: text.content for text in OTHERS}
    for at in range(400):
        directory = tmp_path / f"{at}"
        create(directory)
        if action != "add":
            changed(directory, "add")
        try:
            with failing(at) as count:
                changed(directory, action)
        except OSError:
            pass
        there = states(directory)
        assert all(content in (old[id], new[id]) for id, content in there.items())
        if action in ("update", "merge"):
            assert set(there) == set(old), "no document is lost"
        changed(directory, action)  # the next writer goes on and finishes
        done = states(directory)
        assert done == (
            new
            if action == "update"
            else {k: v for k, v in old.items() if action != "remove" or k not in {t.id for t in TEXTS[:5]}}
        )
        left = {path.name for path in directory.iterdir() if path.suffix == ".tmp"}
        assert not left
        if count[0] <= at:
            return
    pytest.fail("more file operations than were tried")


@pytest.mark.slow
def test_a_writer_that_is_killed_leaves_the_archive_whole(tmp_path: Path) -> None:
    script = textwrap.dedent("""
        import sys
        from quotecheck import Source
        from quotecheck.archive import Writer
        print("ready", flush=True)
        for turn in range(1000):
            with Writer(sys.argv[1], most_tokens=200, wait=5) as writer:
                texts = (Source.from_text(f"Text {n} as it is in turn {turn}.", id=str(n)) for n in range(60))
                writer.add(texts, replace=True)
                writer.merge()
    """)
    create(tmp_path / "a")
    dice = random.Random(5)
    for _ in range(200):
        with subprocess.Popen([sys.executable, "-c", script, str(tmp_path / "a")], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(dice.random() * 0.25)
            process.send_signal(signal.SIGKILL)
        there = states(tmp_path / "a")
        assert len(there) in range(61)
    with Writer(tmp_path / "a", wait=5) as writer:
        writer.merge()
    assert len(states(tmp_path / "a")) == 60


@pytest.mark.slow
def test_readers_are_never_blocked_and_never_see_half_a_change(tmp_path: Path) -> None:
    create(tmp_path / "a")
    changed(tmp_path / "a", "add")
    script = textwrap.dedent("""
        import sys
        from quotecheck import Source
        from quotecheck.archive import Writer
        for turn in range(60):
            with Writer(sys.argv[1], most_tokens=40, wait=5) as writer:
                texts = (Source.from_text(f"Text {n} as it is in turn {turn}.", id=str(n)) for n in range(12))
                writer.add(texts, replace=True)
                writer.merge()
    """)
    with subprocess.Popen([sys.executable, "-c", script, str(tmp_path / "a")]) as process:
        looked = 0
        while process.poll() is None:
            assert set(states(tmp_path / "a")) == {text.id for text in TEXTS}
            looked += 1
    assert process.returncode == 0
    assert looked > 5
