"""A draft, a source and a report over them, made by hand: every outcome once. No test is in here."""

from __future__ import annotations

import attrs

from quotecheck.model import (
    Code,
    Consulted,
    Edit,
    Evidence,
    Finding,
    Kind,
    Op,
    Outcome,
    Passage,
    Place,
    Problem,
    Report,
    Result,
    Severity,
    SourceSpan,
    Span,
    Statement,
    Text,
    Verdict,
)
from quotecheck.model.signoffs import Decision, SignOff, Standing
from quotecheck.reports.fingerprints import signatures

SOURCE = Text(
    id="talk.txt",
    path="talk.txt",
    sha256="b" * 64,
    content="“We won’t sell the mill,” Ada Brook said. “It cost $10.0 million.”\n“Ask me in May,” Ben Cole said.\n",
)
DRAFT = Text(
    id="drafts/mill.md",
    path="drafts/mill.md",
    sha256="a" * 64,
    content=(
        "# 🏭 The mill\n\n"
        "🏭 “We will sell the mill,” Ada Brook said.\n"
        "“It cost\n$10.0 million,” Brook added. “Ask me in May,” she said.\n"
        "The “sluice” is old. “Perhaps it is sold,” somebody said. “Das ist so,” he said.\n"
    ),
)
TEXTS = {DRAFT.id: DRAFT, SOURCE.id: SOURCE}


def statement(words: str, speaker: str | None = "Ada Brook", kind: Kind = Kind.DIRECT) -> Statement:
    """A statement where its words stand in the draft."""
    at = DRAFT.content.index(words)
    place = DRAFT.place(at)
    return Statement(
        words,
        speaker=speaker,
        kind=kind,
        parts=(Span(at, at + len(words)),),
        draft=DRAFT.id,
        line=place.line,
        column=place.column,
    )


def passage(words: str, speaker: str | None = "Ada Brook") -> Passage:
    """A passage where its words stand in the source."""
    at = SOURCE.content.index(words)
    return Passage(
        source=SOURCE.id, start=at, end=at + len(words), exact=words, place=SOURCE.place(at), speaker=speaker
    )


def finding(
    code: Code, severity: Severity, message: str, *spans: tuple[int, int], waived: str | None = None
) -> Finding:
    """A finding that speaks of some words of the statement."""
    return Finding(
        code=code,
        severity=severity,
        message=message,
        statement=tuple(Span(*span) for span in spans),
        waived=waived,
    )


def polarity() -> Result:
    """ "We will sell", where the source has "won't"."""
    said = passage("We won’t sell the mill")
    there = Span(said.start + 3, said.start + 8)
    edit = Edit(op=Op.REPLACE, statement=Span(3, 7), passage=0, source=there)
    found = finding(
        Code.POLARITY, Severity.ERROR, "The source says “won’t”, the quotation “will”: the reverse.", (3, 7)
    )
    return Result(
        statement=statement("We will sell the mill,"),
        verdict=Verdict.ABSENT,
        outcome=Outcome.FAIL,
        confidence=0.93,
        findings=(attrs.evolve(found, source=(SourceSpan(0, there.start, there.end),)),),
        evidence=Evidence(passages=(said,), score=0.8, edits=(edit,)),
    )


