"""Labelled candidates to the cases that a calibration is fitted on. The fit itself is ``meaning.calibration``."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Final

import attrs

from quotecheck.checking.indirect import weigh
from quotecheck.checking.known import KnownSource
from quotecheck.matching.query import read_query
from quotecheck.meaning.calibration import Case, calibrated, calibration_error, fitted
from quotecheck.model import Calibration, Kind, Statement, Verdict
from quotecheck.model.errors import UsageError

FOLDS: Final = 5
FEWEST: Final = 40
"""Cases that the model decides without which nothing can be fitted."""
FEWEST_OF_ONE: Final = 8
"""Cases of either label likewise."""
BORNE_OUT: Final = frozenset({Verdict.EXACT, Verdict.PARAPHRASED, Verdict.MISATTRIBUTED})
"""Verdicts that say that a source has what a statement says, whoever said it."""


@attrs.frozen(kw_only=True)
class Labelled:
    """One statement with its case.

    Attributes:
        case: Its probability, its numbers, its label.
        group: Hash of its sources: cases of one group are in one fold.
    """

    case: Case
    group: str


@attrs.frozen(kw_only=True)
class Fit:
    """A calibration, and how it does on cases that it was not fitted on.

    Attributes:
        calibration: Fitted on all cases.
        cases: How many they are.
        before: Calibration error of the model that ships.
        after: That of calibrations fitted on the other folds.
        right_before: Share of verdicts that are right, by the model that ships.
        right_after: Likewise.
    """

    calibration: Calibration
    cases: int
    before: float
    after: float
    right_before: float
    right_after: float


def labelled(sources: Sequence[KnownSource], statement: Statement, gold: Verdict) -> Labelled | None:
    """The case of a statement; None if no model decides it: a quotation, one that a reason or its words settle.

    Args:
        sources: What it may rest on.
        statement: A candidate.
        gold: Its right verdict.
    """
    query = read_query(statement.text)
    if statement.kind is Kind.DIRECT or not len(query):
        return None
    weighed = [one for source in sources if (one := weigh(statement, query, source)) is not None]
    best = max(weighed, key=lambda one: one.share, default=None)
    if best is None or best.contradictions or best.verbatim:
        return None
    content = "\0".join(source.text.content for source in sources)
    group = hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
    return Labelled(case=(best.likely, best.numbers, gold in BORNE_OUT), group=group)


def fit(cases: Sequence[Labelled]) -> Fit:
    """A calibration fitted on labelled cases, with what five folds by source say of it.

    Raises:
        UsageError: if the cases are too few, or nearly all of one label.
    """
    true = sum(one.case[2] for one in cases)
    if len(cases) < FEWEST:
        raise UsageError(
            f"too few cases: {len(cases)} indirect statements that the model decides, and {FEWEST} are needed; "
            'lines need "kind": "indirect" and a "verdict"'
        )
    if min(true, len(cases) - true) < FEWEST_OF_ONE:
        raise UsageError(
            f"too few cases of one kind: {true} are borne out and {len(cases) - true} are not, and {FEWEST_OF_ONE} of "
            "either are needed"
        )
    untouched: list[tuple[float, bool]] = []
    folds = _folds(cases)
    for fold in range(FOLDS):
        rest = [one.case for one, number in zip(cases, folds, strict=True) if number != fold]
        made = fitted(rest) if len({label for _, _, label in rest}) == 2 else None
        here = [one.case for one, number in zip(cases, folds, strict=True) if number == fold]
        untouched += [(calibrated(likely, numbers, made), label) for likely, numbers, label in here]
    plain = [(likely, label) for likely, _, label in (one.case for one in cases)]
    return Fit(
        calibration=fitted([one.case for one in cases]),
        cases=len(cases),
        before=calibration_error(plain),
        after=calibration_error(untouched),
        right_before=_right(plain),
        right_after=_right(untouched),
    )


def _folds(cases: Sequence[Labelled]) -> list[int]:
    """The fold of each case: by its sources; by its own numbers where all cases rest on a few sources."""
    by_source = len({case.group for case in cases}) >= 2 * FOLDS
    keys = [one.group if by_source else repr(sorted(one.case[1].items())) for one in cases]
    return [int(hashlib.sha256(key.encode()).hexdigest(), 16) % FOLDS for key in keys]


def _right(likely: Sequence[tuple[float, bool]]) -> float:
    return sum((share >= 0.5) == label for share, label in likely) / len(likely)
