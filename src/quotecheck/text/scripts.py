"""Which script a text is written in. Languages are not asked here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import regex

_SAMPLE: Final = 20_000
_MOSTLY: Final = 0.85
_HARDLY: Final = 0.02
_LEAST: Final = 4
_SCRIPTS: Final[Mapping[str, regex.Pattern[str]]] = {
    "Latin": regex.compile(r"\p{Latin}"),
    "Cyrillic": regex.compile(r"\p{Cyrillic}"),
    "Greek": regex.compile(r"\p{Greek}"),
    "Han or kana": regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]"),
    "Hangul": regex.compile(r"\p{Hangul}"),
    "Arabic": regex.compile(r"\p{Arabic}"),
    "Hebrew": regex.compile(r"\p{Hebrew}"),
    "Devanagari": regex.compile(r"\p{Devanagari}"),
}
_LETTER: Final = regex.compile(r"\p{L}")


def script_of(words: str) -> str | None:
    """The script that a text is written in; None where there are few letters, or several scripts.

    Args:
        words: Any text; its first 20,000 code points are looked at.
    """
    sample = words[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    if letters < _LEAST:
        return None
    shares = {name: len(pattern.findall(sample)) / letters for name, pattern in _SCRIPTS.items()}
    likely = max(shares, key=lambda name: shares[name])
    return likely if shares[likely] >= _MOSTLY else None


def hardly_has(content: str, script: str) -> bool:
    """True if a text has next to no letters of a script, names aside.

    Args:
        content: Any text; all of it is looked at.
        script: As ``script_of`` gives it.
    """
    letters = len(_LETTER.findall(content))
    return letters > 0 and len(_SCRIPTS[script].findall(content)) <= _HARDLY * letters
