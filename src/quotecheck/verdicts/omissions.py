"""What left-out or bracketed words do to what is left: whether an ellipsis or a cut makes a new statement (QC408)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

import attrs

from quotecheck.language.figures import read_figures
from quotecheck.language.function_words import is_article, is_auxiliary, is_conjunction, is_preposition
from quotecheck.language.limits import NEGATING_PHRASES
from quotecheck.language.morphology import parts_of_speech
from quotecheck.language.strength import Scale, strength_class
from quotecheck.matching.compare import Comparison
from quotecheck.matching.differences import Difference, DifferenceKind
from quotecheck.model import Code, Span
from quotecheck.text.punctuation import ends_clause, ends_sentence, marks_between, sentence_ends
from quotecheck.text.tokens import Tokens, is_figure
from quotecheck.verdicts.bracketed import bracket_hides, bracketed_mostly, denies
from quotecheck.verdicts.facts import Fact

_LIMITS: Final = frozenset({"only", "unless", "except", "if", "hardly", "barely"})
_BREAKS: Final = frozenset({"but", "that", "which", "because"})
_REASONS: Final = frozenset({"because", "since", "though", "although", "while", "whereas"})
_SUBJECTS: Final = frozenset("i he she we they it you there this".split())
_DETERMINERS: Final = frozenset("my your his her its our their this that these those".split())
_LESSENING: Final = frozenset(
    "less least almost nearly virtually practically allegedly supposedly reportedly purportedly seemingly perhaps"
    " possibly maybe half partly few".split()
)
"""Words that make what stands after them less than it says."""
_ADVERBIAL: Final = frozenset("allegedly supposedly reportedly purportedly perhaps possibly maybe".split())
_MULTIPLES: Final = frozenset("hundred thousand million billion trillion m bn dozen".split())
_HYPHENS: Final = frozenset("-‐‑")
_COURTESIES: Final = (
    ("you", "like"), ("you", "will"), ("you", "please"), ("you", "want"), ("i", "may"), ("i", "recall"),
    ("i", "remember"), ("i", "understand"), ("memory", "serves"), ("anything",), ("not",), ("any",), ("ever",),
)  # fmt: skip
"""How an "if" goes on that sets no condition."""
_CLOSE: Final = 5
"""Words at most between a word left out and the kept one that it bears on."""
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
    if bracketed_mostly(comparison):
        whole = Span(0, len(comparison.query.text))
        passage = comparison.source.stretch(comparison.start, comparison.end)
        yield Fact(code=Code.OMISSION_CHANGES_MEANING, statement=(whole,), source=(passage,))
        return
    for one in comparison.differences:
        if one.kind not in {DifferenceKind.DOTTED, DifferenceKind.OMITTED} or one.start == one.end:
            if one.kind is DifferenceKind.BRACKETED and bracket_hides(one, comparison, language):
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
    if _cuts_compound(one, source) or _cuts_figure(one, source, language):
        return True
    if _is_condition(one, source):
        return True
    for at in range(one.start, one.end):
        if _goes_on(at, one, source):
            continue
        right = not _border(source, at + 1, one.end, past=True) and not _new_clause(source, one.end)
        if right and _weakens(at, one, source, language):
            return True
        if not _bears(source.sense(at), language):
            continue
        if _of_a_phrase(at, one, source):
            continue
        left = not _border(source, one.start, at) and not _opens_clause(source, one.start, at)
        if left or right:
            return True
    return False


def _is_condition(one: Difference, source: Tokens) -> bool:
    """True if a condition between commas is left out of the clause it limits: "We will | , if it rains, | stay"."""
    keys = source.keys
    if not 0 < one.start < one.end < len(source) or keys[one.start] not in {"if", "unless", "provided"}:
        return False
    if any(tuple(keys[one.start + 1 : one.start + 1 + len(rest)]) == rest for rest in _COURTESIES):
        return False
    inside = all("," in marks_between(source.before(at)) for at in (one.start, one.end))
    return inside and (is_auxiliary(keys[one.start - 1]) or _is_subject(keys[one.start - 1]))


def _new_clause(source: Tokens, at: int) -> bool:
    """True if a coordinate clause with a subject of its own begins at a token: "and we stayed"."""
    if at + 1 >= len(source) or source.keys[at] not in _COORDINATES:
        return False
    return _is_subject(source.keys[at + 1])


def _is_subject(key: str) -> bool:
    return key in _SUBJECTS or is_article(key)


def _opens_clause(source: Tokens, first: int, at: int) -> bool:
    """True if what is left out opens a clause of its own before token ``at``: "and we will not forget it"."""
    opening = source.keys[first]
    if first >= at or not (opening in _COORDINATES or opening in _REASONS):
        return False
    return _is_subject(source.keys[first + 1])


def _of_a_phrase(at: int, one: Difference, source: Tokens) -> bool:
    """True for a "no" that only says what a thing inside a phrase lacks: "In a town | with no water"."""
    if source.keys[at] != "no" or at != one.start + 1 or source.keys[one.start] not in {"with", "of"}:
        return False
    return any(is_preposition(key) for key in source.keys[max(0, one.start - 3) : one.start])


def _weakens(at: int, one: Difference, source: Tokens, language: str) -> bool:
    """True if a word left out makes what is kept after it less than is left to read: "almost | finished"."""
    if not language.startswith("en"):
        return False
    keys = source.keys
    after = keys[at + 1 : one.end + 1]
    if any(tuple(keys[at : at + len(phrase)]) == phrase for phrase in NEGATING_PHRASES if at + len(phrase) <= one.end):
        return True
    if keys[at] in {"less", "fewer"} and keys[one.end - 1] == "than":
        return True
    if keys[at] == "rather" and "than" in after:
        return keys[one.end - 1] == "than"
    if keys[at] == "too" and one.end < len(keys) and keys[one.end] == "to":
        return one.end - at <= _CLOSE
    if keys[at] in _LESSENING:
        return at == one.end - 1 or (keys[at] in _ADVERBIAL and one.end - at <= _CLOSE)
    strength = strength_class(keys[at])
    return (
        strength is not None and strength.scale is Scale.MODALITY and strength.rank == 1 and _bare_verb(at, one, source)
    )


def _bare_verb(at: int, one: Difference, source: Tokens) -> bool:
    """True if the verb of a modal left out is the first word that is kept, whatever stands in commas between."""
    keys = source.keys
    aside = at + 1 < one.end and all("," in marks_between(source.before(i)) for i in (at + 1, one.end))
    between = () if aside else keys[at + 1 : one.end]
    if one.end >= len(keys) or any(parts_of_speech(key) == {"v"} or is_auxiliary(key) for key in between):
        return False
    kept = keys[one.end]
    return ("v" in parts_of_speech(kept) or is_auxiliary(kept)) and not any(_is_subject(key) for key in between)


def _cuts_compound(one: Difference, source: Tokens) -> bool:
    """True if the dots take a part of a compound away: "sugar … goods" from "sugar-free goods"."""
    ends = [at for at in (one.start, one.end) if 0 < at < len(source)]
    return any(source.before(at) in _HYPHENS for at in ends)


def _cuts_figure(one: Difference, source: Tokens, language: str) -> bool:
    """True if the dots join two parts of figures, or take the whole away of which a figure is a part."""
    keys = source.keys
    if not 0 < one.start < one.end < len(keys) or not _counts(keys[one.start - 1], language):
        return False
    if keys[one.end] in _MULTIPLES:
        return True
    inside = keys[one.start : one.end]
    return inside[0] in {"out", "of", "in"} and any(_counts(key, language) for key in inside) and len(inside) <= _CLOSE


def _counts(key: str, language: str) -> bool:
    return is_figure(key) or any(not figure.doubtful for figure in read_figures(key, language))


def _goes_on(at: int, one: Difference, source: Tokens) -> bool:
    """True for a "nor" or "or" that only goes on a negation that is kept: "neither A nor B nor C" without B."""
    if source.keys[at] not in {"nor", "noch", "ni"}:
        return False
    kept = source.keys[max(0, one.start - SAME_SUBJECT) : one.start]
    return any(key in {"neither", "nor", "not", "weder", "ni", "no"} for key in kept)


def _bears(key: str, language: str) -> bool:
    return denies(key, language) or key in _LIMITS


def _border(source: Tokens, first: int, last: int, *, past: bool = False) -> bool:
    """True if a clause ends between the tokens ``first`` and ``last``, the gaps at both ends counted."""
    for at in range(first, last + 1):
        if at >= len(source):
            return True
        words = source.before(at)
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
    gaps = [source.before(at) for at in range(first, one.end + 1) if at < len(source)]
    if _repeats_head(one, source) or _crosses_clauses(one, source) or _takes_object(one, comparison, gaps):
        return True
    if not any(ends_sentence(gap) for gap in gaps):
        far = one.end - one.start > _FAR and any(ends_clause(gap) for gap in gaps)
        return far and "," not in marks_between(gaps[-1]) and not ends_clause(gaps[-1])
    right = one.end >= len(source) or ends_clause(gaps[-1]) or is_conjunction(source.keys[one.end])
    written = comparison.query.tokens.before(one.first)
    return not right and not _stopped(written)


def _crosses_clauses(one: Difference, source: Tokens) -> bool:
    """True if the words left out begin a clause with a subject of its own, and what follows is the rest of it.

    "The council … loves the bridge" from "The council hates the plan, but the mayor loves the bridge".
    """
    if one.end >= len(source) or is_conjunction(source.keys[one.end]) or _any_mark(source, one.end):
        return False
    for at in range(one.start + 1, one.end):
        if set(marks_between(source.before(at))) & {";", ":", "—"} and _opens_kept_verb(at, one, source):
            return True
        if source.keys[at] in _COORDINATES and not _any_mark(source, at) and _takes_over(at, one, source):
            return True
        if source.keys[at] in _COORDINATES and _any_mark(source, at):
            if _same_subject(at + 1, one, source):
                continue  # the same one goes on: "I support the tax, and I …"
            inside = range(at + 1, one.end)
            if at + 1 < one.end and (_is_verb(source.keys[one.end]) or any(_is_verb(source.keys[i]) for i in inside)):
                return True
    return False


def _opens_kept_verb(at: int, one: Difference, source: Tokens) -> bool:
    """True if a new clause's subject, and nothing more, is left out before its verb: "; I | must be idle"."""
    inside = source.keys[at : one.end]
    subject = 0 < len(inside) <= _CLOSE and (_is_subject(inside[0]) or inside[0] in _DETERMINERS)
    return subject and _is_verb(source.keys[one.end]) and not any(_is_verb(key) for key in inside)


