"""What brackets declare, by language, and the words that houses mask."""

from __future__ import annotations

import pytest

from quotecheck.language.declaring import declarations, is_obscene, masks_name, masks_word

DECLARES = [
    ("emphasis added", "emphasis"),
    ("Emphasis mine", "emphasis"),
    ("Emphasis mine.", "emphasis"),
    ("emphasis added./citations omitted.", "citations emphasis"),
    ("emphasis added x", ""),
    ("italics in original", "original"),
    ("citations and internal quotation marks omitted", "citations marks"),
    ("internal quotation marks, citations, and footnotes omitted", "citations marks notes"),
    ("emphasis added; citation omitted", "citations emphasis"),
    ("emphasis added, citations omitted", "citations emphasis"),
    ("cleaned up", "cleaned-up"),
    ("footnote omitted", "notes"),
    ("Hervorhebung durch den Verfasser", "emphasis"),
    ("Herv. d. V.", "emphasis"),
    ("Hervorhebung im Original", "original"),
    ("Fußnoten weggelassen", "notes"),
    ("c’est moi qui souligne", "emphasis"),
    ("nous soulignons", "emphasis"),
    ("las cursivas son mías", "emphasis"),
    ("notas omitidas", "notes"),
    ("the bridge omitted", ""),
    ("she added emphasis", ""),
    ("emphasis added by hand to the old roof; nobody knew", ""),
    ("highway", ""),
    ("we cleaned up", ""),
]


@pytest.mark.parametrize(("words", "kinds"), DECLARES, ids=[words for words, _ in DECLARES])
def test_what_a_bracket_declares(words: str, kinds: str) -> None:
    assert " ".join(sorted(one.value for one in declarations(words))) == kinds


@pytest.mark.parametrize("word", ["damn", "shitty", "bullshit", "fucking", "arse"])
def test_is_masked_by_houses(word: str) -> None:
    assert is_obscene(word)


@pytest.mark.parametrize("word", ["assess", "class", "dam", "cockpit", "peace", "not", "pissarro"])
def test_is_no_obscenity(word: str) -> None:
    assert not is_obscene(word)


def test_words_that_stand_for_others() -> None:
    assert masks_word("expletive deleted") and masks_word("Schimpfwort", "de") and not masks_word("old")
    assert masks_name("name withheld") and masks_name("Name geändert", "de") and not masks_name("mayor")
