"""Signs that a page was saved behind a wall: for subscribers, with consent, for people only. Nothing is cut."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from quotecheck.reading.html.about import About
from quotecheck.reading.html.blocks import Block, Page

_SHORT: Final = 1_500  # code points: a saved article that holds less may be a beginning
_TINY: Final = 600  # code points: a page that holds less is no article
_LONGEST: Final = 400  # code points of a block that may be a wall's own words
_SHARE: Final = 0.7  # of the words a page says it has
# Words of a wall that no article says of itself in passing. "Subscribe" alone stands on every page.
_PAY: Final = re.compile(
    r"(?:(?:subscribe|sign (?:in|up)|log ?in|register|join)[^.!?]{0,40} to (?:continue|keep|finish) reading"
    r"|to (?:continue|keep|finish) reading(?: this (?:article|story))?,? [^.!?]{0,30}(?:subscribe|sign|log|register)"
    r"|(?:continue|keep) reading (?:this (?:article|story) )?(?:with|for) (?:a|an|your|our|just|only|[$€£])"
    r"|this (?:article|content|story|post) is (?:only |exclusively |reserved )?(?:available )?(?:for|to) "
    r"(?:our )?(?:paid |paying |premium |registered )?(?:subscribers|members)"
    r"|(?:subscribers?|members?)[- ]only (?:article|content|story)"
    r"|already (?:a|an) (?:\w+ )?(?:subscriber|member)\?"
    r"|you(?:’|'| ha)ve (?:reached|read|used) (?:your|all|the)[^.!?]{0,40}(?:free )?(?:article|limit)"
    r"|weiterlesen (?:mit|nach)|jetzt (?:abonnieren|weiterlesen|testen)[^.!?]{0,30}weiter"
    r"|(?:dieser|diesen|der) (?:artikel|beitrag|text)[^.!?]{0,30}(?:nur|exklusiv) für abonnent"
    r"|(?:cet|l[’'])\s?article (?:est )?réservé (?:à nos|aux) abonnés|il vous reste [\d,. ]{1,6}% de cet article"
    r"|(?:contenido|artículo) (?:exclusivo |sólo |solo )?para (?:nuestros )?suscriptores)",
    re.IGNORECASE,
)
_CONSENT: Final = re.compile(
    r"(?:we value your privacy|before you continue|accept (?:all )?(?:cookies|and continue)|cookie (?:policy|consent)"
    r"|we and our \d* ?partners|manage (?:my |your )?(?:choices|preferences|options)|consent"
    r"|alle cookies|zustimmen und weiter|cookies akzeptieren|accepter (?:et|les cookies)"
    r"|aceptar (?:todas|y continuar))",
    re.IGNORECASE,
)
_GATE: Final = re.compile(
    r"(?:(?:enable|turn on|activate|requires?) javascript|javascript is (?:disabled|not available)"
    r"|(?:checking|verifying)[^.!?]{0,20} (?:browser|human)|are you (?:a )?(?:human|robot)|verify you are (?:a )?human"
    r"|access (?:to this page )?(?:has been )?denied|(?:404|403)\b|page not found|complete the captcha)",
    re.IGNORECASE,
)


def walls(page: Page, kept: Sequence[Block], known: About) -> Iterator[str]:
    """Why a page is probably not whole, as sentences; none for most.

    Args:
        page: All that the page shows.
        kept: Its article.
        known: What it says of itself.
    """
    length = sum(len(piece.text) for block in kept for piece in block.pieces)
    told = any(len(block.text) <= _LONGEST and _PAY.search(block.text) for block in page.blocks)
    if told and (length < _SHORT * 4 or known.free is False):
        yield "the page tells its reader to subscribe or sign in to read on: the article is probably cut off"
    elif known.free is False and (length < _SHORT or _lacks_words(kept, known)):
        yield "the page says that it is not free to read, and holds little: the article is probably cut off"
    if length >= _TINY:
        return
    shown = " ".join(block.text for block in page.blocks)[: 4 * _TINY]
    if _CONSENT.search(shown) and len(shown) < 4 * _TINY:
        yield "the page asks for consent to cookies and holds little else: the article is probably not in it"
    elif _GATE.search(shown):
        yield "the page is a gate (scripts, robots, an error) and holds little else: the article is probably not in it"


def _lacks_words(kept: Sequence[Block], known: About) -> bool:
    return known.words is not None and sum(len(block.text.split()) for block in kept) < known.words * _SHARE
