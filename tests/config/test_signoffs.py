"""Sign-offs: which hold, which came back, which are gone; and files that are none."""

from __future__ import annotations

import json
from pathlib import Path

import attrs
import pytest

from quotecheck.config.signoffs import SCHEMA, load_signed, reasons, standings
from quotecheck.model import Result, Severity, Verdict
from quotecheck.model.errors import ConfigError
from quotecheck.model.signoffs import Decision, SignOff, Standing
from quotecheck.reports.fingerprints import signatures
from tests.reports import made


def signed(*results: Result, decision: Decision = Decision.CHECKED) -> list[SignOff]:
    """What the page saves when all of these are signed."""
    return [
        SignOff(
            draft=one.statement.draft or "",
            statement=name,
            state=state,
            decision=decision,
            by="Ann Poe",
            reason="the tape has it" if decision is Decision.STANDS else None,
            day="2026-03-31",
            words=" ".join(one.statement.text.split()),
            verdict=one.verdict.value if one.verdict else None,
        )
        for one, (name, state) in zip(results, signatures(results), strict=True)
    ]


def now(*results: Result, entries: list[SignOff]) -> tuple[list[Standing], list[SignOff]]:
    found, gone = standings(results, list(signatures(results)), entries)
    return [found[one.statement] for one in results], gone


ONE = made.polarity()


def other(**fields: object) -> Result:
    return attrs.evolve(ONE, **fields)  # type: ignore[arg-type]


def said(**fields: object) -> Result:
    return attrs.evolve(ONE, statement=attrs.evolve(ONE.statement, **fields))  # type: ignore[arg-type]


STILL: dict[str, Result] = {
    "the same": ONE,
    "lines shifted": said(line=99, column=7),
    "curled marks and other spaces": said(text="We  will sell\nthe mill,"),
    "another confidence": other(confidence=0.5),
    "a waiver": other(findings=tuple(attrs.evolve(one, waived="in the baseline") for one in ONE.findings)),
    "another message": other(findings=tuple(attrs.evolve(one, message="…") for one in ONE.findings)),
}
"""The sign-off holds."""

CHANGED: dict[str, tuple[Result, str]] = {
    "another verdict": (other(verdict=Verdict.EXACT), "it was absent and is exact"),
    "no verdict": (other(verdict=None), "it was absent and is without a verdict"),
    "other findings": (other(findings=()), "what was found, or the source's words, changed"),
    "a milder severity": (
        other(findings=(attrs.evolve(ONE.findings[0], severity=Severity.NOTE),)),
        "what was found, or the source's words, changed",
    ),
    "other words in the source": (
        other(evidence=attrs.evolve(ONE.evidence, passages=(made.passage("We won’t sell"),))),
        "what was found, or the source's words, changed",
    ),
    "other words": (
        said(text="We will never sell the mill,"),
        "the words or the speaker changed; it was: “We will sell the mill,”",
    ),
    "another speaker": (
        said(speaker="Ben Cole"),
        "the words or the speaker changed; it was: “We will sell the mill,”",
    ),
}
"""It comes back unsigned and says what changed."""


@pytest.mark.parametrize("name", STILL)
def test_what_holds(name: str) -> None:
    (standing,), gone = now(STILL[name], entries=signed(ONE))
    assert standing.signed is not None and standing.before is None and gone == []


@pytest.mark.parametrize("name", CHANGED)
def test_what_comes_back(name: str) -> None:
    result, why = CHANGED[name]
    (standing,), gone = now(result, entries=signed(ONE))
    assert standing.signed is None and standing.before is not None
    assert standing.changed == why and gone == []


def test_words_of_another_draft_or_quite_other_words_are_not_it() -> None:
    for result in (said(draft="other.md"), said(text="It rained in the north for a week")):
        (standing,), gone = now(result, entries=signed(ONE))
        assert standing.signed is None and standing.before is None and len(gone) == 1


def test_equal_statements_are_told_apart_by_their_order() -> None:
    twice = [ONE, said(line=40)]
    found, gone = now(*twice, entries=signed(*twice)[:1])
    assert [one.signed is not None for one in found] == [True, False] and gone == []


def test_only_what_is_let_stand_has_a_reason() -> None:
    for decision, count in ((Decision.CHECKED, 0), (Decision.STANDS, 1)):
        found, _ = standings([ONE], list(signatures([ONE])), signed(ONE, decision=decision))
        assert len(reasons(found)) == count
    assert [*reasons(found).values()] == ["signed off by Ann Poe on 2026-03-31: the tape has it"]


ENTRY = {"draft": "a.md", "statement": "0", "state": "0", "by": "Ann", "decision": "checked"}
BAD: dict[str, tuple[object, str]] = {
    "another schema": ({"schema": "x"}, '"schema" must be'),
    "a list": ([], '"schema" must be'),
    "no list": ({"schema": SCHEMA, "signed": 1}, '"signed" must be a list'),
    "a key is missing": ({"schema": SCHEMA, "signed": [{}]}, "sign-off 1 needs strings"),
    "nobody": ({"schema": SCHEMA, "signed": [{**ENTRY, "by": " "}]}, "does not say whose it is"),
    "no such decision": ({"schema": SCHEMA, "signed": [{**ENTRY, "decision": "fine"}]}, "decision must be one of"),
    "stands without a reason": (
        {"schema": SCHEMA, "signed": [{**ENTRY, "decision": "stands", "reason": " "}]}, "gives no reason",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_file_of_sign_offs(name: str, tmp_path: Path) -> None:
    values, why = BAD[name]
    (tmp_path / "signed.json").write_text(json.dumps(values), encoding="utf-8")
    with pytest.raises(ConfigError, match=why):
        load_signed(str(tmp_path / "signed.json"))


def test_no_file_and_no_json(tmp_path: Path) -> None:
    (tmp_path / "signed.json").write_text("{", encoding="utf-8")
    for name in ("signed.json", "none.json"):
        with pytest.raises(ConfigError):
            load_signed(str(tmp_path / name))


def test_a_file_as_the_page_saves_it(tmp_path: Path) -> None:
    entry = {**ENTRY, "reason": None, "day": "2026-03-31", "words": "We will", "verdict": "absent"}
    (tmp_path / "signed.json").write_text(json.dumps({"schema": SCHEMA, "signed": [entry]}), encoding="utf-8")
    (one,) = load_signed(str(tmp_path / "signed.json"))
    assert (one.by, one.day, one.reason, one.decision) == ("Ann", "2026-03-31", None, Decision.CHECKED)
