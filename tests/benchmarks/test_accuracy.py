"""The measuring run: suites read, lines asked, baselines beside, the table put into its page."""

from __future__ import annotations

import json
import shlex
import sys
from pathlib import Path
from typing import Any

import attrs
import pytest

from benchmarks import accuracy
from benchmarks.baselines import best_score, folded, partial_ratio, substring
from benchmarks.figures import Figures
from benchmarks.pages import markers
from benchmarks.suites import Suite, candidate_line, read_suite
from benchmarks.tables import Row, table

SOURCE = "“The bridge will open in May,” Ada Brook said. “It cost 40 million.”\n"

CASES: list[dict[str, Any]] = [
    {"id": "e", "text": "The bridge will open in May", "speaker": "Ada Brook", "verdict": "exact", "type": "exact"},
    {"id": "t", "text": "the  BRIDGE will open", "speaker": "Ada Brook", "verdict": "exact", "type": "typo"},
    {
        "id": "n",
        "text": "It cost 50 million.",
        "verdict": "absent",
        "codes": ["QC403"],
        "must_fail": True,
        "type": "number",
    },
    {"id": "w", "text": "It cost 40 million.", "speaker": "Tom Cole", "verdict": "misattributed", "type": "wrong"},
]

# Says exact of everything but what is given to Tom Cole.
YES_MAN = """
import json, sys
for line in sys.stdin:
    asked = json.loads(line)
    verdict = "misattributed" if asked.get("speaker") == "Tom Cole" else "exact"
    print(json.dumps({"id": asked["id"], "verdict": verdict, "outcome": "pass", "findings": []}))
"""


@pytest.fixture
def suite(tmp_path: Path) -> Suite:
    folder = tmp_path / "data" / "bridge"
    folder.mkdir(parents=True)
    (folder / "news.txt").write_text(SOURCE, encoding="utf-8")
    known = {"path": "news.txt", "speaker": None, "title": "A bridge", "licence": "none"}
    (folder / "sources.jsonl").write_text(json.dumps(known) + "\n", encoding="utf-8")
    lines = [json.dumps({"sources": ["news.txt"], "kind": "direct", **each}) for each in CASES]
    (folder / "cases.jsonl").write_text("\n".join(lines) + "\n\n", encoding="utf-8")
    return read_suite(folder)


@pytest.fixture
def yes_man(tmp_path: Path) -> str:
    script = tmp_path / "yes_man.py"
    script.write_text(YES_MAN, encoding="utf-8")
    return shlex.join([sys.executable, str(script)])


def test_line_carries_what_is_known_of_the_source_and_nothing_of_the_label(suite: Suite) -> None:
    line = json.loads(candidate_line(suite, suite.cases[0], with_speaker=True))
    assert line == {
        "id": "e",
        "text": "The bridge will open in May",
        "kind": "direct",
        "speaker": "Ada Brook",
        "sources": [{"path": str(suite.folder / "news.txt"), "title": "A bridge"}],
    }


def test_speakers_can_be_left_out(suite: Suite) -> None:
    lines = [json.loads(candidate_line(suite, case, with_speaker=False)) for case in suite.cases]
    assert all("speaker" not in line for line in lines)


def test_substring_search_folds_case_quotes_and_spaces(suite: Suite) -> None:
    said = {name: answer.verdict for name, answer in substring(suite).items()}
    assert said == {"e": "exact", "t": "exact", "n": "absent", "w": "exact"}
    assert folded("“We’re\n here”") == '"we\'re here"'


def test_partial_ratio_has_its_thresholds_from_the_same_cases(suite: Suite) -> None:
    said = {name: answer.verdict for name, answer in partial_ratio(suite).items()}
    assert said == {"e": "exact", "t": "exact", "n": "absent", "w": "exact"}


def test_best_score_is_over_all_sources() -> None:
    assert best_score("open in may", ["nothing", "will open in may"]) == 100.0
    assert best_score("open", []) == 0.0


def test_whole_suite_is_asked_with_speakers_and_parts_without(suite: Suite, yes_man: str) -> None:
    asked = accuracy.ask(suite, yes_man, with_speaker=True)
    assert {name: answer.verdict for name, answer in asked.items()} == {
        "e": "exact",
        "t": "exact",
        "n": "exact",
        "w": "misattributed",
    }
    by_words = accuracy.ask(suite, yes_man, with_speaker=False)
    assert by_words["w"].verdict == "exact"


def test_both_tables_have_quotecheck_and_the_baselines(suite: Suite, yes_man: str) -> None:
    printed = accuracy.measure([suite], yes_man)
    assert "| bridge | quotecheck | 4 | 0.750 | 1 | 0 of 2 | 0.000 | 1 | 0 |" in printed
    assert "| bridge | substring search, folded | 4 | 0.750 | 1 | 0 of 2 | – | – | – |" in printed
    assert "| bridge: exact, typo | quotecheck | 2 | 1.000 | 0 | 0 of 2 | – | 0 | 0 |" in printed
    assert "| bridge: number, polarity, foreign | quotecheck | 1 | 0.000 | 1 | – | 0.000 | 1 | 0 |" in printed


def test_ways_about_speakers_are_counted_with_the_speakers_in_the_lines(suite: Suite, yes_man: str) -> None:
    printed = accuracy.measure([suite], yes_man)
    assert "| bridge: wrong | quotecheck | 1 | 1.000 | 0 | – | – | – | – |" in printed.replace("| 0 | 0 |", "| – | – |")
    assert "| bridge: narration |" not in printed  # the suite has none


def test_suite_without_types_is_parted_by_label(suite: Suite) -> None:
    untyped = attrs.evolve(suite, cases=tuple(attrs.evolve(case, type=None) for case in suite.cases))
    assert [part.name for part in accuracy.slices(untyped)] == ["label exact or absent"]
    assert [case.id for case in untyped.cases if accuracy.slices(untyped)[0].holds(case)] == ["e", "t", "n"]


def test_failing_command_is_an_error_with_what_it_said(suite: Suite) -> None:
    with pytest.raises(RuntimeError, match=r"exited 2: .*"):
        accuracy.ask(suite, shlex.join([sys.executable, "-c", "raise SystemExit(2)"]), with_speaker=True)


def test_row_without_true_or_coded_cases_shows_a_dash() -> None:
    row = Row("s", "c", Figures(cases=2, right=1, false_exact=0, true=0, false_alarms=0))
    assert table("suite", [row]).splitlines()[-1] == "| s | c | 2 | 0.500 | 0 | – | – | – | – |"


def test_main_writes_the_page(suite: Suite, yes_man: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.md"
    page.write_text("\n".join(markers("accuracy")), encoding="utf-8")
    arguments = ["--data", str(suite.folder.parent), "--suites", "bridge", "--command", yes_man, "--out", str(page)]
    assert accuracy.main(arguments) == 0
    assert "| bridge | quotecheck | 4 |" in capsys.readouterr().out
    assert "| bridge | quotecheck | 4 |" in page.read_text(encoding="utf-8")
