"""What is open and what is checked of it: at once, after a pause, no more when it is out of date."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from quotecheck.checking.checker import Checker
from quotecheck.model import Result, Statement
from quotecheck.servers.lsp.buffers import Buffer
from quotecheck.servers.lsp.client import Options
from quotecheck.servers.lsp.positions import Unit
from quotecheck.servers.lsp.reviewer import Checked, Reviewer

SPOKEN = "“The harbour number {} stays open all winter long,” Ben Cole said.\n\n"
URI = "file:///draft.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "talk.txt").write_text("".join(SPOKEN.format(number) for number in range(20)), "utf-8")
    (tmp_path / "quotecheck.toml").write_text('sources = ["talk.txt"]\n', "utf-8")
    return tmp_path


def buffer(project: Path, content: str, name: str = "draft.md") -> Buffer:
    return Buffer(uri=URI + name, version=1, content=content, unit=Unit.UTF16, path=str(project / name))


def run(test: Callable[[Reviewer, list[Checked]], Coroutine[Any, Any, None]], project: Path, delay: int = 1) -> None:
    told: list[Checked] = []

    async def main() -> None:
        def broken(error: Exception) -> None:
            raise AssertionError from error

        reviewer = Reviewer(told.append, broken)
        reviewer.folders = [str(project)]
        reviewer.configure(Options(delay=delay))
        async with asyncio.timeout(60):
            await test(reviewer, told)
        reviewer.end()

    asyncio.run(main())


def results(checked: Checked | None) -> int:
    assert checked is not None and checked.found is not None
    return len(checked.found.report.results)


def test_what_is_asked_is_answered_for_what_stands_there_now(project: Path) -> None:
    async def test(reviewer: Reviewer, told: list[Checked]) -> None:
        one = buffer(project, SPOKEN.format(1))
        reviewer.open(one)
        assert results(await reviewer.current(one.uri)) == 1
        reviewer.change(one.uri, [(None, SPOKEN.format(1) + SPOKEN.format(2))], 2)
        assert results(await reviewer.current(one.uri)) == 2  # though the pause is a minute long
        assert [checked.buffer.version for checked in told] == [1, 2]
        assert await reviewer.current("file:///nowhere.md") is None

    run(test, project, delay=60_000)


def test_many_changes_are_one_check(project: Path) -> None:
    async def test(reviewer: Reviewer, told: list[Checked]) -> None:
        one = buffer(project, "")
        reviewer.open(one)
        await reviewer.current(one.uri)
        for version in range(2, 30):
            reviewer.change(one.uri, [(((0, 0), (0, 0)), "a")], version)
        while told[-1].buffer.version != 29:
            await asyncio.sleep(0.01)
        assert [checked.buffer.version for checked in told] == [1, 29]

    run(test, project, delay=50)


def test_a_check_that_is_out_of_date_stops(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    begun, go_on = threading.Event(), threading.Event()
    check = Checker.check

    def slow(self: Checker, statement: Statement) -> Result:
        asked.append(statement.text)
        begun.set()
        go_on.wait(60)
        return check(self, statement)

    monkeypatch.setattr(Checker, "check", slow)

    async def test(reviewer: Reviewer, told: list[Checked]) -> None:
        one = buffer(project, "".join(SPOKEN.format(number) for number in range(9)))
        reviewer.open(one)
        await asyncio.to_thread(begun.wait, 60)
        reviewer.change(one.uri, [(None, SPOKEN.format(12))], 2)
        go_on.set()
        assert results(await reviewer.current(one.uri)) == 1
        assert len(asked) == 2  # one of the nine, and the one that stands there now
        assert [checked.buffer.version for checked in told] == [2]

    run(test, project)


def test_who_asked_may_go_and_the_check_goes_on(project: Path) -> None:
    async def test(reviewer: Reviewer, told: list[Checked]) -> None:
        one = buffer(project, SPOKEN.format(1))
        reviewer.open(one)
        asking = asyncio.create_task(reviewer.current(one.uri))
        await asyncio.sleep(0)
        asking.cancel()
        while not told:
            await asyncio.sleep(0.01)
        assert results(await reviewer.current(one.uri)) == 1

    run(test, project)


def test_a_fault_of_ours_does_not_end_it(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: Checker, statement: Statement) -> Result:
        raise RuntimeError("a fault")

    monkeypatch.setattr(Checker, "check", broken)
    told: list[Exception] = []

    async def main() -> None:
        reviewer = Reviewer(lambda _: None, told.append)
        reviewer.folders = [str(project)]
        one = buffer(project, SPOKEN.format(1))
        reviewer.open(one)
        checked = await reviewer.current(one.uri)
        assert checked is not None and checked.found is None
        reviewer.end()

    asyncio.run(main())
    assert [str(one) for one in told] == ["a fault"]


PASSED_OVER = {"a source": "talk.txt", "settings": "quotecheck.toml", "a program": "draft.py"}


@pytest.mark.parametrize("name", PASSED_OVER.values(), ids=PASSED_OVER)
def test_what_is_no_draft_is_passed_over(project: Path, name: str) -> None:
    async def test(reviewer: Reviewer, told: list[Checked]) -> None:
        one = buffer(project, SPOKEN.format(99), name)
        reviewer.open(one)
        checked = await reviewer.current(one.uri)
        assert checked is not None and checked.found is None and checked.error is None

    run(test, project)


def test_the_innermost_folder_is_the_drafts(project: Path) -> None:
    reviewer = Reviewer(lambda _: None, lambda _: None)
    reviewer.folders = ["/a", "/a/b"]
    assert reviewer.base_of("/a/b/c/draft.md") == "/a/b"
    assert reviewer.base_of("/a/draft.md") == "/a"
    assert reviewer.base_of("/ab/draft.md") == "/ab"
    assert reviewer.base_of(None) == "/a"
