"""All changes of a statement weighed together: which turn the meaning, and how much is strange to the source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from quotecheck.language.figures import is_number_word
from quotecheck.language.function_words import (
    is_article,
    is_auxiliary,
    is_conjunction,
    is_function_word,
    is_preposition,
    is_pronoun,
    person_of,
)
from quotecheck.language.morphology import is_known_word, lemmas
from quotecheck.language.names import is_title, of_a_place
from quotecheck.language.opposites import Relation, related
from quotecheck.language.periods import other_period
from quotecheck.language.strength import Scale, StrengthClass, strength_of_phrase
from quotecheck.meaning.cancelling import without_cancelled
from quotecheck.meaning.changes import Change, Reason, Weight, Word, keys
from quotecheck.meaning.polarity import turned
from quotecheck.meaning.turns import conditional, other_degree, other_side, scant, unrealised, voice_differs, withheld
from quotecheck.model import Code
from quotecheck.text.tokens import is_figure

GRAVITY: Final = (Code.POLARITY, Code.FIGURE, Code.NAME_OR_ROLE, Code.STRENGTH)
"""The reasons, gravest first."""

MOST_AROUND: Final = 3
"""Words of a change up to which a word of strength in it is what the change is about."""
_BESIDE: Final = 3
_ADDITION: Final = StrengthClass(Scale.FOCUS, 4)
_BOUNDS: Final = {
    "over": StrengthClass(Scale.BOUND, 3),
    "above": StrengthClass(Scale.BOUND, 3),
    "under": StrengthClass(Scale.BOUND, 4),
    "below": StrengthClass(Scale.BOUND, 4),
}
_UNRELATED: Final = frozenset({None, Relation.OPPOSITE})
_CONTRASTS: Final = frozenset({"but", "than", "not", "rather", "instead"})


def weigh(changes: Sequence[Change], *, names: Callable[[str], bool], size: int) -> Weight:
    """What the changes of a statement come to.

    Args:
        changes: In the order of the statement.
        names: Whether a key occurs in the source as a capitalised word inside a sentence.
        size: Number of content words of the statement, 1 at least.

    Returns:
        The reasons and the share of strange words.
    """
    reasons = [
        *_per_change(changes, Code.POLARITY, _turned),
        *_per_change(changes, Code.FIGURE, periods_differ),
        *_roles(changes),
        *_per_change(changes, Code.NAME_OR_ROLE, shifted),
        *_per_change(changes, Code.NAME_OR_ROLE, lambda change: names_differ(change, names)),
        *_per_change(changes, Code.STRENGTH, _strength),
    ]
    reasons = without_cancelled(reasons, changes)
    strange = strange_words(changes)
    return Weight(
        reasons=tuple(sorted(reasons, key=lambda reason: (GRAVITY.index(reason.code), reason.change))),
        strange=len(strange) / max(1, size),
        strangers=len(strange),
        invented=_longest_run(strange),
    )


def _turned(change: Change) -> tuple[tuple[Word, ...], tuple[Word, ...]] | None:
    return turned(change) or withheld(change) or other_side(change)


def _strength(change: Change) -> tuple[tuple[Word, ...], tuple[Word, ...]] | None:
    tests = (strength_differs, unrealised, conditional, scant, other_degree)
    return next((found for test in tests if (found := test(change)) is not None), None)


def _roles(changes: Sequence[Change]) -> Iterator[Reason]:
    """People who change places, or a voice that changes while they do not; both together say the same."""
    voice, moved = voice_differs(changes), tuple(swapped(changes))
    if voice is None:
        yield from moved
        return
    rest = {word.key for change in changes for word in (*change.said, *change.written)}
    if moved or rest - {word.key for side in voice for word in side}:
        return
    words = {*voice[0], *voice[1]}
    first = next(at for at, change in enumerate(changes) if words & {*change.said, *change.written})
    yield Reason(code=Code.NAME_OR_ROLE, change=first, said=voice[0], written=voice[1])


Test = Callable[[Change], tuple[tuple[Word, ...], tuple[Word, ...]] | None]


def _per_change(changes: Sequence[Change], code: Code, test: Test) -> Iterator[Reason]:
    for index, change in enumerate(changes):
        found = test(change)
        if found is not None:
            yield Reason(code=code, change=index, said=found[0], written=found[1])


def periods_differ(change: Change) -> tuple[tuple[Word, ...], tuple[Word, ...]] | None:
    """A stretch or point of time put for another of its kind: "a month" for "a week", "tomorrow" for "today"."""
    kept = {word.key for word in change.said} & {word.key for word in change.written}
    for word in change.said:
        for other in change.written:
            if not {word.key, other.key} & kept and other_period(word.key, other.key):
                return (word,), (other,)
    return None


def swapped(changes: Sequence[Change]) -> Iterator[Reason]:
    """Words that change places: all that one place loses, another gains, both ways."""
    for one, other in _pairs(changes):
        left, right = changes[one], changes[other]
        if not (left.said and left.written and right.said and right.written):
            continue
        crossed = _content(left.said) & _content(right.written), _content(right.said) & _content(left.written)
        if all(crossed) and crossed[0] != crossed[1]:
            yield Reason(code=Code.NAME_OR_ROLE, change=one, said=left.said, written=left.written)
            yield Reason(code=Code.NAME_OR_ROLE, change=other, said=right.said, written=right.written)


def shifted(change: Change) -> tuple[tuple[Word, ...], tuple[Word, ...]] | None:
    """A contrast whose sides change places: "not in ourselves but in our stars" for "not in our stars but in …"."""
    contrast = any(word.key in _CONTRASTS for word in change.written)
    content = _content(change.written)
    if change.said or not contrast or not content:
        return None
    around = (*change.said_before, *change.said_after)
    kept = {word.key for word in (*change.written_before, *change.written_after)}
    if content <= {word.key for word in around} and not content & kept:
        return tuple(word for word in around if word.key in content), change.written
    return None


def _pairs(changes: Sequence[Change]) -> Iterator[tuple[int, int]]:
    for one in range(min(len(changes), 40)):
        for other in range(one + 1, min(len(changes), 40)):
            yield one, other


def _content(words: Sequence[Word]) -> frozenset[str]:
    """Words that can change places with effect: all but articles, conjunctions and prepositions."""
    idle = (is_article, is_conjunction, is_preposition, is_auxiliary)
    return frozenset(word.key for word in words if not any(test(word.key, "en") for test in idle))


def names_differ(change: Change, names: Callable[[str], bool]) -> tuple[tuple[Word, ...], tuple[Word, ...]] | None:
    """Names of a change that are not the source's, or a person put for another; None if there are none."""
    kept = {word.key for word in (*change.said, *change.said_before, *change.said_after)}
    if change.bracketed and _spells_out(change):
        return None
    lettered = _letters_differ(change)
    if lettered is not None:
        return lettered
    nouns = _nouns_of_german(change)
    said = tuple(word for word in change.said if _is_name(word, names))
    there = {word.key for word in (*change.written, *change.written_before, *change.written_after)}
    if not {word.key for word in said} <= there:
        kept = {word.key for word in change.said}  # a name in another's place is another one, though said elsewhere too
    written = tuple(
        word
        for word in change.written
        if _is_name(word, names) and word.key not in kept and word not in nouns
        if not (change.bracketed and is_title(word.key))
    )
    strangers = tuple(word for word in written if change.said or not names(word.key))
    if strangers and (said or any(not is_function_word(word.key) for word in strangers)):
        return said, strangers
    return _persons(change)


