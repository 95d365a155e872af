"""Who speaks in what a text tells outside its quotation marks, and whether it tells as "I". Names only, no people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from typing import Final

import attrs

from quotecheck.language.known import languages
from quotecheck.language.saying import verbs_of_saying
from quotecheck.speech.marks import pair_marks
from quotecheck.speech.mentions import CAPITALISED_RUN
from quotecheck.speech.names import NameKind, read_name
from quotecheck.speech.places import is_peoples

_QUOTED: Final = "\x00"  # stands for a quotation
_FIRST_PERSON: Final = re.compile(
    rf"(?:\A|(?<=[a-z;,.!?:{_QUOTED}][ \n])|(?<=\n))I(?=(?:['’](?:ll|ve|d|m))?[ \n][a-z])"
    r"|\b[Ii]ch(?= [a-zäöü])|\bje (?=[a-zéè])|\byo(?= [a-zé])"
)
_FEWEST: Final = 3  # a narration that says "I" less often may only quote without marks
_BREAK: Final = re.compile(r"[.!?][\s\x00]|\n\s*\n|\A,[ \n]\Z|\x00\s*\x00")
_MOST_PLACES: Final = 500  # sentences of one name that are remembered
_AFTER: Final = re.compile(r"[ \n](?P<verb>[a-zà-ÿ]{2,20})\b")
_BEFORE: Final = re.compile(rf"{_QUOTED}[ \n]{{0,3}}(?P<verb>[a-zà-ÿ]{{2,20}})(?P<the>[ \n][Tt]he)?[ \n]$")
_THE: Final = re.compile(r"\b[Tt]he[ \n]$")
_LOOKED_AT: Final = 60  # code points before a name
# "I thought of Smith", "my boy Harry": who stands beside "I" in one clause is somebody else.
_BESIDE: Final = re.compile(r"\b(?:I|[Mm]y)(?P<between>(?:[ \n][a-z][a-z’'-]*){1,6})[ \n]$")
_OF_ONESELF: Final = frozenset("am was be been being name named call called calling christened as myself like".split())


@attrs.frozen
class _Actors:
    bare: frozenset[tuple[str, ...]]
    called: frozenset[tuple[str, ...]]
    offices: frozenset[frozenset[str]]
    nicknamed: frozenset[tuple[str, ...]]


class Narration:
    """What a text tells in its own words. Worked out when first asked; asking changes nothing."""

    def __init__(self, content: str) -> None:
        self._content = content

    @cached_property
    def words(self) -> str:
        """The text with each quotation replaced by one sign."""
        pieces = []
        at = 0
        for quotation in pair_marks(self._content):
            if quotation.level == 0 and quotation.outer.start >= at:
                pieces.append(self._content[at : quotation.outer.start])
                at = quotation.outer.end
        return _QUOTED.join([*pieces, self._content[at:]])

    @cached_property
    def first_person(self) -> bool:
        """True if the one who tells says "I"."""
        return sum(1 for _, _ in zip(_FIRST_PERSON.finditer(self.words), range(_FEWEST), strict=False)) == _FEWEST

    @cached_property
    def _actors(self) -> _Actors:
        bare: set[tuple[str, ...]] = set()
        called: set[tuple[str, ...]] = set()
        offices: set[frozenset[str]] = set()
        nicknamed: set[tuple[str, ...]] = set()
        for written, article in _speaking(self.words):
            name = read_name(written)
            if name.kind is NameKind.ROLE and article:
                offices.add(name.role)
            elif name.kind is NameKind.PERSON:
                (called if article else bare).add(name.words)
            elif name.kind is NameKind.ORGANISATION and is_peoples(name.words) and not article:
                nicknamed.add(name.words)
        return _Actors(frozenset(bare), frozenset(called - bare), frozenset(offices), frozenset(nicknamed))

    @cached_property
    def others(self) -> frozenset[tuple[str, ...]]:
        """Words of the names of those who are not the one that says "I": they speak, or stand beside him."""
        return self._actors.bare | {read_name(written).words for written in _beside(self.words)}

    def tells_apart(self, one: Iterable[tuple[str, ...]], other: Iterable[tuple[str, ...]]) -> bool:
        """True if one sentence outside the quotations names both: they are two.

        Args:
            one: Words of somebody's names.
            other: Words of somebody else's.
        """
        places = self._sentences
        beside = {place for words in other for place in places.get(words, ())}
        return any(place in beside for words in one for place in places.get(words, ()))

    @cached_property
    def _sentences(self) -> dict[tuple[str, ...], list[int]]:
        """For each name, the numbers of the sentences that have it. An apposition begins another one."""
        found: dict[tuple[str, ...], list[int]] = {}
        number = end = 0
        for run in CAPITALISED_RUN.finditer(self.words):
            number += bool(_BREAK.search(self.words[end : run.start()]))
            end = run.end()
            name = read_name(" ".join(run[0].split()))
            places = found.setdefault(name.words, []) if name.kind is NameKind.PERSON else []
            if len(places) < _MOST_PLACES:
                places.append(number)
        return found

    @property
    def called(self) -> frozenset[tuple[str, ...]]:
        """Words of those that speak under a name with an article, and never without: "the Hatter"."""
        return self._actors.called

    @property
    def nicknamed(self) -> frozenset[tuple[str, ...]]:
        """Peoples' adjectives that speak without an article: somebody is called "Irish"."""
        return self._actors.nicknamed

    @property
    def offices(self) -> frozenset[frozenset[str]]:
        """Words of the offices that speak with a capital and an article: "the King"."""
        return self._actors.offices


def _speaking(words: str) -> Iterator[tuple[str, bool]]:
    """Names beside a verb of saying, and whether an article stands before each."""
    for run in CAPITALISED_RUN.finditer(words):
        before = words[max(0, run.start() - _LOOKED_AT) : run.start()]
        written = run[0]
        article = bool(_THE.search(before))
        if written.startswith(("The ", "The\n")):
            written, article = written[4:], True
        spoken = _BEFORE.search(before)
        after = _AFTER.match(words, run.end())
        if (spoken and spoken["verb"] in _saying()) or (after and after["verb"] in _saying()):
            yield " ".join(written.split()), article


def _beside(words: str) -> Iterator[str]:
    for run in CAPITALISED_RUN.finditer(words):
        between = _BESIDE.search(words, max(0, run.start() - _LOOKED_AT), run.start())
        if between and not _OF_ONESELF & set(between["between"].split()):
            yield " ".join(run[0].split())


@cache
def _saying() -> frozenset[str]:
    return frozenset().union(*(verbs_of_saying(language) for language in languages()))
