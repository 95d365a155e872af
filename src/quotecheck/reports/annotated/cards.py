"""What stands beside a statement: its verdict, the source's words with what differs, findings, advice, sign-off.

No HTML is made here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from quotecheck.model import Outcome, Passage, Place, Result, Severity, Text
from quotecheck.model.errors import shown
from quotecheck.model.signoffs import Standing
from quotecheck.reports.advice import advice, problem_label
from quotecheck.reports.differences import Piece, PieceKind, pieces
from quotecheck.reports.fragments import link_to
from quotecheck.reports.text import SYMBOLS, clipped

_STATEMENT_SHOWN = 1200  # code points
_EQUAL_SHOWN = 900  # of a stretch in which nothing differs
_NAME_SHOWN = 160
_OTHERS = 3  # other places that are listed
_WORDS_KEPT = 120  # that a sign-off keeps, as a baseline's entry does


@attrs.frozen(kw_only=True)
class Shown:
    """A finding as it is shown."""

    code: str
    name: str
    severity: str
    message: str
    waived: str | None


@attrs.frozen(kw_only=True)
class Found:
    """A passage as it is shown.

    Attributes:
        where: File, line, page and time in words.
        speaker: Who says it there; None if the source does not say.
        prefix: Words before it.
        pieces: Its words, with what differs.
        suffix: Words after it.
        link: An address of the web that opens it; None if there is none.
    """

    where: str
    speaker: str | None
    prefix: str
    pieces: tuple[Piece, ...]
    suffix: str
    link: str | None


@attrs.frozen(kw_only=True)
class Card:
    """All that is said of one statement.

    Attributes:
        number: From 1, in order of place.
        outcome: "fail", "warn", "pass", "unchecked", "skipped".
        symbol: The sign of it.
        verdict: In words.
        kind: "direct", "indirect" or "mixed".
        words: The statement's words.
        speaker: The one it is given to; None if nobody.
        place: Line and column, or page and paragraph, in the draft.
        confidence: In per cent; None without a verdict.
        found: The passages.
        findings: All that are more than allowed silently.
        silent: What was allowed silently, by code and name.
        advice: What to do.
        problem_label: What the problems are called: "not checked" where there is no verdict.
        problems: What stood in the way.
        others: Other places that were looked at.
        standing: Where it stands with those who signed.
        grave: True if somebody has to look at it.
        kept: The words that a sign-off keeps.
        draft: The draft's id.
    """

    number: int
    outcome: str
    symbol: str
    verdict: str
    kind: str
    words: str
    speaker: str | None
    place: str
    confidence: int | None
    found: tuple[Found, ...]
    findings: tuple[Shown, ...]
    silent: tuple[str, ...]
    advice: tuple[str, ...]
    problem_label: str
    problems: tuple[str, ...]
    others: tuple[str, ...]
    standing: Standing
    grave: bool
    kept: str
    draft: str


def card(number: int, result: Result, texts: Mapping[str, Text], standing: Standing) -> Card:
    """What is said of one result.

    Args:
        number: Its number on the page.
        result: The result.
        texts: Drafts and sources by id.
        standing: Where it stands with those who signed.
    """
    statement = result.statement
    evidence = result.evidence.passages if result.evidence else ()
    silent = dict.fromkeys(
        f"{one.code.value} {one.code.slug}" for one in result.findings if one.severity is Severity.NONE
    )
    return Card(
        number=number,
        outcome=result.outcome.value,
        symbol=SYMBOLS[result.outcome],
        verdict=result.verdict.value if result.verdict else "no verdict",
        kind=statement.kind.value,
        words=clipped(statement.text, _STATEMENT_SHOWN),
        speaker=clipped(statement.speaker, _NAME_SHOWN) if statement.speaker else None,
        place=_in_draft(result, texts.get(statement.draft or "")),
        confidence=round(100 * result.confidence) if result.confidence is not None else None,
        found=tuple(_found(result, index, texts) for index in range(len(evidence))),
        findings=tuple(
            Shown(
                code=one.code.value,
                name=one.code.slug,
                severity=one.severity.value,
                message=one.message,
                waived=one.waived,
            )
            for one in result.findings
            if one.severity is not Severity.NONE
        ),
        silent=tuple(silent),
        advice=tuple(advice(result.findings)),
        problem_label=problem_label(result.outcome),
        problems=tuple(str(problem) for problem in result.problems),
        others=tuple(_others(result)),
        standing=standing,
        grave=result.outcome in (Outcome.FAIL, Outcome.WARN, Outcome.UNCHECKED),
        kept=clipped(" ".join(statement.text.split()), _WORDS_KEPT),
        draft=statement.draft or "",
    )


def _found(result: Result, index: int, texts: Mapping[str, Text]) -> Found:
    assert result.evidence is not None
    passage = result.evidence.passages[index]
    source = texts.get(passage.source)
    return Found(
        where=where(passage),
        speaker=clipped(passage.speaker, _NAME_SHOWN) if passage.speaker else None,
        prefix=passage.prefix,
        pieces=tuple(
            attrs.evolve(one, text=clipped(one.text, _EQUAL_SHOWN)) if one.kind is PieceKind.BOTH else one
            for one in pieces(result, index)
        ),
        suffix=passage.suffix,
        link=link_to(source.url if source else None, passage.exact, passage.prefix, passage.suffix),
    )


def where(passage: Passage) -> str:
    """A passage's file and place in words: "talk.txt, line 26"."""
    return ", ".join([clipped(passage.source, _NAME_SHOWN), *_named(passage.place)])


def _named(place: Place) -> Iterator[str]:
    if place.page is not None:
        yield f"page {place.page}"
    if place.line is not None:
        yield f"line {place.line}"
    elif place.paragraph is not None:
        yield f"paragraph {place.paragraph}"
    if place.time is not None:
        yield clock(place.time)


def clock(seconds: float) -> str:
    """Seconds as hours, minutes, seconds: "0:12:05"."""
    whole = int(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def _in_draft(result: Result, text: Text | None) -> str:
    statement = result.statement
    if statement.line is not None:
        return f"line {statement.line}"
    if text is None or statement.start is None:
        return ""
    return ", ".join(_named(text.place(statement.start)))


def _others(result: Result) -> Iterator[str]:
    for other in result.alternatives[:_OTHERS]:
        for passage in other.passages[:1]:
            who = passage.speaker or "speaker not named"
            yield shown(f"{where(passage)}, {who} ({other.verdict.value}): {clipped(passage.exact, 200)}")
