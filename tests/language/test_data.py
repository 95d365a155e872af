"""The data themselves: clean words, a lexicon of bounded size with its licence."""

from __future__ import annotations

import importlib
from importlib import resources
from types import ModuleType

import pytest

from quotecheck.language.known import languages
from quotecheck.language.lexicon import entry

MODULES = [
    f"quotecheck.language.{code}.{kind}"
    for code in languages()
    for kind in ("function_words", "negation", "numbers", "saying")
] + [f"quotecheck.language.en.{kind}" for kind in ("irregular", "names", "opposites", "spelling", "strength")]
LARGEST = 2 * 1024 * 1024


def _words(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [word for key in value for word in _words(key)]
    if isinstance(value, (tuple, list, frozenset, set)):
        return [word for item in value for word in _words(item)]
    return []


def _public(module: ModuleType) -> list[str]:
    return [word for name in vars(module) if name.isupper() for word in _words(getattr(module, name))]


@pytest.mark.parametrize("name", MODULES)
def test_no_entry_holds_what_belongs_to_the_code_around_it(name: str) -> None:
    words = _public(importlib.import_module(name))
    assert words
    assert [word for word in words if not word.strip() or set(word) & set('"\\()[]{}=')] == []


def test_the_lexicon_is_small_and_carries_its_licence() -> None:
    data = resources.files("quotecheck.language.en") / "data"
    files = {file.name: file.read_bytes() for file in data.iterdir()}
    assert set(files) >= {"lexicon.bin", "LICENSE-WordNet.txt"}
    assert sum(map(len, files.values())) <= LARGEST
    assert b"Princeton University" in files["LICENSE-WordNet.txt"]


def test_an_entry_tells_what_the_lexicon_says() -> None:
    attack = entry("attack")
    assert attack is not None
    assert attack.parts == "nv" and attack.seen > 0
    assert "attacker" in attack.derived and "assault" in attack.synonyms and "defend" in attack.antonyms
    assert entry("xqzt") is None and entry("") is None and entry("naïve") is None and entry("a\tb") is None
