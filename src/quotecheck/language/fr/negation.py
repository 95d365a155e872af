"""French negative words. "plus", "personne" and "point" mean the opposite without "ne", so they are apart."""

from __future__ import annotations

from typing import Final

from quotecheck.language.lists import words

WEAK_NEGATIONS: Final = frozenset(words("guère rarement"))

# Negative only beside "ne" or "n'": "il n'y a plus", "personne n'a dit"; else "more", "person", "point".
WITH_NE: Final = frozenset(words("plus personne point que"))

NEGATIONS: Final = WEAK_NEGATIONS | frozenset(
    words("ne n' pas jamais rien aucun aucune aucuns aucunes nul nulle nullement aucunement ni sans non")
)

# A word that begins so is negated too: "n'est".
BEGINNINGS: Final = frozenset({"n'"})
