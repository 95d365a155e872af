"""A statement's sentences, each held against the sentence of a source that bears it out best."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from quotecheck.checking.known import KnownSource
from quotecheck.checking.matter import Matter, matter_of
from quotecheck.language.morphology import is_known_word
from quotecheck.language.saying import verbs_of_saying
from quotecheck.matching.query import Query
from quotecheck.meaning.contrast import reasons_of, replaced
from quotecheck.meaning.features import Claim
from quotecheck.meaning.pairing import Pairing, pair
from quotecheck.meaning.units import Unit, read_units
from quotecheck.model import Statement
from quotecheck.text.sentences import sentences
from quotecheck.text.tokens import tokenize

MOST_SENTENCES: Final = 4
"""Sentences of a source that are held against one claim."""
SAYING: Final = 0.3
"""What a verb of saying counts beside the matter that is said."""
NAME: Final = 1.4
"""What a name or a figure counts beside a common word."""


@attrs.frozen(kw_only=True, eq=False)
class Found:
    """One sentence of a statement against a source.

    Attributes:
        claim: What was found.
        number: Number of the source's sentence; -1 if none shares a word with the claim.
        others: Numbers of the next best sentences, best first.
    """

    claim: Claim
    number: int
    others: tuple[int, ...]


def units_of(query: Query, language: str) -> tuple[tuple[Unit, ...], ...]:
    """The units of each sentence of a statement."""
    ranges = [query.tokens.between(span) for span in sentences(query.text)]
    return tuple(read_units(query.tokens, first, past, language) for first, past in ranges if first < past)


def find_claims(statement: Statement, claims: Sequence[Sequence[Unit]], source: KnownSource) -> tuple[Found, ...]:
    """Each sentence of a statement with what the source has for it.

    Args:
        statement: An indirect or mixed statement.
        claims: The units of its sentences.
        source: Where it may rest.
    """
    matter = matter_of(source)
    speaker = frozenset(tokenize(statement.speaker or "").keys)
    return tuple(_found(units, speaker, matter, source) for units in claims)


def _found(units: Sequence[Unit], speaker: frozenset[str], matter: Matter, source: KnownSource) -> Found:
    weights = [_weight(unit, speaker, matter) for unit in units]
    likely = matter.likeliest((unit for unit, weight in zip(units, weights, strict=True) if weight), MOST_SENTENCES)
    tried = sorted(
        (_tried(number, order, units, weights, matter, source) for order, number in enumerate(likely)),
        key=lambda one: one[0],
    )
    if not tried:
        pairing = Pairing(units, (), (-1,) * len(units), pair(units, ()).grades, ())
        return Found(
            claim=Claim(pairing=pairing, weights=weights, reasons=(), around=frozenset(), elsewhere=frozenset()),
            number=-1,
            others=(),
        )
    _, number, claim = tried[0]
    around = _around(claim, number, matter)
    elsewhere = frozenset(at for at in claim.unmatched if matter.places(units[at]))
    return Found(
        claim=attrs.evolve(
            claim,
            around=around,
            elsewhere=elsewhere,
            kindred=frozenset(at for at in claim.unmatched if matter.kin(units[at])),
            replaced=replaced(claim.pairing),
            names=names_in(units, source.names),
        ),
        number=number,
        others=tuple(one[1] for one in tried[1:]),
    )


def names_in(units: Sequence[Unit], known: frozenset[str]) -> frozenset[int]:
    """Places of the units that name somebody or something; in small letters, those that the source writes as names."""
    written = frozenset(at for at, unit in enumerate(units) if unit.name)
    if written - {at for at in written if units[at].key[:1] == "@"}:
        return written
    return written | frozenset(
        at
        for at, unit in enumerate(units)
        if unit.content and unit.figure is None and (unit.key in known or not is_known_word(unit.key))
    )


def _weight(unit: Unit, speaker: frozenset[str], matter: Matter) -> float:
    if not unit.content or unit.key in speaker:
        return 0.0
    weight = matter.weight(unit)
    if unit.key in verbs_of_saying(matter.language):
        return weight * SAYING
    return weight * NAME if unit.name or unit.figure is not None else weight


def _tried(
    number: int, order: int, units: Sequence[Unit], weights: Sequence[float], matter: Matter, source: KnownSource
) -> tuple[tuple[float, int], int, Claim]:
    """One sentence held against a claim, with the key by which the best is chosen."""
    pairing = pair(units, matter.units(number))
    reasons = reasons_of(pairing, names=source.names.__contains__, language=matter.language)
    claim = Claim(pairing=pairing, weights=weights, reasons=reasons, around=frozenset(), elsewhere=frozenset())
    return (-round(claim.covered - 0.05 * min(3, len(reasons)), 6), order), number, claim


def _around(claim: Claim, number: int, matter: Matter) -> frozenset[int]:
    """The claim's unpaired content units that stand in the sentences beside the best."""
    low, high = max(0, number - 1), min(len(matter.sentences) - 1, number + 1)
    first, past = matter.sentences[low][0], matter.sentences[high][1]
    units = claim.pairing.statement
    return frozenset(at for at in claim.unmatched if any(first <= place < past for place in matter.places(units[at])))
