"""Who "I" is in a story told in the first person: the name that the others call out. Unsure means nobody."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from quotecheck.model import Words
from quotecheck.speech.paragraphs import Prose
from quotecheck.speech.prose import WORD

# "…, Watson." inside speech; a title may stand before the name. One at the front ("Well, …") is too often no name.
_CALLED: Final = re.compile(
    r"(?:(?<=, )|(?<=,\n)|(?<=[Mm]y dear ))"
    r"((?:Mr|Mrs|Miss|Ms|Dr|Sir|Captain|Master|Cousin|Uncle|Aunt)\.?[ \n])?([A-Z][a-z]{2,15})(?=[,.!?;—-]|$)"
)
_OWN_NAME: Final = re.compile(
    r"\b(?:[Mm]y name is|[Mm]y name was|[Cc]all me|I was christened|I am called)[ \n]((?:[A-Z][\w’'-]+[ \n]?){1,3})"
)
_FEWEST_CALLS: Final = 2


def narrator_of(prose: Prose, mentions: Sequence[Words]) -> str | None:
    """The name of the one who tells a story.

    Args:
        prose: The text.
        mentions: The mentions of speakers; only a text in which "I" speaks has such a one.

    Returns:
        A name that others use to address somebody, or that the story gives its teller, and that is never told of as
        of a third person; None if there is none.
    """
    if sum(mention.text == "I" for mention in mentions) < _FEWEST_CALLS:
        return None
    told = Counter(
        token.low.removesuffix("'s")
        for paragraph in prose.paragraphs
        for sentence in paragraph.sentences
        for token in sentence.tokens
        if token.kind is WORD and token.capital
    )
    own = _own_name(prose, told)
    if own is not None:
        return own
    called = Counter(
        name
        for quotation in prose.quotations
        for found in _CALLED.finditer(prose.shadow[quotation.inner.start : quotation.inner.end])
        if not told[(name := found.group(2)).lower()] and name.lower() not in prose.lex.words.adverbs
    )
    likely = [(name, count) for name, count in called.most_common(2) if count >= _FEWEST_CALLS]
    if not likely or (len(likely) == 2 and likely[0][1] < 2 * likely[1][1]):
        return None
    return likely[0][0]


def _own_name(prose: Prose, told: Counter[str]) -> str | None:
    spoken = [(quotation.outer.start, quotation.outer.end) for quotation in prose.quotations]
    for found in _OWN_NAME.finditer(prose.shadow):
        if any(start <= found.start() < end for start, end in spoken):
            continue
        name = " ".join(found.group(1).split())
        if told[name.split()[-1].lower()] <= 2:
            return name
    return None
