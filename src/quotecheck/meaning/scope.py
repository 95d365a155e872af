"""What a passage says of the clause that a claim keeps: that it is not so, or only asked, supposed or believed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from quotecheck.language.commitment import leaves_open, turns_down
from quotecheck.language.function_words import is_auxiliary, is_conjunction, is_preposition
from quotecheck.language.negation import is_implicit_negation, is_negation
from quotecheck.language.saying import verbs_of_saying
from quotecheck.meaning.changes import Reason
from quotecheck.meaning.pairing import Grade, Pairing, stands_above
from quotecheck.meaning.parts import is_relative, is_verb_at, object_of, subject_of
from quotecheck.meaning.units import Unit
from quotecheck.model import Code

_NOBODY: Final = frozenset({"nobody", "nothing", "none", "nowhere"})
_CONDITIONS: Final = frozenset({"if", "unless"})
BEHIND: Final = 3
"""Units behind a claim in which a "nobody" still belongs to it."""
HALF: Final = 0.5
"""Share of a claim's content that must stand under a word for it to bear on the claim."""
INSERTED: Final = 8
"""Units between two marks behind a word that may part it from what it takes."""
BEFORE: Final = 3
"""Units before a word within which a negation undoes it: "no doubt", "did not fail"."""


def denied(pairing: Pairing) -> Iterator[Reason]:
    """Words of the passage that say that what the claim keeps is not so: "denies that", "failed to", "rather than".

    Args:
        pairing: The two, unit by unit.
    """
    if any(is_negation(unit.key) or is_implicit_negation(unit.key) for unit in pairing.statement):
        return
    passage = pairing.passage
    for at, unit in enumerate(passage):
        following = passage[at + 1].key if at + 1 < len(passage) else ""
        if pairing.back[at] >= 0 or not (is_implicit_negation(unit.key) or turns_down(unit.key, following)):
            continue
        if following == "and" and passage[at + 1].broken:  # "the mayor failed, and the council paid"
            continue
        if not _undone(pairing, at) and _under(pairing, at) > HALF:
            yield Reason(code=Code.POLARITY, change=-1, said=(unit.word,), written=())
            return


def emptied(pairing: Pairing) -> Iterator[Reason]:
    """A word right behind what the claim keeps that takes it back: "a war with nobody" for "a war".

    Args:
        pairing: The two, unit by unit.
    """
    last = max(pairing.to, default=-1)
    for place in range(last + 1, min(len(pairing.passage), last + 1 + BEHIND)):
        unit = pairing.passage[place]
        if unit.broken or last < 0:
            return
        if unit.key in _NOBODY:
            yield Reason(code=Code.POLARITY, change=-1, said=(unit.word,), written=())
            return


def opened(pairing: Pairing) -> str:
    """The word of the passage under which the claim is neither asserted nor denied; "" if there is none.

    Args:
        pairing: The two, unit by unit.
    """
    if any(_may_open(pairing.statement, at) for at in range(len(pairing.statement))):
        return ""
    if [unit.key for unit in pairing.passage[:2]] == ["in", "case"] and max(pairing.back[:2]) < 0:
        return "in case"
    for at, unit in enumerate(pairing.passage):
        if pairing.back[at] >= 0 or not _may_open(pairing.passage, at) or _undone(pairing, at):
            continue
        if _under(pairing, at) > HALF or (at == 0 and unit.key in _CONDITIONS and _behind(pairing)):
            return unit.text
    return ""


def _may_open(units: Sequence[Unit], at: int) -> bool:
    """True for a word that leaves open what stands under it; "had" does where it begins its clause: "had he known"."""
    begins = at + 1 < len(units) and (at == 0 or units[at].broken)
    return leaves_open(units[at].key) and (units[at].key != "had" or begins)


def _behind(pairing: Pairing) -> bool:
    """True if the claim is the clause behind the condition that opens a passage: "if it rains, we win"."""
    places = [place for place, unit in zip(pairing.to, pairing.statement, strict=True) if place >= 0 and unit.content]
    first = min(places, default=0)
    return first > 2 and not any(unit.key in {"and", "but"} for unit in pairing.passage[:first])


