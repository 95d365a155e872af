"""QC411 from a draft's own words to a source: order and questions."""

from __future__ import annotations

import pytest

from quotecheck import Checker
from quotecheck.model import Code, Text

TALK = """
OMAR LIND: Will you sell the mill this year?

ADA BROOK: We will sell it in spring.

OMAR LIND: And the people who work there?

ADA BROOK: Nobody has to fear for his work.

OMAR LIND: What of the orchard?

ADA BROOK: The orchard stays with us.
"""
OF_SPRING = "“We will sell it in spring,” "
OF_WORK = "“Nobody has to fear for his work,” "

AGAINST = [
    f"{OF_WORK}Ada Brook said. {OF_SPRING}she added.",
    f"“And the people who work there?” Omar Lind asked. {OF_SPRING}Ada Brook replied.",
    "Asked about the orchard, Ada Brook said: “We will sell it in spring.”",
    "Asked about the orchard, Ada Brook said: “Nobody has to fear for his work.”",
]
ALONG = [
    f"{OF_SPRING}Ada Brook said. {OF_WORK}she added.",
    f"{OF_WORK}Ada Brook said. {OF_SPRING}she said.",
    f"“And the people who work there?” Omar Lind asked. {OF_WORK}Ada Brook replied.",
    "Asked about the orchard, Ada Brook said: “The orchard stays with us.”",
    "Asked about the mill, Ada Brook said: “Nobody has to fear for his work.”",
    "Asked about the jobs, Ada Brook said: “Nobody has to fear for his work.”",
    f"“What of the meadow?” Omar Lind asked. {OF_SPRING}Ada Brook replied.",
]


def told(draft: str, source: Text) -> list[str]:
    report = Checker([source]).check_draft(Text(content=draft))
    return [one.message for result in report.results for one in result.findings if one.code is Code.SEQUENCE]


@pytest.mark.parametrize("draft", AGAINST, ids=range(len(AGAINST)))
def test_an_order_that_the_source_does_not_have_is_told(draft: str) -> None:
    (message,) = told(draft, Text(content=TALK))
    assert message.startswith("In the source it does not follow “")


@pytest.mark.parametrize("draft", ALONG, ids=range(len(ALONG)))
def test_an_order_that_it_has_or_that_cannot_be_told_is_silent(draft: str) -> None:
    assert told(draft, Text(content=TALK)) == []


def test_a_report_orders_as_it_likes() -> None:
    article = (
        "“We will sell it in spring,” Ada Brook said.\n\nEarlier: “Nobody has to fear for his work,” Ada Brook said."
    )
    assert told(AGAINST[0], Text(content=article)) == []
