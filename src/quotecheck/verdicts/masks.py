"""Words that a draft masks: "f---", "[expletive]", "[name]" (QC112). What is masked must be what houses mask."""

from __future__ import annotations

from typing import Final

import attrs
import regex

from quotecheck.language.declaring import is_obscene, masks_name, masks_word
from quotecheck.language.function_words import is_function_word
from quotecheck.language.negation import is_negation
from quotecheck.matching.compare import Comparison
from quotecheck.matching.differences import Difference, DifferenceKind

_MASK: Final = regex.compile(r"(?P<head>\p{L}{0,4}+)(?:[-–—‑_.…•#@$%&!]{2,12}|[*•]{1,12})(?P<tail>\p{L}{0,6}+)")
_SIGNS: Final = regex.compile(r"[*]{3,12}|[#@$%&!*]{3,12}|_{3,12}")
MOST_NAMED: Final = 4
"""Words of the longest name that a bracket may stand for."""


def masked(comparison: Comparison, language: str, names: frozenset[str]) -> Comparison:
    """The comparison with the words that are masked marked as such.

    Args:
        comparison: A statement against its passage.
        language: BCP 47 tag of the source.
        names: Keys of the source's words that stand capitalised inside a sentence.
    """
    if not any(_may_mask(one) for one in comparison.differences):
        return comparison
    differences = tuple(
        attrs.evolve(one, kind=DifferenceKind.MASKED) if _is_masked(one, comparison, language, names) else one
        for one in comparison.differences
    )
    return attrs.evolve(comparison, differences=differences)


def _may_mask(one: Difference) -> bool:
    return one.start < one.end and one.kind in {
        DifferenceKind.REPLACED,
        DifferenceKind.OMITTED,
        DifferenceKind.BRACKETED,
    }


def _is_masked(one: Difference, comparison: Comparison, language: str, names: frozenset[str]) -> bool:
    if not _may_mask(one):
        return False
    keys = comparison.source.keys[one.start : one.end]
    if one.kind is DifferenceKind.BRACKETED:
        written = comparison.written(one)
        if masks_word(written, language):
            return len(keys) <= 2 and any(is_obscene(key, language) for key in keys)
        named = all(key in names or is_function_word(key, language) for key in keys) and any(
            key in names for key in keys
        )
        return masks_name(written, language) and len(keys) <= MOST_NAMED and named
    if len(keys) != 1 or is_negation(keys[0], language):
        return False
    key = keys[0]
    if one.kind is DifferenceKind.OMITTED:
        gap = comparison.query.tokens.before(one.first)
        return is_obscene(key, language) and _SIGNS.search(gap) is not None
    found = _MASK.fullmatch(_with_signs(one, comparison))
    if found is None:
        return False
    head, tail = found["head"].lower(), found["tail"].lower()
    fits = len(key) > len(head) + len(tail) and key.startswith(head) and key.endswith(tail)
    return fits and (is_obscene(key, language) or (key in names and bool(head)))


def _with_signs(one: Difference, comparison: Comparison) -> str:
    """What the statement has for a word, with the signs that stand close to it on either side."""
    tokens = comparison.query.tokens
    before, after = tokens.before(one.first), tokens.before(one.past)
    head = before.rpartition(" ")[2] if before.strip() else ""
    tail = after.partition(" ")[0].rstrip('.,;:?”"’') if after.strip() else ""
    return head.lstrip('“"‘(') + comparison.written(one) + tail
