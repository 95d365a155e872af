"""Verbs of saying: what reports speech in each language, and near neighbours that do not."""

from __future__ import annotations

import pytest

from quotecheck.language.known import languages
from quotecheck.language.saying import (
    denials,
    loose_verbs,
    manners_of_speech,
    speech_nouns,
    verbs_of_saying,
    verbs_of_thought,
)

SAYS = {
    "en": "said says saying told tells telling quipped replied replies admitted whispered denied denies tweeted quoth "
    "emphasised emphasized averred signalled signaled cried added wrote written",
    "de": "sagte sagt sagen gesagt erklärte erklärten warnte berichtete hinzufügte teilte mitgeteilt sprach schrieb "
    "bestritt feststellte mitteilte antwortete",
    "fr": "dit affirme affirmait déclaré déclara annonça annoncé répond répondit rappelle ajoute précise révèle nie",
    "es": "dijo afirmó declaró añadió dice explicó aseguró insistió advirtió negó respondió sostuvo",
}
SAYS_NOT = {
    "en": "walked table believes hoped house running deniable sayings was has",
    "de": "ging haus glaubte lief tisch",
    "fr": "pense marche croit maison",
    "es": "cree camina piensa casa",
}


@pytest.mark.parametrize(("language", "word"), [(key, word) for key, row in SAYS.items() for word in row.split()])
def test_verbs_that_report_speech(language: str, word: str) -> None:
    assert word in verbs_of_saying(language)


@pytest.mark.parametrize(("language", "word"), [(key, word) for key, row in SAYS_NOT.items() for word in row.split()])
def test_neighbours_that_do_not(language: str, word: str) -> None:
    assert word not in verbs_of_saying(language)


def test_thought_is_apart_and_denials_and_manners_are_marked() -> None:
    assert {"believes", "hoped", "feared"} <= verbs_of_thought("en")
    assert {"denied", "rejects"} <= denials("en") <= verbs_of_saying("en")
    assert "said" not in denials("en")
    assert {"whispered", "snapped"} <= manners_of_speech("en")
    assert "put" in loose_verbs("en") and "said" not in loose_verbs("en")
    assert loose_verbs("en") <= verbs_of_saying("en")


def test_nouns_for_what_is_said() -> None:
    assert "statement" in speech_nouns("en") and "statement" in speech_nouns("en-GB")
    assert "erklärung" in speech_nouns("de") and "propos" in speech_nouns("fr") and "comunicado" in speech_nouns("es")
    assert "house" not in speech_nouns("en")


def test_a_language_without_data_gives_nothing() -> None:
    assert verbs_of_saying("tlh") == frozenset() == speech_nouns("tlh")


@pytest.mark.parametrize("language", languages())
def test_all_entries_are_lower_cased_single_words(language: str) -> None:
    for word in verbs_of_saying(language) | verbs_of_thought(language) | speech_nouns(language):
        assert word == word.lower() and " " not in word
