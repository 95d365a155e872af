"""Words, figures and signs of a text with their offsets, in one pass. Punctuation is read from the gaps when asked.

The tokens of a text are kept as arrays and not as objects: a source may have millions of them. Words, figures and
signs that carry meaning ($, %, §) are *strong*: they are what search and alignment compare. Quotation marks, commas,
dashes and brackets stand in the gaps between strong tokens.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

import attrs
import regex

from quotecheck.model import Span
from quotecheck.text.folding import APOSTROPHES, FRACTIONS, IGNORABLE, UNMAPPED, fold_figure, fold_word

_FRACTION: Final = "".join(FRACTIONS)
# Han and kana have no spaces between words: each sign is a token of its own.
_SINGLE: Final = r"[\p{Han}\p{Hiragana}\p{Katakana}]"
_LETTER: Final = rf"[[\p{{L}}\p{{M}}{UNMAPPED}{IGNORABLE}]--{_SINGLE}]"
# Repeats are bounded by what a word or a figure can have: a text made of nothing else would fill the memory.
# A hyphen at a line's end belongs to the word when a small letter opens the next line.
_LINE_BREAK: Final = r"(?:(?:[-‐¬]|(?<=[\u00ad\x02]))[ \t]*\r?\n[ \t]*(?=\p{Ll}))"
_MINUS: Final = "-−–‐‑﹣－⁻—"
_RAISED: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
# Lengths spelled out: a small figure raised after one makes it an area or a volume, and is no note's.
_LENGTHS: Final = (
    r"(?:kilo|centi|milli|deci|zenti|kiló|centí|mili)?m[eèé]t(?:re|er|ro)[sn]?|foot|feet|inch(?:es)?|yards?|miles?"
)
# Marks of a house, bullets, music signs and the signs of tables say nothing of the words beside them.
_IDLE: Final = r"©®™℠♩-♬¬|¦\u2500-\u25b1\u25b4-\u25bb\u25be-\u25ff"
STRONG: Final = regex.compile(
    rf"""
    (?:\[\p{{L}}{{1,3}}\](?=\p{{L}}))?+ [[\p{{L}}{UNMAPPED}]--{_SINGLE}] {_LETTER}*+
      (?: (?: [{APOSTROPHES}] (?=\p{{L}}) | {_LINE_BREAK} | \[\p{{L}}{{1,4}}\] | \(\p{{L}}{{1,2}}\) (?!\w) )
          {_LETTER}*+ ){{0,64}}+
    | (?: (?<![\p{{L}}\p{{N}}\p{{M}})\]%]) [{_MINUS}] (?=[.,]?[\d{_FRACTION}]) )?+
      (?: (?: (?<![\p{{L}}\p{{N}}.,]) [.,] (?=\d) )?+ \d++ (?: [.,]\d++ | (?<![.,]\d{{1,40}}) [/⁄]\d++ ){{0,64}}+
        (?: [ \u00a0\u202f]?+ [{_FRACTION}] )?+ | [{_FRACTION}] )
      (?: (?<=\d) [⁺⁻]?+ [{_RAISED}]++ )?+
    | (?<=\b\p{{L}}{{1,2}}) [⁺⁻]?+ [{_RAISED}]++
    | (?<=\p{{L}}\s|\p{{N}}\s) [{_RAISED}]++ (?=\s\p{{L}})
    | (?<=\b(?i:{_LENGTHS})) [²³]
    | [₊₋]?+ [₀-₉]++
    | (?<=\d) [′″]
    | {_SINGLE} [\p{{M}}{IGNORABLE}]*+
    | (?<![\p{{L}}\p{{N}}\p{{M}})\]%]) [{_MINUS}] (?=[\p{{Sc}}][.,]?\d)
    | [[%‰§&@\#♭♯\p{{Sc}}\p{{Sm}}\p{{So}}\p{{Nl}}\p{{No}}]--[{_IDLE}{_RAISED}{_FRACTION}⁺⁻]]
    """,
    regex.VERBOSE | regex.V1,
)


def is_figure(key: str) -> bool:
    """True if a key is a figure's."""
    return key[:1].isdigit() or (key[:1] in "-^" and len(key) > 1)


_NUMBER_OR_PART: Final = frozenset({"no", "non"})
_HYPHENS: Final = frozenset("-‐‑")


class _Folds(dict[str, str]):
    """Keys by the characters as they stand, made once for each form that occurs."""

    def __missing__(self, form: str) -> str:
        first = form[0]
        figure = first.isdecimal() or first in FRACTIONS or (first in _MINUS + ".," and len(form) > 1)
        key = self[form] = fold_figure(form) if figure else fold_word(form)
        return key


@attrs.frozen(eq=False)
class Tokens:
    """The strong tokens of a text, in order.

    Attributes:
        content: The text they stand in.
        starts: First code point of each.
        ends: One past the last code point of each.
        keys: What comparison uses: the folded form.
    """

    content: str = attrs.field(repr=False)
    starts: array[int] = attrs.field(repr=False)
    ends: array[int] = attrs.field(repr=False)
    keys: Sequence[str] = attrs.field(repr=False)

    def __len__(self) -> int:
        return len(self.keys)

    def span(self, index: int) -> Span:
        """Where one token stands."""
        return Span(self.starts[index], self.ends[index])

    def word(self, index: int) -> str:
        """One token as it stands."""
        return self.content[self.starts[index] : self.ends[index]]

    def stretch(self, first: int, past: int) -> Span:
        """From the start of token ``first`` to the end of the token before ``past``.

        An empty stretch is the empty span before token ``first``.
        """
        if first < past:
            return Span(self.starts[first], self.ends[past - 1])
        at = self.starts[first] if first < len(self) else len(self.content)
        return Span(at, at)

    def gap(self, index: int) -> Span:
        """What stands between token ``index - 1`` and token ``index``; the text's ends count as borders."""
        before = self.ends[index - 1] if index > 0 else 0
        after = self.starts[index] if index < len(self) else len(self.content)
        return Span(before, max(before, after))

    def before(self, index: int) -> str:
        """The characters of ``gap``."""
        start = self.ends[index - 1] if index > 0 else 0
        return self.content[start : self.starts[index]] if index < len(self.keys) else self.content[start:]

    def between(self, span: Span) -> tuple[int, int]:
        """The tokens that touch a span of the content, as a half-open range of indices."""
        first = bisect_right(self.ends, span.start)
        return first, max(first, bisect_left(self.starts, span.end))

    def sense(self, index: int) -> str:
        """The key of a token, but for a "no" that denies nothing: that of "no-fly zone" and of "No. 10"."""
        key = self.keys[index]
        if key in _NUMBER_OR_PART and index + 1 < len(self.keys):
            gap = self.content[self.ends[index] : self.starts[index + 1]]
            numbers = is_figure(self.keys[index + 1]) and (gap[:1] == "." or self.word(index)[0] == "N")
            if gap in _HYPHENS or (numbers and gap.strip() in {"", "."}):
                return key + "."
        return key

    def between_points(self, start: int, end: int) -> tuple[int, int]:
        """The tokens that touch ``content[start:end]``, as a half-open range of indices."""
        return self.between(Span(start, max(start, end)))


# White space, but for the control characters that a reader may put where it could not map a letter.
_CHUNK: Final = re.compile(r"[^ \t\n\r\f\v\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_LONGEST_CHUNK: Final = 40
_MOST_CHUNKS: Final = 1 << 17
# What may belong together with what stands on the other side of white space: a hyphen at a line's end, the fraction of
# a figure, a raised figure.
_TIED_AFTER: Final = frozenset("-‐¬\u00ad\x02")
_TIED_BEFORE: Final = frozenset((*_RAISED, *FRACTIONS, "⁺", "⁻"))

_STOPS: Final = frozenset('.,;:!?"”’)')

_One = tuple[str, int, int]


class Chunks(dict[str, tuple[_One, ...] | None]):
    """The tokens of the chunks between white space that were met, each with its offsets in the chunk.

    Most chunks come again and again, and what stands round them does not matter to their tokens: they are read once.
    None where it may matter, or the chunk is too long to come again. What an entry holds depends on the chunk alone, so
    one object may serve many texts, one after the other.
    """

    def __init__(self) -> None:
        super().__init__()
        self._folds = _Folds()

    def __missing__(self, chunk: str) -> tuple[_One, ...] | None:
        if len(chunk) > _LONGEST_CHUNK or _tied(chunk):
            return None
        if len(self) >= _MOST_CHUNKS:  # a text of nothing but new words would fill the memory
            self.clear()
            self._folds.clear()
        found = self[chunk] = self._plain(chunk) or tuple(self.read(chunk, 0, len(chunk)))
        return found

    def _plain(self, chunk: str) -> tuple[_One, ...] | None:
        """The one token of a chunk of ASCII letters and a stop; None for any other, which the pattern reads."""
        word = chunk[:-1] if chunk[-1] in _STOPS else chunk
        if word.isascii() and word.isalpha():
            return ((self._folds[word], 0, len(word)),)
        return None

    def read(self, content: str, start: int, end: int) -> Iterator[_One]:
        """The tokens of a stretch of a text by the pattern itself: key, first and one past the last code point."""
        folds = self._folds
        for match in STRONG.finditer(content, start, end):
            key = folds[match[0]]
            if key:
                yield key, match.start(), match.end()


def _tied(chunk: str) -> bool:
    return (chunk[-1] in _TIED_AFTER and chunk.strip("-") != "") or chunk[0] in _TIED_BEFORE


def tokenize(content: str, chunks: Chunks | None = None) -> Tokens:
    """The strong tokens of a text.

    Args:
        content: Any text.
        chunks: What was read of other texts, to read many short ones faster; what is read of this one is added.

    Returns:
        Its words, figures and signs in order; no two overlap, and each span slices back to the words shown.
    """
    chunks = Chunks() if chunks is None else chunks
    wide = "Q" if len(content) > 0xFFFFFFFF else "I"
    keys: list[str] = []
    tokens = Tokens(content, array(wide), array(wide), keys)
    add_start, add_end, add_key = tokens.starts.append, tokens.ends.append, keys.append
    before = count = 0  # where the chunk before begins, and the tokens before it
    stretch, end, tied = -1, 0, False  # what only the pattern itself can read, and whether the next chunk belongs to it
    for match in _CHUNK.finditer(content):
        chunk, start = match[0], match.start()
        found = chunks[chunk]
        if stretch >= 0:
            if tied or chunk[0] in _TIED_BEFORE:
                end, tied = match.end(), found is None and _tied(chunk)
                continue
            _read(tokens, keys, chunks, stretch, end)
            stretch = -1
        if found is None:
            stretch, end, tied = start, match.end(), _tied(chunk)
            if chunk[0] in _TIED_BEFORE:
                stretch = before
                del keys[count:], tokens.starts[count:], tokens.ends[count:]
            continue
        before, count = start, len(keys)
        for key, first, past in found:
            add_key(key)
            add_start(start + first)
            add_end(start + past)
    if stretch >= 0:
        _read(tokens, keys, chunks, stretch, end)
    return tokens


def keys_of(content: str, chunks: Chunks) -> Sequence[str]:
    """The keys of ``tokenize``, in half its time: for whoever does not ask where the tokens stand.

    Args:
        content: Any text.
        chunks: As there.
    """
    found = [chunks[chunk] for chunk in _CHUNK.findall(content)]
    if None not in found:
        return [key for tokens in found if tokens for key, _, _ in tokens]
    keys: list[str] = []
    done = 0
    for first, past, start, end in _stretches(content, found):
        keys += [key for tokens in found[done:first] if tokens for key, _, _ in tokens]
        keys += [key for key, _, _ in chunks.read(content, start, end)]
        done = past
    keys += [key for tokens in found[done:] if tokens for key, _, _ in tokens]
    return keys


def _stretches(content: str, found: Sequence[tuple[_One, ...] | None]) -> Iterator[tuple[int, int, int, int]]:
    """The chunks that may belong together over white space: the first, one past the last, and where they stand."""
    matches = list(_CHUNK.finditer(content))
    past = 0
    for at, tokens in enumerate(found):
        if tokens is not None or at < past:
            continue
        first, past = at, at + 1
        if matches[at][0][0] in _TIED_BEFORE:
            first = max(0, at - 1)
        while past < len(matches):
            if not _tied(matches[past - 1][0]) and matches[past][0][0] not in _TIED_BEFORE:
                break
            past += 1
        yield first, past, matches[first].start(), matches[past - 1].end()


def _read(tokens: Tokens, keys: list[str], chunks: Chunks, start: int, end: int) -> None:
    """Takes the tokens of a stretch by the pattern itself."""
    for key, first, past in chunks.read(tokens.content, start, end):
        keys.append(key)
        tokens.starts.append(first)
        tokens.ends.append(past)
