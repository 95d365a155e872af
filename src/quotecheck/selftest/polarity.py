"""Falsehoods of polarity: a negation put in or taken out, a word put for its opposite (QC402)."""

from __future__ import annotations

from typing import Final

from quotecheck.language.function_words import is_auxiliary, is_preposition, is_pronoun
from quotecheck.language.negation import splits_negation
from quotecheck.selftest.dice import Dice
from quotecheck.selftest.edits import alike, falsified, found, is_plain, negations
from quotecheck.selftest.ground import Ground
from quotecheck.selftest.lists import IDIOMS, OPPOSITES
from quotecheck.selftest.trials import Made
from quotecheck.selftest.truths import Truth
from quotecheck.text.tokens import Tokens, tokenize

_NEGATABLE: Final = {
    "is": "isn't", "are": "aren't", "was": "wasn't", "were": "weren't", "will": "won't", "would": "wouldn't",
    "can": "can't", "could": "couldn't", "should": "shouldn't", "must": "must not", "am": "am not",
}  # fmt: skip
_MODAL: Final = frozenset("will would can could should must".split())
_NO_VERB_AFTER: Final = frozenset("the a an my your his her our their its free good own this that last at of".split())
_NO_SUBJECT: Final = frozenset(
    "so nor there how what why when where whether if and or but as than such here thus neither then only".split()
)
_NOT_AFTER: Final = frozenset(
    "only just merely simply even all every always necessarily quite very so yet least once again either both the be "
    "but nearly almost rather perhaps probably certainly also still ever".split()
)
_UNPLAIN: Final = frozenset(
    "only but until till nor neither either unless without except lest if whether than any anything anybody anyone "
    "ever yet why because".split()
)
_NO_IS_NOT: Final = frozenset("doubt longer more less sooner matter one other better further means way such".split())
_HAVING: Final = frozenset("have has had is are was were be with see saw there's find found".split())


def negation_in(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """A "not" put after the first auxiliary of a plain statement."""
    if not is_plain(truth, ground):
        return None
    tokens = tokenize(truth.text)
    for at in range(1, len(tokens) - 1):
        if _takes_not(tokens, at, ground.language):
            word, key = tokens.word(at), tokens.keys[at]
            short = dice.number(2, "negation in", truth.text)
            new = _NEGATABLE[key] if short and word.islower() else f"{word} not"
            return falsified(truth, ground, tokens.starts[at], tokens.ends[at], new)
    return None


def _takes_not(tokens: Tokens, at: int, language: str) -> bool:
    key, before, after = tokens.keys[at], tokens.keys[at - 1], tokens.keys[at + 1]
    plain_gaps = tokens.before(at) == " " == tokens.before(at + 1)
    return (
        key in _NEGATABLE
        and plain_gaps
        and before not in _NO_VERB_AFTER | _NO_SUBJECT
        and after not in _NOT_AFTER
        and not (key in _MODAL and is_preposition(after, language))  # "as soon as you can": its verb is left away
        and not (is_pronoun(after, language) or (is_auxiliary(after, language) and after not in {"be", "been"}))
    )


def negation_out(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """The one negation of a plain statement taken out."""
    if not is_plain(truth, ground, negated=1):
        return None
    tokens = tokenize(truth.text)
    at = negations(truth.text, ground.language)[0]
    if at + 1 >= len(tokens) or _UNPLAIN & set(tokens.keys) or tokens.before(at + 1) != " ":
        return None
    start, end = tokens.starts[at], tokens.ends[at]
    split = splits_negation(tokens.keys[at])
    before, after = tokens.keys[at - 1] if at else "", tokens.keys[at + 1]
    if split is not None and not is_pronoun(after, ground.language) and after not in _NOT_AFTER:
        plain = "" if split[0] == "do" and dice.number(2, "do", truth.text) and at else split[0]
        return falsified(truth, ground, start, end, alike(tokens.word(at), plain))
    if tokens.before(at) == " " and _goes(tokens.keys[at], before, after, ground.language):
        return falsified(truth, ground, start, end, "")
    return None


def _goes(key: str, before: str, after: str, language: str) -> bool:
    """True if a negation word can go and leave a statement that says the contrary."""
    if key == "not":
        carried = is_auxiliary(before, language) or before.endswith(("'s", "'re", "'m", "'ll"))
        return carried and after not in _NOT_AFTER and not is_pronoun(after, language)
    if key == "no":
        return before in _HAVING and after not in _NO_IS_NOT
    return key == "never" and (is_pronoun(before, language) or is_auxiliary(before, language))


def opposite(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """A word put for its opposite in a plain statement."""
    if not is_plain(truth, ground):
        return None
    low = truth.text.lower()
    if any(idiom in low for idiom in IDIOMS):
        return None
    pairs = [*OPPOSITES, *((other, one) for one, other in OPPOSITES)]
    choices = [(match, new) for old, new in pairs if old in low for match in found(old, truth.text)]
    if not choices:
        return None
    match, new = dice.pick(choices, "opposite", truth.text)
    if new in tokenize(truth.text).keys:
        return None
    return falsified(truth, ground, match.start(), match.end(), alike(match[0], new))
