"""Function words by kind in four languages, and whom pronouns speak of."""

from __future__ import annotations

import pytest

from quotecheck.language.function_words import (
    Person,
    is_article,
    is_auxiliary,
    is_conjunction,
    is_function_word,
    is_preposition,
    is_pronoun,
    person_of,
)

FUNCTION = {
    "en": "the a an of to in and or but he she they them will would is don't it's we'll can't who which not every",
    "de": "der die das und aber nicht in auf er sie es werden würde dass",
    "fr": "le la les et mais ne pas dans sur il elle être que qu'",
    "es": "el la los y pero no en sobre él ella ser que",
}
CONTENT = {
    "en": "house war said troops quickly minister red seven dog's attack",
    "de": "haus krieg sagte schnell",
    "fr": "maison guerre rapide",
    "es": "casa guerra rápido",
}


@pytest.mark.parametrize(("language", "word"), [(key, word) for key, row in FUNCTION.items() for word in row.split()])
def test_function_words(language: str, word: str) -> None:
    assert is_function_word(word, language)


@pytest.mark.parametrize(("language", "word"), [(key, word) for key, row in CONTENT.items() for word in row.split()])
def test_content_words(language: str, word: str) -> None:
    assert not is_function_word(word, language)


def test_kinds_of_function_words() -> None:
    assert is_article("the") and is_article("eine", "de") and not is_article("this")
    assert is_pronoun("he") and is_pronoun("whose") and not is_pronoun("the")
    assert is_auxiliary("would") and is_auxiliary("has") and not is_auxiliary("say")
    assert is_conjunction("because") and is_conjunction("und", "de") and not is_conjunction("house")
    assert is_preposition("of") and is_preposition("sans", "fr") and not is_preposition("he")


@pytest.mark.parametrize(
    ("pronoun", "language", "person"),
    [
        ("i", "en", Person.I),
        ("our", "en", Person.WE),
        ("yourself", "en", Person.YOU),
        ("his", "en", Person.HE),
        ("her", "en", Person.SHE),
        ("its", "en", Person.IT),
        ("themselves", "en", Person.THEY),
        ("who", "en", None),
        ("house", "en", None),
        ("wir", "de", Person.WE),
        ("sie", "de", None),
        ("elle", "fr", Person.SHE),
        ("son", "fr", None),
        ("ellos", "es", Person.THEY),
        ("su", "es", None),
        ("he", "tlh", None),
    ],
)
def test_whom_a_pronoun_speaks_of(pronoun: str, language: str, person: Person | None) -> None:
    assert person_of(pronoun, language) is person


def test_a_language_without_data_has_none() -> None:
    assert not is_function_word("the", "tlh")


CONTRACTIONS = "can't won't shan't ain't don't isn't couldn't i'm you're he's we've they'll she'd it's who's"
NONE = "wont cant dog's bridge's won'ts bridgen't rock'n'roll o'clock"


@pytest.mark.parametrize("word", CONTRACTIONS.split())
def test_contractions_are_function_words(word: str) -> None:
    assert is_function_word(word)


@pytest.mark.parametrize("word", NONE.split())
def test_what_looks_like_one_is_none(word: str) -> None:
    assert not is_function_word(word)
