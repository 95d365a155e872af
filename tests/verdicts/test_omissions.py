"""What ellipses and brackets hide (QC408), and what they may leave out or put in."""

from __future__ import annotations

import pytest

import quotecheck
from quotecheck.model import Result, Statement
from quotecheck.verdicts.policies import policy_named


def checked(said: str, quoted: str) -> Result:
    text = quotecheck.Source.from_text(f"“{said}” Ada Brook said.", id="source")
    return quotecheck.Checker([text], policy=policy_named("news")).check(Statement(quoted, speaker="Ada Brook"))


HIDDEN = [
    ("The mill is far from safe.", "The mill is … safe"),
    ("The pilot is anything but careful.", "The pilot is … careful"),
    ("We chose to wait rather than sink the ship.", "We chose to … sink the ship"),
    ("The mill is less useful than the ferry.", "The mill is … useful than the ferry"),
    ("The crew had nearly drowned in the bay.", "The crew had … drowned in the bay"),
    ("He is too proud to ask for help.", "He is … to ask for help"),
    ("The pilots could some day sink the ship.", "The pilots … sink the ship"),
    ("The reportedly drunken pilot has a new ship.", "The … drunken pilot has a new ship"),
    ("We sell duty-free rum on board.", "We sell duty … rum on board"),
    ("Three out of every ten sailors were ill.", "Three … sailors were ill"),
    ("It weighs 3 or perhaps 4 thousand tons.", "It weighs 3 … thousand tons"),
    ("The crew guards the ship and the gulls eat the bread.", "The crew … eat the bread"),
    ("We will fail to rescue the crew.", "We will … rescue the crew"),
    ("She sold a boat. The pilot was ill. The mill burned.", "She sold … The mill"),
]

LEFT_OUT = [
    ("We sail now and we will not wait for the tide, and we will win.", "We sail now … and we will win"),
    ("We stopped here because we had no bread and we slept.", "We stopped here … and we slept"),
    ("In a house with no roof we sleep well.", "In a house … we sleep well"),
    ("The pilot, who may be ill, steers the ship.", "The pilot … steers the ship"),
    ("The crew, almost all of them young, guards the ship.", "The crew … guards the ship"),
    ("The crew guards the ship and the harbour day and night.", "The crew guards the ship … day and night"),
    ("We sold a boat. The pilot was ill. The mill burned.", "We sold a boat. … The mill burned"),
]

REWRITTEN = [
    ("They do sail in winter.", "They do[n't] sail in winter"),
    ("They would sail in winter.", "They would[n’t] sail in winter"),
    ("It was a lawful thing to do.", "It was a[n un]lawful thing to do"),
    ("The crew was paid in gold there.", "The crew was (un)paid in gold there"),
    ("He understood the orders we gave.", "He (mis)understood the orders we gave"),
    ("They guard the ship at night.", "They [decline to] guard the ship at night"),
    ("We must sell the mill this year.", "We [may] sell the mill this year"),
    ("She is my pilot on this ship.", "She is my [so-called] pilot on this ship"),
    ("Thomas sank the ship in the bay.", "[Edward] sank the ship in the bay"),
    ("We saw Thomas sink the ship in the bay.", "[Edward] sink the ship in the bay"),
    ("She saw him in the harbour.", "[He] saw him in the harbour"),
    ("The pilot is on board with his sister.", "The pilot is [a coward]"),
    ("We will sail home.", "[They have sold the mill] home"),
]

EXPLAINED = [
    ("That ship is lost to us.", "[T]hat ship is lost to us"),
    ("They told us that ship is lost.", "[T]hat ship is lost"),
    ("They sail in winter.", "They sail[ed] in winter"),
    ("She sank the ship in the bay.", "[The pilot] sank the ship in the bay"),
    ("He saw Thomas in the harbour.", "[He] saw Thomas in the harbour"),
    ("We must sell the mill this year.", "We [must] sell the mill this year"),
    ("The owner of the mill is he.", "The owner of the mill is [the pilot]"),
    ("Old Thomas sank the ship in the bay.", "[Thomas] sank the ship in the bay"),
    ("We saw the round tower of the mill.", "We saw the round tower [of the mill]"),
]


@pytest.mark.parametrize(("said", "quoted"), [*HIDDEN, *REWRITTEN], ids=[one[1] for one in (*HIDDEN, *REWRITTEN)])
def test_what_is_hidden_changes_the_meaning(said: str, quoted: str) -> None:
    result = checked(said, quoted)
    found = {finding.code.value for finding in result.findings}
    assert result.outcome.value == "fail" and found & {"QC408", "QC404", "QC405", "QC401"}, found


@pytest.mark.parametrize(("said", "quoted"), [*LEFT_OUT, *EXPLAINED], ids=[one[1] for one in (*LEFT_OUT, *EXPLAINED)])
def test_what_only_adds_may_be_left_out_or_explained(said: str, quoted: str) -> None:
    result = checked(said, quoted)
    found = {finding.code.value for finding in result.findings}
    assert result.verdict is not None and result.verdict.value == "exact", found
    assert "QC408" not in found
