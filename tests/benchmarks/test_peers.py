"""Quotecheck beside other tools: how a tool is run, what is counted, what the tables say of it."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs
import pytest

from benchmarks import peers, peers_cells, peers_set_up, peers_told
from benchmarks.candidates import AWAY, CHANGED, KINDS, LIKEWISE, NOISE, Asked
from benchmarks.pages import markers
from benchmarks.peers_cells import MEMORY, TIME, Cell, Line, cell, read, run, written
from benchmarks.peers_told import Setting

PASSAGE = "the very words"
TEXT = f"{'x' * 90} {PASSAGE} {'y' * 90}"
ASKED = [
    Asked(NOISE, "noisy", 91, PASSAGE),
    Asked(CHANGED, "changed", 91, PASSAGE),
    Asked(AWAY, "away", -1, ""),
    Asked(LIKEWISE, "other", 91, PASSAGE),
]
READY: list[Line] = [{"tool": "edlib 1", "peak": 5}, {"cpu": 0.5, "peak": 7}]
DONE: Line = {"peak": 9, "stopped": None}


def line(verdict: str | None = None, score: float | None = None, start: int | None = None, took: float = 1.0) -> Line:
    return {"verdict": verdict, "score": score, "start": start, "cpu": took}


def counted(
    answers: Sequence[Line], tool: str = "edlib", ended: str | None = None, counts: Sequence[int] = (1, 4)
) -> Cell:
    return cell(tool, TEXT, ASKED, counts, ([*READY, *answers, DONE], ended))


def test_candidates_come_by_turns() -> None:
    by_kind = {kind: [Asked(kind, str(number), -1, "") for number in range(2)] for kind in KINDS}
    assert [one.kind for one in peers_cells.ordered(by_kind)] == [*KINDS, *KINDS]


def test_right_and_wrong_are_counted_by_kind() -> None:
    one = counted([line("exact", start=91), line("exact", start=5), line("absent"), line("paraphrased", start=120)])
    assert (one.version, one.ready, one.peak, one.answered, one.ended) == ("edlib 1", 0.5, 9, 4, None)
    assert [one.kinds[kind].verdicts for kind in KINDS] == [1, 0, 1, 1]
    assert [one.kinds[kind].passed for kind in KINDS] == [0, 1, 0, 0]
    assert [one.kinds[kind].places for kind in KINDS] == [1, 0, None, 1]
    assert one.kinds[NOISE].milliseconds == 1000


@pytest.mark.parametrize(("tool", "right"), [("edlib", 0), ("citations", 1)])
def test_a_tool_with_two_grades_may_call_near_absent(tool: str, right: int) -> None:
    one = counted([line("absent")] * 4, tool)
    assert [one.kinds[kind].verdicts for kind in (NOISE, AWAY, LIKEWISE)] == [0, 1, right]
    assert (one.kinds[NOISE].places is None) == (tool == "citations")


def test_a_score_is_judged_by_the_thresholds_that_fit_it_best() -> None:
    one = counted([line(score=score) for score in (0.9, 0.8, 0.3, 0.6)])
    assert one.thresholds == (0.9, 0.6)
    assert sum(kind.verdicts for kind in one.kinds.values()) == 4


def test_time_is_measured_as_far_as_it_was_answered_and_reckoned_from_there() -> None:
    one = counted([line("exact", took=took) for took in (4.0, 3.0, 2.0, 1.0)])
    assert one.all_in(1) == (4.5, True)
    assert one.all_in(4) == (10.5 / 4, True)
    assert one.all_in(10) == ((0.5 + 10 + 6 * 1.5) / 10, False)


def test_a_tool_that_was_never_ready_has_no_figures() -> None:
    one = cell("edlib", TEXT, ASKED, [1], ([], TIME))
    assert (one.ready, one.peak, one.all_in(1), one.totals) == (None, None, None, {})
    assert one.kinds[NOISE].milliseconds is None


def test_cells_come_back_as_they_were_written(tmp_path: Path) -> None:
    cells = [counted([line(score=0.5)] * 3, ended=TIME), cell("edlib", TEXT, ASKED, [1], ([], MEMORY))]
    kept = tmp_path / "cells.jsonl"
    kept.write_text("".join(map(written, cells)), encoding="utf-8")
    assert list(read(kept)) == cells
    assert list(read(tmp_path / "none.jsonl")) == []


LINES = "\n".join(map(json.dumps, [*READY, line("exact")]))
ENDINGS: Mapping[str, tuple[str, str | None]] = {
    "all answered": (f"print({json.dumps(DONE)!r})", None),
    "stopped by itself": (f"print({json.dumps({**DONE, 'stopped': 1})!r})", TIME),
    "out of memory": ("raise MemoryError", MEMORY),
    "killed": ("os.kill(os.getpid(), 9)", MEMORY),
    "waiting for ever": ("time.sleep(60)", TIME),
    "in the middle of a line": ("print('{', end='', flush=True); time.sleep(60)", TIME),
}


def played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str) -> tuple[list[Line], str | None]:
    script = tmp_path / "asked.py"
    start = f"import os, time\nprint({LINES!r}, flush=True)\n"
    script.write_text(start + ending, encoding="utf-8")
    monkeypatch.setattr(peers_cells, "ASKED", script)
    return run("difflib", sys.executable, tmp_path, tmp_path, limit=1, most=1.5)


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_was_answered_before_the_end_counts(ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, why = ENDINGS[ending]
    lines, ended = played(tmp_path, monkeypatch, code)
    assert ended == why
    assert [one for one in lines if "verdict" in one] == [line("exact")]


def test_a_tool_that_fails_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(RuntimeError, match=r"(?s)difflib exited 1.*no such thing"):
        played(tmp_path, monkeypatch, "raise ValueError('no such thing')")


def test_environments_are_made_once_and_anew_for_another_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def create(place: Path, **_: Any) -> None:
        place.mkdir(exist_ok=True)

    monkeypatch.setattr(venv, "create", create)
    monkeypatch.setattr(subprocess, "run", lambda command, check: made.append(command[-1]))
    for _ in range(2):
        peers_set_up.set_up(tmp_path, ["edlib", "difflib", "quotecheck"])
    assert made == [peers_set_up.PACKAGES["edlib"]]
    monkeypatch.setattr(peers_set_up, "PACKAGES", {"edlib": "edlib==0"})
    peers_set_up.set_up(tmp_path, ["edlib"])
    assert made[1:] == ["edlib==0"]
    assert peers_set_up.python_of("edlib", tmp_path).startswith(str(tmp_path / "edlib"))
    assert peers_set_up.python_of("difflib", tmp_path) == sys.executable


def test_an_environment_that_could_not_be_filled_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(command: Sequence[str], check: bool) -> None:
        raise subprocess.CalledProcessError(1, command)

    monkeypatch.setattr(venv, "create", lambda place, **_: place.mkdir())
    monkeypatch.setattr(subprocess, "run", fails)
    with pytest.raises(subprocess.CalledProcessError):
        peers_set_up.set_up(tmp_path, ["edlib"])
    assert not (tmp_path / "edlib" / "installed.txt").exists()


def test_a_text_that_is_too_short_stands_in_the_middle_of_words_made_up() -> None:
    given = "0123456789" * 10
    of = peers.ground(given, 400)
    assert len(of.text) == 400 and of.elsewhere == given[-2:]
    assert of.text[of.real] == given[:-2] and 0 < of.real.start < 300
    assert peers.ground(given, 50).text == given[:50]


def test_a_tool_that_is_too_slow_is_not_asked_about_a_larger_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, int]] = []

    def runs(tool: str, python: str, text: Path, *_: object) -> tuple[list[Line], str | None]:
        asked.append((tool, len(text.read_text("utf-8"))))
        enough = peers.MANAGES - (tool == "edlib")
        return [*READY, *[line("absent")] * enough, DONE], TIME

    monkeypatch.setattr(peers, "run", runs)
    setting = attrs.evolve(SETTING, tools=("quotecheck", "edlib"), sizes=(2000, 3000, 4000), counts=(20,))
    given = (Path(__file__).parents[2] / "fixtures" / "public-domain" / "novel.txt").read_text("utf-8")
    found = {(one.tool, one.size): one for one in peers.measured(given, setting, tmp_path, [])}
    assert asked == [("quotecheck", 2000), ("edlib", 2000), ("quotecheck", 3000), ("quotecheck", 4000)]
    assert set(found) == {(tool, size) for size in setting.sizes for tool in setting.tools}
    left_out = found["edlib", 4000]
    assert (left_out.answered, left_out.ended, left_out.ready, left_out.version) == (0, TIME, None, "edlib 1")


SETTING = Setting(
    tools=("quotecheck", "edlib", "citations"), sizes=(len(TEXT),), counts=(1, 4), limit=9.0, processors=2
)


def rows(printed: str, heading: str) -> list[list[str]]:
    """The cells of the table below a heading, without its head."""
    lines = printed.split(f"### {heading}\n")[1].split("###")[0].splitlines()
    return [[cell.strip() for cell in one.split("|")[1:-1]] for one in lines if one.startswith("|")][2:]


@pytest.fixture
def cells() -> list[Cell]:
    own = counted([line("exact", start=91), line("paraphrased", start=91), line("absent"), line("exact")], "quotecheck")
    slow = counted([line(score=0.9, took=6.0)], "edlib", TIME)
    full = attrs.evolve(cell("citations", TEXT, ASKED, [1], ([], MEMORY)), version="citations 1")
    return [attrs.evolve(own, version="quotecheck 1"), slow, full]


def test_the_tables_say_it_as_ratios_and_what_could_not_be_done(cells: list[Cell]) -> None:
    printed = peers_told.tables(cells, SETTING)
    size = f"{len(TEXT)} B"
    assert rows(printed, "Time, reading in included") == [[size, "1", "1,500", "4.3 ×", "memory"]]
    assert rows(printed, "Memory") == [[size, "0", "1.0 ×", "memory"]]
    assert rows(printed, "Time of one candidate, once the source is read in")[:2] == [
        [size, NOISE, "1,000", "6.0 ×", "memory"],
        [size, CHANGED, "1,000", "too slow", "memory"],
    ]
    assert rows(printed, "Right place")[0] == [size, NOISE, "100.0% of 1", "0.0% of 1", "memory"]
    assert [row[1] for row in rows(printed, "Right place")] == [NOISE, CHANGED, LIKEWISE]
    assert rows(printed, "Right verdict")[-1] == [size, "*exact*, and wrong", "1 of 3", "too slow", "memory"]
    assert "Thresholds at" in printed and "edlib 1 0.900" in printed


def test_what_is_reckoned_is_marked(cells: list[Cell]) -> None:
    more = [attrs.evolve(one, asked=100) for one in cells]
    (_, hundred) = rows(peers_told.tables(more, SETTING), "Time, reading in included")
    assert hundred[1:] == ["100", "~1,005", "~6.0 ×", "memory"]


@pytest.mark.parametrize(
    ("value", "shown"), [(1234.5, "1,234"), (12.34, "12"), (1.234, "1.2"), (0.1234, "0.12"), (0.01234, "0.012")]
)
def test_figures_that_count(value: float, shown: str) -> None:
    assert peers_told._number(value) == shown


def test_pictures_are_the_same_every_time(cells: list[Cell]) -> None:
    drawn = peers_told.pictures(cells, SETTING)
    assert drawn == peers_told.pictures(cells, SETTING)
    assert set(drawn) == {f"peers-{name}.svg" for name in ("size", "count", "memory", "verdicts")}
    assert all("edlib" in picture for picture in drawn.values())


def test_the_page_has_every_picture_and_is_of_the_versions_that_are_set_up() -> None:
    docs = Path(__file__).parents[2] / "docs"
    page = (docs / "peers.md").read_text("utf-8")
    for name in ("size", "count", "memory", "verdicts"):
        assert f"](pictures/peers-{name}.svg)" in page and (docs / "pictures" / f"peers-{name}.svg").is_file()
    for package in peers_set_up.PACKAGES.values():
        assert package.replace("==", " ") in page, "python -m benchmarks.peers TEXT… --out docs/peers.md writes it anew"


def test_the_whole_of_it_and_what_is_known_is_not_measured_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    novel = Path(__file__).parents[2] / "fixtures" / "public-domain" / "novel.txt"
    page, kept = tmp_path / "page.md", tmp_path / "cells.jsonl"
    page.write_text("\n".join(markers("peers")), encoding="utf-8")
    (tmp_path / "pictures").mkdir()
    asked = [
        str(novel),
        "--tools",
        "quotecheck",
        "difflib",
        "--sizes",
        "6000",
        "--counts",
        "1",
        "8",
        "--keep",
        str(kept),
    ]
    assert peers.main([*asked, "--out", str(page)]) == 0
    written_first = page.read_text("utf-8")
    verdicts = rows(written_first, "Right verdict")
    assert [row[2] for row in verdicts[:3]] == ["100.0% of 2"] * 3 and verdicts[-1][2] == "0 of 6"
    assert len(list((tmp_path / "pictures").iterdir())) == 4

    def measured_again(*_: object) -> None:
        raise AssertionError("it is known")

    monkeypatch.setattr(peers, "run", measured_again)
    assert peers.main([*asked, "--out", str(page)]) == 0
    assert page.read_text("utf-8") == written_first


def test_without_quotecheck_there_is_no_ratio(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        peers.main(["text.txt", "--tools", "difflib"])
    assert "nothing to compare with" in capsys.readouterr().err
