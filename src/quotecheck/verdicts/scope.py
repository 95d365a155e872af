"""What stands just outside a passage and bears on it: limits, governing negations, degrees, hedges (QC407, QC409)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

import attrs

from quotecheck.language.function_words import is_article, is_auxiliary, is_conjunction, is_preposition, is_pronoun
from quotecheck.language.limits import (
    ASSURING,
    CONDITIONS,
    CONTRASTS,
    DEGREES,
    EXCEPTING,
    PRIVATIVE,
    QUANTITIES,
    UNIVERSALS,
    begins_limit,
    ends_with_hedge,
)
from quotecheck.language.morphology import parts_of_speech
from quotecheck.language.negation import is_negation, splits_negation
from quotecheck.matching.compare import Comparison
from quotecheck.model import Code, Span
from quotecheck.text.punctuation import ends_sentence, marks_between, sentence_ends
from quotecheck.text.tokens import Tokens
from quotecheck.verdicts.bridges import bridged
from quotecheck.verdicts.facts import Fact
from quotecheck.verdicts.governors import Opening, governor, is_question, opening

REACH: Final = 40
_LONGEST_NOTE: Final = 6  # words of "[inaudible question from the floor]"
"""Tokens of the sentence that are looked at on either side of a passage."""
_FINITE: Final = frozenset({"is", "are", "was", "were", "has", "have", "had", "will", "can", "must", "does", "may"})
_JOINING: Final = frozenset({"and", "or", "but", "who", "which", "that"})
_CASES: Final = frozenset({("in", "case"), ("should", "they"), ("should", "he"), ("should", "she"), ("should", "we"),
                           ("should", "it"), ("should", "you"), ("should", "the")})  # fmt: skip
_COURTESIES: Final = frozenset({("you", "like"), ("you", "will"), ("you", "want"), ("you", "please"), ("i", "may")})
_LOOSE: Final = frozenset({"without", "until", "except", "assuming", "in", "apart", "aside"})
_CLAUSE: Final = Opening.CLAUSE
_END_NOT: Final = frozenset({"not", "nicht", "pas", "nie", "jamais"})
_NO_MORE: Final[Collection[tuple[str, ...]]] = ((), ("mehr",), ("plus",))
_NEGATIVE_OBJECTS: Final = frozenset({"nothing", "nobody", "none", "neither", "nowhere", "no-one", "noone"})
_AFTER_THE_VERB: Final = {
    "de": frozenset("nicht nichts nie niemals niemand niemanden kein keine keinen keinem keiner keines".split()),
    "fr": frozenset("pas rien jamais aucun aucune personne plus".split()),
    "es": frozenset({"nada", "nadie", "nunca", "jamás"}),
}
_SUBJECT_QUANTITIES: Final = frozenset("some half certain several".split())
_ASKING: Final = frozenset("why how when where what and but so".split())
_OPINES: Final = frozenset("say think believe claim argue allege insist suggest fear complain".split())
_OTHER_PEOPLE: Final = frozenset(
    "some many others people they critics opponents experts sceptics skeptics enemies rivals historians".split()
)
_NO_LONGER: Final = frozenset("former ex erstwhile onetime ousted".split())
"""What is left out before a title without harm: "former | President Brook"."""
_UNSAYING: Final = frozenset({("so", "called"), ("would", "be"), ("self", "styled"), ("self", "proclaimed")})
_THOSE_WHO: Final = frozenset({("those", "who"), ("anyone", "who"), ("people", "who"), ("whoever", "may")})
_PURPOSE_AFTER: Final = frozenset(
    "come came go went gather gathered meet met fight fought march marched run ran".split()
)
_QUOTES: Final = frozenset('"“”„«»')


@attrs.frozen
class _Around:
    """What stands beside a passage in its sentence.

    Attributes:
        source: The source's tokens.
        low: First token of the sentence, or of what is looked at of it.
        start: First token of the passage.
        end: One past its last token.
        high: One past the last token of the sentence.
        language: BCP 47 tag.
    """

    source: Tokens
    low: int
    start: int
    end: int
    high: int
    language: str

    @property
    def before(self) -> tuple[str, ...]:
        """Keys of the sentence before the passage."""
        return tuple(self.source.sense(at) for at in range(self.low, self.start))

    @property
    def after(self) -> tuple[str, ...]:
        """Keys of the sentence after the passage."""
        return tuple(self.source.keys[self.end : self.high])

    def gap(self, at: int) -> tuple[str, ...]:
        """The marks before a token."""
        return marks_between(self.source.before(at))


def scope(comparison: Comparison, language: str) -> Iterator[Fact]:
    """QC407, QC409 and QC410 for a statement whose words are the source's.

    Args:
        comparison: The statement against its passage.
        language: BCP 47 tag of the source.
    """
    source, start, end = comparison.source, comparison.start, comparison.end
    found = _bearing(_around(source, start, end, language))
    if found is None or found[0] is not Code.CUT_SHORT:
        bridge = bridged(source, start, end)
        beyond = _bearing(_around(bridge.tokens, bridge.start, bridge.end, language)) if bridge else None
        if bridge is not None and beyond is not None and (found is None or beyond[0] is Code.CUT_SHORT):
            found = beyond[0], bridge.back(beyond[1])
    if found is not None:
        yield Fact(code=found[0], source=(found[1],))


def _bearing(around: _Around) -> tuple[Code, Span] | None:
    """What bears on a passage: a cut (QC407), another force (QC410) or a limit (QC409), with the words that do it."""
    cut = _limit_after(around) or _governed(around) or _degree_before(around) or _condition_before(around)
    cut = (
        cut
        or _quantity_before(around)
        or _negated_phrase_cut(around)
        or _taken_back(around)
        or _part_of(around)
        or _head_cut(around)
    )
    if cut is not None:
        return Code.CUT_SHORT, cut
    force = _inverted_before(around) or _let_before(around)
    if force is not None:
        return Code.FORCE, force
    limit = _hedge_before(around) or _said_by_others(around) or _contrast_after(around)
    return None if limit is None else (Code.LIMITED, limit)


def _around(source: Tokens, start: int, end: int, language: str) -> _Around:
    low, high = start, end
    while low > 0 and start - low < REACH and not _border(source, low):
        low -= 1
    while high < len(source) and high - end < REACH and not _border(source, high):
        high += 1
    return _Around(source, low, start, end, high, language)


def _border(source: Tokens, at: int) -> bool:
    """True if a sentence, or what is quoted, begins or ends before token ``at``."""
    gap = source.before(at)
    if sentence_ends(source, at) or any(sign in _QUOTES for sign in gap):
        return True
    return any(_note_ends(source, at, opener) for opener, closer in ("[]", "()") if closer in gap)


def _note_ends(source: Tokens, at: int, opener: str) -> bool:
    """True if a note in brackets that stands between two sentences ends before token ``at``: "[laughter] If"."""
    for first in range(at - 1, max(0, at - _LONGEST_NOTE) - 1, -1):
        if opener in source.before(first):
            return first == 0 or sentence_ends(source, first)
    return False


def _negates(key: str, language: str) -> bool:
    return is_negation(key, language) or splits_negation(key) is not None


def _limit_after(around: _Around) -> Span | None:
    """The words after the passage that limit it: "… unless he finds that …"."""
    size = begins_limit(around.after, around.language)
    if not size or any(mark in ";:—" for mark in around.gap(around.end)):
        return None
    if around.after[0] == "if" and around.after[1:3] in _COURTESIES:
        return None
    if around.after[0] == "providing" and is_preposition(around.source.keys[around.end - 1]):
        return None
    if around.after[0] in _LOOSE and "," in around.gap(around.end):
        return None
    return around.source.stretch(around.end, min(around.high, around.end + size + 6))


def _governed(around: _Around) -> Span | None:
    """What stands before the passage in its clause and takes it back: "I don't think that …", "refuse to …"."""
    asked = is_question(around.source, around.end)
    at = governor(around.source, around.low, around.start, around.end, around.language, asked=asked)
    return None if at is None else around.source.stretch(at, around.start)


def _taken_back(around: _Around) -> Span | None:
    """A negation after the passage that is part of its clause: "He knows | nothing about it", "…, not"."""
    source, after = around.source, around.after
    if not after:
        return None
    rest = source.stretch(around.end, min(around.high, around.end + 6))
    last = source.keys[around.end - 1]
    if after[0] in _END_NOT and after[1:] in _NO_MORE and not is_conjunction(last):
        return rest
    if any(mark != "-" for mark in around.gap(around.end)):
        return rest if _inverted(after) and "," in around.gap(around.end) else None
    if _excepts(around):
        return rest
    if not around.language.startswith("en"):
        reach = 2 if is_preposition(after[0], around.language) else 1
        return rest if any(_follows_verb(key, around.language) for key in after[:reach]) else None
    if any(after[: len(phrase)] == phrase for phrase in ASSURING):
        return None
    verb = is_auxiliary(last) or "v" in parts_of_speech(last)
    first = 1 if is_preposition(after[0]) and len(after) > 1 else 0
    names_none = source.sense(around.end + first) == "no" and first < len(after) - 1
    negative = after[first] in _NEGATIVE_OBJECTS or names_none
    if after[0] == "not":
        return rest if is_auxiliary(last) else None
    if negative and not any(_negates(key, around.language) for key in source.keys[around.start : around.end]):
        return rest if verb or (first and opening(source, around.low, around.start, around.end) is _CLAUSE) else None
    return None


def _follows_verb(key: str, language: str) -> bool:
    """True for the negations that other languages put after the verb, or after its object."""
    return key in _AFTER_THE_VERB.get(language[:2], frozenset())


def _inverted(after: Sequence[str]) -> bool:
    """True for a condition that an inversion opens: "should they lose"."""
    return after[0] in {"should", "had", "were"} and len(after) > 2 and is_pronoun(after[1])


def _excepts(around: _Around) -> bool:
    """True if what follows takes something out of a universal at the passage's end: "He hates all | but his mother"."""
    close = around.source.keys[max(around.start, around.end - 2) : around.end]
    if not UNIVERSALS & set(close) - {"both", "never"}:
        return False
    fits = any(around.after[: len(phrase)] == phrase for phrase in EXCEPTING)
    return fits and not (around.after[0] == "but" and around.after[1:2] in {("i",), ("we",), ("he",), ("they",)})


