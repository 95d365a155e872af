"""Sources as programs around language models hold them: strings, lists of strings, documents, mappings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from quotecheck.model import Text
from quotecheck.model.errors import UsageError

_WORDS = ("page_content", "content", "text", "factText")
_NAMES = ("id", "title", "source", "name")


def sources_of(given: Any) -> list[Text]:
    """The texts that something holds.

    Args:
        given: A string; a text; a mapping with its words under ``text``, ``content`` or ``page_content``; an object
            with such an attribute (LangChain's documents); or several of these.

    Raises:
        UsageError: if it is something else, or nothing.
    """
    one = _text(given)
    if one is not None:
        return [one]
    if not isinstance(given, Iterable):
        raise UsageError(f"sources must be texts, not {type(given).__name__}")
    found: list[Text] = []
    names: set[str] = set()
    for number, each in enumerate(given, 1):
        text = _text(each)
        if text is None:
            raise UsageError(f"source {number} must be a text, not {type(each).__name__}")
        name = text.id if text.id != "text" and text.id not in names else f"source {number}"
        names.add(name)
        found.append(attrs.evolve(text, id=name))
    if not found:
        raise UsageError("there is no source")
    return found


def _text(given: Any) -> Text | None:
    if isinstance(given, Text):
        return given
    if isinstance(given, str):
        return Text(content=given)
    values = given if isinstance(given, Mapping) else {name: getattr(given, name, None) for name in _WORDS}
    words = next((values[name] for name in _WORDS if isinstance(values.get(name), str)), None)
    return Text(content=words, id=_name(given)) if words is not None else None


def _name(given: Any) -> str:
    """What a document is called: by its metadata, then by itself."""
    own = given if isinstance(given, Mapping) else {name: getattr(given, name, None) for name in ("id", "metadata")}
    for values in (own.get("metadata"), own):
        if isinstance(values, Mapping):
            for name in _NAMES:
                if isinstance(values.get(name), str) and values[name]:
                    return str(values[name])
    return "text"
