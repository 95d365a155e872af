"""A policy as data: what each code weighs, and which foldings are in force."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

import attrs

from quotecheck.model.verdicts import Code, Severity


@attrs.frozen(kw_only=True)
class Policy:
    """What a house makes of each finding.

    Attributes:
        name: "news", "transcript", or a name of the user's.
        base: The policy it extends; None for the root.
        severities: Severity by code, complete: every code has one.
        foldings: Names of the foldings in force beside the sound ones ("fillers", "accents").
        doc: One sentence that says whose rules these are.
    """

    name: str
    base: str | None = None
    severities: Mapping[Code, Severity]
    foldings: frozenset[str] = frozenset()
    doc: str = ""

    def severity(self, code: Code) -> Severity:
        """What an occurrence of ``code`` weighs."""
        return self.severities[code]

    @property
    def fingerprint(self) -> str:
        """Hash of everything here that can change a verdict or an outcome: 16 hexadecimal digits."""
        content = {
            "severities": {code.value: severity.value for code, severity in self.severities.items()},
            "foldings": sorted(self.foldings),
        }
        return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:16]
