"""Queries of several pieces: ellipses in order, pieces that lie apart, and the pieces of a splice."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck.matching.align import ADDED, StepKind
from quotecheck.matching.compare import compare
from quotecheck.matching.differences import DifferenceKind
from quotecheck.matching.index import MemoryIndex
from quotecheck.matching.pieces import FARTHEST, Piece, cover, find, find_exact
from quotecheck.matching.query import read_query
from tests.matching.slow import are_chained

SPEECH = (
    "We came here with empty hands and open hearts. We asked for nothing but a fair hearing. You gave us silence, and "
    "then you gave us laughter. So today we ask once more, and we shall go on asking until the river itself answers."
)

# Name, query, words of each stretch of the source that it stands in.
FOUND = [
    ("one ellipsis", "We came here … and open hearts", ["We came here", "and open hearts"]),
    ("three dots", "We came here ... and open hearts", ["We came here", "and open hearts"]),
    ("spaced dots", "We came here . . . and open hearts", ["We came here", "and open hearts"]),
    ("bracketed dots", "We came here [...] and open hearts", ["We came here", "and open hearts"]),
    ("round dots", "We came here (…) and open hearts", ["We came here", "and open hearts"]),
    ("four dots over a sentence", "open hearts.... You gave us silence", ["open hearts", "You gave us silence"]),
    (
        "two",
        "We came here … a fair hearing … until the river itself answers",
        ["We came here", "a fair hearing", "until the river itself answers"],
    ),
    ("at the start", "… and open hearts", ["and open hearts"]),
    ("at the end", "We came here with empty hands …", ["We came here with empty hands"]),
    ("at both ends", "… with empty hands …", ["with empty hands"]),
    ("two in a row", "We came here … … and open hearts", ["We came here", "and open hearts"]),
    ("nothing left out", "with empty hands … and open hearts", ["with empty hands", "and open hearts"]),
    ("one word on each side", "empty … laughter", ["empty", "laughter"]),
    (
        "a word that comes again: the nearest place",
        "you gave us laughter … we ask",
        ["you gave us laughter", "we ask"],
    ),
]


@pytest.mark.parametrize(("name", "query", "stretches"), FOUND, ids=[row[0] for row in FOUND])
def test_pieces_in_order_are_found(name: str, query: str, stretches: list[str]) -> None:
    index, read = MemoryIndex.of(SPEECH), read_query(query)
    (hit, *_) = find(read, index)
    assert hit.cost <= 40, "distance alone may cost"
    found = compare(read, index.tokens, hit)
    assert [index.tokens.stretch(*one).of(SPEECH) for one in _touching(found.stretches)] == _touching_words(stretches)
    assert {one.kind for one in found.differences} <= {DifferenceKind.DOTTED, DifferenceKind.MARKS}


def _touching(stretches: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """Stretches with those that touch put together: whether an ellipsis over nothing splits is not asked here."""
    joined: list[tuple[int, int]] = []
    for one in stretches:
        if joined and joined[-1][1] == one[0]:
            joined[-1] = joined[-1][0], one[1]
        else:
            joined.append(one)
    return joined


def _touching_words(stretches: list[str]) -> list[str]:
    joined: list[str] = []
    for one in stretches:
        if joined and f"{joined[-1]} {one}" in SPEECH:
            joined[-1] += f" {one}"
        else:
            joined.append(one)
    return joined


NOT_IN_ORDER = [
    ("the second stands first", "until the river itself answers … We came here with"),
    ("the middle one nowhere", "We came here … in a golden coach … the river itself answers"),
    ("the first nowhere", "In a golden coach … and open hearts"),
    ("the last nowhere", "We came here with … on a golden coach"),
]


@pytest.mark.parametrize(("name", "query"), NOT_IN_ORDER, ids=[row[0] for row in NOT_IN_ORDER])
def test_a_piece_that_is_not_there_in_order_is_added_words(name: str, query: str) -> None:
    index, read = MemoryIndex.of(SPEECH), read_query(query)
    (hit, *_) = find(read, index)
    assert hit.cost >= ADDED
    assert are_chained(hit.steps, len(read))
    found = compare(read, index.tokens, hit)
    assert {DifferenceKind.ADDED, DifferenceKind.REPLACED} & {one.kind for one in found.differences}


def test_no_piece_is_anywhere() -> None:
    assert find(read_query("golden coaches … silver spoons"), MemoryIndex.of(SPEECH)) == []


def test_dots_that_the_source_has_too_leave_nothing_out() -> None:
    source = "Well ... I never thought it would come to this ... never."
    for query in ("Well … I never thought", "Well ... I never thought", "come to this … never"):
        index, read = MemoryIndex.of(source), read_query(query)
        (hit, *_) = find(read, index)
        assert hit.cost == 0
        assert compare(read, index.tokens, hit).differences == ()


@pytest.mark.parametrize("apart", [0, 1, 7, 100, FARTHEST - 10])
def test_pieces_may_lie_far_apart(apart: int) -> None:
    index = MemoryIndex.of("in the beginning was fire " + "and smoke " * (apart // 2) + "at the end came rain")
    read = read_query("in the beginning was fire … at the end came rain")
    (hit, *_) = find(read, index)
    assert [step.kind for step in hit.steps] == [StepKind.PAIRED, StepKind.OMITTED, StepKind.PAIRED]
    assert hit.cost <= 40


def test_pieces_too_far_apart_are_not_one_passage() -> None:
    index = MemoryIndex.of("in the beginning was fire " + "and smoke " * FARTHEST + "at the end came rain")
    (hit, *_) = find(read_query("in the beginning was fire … at the end came rain"), index)
    assert hit.cost >= 5 * ADDED


def test_every_passage_of_a_chain_is_told() -> None:
    sentence = "The tide is high this evening but I am holding on. "
    index = MemoryIndex.of(sentence * 3)
    hits = find(read_query("The tide is high … holding on"), index)
    assert [index.tokens.word(hit.start) for hit in hits] == ["The"] * 3
    assert [hit.end - hit.start for hit in hits] == [11] * 3


def test_exact_places_are_only_those_of_one_piece_without_brackets() -> None:
    index = MemoryIndex.of(SPEECH)
    assert len(find_exact(read_query("a fair hearing"), index)) == 1
    assert find_exact(read_query("a fair … hearing"), index) == []
    assert find_exact(read_query("a [fair] hearing"), index) == []
    assert find_exact(read_query("a good hearing"), index) == []
    assert find_exact(read_query("…"), index) == []


WORDS = st.lists(st.sampled_from("abcdef"), min_size=1, max_size=5).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=60), st.lists(WORDS, min_size=2, max_size=4))
def test_chains_are_sound(source: list[str], pieces: list[str]) -> None:
    index, read = MemoryIndex.of(" ".join(source)), read_query(" … ".join(pieces))
    for hit in find(read, index):
        assert are_chained(hit.steps, len(read))
        assert 0 <= hit.start <= hit.end <= len(source)
        assert (hit.steps[0].start, hit.steps[-1].end) == (hit.start, hit.end)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.integers(0, 25), min_size=12, max_size=40, unique=False), st.data())
def test_a_stretch_with_a_hole_is_found(numbers: list[int], data: st.DataObject) -> None:
    source = [chr(97 + number) + "o" for number in numbers]
    cuts = sorted(data.draw(st.sets(st.integers(0, len(source)), min_size=4, max_size=4)))
    left, right = source[cuts[0] : cuts[1]], source[cuts[2] : cuts[3]]
    hits = find(read_query(" ".join(left) + " … " + " ".join(right)), MemoryIndex.of(" ".join(source)))
    assert hits
    assert hits[0].cost <= 40


# Name, query, shortest run, the runs of the query that stand in the source.
SOURCE = "the old mill stood by the water and the young miller slept by the old mill"
COVERS = [
    ("whole", "the old mill stood by the water", 3, ["the old mill stood by the water"]),
    ("two runs", "the old mill stood the young miller slept", 3, ["the old mill stood", "the young miller slept"]),
    ("other order", "young miller slept the old mill", 3, ["young miller slept", "the old mill"]),
    ("a word of no run between", "the old mill loudly by the water", 3, ["the old mill", "by the water"]),
    ("words before that begin no run", "and the old mill stood by", 3, ["the old mill stood by"]),
    ("too short", "the old miller slept", 3, []),
    ("short ones allowed", "the old miller slept", 2, ["the old", "miller slept"]),
    ("shorter than the shortest", "old mill", 3, []),
    ("nothing", "a new barn burned down", 3, []),
]


@pytest.mark.parametrize(("name", "query", "shortest", "runs"), COVERS, ids=[row[0] for row in COVERS])
def test_runs_that_a_query_is_put_together_from(name: str, query: str, shortest: int, runs: list[str]) -> None:
    keys = query.split()
    pieces = cover(keys, MemoryIndex.of(SOURCE), shortest=shortest)
    assert [" ".join(keys[piece.first : piece.past]) for piece in pieces] == runs


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from("abc"), max_size=40), st.lists(st.sampled_from("abcd"), max_size=20))
def test_every_run_stands_at_its_places_and_no_longer_one_does(source: list[str], query: list[str]) -> None:
    pieces = cover(query, MemoryIndex.of(" ".join(source)))
    for piece in pieces:
        size = piece.past - piece.first
        assert all(source[at : at + size] == query[piece.first : piece.past] for at in piece.starts)
        longer = query[piece.first : piece.past + 1]
        is_longer = len(longer) > size and any(source[at : at + size + 1] == longer for at in range(len(source)))
        assert not is_longer
    assert all(one.past <= other.first for one, other in pairwise(pieces))
    _check_gaps(pieces, source, query)


def _check_gaps(pieces: tuple[Piece, ...], source: list[str], query: list[str]) -> None:
    """Where no run begins, the next three words stand nowhere."""
    covered = {at for piece in pieces for at in range(piece.first, piece.past)}
    if len(pieces) > 4:
        return
    for at in set(range(len(query) - 2)) - covered:
        assert not any(source[start : start + 3] == query[at : at + 3] for start in range(len(source)))
