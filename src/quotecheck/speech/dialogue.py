"""Turns of a conversation without cues: who speaks when two speak by turns. Reports go on with the last speaker."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from typing import Final

import attrs

from quotecheck.language.morphology import is_common_word
from quotecheck.speech.attributed import Attribution, Rule
from quotecheck.speech.paragraphs import Paragraph, Prose
from quotecheck.speech.prose import QUOTE, WORD

_SHORT_TALK: Final = 3
"""Paragraphs of speech in a row that make a conversation in a report too, if one of them asks."""
_LOOK_BACK: Final = 8
"""Paragraphs of speech in which the other one of two speakers is looked for."""


@attrs.define
class Turn:
    """One paragraph of speech: its quotations, and who speaks, by the number of a quotation that tells it."""

    quotes: Sequence[int]
    teller: int | None


def converse(
    prose: Prose,
    found: list[Attribution | None],
    speakers: list[str | None],
) -> None:
    """Fill in the speakers that only the order of speech tells.

    Args:
        prose: The text.
        found: The attributions so far; those found here are put in.
        speakers: The resolved speaker of each quotation; filled in likewise.
    """
    talk = is_talk(prose)
    before: list[Turn] = []
    for run in _runs(prose, found):
        if talk or (len(run) >= _SHORT_TALK and any(_asks(prose, turn) for turn in run)):
            _alternate(prose, run, before, found, speakers)
        else:
            _carry_on(prose, run, found, speakers)
        before = [*before, *run][-_LOOK_BACK:]


def is_talk(prose: Prose) -> bool:
    """True if the text is a story with dialogue rather than a report: many paragraphs begin with speech."""
    led = sum(_begins_with_speech(paragraph) for paragraph in prose.paragraphs)
    return led >= 6 and led >= 0.3 * len(prose.paragraphs) and not _is_report(prose)


def is_story(prose: Prose) -> bool:
    """True if the text tells a story: dialogue by paragraphs, or much "he", "she" and "was" with some speech in it."""
    if is_talk(prose):
        return True
    if len(prose.quotations) < _FEWEST_SPEECHES or _is_report(prose):
        return False
    words = Counter(
        token.low
        for paragraph in prose.paragraphs
        for sentence in paragraph.sentences
        for token in sentence.tokens
        if token.kind is WORD
    )
    people, past, present = (sum(words[word] for word in some) for some in (_PEOPLE, _PAST, _PRESENT))
    return 1000 * min(people, past) >= _STORY_SIGNS * words.total() and 4 * present <= past


_PEOPLE: Final = frozenset("he she i him her".split())
_PAST: Final = frozenset("was were had".split())
"""Not "said": the lines of a report have it too."""
_PRESENT: Final = frozenset("is are has says".split())
_STORY_SIGNS: Final = 20
"""Such words in a thousand from which on a text is a story."""
_FEWEST_SPEECHES: Final = 4


def _is_report(prose: Prose) -> bool:
    """True if the narration is full of years, days of the week, shares and acronyms, as stories seldom are."""
    if prose.report is None:
        prose.report = _has_signs_of_report(prose)
    return prose.report


def _has_signs_of_report(prose: Prose) -> bool:
    told = words = 0
    for paragraph in prose.paragraphs:
        for sentence in paragraph.sentences:
            plain = [token for token in sentence.tokens if token.kind is WORD]
            words += len(plain)
            if any(not token.capital for token in plain):
                told += sum([_is_reporters(token.text) for token in plain])
            told += [token.low for token in sentence.tokens].count("%")
    return told >= _FEWEST_SIGNS and 1000 * told >= _SIGNS * words


@lru_cache(maxsize=50_000)
def _is_reporters(text: str) -> bool:
    if text.isupper():
        if len(text) > _WORD_IN_CAPITALS and is_common_word(text.lower()):
            return False  # "it was VERY late"
        return 2 <= len(text) <= _ACRONYM and text not in ("II", "III", "IV", "VI", "VII", "MR", "MRS", "DR")
    return bool(_REPORTERS.fullmatch(text))


_REPORTERS: Final = re.compile(r"(?:1[89]|20)\d\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|percent")
_ACRONYM: Final = 5
_WORD_IN_CAPITALS: Final = 3
_SIGNS: Final = 8
"""Such words in a thousand from which on a text is a report."""
_FEWEST_SIGNS: Final = 3


def _begins_with_speech(paragraph: Paragraph) -> bool:
    return bool(paragraph.sentences) and paragraph.sentences[0].tokens[0].kind is QUOTE


def _runs(prose: Prose, found: Sequence[Attribution | None]) -> Iterator[list[Turn]]:
    run: list[Turn] = []
    for paragraph in prose.paragraphs:
        if _begins_with_speech(paragraph):
            teller = next((number for number in paragraph.quotes if found[number] is not None), None)
            run.append(Turn(paragraph.quotes, teller))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _alternate(
    prose: Prose,
    run: Sequence[Turn],
    before: Sequence[Turn],
    found: list[Attribution | None],
    speakers: list[str | None],
) -> None:
    for index, turn in enumerate(run):
        if turn.teller is None and index:
            around = [*_earlier(run, before, index), *run[index + 1 : index + 5]]
            _take(turn, _other(run[index - 1], around, speakers, _named(prose, turn)))
    for index in range(len(run) - 2, -1, -1):
        if run[index].teller is None:
            around = [*run[index + 2 : index + 5], *_earlier(run, before, index)]
            _take(run[index], _other(run[index + 1], around, speakers, _named(prose, run[index])))
    for turn in run:
        _spread(prose, turn, found, speakers, Rule.TURNS)


def _earlier(run: Sequence[Turn], before: Sequence[Turn], index: int) -> list[Turn]:
    """The turns before one, the nearest first, as far as they are looked at."""
    near = run[max(0, index - _LOOK_BACK) : index]
    return [*reversed(near), *reversed(before)][:_LOOK_BACK]


def _take(turn: Turn, teller: int | None) -> None:
    if teller is not None:
        turn.teller = teller


def _named(prose: Prose, turn: Turn) -> frozenset[str]:
    return frozenset[str]().union(*(prose.named_in(number) for number in turn.quotes[:_LOOK_BACK]))


def _other(neighbour: Turn, around: Sequence[Turn], speakers: Sequence[str | None], named: Set[str]) -> int | None:
    """Who is not the neighbour: the nearest other speaker, whom the words do not name."""
    if neighbour.teller is None or speakers[neighbour.teller] is None:
        return None
    for turn in around:
        if turn.teller is None:
            continue
        name = speakers[turn.teller]
        if name is None or name == speakers[neighbour.teller]:
            continue
        return turn.teller if named.isdisjoint(name.lower().split()) else None
    return None


def _asks(prose: Prose, turn: Turn) -> bool:
    """True if a paragraph's speech ends with a question: what follows is somebody else's answer."""
    end = prose.quotations[turn.quotes[-1]].inner.end
    return prose.shadow[max(0, end - 2) : end].rstrip().endswith("?")


def _carry_on(prose: Prose, run: Sequence[Turn], found: list[Attribution | None], speakers: list[str | None]) -> None:
    for index, turn in enumerate(run):
        if turn.teller is None and index and not _asks(prose, run[index - 1]):
            turn.teller = run[index - 1].teller
        _spread(prose, turn, found, speakers, Rule.NEXT)


def _spread(prose: Prose, turn: Turn, found: list[Attribution | None], speakers: list[str | None], rule: Rule) -> None:
    """Give a paragraph's speech to its speaker; words in marks inside a sentence of the narrator's are no speech."""
    if turn.teller is None:
        return
    teller = found[turn.teller]
    root = turn.teller if teller is None or teller.same_as is None else teller.same_as
    for number in turn.quotes:
        begins = prose.alone[number] or prose.before[number] is None
        if found[number] is None and number != root and begins:
            found[number] = Attribution(rule, same_as=root)
            speakers[number] = speakers[root]
