"""Languages are found by their folders; every folder holds what adding a language asks for, and only known lists."""

from __future__ import annotations

import attrs
import pytest

from quotecheck.language.known import data, languages, listed
from quotecheck.language.reporting import Reporting, reporting_words

PARTS = {
    "function_words": ("ARTICLES", "PRONOUNS", "AUXILIARIES", "CONJUNCTIONS", "PREPOSITIONS", "OTHERS", "PERSONS"),
    "saying": ("SAYING", "THOUGHT", "DENIAL", "NOUNS"),
    "negation": ("NEGATIONS", "WEAK_NEGATIONS"),
    "numbers": ("SMALL", "SCALES", "ORDINALS"),
}
FIRST = ("pronouns", "determiners", "prepositions", "conjunctions", "auxiliaries", "that", "dropped", "sources")


def test_folders_are_found() -> None:
    assert languages()[0] == "en"
    assert {"de", "es", "fr", "it"} <= set(languages())


@pytest.mark.parametrize("code", languages())
def test_a_folder_holds_its_lists(code: str) -> None:
    for part, names in PARTS.items():
        module = data(code, part)
        assert module is not None, part
        assert [name for name in names if not getattr(module, name, None)] == []


@pytest.mark.parametrize("code", languages())
def test_the_words_round_reported_speech_are_read(code: str) -> None:
    found = reporting_words(code)
    assert [name for name in FIRST if not getattr(found, name)] == []


@pytest.mark.parametrize("code", languages())
def test_no_list_has_a_name_that_nothing_reads(code: str) -> None:
    names = {one.name.upper() for one in attrs.fields(Reporting)}
    given = {name for name in vars(data(code, "reporting")) if name.isupper() and not name.startswith("_")}
    assert given <= names


@pytest.mark.parametrize("tag", ["tlh", "xx-XX", ""])
def test_a_language_without_a_folder_has_nothing(tag: str) -> None:
    assert data(tag, "saying") is None
    assert listed(data(tag, "saying"), "SAYING") == frozenset()
    assert reporting_words(tag) == reporting_words("tlh") or not reporting_words(tag).pronouns
