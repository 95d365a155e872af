"""Whose words every stretch of a source is. What a draft makes of them is not asked here."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import attrs

from quotecheck.model import Span, Text, Voice, VoiceKind
from quotecheck.speech.said import Speech, is_term, joined, read_speech, root_of, trim
from quotecheck.speech.turns import Turn, read_turns


@attrs.frozen
class Voices:
    """The voices of a source.

    Attributes:
        voices: Everything that somebody says, in order of place; an inner voice comes after the one round it.
        ground: Whose words the rest are: the author's, or narration.
    """

    voices: tuple[Voice, ...]
    ground: Voice
    _starts: tuple[int, ...] = attrs.field(repr=False)
    _owners: tuple[Voice, ...] = attrs.field(repr=False)

    def at(self, offset: int) -> Voice:
        """The innermost voice at one offset of the content, in code points."""
        index = bisect_right(self._starts, offset) - 1
        return self._owners[index] if index >= 0 else self.ground

    def over(self, span: Span) -> tuple[tuple[Span, Voice], ...]:
        """Part a span into stretches by innermost voice.

        Args:
            span: A span of the source's content; nothing comes back for an empty one.

        Returns:
            Stretches that cover the span without gap, in order, each with its voice.
        """
        if span.start >= span.end:
            return ()
        index = bisect_right(self._starts, span.start) - 1
        found: list[tuple[Span, Voice]] = []
        at = span.start
        while at < span.end:
            stop = self._starts[index + 1] if index + 1 < len(self._starts) else span.end
            owner = self._owners[index] if index >= 0 else self.ground
            found.append((Span(at, min(stop, span.end)), owner))
            at = stop
            index += 1
        return tuple(found)


def read_voices(text: Text) -> Voices:
    """Say of every stretch of a source whose words it is.

    Args:
        text: The source. Where its ``speaker`` is known, all of it is his; where its ``author`` is, the narration is.

    Returns:
        The voices; offsets are code points of ``text.content``.
    """
    ground = _ground(text)
    found = sorted(_found(text), key=lambda voice: (voice.span.start, -voice.span.end))
    return _laid_out(tuple(found), ground)


def _ground(text: Text) -> Voice:
    whole = (Span(0, len(text.content)),)
    owner = text.speaker or text.author
    return Voice(kind=VoiceKind.AUTHOR if owner else VoiceKind.NARRATION, parts=whole, speaker=owner)


def _found(text: Text) -> Iterator[Voice]:
    turns = () if text.speaker else read_turns(text)
    for turn in turns:
        yield Voice(
            kind=VoiceKind.TURN,
            parts=_without(turn.body, turn.notes),
            speaker=turn.speaker,
            mention=turn.label,
            shared=turn.shared,
        )
    speech = read_speech(text)
    yield from _quoted(text, speech, turns)
    if not turns and not text.speaker:
        for clause, speaker in speech.reported:
            yield Voice(
                kind=VoiceKind.REPORTED,
                parts=clause.parts,
                speaker=speaker,
                mention=clause.mention,
                cue=clause.cue,
                relayed_by=text.author,
            )


def _without(body: Span, notes: Sequence[Span]) -> tuple[Span, ...]:
    """A turn's words without the notes inside them."""
    parts: list[Span] = []
    at = body.start
    for note in notes:
        if note.start > at:
            parts.append(Span(at, note.start))
        at = max(at, note.end)
    if at < body.end or not parts:
        parts.append(Span(min(at, body.end), body.end))
    return tuple(parts)


def _quoted(text: Text, speech: Speech, turns: Sequence[Turn]) -> Iterator[Voice]:
    starts = [turn.body.start for turn in turns]
    for group in joined(speech):
        voice = _of_group(text, speech, group)
        if voice is None:
            continue
        if turns:
            index = bisect_right(starts, voice.span.start) - 1
            turn = turns[index] if index >= 0 else None
            if turn is None or not _stands_inside(voice, turn):
                continue
            voice = attrs.evolve(voice, relayed_by=turn.speaker)
            if voice.mention is not None and voice.mention.start < turn.body.start:
                voice = attrs.evolve(voice, speaker=None, mention=None, cue=None)
        yield voice
    if not turns:
        for block in speech.blocks:
            yield Voice(
                kind=VoiceKind.QUOTED,
                parts=block.parts,
                speaker=block.speaker,
                mention=block.attribution.mention if block.attribution else None,
                cue=block.attribution.cue if block.attribution else None,
                relayed_by=text.speaker or text.author,
            )
    for one in speech.inner:
        outer = speech.speakers[one.outer] or text.speaker
        yield Voice(
            kind=VoiceKind.QUOTED,
            parts=one.quotation.parts,
            speaker=one.speaker,
            mention=one.attribution.mention,
            cue=one.attribution.cue,
            relayed_by=outer,
        )


def _stands_inside(voice: Voice, turn: Turn) -> bool:
    """True if a quotation stands in a turn and is not the whole of it."""
    if not turn.body.contains(voice.span):
        return False
    return len(turn.body) - len(voice.span) > 4


def _of_group(text: Text, speech: Speech, group: Sequence[int]) -> Voice | None:
    first = group[0]
    if len(group) == 1 and is_term(speech, first):
        return None
    parts = tuple(
        trimmed
        for number in group
        for part in speech.prose.quotations[number].parts
        if (trimmed := trim(text.content, part)).start < trimmed.end
    )
    if not parts:
        return None
    root = speech.attributions[root_of(speech.attributions, first)]
    return Voice(
        kind=VoiceKind.QUOTED,
        parts=parts,
        speaker=speech.speakers[first],
        mention=root.mention if root else None,
        cue=root.cue if root else None,
        relayed_by=text.speaker or text.author,
    )


def _laid_out(voices: tuple[Voice, ...], ground: Voice) -> Voices:
    """Lay the voices over each other: at each border, the one on top owns what follows."""
    pieces = [(part, voice) for voice in voices for part in voice.parts if part.start < part.end]
    borders = [(part.start, 1, number) for number, (part, _) in enumerate(pieces)]
    borders += [(part.end, 0, number) for number, (part, _) in enumerate(pieces)]
    starts, owners = [0], [ground]
    opened: list[int] = []
    closed: set[int] = set()
    for offset, opens, number in sorted(borders):
        if opens:
            opened.append(number)
        else:
            closed.add(number)
        while opened and opened[-1] in closed:
            closed.discard(opened.pop())
        owner = pieces[opened[-1]][1] if opened else ground
        if starts[-1] == offset:
            owners[-1] = owner
        else:
            starts.append(offset)
            owners.append(owner)
    return Voices(voices, ground, tuple(starts), tuple(owners))
