"""The bits that spare an alignment most of its cells: with them and without, the same alignment is found."""

from __future__ import annotations

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck.matching.align import _LIMITS, ADDED, Alignment, _Table, align_within
from quotecheck.matching.likeness import alike

WORDS = st.sampled_from(("law", "peace", "treaty", "treaties", "war", "nation", "national", "the", "of"))


@attrs.frozen
class Window:
    """A query, a stretch of a source, what may be passed over in it, and a limit."""

    query: tuple[str, ...]
    optional: bytes
    source: tuple[str, ...]
    over: tuple[tuple[int, int], ...]
    most: int


@st.composite
def windows(draw: st.DrawFn) -> Window:
    """A stretch of the source with some words changed, brackets here and there, and ranges to be passed over."""
    source = draw(st.lists(WORDS, min_size=1, max_size=50))
    first = draw(st.integers(0, len(source) - 1))
    query = source[first : first + draw(st.integers(1, 12))]
    for at, word in draw(st.lists(st.tuples(st.integers(0, 11), WORDS), max_size=3)):
        query[at : at + draw(st.integers(0, 2))] = [word]
    optional = draw(st.one_of(st.just(bytes(len(query))), st.binary(min_size=len(query), max_size=len(query))))
    ranges = draw(st.lists(st.tuples(st.integers(0, len(source) - 1), st.integers(1, 9)), max_size=2))
    over = sorted({(start, min(len(source), start + size)) for start, size in ranges})
    most = draw(st.sampled_from((4, 40, 99, 150, 239, 300, 400, 700, ADDED * len(query))))
    return Window(tuple(query), bytes(one & 1 for one in optional), tuple(source), tuple(over), most)


def by_the_table_alone(one: Window) -> Alignment | None:
    """The alignment by a table that is filled without knowing which of its cells lead on."""
    table = _Table(one.query, one.source, one.optional, one.over, alike)
    tried = (table.within(limit) for limit in (*(limit for limit in _LIMITS if limit < one.most), one.most))
    return next((found for found in tried if found is not None), None)


@settings(max_examples=400, deadline=None)
@given(windows())
def test_the_bits_rule_out_nothing_that_keeps_the_limit(one: Window) -> None:
    found = align_within(one.query, one.source, one.most, optional=one.optional, over=one.over, alike=alike)
    assert found == by_the_table_alone(one)


def test_a_window_that_cannot_keep_the_limit_fills_no_cell() -> None:
    query, source = tuple("abcdef"), tuple("uvwxyz") * 5
    table = _Table(query, source, bytes(len(query)), (), None)
    table.reach = table.reached(())
    assert table.within(150) is None
    assert table.costs == []
