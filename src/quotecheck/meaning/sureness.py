"""Whether a reason found between a claim and a passage is one for sure: the change touches what the two share.

A claim leaves much of its source out, and words of negation and strength with it. They turn its meaning only where they
bear on words that it keeps.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from quotecheck.language.function_words import is_pronoun
from quotecheck.language.names import is_title
from quotecheck.language.strength import Scale, StrengthClass, strength_of_phrase
from quotecheck.meaning.changes import Reason, Word
from quotecheck.meaning.pairing import Pairing
from quotecheck.meaning.units import Unit
from quotecheck.model import Code

REACH: Final = 3
"""Units behind a negation or a word of strength within which it bears on a word."""
_SOME: Final = frozenset({StrengthClass(Scale.QUANTITY, 1), StrengthClass(Scale.QUANTITY, 2)})
LEAST_ROOM: Final = 3
"""Units of a passage that a change of one unit may take the place of."""
_FREE_SCALES: Final = frozenset({Scale.ORDER, Scale.CONDITION, Scale.ALLEGATION})
"""Scales whose words may be left out with the phrase that they open."""
_FREE: Final = frozenset(
    {
        StrengthClass(Scale.FOCUS, 2),
        StrengthClass(Scale.FOCUS, 3),
        StrengthClass(Scale.FOCUS, 4),
        StrengthClass(Scale.HEDGE, 3),
        StrengthClass(Scale.APPROXIMATION, 3),
        StrengthClass(Scale.DUAL, 1),
        StrengthClass(Scale.QUANTITY, 2),
        StrengthClass(Scale.MODALITY, 3),
        StrengthClass(Scale.CERTAINTY, 3),
    }
)
"""Words that may be left out: also, even, just, both, exactly, surely, many, all, the future, and who believes it."""
_WEAKER: Final = frozenset({StrengthClass(Scale.APPROXIMATION, 2), StrengthClass(Scale.ALLEGATION, 1)})
"""Words that may be added, for they say less: about, claims."""


def sureness(pairing: Pairing, first: int, past: int, said: Sequence[int], reason: Reason) -> int:
    """How sure it is that a reason touches what a claim shares with its passage: 2, 1 or 0 (see ``Reason``).

    Args:
        pairing: The two, unit by unit.
        first: First unit of the change in the statement.
        past: One past its last.
        said: Places of the passage's units of the change.
        reason: What was found in it.
    """
    if first >= len(pairing.statement):
        return 0
    if reason.code is Code.POLARITY and _denies_next(pairing, said, reason):
        return 2
    if not tight(pairing, first, past, said):
        return 0
    if reason.code is Code.STRENGTH and not reason.written and _may_go(reason.said) and not _of_a_whole(pairing, said):
        return 0
    if reason.code is Code.STRENGTH and not reason.said and _says_little(reason.written):
        return 0
    if reason.code is Code.NAME_OR_ROLE:
        return 2 if _other_name(pairing, first, past, said, reason) else 0
    if reason.code is Code.POLARITY and not reason.written and _either_way(pairing, said):
        return 0
    return 2 if _touches(pairing, first, past, said, reason) else 1


def _touches(pairing: Pairing, first: int, past: int, said: Sequence[int], reason: Reason) -> bool:
    if reason.code is Code.STRENGTH and not _small(pairing, first, past, said, reason):
        return False
    if reason.written and reason.said:
        return True
    if reason.written:
        return _governs(pairing.statement, reason.written, lambda at: pairing.to[at] >= 0)
    return _governs(pairing.passage, reason.said, lambda at: pairing.back[at] >= 0)


def _denies_next(pairing: Pairing, said: Sequence[int], reason: Reason) -> bool:
    """True if the source's negation stands right before a word that the claim keeps: "no dog" for "a dog"."""
    if reason.written or _either_way(pairing, said):
        return False
    tokens = {word.index for word in reason.said}
    return any(
        pairing.passage[at].first in tokens
        and at + 1 < len(pairing.passage)
        and pairing.passage[at + 1].content
        and pairing.back[at + 1] >= 0
        for at in said
    )