def _degree_before(around: _Around) -> Span | None:
    """The degree before a universal that opens the passage: "almost | all"; a word that unsays its noun: "fake"."""
    if around.before[-2:] == ("all", "but"):
        return around.source.stretch(around.start - 2, around.start)
    if around.before and around.before[-1] in DEGREES and around.source.keys[around.start] in UNIVERSALS:
        return around.source.span(around.start - 1)
    if any(around.gap(around.start)):
        return None
    if around.before[-1:] and around.before[-1] in PRIVATIVE - _NO_LONGER:
        return around.source.span(around.start - 1)
    return around.source.stretch(around.start - 2, around.start) if around.before[-2:] in _UNSAYING else None


def _quantity_before(around: _Around) -> Span | None:
    """The quantity of the subject with which the passage begins: "Some | teachers are lazy", "Half | the town came"."""
    if not around.before or around.before[-1] not in _SUBJECT_QUANTITIES or any(around.gap(around.start)):
        return None
    first = around.source.keys[around.start]
    at_clause = around.start - 1 == around.low or any(around.gap(around.start - 1)) or around.before[-2] in _JOINING
    half = around.before[-1] == "half" and is_article(first)
    bare = around.before[-1] != "half" and first.endswith(("s", "people", "men", "women", "children"))
    if not at_clause or not (half or (bare and "n" in parts_of_speech(first))):
        return None
    clause = opening(around.source, around.low, around.start, around.end) is _CLAUSE
    return around.source.span(around.start - 1) if clause else None


