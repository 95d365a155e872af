"""Facts made into findings: weighed by the policy, given their message, put in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quotecheck.model import Code, Finding, Outcome, Passage, Policy, Severity, SourceSpan, Span, Verdict
from quotecheck.verdicts.facts import Fact
from quotecheck.verdicts.registry import rule_for


def findings_of(
    facts: Iterable[Fact], *, policy: Policy, text: str, content: str, passages: Sequence[Passage]
) -> tuple[Finding, ...]:
    """The findings that facts come to, gravest first, one for each code.

    Args:
        facts: What was observed.
        policy: Says what each weighs.
        text: The statement's text, for the messages.
        content: The content of the passages' source.
        passages: The passages of the evidence.
    """
    by_code: dict[Code, list[Fact]] = {}
    for fact in facts:
        by_code.setdefault(fact.code, []).append(fact)
    findings = [_finding(code, found, policy, text, content, passages) for code, found in by_code.items()]
    return tuple(sorted(findings, key=lambda finding: (-finding.severity.rank, finding.code.value)))


def _finding(
    code: Code, facts: Sequence[Fact], policy: Policy, text: str, content: str, passages: Sequence[Passage]
) -> Finding:
    statement = sorted({span for fact in facts for span in fact.statement})
    source = sorted({span for fact in facts for span in fact.source})
    gaps = {"statement": _shown(statement, text), "source": _shown(source, content)}
    gaps |= dict.fromkeys(("speaker", "said_by", "relayed_by", "cited", "found", "why"), "")
    for fact in facts[:1]:
        gaps |= {name: words for name, words in fact.gaps.items() if words or name not in {"statement", "source"}}
    return Finding(
        code=code,
        severity=policy.severity(code),
        message=rule_for(code.value).message(**gaps),
        statement=tuple(statement),
        source=tuple(SourceSpan(_passage_of(span, passages), span.start, span.end) for span in source),
    )


def _shown(spans: Sequence[Span], content: str) -> str:
    words = [span.of(content).strip() for span in spans[:3]]
    return " … ".join(word for word in words if word)


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
