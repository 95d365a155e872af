"""Who is who in a story, once its turns have speakers: two names for one, and people who are surely two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from quotecheck.speech.characters import Character, differ
from quotecheck.speech.sequence import NEAREST, Turn

_HARDLY_TOLD: Final = 3
"""How often the narration may have a name that is only called out."""
_FEWEST: Final = 2
_NEAR: Final = 3
"""Turns on either side of somebody's words whose speakers are others than he."""


def called_otherwise(turns: Sequence[Turn]) -> Iterator[tuple[Character, Character]]:
    """Names that people are only called by, and the one meant: "Charlotte" for Miss Bartlett, who answers to it.

    Args:
        turns: The turns of a story, with their speakers.
    """
    votes: dict[Character, Counter[Character]] = {}
    for at, turn in enumerate(turns):
        speaker = turn.speaker.one if turn.speaker is not None else None
        for called in turn.called:
            one = called.one
            if one.speaks or one.told > _HARDLY_TOLD or one.acts > 1 or not (one.bare or one.titled):
                continue
            for near in _beside(turns, at):
                hearer = near.speaker.one if near.speaker is not None else None
                if hearer is not None and hearer is not speaker and _completes(one, hearer):
                    votes.setdefault(one, Counter())[hearer] += 1 + near.told
            if speaker is not None:
                votes.setdefault(one, Counter())[speaker] -= 3 if turn.told else 1
    for one, count in votes.items():
        likely = [(hearer, number) for hearer, number in count.most_common(2) if number > 0]
        if likely and likely[0][1] >= _FEWEST and (len(likely) < 2 or likely[0][1] >= 2 * likely[1][1]):
            yield one, likely[0][0]


def _beside(turns: Sequence[Turn], at: int) -> Iterator[Turn]:
    if at and turns[at].gap <= 1:
        yield turns[at - 1]
    if at + 1 < len(turns) and turns[at + 1].gap <= 1:
        yield turns[at + 1]


def _completes(one: Character, other: Character) -> bool:
    """True if one has a first name alone and the other a title and a last name."""
    return not differ(one, other) and ((one.bare and other.titled) or (one.titled and other.bare))


def others_of(turns: Sequence[Turn], people: Sequence[Character]) -> dict[int, tuple[str, ...]]:
    """People with names who are surely not the speaker where words like "the old man" tell who speaks.

    Args:
        turns: The turns of a story, with their speakers.
        people: Everybody with a name.

    Returns:
        Their names, by the number of each quotation.
    """
    apart = _apart(turns)
    spoken = [one for one in people if one.alias is None and (one.speaks or one.called)]
    found: dict[int, tuple[str, ...]] = {}
    for turn in turns:
        if turn.speaker is None:
            continue
        may = list(dict.fromkeys([turn.speaker.one, *(one.one for one in turn.rivals)]))
        nameless = [one for one in may if not one.named]
        if not nameless or any(one.crowd for one in nameless):
            continue
        near = apart.get(nameless[0], {})
        names = [
            one.name
            for one in dict.fromkeys([*near, *spoken])
            if one.named
            and one not in may
            and all(one in apart.get(each, {}) or differ(one, each) for each in nameless)
        ]
        if names:
            for number in turn.quotes:
                found[number] = tuple(names)
    return found


def _apart(turns: Sequence[Turn]) -> dict[Character, dict[Character, None]]:
    """For each one without a name those who talk with him, whom he calls or of whom he speaks."""
    found: dict[Character, dict[Character, None]] = {}
    for at, turn in enumerate(turns):
        one = turn.speaker.one if turn.speaker is not None else None
        if one is None or one.named or turn.rivals or not turn.told:
            continue
        others = found.setdefault(one, {})
        for other in (*turn.called, *turn.named, *one.before):
            others[other.one] = None
        for near in _conversation(turns, at):
            if near.told and not near.rivals and near.speaker is not None:
                others[near.speaker.one] = None
        others.pop(one, None)
    return found


def _conversation(turns: Sequence[Turn], at: int) -> Iterator[Turn]:
    for before in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        if turns[before + 1].gap >= NEAREST:
            break
        yield turns[before]
    for after in range(at + 1, min(len(turns), at + 1 + _NEAR)):
        if turns[after].gap >= NEAREST:
            break
        yield turns[after]
