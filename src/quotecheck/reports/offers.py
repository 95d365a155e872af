"""What a person may choose to do about a fault in a draft, each tried before it is offered. Nothing is written here."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from typing import Final

import attrs

from quotecheck.model import Code, Outcome, Result, Severity, Text, Verdict
from quotecheck.reports.patches import Change
from quotecheck.reports.remarks import in_draft
from quotecheck.reports.repair import (
    Check,
    NotMended,
    Repair,
    apostrophe,
    as_in_draft,
    edits_of,
    holds,
    in_order,
    plain,
    repair_of,
    repairable,
    spaced,
)


class OfferKind(enum.Enum):
    """What is done."""

    WORDS = "words"
    ELLIPSIS = "ellipsis"
    SPEAKER = "speaker"


@attrs.frozen(kw_only=True)
class Offer:
    """Something that puts a statement right.

    Attributes:
        kind: What is done.
        repair: The changes.
        name: Whose name is put in; "" if none is.
    """

    kind: OfferKind
    repair: Repair
    name: str = ""


_ELLIPSES: Final = ("[…]", "[...]", "...", "…")


def offers(result: Result, text: Text, check: Check) -> list[Offer]:
    """What can be done about a result, the best first; [] if nothing is sure.

    Args:
        result: Of this draft.
        text: The draft.
        check: Checks a statement against the same sources under the same policy.
    """
    return list(_offers(result, text, check))


def _offers(result: Result, text: Text, check: Check) -> Iterator[Offer]:
    if result.outcome is not Outcome.FAIL:
        return
    for make in (_words, _ellipsis, _speaker):
        try:
            yield make(result, text, check)
        except NotMended:
            continue


def _words(result: Result, text: Text, check: Check) -> Offer:
    return Offer(kind=OfferKind.WORDS, repair=repair_of(result, text, apostrophe(text.content), check))


def _ellipsis(result: Result, text: Text, check: Check) -> Offer:
    """An ellipsis where words are left out and nothing else differs."""
    plain(text)
    edits = edits_of(result, repairable(result))
    if any(len(edit.statement) for edit in edits):
        raise NotMended("more differs than words left out")
    sign = next((one for one in _ELLIPSES if one in text.content), "…")
    changes: list[Change] = []
    for edit in edits:
        span = in_draft(result.statement, edit.statement)
        part = next((one for one in result.statement.parts if span is not None and one.contains(span)), None)
        if span is None or part is None:
            raise NotMended("its words stand on both sides of an interruption")
        changes.append((span, spaced(sign, span.start, part, text.content)))
    made = in_order(changes)
    holds(result.statement, made, text, check)
    return Offer(kind=OfferKind.ELLIPSIS, repair=Repair(result=result, changes=made))


def _speaker(result: Result, text: Text, check: Check) -> Offer:
    """The one who said it in place of the one who is named."""
    plain(text)
    errors = [one for one in result.findings if one.severity is Severity.ERROR and one.waived is None]
    mention = result.statement.mention
    if [one.code for one in errors] != [Code.WRONG_SPEAKER] or mention is None or result.evidence is None:
        raise NotMended("another speaker is not all that is wrong")
    speakers = {passage.speaker for passage in result.evidence.passages}
    name = speakers.pop() if len(speakers) == 1 else None
    if not name or text.words(mention.span) != mention.text:
        raise NotMended("the source does not name the one who said it")
    shown = as_in_draft(name, apostrophe(text.content))
    again = check(attrs.evolve(result.statement, speaker=name))
    if again.outcome is Outcome.FAIL or again.verdict not in (Verdict.EXACT, Verdict.PARAPHRASED):
        raise NotMended("with that name it would still fail")
    return Offer(kind=OfferKind.SPEAKER, repair=Repair(result=result, changes=((mention.span, shown),)), name=shown)
