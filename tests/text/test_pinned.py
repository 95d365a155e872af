"""Everything that this room reads in many texts, as it is read today: see ``tests/pinned.py``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from quotecheck.text.dots import brackets, ellipses, minor_alterations
from quotecheck.text.emphasis import emphases
from quotecheck.text.furniture import furniture, pages
from quotecheck.text.lookalikes import disguised
from quotecheck.text.scripts import script_of
from quotecheck.text.sentences import paragraphs, sentences
from quotecheck.text.tokens import tokenize
from tests.pinned import PARTS, compare

FILE = Path(__file__).parent / "pinned.jsonl"


def read(content: str) -> dict[str, Any]:
    tokens = tokenize(content)
    found = {
        "keys": " ".join(tokens.keys),
        "starts": list(tokens.starts),
        "ends": {at: end for at, end in enumerate(tokens.ends) if end - tokens.starts[at] != len(tokens.keys[at])},
        "senses": [tokens.sense(at) for at in range(len(tokens)) if tokens.sense(at) != tokens.keys[at]],
        "furniture": furniture(content),
        "pages": pages(content),
        "paragraphs": paragraphs(content),
        "sentences": sentences(content),
        "inside": sentences(content, inside_quotes=True),
        "disguised": disguised(content),
        "emphases": emphases(content),
        "brackets": brackets(content),
        "ellipses": ellipses(content),
        "alterations": minor_alterations(content),
        "script": script_of(content),
    }
    if found["inside"] == found["sentences"]:
        del found["inside"]
    whole = {"paragraphs", "sentences"}
    return {name: one for name, one in found.items() if one and not (name in whole and len(one) == 1)}


@pytest.mark.parametrize("part", PARTS)
def test_what_is_read_is_as_it_was(part: int) -> None:
    compare(FILE, part, read)
