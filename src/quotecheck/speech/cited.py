"""What a draft cites at a quotation: ``[@key, p. 12]``, ``[^1]`` with its note. Who speaks is not asked here."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from quotecheck.model import Statement

REACH: Final = 160
"""Code points after a quotation, within its sentence, in which a citation belongs to it."""

_CITATION: Final = re.compile(
    r"\[-?@(?P<key>[\w:./#$%&+?<>~-]{1,200})(?:[,;]\s*(?P<place>[^\]\[\n]{0,80}))?\]|\[\^(?P<note>[\w-]{1,64})\](?!:)"
)
_NOTE: Final = re.compile(r"(?m)^\[\^(?P<note>[\w-]{1,64})\]:[ \t]*(?P<words>[^\n]{1,400})")
_END: Final = re.compile(r"\n[ \t\r]*\n|[.!?][”\"’»)]*[ \n](?=[^\[\s])|[“«„]")


def cited(content: str, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, each with the source that the draft cites right after it.

    Args:
        content: The draft's content, Markdown.
        statements: In order of place; those that cite a source already keep it.

    Returns:
        The same statements; ``source`` is the key with its place ("key, p. 12"), or the words of the note.
    """
    if "[@" not in content and "[-@" not in content and "[^" not in content:
        return tuple(statements)
    notes = {match["note"]: match["words"].strip() for match in _NOTE.finditer(content)}
    return tuple(_with_source(content, one, notes) for one in statements)


def _with_source(content: str, statement: Statement, notes: Mapping[str, str]) -> Statement:
    if statement.source is not None or statement.end is None:
        return statement
    following = content[statement.end : statement.end + REACH]
    found = _CITATION.search(following)
    if found is None or _END.search(following, 0, found.start()):
        return statement
    if found["note"] is not None:
        return attrs.evolve(statement, source=notes.get(found["note"]))
    place = (found["place"] or "").strip(" ,;")
    return attrs.evolve(statement, source=f"{found['key']}, {place}" if place else found["key"])
