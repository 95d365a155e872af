"""Which sentences claim nothing: headings, questions, words to the reader, instructions, answers without an answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotecheck.language.talk import Talk, talk_of
from quotecheck.model import NoClaim
from quotecheck.speech.clauses import holds_finite_verb
from quotecheck.speech.lexis import Lexis
from quotecheck.speech.prose import QUOTE, WORD, Token

MOST_GREETING: Final = 3
"""Words of a greeting that is known by its first word alone."""
MOST_HEADING: Final = 14
"""Words of a line that may be a heading."""
SHORT_HEADING: Final = 4
"""Words before a colon that head what follows, whatever they may be elsewhere: "Key points:"."""
_LOOKED_THROUGH: Final = 24
"""Tokens in which a sentence says what it is."""
_NEGATIVE: Final = frozenset({"not", "no", "nothing", "neither", "nor", "cannot", "nowhere"})
_NOT_DO: Final = (("do", "not"), ("don't",), ("never",))


def no_claim(tokens: Sequence[Token], alone: bool, heading: bool, lex: Lexis) -> NoClaim | None:
    """Why a sentence claims nothing; None if it claims something.

    Args:
        tokens: Its tokens, one word at least.
        alone: True if it is a line or a paragraph of its own, and no item of a list.
        heading: True if the text marks it as one.
        lex: The language.
    """
    words = [token for token in tokens if token.kind is WORD]
    lows = [token.low for token in words]
    talk = talk_of(lex.language)
    ends = _end(tokens)
    if heading:
        return NoClaim.HEADING
    if ends == "?":
        return NoClaim.QUESTION
    if _is_greeting(lows, ends, talk):
        return NoClaim.GREETING
    if _is_heading(tokens, words, ends, alone, lex):
        return NoClaim.HEADING
    if _tells_nothing(lows, talk):
        return NoClaim.NO_ANSWER
    if _instructs(words, lows, talk):
        return NoClaim.INSTRUCTION
    return None


def _end(tokens: Sequence[Token]) -> str:
    """The mark that ends a sentence; "" if none does."""
    for token in reversed(tokens):
        if token.kind is QUOTE:
            return token.ends if token is tokens[-1] else ""
        if token.kind is WORD:
            return ""
        if token.low[0] in ".!?…:":
            return token.low[0]
    return ""


def _is_heading(tokens: Sequence[Token], words: Sequence[Token], ends: str, alone: bool, lex: Lexis) -> bool:
    if len(words) > MOST_HEADING or any(token.kind is QUOTE for token in tokens):
        return False
    if ends == ":":
        small = any(token.low in lex.words.auxiliaries or token.low in lex.words.pronouns for token in words)
        if len(words) <= SHORT_HEADING and not small:
            return True
        return not holds_finite_verb(tokens, _first_word(tokens), len(tokens), lex)
    return alone and not ends and not holds_finite_verb(tokens, _first_word(tokens), len(tokens), lex)


def _first_word(tokens: Sequence[Token]) -> int:
    return next(at for at, token in enumerate(tokens) if token.kind is WORD)


def _is_greeting(lows: Sequence[str], ends: str, talk: Talk) -> bool:
    if lows[0] in talk.greetings and len(lows) <= MOST_GREETING:
        return True
    said = begun(lows, talk.greetings)
    if _opens(said, talk.courtesies):
        return True
    return _opens(said, talk.announcements) and (ends == ":" or not talk.announced.isdisjoint(said))


def begun(lows: Sequence[str], openers: frozenset[str]) -> Sequence[str]:
    """The words of a sentence behind an assent: "here is …" of "Sure, here is …"."""
    return lows[1:_LOOKED_THROUGH] if len(lows) > 1 and lows[0] in openers else lows[:_LOOKED_THROUGH]


def _opens(lows: Sequence[str], beginnings: Sequence[str]) -> bool:
    start = " ".join(lows[:6])
    return any(start == one or start.startswith(f"{one} ") for one in beginnings)


def _tells_nothing(lows: Sequence[str], talk: Talk) -> bool:
    """As in "The passage does not mention it": what an answer says of its sources, not of the world."""
    if _opens(lows, talk.no_answer):
        return True
    start = lows[:_LOOKED_THROUGH]
    named = next((at for at, low in enumerate(start[:6]) if low in talk.documents), None)
    if named is None or not {"the", "this", "these", "provided", "given"}.intersection(start[:named]):
        return False
    following = start[named + 1 : named + 8]
    denied = any(low in _NEGATIVE or low.endswith("n't") for low in following)
    return denied and not talk.silent.isdisjoint(following)


def _instructs(words: Sequence[Token], lows: Sequence[str], talk: Talk) -> bool:
    if not talk.instructions:
        return False
    if lows[0] == "please" or lows[:2] in (["let", "us"], ["let", "me"]) or lows[0] == "let's":
        return True
    for denial in _NOT_DO:
        if tuple(lows[: len(denial)]) == denial and len(lows) > len(denial):
            return denial != ("never",) or lows[1] in talk.instructions
    if lows[0] not in talk.instructions or len(lows) < 2:
        return False
    if lows[0] in talk.pointing and (words[1].capital or lows[1] in {"section", "page", "annex", "chapter", "also"}):
        return True
    return lows[1] in talk.after_instruction or lows[1].isdigit()
