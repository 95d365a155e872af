"""A statement's sentences, each held against the sentence of a source that bears it out best."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from quotecheck.aids import Vectors
from quotecheck.checking.known import KnownSource
from quotecheck.checking.matter import Matter, matter_of
from quotecheck.checking.nearby import near
from quotecheck.checking.referents import names_by_token, with_names
from quotecheck.language.function_words import Person, person_of
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

_HE_OR_SHE: Final = frozenset({Person.HE, Person.SHE})
MOST_SENTENCES: Final = 4
"""Sentences of a source that are held against one claim."""
REASON: Final = 0.05
"""What a reason against a sentence takes from its share."""
NEAR: Final = 3 * REASON
"""Share by which a sentence may fall behind the best and still be chosen."""
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


def find_claims(
    statement: Statement,
    claims: Sequence[Sequence[Unit]],
    source: KnownSource,
    query: Query | None = None,
    vectors: Vectors | None = None,
) -> tuple[Found, ...]:
    """Each sentence of a statement with what the source has for it.

    Args:
        statement: An indirect or mixed statement.
        claims: The units of its sentences.
        source: Where it may rest.
        query: Its words, for the places of its pronouns; None if whom they stand for is not asked.
        vectors: Find more sentences to look at; None for none.
    """
    matter = matter_of(source)
    speaker = frozenset(tokenize(statement.speaker or "").keys)
    names = names_by_token(statement, query, source.language) if query is not None and statement.referents else {}
    return tuple(_named(units, names, speaker, matter, source, vectors) for units in claims)


def _named(
    units: Sequence[Unit],
    names: Mapping[int, Unit],
    speaker: frozenset[str],
    matter: Matter,
    source: KnownSource,
    vectors: Vectors | None,
) -> Found:
    """A claim with names in place of its pronouns, unless the source has a pronoun there for one whom it names."""
    full = with_names(units, names)
    own = [unit for unit in full if unit.first in names]
    if own and all(matter.places(unit) for unit in own):
        found = _found(units, speaker, matter, source, vectors)
        if any(person_of(unit.key, source.language) in _HE_OR_SHE for unit in found.claim.pairing.passage):
            return found
    return _found(full, speaker, matter, source, vectors)


def _found(
    units: Sequence[Unit], speaker: frozenset[str], matter: Matter, source: KnownSource, vectors: Vectors | None
) -> Found:
    weights = [_weight(unit, speaker, matter) for unit in units]
    if not any(weights):  # "I had to have them all": nothing but small words to go by
        weights = [1.0] * len(units)
    likely = matter.likeliest((unit for unit, weight in zip(units, weights, strict=True) if weight), MOST_SENTENCES)
    likely += near(units, matter, likely, vectors)
    tried = _tried(likely, units, weights, matter, source)
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
    likely: Sequence[int], units: Sequence[Unit], weights: Sequence[float], matter: Matter, source: KnownSource
) -> list[tuple[tuple[float, int], int, Claim]]:
    """The sentences held against a claim, best first: only those near the best are looked at for reasons."""
    claims = [
        Claim(
            pairing=pair(units, matter.units(number)),
            weights=weights,
            reasons=(),
            around=frozenset(),
            elsewhere=frozenset(),
        )
        for number in likely
    ]
    most = max((claim.covered for claim in claims), default=0.0)
    found = []
    for order, (number, claim) in enumerate(zip(likely, claims, strict=True)):
        if claim.covered + NEAR >= most:
            names = source.names.__contains__
            reasons = reasons_of(claim.pairing, names=names, language=matter.language)
            key = -round(claim.covered - REASON * min(3, len(reasons)), 6), order
            found.append((key, number, attrs.evolve(claim, reasons=reasons)))
    return sorted(found, key=lambda one: one[0])


def _around(claim: Claim, number: int, matter: Matter) -> frozenset[int]:
    """The claim's unpaired content units that stand in the sentences beside the best."""
    low, high = max(0, number - 1), min(len(matter.sentences) - 1, number + 1)
    first, past = matter.sentences[low][0], matter.sentences[high][1]
    units = claim.pairing.statement
    return frozenset(at for at in claim.unmatched if any(first <= place < past for place in matter.places(units[at])))
