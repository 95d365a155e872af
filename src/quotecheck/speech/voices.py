"""Whose words every stretch of a source is. What a draft makes of them is not asked here."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Final

import attrs

from quotecheck.language.guess import language_of
from quotecheck.model import CueKind, Span, Text, Uttered, Voice, VoiceKind, Words
from quotecheck.speech.attributed import root_of
from quotecheck.speech.blocks import BlockKind
from quotecheck.speech.said import Marked, Speech, is_term, joined, read_marks, read_speech, trim
from quotecheck.speech.turns import Turn, read_turns

_SEGMENT: Final = 200_000
"""Code points that are read at once: what nobody asks about in a long source is never read."""
_LEAD: Final = 20_000
"""Code points before a segment that are read with it, for the names in them."""


@attrs.frozen
class _Layout:
    """The voices of one segment, and which of them is on top from which offset on."""

    voices: tuple[Voice, ...]
    starts: tuple[int, ...]
    owners: tuple[Voice, ...]


@attrs.frozen(eq=False)
class _Piece:
    """What is read for one segment: some text before it too, with the turns in it and its quotations.

    Attributes:
        lead: Where it begins in the source; offsets of all else count from there.
    """

    lead: int
    text: Text
    turns: Sequence[Turn]
    marked: Marked

    def holds_speech(self, offset: int) -> bool:
        """True if an offset lies in a quotation that may be a voice of its own, or in a block quotation."""
        index = bisect_right(self._quoted, (offset, len(self.text.content))) - 1
        return index >= 0 and offset < self._quoted[index][1]

    @cached_property
    def _quoted(self) -> Sequence[tuple[int, int]]:
        """Where quotations stand that may be voices, each with the end of the farthest so far.

        In a transcript those outside its turns are none, unless there is another inside, which has its own speaker.
        """
        spans = [(one.outer.start, one.outer.end) for one in self.marked.outer]
        if self.turns:
            inside = [one.outer.start for one in self.marked.every if one.level]
            spans = [
                span
                for span in spans
                if self._in_turn(*span) or bisect_left(inside, span[0]) < bisect_left(inside, span[1])
            ]
        else:
            spans += [
                (one.span.start, one.span.end) for one in self.marked.blocks.blocks if one.kind is BlockKind.QUOTE
            ]
        spans.sort()
        return [(start, end) for (start, _), end in zip(spans, accumulate((end for _, end in spans), max), strict=True)]

    def _in_turn(self, start: int, end: int) -> bool:
        """True if a turn has words between two offsets."""
        index = bisect_left(self.turns, end, key=lambda turn: turn.body.start) - 1
        return index >= 0 and self.turns[index].body.end > start


@attrs.frozen(eq=False)
class Voices:
    """The voices of a source. Segments of a long source are read when they are first asked about, and remembered.

    Where there are labels, or one speaker, only the words in marks may be another's: elsewhere marks are all that is
    read.

    Attributes:
        ground: Whose words everything else is: the author's, or narration.
        turns: The labelled turns, in order of place; empty for a source that is no transcript.
    """

    ground: Voice
    turns: tuple[Voice, ...]
    _text: Text = attrs.field(repr=False)
    _turns_read: tuple[Turn, ...] = attrs.field(repr=False)
    _borders: tuple[int, ...] = attrs.field(repr=False)
    _layouts: dict[int, _Layout] = attrs.field(factory=dict, init=False, repr=False)
    _outlines: dict[int, _Layout] = attrs.field(factory=dict, init=False, repr=False)
    _pieces: dict[int, _Piece] = attrs.field(factory=dict, init=False, repr=False)

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Everything that somebody says, in order of place; an inner voice comes after the one round it."""
        inner = [voice for number in range(len(self._borders)) for voice in self._layout(number).voices]
        return tuple(sorted([*self.turns, *inner], key=_by_place))

    def at(self, offset: int) -> Voice:
        """The innermost voice at one offset of the content, in code points."""
        number = self._segment(offset)
        layout = self._layouts.get(number)
        if layout is None:
            layout = self._labelled(number) if self._is_plain(number, offset) else self._layout(number)
        return layout.owners[bisect_right(layout.starts, offset) - 1]

    def over(self, span: Span) -> tuple[tuple[Span, Voice], ...]:
        """Part a span into stretches by innermost voice.

        Args:
            span: A span of the source's content; nothing comes back for an empty one.

        Returns:
            Stretches that cover the span without gap, in order, each with its voice.
        """
        found: list[tuple[Span, Voice]] = []
        at = span.start
        while at < span.end:
            number = self._segment(at)
            layout = self._layout(number)
            limit = self._borders[number + 1] if number + 1 < len(self._borders) else span.end
            index = bisect_right(layout.starts, at) - 1
            stop = layout.starts[index + 1] if index + 1 < len(layout.starts) else limit
            stop = min(stop, limit, span.end)
            found.append((Span(at, stop), layout.owners[index]))
            at = stop
        return tuple(found)

    def _segment(self, offset: int) -> int:
        return max(0, bisect_right(self._borders, offset) - 1)

    def _is_plain(self, number: int, offset: int) -> bool:
        """True if an offset can only be its turn's, or the one's whose words all of it is: it lies in no quotation."""
        if not (self._turns_read or self._text.speaker):
            return False  # reported speech has no marks
        piece = self._piece(number)
        return bool(piece.turns or piece.text.speaker) and not piece.holds_speech(offset - piece.lead)

    def _piece(self, number: int) -> _Piece:
        piece = self._pieces.get(number)
        if piece is None:
            piece = self._pieces[number] = _piece(self._text, self._turns_read, *self._range(number))
        return piece

    def _range(self, number: int) -> tuple[int, int]:
        """From where to where a segment goes."""
        last = number + 1 == len(self._borders)
        return self._borders[number], len(self._text.content) if last else self._borders[number + 1]

    def _turns_of(self, number: int) -> tuple[Voice, ...]:
        start, end = self._range(number)
        first = max(0, bisect_right(self.turns, start, key=_start) - 1)
        return self.turns[first : bisect_left(self.turns, end, key=_start)]

    def _labelled(self, number: int) -> _Layout:
        """A segment's turns alone."""
        layout = self._outlines.get(number)
        if layout is None:
            layout = self._outlines[number] = _laid_out((), self._turns_of(number), self.ground)
        return layout

    def _layout(self, number: int) -> _Layout:
        layout = self._layouts.get(number)
        if layout is None:
            start, _ = self._range(number)
            inner = tuple(sorted(_inner(self._piece(number), start), key=_by_place))
            layout = _laid_out(inner, sorted([*self._turns_of(number), *inner], key=_by_place), self.ground)
            self._layouts[number] = layout
            self._pieces.pop(number, None)
        return layout


