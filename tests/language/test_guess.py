"""Which language a text is in, told by its small words; and what is read where nothing tells."""

from __future__ import annotations

import pytest

from quotecheck.language.guess import guess_language, language_of

TOLD = {
    "The mayor said that the bridge is not safe and that it was closed.": "en",
    "Der Minister sagte, dass die Brücke nicht sicher ist und das Land sie sperrt.": "de",
    "Le ministre a dit que le pont n'est pas sûr et que la ville le ferme.": "fr",
    "El ministro dijo que el puente no es seguro y que la ciudad lo cierra.": "es",
    "Ruiz, in Berlin: die Welt in Zahlen": "de",
    "Kysymys hallituksen esityksestä herätti keskustelua eduskunnassa.": "und",
    "": "und",
}


@pytest.mark.parametrize(("content", "language"), TOLD.items())
def test_the_language_is_told_by_its_small_words(content: str, language: str) -> None:
    assert guess_language(content) == language


def test_a_given_language_is_believed() -> None:
    assert language_of("The mayor said that.", "de") == "de"


def test_a_text_too_short_to_tell_is_read_as_english() -> None:
    assert language_of("“Go!”", None) == "en"


def test_a_longer_text_without_known_small_words_is_in_a_language_that_is_not_known() -> None:
    assert language_of("Kysymys hallituksen esityksestä herätti keskustelua eduskunnassa. " * 12, None) == "und"
