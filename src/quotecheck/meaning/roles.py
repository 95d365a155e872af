"""Who does what to whom: parts of a statement that stand in each other's place (QC404). Single words are elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from quotecheck.language.function_words import is_article, is_auxiliary, is_conjunction, is_preposition
from quotecheck.language.morphology import lemmas
from quotecheck.meaning.changes import Reason
from quotecheck.meaning.pairing import Pairing
from quotecheck.meaning.parts import agent_of, is_passive_at, is_verb_at, object_of, speech, subject_of
from quotecheck.meaning.units import Unit
from quotecheck.model import Code

LONGEST_PART: Final = 8
"""Units of a part that changes places."""
SHORT: Final = 14
"""Units of a sentence whose subject and object are read for sure."""
BEHIND_VERB: Final = 3
"""Units behind a verb in which its object stands."""
LONGER: Final = 2
"""How many times longer than a claim a passage may be for its parts to stand in each other's place."""
MOST_BLOCKS: Final = 40
_JOINING: Final = frozenset({"and", "or", "of"})
_PREPOSITIONS: Final = frozenset(
    frozenset(pair.split("/"))
    for pair in "to/by to/from from/for for/against with/without with/against to/against in/without".split()
)
"""Prepositions of which one turns what the other says."""
_BE: Final = frozenset({"be"})
_NUMERAL_OR_NOUN: Final = frozenset("na")


@attrs.frozen
class _Block:
    """A run of pairs that ascend together on both sides: half-open in the statement, first place in the passage."""

    first: int
    past: int
    start: int
    end: int


def exchanged(pairing: Pairing) -> Iterator[Reason]:
    """Parts that change places round a verb or a preposition: "A beat B" for "B beat A", "from A to B".

    Clauses that change their order and joined parts ("A and B") do not count, nor does a passive put for its active.

    Args:
        pairing: A statement and a passage, unit by unit.
    """
    if len(pairing.passage) > LONGER * len(pairing.statement):
        return
    blocks = _blocks(pairing)[:MOST_BLOCKS]
    for one in range(len(blocks)):
        for other in range(one + 2, min(one + 5, len(blocks))):
            left, right, middle = blocks[one], blocks[other], blocks[one + 1 : other]
            if _crossed(left, right, middle) and _counts(pairing, left, right, middle):
                yield Reason(
                    code=Code.NAME_OR_ROLE,
                    change=-1,
                    said=tuple(unit.word for unit in pairing.passage[right.start : left.end]),
                    written=tuple(unit.word for unit in pairing.statement[left.first : right.past]),
                )
                return


def _blocks(pairing: Pairing) -> list[_Block]:
    found: list[_Block] = []
    for at, place in enumerate(pairing.to):
        if place < 0:
            continue
        last = found[-1] if found else None
        if last is not None and last.end == place and last.past == at:
            found[-1] = _Block(last.first, at + 1, last.start, place + 1)
        else:
            found.append(_Block(at, at + 1, place, place + 1))
    return found


def _crossed(left: _Block, right: _Block, middle: Sequence[_Block]) -> bool:
    """True if the two stand the other way round in the passage, with the same between them in the same order."""
    places = [right.start, *(one.start for one in middle), left.start]
    return places == sorted(places)


def _counts(pairing: Pairing, left: _Block, right: _Block, middle: Sequence[_Block]) -> bool:
    statement, passage = pairing.statement, pairing.passage
    between = statement[left.past : right.first]
    there = passage[right.end : left.start]
    if not (_nominal(statement[left.first : left.past]) and _nominal(statement[right.first : right.past])):
        return False
    if max(len(between), len(there)) > LONGEST_PART or abs(len(between) - len(there)) > 1:
        return False
    if _passive(between) != _passive(there):
        return False
    return any(_relates(unit) for one in middle for unit in statement[one.first : one.past])


def _nominal(units: Sequence[Unit]) -> bool:
    """True for a noun phrase: nothing in it is a verb for sure, something in it is a noun or a name."""
    if len(units) > LONGEST_PART or not any(unit.content for unit in units):
        return False
    return all(not unit.content or _may_name(unit) for unit in units) and not any(
        is_auxiliary(unit.key) or (is_conjunction(unit.key) and unit.key not in {"and", "or"}) for unit in units
    )


