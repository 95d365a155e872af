"""The same bytes wherever it runs: hash seed, locale, encoding, time zone, processes, order of files, line ends, -O.

A run makes every report of the worked example, and more, in one process; its digest is compared. Dates come from
``QUOTECHECK_TODAY``: the day decides which ignores are in force, and nothing else.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import attrs
import pytest

from quotecheck import Checker, Source, to_dict
from quotecheck.cli.formats import FORMATS
from quotecheck.reading import read_bytes

NEWSROOM = Path("examples/newsroom")

# Standard output and standard error of each command, one after the other.
SCRIPT = """
import contextlib, io, json, pathlib, sys
from quotecheck.cli import main

def run(argv):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(argv)
    return [code, out.getvalue(), err.getvalue()]

if __name__ == "__main__":
    found = {" ".join(argv): run(argv) for argv in json.loads(sys.argv[1])}
    found |= {path.name: path.read_text("utf-8") for path in sorted(pathlib.Path("out").iterdir())}
    print(json.dumps(found))
"""
COMMANDS = [
    ["check", "drafts", *(word for name in FORMATS for word in ("--report", f"{name}=out/{name}"))],
    ["extract", "drafts/ferry.md", "--claims", "all"],
    ["batch", "list.jsonl", "--format", "jsonl"],
    ["selftest", "sources/harbour-day.txt"],
    ["config", "drafts/ferry.md"],
]


@attrs.frozen
class Surroundings:
    """Where a run takes place.

    Attributes:
        variables: Environment variables beside the usual ones.
        flags: Of the interpreter.
        more: Arguments of ``check`` and ``batch``.
        backwards: The files are made in the opposite order.
    """

    variables: dict[str, str] = attrs.field(factory=dict)
    flags: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    backwards: bool = False


PLAIN = Surroundings({"PYTHONHASHSEED": "0"})
FEW = {
    "another seed, locale, time zone": Surroundings(
        {"PYTHONHASHSEED": "4242", "LC_ALL": "C", "LANG": "C", "TZ": "Pacific/Kiritimati"}
    ),
    "processes, files made backwards": Surroundings({"PYTHONHASHSEED": "7"}, more=("--jobs", "3"), backwards=True),
}
MORE = {
    "seed 1": Surroundings({"PYTHONHASHSEED": "1"}),
    "any seed": Surroundings({"PYTHONHASHSEED": "random"}),
    "the C locale without UTF-8": Surroundings({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    "UTF-8 mode": Surroundings({"PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"}),
    "Latin-1 output": Surroundings({"PYTHONIOENCODING": "latin-1:strict"}),
    "a Turkish locale, if there is one": Surroundings({"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}),
    "west of Greenwich": Surroundings({"TZ": "America/Anchorage"}),
    "east of it": Surroundings({"TZ": "Asia/Kathmandu"}),
    "two processes": Surroundings(more=("--jobs", "2")),
    "without asserts and docstrings": Surroundings(flags=("-OO",)),
    "no user's home": Surroundings({"HOME": "/nowhere", "XDG_CONFIG_HOME": "/nowhere"}),
    "a narrow terminal that there is not": Surroundings({"COLUMNS": "40", "TERM": "dumb", "NO_COLOR": "1"}),
    "files made backwards": Surroundings(backwards=True),
}


def run(room: Path, there: Surroundings) -> dict[str, Any]:
    """What the commands give, each under its own words."""
    _made(room, backwards=there.backwards)
    asked = [[*argv, *(there.more if argv[0] in ("check", "batch") else ())] for argv in COMMANDS]
    keep = ("PATH", "PYTHONPATH", "SYSTEMROOT", "VIRTUAL_ENV")
    variables = {name: os.environ[name] for name in keep if name in os.environ}
    ran = subprocess.run(
        [sys.executable, *there.flags, "-c", SCRIPT, json.dumps(asked)],
        cwd=room,
        env={**variables, "QUOTECHECK_TODAY": "2026-03-10", **there.variables},
        capture_output=True,
    )
    assert ran.returncode == 0, ran.stderr.decode("utf-8", "replace")[-2000:]
    found = json.loads(ran.stdout)
    plainly = {" ".join(given): " ".join(argv) for argv, given in zip(COMMANDS, asked, strict=True)}
    return {plainly.get(name, name): given for name, given in found.items()}


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    found = run(tmp_path_factory.mktemp("plain") / "room", PLAIN)
    assert len(found) == len(COMMANDS) + len(FORMATS)
    assert all(found[" ".join(argv)][0] in (0, 1) for argv in COMMANDS), found
    return found


@pytest.mark.parametrize("name", FEW)
def test_the_same_bytes(name: str, tmp_path: Path, plain: dict[str, Any]) -> None:
    _same(run(tmp_path / "room", FEW[name]), plain)


@pytest.mark.slow
@pytest.mark.parametrize("name", MORE)
def test_the_same_bytes_in_a_dozen_surroundings(name: str, tmp_path: Path, plain: dict[str, Any]) -> None:
    _same(run(tmp_path / "room", MORE[name]), plain)


def _same(found: dict[str, Any], plain: dict[str, Any]) -> None:
    for command, given in plain.items():
        assert found[command] == given, command


def _made(room: Path, *, backwards: bool) -> None:
    """A copy of the worked example, its files made in one order or the other, and a list."""
    files = sorted(path.relative_to(NEWSROOM) for path in NEWSROOM.rglob("*") if path.is_file())
    for path in reversed(files) if backwards else files:
        (room / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(NEWSROOM / path, room / path)
    texts = ["the ferry will run", "We will not sell", "not a penny more than the law asks"]
    lines = [json.dumps({"id": str(at), "text": texts[at % 3], "speaker": "Ada Brook"}) for at in range(40)]
    (room / "out").mkdir()
    (room / "list.jsonl").write_text("\n".join(lines), encoding="utf-8")


SOURCE = (
    "Ada Brook spoke first.\n\n“We keep the mill, and\nwe will never sell it,” she said.\n\n"
    "> The town pays.\n> It must.\n"
)
DRAFT = (
    "“We will sell it,” Ada Brook said.\n\nBen Cole:\n\n> The town pays. It must.\n\n“We keep the mill,” she said.\n"
)


@pytest.mark.parametrize("ends", ["\r\n", "\r"], ids=["Windows", "old Mac"])
def test_line_ends_change_offsets_alone(ends: str) -> None:
    """Offsets count the file's own characters; verdicts, findings, words and lines are the same."""

    def told(of_source: str, of_draft: str) -> list[object]:
        source, draft = read_bytes(of_source.encode(), "s.md"), read_bytes(of_draft.encode(), "d.md")
        report = Checker([source]).check_draft(draft)
        return [
            (
                one.verdict,
                one.outcome,
                one.confidence,
                [(finding.code, finding.severity) for finding in one.findings],
                (one.statement.line, one.statement.column, one.statement.text.split()),
                [
                    (p.place.line, p.place.column, p.exact.split())
                    for p in (one.evidence.passages if one.evidence else ())
                ],
            )
            for one in report.results
        ]

    plain = told(SOURCE, DRAFT)
    assert len(plain) == 3
    source, draft = SOURCE.replace("\n", ends), DRAFT.replace("\n", ends)
    assert told(source, DRAFT) == told(SOURCE, draft) == told(source, draft) == plain


def test_threads_that_share_a_checker_find_the_same() -> None:
    """What one asks is worked out while others ask: by eight at once, each in another order, as by one alone."""
    sources = [Source.read(path) for path in sorted(Path("fixtures/drafts").glob("*.md"))]
    statements = [one.statement for text in sources for one in Checker(sources).check_draft(text).results]
    assert len(statements) > 8
    alone = [to_dict(Checker(sources).check(one)) for one in statements]
    shared = Checker(sources)
    start = threading.Barrier(8)

    def ask(turn: int) -> dict[int, object]:
        start.wait()
        order = [(at + turn * 3) % len(statements) for at in range(len(statements))]
        return {at: to_dict(shared.check(statements[at])) for at in (order if turn % 2 else reversed(order))}

    with ThreadPoolExecutor(8) as threads:
        for found in threads.map(ask, range(8)):
            assert [found[at] for at in range(len(statements))] == alone