def read_voices(text: Text, turns: Sequence[Turn] | None = None) -> Voices:
    """Say of every stretch of a source whose words it is.

    Args:
        text: The source. Where its ``speaker`` is known, all of it is his; where its ``author`` is, the narration is.
        turns: Its turns, if they were read already.

    Returns:
        The voices; offsets are code points of ``text.content``. Labels are read at once; marks, cues and names of a
        long source only where it is asked about.
    """
    turns = () if text.speaker else read_turns(text) if turns is None else tuple(turns)
    voiced = tuple(
        Voice(
            kind=VoiceKind.TURN,
            parts=_without(turn.body, turn.notes),
            speaker=turn.speaker,
            mention=turn.label,
            shared=turn.shared,
        )
        for turn in turns
    )
    if len(text.content) > _SEGMENT and not text.language:
        text = attrs.evolve(text, language=language_of(text.content, None))
    return Voices(_ground(text), voiced, text, tuple(turns), tuple(_borders(text.content, turns)))


def restored_voices(text: Text, voices: Sequence[Voice]) -> Voices:
    """The voices of a source as they were read before.

    Args:
        text: The source.
        voices: What ``Voices.voices`` gave for it, in the same order.
    """
    turns = tuple(voice for voice in voices if voice.kind is VoiceKind.TURN)
    inner = tuple(voice for voice in voices if voice.kind is not VoiceKind.TURN)
    found = Voices(_ground(text), turns, text, (), (0,))
    found._layouts[0] = _laid_out(inner, voices, found.ground)
    return found


def _start(voice: Voice) -> int:
    return voice.parts[0].start


def _label(turn: Turn) -> int:
    return turn.label.start


def _by_place(voice: Voice) -> tuple[int, int]:
    return voice.span.start, -voice.span.end


