"""Word vectors from a directory: which texts are near, and what is wrong with a directory."""

from __future__ import annotations

import builtins
from pathlib import Path
from typing import Any

import pytest

from quotecheck.aids.near import StaticVectors
from quotecheck.model.errors import UsageError

numpy = pytest.importorskip("numpy", reason="the extra semantic is not installed")

WORDS = ["school", "classroom", "mine", "pit", "closed", "shut"]
ROWS = [[1, 0, 0], [0.9, 0.1, 0], [0, 1, 0], [0, 0.9, 0.1], [0, 0, 1], [0.1, 0, 0.9]]


def directory(at: Path, kind: str = "float32") -> Path:
    (at / "words.txt").write_text("\n".join(WORDS) + "\n", encoding="utf-8")
    rows = numpy.array(ROWS) * (100 if kind == "int8" else 1)
    numpy.save(at / "vectors.npy", rows.astype(kind))
    return at


@pytest.mark.parametrize("kind", ["float32", "float16", "int8"])
def test_the_nearest_texts_come_first(tmp_path: Path, kind: str) -> None:
    vectors = StaticVectors(directory(tmp_path, kind))
    texts = ["The pit was shut.", "The classroom was shut.", "Nobody knows these words."]
    assert vectors.nearest("The school closed", texts, 3) == [1, 0]
    assert vectors.nearest("The school closed", texts, 1) == [1]
    assert vectors.nearest("mine", texts, 3) == [0]


def test_unknown_words_are_near_nothing(tmp_path: Path) -> None:
    vectors = StaticVectors(directory(tmp_path))
    assert vectors.nearest("xyzzy", ["The mine."], 3) == []
    assert vectors.nearest("mine", [], 3) == []


def test_the_fingerprint_is_that_of_the_vectors(tmp_path: Path) -> None:
    one = StaticVectors(directory(tmp_path)).fingerprint
    assert one == StaticVectors(directory(tmp_path)).fingerprint
    assert one != StaticVectors(directory(tmp_path, "float16")).fingerprint


def test_what_is_wrong_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"words\.txt"):
        StaticVectors(tmp_path)
    directory(tmp_path)
    (tmp_path / "words.txt").write_text("one\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"1 words in words\.txt"):
        StaticVectors(tmp_path)


def test_objects_are_not_loaded(tmp_path: Path) -> None:
    directory(tmp_path)
    numpy.save(tmp_path / "vectors.npy", numpy.array([object()] * len(WORDS), dtype=object), allow_pickle=True)
    with pytest.raises(UsageError, match="vectors"):
        StaticVectors(tmp_path)


def test_without_the_extra_it_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "numpy":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(UsageError, match=r"pip install 'quotecheck-editorial\[semantic\]'"):
        StaticVectors(tmp_path)
