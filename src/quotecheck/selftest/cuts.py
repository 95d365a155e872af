"""Falsehoods of what is left away or put in brackets: hidden negations, lost limits, omissions that nothing marks."""

from __future__ import annotations

import re
from typing import Final

from quotecheck.language.function_words import is_function_word
from quotecheck.selftest.clauses import omissible
from quotecheck.selftest.dice import Dice
from quotecheck.selftest.edits import falsified, is_plain
from quotecheck.selftest.ground import Ground
from quotecheck.selftest.polarity import negation_in, negation_out
from quotecheck.selftest.trials import Made
from quotecheck.selftest.truths import Truth
from quotecheck.text.tokens import tokenize

# A limit that a main clause stands before; "if" for "whether" and "as if" are none.
_LIMIT: Final = re.compile(
    r",? (?:if|unless) (?!you (?:like|please|will|want|wish|can)\b|possible|necessary|any\b)(?=[a-z])"
)
# A condition inside its clause, right behind the auxiliary; courtesies ("if you like") are none.
_ASIDE: Final = re.compile(
    r"(?:(?<=\bwill)|(?<=\bmust)|(?<=\bcan)), (?:if|unless) "
    r"(?!you (?:like|please|will|want)\b|i (?:may|recall|remember|understand)\b|any|not\b|ever\b|need\b)"
    r"[a-z][^,;:.!?]{3,60}, (?=[a-z])",
    re.IGNORECASE,
)
_NO_LIMIT_AFTER: Final = frozenset(
    "as even what only see know knows knew ask asked asks wonder wondered wonders doubt doubted say tell told sure "
    "question matter care cared and or but than better".split()
)
_PERSONS: Final = frozenset("i we you he she they".split())
_MAY_BE_THE_SAME: Final = frozenset("he she they".split())
_DETERMINERS: Final = frozenset("the a an my our your his her their".split())
_FINITE: Final = frozenset("is are was were will would can could should must has had".split())
_CLAUSE: Final = re.compile(r"(?:[,;] (?:and|but|while|yet)|;) ")
_LONGEST_SUBJECT: Final = 4  # tokens
_SHORTEST: Final = 5  # tokens of what is left


def unmarked(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """A phrase left out and no ellipsis for it."""
    phrases = list(omissible(truth.text, ground.language))
    if not phrases or truth.joined:
        return None
    start, end = dice.pick(phrases, "unmarked", truth.text)
    return falsified(truth, ground, start, end, "", f"{truth.text[start:end]} left out")


def hidden_negation(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """An ellipsis where the one negation of a plain statement stood."""
    out = negation_out(truth, ground, dice)
    lost = re.search(r"(?<=[a-z]) (?:not|never|no) (?=[a-z])", truth.text)
    if out is None or lost is None or len(tokenize(truth.text)) <= _SHORTEST:
        return None
    return falsified(truth, ground, lost.start(), lost.end(), " … ", "a negation under an ellipsis")


def crossed(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """The subject of one sentence and what the next one says of another subject, an ellipsis between them."""
    other = ground.following.get(truth.span)
    return None if other is None or not truth.whole else _crossed(truth, other.text, ground)


def crossed_clauses(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """The same with two clauses of one sentence."""
    seams = [match.end() for match in _CLAUSE.finditer(truth.text)]
    made = (_crossed(truth, truth.text[at:], ground) for at in seams)
    return next((one for one in made if one is not None), None)


def _crossed(truth: Truth, second: str, ground: Ground) -> Made | None:
    if truth.joined or "?" in truth.text + second:
        return None
    mine, theirs = _subject(truth.text, ground.language), _subject(second, ground.language)
    if mine is None or theirs is None or tokenize(mine).keys[-1] in tokenize(theirs).keys:
        return None
    if theirs.casefold() in _MAY_BE_THE_SAME:
        return None
    text = f"{mine} … {second[len(theirs) :].strip()}"
    return Made(text, truth.speaker, f"said of “{theirs}”") if len(tokenize(text)) >= _SHORTEST else None


def _subject(text: str, language: str) -> str | None:
    """The subject that a sentence begins with, right before its auxiliary; None where it is not a plain one."""
    tokens = tokenize(text)
    for at in range(1, min(_LONGEST_SUBJECT + 1, len(tokens))):
        if tokens.keys[at] in _FINITE:
            plain = tokens.keys[0] in (_PERSONS if at == 1 else _DETERMINERS)
            inner = [is_function_word(key, language) for key in tokens.keys[1:at]]
            spaced = text[: tokens.starts[at]].count(" ") == at
            return text[: tokens.ends[at - 1]] if plain and spaced and not any(inner) else None
    return None


def bracketed_negation(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """A "not" put in, in brackets."""
    made = negation_in(truth, ground, dice)
    if made is None or " not " not in made.text or made.text.count(" not ") != 1:
        return None
    return Made(made.text.replace(" not ", " [not] "), made.speaker, "[not] put in")


def hidden_condition(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """An ellipsis over the condition that stands between commas in a clause: "We will … stay" for ", if it rains,"."""
    aside = _ASIDE.search(truth.text)
    if aside is None or truth.joined or not is_plain(truth, ground):
        return None
    return falsified(truth, ground, aside.start(), aside.end(), " … ", "a condition under an ellipsis")


def cut_short(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """A main clause cut off from the "if" or "unless" that limits it."""
    limits = list(_LIMIT.finditer(truth.text))
    if len(limits) != 1 or not is_plain(truth, ground, negated=0) or not truth.whole:
        return None
    text = truth.text[: limits[0].start()]
    keys = tokenize(text).keys
    whole = not re.search(r"[,;:–—]| - |--", text) and len(keys) >= _SHORTEST and keys[-1] not in _NO_LIMIT_AFTER
    whole = whole and ground.count(text) == 1
    return Made(text, truth.speaker, f"cut off from “{limits[0][0].strip(' ,')}”") if whole else None
