"""What changed between two versions of a draft, as text and as JSON. What changed is found in ``checking.versions``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from quotecheck.checking.versions import Change, Changed
from quotecheck.model import Consulted, Policy, Result, Severity, Statement
from quotecheck.model.errors import shown
from quotecheck.reports import wire
from quotecheck.reports.advice import advice
from quotecheck.reports.text import Look, clipped, statement_words

SCHEMA = "quotecheck-compare/1"
"""The name of the format; it changes when a reader of the old one would misread the new."""

_WORDS_SHOWN = 400
_SAID = {
    Change.CUT: "cut: words are left out",
    Change.EXTENDED: "extended: words came in",
    Change.REWORDED: "reworded",
    Change.SPEAKER: "given to somebody else",
    Change.MARKS: "the marks changed",
    Change.ADDED: "added: it was not there",
    Change.GONE: "gone",
}


def lines(changes: Sequence[Changed], total: int, look: Look) -> Iterator[str]:
    """The changes for a person, and the sums.

    Args:
        changes: What changed.
        total: Statements of the new version.
        look: How it is to look.
    """
    for one in changes:
        yield from _lines(one, look)
        yield ""
    yield sums(changes, total)


def sums(changes: Sequence[Changed], total: int) -> str:
    """How many changed and how many of them became worse."""
    if not changes:
        return f"nothing changed in {total} statement{'' if total == 1 else 's'}"
    counts = Counter(one.change for one in changes)
    now = len(changes) - counts[Change.GONE]
    kinds = ", ".join(f"{counts[one]} {one.value}" for one in Change if counts[one])
    worse, better = sum(one.worse for one in changes), sum(one.better for one in changes)
    return f"{now} of {total} statements changed ({kinds}): {worse} worse, {better} better"


def _lines(one: Changed, look: Look) -> Iterator[str]:
    statement = one.after or one.before
    assert statement is not None
    sign = "✗ worse" if one.worse else "✓ better" if one.better else "· changed"
    painted = look.painted(sign, "31" if one.worse else "32" if one.better else "2")
    yield f"{painted}  {look.painted(_SAID[one.change], '1')}  {_place(statement)}"
    if one.before is not None:
        yield from _said("before", one.before, look)
    if one.after is not None:
        yield from _said("after", one.after, look)
    if one.was is not None and one.now is not None:
        yield f"  checked: was {_outcome(one.was)}, is {_outcome(one.now)}"
    elif one.now is not None:
        yield f"  checked: {_outcome(one.now)}"
    for finding in one.now.findings if one.now else ():
        if finding.severity.rank >= Severity.WARNING.rank:
            message = f"{finding.code.value} {finding.code.slug}, {finding.severity.value}: {shown(finding.message)}"
            yield from look.wrapped(message, "  ")
    for sentence in advice(one.now.findings) if one.now else ():
        yield from look.wrapped(f"→ {sentence}", "  ")


def _said(name: str, statement: Statement, look: Look) -> list[str]:
    words = statement_words(statement, look)
    first = words[0].strip() if words else shown(clipped(statement.text, _WORDS_SHOWN))
    return [f"  {name + ':':8}{first}", *(f"      {row}" for row in words[1:])]


def _outcome(result: Result) -> str:
    return f"{result.outcome.value} ({result.verdict.value if result.verdict else 'no verdict'})"


def _place(statement: Statement) -> str:
    parts = (statement.draft, statement.line, statement.column)
    return ":".join(shown(str(part)) for part in parts if part is not None)


def to_dict(
    changes: Sequence[Changed],
    total: int,
    *,
    old: Consulted,
    new: Consulted,
    sources: Sequence[Consulted],
    policy: Policy,
    version: str,
) -> dict[str, Any]:
    """The comparison for programs.

    Args:
        changes: What changed.
        total: Statements of the new version.
        old: The version that was approved.
        new: The version that is to be printed.
        sources: What both were checked against; empty where the old version was the source.
        policy: The one in force.
        version: Of quotecheck.
    """
    counts = Counter(one.change.value for one in changes)
    return {
        "schema": SCHEMA,
        "version": version,
        "policy": {"name": policy.name, "fingerprint": policy.fingerprint},
        "old": _consulted(old),
        "new": _consulted(new),
        "sources": [_consulted(one) for one in sources],
        "changes": [_to_dict(one) for one in changes],
        "summary": {
            "statements": total,
            "by_change": {one.value: counts[one.value] for one in Change if counts[one.value]},
            "worse": sum(one.worse for one in changes),
            "better": sum(one.better for one in changes),
        },
    }


def _consulted(one: Consulted) -> dict[str, str | None]:
    return {"path": one.path, "sha256": one.sha256}


def _to_dict(one: Changed) -> dict[str, Any]:
    return {
        "change": one.change.value,
        "worse": one.worse,
        "better": one.better,
        "before": wire.statement_to_dict(one.before) if one.before else None,
        "after": wire.statement_to_dict(one.after) if one.after else None,
        "was": wire.to_dict(one.was) if one.was else None,
        "now": wire.to_dict(one.now) if one.now else None,
    }
