"""The statements of a draft, in order of place. What the sources make of them is not asked here."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import attrs

from quotecheck.model import Kind, Statement, Text
from quotecheck.speech.blocks import BlockKind
from quotecheck.speech.said import Speech, is_term, joined, read_speech, root_of, trim
from quotecheck.speech.turns import read_turns


def extract(text: Text) -> tuple[Statement, ...]:
    """The statements of a draft.

    Args:
        text: A draft.

    Returns:
        In order of place; spans in code points of ``text.content``, without outer marks.
    """
    turns = read_turns(text)
    if turns:
        return tuple(
            _placed(
                text,
                Statement(turn.body.of(text.content), speaker=turn.speaker, mention=turn.label, parts=(turn.body,)),
            )
            for turn in turns
        )
    speech = read_speech(text)
    direct = list(_direct(text, speech))
    found = [*direct, *_block_quotes(text, speech), *_indirect(text, speech, direct)]
    return tuple(sorted((_placed(text, one) for one in found), key=lambda one: (one.start or 0, -(one.end or 0))))


def _placed(text: Text, one: Statement) -> Statement:
    place = text.place(one.parts[0].start)
    return attrs.evolve(one, draft=text.id, line=place.line, column=place.column)


def _direct(text: Text, speech: Speech) -> Iterator[Statement]:
    prose = speech.prose
    groups = joined(speech)
    for group in groups:
        first = group[0]
        root = speech.attributions[root_of(speech.attributions, first)]
        parts = tuple(
            trimmed
            for number in group
            for part in prose.quotations[number].parts
            if (trimmed := trim(text.content, part)).start < trimmed.end
        )
        if not parts:
            continue
        yield Statement(
            " ".join(part.of(text.content) for part in parts),
            speaker=speech.speakers[first],
            mention=root.mention if root else None,
            cue=root.cue if root else None,
            parts=parts,
            unclosed=any(prose.quotations[number].unclosed for number in group),
            term=len(group) == 1 and is_term(speech, first),
        )


def _block_quotes(text: Text, speech: Speech) -> Iterator[Statement]:
    for paragraph in speech.prose.paragraphs:
        if paragraph.block.kind is BlockKind.QUOTE and paragraph.block.lines:
            parts = paragraph.block.lines
            yield Statement(" ".join(part.of(text.content) for part in parts), parts=parts)


def _indirect(text: Text, speech: Speech, direct: Sequence[Statement]) -> Iterator[Statement]:
    starts = [one.start or 0 for one in direct]
    for clause, speaker in speech.reported:
        children = tuple(
            attrs.evolve(direct[index], draft=text.id)
            for part in clause.parts
            for index in range(bisect_left(starts, part.start), bisect_left(starts, part.end))
            if not direct[index].term
        )
        yield Statement(
            " ".join(part.of(text.content) for part in clause.parts),
            kind=Kind.MIXED if children else Kind.INDIRECT,
            speaker=speaker,
            mention=clause.mention,
            cue=clause.cue,
            parts=clause.parts,
            children=children,
        )
