"""Frozen types and enums that every room shares. Nothing here reads, decides or prints."""

from quotecheck.model.calibration import Calibration
from quotecheck.model.policies import Policy
from quotecheck.model.problems import Problem
from quotecheck.model.results import (
    Alternative,
    ClaimNumber,
    Consulted,
    Edit,
    Evidence,
    Finding,
    Passage,
    Report,
    Result,
    SourceSpan,
)
from quotecheck.model.spans import Origin, Place, Run, Span
from quotecheck.model.statements import Sequel, Statement, Words
from quotecheck.model.texts import Annotation, Fidelity, Text
from quotecheck.model.verdicts import (
    Claims,
    Code,
    CueKind,
    Kind,
    NoClaim,
    Op,
    Outcome,
    Severity,
    Tie,
    Uttered,
    Verdict,
    VoiceKind,
    Zone,
)
from quotecheck.model.voices import Voice

__all__ = [
    "Alternative",
    "Annotation",
    "Calibration",
    "ClaimNumber",
    "Claims",
    "Code",
    "Consulted",
    "CueKind",
    "Edit",
    "Evidence",
    "Fidelity",
    "Finding",
    "Kind",
    "NoClaim",
    "Op",
    "Origin",
    "Outcome",
    "Passage",
    "Place",
    "Policy",
    "Problem",
    "Report",
    "Result",
    "Run",
    "Sequel",
    "Severity",
    "SourceSpan",
    "Span",
    "Statement",
    "Text",
    "Tie",
    "Uttered",
    "Verdict",
    "Voice",
    "VoiceKind",
    "Words",
    "Zone",
]
