"""What can be done about a fault: offered only where it puts the statement right."""

from __future__ import annotations

import pytest

from quotecheck.checking.checker import Checker
from quotecheck.model import Text
from quotecheck.reports.offers import OfferKind, offers
from quotecheck.reports.patches import changed

SOURCE = """\
“It stands, after two long winters, for all of us in the north,” Ada Brook said. “We do not want to sell the old mill.”

“The harbour stays open all winter long,” Ben Cole said.
"""
WORDS, ELLIPSIS, SPEAKER = OfferKind.WORDS, OfferKind.ELLIPSIS, OfferKind.SPEAKER

OFFERED = {
    "words left out": (
        "“It stands for all of us in the north,” Ada Brook said.",
        ELLIPSIS,
        "“It stands … for all of us in the north,” Ada Brook said.",
    ),
    "the draft's own sign": (
        "“It stands for all of us in the north,” Ada Brook said. It rained [...] again.",
        ELLIPSIS,
        "“It stands [...] for all of us in the north,” Ada Brook said. It rained [...] again.",
    ),
    "words left out, put back": (
        "“It stands for all of us in the north,” Ada Brook said.",
        WORDS,
        "“It stands after two long winters, for all of us in the north,” Ada Brook said.",
    ),
    "another's words": (
        "“The harbour stays open all winter long,” Ada Brook said.",
        SPEAKER,
        "“The harbour stays open all winter long,” Ben Cole said.",
    ),
    "another's words, a pronoun": (
        "Ada Brook came late. “The harbour stays open all winter long,” she said.",
        SPEAKER,
        "Ada Brook came late. “The harbour stays open all winter long,” Ben Cole said.",
    ),
}


def made(draft: str) -> dict[OfferKind, str]:
    """What each offer makes of a draft."""
    checker = Checker([Text(content=SOURCE, id="talk.txt")])
    text = Text(content=draft, id="draft.md", path="draft.md")
    return {
        offer.kind: changed(draft, offer.repair.changes)
        for result in checker.check_draft(text).results
        for offer in offers(result, text, checker.check)
    }


@pytest.mark.parametrize(("draft", "kind", "mended"), OFFERED.values(), ids=OFFERED)
def test_what_is_offered(draft: str, kind: OfferKind, mended: str) -> None:
    assert made(draft)[kind] == mended


NOT_OFFERED = {
    "an ellipsis over a negation": ("“We do want to sell the old mill,” Ada Brook said.", ELLIPSIS),
    "an ellipsis where words are exchanged": ("“It stands, after ten long winters, for us,” Ada Brook said.", ELLIPSIS),
    "a name where the words are wrong too": ("“The harbour stays shut all winter long,” Ada Brook said.", SPEAKER),
    "a name where nobody is named": ("“The harbour stays shut all winter long.”", SPEAKER),
    "anything for what passes": ("“The harbour stays open all winter long,” Ben Cole said.", WORDS),
    "anything for what is not there": ("“Nobody keeps bees any more in this street,” Ben Cole said.", SPEAKER),
}  # fmt: skip


@pytest.mark.parametrize(("draft", "kind"), NOT_OFFERED.values(), ids=NOT_OFFERED)
def test_what_is_not_offered(draft: str, kind: OfferKind) -> None:
    assert kind not in made(draft)


def test_a_name_with_signs_of_a_format_is_not_put_in() -> None:
    source = Text(
        content="“The harbour stays open all winter long.”", id="talk.txt", speaker="[Ben](https://evil.example)"
    )
    checker = Checker([source])
    text = Text(content="“The harbour stays open all winter long,” Ada Brook said.", id="d.md", path="d.md")
    (result,) = checker.check_draft(text).results
    assert [offer.kind for offer in offers(result, text, checker.check)] == []
