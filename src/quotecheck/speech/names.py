"""A mention of somebody taken apart: name, titles, suffix, office. Who it is, ``people`` finds out."""

from __future__ import annotations

import enum
import re
from functools import lru_cache
from typing import Final

import attrs

from quotecheck.language.given_names import gender_of
from quotecheck.speech.likeness import fold
from quotecheck.speech.naming import (
    ACRONYMS,
    CALLING_ENDINGS,
    CHILD_WORDS,
    EITHER_NAMES,
    EPITHETS,
    FEMALE_TITLES,
    FEMALE_WORDS,
    GERMAN_DETERMINERS,
    GERMAN_WOMEN,
    GROUPS,
    MALE_TITLES,
    MALE_WORDS,
    ORGANISATION_ENDINGS,
    ORGANISATION_WORDS,
    PRONOUNS,
    ROLE_ADJECTIVES,
    ROLES,
    SUFFIXES,
    SURNAMES,
    TITLES,
)
from quotecheck.speech.places import COUNTRY_OF, is_place


class NameKind(enum.Enum):
    """What a mention names somebody by."""

    PERSON = "a proper name"
    ROLE = "an office or calling, no name"
    GROUP = "several people"
    ORGANISATION = "a body of people, or a place that speaks for one"
    PRONOUN = "a pronoun"
    LABEL = "a label that stands for nobody known"
    NOBODY = "no words"


@attrs.frozen
class Name:
    """A mention, taken apart. All words are folded: no case, no accents.

    Attributes:
        kind: What it names by.
        words: The proper name's words, titles and suffix left out; for an organisation, its words.
        role: Words of the office, peoples given as countries; empty if none is named.
        titles: Forms of address before the name.
        suffix: "jr", "iii"; None if there is none.
        gender: "m" or "f" where title, pronoun or the word that describes tells; None where not.
        child: True for a description of a child.
    """

    kind: NameKind
    words: tuple[str, ...] = ()
    role: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    suffix: str | None = None
    gender: str | None = None
    child: bool = False


_LABEL = re.compile(
    r"(?i)(?:speaker|spkr?|voice|participant|respondent|person|interviewee|unknown)[ _-]?[0-9a-z]{0,3}"
    r"|unidentified.*|unknown.*|[qa]\.?|>>.*"
)
_GROUP = re.compile(r"[(\[{][^()\[\]{}]*[)\]}]")
_WORD = re.compile(r"[^\W_](?:[\w.’'·-]*\w)?\.?")
_CALLED = re.compile(r"(?i)\b(?:called|named|known as|nicknamed|genannt|namens|llamad[oa]|nommée?)\s+")
_DETERMINERS: Final = frozenset(
    "the a an this that his her their its our my your one der die das ein eine el la los las un una le les l".split()
)
_LINKS: Final = frozenset(
    "of for in at from to with on by and & de la le del des du von van zu zur zum der den die das y et und für".split()
)
_NAME_PARTICLES: Final = frozenset(
    "de la le las los del da do dos di du des van von der den zu y i e bin ibn al el ter te ten af av".split()
)
_ORDINALS: Final = frozenset("first second third fourth fifth sixth seventh 1st 2nd 3rd 4th 1 2 3 4 5 6 7 8 9".split())
_ADDRESSED: Final = frozenset(
    "president speaker chairman chairwoman chair secretary minister "
    "ambassador mayor chancellor justice governor senator moderator".split()
)
_BARE_TITLES: Final = frozenset("prince princess duke duchess earl count countess lord".split())
_SHORTEST_COMPOUND: Final = 8
# Forms of address after which only a name can come, whatever stands before them.
_SURE_TITLES: Final = frozenset("sir dame dr prof mr mrs ms herr frau madame mme".split())
_GERMAN: Final = ("deutsche", "suddeutsche", "norddeutsche", "westdeutsche", "europaische")
_GENITIVES: Final = frozenset({"der", "des", "vom"})  # "Sprecher des Ministeriums": what follows is no name yet
_NOBLE: Final = frozenset("von van zu de".split())
_CONJUNCTIONS: Final = re.compile(r"(?i)(?:dass|daß) (?=\S)")
_ENDS_HEAD: Final = frozenset("who whom whose which that des und and".split())
# Callings that are forms of address of one gender, and callings of anybody without a name.
_OFTEN_ANYBODYS: Final = frozenset({"nurse", "chairman", "master", "rabbi"})
_OLD: Final = frozenset("old elderly alte alter".split())
_METONYMS: Final = frozenset("kremlin pentagon vatican elysee bundestag bundesrat".split())


