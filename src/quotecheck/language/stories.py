"""What stories call their people by: kin, callings and kinds, words of address. English so far. Data only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from quotecheck.language.lists import words


def _genders(rows: Mapping[str, str]) -> dict[str, str]:
    return {word: gender for gender, row in rows.items() for word in words(row)}


KIN: Final[Mapping[str, str]] = _genders(
    {
        "m": """
        father papa dad daddy pa brother son husband uncle grandfather grandpa nephew brother-in-law father-in-law
        son-in-law stepfather bridegroom godfather
        """,
        "f": """
        mother mamma mama mum ma mummy sister daughter wife aunt auntie grandmother grandma granny niece sister-in-law
        mother-in-law daughter-in-law stepmother bride godmother
        """,
        "c": "cousin parent child twin",
    }
)
"""Kin by gender: "my uncle" is one person as long as "I" is one."""

KINDS: Final[Mapping[str, str]] = _genders(
    {
        "m": """
        man boy gentleman fellow lad chap youth sir lord youngster urchin master bachelor widower knave rascal villain
        """,
        "f": "woman girl lady damsel dame lass matron mistress female maiden widow spinster",
        "c": """
        child stranger visitor companion speaker other newcomer friend guest person infant baby creature interlocutor
        questioner voice figure one
        """,
    }
)
"""Nouns that may mean anybody of that gender, also one whose name is known."""

CALLINGS: Final[Mapping[str, str]] = _genders(
    {
        "m": """
        king prince duke earl baron count priest monk parson clergyman vicar curate rector squire landlord coachman
        policeman fisherman waiter butler beadle emperor sultan bishop friar footman headmaster schoolmaster postman
        huntsman horseman cowboy sailor rogue private corporal sexton groom host usher auctioneer highwayman
        """,
        "f": """
        queen princess duchess countess baroness nurse maid landlady actress housekeeper governess waitress
        schoolmistress hostess nun abbess washerwoman midwife witch squaw nursemaid charwoman
        """,
        "c": """
        doctor physician surgeon officer soldier sergeant captain lieutenant colonel major general lawyer teacher pupil
        traveller guide servant convict author writer minister judge messenger driver clerk porter prisoner inspector
        detective editor reporter artist painter poet professor cook tailor carpenter hunter ranger prospector trapper
        rider trader student scholar conductor tutor keeper leader chief steward barber baker butcher miller smith
        shepherd farmer merchant banker doorkeeper gatekeeper gaoler jailer spy thief robber beggar pedlar peddler
        passenger cowpuncher apprentice magistrate mayor pilot mate boatswain gardener musician singer
        """,
    }
)
"""What somebody is by trade, rank or station: two people with one calling are rare in a scene."""

SAME_CALLING: Final = tuple(
    frozenset(words(row))
    for row in (
        "parson clergyman vicar curate rector priest minister reverend rev",
        "doctor physician surgeon dr",
        "artist painter",
        "lawyer attorney solicitor",
        "father papa dad daddy pa",
        "mother mamma mama mum ma mummy",
        "grandmother grandma granny",
        "grandfather grandpa",
        "aunt auntie",
        "hunter trapper",
        "officer captain lieutenant colonel major general sergeant",
        "teacher schoolmaster headmaster",
    )
)
"""Words for one calling."""

ADDRESS: Final[Mapping[str, str]] = _genders(
    {
        "m": "sir lad boy sonny gentlemen mister boys fellow father papa uncle brother son grandfather",
        "f": "madam ma'am miss mum mother mamma mama aunt sister daughter grandmother girls ladies",
    }
)
"""Words that call somebody, and the gender they tell."""

BEFORE_ADDRESS: Final = frozenset(
    words("o oh ah well yes no nay why come now but and so then here dear please good poor hello hullo hallo hey")
)
"""Words that may stand before a name that is called out."""

OPPOSED: Final = (frozenset({"young", "younger", "youngest", "little"}), frozenset({"old", "elderly", "aged", "older"}))
"""Adjectives that tell two people apart."""

FOR_LOOKS: Final = frozenset(
    words("poor good dear little old young honest worthy gallant unhappy whole same other said tall stout fat")
)


def calling_of(noun: str) -> str | None:
    """The gender that a noun for a person tells, "c" for either; None if it is no such noun.

    Args:
        noun: A word in small letters.
    """
    for row in (KIN, CALLINGS, KINDS):
        if noun in row:
            return row[noun]
    for ending, gender in (("woman", "f"), ("man", "m"), ("keeper", "c"), ("master", "m"), ("mistress", "f")):
        if noun.endswith(ending) and len(noun) > len(ending) + 2:
            return gender
    return None


def same_calling(one: str, other: str) -> bool:
    """True if two nouns can be said of one person for one reason: "parson" and "clergyman"."""
    return one == other or any(one in row and other in row for row in SAME_CALLING)


def canonical(noun: str) -> str:
    """The plain word for a calling: "father" for "papa"."""
    row = next((row for row in _ROWS if noun in row), None)
    return row[0] if row else noun


_ROWS: Final = ("father papa dad daddy pa".split(), "mother mamma mama mum ma mummy".split())
