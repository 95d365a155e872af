"""What changed from one report on a draft to the next: what is new, what is otherwise, what is gone."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from quotecheck.model import Outcome, Result
from quotecheck.reports.fingerprints import signatures

FAULTS = frozenset({Outcome.FAIL, Outcome.WARN, Outcome.UNCHECKED})
"""Outcomes that somebody should look at."""


@attrs.frozen(kw_only=True)
class Changes:
    """What changed.

    Attributes:
        told: Results that are new, or of which something else is found, in order of place.
        gone: Faults of statements that stand there no more, in their old order.
    """

    told: tuple[Result, ...] = ()
    gone: tuple[Result, ...] = ()


class Rounds:
    """The reports on one draft, one after the other."""

    def __init__(self) -> None:
        self._before: dict[str, tuple[str, Result]] | None = None

    def next(self, results: Sequence[Result]) -> Changes:
        """What changed since the last report; of the first one, all that is a fault.

        Args:
            results: Of the draft, in order of place.
        """
        before = self._before
        now = {
            statement: (f"{state} {result.outcome.value}", result)
            for (statement, state), result in zip(signatures(results), results, strict=True)
        }
        self._before = now
        if before is None:
            return Changes(told=tuple(one for one in results if one.outcome in FAULTS))
        told = tuple(one for name, (state, one) in now.items() if name not in before or before[name][0] != state)
        gone = tuple(one for name, (_, one) in before.items() if name not in now and one.outcome in FAULTS)
        return Changes(told=told, gone=gone)
