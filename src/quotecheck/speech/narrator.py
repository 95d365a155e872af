"""Who "I" is in a story told in the first person: the name that the others call out. Unsure means nobody."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import Final

from quotecheck.model import Span, Words
from quotecheck.speech.paragraphs import Prose
from quotecheck.speech.prose import WORD

# "…, Watson." inside speech; a title may stand before the name. One at the front ("Well, …") is too often no name.
_CALLED: Final = re.compile(
    r"(?:(?<=, )|(?<=,\n)|(?<=[Mm]y dear ))"
    r"((?:Mr|Mrs|Miss|Ms|Dr|Sir|Captain|Master|Cousin|Uncle|Aunt)\.?[ \n])?([A-Z][a-z]{2,15})(?=[,.!?;—-]|$)"
)
_OWN_NAME: Final = re.compile(
    r"\b(?:[Mm]y name is|[Mm]y name was|[Cc]all me|I was christened|I am called|I called myself)[ \n]"
    r"((?:[A-Z][\w’'-]+[ \n]?){1,3})"
)
_FEWEST_CALLS: Final = 2
_OWN_TELLINGS: Final = 4
"""How often somebody writes his own name where he gives it, at most."""
_SELDOM: Final = 10
"""Calls for each time that the narration may have the name, as in a letter that it gives without marks."""
_OFTEN: Final = 6
"""Speeches of "I" from which on one call is enough, where no other name is called."""


def narrator_of(prose: Prose, mentions: Sequence[Words]) -> str | None:
    """The name of the one who tells a story.

    Args:
        prose: The text.
        mentions: The mentions of speakers; only a text in which "I" speaks has such a one.

    Returns:
        A name that others use to address somebody, or that the story gives its teller, and that is hardly ever told of
        as of a third person; None if there is none.
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
    spoken = sorted(mention.start for mention in mentions if mention.text == "I")
    called: Counter[str] = Counter()
    for quotation in prose.quotations:
        weight = 2 if _is_beside(quotation.outer, spoken) else 1
        for found in _CALLED.finditer(prose.shadow[quotation.inner.start : quotation.inner.end]):
            name = found.group(2)
            if name.lower() not in prose.lex.words.adverbs:
                called[name] += weight
    called = Counter({name: count for name, count in called.items() if _SELDOM * told[name.lower()] <= count})
    spoken_often = len(spoken) >= _OFTEN and len(called) == 1
    fewest = 1 if spoken_often else _FEWEST_CALLS
    likely = [(name, count) for name, count in called.most_common(2) if count >= fewest]
    if not likely or (len(likely) == 2 and likely[0][1] < 2 * likely[1][1]):
        return None
    return likely[0][0]


def _is_beside(outer: Span, spoken: Sequence[int]) -> bool:
    """True if "I" speaks right before or after a quotation: the name that is called out in it may be his."""
    index = bisect_left(spoken, outer.start - _BESIDE)
    return index < len(spoken) and spoken[index] < outer.end + _BESIDE


_BESIDE: Final = 300
"""Code points between somebody's words and those of the one who tells the story."""


def _own_name(prose: Prose, told: Counter[str]) -> str | None:
    spoken = [(quotation.outer.start, quotation.outer.end) for quotation in prose.quotations]
    for found in _OWN_NAME.finditer(prose.shadow):
        if any(start <= found.start() < end for start, end in spoken):
            continue
        name = " ".join(found.group(1).split())
        if told[name.split()[-1].lower()] <= _OWN_TELLINGS:
            return name
    return None
