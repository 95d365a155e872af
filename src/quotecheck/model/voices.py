"""Whose words a source's stretches are."""

from __future__ import annotations

import attrs

from quotecheck.model.spans import Span
from quotecheck.model.statements import Words
from quotecheck.model.verdicts import Uttered, VoiceKind


@attrs.frozen(kw_only=True)
class Voice:
    """A stretch of a source and the one whose words it is.

    Attributes:
        kind: How the words are given: quoted, reported, a labelled turn, the author's, or narration.
        parts: Where they stand in the source's content: several spans for an interrupted quotation. Marks, labels
            and the words of the attribution are not part of it.
        speaker: The fullest name the source gives for the speaker; None if the source does not say.
        mention: The words that name the speaker there; None if there are none.
        cue: The reporting words; None if there are none.
        relayed_by: The speaker inside whose own words these are quoted; None at the outer level.
        uttered: What the source says of them: said, denied, or only imagined.
        rivals: Others who may be the speaker, where only the order of a conversation or a pronoun tells who speaks.
        others: People of a story who are surely somebody else than the one whom a description means.
        shared: True if the label stands for no one person ("OTHERS", "Q", "SEVERAL VOICES").
    """

    kind: VoiceKind
    parts: tuple[Span, ...]
    speaker: str | None = None
    mention: Words | None = None
    cue: Words | None = None
    relayed_by: str | None = None
    shared: bool = False
    uttered: Uttered = Uttered.SAID
    rivals: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        """From the first part to the last."""
        return Span(self.parts[0].start, self.parts[-1].end)
