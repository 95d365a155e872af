"""Words of a source that may be quoted as they stand. How they are found stands in ``ground``."""

from __future__ import annotations

import attrs

from quotecheck.model import Span, VoiceKind


@attrs.frozen(kw_only=True)
class Truth:
    """Words of a source that may be quoted as they stand.

    Attributes:
        text: The words, every run of white space one space.
        span: Where they stand in the source's content, in code points.
        voice: How the source gives them.
        speaker: Whose words they are; None for narration and where the source does not say.
        whole: True for a sentence, False for a clause out of one.
        joined: True for two neighbouring parts of one interrupted quotation.
        rivals: Others who may be the speaker, where only the order of a talk or a pronoun tells.
    """

    text: str
    span: Span
    voice: VoiceKind
    speaker: str | None = None
    whole: bool = True
    joined: bool = False
    rivals: tuple[str, ...] = ()
