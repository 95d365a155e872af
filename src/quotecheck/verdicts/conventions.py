"""The differences that leave a quotation exact, each as the code that names it (QC100 to QC113)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from quotecheck.language.function_words import is_function_word
from quotecheck.language.morphology import is_known_word
from quotecheck.language.negation import splits_negation
from quotecheck.language.numbers import is_number_word
from quotecheck.matching.compare import Comparison
from quotecheck.matching.differences import Difference, DifferenceKind
from quotecheck.model import Code, Span
from quotecheck.text.folding import SUPERSCRIPTS, unify
from quotecheck.text.punctuation import marks_between, sentence_ends
from quotecheck.text.tokens import is_figure
from quotecheck.verdicts.facts import Fact
from quotecheck.verdicts.joints import moved_hyphen, turns_by_comma
from quotecheck.verdicts.rendering import has_letters

MOST_SPOTS: Final = 20
"""Typographic spots that are listed for one statement."""

_QUOTES: Final = "\"'“”„‘’‚«»‹›「」『』`´"
_TURNED_BY_COMMA: Final = frozenset({"no", "nein", "non"})
_PLACES_AND_THINGS: Final = frozenset(
    "march may august polish turkey china labour job reading nice mobile cologne guinea jersey panama lent pole".split()
)
_INITIALS: Final = frozenset("aids ice mit pin ram sars nice safe tips".split())
"""Words that are other words in capitals: aids and AIDS."""
_SCALES: Final = frozenset("thousand million billion trillion m bn % € $ £".split())
_PLAIN: Final = {
    DifferenceKind.JOINED: Code.TYPOGRAPHY,
    DifferenceKind.SPELLED: Code.SPELLING,
    DifferenceKind.NOISE: Code.EXTRACTION_NOISE,
    DifferenceKind.DOTTED: Code.MARKED_OMISSION,
    DifferenceKind.BRACKETED: Code.BRACKETED,
    DifferenceKind.TIDIED: Code.CLEANED_UP,
    DifferenceKind.CORRECTED: Code.TYPO_CORRECTED,
    DifferenceKind.MASKED: Code.MASKED,
}


def conventions(comparison: Comparison, passed: Mapping[tuple[int, int], Code]) -> Iterator[Fact]:
    """The conventions that a statement uses against its passage, in order of place.

    Args:
        comparison: The two, held against each other.
        passed: For each token range that may be passed over, the code that names it.

    Returns:
        Facts with QC100 to QC113, and QC402 or QC403 for a sign that turns the meaning.
    """
    for one in comparison.differences:
        code = _code_of(one, comparison, passed)
        if code is not None:
            statement, source = _places(one, code, comparison)
            yield Fact(code=code, statement=(statement,), source=(source,))
    edges = tuple(_edges(comparison))
    yield from edges
    yield from (fact for fact in _typography(comparison) if not edges or fact.code is not Code.VERBATIM)
    paragraphs = tuple(_reopened(comparison))
    if paragraphs:
        yield Fact(code=Code.INTERRUPTED, source=paragraphs)


def _places(one: Difference, code: Code, comparison: Comparison) -> tuple[Span, Span]:
    """Where a difference stands; a hyphen that makes other words, with the words on both sides of it."""
    if one.kind is not DifferenceKind.MARKS or code not in {Code.FIGURE, Code.NAME_OR_ROLE}:
        return one.statement, one.source
    query, source = comparison.query.tokens, comparison.source
    return (
        query.stretch(max(0, one.first - 1), min(len(query), one.first + 1)),
        source.stretch(max(0, one.start - 1), min(len(source), one.start + 1)),
    )


def _code_of(one: Difference, comparison: Comparison, passed: Mapping[tuple[int, int], Code]) -> Code | None:
    if one.kind in _PLAIN:
        return _PLAIN[one.kind]
    if one.kind is DifferenceKind.PASSED:
        return passed.get((one.start, one.end), Code.TYPOGRAPHY)
    if one.kind is DifferenceKind.COMPOUND:
        return _compound(one, comparison)
    if one.kind is DifferenceKind.RENDERED:
        return Code.RENDERING if has_letters(one, comparison) else Code.TYPOGRAPHY
    if one.kind is DifferenceKind.CAPITALS:
        return _capitals(one, comparison)
    if one.kind is DifferenceKind.MARKS:
        return _marks(one, comparison)
    return None


def _compound(one: Difference, comparison: Comparison) -> Code:
    if "\n" in comparison.said(one) and any(sign in comparison.said(one) for sign in "-‐¬\u00ad"):
        return Code.TYPOGRAPHY
    written, said = _bare(comparison.written(one)), _bare(comparison.said(one))
    if written != said and _tells_apart(written, said) and not _all_capitals(comparison):
        return Code.NAME_OR_ROLE
    several = one.end - one.start > 1
    if not several and not is_known_word(comparison.source.keys[one.start]) and "-" not in comparison.written(one):
        return Code.EXTRACTION_NOISE
    keys = comparison.source.keys[one.start : one.end] if several else comparison.query.keys[one.first : one.past]
    if all(is_known_word(key) or is_figure(key) for key in keys):
        return Code.SPELLING
    return Code.EXTRACTION_NOISE if several else Code.SPELLING


def _bare(initials: str) -> str:
    """Initials without their stops: "US" for "U.S."."""
    return initials.replace(".", "").replace(" ", "")


def _capitals(one: Difference, comparison: Comparison) -> Code:
    written, said = comparison.written(one), comparison.said(one)
    if _after_figure(one, comparison) and len(said) <= 3 and not _all_capitals(comparison):
        return Code.FIGURE
    opens = one.first == 0 or sentence_ends(comparison.source, one.start)
    if not opens and _tells_apart(written, said) and not _all_capitals(comparison):
        return Code.NAME_OR_ROLE if not _after_figure(one, comparison) else Code.FIGURE
    return Code.INITIAL_CASE if one.first == 0 and unify(written)[1:] == unify(said)[1:] else Code.EDGE_CASE


def _tells_apart(written: str, said: str) -> bool:
    """True if case alone makes two words of these letters: US and us, IT and it, mW and MW, Polish and polish."""
    if written.lower() in _PLACES_AND_THINGS and written[1:] == said[1:]:
        return True
    low = min(written, said, key=lambda word: sum(sign.isupper() for sign in word))
    high = said if low is written else written
    if len(high) > 4 or len(high) < 2 or not high.isalpha():
        return False
    if high.isupper() and low.islower():
        return is_function_word(low) or low in _INITIALS
    return high[1:].upper() == high[1:] != low[1:] or (high[1:] == low[1:] and len(high) == 2 and high[1:].isupper())


def _after_figure(one: Difference, comparison: Comparison) -> bool:
    """True if it stands right behind a figure that the statement has too, where a unit does."""
    source = comparison.source
    if one.first == 0 or one.start == 0 or not is_figure(source.keys[one.start - 1]):
        return False
    return not marks_between(source.before(one.start))


def _all_capitals(comparison: Comparison) -> bool:
    first, last = comparison.source.stretch(comparison.start, comparison.end), comparison.query.text
    return first.of(comparison.source.content).isupper() or last.isupper()


def _marks(one: Difference, comparison: Comparison) -> Code | None:
    """What a difference of punctuation between two equal words comes to."""
    left, right = marks_between(comparison.written(one)), marks_between(comparison.said(one))
    before = comparison.source.sense(one.start - 1) if one.start else ""
    after = comparison.source.keys[one.start] if one.start < len(comparison.source) else ""
    if is_figure(before) and is_figure(after):
        dashes = {tuple("-" if mark == "—" else mark for mark in marks) for marks in (left, right)}
        return Code.FIGURE if len(dashes) > 1 else Code.TYPOGRAPHY
    if _minus(after, comparison.written(one), comparison.said(one)) or _loss(one, comparison):
        return Code.FIGURE
    if set(left) ^ set(right) <= {"-"} and (moved := moved_hyphen(one, comparison)) is not None:
        return moved
    if set(left) ^ set(right) <= {"-"}:
        return Code.TYPOGRAPHY if "-" in right and "\n" in comparison.said(one) else Code.SPELLING
    if _slash_of_verse(comparison.written(one), comparison.said(one), left, right):
        return Code.TYPOGRAPHY
    if before in _TURNED_BY_COMMA and bool(left) != bool(right):
        return Code.POLARITY
    denies = before in {"not", "never", "nothing"} or splits_negation(before) is not None
    if denies and bool(left) != bool(right) and (left or right) != ("…",):
        return Code.POLARITY
    if bool(left) != bool(right) and turns_by_comma(one, comparison):
        return Code.POLARITY
    if ("?" in left) != ("?" in right):
        return Code.FORCE
    return Code.INNER_PUNCTUATION


def _minus(after: str, written: str, said: str) -> bool:
    """True if a lone minus stands apart before a figure or a sum on one side alone: "was - 5 degrees"."""
    if not (is_figure(after) or (len(after) == 1 and not after.isalpha())):
        return False
    return (written.strip() in {"-", "−"}) != (said.strip() in {"-", "−"})


def _loss(one: Difference, comparison: Comparison) -> bool:
    """True if one side alone has a sum in round brackets, as accountants write a loss: "the result was (5) million"."""
    source, at = comparison.source, one.start
    if at + 1 >= len(source) or not is_figure(source.keys[at]) or is_figure(source.keys[at - 1]):
        return False
    inside = source.before(at)[-1:] == "(" and source.before(at + 1)[:1] == ")"
    query = comparison.query.tokens
    bracketed = query.before(one.first)[-1:] == "(" and query.before(one.first + 1)[:1] == ")"
    return inside != bracketed and source.keys[at + 1] in _SCALES and not is_number_word(source.keys[at - 1])


def _slash_of_verse(written: str, said: str, left: Sequence[str], right: Sequence[str]) -> bool:
    bare = tuple(mark for mark in left if mark != "/")
    return bare == tuple(right) and "\n" in said and "/" in written


def _edges(comparison: Comparison) -> Iterator[Fact]:
    """The punctuation at the statement's end, where the source has another."""
    query, source = comparison.query, comparison.source
    if not comparison.pairs or comparison.pairs[-1][0] != len(query) - 1:
        return
    end = query.tokens.gap(len(query))
    following = source.gap(comparison.pairs[-1][1] + 1)
    written, said = marks_between(end.of(query.text)), marks_between(following.of(source.content)[:12])
    if len(following) and source.content[following.start] in SUPERSCRIPTS:
        yield Fact(code=Code.TYPOGRAPHY, source=(Span(following.start, following.start + 1),))
    if written and written != said[: len(written)] and written != ("…",):
        closing = _closing(written), _closing(said)
        force = "?" in closing and bool(set(closing) & {".", ","})
        yield Fact(code=Code.FORCE if force else Code.EDGE_CASE, statement=(end,), source=(following,))


