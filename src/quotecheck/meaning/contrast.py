"""What a statement says otherwise than the passage it was paired with: changes in their places, and the reasons.

The reasons are those of direct quotations (QC402 to QC405), weighed on units that may stand in another order; who did
what to whom is looked at apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

import attrs

from quotecheck.language.commitment import undoes
from quotecheck.language.figures import same_value
from quotecheck.language.function_words import Person, is_pronoun, person_of
from quotecheck.language.negation import is_negation
from quotecheck.meaning.changes import Change, Reason, Word
from quotecheck.meaning.pairing import Pairing, within
from quotecheck.meaning.polarity import turned
from quotecheck.meaning.roles import exchanged, other_prepositions, turned_roles
from quotecheck.meaning.scope import denied, emptied
from quotecheck.meaning.sureness import sureness
from quotecheck.meaning.units import Unit
from quotecheck.meaning.weigh import names_differ, shifted, strength_differs
from quotecheck.model import Code

LONGEST_GAP: Final = 6
"""Units of a passage beside a pair that an unpaired unit of the statement may stand for."""
GOVERNING: Final = 3
"""Units before a stretch of the passage within which a negation bears on it."""
_CONTEXT: Final = 6
_NEGATED_ANY: Final = frozenset({"any", "no", "not", "none"})
_TIMES: Final = frozenset({"earlier", "later", "sooner", "before", "after", "previously", "subsequently"})


@attrs.frozen
class _Gap:
    """Unpaired units of a statement with those that stand in their place in the passage, as places on both sides."""

    first: int
    past: int
    said: tuple[int, ...]


def _change(pairing: Pairing, gap: _Gap, language: str) -> Change:
    statement, passage = pairing.statement, pairing.passage
    low, high = (min(gap.said), max(gap.said) + 1) if gap.said else _place(pairing, gap)
    return Change(
        said=_words(passage[at] for at in gap.said),
        written=_words(statement[gap.first : gap.past]),
        said_before=_words(passage[max(0, low - _CONTEXT) : low]),
        said_after=_words(passage[high : high + _CONTEXT]),
        written_before=_words(statement[max(0, gap.first - _CONTEXT) : gap.first]),
        written_after=_words(statement[gap.past : gap.past + _CONTEXT]),
        language=language,
    )


def _words(units: Iterator[Unit] | Sequence[Unit]) -> tuple[Word, ...]:
    return tuple(unit.word for unit in units)


def _place(pairing: Pairing, gap: _Gap) -> tuple[int, int]:
    """Where in the passage a gap without units of it stands."""
    if gap.first > 0 and pairing.to[gap.first - 1] >= 0:
        at = pairing.to[gap.first - 1] + 1
    elif gap.past < len(pairing.to):
        at = max(0, pairing.to[gap.past])
    else:
        at = 0
    return at, at


def _gaps(pairing: Pairing) -> Iterator[_Gap]:
    """The runs of unpaired units of the statement."""
    to, at = pairing.to, 0
    while at < len(to):
        if to[at] >= 0:
            at += 1
            continue
        past = at
        while past < len(to) and to[past] < 0:
            past += 1
        yield _Gap(at, past, _standing_for(pairing, at, past))
        at = past


def _standing_for(pairing: Pairing, first: int, past: int) -> tuple[int, ...]:
    left = pairing.to[first - 1] if first else -1
    right = pairing.to[past] if past < len(pairing.to) else -1
    after = tuple(_onward(pairing, left, 1)) if left >= 0 else ()
    before = tuple(_onward(pairing, right, -1)) if right >= 0 else ()
    if left >= 0 and right >= 0 and left < right and len(after) >= right - left - 1:
        return tuple(range(left + 1, right))
    return tuple(sorted({*after, *before}))


def _onward(pairing: Pairing, at: int, step: int) -> Iterator[int]:
    """Unpaired places beside one, up to a pair or a mark."""
    passage = pairing.passage
    for place in range(at + step, at + step * (LONGEST_GAP + 1), step):
        if not 0 <= place < len(passage) or pairing.back[place] >= 0:
            return
        border = passage[place] if step > 0 else passage[place + 1]
        if border.broken:
            return
        yield place


def _omissions(pairing: Pairing) -> Iterator[_Gap]:
    """Unpaired units of the passage right before or between pairs that follow each other in the statement."""
    to = pairing.to
    for at in range(len(to)):
        here = to[at]
        if here < 0 or (at and to[at - 1] < 0):
            continue
        if at and 0 <= to[at - 1] < here and all(pairing.back[k] < 0 for k in range(to[at - 1] + 1, here)):
            said = tuple(range(to[at - 1] + 1, here))
            if len(said) > LONGEST_GAP:
                said = _governing(pairing, here)
        elif at and to[at - 1] == here - 1:
            continue
        else:
            said = _governing(pairing, here)
        if said:
            yield _Gap(at, at, said)


def _governing(pairing: Pairing, here: int) -> tuple[int, ...]:
    """The units right before a pair that may bear on it; none where they undo each other ("no doubt that")."""
    found = tuple(sorted(tuple(_onward(pairing, here, -1))[:GOVERNING]))
    units = [pairing.passage[place] for place in found]
    denies = any(is_negation(unit.key) for unit in units)
    return () if denies and any(undoes(unit.key) for unit in units) else found


def replaced(pairing: Pairing) -> frozenset[int]:
    """Places of unpaired content units of the statement where the passage has other content instead."""
    return frozenset(
        at
        for gap in _gaps(pairing)
        if any(pairing.passage[place].content for place in gap.said)
        for at in range(gap.first, gap.past)
        if pairing.statement[at].content
    )


def reasons_of(pairing: Pairing, *, names: Callable[[str], bool], language: str = "en") -> tuple[Reason, ...]:
    """Why the statement says something else than the passage; none if nothing turns the meaning.

    Args:
        pairing: The two, unit by unit.
        names: Whether a key occurs in the source as a capitalised word inside a sentence.
        language: BCP 47 tag of both.
    """
    gaps = (*_gaps(pairing), *_omissions(pairing))
    found: list[Reason] = [*_figures(pairing, gaps), *(list(exchanged(pairing)) or turned_roles(pairing))]
    found += [*other_prepositions(pairing), *denied(pairing), *emptied(pairing)]
    for index, gap in enumerate(gaps):
        change = _change(pairing, gap, language)
        for code, test in (
            (Code.POLARITY, _polarity),
            (Code.NAME_OR_ROLE, lambda one: _names(one, names)),
            (Code.NAME_OR_ROLE, shifted),
            (Code.STRENGTH, _strength),
        ):
            pair = test(change)
            if pair is not None:
                reason = Reason(code=code, change=index, said=pair[0], written=pair[1])
                found.append(attrs.evolve(reason, sure=sureness(pairing, gap.first, gap.past, gap.said, reason)))
    return _cancelled(_compared(found))


def _compared(reasons: Sequence[Reason]) -> Sequence[Reason]:
    """ "A is less safe than B" is "B is safer than A": the turn and the change of measure undo each other."""
    turns = [one for one in reasons if any(word.key == "than" for word in one.written) and len(one.written) > 1]
    measures = [one for one in reasons if {word.key for word in (*one.said, *one.written)} <= {"less", "more"}]
    return [one for one in reasons if one not in turns and one not in measures] if turns and measures else reasons


def _polarity(change: Change) -> tuple[tuple[Word, ...], tuple[Word, ...]] | None:
    found = turned(change)
    return None if found is None or _timed(found) else found


def _names(change: Change, names: Callable[[str], bool]) -> tuple[tuple[Word, ...], tuple[Word, ...]] | None:
    """Other names; a pronoun only of the other sex, for reported speech turns "we" and "you" into "they"."""
    found = names_differ(change, names) if change.written else None
    if found is None:
        return None
    persons = {person_of(word.key) for side in found for word in side if is_pronoun(word.key)}
    return None if persons and persons != {Person.HE, Person.SHE} else found


def _strength(change: Change) -> tuple[tuple[Word, ...], tuple[Word, ...]] | None:
    """Words of strength, and of time: "later" for "earlier"."""
    found = turned(change)
    if found is not None and _timed(found):
        return found
    found = strength_differs(change)
    if found is None or {word.key for side in found for word in side} <= _NEGATED_ANY:
        return None
    return found


def _timed(found: tuple[tuple[Word, ...], tuple[Word, ...]]) -> bool:
    return all(side and all(word.key in _TIMES for word in side) for side in found)


def _cancelled(reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    """A negation that one place loses and another gains is moved, not added."""
    lost = [one for one in reasons if one.code is Code.POLARITY and one.said and not one.written]
    gained = [one for one in reasons if one.code is Code.POLARITY and one.written and not one.said]
    if lost and len(gained) == 1:
        moved = {id(one) for one in (*lost, *gained)}
        reasons = [one for one in reasons if id(one) not in moved and not _only_negates(one)]
    lost = [one for one in reasons if one.code is Code.STRENGTH and one.said and not one.written]
    gained = [one for one in reasons if one.code is Code.STRENGTH and one.written and not one.said]
    gone = {
        id(one)
        for left in lost
        for right in gained
        if [word.key for word in left.said] == [word.key for word in right.written]
        for one in (left, right)
    }
    return tuple(one for one in reasons if id(one) not in gone)


def _only_negates(reason: Reason) -> bool:
    """True for a change of strength that is a negation's: "neither" for "not"."""
    words = (*reason.said, *reason.written)
    return reason.code is Code.STRENGTH and all(is_negation(word.key) for word in words)


