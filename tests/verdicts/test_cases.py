"""Runs the case tables in ``cases`` and the examples of the registry through a ``Checker``. No case stands here.

A table is the specification of its code: ``QC402.toml`` says when QC402 is found and when a near neighbour is not.
Keys of a case:

    said, by            the source has “said,” by said. (by is "Ada Brook" unless given)
    source              the source's whole text, in place of said
    other_source        the text of a second source; ids are "source" and "other"
    other_version_of    id of the source that the second one is another state of
    source_speaker      whose words the whole source is
    source_fidelity     how closely the source keeps to what was said
    source_emphasis     words of the source in italics; left out: its format has none
    source_problem      code of a problem that the source's reader met
    statement, kind     the words to check; kind is "direct" unless given
    speaker             who is said to have said them; "" or left out: nobody
    zone                what part of the draft it stands in
    added_to, answers   words that its cue says it was added to, or answers
    declares            what the draft says behind it: "(emphasis added)"
    emphasis            words of the statement in italics
    cites, unclosed, term, policy
    verdict             the verdict, "none", or a list of those allowed; left out: any
    outcome             the outcome; left out: any
    expect, reject      codes that must, and must not, be among the findings

Keys under [defaults] hold for every case of the table that does not give them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs
import pytest

import quotecheck
from quotecheck.model import Fidelity, Kind, Problem, Result, Sequel, Span, Statement, Text, Tie, Words, Zone
from quotecheck.verdicts.policies import policy_named
from quotecheck.verdicts.registry import ALL_RULES, Example, Rule, rule_for

CASES = Path(__file__).parent / "cases"
FEWEST = 6

NO_TABLE = {
    "QC510": "which texts leave doubt changes with every calibration",
    "QC511": "it takes a PDF file that two programs read otherwise: tests/checking/test_second.py",
}


@attrs.frozen(kw_only=True)
class Case:
    """One line of a table."""

    name: str
    statement: str
    said: str | None = None
    by: str = "Ada Brook"
    source: str | None = None
    other_source: str | None = None
    other_version_of: str | None = None
    source_speaker: str | None = None
    source_fidelity: str | None = None
    source_emphasis: list[str] | None = None
    source_problem: str | None = None
    zone: str = "body"
    added_to: str | None = None
    answers: str | None = None
    declares: str | None = None
    emphasis: list[str] = attrs.field(factory=list)
    kind: str = "direct"
    speaker: str | None = None
    cites: str | None = None
    unclosed: bool = False
    term: bool = False
    policy: str = "news"
    verdict: str | list[str] | None = None
    outcome: str | None = None
    expect: list[str] = attrs.field(factory=list)
    reject: list[str] = attrs.field(factory=list)

    @property
    def example(self) -> Example:
        """The check that the case describes."""
        return Example(
            statement=self.statement,
            source=self.source if self.source is not None else _article(self.said or "", self.by),
            kind=Kind(self.kind),
            speaker=self.speaker or None,
            source_speaker=self.source_speaker,
            source_fidelity=self.source_fidelity,
            source_emphasis=None if self.source_emphasis is None else tuple(self.source_emphasis),
            source_problem=self.source_problem,
            zone=self.zone,
            added_to=self.added_to,
            answers=self.answers,
            declares=self.declares,
            emphasis=tuple(self.emphasis),
            other_source=self.other_source,
            other_version_of=self.other_version_of,
            cites=self.cites,
            policy=self.policy,
            unclosed=self.unclosed,
            term=self.term,
        )

    @property
    def verdicts(self) -> list[str] | None:
        """The verdicts allowed; None if any is."""
        return [self.verdict] if isinstance(self.verdict, str) else self.verdict


def tables() -> Iterator[tuple[str, list[Case]]]:
    for path in sorted(CASES.glob("*.toml")):
        table: dict[str, dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))
        defaults = table.pop("defaults", {})
        yield path.stem, [Case(name=name, **{**defaults, **case}) for name, case in table.items()]


TABLES = dict(tables())
ALL_CASES = [(f"{stem}:{case.name}", case) for stem, cases in TABLES.items() for case in cases]
EXAMPLES = [
    (f"{rule.code.value}:{which}", rule, example, which == "fires")
    for rule in ALL_RULES
    for which, example in (("fires", rule.fires), ("silent", rule.silent))
    if example is not None
]


@pytest.mark.parametrize("case", [case for _, case in ALL_CASES], ids=[name for name, _ in ALL_CASES])
def test_case(case: Case) -> None:
    result = checked(case.example)
    codes = codes_of(result)
    verdict = result.verdict.value if result.verdict else "none"
    told = f"{verdict}, {result.outcome.value}, {sorted(codes)}: {[one.message for one in result.findings]}"
    assert case.verdicts is None or verdict in case.verdicts, told
    assert case.outcome in (None, result.outcome.value), told
    assert set(case.expect) <= codes, told
    assert not set(case.reject) & codes, told


@pytest.mark.parametrize(
    ("rule", "example", "fires"), [rest for _, *rest in EXAMPLES], ids=[name for name, *_ in EXAMPLES]
)
def test_examples_of_the_registry_do_what_they_claim(rule: Rule, example: Example, fires: bool) -> None:
    result = checked(example)
    told = [(one.code.value, one.message) for one in result.findings]
    assert (rule.code.value in codes_of(result)) is fires, told
    if fires and not rule.as_found:
        assert result.verdict is rule.verdict, told


@pytest.mark.parametrize("rule", [rule for rule in ALL_RULES if rule.since], ids=lambda rule: rule.code.value)
def test_every_code_judged_has_a_table_with_both_sides(rule: Rule) -> None:
    code = rule.code.value
    assert (code in TABLES) is (code not in NO_TABLE)
    cases = TABLES.get(code, [])
    firing = sum(code in case.expect for case in cases)
    silent = sum(code in case.reject for case in cases)
    assert code in NO_TABLE or (len(cases) >= FEWEST and firing >= FEWEST // 2 and silent >= FEWEST // 2)


def test_tables_speak_of_codes_that_are_judged() -> None:
    codes = {code for _, case in ALL_CASES for code in (*case.expect, *case.reject)}
    assert [code for code in sorted(codes) if rule_for(code).since is None] == []
    assert set(TABLES) - {"traps"} <= {rule.code.value for rule in ALL_RULES}


def test_a_case_asks_for_something() -> None:
    assert [name for name, case in ALL_CASES if not (case.verdict or case.expect or case.reject)] == []


def checked(example: Example) -> Result:
    problem = example.source_problem
    problems = (Problem(message="Something is missing.", code=problem),) if problem else ()
    stressed = None if example.source_emphasis is None else _places(example.source_emphasis, example.source)
    texts = [
        Text(
            content=example.source,
            id="source",
            speaker=example.source_speaker,
            fidelity=Fidelity(example.source_fidelity or "verbatim"),
            emphases=stressed,
            problems=problems,
        )
    ]
    if example.other_source is not None:
        texts.append(Text(content=example.other_source, id="other", version_of=example.other_version_of))
    checker = quotecheck.Checker(texts, policy=policy_named(example.policy))
    return checker.check(
        Statement(
            example.statement,
            kind=example.kind,
            speaker=example.speaker,
            source=example.cites,
            unclosed=example.unclosed,
            term=example.term,
            zone=Zone(example.zone),
            follows=_sequel(example),
            declares=(Words(example.declares, 0, len(example.declares)),) if example.declares else (),
            emphasis=_places(example.emphasis, example.statement),
        )
    )


def _sequel(example: Example) -> Sequel | None:
    if example.added_to:
        return Sequel(Tie.ADDED, example.added_to)
    return Sequel(Tie.ANSWERED, example.answers) if example.answers else None


def _places(words: Sequence[str], content: str) -> tuple[Span, ...]:
    """Where words stand, one after the other."""
    found, at = [], 0
    for word in words:
        at = content.index(word, at)
        found.append(Span(at, at + len(word)))
        at += len(word)
    return tuple(found)


def codes_of(result: Result) -> set[str]:
    return {finding.code.value for finding in result.findings}


def _article(said: str, by: str) -> str:
    return f"“{said}{'' if said.endswith(('?', '!')) else ','}” {by} said."
