"""What a draft declares behind a quotation, and to which quotation it belongs."""

from __future__ import annotations

import pytest

from quotecheck.model import Text
from quotecheck.speech.statements import extract

DRAFTS = [
    ("“The duty is plain” (emphasis added), Ada Brook said.", ["(emphasis added)"]),
    ("“The duty is plain.” Brook v. Cole, 12 U.S. 3, 4 (1999) (cleaned up).", ["(cleaned up)"]),
    ("“The duty is plain,” Ada Brook said [Hervorhebung durch die Red.].", ["[Hervorhebung durch die Red.]"]),
    ("“The duty is plain,” Ada Brook (mayor) said.", []),
    ("“The duty is plain,” Ada Brook said.\n\nNobody read it (emphasis added).", []),
    ("He read it out (emphasis added). “The duty is plain,” Ada Brook said.", []),
]


@pytest.mark.parametrize(("draft", "declared"), DRAFTS, ids=range(len(DRAFTS)))
def test_what_is_declared_of_a_quotation(draft: str, declared: list[str]) -> None:
    text = Text(content=draft)
    statement = next(one for one in extract(text) if "duty" in one.text)
    assert [one.text for one in statement.declares] == declared
    assert all(draft[one.start : one.end] == one.text for one in statement.declares)


def test_it_belongs_to_the_last_quotation_before_it() -> None:
    draft = "“The duty is plain,” Ada Brook said. “It binds every guild” (emphasis added), she said."
    told = {one.text: [words.text for words in one.declares] for one in extract(Text(content=draft))}
    assert told["It binds every guild"] == ["(emphasis added)"] and told["The duty is plain,"] == []
