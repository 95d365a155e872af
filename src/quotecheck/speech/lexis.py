"""Everything that a language says with, gathered once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

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


@attrs.frozen(eq=False)
class Lexis:
    """Everything a language says with.

    ``verbs`` are those of saying and of thought; ``framing`` are the words with which a frame, a tag or a noun of
    saying can begin: only at these is more looked at; ``cues`` are both. ``frames`` are those before a source, each
    under its first word.
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
    cues: frozenset[str]
    frames: Mapping[str, tuple[tuple[str, ...], ...]]
    attitudes: Attitudes


@cache
def lexis(language: str) -> Lexis:
    """The words of one language; none for one without data."""
    code = base_language(language)
    words = reporting_words(code)
    saying = (verbs_of_saying(code) | words.naming) - words.determiners
    thought = verbs_of_thought(code)
    heads = frozenset(frame[0] for frame in words.sources)
    verbs = saying | thought
    framing = heads | words.viewing | words.loose_sources | words.sources_after | words.tags | speech_nouns(code)
    return Lexis(
        language=code,
        words=words,
        saying=saying,
        manner=manners_of_speech(code),
        loose=loose_verbs(code),
        thought=thought,
        denial=denials(code),
        nouns=speech_nouns(code),
        verbs=verbs,
        framing=framing,
        cues=verbs | framing,
        frames={head: tuple(frame for frame in words.sources if frame[0] == head) for head in heads},
        attitudes=attitudes(code),
    )