@lru_cache(maxsize=16_384)
def read_name(mention: str) -> Name:
    """Takes a mention apart.

    Args:
        mention: Words that name somebody: "NATO chief Jens Stoltenberg", "Mr. Bennet", "the Queen", "JFK", "he".

    Returns:
        The parts. Cost is linear in the mention's length, of which 300 code points are read.
    """
    text = " ".join(mention[:300].split()).strip(' "“”«»„.,:;–—-*_‘')
    if not text:
        return Name(NameKind.NOBODY)
    conjunction = _CONJUNCTIONS.match(text)
    text = text[conjunction.end() :] if conjunction else text
    low = text.casefold()
    if low in PRONOUNS:
        return Name(NameKind.PRONOUN, gender=PRONOUNS[low] or None)
    if _LABEL.fullmatch(text):
        return Name(NameKind.LABEL, words=(low,))
    called = _CALLED.search(text)
    if called:
        text = text[called.end() :]
    parts = [part.strip() for part in _GROUP.sub(" ", text).split(",") if part.strip()] or [text]
    name, suffix, rest = _main_part(parts)
    read = _read_part(name)
    role = read.role
    for other in rest:
        role = role | _role_words(_WORD.findall(other)) if _has_role(other) else role
    return attrs.evolve(read, suffix=suffix or read.suffix, role=role)


def bare_name(mention: str, name: Name) -> str:
    """The words of a mention that are the name, as written: "Jens Stoltenberg" of "NATO chief Jens Stoltenberg".

    Args:
        mention: The mention.
        name: What ``read_name`` made of it.
    """
    if name.kind is not NameKind.PERSON or not name.words:
        return mention
    words = mention.split()
    starts = [at for at, word in enumerate(words) if fold(_unpossessed(word)) == name.words[0]]
    ends = [at for at, word in enumerate(words) if fold(_unpossessed(word)) == name.words[-1]]
    if not starts or not ends or ends[-1] < starts[0]:
        return mention
    start = max(at for at in starts if at <= ends[-1])
    end = ends[-1] + 1
    if end < len(words) and fold(words[end]) in SUFFIXES:
        return " ".join(words[start : end + 1])
    return _unpossessed(" ".join(words[start:end]).rstrip(",;:"))


def likely_gender(name: Name) -> str | None:
    """The gender that a title, a describing word or the given name tells: "f" for "Emma Woodhouse".

    Args:
        name: A mention, taken apart.

    Returns:
        "m", "f", or None where nothing tells or the given name is anybody's.
    """
    if name.gender or name.kind is not NameKind.PERSON or name.words[0] in EITHER_NAMES:
        return name.gender
    return gender_of(name.words[0]) or None


def _main_part(parts: list[str]) -> tuple[str, str | None, list[str]]:
    """The part between commas that holds the name, its suffix, and the other parts."""
    suffix = None
    kept: list[str] = []
    for part in parts:
        if fold(part) in SUFFIXES and kept:
            suffix = _plain_suffix(fold(part))
        else:
            kept.append(part)
    if len(kept) == 1:
        return kept[0], suffix, []
    if len(kept) == 2 and _is_inverted(kept):
        return f"{kept[1]} {kept[0]}", suffix, []
    for at, part in enumerate(kept):
        read = _read_part(part)
        if read.kind is NameKind.PERSON and not (at == 0 and _starts_low(part)):
            return part, suffix, kept[:at] + kept[at + 1 :]
    return kept[0], suffix, kept[1:]


def _starts_low(part: str) -> bool:
    return part.split()[0].casefold() in _DETERMINERS and _read_part(part).kind is not NameKind.PERSON


