"""What a draft cites at a quotation: keys, notes, comments and links to the very words. Who speaks is not asked here.

``[@key, p. 12]`` and ``[^1]`` in Markdown; comments, footnotes and links of documents and pages as their readers give
them. A comment is a citation only where it names a place, a file, an address or a key: others speak of the draft.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs

from quotecheck.model import Annotation, Kind, Span, Statement, Text

REACH: Final = 160
"""Code points after a quotation, within its sentence, in which a citation belongs to it."""
BEFORE: Final = 200
"""Code points before a quotation, within its sentence, in which a link to the very words belongs to it."""
LONGEST: Final = 600
"""Code points of the longest note that is read as a citation."""

_CITATION: Final = re.compile(
    r"\[-?@(?P<key>[\w:./#$%&+?<>~-]{1,200})(?:[,;]\s*(?P<place>[^\]\[\n]{0,80}))?\]|\[\^(?P<note>[\w-]{1,64})\](?!:)"
)
_NOTE: Final = re.compile(r"(?m)^\[\^(?P<note>[\w-]{1,64})\]:[ \t]*(?P<words>[^\n]{1,400})")
_END: Final = re.compile(r"\n[ \t\r]*\n|[.!?][”\"’»)]*[ \n](?=[^\[\s])|[“«„]")
_BEGIN: Final = re.compile(r"\n[ \t\r]*\n|[.!?][”\"’»)]*[ \n]|[”»]")
_LINK: Final = re.compile(r"\[(?:[^\[\]\n]|\[[^\[\]\n]{0,80}\]){0,400}\]\((?P<url>https?://[^\s()]{1,2000})\)")
_TO_WORDS: Final = re.compile(r"#[^\s#]*:~:text=|[?&#]t=\d+")
_NAMES_A_PLACE: Final = re.compile(
    r"\b(?:pp?|page|pages|S|Seite|lines?|l|para|paragraph|par|Absatz|Zeile|página|ligne)\.?\s?\d"
    r"|¶\s?\d|\b\d{1,2}:\d\d\b|https?://\S|\w\.(?:pdf|docx?|txt|md|html?|srt|vtt|json)\b",
    re.IGNORECASE,
)


def cited(text: Text, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, each with the source that the draft cites at it.

    Args:
        text: The draft.
        statements: In order of place; those that cite a source already keep it.

    Returns:
        The same statements; ``source`` is the key with its place ("key, p. 12"), the words of the note or comment, or
        the address of the link. A key that the text's bibliography knows is given as the source's name.
    """
    content = text.content
    marked = "[@" in content or "[-@" in content or "[^" in content
    links = [*_links(content), *(one for one in text.annotations if _TO_WORDS.search(one.words))]
    links.sort(key=lambda one: one.span.start)
    beside = [one for one in text.annotations if one not in links and _is_citation(one)]
    if not (marked or links or beside):
        return tuple(statements)
    notes = {match["note"]: match["words"].strip() for match in _NOTE.finditer(content)} if marked else {}
    finder = _Finder(text, notes, links, beside)
    return tuple(finder.with_source(one) for one in statements)


def _is_citation(one: Annotation) -> bool:
    if len(one.words) > LONGEST:
        return False
    keyed = _CITATION.search(one.words)
    return (keyed is not None and keyed["key"] is not None) or _NAMES_A_PLACE.search(one.words) is not None


def _links(content: str) -> Iterator[Annotation]:
    """Links in Markdown to the very words of a page, or to a second of a recording."""
    if "](http" in content:
        for match in _LINK.finditer(content):
            if _TO_WORDS.search(match["url"]):
                yield Annotation(Span(*match.span()), match["url"])


class _Finder:
    """What a draft cites, by place."""

    def __init__(
        self, text: Text, notes: Mapping[str, str], links: Sequence[Annotation], beside: Sequence[Annotation]
    ) -> None:
        self._content, self._bibliography, self._notes = text.content, text.bibliography, notes
        self._links, self._beside = links, sorted(beside, key=lambda one: one.span.start)
        self._starts = [one.span.start for one in self._beside]
        self._longest = max((len(one.span) for one in beside), default=0)

    def with_source(self, statement: Statement) -> Statement:
        """A statement with what is cited at it."""
        if statement.source is not None or statement.start is None or statement.end is None:
            return statement
        source = (
            self._marked(statement.end)
            or self._said_beside(statement.start, statement.end)
            or self._linked(statement.start, statement.end, statement.kind)
        )
        return attrs.evolve(statement, source=source) if source else statement

    def _marked(self, end: int) -> str | None:
        following = self._content[end : end + REACH]
        found = _CITATION.search(following)
        if found is None or _END.search(following, 0, found.start()):
            return None
        if found["note"] is not None:
            words = self._notes.get(found["note"])
            inner = _CITATION.search(words) if words else None  # a note that holds a key
            return self._keyed(inner) if inner is not None and inner["key"] else words
        return self._keyed(found)

    def _keyed(self, found: re.Match[str]) -> str:
        name = self._bibliography.get(found["key"], found["key"])
        place = (found["place"] or "").strip(" ,;")
        return f"{name}, {place}" if place else name

    def _said_beside(self, start: int, end: int) -> str | None:
        """A comment on the words or a note behind them; of several, the one tied to the fewest words."""
        low = bisect_left(self._starts, start - self._longest - 1)
        high = bisect_left(self._starts, end + REACH)
        stop = _END.search(self._content, end, end + REACH)
        limit = stop.end() if stop else end + REACH
        fitting = [one for one in self._beside[low:high] if start <= one.span.end and one.span.start <= limit]
        over = [one for one in fitting if len(one.span) and one.span.overlaps(Span(start, max(start + 1, end)))]
        behind = [one for one in fitting if one.span.start >= end]
        best = min(over, key=lambda one: len(one.span), default=None) or (behind[0] if behind else None)
        return self._named(best.words) if best is not None else None

    def _named(self, words: str) -> str:
        inner = _CITATION.search(words)
        return self._keyed(inner) if inner is not None and inner["key"] else words.strip()

    def _linked(self, start: int, end: int, kind: Kind) -> str | None:
        """A link round the words, behind them, or before them in their sentence."""
        round_it = [one for one in self._links if one.span.start <= start and end <= one.span.end]
        if round_it:
            return round_it[-1].words
        for one in self._links:
            if one.span.start >= end:
                if one.span.start < end + REACH and not _END.search(self._content, end, one.span.start):
                    return one.words
                break
        inside = [one for one in self._links if start <= one.span.start and one.span.end <= end]
        if inside and kind is not Kind.DIRECT:
            return inside[0].words
        before = [one for one in self._links if start - BEFORE <= one.span.end <= start]
        if before and not _BEGIN.search(self._content, before[-1].span.end, start):
            return before[-1].words
        return None
