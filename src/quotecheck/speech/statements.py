"""The statements of a draft, in order of place. What the sources make of them is not asked here."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from quotecheck.model import CueKind, Kind, Span, Statement, Text, Zone
from quotecheck.speech.attributed import root_of
from quotecheck.speech.cited import cited
from quotecheck.speech.declared import declared
from quotecheck.speech.indirect import Reported
from quotecheck.speech.said import Speech, is_term, joined, read_speech, trim
from quotecheck.speech.sequels import in_sequence
from quotecheck.speech.turns import read_turns
from quotecheck.speech.zones import stressed_in, zone_of


def extract(text: Text) -> tuple[Statement, ...]:
    """The statements of a draft.

    Args:
        text: A draft.

    Returns:
        In order of place; spans in code points of ``text.content``, without outer marks. The quoted parts of a mixed
        statement are its children and stand in the list too; a quotation in a quotation is a child of the outer one
        only, for its words are checked with the outer one's.
    """
    turns = read_turns(text)
    if turns:
        return tuple(
            placed(
                text,
                Statement(turn.body.of(text.content), speaker=turn.speaker, mention=turn.label, parts=(turn.body,)),
            )
            for turn in turns
        )
    return said_in(text, read_speech(text))


def said_in(text: Text, speech: Speech) -> tuple[Statement, ...]:
    """The statements of a draft of running prose, as ``extract`` gives them.

    Args:
        text: A draft that is no transcript.
        speech: What was read of it.
    """
    direct = [placed(text, one) for one in _direct(text, speech)]
    others = [*_block_quotes(text, speech), *_indirect(text, speech, direct)]
    found = [*direct, *(placed(text, one) for one in others)]
    in_order = sorted(found, key=lambda one: (one.start or 0, -(one.end or 0)))
    tied = in_sequence(text.content, in_order, speech.prose.lex.language)
    return cited(text, declared(text.content, tied))


def is_said(statement: Statement) -> bool:
    """True unless a draft only tells what somebody wants or thinks: what was never said cannot be misquoted.

    What the text itself wants ("we want …") is its own claim, or speech without marks.
    """
    own = (statement.speaker or "").lower() in _OWN_VOICE
    return own or statement.cue_kind in {None, *_SAID} or bool(statement.children)


_SAID: Final = frozenset({CueKind.SPEECH, CueKind.DENIAL, CueKind.UNSAID})
_OWN_VOICE: Final = frozenset({"i", "we"})


def placed(text: Text, one: Statement) -> Statement:
    """A statement with its draft, line and column, its zone and what is stressed in it."""
    place = text.place(one.parts[0].start)
    zone = zone_of(text, one.parts[0].start) if one.zone is Zone.BODY else one.zone
    stressed = stressed_in(text, one.parts)
    return attrs.evolve(one, draft=text.id, line=place.line, column=place.column, zone=zone, emphasis=stressed)


def _direct(text: Text, speech: Speech) -> Iterator[Statement]:
    prose = speech.prose
    inside = _inside(text, speech)
    for group in joined(speech):
        first = group[0]
        root = speech.attributions[root_of(speech.attributions, first)]
        parts = tuple(
            trimmed
            for number in group
            for part in prose.quotations[number].parts
            if (trimmed := trim(text.content, part)).start < trimmed.end
        )
        words = " ".join(part.of(text.content) for part in parts)
        if not any(letter.isalnum() for letter in words):
            continue
        yield Statement(
            words,
            speaker=speech.speakers[first],
            mention=root.mention if root else None,
            cue=root.cue if root else None,
            parts=parts,
            children=tuple(placed(text, inner) for number in group for inner in inside.get(number, ())),
            unclosed=any(prose.quotations[number].unclosed for number in group),
            term=len(group) == 1 and is_term(speech, first),
        )


def _block_quotes(text: Text, speech: Speech) -> Iterator[Statement]:
    for block in speech.blocks:
        yield Statement(
            " ".join(part.of(text.content) for part in block.parts),
            speaker=block.speaker,
            mention=block.attribution.mention if block.attribution else None,
            cue=block.attribution.cue if block.attribution else None,
            parts=block.parts,
            zone=Zone.BLOCK,
        )


def _inside(text: Text, speech: Speech) -> dict[int, tuple[Statement, ...]]:
    """The quotations in each quotation that are given to somebody, by the outer one's number."""
    found: dict[int, list[Statement]] = {}
    for one in speech.inner:
        parts = tuple(
            trimmed for part in one.quotation.parts if (trimmed := trim(text.content, part)).end > trimmed.start
        )
        if parts:
            found.setdefault(one.outer, []).append(
                Statement(
                    " ".join(part.of(text.content) for part in parts),
                    speaker=one.speaker,
                    mention=one.attribution.mention,
                    cue=one.attribution.cue,
                    parts=parts,
                    unclosed=one.quotation.unclosed,
                )
            )
    return {number: tuple(inner) for number, inner in found.items()}


def _outermost(found: Sequence[tuple[Reported, str | None]]) -> Iterator[tuple[Reported, str | None]]:
    """Those that stand in nobody else's reported words: in "X said he hopes …" all that follows "said" is X's."""
    held: list[tuple[Span, CueKind]] = []
    for clause, speaker in found:
        cue = clause.cue
        if cue is not None and any(
            span.start <= cue.start and cue.end <= span.end and clause.parts[-1].end <= span.end + _SLACK
            for span, kind in held
            if kind in _SAID or clause.kind not in _SAID
        ):
            continue
        held = [(span, kind) for span, kind in held if span.end > clause.parts[0].start]
        if clause.kind in _SAID or clause.kind is CueKind.THOUGHT:
            held += [(part, clause.kind) for part in clause.parts]
        yield clause, speaker


_SLACK: Final = 2


def _indirect(text: Text, speech: Speech, direct: Sequence[Statement]) -> Iterator[Statement]:
    starts = [one.start or 0 for one in direct]
    english = speech.prose.lex.language == "en"
    for clause, speaker in _outermost(speech.reported) if english else speech.reported:
        children = tuple(
            direct[index]
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
            cue_kind=clause.kind,
            parts=clause.parts,
            children=children,
        )
