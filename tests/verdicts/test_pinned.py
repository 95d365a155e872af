"""The whole result of every case of the tables, and of words made of those of six texts, as it is today.

See ``tests/pinned.py``. A new case is pinned when the file is written anew with its name in it.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import attrs
import pytest

from quotecheck import Checker, Statement, Text
from tests.adversary import test_adversary as adversary
from tests.pinned import PARTS, compare
from tests.verdicts import test_cases as tables

ROOT = Path(__file__).parents[2]
FILE = Path(__file__).parent / "pinned.jsonl"
CASES = {
    **{f"table {name}": case.example for name, case in tables.ALL_CASES},
    **{f"example {name}": example for name, _, example, _ in tables.EXAMPLES},
}
TRIED = {f"adversary {case.name}": case for case in adversary.CASES}


def read(name: str | dict[str, Any]) -> Any:
    """``name``: that of a case, or words with their speaker and the file, and how much of it, they are held against."""
    if isinstance(name, dict):
        result = checker_of(name["file"], name["to"]).check(Statement(name["text"], speaker=name.get("speaker")))
    elif name in TRIED:
        result = adversary.checked(TRIED[name])
    elif name in CASES:
        result = tables.checked(CASES[name])
    else:
        return "no such case"
    return attrs.evolve(result, statement=None)


@lru_cache(maxsize=8)
def checker_of(file: str, to: int) -> Checker:
    content = (ROOT / file).read_text("utf-8")[:to]
    return Checker([Text(content=content, id="source", language="en")])


@pytest.mark.parametrize("part", PARTS)
def test_results_are_as_they_were(part: int) -> None:
    compare(FILE, part, read)
