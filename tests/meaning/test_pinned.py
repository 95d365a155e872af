"""What is made of many pairs of sentences, as it is today: see ``tests/pinned.py``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from quotecheck import Checker, Kind, Statement, Text
from quotecheck.meaning.changes import Reason
from quotecheck.meaning.confidence import shipped
from quotecheck.meaning.contrast import reasons_of, replaced
from quotecheck.meaning.features import Claim, features
from quotecheck.meaning.pairing import pair
from quotecheck.meaning.units import Unit, read_units
from quotecheck.text.tokens import tokenize
from tests.pinned import PARTS, compare

FILE = Path(__file__).parent / "pinned.jsonl"


def units(text: str) -> tuple[Unit, ...]:
    tokens = tokenize(text)
    return read_units(tokens, 0, len(tokens))


def told(reason: Reason) -> str:
    said, written = (" ".join(word.key for word in words) for words in (reason.said, reason.written))
    return f"{reason.code.name.lower()} {reason.sure}: {said} | {written}"


def read(given: list[str]) -> dict[str, Any]:
    """``given``: what a source says, and what is made of it."""
    said, written = given
    paired = pair(units(written), units(said))
    reasons = reasons_of(paired, names=lambda key: key.title() in said)
    weights = [float(unit.content) for unit in paired.statement]
    claim = Claim(pairing=paired, weights=weights, reasons=reasons, around=frozenset(), elsewhere=frozenset())
    claim = Claim(
        pairing=paired,
        weights=weights,
        reasons=reasons,
        around=frozenset(claim.unmatched[:1]),
        elsewhere=frozenset(claim.unmatched[1:2]),
        replaced=replaced(paired),
        names=frozenset(at for at, unit in enumerate(paired.statement) if unit.name),
    )
    result = Checker([Text(content=said, id="source")]).check(Statement(written, kind=Kind.INDIRECT))
    found = {
        "to": " ".join(map(str, paired.to)),
        "grades": "".join(str(int(grade)) for grade in paired.grades),
        "reasons": [told(one) for one in reasons],
        "replaced": sorted(claim.replaced),
        "likely": shipped().probability(features(claim, size=len(paired.passage))),
        "verdict": result.verdict,
        "confidence": result.confidence,
        "codes": " ".join(finding.code.value for finding in result.findings),
    }
    return {name: one for name, one in found.items() if one not in ("", [], None)}


@pytest.mark.parametrize("part", PARTS)
def test_pairs_are_read_as_they_were(part: int) -> None:
    compare(FILE, part, read)