def _is_inverted(parts: list[str]) -> bool:
    """ "Lincoln, Abraham": one word, then given names without any office."""
    last, given = parts[0].split(), parts[1].split()
    return (
        len(last) == 1
        and 1 <= len(given) <= 2
        and all(word[0].isupper() for word in last + given)
        and not any(_is_role(fold(word)) or is_place(fold(word)) or fold(word) in ACRONYMS for word in last + given)
    )


def _plain_suffix(word: str) -> str | None:
    known = {"junior": "jr", "senior": "sr"}.get(word, word)
    return known if known in {"jr", "sr", "ii", "iii", "iv"} else None


def _is_role(word: str) -> bool:
    if word in ROLES or word.rsplit("-", 1)[-1] in ROLES or (word.endswith("s") and word[:-1] in ROLES):
        return True
    return len(word) >= _SHORTEST_COMPOUND and word.endswith(CALLING_ENDINGS)


def _has_role(part: str) -> bool:
    return any(_is_role(fold(word)) for word in part.split())


def _role_words(words: list[str]) -> frozenset[str]:
    folded = (fold(_unpossessed(word)) for word in words)
    return frozenset(
        COUNTRY_OF.get(word, word) for word in folded if word and word not in _DETERMINERS | _LINKS | {"s"}
    )


def _unpossessed(word: str) -> str:
    if word.endswith(("’s", "'s")):
        return word[:-2]
    return word[:-1] if word.endswith(("s’", "s'")) else word


@attrs.frozen
class _Cut:
    """Words before the name, and the name's."""

    office: list[str]
    name: list[str]


def _read_part(part: str) -> Name:
    words = _WORD.findall(part)
    if not words:
        return Name(NameKind.NOBODY)
    suffix = None
    if len(words) > 1 and _plain_suffix(fold(words[-1])):
        suffix = _plain_suffix(fold(words.pop()))
    if _is_pair(words):
        return Name(NameKind.GROUP, role=frozenset(map(fold, words)) - _LINKS)
    if len(words) > 1 and words[0].casefold() in GERMAN_DETERMINERS:
        return _read_german(words[1:])
    titles: list[str] = []
    while len(words) > 1 and fold(words[0]) in TITLES and fold(words[0]) not in ROLES:
        titles.append(fold(words.pop(0)))
    return _read_cut(_cut_after(words, titles), titles, suffix)


def _read_german(words: list[str]) -> Name:
    """Words after a German article: a description, unless an office or a given name shows where a name begins."""
    at = len(words)
    while at and (words[at - 1][0].isupper() or words[at - 1] in _NOBLE):
        at -= 1
    starts = [one + 1 for one in range(at, len(words) - 1) if _is_role(fold(words[one]))][-1:]
    starts += [one for one in range(at, len(words) - 1) if gender_of(words[one])][:1]
    start = starts[0] if starts else len(words)
    return _read_cut(_Cut(words[:start], words[start:]), [], None)


def _read_cut(cut: _Cut, titles: list[str], suffix: str | None) -> Name:
    while len(cut.name) > 1 and fold(cut.name[0]) in _SURE_TITLES:
        cut = _Cut([*cut.office, cut.name[0]], cut.name[1:])
    marks = frozenset([*titles, *map(fold, cut.office)]) & TITLES - _DETERMINERS
    role = _role_words(cut.office)
    name = tuple(fold(_unpossessed(word)) for word in cut.name if fold(word))
    if not name:
        return _nameless(role or marks, marks, cut.office)
    if _is_organisation(name, cut.name) and not (cut.office and _is_bare_title_of(cut.office)):
        return Name(NameKind.ORGANISATION, words=tuple(word for word in name if word not in _LINKS), role=role)
    return Name(NameKind.PERSON, tuple(_without_particles(name)), role, marks, suffix, _gender(marks))


def _is_pair(words: list[str]) -> bool:
    """ "BRUTUS and CASSIUS": two are named."""
    return any(
        word.casefold() in {"and", "&", "und", "et"} and words[at - 1][0].isupper() and words[at + 1][0].isupper()
        for at, word in enumerate(words[1:-1], start=1)
        if not any(fold(other) in ORGANISATION_WORDS or other.casefold() == "of" for other in words)
    )


