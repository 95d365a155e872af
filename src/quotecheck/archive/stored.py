"""A text with what is known of it, and its voices, as bytes and back. What the bytes lie in is not asked here."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from typing import Any, Final

import attrs
from cattrs.gen import make_dict_unstructure_fn, override
from cattrs.preconf.json import make_converter

from quotecheck.archive.errors import ArchiveError
from quotecheck.model import Span, Text, Voice
from quotecheck.model.spans import Origin, Run

_LENGTHS: Final = struct.Struct("<III")
_converter = make_converter(omit_if_default=True)


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


_converter.register_unstructure_hook(Span, _pair)
_converter.register_structure_hook(Span, lambda value, _: Span(*value))
_converter.register_unstructure_hook(Run, lambda run: [*_pair(run.content), *_pair(run.file)])
_converter.register_structure_hook(Run, lambda value, _: Run(Span(*value[:2]), Span(*value[2:])))
_converter.register_structure_hook(int | float, lambda value, _: value)
_converter.register_unstructure_hook(
    Text, make_dict_unstructure_fn(Text, _converter, _cattrs_omit_if_default=True, content=override(omit=True))
)


@attrs.frozen
class Stored:
    """A document as it lies in an archive.

    Attributes:
        text: The text and what is known of it.
        voices: Its voices, turns and others, in order of place; None if they were not stored.
    """

    text: Text
    voices: tuple[Voice, ...] | None = None


def to_bytes(text: Text, voices: tuple[Voice, ...] | None) -> bytes:
    """A document as bytes."""
    known = _converter.unstructure(text)
    if text.origin == Origin.of_plain(text.content):
        known["origin"] = None
    head = json.dumps(known, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    said = b""
    if voices is not None:
        values = _converter.unstructure(voices, tuple[Voice, ...])
        said = json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    words = text.content.encode("utf-8", "surrogatepass")
    return _LENGTHS.pack(len(head), len(said), len(words)) + head + said + words


def from_bytes(data: bytes) -> Stored:
    """The document of some bytes.

    Raises:
        ArchiveError: if they are not a document's.
    """
    try:
        head, said, words = _LENGTHS.unpack_from(data)
        at = _LENGTHS.size
        known: Mapping[str, Any] = json.loads(data[at : at + head].decode("utf-8", "surrogatepass"))
        at += head
        voices = None
        if said:
            values = json.loads(data[at : at + said].decode("utf-8", "surrogatepass"))
            voices = _converter.structure(values, tuple[Voice, ...])
        at += said
        content = data[at : at + words].decode("utf-8", "surrogatepass")
        values = {**known, "content": content}
        if values.get("origin", ...) is None:
            values["origin"] = _converter.unstructure(Origin.of_plain(content))
        return Stored(_converter.structure(values, Text), voices)
    except (ValueError, KeyError, TypeError, struct.error, ExceptionGroup) as error:
        raise ArchiveError("a document in it cannot be read: run `quotecheck archive verify`") from error


__all__ = ["Stored", "from_bytes", "to_bytes"]
