"""A policy told to a person: what is a fault, a warning, a note and silent, why, and what comparison folds away."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from typing import Final

from quotecheck.model import Claims, Code, Policy, Severity
from quotecheck.verdicts.foldings import ALWAYS, FOLDINGS, Folding
from quotecheck.verdicts.policies import policy_named
from quotecheck.verdicts.registry import ALL_RULES, RULES

_WIDTH: Final = 88
_HEADS: Final = {
    Severity.ERROR: "A fault (fails the run)",
    Severity.WARNING: "A warning",
    Severity.NOTE: "Noted",
    Severity.NONE: "Silent",
}


def explain_policy(policy: str | Policy) -> str:
    """What a policy makes of each code and why, and which foldings are in force.

    Args:
        policy: A policy, or the name of one that ships.

    Raises:
        UsageError: if no policy that ships has the name.
    """
    one = policy_named(policy) if isinstance(policy, str) else policy
    return "\n".join(_explanation(one)) + "\n"


def why(policy: Policy, code: Code) -> str:
    """Why a code weighs what it does under a policy: the house's rule with its page, else what the code means."""
    return policy.reasons.get(code) or RULES[code].summary


def _explanation(policy: Policy) -> Iterator[str]:
    extends = f", extends {policy.base}" if policy.base else ""
    yield f"{policy.name}{extends} (fingerprint {policy.fingerprint})"
    if policy.doc:
        yield from textwrap.wrap(policy.doc, _WIDTH)
    for severity in reversed(Severity):
        rules = [rule for rule in ALL_RULES if policy.severity(rule.code) is severity]
        if rules:
            yield ""
            yield _HEADS[severity]
        for rule in rules:
            reserved = "" if rule.since else " (reserved)"
            yield from _item(f"{rule.code.value} {rule.name}{reserved}: {why(policy, rule.code)}")
    yield from _scoped(policy)
    yield ""
    yield "Checked of a draft"
    every = policy.claims is Claims.ALL
    yield from _item("every sentence that claims something" if every else "what it gives to somebody or puts in marks")
    yield ""
    yield "Could not be checked"
    failing = policy.unchecked is Severity.ERROR
    yield from _item("fails the run" if failing else "is counted apart; --fail-on unchecked fails the run for it")
    yield ""
    yield "Foldings (sound: can never make two different statements equal)"
    own = [FOLDINGS[name] for name in sorted(policy.foldings)]
    for folding in (*ALWAYS, *own):
        yield from _item(_folding(folding))
    if not own:
        yield from _item("none beside these, which are in force under every policy")


def _scoped(policy: Policy) -> Iterator[str]:
    """What weighs otherwise in a zone of the draft, or with a source of some fidelity."""
    yield from _elsewhere("In a draft's", {zone.value: weights for zone, weights in policy.zones.items()})
    yield from _elsewhere(
        "Where the source is", {fidelity.value: weights for fidelity, weights in policy.fidelities.items()}
    )
    if policy.lenient:
        yield ""
        kinds = ", ".join(sorted(one.value for one in policy.lenient))
        yield from textwrap.wrap(
            f"Where the source is {kinds}, a difference of small function words alone (QC508) weighs one step less.",
            _WIDTH,
        )


def _elsewhere(where: str, scopes: Mapping[str, Mapping[Code, Severity]]) -> Iterator[str]:
    for name in sorted(scopes):
        if scopes[name]:
            yield ""
            yield f"{where} {name}"
        for code, severity in sorted(scopes[name].items(), key=lambda pair: pair[0].value):
            yield from _item(f"{code.value} {code.slug}: {severity.value}")


def _folding(folding: Folding) -> str:
    return f"{folding.name} ({'sound' if folding.sound else 'not sound'}): {folding.doc}"


def _item(words: str) -> Iterator[str]:
    yield from textwrap.wrap(words, _WIDTH, initial_indent="  ", subsequent_indent="      ")
