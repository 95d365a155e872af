"""Negation in single words, both ways round."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.language.negation import (
    expand_contraction,
    is_implicit_negation,
    is_negation,
    is_weak_negation,
    negates,
    splits_negation,
)
from tests.language.tables import pairs

NEGATIVE = {
    "en": "not no never none nobody nothing nowhere neither nor without don't can't cannot won't ain't wouldn't've "
    "isn't mustn't hardly barely scarcely seldom rarely dont doesnt nope ne'er no-one nobody's shan't daren't non",
    "de": "nicht kein keine keinem nie niemals niemand nichts weder ohne kaum nirgends",
    "es": "no nunca jamás nadie nada ningún ninguna ni tampoco sin",
    "fr": "ne n' n'est pas jamais rien aucun aucune ni sans guère",
}
PLAIN = {
    "en": "note knot now know cant wont want nothingness notable event went parent's isnt-it only few unless do can",
    "de": "noch ein eine nichte mehr keinen-zweifel",
    "es": "nota si con siempre ninguneo",
    "fr": "plus personne nord pain",
}


@pytest.mark.parametrize(("language", "word"), [(key, word) for key, row in NEGATIVE.items() for word in row.split()])
def test_negative_words(language: str, word: str) -> None:
    assert is_negation(word, language)


@pytest.mark.parametrize(("language", "word"), [(key, word) for key, row in PLAIN.items() for word in row.split()])
def test_their_neighbours(language: str, word: str) -> None:
    assert not is_negation(word, language)


def test_weak_ones_are_marked() -> None:
    assert is_weak_negation("hardly") and is_weak_negation("kaum", "de")
    assert not is_weak_negation("not")


SPLITS = {
    "don't": ("do", "not"),
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "ain't": ("is", "not"),
    "wasn't": ("was", "not"),
    "didnt": ("did", "not"),
    "mustn't": ("must", "not"),
    "needn't": ("need", "not"),
    "wouldn't've": ("would", "not"),
}


@pytest.mark.parametrize(("word", "parts"), SPLITS.items())
def test_contracted_negations_split(word: str, parts: tuple[str, str]) -> None:
    assert splits_negation(word) == parts


@pytest.mark.parametrize("word", ["not", "cant", "wont", "it's", "n't", "'t", "", "mountn't", "went"])
def test_what_does_not_split(word: str) -> None:
    assert splits_negation(word) is None


EXPANDS = {
    "it's": (("it", "is"), ("it", "has")),
    "we'll": (("we", "will"), ("we", "shall")),
    "he'd": (("he", "would"), ("he", "had")),
    "they're": (("they", "are"),),
    "i'm": (("i", "am"),),
    "i've": (("i", "have"),),
    "let's": (("let", "us"),),
    "gonna": (("going", "to"),),
    "'tis": (("it", "is"),),
    "don't": (("do", "not"),),
    "cannot": (("can", "not"),),
    "won't": (("will", "not"),),
    "goin'": (("going",),),
    "should've": (("should", "have"),),
    "wouldn't've": (("would", "not", "have"),),
    "he'd've": (("he", "would", "have"), ("he", "had", "have")),
    "'em": (("them",),),
}


@pytest.mark.parametrize(("word", "full"), EXPANDS.items())
def test_contractions_expand(word: str, full: tuple[tuple[str, ...], ...]) -> None:
    assert expand_contraction(word) == full


@pytest.mark.parametrize(
    "word", ["its", "well", "were", "shell", "ill", "o'clock", "o'brien", "'", "", "drivers'", "wed"]
)
def test_what_is_no_contraction(word: str) -> None:
    assert expand_contraction(word) == ()


NEGATED = """
likely unlikely; legal illegal; careful careless; carefully carelessly; possible impossible; regular irregular;
agree disagree; agreed disagreed; armed unarmed; vaccinated unvaccinated; happy unhappy; able unable; stable unstable;
stability instability; honest dishonest; approve disapprove; violent non-violent; violent nonviolent; fair unfair;
lawful unlawful; dependent independent; visible invisible; moral immoral; responsible irresponsible; helpful unhelpful;
necessary unnecessary; done undone; power powerless; hopeful hopeless; merciful merciless; usual unusual;
logical illogical;
connect disconnect; appear disappear; true untrue; justice injustice; known unknown; harmful harmless;
escalate de-escalate; perfect imperfect; typical atypical; trust distrust
"""
NOT_NEGATED = """
famous infamous; valuable invaluable; flammable inflammable; different indifferent; cover discover; play display;
it unit; til until; less unless; form inform; press impress; port import; prove improve; sense nonsense; to unto;
price priceless; deed indeed; come income; crease increase; miss dismiss; count discount; charge discharge;
close disclose; side inside; habitable inhabitable; regard regardless; pair impair; part impart; event prevent;
cent innocent; art part; do did; tend intend; tending intending; pressed impressed; like dike; ruth ruthless;
under thunder; der under; covered discovered; part apart; cross across; like alike; live alive; bout about
"""


@pytest.mark.parametrize(("one", "other"), pairs(NEGATED))
def test_negative_affixes(one: str, other: str) -> None:
    assert negates(one, other)
    assert negates(other, one)


@pytest.mark.parametrize(("one", "other"), pairs(NOT_NEGATED))
def test_what_only_looks_like_one(one: str, other: str) -> None:
    assert not negates(one, other)
    assert not negates(other, one)


@pytest.mark.parametrize(
    "word", "fails failed refused refusing denied lacks avoid prevents rejected unable lack".split()
)
def test_words_that_deny_what_depends_on_them(word: str) -> None:
    assert is_implicit_negation(word)


@pytest.mark.parametrize("word", "accepts succeed able allow not have".split())
def test_words_that_do_not(word: str) -> None:
    assert not is_implicit_negation(word)


@given(st.text(alphabet="abcdenorstuw'-", max_size=12))
def test_any_string_has_an_answer_and_a_split_is_a_negation(word: str) -> None:
    split = splits_negation(word)
    if split:
        assert is_negation(word)
        assert split[1] == "not"
    for full in expand_contraction(word):
        assert len(full) >= 1
    assert not negates(word, word)
