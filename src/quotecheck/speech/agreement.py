"""Whether two names, taken apart, can be one person's. No text is asked; ``people`` knows who is in it."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import Final

from quotecheck.speech.likeness import alike, given_fits, initials_of, may_be_short, nearly
from quotecheck.speech.names import Name, NameKind, likely_gender
from quotecheck.speech.naming import ADULT_TITLES, DOUBLE_SURNAME_ENDINGS, MARRIED, REGNAL_TITLES, UNMARRIED


class Sameness(enum.Enum):
    """Whether two mentions mean one speaker."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


_THINGS: Final = frozenset(
    "poster sign signboard banner placard plaque billboard sticker shirt t-shirt slogan graffito graffiti leaflet flyer"
    " inscription tombstone gravestone epitaph caption headline label motto proverb".split()
)
_NAMED: Final = frozenset({NameKind.PERSON, NameKind.ORGANISATION})


def agree(one: Name, other: Name) -> Sameness:
    """Whether two names can be one speaker's, by their words alone.

    Args:
        one: A name.
        other: Another.

    Returns:
        ``DIFFERENT`` only where both are proper names that exclude each other; an office or a pronoun against a name
        is ``UNSURE``.
    """
    kinds = {one.kind, other.kind}
    if NameKind.NOBODY in kinds:
        return Sameness.UNSURE
    if excluded(one, other):
        return Sameness.DIFFERENT
    if one.kind not in _NAMED or other.kind not in _NAMED:
        return _by_office(one, other)
    if one.words == other.words:
        return Sameness.SAME
    if _is_short_form(one, other) or _is_short_form(other, one):
        return Sameness.SAME
    if NameKind.ORGANISATION in kinds:
        return _organisations(one, other)
    by_words = _people(one.words, other.words)
    return Sameness.UNSURE if by_words is Sameness.SAME and _may_be_another(one, other) else by_words


def _may_be_another(one: Name, other: Name) -> bool:
    """ "Prince William" and William Shakespeare, "Mrs. Clinton" and Bill Clinton: a title the name may not bear."""
    for titled, full in ((one, other), (other, one)):
        if len(titled.words) != 1 or len(full.words) < 2:
            continue
        regnal = (titled.titles | titled.role) & REGNAL_TITLES
        if regnal and titled.words[-1] != full.words[-1] and not regnal & (full.titles | full.role):
            return True
        told = full.gender or likely_gender(full)
        if titled.titles and titled.gender and told and told != titled.gender:
            return True
    return False


def excluded(one: Name, other: Name) -> bool:
    """True if title, suffix or gender forbid that two names mean one person, whatever else they share."""
    if one.gender and other.gender and one.gender != other.gender:
        return True
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return True
    married = (one.titles & MARRIED and other.titles & UNMARRIED) or (one.titles & UNMARRIED and other.titles & MARRIED)
    return bool(married)


def unlike(described: Name, named: Name, gender: str | None) -> bool:
    """True if a description cannot fit somebody who is named: another gender, or a child and a man of titles.

    Args:
        described: A mention by office, kinship or looks ("his mother", "the child").
        named: A proper name.
        gender: The gender of the one named, as far as it is known.
    """
    if described.kind is not NameKind.ROLE or named.kind is not NameKind.PERSON:
        return False
    if described.child and (named.titles | named.role) & ADULT_TITLES:
        return True
    return bool(described.gender and gender and described.gender != gender)


def is_thing(described: Name) -> bool:
    """True for what bears words and is nobody: a poster, a sign, a gravestone."""
    return described.kind is NameKind.ROLE and bool(described.role & _THINGS)


def _by_office(one: Name, other: Name) -> Sameness:
    for described, named in ((one, other), (other, one)):
        # "der Türke Mesut Özil": where no office shows where the name begins, it is among the words of description.
        pair = described.kind is NameKind.ROLE and named.kind in _NAMED and len(named.words) > 1
        if pair and set(named.words) <= described.role:
            return Sameness.SAME
    same = {NameKind.ROLE, NameKind.GROUP, NameKind.LABEL}
    if one.kind is other.kind and one.kind in same and one.role == other.role and one.words == other.words:
        return Sameness.SAME
    return Sameness.UNSURE


def _is_short_form(short: Name, full: Name) -> bool:
    """ "JFK" of "John F. Kennedy", "NATO" of "North Atlantic Treaty Organization"."""
    if len(short.words) != 1 or len(full.words) < 2:
        return False
    return initials_of(short.words[0], full.words)


