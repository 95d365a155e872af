"""Statements that lie about what stands round the words: source, place, order, [sic], declarations, reported speech.

Beside each its true twin, where it has one.
"""

from __future__ import annotations

import re
from typing import Final

from quotecheck.language.function_words import is_function_word, is_preposition
from quotecheck.model import Kind, Sequel, Statement, Tie, VoiceKind, Words, Zone
from quotecheck.selftest import cuts, polarity, turns
from quotecheck.selftest import words as single
from quotecheck.selftest.clauses import limits
from quotecheck.selftest.dice import Dice
from quotecheck.selftest.edits import is_plain
from quotecheck.selftest.glossary import LOOKALIKES, STRANGERS, TRANSLATED
from quotecheck.selftest.ground import Ground
from quotecheck.selftest.trials import Made
from quotecheck.selftest.truths import Truth
from quotecheck.selftest.worlds import OTHER
from quotecheck.text.tokens import tokenize

_ARTICLE: Final = re.compile(r"(?<=[a-z] )(?:the|a) (?=[b-df-gj-np-tv-xz][a-z]+ )")
# "More than nine" is more than five too.
_BOUND: Final = re.compile(r"\b(?:over|under|more|less|fewer|least|most|up to|nearly|almost|about)\b", re.IGNORECASE)
_CLEANED_UP: Final = (Words("(cleaned up)", 0, 12),)


