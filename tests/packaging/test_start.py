"""What a run pays for: rooms and libraries that it does not need are not imported."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CHECK = "main(['check', 'fixtures/drafts/no-fly-zone.md', '--source', 'seeds/', '--quiet'])"


def imported(call: str) -> set[str]:
    """The modules that a process has after a command."""
    code = f"import sys; from quotecheck.cli import main; {call}; print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    return set(done.stderr.split())


@pytest.mark.parametrize(
    ("call", "needless"),
    [
        (CHECK, "quotecheck.reading.html quotecheck.reading.pdf quotecheck.reading.docx quotecheck.selftest"),
        (CHECK, "trafilatura pypdfium2 pypdf lxml cattrs jsonschema asyncio"),
        ("main(['explain', 'QC402'])", "quotecheck.reading quotecheck.matching quotecheck.speech rapidfuzz"),
    ],
)
def test_a_run_imports_what_it_needs(call: str, needless: str) -> None:
    modules = imported(call)
    assert "quotecheck.cli.check" in modules
    assert modules & set(needless.split()) == set()
