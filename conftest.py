"""Runs every example in README, docs and docstrings as a test; settings of the property tests. No fixtures here."""

from __future__ import annotations

import doctest
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

from hypothesis import settings
from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser

ROOT = Path(__file__).parent
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE

# No deadline: a shared machine stalls now and then, and a flaky test teaches people to look away. The short run is
# the same every time; the slow one looks further.
settings.register_profile("short", deadline=None, derandomize=True)
settings.register_profile("slow", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "short"))


def run_command(example: Example) -> str | None:
    """Runs ``$ quotecheck …`` of a console block from the repository's root and compares what it prints.

    Returns:
        None if it prints what stands under the command, else both (``...`` stands for any text).
    """
    command, _, expected = str(example.parsed).partition("\n")
    words = shlex.split(command.removeprefix("$ "))
    if words[0] != "quotecheck":
        return f"an example may run quotecheck only, not {words[0]!r}"
    entry = "import sys; from quotecheck.cli import main; sys.exit(main())"
    run = subprocess.run(
        [sys.executable, "-c", entry, *words[1:]], cwd=ROOT, capture_output=True, text=True, encoding="utf-8"
    )
    if doctest.OutputChecker().check_output(expected, run.stdout, FLAGS):
        return None
    return f"expected:\n{expected}\nprinted:\n{run.stdout}{run.stderr}"


def from_root(_: dict[str, Any]) -> None:
    """Paths in examples count from the repository's root."""
    os.chdir(ROOT)


pages = Sybil(
    parsers=[
        SkipParser(),
        PythonCodeBlockParser(doctest_optionflags=FLAGS),
        CodeBlockParser(language="console", evaluator=run_command),
    ],
    patterns=["README.md", "CONTRIBUTING.md", "docs/*.md"],
    setup=from_root,
)
docstrings = Sybil(parsers=[DocTestParser(optionflags=FLAGS)], pattern="src/**/*.py", setup=from_root)
pytest_collect_file = (pages + docstrings).pytest()