def _borders(content: str, turns: Sequence[Turn]) -> Iterator[int]:
    """Where segments begin: at a label, or at a paragraph that no quotation mark opens."""
    yield 0
    at = 0
    labels = [turn.label.start for turn in turns]
    while len(content) - at > 2 * _SEGMENT:
        if labels:
            index = bisect_right(labels, at + _SEGMENT)
            at = labels[index] if index < len(labels) else len(content)
        else:
            at = _cut(content, at + _SEGMENT, at + 2 * _SEGMENT)
        if at < len(content):
            yield at


def _cut(content: str, first: int, last: int) -> int:
    """The best place to cut between two offsets: a paragraph's beginning, else a line's, a sentence's, or anywhere."""
    for border in (_PARAGRAPH, _LINE, _STOP):
        found = border.search(content, first, last)
        if found is not None:
            return found.end()
    return last


_LINE: Final = re.compile(r"\n(?=\w)")
_STOP: Final = re.compile(r"[.!?] (?=\w)")
_PARAGRAPH: Final = re.compile(r"(?<=\S)[ \t\r]*+\n[ \t\r]*+\n\s*+(?=\w)")


def _lead(content: str, turns: Sequence[Turn], start: int) -> int:
    """Where to begin to read for a segment: some paragraphs or turns before it."""
    if start <= _LEAD:
        return 0
    if turns:
        index = bisect_right(turns, start - _LEAD, key=_label) - 1
        return turns[index].label.start if index >= 0 else 0
    found = _PARAGRAPH.search(content, start - _LEAD, start)
    return found.end() if found else start


def _piece(text: Text, turns: Sequence[Turn], start: int, end: int) -> _Piece:
    """What is read for a segment of a text."""
    lead = _lead(text.content, turns, start)
    if lead == 0 and end == len(text.content):
        return _Piece(0, text, turns, read_marks(text))
    blocks = tuple(block.shifted(-lead) for block in text.blocks if lead <= block.start and block.end <= end)
    piece = attrs.evolve(text, content=text.content[lead:end], blocks=blocks)
    near = turns[bisect_left(turns, lead, key=_label) : bisect_left(turns, end, key=_label)]
    return _Piece(lead, piece, [_shifted_turn(turn, -lead) for turn in near], read_marks(piece))


def _inner(piece: _Piece, start: int) -> Iterator[Voice]:
    """The quoted and reported voices that begin in a segment."""
    for voice in _read(piece):
        if voice.span.start + piece.lead >= start:
            yield _shifted(voice, piece.lead) if piece.lead else voice


def _shifted_turn(turn: Turn, by: int) -> Turn:
    label = Words(turn.label.text, turn.label.start + by, turn.label.end + by)
    return attrs.evolve(
        turn, label=label, body=turn.body.shifted(by), notes=tuple(note.shifted(by) for note in turn.notes)
    )


def _shifted(voice: Voice, by: int) -> Voice:
    def words(one: Words | None) -> Words | None:
        return None if one is None else Words(one.text, one.start + by, one.end + by)

    parts = tuple(part.shifted(by) for part in voice.parts)
    return attrs.evolve(voice, parts=parts, mention=words(voice.mention), cue=words(voice.cue))


def _read(piece: _Piece) -> Iterator[Voice]:
    text, turns = piece.text, piece.turns
    speech = read_speech(text, piece.marked)
    yield from _quoted(text, speech, turns)
    if not turns and not text.speaker:
        for clause, speaker in speech.reported:
            if clause.kind not in (CueKind.SPEECH, CueKind.DENIAL, CueKind.THOUGHT):
                continue
            yield Voice(
                kind=VoiceKind.REPORTED,
                parts=clause.parts,
                speaker=speaker,
                mention=clause.mention,
                cue=clause.cue,
                relayed_by=text.author,
            )


def _ground(text: Text) -> Voice:
    whole = (Span(0, len(text.content)),)
    owner = text.speaker or text.author
    if text.spoken and not owner:  # captions and the like: somebody says it, and the file does not tell who
        return Voice(kind=VoiceKind.TURN, parts=whole, shared=True)
    return Voice(kind=VoiceKind.AUTHOR if owner else VoiceKind.NARRATION, parts=whole, speaker=owner)


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
        rivals=speech.rivals.get(first, ()),
        others=speech.others.get(first, ()),
        mention=root.mention if root else None,
        cue=root.cue if root else None,
        relayed_by=text.speaker or text.author,
        uttered=root.uttered if root else Uttered.SAID,
    )


def _laid_out(inner: tuple[Voice, ...], voices: Sequence[Voice], ground: Voice) -> _Layout:
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
    return _Layout(inner, tuple(starts), tuple(owners))
