"""A stronger judge from a directory that the user names: an entailment model as ONNX. Nothing is fetched.

The directory has ``model.onnx``, ``tokenizer.json``, and ``labels.json``, which says which output means what::

    {"entailment": 0, "neutral": 1, "contradiction": 2, "length": 256}

Without ``labels.json`` the ``id2label`` of a ``config.json`` beside the model is taken. Needs onnxruntime, tokenizers
and numpy, the extra ``nli``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from math import exp
from pathlib import Path
from typing import Any, Final

from quotecheck.aids.judge import LABELS
from quotecheck.model.errors import UsageError

COMMAND: Final = "pip install 'quotecheck-editorial[nli]'"
LENGTH: Final = 512
"""Tokens of premise and hypothesis together that a model is given, where nothing says how many it takes."""
REMEMBERED: Final = 4_000
_CHUNK: Final = 1 << 20


class OnnxJudge:
    """Asks a model of a directory. It can be shared between threads, and pickled: it is loaded again then."""

    def __init__(self, directory: str | Path) -> None:
        """A judge.

        Raises:
            UsageError: if the extra is not installed, or the directory is not what the module says.
        """
        self.directory = Path(directory)
        self.labels, self.length = _labels(self.directory)
        self.fingerprint = f"nli:{_digest(self.directory)}"
        self._answer = lru_cache(maxsize=REMEMBERED)(self._asked)
        _ = self._tokenizer, self._session  # what is wrong with them is said at once

    def __call__(self, premise: str, hypothesis: str, /) -> Mapping[str, float]:
        """The probabilities that the model's outputs say, those of ``labels`` alone."""
        return self._answer(premise, hypothesis)

    def __getstate__(self) -> dict[str, Any]:
        return {"directory": self.directory}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__init__(state["directory"])  # type: ignore[misc]

    def _asked(self, premise: str, hypothesis: str) -> Mapping[str, float]:
        import numpy

        encoded = self._tokenizer.encode(premise, hypothesis)
        columns = {
            "input_ids": encoded.ids,
            "attention_mask": encoded.attention_mask,
            "token_type_ids": encoded.type_ids,
        }
        given = {name: numpy.array([columns[name]], dtype=numpy.int64) for name in self._inputs}
        (outputs,) = self._session.run([self._session.get_outputs()[0].name], given)
        found = _shares([float(one) for one in outputs[0]])
        if len(found) <= max(self.labels.values()):
            raise UsageError(f"{self.directory}: labels.json names output {max(self.labels.values())} of {len(found)}")
        return {label: found[number] for label, number in self.labels.items()}

    @cached_property
    def _session(self) -> Any:
        try:
            import onnxruntime
        except ImportError as error:
            raise UsageError(f"a judge from a directory needs onnxruntime: {COMMAND}") from error
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        path = str(self.directory / "model.onnx")
        try:
            session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        except Exception as error:  # its errors are of classes of its own
            raise UsageError(f"{path}: no model that can be loaded: {error}") from error
        known = {"input_ids", "attention_mask", "token_type_ids"}
        strange = sorted({one.name for one in session.get_inputs()} - known)
        if strange:
            raise UsageError(f"{path}: unknown input {strange[0]!r}; known are {', '.join(sorted(known))}")
        return session

    @cached_property
    def _inputs(self) -> tuple[str, ...]:
        return tuple(one.name for one in self._session.get_inputs())

    @cached_property
    def _tokenizer(self) -> Any:
        try:
            import tokenizers
        except ImportError as error:
            raise UsageError(f"a judge from a directory needs tokenizers: {COMMAND}") from error
        path = str(self.directory / "tokenizer.json")
        try:
            found = tokenizers.Tokenizer.from_file(path)
        except Exception as error:  # its errors are plain exceptions
            raise UsageError(f"{path}: no tokenizer that can be loaded: {error}") from error
        fixed = [one.shape[1] for one in self._session.get_inputs() if len(one.shape) > 1]
        size = fixed[0] if fixed and isinstance(fixed[0], int) else None
        found.enable_truncation(max_length=size or self.length, strategy="longest_first")
        if size:
            found.enable_padding(length=size)
        else:
            found.no_padding()
        return found


def _shares(outputs: Sequence[float]) -> list[float]:
    """Outputs as probabilities that sum to 1."""
    most = max(outputs)
    powers = [exp(one - most) for one in outputs]
    return [one / sum(powers) for one in powers]


def _labels(directory: Path) -> tuple[dict[str, int], int]:
    """Which output means what, and how many tokens the model takes."""
    own, theirs = directory / "labels.json", directory / "config.json"
    path = own if own.is_file() else theirs
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{directory}: no labels.json that says which output means what: {error}") from error
    if not isinstance(raw, dict):
        raise UsageError(f"{path}: an object is wanted")
    if path is theirs:
        names = raw.get("id2label")
        pairs = [(str(name).lower(), number) for number, name in names.items()] if isinstance(names, dict) else []
    else:
        pairs = [(name, number) for name, number in raw.items() if name != "length"]
    found = {name: int(number) for name, number in pairs if name in LABELS and str(number).isdecimal()}
    if not {"entailment", "contradiction"} & set(found):
        raise UsageError(f"{path}: it names no output for entailment or contradiction")
    length = raw.get("length", LENGTH)
    if not isinstance(length, int) or length < 8:
        raise UsageError(f"{path}: length is a number of tokens from 8 up, not {length!r}")
    return found, length


def _digest(directory: Path) -> str:
    """Hash of the files that decide the answers."""
    found = hashlib.sha256()
    for name in ("model.onnx", "tokenizer.json", "labels.json", "config.json"):
        path = directory / name
        if not path.is_file():
            if name in ("model.onnx", "tokenizer.json"):
                raise UsageError(f"{directory}: {name} is missing")
            continue
        found.update(name.encode())
        with path.open("rb") as file:
            while data := file.read(_CHUNK):
                found.update(data)
    return found.hexdigest()[:16]
