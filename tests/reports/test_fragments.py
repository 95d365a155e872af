"""Links that open a page at words."""

from __future__ import annotations

import pytest

from quotecheck.reports.fragments import link_to, web_address

PAGE = "https://example.org/talk"
LINKS: list[tuple[str, str, str, str]] = [
    # words, before, after, what follows the address
    ("We will not sell", "", "", "#:~:text=We%20will%20not%20sell"),
    ("We will", "she said: ", " sell, she", "#:~:text=said%3A-,We%20will,-sell%2C"),
    ("not", "do", "able", "#:~:text=not"),  # in the middle of words
    ("one-sided, they & we", "", "", "#:~:text=one%2Dsided%2C%20they%20%26%20we"),
    (
        "one two three four five six seven eight nine ten", "zero ", " eleven",
        "#:~:text=one%20two%20three%20four%20five,six%20seven%20eight%20nine%20ten",
    ),
    ("  \n ", "", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("words", "before", "after", "fragment"), LINKS)
def test_links(words: str, before: str, after: str, fragment: str) -> None:
    assert link_to(PAGE, words, before, after) == PAGE + fragment


def test_an_anchor_stays_and_a_fragment_is_replaced() -> None:
    assert link_to(f"{PAGE}#part:~:text=old", "new") == f"{PAGE}#part:~:text=new"


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.org", "talk.html", "", None,
     "https://", "https://good.example@evil.example/", "https://example.org/\u202etxt", "http://[::1", "https://a b"],
)  # fmt: skip
def test_what_is_no_address_of_the_web_becomes_no_link(address: str | None) -> None:
    assert web_address(address) is None and link_to(address, "words") is None
