"""What was observed about a statement and a passage, before a policy weighs it: a code, places, words to show."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from quotecheck.model import Code, Span


@attrs.frozen(kw_only=True)
class Fact:
    """An observation that becomes a finding.

    Attributes:
        code: Which.
        statement: Spans in the statement's text.
        source: Spans in the source's content.
        gaps: What fills the gaps of the code's message, besides the words of the spans.
    """

    code: Code
    statement: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    gaps: Mapping[str, str] = attrs.field(factory=dict)
