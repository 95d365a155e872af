"""Findings that are let stand: which, to which day, and with what reason."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from quotecheck.checking.waivers import waive
from quotecheck.config import Config, Ignore
from quotecheck.config.ignores import Ignores
from quotecheck.model import Code, Finding, Outcome, Result, Severity, Statement, Verdict

TODAY = datetime.date(2026, 3, 31)
TEXT = "We’ll rebuild the bridge"


def result(draft: str | None) -> Result:
    """One that fails for one reason."""
    finding = Finding(code=Code.NOT_FOUND, severity=Severity.ERROR, message="Nothing like it.")
    statement = Statement(TEXT, draft=draft)
    return Result(statement=statement, verdict=Verdict.ABSENT, outcome=Outcome.FAIL, findings=(finding,))


HOLDS = {
    "the code alone": (Ignore(code=Code.NOT_FOUND, reason="r"), True),
    "another code": (Ignore(code=Code.FIGURE, reason="r"), False),
    "its words, marks and case aside": (Ignore(code=Code.NOT_FOUND, reason="r", text="“we'll REBUILD the”"), True),
    "its words across lines": (Ignore(code=Code.NOT_FOUND, reason="r", text="rebuild\n the"), True),
    "a part of a word": (Ignore(code=Code.NOT_FOUND, reason="r", text="build the"), False),
    "other words": (Ignore(code=Code.NOT_FOUND, reason="r", text="We will rebuild"), False),
    "no words": (Ignore(code=Code.NOT_FOUND, reason="r", text="…"), False),
    "its draft": (Ignore(code=Code.NOT_FOUND, reason="r", paths=("drafts/*",)), True),
    "another draft": (Ignore(code=Code.NOT_FOUND, reason="r", paths=("old/*",)), False),
    "its last day": (Ignore(code=Code.NOT_FOUND, reason="r", until=TODAY), True),
    "the day after": (Ignore(code=Code.NOT_FOUND, reason="r", until=datetime.date(2026, 3, 30)), False),
}


@pytest.mark.parametrize("case", HOLDS, ids=str)
def test_an_ignore_is_for(tmp_path: Path, case: str) -> None:
    """What is let stand does not count, and still says what is true."""
    ignore, holds = HOLDS[case]
    ignores = Ignores(Config(path=str(tmp_path / "quotecheck.toml"), ignores=(ignore,)), TODAY)
    given = result(str(tmp_path / "drafts/a.md"))
    assert ignores.reason(given, given.findings[0]) == ("r" if holds else None)
    waived = waive(given, ignores.reason)
    assert (waived.outcome is Outcome.FAIL) is not holds
    assert waived.verdict is Verdict.ABSENT and waived.findings[0].severity is Severity.ERROR


def test_candidates_stand_in_their_list(tmp_path: Path) -> None:
    config = Config(
        path=str(tmp_path / "quotecheck.toml"), ignores=(Ignore(code=Code.NOT_FOUND, reason="r", paths=("a.jsonl",)),)
    )
    given = result(None)
    assert Ignores(config, TODAY, str(tmp_path / "a.jsonl")).reason(given, given.findings[0]) == "r"
    assert Ignores(config, TODAY, str(tmp_path / "b.jsonl")).reason(given, given.findings[0]) is None
    assert Ignores(config, TODAY).reason(given, given.findings[0]) is None


def test_one_that_expired_is_a_problem_with_its_place() -> None:
    old = Ignore(code=Code.NOT_FOUND, reason="by phone", until=datetime.date(2026, 3, 30), line=7)
    new = Ignore(code=Code.NOT_FOUND, reason="by phone", until=TODAY, line=9)
    problems = Ignores(Config(path="quotecheck.toml", ignores=(old, new)), TODAY).problems
    assert [(one.code, one.path, one.line, one.fatal) for one in problems] == [
        ("ignore-expired", "quotecheck.toml", 7, False)
    ]
    assert problems[0].message == "the ignore of QC401 (by phone) expired on 2026-03-30: look at it again"
