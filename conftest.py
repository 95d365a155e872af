"""Runs every example in README, docs and docstrings as a test; settings of the property tests. No fixtures here."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import settings
from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser

ROOT = Path(__file__).parent
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
COPY = "_copy"

# No deadline: a shared machine stalls now and then, and a flaky test teaches people to look away. The short run is
# the same every time; the slow one looks further.
settings.register_profile("short", deadline=None, derandomize=True)
settings.register_profile("slow", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "short"))


def run_commands(example: Example) -> str | None:
    """Runs each ``$ quotecheck …`` of a console block in the page's own copy and compares what it prints.

    Returns:
        None if each prints what stands under it, else both (``...`` stands for any text).
    """
    told = []
    for part in re.split(r"^\$ ", str(example.parsed), flags=re.MULTILINE)[1:]:
        command, _, expected = part.partition("\n")
        words = shlex.split(command)
        if words[0] != "quotecheck":
            return f"an example may run quotecheck only, not {words[0]!r}"
        entry = "import sys; from quotecheck.cli import main; sys.exit(main())"
        folder = own_copy(example.namespace)
        run = subprocess.run(
            [sys.executable, "-c", entry, *words[1:]], cwd=folder, capture_output=True, text=True, encoding="utf-8"
        )
        if not doctest.OutputChecker().check_output(expected, run.stdout, FLAGS):
            told.append(f"{command}\nexpected:\n{expected}\nprinted:\n{run.stdout}{run.stderr}")
    return "\n".join(told) or ("no command in it" if not str(example.parsed).startswith("$ ") else None)


def own_copy(namespace: dict[str, Any]) -> Path:
    """The folder in which a page's commands run: a copy of what they name, so that they may write files."""
    if COPY not in namespace:
        namespace[COPY] = Path(tempfile.mkdtemp(prefix="page-"))
        for name in ("seeds", "fixtures", "examples"):
            shutil.copytree(ROOT / name, namespace[COPY] / name)
    copy: Path = namespace[COPY]
    return copy


def without_copy(namespace: dict[str, Any]) -> None:
    """Leaves nothing behind."""
    if COPY in namespace:
        shutil.rmtree(namespace[COPY], ignore_errors=True)


def from_root(_: dict[str, Any]) -> None:
    """Paths in examples count from the repository's root."""
    os.chdir(ROOT)


pages = Sybil(
    parsers=[
        SkipParser(),
        PythonCodeBlockParser(doctest_optionflags=FLAGS),
        CodeBlockParser(language="console", evaluator=run_commands),
    ],
    patterns=["README.md", "CONTRIBUTING.md", "docs/*.md", "docs/guides/*.md"],
    setup=from_root,
    teardown=without_copy,
)
docstrings = Sybil(parsers=[DocTestParser(optionflags=FLAGS)], pattern="src/**/*.py", setup=from_root)
pytest_collect_file = (pages + docstrings).pytest()
