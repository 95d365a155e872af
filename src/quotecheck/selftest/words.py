"""Falsehoods in single words: figures, names, degrees, any other word; and words that are not the source's at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from quotecheck.language.function_words import is_function_word
from quotecheck.language.negation import is_implicit_negation, is_negation
from quotecheck.language.opposites import related
from quotecheck.language.spelling import same_word
from quotecheck.language.strength import strength_class
from quotecheck.selftest.dice import Dice
from quotecheck.selftest.edits import alike, falsified, found, is_plain
from quotecheck.selftest.ground import Ground
from quotecheck.selftest.lists import DEGREES, FABRICATED, MAGNITUDES, NUMBERS, ORDINALS
from quotecheck.selftest.trials import Made
from quotecheck.selftest.truths import Truth
from quotecheck.speech.names import read_name
from quotecheck.text.tokens import Tokens, is_figure, tokenize

_FIGURE: Final = re.compile(r"(?<![\w.,:/'’-])\d+(?:,\d{3})*(?:\.\d+)?(?![\w:/'’]|[.,]\d|-\w)")
_ENDINGS: Final = ("ing", "ed", "ly", "tion", "ness", "ment", "ies", "ers", "er", "es", "s")
_VERB_BEFORE: Final = frozenset("the a an my your his her our their its free good own this that last at of".split())
_TITLES: Final = frozenset("Mr Mrs Ms Dr Miss Sir Lady Lord President Senator Governor Secretary Minister".split())
_ASIDE: Final = re.compile(r"\([^()]{8,}\)")
_COUNTING: Final = frozenset(
    (*NUMBERS, *MAGNITUDES, *ORDINALS, "one", "first", "half", "quarter", "dozen", "times", "once", "twice", "thrice")
)
_LEAST_STRANGE: Final = 8  # tokens: shorter sentences may be anybody's
_PROBED: Final = 400  # words of the source that are looked at for a replacement


def figure(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """A figure with another value: another digit, a point dropped, another number word."""
    if truth.joined:
        return None
    places = [(match.start(), match.end()) for match in _FIGURE.finditer(truth.text)]
    scales = (NUMBERS, MAGNITUDES, ORDINALS)
    words = [
        (match.start(), match.end())
        for scale in scales
        for number in scale
        if number in truth.text.lower()
        for match in found(number, truth.text)
    ]
    if not places and not words:
        return None
    start, end = dice.pick(places or words, "figure", truth.text)
    old = truth.text[start:end]
    return falsified(truth, ground, start, end, _other_figure(old, dice) if places else _other_number(old, dice))


def bracketed_figure(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """A figure in digits put in brackets with another value, as if the writer had explained it."""
    places = [] if truth.joined else list(_FIGURE.finditer(truth.text))
    if not places:
        return None
    place = dice.pick(places, "bracketed-figure", truth.text)
    return falsified(truth, ground, place.start(), place.end(), f"[{_other_figure(place[0], dice)}]")


def _other_figure(old: str, dice: Dice) -> str:
    """Digits with another value: the point dropped, another year near by, another first digit."""
    if "." in old and old.split(".")[1].strip("0") + old.split(".")[0].strip("0") and dice.number(2, "point", old):
        return old.replace(".", "")
    if re.fullmatch(r"1\d{3}|20\d{2}", old):
        return str(int(old) + dice.pick((-10, -2, -1, 1, 2, 10), "year", old))
    return str((int(old[0]) + dice.number(8, "digit", old)) % 9 + 1) + old[1:]


def _other_number(old: str, dice: Dice) -> str:
    scale = next(scale for scale in (NUMBERS, MAGNITUDES, ORDINALS) if old.lower() in scale)
    others = [number for number in scale if number != old.lower()]
    return alike(old, dice.pick(others, "number", old))


def name(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """The name of a person in the words, put for another person's of the source."""
    if truth.joined:
        return None
    choices = []
    for person in ground.persons:
        forms = [form for form in dict.fromkeys((person, person.split()[-1])) if form in truth.text]
        choices += [(match, person, form) for form in forms[:1] for match in _mentions(form, truth.text)]
    choices = [one for one in choices if stands_alone(truth.text, one[0], one[2])]
    if not choices:
        return None
    match, person, form = dice.pick(choices, "name", truth.text)
    others = [one for one in ground.persons if ground.are_two(one, person) and not ground.near(truth, one.split()[-1])]
    if not others:
        return None
    other = dice.pick(others, "other", truth.text)
    new = other if " " in form else other.split()[-1]
    if not read_name(new).words or read_name(new).words == read_name(form).words:
        return None
    return falsified(truth, ground, match.start(), match.end(), new)


def _mentions(name: str, text: str) -> Iterator[re.Match[str]]:
    return re.finditer(rf"(?<![\w'’-]){re.escape(name)}(?=['’]s\b|(?![\w'’-]))", text)


