"""A draft as a content system keeps it: elements with ids, each in plain words or in HTML. Findings go back by id.

Statements are found in the whole draft, so that "he added" in one element knows the speaker of the one before.
Offsets that come back count code points in what was sent for the element.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from typing import Any, Final

import attrs

from quotecheck.model import Finding, Outcome, Result, Severity, Span, Text, Zone
from quotecheck.reading.html import read_fragment
from quotecheck.reports.remarks import in_draft
from quotecheck.servers.asked import Json, either, fields, word, wrong

_GAP: Final = "\n\n"
_ZONES: Final = {zone.value: zone for zone in Zone}
_GRAVEST: Final = (Outcome.FAIL, Outcome.WARN, Outcome.UNCHECKED, Outcome.PASS, Outcome.SKIPPED)
_VOID: Final = frozenset("area base br col embed hr img input link meta source track wbr".split())
_ENDED: Final = frozenset("p li dt dd tr td th option".split())  # the next of its kind ends it


@attrs.frozen
class Element:
    """A piece of a draft.

    Attributes:
        id: As the caller names it.
        content: Where its words stand in the whole draft's content.
        text: The element alone, with the way back into what was sent.
        sent: Where it stands in what was sent, from its own beginning if it was sent alone.
    """

    id: str
    content: Span
    text: Text
    sent: Span


@attrs.frozen
class Placed:
    """A whole draft, and the elements that it was put together from."""

    text: Text
    elements: tuple[Element, ...]
    whole: bool = False

    def of(self, span: Span) -> tuple[Element | None, Span | None]:
        """The element in which a stretch of the content begins, and where it stands in what was sent for it."""
        if self.whole:
            return self._marked(span)
        starts = [one.content.start for one in self.elements]
        index = bisect_right(starts, span.start) - 1
        if index < 0:
            return None, None
        one = self.elements[index]
        last = min(max(span.end, span.start), one.content.end)
        inside = Span(span.start - one.content.start, max(last, span.start) - one.content.start)
        return one, _sent(one.text, inside)

    def _marked(self, span: Span) -> tuple[Element | None, Span | None]:
        sent = _sent(self.text, span)
        if sent is None:
            return None, None
        holding = [one for one in self.elements if one.sent.start <= sent.start < one.sent.end]
        return (min(holding, key=lambda one: len(one.sent)) if holding else None), sent


def _sent(text: Text, span: Span) -> Span | None:
    """A stretch of content in what was sent."""
    ranges = text.origin.file_ranges(span)
    if ranges is None:
        return span
    return Span(ranges[0].start, max(one.end for one in ranges)) if ranges else None


def read_elements(values: Sequence[object], name: str) -> Placed:
    """A draft out of elements.

    Args:
        values: Objects with ``id`` and either ``text`` or ``html``; ``zone`` where it is not the body.
        name: The draft's.

    Raises:
        Refused: if one is not as it should be.
    """
    elements: list[Element] = []
    contents: list[str] = []
    zones: list[tuple[Span, Zone]] = []
    blocks: list[Span] = []
    at = 0
    for number, one in enumerate(values, 1):
        id, zone, text = _element(one, number)
        content = text.content
        here = Span(at, at + len(content))
        elements.append(Element(id, here, text, Span(0, len(content))))
        contents.append(content)
        blocks += [span.shifted(at) for span in text.blocks]
        zones += [(span.shifted(at), found) for span, found in text.zones]
        if zone is not None and content:
            zones.append((here, zone))
        at += len(content) + len(_GAP)
    if len({one.id for one in elements}) < len(elements):
        raise wrong("two elements have one id")
    whole = Text(content=_GAP.join(contents), id=name, blocks=tuple(blocks), zones=tuple(zones))
    return Placed(whole, tuple(elements))


def _element(values: object, number: int) -> tuple[str, Zone | None, Text]:
    what = f"element {number}"
    given = fields(values, what, ("id", "text", "html", "zone"))
    id = word(given, "id", needed=True) or ""
    zone = word(given, "zone")
    if zone is not None and zone not in _ZONES:
        raise wrong(f"the zone of {what} must be one of {', '.join(_ZONES)}")
    key, value = either(given, what, "text", "html")
    text = Text(content=value, id=id) if key == "text" else read_fragment(value, id)
    return id, _ZONES[zone] if zone is not None else None, text


def read_marked(html: str, name: str) -> Placed:
    """A draft out of one piece of HTML; its elements are those with an id."""
    marked = _Marked(html)
    text = read_fragment(html, name)
    elements = tuple(Element(id, Span(0, 0), text, span) for id, span in marked.found)
    return Placed(text, elements, whole=True)


class _Marked(HTMLParser):
    """Where the elements with an id stand in a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, Span]] = []
        self._starts = [0]
        for line in html.split("\n")[:-1]:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._open: list[tuple[str, str | None, int]] = []
        self.feed(html)
        self.close()
        while self._open:
            self._ended(len(html))
        self.found.sort(key=lambda one: (one[1].start, -one[1].end))

    def _at(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        if tag in _ENDED and self._open and self._open[-1][0] == tag:
            self._ended(self._at())
        self._open.append((tag, dict(attrs).get("id"), self._at()))

    def handle_endtag(self, tag: str) -> None:
        if all(name != tag for name, _, _ in self._open):
            return
        end = self._at() + len(tag) + 3
        while self._open and self._ended(end) != tag:
            pass

    def _ended(self, end: int) -> str:
        tag, id, start = self._open.pop()
        if id:
            self.found.append((id, Span(start, end)))
        return tag


def by_element(placed: Placed, results: Sequence[Result]) -> list[Json]:
    """What is to be said of each element, in their order; last, under the id null, what belongs to none.

    Args:
        placed: The draft.
        results: Its results.
    """
    ids = [*(one.id for one in placed.elements), None]
    entries: dict[str | None, Json] = {id: {"id": id, "outcome": None, "statements": [], "findings": []} for id in ids}
    for index, result in enumerate(results):
        parts = result.statement.parts
        if not parts:
            continue
        element, span = placed.of(Span(parts[0].start, max(part.end for part in parts)))
        entry = entries[element.id if element else None]
        entry["statements"].append({"result": index, **_places(span)})
        entry["outcome"] = _graver(entry["outcome"], result.outcome)
        for finding, found in _findings(result):
            where, spot = placed.of(found)
            told = _told(finding, spot, found.of(placed.text.content), index)
            entries[where.id if where else None]["findings"].append(told)
    if not entries[None]["statements"] and not entries[None]["findings"]:
        del entries[None]
    return list(entries.values())


def _findings(result: Result) -> Iterator[tuple[Finding, Span]]:
    """The findings that are more than allowed silently, each with its place in the draft's content."""
    statement = result.statement
    whole = Span(statement.parts[0].start, max(part.end for part in statement.parts))
    for finding in result.findings:
        if finding.severity is not Severity.NONE:
            found = in_draft(statement, finding.statement[0]) if finding.statement else None
            yield finding, found or whole


def _told(finding: Finding, span: Span | None, words: str, index: int) -> Json:
    return {
        "code": finding.code.value,
        "name": finding.code.slug,
        "severity": finding.severity.value,
        "message": finding.message,
        "exact": words,
        "result": index,
        **_places(span),
    }


def _places(span: Span | None) -> dict[str, Any]:
    return {"start": span.start if span else None, "end": span.end if span else None}


def _graver(outcome: str | None, other: Outcome) -> str:
    if outcome is None:
        return other.value
    return min(Outcome(outcome), other, key=_GRAVEST.index).value
