"""The small words round reported speech by language: pronouns, determiners, frames. Verbs stand in ``saying``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import ModuleType
from typing import Final

import attrs

from quotecheck.language.de import reporting as de
from quotecheck.language.en import reporting as en
from quotecheck.language.es import reporting as es
from quotecheck.language.fr import reporting as fr
from quotecheck.language.tags import base_language

__all__ = ["Reporting", "reporting_words"]


@attrs.frozen(eq=False)
class Reporting:
    """What one language puts round a quotation. All words are lower-cased; frames are tuples of words.

    Attributes:
        pronouns: Subject pronouns with gender and number: "m", "f", "n", "p" (plural), "c" (either), "1" and "2"
            for first and second person.
        determiners: Words that can begin a noun phrase.
        genitives: Words that tie a second noun to the first after the verb ("the head *of* the bank").
        inner_prepositions: Those that go on inside a noun phrase ("a spokesman *for* the army").
        prepositions: All others.
        conjunctions: Words that begin a new clause.
        auxiliaries: Forms of the helping verbs; ``passives`` are those that make the passive.
        adverbs: Words that may stand between subject and verb or before the subject.
        adverb_endings: Endings that mark other adverbs.
        that: Words that introduce reported speech ("that", "whether").
        as_words: Words that introduce an attribution in the midst of a sentence ("as X said").
        sources: Frames before the speaker ("according to"); ``sources_after`` come after him ("zufolge").
        tags: Words that alone attribute after a quotation ("so" in German).
        particles: Small words inside names ("de", "von").
        addressing: Verbs whose object is the hearer ("told").
        abbreviations: Words whose full stop ends no sentence.
        titles: Forms of address and ranks before a name.
        joining: Words that join two names ("and").
        relatives: Pronouns that begin a relative clause whose subject they are.
        nouns_capital: True if all nouns are written with a capital letter.
        ordinal_dots: True if a figure with a full stop is an ordinal.
        clitics: Pattern of the words that are written joined to the next or the last one; empty if there are none.
        verb_second: True if the subject follows the verb whenever something else stands before it.
        bare: Verbs that take a reported clause with no word like "that" before it.
        reportive: Verb forms whose mood alone says that a clause is reported.
        loose_sources: Prepositions that make a frame with a noun of saying ("nach israelischen Angaben").
        oblique: Words that begin a phrase which is no subject.
        separated: Verb forms that report speech only with one of these particles after them.
        naming: Verbs that give a quotation, but no reported clause ("nannte ihn „…“").
        quoting: Verbs whose object is the one who speaks.
        standing: Verbs that say what stands in a paper.
        opinions: Nouns that make a frame with a word after them ("seiner Meinung nach").
        calling: Words before marks round what somebody calls something ("as").
        by: Words before the one who acts in a passive.
        gendered_titles: Titles that tell the gender of their bearer.
        person_nouns: Nouns for a person with the gender they tell.
        role_endings: Endings of nouns that can stand before a name as its role.
        title_forms: Titles written short before a name, with the full word.
        possessives: Possessive pronouns with the gender of the one they mean.
        standing_alone: Determiners that can be a subject of their own ("some", "others").
        nouns_too: Verb forms that are nouns more often.
        oblique_before: Articles that begin no subject where an adjective with this ending follows.
    """

    pronouns: Mapping[str, str]
    determiners: frozenset[str]
    genitives: frozenset[str]
    inner_prepositions: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    auxiliaries: frozenset[str]
    passives: frozenset[str]
    adverbs: frozenset[str]
    adverb_endings: tuple[str, ...]
    that: frozenset[str]
    as_words: frozenset[str]
    sources: tuple[tuple[str, ...], ...]
    sources_after: frozenset[str]
    tags: frozenset[str]
    particles: frozenset[str]
    addressing: frozenset[str]
    abbreviations: frozenset[str]
    titles: frozenset[str]
    joining: frozenset[str]
    relatives: frozenset[str]
    nouns_capital: bool = False
    ordinal_dots: bool = False
    clitics: str = ""
    verb_second: bool = False
    bare: frozenset[str] = frozenset()
    reportive: frozenset[str] = frozenset()
    loose_sources: frozenset[str] = frozenset()
    oblique: frozenset[str] = frozenset()
    separated: Mapping[str, frozenset[str]] = attrs.field(factory=dict)
    naming: frozenset[str] = frozenset()
    quoting: frozenset[str] = frozenset()
    standing: frozenset[str] = frozenset()
    opinions: frozenset[str] = frozenset()
    calling: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    gendered_titles: Mapping[str, str] = attrs.field(factory=dict)
    person_nouns: Mapping[str, str] = attrs.field(factory=dict)
    role_endings: tuple[str, ...] = ()
    title_forms: Mapping[str, str] = attrs.field(factory=dict)
    possessives: Mapping[str, str] = attrs.field(factory=dict)
    oblique_before: Mapping[str, str] = attrs.field(factory=dict)
    standing_alone: frozenset[str] = frozenset()
    nouns_too: frozenset[str] = frozenset()


def reporting_words(language: str = "en") -> Reporting:
    """The words of a language; those of English for a language without data.

    Args:
        language: A BCP 47 tag; only its first part counts.
    """
    return _by_code(base_language(language))


@cache
def _by_code(code: str) -> Reporting:
    data = _LANGUAGES.get(code, en)
    return Reporting(
        pronouns=_pairs(data.PRONOUNS),
        determiners=_set(data.DETERMINERS),
        genitives=_set(data.GENITIVES),
        inner_prepositions=_set(data.INNER_PREPOSITIONS),
        prepositions=_set(data.PREPOSITIONS),
        conjunctions=_set(data.CONJUNCTIONS),
        auxiliaries=_set(data.AUXILIARIES),
        passives=_set(data.PASSIVES),
        adverbs=_set(data.ADVERBS),
        adverb_endings=tuple(data.ADVERB_ENDINGS.split()),
        that=_set(data.THAT),
        as_words=_set(data.AS_WORDS),
        sources=_frames(data.SOURCES),
        sources_after=_set(data.SOURCES_AFTER),
        tags=_set(data.TAGS),
        particles=_set(data.PARTICLES),
        addressing=_set(data.ADDRESSING),
        abbreviations=_set(data.ABBREVIATIONS),
        titles=_set(data.TITLES),
        joining=_set(data.AND),
        relatives=_set(data.RELATIVES),
        nouns_capital=data.NOUNS_CAPITAL,
        ordinal_dots=data.ORDINAL_DOTS,
        clitics=data.CLITICS,
        verb_second=data.VERB_SECOND,
        bare=_set(data.BARE),
        reportive=_set(data.REPORTIVE),
        loose_sources=_set(data.LOOSE_SOURCES),
        oblique=_set(data.OBLIQUE),
        separated=_separated(data.SEPARATED),
        naming=_set(data.NAMING),
        quoting=_set(data.QUOTING),
        standing=_set(data.STANDING),
        opinions=_set(data.OPINIONS),
        calling=_set(data.CALLING),
        by=_set(data.BY),
        gendered_titles=_pairs(data.GENDERED_TITLES),
        person_nouns=_pairs(data.PERSON_NOUNS),
        role_endings=tuple(data.ROLE_ENDINGS.split()),
        title_forms=_pairs(data.TITLE_FORMS),
        possessives=_pairs(data.POSSESSIVES),
        oblique_before=_pairs(data.OBLIQUE_BEFORE),
        standing_alone=_set(data.STANDING_ALONE),
        nouns_too=_set(data.NOUNS_TOO),
    )


def _set(block: str) -> frozenset[str]:
    return frozenset(block.split())


def _separated(block: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in block.split(";"):
        verbs, _, particles = row.partition(":")
        found.update(dict.fromkeys(verbs.split(), _set(particles)))
    return found


def _pairs(block: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for pair in block.split():
        word, _, kind = pair.partition("=")
        found[word] = kind
    return found


def _frames(block: str) -> tuple[tuple[str, ...], ...]:
    frames = (tuple(frame.split()) for frame in block.split(";"))
    return tuple(sorted((frame for frame in frames if frame), key=len, reverse=True))


_LANGUAGES: Final[Mapping[str, ModuleType]] = {"de": de, "en": en, "es": es, "fr": fr}
