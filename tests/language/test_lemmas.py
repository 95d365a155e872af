"""Lemmas, known words, parts of speech and relations of words."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.language.lemmas import Relation, is_known_word, lemma, lemmas, parts_of_speech, related
from quotecheck.language.lexicon import entry
from tests.language.tables import pairs

LEMMA = """
rose rise; fell fall; geese goose; attackers attacker; denied deny; planned plan; cities city; was be; were be; been be;
has have; did do; children child; men man; went go; stopped stop; happiest happy; bigger big; leaves leave; taken take;
better good; wolves wolf; said say; news news; species species; this this; his his; as as; the the;
running run; lying lie; dying die; panicked panic; analyses analysis; criteria criterion; an a; these this;
studies study; tweeted tweet; countries country; warned warn; begun begin; minister's minister; parties party
"""
ALL = {
    "left": {"leave", "left"},
    "saw": {"saw", "see"},
    "found": {"find", "found"},
    "axes": {"ax", "axe", "axis"},
    "leaves": {"leaf", "leave"},
    "felt": {"feel", "felt"},
    "lives": {"life", "live"},
    "does": {"do"},
    "stoltenberg": {"stoltenberg"},
}
RELATED = [
    ("rise", "rising", Relation.SAME_LEMMA),
    ("attack", "attackers", Relation.DERIVED),
    ("quickly", "quick", Relation.DERIVED),
    ("destruction", "destroyed", Relation.DERIVED),
    ("car", "automobiles", Relation.SYNONYM),
    ("bought", "purchased", Relation.SYNONYM),
    ("goose", "poultry", None),
    ("dog", "canine", Relation.HYPERNYM),
    ("rose", "fell", Relation.OPPOSITE),
    ("likely", "unlikely", Relation.OPPOSITE),
    ("careful", "careless", Relation.OPPOSITE),
    ("house", "telephone", None),
    ("stoltenberg", "zelensky", None),
]


@pytest.mark.parametrize(("form", "base"), pairs(LEMMA))
def test_the_likeliest_lemma(form: str, base: str) -> None:
    assert lemma(form) == base
    assert base in lemmas(form)


@pytest.mark.parametrize(("form", "bases"), ALL.items())
def test_all_lemmas(form: str, bases: set[str]) -> None:
    assert lemmas(form) == bases


@pytest.mark.parametrize(
    "word", "the rose attackers don't went unlikely tomorrow geese of would he's ministers'".split()
)
def test_known_words(word: str) -> None:
    assert is_known_word(word)


@pytest.mark.parametrize("word", ["zelensky", "xqzt", "", "teh", "goverment", "strained'd"])
def test_unknown_words(word: str) -> None:
    assert not is_known_word(word)


@pytest.mark.parametrize(
    ("word", "parts"), [("house", "nv"), ("quickly", "r"), ("legal", "a"), ("geese", "n"), ("denied", "v"), ("the", "")]
)
def test_parts_of_speech(word: str, parts: str) -> None:
    assert parts_of_speech(word) == set(parts)


@pytest.mark.parametrize(("one", "other", "relation"), RELATED)
def test_relations_both_ways_round(one: str, other: str, relation: Relation | None) -> None:
    assert related(one, other) is relation
    assert related(other, one) is relation


@given(st.text(max_size=12))
def test_a_lemma_is_always_one_of_the_lemmas_and_lemmas_are_never_empty(word: str) -> None:
    assert lemma(word) in lemmas(word)
    assert related(word, word) in {Relation.SAME_LEMMA}


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz'-", min_size=1, max_size=6))
def test_looking_up_a_word_agrees_with_a_plain_scan(word: str) -> None:
    from quotecheck.language.lexicon import _packed

    assert (entry(word) is not None) == (f"\n{word}\t".encode() in _packed())


@pytest.mark.parametrize("word", ["a", "zymosis", "'hood", "zyrian", "aah", "house", "zoom"])
def test_the_ends_of_the_lexicon_are_found(word: str) -> None:
    from quotecheck.language.lexicon import _packed

    assert (entry(word) is not None) == (f"\n{word}\t".encode() in _packed())


def test_importing_reads_no_lexicon() -> None:
    code = (
        "import quotecheck.language.lemmas as l, quotecheck.language.lexicon as x; print(x._packed.cache_info().misses)"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "0"
    )
