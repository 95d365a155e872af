"""An assertion for promptfoo: ``type: python``, ``value: file://quotes.py``, and in that file one line,
``from quotecheck.adapters.promptfoo import get_assert``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from quotecheck.adapters.answers import mark
from quotecheck.adapters.given import sources_of
from quotecheck.model import Text
from quotecheck.reading import read_sources

__all__ = ["get_assert"]


def get_assert(output: Any, context: Mapping[str, Any]) -> dict[str, Any]:
    """Whether an answer's statements are borne out by its context.

    Args:
        output: The answer.
        context: As promptfoo gives it. ``config`` may have ``sources`` (files and directories), ``var`` (the name of
            the test's variable that holds the context: ``context`` if there is none), ``policy``, ``claims`` and
            ``threshold`` (the share of statements that must be borne out).

    Returns:
        ``pass``, ``score`` and ``reason``.
    """
    config = context.get("config") or {}
    found = mark(
        output if isinstance(output, str) else str(output),
        _sources(config, context.get("vars") or {}),
        policy=config.get("policy") or "grounding",
        claims=config.get("claims"),
        least=config.get("threshold"),
    )
    return {"pass": found.passed, "score": found.score, "reason": found.reason}


def _sources(config: Mapping[str, Any], given: Mapping[str, Any]) -> list[Text]:
    paths = config.get("sources")
    if not paths:
        return sources_of(given.get(config.get("var") or "context") or [])
    texts, problems = read_sources([paths] if isinstance(paths, str) else paths)
    lost = [problem for problem in problems if problem.fatal]
    if lost:
        raise ValueError("; ".join(str(problem) for problem in lost))
    return texts