def _organisations(one: Name, other: Name) -> Sameness:
    if one.kind is other.kind:
        shorter, longer = sorted((one.words, other.words), key=len)
        return Sameness.UNSURE if set(shorter) & set(longer) else Sameness.DIFFERENT
    # A body can speak through a person, and a person for a body: only a text can tell.
    return Sameness.UNSURE


def _people(one: Sequence[str], other: Sequence[str]) -> Sameness:
    shorter, longer = sorted((tuple(one), tuple(other)), key=lambda words: (len(words), words))
    if len(shorter) == 1:
        return _single(shorter[0], longer)
    if alike(shorter[-1], longer[-1]):
        if all(map(alike, reversed(shorter), reversed(longer))):
            return Sameness.SAME  # what the longer one says more stands before the name: an office that we do not know
        if not _given_agree(shorter[:-1], longer[:-1]):
            return Sameness.DIFFERENT
        return Sameness.UNSURE if _skips_middle(shorter[:-1], longer[:-1]) else Sameness.SAME
    if sorted(shorter) != sorted(longer) and _is_given_part(shorter, longer):
        return Sameness.UNSURE
    if _inside(shorter, longer) or sorted(shorter) == sorted(longer):
        return Sameness.SAME
    if nearly(shorter[-1], longer[-1]) and given_fits(shorter[0], longer[0]):
        return Sameness.UNSURE
    if not given_fits(shorter[0], longer[0]) and not any(alike(shorter[0], word) for word in longer):
        return Sameness.DIFFERENT
    shared = sum(any(alike(word, another) for another in longer) for word in shorter if len(word) > 1)
    return Sameness.UNSURE if shared > 1 or (shared and len(longer) > 2) else Sameness.DIFFERENT


def _single(word: str, longer: Sequence[str]) -> Sameness:
    """One word against a name: last or first name of it, or somebody else's."""
    if alike(word, longer[-1]) or (alike(word, longer[0]) and len(word) > 1):
        return Sameness.SAME
    if len(longer) > 1 and len(longer[0]) > 1 and len(word) > 2 and given_fits(word, longer[0]):
        return Sameness.UNSURE
    if len(longer) == 1 and len(word) > 1 and len(longer[0]) > 1 and given_fits(word, longer[0]):
        return Sameness.SAME
    if any(alike(word, middle) for middle in longer[1:-1]) or nearly(word, longer[-1]) or may_be_short(word, longer[0]):
        return Sameness.UNSURE
    return Sameness.DIFFERENT


def _given_agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Given and middle names: the first ones fit, and no full middle name is another's. Left out is no difference."""
    shorter, longer = sorted((tuple(one), tuple(other)), key=lambda words: (len(words), words))
    if not shorter:
        return True
    if not given_fits(shorter[0], longer[0]):
        return _by_middle(shorter, longer)
    if len(shorter) == len(longer):
        return all(given_fits(a, b) for a, b in zip(shorter[1:], longer[1:], strict=True))
    at = 1
    for word in shorter[1:]:
        while at < len(longer) and not given_fits(word, longer[at]):
            at += 1
        if at == len(longer):
            return False
        at += 1
    return True


def _skips_middle(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """ "George W." and "George H. W.": the one's first middle initial is no more than the other's second."""
    return (
        1 < len(shorter) < len(longer)
        and given_fits(shorter[0], longer[0])
        and not given_fits(shorter[1], longer[1])
        and min(len(shorter[1]), len(longer[1])) == 1
    )


def _is_given_part(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """ "Martin Luther" and Martin Luther King: a family name more makes another name, but where two are borne."""
    if len(longer) <= len(shorter) or not all(map(given_fits, shorter, longer)):
        return False
    return not any(word.endswith(DOUBLE_SURNAME_ENDINGS) for word in (*shorter[1:], longer[-1]))


def _by_middle(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """ "Soraya Sáenz" is "María Soraya Sáenz", and "Gordon Liddy" is "G. Gordon Liddy": some go by the second name."""
    return len(longer) > len(shorter) and len(shorter[0]) > 1 and alike(shorter[0], longer[1])


def _inside(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """True if the shorter name stands in the longer one, from its first or second word on: "Pedro Sánchez" in
    "Pedro Sánchez Pérez-Castejón"."""
    for start in (0, 1):
        rest = list(longer[start:])
        if len(shorter) <= len(rest) and given_fits(shorter[0], rest[0]) and _in_order(shorter[1:], rest[1:]):
            return True
    return False


def _in_order(words: Sequence[str], longer: Sequence[str]) -> bool:
    at = 0
    for word in words:
        while at < len(longer) and not alike(word, longer[at]):
            at += 1
        if at == len(longer):
            return False
        at += 1
    return True