def _spells_out(change: Change) -> bool:
    """True if a bracket spells out the initials beside it: "the NHS [National Health Service]"."""
    initials = "".join(word.key[0] for word in change.written if word.text[:1].isupper())
    beside = (*change.said_before[-1:], *change.said_after[:1])
    return len(initials) > 1 and any(word.key == initials and word.text.isupper() for word in beside)


def _nouns_of_german(change: Change) -> tuple[Word, ...]:
    """The words of a German bracket that an article makes nouns, for every noun has its capital: "[der Stadt]"."""
    if not change.bracketed or not change.language.startswith("de"):
        return ()
    return tuple(
        word for before, word in pairwise(change.written) if is_article(before.key, "de") and before.text.islower()
    )


def _letters_differ(change: Change) -> tuple[tuple[Word, ...], tuple[Word, ...]] | None:
    """One capital letter put for another: bus A, bus B."""
    if len(change.said) != 1 or len(change.written) != 1:
        return None
    pair = change.said[0].text, change.written[0].text
    if all(len(letter) == 1 and letter.isupper() for letter in pair) and pair[0] != pair[1]:
        return change.said, change.written
    return None


def _is_name(word: Word, names: Callable[[str], bool]) -> bool:
    """True for a capital that is not owed to its place, or that only a name can have there."""
    if not word.text[:1].isupper() or word.key == "i" or is_function_word(word.key):
        return False
    return not word.opens or names(word.key) or not is_known_word(word.key) or of_a_place(word.text)


