"""A policy as data: what each code weighs, where it weighs otherwise, and which foldings are in force."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

import attrs

from quotecheck.model.calibration import Calibration
from quotecheck.model.texts import Fidelity
from quotecheck.model.verdicts import Claims, Code, Severity, Zone

Weights = Mapping[Code, Severity]


@attrs.frozen(kw_only=True)
class Policy:
    """What a house makes of each finding.

    Attributes:
        name: "news", "transcript", or a name of the user's.
        base: The policy it extends; None for the root.
        severities: Severity by code, complete: every code has one.
        zones: Severity by code for the zones of a draft in which it is another.
        fidelities: Severity by code for sources of a fidelity with which it is another; a zone's outranks it.
        lenient: Fidelities of sources whose small function words are not sure to be the speaker's: a difference in
            nothing else (QC508) weighs one step less.
        foldings: Names of the foldings in force beside the sound ones ("fillers", "accents").
        unchecked: ``ERROR`` if a statement that could not be checked fails the run; else ``NONE``.
        claims: Which statements of a draft are checked.
        calibration: The confidence model fitted on a house's own cases; None for the one that ships.
        aids: What is plugged in and may change a verdict of reported speech, by the names that tell it apart.
        doc: One sentence that says whose rules these are.
        reasons: By code, why it weighs what it does here: the house's rule and the page that it stands on.
    """

    name: str
    base: str | None = None
    severities: Weights
    zones: Mapping[Zone, Weights] = attrs.field(factory=dict)
    fidelities: Mapping[Fidelity, Weights] = attrs.field(factory=dict)
    lenient: frozenset[Fidelity] = frozenset()
    foldings: frozenset[str] = frozenset()
    unchecked: Severity = Severity.NONE
    claims: Claims = Claims.ATTRIBUTED
    calibration: Calibration | None = None
    aids: tuple[str, ...] = ()
    doc: str = ""
    reasons: Mapping[Code, str] = attrs.field(factory=dict, eq=False, repr=False)

    def severity(self, code: Code, *, zone: Zone = Zone.BODY, fidelity: Fidelity | None = None) -> Severity:
        """What an occurrence of a code weighs.

        Args:
            code: Which.
            zone: Where in the draft the statement stands.
            fidelity: That of the source; None where no source has a part in it.
        """
        for weights in (self.zones.get(zone), self.fidelities.get(fidelity) if fidelity else None):
            if weights and code in weights:
                return weights[code]
        return self.severities[code]

    @property
    def fingerprint(self) -> str:
        """Hash of everything here that can change a verdict or an outcome: 16 hexadecimal digits."""
        content: dict[str, object] = {
            "severities": _plain(self.severities),
            "zones": {zone.value: _plain(weights) for zone, weights in self.zones.items() if weights},
            "fidelities": {one.value: _plain(weights) for one, weights in self.fidelities.items() if weights},
            "lenient": sorted(one.value for one in self.lenient),
            "foldings": sorted(self.foldings),
            "unchecked": self.unchecked.value,
        }
        if self.claims is not Claims.ATTRIBUTED:
            content["claims"] = self.claims.value
        if self.calibration is not None:
            content["calibration"] = attrs.asdict(self.calibration)
        if self.aids:
            content["aids"] = list(self.aids)
        return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:16]


def _plain(weights: Weights) -> dict[str, str]:
    return {code.value: severity.value for code, severity in weights.items()}
