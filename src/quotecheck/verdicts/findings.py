"""Facts made into findings: weighed by the policy, given their message, put in order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Final

import attrs

from quotecheck.model import (
    Code,
    Fidelity,
    Finding,
    Outcome,
    Passage,
    Policy,
    Severity,
    SourceSpan,
    Span,
    Verdict,
    Zone,
)
from quotecheck.verdicts.facts import Fact
from quotecheck.verdicts.registry import rule_for

_SMALL_WORDS: Final = frozenset({Code.ALTERED_QUOTATION, Code.UNMARKED_OMISSION, Code.GRAMMAR_REPAIRED})
"""Codes that weigh one step less where only small function words differ and the record may be why (QC508)."""

_SHOWN: Final = 3
"""Places that a message gives the words of."""


@attrs.frozen(kw_only=True)
class Weighing:
    """What the weight of findings depends on.

    Attributes:
        policy: Says what each weighs.
        zone: Where in the draft the statement stands.
        fidelity: That of the source; None where no source has a part in it.
    """

    policy: Policy
    zone: Zone = Zone.BODY
    fidelity: Fidelity | None = None

    def severity(self, code: Code, codes: Collection[Code]) -> Severity:
        """The severity of one code of a result.

        Args:
            code: Which.
            codes: All codes of the result.
        """
        found = self.policy.severity(code, zone=self.zone, fidelity=self.fidelity)
        mild = code in _SMALL_WORDS and Code.RECORD in codes and self.fidelity in self.policy.lenient
        return found.milder if mild else found


def findings_of(
    facts: Iterable[Fact], *, weighing: Weighing, text: str, content: str, passages: Sequence[Passage]
) -> tuple[Finding, ...]:
    """The findings that facts come to, gravest first, one for each code.

    Args:
        facts: What was observed.
        weighing: Says what each weighs.
        text: The statement's text, for the messages.
        content: The content of the passages' source.
        passages: The passages of the evidence.
    """
    by_code: dict[Code, list[Fact]] = {}
    for fact in facts:
        by_code.setdefault(fact.code, []).append(fact)
    findings = [
        _finding(code, found, weighing.severity(code, by_code), text, content, passages)
        for code, found in by_code.items()
    ]
    return tuple(sorted(findings, key=lambda finding: (-finding.severity.rank, finding.code.value)))


def _finding(
    code: Code, facts: Sequence[Fact], severity: Severity, text: str, content: str, passages: Sequence[Passage]
) -> Finding:
    statement = sorted({span for fact in facts for span in fact.statement})
    source = sorted({span for fact in facts for span in fact.source})
    gaps = {"statement": _shown(statement, text), "source": _shown(source, content)}
    gaps |= dict.fromkeys(("speaker", "said_by", "relayed_by", "cited", "found", "why", "second"), "")
    for fact in facts[:1]:
        gaps |= {name: words for name, words in fact.gaps.items() if words or name not in {"statement", "source"}}
    return Finding(
        code=code,
        severity=severity,
        message=rule_for(code.value).message(**gaps),
        statement=tuple(statement),
        source=tuple(SourceSpan(_passage_of(span, passages), span.start, span.end) for span in source),
    )


def _shown(spans: Sequence[Span], content: str) -> str:
    """The words of the first spans, each once: "310,000 pounds" and not "310,000 … 310,000 pounds"."""
    widest = [one for one in spans if not any(other != one and other.contains(one) for other in spans)]
    words = (span.of(content).strip() for span in widest)
    return " … ".join([word for word in dict.fromkeys(words) if word][:_SHOWN])


def _passage_of(span: Span, passages: Sequence[Passage]) -> int:
    """Index of the passage that holds a span, or the last one that begins before it."""
    found = 0
    for index, passage in enumerate(passages):
        if passage.start <= span.start:
            found = index
    return found


def outcome_of(verdict: Verdict | None, findings: Iterable[Finding]) -> Outcome:
    """What a policy makes of a result: its gravest finding decides.

    Args:
        verdict: None if nothing could be checked, or there was nothing to check.
        findings: As the policy weighed them.
    """
    found = list(findings)
    worst = max((finding.severity.rank for finding in found), default=0)
    if worst == Severity.ERROR.rank:
        return Outcome.FAIL
    if verdict is None:
        return Outcome.SKIPPED if any(finding.code is Code.TERM for finding in found) else Outcome.UNCHECKED
    return Outcome.WARN if worst == Severity.WARNING.rank else Outcome.PASS
