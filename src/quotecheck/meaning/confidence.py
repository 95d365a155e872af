"""The model that turns the numbers of a statement into a probability that its source bears it out.

A logistic model: the coefficients are data, made by ``scripts/fit_confidence.py``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from math import exp
from typing import Final

import attrs

_STEEPEST: Final = 30.0


@attrs.frozen
class Model:
    """A logistic model over named numbers.

    Attributes:
        intercept: What is added to every sum.
        coefficients: What each number counts; names that a statement lacks count nothing.
    """

    intercept: float
    coefficients: Mapping[str, float]

    def probability(self, numbers: Mapping[str, float]) -> float:
        """The probability that a statement with these numbers is borne out, 0 to 1."""
        total = self.intercept + sum(weight * numbers.get(name, 0.0) for name, weight in self.coefficients.items())
        return 1.0 / (1.0 + exp(-max(-_STEEPEST, min(_STEEPEST, total))))


@cache
def shipped() -> Model:
    """The model that ships."""
    file = resources.files("quotecheck.meaning").joinpath("data", "confidence.json")
    return read_model(file.read_text(encoding="utf-8"))


def read_model(content: str) -> Model:
    """A model from the JSON of its file.

    Args:
        content: An object with ``intercept`` and ``coefficients``.

    Raises:
        ValueError: if it is not that.
    """
    raw = json.loads(content)
    try:
        return Model(float(raw["intercept"]), {str(name): float(one) for name, one in raw["coefficients"].items()})
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("a model is an object with an intercept and coefficients") from error
