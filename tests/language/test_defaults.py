"""Where no language is named, English is meant."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import pytest

import quotecheck.language

MODULES = [import_module(f"quotecheck.language.{one.name}") for one in iter_modules(quotecheck.language.__path__)]
FUNCTIONS = {
    f"{module.__name__.rpartition('.')[2]}.{name}": function
    for module in MODULES
    for name, function in vars(module).items()
    if callable(function) and getattr(function, "__module__", "") == module.__name__
    if "language" in inspect.signature(function).parameters
    if inspect.signature(function).parameters["language"].default is not inspect.Parameter.empty
}


@pytest.mark.parametrize("function", FUNCTIONS.values(), ids=FUNCTIONS)
def test_english_is_meant(function: Callable[..., Any]) -> None:
    assert inspect.signature(function).parameters["language"].default == "en"


def test_there_are_some() -> None:
    assert len(FUNCTIONS) > 20
