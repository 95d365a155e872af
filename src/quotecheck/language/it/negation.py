"""Italian negative words."""

from __future__ import annotations

from typing import Final

from quotecheck.language.lists import words

WEAK_NEGATIONS: Final = frozenset(words("appena raramente difficilmente"))

NEGATIONS: Final = WEAK_NEGATIONS | frozenset(
    words("non no né mai nessuno nessuna nessun nessun' niente nulla neanche nemmeno neppure senza mica")
)