def _cut_after(words: list[str], titles: list[str]) -> _Cut:
    """Office and name of the words that stand after forms of address."""
    addressed = bool(frozenset(titles) - _DETERMINERS - EPITHETS)
    determined = bool(frozenset(titles) & _DETERMINERS)
    if len(words) == 1:
        folded = fold(words[0])
        if addressed and folded in _ADDRESSED:
            return _Cut(words, [])
        called = _is_office_word(folded) and not (folded in SURNAMES and words[0][0].isupper())
        if addressed or not (called or (determined and words[0].islower())):
            return _Cut([], words)
        return _Cut(words if not determined or called or words[0].islower() else [], [])
    before, after = _around_of(words, addressed)
    cut = _cut(before)
    return _Cut(cut.office + after, cut.name)


def _around_of(words: list[str], addressed: bool) -> tuple[list[str], list[str]]:
    """ "Ms. BROOK of Ohio", "CINNA THE POET": a name, then where from or what; not "the Bank of England"."""
    for at, word in enumerate(words[1:-1], start=1):
        low = word.casefold()
        named = not any(_is_office_word(fold(other)) or fold(other) in ORGANISATION_WORDS for other in words[:at])
        if named and words[0][0].isupper():
            if low == "of" and (addressed or is_place(fold(words[at + 1]))):
                return words[:at], []
            if low == "the" and _is_role(fold(words[-1])):
                return words[:at], words[at + 1 :]
    return words, []


def _without_particles(name: tuple[str, ...]) -> list[str]:
    return [word for word in name if len(name) == 1 or word not in _NAME_PARTICLES | {"of", "the"}]


def _nameless(role: frozenset[str], titles: frozenset[str], office: list[str]) -> Name:
    if any(word in GROUPS for word in role):
        return Name(NameKind.GROUP, role=role)
    head = _head(office)
    told = frozenset({head, head.split("-", 1)[0]}) | (titles - frozenset(map(fold, office)))
    if head in GERMAN_WOMEN or (len(head) >= _SHORTEST_COMPOUND and head.endswith(GERMAN_WOMEN)):
        told |= {"frau"}
    child = head in CHILD_WORDS and not (role | titles) & _OLD
    return Name(NameKind.ROLE, role=role, titles=titles, gender=_gender(told - _OFTEN_ANYBODYS), child=child)


def _head(office: list[str]) -> str:
    """The word that says who it is: "mother" of "the boy's mother", "friend" of "a friend of my mother"."""
    head = ""
    for word in office:
        folded = fold(word)
        if head and (folded in _LINKS or folded in _ENDS_HEAD or folded in GERMAN_DETERMINERS):
            break
        head = folded if word == _unpossessed(word) else head
    return head


def _gender(titles: frozenset[str]) -> str | None:
    male, female = titles & (MALE_TITLES | MALE_WORDS), titles & (FEMALE_TITLES | FEMALE_WORDS)
    return "m" if male and not female else "f" if female and not male else None


def _is_organisation(name: tuple[str, ...], written: list[str]) -> bool:
    if name[-1] in ORGANISATION_WORDS or name[0] in ORGANISATION_WORDS or any(word in _METONYMS for word in name):
        return True
    if "of" in name and any(word in ORGANISATION_WORDS for word in name):
        return True
    if any(word.endswith(ORGANISATION_ENDINGS) for word in name) or (len(name) > 1 and name[0].startswith(_GERMAN)):
        return True
    if all(is_place(word) for word in name) and len(written) == 1:
        return True
    return len(name) == 1 and name[0] in ACRONYMS and written[0].isupper()


