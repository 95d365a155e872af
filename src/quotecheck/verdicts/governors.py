"""What stands before a passage in its clause and takes back what the passage says. What follows it is read elsewhere.

A governor reaches as far as its clause. Where the passage is a clause of its own, only what takes a clause for its
object governs it ("I doubt that …"); where it is the rest of a clause, all that negates this clause does.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import Final

from quotecheck.language.function_words import is_article, is_auxiliary, is_preposition, is_pronoun
from quotecheck.language.limits import (
    ASSURING,
    ATTITUDES,
    ATTITUDES_ELSEWHERE,
    CANCELS,
    DENIALS,
    FACTIVES,
    FALSEHOODS,
    NEGATING_PHRASES,
    NEGATIVE_SUBJECTS,
    NOT_CERTAIN,
    UNASSERTED,
    UNIVERSALS,
    UNPROVEN,
    UNTRUE,
    WITHHOLDING,
    WRONGLY,
)
from quotecheck.language.morphology import lemmas, parts_of_speech
from quotecheck.language.negation import is_implicit_negation, is_negation, is_weak_negation, splits_negation
from quotecheck.text.punctuation import marks_between, sentence_ends
from quotecheck.text.tokens import Tokens

_COORDINATES: Final = frozenset({"and", "or", "but", "und", "oder", "aber", "sondern", "y", "o", "pero", "et", "ou"})
_OPENING: Final = frozenset(
    "that who which whom whose because when while if as since although though until before after where what how why"
    " so than whether unless dass daß weil wenn que qui quand porque cuando".split()
)
"""Words that open another clause: what stands before them does not reach past them."""
_THAT: Final = frozenset({"that", "dass", "daß", "que"})
_ADVERBS: Final = frozenset({"necessarily", "really", "quite", "actually", "ever", "even"})
_MODALS: Final = frozenset(
    "will would shall should can could may might must do does did let lets let's cannot to never not".split()
)
_FEW_KNOWN: Final = frozenset({"a", "the", "these", "those", "last", "first", "next", "past", "quite", "my", "our"})
_SUBJECTS: Final = frozenset("i he she we they it there you ich er sie wir es ihr il elle nous ils on".split())
_NOT_FIRST: Final = frozenset({"nothing", "nobody", "none", "neither", "nor", "no"})
_WINDOW: Final = 16


class Opening(enum.Enum):
    """What a passage begins with."""

    CLAUSE = "clause"
    """A subject, and a verb after it."""
    PREDICATE = "predicate"
    """A finite verb, whose subject stands before the passage."""
    ACT = "act"
    """An infinitive or a participle."""
    PHRASE = "phrase"
    """A phrase without a verb."""


def governor(source: Tokens, low: int, start: int, end: int, language: str, *, asked: bool) -> int | None:
    """The first token of what governs a passage and takes it back; None if nothing does.

    Args:
        source: The source's tokens.
        low: First token of the sentence, or of what is looked at of it.
        start: First token of the passage.
        end: One past its last token.
        language: BCP 47 tag.
        asked: True if the sentence is a question.
    """
    if start <= low or start >= end:
        return None
    return _Before(source, low, start, end, language, asked).found()


def opening(source: Tokens, low: int, start: int, end: int) -> Opening:
    """What the passage from ``start`` to ``end`` begins with, given its sentence from ``low`` on."""
    first = source.keys[start]
    before = source.keys[start - 1] if start > low else ""
    parts = parts_of_speech(first)
    if first == "to" or (first.endswith("ing") and "v" in parts and not is_article(before)):
        return Opening.ACT
    if before in _MODALS and ("v" in parts or first in {"be", "have", "do"}):
        return Opening.ACT
    if is_auxiliary(first) or parts == {"v"}:
        return Opening.PREDICATE
    verb = any(_is_finite(source, at) for at in range(start + 1, min(end, start + 10)))
    if verb or first in _SUBJECTS:
        return Opening.CLAUSE
    if "v" in parts and before and not (is_article(before) or is_preposition(before)):
        return Opening.PREDICATE
    return Opening.PHRASE


def _is_finite(source: Tokens, at: int) -> bool:
    """True for a token that can only be a clause's verb where it stands."""
    key, before = source.keys[at], source.keys[at - 1]
    if is_auxiliary(key):
        return before not in {"to", "of"}
    if before == "to" or is_article(before) or is_preposition(before) or key.endswith("ing"):
        return False
    parts = parts_of_speech(key)
    return parts == {"v"} or ("v" in parts and (key.endswith("ed") or is_pronoun(before) or key in {"like", "vote"}))


