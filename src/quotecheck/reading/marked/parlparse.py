"""Debates in the XML of mySociety's parlparse (TheyWorkForYou) and of its kin (OpenAustralia).

No specification: its schema is ``publicwhip.rnc`` and what the scrapers write. ``speakername`` is who speaks; a speech
without one (``nospeaker``) is the record's. The column of Hansard is its page: ``colnum`` of the speech, and the number
in ``pid`` of a paragraph, which is the column where that one stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from quotecheck.reading.marked.about import About
from quotecheck.reading.marked.elements import End, Event, Start
from quotecheck.reading.marked.turns import NOBODY, Turns, clock
from quotecheck.reading.transcripts.talk import Said, Speaker

_COLUMN: Final = re.compile(r"(?:^|[a-z])(\d{1,6})(?=[A-Z]{0,3}(?:\.|$))")
_BLOCKS: Final = frozenset("p tr li blockquote".split())
_MUTE: Final = frozenset({"divisioncount", "mplist", "lordlist", "mspnames", "reply-heading"})
_HEADINGS: Final = frozenset({"major-heading", "oral-heading"})


def said_in(events: Iterable[Event], known: About) -> Iterator[Said]:
    """What is said in a day's debates.

    Args:
        events: The file's.
        known: Takes title and date.

    Raises:
        Broken: as ``walk``.
    """
    turns = Turns()
    heading: list[str] | None = None
    muted = 0
    for event in events:
        if isinstance(event, Start):
            if event.name in ("speech", "ques", "reply"):
                yield from turns.paragraph()
                known.dated(event.given.get("id"))
                turns.time = clock(event.given.get("time")) or turns.time
                turns.page = _column(event.given.get("colnum")) or turns.page
                turns.open(_who(event))
            elif event.name in _HEADINGS and known.title is None:
                heading = []
            elif event.name in _MUTE:
                muted += 1
            elif event.name in _BLOCKS:
                yield from turns.paragraph()
                turns.page = _column(event.given.get("pid")) or turns.page
        elif isinstance(event, End):
            if event.name in ("speech", "ques", "reply"):
                yield from turns.close()
            elif event.name in _HEADINGS and heading is not None:
                known.called("".join(heading))
                heading = None
            elif event.name in _MUTE:
                muted -= 1
            elif event.name in _BLOCKS:
                yield from turns.paragraph()
        elif heading is not None:
            heading.append(event.piece.text)
        elif not muted:
            turns.put(event.piece)


def _who(tag: Start) -> Speaker:
    name = " ".join(tag.given.get("speakername", "").split())
    return Speaker(name, tag.at, tag.at) if name and "nospeaker" not in tag.given else NOBODY


def _column(written: str | None) -> int | None:
    found = _COLUMN.search((written or "")[:40])
    return int(found[1]) if found else None
