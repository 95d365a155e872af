"""Words that differ in their accents alone: where that makes another word, where custom leaves them out (QC108)."""

from __future__ import annotations

import unicodedata
from typing import Final

import attrs

from quotecheck.matching.compare import Comparison
from quotecheck.matching.differences import Difference, DifferenceKind
from quotecheck.text.folding import in_form

_TELLING: Final = frozenset({"de", "fr", "es", "it"})
"""Languages in which an accent tells words and forms apart: "tue" and "tué", "schwul" and "schwül"."""
_EITHER_WAY: Final = {"es": frozenset("sólo éste ésta éstos éstas ése ésa ésos ésas aquél aquélla guión".split())}
"""Words that a language's own spelling lets stand with an accent or without."""
_KINDS: Final = frozenset({DifferenceKind.SPELLED, DifferenceKind.REPLACED})


def accented(comparison: Comparison, language: str, *, folded: bool) -> Comparison:
    """The comparison with each word that differs in its accents alone marked as another spelling or as another word.

    Args:
        comparison: A statement against its passage.
        language: BCP 47 tag of the source.
        folded: True if the policy lets accents go.
    """
    code = language.lower()[:2]
    if not folded and code not in _TELLING:
        return comparison
    differences = tuple(
        attrs.evolve(one, kind=_kind(one, comparison, code, folded=folded)) if _by_accents(one, comparison) else one
        for one in comparison.differences
    )
    return attrs.evolve(comparison, differences=differences)


def without_accents(word: str) -> str:
    """A word's letters without the marks on them."""
    return "".join(sign for sign in in_form("NFD", word) if not unicodedata.combining(sign))


def _by_accents(one: Difference, comparison: Comparison) -> bool:
    if one.kind not in _KINDS or one.past - one.first != 1 or one.end - one.start != 1:
        return False
    word, said = comparison.query.keys[one.first], comparison.source.keys[one.start]
    return word != said and without_accents(word) == without_accents(said)


def _kind(one: Difference, comparison: Comparison, language: str, *, folded: bool) -> DifferenceKind:
    word, said = comparison.written(one), comparison.said(one)
    pair = {word.lower(), said.lower()}
    on_capital = word[:1].isupper() and without_accents(word)[:1] == word[:1] and word[1:] == said[1:]
    if folded or on_capital or pair & _EITHER_WAY.get(language, frozenset()) or (word[:1].isupper() and one.first > 0):
        return DifferenceKind.SPELLED
    return DifferenceKind.REPLACED
