"""What is to be checked: the words, how they are given, and who is said to have said them."""

from __future__ import annotations

import attrs

from quotecheck.model.errors import UsageError
from quotecheck.model.spans import Span
from quotecheck.model.verdicts import CueKind, Kind, NoClaim, Tie, Zone


@attrs.frozen
class Words:
    """Words that stand in a text, with their place: a mention of a speaker, or a cue.

    Attributes:
        text: The words, as they stand there.
        start: First code point in the text's content.
        end: One past the last code point.
    """

    text: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The place as a span."""
        return Span(self.start, self.end)


@attrs.frozen
class Sequel:
    """What a draft says a quotation was added to, or answers.

    Attributes:
        tie: How it says so.
        text: The words of the other quotation, or what was asked.
    """

    tie: Tie
    text: str


def _kind(value: Kind | str) -> Kind:
    try:
        return Kind(value)
    except ValueError:
        raise UsageError(f'a kind is "direct", "indirect" or "mixed", not {value!r}') from None


@attrs.frozen
class Statement:
    """One thing to check.

    Attributes:
        text: The content, without its outer quotation marks. The parts of an interrupted quotation stand here
            joined by one space.
        kind: ``direct`` (the speaker's own words), ``indirect`` (reported, or a claim) or ``mixed``.
        speaker: The fullest name the draft gives for the one who speaks; None if it gives the words to nobody.
        mention: The words that name the speaker at this quotation; None if there are none.
        cue: The reporting words ("told reporters", "according to"); None if there are none.
        cue_kind: What the cue of an indirect or mixed statement says of its content: whether it is said, thought, only
            wanted or judged, or hearsay; None for a direct one, a claim and a candidate from a list.
        source: The source that the draft cites (a source's id or path); None if it cites none.
        parts: Where the content stands in the draft, one span a part; empty for a candidate from a list.
        children: The quoted parts of a mixed statement; the inner levels of a quotation in a quotation.
        id: A name of the user's for it; None if there is none.
        draft: The id of the draft it stands in; None for a candidate from a list.
        line: Line in the draft's file, from 1; None as above.
        column: Column in that line in code points, from 1; None as above.
        unclosed: True if its quotation mark is never closed (QC501).
        term: True if it is marks round words that nobody is said to have said (QC507).
        zone: What part of the draft it stands in.
        declares: What the draft declares behind it, with its place there: "(emphasis added)", "(cleaned up)".
        emphasis: Spans of ``text`` that the draft sets in italics or bold.
        referents: Whom its pronouns stand for, as the sentences before tell: the name, with the pronoun's place in the
            draft.
        follows: What its cue says it was added to, or answers; None if nothing.
        no_claim: Why it claims nothing and is not checked; None if it is a statement.

    Raises:
        UsageError: if the text is no string, or there is no such kind.
    """

    text: str = attrs.field()
    kind: Kind = attrs.field(default=Kind.DIRECT, converter=_kind, kw_only=True)
    speaker: str | None = attrs.field(default=None, kw_only=True)
    mention: Words | None = attrs.field(default=None, kw_only=True)
    cue: Words | None = attrs.field(default=None, kw_only=True)
    cue_kind: CueKind | None = attrs.field(default=None, kw_only=True)
    source: str | None = attrs.field(default=None, kw_only=True)
    parts: tuple[Span, ...] = attrs.field(default=(), kw_only=True)
    children: tuple[Statement, ...] = attrs.field(default=(), kw_only=True)
    id: str | None = attrs.field(default=None, kw_only=True)
    draft: str | None = attrs.field(default=None, kw_only=True)
    line: int | None = attrs.field(default=None, kw_only=True)
    column: int | None = attrs.field(default=None, kw_only=True)
    unclosed: bool = attrs.field(default=False, kw_only=True)
    term: bool = attrs.field(default=False, kw_only=True)
    zone: Zone = attrs.field(default=Zone.BODY, kw_only=True)
    declares: tuple[Words, ...] = attrs.field(default=(), kw_only=True)
    emphasis: tuple[Span, ...] = attrs.field(default=(), kw_only=True)
    referents: tuple[Words, ...] = attrs.field(default=(), kw_only=True)
    follows: Sequel | None = attrs.field(default=None, kw_only=True)
    no_claim: NoClaim | None = attrs.field(default=None, kw_only=True)

    @text.validator
    def _is_a_string(self, _: object, text: object) -> None:
        if not isinstance(text, str):
            raise UsageError(f"the text of a statement is a string, not {type(text).__name__}")

    @property
    def start(self) -> int | None:
        """First code point of the content in the draft; None for a candidate from a list."""
        return self.parts[0].start if self.parts else None

    @property
    def end(self) -> int | None:
        """One past the last code point of the content in the draft; None for a candidate from a list."""
        return self.parts[-1].end if self.parts else None

    def at(self, offset: int) -> int | None:
        """Where a code point of the draft stands in ``text``; None if it is in none of the parts."""
        before = 0
        for part in self.parts:
            if part.start <= offset < part.end:
                return before + offset - part.start
            before += len(part) + 1
        return None
