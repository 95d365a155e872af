"""Fitting the confidence model again on a few cases of a user's own: the log-odds of the model that ships, corrected.

A logistic fit by Newton's method, held to the model that ships: where cases say nothing, nothing changes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from math import exp, log
from typing import Final

from quotecheck.model.calibration import Calibration

NUMBERS: Final = ("missing", "strange", "length")
"""The numbers of a statement that count beside, where there are many cases."""
MANY: Final = 200
"""Cases from which on they do."""
RIDGE: Final = 2.0
"""How strongly the fit is held to the model that ships: as much as so many cases of doubt."""
ROUNDS: Final = 25
BINS: Final = 10
_FARTHEST: Final = 6.0
_STEEPEST: Final = 30.0

Case = tuple[float, Mapping[str, float], bool]
"""The probability of the model that ships, the statement's numbers, and whether its source bears it out."""


@cache
def model_hash() -> str:
    """Hash of the model that ships."""
    file = resources.files("quotecheck.meaning").joinpath("data", "confidence.json")
    return hashlib.sha256(file.read_bytes()).hexdigest()[:16]


def calibrated(likely: float, numbers: Mapping[str, float], calibration: Calibration | None) -> float:
    """A probability of the model that ships as a calibration corrects it."""
    if calibration is None:
        return likely
    total = calibration.intercept + calibration.slope * odds(likely)
    total += sum(weight * numbers.get(name, 0.0) for name, weight in calibration.coefficients)
    return _share(total)


def odds(likely: float) -> float:
    """The log-odds of a probability, within bounds."""
    least = 1.0 / (1.0 + exp(_FARTHEST))
    kept = min(1.0 - least, max(least, likely))
    return log(kept / (1.0 - kept))


def fitted(cases: Sequence[Case]) -> Calibration:
    """A calibration fitted on some cases.

    Args:
        cases: At least one that is borne out and one that is not.
    """
    names = NUMBERS if len(cases) >= MANY else ()
    rows = [[1.0, odds(likely), *(numbers.get(name, 0.0) for name in names)] for likely, numbers, _ in cases]
    start = [0.0, 1.0, *(0.0 for _ in names)]
    found = _newton(rows, [true for _, _, true in cases], start)
    rounded = [round(one, 6) for one in found]
    return Calibration(
        intercept=rounded[0],
        slope=rounded[1],
        coefficients=tuple(zip(names, rounded[2:], strict=True)),
        model=model_hash(),
    )


def _newton(rows: Sequence[Sequence[float]], labels: Sequence[bool], start: Sequence[float]) -> list[float]:
    """Coefficients by Newton's method, pulled towards where they start."""
    size = len(start)
    found = list(start)
    for _ in range(ROUNDS):
        slope = [RIDGE * (one - other) for one, other in zip(start, found, strict=True)]
        curve = [[RIDGE if at == other else 0.0 for other in range(size)] for at in range(size)]
        for row, label in zip(rows, labels, strict=True):
            likely = _share(sum(weight * one for weight, one in zip(found, row, strict=True)))
            bend = likely * (1.0 - likely)
            for at in range(size):
                slope[at] += (label - likely) * row[at]
                for other in range(size):
                    curve[at][other] += bend * row[at] * row[other]
        steps = solved(curve, slope)
        found = [one + step for one, step in zip(found, steps, strict=True)]
        if max(map(abs, steps)) < 1e-9:
            break
    return found


def solved(matrix: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """The solution of a system of linear equations, by elimination with pivots."""
    size = len(right)
    rows = [[*row, one] for row, one in zip(matrix, right, strict=True)]
    for at in range(size):
        pivot = max(range(at, size), key=lambda other: abs(rows[other][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        for other in range(at + 1, size):
            factor = rows[other][at] / rows[at][at]
            rows[other] = [one - factor * above for one, above in zip(rows[other], rows[at], strict=True)]
    found = [0.0] * size
    for at in range(size - 1, -1, -1):
        rest = sum(rows[at][other] * found[other] for other in range(at + 1, size))
        found[at] = (rows[at][size] - rest) / rows[at][at]
    return found


def _share(total: float) -> float:
    return 1.0 / (1.0 + exp(-max(-_STEEPEST, min(_STEEPEST, total))))


def calibration_error(likely: Sequence[tuple[float, bool]]) -> float:
    """How far confidence is from how often it is right, 0 to 1: the mean over ten bins of confidence.

    Args:
        likely: Probabilities that a statement is borne out, each with whether it is; one at least.
    """
    bins: dict[int, float] = {}
    for share, true in likely:
        confidence = max(share, 1.0 - share)
        number = min(BINS - 1, int(confidence * BINS))
        bins[number] = bins.get(number, 0.0) + confidence - ((share >= 0.5) == true)
    return sum(map(abs, bins.values())) / len(likely)


def write_calibration(calibration: Calibration) -> str:
    """The JSON of a calibration's file."""
    values = {
        "intercept": calibration.intercept,
        "slope": calibration.slope,
        "coefficients": dict(calibration.coefficients),
        "model": calibration.model,
    }
    return json.dumps(values, indent=1) + "\n"


def read_calibration(content: str) -> Calibration:
    """The calibration of a file's JSON.

    Raises:
        ValueError: if it is none, or was fitted on the model of another version.
    """
    raw = json.loads(content)
    try:
        found = Calibration(
            intercept=_number(raw["intercept"]),
            slope=_number(raw["slope"]),
            coefficients=tuple(sorted((str(name), _number(one)) for name, one in raw["coefficients"].items())),
            model=str(raw["model"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("not what `quotecheck calibrate` writes") from error
    if found.model != model_hash():
        raise ValueError("it was fitted on another version's model: run `quotecheck calibrate` again")
    return found


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > 1e6 or value != value:
        raise TypeError(value)
    return float(value)