def _figures(pairing: Pairing, gaps: Sequence[_Gap]) -> Iterator[Reason]:
    """Figures of the statement that the passage has not, or not once more; for sure where another stands instead."""
    passage = pairing.passage
    free = [unit for at, unit in enumerate(passage) if pairing.back[at] < 0 and unit.figure is not None]
    for gap in gaps:
        here = [passage[place] for place in gap.said if passage[place].figure is not None]
        for at in range(gap.first, gap.past):
            unit = pairing.statement[at]
            if unit.figure is None or any(_same_count(unit, other) for other in free):
                continue
            near = here or [one for one in free if one.figure and one.figure.unit == unit.figure.unit]
            same = next((other for other in near if other.figure and same_value(unit.figure, other.figure)), None)
            if same is not None:  # the same figure under another bound: "more than 30" for "less than 30"
                sure = 2 if unit.bound * same.bound < 0 else int(same in here)
                yield Reason(code=Code.STRENGTH, change=-1, said=(same.word,), written=(unit.word,), sure=sure)
            elif near or not any(other.figure and same_value(unit.figure, other.figure) for other in passage):
                sure = _other_figure(unit, here)
                yield Reason(code=Code.FIGURE, change=-1, said=_words(near[:1]), written=(unit.word,), sure=sure)


