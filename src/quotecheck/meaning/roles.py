"""Who does what to whom: parts of a statement that stand in each other's place (QC404). Single words are elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from quotecheck.language.function_words import is_auxiliary, is_conjunction, is_preposition
from quotecheck.language.morphology import lemmas, parts_of_speech
from quotecheck.meaning.changes import Reason
from quotecheck.meaning.pairing import Pairing
from quotecheck.meaning.units import Unit
from quotecheck.model import Code

LONGEST_PART: Final = 8
"""Units of a part that changes places."""
MOST_BLOCKS: Final = 40
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
    if len(between) > LONGEST_PART or len(there) > LONGEST_PART or _passive(between) != _passive(there):
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
    parts = parts_of_speech(unit.key)
    return unit.name or unit.figure is not None or not parts or not parts.isdisjoint(_NUMERAL_OR_NOUN)


def _relates(unit: Unit) -> bool:
    """True for verbs and prepositions, whose two sides are not alike; "is" joins like with like."""
    if is_preposition(unit.key):
        return True
    return "v" in parts_of_speech(unit.key) and lemmas(unit.key).isdisjoint(_BE) and unit.content


def _passive(units: Sequence[Unit]) -> bool:
    """True if a form of be and "by" stand around a verb."""
    keys = [unit.key for unit in units]
    return "by" in keys and any(not unit.lemmas.isdisjoint(_BE) for unit in units)
