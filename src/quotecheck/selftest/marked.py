"""Harmless variants that a house may note or forbid: spelling, punctuation, rendering, masks, brackets, emphasis."""

from __future__ import annotations

import re
from typing import Final

from quotecheck.language.function_words import is_function_word
from quotecheck.model import Span, Statement, VoiceKind, Words
from quotecheck.selftest.dice import Dice
from quotecheck.selftest.edits import alike, found
from quotecheck.selftest.glossary import OLD_SPELLINGS, RENDERINGS, SPELLINGS
from quotecheck.selftest.ground import Ground
from quotecheck.selftest.trials import Made
from quotecheck.selftest.truths import Truth
from quotecheck.text.tokens import tokenize

_JOIN: Final = re.compile(r"(?<=[a-z]), (?=(?:and|but|which|because|when|while|for|as) [a-z])|(?<=[a-z]); (?=[a-z])")
_TURNS: Final = re.compile(r"\b(?:no|not|never|nothing|none|nor|neither|yes|yea|nay|only|n't|n’t)\b|n['’]t\b|\d", re.I)
_WORD: Final = re.compile(r"(?<![\w'’\-\[\]])[a-z]{6,}(?:ing|ed|ly|ness|ment)(?![\w'’\-\[\]])")
_NAMED: Final = ("[name]", "[Name]")
_SIGNS: Final = frozenset({VoiceKind.TURN})


def inner_mark(text: str, ground: Ground, dice: Dice) -> str | None:
    """A comma before a clause left away, a semicolon for one, in a sentence that nothing negates."""
    places = [] if _TURNS.search(text) else list(_JOIN.finditer(text))
    if not places:
        return None
    place = dice.pick(places, "inner mark", text)
    new = "; " if place[0] == ", " and dice.number(2, "which mark", text) else ", " if ";" in place[0] else " "
    return text[: place.start()] + new + text[place.end() :]


def respelt(text: str, ground: Ground, dice: Dice) -> str | None:
    """A word in its other spelling: British, American or old."""
    pairs = [*SPELLINGS, *((other, one) for one, other in SPELLINGS), *((new, old) for old, new in OLD_SPELLINGS)]
    choices = [(match, new) for old, new in (*pairs, *OLD_SPELLINGS) for match in found(old, text)]
    if not choices:
        return None
    match, new = dice.pick(choices, "spelling", text)
    return text[: match.start()] + alike(match[0], new) + text[match.end() :]


def bracketed_ending(text: str, ground: Ground, dice: Dice) -> str | None:
    """The ending of a word in brackets, as the writer's own: "rebuild[ing]"."""
    words = list(_WORD.finditer(text))
    if not words or "[" in text:
        return None
    word = dice.pick(words, "ending", text)
    at = word.end() - (2 if word[0].endswith(("ed", "ly")) else 3 if word[0].endswith("ing") else 4)
    return f"{text[:at]}[{text[at : word.end()]}]{text[word.end() :]}"


def masked(text: str, ground: Ground, dice: Dice) -> str | None:
    """The name of a person as "[name]"."""
    places = [
        match
        for person in ground.persons
        for match in re.finditer(rf"(?<![\w'’.-])(?<![A-Z][a-z] ){re.escape(person)}(?![\w'’-])", text)
        if " " in person and match.end() < len(text) and not re.search(r"[A-Z][\w.]* $", text[: match.start()])
    ]
    if not places:
        return None
    place = dice.pick(places, "mask", text)
    return f"{text[: place.start()]}{dice.pick(_NAMED, 'mask', text)}{text[place.end() :]}"


def rendered(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """Spoken words written otherwise: "five" as "5", "Governor" as "Gov."."""
    spoken = truth.voice in _SIGNS or ground.source.text.speaker is not None
    if truth.joined or not spoken:
        return None
    choices = [(match, new) for old, new in RENDERINGS for match in _counted(old, truth.text)]
    if not choices:
        return None
    match, new = dice.pick(choices, "rendering", truth.text)
    text = truth.text[: match.start()] + new + truth.text[match.end() :]
    return Made(text, truth.speaker, f"{match[0]} → {new}")


def _counted(old: str, text: str) -> list[re.Match[str]]:
    """Where a word stands by itself; part of a greater number, or one that opens a sentence, is left alone."""
    return [
        match
        for match in found(old, text)
        if match.start() and re.match(r" [a-z]", text[match.end() :])
        if not re.search(r"[-.!?] ?$|\b(?:hundred|thousand|million)(?: and)? $", text[: match.start()])
        if not re.match(r" (?:hundred|thousand|million|billion)\b", text[match.end() :])
    ]


def stressed(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """A word in italics that the source does not have."""
    return _stressed(truth, ground, dice, ())


def declared_stress(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """The same, and said behind it: "(emphasis added)"."""
    return _stressed(truth, ground, dice, (Words("(emphasis added)", 0, 16),))


def _stressed(truth: Truth, ground: Ground, dice: Dice, declares: tuple[Words, ...]) -> Made | None:
    tokens = tokenize(truth.text)
    places = [at for at, key in enumerate(tokens.keys) if not is_function_word(key, ground.language)]
    if len(places) < 2 or truth.joined:
        return None
    at = dice.pick(places, "stress", truth.text)
    about = Statement("", emphasis=(Span(tokens.starts[at], tokens.ends[at]),), declares=declares)
    return Made(truth.text, truth.speaker, f"“{tokens.word(at)}” in italics", about)