def _same_subject(at: int, one: Difference, source: Tokens) -> bool:
    """True if the subject at token ``at`` stands before the cut too; "her mother" is not "her father"."""
    low = one.start
    while low > max(0, one.start - SAME_SUBJECT) and not sentence_ends(source, low):
        low -= 1
    before = source.keys[low : one.start]
    key = source.keys[at]
    if is_article(key) or key in _DETERMINERS:
        return any(before[i : i + 2] == source.keys[at : at + 2] for i in range(len(before)))
    return key in before


def _takes_over(at: int, one: Difference, source: Tokens) -> bool:
    """True if a subject is left out with the verb of the one before it: "The army | … and the rebels | burn …"."""
    inside = source.keys[at + 1 : one.end]
    if not 0 < len(inside) <= _CLOSE or not _is_subject(inside[0]) or any(_is_verb(key) for key in inside):
        return False
    first = source.keys[one.start]
    left = is_auxiliary(first) or ("v" in parts_of_speech(first) and not is_article(source.keys[one.start - 1]))
    kept = source.keys[one.end]
    return left and (is_auxiliary(kept) or "v" in parts_of_speech(kept))


def _any_mark(source: Tokens, at: int) -> bool:
    return bool(marks_between(source.before(at)))


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
    if one.start == 0 or one.end - one.start < 3 or one.end >= len(source):
        return False
    ends, begins = (
        source.keys[one.end - 1] == source.keys[one.start - 1],
        source.keys[one.start] == source.keys[one.end],
    )
    if not ends and not (begins and is_preposition(source.keys[one.end])):
        return False
    return any(
        source.keys[at] in _COORDINATES
        and "," in marks_between(source.before(at))
        and (ends or _is_subject(source.keys[at + 1]) or source.keys[at + 1] in _DETERMINERS)
        for at in range(one.start + 1, one.end - 1)
    )


def _takes_object(one: Difference, comparison: Comparison, gaps: Sequence[str]) -> bool:
    """True if a phrase that opens another sentence is put for the object of a verb: "He took … The money"."""
    source = comparison.source
    if one.start == 0 or one.end >= len(source) or not any(ends_sentence(gap) for gap in gaps):
        return False
    last = source.keys[one.start - 1]
    if _any_mark(source, one.start) or not (is_auxiliary(last) or is_preposition(last) or "v" in parts_of_speech(last)):
        return False
    if _stopped(comparison.query.tokens.before(one.first)):
        return False
    rest = source.keys[one.end : next((high for low, high in comparison.stretches if low == one.end), one.end)]
    nouns = {at for at in range(1, len(rest)) if is_article(rest[at - 1])}
    verbs = (key for at, key in enumerate(rest) if at not in nouns)
    return bool(rest) and not any(is_auxiliary(key) or "v" in parts_of_speech(key) for key in verbs)


def _stopped(gap: str) -> bool:
    """True if the statement itself ends its sentence before the dots: ``I like the plan. … I do not``."""
    return marks_between(gap)[:1] in {(".",), ("!",), ("?",)}
