"""Whether words can name the one who speaks: a name, a role, a pronoun. Whether he does is asked elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotecheck.language.given_names import gender_of
from quotecheck.language.morphology import parts_of_speech
from quotecheck.speech.paragraphs import Prose
from quotecheck.speech.phrases import Phrase, is_adverb, is_role, is_small
from quotecheck.speech.prose import WORD, Token


def may_speak(prose: Prose, tokens: Sequence[Token], phrase: Phrase) -> bool:
    """False for words that cannot name anybody: "turning round", "exhausted", "another time I remember".

    Args:
        prose: The text.
        tokens: A sentence.
        phrase: The words in it.
    """
    if prose.lex.language != "en":
        return True
    opener, last = tokens[phrase.first], tokens[phrase.last - 1]
    if not opener.capital and opener.low.endswith("ing") and "v" in parts_of_speech(opener.low) and len(opener.low) > 5:
        return False
    if last.low in _PARTS_OF_ONE and opener.low in prose.lex.words.determiners:
        return False
    if phrase.last - phrase.first == 1:
        if is_adverb(opener, prose.lex.words) or opener.low.endswith("ly"):
            return False
        return opener.capital or not opener.low.endswith("ed") or is_role(opener.low, prose.lex.words)
    inside = tokens[phrase.first + 1 : phrase.last]
    if any(prose.lex.words.pronouns.get(token.low) in ("1", "2") and token.low != "you" for token in inside):
        return False
    return last.low not in ("less", "more", "then")


_PARTS_OF_ONE: Final = frozenset("face eyes hand hands heart head lips mind advice look smile reflection".split())


def is_personal(prose: Prose, tokens: Sequence[Token], phrase: Phrase) -> bool:
    """True if the phrase names a person: by a name that the text knows, a role or a pronoun.

    Args:
        prose: The text.
        tokens: A sentence.
        phrase: The words in it.
    """
    words = prose.lex.words
    last = tokens[phrase.last - 1]
    apposed = words.nouns_capital and phrase.first > 1 and tokens[phrase.first - 1].low == ","
    if apposed and is_role(tokens[phrase.first - 2].low, words):
        return True  # "der Sprecher, Hans Maier"
    if phrase.last - phrase.first == 1 and last.low in words.pronouns:
        return words.pronouns[last.low] in ("m", "f", "p", "1")
    if last.low in prose.surnames or any(gender_of(token.low) for token in tokens[phrase.first : phrase.last]):
        return True
    return is_role(last.low, words) or any(is_role(token.low, words) for token in tokens[phrase.first : phrase.last])


def is_somebody(prose: Prose, tokens: Sequence[Token], phrase: Phrase) -> bool:
    """True for a person's name, a role, a pronoun for one, or a short name that the text does not know.

    Args:
        prose: The text.
        tokens: A sentence.
        phrase: The words in it.
    """
    return is_personal(prose, tokens, phrase) or (
        tokens[phrase.first].capital
        and phrase.last - phrase.first <= 3
        and not is_small(tokens[phrase.first].low, prose.lex.words)
    )


def is_label(prose: Prose, tokens: Sequence[Token], phrase: Phrase, first: int) -> bool:
    """As in "Erkki Salo, Präsident des Rats: “…”": a sentence that is a name and what it is, and no more.

    Args:
        prose: The text.
        tokens: A sentence.
        phrase: The words in it.
        first: Where the label would begin.
    """
    name = tokens[phrase.first : phrase.last]
    capital = len(name) > 1 and all(token.capital and not is_small(token.low, prose.lex.words) for token in name)
    return capital and phrase.first == first and phrase.last < len(tokens) and tokens[phrase.last].low == ","


def name_around(prose: Prose, tokens: Sequence[Token], at: int, floor: int) -> Phrase | None:
    """The name that ends at a token: a last name of somebody in the text, with what stands capitalised before it.

    Args:
        prose: The text.
        tokens: A sentence.
        at: The token.
        floor: The first token that may belong to the name.
    """
    token = tokens[at]
    if token.kind is not WORD or not token.capital or token.low not in prose.surnames:
        return None
    first = at
    while first > floor and tokens[first - 1].kind is WORD and gender_of(tokens[first - 1].low):
        first -= 1
    return Phrase(first, at + 1)
