"""Whatever an editor does, in whatever order: it is shown what a check of the text and the sources now gives."""

from __future__ import annotations

import asyncio
import os
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck import Checker, Source
from quotecheck.servers.lsp.buffers import Draft
from quotecheck.servers.lsp.client import Options
from quotecheck.servers.lsp.reviewer import Reviewer
from tests.servers.lsp.test_reviewer import SPOKEN, buffer

NAMES = ("one.md", "two.md")
SAID = st.lists(st.integers(0, 5), max_size=3)
STEPS = st.one_of(
    st.tuples(st.just("open"), st.sampled_from(NAMES), SAID),
    st.tuples(st.just("change"), st.sampled_from(NAMES), SAID),
    st.tuples(st.just("put in front"), st.sampled_from(NAMES), SAID),
    st.tuples(st.just("close"), st.sampled_from(NAMES), st.just([])),
    st.tuples(st.just("source"), st.just(""), SAID),
)


def spoken(numbers: list[int]) -> str:
    return "".join(map(SPOKEN.format, numbers))


@settings(max_examples=25, deadline=None)
@given(st.lists(STEPS, min_size=1, max_size=7))
def test_what_is_shown_is_what_stands_there(steps: list[tuple[str, str, list[int]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_done(Path(folder), steps))


async def _done(project: Path, steps: list[tuple[str, str, list[int]]]) -> None:
    source = project / "talk.txt"
    source.write_text(spoken([0, 1, 2]), "utf-8")
    (project / "quotecheck.toml").write_text('sources = ["talk.txt"]\n', "utf-8")
    reviewer = Reviewer(lambda checked: None, _broken)
    reviewer.folders = [str(project)]
    reviewer.configure(Options(delay=60_000))
    there: dict[str, str] = {}
    for version, (step, name, numbers) in enumerate(steps, 2):
        uri = buffer(project, "", name).uri
        if step == "open":
            reviewer.open(buffer(project, spoken(numbers), name))
            there[uri] = spoken(numbers)
        elif step == "change" and uri in there:
            reviewer.change(uri, [(None, spoken(numbers))], version)
            there[uri] = spoken(numbers)
        elif step == "put in front" and uri in there:
            reviewer.change(uri, [(((0, 0), (0, 0)), spoken(numbers))], version)
            there[uri] = spoken(numbers) + there[uri]
        elif step == "close":
            reviewer.close(uri)
            there.pop(uri, None)
        elif step == "source":
            source.write_text(spoken([*numbers, 9]), "utf-8")
            os.utime(source, ns=(0, version * 10**9))  # another time, however coarse the clock
            reviewer.again()
        for one in (buffer(project, "", name).uri for name in NAMES):
            await _shown(reviewer, one, there.get(one), source)
    reviewer.end()


async def _shown(reviewer: Reviewer, uri: str, content: str | None, source: Path) -> None:
    checked = await reviewer.current(uri)
    if content is None:
        assert checked is None
        return
    assert checked is not None and checked.found is not None and checked.buffer.content == content
    fresh = Checker([Source.from_text(source.read_text("utf-8"))]).check_draft(Draft(checked.buffer).text)
    shown = [(one.statement.text, one.verdict) for one in checked.found.report.results]
    assert shown == [(one.statement.text, one.verdict) for one in fresh.results]


def _broken(error: Exception) -> None:
    raise AssertionError from error
