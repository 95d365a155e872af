"""Who reports behind a clause may have a role before the name: it is no word of what is reported."""

from __future__ import annotations

import pytest

from quotecheck import Source, extract


@pytest.mark.parametrize(
    ("draft", "reported", "speaker"),
    [
        ("The mill will stay open, its owner, Ada Brook, told the council.", "The mill will stay open", "Ada Brook"),
        ("The mill will stay open, the mayor, Ben Cole, said.", "The mill will stay open", "Ben Cole"),
        ("The mill will stay open, Larkmoor's mayor, Ben Cole, said.", "The mill will stay open", "Ben Cole"),
        (
            "The plan is dead, the head of the council's planning committee, Ben Cole, told the paper.",
            "The plan is dead",
            "Ben Cole",
        ),
        # No comma behind the name: the role is that of somebody in the clause.
        (
            "It will be sold to Ben Cole, the owner of the pub, Ada Brook said.",
            "It will be sold to Ben Cole, the owner of the pub",
            "Ada Brook",
        ),
        # What stands between the commas behind the name is the role.
        ("The mill will stay open, Ada Brook, its owner, said.", "The mill will stay open", "Ada Brook"),
        ("She sold flour, bread, the cakes, Ada Brook said.", "She sold flour, bread, the cakes", "Ada Brook"),
        # A clause is no role.
        (
            "The plan is dead, the council has said so, Ben Cole, the mayor, told the paper.",
            "The plan is dead, the council has said so",
            "Ben Cole",
        ),
    ],
)
def test_a_role_before_the_name_is_not_reported(draft: str, reported: str, speaker: str) -> None:
    found = [(one.text, one.speaker) for one in extract(Source.from_text(draft, id="draft"))]
    assert (reported, speaker) in found and len(found) == 1
