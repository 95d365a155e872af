"""What aids that are plugged in say of a claim and its passage, and how much that counts.

A judge moves the probability that a source bears a statement out, and can leave a doubt; it is never asked where a
reason with a code speaks against the statement, nor of words in quotation marks. A reader of roles can give such a
reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp
from typing import Final

import attrs

from quotecheck.aids import Judge, Syntax
from quotecheck.aids.judge import ask
from quotecheck.aids.roles import turned
from quotecheck.checking.claims import Found
from quotecheck.checking.known import KnownSource
from quotecheck.checking.matter import Matter, matter_of
from quotecheck.matching.query import Query
from quotecheck.meaning.calibration import odds
from quotecheck.meaning.changes import Reason
from quotecheck.meaning.units import Unit
from quotecheck.model import Code
from quotecheck.text.tokens import Tokens

SHARE: Final = 0.7
"""What a judge's log-odds count beside our own."""
AGAINST: Final = 0.9
"""Probability of a contradiction from which a judge's word is doubt."""
_REASON: Final = "a judge that is plugged in takes it for contradicted"


def second_opinion(
    judge: Judge, query: Query, source: KnownSource, found: Sequence[Found], likely: float
) -> tuple[float, str]:
    """How likely a source bears a statement out when a judge was asked too, and its doubt.

    Args:
        judge: Whom to ask.
        query: The statement's words.
        source: Where it may rest.
        found: Each sentence with what the source has for it.
        likely: Our own probability.

    Returns:
        The probability, and half a sentence that says what speaks against it, or "".
    """
    matter = matter_of(source)
    entailed: list[float] = []
    against = 0.0
    for one in found:
        if one.number < 0:
            return likely, ""
        hypothesis = words_of(query.tokens, one.claim.pairing.statement)
        leanings = [ask(judge, premise, hypothesis) for premise in _premises(matter, one)]
        told = [leaning.entailment for leaning in leanings if leaning.entailment is not None]
        if told:
            entailed.append(max(told))
        if not told or max(told) < 0.5:
            against = max(against, leanings[0].contradiction or 0.0)
    if entailed and len(entailed) == len(found):
        likely = 1.0 / (1.0 + exp(-((1.0 - SHARE) * odds(likely) + SHARE * odds(min(entailed)))))
    return likely, _REASON if against >= AGAINST else ""


def _premises(matter: Matter, one: Found) -> list[str]:
    """The best sentence, and the same with the next best ones and its neighbours, in the source's order."""
    more = {one.number, *one.others[:2], one.number - 1, one.number + 1}
    numbers = sorted(number for number in more if 0 <= number < len(matter.sentences))
    alone = _sentence(matter, one.number)
    joined = " ".join(_sentence(matter, number) for number in numbers)
    return [alone, joined] if joined != alone else [alone]


def _sentence(matter: Matter, number: int) -> str:
    first, past = matter.sentences[number]
    return f"{matter.tokens.stretch(first, past).of(matter.tokens.content)}."


def words_of(tokens: Tokens, units: Sequence[Unit]) -> str:
    """The words of a claim as a sentence, names in place of the pronouns that stand for them."""
    if not units:
        return ""
    content = tokens.content
    at, pieces = tokens.starts[units[0].first], []
    for unit in units:
        start, end = tokens.starts[unit.first], tokens.ends[unit.past - 1]
        if unit.name and unit.text not in content[start:end]:
            pieces += [content[at:start], unit.text]
            at = end
    return f"{''.join(pieces)}{content[at : tokens.ends[units[-1].past - 1]]}."


def with_roles(found: Found, query: Query, source: KnownSource, syntax: Syntax | None) -> Found:
    """A claim with one more reason where a parser reads its verb's sides the other way round than in the passage."""
    if syntax is None or found.number < 0:
        return found
    if any(one.code is Code.NAME_OR_ROLE and one.sure > 1 for one in found.claim.reasons):
        return found
    matter = matter_of(source)
    statement, passage = found.claim.pairing.statement, found.claim.pairing.passage
    mine = _slice(query.tokens, statement)
    theirs = _slice(matter.tokens, passage)
    for one, other in turned(syntax.roles(mine[0]), syntax.roles(theirs[0])):
        written = _unit_at(query.tokens, statement, mine[1] + one.start)
        said = _unit_at(matter.tokens, passage, theirs[1] + other.start)
        if written is not None and said is not None:
            reason = Reason(code=Code.NAME_OR_ROLE, change=-1, said=(said.word,), written=(written.word,), sure=2)
            return attrs.evolve(found, claim=attrs.evolve(found.claim, reasons=(*found.claim.reasons, reason)))
    return found


def _slice(tokens: Tokens, units: Sequence[Unit]) -> tuple[str, int]:
    """The words of some units as they stand, and where they begin."""
    start = tokens.starts[units[0].first]
    return tokens.content[start : tokens.ends[units[-1].past - 1]], start


def _unit_at(tokens: Tokens, units: Sequence[Unit], offset: int) -> Unit | None:
    return next((one for one in units if tokens.starts[one.first] <= offset < tokens.ends[one.past - 1]), None)
