"""Opposites, in any inflection, and pairs that are near but not opposite."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.language.opposites import are_opposites
from tests.language.tables import pairs

OPPOSITE = """
rose fell; rising falling; won lost; accepted rejected; increase decrease; increased fallen; more less; before after;
always never; all none; hot cold; buy sell; bought sold; enter leave; entered left; up down; left right; first last;
allow forbid; allowed banned; supports opposed; confirmed denied; admitted denies; succeeded failed; success failure;
victory defeat; guilty innocent; convicted acquitted; arrested released; higher lower; highest lowest; best worst;
larger smaller; older younger; with without; for against; over under; above below; everyone nobody; everything nothing;
yes no; true false; war peace; strengthened weakening; open closed; opened closed; began ended; starting stopping;
profits losses; import exports; includes excluded; north south; eastern western; husband wife; he she; friends enemies;
agree disagree; likely unlikely; legal illegal; remember forgot; hired fired; arrive departed; advanced retreated;
maximum minimum; majority minority; public private; rich poor; cheap expensive; quickly slowly; day night; alive dead;
love hate; loved hated; borrowed lent; attacks defended; climbed dropped; raise cut; improved worsened; widen narrowed;
inside outside; earlier later; ahead behind; same different; temporary permanent; partly fully; north-east south-west
"""
NOT_OPPOSITE = """
rose rises; rose climbed; won beat; accepted approved; increase growth; hot warm; buy acquire; left departed; up over;
allow deny; all some; may will; some many; big large; said told; house tree; attack attacker; nato un; car lorry;
risen rose; first second; walk ride; have miss; good great; president minister; monday tuesday; russia ukraine;
set rise; lie stand; fight war; ask tell; eat drink; the a; was is; like love; speak spoke; city town; five six;
better best; more most; running standing; can will; do does; bad worse; see hear; began closer
"""


@pytest.mark.parametrize(("one", "other"), pairs(OPPOSITE))
def test_opposites(one: str, other: str) -> None:
    assert are_opposites(one, other)
    assert are_opposites(other, one)


@pytest.mark.parametrize(("one", "other"), pairs(NOT_OPPOSITE))
def test_neighbours(one: str, other: str) -> None:
    assert not are_opposites(one, other)
    assert not are_opposites(other, one)


@given(st.text(max_size=10), st.text(max_size=10))
def test_any_two_strings_have_an_answer_both_ways_round(one: str, other: str) -> None:
    assert are_opposites(one, other) == are_opposites(other, one)
    assert not are_opposites(one, one)
