"""A stand-in for the checker, so that the command line is tested on its own, and a directory to work in."""

from __future__ import annotations

import sys
import types
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import attrs
import pytest

from quotecheck.cli import main
from quotecheck.model import (
    Code,
    Consulted,
    Evidence,
    Finding,
    Outcome,
    Passage,
    Policy,
    Problem,
    Report,
    Result,
    Severity,
    Span,
    Statement,
    Text,
    Verdict,
)

SPEECH = "Good evening.\n“We will rebuild the bridge,” Ada Brook said. “It’s late.”\n"


class StubChecker:
    """Exact if the words stand in a source, else absent; "maybe" only warns."""

    made: list[tuple[str, ...]] = []  # noqa: RUF012 - emptied by the fixture

    def __init__(
        self, sources: Sequence[Text], *, policy: Policy, people: dict[str, Sequence[str]], archive: object = None
    ) -> None:
        self.sources = tuple(sources)
        self.policy = policy
        StubChecker.made.append(tuple(text.id for text in self.sources))

    def check(self, statement: Statement) -> Result:
        """One statement."""
        if statement.text == "stop":
            raise KeyboardInterrupt
        for text in self.sources:
            at = text.content.find(statement.text)
            if at >= 0:
                end = at + len(statement.text)
                passage = Passage(source=text.id, start=at, end=end, exact=statement.text, place=text.place(at))
                evidence = Evidence(passages=(passage,), score=1.0)
                return self._result(statement, Verdict.EXACT, Code.VERBATIM, evidence)
        return self._result(statement, Verdict.ABSENT, Code.UNSURE if "maybe" in statement.text else Code.NOT_FOUND)

    def check_draft(self, draft: Text, *, jobs: int = 1) -> Report:
        """Every line of the draft is a statement."""
        results = tuple(self.check(statement) for statement in stub_extract(draft))
        problems = draft.problems
        if not results:
            problems += (Problem(message="no statement was found in it", code="no-statement", path=draft.id),)
        return Report(
            policy=self.policy.name,
            fingerprint=self.policy.fingerprint,
            drafts=(Consulted(path=draft.path or draft.id, sha256=draft.sha256),),
            results=results,
            problems=problems,
        )

    def _result(self, statement: Statement, verdict: Verdict, code: Code, evidence: Evidence | None = None) -> Result:
        severity = self.policy.severity(code)
        outcome = {Severity.ERROR: Outcome.FAIL, Severity.WARNING: Outcome.WARN}.get(severity, Outcome.PASS)
        finding = Finding(code=code, severity=severity, message=f"It is {verdict.value}.")
        return Result(
            statement=statement,
            verdict=verdict,
            outcome=outcome,
            confidence=0.9,
            findings=(finding,),
            evidence=evidence,
            id=statement.id,
        )


def stub_extract(text: Text) -> Iterator[Statement]:
    """Every line that is not blank."""
    at = 0
    for line in text.content.splitlines(keepends=True):
        words = line.strip()
        if words:
            span = Span(at, at + len(words))
            place = text.place(at)
            yield attrs.evolve(Statement(words, parts=(span,), draft=text.id), line=place.line, column=place.column)
        at += len(line)


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with a source, the stand-in for the checker in force."""
    checker = types.ModuleType("quotecheck.checking.checker")
    checker.Checker = StubChecker  # type: ignore[attr-defined]
    statements = types.ModuleType("quotecheck.speech.statements")
    statements.extract = stub_extract  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "quotecheck.checking.checker", checker)
    monkeypatch.setitem(sys.modules, "quotecheck.speech.statements", statements)
    monkeypatch.setattr(StubChecker, "made", [])
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "speech.txt").write_text(SPEECH, encoding="utf-8", newline="")
    return tmp_path


@attrs.frozen
class Ran:
    """What a command gave.

    Attributes:
        code: Its exit code.
        out: Standard output.
        err: Standard error.
    """

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


def runner(capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs the command line in this process."""

    def run_it(*argv: str) -> Ran:
        code = main(argv)
        out, err = capfd.readouterr()
        return Ran(code, out, err)

    return run_it


@pytest.fixture
def run(room: Path, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs the command line in this process."""
    return runner(capfd)


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs the command line in this process, with the checker that ships, in an empty directory."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.chdir(tmp_path)
    return runner(capfd)
