"""An ignore put into a configuration file, as words to be put at its end. Nothing is written here."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable

from quotecheck.model import Code
from quotecheck.reading.placed import toml_string

_MOST_WORDS = 12  # of a statement: enough to tell it from others


def ignore_entry(code: Code, words: str, paths: Iterable[str] = (), *, reason: str = "", project: bool = False) -> str:
    """An ignore as it stands in a file.

    Args:
        code: Which finding.
        words: Of the statement; the first of them are enough.
        paths: Patterns of drafts' paths.
        reason: Why it may stand. An ignore without one is refused when the file is read.
        project: True for a ``pyproject.toml``.
    """
    table = "tool.quotecheck.ignore" if project else "ignore"
    lines = [f"[[{table}]]", f'code = "{code.value}"', f"text = {toml_string(' '.join(words.split()[:_MOST_WORDS]))}"]
    named = [toml_string(one) for one in paths]
    if named:
        lines.append(f"paths = [{', '.join(named)}]")
    lines.append(f"reason = {toml_string(reason)}")
    return "".join(f"{line}\n" for line in lines)


def appended(content: str, entry: str) -> str | None:
    """What is to be put at the end of a file for an entry to stand there; None if the file cannot take it.

    Args:
        content: The file.
        entry: What ``ignore_entry`` gives.
    """
    gap = "" if not content else "\n" if content.endswith("\n") else "\n\n"
    try:
        tomllib.loads(content + gap + entry)
    except (tomllib.TOMLDecodeError, RecursionError):
        return None
    return gap + entry