def tight(pairing: Pairing, first: int, past: int, said: Sequence[int]) -> bool:
    """True if a change stands between the same words on both sides, or at a clause's border on both.

    Args:
        pairing: The two, unit by unit.
        first: First unit of the change in the statement.
        past: One past its last.
        said: Places of the passage's units of the change.
    """
    left = pairing.to[first - 1] if first else -1
    right = pairing.to[past] if past < len(pairing.to) else -1
    room = max(2 * (past - first) + 1, LEAST_ROOM)
    if left >= 0 and right >= 0:
        return 0 <= right - left - 1 <= room
    if not said:
        return left >= 0 or right >= 0
    if right >= 0 and first == 0:
        return right - min(said) <= room and pairing.passage[min(said)].broken
    if left >= 0 and past == len(pairing.to):
        after = max(said) + 1
        return max(said) - left <= room and (after >= len(pairing.passage) or pairing.passage[after].broken)
    return False


def _governs(units: Sequence[Unit], words: Sequence[Word], shared: Callable[[int], bool]) -> bool:
    """True if a shared content unit follows close behind one of the words, no mark between."""
    tokens = {word.index for word in words}
    for at, unit in enumerate(units):
        if unit.first not in tokens:
            continue
        for further in range(at + 1, min(len(units), at + 1 + REACH)):
            if units[further].broken:
                break
            if units[further].content:
                if shared(further):
                    return True
                break
    return False


def _small(pairing: Pairing, first: int, past: int, said: Sequence[int], reason: Reason) -> bool:
    """True if hardly anything but the words of strength differs there."""
    mine = sum(pairing.statement[at].content for at in range(first, past))
    theirs = sum(pairing.passage[at].content for at in said)
    if reason.said and reason.written:
        return mine <= 1 and theirs <= 2
    if reason.said:
        return mine == 0
    scales = {found[1].scale for word in reason.written if (found := strength_of_phrase([word.key])) is not None}
    return mine <= 1 and (theirs == 0 or (theirs == 1 and scales == {Scale.CERTAINTY})) and not _loose(scales)


def _loose(scales: set[Scale]) -> bool:
    """Words of time and order may stand for many others: "after" for "following"."""
    return scales <= {Scale.ORDER}


def _of_a_whole(pairing: Pairing, said: Sequence[int]) -> bool:
    """True for "some of": a part, and no article."""
    return any(pairing.passage[at].key == "of" and pairing.passage[at - 1].key in {"some", "few"} for at in said)


def _says_little(words: Sequence[Word]) -> bool:
    """True for "some" and "a few", which say little more than a plural, and for "also", "after", "will"."""
    found = [strength_of_phrase(["few" if word.key == "a" else word.key]) for word in words]
    classes = {one[1] for one in found if one is not None}
    strong = {StrengthClass(Scale.CERTAINTY, 3), StrengthClass(Scale.QUANTITY, 5)}
    little = _SOME | (_FREE - strong) | _WEAKER
    return all(one in little or one.scale is Scale.ORDER for one in classes) or {word.key for word in words} == {"can"}


def _either_way(pairing: Pairing, said: Sequence[int]) -> bool:
    """True for the second half of "may or may not"."""
    first = min(said)
    return any(pairing.passage[at].key == "or" for at in range(max(0, first - 2), max(said)))


def _may_go(words: Sequence[Word]) -> bool:
    classes = [found[1] for word in words if (found := strength_of_phrase([word.key])) is not None]
    return all(one.scale in _FREE_SCALES or one in _FREE for one in classes)


def _other_name(pairing: Pairing, first: int, past: int, said: Sequence[int], reason: Reason) -> bool:
    """True if a name stands where the passage has another, and neither is part of a longer one they share."""
    if not reason.said or not reason.written:
        return False
    if any(is_pronoun(word.key) for word in (*reason.said, *reason.written)):
        return True
    if _shortened(reason.said, reason.written) or _shortened(reason.written, reason.said):
        return False
    if sum(pairing.passage[at].content for at in said) > 2 * (past - first) + 1:
        return False
    return not (_beside_name(pairing, first, -1) or _beside_name(pairing, past - 1, 1))


def _shortened(long: Sequence[Word], short: Sequence[Word]) -> bool:
    """True for a short form of a name: its initials ("BBC"), or the beginnings of its words ("Lib Dem")."""
    initials = "".join(word.text[:1] for word in long)
    if len(short) == 1 and short[0].text.replace(".", "") == initials:
        return True
    return all(any(one.key[:3] == other.key[:3] for one in long) for other in short)


def _beside_name(pairing: Pairing, at: int, step: int) -> bool:
    """True if the unit beside is a name that both have, with no mark between."""
    other = at + step
    if not 0 <= other < len(pairing.statement) or pairing.to[other] < 0:
        return False
    border = pairing.statement[max(at, other)]
    beside = pairing.statement[other]
    return beside.name and not border.broken and beside.key[:1] != "@" and not is_title(beside.key)
