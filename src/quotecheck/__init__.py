"""Did they really say that? Quotations and paraphrases checked against their sources.

The names below are the public API. Each is loaded when it is first asked for, so that a command pays only for what it
uses.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quotecheck.checking.checker import Checker
    from quotecheck.checking.source import Source
    from quotecheck.model import (
        Code,
        Edit,
        Evidence,
        Finding,
        Kind,
        Outcome,
        Passage,
        Policy,
        Problem,
        Report,
        Result,
        Severity,
        Span,
        Statement,
        Text,
        Verdict,
    )
    from quotecheck.model.errors import QuotecheckError
    from quotecheck.reports.wire import from_dict, to_dict
    from quotecheck.speech.statements import extract
    from quotecheck.verdicts.policies import policy_named
    from quotecheck.verdicts.registry import explain

_HOMES = {
    "Checker": "quotecheck.checking.checker",
    "QuotecheckError": "quotecheck.model.errors",
    "Source": "quotecheck.checking.source",
    "explain": "quotecheck.verdicts.registry",
    "extract": "quotecheck.speech.statements",
    "from_dict": "quotecheck.reports.wire",
    "policy_named": "quotecheck.verdicts.policies",
    "to_dict": "quotecheck.reports.wire",
}

__all__ = [
    "Checker",
    "Code",
    "Edit",
    "Evidence",
    "Finding",
    "Kind",
    "Outcome",
    "Passage",
    "Policy",
    "Problem",
    "QuotecheckError",
    "Report",
    "Result",
    "Severity",
    "Source",
    "Span",
    "Statement",
    "Text",
    "Verdict",
    "explain",
    "extract",
    "from_dict",
    "policy_named",
    "to_dict",
]


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(importlib.import_module(_HOMES.get(name, "quotecheck.model")), name)
    raise AttributeError(f"module 'quotecheck' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
