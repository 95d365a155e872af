"""A step for LangChain: an answer and the documents it rests on in, the same with a mark out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from quotecheck.adapters.answers import mark
from quotecheck.adapters.given import sources_of
from quotecheck.reports.wire import to_dict

__all__ = ["QuotationCheck"]


class QuotationCheck:
    """Checks an answer against its context; it can be called, or piped to as a runnable."""

    def __init__(
        self, *, answer: str = "answer", context: str = "context", policy: str = "grounding", claims: str | None = None
    ) -> None:
        """A check.

        Args:
            answer: Key of the answer: a string, or a message with ``content``.
            context: Key of what it rests on: a string, or documents.
            policy: Name of the policy.
            claims: "all" or "attributed"; None for the policy's.
        """
        self._answer = answer
        self._context = context
        self._policy = policy
        self._claims = claims

    def __call__(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """The same values, and under ``quotations`` what was found: ``passed``, ``score``, ``reason``, ``results``."""
        answer = values[self._answer]
        words = answer if isinstance(answer, str) else str(getattr(answer, "content", answer))
        found = mark(words, sources_of(values[self._context]), policy=self._policy, claims=self._claims)
        results = [to_dict(one) for one in found.report.results]
        told = {"passed": found.passed, "score": found.score, "reason": found.reason, "results": results}
        return {**values, "quotations": told}

    def runnable(self) -> Any:
        """The same as a runnable of ``langchain_core``: ``chain | check.runnable()``."""
        from langchain_core.runnables import RunnableLambda

        return RunnableLambda(self)
