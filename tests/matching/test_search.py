"""Search: no passage within the promised limit is nearer than what is found, and every exact place is found."""

from __future__ import annotations

import random
from collections.abc import Sequence

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck.matching.align import ALIKE, DIFFERENT, StepKind, align, align_within
from quotecheck.matching.index import MemoryIndex
from quotecheck.matching.likeness import alike
from quotecheck.matching.passable import Passable
from quotecheck.matching.pieces import find, find_exact
from quotecheck.matching.query import read_query
from quotecheck.matching.search import MOST_PASSAGES, MOST_PLACES, Hit, _shared, exact_runs
from quotecheck.matching.windows import SHARED, Wanted, slack
from tests.matching.slow import Ranges, are_chained, cost_of, nearest

# Few words, so that they collide; some are alike in letters.
VOCABULARY = ("law", "peace", "treaty", "treaties", "war", "nation", "national", "we", "the", "of", "freedom", "never")


@attrs.frozen
class Scene:
    """A source, what may be passed over in it, and a query."""

    source: str
    over: tuple[tuple[int, int], ...]
    query: str


def scene(chance: random.Random, longest: int = 60) -> Scene:
    """A source of few words and a query, mostly a stretch of it with some words changed."""
    words = chance.sample(VOCABULARY, chance.randint(2, len(VOCABULARY)))
    source = [chance.choice(words) for _ in range(chance.randint(4, longest))]
    start = chance.randrange(len(source))
    query = source[start : start + chance.randint(1, 14)]
    if chance.random() < 0.2:
        query = [chance.choice(VOCABULARY) for _ in query]
    for _ in range(chance.choice((0, 1, 1, 2, 3))):
        at = chance.randrange(len(query))
        query[at : at + chance.choice((0, 1, 1, 2))] = [chance.choice(VOCABULARY)][: chance.choice((0, 1))]
        query = query or ["law"]
    over: set[tuple[int, int]] = set()
    if chance.random() < 0.4:
        over = {(at, min(len(source), at + chance.randint(1, 12))) for at in chance.sample(range(len(source)), 2)}
    return Scene(" ".join(source), tuple(sorted(over)), " ".join(query))


def word(number: int) -> str:
    """A word of its own for each number."""
    return "q" + chr(97 + number // 26 % 26) + chr(97 + number % 26) + "o"


def in_limit(cost: int, moved: int, keys: Sequence[str], index: MemoryIndex) -> bool:
    """True if a passage of that cost, with so many words left out or added, is promised to be found."""
    return cost <= Wanted.of(keys, index).promised and moved <= slack(len(keys))


def check(one: Scene) -> bool:
    """Holds the fast search against the slow one; returns whether the promise covered the scene."""
    index, query = MemoryIndex.of(one.source), read_query(one.query)
    keys, source = query.keys, index.tokens.keys
    cost, moved = nearest(keys, source, one.over)
    hits = find(query, index, one.over)
    assert all(hit.cost >= cost for hit in hits), "cheaper than possible"
    for hit in hits:
        check_hit(hit, keys, source)
    assert [hit.cost for hit in hits] == sorted(hit.cost for hit in hits)
    if not in_limit(cost, moved, keys, index):
        return False
    assert hits, f"nothing found, but a passage costs {cost}"
    assert hits[0].cost == cost
    return True


def check_hit(hit: Hit, keys: Sequence[str], source: Sequence[str], optional: bytes = b"") -> None:
    """A hit's steps cover the query, lie inside the source, and come to its cost."""
    assert are_chained(hit.steps, len(keys))
    assert 0 <= hit.start <= hit.end <= len(source)
    assert (hit.steps[0].start, hit.steps[-1].end) == (hit.start, hit.end)
    assert cost_of(hit.steps, keys, source, optional) == hit.cost


@pytest.mark.parametrize("block", range(20))
def test_no_passage_is_nearer_than_the_one_found(block: int) -> None:
    covered = [check(scene(random.Random(block * 100 + one))) for one in range(100)]
    assert sum(covered) > 50, "too few scenes are within the promise to say anything"


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=40),
    st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=10),
)
def test_no_passage_is_nearer_for_any_words(source: list[str], query: list[str]) -> None:
    check(Scene(" ".join(source), (), " ".join(query)))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_stretch_with_one_word_changed_is_found_at_its_place(data: st.DataObject) -> None:
    source = [word(n) for n in data.draw(st.lists(st.integers(0, 30), min_size=8, max_size=80))]
    start = data.draw(st.integers(0, len(source) - 8))
    query = source[start : start + 8]
    query[data.draw(st.integers(1, 6))] = "unheard"
    hits = find(read_query(" ".join(query)), MemoryIndex.of(" ".join(source)))
    assert hits[0].cost <= DIFFERENT
    if len(set(source)) == len(source):
        assert (hits[0].start, hits[0].end) == (start, start + 8)


