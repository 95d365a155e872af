"""What a configuration says, as types. Reading it is ``files``, applying it ``scopes`` and ``ignores``."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

import attrs

from quotecheck.model import Calibration, Claims, Code, Severity
from quotecheck.model.people import Office

Where = tuple[str | int, ...]


@attrs.frozen(kw_only=True)
class Override:
    """What is different for some drafts.

    Attributes:
        paths: Patterns of the drafts' paths, from the configuration's directory: ``opinion/**``, ``*.md``.
        policy: Name of their policy; None if it is the others'.
        severities: Severity by code, where it differs for them.
        line: Line of the configuration file; None if unknown.
    """

    paths: tuple[str, ...]
    policy: str | None = None
    severities: tuple[tuple[Code, Severity], ...] = ()
    line: int | None = attrs.field(default=None, eq=False)


@attrs.frozen(kw_only=True)
class Ignore:
    """A finding that somebody looked at and lets stand.

    Attributes:
        code: Which finding.
        reason: Why, for whoever comes next.
        paths: Patterns of the drafts' paths, from the configuration's directory; () for all.
        text: Words of the statement; None for any statement.
        until: The last day on which it holds; None if it has no end.
        line: Line of the configuration file; None if unknown.
    """

    code: Code
    reason: str
    paths: tuple[str, ...] = ()
    text: str | None = None
    until: datetime.date | None = None
    line: int | None = attrs.field(default=None, eq=False)


@attrs.frozen(kw_only=True)
class Config:
    """What a configuration file says; empty where there is none.

    Attributes:
        path: The file; None if there is none.
        policy: Name of the policy; None if it names none.
        sources: Files and directories, from the file's own directory.
        manifest: The file that says what is known of the sources, from the file's own directory; None if none is named.
        people: Other names and offices of people, by name, in the file's order.
        severities: Severity by code, where it is not the policy's.
        zones: Severity by code where it depends on the zone of the draft, by zone.
        fidelities: Severity by code where it depends on the fidelity of the source, by fidelity.
        lenient: Fidelities under which a difference of small words weighs one step less; None for the policy's own.
        foldings: Names of the foldings in force beside the sound ones; None for the policy's own.
        unchecked: What a statement that could not be checked weighs; None for the policy's own.
        claims: Which statements of a draft are checked; None for those of the policy.
        calibration: The confidence model fitted on the house's own cases; None for the one that ships.
        nli: Directory of a judge that is plugged in, from the file's own directory; None for none.
        vectors: Directory of word vectors, from the file's own directory; None for none.
        syntax: Name of a pipeline of spaCy that reads roles; None for none.
        overrides: What is different for some drafts; the last that fits decides.
        ignores: Findings that are let stand.
        lines: Line of each key in the file, by the way to it.
    """

    path: str | None = None
    policy: str | None = None
    sources: tuple[str, ...] = ()
    manifest: str | None = None
    people: tuple[tuple[str, tuple[str | Office, ...]], ...] = ()
    severities: tuple[tuple[Code, Severity], ...] = ()
    zones: tuple[tuple[str, tuple[tuple[Code, Severity], ...]], ...] = ()
    fidelities: tuple[tuple[str, tuple[tuple[Code, Severity], ...]], ...] = ()
    lenient: tuple[str, ...] | None = None
    foldings: tuple[str, ...] | None = None
    unchecked: str | None = None
    claims: Claims | None = None
    calibration: Calibration | None = None
    nli: str | None = None
    vectors: str | None = None
    syntax: str | None = None
    overrides: tuple[Override, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    lines: Mapping[Where, int] = attrs.field(factory=dict, eq=False, repr=False)