class _Before:
    """The words before a passage in its sentence."""

    def __init__(self, source: Tokens, low: int, start: int, end: int, language: str, asked: bool) -> None:
        self.source, self.low, self.start, self.end = source, low, start, end
        self.language, self.asked = language, asked
        self.english = language.startswith("en") or language[:2] not in {"de", "fr", "es"}
        self.last = start - 1

    def found(self) -> int | None:
        """The first token of the governor."""
        kind = opening(self.source, self.low, self.start, self.end)
        clause = self._of_clause()
        if clause is not None:
            return clause
        if self._marked(self.start):
            return None
        beside = self._beside(kind)
        if beside is not None or kind is Opening.CLAUSE:
            return beside
        if kind is Opening.PREDICATE:
            subject = self._subject()
            return subject if subject is not None else self._of_act() if self._is_bare() else None
        return self._of_act() if kind is Opening.ACT else None

    def _is_bare(self) -> bool:
        """True for a verb form that may be an infinitive after an object: "let them | burn the house"."""
        first = self.source.keys[self.start]
        return "v" in parts_of_speech(first) and not first.endswith(("s", "ed")) and not is_auxiliary(first)

    def _marked(self, at: int) -> bool:
        return any(mark != "-" for mark in marks_between(self.source.before(at)))

    def _negates(self, at: int) -> bool:
        key = self.source.sense(at)
        return is_negation(key, self.language) or splits_negation(key) is not None

    def _phrase_at(self, phrases: Sequence[tuple[str, ...]], at: int) -> int:
        """Length of the phrase that begins at a token before the passage; 0 if none does."""
        sizes = (
            len(phrase)
            for phrase in phrases
            if at + len(phrase) <= self.start and tuple(self.source.keys[at : at + len(phrase)]) == phrase
        )
        return max(sizes, default=0)

    def _beside(self, kind: Opening) -> int | None:
        """The negation, or the quantity of the subject, that stands directly before the passage."""
        at = self.last
        while at > self.low and self.source.keys[at] in _ADVERBS:
            at -= 1
        key = self.source.keys[at]
        for size in (2, 3):
            if at - size + 1 >= self.low and self._phrase_at(ASSURING, at - size + 1) >= size:
                return None
        if self._phrase_at((("no", "longer"),), at - 1) and at > self.low:
            return at - 1
        if self.english and key in _NOT_FIRST:
            return at if self._opens_with(key, kind) else None
        if self._negates(at) or (key == "noch" and "weder" in self.source.keys[self.low : at]):
            return at
        whole = kind is not Opening.PHRASE or (self.end - self.start > 2 and self._ends_clause())
        return at if whole and self._counts(at) else self._excepted(at, kind)

    def _ends_clause(self) -> bool:
        """True if the passage goes on to the end of its clause, so that the verb must be in it."""
        return self.end >= len(self.source) or self._marked(self.end)

    def _opens_with(self, key: str, kind: Opening) -> bool:
        """True if a negative word that may also stand for itself ("He said no") is the passage's own."""
        first = self.source.keys[self.start]
        if key == "no":
            return not is_pronoun(first) and not is_article(first)
        if key in {"nor", "neither"}:
            return kind is not Opening.PHRASE
        return self._clause_start(self.last) == self.last

    def _counts(self, at: int) -> bool:
        """True for "only" or "few" that opens the subject: "Only | the north bridge is open"."""
        key = self.source.keys[at]
        before = self.source.keys[at - 1] if at > self.low else ""
        if key in {"few", "fewer"}:
            return before not in _FEW_KNOWN and self._clause_start(at) == at
        return key == "only" and (at == self.low or (self._clause_start(at) == at and not self._marked(at)))

    def _excepted(self, at: int, kind: Opening) -> int | None:
        """The universal that the passage is taken out of ("Everyone but | the mayor voted yes")."""
        if self.source.keys[at] == "but" and at > self.low and not self._marked(at):
            beside = self.source.keys[at - 1]
            if beside in UNIVERSALS or beside in {"nobody", "none"}:
                return at - 1 if kind is not Opening.PHRASE or beside in {"all", "anything"} else None
        return None

    def _clause_start(self, at: int) -> int:
        """The first token of the clause that token ``at`` stands in."""
        while at > self.low and not self._border_before(at):
            at -= 1
        return at

    def _border_before(self, at: int) -> bool:
        marks = marks_between(self.source.before(at))
        if any(mark in ",;:—" for mark in marks):
            return True
        before = self.source.keys[at - 1]
        return before in _COORDINATES or before in _OPENING

    def _subject(self) -> int | None:
        """The negative subject of a predicate: "No child in this school | is hungry"."""
        at = self._clause_start(self.last)
        key = self.source.sense(at)
        if key == "only" and at == self.low:
            return at
        if key == "not" and self.source.keys[at + 1] in {"one", "a", "all", "every", "many"}:
            return at
        if is_weak_negation(key) and self.source.keys[at + 1] in {"any", "anyone", "anybody", "anything", "a"}:
            return at
        inverted = self.start + 1 < self.end and self.source.keys[self.start + 1] in _SUBJECTS
        if inverted and self._negates(at) and is_auxiliary(self.source.keys[self.start]) and key != "no":
            return at
        if key not in NEGATIVE_SUBJECTS or self._phrase_at(ASSURING, at):
            return None
        return at

    def _of_act(self) -> int | None:
        """What denies an act named after it in the same clause: "We refuse to | kill the children"."""
        first = max(self._clause_start(self.last), self.start - _WINDOW)
        found: int | None = None
        turns = 0
        at = first
        while at < self.start:
            skipped = self._phrase_at(ASSURING, at)
            if skipped:
                at += skipped
                continue
            phrase = self._phrase_at(NEGATING_PHRASES, at)
            if phrase or self._denies_act(at):
                turns += 1
                found = at if found is None else found
            elif found is not None and (self.source.keys[at] in CANCELS or self._is_more(at)):
                turns += 1
            at += phrase or 1
        return found if turns % 2 else None

    def _is_more(self, at: int) -> bool:
        """True for a comparative, which a negation makes a superlative: "could not be happier to"."""
        key = self.source.keys[at]
        return key == "more" or (key.endswith("er") and "a" in parts_of_speech(key) and key not in lemmas(key))

    def _denies_act(self, at: int) -> bool:
        key = self.source.keys[at]
        following = self.source.keys[at + 1 : self.start]
        if key in {"stop", "stops", "stopped", "stopping", "quit"} and following[:1] == ["to"]:
            return False
        if key == "few":
            return at == self.low
        if key == "than":
            return "rather" in self.source.keys[self.low : at]
        if key == "too" and self.english:
            return "to" in following or self.source.keys[self.start] == "to"
        if is_article(self.source.keys[at - 1]) and at > self.low:
            return False  # "a ban", "the block": nouns
        return self._negates(at) or (self.english and (is_implicit_negation(key) or key in WITHHOLDING))

    def _of_clause(self) -> int | None:
        """What takes a clause for its object and does not assert it: "I doubt that | …"."""
        keys, at = self.source.keys, self.last
        that = keys[at] in _THAT
        if that:
            at -= 1
        if at < self.low or self._marked(self.start):
            return None
        if keys[self.last] in UNASSERTED.get(self.language[:2], UNASSERTED["en"]):
            return self.last
        if keys[self.last] == "though" and keys[self.last - 1] == "as":
            return self.last - 1
        if keys[self.last] in {"suppose", "imagine"} and self.last == self.low:
            return self.last
        if not self.english:
            return self._elsewhere(at) if that else None
        if that and self._marked(self.last):
            return None
        while at > self.low + 1 and keys[at] in _ADVERBS:
            at -= 1
        return self._by_head(at, that=that)

    def _by_head(self, at: int, *, that: bool) -> int | None:
        """What the word before a clause makes of it."""
        key = self.source.keys[at]
        first = max(self._clause_start(at), at - _WINDOW)
        negations = [i for i in range(first, at) if self._negates(i) and not self._phrase_at(ASSURING, i)]
        near = [i for i in negations if i >= at - 3]
        if self._phrase_at(ASSURING, at - 1) and at > self.low:
            return None
        if key in DENIALS or key in UNTRUE:
            return at if not near and (that or key in DENIALS) and not self._is_noun(at) else None
        if key in UNPROVEN:
            return near[-1] if near and that else None
        if key in FALSEHOODS:
            return at if that and not near and self.source.keys[at - 1] != "same" else None
        if key in NOT_CERTAIN:
            return at - 1 if self.source.keys[at - 1] == "no" else None
        return self._by_attitude(at, first, negations) if key in ATTITUDES else None

    def _is_noun(self, at: int) -> bool:
        """True for "a doubt", "beyond doubt", "little doubt"."""
        before = self.source.keys[at - 1] if at > self.low else ""
        return is_article(before) or is_preposition(before) or before in {"no", "little", "any", "some", "much"}

    def _by_attitude(self, at: int, first: int, negations: Sequence[int]) -> int | None:
        keys = self.source.keys
        subject = [i for i in negations if i == first or i >= at - 3]
        if keys[at] in FACTIVES:
            open_question = keys[at] == "know" and {"do", "don't"} & set(keys[max(first, at - 2) : at])
            subject = subject if open_question and {"i", "we"} & set(keys[first:at]) else []
        if len(subject) % 2:
            return subject[0]
        wrongly = next((i for i in range(max(first, at - 2), at) if keys[i] in WRONGLY), None)
        if wrongly is not None:
            return wrongly
        if first > self.low and keys[first - 1] in UNASSERTED["en"] and keys[at] not in FACTIVES:
            return first - 1
        opens = is_auxiliary(keys[self.low]) or (keys[self.low] == "who" and is_auxiliary(keys[self.low + 1]))
        return self.low if self.asked and opens and keys[at] not in FACTIVES else None

    def _elsewhere(self, at: int) -> int | None:
        """German, Spanish and French: a negated attitude before "dass" or "que"."""
        first = max(self.low, at - 5)
        heads = range(first, at + 1)
        negation = next((i for i in heads if self._negates(i)), None)
        if negation is None or not any(self.source.keys[i] in ATTITUDES_ELSEWHERE for i in heads):
            return None
        return negation


def is_question(source: Tokens, end: int) -> bool:
    """True if the sentence that token ``end - 1`` stands in ends with a question mark."""
    for at in range(end, min(len(source), end + 40) + 1):
        if at == len(source) or sentence_ends(source, at):
            return "?" in source.before(at)
    return False
