"""Marks round names and terms in languages that write nouns with capitals: a newspaper's, a film's, "sogenannte"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from quotecheck.speech.attributed import Attribution, Rule
from quotecheck.speech.lexis import Lexis
from quotecheck.speech.paragraphs import Prose
from quotecheck.speech.phrases import is_small
from quotecheck.speech.prose import WORD

_BY_SIGN: Final = frozenset({Rule.COLON, Rule.DASH, Rule.ANNOUNCED})
_GLOSS: Final = 40
"""Code points before a quotation in which it may be said to be a name."""
_DOTTED: Final = re.compile(r"[\w-]+(?:\.[\w-]+)+|[^\W\d]{0,3}\d+|\d+[^\W\d]{0,3}")
_COMPOUND: Final = re.compile(r"-\w|['’]? ?\([A-ZÄÖÜ]{2,6}\)")
"""What follows a name: another part of a word, or the name's initials."""
_SENTENCE: Final = ".!?…,"
_LONGEST: Final = 14
"""Words of a name, at most."""


def is_name(prose: Prose, number: int, attribution: Attribution | None, named: frozenset[str]) -> bool:
    """True if marks stand round a name or a term, by what stands before and after them.

    Args:
        prose: The text; its language writes nouns with capitals.
        number: The quotation.
        attribution: Who is said to have said it; None if nobody is.
        named: What ``names_in`` found.
    """
    inner = prose.quotations[number].inner
    words = inner.of(prose.shadow).split()
    if not words or len(words) > _LONGEST:
        return False
    by_sign = attribution is not None and attribution.rule in _BY_SIGN
    if _is_glossed(prose, number) or (len(words) == 1 and _DOTTED.fullmatch(words[0])):
        return True
    if _COMPOUND.match(prose.shadow, prose.quotations[number].outer.end):
        return True
    if by_sign or words[-1][-1] in "!?…":
        return False
    if " ".join(words) in named or _follows_kind(prose, number):
        return True
    if words[-1][-1] in _SENTENCE:
        return False
    if attribution is None or attribution.rule is Rule.GOES_ON:
        before = prose.before[number]
        called = before is not None and before.low in prose.lex.words.called
        return not prose.mood[number] and not called and (len(words) == 1 or _is_noun_phrase(words, prose.lex))
    return attribution.rule is Rule.AFTER and _stands_inside(prose, number) and _is_noun_phrase(words, prose.lex)


def names_in(prose: Prose, numbers: Iterable[int]) -> frozenset[str]:
    """The words of quotations that stand as names after a word for a kind of thing ("die Zeitung „…“").

    Args:
        prose: The text.
        numbers: The quotations to look at.
    """
    if not prose.lex.words.nouns_capital:
        return frozenset()
    return frozenset(
        " ".join(prose.quotations[one].inner.of(prose.shadow).split()) for one in numbers if _follows_kind(prose, one)
    )


def _is_glossed(prose: Prose, number: int) -> bool:
    """As in "sogenannte „…“", "(kurz: „…“)", "unter dem Motto „…“"."""
    start = prose.quotations[number].outer.start
    before = prose.shadow[max(0, start - _GLOSS) : start].rstrip(" \n:(\t").lower()
    return any(before.endswith(gloss) and not before[: -len(gloss)][-1:].isalpha() for gloss in _glosses(prose.lex))


def _glosses(lex: Lexis) -> tuple[str, ...]:
    return tuple(" ".join(one) for one in lex.words.glosses)


def _follows_kind(prose: Prose, number: int) -> bool:
    before = prose.before[number]
    if before is None or before.kind is not WORD:
        return False
    low = before.low
    if low in prose.lex.words.loose_sources or any(low == frame[0] for frame in prose.lex.words.sources):
        return len(prose.quotations[number].inner.of(prose.shadow).split()) <= _NEWSPAPER
    words = prose.quotations[number].inner.of(prose.shadow).split()
    short = len(words) <= _NEWSPAPER or (words and not words[0][:1].islower())
    return before.capital and bool(short) and low.endswith(prose.lex.words.kinds)


_NEWSPAPER: Final = 4
"""Words of a newspaper's name after "laut", at most."""


def _is_noun_phrase(words: Sequence[str], lex: Lexis) -> bool:
    """Nouns with their articles, adjectives and prepositions, the first and the last with a capital, and no verb."""
    small = lex.words
    if not words[0][:1].isupper() or (len(words) < 2 and not words[0][:1].isupper()):
        return False
    for at, word in enumerate(words):
        low = word.lower().strip("().–-„“”’'")
        if not low or not word[:1].islower():
            if low in small.pronouns and (at or low not in small.determiners):
                return False
            continue
        if low in small.auxiliaries or low in lex.verbs or (low in small.pronouns and low not in small.determiners):
            return False
        adjective = at + 1 < len(words) and low.endswith(small.adjective_endings)
        if not adjective and not is_small(low, small) and low not in small.particles:
            return False
    return not words[-1][:1].islower()


def _stands_inside(prose: Prose, number: int) -> bool:
    """As in "In der „Woche“ schreibt Weber": an article or a preposition before, and no comma after."""
    before = prose.before[number]
    end = prose.quotations[number].outer.end
    if before is None or before.kind is not WORD or prose.shadow[end : end + 1] != " ":
        return False
    low, words = before.low, prose.lex.words
    return low in words.determiners or low in words.prepositions or low in words.inner_prepositions
