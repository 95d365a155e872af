"""Documents of a collection that is too large to be read whole: read where a statement asks for them, and kept a while.

What a collection is, on disk or elsewhere, is not known here.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable, Mapping, Sequence
from typing import Any, Final, Protocol

from quotecheck.checking.known import KnownSource
from quotecheck.matching.query import Query
from quotecheck.model import Statement, Text, Voice
from quotecheck.model.people import Office, days_of

CACHE: Final = 16 * 1024 * 1024
"""Code points of documents that are kept read; the least recently used go first."""


def earliest(text: Text) -> tuple[bool, str, str]:
    """Key by which texts stand in order of their dates, those without one that can be read last."""
    days = days_of(text.date)
    return days is None, days[0].isoformat() if days else "", text.id


class Document(Protocol):
    """A document as a collection gives it."""

    @property
    def text(self) -> Text:
        """The text and what is known of it."""
        ...

    @property
    def voices(self) -> Sequence[Voice] | None:
        """Its voices, as ``Voices.voices`` gives them; None if they were not kept."""
        ...


class Collection(Protocol):
    """What a checker asks of a collection of documents."""

    def likely(self, statement: Statement, query: Query, *, most: int | None = None) -> Sequence[Any]:
        """Keys of the documents in which a statement may stand, the likeliest first, at most ``most``."""
        ...

    def named(self, id: str) -> Sequence[Any]:
        """The keys of the documents with an id."""
        ...

    def stored(self, place: Any) -> Document:
        """The document with a key."""
        ...


class Shelf:
    """A collection, and those of its documents that were read last. Threads may share it."""

    def __init__(self, collection: Collection, people: Mapping[str, Sequence[str | Office]] | None = None) -> None:
        """A shelf.

        Args:
            collection: Where the documents come from.
            people: The house's own list, as ``Checker`` takes it.
        """
        self._collection = collection
        self._people = people
        self._kept: OrderedDict[Hashable, KnownSource] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    def likely(self, statement: Statement, query: Query, *, most: int | None = None) -> list[KnownSource]:
        """The documents in which a statement may stand: the earliest first, those without a date last.

        Args:
            statement: Its kind, speaker and cited source tell what to look for.
            query: Its words.
            most: Documents at most; None for what the collection thinks enough.
        """
        found = [self._known(place) for place in self._collection.likely(statement, query, most=most)]
        return sorted(found, key=lambda one: earliest(one.text))

    def named(self, id: str) -> Text:
        """The document with an id that was given by ``likely``."""
        for known in self._kept.values():
            if known.text.id == id:
                return known.text
        return self._collection.stored(self._collection.named(id)[0]).text

    def _known(self, place: Hashable) -> KnownSource:
        with self._lock:
            known = self._kept.get(place)
            if known is not None:
                self._kept.move_to_end(place)
                return known
        document = self._collection.stored(place)
        known = KnownSource(document.text, self._people, document.voices)
        with self._lock:
            if place not in self._kept:
                self._kept[place] = known
                self._size += len(known.text.content)
            while self._size > CACHE and len(self._kept) > 1:
                _, dropped = self._kept.popitem(last=False)
                self._size -= len(dropped.text.content)
            return self._kept.get(place, known)

    def __getstate__(self) -> dict[str, Any]:
        """What is sent to another process: where the documents come from, and none of them."""
        return {"collection": self._collection, "people": self._people}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__init__(state["collection"], state["people"])  # type: ignore[misc]
