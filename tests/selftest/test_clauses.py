"""Where a sentence may be cut and shortened, and where it may not."""

from __future__ import annotations

import pytest

from quotecheck.selftest.clauses import clauses, omissible

CLAUSES = (
    ("The ferry calls at two landings; the crane stands at the harbour.",
     ["The ferry calls at two landings", "the crane stands at the harbour."]),
    ("The ferry calls at two landings, cheap tickets.", ["The ferry calls at two landings"]),
    ("The ferry calls at two landings.", []),  # one clause is the sentence
    ("If the money comes, the ferry calls at two landings.", []),
    ("The ferry calls at two landings, not at the harbour.", []),
    ("The ferry calls at two landings, they refused.", []),
    ("Does the ferry call at two landings, cheap and dry?", []),
    ("Only the ferry calls at two landings, the crane stands.", []),
)  # fmt: skip

OMISSIBLE = (
    ("The council bought ferry tickets from the yard in spring and sold them soon afterwards.", {"from the yard"}),
    ("The council bought ferry tickets from yard 12 in spring and sold them soon afterwards.", set()),  # a figure
    ("The council bought tickets in spring.", set()),  # too little is left
    ("The council never bought ferry tickets from the yard in spring and sold them afterwards.", set()),
    ("The council bought ferry tickets without the yard in spring and sold them afterwards.", set()),
    ("The council bought ferry tickets from the head of the yard and sold them afterwards.", set()),  # "… of the yard"
)


@pytest.mark.parametrize(("sentence", "expected"), CLAUSES)
def test_clauses_that_stand_by_themselves(sentence: str, expected: list[str]) -> None:
    assert [sentence[start:end] for start, end in clauses(sentence, "en")] == expected


@pytest.mark.parametrize(("sentence", "expected"), OMISSIBLE)
def test_phrases_that_an_ellipsis_may_stand_for(sentence: str, expected: set[str]) -> None:
    assert {sentence[start:end] for start, end in omissible(sentence, "en")} == expected
