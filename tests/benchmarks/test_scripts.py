"""The scripts for extraction, self-test and speed, run with commands that answer what a test wants."""

from __future__ import annotations

import json
import shlex
import sys
from pathlib import Path

import pytest

from benchmarks import extracting, extraction, floors, selftest, speed, truths
from benchmarks.pages import OWN_COMMAND, markers
from benchmarks.quotations import read_documents
from benchmarks.speed import Run

TEXT = "“The bridge opens in May,”\r\nAda Brook said. “It cost 40 million.”"
LABELS = [
    {"doc": "gum-news-b", "start": 1, "end": 25, "kind": "direct", "speaker": "Ada Brook", "label": "news/quote"},
    {"doc": "gum-news-b", "start": 45, "end": 64, "kind": "direct", "speaker": "Ada Brook", "label": "news/quote"},
    {"doc": "gum-news-b", "start": 28, "end": 43, "kind": "indirect", "label": "Reported/Speech"},
]
FINDS_THE_FIRST = """
import json, sys
for path in sys.argv[4:]:
    part = {"start": 1, "end": 25}
    print(json.dumps({"draft": path, "kind": "direct", "speaker": "Brook", **part, "parts": [part], "mention": None}))
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    docs = tmp_path / "data" / "gum" / "docs"
    docs.mkdir(parents=True)
    (docs / "gum-news-b.txt").write_bytes(TEXT.encode("utf-8"))
    (docs.parent / "statements.jsonl").write_text("\n".join(map(json.dumps, LABELS)), encoding="utf-8")
    return tmp_path / "data"


def command(tmp_path: Path, program: str) -> str:
    script = tmp_path / "command.py"
    script.write_text(program, encoding="utf-8")
    return shlex.join([sys.executable, str(script)])


def test_texts_are_read_as_they_stand_and_summaries_are_no_statements(data: Path) -> None:
    (document,) = read_documents(data / "gum")
    assert document.content == TEXT
    assert [document.content[one.start : one.end] for one in document.labelled] == [
        "The bridge opens in May,",
        "It cost 40 million.",
    ]


def test_extraction_is_counted_by_part_and_put_into_the_page(data: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("\n".join(markers("extraction")), encoding="utf-8")
    own = command(tmp_path, FINDS_THE_FIRST)
    assert extraction.main(["--data", str(data), "--suites", "gum", "--command", own, "--out", str(page)]) == 0
    lines = page.read_text("utf-8").splitlines()
    assert "| gum, news: in marks | 1 | 1 of 2 | 0.500 | 1.000 | 0.667 | 1 of 1 | 1.000 |" in lines
    assert "| gum, interviews: turns | 0 | 0 of 0 | – | – | – | 0 of 0 | – |" in lines


def test_extraction_that_fails_is_an_error(data: Path, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="exited 3"):
        extraction.measure([data / "gum"], command(tmp_path, "raise SystemExit(3)"))


COUNTS = {
    "kinds": [
        {"kind": "figure", "false": True, "made": 4, "caught": 3, "false_exact": 1},
        {"kind": "speaker", "false": True, "made": 2, "caught": 2, "false_exact": 0},
        {"kind": "bracket", "false": False, "made": 5, "passed": 4},
        {"kind": "ellipsis", "false": False, "made": 0, "passed": 0},
    ],
    "caught": 5 / 6,
    "alarms": 0.2,
}


def test_selftest_is_summed_by_group_and_names_the_weakest_kinds(data: Path, tmp_path: Path) -> None:
    own = command(tmp_path, f"import json; print(json.dumps({COUNTS!r}))")
    group = selftest.Group("gum: news", "gum", "gum-news-*.txt", 3)
    assert selftest.cells(group, 1, selftest.tried(selftest.texts(group, data), own)) == [
        *("gum: news (1)", "6", "0.833", "1", "5", "0.200"),
        "figure 3/4, bracket 4/5",
    ]


def test_nothing_wrong_has_no_weakest_kind() -> None:
    assert selftest.weakest([COUNTS["kinds"][1]]) == "–"  # type: ignore[index]


def test_group_without_texts_is_an_error(data: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no x-"):
        selftest.texts(selftest.Group("x", "gum", "x-*.txt", 1), data)


def test_speed_is_median_and_least_in_milliseconds() -> None:
    runs = [Run(0.3, 0.1), Run(0.1, 0.1), Run(0.2, 0.2)]
    assert speed.cells("it", runs) == ["it", "200", "100", "100"]


def test_speed_names_machine_and_processes(tmp_path: Path) -> None:
    printed = speed.measure(command(tmp_path, ""), count=1)
    assert "processors" in printed
    assert [line.split("|")[1].strip() for line in printed.splitlines()[-4:]] == list(speed.processes(""))


def test_floors_say_what_is_reached(tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text(floors.made_up(20_000), encoding="utf-8")
    printed = floors.measure([text], [8000], OWN_COMMAND, count=12, compared=2, lines=40, whole=9000)
    rows = [line.split("|")[1:-1] for line in printed.splitlines() if line.startswith("|")]
    assert [cell.strip() for cell in rows[0]] == ["what", "floor", "measured", "reached"]
    assert {row[3].strip() for row in rows[2:6]} <= {"yes", "no"}
    assert [row[1].strip() for row in rows[8:]] == list(floors.KINDS)
    assert "sources of 1,000 code points" in printed


@pytest.mark.parametrize(("measured", "most", "reached"), [(1.0, True, "yes"), (2.0, True, "no"), (2.0, False, "yes")])
def test_a_floor_is_reached_from_its_side(measured: float, most: bool, reached: str) -> None:
    assert floors.line("it", 1.5, measured, "{:.1f}".format, most=most)[-1] == reached


def test_made_up_text_is_the_same_every_time() -> None:
    assert floors.made_up(500) == floors.made_up(500)
    assert len(floors.text_of([], 300)) == 300


def test_process_that_fails_is_no_time(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="exited 2"):
        speed.timed(shlex.split(command(tmp_path, "raise SystemExit(2)")), str(tmp_path / "compiled"))


def test_extracting_tells_how_many_articles_a_second(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = "“The bridge opens in May,” Ada Brook said. The council met on Monday.\n\n" * 60
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(article, encoding="utf-8")
    (tmp_path / "short.txt").write_text("“No,” Ada Brook said.", encoding="utf-8")
    assert extracting.main(["--texts", str(tmp_path), "--rounds", "1"]) == 0
    printed = capsys.readouterr().out
    assert "2 articles, 1 rounds." in printed
    assert "`quotecheck`, every statement" in printed
    assert "times as fast" not in printed


def test_truths_are_summed_over_texts_and_policies() -> None:
    one = {"falsehoods": 10, "caught": 9, "false_exact": 1, "truths": 4, "false_alarms": 0}
    counts = {"policies": {"news": one, "legal": {**one, "caught": 10, "false_exact": 0}}}
    both = truths.sums(counts)
    assert truths.cells("the seed", both) == ["the seed", "20", "0.950", "1", "8", "0.000"]
    assert truths.cells("all", truths.added([both, both])) == ["all", "40", "0.950", "2", "16", "0.000"]
    assert truths.cells("none", dict.fromkeys(both, 0)) == ["none", "0", "–", "0", "0", "–"]
    assert [text.stem for text in truths.texts()][1:] == ["news", "novel", "play", "report", "speech", "transcript"]
