"""Options that an editor gives: what they come to, and what is said of wrong ones."""

from __future__ import annotations

from typing import Any

import pytest

from quotecheck.model import Claims
from quotecheck.model.errors import QuotecheckError
from quotecheck.servers.lsp.client import Options, options_from

GIVEN: dict[str, tuple[Any, Options]] = {
    "nothing": (None, Options()),
    "an empty object": ({}, Options()),
    "null is not given": ({"policy": None, "sources": None}, Options()),
    "all": (
        {"sources": ["a"], "manifest": "m", "policy": "ap", "config": "c", "claims": "all", "delay": 5},
        Options(sources=("a",), manifest="m", policy="ap", config="c", claims=Claims.ALL, delay=5),
    ),
}
WRONG: dict[str, tuple[Any, str]] = {
    "no object": ([], "must be an object"),
    "another name": ({"source": ["a"]}, "did you mean 'sources'"),
    "sources that are no array": ({"sources": "a"}, "array of paths"),
    "a policy that is none": ({"policy": "nws"}, "nws"),
    "a policy that is a number": ({"policy": 3}, "must be a string"),
    "claims": ({"claims": "some"}, "some"),
    "a delay below nothing": ({"delay": -1}, "milliseconds"),
}


@pytest.mark.parametrize(("value", "options"), GIVEN.values(), ids=GIVEN)
def test_options(value: Any, options: Options) -> None:
    assert options_from(value) == options


@pytest.mark.parametrize(("value", "message"), WRONG.values(), ids=WRONG)
def test_wrong_options(value: Any, message: str) -> None:
    with pytest.raises(QuotecheckError, match=message):
        options_from(value)