def alternative(pairing: Pairing) -> str:
    """ "Or", "either", where the claim is one of two that the passage leaves the choice between; "" if it is not.

    Args:
        pairing: The two, unit by unit.
    """
    if any(unit.key in {"or", "either", "may", "can", "could", "might"} for unit in pairing.statement):
        return ""
    passage, last = pairing.passage, max(pairing.to, default=-1)
    for at, unit in enumerate(passage):
        if pairing.back[at] >= 0 or at == len(passage) - 1:
            continue
        if unit.key == "either" or (unit.key == "or" and at > last >= 0 and _clause(passage, at + 1)):
            return unit.text
    return ""


def _clause(passage: Sequence[Unit], first: int) -> bool:
    """True if a clause of its own follows: a noun and its verb."""
    for at in range(first, min(len(passage), first + BEHIND + 1)):
        if passage[at].broken and at > first:
            return False
        if at > first and is_verb_at(passage, at) and subject_of(passage, at) is not None:
            return True
    return False


def taken_on(pairing: Pairing) -> str:
    """The verb behind the last word of a claim that takes that word as its own: "knew the actors had left".

    Args:
        pairing: The two, unit by unit.
    """
    last, passage = max(pairing.to, default=-1), pairing.passage
    if last < 2 or last + 1 >= len(passage) or pairing.to[-1] != last or not passage[last].content:
        return ""
    verb = passage[last + 1]
    if verb.broken or not (is_verb_at(passage, last + 1) or is_auxiliary(verb.key)):
        return ""
    doing = next((at for at in range(last - 1, 0, -1) if is_verb_at(passage, at)), -1)
    if doing < 0 or pairing.back[doing] < 0 or is_relative(passage[doing - 1].key):
        return ""
    if object_of(passage, doing) == last:
        # "The factory closed in May" may be the factory that was closed.
        bare = verb.key.endswith("ed") and last + 2 < len(passage) and object_of(passage, last + 1) is None
        return "" if bare else verb.text
    # "The men paid in the hall left": the men who were paid.
    between = passage[doing + 1 : last]
    return verb.text if between and is_preposition(between[0].key) and verb.content else ""


def narrowed(pairing: Pairing) -> int | None:
    """Place of a unit of the claim that says more than the passage's: "dog" for "animal"; None if there is none."""
    return next(
        (at for at, grade in enumerate(pairing.grades) if grade is Grade.NARROWER and _is_thing(pairing, at)), None
    )


def _is_thing(pairing: Pairing, at: int) -> bool:
    """True if both are words for things: other words' wider ones are mostly their synonyms."""
    mine, theirs = pairing.statement[at].key, pairing.passage[pairing.to[at]].key
    return stands_above(mine, theirs) or stands_above(theirs, mine)


def _undone(pairing: Pairing, at: int) -> bool:
    passage = pairing.passage
    for before in range(at - 1, max(-1, at - 1 - BEFORE), -1):
        if passage[before + 1].broken:
            return False
        if is_negation(passage[before].key):
            return True
    return False


def _under(pairing: Pairing, at: int) -> float:
    """The share of the claim's paired content that stands behind a word, up to the end of its clause.

    None does if what the word takes first is not the claim's: "the tourists that stopped the artists thanked us".
    """
    passage = pairing.passage
    begin = _past_insertion(passage, at + 1)
    first = next((place for place in range(begin, min(len(passage), begin + 4)) if passage[place].content), -1)
    if first < 0 or pairing.back[first] < 0:
        return 0.0
    end = begin
    while end < len(passage) and not (passage[end].broken and end > begin) and not _leaves(passage[end].key):
        end += 1
    saying = verbs_of_saying()
    paired = [
        place
        for place, unit in zip(pairing.to, pairing.statement, strict=True)
        if place >= 0 and unit.content and unit.key not in saying
    ]
    return sum(at < place < end for place in paired) / max(1, len(paired))


def _past_insertion(passage: Sequence[Unit], at: int) -> int:
    """Where what a word takes begins: "denied, in a letter, that he knew", behind what stands between the marks."""
    if at < len(passage) and passage[at].broken:
        for later in range(at, min(len(passage), at + INSERTED)):
            if passage[later].broken and passage[later].key in {"that", "to"}:
                return later
    return at


def _leaves(key: str) -> bool:
    """Conjunctions that go on with another clause."""
    return is_conjunction(key) and key in {"but", "although", "though", "while", "because", "so", "yet"}