def _inverted_before(around: _Around) -> Span | None:
    """The verb that makes a question of the passage: "Do | we need the mill?"."""
    if not around.before or not is_auxiliary(around.before[-1]) or any(around.gap(around.start)):
        return None
    at_clause = around.start - 1 == around.low or any(around.gap(around.start - 1)) or around.before[-2] in _ASKING
    first = around.source.keys[around.start]
    subject = is_pronoun(first) or is_article(first)
    if at_clause and subject and is_question(around.source, around.end):
        return around.source.span(around.start - 1)
    return None


def _let_before(around: _Around) -> Span | None:
    """The "let" of which the passage is what is bidden: "Let | them eat cake"."""
    first = around.source.keys[around.start]
    if around.before[-1:] == ("let",) and around.start - 1 == around.low and is_pronoun(first):
        return around.source.span(around.start - 1)
    return None


def _said_by_others(around: _Around) -> Span | None:
    """Those who say or think what the passage has: "Some say | we …", "My opponents claim that | we …"."""
    after = _said_after(around)
    if after is not None:
        return after
    that = around.before[-1:] == ("that",)
    words = around.before[: len(around.before) - that]
    if words[-3:-1] in _THOSE_WHO and words[-1] in _OPINES and not any(around.gap(around.start)):
        return around.source.stretch(around.start - that - 3, around.start)
    if len(words) < 2 or words[-1] not in _OPINES or any(around.gap(around.start)):
        return None
    who = words[-2]
    if who in _OTHER_PEOPLE and opening(around.source, around.low, around.start, around.end) is _CLAUSE:
        return around.source.stretch(max(around.low, around.start - 3), around.start)
    return None


