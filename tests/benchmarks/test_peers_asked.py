"""What each tool's answer is taken to mean. What is not installed is played by a stand-in: none of them is needed."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from benchmarks import peers_asked
from benchmarks.peers_asked import ABSENT, EXACT, NEAR, TOOLS, Ask, Said
from benchmarks.peers_set_up import PACKAGES

TEXT = "“One” – it was the first of May, and the council of Larkmoor met to hear about the mill’s new roof."
WORDS = "the council of Larkmoor met to hear"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def stand_in(monkeypatch: pytest.MonkeyPatch, name: str, **attributes: Any) -> None:
    module = ModuleType(name)
    for key, value in attributes.items():
        setattr(module, key, value)
    monkeypatch.setitem(sys.modules, name, module)


@pytest.mark.parametrize("tool", ["quotecheck", "rapidfuzz", "difflib"])
def test_tools_that_are_always_there_find_the_place(tool: str, path: Path) -> None:
    ask = TOOLS[tool](path)
    found, other = ask(WORDS), ask("zebras graze quietly under seven violet umbrellas")
    assert found.start == TEXT.index(WORDS)
    if tool == "quotecheck":
        assert found.verdict == EXACT and other == Said(None, ABSENT)
        assert ask(WORDS.replace("hear", "sing")).verdict == NEAR
    else:
        assert found.score == 1.0 and other.score is not None and other.score < 0.6


def test_edlib_counts_bytes_and_we_code_points(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at = TEXT.encode().index(WORDS.encode())

    def align(query: bytes, target: bytes, mode: str, task: str) -> dict[str, Any]:
        assert (mode, task) == ("HW", "locations") and target[at:].startswith(query)
        return {"editDistance": 7, "locations": [(at, at + len(query))]}

    stand_in(monkeypatch, "edlib", align=align)
    said = TOOLS["edlib"](path)(WORDS)
    assert said.start == TEXT.index(WORDS) and said.score == 1 - 7 / len(WORDS)


def certificate(start: int | None, *, grounded: bool, near: float | None) -> SimpleNamespace:
    alignment = None if near is None else SimpleNamespace(score=near, start=5)
    return SimpleNamespace(before=SimpleNamespace(start=start, grounded=grounded), alignment=alignment)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (certificate(3, grounded=True, near=None), Said(3, EXACT)),
        (certificate(3, grounded=False, near=None), Said(3, NEAR)),
        (certificate(None, grounded=False, near=0.65), Said(5, NEAR)),
        (certificate(None, grounded=False, near=0.64), Said(None, ABSENT)),
        (certificate(None, grounded=False, near=None), Said(None, ABSENT)),
    ],
)
def test_gtrex(found: SimpleNamespace, said: Said, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def repairer(source: str, policy: object) -> SimpleNamespace:
        return SimpleNamespace(threshold=0.65, repair=lambda words: found)

    stand_in(monkeypatch, "gtrex", Policy=object)
    stand_in(monkeypatch, "gtrex.repair", Repairer=repairer)
    assert TOOLS["gtrex"](path)(WORDS) == said


def asked_citations(path: Path, monkeypatch: pytest.MonkeyPatch, state: str, reason: str) -> Said:
    found = SimpleNamespace(state=state, reason=reason, detail="why")
    stand_in(monkeypatch, "citations", OMISSION="omission", check_one=lambda words, source: found)
    return TOOLS["citations"](path)(WORDS)


@pytest.mark.parametrize(
    ("state", "reason", "verdict"),
    [
        ("found", "", EXACT),
        ("ambiguous", "", EXACT),
        ("not found", "omission", NEAR),
        ("not found", "", ABSENT),
    ],
)
def test_citations(state: str, reason: str, verdict: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked_citations(path, monkeypatch, state, reason) == Said(None, verdict)


def test_citations_that_could_not_check_is_an_error(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(RuntimeError, match="unchecked, why"):
        asked_citations(path, monkeypatch, "unchecked", "")


def asked_krokai(path: Path, monkeypatch: pytest.MonkeyPatch, verdict: str, paths: list[str]) -> Said:
    def corpus(roots: list[str], quiet: bool) -> SimpleNamespace:
        assert roots == [str(path.parent)] and quiet
        return SimpleNamespace(paths=paths, excluded_placeholder=[], unreadable=[])

    stand_in(monkeypatch, "krokai")
    stand_in(monkeypatch, "krokai.corpus", Corpus=corpus)
    stand_in(monkeypatch, "krokai.verify", check=lambda words, corpus: (verdict, None, ""))
    return TOOLS["krokai"](path)(WORDS)


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("VERIFIED", EXACT),
        ("PUNCTUATION", EXACT),
        ("TRUNCATED_CONDITION", EXACT),
        ("OPERATOR", NEAR),
        ("FRAGMENTS", NEAR),
        ("NOT_FOUND", ABSENT),
    ],
)
def test_krokai(told: str, verdict: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked_krokai(path, monkeypatch, told, [str(path)]) == Said(None, verdict)


def test_a_large_text_goes_to_krokai_in_files(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_text("one\ntwo and three\nfour", encoding="utf-8")
    assert peers_asked.in_files(path, tmp_path) == path.parent
    monkeypatch.setattr(peers_asked, "KROKAI_WHOLE", 9)
    monkeypatch.setattr(peers_asked, "KROKAI_PART", 4)
    folder = tmp_path / "parts"
    folder.mkdir()
    assert peers_asked.in_files(path, folder) == folder
    assert [part.read_text("utf-8") for part in sorted(folder.iterdir())] == ["one\ntwo and three\n", "four"]


def test_krokai_without_the_text_is_an_error(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(RuntimeError, match="left the text out"):
        asked_krokai(path, monkeypatch, "NOT_FOUND", [])


@pytest.mark.parametrize(
    ("status", "said"), [("exact", Said(9, EXACT)), ("fuzzy", Said(9, NEAR)), (None, Said(None, ABSENT))]
)
def test_langextract(status: str | None, said: Said, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = SimpleNamespace(alignment_status=status, char_interval=SimpleNamespace(start_pos=9))
    aligner = SimpleNamespace(align_extractions=lambda groups, text: [[found]])
    data = SimpleNamespace(Extraction=lambda **_: None, AlignmentStatus=SimpleNamespace(MATCH_EXACT="exact"))
    stand_in(monkeypatch, "langextract", data=data)
    stand_in(monkeypatch, "langextract.resolver", WordAligner=lambda: aligner)
    assert TOOLS["langextract"](path)(WORDS) == said


def test_every_tool_is_asked_or_set_up_under_one_name() -> None:
    assert set(PACKAGES) | {"quotecheck", "difflib"} == set(TOOLS)
    assert all(package.startswith(f"{tool}==") for tool, package in PACKAGES.items())


def test_the_lines_say_what_was_answered_and_what_it_took(path: Path, tmp_path: Path) -> None:
    quotations = tmp_path / "quotations.jsonl"
    quotations.write_text("".join(json.dumps({"words": words}) + "\n" for words in (WORDS, "other")), encoding="utf-8")
    out = io.StringIO()
    assert peers_asked.main(["difflib", str(path), str(quotations)], out) == 0
    tool, ready, first, second, last = map(json.loads, out.getvalue().splitlines())
    assert tool["tool"].startswith("difflib 3.") and tool["peak"] > 1e6
    assert set(ready) == {"cpu", "peak"}
    assert first["start"] == TEXT.index(WORDS) and first["score"] == 1.0 and first["verdict"] is None
    assert second["cpu"] >= 0 and last["stopped"] is None and last["peak"] >= tool["peak"]


def test_what_takes_too_long_is_asked_no_more(path: Path) -> None:
    def make(path: Path) -> Ask:
        return lambda words: Said(sum(range(300_000)), EXACT)

    *_, last = peers_asked.answers(make, path, ["words"] * 1_000_000, limit=0.02)
    assert 0 < last["stopped"] < 1_000_000


def test_what_a_tool_prints_does_not_stand_among_the_lines(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def chatty(path: Path) -> Ask:
        print("hello")
        return lambda words: Said(None, EXACT)

    monkeypatch.setattr(peers_asked, "TOOLS", {"difflib": chatty})
    quotations = path.with_name("quotations.jsonl")
    quotations.write_text('{"words": "one"}\n', encoding="utf-8")
    out = io.StringIO()
    peers_asked.main(["difflib", str(path), str(quotations)], out)
    assert len(out.getvalue().splitlines()) == 4 and "hello" in capsys.readouterr().err
