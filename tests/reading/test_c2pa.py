"""Texts that carry a C2PA manifest (C2PA 2.4, A.8): read without it, and not warned about."""

from __future__ import annotations

import pytest

from quotecheck import Checker, Statement, Text, Verdict
from quotecheck.reading import read_bytes

PLAIN = "“We will not sell the yard,” Ada Brook said."
BYTES = b"C2PATXT\0\x01" + bytes(range(0, 250, 7))
MANIFEST = "\ufeff" + "".join(chr(0xFE00 + byte if byte < 16 else 0xE0100 + byte - 16) for byte in BYTES)
PLACES = {
    "at the end": PLAIN + MANIFEST,
    "at the beginning": MANIFEST + PLAIN,
    "behind a word": PLAIN.replace("not", "not" + MANIFEST),
    "between words": PLAIN.replace("not ", "not " + MANIFEST),
}


@pytest.mark.parametrize("case", PLACES, ids=str)
def test_a_manifest_changes_nothing(case: str) -> None:
    """In a source, in a draft."""
    text = read_bytes(PLACES[case].encode(), "signed.txt")
    result = Checker([text]).check(Statement("We will not sell the yard", speaker="Ada Brook"))
    assert result.verdict is Verdict.EXACT and not {"QC504", "QC402"} & {one.code.value for one in result.findings}
    (found,) = Checker([Text(content=PLAIN)]).check_draft(text).results
    assert found.verdict is Verdict.EXACT and "QC504" not in {one.code.value for one in found.findings}


def test_fewer_selectors_are_no_manifest() -> None:
    """They hide something, and are told of."""
    text = read_bytes(PLAIN.replace("not", "not" + MANIFEST[1:6]).encode(), "odd.txt")
    result = Checker([text]).check(Statement("We will not sell the yard", speaker="Ada Brook"))
    assert "QC504" in {one.code.value for one in result.findings}
