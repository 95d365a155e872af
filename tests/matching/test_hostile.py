"""Hostile and large input: the right answer in bounded time and memory.

Each case runs in a process of its own with generous limits: they catch work that grows with the square, not slowness.
"""

from __future__ import annotations

import multiprocessing
import random
import sys
from collections.abc import Callable
from itertools import chain

import attrs
import pytest

from quotecheck.matching.align import align, align_within
from quotecheck.matching.compare import compare
from quotecheck.matching.index import MemoryIndex
from quotecheck.matching.long import align_long
from quotecheck.matching.pieces import cover, find
from quotecheck.matching.query import read_query
from quotecheck.text.dots import brackets, ellipses
from quotecheck.text.punctuation import marks_between
from quotecheck.text.tokens import tokenize
from tests.matching.slow import are_chained

SECONDS = 60
MEGABYTES = 800


def word(number: int) -> str:
    """A word of its own for each number."""
    letters = ""
    while number or not letters:
        letters, number = letters + chr(97 + number % 26), number // 26
    return f"q{letters}o"


def prose(size: int, seed: int = 3) -> list[str]:
    """Words as they come in texts: few very often, most of them seldom."""
    chance = random.Random(seed)
    return [word(min(5999, int(chance.paretovariate(0.6)))) for _ in range(size)]


@attrs.frozen
class Case:
    """A source and a query, with what must be found: cost of the best passage, its place, its share of the words."""

    source: str
    query: str
    found: bool = True
    start: int | None = None
    cost: int | None = None
    score: float | None = None


def one_line() -> Case:
    words = prose(1_000_000)
    return Case(" ".join(words), " ".join(words[700_000:700_100]), start=700_000, cost=0)


def one_line_changed() -> Case:
    words = prose(300_000)
    query = words[200_000:200_100]
    query[50] = "unheard"
    return Case(" ".join(words), " ".join(query), start=200_000, cost=100)


def one_word_always() -> Case:
    return Case("word " * 300_000, "word " * 1000, start=0, cost=0)


def one_word_always_but_the_last() -> Case:
    return Case("word " * 300_000, "word " * 999 + "other", score=0.999)


def one_word_always_but_one_in_the_middle() -> Case:
    return Case("word " * 200_000 + "other " + "word " * 100_000, "word " * 999 + "other", start=199_001, cost=0)


def two_words_in_turn() -> Case:
    return Case("word other " * 100_000, "word word other " * 1000, start=0)


def long_whole() -> Case:
    words = prose(60_000)
    return Case(" ".join(words), " ".join(words[4000:54_000]), start=4000, cost=0)


def long_changed() -> Case:
    words = prose(60_000)
    query = words[4000:54_000]
    for at in range(77, 50_000, 2500):
        query[at] = "unheard"
    return Case(" ".join(words), " ".join(query), start=4000, cost=2000, score=1 - 20 / 50_000)


def long_not_there() -> Case:
    return Case(" ".join(prose(60_000)), " ".join(word(10_000 + n) for n in range(50_000)), found=False)


def long_other_words() -> Case:
    return Case(" ".join(prose(60_000)), " ".join(prose(50_000, seed=99)), found=False)


def middling_changed() -> Case:
    words = prose(60_000)
    query = words[4000:5900]
    for at in range(7, 1900, 95):
        query[at] = "unheard"
    return Case(" ".join(words), " ".join(query), start=4000, cost=2000)


def dots_alone() -> Case:
    return Case(" ".join(prose(1000)), "… " * 200_000, found=False)


def a_word_a_piece() -> Case:
    words = prose(60_000)
    return Case(" ".join(words), " … ".join(words[:10_000]), start=0, score=1.0)


def two_words_a_piece() -> Case:
    words = prose(60_000)
    pieces = (" ".join(words[at : at + 2]) for at in range(0, 20_000, 3))
    return Case(" ".join(words), " … ".join(pieces), start=0, score=1.0)


def pieces_not_there() -> Case:
    pieces = (" ".join(prose(3, seed=n)) for n in range(4000))
    return Case(" ".join(prose(60_000)), " … ".join(pieces))


def a_bracket_a_word() -> Case:
    words = prose(60_000)
    return Case(" ".join(words), " [so] ".join(words[:10_000]), start=0, score=1.0)


def brackets_nested() -> Case:
    words = prose(60_000)
    query = " ".join(words[100:120]) + " [" * 10_000 + " so" + " ]" * 10_000 + " " + " ".join(words[120:140])
    return Case(" ".join(words), query, start=100, score=1.0)


def brackets_open() -> Case:
    words = prose(60_000)
    query = " ".join(words[100:120]) + " [" * 100_000 + " " + " ".join(words[120:140])
    return Case(" ".join(words), query, start=100, cost=0)


def marks_on_a_letter() -> Case:
    return Case(("a" + "\u0301" * 1000 + " b ") * 2000, "a" + "\u0301" * 1000 + " b", start=0, cost=0)


