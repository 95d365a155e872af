"""The file of record: what was checked against what, what was found, what people set aside, and how to do it again.

It is JSON, and stands in the annotated copy too. What is in it was written by somebody: it is read as data, and only
what is named here is taken from it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from quotecheck.model import Consulted, Report, Result, Statement, Text
from quotecheck.model.errors import ConfigError, shown
from quotecheck.model.signoffs import Standing
from quotecheck.reports import wire
from quotecheck.reports.fingerprints import signatures
from quotecheck.reports.overrides import overrides
from quotecheck.reports.text import clipped

SCHEMA = "quotecheck-record/1"
"""The name of the format; it changes when a reader of the old one would misread the new."""

LISTS = ("drafts", "source", "bibliography")
SINGLE = ("sources", "archive", "policy", "config", "claims")
"""The arguments of a check that decide what is found: those with several values, and those with one."""

_WORDS_SHOWN = 80
_IN_PAGE = re.compile(rb'<script type="application/json" id="record">(.*?)</script>', re.DOTALL)


@attrs.frozen(kw_only=True)
class Basis:
    """What a run rested on beside drafts and sources.

    Attributes:
        arguments: Of the command line: the keys are ``LISTS`` and ``SINGLE``.
        settings: The files that say how to check, with their hashes: configuration, manifest, baseline, sign-offs.
    """

    arguments: Mapping[str, Any]
    settings: tuple[Consulted, ...] = ()


@attrs.frozen(kw_only=True)
class Record:
    """A record as it was read.

    Attributes:
        report: What was found then.
        version: Of quotecheck then.
        basis: What the run rested on.
        intact: True if it is as it was written.
    """

    report: Report
    version: str
    basis: Basis
    intact: bool


def to_record(
    report: Report,
    texts: Mapping[str, Text],
    basis: Basis,
    version: str,
    standings: Mapping[Statement, Standing] | None = None,
) -> dict[str, Any]:
    """The record of a run.

    Args:
        report: What was found.
        texts: Drafts and sources by id.
        basis: What the run rested on.
        version: Of quotecheck.
        standings: Where statements stand with those who signed; None if nobody signed.
    """
    by_path = {text.path or text.id: text for text in texts.values()}
    values = wire.report_to_dict(report, version)
    set_aside = overrides(report.results, standings or {})
    values = {
        **values,
        "schema": SCHEMA,
        "arguments": {key: basis.arguments.get(key) for key in (*LISTS, *SINGLE)},
        "settings": [{"path": one.path, "sha256": one.sha256} for one in basis.settings],
        "known": [_known(by_path[one.path]) for one in report.sources if one.path in by_path],
        "overrides": [attrs.asdict(one) for one in set_aside],
    }
    return {**values, "digest": _digest(values)}


def _known(text: Text) -> dict[str, str | None]:
    return {
        "path": text.path or text.id,
        "title": text.title,
        "date": text.date,
        "url": text.url,
        "language": text.language,
        "speaker": text.speaker,
        "author": text.author,
        "fidelity": text.fidelity.value,
    }


def _digest(values: Mapping[str, Any]) -> str:
    written = json.dumps(values, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode("ascii")).hexdigest()


def read_record(data: bytes, path: str) -> Record:
    """The record in a file: JSON, or an annotated copy that holds it.

    Raises:
        ConfigError: if it holds none.
    """
    found = _IN_PAGE.search(data)
    try:
        values = json.loads((found[1] if found else data).decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"no record: {error}", path=path) from error
    if not isinstance(values, dict) or values.get("schema") != SCHEMA:
        raise ConfigError(f'no record: "schema" must be "{SCHEMA}"', path=path)
    try:
        report = wire.report_from_dict(values)
        basis = _basis(values)
        version = str(values["version"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ConfigError(f"no record: {error}", path=path) from error
    digest = values.pop("digest", None)
    return Record(report=report, version=version, basis=basis, intact=digest == _digest(values))


def _basis(values: Mapping[str, Any]) -> Basis:
    given = values["arguments"]
    arguments: dict[str, Any] = {}
    for key in LISTS:
        listed = given.get(key) or []
        if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
            raise ValueError(f"arguments: {key} must be a list of strings")
        arguments[key] = listed
    for key in SINGLE:
        if not isinstance(given.get(key), str | None):
            raise ValueError(f"arguments: {key} must be a string or null")
        arguments[key] = given.get(key)
    settings = tuple(Consulted(path=one["path"], sha256=one["sha256"]) for one in values.get("settings", []))
    return Basis(arguments=arguments, settings=settings)


def differences(old: Report, new: Report) -> Iterator[str]:
    """What is found otherwise now, one line each, in the old report's order; what is new comes last.

    What was waived is not looked at: findings and verdicts are.

    Args:
        old: As it was recorded.
        new: The same check, done again.
    """
    now = {(one.statement.draft, name): (one, state) for one, (name, state) in _named(new.results)}
    before: Counter[tuple[str | None, str]] = Counter()
    for one, (name, state) in _named(old.results):
        before[one.statement.draft, name] += 1
        found = now.get((one.statement.draft, name))
        if found is None:
            yield f"{_where(one)}: {_said(one)}, is not found any more"
        elif found[1] != state:
            yield f"{_where(found[0])}: {_what(one, found[0])}"
    for key, (one, _) in now.items():
        if key not in before:
            yield f"{_where(one)}: {_said(one)}, was not there"


def _named(results: Sequence[Result]) -> Iterator[tuple[Result, tuple[str, str]]]:
    return zip(results, signatures(results), strict=True)


def _what(old: Result, new: Result) -> str:
    if old.verdict is not new.verdict:
        return f"{_said(new)}, was {_verdict(old)} and is {_verdict(new)}"
    codes = [sorted({one.code.value for one in each.findings}) for each in (old, new)]
    if codes[0] != codes[1]:
        return f"{_said(new)}, had {', '.join(codes[0]) or 'no findings'} and has {', '.join(codes[1]) or 'none'}"
    return f"{_said(new)}, rests on other words or another weight of its findings"


def _verdict(result: Result) -> str:
    return result.verdict.value if result.verdict else "without a verdict"


def _said(result: Result) -> str:
    return shown(f"“{clipped(' '.join(result.statement.text.split()), _WORDS_SHOWN)}”")


def _where(result: Result) -> str:
    statement = result.statement
    parts = (statement.draft, statement.line, statement.column)
    return ":".join(shown(str(part)) for part in parts if part is not None) or "-"
