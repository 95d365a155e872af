"""Labelled quotations: read from a suite, and found by ``quotecheck extract``. Nothing is scored."""

from __future__ import annotations

import json
import shlex
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from benchmarks.suites import json_lines

AT_ONCE = 200
"""Files that one run of the command is given."""


@attrs.frozen(kw_only=True)
class Quotation:
    """A statement of a text, labelled or found.

    Attributes:
        start: Where it begins, in code points of the text.
        end: Where it ends.
        kind: "direct", "indirect" or "mixed".
        speaker: Who says it; None if nobody is named.
        mention: The words that stand for the speaker at this place; None if there are none.
        aliases: Other names that are right.
        parts: Spans of its parts; one if nothing interrupts it.
    """

    start: int
    end: int
    kind: str
    speaker: str | None = None
    mention: str | None = None
    aliases: tuple[str, ...] = ()
    parts: tuple[tuple[int, int], ...] = ()


@attrs.frozen(kw_only=True)
class Document:
    """A text with its labelled statements.

    Attributes:
        name: As the labels call it.
        path: Where the text lies.
        content: The text.
        labelled: Its statements, in the file's order.
    """

    name: str
    path: Path
    content: str
    labelled: tuple[Quotation, ...]


def read_documents(folder: Path) -> tuple[Document, ...]:
    """Reads ``statements.jsonl`` and the texts it speaks of; summaries of a speech act ("Reported") are left out.

    Raises:
        FileNotFoundError: if there is no ``statements.jsonl``, or no text for one of its documents.
    """
    labelled: dict[str, list[Quotation]] = {}
    for raw in json_lines(folder / "statements.jsonl"):
        label = str(raw.get("label"))
        if label != "Reported" and not label.startswith("Reported/"):
            labelled.setdefault(raw["doc"], []).append(_labelled(raw))
    return tuple(_document(folder, name, labelled[name]) for name in sorted(labelled))


def extracted(documents: Sequence[Document], command: str) -> dict[str, list[Quotation]]:
    """What ``command extract`` finds in each document, by the document's name.

    Raises:
        RuntimeError: if the command exits with anything but 0.
    """
    names = {str(document.path): document.name for document in documents}
    found: dict[str, list[Quotation]] = {document.name: [] for document in documents}
    for raw in _printed(list(names), command):
        found[names[raw["draft"]]].append(_found(raw))
    return found


def _printed(paths: Sequence[str], command: str) -> Iterable[Mapping[str, Any]]:
    for first in range(0, len(paths), AT_ONCE):
        arguments = [*shlex.split(command), "extract", "--format", "jsonl", *paths[first : first + AT_ONCE]]
        done = subprocess.run(arguments, capture_output=True, text=True, encoding="utf-8")
        if done.returncode != 0:
            raise RuntimeError(f"{command} exited {done.returncode}: {done.stderr[-2000:]}")
        yield from map(json.loads, filter(str.strip, done.stdout.split("\n")))


def _document(folder: Path, name: str, labelled: Sequence[Quotation]) -> Document:
    path = (folder / "docs" / (name if name.endswith(".txt") else f"{name}.txt")).resolve()
    # No newline is translated: the labels count the file's own characters.
    content = path.read_bytes().decode("utf-8")
    return Document(name=name, path=path, content=content, labelled=tuple(labelled))


def _labelled(raw: Mapping[str, Any]) -> Quotation:
    return Quotation(
        start=raw["start"],
        end=raw["end"],
        kind=raw["kind"],
        speaker=raw.get("speaker"),
        mention=(raw.get("speaker_mention") or {}).get("text"),
        aliases=tuple(raw.get("aliases") or ()),
        parts=((raw["start"], raw["end"]),),
    )


def _found(raw: Mapping[str, Any]) -> Quotation:
    return Quotation(
        start=raw["start"],
        end=raw["end"],
        kind=raw["kind"],
        speaker=raw.get("speaker"),
        mention=(raw.get("mention") or {}).get("text"),
        parts=tuple((part["start"], part["end"]) for part in raw["parts"]),
    )
