"""The door: help, version, ``extract``, ``explain``, terminals, pipes and locales."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from quotecheck.cli import main, options
from quotecheck.reports.schemas import schema
from quotecheck.verdicts.policies import POLICY_NAMES
from tests.cli.conftest import Run

STATEMENT = Draft202012Validator(schema("statement"))


def process(*argv: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    """The command as a process of its own."""
    code = "import sys; from quotecheck.cli import main; sys.exit(main())"
    return subprocess.run([sys.executable, "-c", code, *argv], capture_output=True, **options)  # type: ignore[call-overload,no-any-return]


def test_help(run: Run) -> None:
    """The commands, examples and exit codes; the same for each command."""
    top = run("--help")
    assert top.code == 0
    for word in ("check", "batch", "extract", "explain", "examples:", "exit codes:", "3  a draft, a source"):
        assert word in top.out
    for command in ("check", "batch", "extract", "explain"):
        ran = run(command, "--help")
        assert ran.code == 0 and "examples:" in ran.out and f"quotecheck {command}" in ran.out


def test_no_command_is_usage(run: Run) -> None:
    """And an unknown one names those that there are."""
    assert run().code == 2
    assert "batch" in run("bach").err


@pytest.mark.parametrize("arguments", [[], ["bach"], ["check"], ["extract", "--format"]], ids=" ".join)
def test_usage_error_says_where_more_is_to_be_read(run: Run, arguments: list[str]) -> None:
    """The command's own help, where there is a command."""
    command = " ".join(["quotecheck", *arguments[:1]]) if arguments not in ([], ["bach"]) else "quotecheck"
    assert run(*arguments).err.endswith(f"`{command} --help` says more\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["chek", "draft.md"], "quotecheck: no command is called 'chek'; the nearest is 'check'"),
        (["zzz"], "quotecheck: no command is called 'zzz'; there are check, explain, formats"),
        (["a.txt"], "quotecheck: 'a.txt' is no command but a file: quotecheck check a.txt --source PATH"),
        (["check", "a.txt", "--quite"], "quotecheck check: no option is called '--quite'; the nearest is '--quiet'"),
        (["check", "a.txt", "--sauce=b"], "quotecheck check: no option is called '--sauce'; the nearest is '--source'"),
        (["explain", "QC402", "QC403"], "quotecheck explain: too many words: QC403"),
        (["check", "a.txt", "-f", "jsn"], "record, annotations, jsonld; the nearest is 'json'"),
        (["check", "a.txt", "-f", "docx"], "docx is a file and is not printed: --report docx=FILE"),
        (["completion", "tcsh"], "'tcsh' is not one of bash, zsh, fish; the nearest is 'zsh'"),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, list) else "",
)
def test_what_was_probably_meant_is_said(run: Run, room: Path, arguments: list[str], message: str) -> None:
    """A command, an option or a value that there is not names the nearest; a file in place of a command says so."""
    (room / "a.txt").write_text("x", encoding="utf-8")
    ran = run(*arguments)
    assert ran.code == 2 and message in ran.err


def test_the_help_lists_every_policy() -> None:
    """It is a list of its own, so that printing it reads no policy."""
    assert ", ".join(POLICY_NAMES) == options.POLICIES


def test_the_module_is_the_command() -> None:
    """For who has Python and no script on the path."""
    ran = subprocess.run([sys.executable, "-m", "quotecheck", "--version"], capture_output=True, text=True)
    assert (ran.returncode, ran.stdout.split()[0]) == (0, "quotecheck")


def test_nothing_to_find_is_usage(run: Run) -> None:
    """Marks alone are no words."""
    ran = run("find", "“…”", "--source", "speech.txt")
    assert (ran.code, ran.err) == (2, "quotecheck: there are no words to look for\n")


