"""Sign-offs: what people said of statements in a file that the annotated copy saves. Nothing is judged here."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rapidfuzz import fuzz

from quotecheck.model import Result, Statement
from quotecheck.model.errors import ConfigError
from quotecheck.model.signoffs import Decision, SignOff, Standing

SCHEMA = "quotecheck-signed/1"
"""The name of the format; it changes when a reader of the old one would misread the new."""

_LARGEST = 64 * 1024 * 1024  # bytes
_ALIKE = 60.0  # per cent of the words that a changed statement keeps at least


def load_signed(path: str) -> tuple[SignOff, ...]:
    """The sign-offs in a file.

    Raises:
        ConfigError: if it cannot be read, or is no such file.
    """
    try:
        with open(path, "rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise ConfigError(f"the sign-offs cannot be read: {error.strerror or error}", path=path) from error
    if len(data) > _LARGEST:
        raise ConfigError("too large for a file of sign-offs", path=path)
    try:
        values: Any = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"not a file of sign-offs: {error}", path=path) from error
    if not isinstance(values, dict) or values.get("schema") != SCHEMA:
        raise ConfigError(f'not a file of sign-offs: "schema" must be "{SCHEMA}"', path=path)
    listed = values.get("signed")
    if not isinstance(listed, list):
        raise ConfigError('not a file of sign-offs: "signed" must be a list', path=path)
    return tuple(_entry(one, number, path) for number, one in enumerate(listed, 1))


def standings(
    results: Sequence[Result], names: Sequence[tuple[str, str]], entries: Iterable[SignOff]
) -> tuple[dict[Statement, Standing], list[SignOff]]:
    """Where each statement of a run stands, and the sign-offs of statements that are gone.

    A sign-off holds while the statement's words and speaker and what was found of it are the same. Where only what was
    found changed, or the words did, the statement says so and is not signed.

    Args:
        results: In order of place.
        names: The fingerprints of each: of the statement, of what is found.
        entries: What was signed.
    """
    left = list(entries)
    held: dict[int, Standing] = {}
    by_statement: dict[tuple[str, str], SignOff] = {(one.draft, one.statement): one for one in left}
    for index, (result, (statement, state)) in enumerate(zip(results, names, strict=True)):
        entry = by_statement.pop((result.statement.draft or "", statement), None)
        if entry is None:
            continue
        same = entry.state == state
        held[index] = Standing(
            statement=statement,
            state=state,
            signed=entry if same else None,
            before=None if same else entry,
            changed="" if same else _what_changed(entry, result),
        )
    gone = [one for one in left if (one.draft, one.statement) in by_statement]
    for index, (result, (statement, state)) in enumerate(zip(results, names, strict=True)):
        if index not in held:
            like = _like(result, gone)
            changed = f"the words or the speaker changed; it was: “{like.words}”" if like else ""
            held[index] = Standing(statement=statement, state=state, before=like, changed=changed)
            gone = [one for one in gone if one is not like]
    return {result.statement: held[index] for index, result in enumerate(results)}, gone


def reasons(found: Mapping[Statement, Standing]) -> Mapping[Statement, str]:
    """Why the findings of statements do not count: those that somebody lets stand."""
    return {
        statement: str(one.signed)
        for statement, one in found.items()
        if one.signed is not None and one.signed.decision is Decision.STANDS
    }


def _what_changed(entry: SignOff, result: Result) -> str:
    verdict = result.verdict.value if result.verdict else None
    if verdict != entry.verdict:
        return f"it was {entry.verdict or 'without a verdict'} and is {verdict or 'without a verdict'}"
    return "what was found, or the source's words, changed"


def _like(result: Result, gone: Sequence[SignOff]) -> SignOff | None:
    """The sign-off whose statement this one was, by its words."""
    words = " ".join(result.statement.text.split())
    own = [one for one in gone if one.draft == (result.statement.draft or "") and one.words]
    scored = [(fuzz.ratio(words[: len(one.words)], one.words), -index, one) for index, one in enumerate(own)]
    best = max(scored, default=None, key=lambda each: each[:2])
    return best[2] if best and best[0] >= _ALIKE else None


def _entry(values: Any, number: int, path: str) -> SignOff:
    needed = ("draft", "statement", "state", "by")
    if not isinstance(values, dict) or not all(isinstance(values.get(key), str) for key in needed):
        raise ConfigError(f"sign-off {number} needs strings for {', '.join(needed)}", path=path)
    if not values["by"].strip():
        raise ConfigError(f"sign-off {number} does not say whose it is: {'by'!r} is empty", path=path)
    try:
        decision = Decision(values.get("decision"))
    except ValueError:
        known = ", ".join(one.value for one in Decision)
        raise ConfigError(f"sign-off {number}: decision must be one of {known}", path=path) from None
    optional = {key: values.get(key) for key in ("reason", "day", "words", "verdict")}
    given = {key: value.strip() for key, value in optional.items() if isinstance(value, str) and value.strip()}
    if decision is Decision.STANDS and "reason" not in given:
        raise ConfigError(f"sign-off {number} lets a statement stand and gives no reason", path=path)
    return SignOff(
        **{key: values[key] for key in needed},
        decision=decision,
        reason=given.get("reason"),
        day=given.get("day"),
        words=given.get("words", ""),
        verdict=given.get("verdict"),
    )
