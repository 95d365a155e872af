"""Exit codes, and which of them a run ends with. Nothing ends the process here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

OK = 0
FAILED = 1
USAGE = 2
UNREADABLE = 3
BROKEN_OFF = 4
INTERRUPTED = 130  # 128 + SIGINT, as shells say it
PIPE_CLOSED = 141  # 128 + SIGPIPE

FAIL_ON = ("warning", "unchecked", "empty", "never")
"""What can fail a run beside an error: a warning, a statement that could not be checked, no statement at all; or that
nothing is to fail it."""

SYNONYMS = {"warning": "warn"}
"""What the outcomes call it."""


def exit_code(outcomes: Counter[str], *, fail_on: Collection[str], unreadable: bool) -> int:
    """The exit code of a run.

    Args:
        outcomes: Number of results by outcome.
        fail_on: Some of ``FAIL_ON``, "warning" as "warn"; "never" outranks the others.
        unreadable: True if something asked for could not be read, which "never" does not excuse.
    """
    if unreadable:
        return UNREADABLE
    if "never" in fail_on:
        return OK
    failed = outcomes["fail"] or any(outcomes[name] for name in fail_on)
    return FAILED if failed or ("empty" in fail_on and not sum(outcomes.values())) else OK
