"""Folding of single words and signs to the keys that comparison uses. No offsets here: tokens keep the way back.

Every folding in force here is *sound*: it never makes two different words or figures equal. Case is folded for words;
where case alone tells two words apart (``mW``/``MW``), the judge looks at the words as they stand.
"""

from __future__ import annotations

import unicodedata
from typing import Final, Literal

import regex

APOSTROPHES: Final = "'’‘ʼ＇`´′ʹ‛"
"""Characters that stand for an apostrophe inside a word."""

IGNORABLE: Final = (
    "\u00ad\u200b\u200c\u200d\u2060\ufeff\u180e\u200e\u200f\u202a-\u202e\u2066-\u2069\ufe00-\ufe0f\U000e0100-\U000e01ef"
)
"""Soft hyphen, zero-width characters, direction marks and variation selectors, as the inside of a character class."""

UNMAPPED: Final = "\x00-\x08\x0e-\x1f\x7f\ufffd\ue000-\uf8ff"
"""Characters that stand where a reader could not map a letter, as the inside of a character class."""

FRACTIONS: Final = {
    "¼": "1/4", "½": "1/2", "¾": "3/4", "⅐": "1/7", "⅑": "1/9", "⅒": "1/10", "⅓": "1/3", "⅔": "2/3", "⅕": "1/5",
    "⅖": "2/5", "⅗": "3/5", "⅘": "4/5", "⅙": "1/6", "⅚": "5/6", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8",
}  # fmt: skip

SUPERSCRIPTS: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"

_LIGATURES: Final = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "ſ": "s",
    "Ĳ": "ij", "ĳ": "ij", "ŉ": "'n",
}  # fmt: skip


def _expanded(ranges: str) -> list[int]:
    points: list[int] = []
    at = 0
    while at < len(ranges):
        if at + 2 < len(ranges) and ranges[at + 1] == "-":
            points.extend(range(ord(ranges[at]), ord(ranges[at + 2]) + 1))
            at += 3
        else:
            points.append(ord(ranges[at]))
            at += 1
    return points


def _single_characters() -> dict[int, str]:
    table = {ord(sign): "'" for sign in APOSTROPHES}
    table |= {ord(sign): "" for sign in "[]()"}
    table |= {point: "" for point in _expanded(IGNORABLE)}
    table |= {ord(sign): letters for sign, letters in _LIGATURES.items()}
    table |= {ord(sign): f"^{digit}" for digit, sign in enumerate(SUPERSCRIPTS)}
    table |= {ord(sign): str(digit) for digit, sign in enumerate("₀₁₂₃₄₅₆₇₈₉")}
    table |= {ord("₋"): "-", ord("₊"): "+"}
    table |= {ord("⁄"): "/", ord("⁻"): "^-", ord("⁺"): "^", ord("µ"): "μ", ord("–"): "-"}
    table |= {ord("−"): "-", ord("‐"): "-", ord("‑"): "-", ord("﹣"): "-", ord("－"): "-"}
    for point in range(0xFF01, 0xFF5F):  # full-width forms of ASCII
        table.setdefault(point, chr(point - 0xFEE0))
    return table


_TABLE: Final = _single_characters()
_BROKEN_LINE: Final = {ord(sign): "" for sign in "-‐¬ \t\r\n\u2010\x02"}


_STACK: Final = regex.compile(r"\p{M}{32,}")


def in_form(form: Literal["NFC", "NFD", "NFKD"], text: str) -> str:
    """A text in a Unicode form; as it stands if it stacks more marks on a letter than any language does.

    Marks on one letter are sorted when a form is made, in time that grows with the square of their number (UAX 15
    allows 30 in its *stream-safe* format). Two texts that differ stay different.

    Args:
        form: The form.
        text: Any text.
    """
    if not text.isascii() and len(text) > 32 and _STACK.search(text):
        return text
    return unicodedata.normalize(form, text)


def fold_word(word: str) -> str:
    """The key of a word: case, Unicode form, apostrophes, ligatures, invisible characters and line ends folded.

    Args:
        word: The characters of one word token, as they stand.

    Returns:
        Its key. Folding a key gives the key again.
    """
    if word.isascii() and word.isalpha():
        return word.lower()
    return in_form("NFC", unify(word).lower().translate(_TABLE))


def unify(word: str) -> str:
    """A word in one Unicode form, without brackets, invisible characters and line ends; case is kept."""
    folded = word.translate(_TABLE)
    if "\n" in folded:
        folded = folded.translate(_BROKEN_LINE)
    return in_form("NFC", folded)


def fold_figure(figure: str) -> str:
    """The key of a figure: digits as ASCII, minus signs and fractions as one form; separators are kept.

    ``1½`` becomes ``1+1/2`` and never ``11/2``; ``10²`` keeps its ``^2``.
    """
    if figure.isascii() and figure[0] not in ".," and figure[1:2] not in {".", ","}:
        return figure
    folded = ""
    for sign in figure:
        if sign in FRACTIONS:
            folded += ("+" if folded[-1:].isdigit() else "") + FRACTIONS[sign]
        elif sign.isspace():
            continue
        elif sign.isdecimal():
            folded += str(unicodedata.decimal(sign))
        else:
            folded += _TABLE.get(ord(sign), "-" if sign in "⁻—" and not folded else sign)
    bare = folded.removeprefix("-")
    return folded.replace(bare, "0" + bare, 1) if bare[:1] in {".", ","} else folded
