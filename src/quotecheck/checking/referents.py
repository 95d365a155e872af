"""A statement's pronouns as the units of the names they stand for. Whom they stand for, the draft's sentences told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from quotecheck.matching.query import Query
from quotecheck.meaning.units import Unit, read_units
from quotecheck.model import Statement
from quotecheck.text.tokens import tokenize


def names_by_token(statement: Statement, query: Query, language: str) -> dict[int, Unit]:
    """The last word of each name that a pronoun stands for, by the pronoun's token in the statement.

    Args:
        statement: With its referents.
        query: Its words.
        language: BCP 47 tag.
    """
    found: dict[int, Unit] = {}
    for words in statement.referents:
        at = statement.at(words.start)
        if at is None:
            continue
        token, past = query.tokens.between_points(at, at + words.end - words.start)
        name = tokenize(words.text)
        units = read_units(name, 0, len(name), language)
        if token < past and units:
            found[token] = attrs.evolve(units[-1], first=token, past=token + 1, opens=False)
    return found


def with_names(units: Sequence[Unit], names: Mapping[int, Unit]) -> tuple[Unit, ...]:
    """``units`` with each pronoun's name in its place; a mark before the pronoun stays before the name."""
    return tuple(
        attrs.evolve(names[unit.first], broken=unit.broken) if unit.first in names and not unit.content else unit
        for unit in units
    )
