"""Spanish negative words."""

from __future__ import annotations

from typing import Final

from quotecheck.language.lists import words

WEAK_NEGATIONS: Final = frozenset(words("apenas raramente"))

NEGATIONS: Final = WEAK_NEGATIONS | frozenset(
    words("no nunca jamás nadie nada ningún ninguno ninguna ningunos ningunas ni tampoco sin")
)
