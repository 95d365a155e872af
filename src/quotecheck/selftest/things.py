"""Falsehoods in what a sentence names: nations and places, units, a name in brackets, a mask over another word."""

from __future__ import annotations

import re
from typing import Final

from quotecheck.language.function_words import is_function_word
from quotecheck.selftest import words
from quotecheck.selftest.dice import Dice
from quotecheck.selftest.edits import falsified, found
from quotecheck.selftest.glossary import NATIONS, UNITS
from quotecheck.selftest.ground import Ground
from quotecheck.selftest.lists import MAGNITUDES, NUMBERS
from quotecheck.selftest.trials import Made
from quotecheck.selftest.truths import Truth

_FIGURE_BEFORE: Final = re.compile(rf"(?:\d|\b(?:{'|'.join((*NUMBERS, *MAGNITUDES))})) \Z", re.IGNORECASE)
_WORD_BEFORE: Final = re.compile(r"([A-Z][\w.]{0,60}+) \Z")
_MASKABLE: Final = re.compile(r"(?<![\w'’\-])[b-df-hj-np-tv-z][a-z]{4,9}(?![\w'’\-])")


def nation(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """A nation, a place or a house of parliament for another."""
    if truth.joined:
        return None
    choices = [
        (match, new)
        for group in NATIONS
        for old in group
        for match in re.finditer(rf"(?<![\w'’-]){old}(?=['’]s\b|(?![\w'’-]))", truth.text)
        if not _beside_a_name(truth.text, match)
        for new in group
        if new not in truth.text and not ground.near(truth, new)
    ]
    if not choices:
        return None
    match, new = dice.pick(choices, "nation", truth.text)
    return falsified(truth, ground, match.start(), match.end(), new)


def _beside_a_name(text: str, match: re.Match[str]) -> bool:
    """True for a part of a longer name: "the New York Court", "House Financial"."""
    before = _WORD_BEFORE.search(text[: match.start()])
    part = before is not None and not is_function_word(before[1].casefold())
    return part or bool(re.match(r",? [A-Z]", text[match.end() :]))


def unit(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """Another unit behind a figure."""
    if truth.joined:
        return None
    choices = [
        (match, new)
        for group in UNITS
        for old in group
        for match in found(old, truth.text)
        if _FIGURE_BEFORE.search(truth.text[: match.start()])
        for new in group
        if new != old
    ]
    if not choices:
        return None
    match, new = dice.pick(choices, "unit", truth.text)
    return falsified(truth, ground, match.start(), match.end(), new)


def bracketed_name(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """The name of another person in brackets, as if the writer had explained it."""
    made = words.name(truth, ground, dice)
    if made is None or "[" in made.text:
        return None
    new = made.what.rpartition("→ ")[2]
    at = next((match.start() for match in re.finditer(re.escape(new), made.text)), -1)
    if at < 0 or made.text.count(new) != 1:
        return None
    return Made(f"{made.text[:at]}[{new}]{made.text[at + len(new) :]}", made.speaker, f"{made.what}, in brackets")


def unlike_mask(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """Dashes behind a letter with which the source's word does not begin."""
    places = [] if truth.joined else list(_MASKABLE.finditer(truth.text))
    if not places:
        return None
    place = dice.pick(places, "mask", truth.text)
    if words.counts(place[0]) or any(map(words.counts, truth.text[: place.start()].split()[-1:])):
        return None  # a figure or its unit
    letter = dice.pick([one for one in "bdfgmpst" if one != place[0][0]], "letter", truth.text)
    mask = f"{letter}{'-' * (len(place[0]) - 1)}"
    text = truth.text[: place.start()] + mask + truth.text[place.end() :]
    return Made(text, truth.speaker, f"{place[0]} → {mask}")
