"""Talk in TEI: ParlaMint's debates (clarin-eric.github.io/ParlaMint), spoken corpora (``u``) and plays (``sp``).

``who`` points to a person. ParlaMint keeps the people in a file of their own: the id, read as a name, stands for them,
and the manifest's ``labels`` may say more. ``note``, ``vocal``, ``kinesic``, ``incident``, ``gap`` and ``stage`` are
not speech. In the samples of ParlaMint-GB 4.0 many ``seg`` lack their last full stop.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from quotecheck.reading.marked.about import About, words_of_id
from quotecheck.reading.marked.elements import End, Event, Start
from quotecheck.reading.marked.turns import NOBODY, Turns
from quotecheck.reading.transcripts.talk import Piece, Said, Speaker, stripped, text_of

_TURNS: Final = frozenset({"u", "sp"})
_MUTE: Final = frozenset("note vocal kinesic incident gap desc stage head fw figure linkGrp spanGrp teiHeader".split())
_BLOCKS: Final = frozenset("seg p ab l lg".split())
_TOKENS: Final = frozenset({"w", "pc"})
_NAMES: Final = frozenset("forename surname nameLink addName roleName".split())


def said_in(events: Iterable[Event], known: About) -> Iterator[Said]:
    """What is said in a file.

    Args:
        events: The file's.
        known: Takes title, date, language and people.

    Raises:
        Broken: as ``walk``.
    """
    yield from _Talk(known).read(events)


class _Talk:
    def __init__(self, known: About) -> None:
        self._known = known
        self._turns = Turns()
        self._muted = 0
        self._tokens = 0  # depth of words that are marked one by one
        self._marked = False  # such words are in this paragraph: the space between them is not the file's
        self._apart = True  # the next such word does not adjoin the one before
        self._joins: list[str] = []
        self._label: list[Piece] | None = None
        self._person = ""
        self._name: list[str] = []
        self._naming = 0
        self._title: list[str] | None = None
        self._setting = False

    def read(self, events: Iterable[Event]) -> Iterator[Said]:
        for event in events:
            if isinstance(event, Start):
                yield from self._start(event)
            elif isinstance(event, End):
                yield from self._end(event)
            elif self._label is not None:
                self._label.append(event.piece)
            elif self._title is not None:
                self._title.append(event.piece.text)
            elif self._naming:
                self._name.append(event.piece.text)
            elif not self._muted and (self._tokens or not self._marked):
                self._turns.put(event.piece)

    def _start(self, tag: Start) -> Iterator[Said]:
        name, given = tag.name, tag.given
        if name in _MUTE:
            self._muted += 1
        if name in ("TEI", "text"):
            self._known.speaks(given.get("lang"))
        elif name in _TURNS:
            yield from self._turns.paragraph()
            self._turns.open(self._who(tag))
        elif name == "speaker" and self._turns.speaker is not None:
            self._label = []
        elif name == "pb" and given.get("n", "").isdecimal():
            self._turns.page = int(given["n"][:9])
        elif name in _BLOCKS:
            yield from self._turns.paragraph()
            self._marked = False
        elif name in _TOKENS:
            self._token(tag)
        elif self._muted:
            self._header(tag)

    def _token(self, tag: Start) -> None:
        if not self._tokens and not self._muted:
            if self._marked and self._apart:
                self._turns.put(Piece(" ", tag.at, tag.at))
            self._marked = True
        self._tokens += 1
        self._joins.append(tag.given.get("join", ""))

    def _header(self, tag: Start) -> None:
        """What the head says: title, date, people."""
        name, given = tag.name, tag.given
        if name == "title" and given.get("type", "main") == "main" and self._known.title is None:
            self._title = []
        elif name == "date" and self._setting:
            self._known.dated(given.get("when"))
        elif name == "setting":
            self._setting = True
        elif name == "person":
            self._person, self._name = given.get("id", ""), []
        elif (name == "persName" and self._person) or (name in _NAMES and self._naming):
            self._naming += 1
            self._name.append(" ")

    def _who(self, tag: Start) -> Speaker:
        key = (tag.given.get("who", "").split() or [""])[0].rpartition("#")[2]
        if not key:
            return NOBODY
        if key not in self._known.people:
            self._known.named(key, words_of_id(key))
        return Speaker(key, tag.at, tag.at)

    def _end(self, tag: End) -> Iterator[Said]:
        name = tag.name
        if name in _MUTE:
            self._muted -= 1
        if name in _TURNS:
            yield from self._turns.close()
        elif name == "speaker" and self._label is not None:
            self._labelled(stripped(self._label))
            self._label = None
        elif name == "title" and self._title is not None:
            self._known.called("".join(self._title))
            self._title = None
        elif name in _BLOCKS:
            yield from self._turns.paragraph()
            self._marked = False
        elif name in _TOKENS:
            self._tokens -= 1
            join = self._joins.pop() if self._joins else ""
            if not self._tokens:
                self._apart = join not in ("right", "both")
        elif name in ("persName", *_NAMES) and self._naming:
            self._naming -= 1
            self._name.append(" ")
        elif name == "person" and self._person:
            self._known.named(self._person, "".join(self._name))
            self._person = ""
        elif name == "setting":
            self._setting = False

    def _labelled(self, pieces: list[Piece]) -> None:
        """A play's label, as it is printed."""
        speaker, written = self._turns.speaker, text_of(pieces).strip(" :.,") if pieces else ""
        if speaker is None or not written:
            return
        if speaker is NOBODY:
            self._turns.speaker = Speaker(written, pieces[0].start, pieces[-1].end)
        elif self._known.people.get(speaker.name) == speaker.name:
            self._known.people[speaker.name] = written
