"""Quotations that a thing bears: the words of a poster are not those of the one who spoke last."""

from __future__ import annotations

from collections.abc import Sequence

from quotecheck.model import Words
from quotecheck.speech.agreement import is_thing
from quotecheck.speech.names import read_name
from quotecheck.speech.paragraphs import Prose
from quotecheck.speech.prose import Token
from quotecheck.speech.subjects import main_subject


def bearer_of(prose: Prose, tokens: Sequence[Token], quote: Token) -> Words | None:
    """The thing that bears a quotation, as in "A poster in the hall turns this into …"; None if none does.

    Args:
        prose: The text.
        tokens: A sentence.
        quote: A quotation in it.
    """
    at = tokens.index(quote)
    subject = main_subject(tokens, at, prose.lex)
    if subject is None or subject.last >= at or tokens[subject.first].low not in prose.lex.words.determiners:
        return None
    mention = prose.mention(tokens, subject)
    return mention if mention and is_thing(read_name(mention.text)) else None
