"""Debates in Akoma Ntoso 3.0 (docs.oasis-open.org/legaldocml/akn-core/v1.0), as parliaments publish them.

``speech``, ``question`` and ``answer`` are turns: ``by`` points to a person of the head (``TLCPerson``), ``from`` is
the label as it is printed. ``narrative`` and ``summary`` are the record's own words. A ``scene`` and a ``remark`` are
nobody's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from quotecheck.reading.marked.about import About, words_of_id
from quotecheck.reading.marked.elements import End, Event, Start
from quotecheck.reading.marked.turns import NOBODY, Turns, clock
from quotecheck.reading.transcripts.talk import Piece, Said, Speaker, stripped, text_of

_TURNS: Final = frozenset({"speech", "question", "answer"})
_RECORD: Final = frozenset({"narrative", "summary"})
_MUTE: Final = frozenset("scene remark authorialNote noteRef num heading subheading meta coverPage rollCall".split())
_LANGUAGES: Final = {"eng": "en", "ita": "it", "fra": "fr", "deu": "de", "spa": "es", "por": "pt", "gle": "ga"}
_BLOCKS: Final = frozenset("p li tr td item block blockList docTitle".split())


def said_in(events: Iterable[Event], known: About) -> Iterator[Said]:
    """What is said in a debate.

    Args:
        events: The file's.
        known: Takes title, date and language.

    Raises:
        Broken: as ``walk``.
    """
    yield from _Debate(known).read(events)


class _Debate:
    def __init__(self, known: About) -> None:
        self._known = known
        self._turns = Turns()
        self._people: dict[str, str] = {}
        self._muted = 0
        self._depth = 0  # of turns inside each other
        self._from: list[Piece] | None = None
        self._title: list[str] | None = None

    def read(self, events: Iterable[Event]) -> Iterator[Said]:
        for event in events:
            if isinstance(event, Start):
                yield from self._start(event)
            elif isinstance(event, End):
                yield from self._end(event)
            elif self._from is not None:
                self._from.append(event.piece)
            elif self._title is not None:
                self._title.append(event.piece.text)
            elif not self._muted:
                self._turns.put(event.piece)

    def _start(self, tag: Start) -> Iterator[Said]:
        given = tag.given
        if tag.name in _MUTE:
            self._muted += 1
        if tag.name == "TLCPerson":
            self._people.setdefault(given.get("eId") or given.get("id") or "", given.get("showAs", ""))
        elif tag.name == "FRBRdate":
            self._known.dated(given.get("date"))
        elif tag.name == "FRBRlanguage":
            self._known.speaks(_LANGUAGES.get(given.get("language", "")))
        elif tag.name == "docTitle":
            self._title = []
        elif tag.name == "recordedTime" and given.get("time"):
            self._turns.time = clock(given["time"])
        elif tag.name in _TURNS:
            yield from self._turns.paragraph()
            self._depth += 1
            self._turns.time = clock(given.get("startTime") or given.get("recordedTime")) or self._turns.time
            self._turns.open(self._by(tag))
        elif tag.name in _RECORD and not self._depth:
            yield from self._turns.paragraph()
            self._turns.open(NOBODY)
        elif tag.name == "from":
            self._from = []
        elif tag.name in _BLOCKS:
            yield from self._turns.paragraph()

    def _by(self, tag: Start) -> Speaker:
        key = tag.given.get("by", "").strip().lstrip("#")
        name = self._people.get(key) or words_of_id(key.rpartition("/")[2]) or NOBODY.name
        return Speaker(" ".join(name.split()), tag.at, tag.at)

    def _end(self, tag: End) -> Iterator[Said]:
        if tag.name in _MUTE:
            self._muted -= 1
        if tag.name in _TURNS:
            self._depth -= 1
            yield from self._turns.close()
        elif tag.name in _RECORD and not self._depth:
            yield from self._turns.close()
        elif tag.name == "from" and self._from is not None:
            self._label(stripped(self._from))
            self._from = None
        elif tag.name == "docTitle" and self._title is not None:
            self._known.called("".join(self._title))
            self._title = None
        elif tag.name in _BLOCKS:
            yield from self._turns.paragraph()

    def _label(self, pieces: list[Piece]) -> None:
        """The label as it is printed, where the head does not say whose it is."""
        speaker = self._turns.speaker
        if speaker is None or not pieces:
            return
        written = text_of(pieces).strip(" :.,")
        if written and (speaker.name not in self._people.values() or speaker.name == written):
            self._turns.speaker = Speaker(written, pieces[0].start, pieces[-1].end)
