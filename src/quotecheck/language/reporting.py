"""The small words round reported speech by language: pronouns, determiners, frames. Verbs stand in ``saying``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

import attrs

from quotecheck.language.known import data
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
        no_tag: Words after a tag that make an example of it ("so auch").
        object_endings: Endings of an adjective that begins another phrase right after a noun.
        participle_endings: Endings of a participle before its noun.
        expletives: Pronouns that fill the subject's place.
        viewpoints: Words before the one for whom something is so ("für den Trainer war …"), with ``linking`` after him.
        linking: Forms of "to be" and the like.
        wanting: Verbs that say what somebody wants.
        glosses: Words before marks which say that a name or a term stands in them ("so-called").
        kinds: Endings of nouns for things that bear a name.
        called: Words before what somebody calls something, however short it is.
        own: Words of a source that is the sentence's own subject ("nach eigenen Angaben").
        links: Words that begin another clause of the sentence ("and", "while").
        with_words: A preposition and a noun, as in "quoted X with the words".
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
        participles: Participles that are no past form: without a helping verb they report nothing.
        oblique_before: Articles that begin no subject where an adjective with this ending follows.
        dropped: Words among ``that`` that are no part of what is reported.
        consequence: Words before "that" which make a result of it ("so that").
        no_content: Words with which a clause begins that nobody is said to have said ("in order to", "after").
        infinitives: Words before an infinitive; ``infinitive_endings`` are its endings.
        irrealis: Forms among ``reportive`` that are as often only a condition ("would").
        plain: Forms of the helping verbs that state and report nothing.
        mood_endings: Endings of other verbs in that mood, but for those with one of ``other_endings``.
        no_mood: Words that end so and are none.
        adjective_endings: Endings of an adjective before its noun.
        hearsay_modals: Verbs that say, with the ``perfect`` infinitive, that others say so.
        perfect: Helping verbs of that infinitive.
        participle: Pattern of a perfect participle; empty if none is needed.
        clause_nouns: Nouns that govern a reported clause ("the view that").
        impersonal: Words with which something is said to be known, by nobody.
        therefore: Words at a sentence's front that make it the content of what was named before ("accordingly").
        source_nouns: Nouns that make a frame with a loose source, beside those of saying ("nach ersten Erkenntnissen").
        genitive_openers: Words with which a genitive begins.
        dative_endings: Endings of an adjective before a noun in the dative.
        viewing: Prepositions that make a frame with the ``viewing_nouns`` ("aus Sicht der Opposition").
        viewing_nouns: Nouns of that frame.
        back: Words for the sentence before ("das berichtet …").
        complements: Words that go with a preposition in a phrase for a person ("close to", "adviser to").
        indefinites: Determiners with which somebody new comes in ("another").
        small: All that are no noun, name or verb of their own: made of the sets above.
        stops: All that end a noun phrase: likewise.
    """

    pronouns: Mapping[str, str] = attrs.field(factory=dict)
    determiners: frozenset[str] = frozenset()
    genitives: frozenset[str] = frozenset()
    inner_prepositions: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    passives: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    adverb_endings: tuple[str, ...] = ()
    that: frozenset[str] = frozenset()
    as_words: frozenset[str] = frozenset()
    sources: tuple[tuple[str, ...], ...] = ()
    sources_after: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    no_tag: frozenset[str] = frozenset()
    object_endings: tuple[str, ...] = ()
    participle_endings: tuple[str, ...] = ()
    expletives: frozenset[str] = frozenset()
    viewpoints: frozenset[str] = frozenset()
    linking: frozenset[str] = frozenset()
    wanting: frozenset[str] = frozenset()
    glosses: tuple[tuple[str, ...], ...] = ()
    kinds: tuple[str, ...] = ()
    called: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    with_words: tuple[tuple[str, ...], ...] = ()
    particles: frozenset[str] = frozenset()
    addressing: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
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
    dropped: frozenset[str] = frozenset()
    consequence: frozenset[str] = frozenset()
    no_content: frozenset[str] = frozenset()
    infinitives: frozenset[str] = frozenset()
    infinitive_endings: tuple[str, ...] = ()
    irrealis: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    mood_endings: tuple[str, ...] = ()
    other_endings: tuple[str, ...] = ()
    no_mood: frozenset[str] = frozenset()
    adjective_endings: tuple[str, ...] = ()
    hearsay_modals: frozenset[str] = frozenset()
    perfect: frozenset[str] = frozenset()
    participle: str = ""
    clause_nouns: frozenset[str] = frozenset()
    impersonal: frozenset[str] = frozenset()
    therefore: frozenset[str] = frozenset()
    source_nouns: tuple[str, ...] = ()
    genitive_openers: frozenset[str] = frozenset()
    dative_endings: tuple[str, ...] = ()
    viewing: frozenset[str] = frozenset()
    viewing_nouns: frozenset[str] = frozenset()
    back: frozenset[str] = frozenset()
    participles: frozenset[str] = frozenset()
    complements: Mapping[str, frozenset[str]] = attrs.field(factory=dict)
    indefinites: frozenset[str] = frozenset()
    small: frozenset[str] = attrs.field(init=False)
    stops: frozenset[str] = attrs.field(init=False)

    @small.default
    def _small(self) -> frozenset[str]:
        others = self.conjunctions | self.adverbs | self.auxiliaries
        return self.determiners | self.pronouns.keys() | self.prepositions | self.inner_prepositions | others

    @stops.default
    def _stops(self) -> frozenset[str]:
        return self.prepositions | self.conjunctions | self.auxiliaries | self.that


def reporting_words(language: str = "en") -> Reporting:
    """The words of a language; none for a language without data.

    Args:
        language: A BCP 47 tag; only its first part counts.
    """
    return _by_code(base_language(language))


@cache
def _by_code(code: str) -> Reporting:
    found = data(code, "reporting")
    values = {one.name: getattr(found, one.name.upper(), None) for one in attrs.fields(Reporting)}
    read = {
        one.name: _READERS[str(one.type)](value)
        for one in attrs.fields(Reporting)
        if one.init and (value := values[one.name]) is not None
    }
    return Reporting(**read)


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


def _words(block: str) -> tuple[str, ...]:
    return tuple(block.split())


# How the text of a list is read, by what it becomes.
_READERS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "bool": bool,
    "str": str,
    "frozenset[str]": _set,
    "tuple[str, ...]": _words,
    "tuple[tuple[str, ...], ...]": _frames,
    "Mapping[str, str]": _pairs,
    "Mapping[str, frozenset[str]]": _separated,
}
