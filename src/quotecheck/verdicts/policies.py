"""The policies that ship, read from ``houses``, and the making of a user's own. What a code means is in ``rules``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Final

import attrs

from quotecheck.model import Code, Policy, Severity
from quotecheck.model.errors import ConfigError, UsageError, nearest
from quotecheck.verdicts.registry import ALL_RULES, rule_for

__all__ = [
    "DEFAULT_POLICY",
    "FOLDINGS",
    "POLICY_NAMES",
    "Folding",
    "differences",
    "explain_policy",
    "policy_from",
    "policy_named",
]

DEFAULT_POLICY: Final = "news"

POLICY_NAMES: Final = ("news", "news-tidy", "ap", "transcript", "grounding", "literary")
"""The policies that ship: the root first, the others extend it."""


@attrs.frozen(kw_only=True)
class Folding:
    """A difference that a policy may let go in silence.

    Attributes:
        name: By which policies name it.
        sound: True if it can never make two different statements equal.
        doc: What it lets go, in one sentence.
    """

    name: str
    sound: bool
    doc: str


FOLDINGS: Final[Mapping[str, Folding]] = MappingProxyType(
    {
        one.name: one
        for one in (
            Folding(name="fillers", sound=False, doc="fillers, repeats and false starts of speech (QC106)"),
            Folding(name="accents", sound=False, doc="accents and other marks on letters: résumé and resume"),
        )
    }
)
"""The foldings that a policy can have beside those of the contract, which are always in force."""


def policy_named(name: str) -> Policy:
    """A policy that ships.

    Args:
        name: One of ``POLICY_NAMES``, in any case.

    Raises:
        UsageError: if there is none of this name; it names the nearest.
    """
    folded = name.strip().lower().replace("_", "-")
    if folded not in POLICY_NAMES:
        near = nearest(folded, POLICY_NAMES)
        hint = f"the nearest is {near!r}" if near else f"there are {', '.join(POLICY_NAMES)}"
        raise UsageError(f"no policy is called {name.strip()!r}; {hint}")
    return _shipped(folded)


def policy_from(
    base: str | Policy,
    severities: Mapping[str, str] | None = None,
    *,
    name: str = "own",
    foldings: Iterable[str] | None = None,
    doc: str = "",
) -> Policy:
    """A policy of the user's: another one, and what differs from it.

    Args:
        base: The policy it extends, or the name of one that ships.
        severities: "none", "note", "warning" or "error" by code or name ("QC107", "107", "inner-punctuation").
        name: What reports call it.
        foldings: Names of ``FOLDINGS``, in place of the base's; None keeps those.
        doc: One sentence that says whose rules these are.

    Raises:
        UsageError: if no policy that ships is called ``base``.
        UnknownCode: if no rule is called as a key of ``severities`` says.
        ConfigError: if a severity or a folding is unknown, or two keys name one code.
    """
    root = policy_named(base) if isinstance(base, str) else base
    changes: dict[Code, Severity] = {}
    for key, value in (severities or {}).items():
        code = rule_for(key).code
        if code in changes:
            raise ConfigError(f"{code.value} ({code.slug}) has two severities")
        changes[code] = _severity(value, code)
    return Policy(
        name=name,
        base=root.name,
        severities={**root.severities, **changes},
        foldings=root.foldings if foldings is None else frozenset(map(_folding, foldings)),
        doc=doc,
    )


def differences(policy: Policy, base: Policy) -> dict[Code, Severity]:
    """What ``policy`` weighs otherwise than ``base``, in order of code."""
    return {
        rule.code: policy.severity(rule.code)
        for rule in ALL_RULES
        if policy.severity(rule.code) is not base.severity(rule.code)
    }


def explain_policy(policy: str | Policy) -> str:
    """What a policy makes of each code, for a person.

    Args:
        policy: A policy, or the name of one that ships.

    Raises:
        UsageError: if no policy that ships has the name.
    """
    one = policy_named(policy) if isinstance(policy, str) else policy
    return "\n".join(_explanation(one)) + "\n"


@cache
def _shipped(name: str) -> Policy:
    path = resources.files("quotecheck.verdicts").joinpath("houses", f"{name}.toml")
    house = tomllib.loads(path.read_text(encoding="utf-8"))
    if "base" in house:
        base = _shipped(house["base"])
        return policy_from(base, house.get("severities"), name=name, foldings=house.get("foldings"), doc=house["doc"])
    return Policy(  # the root: its severities are the registry's own
        name=name,
        severities={rule.code: rule.severity for rule in ALL_RULES},
        foldings=frozenset(map(_folding, house.get("foldings", ()))),
        doc=house["doc"],
    )


def _severity(value: str, code: Code) -> Severity:
    try:
        return Severity(value.strip().lower())
    except ValueError:
        names = ", ".join(one.value for one in Severity)
        raise ConfigError(f"the severity of {code.value} must be one of {names}, not {value!r}") from None


def _folding(name: str) -> str:
    if name not in FOLDINGS:
        near = nearest(name, FOLDINGS)
        hint = f"the nearest is {near!r}" if near else f"there are {', '.join(FOLDINGS)}"
        raise ConfigError(f"no folding is called {name!r}; {hint}")
    return name


def _explanation(policy: Policy) -> Iterator[str]:
    extends = f", extends {policy.base}" if policy.base else ""
    yield f"{policy.name}{extends} (fingerprint {policy.fingerprint})"
    if policy.doc:
        yield policy.doc
    yield ""
    if not policy.foldings:
        yield "Foldings beside those of the contract: none."
    for name in sorted(policy.foldings):
        folding = FOLDINGS[name]
        soundness = "sound" if folding.sound else "not sound: it can make two different statements equal"
        yield f"Folding {name} ({soundness}): {folding.doc}."
    yield ""
    for severity in reversed(Severity):
        for rule in ALL_RULES:
            if policy.severity(rule.code) is severity:
                reserved = "" if rule.since else " (reserved)"
                yield f"{severity.value:<8}{rule.code.value} {rule.name}{reserved}"
