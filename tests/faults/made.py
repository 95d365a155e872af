"""A desk to break: a draft, a source, a list; commands run in this process and in one of their own. No test is here."""

from __future__ import annotations

import builtins
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import attrs
import pytest

from quotecheck.cli import main

# Whoever runs the tests in the background has them ignore Ctrl-C, and what they start with them.
HEARING = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
RUN = "import sys; from quotecheck.cli import main; sys.exit(main())"
SOURCE = "“We keep the mill, and we will never sell it,” Ada Brook said.\n\n“It costs $5 million,” Ben Cole said.\n"
DRAFT = "“We will sell it,” Ada Brook said. “It costs $5 million,” Ben Cole said.\n"
WORDS = ("We keep the mill", "We will never sell it", "We will sell it", "It costs $6 million")


def desk(room: Path, size: int = 12) -> Path:
    """``draft.md``, ``talk.txt`` and ``list.jsonl`` of so many lines, in a directory."""
    (room / "talk.txt").write_text(SOURCE, "utf-8")
    (room / "draft.md").write_text(DRAFT, "utf-8")
    lines = (json.dumps({"id": str(at), "text": WORDS[at % 4], "speaker": "Ada Brook"}) for at in range(size))
    (room / "list.jsonl").write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return room


@attrs.frozen
class Ran:
    """What a command gave: its exit code, standard output and standard error."""

    code: int
    out: str
    err: str

    def clear(self) -> None:
        """Nothing but lines of ours on standard error."""
        assert "Traceback" not in self.err, self.err
        assert all(line.startswith(("quotecheck:", "usage:", "    ")) for line in self.err.splitlines()), self.err


def run(capfd: pytest.CaptureFixture[str], *argv: str) -> Ran:
    """A command in this process."""
    capfd.readouterr()
    code = main(argv)
    out, err = capfd.readouterr()
    return Ran(code, out, err)


def started(*argv: str, cwd: Path, code: str = RUN, **more: Any) -> Ran:
    """A command in a process of its own."""
    more = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **more}
    ran = subprocess.run([sys.executable, "-c", code, *argv], cwd=cwd, text=True, encoding="utf-8", **more)
    return Ran(ran.returncode, ran.stdout or "", ran.stderr or "")


@contextmanager
def failing(at: int, error: OSError, *, once: bool = False) -> Iterator[list[int]]:
    """The file operation with this number, from 0, fails, and unless ``once`` all after it do."""
    count = [0]

    def counted(whole: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            count[0] += 1
            if count[0] == at + 1 or (count[0] > at and not once):
                raise error
            return whole(*args, **kwargs)

        return call

    with pytest.MonkeyPatch.context() as patch:
        for module, name in ((os, "replace"), (os, "fsync"), (os, "fdopen"), (os, "chmod"), (builtins, "open")):
            patch.setattr(module, name, counted(getattr(module, name)))
        yield count