def _closing(marks: Sequence[str]) -> str:
    """The mark that closes a quotation; a round bracket before it closes none. "" if there is none."""
    return next((mark for mark in marks if mark not in "()"), "")


def _typography(comparison: Comparison) -> Iterator[Fact]:
    """QC100 where the characters are the source's, else QC101 with the places where only their form differs."""
    query, source = comparison.query, comparison.source
    whole = source.stretch(comparison.start, comparison.end)
    bare = query.tokens.stretch(0, len(query)).of(query.text)
    if bare == whole.of(source.content) and not comparison.differences:
        yield Fact(code=Code.VERBATIM)
        return
    spots = list(islice(_spots(comparison), MOST_SPOTS))
    if spots:
        yield Fact(
            code=Code.TYPOGRAPHY,
            statement=tuple(spot[0] for spot in spots),
            source=tuple(spot[1] for spot in spots),
        )


def _spots(comparison: Comparison) -> Iterator[tuple[Span, Span]]:
    query, source = comparison.query, comparison.source
    before: tuple[int, int] | None = None
    for first, start in comparison.pairs:
        if before == (first - 1, start - 1):
            left, right = query.tokens.before(first), source.before(start)
            if left != right and marks_between(left) == marks_between(right):
                yield query.tokens.gap(first), source.gap(start)
        written, said = query.tokens.word(first), source.word(start)
        if written != said and unify(written) == unify(said):
            yield query.tokens.span(first), source.span(start)
        before = first, start


def _reopened(comparison: Comparison) -> Iterator[Span]:
    """Where the passage runs on into a paragraph that opens the quotation again."""
    for start, end in comparison.stretches:
        for at in range(start + 1, end):
            gap = comparison.source.gap(at)
            if len(gap) > 2:
                words = gap.of(comparison.source.content)
                _head, paragraph, tail = words.partition("\n")
                if paragraph and "\n" in tail and any(sign in _QUOTES for sign in tail.strip()[:1]):
                    yield gap