def test_extract_says_that_nothing_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On standard error, and that is no failure."""
    (tmp_path / "plain.txt").write_text("The road is wet.", encoding="utf-8")
    assert main(["extract", str(tmp_path / "plain.txt")]) == 0
    printed = capsys.readouterr()
    assert printed.out == "" and printed.err.endswith("plain.txt: no statement was found in it\n")


def test_version(run: Run) -> None:
    """Name and number."""
    ran = run("--version")
    assert ran.code == 0 and ran.out.startswith("quotecheck 0.")


def test_help_and_version_load_nothing_heavy() -> None:
    """Start-up is paid for by what is used."""
    code = (
        "import sys; from quotecheck.cli import main; main(['--help']); "
        "print([name for name in ('attrs', 'regex', 'rapidfuzz', 'tomllib', 'json', 'csv') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"


EXPLAINED = ("QC402", "qc402", "402", "polarity")


@pytest.mark.parametrize("code", EXPLAINED)
def test_explain(run: Run, code: str) -> None:
    """By code or name."""
    ran = run("explain", code)
    assert ran.code == 0 and ran.out.startswith("QC402 polarity\n") and ran.out.endswith("\n")


def test_explain_what_there_is_not(run: Run) -> None:
    """The nearest is named; exit code 2."""
    ran = run("explain", "polarty")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "quotecheck: no code is called 'polarty'; the nearest is QC402 (polarity)\n"
    assert run("explain", "\x1b[31m").err.isprintable() is False  # its line end
    assert "\x1b" not in run("explain", "\x1b[31m").err


def test_explain_all(run: Run) -> None:
    """Every code, each on its line."""
    from quotecheck.model import Code

    lines = run("explain").out.split("\n")
    for code in Code:
        assert sum(line.startswith(f"  {code.value}  {code.slug} ") for line in lines) == 1


def test_explain_a_policy(run: Run) -> None:
    """What it makes of all codes, or of one."""
    faults, _, rest = run("explain", "--policy", "ap").out.partition("A warning")
    assert "A fault" in faults and "QC402 polarity" in faults and "QC402" not in rest
    assert run("explain", "QC402", "--policy", "ap").out.endswith("\n\nUnder ap it is: error\n")
    assert run("explain", "--policy", "none-such").code == 2


def test_extract(run: Run, room: Path) -> None:
    """Statements of several files in order; what cannot be read is told."""
    (room / "a.md").write_text("One.\nTwo.\n", encoding="utf-8")
    ran = run("extract", "a.md", "gone.md", "speech.txt", "--format", "jsonl")
    read = [json.loads(line) for line in ran.out.splitlines()]
    for one in read:
        STATEMENT.validate(one)
    assert [(one["draft"], one["line"]) for one in read] == [
        ("a.md", 1), ("a.md", 2), ("speech.txt", 1), ("speech.txt", 2),
    ]  # fmt: skip
    assert (ran.code, ran.err) == (3, "quotecheck: gone.md: no such file\n")
    assert run("extract", "a.md", "-f", "text").out == "direct  a.md:1:1\n  “One.”\n\ndirect  a.md:2:1\n  “Two.”\n\n"


def test_no_statement_to_extract(run: Run, room: Path) -> None:
    """Nothing comes out, and that is no error."""
    (room / "a.md").write_text("\n", encoding="utf-8")
    assert run("extract", "a.md").code == 0


class Terminal:
    """Standard output as a terminal would be."""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        return len(text)

    def flush(self) -> None:
        pass


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_colour(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], coloured: bool) -> None:
    """Only on a terminal that takes it, never with NO_COLOR."""
    from quotecheck.cli import output

    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert output.wants_colour() is False
    monkeypatch.setattr("sys.stdout", Terminal())
    assert output.wants_colour() is coloured
    assert 40 <= output.columns() <= output.WIDTH


def test_utf8_whatever_the_locale(tmp_path: Path) -> None:
    """Under the C locale, into a pipe."""
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    ran = process("explain", "QC101", env=environment)
    assert ran.returncode == 0 and "“" in ran.stdout.decode("utf-8")
    del environment["PYTHONUTF8"]  # without which the interpreter cannot even spell the argument
    gone = process("extract", "gone-“x”.txt", env=environment)
    assert gone.returncode == 3 and "“x”" in gone.stderr.decode("utf-8")


def test_a_reader_that_goes_away(tmp_path: Path) -> None:
    """No traceback, and an exit code of its own."""
    code = "import sys; from quotecheck.cli import main; sys.exit(main(['explain']))"
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as end:
        ran = subprocess.run([sys.executable, "-c", code], stdout=end, stderr=subprocess.PIPE)
    assert ran.returncode == 141 and ran.stderr == b""


def test_main_gives_a_code_and_never_exits() -> None:
    """For callers in the same process."""
    assert main(["--version"]) == 0
    assert main(["explain", "QC000"]) == 2


def test_progress_stays_on_a_terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A count where a person waits, wiped at the end; nothing in a log."""
    from quotecheck.cli.output import Progress

    with Progress("done") as progress:
        progress.step()
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    with Progress("done") as progress:
        progress.step()
        progress.step()
    assert capsys.readouterr().err == "\r1 done\r2 done\r\x1b[K"
