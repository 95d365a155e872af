"""A model of entailment so small that it is written here by hand, byte by byte, and its tokenizer. No test is in here.

It counts the word "not" in premise and hypothesis together: once is a contradiction, never or twice an entailment. The
bytes are those of an ONNX file (protocol buffers), so that no package is needed to make them.
"""

from __future__ import annotations

import json
import struct
from pathlib import Path

WORDS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "not")
_FLOAT, _INT64 = 1, 7


def _varint(value: int) -> bytes:
    out = b""
    while True:
        low, value = value & 0x7F, value >> 7
        out += bytes([low | (0x80 if value else 0)])
        if not value:
            return out


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _bytes(field: int, value: bytes | str) -> bytes:
    data = value.encode() if isinstance(value, str) else value
    return _varint(field << 3 | 2) + _varint(len(data)) + data


def _tensor(name: str, kind: int, dims: tuple[int, ...], data: bytes) -> bytes:
    shape = b"".join(_number(1, one) for one in dims)
    return shape + _number(2, kind) + _bytes(8, name) + _bytes(9, data)


def _node(kind: str, inputs: tuple[str, ...], output: str, attributes: bytes = b"") -> bytes:
    named = b"".join(_bytes(1, one) for one in inputs)
    return named + _bytes(2, output) + _bytes(4, kind) + attributes


def _integer(name: str, value: int) -> bytes:
    return _bytes(5, _bytes(1, name) + _number(3, value) + _number(20, 2))


def _port(name: str, kind: int, dims: tuple[int | str, ...]) -> bytes:
    sizes = b"".join(_bytes(1, _number(1, one) if isinstance(one, int) else _bytes(2, one)) for one in dims)
    return _bytes(1, name) + _bytes(2, _bytes(1, _number(1, kind) + _bytes(2, sizes)))


def model(length: int | str = "length", inputs: tuple[str, ...] = ("input_ids", "attention_mask")) -> bytes:
    """The bytes of ``model.onnx``: outputs are entailment, neutral, contradiction.

    Args:
        length: Tokens that it takes; a name for any number.
        inputs: What it asks for; only the first is used.
    """
    # |2 * (1 - n)| - 1 is 1 for no or two "not" and -1 for one
    nodes = (
        _node("Equal", (inputs[0], "not_id"), "is_not"),
        _node("Cast", ("is_not",), "ones", _integer("to", _FLOAT)),
        _node("ReduceSum", ("ones", "axis"), "count", _integer("keepdims", 1)),
        _node("Sub", ("one", "count"), "gap"),
        _node("Abs", ("gap",), "even"),
        _node("MatMul", ("even", "weights"), "weighted"),
        _node("Add", ("weighted", "bias"), "logits"),
    )
    constants = (
        _tensor("not_id", _INT64, (1,), struct.pack("<q", WORDS.index("not"))),
        _tensor("axis", _INT64, (1,), struct.pack("<q", 1)),
        _tensor("one", _FLOAT, (1,), struct.pack("<f", 1.0)),
        _tensor("weights", _FLOAT, (1, 3), struct.pack("<3f", 10.0, 0.0, -10.0)),
        _tensor("bias", _FLOAT, (3,), struct.pack("<3f", -5.0, 0.0, 5.0)),
    )
    graph = b"".join(_bytes(1, one) for one in nodes) + _bytes(2, "tiny")
    graph += b"".join(_bytes(5, one) for one in constants)
    graph += b"".join(_bytes(11, _port(name, _INT64, (1, length))) for name in inputs)
    graph += _bytes(12, _port("logits", _FLOAT, (1, 3)))
    return _number(1, 8) + _bytes(7, graph) + _bytes(8, _bytes(1, "") + _number(2, 13))


def tokenizer() -> str:
    """The text of ``tokenizer.json``: words between white space, all but "not" unknown."""
    special = {"[CLS]": {"id": "[CLS]", "ids": [2], "tokens": ["[CLS]"]}}
    special["[SEP]"] = {"id": "[SEP]", "ids": [3], "tokens": ["[SEP]"]}

    def piece(name: str, number: int) -> dict[str, object]:
        return {"SpecialToken": {"id": name, "type_id": number}}

    def words(name: str, number: int) -> dict[str, object]:
        return {"Sequence": {"id": name, "type_id": number}}

    single = [piece("[CLS]", 0), words("A", 0), piece("[SEP]", 0)]
    return json.dumps(
        {
            "version": "1.0",
            "truncation": None,
            "padding": None,
            "added_tokens": [],
            "normalizer": {"type": "Lowercase"},
            "pre_tokenizer": {"type": "Whitespace"},
            "post_processor": {
                "type": "TemplateProcessing",
                "single": single,
                "pair": [*single, words("B", 1), piece("[SEP]", 1)],
                "special_tokens": special,
            },
            "decoder": None,
            "model": {
                "type": "WordLevel",
                "vocab": {word: number for number, word in enumerate(WORDS)},
                "unk_token": "[UNK]",
            },
        }
    )


LABELS = {"entailment": 0, "neutral": 1, "contradiction": 2}


def directory(at: Path, *, content: bytes | None = None, labels: object = LABELS) -> Path:
    """A directory with a model; its parts may be other ones."""
    at.mkdir(parents=True, exist_ok=True)
    (at / "model.onnx").write_bytes(model() if content is None else content)
    (at / "tokenizer.json").write_text(tokenizer(), encoding="utf-8")
    (at / "labels.json").write_text(json.dumps(labels), encoding="utf-8")
    return at