def _said_after(around: _Around) -> Span | None:
    """Those who say so, named after the passage: "…, | my enemies claim"."""
    words, source = around.after[:4], around.source
    if around.gap(around.end) != (",",) or len(words) < 2:
        return None
    size = next((at for at, key in enumerate(words) if key in _OPINES), 0)
    ends = around.end + size + 1
    if not size or words[size - 1] not in _OTHER_PEOPLE or (ends < len(source) and not any(around.gap(ends))):
        return None
    return source.stretch(around.end, ends)


def _condition_before(around: _Around) -> Span | None:
    """The condition under which the passage holds: "If it does, | we will respond"."""
    begins = CONDITIONS.get(around.language[:2], frozenset())
    low = _last_part(around)
    words = around.before[low - around.low :]
    if len(words) < 3 or "," not in around.gap(around.start):
        return None
    if words[1:3] in _COURTESIES and len(words) == 3:
        return None
    if words[:2] in _CASES and around.gap(around.start) == (",",):
        return around.source.stretch(low, around.start)
    opening = words[1] if words[0] in {"and", "but", "so", "that", "now", "well"} else words[0]
    if opening not in begins or opening in {"were", "had", "when", "whenever"}:
        return None
    commas = sum("," in around.gap(at) for at in range(low + 1, around.start + 1))
    main = is_pronoun(around.source.keys[around.start], around.language) and words[-1] not in _JOINING
    return around.source.stretch(low, around.start) if commas == 1 or (main and commas <= 3) else None


def _last_part(around: _Around) -> int:
    """The first token after the last colon, semicolon or dash of the sentence before the passage."""
    at = around.start
    while at > around.low and not any(mark in ";:—" for mark in around.gap(at)):
        at -= 1
    return at


def _negated_phrase_cut(around: _Around) -> Span | None:
    """The phrase that a negation at the passage's end bears on: "Let us never negotiate | out of fear"."""
    keys = around.source.keys
    close = range(max(around.start, around.end - 3), around.end)
    negated = any(
        _negates(around.source.sense(at), around.language) and keys[at + 1] not in {"but", "only"} for at in close[:-1]
    )
    if not negated or not around.after or any(around.gap(around.end)):
        return None
    last = keys[around.end - 1]
    if _negates(last, around.language) or is_auxiliary(last) or is_pronoun(last):
        return None
    purpose = around.after[0] == "to" and last in _PURPOSE_AFTER
    if purpose or around.after[0] in {"out", "for", "because", "from", "by", "in"}:
        return around.source.stretch(around.end, min(around.high, around.end + 6))
    return None


def _part_of(around: _Around) -> Span | None:
    """The quantity that a clause's subject is the whole of: "Some of | the soldiers ran away"."""
    if around.before[-1:] != ("of",) or around.before[-2:-1] == () or any(around.gap(around.start)):
        return None
    if around.before[-2] not in QUANTITIES or around.low < around.start - 3:
        return None
    verb = opening(around.source, around.low, around.start, around.end) is _CLAUSE
    return around.source.stretch(around.start - 2, around.start) if verb else None


def _head_cut(around: _Around) -> Span | None:
    """The head of the phrase that a clause's subject is the rest of: "the love of | money is the root …"."""
    keys = around.source.keys
    if around.before[-1:] != ("of",) or around.start + 1 >= around.end or any(around.gap(around.start)):
        return None
    first, second = keys[around.start], keys[around.start + 1]
    if is_article(first) or is_pronoun(first) or is_preposition(first):
        return None
    parts = parts_of_speech(second)
    verb = second in _FINITE or parts == {"v"} or (second.endswith("ed") and "v" in parts)
    if verb:
        return around.source.stretch(max(around.low, around.start - 3), around.start)
    return None


def _hedge_before(around: _Around) -> Span | None:
    size = ends_with_hedge(around.before)
    return around.source.stretch(around.start - size, around.start) if size else None


def _contrast_after(around: _Around) -> Span | None:
    """A clause with its own subject, or a sentence, that takes something back."""
    source = around.source
    at = around.end
    if at >= len(source) or any(sign in _QUOTES for sign in source.before(at)[:3]):
        return None
    gap = source.before(at)
    if source.keys[at] not in CONTRASTS or not marks_between(gap):
        return None
    new_sentence = ends_sentence(gap)
    following = source.keys[at + 1 : at + 5]
    own_subject = any(is_pronoun(key.partition("'")[0]) or is_article(key) for key in following[:2]) or new_sentence
    return source.stretch(at, min(len(source), at + 6)) if own_subject else None
