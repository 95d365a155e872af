"""Falsehoods about who spoke: another speaker, the narrator's words, words of two people as one quotation."""

from __future__ import annotations

from typing import Final

from quotecheck.model import VoiceKind
from quotecheck.selftest.dice import Dice
from quotecheck.selftest.ground import Ground
from quotecheck.selftest.trials import Made
from quotecheck.selftest.truths import Truth

_JOINTS: Final = (" … ", " ... ", " [...] ", "… ", " […] ")


def other_speaker(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """Somebody's words given to somebody else of the source."""
    if not _tells(truth, ground):
        return None
    other = ground.other_speaker(truth, dice)
    return Made(truth.text, other, f"{truth.speaker} → {other}") if other else None


def narration(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """The narrator's words given to somebody of the source."""
    plain = truth.voice in (VoiceKind.NARRATION, VoiceKind.AUTHOR) and truth.whole
    others = [name for name in ground.speakers if truth.speaker is None or ground.are_two(name, truth.speaker)]
    if not plain or not others or not ground.telling(truth.text) or not ground.alone(truth):
        return None
    other = dice.pick(others, "narration", truth.text)
    return Made(truth.text, other, f"narration → {other}")


def splice(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """A sentence of one speaker and one of another as one quotation of the first."""
    other = _partner(truth, ground, dice)
    if other is None:
        return None
    end = "" if truth.text.endswith(("?", "!")) else "."
    second = _closed(other.text)
    text = f"{_open(truth.text)}{end} {second[:1].upper()}{second[1:]}"
    return Made(text, truth.speaker, f"with words of {other.speaker}")


def elided_splice(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """The same with an ellipsis between them."""
    other = _partner(truth, ground, dice)
    if other is None:
        return None
    joint = dice.pick(_JOINTS, "joint", truth.text)
    return Made(f"{_open(truth.text)}{joint}{_closed(other.text)}", truth.speaker, f"… with words of {other.speaker}")


def _tells(truth: Truth, ground: Ground) -> bool:
    """True for a sentence whose words point to one place and one speaker."""
    named = truth.whole and not truth.joined and truth.speaker in ground.speakers
    return named and ground.telling(truth.text) and ground.alone(truth)


def _partner(truth: Truth, ground: Ground, dice: Dice) -> Truth | None:
    """A sentence of somebody else."""
    if not _tells(truth, ground):
        return None
    name = ground.other_speaker(truth, dice)
    truths = [one for one in ground.by_speaker.get(name or "", ()) if not _may_be_mine(one, truth, ground)]
    return dice.pick(truths, "partner", truth.text) if truths else None


def _may_be_mine(one: Truth, truth: Truth, ground: Ground) -> bool:
    return truth.speaker in one.rivals or any(map(ground.described, one.rivals))


def _open(text: str) -> str:
    return text.rstrip(" .,;:…–—-")


def _closed(text: str) -> str:
    return text.rstrip(" ,;:–—-")
