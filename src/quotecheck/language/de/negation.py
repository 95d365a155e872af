"""German negative words."""

from __future__ import annotations

from typing import Final

from quotecheck.language.lists import words

WEAK_NEGATIONS: Final = frozenset(words("kaum selten schwerlich"))

NEGATIONS: Final = WEAK_NEGATIONS | frozenset(
    words("""
    nicht kein keine keinen keinem keiner keines keins keinerlei keineswegs keinesfalls nie niemals nimmer niemand
    niemanden niemandem niemandes nichts nirgends nirgendwo nirgendwohin weder noch ohne nein mitnichten nichtig nix
    """)
) - {"noch", "nichtig"}  # "noch" mostly means "still"