def results() -> tuple[Result, ...]:
    """Every outcome once, in order of place."""
    exact = Result(
        statement=statement("It cost\n$10.0 million,"),
        verdict=Verdict.EXACT,
        outcome=Outcome.PASS,
        confidence=0.99,
        findings=(
            finding(Code.LIMITED, Severity.NOTE, "A clause after it limits it."),
            finding(Code.TYPOGRAPHY, Severity.NONE, "Only typography differs."),
        ),
        evidence=Evidence(passages=(passage("It cost $10.0 million"),), score=1.0),
    )
    known = Result(
        statement=statement("Ask me in May,"),
        verdict=Verdict.MISATTRIBUTED,
        outcome=Outcome.SKIPPED,
        confidence=0.9,
        findings=(
            finding(Code.WRONG_SPEAKER, Severity.ERROR, "Ben Cole said this, not Ada Brook.", waived="in the baseline"),
        ),
        evidence=Evidence(passages=(passage("Ask me in May", "Ben Cole"),), score=1.0),
    )
    term = Result(
        statement=attrs.evolve(statement("sluice", None), term=True),
        verdict=None,
        outcome=Outcome.SKIPPED,
        findings=(finding(Code.TERM, Severity.NOTE, "Marks round words that nobody is said to have said."),),
    )
    unsure = Result(
        statement=statement("Perhaps it is sold,", "somebody"),
        verdict=Verdict.ABSENT,
        outcome=Outcome.WARN,
        confidence=0.55,
        findings=(finding(Code.UNSURE, Severity.WARNING, "Neither supported nor contradicted."),),
    )
    german = Result(
        statement=statement("Das ist so,", "he"),
        verdict=None,
        outcome=Outcome.UNCHECKED,
        problems=(Problem(message="the source is in another language", code="language"),),
    )
    return polarity(), exact, known, term, unsure, german


def report() -> Report:
    """The report over the draft; one more source could not be read."""
    return Report(
        policy="news",
        fingerprint="0123456789abcdef",
        drafts=(Consulted(path=DRAFT.id, sha256=DRAFT.sha256),),
        sources=(Consulted(path=SOURCE.id, sha256=SOURCE.sha256),),
        results=results(),
        problems=(Problem(message="no such file", code="missing", path="gone.txt", fatal=True),),
    )


def standings(of: Report) -> dict[Statement, Standing]:
    """One statement is signed as it is, one was signed before it changed."""
    found = {}
    for number, (one, (name, state)) in enumerate(zip(of.results, signatures(of.results), strict=True)):
        entry = SignOff(
            draft=one.statement.draft or "",
            statement=name,
            state=state,
            decision=Decision.CHECKED,
            by="Ann Poe",
            day="2026-03-31",
            reason=one.statement.speaker,
            words=one.statement.text,
        )
        found[one.statement] = Standing(
            statement=name,
            state=state,
            signed=entry if number == 1 else None,
            before=entry if number == 0 else None,
            changed="it was exact and is absent" if number == 0 else "",
        )
    return found


HOSTILE = (
    "end\n::error file=a.md,line=1::pwned\r\n%0A::warning::%0D, </testcase></failure>]]><!-- "
    "| cell | `code` ``more`` ```\n# heading\n\n- item <script>alert(1)</script> &lt; @someone #1 "
    "https://evil.example [link](javascript:x) ![](x) {0} \x1b[31m\x1b]8;;x\x07 \u202e \ufffe \x00 \u2028 \\| end"
)
"""Words that try to be something else in each format."""


def hostile(words: str = HOSTILE) -> Report:
    """The same report with these words wherever a draft, a source or a person can put words."""
    said = attrs.evolve(passage("We won’t sell the mill"), exact=words, speaker=words, source=words)
    one = polarity()
    bad = attrs.evolve(
        one,
        id=words,
        statement=attrs.evolve(one.statement, text=words, speaker=words, draft=words),
        findings=tuple(attrs.evolve(each, message=words) for each in one.findings),
        evidence=Evidence(passages=(said,), score=0.5),
    )
    unchecked = attrs.evolve(bad, outcome=Outcome.UNCHECKED, verdict=None, findings=(), problems=(_problem(words),))
    warned = attrs.evolve(
        bad, outcome=Outcome.WARN, findings=(finding(Code.UNSURE, Severity.WARNING, words, waived=None),)
    )
    skipped = attrs.evolve(
        bad, outcome=Outcome.SKIPPED, findings=(finding(Code.FIGURE, Severity.ERROR, words, waived=words),)
    )
    return attrs.evolve(
        report(),
        policy=words,
        drafts=(Consulted(path=words),),
        results=(bad, warned, unchecked, skipped),
        problems=(_problem(words),),
    )


def _problem(words: str) -> Problem:
    return Problem(message=words, code=words, path=words, line=3, column=1, fatal=True)


PLACE = Place(page=3, paragraph=12)
"""A place in a format without lines."""
