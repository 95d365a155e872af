"""The source's words put into a draft, where a finding says how. Nothing is written to a file here.

Only quotations in marks, only a few words inside one passage, never a speaker; and each repair is checked again: one
that does not make the quotation exact is not made.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Final

import attrs

from quotecheck.model import (
    Code,
    Edit,
    Evidence,
    Finding,
    Kind,
    Op,
    Outcome,
    Result,
    Severity,
    Span,
    Statement,
    Text,
    Verdict,
)
from quotecheck.model.errors import UNSHOWN
from quotecheck.reports.patches import Change, changed
from quotecheck.reports.remarks import in_draft

REPAIRED: Final = frozenset(
    {Code.ALTERED_QUOTATION, Code.UNMARKED_OMISSION, Code.POLARITY, Code.FIGURE, Code.NAME_OR_ROLE}
)
"""Findings that say how a quotation is put right."""

Check = Callable[[Statement], Result]

_MOST_WORDS = 12  # words put in or taken out; more is another quotation, and a person's choice
_QUOTES = re.compile("[\"“”„‟«»‹›]|(?<!\\w)['‘’]|['‘’](?!\\w)")  # marks; an apostrophe inside a word is none
_MARKUP = re.compile(r"[*_`<>\[\]\\]")
_APOSTROPHES = re.compile(r"(?<=\w)['’](?=\w)")
_WORD = re.compile(r"\w+(?:['’.,]\w+)*")


@attrs.frozen(kw_only=True)
class Repair:
    """A quotation put right.

    Attributes:
        result: What was found.
        changes: Stretches of the draft's content, in order and apart, each with what is to stand there.
    """

    result: Result
    changes: tuple[Change, ...]


@attrs.frozen(kw_only=True)
class Left:
    """A fault that is left to a person.

    Attributes:
        result: What was found.
        why: Half a sentence.
    """

    result: Result
    why: str


class NotMended(Exception):
    """A repair that is not made, with the reason."""


def repairs(results: Iterable[Result], text: Text, check: Check) -> tuple[list[Repair], list[Left]]:
    """What can be put right in a draft, and what cannot.

    Args:
        results: Of this draft; those that do not fail are passed over.
        text: The draft.
        check: Checks a statement against the same sources under the same policy.

    Returns:
        Repairs in order of place, apart from each other; and every other fault with the reason.
    """
    made: list[Repair] = []
    left: list[Left] = []
    mark = apostrophe(text.content)
    for result in results:
        if result.outcome is not Outcome.FAIL:
            continue
        try:
            repair = repair_of(result, text, mark, check)
            if made and made[-1].changes[-1][0].end >= repair.changes[0][0].start:
                raise NotMended("another repair stands in the same words: run it again")
            made.append(repair)
        except NotMended as no:
            left.append(Left(result=result, why=str(no)))
    return made, left


def changes_of(made: Iterable[Repair]) -> list[Change]:
    """The changes of repairs, in order and apart."""
    return [change for repair in made for change in repair.changes]


def repair_of(result: Result, text: Text, mark: str | None, check: Check) -> Repair:
    """The source's words put in for one result; arguments as ``repairs``.

    Args:
        mark: The draft's own apostrophe.

    Raises:
        NotMended: if they cannot be.
    """
    plain(text)
    statement = result.statement
    evidence = repairable(result)
    edits = edits_of(result, evidence)
    _small(statement, evidence, edits)
    changes = in_order(_change(edit, result, evidence, text, mark) for edit in edits)
    holds(statement, changes, text, check)
    return Repair(result=result, changes=changes)


def in_order(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Changes in order of place; refused if they meet."""
    found = tuple(sorted(changes, key=lambda pair: pair[0]))
    if any(one.end > other.start for (one, _), (other, _) in pairwise(found)):
        raise NotMended("its differences run into each other")
    return found


def plain(text: Text) -> None:
    """Refuse a draft whose words are not its file's own."""
    if text.path is None or text.origin.runs is not None or not text.origin.line_starts:
        raise NotMended("only plain text and Markdown are mended")


def repairable(result: Result) -> Evidence:
    """The evidence of a result that says how its quotation is put right; refused if it does not."""
    statement = result.statement
    errors = [one for one in result.findings if one.severity is Severity.ERROR and one.waived is None]
    if statement.kind is not Kind.DIRECT:
        raise NotMended("it is no quotation in marks")
    if not statement.parts or statement.unclosed:
        raise NotMended("its end is not known")
    ours = [one for one in errors if one.code in REPAIRED]
    spans = {span for one in ours for span in one.statement}
    for one in errors:
        if one.code not in REPAIRED and not (one.code is Code.STRENGTH and spans.issuperset(one.statement)):
            raise NotMended("what to do is for a person to decide")
    if not ours or result.evidence is None:
        raise NotMended("no finding says how")
    if len(result.evidence.passages) != 1:
        raise NotMended("it rests on several passages")
    if _rivals(result, result.evidence):
        raise NotMended("another passage is as near: which one was meant is for a person to decide")
    return result.evidence


