"""A house to run commands in, with the real checker: a directory of files written from a table. No test stands here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from quotecheck.cli import main
from tests.cli.conftest import Ran


def write_all(directory: Path, files: Mapping[str, str]) -> None:
    """Every file with its directories."""
    for name, content in files.items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8"))


def runner(capfd: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Runs the command line in this process."""

    def run_it(*argv: str) -> Ran:
        code = main(argv)
        out, err = capfd.readouterr()
        return Ran(code, out, err)

    return run_it
