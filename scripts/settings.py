"""Writes the last part of ``docs/configuration.md``, every key of a configuration, from the types that hold them.

    python scripts/settings.py

What a key means is said where its type is (``quotecheck.config.settings``); a test compares the page with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from quotecheck.config import files
from quotecheck.config.settings import Config, Ignore, Override
from quotecheck.model import Claims, Fidelity, Severity, Zone
from quotecheck.verdicts.foldings import FOLDINGS
from quotecheck.verdicts.policies import POLICY_NAMES

PAGE = Path(__file__).parents[1] / "docs" / "configuration.md"
OPENING, CLOSING = "<!-- keys: written by scripts/settings.py -->", "<!-- keys: end -->"
ATTRIBUTES = {"confidence": "calibration", "ignore": "ignores", "override": "overrides"}
"""The attribute of a key, where it has another name."""


def names(values: Iterable[object]) -> str:
    """Some values, each as a configuration has it."""
    return ", ".join(f'`"{getattr(value, "value", value)}"`' for value in values)


VALUES = {
    "claims": names(Claims),
    "confidence": "a path",
    "fidelities": f"tables `[fidelities.NAME]`, NAME one of {names(Fidelity)}".replace('"', ""),
    "foldings": f"an array of {names(FOLDINGS)}",
    "ignore": "tables `[[ignore]]`, see below",
    "lenient": f"an array of {names(Fidelity)}",
    "manifest": "a path",
    "nli": "a path",
    "override": "tables `[[override]]`, see below",
    "people": "a table: a name, and an array of other names or a table with `aliases` and `roles`",
    "policy": names(POLICY_NAMES),
    "severities": f"a table: a code or its name, and {names(Severity)}",
    "sources": "an array of paths",
    "syntax": "a name",
    "unchecked": names(("error", "none")),
    "vectors": "a path",
    "zones": f"tables `[zones.NAME]`, NAME one of {names(Zone)}".replace('"', ""),
    "code": "a code or its name",
    "paths": "an array of patterns",
    "reason": "a string that is not empty",
    "text": "a string",
    "until": "a day",
}
"""What a key may hold; a key without a line here fails the test."""


def meanings(kind: type) -> dict[str, str]:
    """What a class's docstring says of each attribute, without what None means in the code."""
    part = (kind.__doc__ or "").partition("Attributes:")[2]
    found = re.findall(r"^ {8}(\w+): (.*(?:\n {12}.*)*)", part, flags=re.MULTILINE)
    return {name: _for_users(" ".join(text.split())) for name, text in found}


def _for_users(text: str) -> str:
    text = re.sub(r"``(.+?)``", r"`\1`", text)
    return re.sub(r"; (None|\(\)) (is|if|for) .*$|; empty where .*$", "", text).rstrip(".").replace("|", "\\|")


def rows(keys: Iterable[str], kind: type) -> Iterator[str]:
    """A line of a table for each key.

    Raises:
        KeyError: if nothing is said of a key.
    """
    said = meanings(kind)
    for key in keys:
        yield f"| `{key}` | {VALUES[key]} | {said[ATTRIBUTES.get(key, key)]} |"


def content() -> str:
    """The tables."""
    head = ["| key | value | |", "|---|---|---|"]
    return "\n".join(
        [
            *head,
            *rows(files.KEYS, Config),
            "",
            "In `[[override]]`:",
            "",
            *head,
            *rows(files._OVERRIDE_KEYS, Override),
            "",
            "In `[[ignore]]`:",
            "",
            *head,
            *rows(files._IGNORE_KEYS, Ignore),
        ]
    )


def page(now: str) -> str:
    """The page with the tables as they are today.

    Raises:
        ValueError: if the page has not one place for them.
    """
    before, opening, rest = now.partition(OPENING)
    _, closing, after = rest.partition(CLOSING)
    if not opening or not closing or OPENING in rest:
        raise ValueError(f"the page needs one {OPENING!r} and after it {CLOSING!r}")
    return f"{before}{OPENING}\n\n{content()}\n\n{CLOSING}{after}"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf-8")), encoding="utf-8")
