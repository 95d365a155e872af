"""What a draft says a quotation was added to, or answers: by its cue. Whether the source has that order: not here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import attrs

from quotecheck.language.saying import phrases_of_adding, phrases_of_answering, verbs_of_adding, verbs_of_answering
from quotecheck.model import Kind, Sequel, Statement, Tie, Zone

_FAR: Final = 600
"""Code points between two quotations from which on a cue no longer ties them."""
_BESIDE: Final = 30
"""Code points on either side of cue and speaker in which a phrase like "in reply" belongs to them."""
_BEGIN: Final = re.compile(r"[.!?:;\n”»\"“„«]")
_TO: Final = re.compile(r"\s*(?:to|auf|à|au|aux|a)\b")
_ASKED: Final = "asked"


def in_sequence(content: str, statements: Sequence[Statement], language: str) -> tuple[Statement, ...]:
    """The statements, each direct one with the words that the draft has it follow.

    Args:
        content: The draft's content.
        statements: In order of place.
        language: Its language; one without such data ties nothing.

    Returns:
        The same statements. A cue that says "added" ties to the quotation before it, if that is the same speaker's;
        one that says "replied", if it is another's; "asked about …, X said" ties to what was asked.
    """
    found: list[Statement] = []
    last: Statement | None = None
    asked: Statement | None = None
    for one in statements:
        sequel = None
        if one.kind is Kind.DIRECT and one.speaker is not None and one.zone is Zone.BODY:
            sequel = _tied(content, one, last, language) or _asked(content, one, asked)
        found.append(attrs.evolve(one, follows=sequel) if sequel else one)
        if one.kind is Kind.DIRECT and not one.term:
            last = one
        if one.kind is Kind.INDIRECT:
            asked = one if one.cue is not None and one.cue.text.lower().startswith(_ASKED) else None
    return tuple(found)


def _tied(content: str, one: Statement, last: Statement | None, language: str) -> Sequel | None:
    if last is None or last.speaker is None or one.start is None or last.end is None:
        return None
    if not 0 <= one.start - last.end <= _FAR:
        return None
    tie = _tie(content, one, language)
    if tie is None or (tie is Tie.ADDED) != (last.speaker == one.speaker):
        return None
    return Sequel(tie, last.text)


def _tie(content: str, one: Statement, language: str) -> Tie | None:
    words = set(one.cue.text.lower().split()) if one.cue else set()
    if words & verbs_of_adding(language):
        return Tie.ADDED
    if one.cue and words & verbs_of_answering(language):
        return None if _TO.match(content, one.cue.end) else Tie.ANSWERED
    beside = _beside(content, one)
    if any(re.search(rf"\b{phrase}\b", beside) for phrase in phrases_of_adding(language)):
        return Tie.ADDED
    for phrase in phrases_of_answering(language):
        place = re.search(rf"\b{phrase}\b", beside)
        if place and not _TO.match(beside, place.end()):
            return Tie.ANSWERED
    return None


def _beside(content: str, one: Statement) -> str:
    """What stands round cue and speaker in their sentence, the quotation left out."""
    spans = [words.span for words in (one.cue, one.mention) if words is not None]
    if not spans:
        return ""
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    if any(start < part.end and part.start < end for part in one.parts):
        return ""
    before = _BEGIN.split(content[max(0, start - _BESIDE) : start])[-1]
    after = _BEGIN.split(content[end : end + _BESIDE])[0]
    return f"{before}{content[start:end]}{after}".lower()


def _asked(content: str, one: Statement, asked: Statement | None) -> Sequel | None:
    """As in "Asked about the mill, Ruiz said: “…”": in one sentence."""
    if asked is None or one.start is None or asked.end is None or not asked.end <= one.start:
        return None
    if not 0 < one.start - asked.end <= _FAR or re.search(r"[.!?\n]", content[asked.end : one.start]):
        return None
    return Sequel(Tie.ASKED, asked.text)
