"""Titles of people, and names of countries with what is made from them. Who a name means is found elsewhere."""

from __future__ import annotations

import enum
from functools import cache

import attrs

from quotecheck.language.en import names as en

__all__ = ["Nation", "NationForm", "full_title", "is_title", "nations", "of_a_place", "same_nation"]


class NationForm(enum.Enum):
    """How a country is named."""

    COUNTRY = "country"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    CAPITAL = "capital"


@attrs.frozen
class Nation:
    """A country and the form in which it was named.

    Attributes:
        country: Its common English name ("Ukraine").
        form: Whether the country itself, its adjective, its people or its capital was named.
    """

    country: str
    form: NationForm


def is_title(word: str) -> bool:
    """True if the word may stand before a name as a title or an office: "mr", "dr", "president", "gen".

    Args:
        word: Lower-cased, with or without its full stop.
    """
    bare = word.removesuffix(".")
    return bare in en.COURTESY_TITLES or bare in en.OFFICE_TITLES or bare in en.SHORT_TITLES


def full_title(word: str) -> str:
    """The full form of a title's short one ("gov." → "governor"); the word itself if it has none."""
    bare = word.removesuffix(".")
    return en.SHORT_TITLES.get(bare, bare if bare in en.COURTESY_TITLES | en.OFFICE_TITLES else word)


def of_a_place(name: str) -> bool:
    """True if a word is the name of a country, a continent, or one of their people: "Italy", "African".

    Args:
        name: As it stands, capitals included; "'s" may stand behind it.
    """
    bare = name.replace("’", "'").removesuffix("'s")
    return bool(nations(bare)) or bare in en.CONTINENTS


def nations(name: str) -> frozenset[Nation]:
    """What countries a name may mean, with the form; several for "Congolese" or "Dominican", none for other words.

    Args:
        name: As it stands, capitals included ("US" and "us" differ); several words parted by one space.
    """
    return _by_name().get(name, frozenset())


def same_nation(one: str, other: str) -> bool:
    """True if both name one country in one form: "UK"/"Britain", "Argentine"/"Argentinian", "Kiev"/"Kyiv".

    "Russia" and "Russian" are two forms; "Moscow" names a city even where it stands for its government.
    """
    return one == other or not nations(one).isdisjoint(nations(other))


@cache
def _by_name() -> dict[str, frozenset[Nation]]:
    table: dict[str, set[Nation]] = {}
    for line in en.COUNTRIES:
        country, others, *forms = line.split("|")
        columns = (f"{country},{others}", *forms)
        for form, names in zip(NationForm, columns, strict=True):
            for name in filter(None, names.split(",")):
                table.setdefault(name, set()).add(Nation(country, form))
    return {name: frozenset(found) for name, found in table.items()}
