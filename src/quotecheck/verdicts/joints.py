"""Signs between words that make others of them: a hyphen that binds otherwise, a comma that moves a negation."""

from __future__ import annotations

from typing import Final

from quotecheck.language.figures import is_number_word
from quotecheck.language.limits import UNTRUE, WITHHOLDING
from quotecheck.language.negation import is_negation
from quotecheck.matching.compare import Comparison
from quotecheck.matching.differences import Difference
from quotecheck.model import Code
from quotecheck.text.punctuation import marks_between

_LIVING: Final = frozenset("man men woman women boy boys girl girls dog dogs cat cats bear bears bird birds".split())
_AFTER_NO: Final = frozenset({"more", "longer", "less", "fewer"})


def moved_hyphen(one: Difference, comparison: Comparison) -> Code | None:
    """The code of a hyphen that makes other words of the two it stands between; None for all the others.

    "Thirty five-year plans" are thirty, "a hundred-odd people" are not odd, and a man-eating shark eats.

    Args:
        one: A difference of signs, before a word that both sides have.
        comparison: The statement against its passage.
    """
    keys, at = comparison.source.keys, one.start
    if not 0 < at < len(keys):
        return None
    before, after = keys[at - 1], keys[at]
    if is_number_word(before) and (after == "odd" or (is_number_word(after) and _hyphen_differs(1, one, comparison))):
        return Code.FIGURE
    if before in _LIVING and after.endswith("ing") and len(after) > 4:
        return Code.NAME_OR_ROLE
    return None


def turns_by_comma(one: Difference, comparison: Comparison) -> bool:
    """True if a sign that one side alone has moves what a negation bears on.

    "No more, troops …" for "No more troops …"; "Pardon, impossible to …" for "Pardon impossible, to …".

    Args:
        one: A difference of signs, before a word that both sides have.
        comparison: The statement against its passage.
    """
    keys, at = comparison.source.keys, one.start
    if at > 1 and keys[at - 1] in _AFTER_NO and keys[at - 2] == "no":
        return True
    word = keys[at] if at < len(keys) else ""
    if not (word in WITHHOLDING or word in UNTRUE or is_negation(word)):
        return False
    here = _marked(one.first, one.start, comparison)
    there = _marked(one.first + 1, one.start + 1, comparison)
    return here[0] != here[1] and there == here[::-1]


def _hyphen_differs(by: int, one: Difference, comparison: Comparison) -> bool:
    """True if the next gap has a hyphen on one side alone too: the hyphen is moved and not left out."""
    written, said = _marked(one.first, one.start, comparison), _marked(one.first + by, one.start + by, comparison)
    return written[0] != written[1] and said == written[::-1]


def _marked(first: int, start: int, comparison: Comparison) -> tuple[bool, bool]:
    """Whether a sign stands before a word, in the statement and in the source."""
    query, source = comparison.query, comparison.source
    if first >= len(query) or start >= len(source):
        return False, False
    gaps = query.tokens.before(first), source.before(start)
    return bool(marks_between(gaps[0])), bool(marks_between(gaps[1]))
