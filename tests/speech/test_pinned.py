"""Every statement and every voice in many texts, as they are read today: see ``tests/pinned.py``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from quotecheck.model import Text
from quotecheck.speech.statements import extract
from quotecheck.speech.voices import read_voices
from tests.pinned import PARTS, compare

ROOT = Path(__file__).parents[2]
FILE = Path(__file__).parent / "pinned.jsonl"


def read(given: dict[str, Any]) -> dict[str, Any]:
    """``given``: fields of a text; ``file`` in place of its content, and from where to where."""
    if "file" in given:
        start, end = given["from"]
        given = {"content": (ROOT / given["file"]).read_text("utf-8")[start:end]}
    text = Text(**given)
    voices = read_voices(text)
    found = {"ground": voices.ground, "voices": voices.voices, "statements": extract(text)}
    return {name: one for name, one in found.items() if one}


@pytest.mark.parametrize("part", PARTS)
def test_what_is_read_is_as_it_was(part: int) -> None:
    compare(FILE, part, read)
