"""Falsehoods of what is left away or put in brackets: hidden negations, lost limits, omissions that nothing marks."""

from __future__ import annotations

import re
from typing import Final

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
_NO_LIMIT_AFTER: Final = frozenset(
    "as even what only see know knows knew ask asked asks wonder wondered wonders doubt doubted say tell told sure "
    "question matter care cared and or but than better".split()
)
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


def bracketed_negation(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """A "not" put in, in brackets."""
    made = negation_in(truth, ground, dice)
    if made is None or " not " not in made.text or made.text.count(" not ") != 1:
        return None
    return Made(made.text.replace(" not ", " [not] "), made.speaker, "[not] put in")


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
