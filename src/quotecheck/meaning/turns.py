"""Turns of a sentence that change what it says with few words: voice, sides, deeds withheld or not yet done, degree.

Each function takes the changes of a direct quotation and gives the words at fault; None or nothing where the turn is
kept. They are for words in quotation marks, where any such change is one; what reported speech may say in other words
is judged elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotecheck.language.function_words import is_article
from quotecheck.language.morphology import lemmas, parts_of_speech
from quotecheck.language.negation import is_negation, splits_negation
from quotecheck.language.opposites import Relation, related
from quotecheck.meaning.changes import Change, Word

Sides = tuple[tuple[Word, ...], tuple[Word, ...]]

_WITHHELD: Final = frozenset("fail refuse decline neglect omit".split())
_LACKING: Final = frozenset({"lack", "deny"})
_AGAINST: Final = (frozenset({"against"}), frozenset({"for", "favour", "favor"}))
_DESPITE: Final = (frozenset({"despite", "spite", "notwithstanding"}), frozenset({"because", "thanks", "owing", "due"}))
_NOT_YET: Final = frozenset("expect threaten offer promise vow agree pledge prepare aim decide swear ask beg".split())
_CHARGED: Final = frozenset("charge indict accuse arrest suspect".split())
_CONVICTED: Final = frozenset({"convict", "guilty", "sentence", "condemn"})
_FUTURE: Final = frozenset({"will", "shall", "'ll", "won't"})
_UNRELATED: Final = frozenset({None, Relation.OPPOSITE})
_SCANT: Final = frozenset("hope doubt time money chance faith trust reason evidence sense interest sympathy".split())
_DEGREES: Final = {"better": 1, "best": 2, "worse": 1, "worst": 2, "more": 1, "most": 2, "further": 1, "furthest": 2}


def withheld(change: Change) -> Sides | None:
    """A deed that was not done put for one that was: "refused to sign" for "signed", "lacks" for "has"."""
    if _negations(change.said) or _negations(change.written):
        return None
    said, written = _withholding(change.said, change.said_after), _withholding(change.written, change.written_after)
    if bool(said) == bool(written):
        return None
    other = change.written if said else change.said
    if any(related(word.key, one.key) not in _UNRELATED for word in (*said, *written) for one in other):
        return None
    return said, written


def _withholding(words: Sequence[Word], after: Sequence[Word]) -> tuple[Word, ...]:
    following = (*words, *after)
    return tuple(
        word
        for at, word in enumerate(words)
        if (
            lemmas(word.key) & _LACKING
            and "v" in parts_of_speech(word.key)
            and not (at and is_article(words[at - 1].key))
        )
        or (lemmas(word.key) & _WITHHELD and following[at + 1 : at + 2] and following[at + 1].key == "to")
    )


def _negations(words: Sequence[Word]) -> bool:
    return any(is_negation(word.key) or splits_negation(word.key) is not None for word in words)


def other_side(change: Change) -> Sides | None:
    """The other side taken: "for" put for "against", "because of" for "despite"."""
    for one, two in (_AGAINST, _DESPITE):
        for left, right in ((one, two), (two, one)):
            said = tuple(word for word in change.said if word.key in left)
            written = tuple(word for word in change.written if word.key in right)
            kept = {word.key for word in change.said} & right or {word.key for word in change.written} & left
            if said and written and not kept:
                return said, written
    return None


def unrealised(change: Change) -> Sides | None:
    """A deed announced or charged put for one done or proved, or the reverse: "left" for "threatened to leave"."""
    said, written = _announced(change.said, change.said_after), _announced(change.written, change.written_after)
    if bool(said) != bool(written) and not {"to"} & {word.key for word in (change.written if said else change.said)}:
        return said, written
    for left, right in ((_CHARGED, _CONVICTED), (_CONVICTED, _CHARGED)):
        old, new = _of(change.said, left), _of(change.written, right)
        if old and new:
            return old, new
    return None


def _announced(words: Sequence[Word], after: Sequence[Word]) -> tuple[Word, ...]:
    """The verbs of a change that only announce what their infinitive, in the change too, names."""
    return tuple(
        word
        for at, word in enumerate(words)
        if lemmas(word.key) & _NOT_YET and [one.key for one in words[at + 1 : at + 2]] == ["to"]
    )


def _of(words: Sequence[Word], wanted: frozenset[str]) -> tuple[Word, ...]:
    return tuple(word for word in words if lemmas(word.key) & wanted)


def conditional(change: Change) -> Sides | None:
    """ "Will" put for "would", or the reverse: a thing supposed for a thing that comes."""
    said = tuple(word for word in change.said if word.key in _FUTURE or word.key == "would")
    written = tuple(word for word in change.written if word.key in _FUTURE or word.key == "would")
    if len(said) == len(written) == 1 and (said[0].key == "would") != (written[0].key == "would"):
        return said, written
    return None


def scant(change: Change) -> Sides | None:
    """An "a" that makes few or little some: "few people", "a few people"."""
    for words, after, other in (
        (change.written, change.written_after, change.said),
        (change.said, change.said_after, change.written),
    ):
        if [word.key for word in words] != ["a"] or other or not after:
            continue
        scarce = after[0].key == "few" or (after[0].key == "little" and len(after) > 1 and after[1].key in _SCANT)
        if scarce:
            return change.said, change.written
    return None


def other_degree(change: Change) -> Sides | None:
    """One degree of an adjective put for another: "a good player" for "the best player"."""
    for word in change.said:
        for other in change.written:
            alike = word.key != other.key and lemmas(word.key) & lemmas(other.key)
            if alike and "a" in parts_of_speech(word.key) and _degree(word.key) != _degree(other.key):
                return (word,), (other,)
    return None


def _degree(key: str) -> int:
    if key in _DEGREES:
        return _DEGREES[key]
    bases = lemmas(key) - {key}
    if not any("a" in parts_of_speech(base) for base in bases):
        return 0
    return 2 if key.endswith("est") else 1 if key.endswith("er") else 0


def voice_differs(changes: Sequence[Change]) -> Sides | None:
    """The "was … by" that one side alone has: "was defeated by" for "defeated"."""
    said = [word for change in changes for word in change.said]
    written = [word for change in changes for word in change.written]
    for mine, theirs in ((said, written), (written, said)):
        passive = tuple(word for word in mine if _is_passive(word))
        by = any(word.key == "by" for word in passive)
        if by and any(word.key != "by" for word in passive) and not any(_is_passive(word) for word in theirs):
            return (passive, ()) if mine is said else ((), passive)
    return None


def _is_passive(word: Word) -> bool:
    return word.key == "by" or bool(lemmas(word.key) & {"be"})