def every_word_rare() -> Case:
    words = [word(n) for n in range(100_000)]
    query = words[60_000:60_030]
    query[10] = "unheard"
    return Case(" ".join(words), " ".join(query), start=60_000, cost=100)


def one_shingle_everywhere() -> Case:
    return Case("the of and to a " * 50_000, "the of and to a " * 4 + "the of or to", score=1 - 1 / 24)


def beginnings_everywhere() -> Case:
    words = [word(n) for n in range(12)]
    chance = random.Random(1)
    source = chain.from_iterable(words[: chance.randint(3, 11)] for _ in range(20_000))
    return Case(" ".join(source), " ".join(words * 3))


def all_words_alike() -> Case:
    source = " ".join(f"international{word(n)}" for n in range(50_000))
    return Case(source, " ".join(f"internationale{word(n)}" for n in range(200)), found=False)


CASES: list[Callable[[], Case]] = [
    one_line, one_line_changed, one_word_always, one_word_always_but_the_last, one_word_always_but_one_in_the_middle,
    two_words_in_turn, long_whole, long_changed, long_not_there, long_other_words, middling_changed, dots_alone,
    a_word_a_piece, two_words_a_piece, pieces_not_there, a_bracket_a_word, brackets_nested, brackets_open,
    marks_on_a_letter, every_word_rare, one_shingle_everywhere, beginnings_everywhere, all_words_alike,
]  # fmt: skip


def run(make: Callable[[], Case]) -> None:
    """Finds and compares; raises where the answer is wrong or the memory does not suffice."""
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES << 20, MEGABYTES << 20))
    case = make()
    index, query = MemoryIndex.of(case.source), read_query(case.query)
    hits = find(query, index)
    cover(query.keys, index)
    assert bool(hits) == case.found, len(hits)
    for hit in hits[:2]:
        assert are_chained(hit.steps, len(query))
        compare(query, index.tokens, hit)
    if hits:
        assert case.start in (None, hits[0].start), hits[0].start
        assert case.cost in (None, hits[0].cost), hits[0].cost
        score = compare(query, index.tokens, hits[0]).score
        assert case.score is None or score == pytest.approx(case.score, abs=1e-6), score


@pytest.mark.skipif(sys.platform == "win32", reason="processes are not forked there")
@pytest.mark.parametrize("make", CASES, ids=[make.__name__ for make in CASES])
def test_bounded(make: Callable[[], Case]) -> None:
    # Not "fork": a worker of pytest has threads, and what is forked may wait for a lock of theirs for ever.
    process = multiprocessing.get_context("forkserver").Process(target=run, args=(make,))
    process.start()
    process.join(SECONDS)
    if process.is_alive():
        process.kill()
        process.join()
        pytest.fail(f"not done after {SECONDS} seconds")
    assert process.exitcode == 0


UNITS = ["a", "a'", "a-\n", "a[b]", "1,", "1/2", "½", "[", "(", "…", ". ", "\u0301", "\x02", "我", "$"]


@pytest.mark.parametrize("unit", UNITS)
def test_one_pass_over_any_text(unit: str) -> None:
    content = unit * (100_000 // len(unit))
    tokens = tokenize(content)
    assert sum(tokens.ends) - sum(tokens.starts) <= len(content)
    read_query(content[:20_000])
    ellipses(content)
    brackets(content)
    marks_between(content)


def test_the_cells_of_an_alignment_are_bounded() -> None:
    query, source = ["word"] * 500, ["word"] * 800
    assert align_within(query, source, 239, cells=10_000) is None
    assert align_within(query[:20], source, 239, cells=100_000) == align(query[:20], source)


LONG_TABLE = [
    ("whole", range(100, 500), 0, 100, 500),
    ("from the first", range(0, 400), 0, 0, 400),
    ("to the last", range(600, 1000), 0, 600, 1000),
    ("all", range(1000), 0, 0, 1000),
]


@pytest.mark.parametrize(("name", "part", "cost", "start", "end"), LONG_TABLE, ids=[row[0] for row in LONG_TABLE])
def test_long_queries_keep_to_their_place(name: str, part: range, cost: int, start: int, end: int) -> None:
    # One word comes over and over: it must not draw the first or the last word of the query away.
    source = [word(n) if n % 3 else "the" for n in range(1000)]
    query = [source[at] for at in part]
    found = align_long(query, source)
    assert (found.cost, found.start, found.end) == (cost, start, end)
    changed = [*query[:50], "unheard", *query[51:]]
    found = align_long(changed, source)
    assert (found.cost, found.start, found.end) == (100, start, end)
    optional = bytes(at in (20, 21, 300) for at in range(len(query) + 3))
    bracketed = [*query[:20], "so", "so", *query[20:298], "so", *query[298:]]
    found = align_long(bracketed, source, optional)
    assert (found.start, found.end) == (start, end)
    assert found.cost < 20
    assert are_chained(found.steps, len(bracketed))


def test_a_long_query_of_other_words_is_all_added() -> None:
    found = align_long([word(n) for n in range(400)], [word(n) for n in range(1000, 1100)])
    assert are_chained(found.steps, 400)
    assert found.cost >= 400 * 75
