"""What a caller gives that cannot be: said at once, by the argument, and never a fault somewhere below."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotecheck import Checker, Kind, Source, Statement
from quotecheck.model import Fidelity
from quotecheck.model.errors import UsageError

SPEECH = Source.from_text("“We will rebuild,” Ada Brook said.", id="speech")
ANY: Any = None

WRONG: dict[str, tuple[Callable[[], object], str]] = {
    "a text alone as the sources": (lambda: Checker(SPEECH), "sources are a list of texts"),  # type: ignore[arg-type]
    "a path as the sources": (lambda: Checker("a.txt"), "a text is wanted and no str: Source.read"),  # type: ignore[arg-type]
    "a path among the sources": (lambda: Checker(["a.txt"]), "a text is wanted and no str"),  # type: ignore[list-item]
    "nothing as the sources": (lambda: Checker(ANY), "sources are a list of texts"),
    "a path as a draft": (lambda: Checker([SPEECH]).check_draft("a.md"), "a text is wanted and no str"),  # type: ignore[arg-type]
    "bytes as a text": (lambda: Source.from_text(b"We will"), "a string, not bytes: Source.read"),  # type: ignore[arg-type]
    "a fidelity": (lambda: Source.from_text("x", fidelity="verbatm"), 'one of "verbatim", "edited"'),
    "a kind": (lambda: Statement("x", kind="quoted"), '"direct", "indirect" or "mixed", not \'quoted\''),
    "no words": (lambda: Statement(ANY), "a string, not NoneType"),
}


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_what_cannot_be_is_said(case: str) -> None:
    made, message = WRONG[case]
    with pytest.raises(UsageError) as caught:
        made()
    assert message in str(caught.value)


def test_names_of_kinds_and_fidelities_will_do() -> None:
    assert Statement("x", kind="indirect") == Statement("x", kind=Kind.INDIRECT)
    assert Source.from_text("x", fidelity="machine").fidelity is Fidelity.MACHINE


def test_any_collection_of_texts_will_do() -> None:
    assert (
        Checker(text for text in (SPEECH,)).check("We will rebuild").verdict
        == Checker((SPEECH,)).check("We will rebuild").verdict
    )
