"""A judge from a directory: a real model of ONNX, as small as can be, and everything that can be wrong with one."""

from __future__ import annotations

import builtins
import json
import pickle
from pathlib import Path
from typing import Any

import pytest

from quotecheck import Checker, Source
from quotecheck.aids.nli import OnnxJudge
from quotecheck.model import Kind, Statement, Verdict
from quotecheck.model.errors import UsageError
from tests.aids import tiny

pytest.importorskip("onnxruntime", reason="the extra nli is not installed")
pytest.importorskip("tokenizers", reason="the extra nli is not installed")

ANSWERS = {
    "entailed": ("The mine closed.", "The mine shut.", "entailment"),
    "contradicted": ("The mine did not close.", "The mine closed.", "contradiction"),
    "both denied": ("The mine did not close.", "It did not shut.", "entailment"),
}


@pytest.mark.parametrize("length", ["length", 24], ids=["any length", "a fixed length"])
@pytest.mark.parametrize(("premise", "hypothesis", "label"), ANSWERS.values(), ids=ANSWERS)
def test_answers(tmp_path: Path, length: int | str, premise: str, hypothesis: str, label: str) -> None:
    judge = OnnxJudge(tiny.directory(tmp_path, content=tiny.model(length)))
    answer = judge(premise, hypothesis)
    assert max(answer, key=lambda one: answer[one]) == label
    assert sum(answer.values()) == pytest.approx(1.0)
    assert judge(premise, hypothesis) == answer


def test_long_texts_are_cut(tmp_path: Path) -> None:
    judge = OnnxJudge(tiny.directory(tmp_path, content=tiny.model(16)))
    assert set(judge("word " * 500, "word " * 500)) == set(tiny.LABELS)


def test_a_model_may_know_contradictions_alone(tmp_path: Path) -> None:
    judge = OnnxJudge(tiny.directory(tmp_path, labels={"contradiction": 2, "length": 64}))
    assert set(judge("It is not.", "It is.")) == {"contradiction"}
    assert judge.length == 64


def test_labels_of_a_configuration_beside_it(tmp_path: Path) -> None:
    tiny.directory(tmp_path)
    (tmp_path / "labels.json").unlink()
    names = {"id2label": {"0": "ENTAILMENT", "1": "NEUTRAL", "2": "CONTRADICTION"}}
    (tmp_path / "config.json").write_text(json.dumps(names), encoding="utf-8")
    assert OnnxJudge(tmp_path).labels == tiny.LABELS


def test_it_survives_pickling(tmp_path: Path) -> None:
    judge = OnnxJudge(tiny.directory(tmp_path))
    again = pickle.loads(pickle.dumps(judge))
    assert again.fingerprint == judge.fingerprint
    assert again("It is not.", "It is.") == judge("It is not.", "It is.")


def test_the_fingerprint_is_that_of_the_files(tmp_path: Path) -> None:
    one, other = tiny.directory(tmp_path / "one"), tiny.directory(tmp_path / "other")
    third = tiny.directory(tmp_path / "third", labels={"contradiction": 2})
    assert OnnxJudge(one).fingerprint == OnnxJudge(other).fingerprint != OnnxJudge(third).fingerprint


def test_a_checker_with_it(tmp_path: Path) -> None:
    source = Source.from_text("The council closed the school on Friday. The mine was sold.", id="minutes.txt")
    checker = Checker([source], judge=OnnxJudge(tiny.directory(tmp_path)))
    assert checker.check(Statement("The council shut the school.", kind=Kind.INDIRECT)).verdict is Verdict.PARAPHRASED
    assert checker.check("The council shut the school on Friday.").verdict is not Verdict.EXACT
    assert checker.policy.aids[0].startswith("nli:")


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "no model": ({"content": b"not a model"}, "no model that can be loaded"),
    "another input": ({"content": tiny.model(inputs=("input_ids", "pixels"))}, "unknown input 'pixels'"),
    "no label that counts": ({"labels": {"neutral": 1}}, "no output for entailment or contradiction"),
    "labels that are a list": ({"labels": [1]}, "an object is wanted"),
    "a length that is none": ({"labels": {**tiny.LABELS, "length": 2}}, "length is a number of tokens"),
}


@pytest.mark.parametrize(("parts", "message"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_said_at_once(tmp_path: Path, parts: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        OnnxJudge(tiny.directory(tmp_path, **parts))


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json", "labels.json"])
def test_what_is_missing_is_named(tmp_path: Path, name: str) -> None:
    (tiny.directory(tmp_path) / name).unlink()
    with pytest.raises(UsageError, match=name):
        OnnxJudge(tmp_path)


def test_an_output_that_there_is_not(tmp_path: Path) -> None:
    judge = OnnxJudge(tiny.directory(tmp_path, labels={"entailment": 7}))
    with pytest.raises(UsageError, match="output 7 of 3"):
        judge("It is.", "It is.")


@pytest.mark.parametrize("package", ["onnxruntime", "tokenizers"])
def test_without_the_extra_it_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == package:
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(UsageError, match=r"pip install 'quotecheck-editorial\[nli\]'"):
        OnnxJudge(tiny.directory(tmp_path))