def stranger(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """Words of somebody given to a person of whom the source does not speak."""
    told = truth.speaker in ground.speakers and truth.whole and not truth.joined and not truth.rivals
    if not told or not ground.telling(truth.text) or not ground.alone(truth):
        return None
    name = dice.pick([one for one in STRANGERS if not ground.count(one.split()[-1])], "stranger", truth.text)
    return Made(truth.text, name, f"{truth.speaker} → {name}")


def rival(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """Words that only the order of a talk gives to somebody, given to another who may have said them."""
    open_to_all = any(ground.described(name) for name in truth.rivals)
    others = ground.speakers if open_to_all else truth.rivals
    names = [name for name in others if truth.speaker and ground.are_two(name, truth.speaker)]
    if not names or truth.joined or not truth.whole or not ground.telling(truth.text) or not ground.alone(truth):
        return None
    name = dice.pick(names, "rival", truth.text)
    return Made(truth.text, name, f"{truth.speaker} or {name}")


def unconfirmed(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """Words in marks of which the source does not say who spoke them, given to somebody."""
    quoted = truth.voice is VoiceKind.QUOTED and truth.speaker is None and truth.whole
    if not quoted or not ground.telling(truth.text) or not ground.alone(truth):
        return None
    return Made(truth.text, dice.pick(STRANGERS, "unconfirmed", truth.text), "nobody is named in the source")


def relayed(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """Words quoted in another's speech, given to the one who quotes them."""
    words, name = dice.pick(ground.relayed or (("", None),), "relayed", truth.text)
    return Made(words, name, "quoted within a speech") if words else None


def promoted(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """Words that the source only reports, in its own way, given in quotation marks."""
    words, name = dice.pick(ground.reported or (("", None),), "promoted", truth.text)
    return Made(words, name, "only reported in the source") if words else None


def cited(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """The source and the line in it where the words stand are cited."""
    return _cited(truth, ground, 0) if truth.whole and not truth.joined else None


def wrong_place(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """Another line of the source is cited."""
    away = 3 + dice.number(40, "place", truth.text)
    fits = truth.whole and not truth.joined and ground.telling(truth.text) and ground.alone(truth)
    return _cited(truth, ground, away) if fits else None


def _cited(truth: Truth, ground: Ground, away: int) -> Made | None:
    text = ground.source.text
    first, last = (text.place(at).line for at in (truth.span.start, truth.span.end - 1))
    lines = text.content.count("\n") + 1
    if first is None or last is None or lines <= away + last - first:
        return None
    line = first + away if last + away <= lines else first - away
    if line < 1 or (away and first <= line <= last):
        return None
    about = Statement("", source=f"{text.id}, line {line}")
    return Made(truth.text, truth.speaker, f"line {line} cited, which is {first}", about)


def wrong_source(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """Another source is cited, which does not have the words."""
    if truth.joined or not truth.whole or not ground.telling(truth.text):
        return None
    return Made(truth.text, truth.speaker, "another source cited", Statement("", source=OTHER))


def added(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """What follows in the source, said to have been added."""
    other = _neighbour(truth, ground)
    return None if other is None else _sequel(other, truth)


def out_of_order(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """What comes first in the source, said to have been added to what follows."""
    other = _neighbour(truth, ground)
    return None if other is None else _sequel(truth, other)


def _neighbour(truth: Truth, ground: Ground) -> Truth | None:
    other = ground.following.get(truth.span)
    spoken = truth.speaker is not None and (truth.voice is VoiceKind.TURN or ground.source.text.speaker is not None)
    if other is None or not spoken or not truth.whole or truth.joined:
        return None
    sure = all(ground.telling(one.text) and ground.alone(one) for one in (truth, other))
    return other if sure else None


def _sequel(truth: Truth, before: Truth) -> Made:
    about = Statement("", follows=Sequel(Tie.ADDED, before.text))
    return Made(truth.text, truth.speaker, f"added to “{before.text[:40]}”", about)


def sic(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """A verb that does not agree, and [sic] behind it, though the source has it right."""
    made = turns.agreement(truth, ground, dice)
    if made is None:
        return None
    new = made.what.rpartition("→ ")[2]
    place = re.search(rf"(?<![\w'’]){re.escape(new)}(?![\w'’])", made.text)
    if place is None or made.text.count(new) != 1:
        return None
    return Made(f"{made.text[: place.end()]} [sic]{made.text[place.end() :]}", made.speaker, f"{made.what} [sic]")


def false_declaration(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """A word put for another, and "(cleaned up)" behind it."""
    made = single.word(truth, ground, dice)
    return made and Made(made.text, made.speaker, f"{made.what} (cleaned up)", Statement("", declares=_CLEANED_UP))


def headline(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """A phrase left out in the marks of a headline."""
    made = cuts.unmarked(truth, ground, dice)
    return made and Made(made.text, made.speaker, made.what, Statement("", zone=Zone.HEADLINE))


def small_word(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """An article put for another, in the record that a machine made."""
    places = [] if truth.joined else list(_ARTICLE.finditer(truth.text))
    if not places or not is_plain(truth, ground):
        return None
    place = dice.pick(places, "article", truth.text)
    if single.counts(truth.text[place.end() :].split()[0]):
        return None
    new = "a " if place[0] == "the " else "the "
    text = truth.text[: place.start()] + new + truth.text[place.end() :]
    return None if ground.count(text) else Made(text, truth.speaker, f"{place[0]}→ {new}")


def unclosed(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """A sentence whose quotation mark is never closed."""
    if truth.joined or not truth.whole:
        return None
    return Made(truth.text, truth.speaker, "never closed", Statement("", unclosed=True))


def common(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """Two words of a sentence that stand everywhere."""
    tokens = tokenize(truth.text)
    pairs = [
        at
        for at in range(len(tokens) - 1)
        if tokens.before(at + 1) == " "
        and all(is_function_word(key, ground.language) for key in tokens.keys[at : at + 2])
        and not any(is_preposition(key, ground.language) for key in tokens.keys[at : at + 2])
        and not any(map(single.counts, tokens.keys[at : at + 3]))
    ]
    named = truth.speaker is not None and not truth.joined and truth.whole
    if not pairs or not named or "?" in truth.text or any(limits(key, ground.language) for key in tokens.keys):
        return None
    at = dice.pick(pairs, "common", truth.text)
    return Made(truth.text[tokens.starts[at] : tokens.ends[at + 1]], truth.speaker, "two words")


def term(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """Two words in marks that nobody is said to have said."""
    keys = tokenize(truth.text)
    if len(keys) < 4 or truth.joined:
        return None
    return Made(truth.text[: keys.ends[1]], None, "a term", Statement("", term=True))


def translation(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """A sentence of another language."""
    if truth.joined or not truth.whole or truth.speaker is None:
        return None
    return Made(dice.pick(TRANSLATED, "translated", truth.text), truth.speaker, "another language")


def lookalike(text: str, ground: Ground, dice: Dice) -> str | None:
    """A Latin letter replaced by one of another script that looks the same."""
    places = [match for match in re.finditer(r"(?<=[a-z])[aeop](?=[a-z])", text)]
    if not places:
        return None
    place = dice.pick(places, "lookalike", text)
    return text[: place.start()] + LOOKALIKES[place[0]] + text[place.end() :]


def claimed(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """A sentence as reported speech, without marks."""
    if truth.joined or not _reportable(truth, ground):
        return None
    return Made(truth.text, truth.speaker, "as reported speech", Statement("", kind=Kind.INDIRECT))


def misreported(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """A changed figure, name or negation as reported speech."""
    if not _reportable(truth, ground) or _BOUND.search(truth.text):
        return None
    makes = (single.figure, single.name, polarity.negation_in, polarity.negation_out)
    for make in dice.order(makes, lambda one: one.__name__, "misreported", truth.text):
        made = make(truth, ground, dice)
        if made is not None:
            return Made(made.text, made.speaker, f"{made.what}, as reported speech", Statement("", kind=Kind.INDIRECT))
    return None


def _reportable(truth: Truth, ground: Ground) -> bool:
    """True for a whole statement of one clause's length, in the third person, with matter to it."""
    keys = set(tokenize(truth.text).keys)
    first = keys & {"i", "we", "my", "our", "me", "us", "you", "your"}
    return truth.whole and "?" not in truth.text and not first and ground.telling(truth.text) and ground.alone(truth)


def asked(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """A statement quoted as a question."""
    body = truth.text.removesuffix(".")
    fits = truth.whole and not truth.joined and body != truth.text and not re.search(r"[.?!]", body)
    return Made(f"{body}?", truth.speaker, "a statement as a question") if fits and ground.alone(truth) else None
