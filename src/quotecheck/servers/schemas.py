"""The JSON Schemas that ship, put into a larger document: each, and each inner one, under a name of its own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from quotecheck.reports.schemas import schema

Json = dict[str, Any]


def shipped(names: Iterable[str], at: str) -> Json:
    """Some of the schemas by name, with pointers that hold in a document that keeps them in one place.

    Args:
        names: Of ``reports.schemas.NAMES``.
        at: Pointer to that place, ``#/$defs/``.
    """
    found: Json = {}
    for name in names:
        whole = schema(name)
        inner = whole.pop("$defs", {})
        for key in ("$schema", "$id"):
            whole.pop(key, None)
        found[name] = _moved(whole, name, at)
        found |= {f"{name}.{key}": _moved(one, name, at) for key, one in inner.items()}
    return found


def _moved(value: Any, name: str, at: str) -> Any:
    if isinstance(value, list):
        return [_moved(one, name, at) for one in value]
    if not isinstance(value, dict):
        return value
    return {key: _pointed(one, name, at) if key == "$ref" else _moved(one, name, at) for key, one in value.items()}


def _pointed(pointer: str, name: str, at: str) -> str:
    inner = pointer.removeprefix("#").removeprefix("/$defs/")
    return f"{at}{name}.{inner}" if inner else f"{at}{name}"