def _may_name(unit: Unit) -> bool:
    parts = speech(unit.key)
    return unit.name or unit.figure is not None or not parts or not parts.isdisjoint(_NUMERAL_OR_NOUN)


def _relates(unit: Unit) -> bool:
    """True for verbs and prepositions, whose two sides are not alike; "is" joins like with like."""
    if is_preposition(unit.key) or unit.key == "than":
        return True
    return "v" in speech(unit.key) and lemmas(unit.key).isdisjoint(_BE) and unit.content


def _passive(units: Sequence[Unit]) -> bool:
    """True if a form of be stands before a participle."""
    verbs = (at for at, unit in enumerate(units) if unit.content and "v" in speech(unit.key))
    return any(is_passive_at(units, at) for at in verbs)


def turned_roles(pairing: Pairing) -> Iterator[Reason]:
    """Verbs that both have with another subject: its object put there for sure, any other noun with less certainty.

    The order of words tells subject and object only in a short sentence; in a longer one what is found is a hint.

    Args:
        pairing: A statement and a passage, unit by unit.
    """
    statement, passage = pairing.statement, pairing.passage
    short = len(passage) <= SHORT
    for at, place in enumerate(pairing.to):
        if place < 0 or not is_verb_at(statement, at) or not is_verb_at(passage, place):
            continue
        mine = _doer_and_done(statement, at)
        theirs = _doer_and_done(passage, place)
        if _does_itself(pairing, at, mine):
            continue
        for one, other, opposite in ((mine[0], theirs[0], theirs[1]), (mine[1], theirs[1], theirs[0])):
            found = -1 if one is None else pairing.to[one]
            if one is None or other is None or found < 0 or not _apart(passage, found, other):
                continue
            yield Reason(
                code=Code.NAME_OR_ROLE,
                change=-1,
                said=(passage[other].word, passage[place].word),
                written=(statement[one].word, statement[at].word),
                sure=0 if not short else 2 if found == opposite else 1,
            )
            return


def _does_itself(pairing: Pairing, at: int, mine: tuple[int | None, int | None]) -> bool:
    """True for "the library will close two days" of "we will close the library two days": the thing does it itself."""
    subject, thing = mine
    if subject is None or is_passive_at(pairing.statement, at) or is_passive_at(pairing.passage, pairing.to[at]):
        return False
    measured = thing is not None and any(unit.figure is not None for unit in pairing.statement[at : thing + 1])
    return (thing is None or measured) and 0 < pairing.to[subject] - pairing.to[at] <= BEHIND_VERB


def _apart(passage: Sequence[Unit], one: int, other: int) -> bool:
    """True if two nouns are neither one phrase nor joined by "and"."""
    if one == other or not passage[other].content:
        return False
    low, high = sorted((one, other))
    between = passage[low + 1 : high]
    joined = any(unit.key in _JOINING for unit in between)
    near = all((unit.content and _may_name(unit)) or unit.key in _JOINING or is_article(unit.key) for unit in between)
    return not near or not (joined or (not between and not passage[high].broken))


def _doer_and_done(units: Sequence[Unit], verb: int) -> tuple[int | None, int | None]:
    """Who does it and whom it is done to, in the passive as in the active."""
    if is_passive_at(units, verb):
        return agent_of(units, verb), subject_of(units, verb)
    return subject_of(units, verb), object_of(units, verb)


def other_prepositions(pairing: Pairing) -> Iterator[Reason]:
    """A preposition put for one that turns who gives and who takes: "from Ben" for "for Ben", "by 5" for "to 5"."""
    to = pairing.to
    for at in range(1, len(to) - 1):
        if to[at] >= 0 or to[at - 1] < 0 or to[at + 1] != to[at - 1] + 2:
            continue
        mine, theirs = pairing.statement[at], pairing.passage[to[at - 1] + 1]
        if pairing.back[to[at - 1] + 1] < 0 and frozenset((mine.key, theirs.key)) in _PREPOSITIONS:
            yield Reason(code=Code.NAME_OR_ROLE, change=-1, said=(theirs.word,), written=(mine.word,))