def test_the_limit_is_as_stated() -> None:
    index = MemoryIndex.of("alpha beta gamma delta " * 3)
    wanted = Wanted.of(("alpha", "beta", "gamma", "delta", "alpha"), index)
    # Five words of equal weight: two may differ and leave three fifths, three may not.
    assert wanted.weights == [wanted.weights[0]] * 5
    assert wanted.promised // ALIKE == max(n for n in range(6) if 1 - n / 5 >= SHARED)
    assert (slack(4), slack(20), slack(100)) == (7, 11, 31)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from("abc"), min_size=1, max_size=60),
    st.lists(st.sampled_from("abc"), min_size=1, max_size=4),
)
def test_every_exact_place_is_found(source: list[str], query: list[str]) -> None:
    size = len(query)
    wanted = [at for at in range(len(source) - size + 1) if source[at : at + size] == query]
    index = MemoryIndex.of(" ".join(source))
    assert exact_runs(query, index) == wanted[:MOST_PLACES]
    hits = find_exact(read_query(" ".join(query)), index)
    assert [(hit.cost, hit.start, hit.end) for hit in hits] == [(0, at, at + size) for at in wanted[:MOST_PLACES]]


def test_no_more_exact_places_than_asked_for() -> None:
    index = MemoryIndex.of("yes we can " * 100)
    assert exact_runs(("yes", "we"), index) == [3 * n for n in range(MOST_PLACES)]
    assert exact_runs(("yes", "we"), index, most=2) == [0, 3]
    assert exact_runs((), index) == []
    assert exact_runs(("can", "yes", "we", "will"), index) == []


@pytest.mark.parametrize(
    ("between", "places"),
    [("", 2), ("he said then ", 2), ("and much more of this was said on that long day before the house rose ", 2)],
)
def test_equal_places_that_are_not_exact_are_all_told(between: str, places: int) -> None:
    sentence = "the treaty binds every signatory to keep the peace "
    index = MemoryIndex.of((sentence + between) * places)
    hits = find(read_query("the treaty binds every signatory to break the peace"), index)
    assert [hit.cost for hit in hits[:places]] == [hits[0].cost] * places
    size = len(read_query(sentence + between).keys)
    assert [hit.start for hit in hits[:places]] == [size * n for n in range(places)]


def test_no_more_passages_than_told() -> None:
    index = MemoryIndex.of("the treaty binds every signatory to keep the peace. " * 50)
    hits = find(read_query("the treaty binds every signatory to break the peace"), index)
    assert len(hits) == MOST_PASSAGES
    assert hits[0].start == 0


NOTHING_LIKE = [
    ("no word in common", "alpha beta gamma delta", "one two three four five six"),
    ("small words only", "of the and to in a big elephant danced wildly", "it fell in the night"),
    ("empty source", "alpha beta", ""),
    ("no words in source", "alpha beta", "... !!! ???"),
]


@pytest.mark.parametrize(("name", "query", "source"), NOTHING_LIKE, ids=[row[0] for row in NOTHING_LIKE])
def test_nothing_is_found_where_nothing_is_like_it(name: str, query: str, source: str) -> None:
    assert find(read_query(query), MemoryIndex.of(source)) == []


PASSED = [
    ("in the middle", "we shall never", "yield an inch", 3, 9),
    ("after one word", "we", "shall never yield an inch", 1, 30),
    ("before the last word", "we shall never yield an", "inch", 5, 30),
]


