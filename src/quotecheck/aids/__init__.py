"""Help from outside that a user may plug in: a stronger judge, vectors that find candidates, a reader of roles.

Nothing here is needed: without it the product stands on its own. What an aid may do is fixed where it is asked
(``checking``): none of them says anything of words in quotation marks, and a reason with a code outranks them all.
"""

from __future__ import annotations

import attrs

from quotecheck.aids.judge import Judge
from quotecheck.aids.names import name_of
from quotecheck.aids.near import Vectors
from quotecheck.aids.roles import Syntax


@attrs.frozen(kw_only=True)
class Aids:
    """What is plugged in.

    Attributes:
        judge: Says how likely a premise entails a hypothesis; None for none.
        vectors: Find sentences of a source that are near a claim; None for none.
        syntax: Reads who does what to whom; None for none.
    """

    judge: Judge | None = None
    vectors: Vectors | None = None
    syntax: Syntax | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """What each is called in a policy's fingerprint, in a fixed order."""
        return tuple(name_of(one) for one in (self.judge, self.vectors, self.syntax) if one is not None)


__all__ = ["Aids", "Judge", "Syntax", "Vectors", "name_of"]
