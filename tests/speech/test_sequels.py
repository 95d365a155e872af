"""What a draft says a quotation was added to, or answers."""

from __future__ import annotations

import pytest

from quotecheck.model import Text, Tie
from quotecheck.speech.statements import extract

FIRST = "“The plan is dead and gone,” Dana Ruiz said."
QUESTION = "“Will you sell the forest?” Omar Lind asked."
GONE, FOREST = "The plan is dead and gone,", "Will you sell the forest?"

TIED = [
    (f"{FIRST} “It was never any good,” she added.", Tie.ADDED, GONE),
    ("“The plan is dead and gone,” Dana Ruiz said, adding: “It was never any good.”", Tie.ADDED, GONE),
    (f"{FIRST} She went on: “It was never any good.”", Tie.ADDED, GONE),
    (f"{FIRST} She went on to say that “it was never any good.”", Tie.ADDED, GONE),
    (f"{FIRST}\n\n“It was never any good,” Ruiz concluded.", Tie.ADDED, GONE),
    (f"{QUESTION} “It was never any good,” Dana Ruiz replied.", Tie.ANSWERED, FOREST),
    (f"{QUESTION} “It was never any good,” Dana Ruiz said in reply.", Tie.ANSWERED, FOREST),
    (f"{QUESTION} In response, Dana Ruiz said: “It was never any good.”", Tie.ANSWERED, FOREST),
    ("Asked about the forest, Dana Ruiz said: “It was never any good.”", Tie.ASKED, "the forest"),
    ("Asked whether she lied, Dana Ruiz said: “It was never any good.”", Tie.ASKED, "whether she lied"),
    ("„Der Plan ist tot“, sagte Ida Weber. „Er war nie gut und es war klar“, fügte sie hinzu.", Tie.ADDED, None),
]

UNTIED = [
    f"{FIRST} “It was never any good,” she said.",
    f"{FIRST} “It was never any good,” Omar Lind added.",
    f"{FIRST} “It was never any good,” she replied.",
    f"{QUESTION} “It was never any good,” Dana Ruiz replied to the council.",
    f"{QUESTION} In response to the vote, Dana Ruiz said: “It was never any good.”",
    "“It was never any good,” Dana Ruiz added.",
    "They went on a trip. “It was never any good,” Dana Ruiz said.",
    "Asked about the forest, Omar Lind left. Dana Ruiz said: “It was never any good.”",
    f"{FIRST}\n\n{'The council met and nothing came of it at all. ' * 20}\n\n“It was never any good,” Ruiz added.",
]


@pytest.mark.parametrize(("draft", "tie", "words"), TIED, ids=range(len(TIED)))
def test_a_cue_ties_a_quotation_to_what_it_follows(draft: str, tie: Tie, words: str | None) -> None:
    (sequel,) = [one.follows for one in extract(Text(content=draft)) if one.follows]
    assert sequel.tie is tie
    assert words is None or sequel.text == words


@pytest.mark.parametrize("draft", UNTIED, ids=range(len(UNTIED)))
def test_other_quotations_follow_nothing(draft: str) -> None:
    assert [one.follows for one in extract(Text(content=draft)) if one.follows] == []
