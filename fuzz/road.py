"""Fuzzes the whole road with atheris: a draft, a source and a statement, from bytes to every report."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["quotecheck.speech", "quotecheck.verdicts", "quotecheck.matching"]):
    from quotecheck import Checker, Kind, Statement, Text, from_dict, to_dict
    from quotecheck.cli.formats import FORMATS, Run, written
    from quotecheck.model import Claims
    from quotecheck.reports.text import Look

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
POLICIES = ("news", "legal", "transcript", "literary", "grounding")


def one(data: bytes) -> None:
    """A zero byte parts draft, source and statement; the first byte of all chooses the policy and the rest."""
    choice, data = (data[0], data[1:]) if data else (0, b"")
    draft, source, asked, *_ = (*data.decode("utf-8", "surrogateescape").split("\0", 2), "", "", "")
    texts = {"draft": Text(content=draft, id="draft"), "source": Text(content=source, id="source")}
    checker = Checker([texts["source"]], policy=POLICIES[choice % len(POLICIES)])
    report = checker.check_draft(texts["draft"], claims=Claims.ALL if choice & 8 else Claims.ATTRIBUTED)
    single = checker.check(Statement(asked, kind=Kind.INDIRECT if choice & 16 else Kind.DIRECT, speaker="Ada Brook"))
    for result in (*report.results, single):
        assert from_dict(to_dict(result)) == result
        for passage in result.evidence.passages if result.evidence else ():
            assert passage.exact == source[passage.start : passage.end]
    run = Run(report, texts, frozenset(), False, False, Look(width=100))
    for name in FORMATS:
        for line in written(run, name):
            assert isinstance(line, str)


def main() -> None:
    """Fuzz it."""
    with tempfile.TemporaryDirectory() as corpus:
        for number, path in enumerate(sorted((FIXTURES / "drafts").glob("*"))):
            words = path.read_bytes()[:3000]
            (Path(corpus) / path.name).write_bytes(bytes([number % 32]) + words + b"\0" + words + b"\0" + words[:200])
        atheris.Setup([*sys.argv, "-max_len=6000", corpus], one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
