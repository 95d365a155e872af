"""Reasons that cancel each other: two turns of a saying that say the same with the negation in another place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from quotecheck.language.negation import is_negation, splits_negation
from quotecheck.meaning.changes import Change, Reason, Word, keys
from quotecheck.model import Code

NEAR: Final = 8
"""Words of the statement between two changes that may be one turn."""
_NONE: Final = frozenset({"no", "nothing", "nobody", "none", "no-one", "never", "not", "nowhere"})
_EXCEPT: Final = frozenset({"but", "except", "save"})
_ALL: Final = frozenset({"all", "every", "everything", "everyone", "everybody"})
_ONLY: Final = frozenset({"only", "all", "sole"})
_TURNS: Final = frozenset({Code.POLARITY, Code.STRENGTH})


def without_cancelled(reasons: Sequence[Reason], changes: Sequence[Change]) -> list[Reason]:
    """The reasons without those that undo each other.

    "Judge not, lest ye be judged" says what "that ye be not judged" does, and "nothing but" what "only" does.

    Args:
        reasons: What was found, in any order.
        changes: The changes of the statement that they speak of.
    """
    left = list(reasons)
    for undone in (_without_lest, _without_part, _without_purpose, _without_exceptions):
        left = undone(left, changes)
    return left


def _without_part(reasons: Sequence[Reason], changes: Sequence[Change]) -> list[Reason]:
    """ "All that glitters is not gold" says what "not all that glitters is gold" does; the reverse need not."""
    for gained, lost in _pairs(reasons):
        if _keys(gained.written) != {"not"} or gained.said or _keys(lost.said) != {"not"} or lost.written:
            continue
        first, second = changes[gained.change], changes[lost.change]
        whole = (*first.written[-1:], *first.written_after)[:2]
        if _keys(whole) & _ALL and _keys((*first.said_after[:1], *first.said[-1:])) & _ALL and second is not first:
            return [one for one in reasons if one is not gained and one is not lost]
    return list(reasons)


def _without_purpose(reasons: Sequence[Reason], changes: Sequence[Change]) -> list[Reason]:
    """ "Because I wished to" is a purpose, as a bare "to" is: nothing is claimed the more without the wish."""
    return [one for one in reasons if not (one.code is Code.STRENGTH and _is_purpose(changes[one.change]))]


def _is_purpose(change: Change) -> bool:
    said = keys(change.said)
    if change.written or not said or said[0] not in {"because", "for", "as", "since"}:
        return False
    wished = said[-1] in {"wished", "wanted", "wish", "want"} and keys(change.said_after[:1]) == ("to",)
    return wished and len(said) <= 4


def _without_lest(reasons: Sequence[Reason], changes: Sequence[Change]) -> list[Reason]:
    """A "lest" is a "that … not" in one word: gained where a negation behind it is lost, nothing is turned."""
    for lest, bare in _pairs(reasons):
        apart = abs(_place(changes[lest.change]) - _place(changes[bare.change]))
        gained = _keys(lest.written) == {"lest"} and not lest.said and bare.said and not bare.written
        lost = _keys(lest.said) == {"lest"} and not lest.written and bare.written and not bare.said
        if (gained or lost) and apart <= NEAR:
            return [one for one in reasons if one is not lest and one is not bare]
    return list(reasons)


def _pairs(reasons: Sequence[Reason]) -> Iterable[tuple[Reason, Reason]]:
    turns = [one for one in reasons if one.code is Code.POLARITY]
    return ((one, other) for one in turns for other in turns if one is not other)


def _place(change: Change) -> int:
    words = (*change.written, *change.written_after)
    return words[0].index if words else (change.written_before[-1].index + 1 if change.written_before else 0)


def _without_exceptions(reasons: Sequence[Reason], changes: Sequence[Change]) -> list[Reason]:
    """ "Nothing … but" is "the only thing": no reason where each side has one of the two turns."""
    if not any(one.code in _TURNS for one in reasons):
        return list(reasons)
    said = [word for change in changes for word in (*change.said_before, *change.said, *change.said_after)]
    written = [word for change in changes for word in (*change.written_before, *change.written, *change.written_after)]
    only = bool(_keys(said) & _ONLY), bool(_keys(written) & _ONLY)
    # The one turn must have taken the place of the other: what both sides have makes no exception.
    turned = [bool(_keys(words) & _EXCEPT) for words in _changed(changes)]
    excepts = turned[0] and _excepts(said), turned[1] and _excepts(written)
    if not ((excepts[1] and only[0] and not only[1]) or (excepts[0] and only[1] and not only[0])):
        return list(reasons)
    return [one for one in reasons if one.code not in _TURNS or not _of_exception(one)]


def _changed(changes: Sequence[Change]) -> tuple[list[Word], list[Word]]:
    """The words that differ: the source's and the statement's."""
    return [word for one in changes for word in one.said], [word for one in changes for word in one.written]


def _of_exception(reason: Reason) -> bool:
    return _keys((*reason.said, *reason.written)) <= _NONE | _EXCEPT | _ONLY


def _excepts(words: Sequence[Word]) -> bool:
    """True if a word that denies all is followed by what is taken out of it."""
    ordered = sorted({word.index: word.key for word in words}.items())
    first = next((at for at, (_, key) in enumerate(ordered) if key in _NONE), None)
    if first is None or any(splits_negation(key) for _, key in ordered):
        return False
    denials = sum(is_negation(key) for _, key in ordered)
    return denials == 1 and any(key in _EXCEPT for _, key in ordered[first + 1 :])


def _keys(words: Sequence[Word]) -> set[str]:
    return {word.key for word in words}
