"""Labelled cases: how they are read, and the lines that ask about them. Nothing is scored here."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

# What a checker may know of a source. Titles of licences and origins are for people.
KNOWN_OF_A_SOURCE = ("speaker", "author", "labels", "title", "date", "language", "fidelity")


@attrs.frozen(kw_only=True)
class Case:
    """One labelled question: does the source bear this out?

    Attributes:
        id: Its name in the suite.
        text: The candidate's words.
        kind: "direct" or "indirect".
        speaker: Who is said to have said it; None if nobody.
        cited: Path of the source that the draft names, below the suite; None if it names none.
        sources: Paths below the suite; empty where ``source_text`` is given.
        source_text: The source itself; None where ``sources`` are given.
        verdict: The best answer.
        accept: Further answers that are right.
        codes: Codes expected where the verdict is right; empty means unknown, not none.
        must_fail: True if the run has to fail over it, False if it must not; None if either is defensible.
        type: How the case was made ("exact", "typo", "number" …); None if the suite has no types.
        policy: Name of the policy its label supposes.
    """

    id: str
    text: str
    kind: str = "direct"
    speaker: str | None = None
    cited: str | None = None
    sources: tuple[str, ...] = ()
    source_text: str | None = None
    verdict: str
    accept: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()
    must_fail: bool | None = None
    type: str | None = None
    policy: str = "news"


@attrs.frozen
class Suite:
    """A folder of labelled cases.

    Attributes:
        folder: Where it lies.
        cases: In the file's order.
        known: By path below the folder, what is known of a source.
    """

    folder: Path
    cases: tuple[Case, ...]
    known: Mapping[str, Mapping[str, Any]]

    @property
    def name(self) -> str:
        """The folder's name."""
        return self.folder.name

    def texts(self, case: Case) -> list[str]:
        """The texts that ``case`` is to be checked against."""
        if case.source_text is not None:
            return [case.source_text]
        return [(self.folder / path).read_text(encoding="utf-8") for path in case.sources]


def read_suite(folder: Path) -> Suite:
    """Reads ``cases.jsonl`` and, where there is one, ``sources.jsonl``.

    Raises:
        FileNotFoundError: if there is no ``cases.jsonl``.
        KeyError: if a case lacks its id, text or verdict.
    """
    cases = tuple(_case(raw) for raw in json_lines(folder / "cases.jsonl"))
    sources = folder / "sources.jsonl"
    known = {raw["path"]: raw for raw in json_lines(sources)} if sources.exists() else {}
    return Suite(folder.resolve(), cases, known)


def candidate_line(suite: Suite, case: Case, *, with_speaker: bool) -> str:
    """The line that asks ``quotecheck batch`` about ``case``: the words and the sources, nothing of the label."""
    line: dict[str, Any] = {"id": case.id, "text": case.text, "kind": case.kind}
    if with_speaker:
        line["speaker"] = case.speaker
    if case.cited:
        line["source"] = str(suite.folder / case.cited)
    if case.source_text is not None:
        line["source_text"] = case.source_text
    else:
        line["sources"] = [_source(suite, path) for path in case.sources]
    return json.dumps(line, ensure_ascii=False)


def _source(suite: Suite, path: str) -> dict[str, Any]:
    of_it = suite.known.get(path, {})
    return {"path": str(suite.folder / path), **{key: of_it[key] for key in KNOWN_OF_A_SOURCE if of_it.get(key)}}


def _case(raw: Mapping[str, Any]) -> Case:
    return Case(
        id=raw["id"],
        text=raw["text"],
        kind=raw.get("kind") or "direct",
        speaker=raw.get("speaker"),
        cited=raw.get("cited"),
        sources=tuple(raw.get("sources") or ()),
        source_text=raw.get("source_text"),
        verdict=raw["verdict"],
        accept=frozenset(raw.get("accept") or ()),
        codes=frozenset(raw.get("codes") or ()),
        must_fail=raw.get("must_fail"),
        type=raw.get("type"),
        policy=raw.get("policy") or "news",
    )


def json_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file, empty lines left out."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)
