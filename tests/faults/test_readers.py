"""Files and readers that fail: gone, changed, not allowed; a library that raises, does not end, or is not there."""

from __future__ import annotations

import os
import sys
import time
import types
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quotecheck.model.errors import ReadingError
from quotecheck.reading import files as reading_files
from quotecheck.reading import guarded, read_bytes, read_file, read_sources
from tests.faults.made import SOURCE, desk, run

PDF = Path("fixtures/pdf")
PAGE = f"<html><body><article><p>{SOURCE}</p></article></body></html>"


@pytest.fixture(autouse=True)
def caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """As outside of tests: what a reader raises is caught."""
    monkeypatch.setattr(guarded, "CAUGHT", (Exception,))


class TestAReaderThatRaises:
    """Whatever it is: an error that names the file, and the other files are read."""

    @pytest.mark.parametrize(
        "error", [ValueError("bad \x1b[31m"), KeyError("x"), AssertionError(), ZeroDivisionError()]
    )
    @pytest.mark.parametrize("name", ["a.txt", "a.html", "a.tex", "a.rtf"])
    def test_any_error(self, error: Exception, name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.chdir(desk(tmp_path))
        Path(name).write_text("words", "utf-8")
        breaks(monkeypatch, name, error)
        texts, problems = read_sources([name, "talk.txt"])
        assert [text.id for text in texts] == ["talk.txt"]
        [problem] = problems
        assert problem.path == name and problem.code == "reader-failed" and problem.fatal
        assert type(error).__name__ in problem.message

    @pytest.mark.parametrize(
        ("error", "said"),
        [(MemoryError(), "memory gave out"), (RecursionError("too deep"), "RecursionError: too deep")],
        ids=["memory", "depth"],
    )
    def test_memory_and_depth(self, error: Exception, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
        breaks(monkeypatch, "a.txt", error)
        with pytest.raises(ReadingError, match=said):
            read_bytes(b"words", "a.txt")

    def test_one_file_of_an_archive(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        """The others are read."""
        with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
            archive.writestr("bad.tex", r"\documentclass{article}\begin{document}words\end{document}")
            archive.writestr("talk.txt", SOURCE)
        from quotecheck.reading.documents import latex

        monkeypatch.setattr(latex, "read", raising(ValueError("bad")))
        texts, problems = read_sources([str(tmp_path / "a.zip")])
        assert [text.content for text in texts] == [SOURCE]
        assert [(problem.code, os.path.basename(problem.path or "")) for problem in problems] == [
            ("reader-failed", "bad.tex")
        ]

    def test_a_run(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
        """Exit code 3, and nothing is called absent: it may stand in the file that was not read."""
        monkeypatch.chdir(desk(tmp_path))
        Path("page.html").write_text(PAGE, "utf-8")
        breaks(monkeypatch, "page.html", ValueError("bad \x1b[31m words"))
        ran = run(capfd, "check", "draft.md", "--source", "talk.txt", "--source", "page.html", "--format", "jsonl")
        ran.clear()
        assert ran.code == 3 and "\x1b" not in ran.err and "page.html: its reader failed (ValueError: bad" in ran.err
        assert '"absent"' not in ran.out and ran.out.count("\n") == 2

    def test_a_page_whose_oracle_raises_is_read_by_our_own_rules(self, monkeypatch: pytest.MonkeyPatch) -> None:
        stand_in(monkeypatch, "trafilatura", extract=raising(ValueError("bad")))
        assert "We keep the mill" in read_bytes(PAGE.encode(), "page.html").content


class TestAReaderThatDoesNotEnd:
    """It is given up, even if it catches every error that it can; the next file has its own time."""

    @pytest.fixture(autouse=True)
    def soon(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(guarded, "SECONDS", 0.2)

    def test_it_is_given_up(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.chdir(desk(tmp_path))
        Path("a.tex").write_text("words", "utf-8")
        stops(monkeypatch, "a.tex")
        texts, problems = read_sources(["a.tex", "talk.txt"])
        assert [text.id for text in texts] == ["talk.txt"]
        assert [(problem.code, problem.path, problem.fatal) for problem in problems] == [("too-slow", "a.tex", True)]

    def test_an_oracle_that_does_not_end(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Not our own rules' choice: it would depend on how fast the machine is."""
        stand_in(monkeypatch, "trafilatura", extract=endless)
        with pytest.raises(ReadingError, match="given up after"):
            read_bytes(PAGE.encode(), "page.html")

    def test_no_alarm_is_left(self, monkeypatch: pytest.MonkeyPatch) -> None:
        read_bytes(b"words", "a.txt")
        time.sleep(0.4)

    def test_an_alarm_of_the_caller_stays_his(self, monkeypatch: pytest.MonkeyPatch) -> None:
        import signal

        rung: list[int] = []
        monkeypatch.setattr(guarded, "SECONDS", 60)
        before = signal.signal(signal.SIGALRM, lambda number, frame: rung.append(number))
        try:
            signal.setitimer(signal.ITIMER_REAL, 0.05)
            read_bytes(b"words", "a.txt")
            time.sleep(0.2)
        finally:
            signal.signal(signal.SIGALRM, before)
        assert rung == [signal.SIGALRM]


MISSING = {
    "pypdfium2": (["check", "draft.md", "--source", "a.pdf"], 3, "pip install"),
    "bibtexparser": (["check", "draft.md", "--source", "talk.txt", "--bibliography", "a.bib"], 3, "pip install"),
    "jinja2": (["check", "draft.md", "--source", "talk.txt", "--report", "html=a.html"], 2, "pip install"),
    "numpy": (["archive", "create", "new"], 2, "pip install"),
    "filelock": (["archive", "create", "new"], 2, "pip install"),
    "starlette": (["serve", "--source", "talk.txt"], 2, "pip install"),
    "mcp": (["mcp", "--source", "talk.txt", "--root", "."], 2, "pip install"),
    "pygls": (["lsp"], 2, "pip install"),
}


@pytest.mark.parametrize("library", MISSING, ids=str)
def test_a_library_that_is_missing(
    library: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """What to install, in one line; no word of Python's."""
    asked, code, said = MISSING[library]
    monkeypatch.chdir(desk(tmp_path))
    Path("a.pdf").write_bytes(b"%PDF-1.4\n")
    Path("a.bib").write_text("@book{a, title={A}}\n", "utf-8")
    without(monkeypatch, library)
    ran = run(capfd, *asked)
    ran.clear()
    assert (ran.code, said in ran.err) == (code, True), ran.err


def test_a_page_is_read_without_its_oracle(monkeypatch: pytest.MonkeyPatch) -> None:
    without(monkeypatch, "trafilatura")
    assert "We keep the mill" in read_bytes(PAGE.encode(), "page.html").content


class TestAFileThatChanges:
    """Removed, shortened, locked or swapped between two looks at it."""

    def test_removed_after_it_was_listed(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        room = desk(tmp_path)
        (room / "s").mkdir()
        for name in "abc":
            (room / f"s/{name}.txt").write_text(SOURCE, "utf-8")
        meanwhile(monkeypatch, "b.txt", lambda path: os.unlink(path))
        texts, _ = read_sources([str(room / "s")])
        assert [os.path.basename(text.id) for text in texts] == ["a.txt", "c.txt"]

    def test_removed_though_it_was_named(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        room = desk(tmp_path)
        meanwhile(monkeypatch, "talk.txt", lambda path: os.unlink(path))
        texts, problems = read_sources([str(room / "talk.txt"), str(room / "draft.md")])
        assert len(texts) == 1 and [(problem.code, problem.fatal) for problem in problems] == [("missing", True)]

    def test_turned_into_a_directory(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        room = desk(tmp_path)

        def swapped(path: str) -> None:
            os.unlink(path)
            os.mkdir(path)

        meanwhile(monkeypatch, "talk.txt", swapped)
        texts, problems = read_sources([str(room / "talk.txt")])
        assert not texts and problems[0].fatal

    def test_grown_past_the_limit_while_it_is_read(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes(b"x" * 100)
        with pytest.raises(ReadingError, match="too large"):
            read_file(path, limit=99)

    @pytest.mark.parametrize("error", [PermissionError(13, "Permission denied"), OSError(5, "Input/output error")])
    def test_lost_while_it_is_read(
        self, error: OSError, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        """The verdicts do not say absent: the words may stand there."""
        monkeypatch.chdir(desk(tmp_path))
        Path("more.txt").write_text("Other words.", "utf-8")

        def fails(path: str) -> None:
            raise error

        meanwhile(monkeypatch, "more.txt", fails)
        ran = run(capfd, "check", "draft.md", "--source", "talk.txt", "--source", "more.txt", "--format", "jsonl")
        ran.clear()
        assert ran.code == 3 and '"absent"' not in ran.out
        assert f"more.txt: cannot be read: {error.strerror}" in ran.err

    def test_a_draft_that_was_changed_is_not_mended(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.chdir(desk(tmp_path))
        from quotecheck.cli import mending

        real = mending._encoded

        def edited(*args: Any) -> bytes:
            Path("draft.md").write_text("Something else.\n", "utf-8")
            return real(*args)

        monkeypatch.setattr(mending, "_encoded", edited)
        ran = run(capfd, "check", "draft.md", "--source", "talk.txt", "--fix")
        ran.clear()
        assert ran.code == 2 and "it changed while it was checked: nothing is written" in ran.err
        assert Path("draft.md").read_text("utf-8") == "Something else.\n"


def raising(error: Exception) -> Callable[..., Any]:
    """What raises it, whatever it is asked."""

    def call(*args: object, **more: object) -> object:
        raise error

    return call


def endless(*args: object, **more: object) -> object:
    """What does not end, and catches every error that it can."""
    while True:
        try:
            time.sleep(0.01)
        except Exception:
            continue


def breaks(monkeypatch: pytest.MonkeyPatch, name: str, error: Exception) -> None:
    """Reading this file, of whatever format, raises this."""
    _instead(monkeypatch, name, raising(error))


def stops(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Reading this file does not end."""
    _instead(monkeypatch, name, endless)


def _instead(monkeypatch: pytest.MonkeyPatch, name: str, call: Callable[..., Any]) -> None:
    real = reading_files.format_of

    def format_of(data: bytes, asked: str) -> Any:
        return types.SimpleNamespace(read=call) if os.path.basename(asked) == name else real(data, asked)

    monkeypatch.setattr(reading_files, "format_of", format_of)


def stand_in(monkeypatch: pytest.MonkeyPatch, library: str, **functions: Any) -> None:
    """A library of this name with these functions."""
    module = types.ModuleType(library)
    vars(module).update(functions)
    monkeypatch.setitem(sys.modules, library, module)


def without(monkeypatch: pytest.MonkeyPatch, library: str) -> None:
    """As if it were not installed: ours that imported it are imported anew."""
    for name in list(sys.modules):
        if name == library or name.startswith(f"{library}."):
            monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setitem(sys.modules, library, None)
    for name in list(sys.modules):
        if name.startswith(
            ("quotecheck.archive", "quotecheck.servers", "quotecheck.cluster", "quotecheck.reports.annotated")
        ):
            monkeypatch.delitem(sys.modules, name)


def meanwhile(monkeypatch: pytest.MonkeyPatch, name: str, happens: Callable[[str], None]) -> None:
    """Just before this file is opened for reading, this happens."""
    real = reading_files._bytes_of

    def bytes_of(path: str, limit: int) -> bytes:
        if os.path.basename(path) == name:
            try:
                happens(path)
            except OSError as error:
                raise reading_files._unreadable(path, error) from error
        return real(path, limit)

    monkeypatch.setattr(reading_files, "_bytes_of", bytes_of)
