"""People in running text: names with the offices before and after them. A first pass; ``people`` puts them together."""

from __future__ import annotations

import re
from typing import Final

import attrs

from quotecheck.model import Span
from quotecheck.speech.likeness import fold
from quotecheck.speech.names import Name, NameKind, read_name
from quotecheck.speech.naming import ORGANISATION_WORDS, ROLE_ADJECTIVES, ROLES, TITLES
from quotecheck.speech.places import COUNTRY_OF, TIMES, is_place


@attrs.frozen
class Mention:
    """A name in running text.

    Attributes:
        span: Where the name stands, office before it included, in code points.
        name: The words of the span, in one line.
        role: The office that an apposition after or before the name gives; None if there is none.
        alias: Another name that the words after it give ("known to his friends as Bear"); None if there is none.
    """

    span: Span
    name: str
    role: str | None = None
    alias: str | None = None


_CAP: Final = (
    r"(?:(?:[^\W\d_a-zß-öø-ÿ]|Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Sen|Rep|Gov|Gen|Col|Capt|Cpt|Maj|Lt|Sgt|Adm|St|Jr|Sr|Dra|Sra)\."
    r"|[^\W\d_a-zß-öø-ÿ][\w’'‐-]{0,30}(?<![’'-]))"
)
_WRAPPED: Final = 50  # code points; a shorter line ends for a reason of its own, and no name runs on over its end
_SMALL: Final = r"(?:de|la|le|del|da|dos|du|van|von|der|den|bin|ibn|al|el|ter|ten|y|i)"
_OFFICE_WORDS: Final = ROLES | ROLE_ADJECTIVES | TITLES | ORGANISATION_WORDS
_GAP: Final = r"(?:[ ]{1,2}|[ ]?\r?\n[ ]{0,8})"
CAPITALISED_RUN: Final = re.compile(
    rf"(?<![\w’'-]){_CAP}(?:,? (?:Jr|Sr|III?)\b\.?|{_GAP}(?:{_SMALL}[ \n]){{0,2}}{_CAP}){{0,6}}"
)
_LONGEST_OFFICE: Final = 80  # code points before a name that are looked at
_WORD: Final = re.compile(r"\S+")
_POSSESSIVE: Final = re.compile(r"[’']s$")
_AFTER: Final = re.compile(
    r",[ \n](?:(?:a|an|the|his|her|its|their)[ \n])?"
    r"(?P<role>[^,.;:!?“”\"()\n]{3,80}(?:\n[^,.;:!?“”\"()\n]{1,80})?)(?=[,.;)])"
)
_ALIAS: Final = re.compile(
    r",[ \n](?:[a-zà-ÿ]+[ \n]){0,4}"
    r"(?:(?:known|bekannt|conocid[oa]|connue?)[ \n](?:[a-zà-ÿ]+[ \n]){0,10}?(?:as|als|como|comme)"
    r"|nicknamed|dubbed|called|alias|genannt|apodad[oa]|surnommée?|dit)"
    r"[ \n][“\"‘'«„»]?(?P<alias>[A-ZÀ-Þ][\w’-]{1,20}(?:[ \n][A-ZÀ-Þ][\w’-]{1,20})?)[.,]?(?=[”\"’'»“«,.;:)\s]|$)"
)
_BEFORE: Final = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Mm]y|[Oo]ur|[Tt]heir)[ \n](?P<role>(?:[a-z-]{2,20}[ \n]){0,3}?[a-z-]{3,20})"
    r"(?:[ \n](?:him|her)self)?,[ \n]$"
)
_CLOSES: Final = re.compile(r"[ ]?[,.;)–—]")
_NOT_NAMES: Final = frozenset(
    """
    the a an and but or so yet if when while as at by for from in into of off on onto over to under up with after
    before during since until because although though however meanwhile still then there here this that these those
    he she it they we you i his her its their our my your who what which where why how all both each every some any
    no not only also just even according asked yes oh well now today yesterday tomorrow neither either one two three
    four five six seven eight nine ten many most more much such is are was were be been has have had do does did
    will would can could may might must shall should let please dear thank thanks good act scene chapter enter exit
    exeunt re-enter part section come go speak tell look see welcome farewell der die das ein eine und aber oder im
    in am an auf aus bei mit nach von vor zu zum zur für es er sie wir ihr ich nicht auch noch el la los las un una
    y o pero en de del con por para se su no le les des et mais dans il elle ce cette je nous vous
    """.split()
)


def find_people(content: str) -> tuple[Mention, ...]:
    """Names of people and bodies in running text, with their offices.

    Args:
        content: A text's content.

    Returns:
        Mentions in order of place: runs of words with capitals that are no month, no place alone, and no common word at
        a sentence's start. Cost is linear in the length of ``content``.
    """
    found: list[Mention] = []
    for run in CAPITALISED_RUN.finditer(content):
        mention = _mention(content, run.start(), run.end())
        if mention is not None:
            found.append(mention)
    return tuple(found)


