"""What is read in a text today, kept in a file beside the tests of a room, so that no change goes unseen.

Such a file specifies nothing: the tables of cases say what is right, and there a fault is shown first. It says of many
texts everything that is read in them, also what no table asks for. A change that moves it is to be looked at, line by
line; QUOTECHECK_WRITE=1 writes it anew.
"""

from __future__ import annotations

import enum
import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs

from quotecheck.model import Span, Words

PARTS = range(64)
UNSAID = {"message", "prefix", "suffix", "exact", "draft", "line"}


def shown(value: object) -> Any:
    """A value as JSON: of our own types, what is not there by default; no wording, no words that a place tells."""
    if isinstance(value, Span | Words):
        return [value.start, value.end]
    if isinstance(value, enum.Enum):
        return value.name.lower()
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, float):
        return round(value, 6)
    if attrs.has(type(value)):
        fields = [field for field in attrs.fields(type(value)) if field.name not in UNSAID and field.repr]
        return {
            field.name: shown(getattr(value, field.name))
            for field in fields
            if getattr(value, field.name) != field.default and getattr(value, field.name) not in (None, (), {})
        }
    if isinstance(value, Mapping):
        return {str(key): shown(one) for key, one in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [shown(one) for one in value]
    return value


def compare(file: Path, part: int, read: Callable[[Any], Any]) -> None:
    """Compares what is read in each text of a part with what stands in the file.

    Args:
        file: Lines of JSON: a list of a text, in whatever form ``read`` takes, and what was read in it.
        part: Which part: every sixty-fourth line.
        read: From the text to what is read in it.
    """
    lines = file.read_text("utf-8").splitlines()
    chosen: Sequence[int] = range(part, len(lines), len(PARTS))
    now = {at: line(given := json.loads(lines[at])[0], read(given)) for at in chosen}
    if os.environ.get("QUOTECHECK_WRITE"):
        assert "PYTEST_XDIST_WORKER" not in os.environ, "one process at a time can write it: -n 0"
        lines = [now.get(at, one) for at, one in enumerate(lines)]
        file.write_text("".join(f"{one}\n" for one in lines), encoding="utf-8")
    assert [now[at] for at in chosen] == [lines[at] for at in chosen], "look at it; QUOTECHECK_WRITE=1 writes it anew"


def line(given: object, found: object) -> str:
    """A line of such a file."""
    return json.dumps([given, shown(found)], ensure_ascii=True, separators=(",", ":"))