@pytest.mark.parametrize(("name", "left", "right", "at", "size"), PASSED, ids=[row[0] for row in PASSED])
def test_what_interrupts_is_passed_over(name: str, left: str, right: str, at: int, size: int) -> None:
    noise = " ".join(word(n) for n in range(size))
    before = " ".join(word(n) for n in range(100, 150))
    index = MemoryIndex.of(f"{before} {left} {noise} {right} " + before)
    (hit, *_) = find(read_query(f"{left} {right}"), index, [(50 + at, 50 + at + size)])
    assert hit.cost == 2
    assert (hit.start, hit.end) == (50, 50 + 6 + size)
    assert [step.kind for step in hit.steps] == [StepKind.PAIRED, StepKind.OVER, StepKind.PAIRED]


def test_two_interruptions_are_passed_over() -> None:
    index = MemoryIndex.of("we shall x x x x x x x x x x x x never yield y y y y y y y y y y y y y an inch")
    (hit, *_) = find(read_query("we shall never yield an inch"), index, [(2, 14), (16, 29)])
    assert hit.cost == 4


def test_a_stretch_is_made_longer_to_both_sides() -> None:
    assert Passable.of(()).stretched(10, 20, 100) == (10, 20)
    assert Passable.of([(40, 50)]).stretched(10, 20, 100) == (10, 20)
    assert Passable.of([(14, 16)]).stretched(10, 20, 100) == (8, 22)
    assert Passable.of([(14, 16), (21, 30)]).stretched(10, 20, 100) == (8, 31)
    assert Passable.of([(2, 9), (14, 16)]).stretched(10, 20, 100) == (1, 22)
    assert Passable.of([(14, 16)]).stretched(1, 20, 21) == (0, 21)


LIMITS = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=12)


@settings(max_examples=200, deadline=None)
@given(LIMITS, LIMITS, st.integers(0, 900), st.sets(st.tuples(st.integers(0, 10), st.integers(1, 5)), max_size=2))
def test_an_alignment_within_a_limit_is_the_same_or_none(
    query: list[str], source: list[str], most: int, ranges: set[tuple[int, int]]
) -> None:
    over: Ranges = sorted((at, at + size) for at, size in ranges if at + size <= len(source))
    whole = align(query, source, over=over, alike=alike)
    assert whole.cost == nearest(query, source, over)[0]
    within = align_within(query, source, most, over=over, alike=alike)
    assert within == (whole if whole.cost <= most else None)


@settings(max_examples=200, deadline=None)
@given(LIMITS, LIMITS, st.binary(min_size=12, max_size=12))
def test_bracketed_words_cost_little(query: list[str], source: list[str], flags: bytes) -> None:
    optional = bytes(flag % 3 == 0 for flag in flags[: len(query)])
    found = align(query, source, optional=optional, alike=alike)
    assert found.cost == nearest(query, source, optional=optional)[0]
    assert found.cost <= align(query, source, alike=alike).cost


@settings(max_examples=200)
@given(st.integers(0, 10**9))
def test_what_is_not_aligned_would_not_have_been_like_the_query(seed: int) -> None:
    """Of a stretch that is passed by unaligned, no alignment shares enough of the query."""
    one = scene(random.Random(seed))
    index = MemoryIndex.of(one.source)
    keys, source = read_query(one.query).keys, index.tokens.keys
    wanted = Wanted.of(keys, index)
    for over in ((), one.over):
        found = align(keys, source, over=over, alike=alike)
        hit = Hit(found.cost, found.steps, found.start, found.end)
        if _shared(hit, wanted, source) >= SHARED:
            assert wanted.may_share_in_order(source)


@pytest.mark.parametrize(
    ("query", "source", "may"),
    [
        ("the law of the nation", "we broke the law of that national", True),  # one is alike
        ("freedom law peace treaty war", "war treaty peace law freedom", False),  # all of them, turned round
        ("freedom law peace treaty war", "of freedom never law the war", True),
    ],
)
def test_words_are_counted_in_their_order(query: str, source: str, may: bool) -> None:
    """Words that stand there turned round are no passage."""
    index = MemoryIndex.of(source)
    assert Wanted.of(read_query(query).keys, index).may_share_in_order(index.tokens.keys) is may
