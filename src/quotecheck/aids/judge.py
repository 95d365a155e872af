"""What a stronger judge answers: how likely a premise entails, contradicts or leaves open a hypothesis."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final, Protocol

import attrs

from quotecheck.model.errors import UsageError

LABELS: Final = ("entailment", "contradiction", "neutral")
_SLACK: Final = 0.01


class Judge(Protocol):
    """Any callable of two texts: a function, an object, a model behind one."""

    def __call__(self, premise: str, hypothesis: str, /) -> Mapping[str, float]:
        """The probabilities of "entailment", "contradiction" and "neutral".

        Args:
            premise: Words of a source.
            hypothesis: Words of a statement.

        Returns:
            Any of the three; one that is left out is not known. They sum to 1 at most.
        """
        ...


@attrs.frozen
class Leaning:
    """What a judge made of two texts.

    Attributes:
        entailment: Probability that the premise bears the hypothesis out; None if the judge does not say.
        contradiction: Probability that it speaks against it; None likewise.
    """

    entailment: float | None
    contradiction: float | None


def ask(judge: Judge, premise: str, hypothesis: str) -> Leaning:
    """A judge's answer, checked.

    Args:
        judge: Whom to ask.
        premise: Words of a source.
        hypothesis: Words of a statement.

    Raises:
        UsageError: if the answer is not what ``Judge`` says.
    """
    answer = judge(premise, hypothesis)
    if not isinstance(answer, Mapping) or not set(answer) <= set(LABELS) or not answer:
        raise UsageError(f"a judge answers with probabilities of {', '.join(LABELS)}, not {answer!r:.80}")
    values = {label: float(value) for label, value in answer.items()}
    if any(not 0 <= value <= 1 + _SLACK for value in values.values()) or math.fsum(values.values()) > 1 + _SLACK:
        raise UsageError(f"a judge's probabilities are from 0 to 1 and sum to 1 at most, not {answer!r:.80}")
    return Leaning(values.get("entailment"), values.get("contradiction"))
