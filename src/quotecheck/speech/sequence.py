"""The likeliest speakers of a row of turns: what each turn tells of itself, and that people answer each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from quotecheck.speech.characters import Character

_AGAIN: Final = 2.5
"""What one loses who spoke just before, where nothing but a new paragraph lies between."""
_GOES_ON: Final = 1.0
"""What the speaker before gains as "he" in the same paragraph."""
_ANSWERS: Final = 1.4
"""What the other one of two speakers gains."""
_CALLED: Final = 1.8
"""What one gains whom the speaker before has called."""
NEAREST: Final = 3
"""Paragraphs of narration after which a conversation is over."""
_SURE: Final = 1.4
"""How far behind others have to be before somebody is sure to be the speaker."""
_SURE_BY_ORDER: Final = 3.0
"""The same, where only the order of speech tells it."""
_MOST: Final = 6
"""People that are weighed for one turn."""


@attrs.define(eq=False)
class Turn:
    """Words of one speaker in one paragraph.

    Attributes:
        quotes: Numbers of the quotations.
        paragraph: Number of the paragraph.
        scores: How well each one fits by what stands at the turn itself.
        opens: True if the paragraph begins with speech.
        told: True if a cue names the speaker, or says "he" or "she".
        called: Whom the words call.
        named: Whom they name and do not call.
        gap: Paragraphs without speech since the turn before.
        asks: True if the words end with a question.
        hearer: Gender of the one spoken to, where a word of address tells it.
        kin: Words for kin that call somebody ("mother"), where nobody is known to be that.
        calls_kin: All words for kin that call somebody.
        speaker: Who speaks, in the end.
        margin: How far the next likely one is behind.
        rivals: Those who are hardly less likely.
    """

    quotes: list[int]
    paragraph: int
    scores: dict[Character, float] = attrs.field(factory=dict)
    opens: bool = True
    told: bool = False
    called: tuple[Character, ...] = ()
    named: tuple[Character, ...] = ()
    gap: int = 0
    asks: bool = False
    hearer: str = ""
    kin: list[str] = attrs.field(factory=list)
    calls_kin: list[str] = attrs.field(factory=list)
    speaker: Character | None = None
    margin: float = 0.0
    rivals: tuple[Character, ...] = ()


def pair(turn: Turn, one: Character, before: Turn, last: Character | None, earlier: Character | None) -> float:
    """How well somebody fits after the turn before.

    Args:
        turn: A turn.
        one: Who may speak it.
        before: The turn before.
        last: Who speaks that one.
        earlier: Who speaks the one before that.
    """
    if turn.gap >= NEAREST or last is None:
        return 0.0
    near = (1.0, 0.45, 0.2)[turn.gap]
    score = 0.0
    if one is last:
        if turn.paragraph == before.paragraph:
            return _GOES_ON if turn.told else 0.0
        score -= _AGAIN * near * (1.0 if turn.opens else 0.4)
        return score - (0.5 * near if before.asks else 0.0)
    if one is earlier:
        score += _ANSWERS * near
    if one in before.called:
        score += _CALLED * near
    if turn.hearer and last.gender and last.gender != turn.hearer and turn.gap == 0:
        score -= 0.5
    if before.hearer and one.gender and one.gender != before.hearer:
        score -= 1.5 * near
    return score


def decide(turns: Sequence[Turn]) -> None:
    """Put the likeliest speaker on each turn, all turns weighed together, and how sure that is.

    Args:
        turns: In order of place; ``speaker`` and ``margin`` are filled in. The cost is linear in their number.
    """
    choices = [_choices(turn) for turn in turns]
    forward: list[dict[tuple[Character | None, Character | None], float]] = []
    for at, turn in enumerate(turns):
        table: dict[tuple[Character | None, Character | None], float] = {}
        if at == 0:
            table = {(None, one): score for one, score in choices[0].items()}
        else:
            for (earlier, last), so_far in forward[-1].items():
                for one, score in choices[at].items():
                    step = score + (pair(turn, one, turns[at - 1], last, earlier) if one is not None else 0.0)
                    if so_far + step > table.get((last, one), float("-inf")):
                        table[last, one] = so_far + step
        forward.append(table)
    behind: dict[tuple[Character | None, Character | None], float] = {}
    for at in range(len(turns) - 1, -1, -1):
        best: dict[Character | None, float] = {}
        for (last, one), so_far in forward[at].items():
            total = so_far + (behind.get((last, one), 0.0) if at + 1 < len(turns) else 0.0)
            if total > best.get(one, float("-inf")):
                best[one] = total
        ranked = sorted(best.items(), key=lambda pair: -pair[1])
        turns[at].speaker = ranked[0][0]
        turns[at].rivals = tuple(
            one
            for one, total in ranked[1:]
            if one is not None and ranked[0][1] - total < (_SURE if turns[at].told else _SURE_BY_ORDER)
        )
        turns[at].margin = ranked[0][1] - ranked[1][1] if len(ranked) > 1 else 9.0
        if at:
            behind = _backward(turns, choices, forward, behind, at)


def _backward(
    turns: Sequence[Turn],
    choices: Sequence[Mapping[Character | None, float]],
    forward: Sequence[Mapping[tuple[Character | None, Character | None], float]],
    behind: Mapping[tuple[Character | None, Character | None], float],
    at: int,
) -> dict[tuple[Character | None, Character | None], float]:
    """The best that can still come after each pair of speakers up to the turn before ``at``."""
    found: dict[tuple[Character | None, Character | None], float] = {}
    for earlier, last in forward[at - 1]:
        best = float("-inf")
        for one, score in choices[at].items():
            step = score + (pair(turns[at], one, turns[at - 1], last, earlier) if one is not None else 0.0)
            best = max(best, step + (behind.get((last, one), 0.0) if at + 1 < len(turns) else 0.0))
        found[earlier, last] = best
    return found


def _choices(turn: Turn) -> dict[Character | None, float]:
    merged: dict[Character | None, float] = {}
    for one, score in turn.scores.items():
        merged[one.one] = max(score, merged.get(one.one, float("-inf")))
    ranked = sorted(merged.items(), key=lambda item: -item[1])[:_MOST]
    return dict(ranked) or {None: 0.0}
