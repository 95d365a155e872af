"""Prose as tokens in sentences, each quotation standing as one token. Who speaks is decided elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

import attrs

from quotecheck.language.reporting import Reporting

QUOTE: Final = "q"
WORD: Final = "w"
SIGN: Final = "s"

_JOINT: Final = "[-‐'’&/_]"
_DECIMAL: Final = rf"\d+(?:[.,:]\d+)+[^\W_]*(?:{_JOINT}[^\W\d_][^\W_]*)*"
"""A figure with points in it and the unit that is written on to it: 1.3bn, 10.30am, 2.5-litre. No point ends it."""
_WORD: Final = (
    rf"(?:[^\W\d_]\.){{2,}}|{_DECIMAL}|"
    r"\d+(?:st|nd|rd|th)?(?!\w|-[^\W\d_])"
    rf"|[^\W_]+(?:{_JOINT}[^\W_]+)*(?:['’](?=\s|$))?"
)
_PLAIN: Final = r"[A-Za-z][a-z]*(?=[ ,\n])"
"""Nearly every word: asked for first, so that the rest of the pattern is seldom tried."""
_SIGN: Final = r"\.{2,}|--+|[^\w\s\ue000*_]"
_TERMINAL: Final = frozenset(".!?…")
_LONGEST: Final = 1_000
"""Tokens of a sentence: one that is longer is cut, for each cue in a sentence is held against the others."""


@attrs.define(slots=True)
class Token:
    """A word, a sign, or a whole quotation.

    ``low`` is the word in lower case with straight apostrophes, ``text`` as it stands; ``quote`` is the quotation's
    number, else -1; ``ends`` is the sign with which a quotation ends as a sentence does, else empty;
    ``comma`` is true for one that ends with a comma, inside its marks.
    """

    low: str
    text: str
    start: int
    end: int
    kind: str
    capital: bool = False
    quote: int = -1
    ends: str = ""
    comma: bool = False


@attrs.frozen
class Stretch:
    """A quotation's words in one paragraph, with their marks: ``quote`` is its number."""

    start: int
    end: int
    quote: int
    ends: str
    comma: bool = False


@attrs.define(slots=True)
class Sentence:
    """Tokens of a sentence; its place is that of its tokens."""

    tokens: list[Token]

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end


def sentences_of(
    shadow: str, start: int, end: int, stretches: Sequence[Stretch], words: Reporting, saying: frozenset[str]
) -> Iterator[Sentence]:
    """The sentences of one block.

    Args:
        shadow: The text's content, masked.
        start: First code point of the block.
        end: One past its last.
        stretches: The quotations in it, in order, none inside another.
        words: The language's small words.
        saying: Its verbs of saying: they hold a question and what comes after its marks together.
    """
    tokens = _tokens(shadow, start, end, stretches, words)
    first = 0
    for index, token in enumerate(tokens):
        if index - first >= _LONGEST or (
            token.kind is not WORD and _ends_sentence(tokens, index, token, words, saying)
        ):
            yield Sentence(tokens[first : index + 1])
            first = index + 1
    if first < len(tokens):
        yield Sentence(tokens[first:])


@cache
def _pattern(clitics: str) -> re.Pattern[str]:
    if not clitics:
        return re.compile(f"{_PLAIN}|{_WORD}|{_SIGN}")
    word = _WORD.replace(_JOINT, f"(?!{clitics}){_JOINT}")
    return re.compile(f"(?:{clitics})|{_PLAIN}|{word}|{_SIGN}")


def _tokens(shadow: str, start: int, end: int, stretches: Sequence[Stretch], words: Reporting) -> list[Token]:
    found: list[Token] = []
    pattern = _pattern(words.clitics)
    at = start
    for stretch in stretches:
        _add_plain(found, pattern, shadow, at, stretch.start)
        found.append(
            Token(
                "", "", stretch.start, stretch.end, QUOTE, quote=stretch.quote, ends=stretch.ends, comma=stretch.comma
            )
        )
        at = max(at, stretch.end)
    _add_plain(found, pattern, shadow, at, end)
    return found


def _add_plain(found: list[Token], pattern: re.Pattern[str], shadow: str, start: int, end: int) -> None:
    """Most of a text's tokens are made here, so each costs as little as can be."""
    add, forms = found.append, _FORMS
    for one in pattern.finditer(shadow, start, end):
        text = one[0]
        low, kind, capital = forms[text]
        add(Token(low, text, one.start(), one.end(), kind, capital))


class _Forms(dict[str, tuple[str, str, bool]]):
    """For each word or sign that was met: its lower case, its kind, and whether it has a capital."""

    def __missing__(self, text: str) -> tuple[str, str, bool]:
        if len(self) >= _MOST_FORMS:  # texts of nothing but new words would fill the memory
            self.clear()
        opener = text[0]
        if opener.isalnum() or (opener in "'’-" and len(text) > 1 and text[-1].isalpha()):
            form = text.lower().replace("’", "'"), WORD, opener.isupper()
        else:
            form = text, SIGN, False
        self[text] = form
        return form


_MOST_FORMS: Final = 1 << 16
_FORMS: Final = _Forms()


def _ends_sentence(tokens: list[Token], index: int, token: Token, words: Reporting, saying: frozenset[str]) -> bool:
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None:
        return True
    if token.kind is QUOTE:
        return bool(token.ends) and _begins(following) and not _goes_on(tokens, index + 1, token.ends, saying)
    if token.kind is not SIGN or token.low[0] not in _TERMINAL or following.low in (")", "]", "”", '"'):
        return False
    if not _begins(following):
        return False
    return token.low != "." or not _is_abbreviation(tokens, index, following, words)


def _begins(token: Token) -> bool:
    return token.kind is QUOTE or token.capital or token.low[:1].isdigit() or token.low in ("[", "(", "-", "—", "–")


def _goes_on(tokens: list[Token], index: int, ends: str, saying: frozenset[str]) -> bool:
    """After "…?" or "…!" in marks, a name with a verb of saying still belongs to the quotation."""
    if tokens[index].kind is QUOTE or ends not in "!?":
        return False
    if tokens[index].low in ("—", "–", "―") and index + 1 < len(tokens):
        following = tokens[index + 1]  # "—¿Vas? —preguntó Luc"
        return not following.capital and following.low in saying and tokens[index].end == following.start
    for token in tokens[index : index + 8]:
        if token.kind is not WORD:
            return False
        if token.low in saying:
            return True
    return False


def _is_abbreviation(tokens: list[Token], index: int, following: Token, words: Reporting) -> bool:
    if index == 0:
        return False
    before = tokens[index - 1]
    if before.end != tokens[index].start or before.kind is not WORD:
        return False
    if before.low.isdigit():
        near = following.start - tokens[index].end <= 2 and following.kind is WORD
        return words.ordinal_dots and near and not (_begins_anew(following, words) and following.text.istitle())
    if len(before.low) == 1 and before.capital and before.low != "i":
        return True
    low = before.low.rstrip(".")
    if low not in words.abbreviations and before.low not in words.abbreviations:
        return False
    if low in _BEFORE_FIGURE:
        return following.low[:1].isdigit()
    # "Acme Inc. He left": a small word with a capital begins a sentence; after "Dr." a name goes on.
    return low in words.titles or not (following.kind is QUOTE or _begins_anew(following, words))


_BEFORE_FIGURE: Final = frozenset("no nos nr fig figs vol vols p pp bd art núm pág ch cf eds".split())


def _begins_anew(token: Token, words: Reporting) -> bool:
    low = token.low
    return token.capital and (low in words.determiners or low in words.pronouns or low in words.conjunctions)
