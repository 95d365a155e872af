"""Words outside of what a claim keeps that bear on it: each one fires, and its near neighbour does not."""

from __future__ import annotations

import pytest

from quotecheck.meaning.pairing import Pairing, pair
from quotecheck.meaning.scope import alternative, denied, emptied, narrowed, opened, taken_on
from quotecheck.meaning.units import Unit, read_units
from quotecheck.text.tokens import tokenize


def units(text: str) -> tuple[Unit, ...]:
    tokens = tokenize(text)
    return read_units(tokens, 0, len(tokens))


def paired(said: str, written: str) -> Pairing:
    return pair(units(written), units(said))


@pytest.mark.parametrize(
    ("said", "written", "word"),
    [
        ("The mayor denies that he took money", "He took money", "denies"),
        ("The mayor failed to pay the builders", "The mayor paid the builders", "failed"),
        ("She refused to sign the letter", "She signed the letter", "refused"),
        ("The mayor did not fail to pay the builders", "The mayor paid the builders", ""),
        ("The mayor denies that he took money", "The mayor denies that he took money", ""),
        ("The mayor denies that he took money", "He did not take money", ""),
        ("The mayor failed, and the council paid the builders", "The council paid the builders", ""),
        ("The mayor denied, and still denies, that he took money", "He took money", "denies"),
        ("The tourists that stopped the artists thanked us", "The tourists thanked us", ""),
        ("The mayor denied, however, that he took money", "He took money", "denied"),
        ("The mayor denied, in a letter to us, that he took money", "He took money", "denied"),
        ("The mayor failed, but the council said that it paid the builders", "The council paid the builders", ""),
        ("The mayor says that he took money", "He took money", ""),
    ],
)
def test_a_word_that_denies_the_claim(said: str, written: str, word: str) -> None:
    assert [one.key for reason in denied(paired(said, written)) for one in reason.said] == ([word] if word else [])


@pytest.mark.parametrize(
    ("said", "written", "word"),
    [
        ("We want a war with nobody", "We want a war", "nobody"),
        ("They wanted the road for nothing", "They wanted the road", "nothing"),
        ("We want a war with somebody", "We want a war", ""),
        ("We want a war, nobody else does", "We want a war", ""),
        ("We want a war with the men of nobody", "We want a war", ""),
        ("We want a war with nobody", "We want a war with nobody", ""),
    ],
)
def test_a_word_behind_the_claim_that_takes_it_back(said: str, written: str, word: str) -> None:
    assert [one.key for reason in emptied(paired(said, written)) for one in reason.said] == ([word] if word else [])


@pytest.mark.parametrize(
    ("said", "written", "word"),
    [
        ("If the dam breaks, the town floods", "The town floods", "If"),
        ("In case the dam breaks, the town has boats", "The dam breaks", "in case"),
        ("He wondered whether the dam had broken", "The dam had broken", "wondered"),
        ("He asked whether the dam broke", "The dam broke", "asked"),
        ("Had the dam broken, the town had boats", "The dam broken", "Had"),
        ("The dam had broken, the town had boats", "The dam broken", ""),
        ("Had the dam broken, the town had boats", "Had the dam broken", ""),
        ("The dam breaks", "The dam breaks", ""),
        ("If the dam breaks, the town floods", "If the dam breaks, the town floods", ""),
        ("He knows that the dam had broken", "The dam had broken", ""),
    ],
)
def test_a_word_that_leaves_the_claim_open(said: str, written: str, word: str) -> None:
    assert opened(paired(said, written)) == word


@pytest.mark.parametrize(
    ("said", "written", "word"),
    [
        ("Either the mayor paid or the council paid", "The mayor paid", "Either"),
        ("The mayor paid the men or the council fined them", "The mayor paid the men", "or"),
        ("The mayor paid the men or the women", "The mayor paid the men", ""),
        ("The mayor paid the men and the council fined them", "The mayor paid the men", ""),
        ("Either the mayor paid or the council paid", "The mayor or the council paid", ""),
        ("Either the mayor paid or the council paid", "The mayor may have paid", ""),
        ("Either the mayor paid or the council paid", "The mayor might have paid", ""),
        ("Either the mayor paid or the council paid", "The mayor can have paid", ""),
        ("Either the mayor paid or the council paid", "The mayor could have paid", ""),
        ("Either the mayor paid or the council paid", "Either of them paid", ""),
    ],
)
def test_a_choice_that_the_passage_leaves(said: str, written: str, word: str) -> None:
    assert alternative(paired(said, written)) == word


@pytest.mark.parametrize(
    ("said", "written", "word"),
    [
        ("The lawyer knew the actors had left", "The lawyer knew the actors", "had"),
        ("The men paid in the hall left", "The men paid in the hall", "left"),
        ("The lawyer knew the actors", "The lawyer knew the actors", ""),
        ("The lawyer knew the actors, had left", "The lawyer knew the actors", ""),
        ("The lawyer knew the actors in town", "The lawyer knew the actors", ""),
        ("The lawyer knew the actors had left", "The lawyer knew the actors had left", ""),
    ],
)
def test_a_verb_that_takes_the_last_word(said: str, written: str, word: str) -> None:
    assert taken_on(paired(said, written)) == word


@pytest.mark.parametrize(
    ("said", "written", "place"),
    [
        ("An animal barked", "A spaniel barked", 1),
        ("The animal in the yard barked", "In the yard a spaniel barked", 4),
        ("A spaniel barked", "An animal barked", None),
        ("A dog barked", "A dog barked", None),
    ],
)
def test_a_thing_that_says_more(said: str, written: str, place: int | None) -> None:
    assert narrowed(paired(said, written)) == place
