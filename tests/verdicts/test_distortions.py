"""Runs the table ``distortions.txt`` of this folder: one change a line, and its near neighbours. No rule is here."""

from __future__ import annotations

from pathlib import Path

import pytest

import quotecheck
from quotecheck.model import Outcome, Statement, Verdict

TABLE = Path(__file__).parent / "distortions.txt"


def rows() -> list[tuple[str, str, str]]:
    lines = (line.strip() for line in TABLE.read_text(encoding="utf-8").splitlines())
    cells = [tuple(cell.strip() for cell in line.split("|")) for line in lines if line and not line.startswith("#")]
    return [(said, written, code) for said, written, code in cells]


@pytest.mark.parametrize(("said", "written", "code"), rows(), ids=lambda cell: cell)
def test_a_distortion_is_named(said: str, written: str, code: str) -> None:
    sign = "" if said.endswith(("?", "!", ".")) else ","
    text = f"“{said}{sign}” Ada Brook said{' so then' if said.endswith('.') else ''}."
    source = quotecheck.Source.from_text(text, id="source", language="en")
    result = quotecheck.Checker([source]).check(Statement(written, speaker="Ada Brook"))
    found = {finding.code.value for finding in result.findings}
    told = f"{result.verdict}, {result.outcome}, {[finding.message for finding in result.findings]}"
    if code == "stays":
        assert result.verdict is Verdict.EXACT, told
        assert result.outcome is not Outcome.FAIL, told
    else:
        assert code in found, told
