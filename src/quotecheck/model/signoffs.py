"""What a person said of a statement after looking at it, and whether that still holds."""

from __future__ import annotations

import enum

import attrs


class Decision(enum.Enum):
    """What somebody decided."""

    CHECKED = "checked"
    """They looked at it; its findings count as before."""
    STANDS = "stands"
    """They let it stand, with a reason: its findings do not fail a run."""


@attrs.frozen(kw_only=True)
class SignOff:
    """What somebody said of one statement.

    Attributes:
        draft: Path of the draft as the run named it.
        statement: Fingerprint of the statement's words and speaker.
        state: Fingerprint of what was found of it: verdict, findings, the source's words.
        decision: What was decided.
        by: Who; never empty.
        reason: Why; None if nothing was said. Never None where it is to stand.
        day: The day, as ``2026-03-31``; None if unknown.
        words: The statement's words, for people and for finding it again when they changed.
        verdict: What it was judged to be then ("exact"); None if it had no verdict.
    """

    draft: str
    statement: str
    state: str
    decision: Decision
    by: str
    reason: str | None = None
    day: str | None = None
    words: str = ""
    verdict: str | None = None

    def __str__(self) -> str:
        """``signed off by Ann Poe on 2026-03-31: the tape has it``."""
        when = f" on {self.day}" if self.day else ""
        why = f": {self.reason}" if self.reason else ""
        return f"signed off by {self.by}{when}{why}"


@attrs.frozen(kw_only=True)
class Standing:
    """Where a statement of this run stands.

    Attributes:
        statement: Fingerprint of its words and speaker now.
        state: Fingerprint of what is found of it now.
        signed: The sign-off that holds; None if there is none.
        before: A sign-off that no longer holds, for something changed since; None if there is none.
        changed: What changed since ``before``; "" if nothing.
    """

    statement: str
    state: str
    signed: SignOff | None = None
    before: SignOff | None = None
    changed: str = ""