def _other_figure(unit: Unit, here: Sequence[Unit]) -> int:
    """How sure it is that a figure is put for one of those in its place: of another kind it may be another matter."""
    found = 0
    for other in here:
        if unit.figure is None or other.figure is None or within(other, unit):
            continue
        dated = unit.figure.parts is not None or other.figure.parts is not None
        if unit.bound != other.bound and (other.bound or dated):
            continue
        if unit.figure.unit == other.figure.unit:
            found = 2
        elif unit.figure.unit is not None and other.figure.unit is not None:
            found = max(found, 1)
    return found


def _same_count(one: Unit, other: Unit) -> bool:
    """True for "52" and "52-year-old": one value, and a unit that only one of the two names."""
    if one.figure is None or other.figure is None or one.figure.value is None:
        return False
    if one.figure.value != other.figure.value or one.bound != other.bound:
        return _in_range(one, other)
    return None in (one.figure.unit, other.figure.unit)


def _in_range(one: Unit, other: Unit) -> bool:
    """True for a figure between the two of a range: 1990 of "1988 to 1992"."""
    mine, theirs = one.figure, other.figure
    if mine is None or theirs is None or theirs.value is None or theirs.high is None or mine.value is None:
        return False
    return theirs.unit != "ratio" and theirs.value <= mine.value <= theirs.high
