"""Italics or bold that the source does not have and the draft does not declare (QC208)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from quotecheck.language.declaring import Declaration
from quotecheck.language.function_words import is_function_word
from quotecheck.model import Code, Span, Statement
from quotecheck.text.tokens import Tokens
from quotecheck.verdicts.declared import Declared
from quotecheck.verdicts.facts import Fact
from quotecheck.verdicts.judge import Considered
from quotecheck.verdicts.words import Likeness

MOST: Final = 0.7
"""Share of a statement's words from which it is set in italics as a whole, as houses set quotations."""


def emphasis(statement: Statement, considered: Considered, declared: Declared) -> Iterator[Fact]:
    """QC208 for words that only the draft stresses.

    Args:
        statement: What was asked, with what its draft sets in italics or bold.
        considered: The deciding passage.
        declared: What the draft declares of the statement.
    """
    there = considered.text.emphases
    if not statement.emphasis or there is None or Declaration.EMPHASIS in declared.kinds:
        return
    if considered.words.likeness not in {Likeness.EXACT, Likeness.ALTERED}:
        return
    comparison = considered.comparison
    own, tokens = comparison.query.tokens, comparison.source
    to = dict(comparison.pairs)
    stressed = [span for span in statement.emphasis if not _is_title(own, span)]
    words = {at for span in stressed for at in range(*own.between(span))}
    if not words or len(words) >= MOST * max(1, len(own)):
        return
    new = [at for at in sorted(words) if at in to and not _covered(tokens.span(to[at]), there)]
    if new:
        yield Fact(
            code=Code.UNDECLARED_EMPHASIS,
            statement=tuple(own.span(at) for at in new),
            source=tuple(tokens.span(to[at]) for at in new),
        )


def _covered(span: Span, there: Sequence[Span]) -> bool:
    return any(one.overlaps(span) for one in there)


def _is_title(own: Tokens, span: Span) -> bool:
    """True if what is in italics is named and not stressed: a title, a ship; its words of content have capitals."""
    words = [at for at in range(*own.between(span)) if not is_function_word(own.keys[at])]
    return bool(words) and all(own.word(at)[:1].isupper() for at in words) and own.between(span)[0] > 0
