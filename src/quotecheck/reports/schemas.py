"""The JSON Schemas (draft 2020-12) that ship as data files: of all that is read and written."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

NAMES = ("candidate", "comparison", "record", "report", "result", "statement")
"""The schemas that ship."""


def schema(name: str) -> dict[str, Any]:
    """The schema called ``name``, one of ``NAMES``.

    Raises:
        FileNotFoundError: if there is none of that name.
    """
    text = files("quotecheck").joinpath("schemas", f"{name}.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded
