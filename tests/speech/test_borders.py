"""Where reported words begin and end in English news: each rule with a case, and near neighbours."""

import pytest

from quotecheck.model import Kind, Text
from quotecheck.speech.statements import extract


def told(content: str) -> list[str]:
    """The words that a text reports, parts joined by a bar."""
    found = extract(Text(content=content, id="a.txt", language="en"))
    return ["|".join(part.of(content) for part in one.parts) for one in found if one.kind is not Kind.DIRECT]


FOUND = {
    "words before a partial quotation": ("The plan is “a sham,” Ruiz said.", "The plan is “a sham,”"),
    "words after a quotation": ("“The plan is dead” in the city, Ruiz said.", "“The plan is dead” in the city"),
    "round the cue, then marks": ("That, Ruiz said, “would be wrong.”", "That|“would be wrong.”"),
    "verbs of saying inside": ("Aides complain when the mayor calls, an official said.",
                               "Aides complain when the mayor calls"),
    "a place in front": ("In Linn the parade began at noon, the Herald reported.",
                         "In Linn the parade began at noon"),
    "a day and an hour": ("Officials said late Monday night the bridge was shut.", "the bridge was shut"),
    "a name behind the hearer": ("Aides told reporters Mr. Ruiz would stay.", "Mr. Ruiz would stay"),
    "a newspaper as hearer": ("Ruiz told Port News he’d stay on.", "he’d stay on"),
    "an insertion before the verb": ("Ruiz said Vega, despite his age, would run.", "Vega, despite his age, would run"),
    "another speaker begins": ("Aides say the plan is dead and Ruiz says the vote will be held.", "the plan is dead"),
    "a second verb of what is said": ("Ruiz said the plan would fail and tell voters the truth.",
                                      "the plan would fail and tell voters the truth"),
    "a contrast goes on": ("Ruiz said the plan was good, but the bridge was bad.",
                           "the plan was good, but the bridge was bad"),
    "the reporter's own but": ("Ruiz said the plan was good, but did not name a day.", "the plan was good"),
    "a time of day": ("Ruiz said the vote began at 6:30 in the hall.", "the vote began at 6:30 in the hall"),
    "behind a clause in front": ("While polls tell us that few care, the hall was full.", "few care"),
    "a colon without marks": ("Ruiz said: The plan will fail.", "The plan will fail"),
    "as reported by": ("The bridge was shut on Monday, as first reported by the Herald.",
                       "The bridge was shut on Monday"),
    "a clause that a source bears out": ("He left his firm, which took in $36,000, according to filings.",
                                         "which took in $36,000"),
    "a survey found": ("Most voters, the poll found, like the plan.", "Most voters|like the plan"),
    "a participle's quotation before the verb": ("Ruiz, citing “the law,” said the plan would fail.",
                                                 "the plan would fail"),
    "two verbs, one cue": ("Ruiz refused to endorse the plan.", "the plan"),
    "an occasion": ("Ruiz praised the plan in a speech on Monday.", "the plan"),
    "a promise": ("Ruiz’s promise to build a bridge angered the town.", "to build a bridge"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), FOUND.values(), ids=FOUND)
def test_borders(content: str, expected: str) -> None:
    assert expected in told(content)


NOTHING = {
    "a noun after and": "Federal and state troopers will stay.",
    "a noun before its verb": "Party rules make it hard to win.",
    "a counted noun": "In four states that voted, he lost.",
    "a name of a thing": "They moved to a village called Harbour End.",
    "a participle": "The plan, known as Harbour End, is old.",
    "when it was": "After the committee voted, Ruiz said.",
}


@pytest.mark.parametrize("content", NOTHING.values(), ids=NOTHING)
def test_nothing_is_reported(content: str) -> None:
    assert told(content) == []


def test_what_is_said_within_what_is_said_is_the_outer_one_s() -> None:
    assert told("Ruiz said he believes the mayor wants a new bridge.") == ["he believes the mayor wants a new bridge"]
    assert told("Ruiz praised the man who said the bridge is old.")[-1] == "the bridge is old"
