"""The languages there are data for: each has a folder beside this file, and is found by it."""

from __future__ import annotations

import importlib.util
import pkgutil
from functools import cache
from types import ModuleType
from typing import Final

import quotecheck.language as room
from quotecheck.language.tags import base_language

_FIRST: Final = "en"
"""Decides where two languages are equally likely."""


@cache
def languages() -> tuple[str, ...]:
    """The codes of all languages with data: "en", then the others in the order of the alphabet."""
    found = sorted(one.name for one in pkgutil.iter_modules(room.__path__) if one.ispkg)
    return (_FIRST, *(code for code in found if code != _FIRST))


@cache
def data(language: str, part: str) -> ModuleType | None:
    """One module of a language's data.

    Args:
        language: A BCP 47 tag; only its first part counts.
        part: The module's name: "saying", "reporting", "function_words", "negation" or "numbers".

    Returns:
        The module; None for a language without data, or without these.
    """
    code = base_language(language)
    if code not in languages():
        return None
    name = f"{room.__name__}.{code}.{part}"
    return importlib.import_module(name) if importlib.util.find_spec(name) is not None else None


def listed(module: ModuleType | None, name: str) -> frozenset[str]:
    """The words that a module of data has under a name; none where it has no such list.

    Args:
        module: What ``data`` gave.
        name: The list's name, in capitals.
    """
    found: frozenset[str] = getattr(module, name, frozenset())
    return found
