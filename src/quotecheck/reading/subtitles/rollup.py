"""Roll-up captions: words that one cue shows again after another are taken once. Who speaks is not asked here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

import attrs

from quotecheck.reading.subtitles.markup import Shown
from quotecheck.reading.transcripts.talk import split_at, text_of

_MOST_LINES: Final = 6  # lines of a cue that the next one may show again
_LEAST_REPEATS: Final = 3  # cues that repeat what stood before, for the file to be a roll-up
_LEAST_GROWN: Final = 2  # those of them that show new words beside the old


@attrs.frozen
class Caption:
    """A cue whose lines are read.

    Attributes:
        lines: What it shows, in order.
        start: Seconds; None if unknown.
        end: Seconds; None if unknown.
    """

    lines: Sequence[Shown]
    start: float | None
    end: float | None


def shown_once(captions: Sequence[Caption]) -> Sequence[Caption]:
    """Captions without the words that the one before shows too, if that is how the file shows everything.

    Args:
        captions: In order of the file. Somebody who says a thing twice in other files is heard twice.
    """
    return list(_once(captions)) if _rolls_up(captions) else captions


def _words(caption: Caption) -> list[list[str]]:
    lines = (text_of(line.pieces).split() for line in caption.lines)
    return [words for words in lines if words]


def _rolls_up(captions: Sequence[Caption]) -> bool:
    """True if most cues repeat, and some of these go on with new words: a word said three times is no roll-up."""
    repeats = grown = pairs = 0
    for before, after in pairwise(words for words in map(_words, captions) if words):
        shared = _overlap(before, after)
        pairs += 1
        repeats += shared > 0
        grown += 0 < shared < sum(map(len, after))
    return repeats >= _LEAST_REPEATS and grown >= _LEAST_GROWN and 2 * repeats >= pairs


def _overlap(before: Sequence[Sequence[str]], after: Sequence[Sequence[str]]) -> int:
    """How many words of one cue's beginning are the last lines of the other: lines moved up, or a line that grew."""
    flat = [word for line in after for word in line]
    for first in range(max(0, len(before) - _MOST_LINES), len(before)):
        tail = [word for line in before[first:] for word in line]
        if flat[: len(tail)] == tail:
            return len(tail)
    return 0


def _once(captions: Iterable[Caption]) -> Iterator[Caption]:
    before: list[list[str]] = []
    for caption in captions:
        words = _words(caption)
        if words:
            yield attrs.evolve(caption, lines=_without_first(caption.lines, _overlap(before, words)))
            before = words


def _without_first(lines: Sequence[Shown], count: int) -> list[Shown]:
    kept: list[Shown] = []
    for line in lines:
        words = list(re.finditer(r"\S+", text_of(line.pieces))) if count else []
        if not count:
            kept.append(line)
        elif count >= len(words):
            count -= len(words)
        else:
            kept.append(Shown(split_at(line.pieces, words[count].start())[1], line.voice))
            count = 0
    return kept