def _mention(content: str, start: int, end: int) -> Mention | None:
    start = _without_openers(content, start, end)
    end = _unwrapped(content, start, end)
    words = content[start:end].split()
    if not words or _is_no_name(words):
        return None
    office = _office_start(content, start)
    written = " ".join(content[office:end].split()).rstrip(".,")
    name = read_name(written)
    if name.kind is not NameKind.PERSON and not (name.kind is NameKind.ORGANISATION and len(name.words) > 1):
        return None
    if len(name.words) == 1 and not (name.titles or name.role) and _opens_sentence(content, start):
        return None
    role = _apposition(content, end, name) or (_described(content, start, end) if office == start else None)
    return Mention(Span(office, end), written, role, _alias(content, end, name))


def _without_openers(content: str, start: int, end: int) -> int:
    """Skips "The", "But", "On Friday" at the head of a run."""
    while start < end:
        stop = start
        while stop < end and not content[stop].isspace():
            stop += 1
        word = fold(content[start:stop])
        if word not in _NOT_NAMES and word not in TIMES:
            return start
        start = stop
        while start < end and content[start].isspace():
            start += 1
    return end


def _unwrapped(content: str, start: int, end: int) -> int:
    """Where a run ends at the latest: a line of verse is over where it ends."""
    at = content.find("\n", start, end)
    while at >= 0:
        line = content.rfind("\n", max(0, at - _WRAPPED), at)
        if line >= 0 or at < _WRAPPED:
            return at
        at = content.find("\n", at + 1, end)
    while end > start and fold(content[start:end].rsplit(None, 1)[-1]) in _NOT_NAMES:
        end -= len(content[start:end]) - len(content[start:end].rstrip())
        end -= len(content[start:end].rsplit(None, 1)[-1]) if content[start:end].strip() else 0
        end = start + len(content[start:end].rstrip())
    return end


def _is_no_name(words: list[str]) -> bool:
    folded = [fold(word) for word in words]
    if all(
        is_place(word) or is_place(word.removesuffix("s")) or word in TIMES | _NOT_NAMES or len(word) < 2
        for word in folded
    ):
        return True
    # Headlines and headings are set in capitals throughout.
    return len(words) > 3 and all(word.isupper() for word in words)


def _opens_sentence(content: str, start: int) -> bool:
    before = content[max(0, start - 4) : start].rstrip(" \t")
    return not before or before[-1] in '.?!\n:“"‘«—–-'


def _office_start(content: str, start: int) -> int:
    """Where the office begins that stands before a name in small letters: "the foreign minister Ann Lee"."""
    before = max(0, start - _LONGEST_OFFICE)
    window = content[before:start]
    if not window[-1:].isspace() or fold(window.split()[-1] if window.strip() else "") not in ROLES:
        return start
    at = start
    for word in reversed(list(_WORD.finditer(window))[-4:]):
        folded = fold(_POSSESSIVE.sub("", word[0]))
        if "\n\n" in content[before + word.end() : at] or word[0][-1] in ".,;:!?" or folded in _NOT_NAMES:
            break
        if folded not in _OFFICE_WORDS and folded not in COUNTRY_OF and not word[0][0].isupper():
            break
        at = before + word.start()
    return at


def _apposition(content: str, end: int, name: Name) -> str | None:
    """ ", a spokesman for the union," after a name."""
    after = _AFTER.match(content, end)
    if after is None:
        return None
    words = [fold(word) for word in after["role"].split()]
    if words[0] in _NOT_NAMES - {"then", "now", "one"}:
        return None
    if not any(word in ROLES for word in words[:6]):
        return None
    verbs = {"said", "says", "told", "asked", "was", "is", "were", "who", "which", "had", "has"}
    return None if verbs & set(words) else " ".join(after["role"].split())


def _described(content: str, start: int, end: int) -> str | None:
    """ "his mother, " before a name that a stop or a comma follows."""
    if content[start - 1 : start] not in (" ", "\n") or not _CLOSES.match(content, end):
        return None
    before = _BEFORE.search(content, max(0, start - _LONGEST_OFFICE), start)
    role = before["role"].split() if before else []
    return " ".join(role) if role and fold(role[-1]) in ROLES else None


def _alias(content: str, end: int, name: Name) -> str | None:
    """ ", known to her friends as “Bear”" after a full name."""
    after = _ALIAS.match(content, end) if len(name.words) > 1 and name.kind is NameKind.PERSON else None
    return " ".join(after["alias"].split()) if after else None
