"""What left-out or bracketed words do to what is left: whether an ellipsis or a cut makes a new statement (QC408)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

import attrs

from quotecheck.language.function_words import is_auxiliary, is_conjunction
from quotecheck.language.morphology import lemmas, parts_of_speech
from quotecheck.language.negation import is_implicit_negation, is_negation, splits_negation
from quotecheck.language.opposites import are_opposites, related
from quotecheck.matching.compare import Comparison
from quotecheck.matching.differences import Difference, DifferenceKind
from quotecheck.model import Code, Span
from quotecheck.text.punctuation import ends_clause, ends_sentence, marks_between
from quotecheck.text.tokens import Tokens
from quotecheck.verdicts.facts import Fact

_LIMITS: Final = frozenset({"only", "unless", "except", "if", "hardly", "barely"})
_BREAKS: Final = frozenset({"but", "that", "which", "because"})
_FAR: Final = 12
SAME_SUBJECT: Final = 12
"""Words before a cut among which the subject of the clause after it may stand already."""
_COORDINATES: Final = frozenset({"and", "but", "or", "nor", "yet"})


def omissions(comparison: Comparison, passed: Collection[tuple[int, int]], language: str) -> Iterator[Fact]:
    """QC408 for each left-out stretch that negates, limits or reverses what is left, or whose cut joins two clauses.

    Args:
        comparison: The statement against its passage.
        passed: Token ranges of the source that are not of its words.
        language: BCP 47 tag of the source.
    """
    for one in comparison.differences:
        if one.kind not in {DifferenceKind.DOTTED, DifferenceKind.OMITTED} or one.start == one.end:
            if one.kind is DifferenceKind.BRACKETED and _bracket_hides(one, comparison, language):
                yield Fact(code=Code.OMISSION_CHANGES_MEANING, statement=(one.statement,), source=(one.source,))
            continue
        words = _words_left_out(one, passed)
        if words is None:
            continue
        if _turns(words, comparison, language) or _joins(words, comparison, opens=words.start == one.start):
            yield Fact(code=Code.OMISSION_CHANGES_MEANING, statement=(_seam(one),), source=(one.source,))


def _words_left_out(one: Difference, passed: Collection[tuple[int, int]]) -> Difference | None:
    """The stretch without an attribution or the like at its beginning; None if there is nothing else in it."""
    start = one.start
    for low, high in sorted(span for span in passed if one.start <= span[0] and span[1] <= one.end):
        if low == start:
            start = high
    return None if start >= one.end else attrs.evolve(one, start=start)


def _seam(one: Difference) -> Span:
    return one.statement


def _turns(one: Difference, comparison: Comparison, language: str) -> bool:
    """True if a negation or limit is left out of a clause of which words are kept."""
    if one.kind is DifferenceKind.OMITTED:
        return False  # weighed with the other changes
    source = comparison.source
    for at in range(one.start, one.end):
        if _goes_on(at, one, source):
            continue
        if _bears(source.sense(at), language) and (
            not _border(source, one.start, at) or (not _border(source, at + 1, one.end, past=True))
        ):
            return True
    return False


def _goes_on(at: int, one: Difference, source: Tokens) -> bool:
    """True for a "nor" or "or" that only goes on a negation that is kept: "neither A nor B nor C" without B."""
    if source.keys[at] not in {"nor", "noch", "ni"}:
        return False
    kept = source.keys[max(0, one.start - SAME_SUBJECT) : one.start]
    return any(key in {"neither", "nor", "not", "weder", "ni", "no"} for key in kept)


def _bears(key: str, language: str) -> bool:
    return _denies(key, language) or key in _LIMITS


def _denies(key: str, language: str) -> bool:
    if is_negation(key, language) or splits_negation(key) is not None:
        return True
    return language.startswith("en") and is_implicit_negation(key)


def _border(source: Tokens, first: int, last: int, *, past: bool = False) -> bool:
    """True if a clause ends between the tokens ``first`` and ``last``, the gaps at both ends counted."""
    for at in range(first, last + 1):
        if at >= len(source):
            return True
        words = source.gap(at).of(source.content)
        if ends_clause(words) or "," in marks_between(words):
            return True
        if past and at > first and source.keys[at] in _BREAKS:
            return True
    return False


def _joins(one: Difference, comparison: Comparison, *, opens: bool) -> bool:
    """True if the cut joins words of two sentences and what follows it begins in the middle of one.

    ``opens`` is False where an attribution was taken off: the marks before the rest are that one's.
    """
    source = comparison.source
    first = one.start if opens else one.start + 1
    gaps = [source.gap(at).of(source.content) for at in range(first, one.end + 1) if at < len(source)]
    if _repeats_head(one, source) or _crosses_clauses(one, source):
        return True
    if not any(ends_sentence(gap) for gap in gaps):
        far = one.end - one.start > _FAR and any(ends_clause(gap) for gap in gaps)
        return far and "," not in marks_between(gaps[-1]) and not ends_clause(gaps[-1])
    right = one.end >= len(source) or ends_clause(gaps[-1]) or is_conjunction(source.keys[one.end])
    written = comparison.query.tokens.gap(one.first).of(comparison.query.text)
    return not right and not _stopped(written)


def _crosses_clauses(one: Difference, source: Tokens) -> bool:
    """True if the words left out begin a clause with a subject of its own, and what follows is the rest of it.

    "The council … loves the bridge" from "The council hates the plan, but the mayor loves the bridge".
    """
    if one.end >= len(source) or is_conjunction(source.keys[one.end]) or _any_mark(source, one.end):
        return False
    for at in range(one.start + 1, one.end):
        if source.keys[at] in _COORDINATES and _any_mark(source, at):
            if source.keys[at + 1] in source.keys[max(0, one.start - SAME_SUBJECT) : one.start]:
                continue  # the same one goes on: "I support the tax, and I …"
            inside = range(at + 1, one.end)
            if at + 1 < one.end and (_is_verb(source.keys[one.end]) or any(_is_verb(source.keys[i]) for i in inside)):
                return True
    return False


def _any_mark(source: Tokens, at: int) -> bool:
    return bool(marks_between(source.gap(at).of(source.content)))


def _is_verb(key: str) -> bool:
    """True for an auxiliary, and for a form that only a verb can have."""
    if is_auxiliary(key):
        return True
    parts = parts_of_speech(key)
    return parts == {"v"} or ("v" in parts and key.endswith("ed"))


def _repeats_head(one: Difference, source: Tokens) -> bool:
    """True if the cut takes the object of one clause's last word and puts another's: ``before … a fall``.

    The words left out end with the word that stands before them, and open a clause of their own in between.
    """
    if one.start == 0 or one.end - one.start < 3 or source.keys[one.end - 1] != source.keys[one.start - 1]:
        return False
    return any(
        source.keys[at] in _COORDINATES and "," in marks_between(source.gap(at).of(source.content))
        for at in range(one.start + 1, one.end)
    )


def _stopped(gap: str) -> bool:
    """True if the statement itself ends its sentence before the dots: ``I like the plan. … I do not``."""
    return marks_between(gap)[:1] in {(".",), ("!",), ("?",)}


def _other_deed(said: Sequence[str], written: Sequence[str]) -> bool:
    """True if a verb is put in brackets for another verb that is not related to it."""
    old = [key for key in said if parts_of_speech(key) == {"v"}]
    new = [key for key in written if "v" in parts_of_speech(key)]
    if not old or not new or any(lemmas(key) & lemmas(other) for key in old for other in new):
        return False
    return not any(related(key, other) for key in old for other in new)


def _bracket_hides(one: Difference, comparison: Comparison, language: str) -> bool:
    said = comparison.source.keys[one.start : one.end]
    written = comparison.query.keys[one.first : one.past]
    if any(are_opposites(key, other) for key in said for other in written if key != other):
        return True
    if _other_deed(said, written):
        return True
    return any(_denies(key, language) for key in said) and not any(_denies(key, language) for key in written)
