"""Which drafts a pattern of the configuration fits, and the policy in force for a draft. Nothing is checked here."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

import attrs

from quotecheck.config.settings import Config, Override
from quotecheck.model import Code, Policy, Severity
from quotecheck.verdicts.policies import policy_from, policy_named


def fits(config: Config, patterns: Iterable[str], path: str | None) -> bool:
    """True if one of ``patterns`` fits a draft.

    Args:
        config: Its file's directory is where patterns begin.
        patterns: ``*`` is any characters of one name, ``**`` any directories, ``?`` one character. One without a
            slash fits files of that name anywhere; one that ends in a slash fits what is below it.
        path: The draft; one that is no file (None, "-", "<stdin>") nothing fits.
    """
    if path is None or config.path is None or path == "-" or path.startswith("<"):
        return False
    base = os.path.dirname(os.path.realpath(config.path))
    inside = os.path.relpath(os.path.realpath(path), base).replace(os.sep, "/")
    return not inside.startswith("../") and any(_pattern(one).fullmatch(inside) for one in patterns)


@lru_cache(maxsize=256)
def _pattern(pattern: str) -> re.Pattern[str]:
    whole = pattern.removeprefix("./")
    if "/" not in whole:
        whole = f"**/{whole}"
    if whole.endswith("/"):
        whole += "**"
    pieces = re.split(r"(\*\*/|\*\*|\*|\?)", whole.lstrip("/"))
    signs = {"**/": r"(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return re.compile("".join(signs.get(piece, re.escape(piece)) for piece in pieces), re.DOTALL)


@attrs.frozen
class Scoped:
    """The policy in force for a draft.

    Attributes:
        policy: With every severity that the configuration changes.
        override: The part of the configuration that is for this draft; None if none is.
    """

    policy: Policy
    override: Override | None = None


def policy_of(config: Config, name: str | None = None) -> Policy:
    """The policy for drafts that no override fits.

    Args:
        config: The configuration.
        name: The policy that the user asks for; it outranks the configuration's, whose severities stay in force.

    Raises:
        UsageError: if there is no such policy.
    """
    return _changed(policy_named(name or config.policy or "news"), config.severities, config)


def scoped(config: Config, path: str | None, name: str | None = None) -> Scoped:
    """The policy for a draft: the configuration's, changed by the last override that fits its path.

    Args:
        config: The configuration.
        path: The draft; None for one that is no file.
        name: As for ``policy_of``; it outranks an override's policy too.

    Raises:
        UsageError: if there is no such policy.
    """
    override = next((one for one in reversed(config.overrides) if fits(config, one.paths, path)), None)
    if override is None:
        return Scoped(policy_of(config, name))
    base = policy_named(name or override.policy or config.policy or "news")
    changes = {**dict(config.severities), **dict(override.severities)}
    return Scoped(_changed(base, tuple(changes.items()), config), override)


def _changed(policy: Policy, severities: Sequence[tuple[Code, Severity]], config: Config) -> Policy:
    replaced = any(one is not None for one in (config.lenient, config.foldings, config.unchecked))
    replaced = replaced or config.claims not in (None, policy.claims) or config.calibration is not None
    if not (severities or config.zones or config.fidelities or replaced):
        return policy
    doc = f"{policy.name}, changed in {config.path}"
    made = policy_from(
        policy,
        _plain(severities),
        name=f"{policy.name}+own",
        zones={zone: _plain(weights) for zone, weights in config.zones},
        fidelities={fidelity: _plain(weights) for fidelity, weights in config.fidelities},
        lenient=config.lenient,
        foldings=config.foldings,
        unchecked=config.unchecked,
        claims=config.claims,
        doc=doc,
    )
    return attrs.evolve(made, calibration=config.calibration)


def _plain(severities: Sequence[tuple[Code, Severity]]) -> dict[str, str]:
    return {code.value: severity.value for code, severity in severities}


def as_one(policies: Sequence[Policy]) -> tuple[str, str]:
    """Name and fingerprint of a run in which drafts are under several policies.

    Args:
        policies: Those in force, at least one, each as often as may be.
    """
    names = list(dict.fromkeys(policy.name for policy in policies))
    prints = sorted({policy.fingerprint for policy in policies})
    if len(prints) == 1:
        return names[0], prints[0]
    return ", ".join(names), hashlib.sha256(" ".join(prints).encode()).hexdigest()[:16]
