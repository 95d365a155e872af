"""Everything that a language says with, gathered once; and which language a text is read in."""

from __future__ import annotations

from functools import cache
from typing import Final

import attrs

from quotecheck.language.attitudes import Attitudes, attitudes
from quotecheck.language.reporting import Reporting, reporting_words
from quotecheck.language.saying import (
    denials,
    loose_verbs,
    manners_of_speech,
    speech_nouns,
    verbs_of_saying,
    verbs_of_thought,
)
from quotecheck.language.tags import base_language

LANGUAGES: Final = ("en", "de", "fr", "es")


@attrs.frozen(eq=False)
class Lexis:
    """Everything a language says with.

    ``verbs`` are those of saying and of thought; ``framing`` are the words with which a frame, a tag or a noun of
    saying can begin: only at these is more looked at.
    """

    language: str
    words: Reporting
    saying: frozenset[str]
    manner: frozenset[str]
    loose: frozenset[str]
    thought: frozenset[str]
    denial: frozenset[str]
    nouns: frozenset[str]
    verbs: frozenset[str]
    framing: frozenset[str]
    attitudes: Attitudes


@cache
def lexis(language: str) -> Lexis:
    """The words of one language; English for one without data."""
    code = base_language(language)
    code = code if code in LANGUAGES else "en"
    words = reporting_words(code)
    saying = (verbs_of_saying(code) | words.naming) - words.determiners
    thought = verbs_of_thought(code)
    heads = frozenset(frame[0] for frame in words.sources)
    return Lexis(
        language=code,
        words=words,
        saying=saying,
        manner=manners_of_speech(code),
        loose=loose_verbs(code),
        thought=thought,
        denial=denials(code),
        nouns=speech_nouns(code),
        verbs=saying | thought,
        framing=heads | words.loose_sources | words.sources_after | words.tags | speech_nouns(code),
        attitudes=attitudes(code),
    )


def language_of(content: str, given: str | None) -> str:
    """The language to read a text in: the given one, or the one whose small words are most frequent."""
    if given:
        return given
    sample = content[:6000].lower().split()
    counts = {code: sum(word in _TELLING[code] for word in sample) for code in LANGUAGES}
    best = max(LANGUAGES, key=lambda code: counts[code])
    return best if counts[best] > 1.3 * counts["en"] else "en"


_TELLING: Final = {
    "en": frozenset("the of and to in that is was for with his her said he she it they not at from by are".split()),
    "de": frozenset("der die das und ist nicht mit von den dem ein eine sich auf für im zu dass wurde er sie".split()),
    "fr": frozenset("le la les et est des du dans une que qui pour pas sur avec ce il elle au par cette".split()),
    "es": frozenset("el la los las y es de que en un una por con para no se del al su lo como más".split()),
}