def stands_alone(text: str, match: re.Match[str], form: str) -> bool:
    """False for a last name with a capitalised word beside it that is no title: it may be part of another name."""
    before = re.search(r"([\w'’.-]+) $", text[: match.start()])
    after = re.match(r" [A-Z]", text[match.end() :])
    part_of_more = before is not None and before[1][:1].isupper() and before[1].rstrip(".") not in _TITLES
    return after is None and (" " in form or not part_of_more)


def degree(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """How much is claimed, changed in a plain statement: may and will, some and all, before and after."""
    if not is_plain(truth, ground):
        return None
    choices = [
        (match, new)
        for old, new in DEGREES
        if old in truth.text.lower()
        for match in found(old, truth.text)
        if _is_degree(truth.text, match)
    ]
    if not choices:
        return None
    match, new = dice.pick(choices, "degree", truth.text)
    return falsified(truth, ground, match.start(), match.end(), alike(match[0], new))


def _is_degree(text: str, match: re.Match[str]) -> bool:
    """Not the month, the last wish or the power; not "after all the", "at all", "not all"."""
    before = re.findall(r"[\w'’]+", text[: match.start()].lower())[-1:]
    if match[0].lower() in {"may", "will", "might", "must", "could"}:
        follows = re.match(r" [a-z]", text[match.end() :])
        return match[0].islower() and bool(before) and before[0] not in _VERB_BEFORE and follows is not None
    return not before or before[0] not in {"after", "at", "above", "for", "in", "with", "as"}


def word(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """One content word put for another of the source, of like length and ending and of no like meaning."""
    return _word_within(truth, ground, dice, 0, len(truth.text))


def aside(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """The same inside round brackets that the source has: they are no editor's, who may put in what he likes."""
    asides = list(_ASIDE.finditer(truth.text))
    if not asides:
        return None
    chosen = dice.pick(asides, "aside", truth.text)
    return _word_within(truth, ground, dice, chosen.start(), chosen.end())


def _word_within(truth: Truth, ground: Ground, dice: Dice, start: int, end: int) -> Made | None:
    if truth.joined:
        return None
    tokens = tokenize(truth.text)
    first, past = tokens.between_points(start, end)
    places = [at for at in range(first, past) if _is_content(tokens, at, ground.language)]
    if not places:
        return None
    at = dice.pick(places, "word", truth.text)
    other = _unlike(tokens.word(at), tokens, ground, dice)
    return falsified(truth, ground, tokens.starts[at], tokens.ends[at], other) if other else None


def _is_content(tokens: Tokens, at: int, language: str) -> bool:
    form, key = tokens.word(at), tokens.keys[at]
    return (
        len(form) >= 4
        and form.isascii()
        and form.isalpha()
        and form.islower()
        and not is_function_word(key, language)
        and not is_negation(key, language)
        and not is_implicit_negation(key)
        and strength_class(key) is None
        and key not in _COUNTING
        and not any(counts(key) for key in tokens.keys[max(0, at - 1) : at + 2])  # a unit is part of its figure
        and "-" not in tokens.content[max(0, tokens.starts[at] - 1) : tokens.ends[at] + 1]
    )


def counts(key: str) -> bool:
    """True for a figure or a word that counts."""
    return is_figure(key) or key in _COUNTING


def _unlike(form: str, tokens: Tokens, ground: Ground, dice: Dice) -> str | None:
    """A word of the source of ``form``'s shape that means something else; None if there is none."""
    there = ground.source.tokens
    for probe in range(min(_PROBED, len(there))):
        at = dice.number(len(there), "unlike", tokens.content, probe)
        other = there.word(at)
        if _is_content(there, at, ground.language) and _has_shape(form, other) and _means_other(form, other):
            return other if other not in tokens.keys else None
    return None


def _has_shape(form: str, other: str) -> bool:
    endings = [next((end for end in _ENDINGS if word.endswith(end)), "") for word in (form, other)]
    return endings[0] == endings[1] and abs(len(form) - len(other)) <= 2


def _means_other(form: str, other: str) -> bool:
    return form[:4] != other[:4] and related(form, other) is None and not same_word(form, other)


def foreign(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """A sentence of another text, given to a speaker of this one."""
    return _strange(truth, ground, dice, ground.others, "words of another text")


def fabricated(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """A sentence that nobody said, given to a speaker of the source."""
    return _strange(truth, ground, dice, FABRICATED, "made up")


def _strange(truth: Truth, ground: Ground, dice: Dice, sentences: tuple[str, ...], what: str) -> Made | None:
    if not sentences or truth.joined or not truth.whole:
        return None
    text = dice.pick(sentences, what, truth.text)
    keys = tokenize(text).keys
    if len(keys) < _LEAST_STRANGE:
        return None
    runs = (keys[at : at + 3] for at in range(len(keys) - 2))
    shared = any(_tells(run, ground.language) and ground.count(" ".join(run)) for run in runs)
    return None if shared or any(map(is_figure, keys)) else Made(text, truth.speaker, what)


def _tells(keys: object, language: str) -> bool:
    return isinstance(keys, list | tuple) and not all(is_function_word(key, language) for key in keys)
