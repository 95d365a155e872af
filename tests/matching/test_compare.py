"""A query held against its passage: which differences are told, of what kind, and that nothing is left untold."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck.matching.compare import Comparison, compare
from quotecheck.matching.differences import CONVENTIONS, DifferenceKind
from quotecheck.matching.index import MemoryIndex
from quotecheck.matching.pieces import find
from quotecheck.matching.query import read_query
from tests.text.strategies import any_text

SPEECH = (
    "Mr. Speaker, we did not come here to make peace with the past. We came to build a future that our children can "
    "own, and we will build it together."
)
INTERRUPTED = "“We are tired of waiting,” said the mayor of the small town, “and we will wait no longer than this.”"
PARAGRAPHS = "“The river gave us bread.\n\n“It gave us songs, too.\n\n“And it will outlive every one of us.”"

Told = list[tuple[str, str, str]]


def held(query: str, source: str, over: tuple[str, ...] = ()) -> Comparison:
    """The comparison with the nearest passage; the words of ``over`` may be passed over."""
    index, read = MemoryIndex.of(source), read_query(query)
    ranges = [index.tokens.between_points(source.index(one), source.index(one) + len(one)) for one in over]
    (hit, *_) = find(read, index, sorted(ranges))
    return compare(read, index.tokens, hit)


def told(found: Comparison) -> Told:
    """Each difference as kind, the query's words and the source's."""
    return [(one.kind.value, found.written(one), found.said(one)) for one in found.differences]


# Name, query, source, what is told: kind, written, said.
TABLE: list[tuple[str, str, str, Told]] = [
    ("the same words", "we did not come here to make peace", SPEECH, []),
    ("over a sentence's end", "peace with the past. We came to build", SPEECH, []),
    ("quotation marks and line ends are none", "We came\nto “build” a future", SPEECH, []),
    # Words added, left out, put for others.
    ("added", "to make peace with the distant past", SPEECH, [("added", "distant", "")]),
    ("two added", "We came to build a bold new future", SPEECH, [("added", "bold new", "")]),
    ("left out", "not come here to make peace with past", SPEECH, [("omitted", "", "the")]),
    ("a run left out", "We came to build a future that can own", SPEECH, [("omitted", "", "our children")]),
    ("put for another", "did not come here to make war with the past", SPEECH, [("replaced", "war", "peace")]),
    ("two for one", "not come here to make no peace with our dead past", SPEECH,
     [("added", "no", ""), ("replaced", "our dead", "the")]),
    ("two apart", "We wish to build a house that our children can own", SPEECH,
     [("replaced", "wish", "came"), ("replaced", "house", "future")]),
    # At the ends the source is free: what stands there is told all the same.
    ("first word", "they did not come here to make peace", SPEECH, [("replaced", "they", "we")]),
    ("last word", "did not come here to make peace with the future", SPEECH, [("replaced", "future", "past")]),
    ("added at the end", "We came to build a future together", SPEECH, [("replaced", "together", "that")]),
    # Marks and capitals.
    ("a comma more", "that our children can, own", SPEECH, [("marks", ", ", " ")]),
    ("a comma less", "children can own and we will", SPEECH, [("marks", " ", ", ")]),
    ("semicolon for full stop", "with the past; we came", SPEECH, [("capitals", "we", "We"), ("marks", "; ", ". ")]),
    ("all capitals", "WE CAME", SPEECH, [("capitals", "WE", "We"), ("capitals", "CAME", "came")]),
    ("hyphen or space", "a well known man of means", "a well-known man of means", [("marks", " ", "-")]),
    # Brackets.
    ("added in brackets", "make peace with the [distant] past", SPEECH, [("bracketed", "distant", "")]),
    ("in place of two", "a future that [they] can own", SPEECH, [("bracketed", "they", "our children")]),
    ("two in place of two", "a future that [the young] can own", SPEECH, [("bracketed", "the young", "our children")]),
    ("the source's own word", "we [did] not come here to make peace", SPEECH, []),
    ("empty", "We came to build [] a future", SPEECH, []),
    ("round", "We came to build a future (for all) that our children", SPEECH, [("bracketed", "for all", "")]),
    ("first letter", "[W]e did not come here", SPEECH, [("bracketed", "[W]e", "we")]),
    ("ending", "that our child[ren] can own", SPEECH, [("bracketed", "child[ren]", "children")]),
    ("another ending", "that our question[s] can be put", "that our question can be put",
     [("bracketed", "question[s]", "question")]),
    ("no bracket: told as a change", "a future that they can own", SPEECH, [("replaced", "they", "our children")]),
    # One word written otherwise.
    ("two words or one", "of his own self he said", "of his ownself he said", [("compound", "own self", "ownself")]),
    ("one word or two", "of his ownself he said", "of his own self he said", [("compound", "ownself", "own self")]),
    ("hyphen at a line's end", "the anchors were lost", "the an-\nchors were lost", []),
    ("a word in bits", "a difficult question to answer", "a di ffi cult question to answer",
     [("compound", "difficult", "di ffi cult")]),
    ("words run together", "see 846 F.2d 746 for this", "see 846F.2d746 for this", []),
    ("ligatures", "the first office we saw", "the ﬁrst oﬃce we saw", []),
    ("letters without a mapping", "the first office we saw", "the \x02rst o\ue001ce we saw",
     [("noise", "first", "\x02rst"), ("noise", "office", "o\ue001ce")]),
    ("a letter without a mapping in another word", "the worst office we saw", "the \x02rst office we saw",
     [("replaced", "worst", "\x02rst")]),
    ("spelling", "the honour of the house", "the honor of the house", [("spelled", "honour", "honor")]),
    ("another word", "the humour of the house", "the honor of the house", [("replaced", "humour", "honor")]),
    ("short form", "I do not know him at all", "I don’t know him at all", [("expanded", "do not", "don’t")]),
    ("another short form", "I did not know him at all", "I don’t know him at all", [("replaced", "did not", "don’t")]),
    ("a figure", "it cost 5 million to build", "it cost 15 million to build", [("replaced", "5", "15")]),
    ("a sign", "it cost $5 million to build", "it cost £5 million to build", [("replaced", "$", "£")]),
    ("a sign and a space", "it cost $5 million to build", "it cost $ 5 million to build", []),
]  # fmt: skip


@pytest.mark.parametrize(("name", "query", "source", "wanted"), TABLE, ids=[row[0] for row in TABLE])
def test_differences(name: str, query: str, source: str, wanted: Told) -> None:
    found = held(query, source)
    assert told(found) == wanted
    is_convention = {kind.value for kind in CONVENTIONS}
    assert len(found.changes) == sum(kind not in is_convention for kind, _, _ in wanted)
    assert (found.score == 1.0) == all(kind in is_convention or not written for kind, written, _ in wanted)


def test_a_move_is_words_added_here_and_left_out_there() -> None:
    found = held("We came together to build a future that our children can own, and we will build it", SPEECH)
    assert told(found) == [("added", "together", "")]
    found = held("and together we will build it. Nothing more", SPEECH + " Nothing more.")
    assert {kind for kind, _, _ in told(found)} >= {"added", "omitted"}


def test_an_interrupted_quotation_has_two_stretches() -> None:
    between = "said the mayor of the small town"
    found = held("We are tired of waiting, and we will wait no longer than this", INTERRUPTED, (between,))
    assert [(kind, said) for kind, _, said in told(found) if kind == "passed"] == [("passed", between)]
    assert not found.changes
    words = [found.source.stretch(*one).of(INTERRUPTED) for one in found.stretches]
    assert words == ["We are tired of waiting", "and we will wait no longer than this"]
    unmarked = held("We are tired of waiting, and we will wait no longer than this", INTERRUPTED)
    assert told(unmarked) == [("omitted", "", between)]


def test_a_quotation_over_paragraphs_is_one() -> None:
    found = held("The river gave us bread. It gave us songs, too. And it will outlive every one of us.", PARAGRAPHS)
    assert found.differences == ()
    assert len(found.stretches) == 1


def test_words_left_out_at_dots_are_marked_and_no_others() -> None:
    found = held("We came to build … that our children own", SPEECH)
    assert told(found) == [("dotted", "", "a future"), ("omitted", "", "can")]
    assert [found.source.stretch(*one).of(SPEECH) for one in found.stretches] == [
        "We came to build",
        "that our children can own",
    ]


def check_whole(found: Comparison) -> None:
    """Nothing of the query is left untold or told twice, and every span slices back to its words."""
    query, source = found.query, found.source
    paired = [first for first, _ in found.pairs]
    assert all(one < other and left < right for (one, left), (other, right) in pairwise(found.pairs))
    for first, start in found.pairs:
        assert query.keys[first] == source.keys[start]
    apart = []
    for one in found.differences:
        assert 0 <= one.first <= one.past <= len(query)
        assert 0 <= one.start <= one.end <= len(source)
        if one.kind is not DifferenceKind.MARKS:
            assert one.statement == query.tokens.stretch(one.first, one.past)
            assert one.source == source.stretch(one.start, one.end)
        if one.first not in paired:
            apart += range(one.first, one.past)
    assert sorted(paired + apart) == list(range(len(query)))
    assert 0.0 <= found.score <= 1.0
    for start, end in found.stretches:
        assert 0 <= start <= end <= len(source)
    assert all(one[1] <= other[0] for one, other in pairwise(found.stretches))


WORDS = ("law", "peace", "treaty", "we", "the", "don’t", "do", "not", "own", "self", "ownself", "5", "$", "[w]e")
GAPS = (" ", " ", " ", " ", ", ", ". ", " … ", " [", "] ", " (", ") ", "\n\n", "-")
TEXTS = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)), max_size=24).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS, st.sets(st.tuples(st.integers(0, 20), st.integers(1, 6)), max_size=2))
def test_nothing_is_left_untold(text: str, content: str, ranges: set[tuple[int, int]]) -> None:
    index, query = MemoryIndex.of(content), read_query(text)
    over = sorted((at, at + size) for at, size in ranges if at + size <= len(index.tokens))
    for hit in find(query, index, over):
        check_whole(compare(query, index.tokens, hit))


@settings(max_examples=200, deadline=None)
@given(any_text(), any_text())
def test_nothing_is_left_untold_in_any_text(text: str, content: str) -> None:
    index = MemoryIndex.of(content + " " + text)
    for part in (text, content + text, text[: len(text) // 2]):
        query = read_query(part)
        for hit in find(query, index):
            check_whole(compare(query, index.tokens, hit))


@settings(max_examples=200, deadline=None)
@given(any_text())
def test_a_text_is_found_in_itself(text: str) -> None:
    index, query = MemoryIndex.of(text), read_query(text)
    hits = find(query, index)
    assert bool(hits) == bool(len(query))
    if hits:
        assert not compare(query, index.tokens, hits[0]).changes
