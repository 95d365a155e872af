"""Runs the case table ``cases.toml`` of this folder, and hostile input of other kinds. No rule is explained here.

The table's keys are said at its head. A case with ``today = "fails"`` is expected to fail, and the run turns red as
soon as it does not: then the key is to be removed.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import attrs
import pytest

import quotecheck
from quotecheck.cli import main
from quotecheck.model import Kind, Result, Statement
from quotecheck.verdicts.policies import policy_named

TABLE = Path(__file__).parent / "cases.toml"


def _listed(value: str | list[str] | None) -> list[str] | None:
    return [value] if isinstance(value, str) else value


@attrs.frozen(kw_only=True)
class Case:
    """One case of the table."""

    name: str
    kind_of_fault: str
    statement: str
    said: str | None = None
    source: str | None = None
    author: str | None = None
    language: str | None = None
    kind: str = "direct"
    speaker: str | None = None
    policy: str = "news"
    verdict: list[str] | None = attrs.field(default=None, converter=_listed)
    outcome: list[str] | None = attrs.field(default=None, converter=_listed)
    expect: list[str] = attrs.field(factory=list)
    reject: list[str] = attrs.field(factory=list)
    today: str = "holds"

    @property
    def content(self) -> str:
        """The source's whole text."""
        if self.source is not None:
            return self.source
        said = self.said or ""
        return f"“{said}{'' if said.endswith(('?', '!')) else ','}” Ada Brook said."

    @property
    def param(self) -> Any:
        """The case as an argument of a test, marked where it does not hold yet."""
        marks = [pytest.mark.xfail(strict=True, reason=self.kind_of_fault)] if self.today == "fails" else []
        return pytest.param(self, id=f"{self.kind_of_fault}:{self.name}", marks=marks)


def cases() -> list[Case]:
    table: dict[str, dict[str, Any]] = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    defaults = table.pop("defaults", {})
    return [Case(name=name, **{**defaults, **case}) for name, case in table.items()]


CASES = cases()


@pytest.mark.parametrize("case", [case.param for case in CASES])
def test_case(case: Case) -> None:
    result = checked(case)
    codes = {finding.code.value for finding in result.findings}
    verdict = result.verdict.value if result.verdict else "none"
    told = f"{verdict}, {result.outcome.value}, {sorted(codes)}: {[one.message for one in result.findings]}"
    assert case.verdict is None or verdict in case.verdict, told
    assert case.outcome is None or result.outcome.value in case.outcome, told
    assert set(case.expect) <= codes, told
    assert not set(case.reject) & codes, told


def test_the_table_is_whole() -> None:
    assert [case.name for case in CASES if case.today not in {"holds", "fails"}] == []
    assert [case.name for case in CASES if (case.said is None) is (case.source is None)] == []
    assert [case.name for case in CASES if not (case.verdict or case.outcome or case.expect or case.reject)] == []


MARKS_ALONE = [">>", "-", "—", "“", "[", "(...)", "…", "*", "#", "\u200b", "\ufeff", "\u202e", "\x00", "\f", "\ud800"]


@pytest.mark.parametrize("mark", MARKS_ALONE, ids=ascii)
@pytest.mark.parametrize("statement", ["We will sell. Never.", "We … sell", "[We] will (not) sell", "…", "[]", "\x00"])
def test_lines_that_open_with_a_mark_are_read(mark: str, statement: str) -> None:
    text = quotecheck.Source.from_text(f"{mark} We will sell.\n{mark} Never.\n{mark}\n", id="source")
    checker = quotecheck.Checker([text], policy=policy_named("news"))
    result = checker.check(Statement(statement, speaker="Ada Brook"))
    assert result.outcome.value in {"pass", "warn", "fail", "unchecked", "skipped"}


@pytest.mark.parametrize("own", [{"source_text": ""}, {"sources": []}], ids=["source_text", "sources"])
def test_a_line_with_an_empty_source_of_its_own_is_not_borne_out(
    own: dict[str, object], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("source.txt").write_text("“We will sell,” Ada Brook said.\n", encoding="utf-8")
    Path("list.jsonl").write_text(json.dumps({"text": "We will sell", **own}) + "\n", encoding="utf-8")
    main(["batch", "list.jsonl", "--source", "source.txt"])
    assert json.loads(capsys.readouterr().out)["verdict"] is None


@pytest.mark.parametrize(
    "draft",
    [
        "“{},” Ada Brook said.",
        "'{},' Ada Brook said.",
        "«{}», Ada Brook said.",
        "``{},'' Ada Brook said.",
        "- “{},” Ada Brook said.",
        "# Brook: ‘{}’\n",
        "> {}\n\n— Ada Brook\n",
        "| who | what |\n|---|---|\n| Ada Brook | “{}” |\n",
        "Text.[^1]\n\n[^1]: “{},” Ada Brook said.\n",
        "Ada Brook said: “{}.\n\nNext paragraph.\n",
        "ADA BROOK: {}.\nBEN COLE: The road is long.\n",
        "Ada Brook — “{}”",
        "&ldquo;{},&rdquo; Ada Brook said.",
        "<blockquote>{}</blockquote>\n\nAda Brook said so.",
        "<q>{}</q>, Ada Brook said.",
        "— {}, said Ada Brook.",
        "{},” Ada Brook said.",
        "ADA BROOK: {}.\n",
    ],
)
def test_an_invented_quotation_is_found_in_a_draft(draft: str) -> None:
    source = quotecheck.Source.from_text("“We must not go home,” Ada Brook said. “It is late,” Ben Cole said.", id="s")
    checker = quotecheck.Checker([source], policy=policy_named("news"))
    words = draft.format("We want a war with everyone now")
    report = checker.check_draft(quotecheck.Source.from_text(words, id="draft.md"))
    assert {"fail", "warn"} & {result.outcome.value for result in report.results}


def test_a_speaker_after_a_colon_is_compared() -> None:
    source = quotecheck.Source.from_text("“The road is long,” Ben Cole said. Ada Brook was there.", id="s")
    checker = quotecheck.Checker([source], policy=policy_named("news"))
    report = checker.check_draft(quotecheck.Source.from_text("“The road is long”: Ada Brook\n", id="draft.md"))
    assert [result.outcome.value for result in report.results] == ["fail"]


def checked(case: Case) -> Result:
    text = quotecheck.Source.from_text(case.content, id="source", author=case.author, language=case.language)
    checker = quotecheck.Checker([text], policy=policy_named(case.policy))
    return checker.check(Statement(case.statement, kind=Kind(case.kind), speaker=case.speaker or None))
