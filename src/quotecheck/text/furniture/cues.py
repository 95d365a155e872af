"""Subtitle files read as they stand: cue numbers, their times, and lines that a roll-up caption repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quotecheck.model import Span
from quotecheck.text.furniture.pieces import Furniture, FurnitureKind

_CUE = re.compile(
    r"(?:\A|(?<=\n))(?:[ \t]*\d{1,6}[ \t]*\r?\n)?[ \t]*(?:\d{1,3}:)?\d{2}:\d{2}[.,;]\d{2,3}[ \t]*-->[ \t]*[^\n]{5,120}"
)
_HEADER = re.compile(r"\A﻿?WEBVTT[^\n]*(?:\n(?:Kind|Language|NOTE)[^\n]*)*")


def cues(content: str) -> Iterator[Furniture]:
    """Numbers and times of subtitles, and lines that a roll-up caption shows again in its next cue."""
    header = _HEADER.match(content)
    if header:
        yield Furniture(Span(*header.span()), FurnitureKind.CUE)
    before: frozenset[str] = frozenset()
    found = list(_CUE.finditer(content)) if "-->" in content else []
    for index, cue in enumerate(found):
        yield Furniture(
            Span(cue.start() + len(cue[0]) - len(cue[0].lstrip()), cue.start() + len(cue[0].rstrip())),
            FurnitureKind.CUE,
        )
        limit = found[index + 1].start() if index + 1 < len(found) else min(len(content), cue.end() + 2000)
        shown: list[str] = []
        at = cue.end()
        for line in content[cue.end() : limit].splitlines(keepends=True):
            words = line.strip()
            if words and words in before and not _shown_new(shown, before):
                start = at + line.index(words)
                yield Furniture(Span(start, start + len(words)), FurnitureKind.REPEAT)
            if words:
                shown.append(words)
            at += len(line)
        before = frozenset(shown)


def _shown_new(shown: Sequence[str], before: frozenset[str]) -> bool:
    """True once a cue has shown a line that the cue before it had not: what comes after is said anew."""
    return any(line not in before for line in shown)
