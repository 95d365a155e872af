"""Did they really say that? Quotations and paraphrases checked against their sources.

The names below are the public API. Each is loaded when it is first asked for, so that a command pays only for what it
uses.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quotecheck.checking.checker import Checker
    from quotecheck.model import Kind, Statement, Text, Verdict

_HOMES = {
    "Checker": "quotecheck.checking.checker",
    "Kind": "quotecheck.model",
    "Statement": "quotecheck.model",
    "Text": "quotecheck.model",
    "Verdict": "quotecheck.model",
}

__all__ = ["Checker", "Kind", "Statement", "Text", "Verdict"]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(importlib.import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'quotecheck' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
