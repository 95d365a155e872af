"""Falsehoods that keep nearly every word: people and persons exchanged, periods, questions, commas, lost governors."""

from __future__ import annotations

import re
from typing import Final

from quotecheck.selftest.dice import Dice
from quotecheck.selftest.edits import alike, falsified, found, is_plain, negations
from quotecheck.selftest.ground import Ground
from quotecheck.selftest.lists import EXCEPTED, PERIODS, PERSONS
from quotecheck.selftest.trials import Made
from quotecheck.selftest.truths import Truth
from quotecheck.selftest.words import stands_alone
from quotecheck.text.tokens import tokenize

_SHORTEST: Final = 4  # tokens of what is left of a sentence
_ATTITUDE: Final = re.compile(
    r"\A(?:I|We) (?:don['’]t|do not|never|cannot|can['’]t) (?:think|believe|say|accept|agree) (?:that )?(?=[a-z])"
)
_BELIEF: Final = re.compile(r"\A(?:I|We) (?:think|believe|suppose|guess) (?:that )?(?=[a-z])")
_NEARLY: Final = re.compile(r"\A(?:Nearly|Almost|Not) (?=(?:all|every|everybody|everyone)\b)")
_SOLE: Final = re.compile(r"\b(?:the|an|my|his|her|not) only\b", re.IGNORECASE)
_AGREEING: Final = (("is", "are"), ("are", "is"), ("was", "were"), ("were", "was"), ("has", "have"), ("does", "do"))
_SUBJECT: Final = frozenset("i we you he she they it the this that these those my our his her their a an there".split())


def exchanged(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """Two people in each other's place, a verb between them: "Cole beat Brook" for "Brook beat Cole"."""
    if truth.joined or not truth.whole or "?" in truth.text:
        return None
    names = [
        match
        for person in ground.persons
        for form in [next((one for one in (person, person.split()[-1]) if one in truth.text), "")]
        if form
        for match in re.finditer(rf"(?<![\w'’-]){re.escape(form)}(?![\w'’-])", truth.text)
        if stands_alone(truth.text, match, form) and not re.search(r"[A-Z][\w.]* $", truth.text[: match.start()])
    ]
    names.sort(key=lambda match: match.start())
    if len(names) != 2 or names[0].end() > names[1].start() or names[0][0] in names[1][0]:
        return None
    between = truth.text[names[0].end() : names[1].start()]
    if not re.fullmatch(r" [a-z]+(?: [a-z]+){0,5} ", between) or set(between.split()) & EXCEPTED:
        return None
    start, end = names[0].start(), names[1].end()
    return falsified(truth, ground, start, end, f"{names[1][0]}{between}{names[0][0]}", "two people exchanged")


def person(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """A pronoun for one of another person: "we" for "they"."""
    if not is_plain(truth, ground):
        return None
    choices = [(match, new) for old, new in PERSONS for match in found(old, truth.text)]
    if not choices:
        return None
    match, new = dice.pick(choices, "person", truth.text)
    return falsified(truth, ground, match.start(), match.end(), alike(match[0], new))


def period(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """A stretch or point of time for another: a month for a week, tomorrow for today."""
    if truth.joined:
        return None
    choices = [
        (match, new)
        for group in PERIODS
        for old in group
        for match in found(old, truth.text)
        for new in group
        if new != old
    ]
    if not choices:
        return None
    match, new = dice.pick(choices, "period", truth.text)
    return falsified(truth, ground, match.start(), match.end(), alike(match[0], new))


def agreement(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """A verb made to agree otherwise: "is" for "are", "was" for "were"; no word of the matter is touched."""
    if truth.joined:
        return None
    choices = [(match, new) for old, new in _AGREEING for match in found(old, truth.text)]
    if not choices:
        return None
    match, new = dice.pick(choices, "agreement", truth.text)
    return falsified(truth, ground, match.start(), match.end(), alike(match[0], new))


def only_out(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """An "only" left out of a plain statement."""
    places = list(re.finditer(r"(?<=[a-z]) only (?=[a-z])(?!if\b|too\b|to\b|child\b|one\b|way\b|thing\b)", truth.text))
    if len(places) != 1 or not is_plain(truth, ground) or _SOLE.search(truth.text):
        return None
    return falsified(truth, ground, places[0].start(), places[0].end(), " ", "only left out")


def asserted(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """A question quoted as a statement."""
    body = truth.text.removesuffix("?")
    if truth.joined or not truth.whole or body == truth.text or "?" in body or ground.count(body) != 1:
        return None
    end = dice.pick((".", ","), "asserted", truth.text)
    return (
        Made(f"{body}{end}", truth.speaker, "a question as a statement") if len(tokenize(body)) >= _SHORTEST else None
    )


def ungoverned(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """A clause cut off from the denial that governs it: "I don't think that | …"."""
    match = _ATTITUDE.match(truth.text)
    return _rest(truth, ground, match) if match and len(negations(truth.text, ground.language)) == 1 else None


def unhedged(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """A clause cut off from the belief before it: "I think that | …"."""
    match = _BELIEF.match(truth.text)
    return _rest(truth, ground, match) if match and is_plain(truth, ground) else None


def all_of_nearly(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """A universal cut off from the "nearly" before it."""
    match = _NEARLY.match(truth.text)
    if match is None or truth.joined or not truth.whole:
        return None
    text = truth.text[match.end() :]
    return Made(text, truth.speaker, f"cut off from “{match[0].strip()}”") if ground.count(text) == 1 else None


def _rest(truth: Truth, ground: Ground, match: re.Match[str]) -> Made | None:
    text = truth.text[match.end() :]
    keys = tokenize(text).keys
    plain = not truth.joined and truth.whole and "?" not in text and not re.search(r"[,;:–—]| - |--", text)
    if not plain or len(keys) < _SHORTEST or keys[0] not in _SUBJECT or ground.count(text) != 1:
        return None
    return Made(text, truth.speaker, f"cut off from “{match[0].strip()}”")
