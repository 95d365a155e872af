"""A confidence model fitted again on a user's own cases, as data."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class Calibration:
    """What is made of the log-odds of the model that ships.

    Attributes:
        intercept: What is added to every sum.
        slope: What the log-odds of the model that ships count.
        coefficients: What some of the numbers of a statement count beside, by name.
        model: Hash of the model that it was fitted on: with another it says nothing.
    """

    intercept: float
    slope: float
    coefficients: tuple[tuple[str, float], ...] = ()
    model: str = ""