def _cut(words: list[str]) -> _Cut:
    """Office before name: after the last word of office or small letter that is no particle of the name."""
    if all(word.islower() for word in words):
        return _cut_low(words)
    start = 0
    for at, word in enumerate(words):
        folded = fold(_unpossessed(word))
        last = at == len(words) - 1
        called = folded in GROUPS or (_is_role(folded) and not _is_surname(words, at))
        if _ends_office(words, at, folded) or (last and start == at and at > 0 and called):
            start = at + 1
    office, name = words[:start], words[start:]
    if len(office) > 1 and office[-1] in _GENITIVES:
        begins = [at for at, word in enumerate(name[:-1]) if gender_of(word)][:1] or [len(name)]
        return _Cut(office + name[: begins[0]], name[begins[0] :])
    linked = [word for word in map(fold, office) if word not in _DETERMINERS][-1:]
    if linked and linked[0] in _LINKS and name:
        left = _after_place(office, name) if len(name) > 1 else name
        if left == name:
            return _Cut(office, name) if _is_bare_title_of(office) else _Cut(words, [])
        office, name = words[: len(words) - len(left)], left
    callings = all(_is_office_word(fold(word)) for word in name) and not (office and _is_surname(words, len(words) - 1))
    if name and callings and (office or any(_is_role(fold(word)) for word in name)):
        return _Cut(words, [])
    return _Cut(office, name)


def _is_surname(words: list[str], at: int) -> bool:
    """ "Justice Miller" is called Miller; "First Guard" and "the guard" are callings."""
    return fold(words[at]) in SURNAMES and words[at][0].isupper() and _is_role(fold(words[at - 1]))


def _is_office_word(word: str) -> bool:
    return _is_role(word) or word in ROLE_ADJECTIVES or word in GROUPS or word in _ORDINALS


def _is_bare_title_of(office: list[str]) -> bool:
    """ "The Prince of Morocco" goes by his land's name; "the president of Spain" does not."""
    return 1 <= len(office) <= 2 and fold(office[0]) in _BARE_TITLES


def _after_place(office: list[str], name: list[str]) -> list[str]:
    """ "Prime Minister of Canada Justin Trudeau": the land is the office's."""
    first = fold(_unpossessed(name[0]))
    if is_place(first) or first in ORGANISATION_WORDS or first in {"state", "defense", "defence", "foreign"}:
        return name[1:]
    return name


def _cut_low(words: list[str]) -> _Cut:
    """All small letters: an office, unless nothing of it is one ("jens stoltenberg")."""
    folded = [fold(word) for word in words]
    plain = not any(_is_office_word(word) or word in _DETERMINERS or word in _LINKS for word in folded)
    return _Cut([], words) if plain and len(words) <= 4 else _Cut(words, [])


def _ends_office(words: list[str], at: int, folded: str) -> bool:
    word = words[at]
    if at == len(words) - 1:
        return word.islower() and folded not in _NAME_PARTICLES
    if word != _unpossessed(word) or word.endswith(("’s", "'s")):
        return True
    if word.islower():
        return not _is_held(words, at, folded)
    if word.isupper() and folded in _LINKS | {"the"} and at:
        return not _is_held(words, at, folded)
    if folded in _SURE_TITLES:
        return True
    return _is_role(folded) or (folded in ACRONYMS and word.isupper() and at + 1 < len(words)) or _is_led(words, at)


def _is_held(words: list[str], at: int, folded: str) -> bool:
    """A small word between two of a name: "van Gogh", "de la Vega", "Joan of Arc"; not "Minister of State"."""
    if folded not in _NAME_PARTICLES | {"of", "the"}:
        return False
    after = next((word for word in words[at + 1 :] if fold(word) not in _NAME_PARTICLES), "")
    before = next((word for word in reversed(words[:at]) if fold(word) not in _NAME_PARTICLES), "")
    if not before:
        return folded not in {"of", "the"} and after[:1].isupper()
    return after[:1].isupper() and before[0].isupper() and not _is_office_word(fold(before))


def _is_led(words: list[str], at: int) -> bool:
    """An adjective of office or a people's name that an office follows: "Spanish Foreign Minister"."""
    folded = fold(words[at])
    if folded not in ROLE_ADJECTIVES and folded not in COUNTRY_OF:
        return False
    following = [fold(word) for word in words[at + 1 : at + 5]]
    return (
        any(_is_role(word) for word in following)
        or folded in {"former", "acting", "ex", "late", "then"}
        or (folded in COUNTRY_OF and at == 0 and len(words) > 2 and following[0:1] != ["of"])
    )
