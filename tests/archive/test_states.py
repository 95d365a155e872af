"""Whatever is done to an archive, in whatever order: it holds what a dictionary would, and a reader keeps its state."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from quotecheck import Checker, Source, Statement
from quotecheck.archive import Archive, ArchiveError, Writer, create
from quotecheck.model import Text
from tests.archive.test_archive import article

NUMBERS = st.integers(0, 11)
STATES = st.integers(0, 2)


def document(number: int, state: int) -> Text:
    """One of a few articles, in one of its states: each state has a line of its own."""
    content = article(number).content + f"\n\nIn state {state} the report of number {number} was printed by hand."
    return Source.from_text(content, id=f"article-{number}.txt")


class Changes(RuleBasedStateMachine):
    """An archive and a dictionary of the same documents."""

    @initialize(voices=st.booleans())
    def begin(self, voices: bool) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.directory = Path(self.folder.name) / "archive"
        create(self.directory, voices=voices)
        self.there: dict[str, Text] = {}
        self.reader: Archive | None = None
        self.read: dict[str, Text] = {}

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            if self.reader is not None:
                self.reader.close()
            self.folder.cleanup()

    @rule(numbers=st.lists(NUMBERS, min_size=1, max_size=4), state=STATES)
    def update(self, numbers: list[int], state: int) -> None:
        """The first of two with one id counts."""
        texts = [document(number, state) for number in numbers]
        new = {text.id: text for text in texts}
        with Writer(self.directory, most_tokens=150) as writer:
            change = writer.add(texts, replace=True)
        assert change.added == len(new.keys() - self.there.keys())
        assert change.same == sum(self.there.get(id) == text for id, text in new.items())
        assert change.repeated + change.same + change.added + change.replaced == len(texts)
        self.there |= new

    @rule(number=NUMBERS, state=STATES)
    def add(self, number: int, state: int) -> None:
        text = document(number, state)
        with Writer(self.directory) as writer:
            if self.there.get(text.id, text) != text:
                with pytest.raises(ArchiveError, match="another state"):
                    writer.add([text])
                return
            writer.add([text])
        self.there[text.id] = text

    @rule(numbers=st.lists(NUMBERS, min_size=1, max_size=4))
    def remove(self, numbers: list[int]) -> None:
        ids = [f"article-{number}.txt" for number in numbers]
        with Writer(self.directory) as writer:
            change, missing = writer.remove(ids)
        assert change.removed == len(self.there.keys() & set(ids))
        assert set(missing) == set(ids) - self.there.keys()
        for id in ids:
            self.there.pop(id, None)

    @rule()
    def merge(self) -> None:
        with Writer(self.directory) as writer:
            assert writer.merge() <= 1

    @rule()
    def open(self) -> None:
        """A reader goes on with the archive as it was opened, whatever is written meanwhile."""
        if self.reader is not None:
            self.reader.close()
        self.reader, self.read = Archive(self.directory), dict(self.there)

    @precondition(lambda self: getattr(self, "reader", None) is not None)
    @rule(number=NUMBERS)
    def read_on(self, number: int) -> None:
        assert self.reader is not None
        assert holds(self.reader, f"article-{number}.txt") == self.read.get(f"article-{number}.txt")

    @rule(number=NUMBERS, state=STATES)
    def ask(self, number: int, state: int) -> None:
        """Words of a state are found if, and only if, the document stands there in it."""
        text = document(number, state)
        with Archive(self.directory) as archive:
            found = Checker([], archive=archive).find(Statement(text.content.rpartition("\n")[2]))
        exact = [one.text.id for one in found if one.result.verdict is not None and one.result.verdict.value == "exact"]
        assert exact == ([text.id] if self.there.get(text.id) == text else [])

    @invariant()
    def holds_the_same(self) -> None:
        if not hasattr(self, "there"):
            return
        with Archive(self.directory) as archive:
            assert len(archive) == len(self.there)
            assert {one.text.id: one.text for one in map(archive.stored, archive.places())} == self.there
            assert list(archive.faults()) == []


def holds(archive: Archive, id: str) -> Text | None:
    """The document with an id, if there is one."""
    places = archive.named(id)
    assert len(places) <= 1
    return archive.stored(places[0]).text if places else None


Changes.TestCase.settings = settings(max_examples=12, stateful_step_count=12, deadline=None)
TestChanges = Changes.TestCase
