"""The policies that ship, read from ``houses``, and the making of a user's own. What a code means is in ``rules``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any, Final, TypeVar

import attrs

from quotecheck.model import Claims, Code, Fidelity, Policy, Severity, Zone
from quotecheck.model.errors import ConfigError, UsageError, nearest
from quotecheck.verdicts.foldings import FOLDINGS
from quotecheck.verdicts.registry import ALL_RULES, rule_for

__all__ = ["DEFAULT_POLICY", "POLICY_NAMES", "claims_named", "differences", "policy_from", "policy_named"]

DEFAULT_POLICY: Final = "news"

POLICY_NAMES: Final = (
    "news", "news-tidy", "ap", "apa", "mla", "chicago", "legal", "transcript", "grounding", "literary",
)  # fmt: skip
"""The policies that ship: the root first, the others extend it or one before them."""

Weights = Mapping[str, str]
K = TypeVar("K", Zone, Fidelity, Severity)


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
    severities: Weights | None = None,
    *,
    name: str = "own",
    zones: Mapping[str, Weights] | None = None,
    fidelities: Mapping[str, Weights] | None = None,
    lenient: Iterable[str] | None = None,
    foldings: Iterable[str] | None = None,
    unchecked: str | None = None,
    claims: str | Claims | None = None,
    doc: str = "",
    reasons: Weights | None = None,
) -> Policy:
    """A policy of the user's: another one, and what differs from it.

    Args:
        base: The policy it extends, or the name of one that ships.
        severities: "none", "note", "warning" or "error" by code or name ("QC107", "107", "inner-punctuation").
        name: What reports call it.
        zones: The same by zone of a draft ("headline", "body", "caption", "block"), on top of the base's; one without
            any is as the rest of the draft.
        fidelities: The same by fidelity of the source ("verbatim", "edited", "condensed", "machine", "translated").
        lenient: Fidelities under which a difference of small function words alone weighs one step less, in place of
            the base's; None keeps those.
        foldings: Names of ``FOLDINGS``, in place of the base's; None keeps those.
        unchecked: "error" if a statement that could not be checked fails the run, else "none"; None for the base's.
        claims: "attributed" or "all": which statements of a draft are checked; None keeps the base's.
        doc: One sentence that says whose rules these are.
        reasons: Why, by code or name; the base's stand for what weighs the same.

    Raises:
        UsageError: if no policy that ships is called ``base``.
        UnknownCode: if no rule is called as a key of ``severities`` says.
        ConfigError: if a severity, a zone, a fidelity, a folding or ``claims`` is unknown, or two keys name one code.
    """
    root = policy_named(base) if isinstance(base, str) else base
    changed = _weights(severities)
    kept = {
        code: why
        for code, why in root.reasons.items()
        if changed.get(code, root.severities[code]) is root.severities[code]
    }
    return Policy(
        name=name,
        base=root.name,
        severities={**root.severities, **changed},
        zones=_scoped(root.zones, zones, Zone, "zone"),
        fidelities=_scoped(root.fidelities, fidelities, Fidelity, "fidelity"),
        lenient=root.lenient if lenient is None else frozenset(_member(Fidelity, one, "fidelity") for one in lenient),
        foldings=root.foldings if foldings is None else frozenset(map(_folding, foldings)),
        unchecked=root.unchecked if unchecked is None else _unchecked(unchecked),
        claims=root.claims if claims is None else claims_named(claims),
        calibration=root.calibration,
        aids=root.aids,
        doc=doc,
        reasons={**kept, **{rule_for(key).code: why for key, why in (reasons or {}).items()}},
    )


def claims_named(name: str | Claims) -> Claims:
    """Which statements are meant by "attributed" or "all".

    Raises:
        ConfigError: if it is neither.
    """
    try:
        return Claims(name)
    except ValueError:
        raise ConfigError(f'claims must be "attributed" or "all", not {name!r}') from None


def differences(policy: Policy, base: Policy) -> dict[Code, Severity]:
    """What ``policy`` weighs otherwise than ``base``, in order of code."""
    return {
        rule.code: policy.severity(rule.code)
        for rule in ALL_RULES
        if policy.severity(rule.code) is not base.severity(rule.code)
    }


@cache
def _shipped(name: str) -> Policy:
    path = resources.files("quotecheck.verdicts").joinpath("houses", f"{name}.toml")
    house: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    root = Policy(name=name, severities={rule.code: rule.severity for rule in ALL_RULES})  # the registry's own
    base = _shipped(house["base"]) if "base" in house else root
    made = policy_from(
        base,
        house.get("severities"),
        name=name,
        zones=house.get("zones"),
        fidelities=house.get("fidelities"),
        lenient=house.get("lenient"),
        foldings=house.get("foldings"),
        unchecked=house.get("unchecked"),
        claims=house.get("claims"),
        doc=house["doc"],
        reasons=house.get("why"),
    )
    return made if "base" in house else attrs.evolve(made, base=None)


def _weights(values: Weights | None) -> dict[Code, Severity]:
    found: dict[Code, Severity] = {}
    for key, value in (values or {}).items():
        code = rule_for(key).code
        if code in found:
            raise ConfigError(f"{code.value} ({code.slug}) has two severities")
        found[code] = _member(Severity, value, f"severity of {code.value}")
    return found


def _scoped(
    base: Mapping[K, Mapping[Code, Severity]], given: Mapping[str, Weights] | None, members: type[K], what: str
) -> dict[K, Mapping[Code, Severity]]:
    """The base's severities by zone or fidelity, with those given on top."""
    found = dict(base)
    for key, values in (given or {}).items():
        member = _member(members, key, what)
        found[member] = {**found.get(member, {}), **_weights(values)} if values else {}
    return found


def _member(members: type[K], value: str, what: str) -> K:
    try:
        return members(value.strip().lower())
    except ValueError:
        names = ", ".join(one.value for one in members)
        raise ConfigError(f"the {what} must be one of {names}, not {value!r}") from None


def _unchecked(value: str) -> Severity:
    found = _member(Severity, value, "weight of what could not be checked")
    if found not in {Severity.NONE, Severity.ERROR}:
        raise ConfigError(f'"unchecked" must be "error" or "none", not {value!r}')
    return found


def _folding(name: str) -> str:
    if name not in FOLDINGS:
        near = nearest(name, FOLDINGS)
        hint = f"the nearest is {near!r}" if near else f"there are {', '.join(FOLDINGS)}"
        raise ConfigError(f"no folding is called {name!r}; {hint}")
    return name