def _persons(change: Change) -> tuple[tuple[Word, ...], tuple[Word, ...]] | None:
    """A pronoun put for one of another person: "your" for "our"."""
    said = [word for word in change.said if is_pronoun(word.key) and person_of(word.key) is not None]
    written = [word for word in change.written if is_pronoun(word.key) and person_of(word.key) is not None]
    if len(said) == 1 and len(written) == 1 and person_of(said[0].key) != person_of(written[0].key):
        return tuple(said), tuple(written)
    return None


def strength_differs(change: Change) -> tuple[tuple[Word, ...], tuple[Word, ...]] | None:
    """The words of a change that make its claim stronger or weaker; None if neither."""
    said = _strong(change.said, change.said_before, change.said_after)
    written = _strong(change.written, change.written_before, change.written_after)
    if not said and (_intensifies(change) or _said_so(change, written)):
        return None
    if not change.written and set(said.values()) == {_ADDITION}:
        return None  # "also" left out: what is said is said all the same
    left, right = Counter(said.values()), Counter(written.values())
    if left == right or not (change.bracketed or _comparable(change, left, right)):
        return None
    return (
        tuple(word for word, strength in said.items() if left[strength] > right[strength]),
        tuple(word for word, strength in written.items() if right[strength] > left[strength]),
    )


def _intensifies(change: Change) -> bool:
    """True for "all" after a form of be, which says no quantity: "it was all Greek to me"."""
    before = change.written_before[-1:]
    return keys(change.written) == ("all",) and bool(before) and lemmas(before[0].key) & {"be"} != frozenset()


def _said_so(change: Change, written: Mapping[Word, StrengthClass]) -> bool:
    """True if the source says so in other words where the passage begins: "The mass | of men" for "Most men"."""
    if change.written_before:
        return False
    around = set(_strong((*change.said_before[-_BESIDE:], *change.said, *change.said_after[:_BESIDE]), (), ()).values())
    return bool(written) and set(written.values()) <= around


def _strong(words: Sequence[Word], before: Sequence[Word], after: Sequence[Word]) -> dict[Word, StrengthClass]:
    """The words that say how much is claimed, phrases by their first; intensifiers ("very") claim no other thing."""
    found: dict[Word, StrengthClass] = {}
    at = 0
    while at < len(words):
        read = strength_of_phrase(keys(words[at : at + 5])) or _bound(words[at], (*words, *after)[at + 1 :][:1])
        if read is not None and read[1].scale is not Scale.DEGREE and not _one_whole(at, words, before):
            found[words[at]] = read[1]
        at += read[0] if read is not None else 1
    return found


def _bound(word: Word, following: Sequence[Word]) -> tuple[int, StrengthClass] | None:
    """ "over" and "under" bound a figure and say nothing of strength elsewhere."""
    if word.key in _BOUNDS and following and (is_figure(following[0].key) or is_number_word(following[0].key)):
        return 1, _BOUNDS[word.key]
    return None


def _one_whole(at: int, words: Sequence[Word], before: Sequence[Word]) -> bool:
    """True for "a whole season", which is one season and no universal."""
    if words[at].key not in {"whole", "entire"}:
        return False
    beside = words[at - 1 : at] if at else before[-1:]
    return bool(beside) and beside[0].key in {"a", "an"}


def _comparable(change: Change, left: Counter[StrengthClass], right: Counter[StrengthClass]) -> bool:
    """True if the words of strength stand for each other, or the change is so small that they are its point."""
    if {one.scale for one in left} & {one.scale for one in right}:
        return True
    return max(len(change.said), len(change.written)) <= MOST_AROUND


def strange_words(changes: Sequence[Change]) -> tuple[Word, ...]:
    """Content words of the statement to which no changed word of the source is related."""
    said = {lemma for change in changes for word in change.said for lemma in lemmas(word.key)}
    plain = [word.key for change in changes for word in change.said if not is_function_word(word.key)][:60]
    return tuple(
        word
        for change in changes
        if not change.bracketed
        for word in change.written
        if not is_function_word(word.key)
        and not lemmas(word.key) & said
        and not any(related(word.key, other) not in _UNRELATED for other in plain)
    )


def _longest_run(words: Sequence[Word]) -> int:
    longest = run = 0
    before = -9
    for word in words:
        run = run + 1 if word.index - before <= 2 else 1
        before = word.index
        longest = max(longest, run)
    return longest
