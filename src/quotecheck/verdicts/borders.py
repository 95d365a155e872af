"""The two ends of a passage: whether it is cut inside a figure, a compound or what bounds a figure (QC403, QC407)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from quotecheck.language.figures import Figure, is_number_word, read_figures, same_value
from quotecheck.language.strength import Scale, strength_of_phrase
from quotecheck.matching.compare import Comparison
from quotecheck.model import Code, Span
from quotecheck.text.tokens import Tokens, is_figure
from quotecheck.verdicts.facts import Fact

AROUND: Final = 48
"""Code points on either side of an end that are read for a figure."""
_HYPHENS: Final = frozenset("-‐‑")
_BOUNDS: Final = frozenset({Scale.BOUND, Scale.COMPARISON, Scale.APPROXIMATION})
_COUNTS: Final = frozenset("hundred thousand million billion dozen third quarter half".split())
_ARTICLES: Final = frozenset({"a", "an"})
_LESS: Final = frozenset({"minus", "negative"})
# Two groups of three digits, or one that begins with a nought or stands behind a space that does not break.
_SPACED: Final = re.compile(
    r"(?<![\d.,])\d{1,3}(?:(?:[ \u00a0\u202f\u2009]\d{3}){2,12}|[\u00a0\u202f\u2009]\d{3}| 0\d\d)(?![\d.,]*\d)"
)
_LOWERED: Final = re.compile("[₀-₉]{1,9}")
_GRADE: Final = re.compile("[A-F]{1,3}")
_GRADE_SIGN: Final = re.compile(r"[-−+](?![-\w])|\+\+")


def borders(comparison: Comparison, language: str, *, spoken: bool = False) -> Iterator[Fact]:
    """QC403 for a figure that an end of the passage cuts in two, QC407 for a compound or a bound that it cuts off.

    Args:
        comparison: A statement whose words are the source's.
        language: BCP 47 tag of the source.
        spoken: True if the source renders speech: a unit that stands on the figure's other side there is QC110.
    """
    source = comparison.source
    whole = source.stretch(comparison.start, comparison.end)
    low = max(0, whole.start - AROUND)
    for figure in read_figures(source.content[low : whole.end + AROUND], language):
        span = figure.span.shifted(low)
        if figure.doubtful or not span.overlaps(whole) or whole.contains(span):
            continue
        if span.end <= whole.end and source.content[span.start : whole.start].strip().lower() in _ARTICLES:
            continue  # "a | hundred people", "a | half-marathon": the figure is whole
        written = read_figures(comparison.query.text, language) if spoken else ()
        twin = (written[0] if span.start < whole.start else written[-1]) if written else None
        if twin is not None and same_value(twin, figure):  # "$5 million" for "5 million dollars"
            yield Fact(code=Code.RENDERING, statement=(twin.span,), source=(span,))
            continue
        kept = source.content[max(span.start, whole.start) : min(span.end, whole.end)]
        if not _is_coarser(kept, figure, language):
            yield Fact(code=Code.FIGURE, source=(span,))
            return
    cut = _group_before(source.content, whole) or _sign_after(comparison, whole)
    if cut is not None:
        yield Fact(code=Code.FIGURE, source=(cut,))
    elif _part_of_compound(source, comparison.start) or _part_of_compound(source, comparison.end):
        yield Fact(code=Code.CUT_SHORT, source=(whole,))
    elif (bound := _bound_before(source, comparison.start)) is not None:
        yield Fact(code=Code.CUT_SHORT, source=(bound,))


def _is_coarser(kept: str, figure: Figure, language: str) -> bool:
    """True if what is kept of a date is a date as well: "October 25 | , 2022" loses the year and says nothing else."""
    if figure.unit != "date" or figure.parts is None:
        return False
    dates = [one.parts for one in read_figures(kept, language) if one.unit == "date" and one.parts is not None]
    if len(dates) != 1:
        return not any(sign.isdigit() for sign in kept)
    return all(part in (None, whole) for part, whole in zip(dates[0], figure.parts, strict=True))


def _group_before(content: str, whole: Span) -> Span | None:
    """The whole of a number parted by spaces, of which a passage begins with a later group: "1 000 | 000 people"."""
    low = max(0, whole.start - AROUND)
    for match in _SPACED.finditer(content, low, whole.start + 4):
        if match.start() < whole.start < match.end():
            return Span(match.start(), match.end())
    return None


def _sign_after(comparison: Comparison, whole: Span) -> Span | None:
    """The sign that makes another thing of the last word, where a passage leaves it out: "CO | ₂", "AA | -"."""
    content, query = comparison.source.content, comparison.query
    if not comparison.pairs or comparison.pairs[-1][0] != len(query) - 1:
        return None
    found = _LOWERED.match(content, whole.end) or (
        _GRADE_SIGN.match(content, whole.end) if _GRADE.fullmatch(comparison.source.word(comparison.end - 1)) else None
    )
    if found is None or query.text.startswith(found[0], query.tokens.ends[-1]):
        return None
    return Span(whole.start, found.end())


def _part_of_compound(source: Tokens, at: int) -> bool:
    """True if nothing but a hyphen stands between token ``at`` and the one before it."""
    return 0 < at < len(source) and source.before(at) in _HYPHENS


def _counts(source: Tokens, at: int) -> bool:
    """True if a figure or a number in words stands at a token: "40", "ten", "a hundred"."""
    key = source.keys[at]
    if is_figure(key) or (is_number_word(key) and key != "one"):
        return True
    return key == "a" and at + 1 < len(source) and source.keys[at + 1] in _COUNTS


def _bound_before(source: Tokens, start: int) -> Span | None:
    """The words that bound the figure with which a passage begins: "up to | 200 people"."""
    if start >= len(source) or not _counts(source, start):
        return None
    for size in (3, 2, 1):
        words = source.keys[max(0, start - size) : start]
        read = strength_of_phrase(words)
        if read is not None and read[0] == len(words) and read[1].scale in _BOUNDS:
            return source.stretch(start - len(words), start)
    before = source.keys[start - 1] if start else ""
    return source.span(start - 1) if before in _LESS or before in {"<", ">", "≤", "≥", "±", "~", "≈"} else None
