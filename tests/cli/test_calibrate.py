"""``quotecheck calibrate``: labelled lines in, a file out that a configuration can name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotecheck.config import load_config
from quotecheck.config.scopes import policy_of
from quotecheck.verdicts.policies import policy_named
from tests.cli.conftest import Run

NOUNS = "school bridge harbour market station library chapel orchard ferry bakery museum theatre".split()
SOURCE = " ".join(f"The council closed the old {noun} on Friday after a long debate." for noun in NOUNS)


def lines(count: int, *, false: bool = True) -> str:
    """Labelled claims: the council shut something, or the workers sold it."""
    found = []
    for number in range(count):
        noun = NOUNS[number % len(NOUNS)]
        right = not false or number % 2 == 0
        words = f"The town shut its {noun} last week" if right else f"Workers of the {noun} sold their shares abroad"
        found.append(
            {"text": f"{words} {number}.", "kind": "indirect", "verdict": "paraphrased" if right else "absent"}
        )
    return "".join(json.dumps(one) + "\n" for one in found)


@pytest.fixture
def room(newsroom: Run) -> Run:
    Path("minutes.txt").write_text(SOURCE, encoding="utf-8")
    return newsroom


def test_the_file_is_used_and_is_in_the_fingerprint(room: Run) -> None:
    Path("cases.jsonl").write_text(lines(80), encoding="utf-8")
    ran = room("calibrate", "cases.jsonl", "--source", "minutes.txt", "-o", "own.json")
    assert ran.code == 0
    assert "indirect statements that the model decides" in ran.out
    assert "calibration error, five folds:" in ran.out
    Path("quotecheck.toml").write_text('confidence = "own.json"\n', encoding="utf-8")
    policy = policy_of(load_config("quotecheck.toml"))
    assert policy.calibration is not None
    assert (policy.name, policy.fingerprint == policy_named("news").fingerprint) == ("news+own", False)
    assert "confidence" in room("config").out
    Path("claim.jsonl").write_text(lines(1), encoding="utf-8")
    own = json.loads(room("batch", "claim.jsonl", "-s", "minutes.txt", "-f", "jsonl").out)
    Path("quotecheck.toml").unlink()
    plain = json.loads(room("batch", "claim.jsonl", "-s", "minutes.txt", "-f", "jsonl").out)
    assert own["confidence"] != plain["confidence"]


def test_the_same_cases_give_the_same_file(room: Run) -> None:
    Path("cases.jsonl").write_text(lines(80), encoding="utf-8")
    room("calibrate", "cases.jsonl", "--source", "minutes.txt", "-o", "one.json")
    room("calibrate", "cases.jsonl", "--source", "minutes.txt", "-o", "other.json")
    assert Path("one.json").read_bytes() == Path("other.json").read_bytes()


QUOTATIONS = lines(60).replace('"indirect"', '"direct"')
WRONG = {
    "too few": (lines(12), "too few cases: 12 indirect statements"),
    "one kind only": (lines(80, false=False), "too few cases of one kind: 80 are borne out and 0 are not"),
    "quotations": (QUOTATIONS, 'lines need "kind": "indirect" and a "verdict"'),
    "no label": ('{"text": "It closed.", "kind": "indirect"}\n', 'a case needs a "verdict"'),
    "another label": ('{"text": "It closed.", "kind": "indirect", "verdict": "yes"}\n', "one of exact, paraphrased"),
}


@pytest.mark.parametrize(("content", "message"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_fitted_says_why(room: Run, content: str, message: str) -> None:
    Path("cases.jsonl").write_text(content, encoding="utf-8")
    ran = room("calibrate", "cases.jsonl", "--source", "minutes.txt", "-o", "own.json")
    assert (ran.code, message in ran.err, Path("own.json").exists()) == (2, True, False)


def test_a_line_that_cannot_be_read_ends_it(room: Run) -> None:
    Path("cases.jsonl").write_text(lines(80) + "nope\n", encoding="utf-8")
    ran = room("calibrate", "cases.jsonl", "--source", "minutes.txt", "-o", "own.json")
    assert (ran.code, "cases.jsonl:81" in ran.err) == (3, True)


BAD_FILES = {
    "is missing": (None, "no confidence model: No such file"),
    "is another": ("{}", "no confidence model: not what"),
}


@pytest.mark.parametrize(("content", "message"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_model_that_cannot_be_used_is_a_wrong_configuration(room: Run, content: str | None, message: str) -> None:
    if content is not None:
        Path("own.json").write_text(content, encoding="utf-8")
    Path("quotecheck.toml").write_text('policy = "ap"\nconfidence = "own.json"\n', encoding="utf-8")
    ran = room("config")
    assert ran.code == 2
    assert "quotecheck.toml:2" in ran.err and message in ran.err


def test_a_judge_is_plugged_in_from_the_command_line(room: Run, tmp_path: Path) -> None:
    pytest.importorskip("onnxruntime", reason="the extra nli is not installed")
    pytest.importorskip("tokenizers", reason="the extra nli is not installed")
    from tests.aids import tiny

    tiny.directory(tmp_path / "model")
    Path("claims.jsonl").write_text('{"text": "They shut the school.", "kind": "indirect"}\n', encoding="utf-8")
    plain = json.loads(room("batch", "claims.jsonl", "-s", "minutes.txt", "-f", "jsonl").out)
    judged = json.loads(room("batch", "claims.jsonl", "-s", "minutes.txt", "-f", "jsonl", "--nli", "model").out)
    assert judged["confidence"] != plain["confidence"]
    Path("quotecheck.toml").write_text('nli = "model"\n', encoding="utf-8")
    assert json.loads(room("batch", "claims.jsonl", "-s", "minutes.txt", "-f", "jsonl").out) == judged
    missing = room("batch", "claims.jsonl", "-s", "minutes.txt", "--nli", "nowhere")
    assert (missing.code, "nowhere" in missing.err) == (2, True)


def test_a_report_names_what_is_plugged_in_by_its_fingerprint(room: Run, tmp_path: Path) -> None:
    pytest.importorskip("onnxruntime", reason="the extra nli is not installed")
    pytest.importorskip("tokenizers", reason="the extra nli is not installed")
    from tests.aids import tiny

    tiny.directory(tmp_path / "model")
    Path("draft.md").write_text("The council closed the old school.\n", encoding="utf-8")
    ask = ("check", "draft.md", "-s", "minutes.txt", "--claims", "all", "--format", "json")
    plain, judged = json.loads(room(*ask).out), json.loads(room(*ask, "--nli", "model").out)
    assert plain["policy"]["fingerprint"] != judged["policy"]["fingerprint"]
