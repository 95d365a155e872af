"""What a check found: passages, edits, findings, results, reports."""

from __future__ import annotations

import attrs

from quotecheck.model.problems import Problem
from quotecheck.model.spans import Place, Span
from quotecheck.model.statements import Statement
from quotecheck.model.verdicts import Code, Op, Outcome, Severity, Verdict, VoiceKind


@attrs.frozen(kw_only=True)
class Passage:
    """A stretch of a source that decides about a statement.

    ``start``/``end`` and ``exact``/``prefix``/``suffix`` are the W3C Web Annotation position and quote selectors.

    Attributes:
        source: Id of the source.
        start: First code point in the source's content.
        end: One past the last code point.
        exact: The words there.
        prefix: Some words before them, for telling equal places apart.
        suffix: Some words after them.
        place: Line, column, page and time of the first code point.
        file: Ranges of the file, where that is a text whose content differs from it; else None.
        speaker: Who says these words there; None if the source does not say.
        voice: How the source gives the words; None if that was not asked.
    """

    source: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""
    place: Place = Place()
    file: tuple[Span, ...] | None = None
    speaker: str | None = None
    voice: VoiceKind | None = None

    @property
    def span(self) -> Span:
        """The place in the source's content."""
        return Span(self.start, self.end)


@attrs.frozen(kw_only=True)
class Edit:
    """One aligned stretch of statement and source.

    Attributes:
        op: What happened on the way from the source to the statement: ``insert`` adds words that the source lacks,
            ``delete`` leaves the source's words out.
        statement: Where in the statement's text (empty at the place for ``delete``).
        passage: Index of the passage it speaks of, from 0.
        source: Where in the source's content (empty at the place for ``insert``).
    """

    op: Op
    statement: Span
    passage: int
    source: Span


@attrs.frozen(kw_only=True)
class Evidence:
    """The passages that decide, and how the statement's words align with theirs.

    Attributes:
        passages: In the order of the statement; several for ellipses, interruptions and splices.
        score: Share of the statement's words that stand in the passages unchanged, 0 to 1.
        edits: In the order of the statement.
    """

    passages: tuple[Passage, ...]
    score: float
    edits: tuple[Edit, ...] = ()


@attrs.frozen
class SourceSpan:
    """A place in a passage's source.

    Attributes:
        passage: Index of the passage, from 0.
        start: First code point in the source's content.
        end: One past the last code point.
    """

    passage: int
    start: int
    end: int


@attrs.frozen(kw_only=True)
class Finding:
    """An occurrence of a code.

    Attributes:
        code: Which.
        severity: What the policy makes of it.
        message: A sentence a person understands.
        statement: Spans in the statement's text that it speaks of.
        source: Spans in the source's content that it speaks of.
        waived: Why it does not count in this run ("in the baseline", an ignore's reason); None if it counts. What it
            says is true all the same, so severity and verdict stay as they are.
    """

    code: Code
    severity: Severity
    message: str
    statement: tuple[Span, ...] = ()
    source: tuple[SourceSpan, ...] = ()
    waived: str | None = None


@attrs.frozen(kw_only=True)
class Alternative:
    """Another place that was looked at and did not win.

    Attributes:
        verdict: What it would have been judged to be.
        passages: Where.
        score: As ``Evidence.score``.
    """

    verdict: Verdict
    passages: tuple[Passage, ...]
    score: float


@attrs.frozen
class ClaimNumber:
    """Which of the claims of one candidate a result is for.

    Attributes:
        number: From 1, in order of place.
        of: How many the candidate has.
    """

    number: int
    of: int


@attrs.frozen(kw_only=True)
class Result:
    """The answer for one statement.

    Attributes:
        statement: What was asked.
        verdict: One of the four; None if it could not be checked, or is no statement (QC507).
        outcome: What the policy makes of it.
        confidence: Probability that the verdict is right, 0 to 1; None with no verdict.
        findings: Gravest first, then by place in the statement.
        evidence: What decided; None if nothing like it was found.
        alternatives: Other places, best first.
        problems: What stood in the way.
        id: The candidate's id, if it has one.
        extra: Keys of a candidate line that are not ours, given back as they came (JSON values).
        claim: Which of the candidate's claims it is for; None if the candidate was not taken apart.
    """

    statement: Statement
    verdict: Verdict | None
    outcome: Outcome
    confidence: float | None = None
    findings: tuple[Finding, ...] = ()
    evidence: Evidence | None = None
    alternatives: tuple[Alternative, ...] = ()
    problems: tuple[Problem, ...] = ()
    id: str | None = None
    extra: dict[str, object] = attrs.field(factory=dict)
    claim: ClaimNumber | None = None


@attrs.frozen(kw_only=True)
class Consulted:
    """A draft or source that a run read.

    Attributes:
        path: Its path or id.
        sha256: Hash of the bytes read; None for a text from memory.
    """

    path: str
    sha256: str | None = None


@attrs.frozen(kw_only=True)
class Report:
    """The results of a run over one or more drafts.

    Attributes:
        policy: Name of the policy in force.
        fingerprint: Hash of everything in the policy that can change a verdict.
        drafts: What was checked.
        sources: What it was checked against.
        results: In order of place in the drafts.
        problems: Those that belong to no single result.
    """

    policy: str
    fingerprint: str
    drafts: tuple[Consulted, ...] = ()
    sources: tuple[Consulted, ...] = ()
    results: tuple[Result, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def by_verdict(self) -> dict[str, int]:
        """Number of results for each verdict that occurs; "none" where there is no verdict."""
        counts: dict[str, int] = {}
        for result in self.results:
            name = result.verdict.value if result.verdict else "none"
            counts[name] = counts.get(name, 0) + 1
        return counts

    @property
    def by_outcome(self) -> dict[str, int]:
        """Number of results for each outcome that occurs."""
        counts: dict[str, int] = {}
        for result in self.results:
            counts[result.outcome.value] = counts.get(result.outcome.value, 0) + 1
        return counts