def _rivals(result: Result, evidence: Evidence) -> bool:
    """True if other words elsewhere are as near: the source's words are then not known."""
    mine = evidence.passages[0]
    for other in result.alternatives:
        apart = all(one.source != mine.source or not one.span.overlaps(mine.span) for one in other.passages)
        if apart and other.score >= evidence.score and _words(other.passages[0].exact) != _words(mine.exact):
            return True
    return False


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def edits_of(result: Result, evidence: Evidence) -> list[Edit]:
    """The differences that the findings speak of; what a convention allows stays as the draft has it."""
    ours = [span for one in result.findings if _says_how(one) for span in one.statement]
    edits = [
        edit
        for edit in evidence.edits
        if edit.op is not Op.EQUAL and any(_meets(span, edit.statement) for span in ours)
    ]
    if not edits or any(edit.op is Op.MOVE for edit in edits):
        raise NotMended("the words stand in another order" if edits else "no finding says how")
    return edits


def _says_how(finding: Finding) -> bool:
    return finding.code in REPAIRED and finding.severity is Severity.ERROR and finding.waived is None


def _meets(one: Span, other: Span) -> bool:
    """True if they share a code point; an empty one, if it stands in the other or at its end."""
    if len(one) and len(other):
        return one.overlaps(other)
    return one.start <= other.end and other.start <= one.end


def _small(statement: Statement, evidence: Evidence, edits: Sequence[Edit]) -> None:
    passage = evidence.passages[0]
    words = 0
    for edit in edits:
        theirs = passage.exact[edit.source.start - passage.start : edit.source.end - passage.start]
        words += max(len(_WORD.findall(theirs)), len(_WORD.findall(edit.statement.of(statement.text))))
    if words > min(_MOST_WORDS, max(2, len(_WORD.findall(statement.text)) // 2)):
        raise NotMended("too much of it differs")


def _change(edit: Edit, result: Result, evidence: Evidence, text: Text, mark: str | None) -> Change:
    """The stretch of the draft for one difference, and what is to stand there."""
    span = in_draft(result.statement, edit.statement)
    part = next((one for one in result.statement.parts if span is not None and one.contains(span)), None)
    if span is None or part is None:
        raise NotMended("its words stand on both sides of an interruption")
    passage = evidence.passages[0]
    if not passage.span.contains(edit.source):
        raise NotMended("the source's words are not in the passage")
    words = passage.exact[edit.source.start - passage.start : edit.source.end - passage.start]
    theirs = as_in_draft(words, mark) if words.strip() else ""
    if ">" in text.words(span):
        raise NotMended("a sign of the draft's own format stands in it")
    if not theirs:
        return _without(span, part, text.content), ""
    if not len(span):
        theirs += _stop(edit, evidence, text.content[span.start : part.end])
        return span, spaced(theirs, span.start, part, text.content)
    first = text.content[span.start]
    capital = span.start == part.start and first.isupper() and part == result.statement.parts[0]
    return span, theirs[:1].upper() + theirs[1:] if capital else theirs


def apostrophe(content: str) -> str | None:
    """The one form of apostrophe that a draft has; None if it has both or neither."""
    used = [mark for mark in ("'", "’") if re.search(rf"(?<=\w){mark}(?=\w)", content)]
    return used[0] if len(used) == 1 else None


def as_in_draft(words: str, mark: str | None) -> str:
    """The source's words on one line, with the draft's apostrophes."""
    plain = " ".join(words.split())
    if UNSHOWN.search(plain) or "\u00ad" in plain or "- " in plain:
        raise NotMended("the source's words have marks of their file in them")
    if _QUOTES.search(plain):
        raise NotMended("the source's words have quotation marks of their own")
    if _MARKUP.search(plain):
        raise NotMended("the source's words have signs that a draft's format may obey")
    return _APOSTROPHES.sub(mark, plain) if mark else plain


def _stop(edit: Edit, evidence: Evidence, after: str) -> str:
    """The comma that the source has behind words that are put in, where the draft goes on with a word."""
    passage = evidence.passages[0]
    follows = passage.exact[edit.source.end - passage.start :][:1]
    return follows if follows in (",", ";", ":") and after.lstrip()[:1].isalnum() else ""


def spaced(words: str, at: int, part: Span, content: str) -> str:
    """``words`` to be put in at a place, with the spaces they need there."""
    before = content[at - 1] if at > part.start else ""
    after = content[at] if at < part.end else ""
    opens = before and not before.isspace() and words[:1] not in ",.;:!?"
    closes = after and not after.isspace() and (after.isalnum() or after in "$£€(")
    return f"{' ' if opens else ''}{words}{' ' if closes else ''}"


def _without(span: Span, part: Span, content: str) -> Span:
    """The stretch to take out: with the space that would be left over."""
    start, end = span.start, span.end
    follows = content[end] if end < part.end else " "
    if start > part.start and content[start - 1] == " " and not follows.isalnum():
        return Span(start - 1, end)
    if end < part.end and content[end].isspace():
        return Span(start, end + 1)
    return span


def holds(statement: Statement, changes: Sequence[Change], text: Text, check: Check) -> None:
    """Refuse a repair that does not make the quotation exact."""
    parts = []
    for part in statement.parts:
        inside = [(span, new) for span, new in changes if part.contains(span)]
        parts.append(changed(text.words(part), inside, part.start))
    again = check(attrs.evolve(statement, text=" ".join(parts)))
    if again.verdict is not Verdict.EXACT or again.outcome is Outcome.FAIL:
        raise NotMended("with the source's words in, it would still not be exact")
