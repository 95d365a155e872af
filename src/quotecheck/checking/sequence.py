"""QC411: whether a source has two things in the order in which the draft tells them. Nothing where it cannot be told.

A report puts what was said into an order of its own; only a record of speech, or one paragraph, keeps that of the
speaker.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from quotecheck.checking.known import KnownSource
from quotecheck.language.function_words import is_function_word
from quotecheck.language.morphology import lemmas
from quotecheck.matching.pieces import find_exact
from quotecheck.matching.query import read_query
from quotecheck.model import Code, Sequel, Span, Statement, Tie, Verdict, Voice
from quotecheck.verdicts.facts import Fact
from quotecheck.verdicts.judge import Considered, Judgement

FEWEST: Final = 2
"""Words from which on a quotation tells its place."""
OTHERS: Final = 2
"""Questions between a question and an answer from which on the one cannot be the other's."""
_BORNE_OUT: Final = frozenset({Verdict.EXACT, Verdict.PARAPHRASED})


def sequence(
    statement: Statement, judged: Sequence[tuple[Considered, Judgement]], sources: Sequence[KnownSource]
) -> Iterator[Fact]:
    """QC411 for a statement whose cue says what it follows.

    Args:
        statement: What was asked.
        judged: What was looked at, the deciding passage first.
        sources: All sources.
    """
    sequel = statement.follows
    if sequel is None or not judged or judged[0][1].verdict not in _BORNE_OUT:
        return
    source = sources[judged[0][0].order]
    ours = _only_place(statement.text, source)
    if ours is None:
        return
    if sequel.tie is Tie.ASKED:
        yield from _asked_later(sequel, ours, source)
        return
    before = _only_place(sequel.text, source)
    if before is None:
        return
    why = _added(ours, before, source) if sequel.tie is Tie.ADDED else _answered(ours, before, source)
    if why:
        yield Fact(code=Code.SEQUENCE, source=(before,), gaps={"why": why})


def _only_place(words: str, source: KnownSource) -> Span | None:
    """Where words stand in a source; None where they do not, or more than once, or are too few to tell."""
    query = read_query(words)
    hits = find_exact(query, source.index) if len(query) >= FEWEST else []
    return source.tokens.stretch(hits[0].start, hits[0].end) if len(hits) == 1 else None


def _added(ours: Span, before: Span, source: KnownSource) -> str:
    """Why words cannot have been added to others; empty where they can."""
    if ours.end > before.start or source.voices.at(ours.start).speaker != source.voices.at(before.start).speaker:
        return ""
    kept = source.spoken or "\n\n" not in source.text.content[ours.start : before.end]
    return "there it comes first" if kept else ""


def _answered(ours: Span, asked: Span, source: KnownSource) -> str:
    """Why words cannot have answered others; empty where they can."""
    turns = source.voices.turns
    answer, question = _turn_at(turns, ours), _turn_at(turns, asked)
    if answer is None or question is None:
        return ""
    speaker = turns[answer].speaker
    if speaker is None or speaker == turns[question].speaker:
        return ""
    if question > answer:
        return "there it was said before"
    between = turns[question + 1 : answer]
    first = next((at for at, turn in enumerate(between) if turn.speaker == speaker), len(between))
    others = [turn for turn in between[first:] if turn.speaker != speaker and _asks(turn, source)]
    known = _matter(asked.of(source.text.content))
    fresh = [turn for turn in others if known.isdisjoint(_matter(turn.span.of(source.text.content)))]
    return "there it answers another question" if len(fresh) == len(others) >= OTHERS else ""


def _asked_later(sequel: Sequel, ours: Span, source: KnownSource) -> Iterator[Fact]:
    """As in "asked about the mill, she said …": nobody had spoken of it, and somebody asks about it afterwards."""
    content, turns = source.text.content, source.voices.turns
    matter, answer = _matter(sequel.text), _turn_at(turns, ours)
    if answer is None or not matter or not matter.isdisjoint(_matter(content[: turns[answer].span.end])):
        return
    for turn, following in pairwise(turns[answer + 1 :]):
        if turn.speaker == turns[answer].speaker or following.speaker != turns[answer].speaker:
            continue
        if _asks(turn, source) and matter <= _matter(turn.span.of(content)):
            yield Fact(code=Code.SEQUENCE, source=(turn.span,), gaps={"why": "there that was asked later"})
            return


def _turn_at(turns: Sequence[Voice], span: Span) -> int | None:
    return next((at for at, turn in enumerate(turns) if turn.span.contains(span)), None)


def _asks(turn: Voice, source: KnownSource) -> bool:
    return "?" in turn.span.of(source.text.content)


def _matter(words: str) -> frozenset[str]:
    """The lemmas of the words that are no small ones."""
    keys = [key for key in read_query(words).keys if key.isalpha() and not is_function_word(key)]
    return frozenset(lemma for key in keys for lemma in lemmas(key))
