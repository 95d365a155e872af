"""The units of meaning that a statement is held against a source by: words, figures and names, each in one form.

"Can't" is "can" and "not", "£8m" and "eight million pounds" are one figure, "UK" and "United Kingdom" one name, "no
one" is "nobody". Which units of two texts belong together is not decided here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Final

import attrs

from quotecheck.language.figures import Figure, read_figures
from quotecheck.language.function_words import is_function_word, is_pronoun
from quotecheck.language.morphology import lemmas
from quotecheck.language.names import nations
from quotecheck.language.negation import expand_contraction
from quotecheck.language.spelling import canonical_spelling
from quotecheck.meaning.changes import Word
from quotecheck.text.tokens import Tokens

_BREAKS: Final = frozenset(',;:.!?—–()[]"“”„«»…\n')
_CLITIC_BASES: Final = frozenset({"here", "there", "that", "what", "who", "where", "how", "let", "this"})
_NOT_FIGURES: Final = frozenset({"label", "plural"})
_LONGEST_NAME: Final = 4
_BOUNDS: Final = {
    ("over",): 1, ("above",): 1, ("more", "than"): 1, ("at", "least"): 2, ("under",): -1, ("below",): -1,
    ("less", "than"): -1, ("fewer", "than"): -1, ("at", "most"): -2, ("up", "to"): -2,
}  # fmt: skip
"""Words before a figure, with what they say of it: above 0 that it is the least, below 0 that it is the most."""
_TIME_BOUNDS: Final = {"after": 1, "before": -1}
_TIMES: Final = frozenset({"calendar year", "year", "date"})


@attrs.frozen(eq=False)
class Unit:
    """One unit of a text.

    Attributes:
        key: Its one form: equal for spellings, forms of a country's name and contractions written out.
        text: As it stands.
        lemmas: What it may be a form of; the key itself for figures and names of countries.
        content: True if it belongs to the matter and not to the grammar.
        figure: Its figure; None if it is none.
        bound: 1 for "more than", 2 for "at least", -1 for "less than", -2 for "at most" before a figure; 0 else.
        first: Its first token.
        past: One past its last token.
        broken: True if a mark that parts clauses or phrases stands before it.
        opens: True if a capital would be owed to its place.
    """

    key: str
    text: str
    lemmas: frozenset[str]
    content: bool
    figure: Figure | None
    first: int
    past: int
    broken: bool
    opens: bool
    bound: int = 0

    @property
    def name(self) -> bool:
        """True if it is written as a name in a place where a capital says so, or is a country's."""
        return self.key[:1] == "@" or (self.text[:1].isupper() and not self.opens and self.content)

    @cached_property
    def word(self) -> Word:
        """The unit as the weighing of changes sees it."""
        key = self.text.lower() if self.key[:1] in "@#" else self.key
        return Word(key, self.text, self.opens and self.key[:1] != "@", self.first)


def read_units(tokens: Tokens, first: int, past: int, language: str = "en") -> tuple[Unit, ...]:
    """The units of a stretch of tokens, a sentence or a statement.

    Args:
        tokens: The tokens of a text.
        first: First token of the stretch.
        past: One past the last.
        language: BCP 47 tag.

    Returns:
        In order; every token belongs to one unit at least.
    """
    if first >= past:
        return ()
    return tuple(_Reader(tokens, first, past, language).units())


class _Reader:
    def __init__(self, tokens: Tokens, first: int, past: int, language: str) -> None:
        self.tokens, self.first, self.past, self.language = tokens, first, past, language
        start, end = tokens.starts[first], tokens.ends[past - 1]
        self.figures: dict[int, tuple[int, Figure]] = {}
        for one in read_figures(tokens.content[start:end], language):
            if one.doubtful or one.unit in _NOT_FIGURES:
                continue
            at, stop = tokens.between(one.span.shifted(start))
            self.figures[max(at, first)] = (min(stop, past), one)

    def units(self) -> Iterator[Unit]:
        at = self.first
        while at < self.past:
            size, bound = self._bound(at)
            figure = self.figures.get(at + size)
            if figure is not None and figure[0] > at + size:
                yield attrs.evolve(self._unit(f"#{figure[1].value}", at, figure[0], figure=figure[1]), bound=bound)
                at = figure[0]
                continue
            past, key = self._several(at)
            if key:
                yield self._unit(key, at, past)
            else:
                for part in self._parts(at):
                    yield self._unit(part, at, at + 1)
            at = past

    def _bound(self, at: int) -> tuple[int, int]:
        """How many tokens before a figure bound it, and how."""
        for size in (2, 1):
            words = tuple(self.tokens.keys[at : at + size])
            if words in _BOUNDS and at + size in self.figures:
                return size, _BOUNDS[words]
        timed = at + 1 in self.figures and self.figures[at + 1][1].unit in _TIMES
        return (1, _TIME_BOUNDS[self.tokens.keys[at]]) if timed and self.tokens.keys[at] in _TIME_BOUNDS else (0, 0)

    def _several(self, at: int) -> tuple[int, str]:
        """A name of a country or "no one", with one past its last token; else the next token and no key."""
        keys = self.tokens.keys
        if keys[at] == "no" and at + 1 < self.past and keys[at + 1] == "one":
            return at + 2, "nobody"
        if self.language[:2] == "en" and self.tokens.content[self.tokens.starts[at]].isupper():
            for past in range(min(self.past, at + _LONGEST_NAME), at, -1):
                named = _country(self.tokens.content[self.tokens.starts[at] : self.tokens.ends[past - 1]])
                if named:
                    return past, named
        return at + 1, ""

    def _parts(self, at: int) -> tuple[str, ...]:
        key = self.tokens.sense(at)
        return _written_out(key) if self.language[:2] == "en" else (key,)

    def _unit(self, key: str, first: int, past: int, figure: Figure | None = None) -> Unit:
        tokens = self.tokens
        gap = tokens.content[tokens.ends[first - 1] if first > self.first else 0 : tokens.starts[first]]
        broken = first == self.first or (gap != " " and not _BREAKS.isdisjoint(gap))
        whole = key[:1] in "@#"
        return Unit(
            key,
            tokens.content[tokens.starts[first] : tokens.ends[past - 1]],
            frozenset({key}) if whole else lemmas(key),
            whole or not is_function_word(key, self.language),
            figure,
            first,
            past,
            broken,
            first == self.first or (broken and any(mark in gap for mark in '.!?:"“”\n')),
        )


@lru_cache(maxsize=20_000)
def _written_out(key: str) -> tuple[str, ...]:
    """The words that a contraction stands for; a possessive is its noun."""
    if key == "n't":  # parted from its verb, as some corpora and subtitles have it
        return ("not",)
    if "'" not in key and key != "cannot":
        return (canonical_spelling(key),)
    if key.endswith("'s") and not (is_pronoun(key[:-2]) or key[:-2] in _CLITIC_BASES):
        return (canonical_spelling(key[:-2]),)
    readings = expand_contraction(key)
    if readings and all(map(is_function_word, readings[0])):
        return readings[0]
    return (canonical_spelling(key.removesuffix("'")),)


@lru_cache(maxsize=20_000)
def _country(name: str) -> str:
    """One form for the names of a country and what is made from them; "" if it names none."""
    found = sorted(f"@{one.country}/{one.form.value}" for one in nations(name.removesuffix("'s").removesuffix("’s")))
    return found[0] if found else ""


def content_of(units: Sequence[Unit]) -> tuple[int, ...]:
    """Places of the units that belong to the matter."""
    return tuple(at for at, unit in enumerate(units) if unit.content)
